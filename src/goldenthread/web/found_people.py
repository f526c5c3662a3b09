"""People who were found, as lists of them show each: where their page is, if it may be opened, and who holds them."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.record import access
from goldenthread.record.actions.holding import HOLDS
from goldenthread.record.models import Person
from goldenthread.workforce.models import Worker


@dataclass(frozen=True)
class FoundPerson:
    """Someone found: `address` where their page may be opened; `held`: by whom, in words."""

    person: Person
    address: str
    held: str


def found_people(by: Worker, persons: Sequence[Person]) -> list[FoundPerson]:
    """These people, whom the worker may know of, with what else the worker may be told. Three queries."""
    ids = [person.pk for person in persons]
    readable = set(access.children(by).filter(pk__in=ids).values_list("pk", flat=True))
    known = set(access.people(by).filter(pk__in=ids, had_record=False).values_list("pk", flat=True))
    held = dict.fromkeys(ids, "")
    allocations = access.current(person__in=ids, capacity=HOLDS, state="accepted").select_related("team", "worker__team")
    for each in allocations.order_by("started_on", "pk"):
        team = each.team or (each.worker and each.worker.team)
        of_team = f" of {team.name}" if team else ""
        named = each.worker and each.person_id in readable
        held[each.person_id] = f"{each.worker.name}{of_team}" if named else team.name if team else "another worker"
    return [FoundPerson(person, _address(person, readable, known), held[person.pk]) for person in persons]


def _address(person: Person, readable: set[int], known: set[int]) -> str:
    if person.pk in readable:
        return f"/child/{person.pk}/"
    return f"/person/{person.pk}/" if person.pk in known else ""
