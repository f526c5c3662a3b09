"""What changes about a worker by their using the screens; nothing of the record."""

import datetime as dt

from django.utils import timezone

from goldenthread.workforce.models import Worker

A_SITTING = dt.timedelta(hours=1)
"""Whoever opens my day again within so long is still told what changed since the time before."""


def look_at_my_day(*, by: Worker) -> dt.datetime | None:
    """Note that the worker has opened my day; since when changes are to be told: the end of the sitting before, if any."""
    now = timezone.now()
    if by.last_looked_at and now - by.last_looked_at > A_SITTING:
        by.before_last_looked_at = by.last_looked_at
    by.last_looked_at = now
    by.save(update_fields=["last_looked_at", "before_last_looked_at"])
    return by.before_last_looked_at
