"""A child's thread as lines: what was written here, and what was fed and nobody wrote here.

What was written is shown as the reader may see it: of an entry about several children only this child's line, unless
the reader may open the record of every one of them. Withdrawn entries and rows gone from their source stay, and say so.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from goldenthread.check.words import capital
from goldenthread.check.words import day as in_words
from goldenthread.codes.lists import label
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import Kind
from goldenthread.record.kinds.told import Told
from goldenthread.record.known import Sees, facts_known, is_gone, survivors
from goldenthread.record.masking import Masker
from goldenthread.record.models import ChronologyMark, Entry, EntryPerson, Fact, Person, Version
from goldenthread.record.reading import body_of, line_of, told_of
from goldenthread.standards.vocabulary import NOUNS
from goldenthread.workforce.models import Worker

HERE = "this record"
"""Whence a fact without an entry comes that was not fed: an allocation, which has pages of its own."""

NOT_TOLD = (
    "person", "case_note", "visit_recorded", "left_empty", "copied_forward", "other_child_named", "action_due",
    "action_answered", "assessment_target", "plan_update",
)  # fmt: skip
"""Nouns that are no line of a story: they say of other things that they were recorded."""


@dataclass(frozen=True)
class Moment:
    """One line of a story.

    `key`: "entry-12" or "fact-34". `kind`: the name of the kind of entry, or of the noun. `who`: who wrote it, or the
    source it was fed from; `said_at`: when. `whole`: False where what several children share is left out.
    `significance`: key, ordinary or hidden, as a worker has marked it (`mark`) or else as its kind has it.
    """

    key: str
    day: dt.date
    ended: dt.date | None
    kind: str
    title: str
    words: str
    theme: str
    significance: str
    childs_perspective: str
    who: str
    said_at: dt.datetime
    entry: Entry | None = None
    fact: Fact | None = None
    mark: ChronologyMark | None = None
    whole: bool = True
    withdrawn: bool = False
    corrected: bool = False
    gone: bool = False

    @property
    def address(self) -> str:
        """Its page."""
        return f"/entry/{self.entry.pk}/" if self.entry else f"/fact/{self.fact.pk}/"

    @property
    def source(self) -> str:
        """Where it can be found again: the entry, or the row of its source."""
        return f"entry {self.entry.pk}" if self.entry else f"{self.who}, row {self.fact.pk}"


@dataclass(frozen=True)
class Reader:
    """Who reads, of whom, and as known when: what every line of one reading needs.

    `shares`: False where only that is told which anyone may read who may open the record.
    """

    by: Worker
    whose: dict[int, int]
    at: dt.datetime | None
    masker: Masker
    sees: Sees
    marks: dict[tuple, ChronologyMark]
    shares: bool = True


def story(by: Worker, person: Person, known_at: dt.datetime | None = None, latest: int | None = None) -> list[Moment]:
    """The lines of one child's thread, newest first; of a child merged into this one too.

    `known_at`: only what had been said by then. `latest`: no more than so many.
    """
    return stories(by, [person], known_at, latest)[person.pk]


def stories(
    by: Worker, persons: Sequence[Person], known_at: dt.datetime | None = None, latest: int | None = None,
    since: dt.datetime | None = None,
) -> dict[int, list[Moment]]:  # fmt: skip
    """The same of several children, by id, in ten queries at most, however many there are. `since`: only what was said after.

    `latest` is for one child.
    """
    return lines(reader_of(by, persons, known_at), latest, since)


def plain_story(by: Worker, person: Person) -> list[Moment]:
    """The story without what several children share: what anyone may be told who may open this child's record."""
    return lines(replace(reader_of(by, [person]), shares=False))[person.pk]


def reader_of(by: Worker, persons: Sequence[Person], known_at: dt.datetime | None = None) -> Reader:
    """Whoever reads of these people, with what every line needs."""
    whose = survivors(persons)
    return Reader(by, whose, known_at, Masker(by, list(persons)), Sees(by), _marks(whose, known_at))


def lines(
    reader: Reader, latest: int | None = None, since: dt.datetime | None = None, after: dt.date | None = None
) -> dict[int, list[Moment]]:  # fmt: skip
    """The lines of each of a reader's people, as `stories` gives them. `after`: of fed rows those alone of what happened, began
    or ended after that day."""
    cut = slice(None if reader.at else latest)
    moments: dict[int, list[Moment]] = {person: [] for person in reader.whose.values()}
    for person, moment in [*_written(reader, cut, since), *_fed(reader, cut, since, after)]:
        moments[person].append(moment)
    return {person: sorted(each, key=_place, reverse=True)[:latest] for person, each in moments.items()}


