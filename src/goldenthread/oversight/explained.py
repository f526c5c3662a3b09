"""A shortfall as one reader may have it explained: its standard, the facts it rests on, what would meet or lift it, who was told.

The paragraph itself is the judging's (`Shortfall.explanation`); here is what stands around it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from goldenthread.check.words import capital, day
from goldenthread.oversight import here
from goldenthread.oversight.holders import title
from goldenthread.oversight.ladder import STEPS
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.record import access
from goldenthread.record.facts import read_some
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import Kind
from goldenthread.record.masking import Masker
from goldenthread.record.models import Entry, Fact, HouseholdMember, Person
from goldenthread.record.seeing import NOUNS
from goldenthread.record.shown import shown_many
from goldenthread.record.some import some
from goldenthread.standards.behind import behind
from goldenthread.standards.explain import (
    BY_DATE,
    DUTY_IS,
    EXCEPTIONS_UNKNOWN,
    LATEST_ONLY,
    PROVISIONAL,
    SINCE_UNKNOWN,
    law,
    stands,
)
from goldenthread.standards.language.limits import Force
from goldenthread.standards.language.needed import ends_used
from goldenthread.standards.language.nouns import Both, Called, Either, Noun, Until, Where
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Always, Every, Never, Within
from goldenthread.workforce.models import Worker

if TYPE_CHECKING:
    from goldenthread.oversight.cards import Line

PLACE = re.compile(r"(\S+) (\d+)$")
"""What evidence calls the place of a fact: "entry 12", "fed the old system fact 34", "allocation 5"."""

TABLES = {
    "allocation": ("Who holds the child", "#h-who"),
    "person": ("Who the child is: date of birth, and other particulars", "family/"),
    "household": ("Who lives with the child", "family/"),
    "householdmember": ("Who lives with the child", "family/"),
    "member": ("Who lives with the child", "family/"),
    "relationship": ("Who belongs to the child's family", "family/"),
}
"""Places that are rows of a table and not entries: in words, and where on the child's pages they are seen."""

NO_NAMES = ("service_manager", "head_of_service", "director", "quality_assurance", "inspector")
"""Those above a team manager see children and causes, and not the names of workers."""


@dataclass(frozen=True)
class Rest:
    """A fact that a shortfall rests on, in words; `address`: of its page, where there is one; `entry`: the id of an entry."""

    words: str
    day: dt.date | None
    address: str
    entry: int | None = None
    source: str = ""


# ------------------------------------------------------------------------------------------------------------ STANDARD


def duty_of(shortfall: Shortfall) -> str:
    """What was owed, in the standard's own sentence."""
    standard = here.standard_of(shortfall)
    return standard.duty if standard else shortfall.standard.replace("-", " ").capitalize() + "."


def force_words(shortfall: Shortfall, standard: Standard | None) -> str:
    """What stands behind its number (or, without a number, behind the duty), in a sentence."""
    return stands(standard) if standard else DUTY_IS[Force(shortfall.force)]


ASKS = {
    Force.LAW: "The law asks for", Force.GUIDANCE: "National guidance asks for", Force.LOCAL: "This authority asks for",
    Force.DEFAULT: "Golden Thread asks for",
}  # fmt: skip


def asks(shortfall: Shortfall, standard: Standard | None) -> str:
    """Who asks how often, or how soon: "This authority asks for it every 4 weeks." Nothing where there is no number."""
    rule = standard.rule if standard else None
    if not isinstance(rule, Within | Every) or not rule.limit.amount:
        return ""
    return f"{ASKS[Force(shortfall.force)]} {'it every' if isinstance(rule, Every) else 'it within'} {standard.limit_words}."


def kinds_that_meet(standard: Standard | None) -> list[Kind]:
    """The kinds of entry that would tell of what is owed, or of what ends it, one for each such thing.

    None where what is owed is an end, or a holding.
    """
    match standard.rule if standard else None:
        case Within() | Every() as rule:
            return kinds_that_tell(rule.expect)
        case Always() as rule:
            return kinds_that_tell(rule.period)
    return [kind for noun in one_by_one(ends_it(standard)) for kind in kinds_that_tell(noun)[:1]]


def ends_it(standard: Standard | None) -> Noun | None:
    """What ends its shortfalls, where it must not be so until that happens: a safety plan, once there is a danger."""
    return _until(standard.rule.period) if standard and isinstance(standard.rule, Never) else None


