"""What a child's page says before the story: worries, the child's words, the plan, how things stand, and who decides.

All of it is read from what the kinds of entry declare: a field named as one of WORRIES is a worry, one of SAID the
child's own words, rows with a day by which and a day on which it was done are steps of a plan.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q

from goldenthread.check.words import capital
from goldenthread.codes.lists import label
from goldenthread.record.access import today
from goldenthread.record.family import on
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import Field, Kind
from goldenthread.record.kinds.told import day_of
from goldenthread.record.known import KnownFact, facts_of
from goldenthread.record.models import Allocation, Person
from goldenthread.record.story import Reader, Written, ended_of, lines_of, read_lines
from goldenthread.standards.vocabulary import NOUNS
from goldenthread.workforce.models import Worker

WORRIES = ("worry", "worries", "risk", "danger", "concern")
"""Fields that say what we worry about."""

SAID = ("said", "wishes", "wish")
"""Fields with the child's own words."""

DONE = ("done", "answer")
"""Fields that say what came of what the child wants."""

NOW = ("looked_after", "placement", "legal_status", "protection_plan", "need_plan", "care_plan", "proceedings", "pre_proceedings")
"""Periods that say how things stand now."""

LASTING, PASSING = 30, 40
"""So many of the latest entries are looked at: of kinds that last, and of others."""

SHOWN = 5
"""So many worries, and so many of the child's sayings, are shown: the latest of each kind."""


@dataclass(frozen=True)
class Saying:
    """Words with their day: a worry, or what the child said. `done`: what came of it, where that was asked."""

    day: dt.date
    words: str
    title: str
    entry_id: int
    done: str = ""


@dataclass(frozen=True)
class Step:
    """Something that is to be done, or to be different, by a day. `outcome`: what it is to change for the child."""

    outcome: str
    action: str
    who: str
    by: dt.date | None
    title: str
    entry_id: int
    is_overdue: bool


@dataclass(frozen=True)
class OpenPeriod:
    """A period that is open: what, since when, in words; `source`: of one that was fed."""

    noun: str
    title: str
    words: str
    since: dt.date
    source: str


@dataclass(frozen=True)
class Overview:
    """The top of a child's page."""

    worries: list[Saying]
    said: list[Saying]
    outcomes: list[Step]
    actions: list[Step]

    @property
    def overdue(self) -> list[Step]:
        """What was to be done by now and is not."""
        return [step for step in (*self.outcomes, *self.actions) if step.is_overdue]


def overview(reader: Reader, person: Person, as_at: dt.date | None = None) -> Overview:
    """What the latest entries say of one child, to this reader. Five queries."""
    day = as_at or today()
    written = [each for each in _latest(reader) if each.person == person.pk and each.version.change != "withdrawn"]
    still = [each for each in written if not _is_over(each, day)]
    return Overview(
        worries=_first_of_each(still, _worries, reader.masker.text),
        said=_first_of_each(written, _sayings, reader.masker.text),
        outcomes=_by_day(_steps(_newest_of_each_kind(still), day, reader.masker.text, outcomes=True)),
        actions=_by_day(_steps(still, day, reader.masker.text, outcomes=False)),
    )


def _latest(reader: Reader) -> list[Written]:
    """The latest entries of kinds that say anything of this; one that lasts is not pushed out by many that do not."""
    lasting = [kind.name for kind in kinds().values() if kind.lasts and _tells(kind)]
    passing = [kind.name for kind in kinds().values() if not kind.lasts and _tells(kind)]
    every = lines_of(reader)
    lines = [
        *every.filter(entry__kind__in=lasting)[: None if reader.at else LASTING],
        *every.filter(entry__kind__in=passing)[: None if reader.at else PASSING],
    ]
    return sorted(read_lines(reader, lines), key=lambda each: (each.told.day(each.kind.happened), each.entry.pk), reverse=True)


def _tells(kind: Kind) -> bool:
    return any(field.name in (*WORRIES, *SAID) or _is_plan(field) for field in kind.fields)


def _is_plan(field: Field) -> bool:
    return field.kind == "rows" and {"by", "done"} <= {each.name for each in field.fields}


def _is_over(each: Written, day: dt.date) -> bool:
    ended = ended_of(each.kind, each.told)
    return ended is not None and ended <= day


def _first_of_each(written: list[Written], read: Callable, mask: Callable) -> list[Saying]:
    """The latest of each kind, and of those the latest few."""
    found: dict[str, Saying] = {}
    for each in written:
        if each.kind.name not in found and (saying := next(read(each, mask), None)):
            found[each.kind.name] = saying
    return list(found.values())[:SHOWN]


def _texts(each: Written, names: Sequence[str]) -> Iterator[str]:
    """What the fields of these names say, in the order of the form."""
    for field in each.kind.fields:
        if field.name in names and field.kind in ("text", "section", "line") and each.told.is_said(field.name):
            yield each.told.get(field.name)


