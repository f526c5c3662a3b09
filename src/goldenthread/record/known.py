"""What was known of people at a moment: their facts and entries, those of records merged into theirs included."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db.models import Q, QuerySet

from goldenthread.record import access
from goldenthread.record.kinds.told import LONDON
from goldenthread.record.models import Fact, Person
from goldenthread.workforce.models import Worker


class Sees:
    """Of whom a reader may know: asked once about each person, since it is the dearest question there is."""

    def __init__(self, by: Worker):
        self.by = by
        self._asked: dict[int, bool] = {}

    def __call__(self, ids: Iterable[int]) -> set[int]:
        """Those of these people whom the reader may see. At most one query."""
        ids = set(ids)
        new = ids - self._asked.keys()
        if new:
            seen = set(access.people(self.by).filter(pk__in=new).values_list("pk", flat=True))
            self._asked |= {pk: pk in seen for pk in new}
        return {pk for pk in ids if self._asked[pk]}


def end_of(day: dt.date) -> dt.datetime:
    """The last instant of a day in England."""
    return dt.datetime.combine(day, dt.time.max, tzinfo=LONDON)


def survivors(persons: Sequence[Person]) -> dict[int, int]:
    """Of each of these people, and of everyone merged into them, whose record goes on: ids by ids. One query."""
    own = {person.pk: person.pk for person in persons}
    return own | dict(Person.objects.filter(merged_into__in=own).values_list("pk", "merged_into_id"))


def facts_known(at: dt.datetime | None = None) -> QuerySet[Fact]:
    """The facts that hold now; or, at a moment, those recorded by then and not yet superseded. Of a feed too."""
    if at is None:
        return Fact.objects.filter(superseded_at=None)
    return Fact.objects.filter(Q(superseded_at=None) | Q(superseded_at__gt=at), recorded_at__lte=at)


def is_gone(fact: Fact, at: dt.datetime | None = None) -> bool:
    """Whether the fact was no longer in its source, now or at a moment."""
    return fact.gone_at is not None and (at is None or fact.gone_at <= at)


class KnownFact(NamedTuple):
    """What a fact says, and who says so: thousands are read for one page. `made_by`: who made its entry, where it has one."""

    noun: str
    started_on: dt.date
    ended_on: dt.date | None
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    facts: dict
    source: str
    entry_id: int | None
    made_by: str | None


def facts_of(
    persons: Sequence[Person], nouns: Iterable[str], at: dt.datetime | None = None
) -> dict[int, list[KnownFact]]:  # fmt: skip
    """The facts of these nouns by the id of the person, oldest first; what is gone from its source left out. Two queries."""
    whose, there = survivors(persons), Q(gone_at=None) if at is None else Q(gone_at=None) | Q(gone_at__gt=at)
    found = defaultdict(list)
    known = facts_known(at).filter(there, person__in=whose, noun__in=list(nouns)).order_by("started_on", "pk")
    for person, *said in known.values_list("person_id", *KnownFact._fields[:-1], "entry__made_by__name"):
        found[whose[person]].append(KnownFact(*said))
    return found
