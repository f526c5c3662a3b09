"""One card a child: what of this child waits for this worker, in words, how long, who was told, when it goes up and to whom.

At most five shout on one day, dangers first. What somebody answered is quiet until its day. Every function asks a fixed
number of queries, however many children there are.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from goldenthread.check import words
from goldenthread.oversight import here, ladder, sight
from goldenthread.oversight.holders import Holders, in_bulk, title
from goldenthread.oversight.ladder import OUT_OF_HOURS, STEP_OF, STEPS, WORKER, State
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.oversight.telling import as_said, as_told, rung
from goldenthread.record import access
from goldenthread.record.models import Person
from goldenthread.standards.explain import none_of, on_a_day
from goldenthread.standards.language.nouns import Called, Until
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Always, Every, Never, Within
from goldenthread.workforce.models import Worker

SHOUTING = 5
"""At most so many children are put before the others: more would be none."""

WEIGHTS = {"critical": 27, "high": 9, "medium": 3, "low": 1}
"""How much a severity weighs, in what comes first: more than having waited long, and less than both together."""

LONG = (7, 28, 91)
"""Days past, from which waiting weighs more: a week, a month, a quarter."""


@dataclass(frozen=True)
class Line:
    """One shortfall on a card. `telling`: that which put it before this worker, or before who stood there until now.

    `since`: the day it was due. `told_words`, `goes_up_to`: by role, never by name. `answer`: the last. `to_agree`: an
    exception this worker may agree to or not. `is_quiet`: somebody decided, and its day is not past.
    """

    shortfall: Shortfall
    telling: Telling | None
    words: str
    since: dt.date
    days: int
    told: tuple[Telling, ...]
    told_words: str
    goes_up_on: dt.date | None
    goes_up_to: str
    answer: Answer | None
    quiet_until: dt.date | None
    to_agree: Answer | None
    is_quiet: bool
    weight: int

    @property
    def is_danger(self) -> bool:
        """Whether a child may be in danger."""
        return self.shortfall.is_danger

    @property
    def in_two(self) -> tuple[str, str]:
        """What is not met, and, where that does not say so, what was owed."""
        return in_two(self.shortfall, self.days)


@dataclass(frozen=True)
class Card:
    """What waits of one child, or, where `child` is None, of a worker or of the authority. `order`: from 1."""

    subject: tuple[str, str]
    child: Person | None
    worker: Worker | None
    lines: tuple[Line, ...]
    is_danger: bool
    is_quiet: bool
    shouts: bool = False
    order: int = 0


def cards(by: Worker, day: dt.date, holders: Holders | None = None) -> list[Card]:
    """A card for each child of whom something was put before this worker, or whoever stood there before; in order.

    `holders`: of the day, where many workers are asked about.
    """
    found = sight.among(by, list(_put_before(by, day).select_related("person", "worker")))
    if not found:
        return []
    lines = lines_of(found, by, day, holders)
    grouped = defaultdict(list)
    for each in found:
        if lines[each.pk].telling:
            grouped[each.subject_type, each.person_id or each.worker_id or each.subject_id].append(lines[each.pk])
    ordered = sorted(map(_card, grouped.values()), key=_order)
    loud = [card for card in ordered if not card.is_quiet][:SHOUTING]
    shouting = {id(card) for card in loud}
    return [replace(card, shouts=id(card) in shouting, order=number) for number, card in enumerate(ordered, 1)]


def _put_before(by: Worker, day: dt.date) -> QuerySet[Shortfall]:
    """Open shortfalls told to this worker, or told at the step where they stand now; whatever they may see of them."""
    told = Telling.objects.filter(shortfall=OuterRef("pk"))
    held = access.held_on(day)
    own = Q(person__in=held.filter(worker=by).values("whose"))
    mine = Exists(told.filter(worker=by)) | (own & Exists(told.filter(step=WORKER)))
    step = (STEP_OF | {"out_of_hours": OUT_OF_HOURS}).get(by.role)
    if step is not None and by.kind_of_role.children == "all":
        mine |= Exists(told.filter(step=step))
    elif step is not None:
        below = Q(person__in=held.filter(_in_teams(by)).values("whose"))
        below |= Q(subject_type="worker", worker__team__in=access.teams(by))
        mine |= below & Exists(told.filter(step=step))
    return Shortfall.objects.speaking().filter(mine)


def _in_teams(by: Worker) -> Q:
    return Q(team__in=access.teams(by)) | Q(team=None, worker__team__in=access.teams(by))


def lines_of(
    shortfalls: Sequence[Shortfall], by: Worker, day: dt.date, holders: Holders | None = None
) -> dict[int, Line]:  # fmt: skip
    """How each of these stands on the day, for this worker; by id."""
    told, said = defaultdict(list), defaultdict(list)
    wanted = [each.pk for each in shortfalls]
    tellings = list(Telling.objects.filter(shortfall__in=wanted, on__lte=day).order_by("on", "step", "pk"))
    answers = list(Answer.objects.filter(shortfall__in=wanted, on__lte=day).order_by("at", "pk"))
    workers = in_bulk([*(each.worker_id for each in tellings), *(each.by_id for each in answers)])
    for row in tellings:
        row.worker = workers[row.worker_id]
        told[row.shortfall_id].append(row)
    for row in answers:
        row.by = workers[row.by_id]
        said[row.shortfall_id].append(row)
    rows = zip(shortfalls, (holders or Holders(day)).lines(shortfalls), strict=True)
    return {each.pk: _line(each, line, told[each.pk], said[each.pk], by, day) for each, line in rows}


def _line(
    shortfall: Shortfall, line: ladder.Line, told: list[Telling], said: list[Answer], by: Worker, day: dt.date
) -> Line:  # fmt: skip
    telling, step = _telling_to(by, line, told), max(sight.steps(by, line), default=WORKER)
    state = stands(shortfall, line, told, said, day)
    up = ladder.goes_up(rung(shortfall), line, state, here.ladder()) if state and shortfall.ended_on is None else None
    days = max((day - shortfall.due_on).days, 0)
    return Line(
        shortfall, telling, in_words(shortfall, days), shortfall.due_on, days, tuple(told), told_in_words(shortfall, told),
        max(up[0], _next_morning(day)) if up else None, title(up[1], shortfall.responsible) if up else "",
        said[-1] if said else None, state.quiet_until if state else None, _to_agree(said, step),
        _is_quiet(state, said, telling), _weight(shortfall, days, state),
    )  # fmt: skip


def _next_morning(day: dt.date) -> dt.date:
    """What goes up is seen to at night: whatever should have gone up by now goes up tomorrow."""
    return day + dt.timedelta(1)


def stands(
    shortfall: Shortfall, line: ladder.Line, told: Sequence[Telling], said: Sequence[Answer], day: dt.date
) -> State | None:  # fmt: skip
    """Where on its way up a shortfall stands; None where nobody was told yet."""
    return ladder.stands(rung(shortfall), line, list(map(as_told, told)), list(map(as_said, said)), here.ladder(), day)


def _telling_to(by: Worker, line: ladder.Line, told: Sequence[Telling]) -> Telling | None:
    """The last telling at a step where the worker stands now; or to the worker, where nobody else has taken their place."""
    here_now = set(sight.steps(by, line))
    mine = [each for each in told if each.step in here_now or (each.worker_id == by.pk and not line.at(each.step).standing)]
    return max(mine, key=lambda each: (each.step != OUT_OF_HOURS, each.step, each.worker_id == by.pk, each.pk), default=None)


def _to_agree(said: Sequence[Answer], step: int) -> Answer | None:
    """The exception that waits for somebody above whoever named it, where this worker stands above."""
    last = said[-1] if said else None
    if last is None or last.kind != "exception" or step not in STEPS:
        return None
    return last if step > (WORKER if last.step == OUT_OF_HOURS else last.step) else None


def _is_quiet(state: State | None, said: Sequence[Answer], telling: Telling | None) -> bool:
    """Whether it was decided for now; or, to whoever asked something of the next person up, until they answer."""
    if state is None or not said:
        return False
    asked_by_me = state.asks and telling and (telling.step == OUT_OF_HOURS or telling.step <= said[-1].step)
    return bool(state.quiet_until or state.settled or asked_by_me)


def _weight(shortfall: Shortfall, days: int, state: State | None) -> int:
    """How serious, times how long, times how far up: what comes first. Never shown."""
    longer = 1 + sum(days > each for each in LONG)
    return WEIGHTS[shortfall.severity] * longer * (1 + (state.top if state else 0))


def _card(lines: list[Line]) -> Card:
    lines = sorted(lines, key=_order_of_line)
    of = lines[0].shortfall
    about = of.worker if of.subject_type == "worker" else None
    dangers, quiet = any(each.is_danger for each in lines), all(each.is_quiet for each in lines)
    return Card((of.subject_type, of.subject_id), of.person, about, tuple(lines), dangers, quiet)


def _order_of_line(line: Line) -> tuple:
    return not line.is_danger, line.is_quiet, -line.weight, -line.days, line.shortfall.pk


def _order(card: Card) -> tuple:
    """A danger nobody has answered, then other dangers, then what waits, by weight; last what was answered."""
    loud = [each for each in card.lines if not each.is_quiet] or card.lines
    danger = any(each.is_danger and not each.is_quiet for each in card.lines)
    heaviest = max(loud, key=lambda each: (each.weight, each.days))
    return not danger, not card.is_danger, card.is_quiet, -heaviest.weight, -heaviest.days, heaviest.shortfall.pk


def in_words(shortfall: Shortfall, days: int) -> str:
    """What is not met, in a sentence or two."""
    return " ".join(filter(None, in_two(shortfall, days)))


def in_two(shortfall: Shortfall, days: int) -> tuple[str, str]:
    """What is not met, in a sentence; and, where that does not say so, what was owed (else empty)."""
    standard = here.standard_of(shortfall)
    if standard is None:
        return shortfall.explanation.partition(". ")[0].rstrip(".") + ".", ""
    return _said(standard, shortfall, days)


def _said(standard: Standard, shortfall: Shortfall, days: int) -> tuple[str, str]:
    asked = standard.duty if standard.kind == "question" else ""
    match standard.rule:
        case Within(of=of) if asked:
            return _opening(shortfall, of.began), asked
        case Within() | Every() as rule:
            ago = f", {words.count(days, 'day')} ago" if days else ""
            return f"{words.capital(rule.expect.one)} was due by {words.day(shortfall.due_on)}{ago}.", asked
        case Always() as rule:
            return f"There has been {none_of(rule.period.one)} since {words.day(shortfall.opened_on)}.", asked
        case Never(period=Called(source=Until(left=came))):  # that nothing ended it is said by what was owed
            return f"On {words.day(shortfall.opened_on)} {on_a_day(came.began)}.", standard.duty
        case rule:
            return _opening(shortfall, rule.period.began), standard.duty


def _opening(shortfall: Shortfall, began: str) -> str:
    """What began it, as its explanation has it, which may say more: what was left out, say."""
    opening = f"On {words.day(shortfall.opened_on)} {on_a_day(began)}"
    told = shortfall.explanation.partition(". ")[0]
    return f"{told if told.startswith(opening) else opening}."


def told_in_words(shortfall: Shortfall, told: Sequence[Telling]) -> str:
    """Who was told, by role and day: "the social worker on 3 March 2026, the team manager on 5 March 2026"."""
    first = {}
    for each in told:
        again = each.step == WORKER and each.why == "new worker"
        who = title(each.step, shortfall.responsible)
        first.setdefault(f"{who}, new to the child," if again else who, each.on)
    return ", ".join(f"{who} on {words.day(on)}" for who, on in first.items())
