"""What a supervision needs besides: a case that is open.

`python -m tests.journeys.seeding_supervision CHILD` after the other seedings, in the same GOLDENTHREAD_HOME.
"""

import datetime as dt
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.web.settings")

import django

django.setup()

from goldenthread.record.access import today  # noqa: E402
from goldenthread.record.actions.entries import make_entry  # noqa: E402
from goldenthread.record.models import Person  # noqa: E402
from goldenthread.workforce.models import Worker  # noqa: E402


def main(child: int) -> None:
    """A referral ninety days ago that was taken on."""
    worker = Worker.objects.get(role="social_worker", number="social_worker")
    began = (today() - dt.timedelta(90)).isoformat()
    shared = {"received": began, "source": "1A", "worry": "Nobody is there in the mornings.", "decision": "assessment"}
    body = {"shared": shared, "lines": {str(child): {}}}
    make_entry(by=worker, kind="referral", persons=[Person.objects.get(pk=child)], body=body)


if __name__ == "__main__":
    main(int(sys.argv[1]))
