"""People who may pose a risk, and the children they live with or meet: facts reckoned from who lives with whom, and when.

Nothing here says that anybody did anything. A fact begins on the day somebody came to live with a child, or on the day on
which it was recorded that they may pose a risk, whichever is later; `relationship` is all it says of who it is.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import F, Q
from django.utils import timezone

from goldenthread.record.models import Fact, HouseholdMember, Person, PersonChange, Relationship, Version
from goldenthread.record.relationships import seen_from
from goldenthread.standards import vocabulary as v

AT_HOME = ("P1", "P2", "H5")
"""Types of placement in which the child lives with those of the household: with a parent, or on the child's own."""


@dataclass(frozen=True)
class Reckoned:
    """A fact of a noun that no single row of the record gives; `place` says what in the record it rests on."""

    noun: str
    number: str
    started_on: dt.date
    place: str
    ended_on: dt.date | None = None
    facts: dict = field(default_factory=dict)


def facts(persons: Iterable[int] | None = None) -> list[Reckoned]:
    """The people who may pose a risk with whom children live or spend family time; of these children (ids) or of all."""
    risky = {_survivor(person): person for person in Person.objects.filter(may_pose_a_risk=True, gone_at=None)}
    if not risky:
        return []
    chosen = None if persons is None else frozenset(persons)
    since = _said_on(risky)
    found = [*_living_together(risky, since, chosen), *_step_parents(risky, since, chosen), *_met(risky, since, chosen)]
    return sorted(found, key=lambda each: (each.noun, each.number, each.started_on, each.place))


def concerned(people: Iterable[Person]) -> set[str]:
    """Numbers of the children of whom something here may be otherwise once these people have changed."""
    ids = {person.pk for person in people}
    homes = HouseholdMember.objects.filter(person__in=ids).values("household")
    near = set(HouseholdMember.objects.filter(household__in=homes).values_list("person", flat=True))
    ties = Relationship.objects.filter(Q(person__in=ids) | Q(other__in=ids)).values_list("person", "other")
    near |= {each for pair in ties for each in pair}
    children = Person.objects.filter(pk__in=near | ids, had_record=True).select_related("merged_into")
    return {(child.merged_into or child).number for child in children}


def _survivor(person: Person) -> int:
    return person.merged_into_id or person.pk


def _said_on(risky: dict[int, Person]) -> dict[int, dt.date]:
    """The day on which it was last recorded, of each, that they may pose a risk; absent where it was fed or is not known."""
    said = {}
    changes = PersonChange.objects.filter(person__in={person.pk for person in risky.values()}, what="risk").order_by("at")
    for change in changes.select_related("person"):
        if change.after.get("may_pose_a_risk") and not change.before.get("may_pose_a_risk"):
            said[_survivor(change.person)] = timezone.localtime(change.at).date()
    return said


def _living_together(risky, since, chosen) -> Iterator[Reckoned]:
    """For every child of a household, each person who may pose a risk and lives there at the same time."""
    theirs = Q(person__in=risky) | Q(person__merged_into__in=risky)
    homes = HouseholdMember.objects.filter(theirs).values("household")
    rows = HouseholdMember.objects.filter(household__in=homes).select_related("person", "person__merged_into")
    households: dict[int, list[HouseholdMember]] = defaultdict(list)
    for row in rows.order_by("pk"):
        households[row.household_id].append(row)
    pairs = [
        (child, other)
        for members in households.values()
        for other in members
        for child in members
        if _survivor(other.person) in risky
        and _is_child(child.person, chosen)
        and _survivor(child.person) != _survivor(other.person)
    ]
    away = _placed_elsewhere({child.person_id for child, _ in pairs})
    words = _words({_survivor(child.person) for child, _ in pairs}, risky)
    for child, other in pairs:
        who, risk = child.person.merged_into or child.person, _survivor(other.person)
        started = max(filter(None, (child.started_on, other.started_on, since.get(risk), who.born_on)),
                      default=timezone.localtime(risky[risk].made_at).date())  # fmt: skip
        ended = min(filter(None, (child.ended_on, other.ended_on)), default=None)
        if (ended is None or started < ended) and not _is_away(away[child.person_id], started):
            said = words.get((who.pk, risk))
            yield Reckoned(v.risk_person_at_home.name, who.number, started, f"household member {other.pk}", ended,
                           {"relationship": said} if said else {})  # fmt: skip


def _is_child(person: Person, chosen) -> bool:
    return person.had_record and (chosen is None or person.pk in chosen or _survivor(person) in chosen)


def _placed_elsewhere(children: set[int]) -> dict[int, list[tuple]]:
    """When each of these children was placed away from home: (first day, last day or None)."""
    found: dict[int, list[tuple]] = defaultdict(list)
    placed = Fact.objects.standing().filter(person__in=children, noun=v.placement.name)
    for child, first, last, said in placed.values_list("person", "started_on", "ended_on", "facts"):
        if said.get("type") not in AT_HOME:
            found[child].append((first, last))
    return found


def _is_away(placed: list[tuple], day: dt.date) -> bool:
    return any(first <= day and (last is None or day < last) for first, last in placed)


def _words(children: set[int], risky) -> dict[tuple[int, int], str]:
    """What each person who may pose a risk is to each child, as far as the record says."""
    rows = Relationship.objects.filter(Q(person__in=children) | Q(other__in=children)).select_related(
        "person__merged_into", "other__merged_into"
    )
    found = {}
    for child in Person.objects.filter(pk__in=children):
        mine = [row for row in rows if child.pk in (_survivor(row.person), _survivor(row.other))]
        found |= {(child.pk, seen.who.pk): seen.tie.words for seen in seen_from(child, mine) if seen.who.pk in risky}
    return found


def _step_parents(risky, since, chosen) -> Iterator[Reckoned]:
    """Step-parents of whom nobody has recorded where they live: it is asked, as if they lived with the child."""
    rows = Relationship.objects.filter(Q(person__in=risky) | Q(person__merged_into__in=risky), kind="step_parent")
    rows = rows.select_related("person", "other__merged_into").order_by("pk")
    housed = set(HouseholdMember.objects.filter(person__in={row.person_id for row in rows}).values_list("person", flat=True))
    for row in rows:
        who, risk = row.other.merged_into or row.other, _survivor(row.person)
        started = max(filter(None, (row.started_on, since.get(risk), who.born_on)), default=None)
        if row.person_id not in housed and started and _is_child(row.other, chosen) and (
            row.ended_on is None or started < row.ended_on
        ):
            yield Reckoned(v.risk_person_at_home.name, who.number, started, f"relationship {row.pk}", row.ended_on,
                           {"relationship": "step-parent"})  # fmt: skip


def _met(risky, since, chosen) -> Iterator[Reckoned]:
    """Family time that took place with somebody who may pose a risk, as was known by then."""
    said = Version.objects.filter(
        entry__kind="family_time", entry__withdrawn_at=None, number=F("entry__versions_made"), body__shared__outcome="happened"
    )
    if chosen is not None:
        said = said.filter(entry__people__in=chosen)
    for version in said.select_related("entry").prefetch_related("entry__people__merged_into").distinct().order_by("pk"):
        with_whom = {str(each) for each in version.body["shared"].get("who", ())}
        day = version.entry.began_on
        near = [pk for pk, person in risky.items() if with_whom & {str(pk), str(person.pk)} and since.get(pk, day) <= day]
        for child in version.entry.people.all() if near else ():
            if _is_child(child, chosen):
                number = (child.merged_into or child).number
                yield Reckoned(v.risk_person_contact.name, number, day, f"entry {version.entry_id}")
