"""When a child was last seen, and last seen alone, by whom; and by when the next visit is owed, by which standard.

The limits are the book's own, as the authority has set them: every standard that expects a visit to a child is judged
by the plain engine on this child's facts, so what is said here is what `check` says of the same facts.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db.models import Max

from goldenthread.check import words
from goldenthread.record.access import today
from goldenthread.record.known import KnownFact, facts_of
from goldenthread.record.models import Coverage, Person
from goldenthread.standards import reference
from goldenthread.standards import vocabulary as v
from goldenthread.standards.book import as_set
from goldenthread.standards.explain import NUMBER_IS
from goldenthread.standards.language.nouns import Named
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Every, Within

VISITS = {
    name: noun
    for name, noun in vars(v).items()
    if isinstance(noun, Named) and noun.subject == "child" and name.endswith("_visit")
}
"""The nouns of visits to a child."""

ONLY_IF_SEEN = ("section47_visit", "detention_visit", "adviser_visit")
"""Visits that the record counts only where the child was seen."""

STANDING = {
    "protection_plan": "Child protection plan",
    "looked_after": "Looked after",
    "section47": "Section 47 enquiry",
    "need_plan": "Child in need plan",
    "private_fostering": "Privately fostered",
    "detention": "In detention",
    "care_leaver": "Care leaver",
}
"""What a child may be, in a word or two, the most serious first."""


@dataclass(frozen=True)
class Sight:
    """One visit. `seen`, `alone`: True, False, or None where the record does not say. `by`: who made it, or its source."""

    day: dt.date
    noun: Named
    seen: bool | None
    alone: bool | None
    by: str
    entry_id: int | None


@dataclass(frozen=True)
class Owed:
    """A visit that is owed. `what`: a visit, seeing the child, seeing the child alone, or seeing the bedroom.

    `caveat`: what the record cannot know of it, in a sentence, or nothing.
    """

    standard: Standard
    what: str
    opened_on: dt.date
    due_on: dt.date
    days_over: int
    caveat: str = ""

    @property
    def is_overdue(self) -> bool:
        """Whether its day is past, and the record would know if it had been made."""
        return self.days_over > 0 and not self.caveat

    @property
    def force(self) -> str:
        """What stands behind its number, in a sentence."""
        return NUMBER_IS[self.standard.force]


@dataclass(frozen=True)
class Seeing:
    """What the record knows of seeing one child. `tried`: visits since the child was last seen, the latest first."""

    person: Person
    seen: Sight | None
    alone: Sight | None
    tried: tuple[Sight, ...]
    owed: tuple[Owed, ...]
    standing: tuple[str, ...]

    @property
    def next(self) -> Owed | None:
        """The visit that is owed first."""
        return next((owed for owed in self.owed if owed.what != "bedroom"), None)

    @property
    def next_alone(self) -> Owed | None:
        """The day by which the child is to be seen alone."""
        return next((owed for owed in self.owed if owed.what == "alone"), None)


@cache
def standards_of_visits() -> tuple[Standard, ...]:
    """Every duty in force that a visit to a child meets. One owed on or before a day that is past can no longer be made."""
    return tuple(
        standard
        for standard in as_set(settings.STANDARDS)[1]
        if standard.in_force
        and standard.kind == "duty"
        and isinstance(standard.rule, Within | Every)
        and standard.rule.expect.title in VISITS
        and standard.rule.limit.amount
    )


@cache
def _nouns() -> tuple[str, ...]:
    used = {noun.name for standard in standards_of_visits() for noun in standard.named_nouns()}
    return tuple(sorted((used | set(VISITS) | set(STANDING)) - {"person"}))


def seeing(person: Person, at: dt.datetime | None = None, as_at: dt.date | None = None) -> Seeing:
    """What the record knows of seeing this child; or, at a moment, knew."""
    return seeing_all([person], at, as_at)[person.pk]


def seeing_all(
    persons: Sequence[Person], at: dt.datetime | None = None, as_at: dt.date | None = None
) -> dict[int, Seeing]:  # fmt: skip
    """The same of several children, by id, in three queries however many there are. `as_at`: today unless given."""
    facts = facts_of(persons, _nouns(), at)
    told = _told_until()
    return {person.pk: _seeing(person, facts.get(person.pk, []), told, as_at or today()) for person in persons}


def _told_until() -> dict[tuple[str, str], dt.date]:
    """Until when each source tells of each kind of visit."""
    covered = Coverage.objects.filter(noun__in=VISITS).values_list("source", "noun").annotate(until=Max("to_day"))
    return {(source, noun): until for source, noun, until in covered}


def _seeing(person: Person, facts: list[KnownFact], told: dict, as_at: dt.date) -> Seeing:
    facts = [fact for fact in facts if fact.started_on <= as_at]
    sights = sorted(map(_sight, (fact for fact in facts if fact.noun in VISITS)), key=lambda sight: sight.day, reverse=True)
    seen = next((sight for sight in sights if sight.seen), None)
    return Seeing(
        person,
        seen,
        alone=next((sight for sight in sights if sight.alone), None),
        tried=tuple(sight for sight in sights if not sight.seen and (seen is None or sight.day > seen.day)),
        owed=tuple(_owed(person, facts, told, as_at)),
        standing=tuple(name for noun, name in STANDING.items() if any(_is_open(fact, noun, as_at) for fact in facts)),
    )


def _is_open(fact: KnownFact, noun: str, day: dt.date) -> bool:
    return fact.noun == noun and (fact.ended_on is None or fact.ended_on > day)


def _sight(fact: KnownFact) -> Sight:
    said, alone = fact.facts.get("is_seen"), fact.facts.get("is_alone")
    by_meaning = fact.noun == "section47_visit" or (fact.noun in ONLY_IF_SEEN and fact.entry_id is not None)
    return Sight(
        fact.started_on,
        VISITS[fact.noun],
        seen=True if alone or by_meaning else said,
        alone=alone,
        by=fact.made_by or fact.source,
        entry_id=fact.entry_id,
    )


def _owed(person: Person, facts: list[KnownFact], told: dict, as_at: dt.date) -> list[Owed]:
    """What is owed, the first first; of each standard once, though a period be known from two sources."""
    thread, sources = thread_of(person, facts), sorted({fact.source for fact in facts if fact.source})
    found: dict[str, Owed] = {}
    for standard, duty in sorted(still_owed(standards_of_visits(), thread, as_at), key=lambda each: each[1]["due_on"]):
        caveat = _caveat(standard, sources, told, duty) if duty["days_over"] else ""
        owed = Owed(standard, _what(standard), duty["opened_on"], duty["due_on"], duty["days_over"], caveat)
        found.setdefault(standard.version, owed)
    return sorted(found.values(), key=lambda owed: (owed.due_on, owed.standard.id))


def still_owed(standards: Iterable[Standard], thread: dict[str, list[dict]], as_at: dt.date) -> Iterator[tuple[Standard, dict]]:
    """What is owed on this thread and not done, due or past its day, by standards of `within` and `every`; as duties."""
    for standard in standards:
        begins = standard.rule.of if isinstance(standard.rule, Within) else standard.rule.during
        if any(part.name in thread for part in begins.parts()):  # most are of what this child never was
            for duty in reference.judge(standard, thread, as_at):
                if duty["status"] in ("due", "overdue") and duty["closed_on"] is None:
                    yield standard, duty


def thread_of(person: Person, facts: Sequence[KnownFact]) -> dict[str, list[dict]]:
    """Facts as the plain engine reads them, by noun; the `ref` of each is its place in the list, of the birth -1."""
    thread = defaultdict(list)
    if person.born_on:
        life = {"started_on": person.born_on, "ended_on": person.died_on, "ref": -1}
        thread["person"].append(dict.fromkeys(fact.name for fact in v.person.facts) | life)
    for place, fact in enumerate(facts):
        noun = v.NOUNS[fact.noun]
        first = "started" if noun.lasts else "happened"
        days = {f"{first}_on": fact.started_on, f"{first}_at": fact.started_at, "ref": place}
        if noun.lasts:
            days |= {"ended_on": fact.ended_on, "ended_at": fact.ended_at}
        thread[fact.noun].append(dict.fromkeys(each.name for each in noun.facts) | fact.facts | days)
    return thread


def _what(standard: Standard) -> str:
    looked_at = {name for _, name in standard.rule.expect.facts_used()}
    return next((what for fact, what in WHATS.items() if fact in looked_at), "visit")


def unseen_in_words(standard: Standard, seeing: Seeing, day: dt.date) -> str:
    """How long a child has not been visited, seen or seen alone, where that is what recurs by this standard; else nothing."""
    rule = standard.rule
    if not (isinstance(rule, Every) and rule.expect.title in VISITS):
        return ""
    what = _what(standard)
    last, how = {"seen": (seeing.seen, "seen"), "alone": (seeing.alone, "seen alone")}.get(what, (None, ""))
    if not how:
        return ""
    if last is None:
        return f"Never {how}, as far as the record knows."
    return f"Not {how} for {(day - last.day).days} days."


WHATS = {"is_bedroom_seen": "bedroom", "is_alone": "alone", "is_seen": "seen"}


def _caveat(standard: Standard, sources: list[str], told: dict, duty: dict) -> str:
    """Where a source of this child's facts does not tell of such visits up to the day, nobody can say that none was made."""
    for source in sources:
        until = told.get((source, standard.rule.expect.title))
        if until is None:
            return f"{source} does not tell of these visits, so one may have been made."
        if until < duty["due_on"]:
            return f"{source} tells of these visits up to {words.day(until)}, so one may have been made since."
    return ""
