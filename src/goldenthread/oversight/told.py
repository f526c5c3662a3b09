"""How far up unanswered things have climbed: at each level who was told, what was seen, answered, or not; and why it waits.

Managers read of levels and causes here, never of a worker by name. Only what is put before people is told of: the rest
counts silently. What is owed to workers and to the authority itself is told apart from the children, to those who may see
it. Each function asks a fixed number of queries.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from goldenthread.oversight import drift, sight
from goldenthread.oversight.counting import YEAR
from goldenthread.oversight.drift import Scope
from goldenthread.oversight.holders import absences
from goldenthread.oversight.ladder import DIRECTOR, HEAD, OUT_OF_HOURS, SERVICE, TEAM, WORKER
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.record.models import Person

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
    "answered": "Answered", "done": "Done before an answer", "over": "Over, neither done nor answered",
    "off": "Lifted or withdrawn", "up": "Went up unanswered", "waiting": "Still waiting",
}  # fmt: skip
"""What became of what a level was told of."""

ENDED = {"done": "done", "decided": "done", "ceased": "over", "unanswered": "over", "lifted": "off", "withdrawn": "off"}
"""What an end (of a shortfall's ENDS) is called of a level that had not answered."""

LATELY = 90
"""Days back of which it is counted what became of what a level was told of."""

CAUSES = dict(Answer.CAUSES) | {"": "No cause is given"}
IN_ORDER = [*(cause for cause in CAUSES if cause), ""]


@dataclass
class Level:
    """One level. `now`: open things by state, each with its child; `lately`: how many things by outcome; `why`: their causes.

    `since`: since when the longest of what is unanswered has been with this level. Of what is owed to workers or by
    the authority each stands for itself, and is counted by itself.
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
        """Of how many children something is in one of these states; or of how many things."""
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
    """Every level that was told of anything of the scope's children that is open, or lately. Three queries, and those of `why`:
    what `causes_of` gives, where it is known already."""
    rows = Shortfall.objects.filter(subject_type="child", person__in=of.children.values("pk"))
    return _levels(of, rows, causes_of(of) if why is None else why)


def furthest(found: Sequence[Level]) -> Level | None:
    """The highest level before which something stands unanswered; the out-of-hours team stands beside the ladder."""
    return next((each for each in reversed(found) if each.step != OUT_OF_HOURS and each.number("unseen", "seen")), None)


def levels_of_others(of: Scope) -> list[Level]:
    """The same of what is owed to workers and by the authority itself, of what the reader may see. Five queries."""
    rows = _others(of)
    return _levels(of, rows, _said_why(rows, of.day))


def _others(of: Scope) -> QuerySet[Shortfall]:
    """Shortfalls on nobody's record, of this scope: of its workers; and, where it is all of the reader's, of the authority."""
    rows = sight.of_no_person(of.by) if of.exact else Shortfall.objects.none()
    if of.teams is None:
        return rows
    of_the_whole = ~Q(subject_type="worker") if of.team == of.by.team else Q(pk__in=[])
    return rows.filter(Q(subject_type="worker", worker__team__in=of.teams) | of_the_whole)


def _levels(of: Scope, wanted: QuerySet[Shortfall], why: dict[int, str]) -> list[Level]:
    """Every level that was told of what is wanted. Three queries: of what is open, of what ended lately, and the answers."""
    since = of.day - dt.timedelta(LATELY)
    open_now, over = wanted.speaking().values("pk"), wanted.filter(ended_on__gte=since).values("pk")
    held: dict[int, dict[int, _With]] = defaultdict(dict)
    people = {}
    for told in (Telling.objects.filter(shortfall__in=open_now), Telling.objects.filter(shortfall__in=over, on__gte=since)):
        rows = told.filter(on__lte=of.day).annotate(is_seen=Q(seen_at__isnull=False))
        rows = rows.values_list("shortfall_id", "step", "on", "is_seen", "shortfall__person_id", "shortfall__ended")
        for shortfall, step, on, is_seen, person, ended in rows:
            people[shortfall] = (person or -shortfall, ended)
            each = held[shortfall].setdefault(step, _With(on))
            each.on, each.seen = min(each.on, on), each.seen or is_seen
    answers = Answer.objects.filter(Q(shortfall__ended_on=None) | Q(on__gte=since), on__lte=of.day).order_by("-on", "-pk")
    for shortfall, step, on in answers.values_list("shortfall_id", "step", "on") if held else ():
        each = held.get(shortfall, {}).get(step)  # of the whole authority's answers, those to what is wanted
        if each and on >= each.on:
            each.answered = on
    found = {step: Level(step, why=why) for step in LEVELS}
    for shortfall, by_step in held.items():
        _add(found, by_step, (shortfall, *people[shortfall]), since)
    return [level for level in found.values() if level.lately or any(level.now.values())]


def _add(found: dict[int, Level], by_step: dict[int, _With], shortfall: tuple[int, int, str], since: dt.date) -> None:
    """Put one shortfall (its id, its child, how it ended) down at each level that was told of it."""
    pk, child, ended = shortfall
    for step, each in by_step.items():
        level = found[step]
        if not ended:
            level.now["answered" if each.answered else "seen" if each.seen else "unseen"][pk] = child
            if not each.answered:
                level.since = min(level.since or each.on, each.on)
        if each.on >= since:
            level.lately[_outcome(step, each, by_step, ended)] += 1


def _outcome(step: int, each: _With, by_step: dict[int, _With], ended: str) -> str:
    next_up = min((other.on for at, other in by_step.items() if step < at < OUT_OF_HOURS and other.on > each.on), default=None)
    if each.answered and (next_up is None or each.answered <= next_up):
        return "answered"
    if next_up is not None:
        return "up"
    return ENDED.get(ended, "waiting")


def at_level(of: Scope, step: int, state: str = "", cause: str | None = None) -> drift.Children:
    """The children behind a level's numbers, with what was put before it, the most serious first. Five queries.

    `state`: a name of STATES, or empty for all that is unanswered.
    """
    wanted = _things(levels(of), step, state, cause)
    return drift.behind(each for each in of.open if each.pk in wanted)


def others_at_level(of: Scope, step: int, state: str = "", cause: str | None = None) -> list[Shortfall]:
    """What is owed to workers or by the authority behind a level's numbers, the most serious first. Four queries."""
    wanted = _things(levels_of_others(of), step, state, cause)
    rows = _others(of).open().filter(tellings__step=step).select_related("worker__team").distinct()
    return sorted((each for each in rows if each.pk in wanted), key=drift.gravity)


def _things(found: list[Level], step: int, state: str, cause: str | None) -> set[int]:
    """The ids of what stands at a level in a state (none: unanswered), for a cause."""
    level = next((each for each in found if each.step == step), Level(step))
    things = level.now[state] if state else level.now["unseen"] | level.now["seen"]
    return {pk for pk in things if cause is None or level.why.get(pk, "") == cause}


def unanswered(of: Scope) -> QuerySet[Shortfall]:
    """The questions about the scope's children whose time passed within the year, and nobody had answered."""
    since = of.day - dt.timedelta(YEAR)
    rows = Shortfall.objects.filter(ended="unanswered", ended_on__gt=since, ended_on__lte=of.day)
    return rows.filter(subject_type="child", person__in=of.children.values("pk"))


def causes_of(of: Scope) -> dict[int, str]:
    """Why each open thing that is put before people waits, where that is known: as somebody said last; else what the facts
    say: nobody holds the child, or whoever does is away. Three queries."""
    there = of.held().filter(worker__isnull=False).exclude(worker__number__in=absences(of.day).values("subject_id"))
    held = set(there.values_list("whose", flat=True))
    found = {each.pk: "" if each.person_id in held else "vacancy" for each in of.open if each.speaks}
    said = _said_why(Shortfall.objects.speaking(), of.day)
    return {pk: said.get(pk, why) for pk, why in found.items()}


def _said_why(rows: QuerySet[Shortfall], day: dt.date) -> dict[int, str]:
    said = Answer.objects.filter(shortfall__in=rows.values("pk"), on__lte=day).exclude(cause="").order_by("on", "pk")
    return dict(said.values_list("shortfall_id", "cause"))


def causes(of: Scope, why: dict[int, str] | None = None) -> list[tuple[str, str, int]]:
    """Each cause with its name and of how many children something waits for it, in the order of the choices. No query but
    those of `why`."""
    why, children = causes_of(of) if why is None else why, defaultdict(set)
    for each in of.open:
        if each.speaks:
            children[why[each.pk]].add(each.person_id)
    return [(cause, CAUSES[cause], len(children[cause])) for cause in IN_ORDER if children[cause]]


def because_of(of: Scope, cause: str) -> drift.Children:
    """The children of whom something waits for a cause. Four queries."""
    why = causes_of(of)
    return drift.behind(each for each in of.open if each.speaks and why[each.pk] == cause)


@dataclass
class Excepted:
    """A provision by which people said that a duty does not stand: how often, and what the next person up said."""

    provision: str
    said: int = 0
    agreed: int = 0
    not_agreed: int = 0


def exceptions(of: Scope) -> list[Excepted]:
    """Lawful exceptions claimed within the year, by provision. One query."""
    since = of.day - dt.timedelta(YEAR)
    rows = Answer.objects.filter(kind__in=("exception", "agreed", "not_agreed"), on__gt=since, on__lte=of.day)
    rows = rows.filter(Exists(of.children.filter(pk=OuterRef("shortfall__person"))))  # so few are asked about, one by one
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
