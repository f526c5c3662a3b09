"""A shortfall as one reader may have it explained: the facts it rests on, who was told, what was answered.

The paragraph itself is the judging's (`Shortfall.explanation`); here is what stands around it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb

from goldenthread.check.words import capital, day
from goldenthread.oversight.cards import CardLine
from goldenthread.oversight.holders import title
from goldenthread.oversight.ladder import STEPS
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.record import access
from goldenthread.record.facts import read_some
from goldenthread.record.kinds import kinds
from goldenthread.record.masking import Masker
from goldenthread.record.models import Entry, Fact, HouseholdMember, Person
from goldenthread.record.shown import shown_many
from goldenthread.record.some import some
from goldenthread.standards.behind import behind
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.vocabulary import NOUNS
from goldenthread.workforce.models import Worker

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
    together = HouseholdMember.objects.filter(ended_on=None).with_any_of([shortfall.person_id]).values("person")
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


def told_in_short(line: CardLine) -> str:
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
class ShownTelling:
    """One telling, as a reader is told of it. `why`: empty where it was simply theirs to do."""

    whom: str
    on: dt.date
    why: str
    passed: str
    has_seen: bool


def shown_tellings(by: Worker, tellings: Iterable[Telling]) -> Iterator[ShownTelling]:
    """Who was told, the first first."""
    for each in sorted(tellings, key=lambda each: (each.on, each.step, each.pk)):
        yield ShownTelling(whom(by, each.worker), each.on, WHY.get(each.why, ""), each.passed, each.seen_at is not None)


@dataclass(frozen=True)
class ShownAnswer:
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


def shown_answers(by: Worker, answers: Iterable[Answer], masker: Masker) -> list[ShownAnswer]:
    """What was answered, the latest first."""
    mask = masker.text
    return [
        ShownAnswer(each.kind, each.get_kind_display(), whom(by, each.by), each.on, mask(each.what), mask(each.who), each.by_when,
             mask(each.provision), each.get_cause_display() if each.cause else "")
        for each in sorted(answers, key=lambda each: (each.at, each.pk), reverse=True)
    ]  # fmt: skip
