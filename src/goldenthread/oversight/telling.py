"""Tells workers of shortfalls: writes down what the ladder says of each, once. The same day again tells nobody anew.

The rows themselves are the record of who was told what, when and why; nothing of it is ever changed but `seen_at`.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.utils import timezone

from goldenthread.oversight import here
from goldenthread.oversight.holders import Holders
from goldenthread.oversight.ladder import due
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.record.some import in_parts
from goldenthread.workforce.models import Worker

BATCH = 2000
"""So many shortfalls are told of in one transaction: what was told stays told, wherever a run ends."""


def tell(shortfalls: Iterable[Shortfall] | None, day: dt.date) -> int:
    """Tell whoever is to be told today of these shortfalls, or of all that speak; how many tellings were written.

    Those that are ended, or count silently, are passed over. A fixed number of queries for each batch.
    """
    holders, written = Holders(day), 0
    for batch in _speaking() if shortfalls is None else in_parts(shortfalls, BATCH):
        speaking = [each for each in batch if each.speaks and each.ended_on is None]
        with transaction.atomic():
            written += _tell(speaking, holders, day)
    return written


def _speaking() -> Iterator[list[Shortfall]]:
    """All that speak, a batch at a time: nothing is read on while a batch is written."""
    last = 0
    while batch := list(Shortfall.objects.speaking().filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield batch
        last = batch[-1].pk


def _tell(shortfalls: Sequence[Shortfall], holders: Holders, day: dt.date) -> int:
    ladder = here.ladder()
    told, said = told_and_said(shortfalls)
    rows = [
        Telling(shortfall=each, worker_id=now.worker, step=now.step, on=day, why=now.why, passed=now.passed[:300])
        for each, line in zip(shortfalls, holders.in_line(shortfalls), strict=True)
        for now in due(rung(each), line, told[each.pk], said[each.pk], ladder, day)
    ]
    Telling.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def told_and_said(shortfalls: Sequence[Shortfall]) -> tuple[dict[int, list[Telling]], dict[int, list[Answer]]]:
    """What was told and what was decided of each, oldest first. Two queries."""
    told, said = defaultdict(list), defaultdict(list)
    wanted = [each.pk for each in shortfalls]
    for row in Telling.objects.filter(shortfall__in=wanted).order_by("on", "pk"):
        told[row.shortfall_id].append(row)
    for row in Answer.objects.filter(shortfall__in=wanted).order_by("at", "pk"):
        said[row.shortfall_id].append(row)
    return told, said


def rung(shortfall: Shortfall) -> str:
    """By which days of the ladder it climbs: those of a danger, or of its severity."""
    return "danger" if shortfall.is_danger else shortfall.severity


def mark_seen(by: Worker, shortfalls: Iterable[Shortfall]) -> None:
    """Note that the worker has these on the screen: the first time, of each. One query."""
    wanted = [each.pk for each in shortfalls]
    Telling.objects.filter(worker=by, seen_at=None, shortfall__in=wanted).update(seen_at=timezone.now())