def _until(noun: Noun) -> Noun | None:
    match noun:
        case Until():
            return noun.right
        case Called() | Where():
            return _until(noun.source)
        case Both():
            return _until(noun.left)
    return None


def one_by_one(noun: Noun | None) -> list[Noun]:
    """The things any of which will do, each by itself."""
    match noun:
        case None:
            return []
        case Called():
            return one_by_one(noun.source) if isinstance(noun.source, Either) else [noun]
        case Either(left, right):
            return [*one_by_one(left), *one_by_one(right)]
    return [noun]


def kinds_that_tell(noun: Noun) -> list[Kind]:
    """The kinds of entry that give facts of a noun, the one it is about first; none where its end is what matters."""
    if not noun.lasts and ends_used(noun, False):
        return []
    names = [part.name for part in noun.parts()]
    found = [kind for name in names[:1] for kind in kinds().values() if any(each.noun.name == name for each in kind.gives)]
    return sorted(found, key=lambda kind: (len(kind.gives), kind.title))


CAVEATS = {
    PROVISIONAL: "The bank holidays of that year are not yet official, so the day may move.",
    BY_DATE: "It is judged by the day: the hour is not on the record.",
    LATEST_ONLY: "The source tells only of the latest; an earlier one may have been made.",
    EXCEPTIONS_UNKNOWN: "Whether a lawful exception applies is not on the record.",
}
"""What is to be borne in mind, in sentences."""


def caveats(shortfall: Shortfall) -> list[str]:
    """What is to be borne in mind about it, each a sentence."""
    return [_caveat(each) for each in shortfall.evidence.get("caveats", ())]


def _caveat(caveat: str) -> str:
    if caveat.startswith(SINCE_UNKNOWN):
        until = dt.date.fromisoformat(caveat.removeprefix(SINCE_UNKNOWN))
        return f"The other system tells of this only until {day(until)}: it may have been done since."
    return CAVEATS.get(caveat, capital(caveat) + ".")


AS_AT = re.compile(r",? as at \d+ \w+ \d{4}(, \d+ days? after it was due)?(?=\.)")
"""The day of the last judging: how long ago something was due is said as at today, beside the paragraph."""


def paragraph(shortfall: Shortfall, standard: Standard | None) -> str:
    """Why it is asked: what began the clock, what was due and when, what is on the record. The law stands by itself."""
    said = AS_AT.sub("", shortfall.explanation)
    return said.removesuffix(law(standard) if standard else "").strip()


# ---------------------------------------------------------------------------------------------------------------- FACTS


def rests_on(by: Worker, shortfall: Shortfall, standard: Standard | None) -> tuple[list[Rest], int]:
    """The facts it rests on, of those this reader may open; and how many more there are. Whoever asks may see the shortfall.

    Of a question everything that it counted.
    """
    rows = [*shortfall.evidence.get("rows", ()), *_counted(shortfall, standard)]
    places = [PLACE.search(place) for place in rows]
    places = list(dict.fromkeys((found[1], int(found[2])) for found in places if found))
    entries = _entries(by, shortfall.person, [pk for what, pk in places if what == "entry"])
    facts = _facts(shortfall.person, [pk for what, pk in places if what == "fact"])
    found = [_rest(what, pk, shortfall.person, entries, facts) for what, pk in places]
    return [each for each in found if each], sum(each is None for each in found)


def _counted(shortfall: Shortfall, standard: Standard | None) -> list[str]:
    """The places of what a question counted, as the record is now."""
    if shortfall.kind != "question" or standard is None or shortfall.subject_type != "child":
        return []
    with duckdb.connect(config={"threads": 1}) as reading:
        told = read_some(some([shortfall.subject_id]), reading)
    return [told.places[each.ref] for each in behind(standard, told.facts, shortfall.opened_on) if each.ref in told.places]


def _rest(what: str, pk: int, person: Person | None, entries: dict[int, Rest], facts: dict[int, Rest]) -> Rest | None:
    if what == "entry":
        return entries.get(pk)
    if what == "fact":
        return facts.get(pk)
    words, page = TABLES.get(what, ("", ""))
    return Rest(words, None, f"/child/{person.pk}/{page}") if words and person else None


def _entries(by: Worker, person: Person | None, ids: list[int]) -> dict[int, Rest]:
    rows = Entry.objects.filter(pk__in=ids).select_related("made_by", "worker")
    entries = [each for each in rows if access.allows(access.check_read_entry, by, each)]
    if person is None:
        return {each.pk: Rest(kinds()[each.kind].title, each.began_on, f"/entry/{each.pk}/", each.pk) for each in entries}
    return {each.entry.pk: Rest(each.line, each.began_on, f"/entry/{each.entry.pk}/", each.entry.pk)
            for each in shown_many(by, entries, person)}  # fmt: skip


