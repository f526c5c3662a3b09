"""A child's family and home on a day: those of whom the reader may know, how they are related, and who lives where."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from goldenthread.record import access
from goldenthread.record.known import Sees, survivors
from goldenthread.record.models import HouseholdMember, Person, Relationship
from goldenthread.workforce.models import Worker


@dataclass(frozen=True)
class Home:
    """A household, and the ids of those of its members whom the reader may know of."""

    pk: int
    name: str
    members: frozenset[int]


@dataclass(frozen=True)
class Link:
    """`person` is the `kind` of `other`: ids. `ended`: a partner who no longer is one."""

    person: int
    kind: str
    other: int
    has_parental_responsibility: bool | None = None
    ended: bool = False


@dataclass(frozen=True)
class Family:
    """The child, everyone by id (the child too), how they are related, and their homes, the child's own first."""

    child: Person
    people: dict[int, Person]
    links: tuple[Link, ...]
    homes: tuple[Home, ...]

    @property
    def home(self) -> Home | None:
        """Where the child lives."""
        return next((home for home in self.homes if self.child.pk in home.members), None)

    @property
    def at_home(self) -> list[Person]:
        """Who lives with the child, the eldest first."""
        members = self.home.members if self.home else frozenset()
        return _eldest_first(person for pk, person in self.people.items() if pk in members and pk != self.child.pk)

    @property
    def risky(self) -> list[Person]:
        """Those of the family and the home who may pose a risk to children."""
        return _eldest_first(person for person in self.people.values() if person.may_pose_a_risk and person != self.child)

    def link_to(self, person: Person) -> Link | None:
        """How someone is related to the child, where they are directly."""
        pair = {person.pk, self.child.pk}
        found = [link for link in self.links if {link.person, link.other} == pair]
        return next((link for link in found if link.person == person.pk), found[0] if found else None)


def _eldest_first(persons) -> list[Person]:
    return sorted(persons, key=lambda person: (person.born_on or dt.date.max, person.pk))


def family_of(by: Worker, child: Person, day: dt.date | None = None, sees: Sees | None = None) -> Family:
    """The family of a child: those related to the child or living with the child, and those related to them. Eight queries.

    Nobody is gone through of whom the reader may not know: who is only reached by way of them is not there.
    """
    day, sees = day or access.today(), sees or Sees(by)
    whose = survivors([child])
    rows = _rows(whose)
    near = {whose.get(pk, pk) for pk in _beside(set(whose), rows) | _living_with(set(whose), day)}
    far = _beside(near, rows := [*rows, *_rows(near)])
    seen = sees(near | far) | {child.pk}
    known = (near & seen) | {child.pk}
    known |= _beside(known, rows) & seen
    people = {person.pk: person for person in Person.objects.filter(pk__in=known)}
    people[child.pk] = child
    return Family(child, people, tuple(_links(people, whose, rows, day)), tuple(_homes(people, whose, day, child.pk)))


def _rows(ids: Iterable[int]) -> list[Relationship]:
    """The relationships of these people, with each other or with anyone."""
    return list(Relationship.objects.filter(Q(person__in=list(ids)) | Q(other__in=list(ids))).order_by("pk"))


def _beside(ids: set[int], rows: Iterable[Relationship]) -> set[int]:
    """Those who are related to one of these."""
    one = {row.other_id for row in rows if row.person_id in ids}
    return one | {row.person_id for row in rows if row.other_id in ids}


def on(day: dt.date) -> Q:
    """Rows that hold on a day, where their days are known."""
    return (Q(started_on=None) | Q(started_on__lte=day)) & access.going_on(day)


def _living_with(ids: set[int], day: dt.date) -> set[int]:
    return set(HouseholdMember.objects.filter(on(day)).with_any_of(ids).values_list("person_id", flat=True))


def _links(people: dict[int, Person], whose: dict[int, int], rows: Iterable[Relationship], day: dt.date) -> Iterator[Link]:
    """How these people are related; what was said twice, once."""
    said = set()
    for row in rows:
        person, other = whose.get(row.person_id, row.person_id), whose.get(row.other_id, row.other_id)
        begun = row.started_on is None or row.started_on <= day
        if begun and person != other and {person, other} <= people.keys() and (person, row.kind, other) not in said:
            said.add((person, row.kind, other))
            ended = row.ended_on is not None and row.ended_on <= day
            yield Link(person, row.kind, other, row.has_parental_responsibility, ended)


def _homes(people: dict[int, Person], whose: dict[int, int], day: dt.date, child: int) -> Iterator[Home]:
    rows = HouseholdMember.objects.filter(on(day), person__in={*people, *whose}).select_related("household").order_by("pk")
    members: dict[int, set[int]] = {}
    names = {}
    for row in rows:
        members.setdefault(row.household_id, set()).add(whose.get(row.person_id, row.person_id))
        names[row.household_id] = row.household.name
    homes = [Home(pk, names[pk], frozenset(of)) for pk, of in members.items()]
    yield from sorted(homes, key=lambda home: (child not in home.members, home.pk))
