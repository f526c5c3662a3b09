"""How far up unanswered things have climbed: at each level who was told, what was seen, answered, or not; and why it waits.

Managers read of levels and causes here, never of a worker by name. Only what is put before people is told of: the rest
counts silently. Each function asks a fixed number of queries.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from goldenthread.oversight import drift
from goldenthread.oversight.drift import Scope
from goldenthread.oversight.ladder import DIRECTOR, HEAD, OUT_OF_HOURS, SERVICE, TEAM, WORKER
from goldenthread.oversight.models import Answer, Telling
from goldenthread.record.models import Fact, Person

LEVELS = {
    WORKER: "The person responsible",
    TEAM: "Team managers",
    SERVICE: "Service managers",
    HEAD: "Heads of service",
    DIRECTOR: "The director",
    OUT_OF_HOURS: "The out-of-hours team",
}
"""Every level with its name, from the child up."""

STATES = {"unseen": "Not yet seen", "seen": "Seen, not answered", "answered": "Answered"}

OUTCOMES = {
    "answered": "Answered", "done": "Done before an answer", "up": "Went up unanswered", "waiting": "Still waiting"
}  # fmt: skip
"""What became of what a level was told of."""

LATELY = 90
"""Days back of which it is counted what became of what a level was told of."""

CAUSES = dict(Answer.CAUSES) | {"": "No cause is given"}
IN_ORDER = [*(cause for cause in CAUSES if cause), ""]


@dataclass
class Level:
    """One level. `now`: open things by state, each with its child; `lately`: how many things by outcome; `why`: their causes.

    `since`: since when the longest of what is unanswered has been with this level.
    """

    step: int
    now: dict[str, dict[int, int]] = field(default_factory=lambda: {state: {} for state in STATES})
    lately: Counter = field(default_factory=Counter)
    why: dict[int, str] = field(default_factory=dict)
    since: dt.date | None = None

    @property
    def title(self) -> str:
        return LEVELS[self.step]

    def number(self, *states: str) -> int:
        """Of how many children something is in one of these states."""
        return len({child for state in states for child in self.now[state].values()})

    def causes(self) -> list[tuple[str, str, int]]:
        """Why what is unanswered waits: each cause, its name, and of how many children."""
        children = defaultdict(set)
        for shortfall, child in (self.now["unseen"] | self.now["seen"]).items():
            children[self.why.get(shortfall, "")].add(child)
        return [(cause, CAUSES[cause], len(children[cause])) for cause in IN_ORDER if children[cause]]


@dataclass
class _With:
    """One shortfall with one level: since when, whether anyone there has seen it, when anyone there answered."""

    on: dt.date
    seen: bool = False
    answered: dt.date | None = None


def levels(of: Scope, why: dict[int, str] | None = None) -> list[Level]:
    """Every level that was told of anything of the scope's children that is open, or lately. Two queries, and those of `why`:
    what `causes_of` gives, where it is known already."""
    since = of.day - dt.timedelta(LATELY)
    tellings = Telling.objects.filter(
        Q(shortfall__ended_on=None) | Q(on__gte=since), shortfall__person__in=of.children.values("pk"), on__lte=of.day
    )
    rows = tellings.order_by("on", "pk").values_list(
        "shortfall_id", "step", "on", "seen_at", "shortfall__person_id", "shortfall__ended_on"
    )
    answers = Answer.objects.filter(shortfall__in=tellings.values("shortfall"), on__lte=of.day).order_by("on", "pk")
    said: dict[tuple[int, int], list[dt.date]] = defaultdict(list)
    for shortfall, step, on in answers.values_list("shortfall_id", "step", "on"):
        said[shortfall, step].append(on)
    held: dict[int, dict[int, _With]] = defaultdict(dict)
    people = {}
    for shortfall, step, on, seen_at, person, ended in rows:
        people[shortfall] = (person, ended)
        each = held[shortfall].setdefault(step, _With(on))
        each.seen = each.seen or seen_at is not None
        each.answered = each.answered or next((day for day in said[shortfall, step] if day >= each.on), None)
    why = causes_of(of) if why is None else why
    found = {step: Level(step, why=why) for step in LEVELS}
    for shortfall, by_step in held.items():
        _add(found, by_step, (shortfall, *people[shortfall]), since)
    return [level for level in found.values() if level.lately or any(level.now.values())]


def _add(found: dict[int, Level], by_step: dict[int, _With], shortfall: tuple[int, int, dt.date | None], since: dt.date) -> None:
    """Put one shortfall (its id, its child, when it ended) down at each level that was told of it."""
    pk, child, ended = shortfall
    for step, each in by_step.items():
        level = found[step]
        if ended is None:
            level.now["answered" if each.answered else "seen" if each.seen else "unseen"][pk] = child
            if not each.answered:
                level.since = min(level.since or each.on, each.on)
        if each.on >= since:
            level.lately[_outcome(step, each, by_step, ended)] += 1


def _outcome(step: int, each: _With, by_step: dict[int, _With], ended) -> str:
    next_up = min((other.on for at, other in by_step.items() if step < at < OUT_OF_HOURS and other.on > each.on), default=None)
    if each.answered and (next_up is None or each.answered <= next_up):
        return "answered"
    if next_up is not None:
        return "up"
    return "waiting" if ended is None else "done"


def at_level(of: Scope, step: int, state: str = "", cause: str | None = None) -> list[drift.Behind]:
    """The children behind a level's numbers, with what was put before it, the most serious first. Eight queries.

    `state`: a name of STATES, or empty for all that is unanswered.
    """
    level = next((each for each in levels(of) if each.step == step), Level(step))
    things = level.now[state] if state else level.now["unseen"] | level.now["seen"]
    wanted = {pk for pk in things if cause is None or level.why.get(pk, "") == cause}
    return drift.behind(drift.shortfalls(of).filter(tellings__step=step).distinct(), wanted)


def causes_of(of: Scope) -> dict[int, str]:
    """Why each open thing that is put before people waits, where that is known: as somebody said last; else what the facts
    say: nobody holds the child, or whoever does is away. Three queries."""
    rows = drift.shortfalls(of).filter(speaks=True)
    absent = Fact.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=of.day), noun="absence", superseded_at=None, gone_at=None, started_on__lte=of.day
    )
    there = of.held().filter(worker__isnull=False).exclude(worker__number__in=absent.values("subject_id"))
    found = dict.fromkeys(rows.exclude(person__in=there.values("whose")).values_list("pk", flat=True), "vacancy")
    said = Answer.objects.filter(shortfall__in=rows.values("pk"), on__lte=of.day).exclude(cause="").order_by("on", "pk")
    return found | dict(said.values_list("shortfall_id", "cause"))


def causes(of: Scope, why: dict[int, str] | None = None) -> list[tuple[str, str, int]]:
    """Each cause with its name and of how many children something waits for it, in the order of the choices. One query, and
    those of `why`."""
    whose = dict(drift.shortfalls(of).filter(speaks=True).values_list("pk", "person_id"))
    why, children = causes_of(of) if why is None else why, defaultdict(set)
    for shortfall, person in whose.items():
        children[why.get(shortfall, "")].add(person)
    return [(cause, CAUSES[cause], len(children[cause])) for cause in IN_ORDER if children[cause]]


def because_of(of: Scope, cause: str) -> list[drift.Behind]:
    """The children of whom something waits for a cause. Four queries."""
    why = causes_of(of)
    rows = drift.shortfalls(of).filter(speaks=True)
    return drift.behind(rows, {pk for pk in rows.values_list("pk", flat=True) if why.get(pk, "") == cause})


@dataclass
class Excepted:
    """A provision by which people said that a duty does not stand: how often, and what the next person up said."""

    provision: str
    said: int = 0
    agreed: int = 0
    not_agreed: int = 0


def exceptions(of: Scope) -> list[Excepted]:
    """Lawful exceptions claimed within the year, by provision. One query."""
    since = of.day - dt.timedelta(365)
    rows = Answer.objects.filter(kind__in=("exception", "agreed", "not_agreed"), on__gt=since, on__lte=of.day)
    rows = rows.filter(shortfall__person__in=of.children.values("pk"))
    found: dict[str, Excepted] = {}
    claimed: dict[int, Excepted] = {}
    for shortfall, kind, provision in rows.order_by("at", "pk").values_list("shortfall_id", "kind", "provision"):
        if kind == "exception":
            claimed[shortfall] = found.setdefault(provision, Excepted(provision))
            claimed[shortfall].said += 1
        elif shortfall in claimed:
            setattr(claimed[shortfall], kind, getattr(claimed[shortfall], kind) + 1)
    return sorted(found.values(), key=lambda each: each.provision)


def last_said(children: Iterable[Person], day: dt.date) -> dict[int, Answer]:
    """Of each child the latest answer about anything open, up to a day. One query."""
    rows = Answer.objects.filter(shortfall__person__in=[each.pk for each in children], shortfall__ended_on=None, on__lte=day)
    return {each.shortfall.person_id: each for each in rows.select_related("shortfall", "by").order_by("at", "pk")}
