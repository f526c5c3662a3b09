"""The tables of people, households and entries as they were known at a moment: for what is reckoned when the thread is read.

Of now the rows that are asked for are read. Of a moment past whole tables are, and put back to what they said then: so
whoever asks for rows looks again at which of them they want.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.told import day_of
from goldenthread.record.models import EntryPerson, Fact, HouseholdMember, Person, PersonChange, Relationship, Version
from goldenthread.workforce.remembered import as_known


def midnight_after(day: dt.date) -> dt.datetime:
    """The moment at which a day is over in England."""
    london = timezone.get_default_timezone()
    return dt.datetime.combine(day + dt.timedelta(1), dt.time(), london).astimezone(dt.UTC)


@dataclass(frozen=True)
class EntryThen:
    """What an entry says, and the day it says it happened."""

    entry: int
    day: dt.date
    body: dict


class Past:
    """The record just before a moment; without one, as it is."""

    def __init__(self, moment: dt.datetime | None = None):
        self.moment = moment

    @cached_property
    def _everyone(self) -> dict[int, Person]:
        """Everyone known then, by id, each with the record that theirs was merged into."""
        found = {person.pk: person for person in as_known(Person, self.moment)}
        for person in found.values():
            person.merged_into = found.get(person.merged_into_id)
        return found

    def people(self, wanted: Q) -> list[Person]:
        """People, each with the record that theirs is merged into."""
        if self.moment is None:
            return list(Person.objects.filter(wanted).select_related("merged_into"))
        return list(self._everyone.values())

    def members(self, wanted: Q) -> list[HouseholdMember]:
        """Who lives or lived in which household, with the people, in order of id."""
        return self._rows(HouseholdMember, wanted, "person")

    def relationships(self, wanted: Q) -> list[Relationship]:
        """Who is what to whom, with both people, in order of id."""
        return self._rows(Relationship, wanted, "person", "other")

    def _rows(self, model, wanted: Q, *persons: str) -> list:
        if self.moment is None:
            return list(model.objects.filter(wanted).select_related(*(f"{name}__merged_into" for name in persons)).order_by("pk"))
        return [row for row in as_known(model, self.moment) if all(self._put(row, name) for name in persons)]

    def _put(self, row, name: str) -> bool:
        """Give a row its person as known then; whether there was one."""
        person = self._everyone.get(getattr(row, f"{name}_id"))
        setattr(row, name, person)
        return person is not None

    def children_of(self, entries: Collection[int]) -> list[tuple[int, Person]]:
        """Whom these entries are about, each with the record that theirs is merged into: (entry, person), in order."""
        about = EntryPerson.objects.filter(entry__in=entries).order_by("entry", "person")
        if self.moment is None:
            return [(row.entry_id, row.person) for row in about.select_related("person__merged_into")]
        pairs = about.values_list("entry", "person")
        return [(entry, self._everyone[person]) for entry, person in pairs if person in self._everyone]

    def facts(self) -> QuerySet[Fact]:
        """The facts that stood."""
        if self.moment is None:
            return Fact.objects.standing()
        over = [Q(**{name: None}) | Q(**{f"{name}__gte": self.moment}) for name in ("superseded_at", "gone_at")]
        return Fact.objects.filter(*over, recorded_at__lt=self.moment)

    def changes(self) -> QuerySet[PersonChange]:
        """What had been changed of people."""
        return PersonChange.objects.all() if self.moment is None else PersonChange.objects.filter(at__lt=self.moment)

    def entries(self, names: tuple[str, ...], wanted: Q) -> Iterator[EntryThen]:
        """What the entries of these kinds said that were not withdrawn, in order of id."""
        versions = Version.objects.filter(entry__kind__in=names)
        if self.moment is None:
            versions = versions.filter(wanted, entry__withdrawn_at=None, number=F("entry__versions_made"))
        else:
            stands = Q(entry__withdrawn_at=None) | Q(entry__withdrawn_at__gte=self.moment)
            versions = versions.filter(stands, said_at__lt=self.moment)
        told = versions.order_by("entry", "number").values_list("entry", "entry__kind", "body", "kind_version")
        latest = {entry: (kinds()[name], *version) for entry, name, *version in told}
        for entry, (kind, *version) in latest.items():
            body = kind.upcast(*version)
            yield EntryThen(entry, day_of(body["shared"][kind.happened]), body)


NOW = Past()
