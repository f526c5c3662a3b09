"""How long each record is kept, by which rule: reckoned anew from the rules and the facts each time, never stored.

A rule of retention_rules.json says to whom it applies (who ever had a fact of its nouns), from when it counts and for
how many years, with its force and source. An authority's own number of years, from a day, stands in RetentionSetting.
Of several rules the one that keeps a record longest applies. Of an adopted child the record before and the one after
are kept as long as either is.
"""

import csv
import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from dateutil.relativedelta import relativedelta
from django.db.models import Max, Q, QuerySet
from rich.console import Console
from rich.table import Table

from goldenthread.record import access
from goldenthread.record.models import AdoptionLink, Allocation, Entry, Fact, LegalHold, Person, RetentionSetting
from goldenthread.record.moving.cells import cell
from goldenthread.standards.vocabulary import NOUNS
from goldenthread.workforce.models import Worker

GROWN_UP = 18


@dataclass(frozen=True)
class Rule:
    """One rule. `start`: birth, death, an event or the last thing recorded. `cites`: the law we take it from, or nothing.

    `replaces`: the rule that does not apply where this one does. `ours`: the number of years as we ship it.
    """

    name: str
    title: str
    nouns: tuple[str, ...]
    start: str
    years: int
    since: dt.date
    force: str
    cites: str
    note: str
    replaces: str = ""
    ours: int = 0

    @property
    def in_words(self) -> str:
        """How long, from when."""
        return f"{self.years} years from {self.start}"


@dataclass(frozen=True)
class KeptUntil:
    """Of one record, the rule that applies and the day it may be destroyed. `due_on` is None where it cannot be reckoned.

    `waits_for`: why it may not be destroyed though its day has come, in words: it is still open, or held.
    """

    person_id: int
    number: str
    rule: Rule
    due_on: dt.date | None
    waits_for: tuple[str, ...] = field(default=())

    def is_due(self, as_at: dt.date) -> bool:
        """Whether its day has come, and nothing stands in the way."""
        return self.due_on is not None and self.due_on <= as_at and not self.waits_for


@cache
def shipped() -> tuple[Rule, ...]:
    """The rules as they are shipped."""
    said = json.loads(files("goldenthread.record").joinpath("retention_rules.json").read_text(encoding="utf-8"))
    return tuple(
        Rule(each["name"], each["title"], tuple(each["nouns"]), each["from"], each["years"], dt.date.fromisoformat(each["since"]),
             each["force"], each["cites"], each["note"], each.get("replaces", ""), each["years"])
        for each in said["rules"]
    )  # fmt: skip


def rules(as_at: dt.date, also: Sequence[RetentionSetting] = ()) -> dict[str, Rule]:
    """The rules in force on a day, with the authority's own numbers. `also`: settings to be tried, as if they were made."""
    found = {rule.name: rule for rule in shipped() if rule.since <= as_at}
    for each in [*RetentionSetting.objects.filter(since__lte=as_at).order_by("since", "set_at", "pk"), *also]:
        if each.rule in found and each.since <= as_at:
            found[each.rule] = replace(found[each.rule], years=each.years, since=each.since, force="local")
    return found


def reckon(
    as_at: dt.date, of: QuerySet[Person] | None = None, also: Sequence[RetentionSetting] = ()
) -> Iterator[KeptUntil]:  # fmt: skip
    """The rule and the day of every record (or of these), in order of number. A fixed number of queries."""
    children = Person.objects.filter(had_record=True, merged_into=None)
    children = children if of is None else children.filter(pk__in=of.values("pk"))
    told = _Told(as_at, rules(as_at, also))
    reckoned = {each.pk: told.reckon(each) for each in children.order_by("number", "pk").iterator(chunk_size=2000)}
    for before, after in AdoptionLink.objects.values_list("before_id", "after_id"):
        _keep_both(reckoned, before, after)
    yield from reckoned.values()


def reckon_one(person: Person, as_at: dt.date) -> KeptUntil:
    """The same of one record; of an adopted child's, together with its other."""
    linked = Q(pk=person.pk) | Q(adoption_after__after=person) | Q(adoption_before__before=person)
    return next(each for each in reckon(as_at, Person.objects.filter(linked)) if each.person_id == person.pk)


def _keep_both(reckoned: dict[int, KeptUntil], before: int, after: int) -> None:
    """The record before an adoption and the one after it have the later of their days, and wait for each other."""
    both = [reckoned[pk] for pk in (before, after) if pk in reckoned]
    if len(both) == 2:
        days = [each.due_on for each in both]
        longest = max(both, key=lambda each: each.due_on or dt.date.max)
        waits = tuple(dict.fromkeys(words for each in both for words in each.waits_for))
        for each in both:
            due = None if None in days else longest.due_on
            reckoned[each.person_id] = replace(each, rule=longest.rule, due_on=due, waits_for=waits)