def _worries(each: Written, mask: Callable) -> Iterator[Saying]:
    for text in _texts(each, WORRIES):
        yield Saying(each.told.day(each.kind.happened), mask(first_sentence(text)), each.kind.title, each.entry.pk)


def _sayings(each: Written, mask: Callable) -> Iterator[Saying]:
    done = "; ".join(filter(None, [*_answers(each), *_texts(each, DONE)]))
    for text in _texts(each, SAID):
        yield Saying(each.told.day(each.kind.happened), mask(text), each.kind.title, each.entry.pk, mask(done))


def _answers(each: Written) -> Iterator[str]:
    """What came of a wish, where one of a few answers was chosen."""
    for field in each.kind.fields:
        if field.name in DONE and field.kind == "choice" and each.told.is_said(field.name):
            yield dict(field.choices).get(each.told.get(field.name), "")


def first_sentence(text: str, longest: int = 240) -> str:
    """The first sentence of a text; of a very long one, its beginning."""
    text = " ".join(text.split())
    sentence = re.split(r"(?<=[.!?]) ", text, maxsplit=1)[0]
    return sentence if len(sentence) <= longest else sentence[:longest].rsplit(" ", 1)[0] + " …"


def _newest_of_each_kind(written: Iterable[Written]) -> list[Written]:
    """A new plan, or a new review, takes the place of the one before it."""
    newest: dict[str, Written] = {}
    for each in written:
        newest.setdefault(each.kind.name, each)
    return list(newest.values())


def _steps(written: Iterable[Written], day: dt.date, mask: Callable, outcomes: bool) -> Iterator[Step]:
    """What is not yet done: outcomes of plans, or actions."""
    for each in written:
        for field in filter(_is_plan, each.kind.fields):
            if outcomes != any(column.name == "outcome" for column in field.fields):
                continue
            for row in each.told.get(field.name) or ():
                if not row.get("done"):
                    by = day_of(row.get("by"))
                    action = mask(row.get("action") or row.get("what") or "")
                    yield Step(mask(row.get("outcome", "")), action, mask(row.get("who", "")), by, each.kind.title,
                               each.entry.pk, by is not None and by < day)  # fmt: skip


def _by_day(steps: Iterable[Step]) -> list[Step]:
    """The first due first; what was agreed twice, once."""
    once = {(step.outcome, step.action, step.who, step.by): step for step in steps}
    return sorted(once.values(), key=lambda step: step.by or dt.date.max)


# ----------------------------------------------------------------------------------------------------------------- NOW


def states(person: Person, at: dt.datetime | None = None, as_at: dt.date | None = None) -> list[OpenPeriod]:
    """Where the child lives, under which law, on which plan: the periods that are open, in the order of NOW. Two queries."""
    day = as_at or today()
    facts = [fact for fact in facts_of([person], NOW, at)[person.pk] if fact.started_on <= day and _is_open(fact, day)]
    return [_state(fact) for fact in sorted(facts, key=lambda fact: (NOW.index(fact.noun), fact.started_on))]


def _is_open(fact: KnownFact, day: dt.date) -> bool:
    return fact.ended_on is None or fact.ended_on > day


def _state(fact: KnownFact) -> OpenPeriod:
    noun = NOUNS[fact.noun]
    said = (label(each.codes, str(fact.facts[each.name])) for each in noun.facts if each.codes and fact.facts.get(each.name))
    one = noun.one.removeprefix("a ").removeprefix("an ")
    return OpenPeriod(fact.noun, capital(one), "; ".join(dict.fromkeys(filter(None, said))), fact.started_on, fact.source)


def holders(person: Person, day: dt.date) -> list[Allocation]:
    """Who holds the child on a day, in each capacity: those who have accepted. One query."""
    held = Allocation.objects.filter(on(day), person=person, state="accepted").select_related("worker__team", "team__above")
    order = [name for name, _ in Allocation.CAPACITIES]
    return sorted(held, key=lambda each: (order.index(each.capacity), each.started_on))


def deciders(held: Iterable[Allocation]) -> list[Worker]:
    """The managers of the teams that hold the child, and of the teams above, nearest first. One query."""
    teams = [team for each in held if each.team for team in (each.team, each.team.above) if team]
    roles = Q(role__in=("team_manager", "service_manager"))
    managers = Worker.objects.filter(roles, team__in=teams, is_active=True, left_on=None).select_related("team")
    return sorted(managers, key=lambda worker: (worker.role != "team_manager", worker.name))


def out_of_hours() -> list[Worker]:
    """The out-of-hours team, where it has a number to ring. One query."""
    return list(Worker.objects.filter(role="out_of_hours", is_active=True, left_on=None).exclude(phone="").order_by("name")[:3])