def _place(moment: Moment) -> tuple:
    return moment.day, moment.said_at, moment.key


def _marks(whose: dict[int, int], at: dt.datetime | None) -> dict[tuple, ChronologyMark]:
    """The latest mark of each line, by the child and what identifies the line."""
    marks = ChronologyMark.objects.filter(person__in=whose).select_related("fact", "by").order_by("at", "pk")
    if at:
        marks = marks.filter(at__lte=at)
    return {(whose[mark.person_id], *identity(mark.entry_id, mark.fact)): mark for mark in marks}


def identity(entry: int | None, fact: Fact | None) -> tuple:
    """What stays the same of a line: the entry's id; of a fed row its key, though it be fed again with other values."""
    if entry:
        return ("entry", entry)
    return ("fed", fact.source, fact.key) if fact.key else ("fact", fact.pk)


# ------------------------------------------------------------------------------------------------------------- WRITTEN


def readable_entries(reader: Reader) -> Q:
    """The entries about a child that this reader may read at all, once the child's record is open."""
    if not reader.shares:
        return ~Q(entry__kind__in=[kind.name for kind in kinds().values() if kind.read_by])
    closed = [kind.name for kind in kinds().values() if kind.read_by and reader.by.role not in kind.read_by]
    return ~Q(entry__kind__in=closed) | Q(entry__made_by=reader.by)


@dataclass(frozen=True)
class Written:
    """An entry as told of one person to one reader, as known at a moment. `person`: whose record it now stands in."""

    person: int
    entry: Entry
    kind: Kind
    version: Version
    told: Told
    whole: bool


def read_lines(reader: Reader, lines: Iterable[EntryPerson]) -> Iterator[Written]:
    """What these lines of entries say to the reader; shared words only where everyone in the entry may be seen. Three queries."""
    lines = [line for line in lines if line.entry.kind in kinds()]
    versions = _versions({line.entry_id for line in lines}, reader.at)
    hidden = partly_hidden(reader.sees, versions) if reader.shares else _about_several(versions)
    for line in lines:
        version, kind = versions.get(line.entry_id), kinds()[line.entry.kind]
        if version:
            told = told_of(kind, body_of(version, kind), line.person, line.entry)
            whole = line.entry_id not in hidden
            told = told if whole else _days_only(kind, told)
            yield Written(reader.whose[line.person_id], line.entry, kind, version, told, whole)


def _days_only(kind: Kind, told: Told) -> Told:
    """What is said of this child alone, and the days on which it happened and ended."""
    days = (kind.happened, kind.ended)
    return replace(told, shared={name: value for name, value in told.shared.items() if name in days})


def lines_of(reader: Reader) -> QuerySet[EntryPerson]:
    """The lines of entries about these people that the reader may read at all, latest first."""
    lines = EntryPerson.objects.filter(readable_entries(reader), person__in=reader.whose)
    lines = lines.select_related("entry__made_by", "person")
    if reader.at:
        lines = lines.filter(entry__made_at__lte=reader.at)
    return lines.order_by("-began_on", "-entry_id")


def _written(reader: Reader, cut: slice, since: dt.datetime | None) -> Iterator[tuple[int, Moment]]:
    lines = lines_of(reader)
    if since:
        said = Version.objects.filter(entry=OuterRef("entry"), said_at__gt=since).exclude(said_by=reader.by)
        lines = lines.filter(Exists(said))
    for written in read_lines(reader, lines[cut]):
        yield written.person, _of_entry(reader, written)


def _versions(entries: set[int], at: dt.datetime | None) -> dict[int, Version]:
    """What each entry says now, or at a moment."""
    said = Version.objects.filter(entry__in=entries).select_related("said_by")
    said = said.filter(said_at__lte=at).order_by("number") if at else said.filter(number=F("entry__versions_made"))
    return {version.entry_id: version for version in said}


def partly_hidden(sees: Sees, entries: Iterable[int]) -> set[int]:
    """The ids of those of the entries that are also about someone whose record this reader may not open. Two queries."""
    about = EntryPerson.objects.filter(entry__in=list(entries)).values_list("entry_id", "person_id", "person__merged_into_id")
    about = [(entry, merged or person) for entry, person, merged in about]
    seen = sees(person for _, person in about)
    return {entry for entry, person in about if person not in seen}