def _facts(person: Person | None, ids: list[int]) -> dict[int, Rest]:
    """Fed rows of this child's own record, or of one that was merged into it."""
    if person is None or not ids:
        return {}
    rows = Fact.objects.filter(pk__in=ids, person__in=person.ids)
    return {row.pk: Rest(_noun(row.noun), row.started_on, f"/fact/{row.pk}/", source=row.source) for row in rows}


def _noun(name: str) -> str:
    one = NOUNS[name].one if name in NOUNS else name
    return capital(re.sub(r"^(a|an|the) ", "", one))


def brothers_and_sisters(by: Worker, shortfall: Shortfall) -> list[Shortfall]:
    """Open shortfalls by the same standard of those who live with the child, of those this reader may see."""
    if shortfall.person is None:
        return []
    homes = HouseholdMember.objects.filter(person=shortfall.person, ended_on=None).values("household")
    together = HouseholdMember.objects.filter(household__in=homes, ended_on=None).values("person")
    seen = access.children(by).filter(pk__in=together).exclude(pk=shortfall.person_id).values("pk")
    rows = Shortfall.objects.open().filter(standard=shortfall.standard, person__in=seen)
    return list(rows.select_related("person").order_by("due_on", "pk"))


# ----------------------------------------------------------------------------------------------------- WHO, AND ANSWERS


def whom(by: Worker, worker: Worker) -> str:
    """Who was told, or said something, as this reader is told of it: by name up to the team manager, above by what they are."""
    if worker.pk == by.pk:
        return "you"
    title = worker.kind_of_role.title
    if by.role in NO_NAMES or worker.role == "out_of_hours":
        return f"the {title[0].lower()}{title[1:]}"
    return f"{worker.name}, {title[0].lower()}{title[1:]}"


def told_in_short(line: "Line") -> str:
    """Who was told, by role: one or two with their days; of more, the day of the first, and who has had it since when."""
    steps = {each.step: each for each in line.told}
    if len(steps) > 1 and len({each.on for each in line.told}) == 1:
        return f"Told on {day(line.told[0].on)}: {', '.join(title(step, line.shortfall.responsible) for step in steps)}."
    if len(steps) < 3 or line.is_danger:
        return f"Told: {line.told_words}." if line.told_words else ""
    last = max((each for each in line.told if each.step in STEPS), key=lambda each: (each.step, each.pk))
    now_with = title(last.step, line.shortfall.responsible)
    return f"First told on {day(line.told[0].on)}; {now_with} has known since {day(last.on)}."


WHY = {
    "danger": "a danger is told to everyone who must know, at once",
    "new worker": "newly responsible",
    "no answer": "nobody had answered",
    "help asked": "help was asked for",
    "day passed": "what was decided had not happened by its day",
    "exception to agree": "an exception is to be agreed",
}
"""Why somebody was told, where it was not simply theirs to do."""


@dataclass(frozen=True)
class Told:
    """One telling, as a reader is told of it. `why`: empty where it was simply theirs to do."""

    whom: str
    on: dt.date
    why: str
    passed: str
    has_seen: bool


def told(by: Worker, tellings: Iterable[Telling]) -> Iterator[Told]:
    """Who was told, the first first."""
    for each in sorted(tellings, key=lambda each: (each.on, each.step, each.pk)):
        yield Told(whom(by, each.worker), each.on, WHY.get(each.why, ""), each.passed, each.seen_at is not None)


@dataclass(frozen=True)
class Said:
    """An answer, as a reader is told of it: typed words without what this reader may not see."""

    kind: str
    title: str
    whom: str
    on: dt.date
    what: str
    who: str
    by_when: dt.date | None
    provision: str
    cause: str


def said(by: Worker, answers: Iterable[Answer], masker: Masker) -> list[Said]:
    """What was answered, the latest first."""
    mask = masker.text
    return [
        Said(each.kind, each.get_kind_display(), whom(by, each.by), each.on, mask(each.what), mask(each.who), each.by_when,
             mask(each.provision), each.get_cause_display() if each.cause else "")
        for each in sorted(answers, key=lambda each: (each.at, each.pk), reverse=True)
    ]  # fmt: skip
