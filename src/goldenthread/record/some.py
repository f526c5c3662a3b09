"""Some subjects of the record, and how their rows are found by index: to read a few among millions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from goldenthread.formats.parse import literal
from goldenthread.record.models import Person

FEW = 10_000
"""So many ids are asked for at once: SQLite takes no more than 32,766."""

T = TypeVar("T")


def in_parts(things: Iterable[T], most: int = FEW) -> Iterator[list[T]]:
    """These, so many at a time: as many as a database takes in one question, or as are kept in one transaction."""
    rest = iter(things)
    while part := list(islice(rest, most)):
        yield part


@dataclass(frozen=True)
class Some:
    """`people`: ids, with everyone merged into them. `others`: numbers of workers and ids of recommendations."""

    people: frozenset[int]
    numbers: frozenset[str]
    others: frozenset[str]

    @property
    def subjects(self) -> frozenset[str]:
        """The ids of the subjects, as they are on the thread."""
        return self.numbers | self.others

    def persons(self, column: str) -> str:
        """SQL: whether a column is the id of one of these people."""
        return f"{column} IN ({', '.join(map(str, sorted(self.people))) or 'NULL'})"

    def numbered(self, column: str) -> str:
        """SQL: whether a column is the number of one of these workers, or the id of one of these recommendations."""
        return f"{column} IN ({', '.join(map(literal, sorted(self.others))) or 'NULL'})"

    def facts(self) -> str:
        """SQL: whether a fact is one of these subjects'."""
        found = [self.persons("person_id")] if self.people else []
        found += [f"(person_id IS NULL AND {self.numbered('subject_id')})"] if self.others else []
        return f"({' OR '.join(found)})" if found else "false"


def some(numbers: Iterable[str], others: Iterable[str] = ()) -> Some:
    """These people, by their numbers, with whoever is one with them; and these workers and recommendations."""
    named = Person.objects.filter(number__in=set(numbers)).values_list("pk", "merged_into")
    people = {into or pk for pk, into in named}
    merged = Person.objects.exclude(merged_into=None)
    while above := set(merged.filter(pk__in=people).values_list("merged_into", flat=True)) - people:
        people |= above
    while below := set(Person.objects.filter(merged_into__in=people).values_list("pk", flat=True)) - people:
        people |= below
    kept = Person.objects.filter(pk__in=people, merged_into=None).values_list("number", flat=True)
    return Some(frozenset(people), frozenset(kept), frozenset(others))