def _about_several(entries: Iterable[int]) -> set[int]:
    several = EntryPerson.objects.filter(entry__in=list(entries)).values("entry").annotate(number=Count("pk"))
    return set(several.filter(number__gt=1).values_list("entry", flat=True))


def _of_entry(reader: Reader, written: Written) -> Moment:
    entry, kind, told, version = written.entry, written.kind, written.told, written.version
    mark = reader.marks.get((written.person, *identity(entry.pk, None)))
    return Moment(
        key=f"entry-{entry.pk}",
        day=told.day(kind.happened),
        ended=ended_of(kind, told),
        kind=kind.name,
        title=kind.title,
        words=reader.masker.text(line_of(kind, told)),
        theme=kind.theme,
        significance=mark.significance if mark else kind.significance,
        childs_perspective=reader.masker.text(mark.childs_perspective) if mark else "",
        who=entry.made_by.name,
        said_at=version.said_at,
        entry=entry,
        mark=mark,
        whole=written.whole,
        withdrawn=version.change == "withdrawn",
        corrected=version.change == "corrected",
    )


def ended_of(kind: Kind, told: Told) -> dt.date | None:
    """The day it ended for this child, where it ended for one before the others."""
    days = (told.day(name) for name in (kind.ended_alone, kind.ended) if name)
    return next(filter(None, days), None)


# ----------------------------------------------------------------------------------------------------------------- FED


def _fed(reader: Reader, cut: slice, since: dt.datetime | None, after: dt.date | None) -> Iterator[tuple[int, Moment]]:
    """Facts without an entry, but for those that an entry tells of as well: one fact seen twice is one fact."""
    typed = facts_known(reader.at).filter(
        person=OuterRef("person"), noun=OuterRef("noun"), started_on=OuterRef("started_on"), entry__isnull=False
    )
    facts = facts_known(reader.at).filter(~Exists(typed), person__in=reader.whose, entry=None).exclude(noun__in=NOT_TOLD)
    if since:
        facts = facts.filter(recorded_at__gt=since)
    if after:
        facts = facts.filter(Q(ended_on__gt=after) | Q(ended_on=None, started_on__gt=after))
    for fact in _latest(facts)[cut]:
        if fact.noun in NOUNS:
            yield reader.whose[fact.person_id], _of_fact(reader, fact)


def _latest(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    return facts.order_by("-started_on", "-pk")


def _of_fact(reader: Reader, fact: Fact) -> Moment:
    noun, told = NOUNS[fact.noun], _as_kinds_tell().get(fact.noun)
    mark = reader.marks.get((reader.whose[fact.person_id], *identity(None, fact)))
    return Moment(
        key=f"fact-{fact.pk}",
        day=fact.started_on,
        ended=fact.ended_on,
        kind=fact.noun,
        title=capital(noun.one),
        words=reader.masker.text(words_of(fact)),
        theme=told.theme if told else "",
        significance=mark.significance if mark else (told.significance if told else "ordinary"),
        childs_perspective=reader.masker.text(mark.childs_perspective) if mark else "",
        who=fact.source or HERE,
        said_at=fact.recorded_at,
        fact=fact,
        mark=mark,
        gone=is_gone(fact, reader.at),
    )


@cache
def _as_kinds_tell() -> dict[str, Kind]:
    """The kind of entry that tells first of each noun: a fed fact has its theme and its significance."""
    found: dict[str, Kind] = defaultdict()
    for kind in kinds().values():
        for gives in kind.gives:
            found.setdefault(gives.noun.name, kind)
    return found


def words_of(fact: Fact) -> str:
    """A fact in words: what happened or began, what is known of it, and how it ended."""
    noun = NOUNS[fact.noun]
    more = "; ".join(dict.fromkeys(_details(fact)))
    began = f"{noun.began}: {more}" if more else noun.began
    if not (noun.lasts and fact.ended_on):
        return began
    return f"{began}. {noun.ended_words} on {in_words(fact.ended_on)}"


def _details(fact: Fact):
    """What the fact says of itself, without ids; not seen is said too."""
    for each in NOUNS[fact.noun].facts:
        value = fact.facts.get(each.name)
        if value in (None, "") or each.name.endswith("_id"):
            continue
        if each.codes:
            yield label(each.codes, str(value)) or f"{each.words} {value}"
        elif each.kind == "yes_no":
            if value and not (each.name == "is_seen" and fact.facts.get("is_alone")):
                yield each.words
            elif each.name == "is_seen" and not value:
                yield "the child was not seen"
        else:
            yield f"{value}".replace("_", " ") if each.kind == "text" else f"{each.words}: {value}"