class _Told:
    """What has to be known of every record to reckon its day, asked once."""

    def __init__(self, as_at: dt.date, in_force: Mapping[str, Rule]):
        self.as_at, self.rules = as_at, in_force
        self.survivor = dict(Person.objects.exclude(merged_into=None).values_list("pk", "merged_into_id"))
        nouns = {noun for rule in in_force.values() for noun in rule.nouns}
        standing = Fact.objects.standing().filter(started_on__lte=as_at).exclude(person=None)
        self.first: dict[int, dict[str, dt.date]] = {}
        for person, noun, latest in standing.filter(noun__in=nouns).values_list("person_id", "noun").annotate(Max("started_on")):
            had = self.first.setdefault(self.survivor.get(person, person), {})
            had[noun] = max(had.get(noun, latest), latest)
        self.last = self._last(standing)
        self.open = self._open(standing)
        self.held = set(LegalHold.objects.filter(lifted_at=None).values_list("person_id", flat=True))

    def _last(self, standing) -> dict[int, dt.date]:
        """The day of the last thing recorded of each person."""
        last: dict[int, dt.date] = {}
        said = [standing.exclude(noun="person").values_list("person_id").annotate(Max("started_on")),
                Entry.objects.exclude(people=None).values_list("people").annotate(Max("began_on"))]  # fmt: skip
        for person, day in (row for rows in said for row in rows):
            person = self.survivor.get(person, person)
            last[person] = max(last.get(person, day), day)
        return last

    def _open(self, standing) -> set[int]:
        """Those whom somebody holds, or of whom a period is open still."""
        lasting = [noun.name for noun in NOUNS.values() if noun.lasts and noun.subject == "child" and noun.name != "person"]
        going_on = access.going_on(self.as_at)
        held = Allocation.objects.filter(going_on, state__in=("accepted", "proposed")).values_list("person_id", flat=True)
        periods = standing.filter(going_on, noun__in=lasting).values_list("person_id", flat=True).distinct()
        return {self.survivor.get(pk, pk) for pk in (*held, *periods)}

    def reckon(self, person: Person) -> KeptUntil:
        """Of one record: the rule that keeps it longest, and its day."""
        days = {rule: self._day(rule, person) for rule in self._applying(person)}
        rule = max(days, key=lambda each: (days[each] or dt.date.max, each.years))
        return KeptUntil(person.pk, person.number, rule, days[rule], tuple(self._waits(person)))

    def _applying(self, person: Person) -> list[Rule]:
        had = self.first.get(person.pk, {})
        found = [rule for rule in self.rules.values() if set(rule.nouns) & had.keys()
                 and (rule.start != "death" or _died_young(person))]  # fmt: skip
        replaced = {rule.replaces for rule in found}
        found = [rule for rule in found if rule.name not in replaced]
        return found or [rule for rule in self.rules.values() if not rule.nouns]

    def _day(self, rule: Rule, person: Person) -> dt.date | None:
        events = [day for noun, day in self.first.get(person.pk, {}).items() if noun in rule.nouns]
        last = self.last.get(person.pk) or person.recorded_at.date()
        start = {"birth": person.born_on or person.expected_on, "death": person.died_on,
                 "the last thing recorded": last}.get(rule.start, max(events, default=None))  # fmt: skip
        return start + relativedelta(years=rule.years) if start else None

    def _waits(self, person: Person) -> Iterator[str]:
        if person.pk in self.held:
            yield "A legal hold is on this record."
        if person.pk in self.open:
            yield "The record is still open: somebody holds it, or a period has not ended."
        grown = person.born_on and person.born_on + relativedelta(years=GROWN_UP) <= self.as_at
        if not grown and not person.died_on and (person.born_on or person.expected_on):
            yield "The child is not yet 18."


def _died_young(person: Person) -> bool:
    age = person.age_on(person.died_on) if person.died_on else None
    return age is not None and age < GROWN_UP


def visible(by: Worker) -> QuerySet[Person]:
    """The records whose day this worker may be told of: by number only, and none that is restricted to others or sealed."""
    return Person.objects.filter(access.fence(by), had_record=True, merged_into=None)


@dataclass(frozen=True)
class Effect:
    """What a change of one rule would do, for those who may see them: how many are due now, before and after."""

    before: int
    after: int
    moved: int


def effect_of(setting: RetentionSetting, as_at: dt.date, of: QuerySet[Person]) -> Effect:
    """How many records would be due before and after a change, and of how many the day would be another."""
    on = max(as_at, setting.since)
    before = {each.person_id: each for each in reckon(on, of)}
    after = {each.person_id: each for each in reckon(on, of, [setting])}
    moved = sum(1 for pk, each in after.items() if each.due_on != before[pk].due_on)
    return Effect(*(sum(each.is_due(on) for each in some.values()) for some in (before, after)), moved)


def counts(reckoned: Sequence[KeptUntil], as_at: dt.date) -> dict[str, Counter]:
    """By the name of the rule: how many records, how many due, how many that wait, of how many no day can be reckoned."""
    found = {rule.name: Counter() for rule in shipped()}
    for each in reckoned:
        of = found.setdefault(each.rule.name, Counter())
        of["all"] += 1
        of["due"] += each.is_due(as_at)
        of["waits"] += each.due_on is not None and each.due_on <= as_at and bool(each.waits_for)
        of["unknown"] += each.due_on is None
    return found


def write_list(to, reckoned: Sequence[KeptUntil], as_at: dt.date) -> None:
    """The records whose day has come, as CSV: number, rule, day, and what stands in the way."""
    writer = csv.writer(to)
    writer.writerow(["number", "rule", "due_on", "waits_for"])
    for each in reckoned:
        if each.due_on and each.due_on <= as_at:
            writer.writerow(map(cell, (each.number, each.rule.name, each.due_on, " ".join(each.waits_for))))


def run(as_at: dt.date | None, console: Console) -> None:
    """`goldenthread retention`: the rules with how many records are under each, and the records that are due, by number."""
    day = as_at or access.today()
    reckoned = list(reckon(day))
    in_force = rules(day)
    table = Table("Rule", "Kept for", "Force", "Records", "Due", "Due, and waiting", "Cannot be reckoned", box=None)
    for name, of in counts(reckoned, day).items():
        if name in in_force:
            rule, numbers = in_force[name], (str(of[key]) for key in ("all", "due", "waits", "unknown"))
            table.add_row(rule.title, rule.in_words, rule.force, *numbers)
    console.print(table)
    console.print(f"As at {day}. Nothing is destroyed here: two people do that, at /retention/. The list follows.")
    write_list(sys.stdout, reckoned, day)

