"""Children whom concerns about exploitation tie together: the same person behind it, or the same place.

Each child's fact says only that there is such a tie, and rests on an entry of that child's own: who the other child is
stands on the other child's record. What is about restricted and sealed records ties nobody else. Brothers and sisters,
and others of one household, are no peer group.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q

from goldenthread.record.models import EntryPerson, Person
from goldenthread.record.past import NOW, Past
from goldenthread.record.risks import Reckoned
from goldenthread.standards import vocabulary as v

KINDS = ("exploitation_concern", "missing", "return_interview")
A_YEAR = dt.timedelta(days=366)
"""Longer apart than this, two concerns that name the same are not seen together."""

ANYWHERE = frozenset({"", "home", "not known", "unknown", "school", "town", "the park", "park", "online", "a friend", "friends"})
"""Places that tie nobody to anybody."""


@dataclass(frozen=True)
class Named:
    """What an entry about a child names: `keys` are ("person", id) and ("place", its words)."""

    child: int
    entry: int
    day: dt.date
    keys: frozenset[tuple[str, str]]


def facts(persons: Iterable[int] | None = None, past: Past = NOW) -> list[Reckoned]:
    """The ties of these children (ids, with those merged into them), or of all. Of a moment past, always of all."""
    chosen = None if persons is None else frozenset(persons)
    mine = _named(past, chosen)
    if not mine:
        return []
    days = [each.day for each in mine]
    others = mine if chosen is None else _named(past, None, min(days) - A_YEAR, max(days) + A_YEAR, {each.keys for each in mine})
    by_key: dict[tuple, list[Named]] = defaultdict(list)
    for each in others:
        for key in each.keys:
            by_key[key].append(each)
    children = {each.pk: each for each in past.people(Q(pk__in={each.child for each in [*mine, *others]}))}
    hidden = {pk for pk, child in children.items() if child.restricted or child.sealed}
    found: dict[tuple, tuple] = {}
    together = _households(past, children.keys())
    for each in mine:
        for key in each.keys:
            for other in by_key[key]:
                apart = abs(each.day - other.day) <= A_YEAR and other.child != each.child and other.child not in hidden
                if apart and not together[each.child] & together[other.child]:
                    tie = (max(each.day, other.day), each.entry)
                    found[each.child, key] = min(found.get((each.child, key), tie), tie)
    told = {(children[child].number, day, entry, key[0]) for (child, key), (day, entry) in found.items()}
    return [Reckoned(v.linked_exploitation.name, number, day, f"entry {entry}", facts={"link": link})
            for number, day, entry, link in sorted(told)]  # fmt: skip


def tied(people: Iterable[Person]) -> set[str]:
    """Numbers of the children who may be tied, or no longer, once an entry about these children has changed."""
    ids = {each for person in people for each in (person.pk, person.merged_into_id) if each}
    mine = _named(NOW, ids)
    keys = frozenset().union(*(each.keys for each in mine)) if mine else frozenset()
    near = {each.child for each in _named(NOW, None) if each.keys & keys} if keys else set()
    return set(Person.objects.filter(pk__in=near).values_list("number", flat=True))


def _named(past: Past, children, first: dt.date = dt.date.min, last: dt.date = dt.date.max, wanted=frozenset()) -> list[Named]:
    """What entries name, of these children or of all, between days; only where they name any of `wanted`, if given."""
    mine = Q(entry__began_on__gte=first, entry__began_on__lte=last)
    if children is not None:
        mine &= Q(entry__in=EntryPerson.objects.filter(person__in=children).values("entry"))
    told = {each.entry: (each.day, keys) for each in past.entries(KINDS, mine) if (keys := keys_of(each.body))}
    if wanted:
        every = frozenset().union(*wanted)
        told = {entry: (day, keys) for entry, (day, keys) in told.items() if keys & every}
    return [Named(child.merged_into_id or child.pk, entry, *told[entry]) for entry, child in past.children_of(told)]


def keys_of(body: dict) -> frozenset[tuple[str, str]]:
    """The people and the place that a body names; a place by its words alone, whatever their case and signs."""
    shared = body.get("shared", {})
    place = " ".join(re.findall(r"[a-z0-9]+", str(shared.get("place", "")).casefold()))
    people = {("person", str(each)) for each in shared.get("who") or ()} if isinstance(shared.get("who"), list) else set()
    return frozenset(people | ({("place", place)} if place not in ANYWHERE else set()))


def _households(past: Past, children: Collection[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for row in past.members(Q(person__in=children) | Q(person__merged_into__in=children)):
        found[row.person.merged_into_id or row.person_id].add(row.household_id)
    return found
