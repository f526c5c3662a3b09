"""People who may pose a risk, and the children they live with or meet: facts reckoned from who lives with whom, and when.

Nothing here says that anybody did anything. A fact begins on the day somebody came to live with a child, or on the day on
which it was recorded that they may pose a risk, whichever is later; `relationship` is all it says of who it is.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from goldenthread.record.models import EntryPerson, HouseholdMember, Person, Relationship
from goldenthread.record.past import NOW, EntryThen, Past
from goldenthread.record.relationships import OF_A_PARENTS_PARTNER, THROUGH_A_PARENT, seen_from
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


@dataclass(frozen=True)
class Near:
    """Who may pose a risk, by the id of the record that goes on; `since` when it was said of each; of whom it is asked."""

    past: Past
    risky: dict[int, Person]
    since: dict[int, dt.date]
    chosen: frozenset[int] | None


def facts(persons: Iterable[int] | None = None, past: Past = NOW) -> list[Reckoned]:
    """The people who may pose a risk with whom children live or spend family time; of these children (ids) or of all.

    Of a moment past, always of all.
    """
    said = past.people(Q(may_pose_a_risk=True, gone_at=None))
    risky = {_survivor(person): person for person in said if person.may_pose_a_risk and not person.gone_at}
    if not risky:
        return []
    chosen = None if persons is None else frozenset(persons)
    near = Near(past, risky, _said_on(past, risky), chosen)
    found = [*_living_together(near), *_step_parents(near), *_met(near)]
    return sorted(found, key=lambda each: (each.noun, each.number, each.started_on, each.place))


def concerned(people: Iterable[Person]) -> set[str]:
    """Numbers of the children of whom something here may be otherwise once these people have changed."""
    ids = {person.pk for person in people}
    near = set(HouseholdMember.objects.with_any_of(ids).values_list("person", flat=True))
    ties = Relationship.objects.filter(Q(person__in=ids) | Q(other__in=ids)).values_list("person", "other")
    near |= {each for pair in ties for each in pair}
    children = Person.objects.filter(pk__in=near | ids, had_record=True).select_related("merged_into")
    return {child.survivor.number for child in children}


def _survivor(person: Person) -> int:
    return person.merged_into_id or person.pk


def _said_on(past: Past, risky: dict[int, Person]) -> dict[int, dt.date]:
    """The day on which it was last recorded, of each, that they may pose a risk; absent where it was fed or is not known."""
    said = {}
    goes_on = {person.pk: pk for pk, person in risky.items()}
    for change in past.changes().filter(person__in=goes_on, what="risk").order_by("at"):
        if change.after.get("may_pose_a_risk") and not change.before.get("may_pose_a_risk"):
            said[goes_on[change.person_id]] = timezone.localtime(change.at).date()
    return said


def _living_together(near: Near) -> Iterator[Reckoned]:
    """For every child of a household, each person who may pose a risk and lives there at the same time."""
    risky, since = near.risky, near.since
    theirs = Q(person__in=risky) | Q(person__merged_into__in=risky)
    homes = HouseholdMember.objects.filter(theirs).values("household")
    households: dict[int, list[HouseholdMember]] = defaultdict(list)
    for row in near.past.members(Q(household__in=homes)):
        households[row.household_id].append(row)
    pairs = [
        (child, other)
        for members in households.values()
        for other in members
        for child in members
        if _survivor(other.person) in risky
        and _is_child(child.person, near.chosen)
        and _survivor(child.person) != _survivor(other.person)
    ]
    away = _placed_elsewhere(near.past, {child.person_id for child, _ in pairs})
    words = _words(near, [child.person.survivor for child, _ in pairs])
    for child, other in pairs:
        who, risk = child.person.survivor, _survivor(other.person)
        started = max(filter(None, (child.started_on, other.started_on, since.get(risk), who.born_on)),
                      default=timezone.localtime(risky[risk].recorded_at).date())  # fmt: skip
        started = _home_on(away[child.person_id], started)
        ended = min(filter(None, (child.ended_on, other.ended_on)), default=None)
        if started and (ended is None or started < ended):
            said = words.get((who.pk, risk))
            yield Reckoned(v.risk_person_at_home.name, who.number, started, f"household member {other.pk}", ended,
                           {"relationship": said} if said else {})  # fmt: skip


def _is_child(person: Person, chosen) -> bool:
    return person.had_record and (chosen is None or person.pk in chosen or _survivor(person) in chosen)


def _placed_elsewhere(past: Past, children: set[int]) -> dict[int, list[tuple]]:
    """When each of these children was placed away from home: (first day, last day or None)."""
    found: dict[int, list[tuple]] = defaultdict(list)
    placed = past.facts().filter(person__in=children, noun=v.placement.name)
    for child, first, last, said in placed.values_list("person", "started_on", "ended_on", "facts"):
        if said.get("type") not in AT_HOME:
            found[child].append((first, last))
    return found


def _home_on(placed: list[tuple], day: dt.date) -> dt.date | None:
    """The first day from this one on which the child is not placed elsewhere: who came meanwhile is there when the child
    comes home. None while the child is away."""
    for first, last in sorted(placed, key=lambda each: each[0]):
        if first <= day and (last is None or day < last):
            day = last
        if day is None:
            break
    return day


def _words(near: Near, children: Iterable[Person]) -> dict[tuple[int, int], str]:
    """What each person who may pose a risk is to each child, as far as the record says."""
    by_id = {child.pk: child for child in children}
    of_child: dict[int, list[Relationship]] = defaultdict(list)
    for row in near.past.relationships(Q(person__in=by_id) | Q(other__in=by_id)):
        for child in by_id.keys() & {_survivor(row.person), _survivor(row.other)}:
            of_child[child].append(row)
    return {(pk, seen.who.pk): seen.tie.words for pk, rows in of_child.items() for seen in seen_from(by_id[pk], rows)
            if seen.who.pk in near.risky}  # fmt: skip


def _step_parents(near: Near) -> Iterator[Reckoned]:
    """Step-parents and partners of parents of whom nobody has recorded where they live: it is asked, as if they lived with the
    child."""
    since, chosen = near.since, near.chosen
    rows = [(row, adult, child) for row, adult, child in _through_a_parent(near) if _is_child(child, chosen)]
    housed = {each.person_id for each in near.past.members(Q(person__in={adult.pk for _, adult, _ in rows}))}
    for row, adult, child in rows:
        who, risk = child.survivor, _survivor(adult)
        started = max(filter(None, (row.started_on, since.get(risk), who.born_on)), default=None)
        if adult.pk not in housed and started and (row.ended_on is None or started < row.ended_on):
            words = (seen.words for seen in seen_from(who, [row]))
            yield Reckoned(v.risk_person_at_home.name, who.number, started, f"relationship {row.pk}", row.ended_on,
                           {"relationship": next(words)})  # fmt: skip


def _through_a_parent(near: Near) -> Iterator[tuple[Relationship, Person, Person]]:
    """Each relationship of a parent's partner who may pose a risk, recorded from either side: it, them and the child."""
    risky = near.risky
    either = Q(person__in=risky) | Q(person__merged_into__in=risky) | Q(other__in=risky) | Q(other__merged_into__in=risky)
    for row in near.past.relationships(either & Q(kind__in=(*THROUGH_A_PARENT, *OF_A_PARENTS_PARTNER))):
        if row.kind in THROUGH_A_PARENT and _survivor(row.person) in risky:
            yield row, row.person, row.other
        elif row.kind in OF_A_PARENTS_PARTNER and _survivor(row.other) in risky:
            yield row, row.other, row.person


def _met(near: Near) -> Iterator[Reckoned]:
    """Family time that took place with somebody who may pose a risk, as was known by then."""
    mine = Q() if near.chosen is None else Q(entry__in=EntryPerson.objects.filter(person__in=near.chosen).values("entry"))
    days = {each.entry: each.day for each in near.past.entries(("family_time",), mine & Q(body__shared__outcome="happened"))
            if _with_a_risk(near, each)}  # fmt: skip
    for entry, child in near.past.children_of(days):
        if _is_child(child, near.chosen):
            number = child.survivor.number
            yield Reckoned(v.risk_person_contact.name, number, days[entry], f"entry {entry}")


def _with_a_risk(near: Near, said: EntryThen) -> bool:
    """Whether family time took place with somebody of whom it had been said by then that they may pose a risk."""
    shared, day = said.body["shared"], said.day
    with_whom = {str(each) for each in shared.get("who", ())} if shared.get("outcome") == "happened" else set()
    return any(with_whom & {str(pk), str(person.pk)} and near.since.get(pk, day) <= day for pk, person in near.risky.items())
