"""A child's family over time, for the page about it: who, where, with whom, who holds the child, and what was changed.

Only those of whom the reader may know are in it: whom they may not see is not left blank, but not there.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from goldenthread.record import access
from goldenthread.record.known import Sees, survivors
from goldenthread.record.masking import Masker
from goldenthread.record.models import Address, Allocation, Household, HouseholdMember, Person, PersonChange, Relationship
from goldenthread.record.relationships import Seen, seen_from
from goldenthread.workforce.models import Worker

CHANGES = 20
"""So many of the latest changes are shown."""


@dataclass(frozen=True)
class Lived:
    """Someone's living in a household: `person` is the record that goes on, `row` says from when until when."""

    person: Person
    row: HouseholdMember

    @property
    def is_now(self) -> bool:
        """Whether they live there today."""
        return self.row.ended_on is None or self.row.ended_on > access.today()


@dataclass
class HomeOverTime:
    """A household of the child: `own` is the child's time in it, `others` everyone else's whom the reader may see."""

    household: Household
    own: list[Lived] = field(default_factory=list)
    others: list[Lived] = field(default_factory=list)

    @property
    def is_now(self) -> bool:
        """Whether the child lives there today."""
        return any(each.is_now for each in self.own)


@dataclass(frozen=True)
class Risk:
    """Someone near who may pose a risk to children, and the other children they are linked with, whom the reader may see."""

    person: Person
    children: list[tuple[Person, str]]


@dataclass(frozen=True)
class LivedAt:
    """An address and what of it the reader may be shown."""

    row: Address
    words: str
    hidden: bool


def homes(by: Worker, person: Person) -> list[HomeOverTime]:
    """Every household the person lives or lived in, the present first. Four queries."""
    own = person.ids
    rows = HouseholdMember.objects.with_any_of(own).select_related("household", "person__merged_into")
    lived = [Lived(row.person.survivor, row) for row in rows.order_by("started_on", "pk")]
    seen = Sees(by)(each.person.pk for each in lived) | {person.pk}
    found: dict[int, HomeOverTime] = {}
    for each in lived:
        home = found.setdefault(each.row.household_id, HomeOverTime(each.row.household))
        if each.person.pk == person.pk:
            home.own.append(each)
        elif each.person.pk in seen:
            home.others.append(each)
    return sorted(found.values(), key=lambda home: (not home.is_now, -home.household.pk))


def relations(by: Worker, person: Person) -> list[Seen]:
    """What each of the others is to this person, those that have ended last. Three queries."""
    own = person.ids
    rows = Relationship.objects.filter(Q(person__in=own) | Q(other__in=own))
    rows = rows.select_related("person__merged_into", "other__merged_into").order_by("pk")
    found = list(seen_from(person, rows))
    seen = Sees(by)(each.who.pk for each in found)
    kept = [each for each in found if each.who.pk in seen]
    return sorted(kept, key=lambda each: (each.row.ended_on is not None, -each.tie.generation, each.row.pk))


def addresses(masker: Masker, person: Person) -> list[LivedAt]:
    """Where the person lives, lived, and goes to school, the present first, as far as the reader may be shown it."""
    rows = Address.objects.filter(person__in=person.ids)
    shown = [LivedAt(row, masker.address(row), masker.hides(row)) for row in rows]
    return sorted(shown, key=lambda each: (each.row.ended_on is not None, -_ordinal(each.row.started_on), -each.row.pk))


def _ordinal(day: dt.date | None) -> int:
    return day.toordinal() if day else 0


def holdings(person: Person) -> list[Allocation]:
    """Everyone who holds or held the child, the present first."""
    rows = Allocation.objects.filter(person__in=person.ids, state__in=("accepted", "proposed"))
    return sorted(rows.select_related("worker", "team"), key=lambda each: (each.ended_on is not None, -_ordinal(each.started_on)))


def risks(by: Worker, persons: Iterable[Person], but: Person) -> list[Risk]:
    """Of these people, those who may pose a risk; each with the children of any family they are linked with. Five queries."""
    risky = [person for person in persons if person.may_pose_a_risk]
    linked = linked_children(by, risky, but)
    return [Risk(person, linked.get(person.pk, [])) for person in risky]


def linked_children(by: Worker, adults: Sequence[Person], but: Person | None = None) -> dict[int, list[tuple[Person, str]]]:
    """The children whom each of these people is related to, or lives with, whose records the reader may open, with how."""
    if not adults:
        return {}
    whose = survivors(adults)
    rows = Relationship.objects.filter(Q(person__in=whose) | Q(other__in=whose))
    rows = list(rows.select_related("person__merged_into", "other__merged_into").order_by("pk"))
    living = HouseholdMember.objects.filter(household__members__person__in=whose).values_list(
        "person_id", "person__merged_into_id", "household__members__person_id", "ended_on", "household__members__ended_on"
    )
    tied: dict[tuple[int, int], str] = {}
    for adult in adults:
        for each in seen_from(adult, rows):
            tied[adult.pk, each.who.pk] = each.words
    for person, merged, with_whom, ended, other_ended in living:
        if with_whom in whose and (merged or person) != whose[with_whom]:
            words = "lived in one household" if ended or other_ended else "lives in the same household"
            tied.setdefault((whose[with_whom], merged or person), words)
    wanted = {child for _, child in tied} - {but.pk if but else None}
    seen = {child.pk: child for child in access.children(by).filter(pk__in=wanted)}
    found: dict[int, list[tuple[Person, str]]] = {}
    for (adult, child), words in tied.items():
        if child in seen:
            found.setdefault(adult, []).append((seen[child], words))
    return found


def changes(by: Worker, person: Person) -> list[PersonChange]:
    """What was changed of the person, the latest first; nothing of a relationship to someone whom the reader may not see."""
    own = set(person.ids)
    rows = list(PersonChange.objects.filter(person__in=own).select_related("by").order_by("-at", "-pk")[:CHANGES])
    others = {row.pk: {row.after.get("person"), row.after.get("other")} - own - {None} for row in rows}
    merged = dict(Person.objects.filter(pk__in=set().union(*others.values())).values_list("pk", "merged_into_id"))
    seen = Sees(by)((into or pk for pk, into in merged.items()))
    return [row for row in rows if {merged.get(pk) or pk for pk in others[row.pk]} <= seen]
