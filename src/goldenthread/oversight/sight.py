"""Which shortfalls a worker may see, and which they may answer."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from goldenthread.oversight.holders import Holders
from goldenthread.oversight.ladder import OUT_OF_HOURS, STEPS, WORKER
from goldenthread.oversight.models import Shortfall, Telling
from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.models import Person
from goldenthread.record.some import in_parts
from goldenthread.workforce.models import Worker


def shortfalls(by: Worker) -> QuerySet[Shortfall]:
    """The shortfalls a worker may see: of whose record they may open; of themselves; of those they manage."""
    of_children = Q(subject_type="child", person__in=access.children(by).values("pk"))
    of_carers = Q(subject_type="carer", person__in=access.people(by).filter(is_carer=True).values("pk"))
    return Shortfall.objects.filter(of_children | of_carers | _of_workers(by))


def of_no_person(by: Worker) -> QuerySet[Shortfall]:
    """Those of these that are on nobody's record: of workers and of the authority itself."""
    return Shortfall.objects.filter(_of_workers(by))


def among(by: Worker, found: Sequence[Shortfall]) -> list[Shortfall]:
    """Those of these that the worker may see: as `shortfalls(by)`, and sooner asked of a few."""
    seen = _seen(access.children(by), {each.person_id for each in found if each.subject_type == "child"})
    others = [each.pk for each in found if each.subject_type != "child"]
    other_seen = set(shortfalls(by).filter(pk__in=others).values_list("pk", flat=True)) if others else set()
    return [each for each in found if each.pk in other_seen or (each.subject_type == "child" and each.person_id in seen)]


def _seen(persons: QuerySet[Person], ids: Iterable[int]) -> set[int]:
    """Those of the people who are among these ids."""
    seen = set()
    for part in in_parts(ids):
        seen |= set(persons.filter(pk__in=part).values_list("pk", flat=True))
    return seen


def _of_workers(by: Worker) -> Q:
    if not access.may_sign_in(by):
        return Q(pk__in=[])
    own = Q(subject_type="worker", worker=by)
    if not by.kind_of_role.decides:
        return own
    of_the_authority = Q(subject_type__in=("recommendation", "team"))
    if by.kind_of_role.children == "all":
        return own | of_the_authority | Q(subject_type="worker")
    return own | of_the_authority | Q(subject_type="worker", worker__team__in=access.teams(by))


def check_answer(by: Worker, shortfall: Shortfall, day: dt.date, holders: Holders | None = None) -> int:
    """The step from which the worker answers: who stands in line, was told, or holds the child now may; Denied.

    `holders`: of the day, where it is asked of several shortfalls.
    """
    if not shortfalls(by).filter(pk=shortfall.pk).exists():
        raise Denied("hidden", "There is no such shortfall.", hidden=True)
    if not by.kind_of_role.writes:
        raise Denied("reads only", "You may read this, and not answer it.")
    mine = set((holders or Holders(day)).in_line([shortfall])[0].steps_of(by.pk))
    mine |= set(Telling.objects.filter(shortfall=shortfall, worker=by).values_list("step", flat=True))
    if _holds(by, shortfall, day):
        mine.add(WORKER)
    if not mine:
        raise Denied("not in line", "This was not put before you, and you do not stand in line for it.")
    return max((step for step in mine if step in STEPS), default=OUT_OF_HOURS)


def can_answer(by: Worker, shortfall: Shortfall, day: dt.date, holders: Holders | None = None) -> bool:
    """Whether the worker may answer it."""
    return access.allows(check_answer, by, shortfall, day, holders)


def _holds(by: Worker, shortfall: Shortfall, day: dt.date) -> bool:
    return bool(shortfall.person_id) and access.held_on(day, worker=by).filter(whose=shortfall.person_id).exists()
