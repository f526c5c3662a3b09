"""Judging: a few subjects while people work, so that the next page shows how they stand; and everyone, every night."""

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from goldenthread.oversight import keeping, live, nightly, telling
from goldenthread.oversight.models import Run, Shortfall, Stale
from goldenthread.oversight.stale import mark
from goldenthread.record.some import Some, in_parts, some

AT_ONCE = 100
"""So many subjects are judged together, and kept in one transaction."""

TRIES = 3
"""So often is somebody judged again of whom something changed meanwhile; after that they stay stale, until the next time."""

Subject = tuple[str, str]


def judge(subjects: Iterable[Subject], day: dt.date) -> None:
    """Judge these subjects (pairs of type and id), keep what became of their shortfalls, and tell whoever is to know."""
    wanted = sorted(set(subjects))
    mark(wanted, anew=False)
    _judge(wanted, day)


def freshen(subjects: Iterable[Subject] | None, day: dt.date) -> None:
    """Judge who is stale, of these subjects or (None) of all: one query where nobody is."""
    stale = Stale.objects.filter(_among(subjects)) if subjects is not None else Stale.objects.all()
    wanted = list(stale.order_by("pk").values_list("subject_type", "subject_id"))
    if wanted and settings.JUDGE_AT_ONCE:
        _judge(wanted, day)


def judge_all(day: dt.date, progress: nightly.Progress = lambda what, done=0, total=None: None) -> Run:
    """Judge the whole authority as at a day, count, and tell: ended anywhere and run again, the same rows result. The Run.

    `progress(what, done, total)`. UserError where the record was fed while it was being judged.
    """
    return nightly.run(day, progress, _judge_stale)


def _judge_stale(day: dt.date) -> None:
    _judge(list(Stale.objects.order_by("pk").values_list("subject_type", "subject_id")), day)


def duties(subjects: Iterable[Subject], day: dt.date) -> list[dict]:
    """The duties of these subjects as at a day, kept or not: dicts of duty.COLUMNS, `evidence` taken apart. Keeps nothing."""
    wanted = set(subjects)
    found = live.judged(_some(wanted), day)
    return [duty for duty in found if duty["subject_type"] in {kind for kind, _ in wanted}]


def _among(subjects: Iterable[Subject]) -> Q:
    by_type: dict[str, set[str]] = {}
    for kind, number in subjects:
        by_type.setdefault(kind, set()).add(number)
    found = Q(pk__in=[])
    for kind, numbers in by_type.items():
        found |= Q(subject_type=kind, subject_id__in=numbers)
    return found


def _some(subjects: Iterable[Subject]) -> Some:
    people = {number for kind, number in subjects if kind in keeping.OF_PEOPLE}
    return some(people, [number for kind, number in subjects if kind not in keeping.OF_PEOPLE])


def _judge(wanted: list[Subject], day: dt.date) -> None:
    for few in in_parts(wanted, AT_ONCE):
        for _ in range(TRIES):
            if _judge_few(few, day):
                break


def _judge_few(subjects: list[Subject], day: dt.date) -> bool:
    """Judge and keep; False where something of them changed meanwhile, and nothing was kept."""
    tokens = dict(Stale.objects.filter(_among(subjects)).values_list("pk", "since"))
    people = {number for kind, number in subjects if kind in keeping.OF_PEOPLE}
    one = keeping.ones(people)
    of = _some([*subjects, *(("child", number) for number in one)])
    known = set(keeping.to_settle(_of(of)).values_list("standard", flat=True))
    found = live.judged(of, day, known)
    judged = live.standards_judged(day)
    with transaction.atomic():
        shortfalls = keeping.to_settle_with_answers(_of(of))
        if not _still(tokens) or not {each.standard for each in shortfalls} <= known:
            return False
        keeping.keep(shortfalls, _settled(found, of), day, judged, one)
        Stale.objects.filter(pk__in=tokens).delete()
        telling.tell(Shortfall.objects.speaking().filter(_of(of)), day)
    return True


def _still(tokens: dict[int, dt.datetime]) -> bool:
    """Whether nothing was changed of them since, nor judged by somebody else."""
    rows = Stale.objects.filter(pk__in=tokens).select_for_update().order_by("pk")
    return dict(rows.values_list("pk", "since")) == tokens


def _of(some: Some) -> Q:
    """Shortfalls of these subjects."""
    return Q(person__in=some.people) | Q(subject_type__in=("worker", "recommendation"), subject_id__in=some.others)


def _settled(found: list[dict], of: Some) -> list[dict]:
    """The duties of the subjects asked for: ids of children, workers and recommendations may be alike."""
    return [duty for duty in found
            if duty["subject_id"] in (of.numbers if duty["subject_type"] in keeping.OF_PEOPLE else of.others)]  # fmt: skip
