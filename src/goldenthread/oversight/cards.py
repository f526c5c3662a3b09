"""One card a child: what of this child waits for this worker, in words, how long, who was told, when it goes up and to whom.

At most five shout on one day, dangers first. What somebody answered is quiet until its day. Every function asks a fixed
number of queries, however many children there are.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from goldenthread.oversight import here, ladder, sentences, sight
from goldenthread.oversight.holders import Holders, in_bulk, title
from goldenthread.oversight.ladder import OUT_OF_HOURS, STEP_OF, STEPS, WORKER, InLine, State
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.oversight.telling import rung, told_and_said
from goldenthread.record import access
from goldenthread.record.models import Person
from goldenthread.workforce.models import Worker

SHOUTING = 5
"""At most so many children are put before the others: more would be none."""

WEIGHTS = {"critical": 27, "high": 9, "medium": 3, "low": 1}
"""How much a severity weighs, in what comes first: more than having waited long, and less than both together."""

WEEK = dt.timedelta(7)

LONG = (7, 28, 91)
"""Days past, from which waiting weighs more: a week, a month, a quarter."""


@dataclass(frozen=True)
class CardLine:
    """One shortfall on a card. `telling`: that which put it before this worker, or before who stood there until now.

    `days`: past its day. `told_words`, `goes_up_to`: by role, never by name. `answer`: the last. `to_agree`: an exception
    this worker may agree to or not. `is_quiet`: somebody decided, and its day is not past.
    """

    shortfall: Shortfall
    telling: Telling | None
    words: str
    days: int
    told: tuple[Telling, ...]
    told_words: str
    goes_up_on: dt.date | None
    goes_up_to: str
    answer: Answer | None
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
        return sentences.in_two(self.shortfall, self.days)


@dataclass(frozen=True)
class Card:
    """What waits of one child, or, where `child` is None, of a worker or of the authority."""

    subject: tuple[str, str]
    child: Person | None
    worker: Worker | None
    lines: tuple[CardLine, ...]
    is_danger: bool
    is_quiet: bool
    shouts: bool = False


def cards(by: Worker, day: dt.date, holders: Holders | None = None) -> list[Card]:
    """A card for each child of whom something was put before this worker, or whoever stood there before; in order.

    `holders`: of the day, where many workers are asked about.
    """
    found = sight.among(by, list(_put_before(by, day).select_related("person", "worker")))
    if not found:
        return []
    lines = card_lines(found, by, day, holders)
    grouped = defaultdict(list)
    for each in found:
        if lines[each.pk].telling:
            grouped[each.subject_type, each.person_id or each.worker_id or each.subject_id].append(lines[each.pk])
    ordered = sorted(map(_card, grouped.values()), key=_order)
    loud = [card for card in ordered if not card.is_quiet][:SHOUTING]
    shouting = {id(card) for card in loud}
    return [replace(card, shouts=id(card) in shouting) for card in ordered]


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
        if access.over_the_front_door(by):  # and whom nobody holds, as far as they may see them
            below |= Q(person__isnull=False) & ~Exists(access.worked_with_on(day).filter(whose=OuterRef("person")))
        mine |= below & Exists(told.filter(step=step))
    return Shortfall.objects.speaking().filter(mine)


def dangers_withdrawn(by: Worker, day: dt.date) -> list[Shortfall]:
    """Dangers put before this worker by reason of their role that stand no longer since a week, though nobody did what was owed:
    the record was corrected, or an exception lifted them. The latest first; nothing that anybody was told of goes unsaid."""
    rows = Shortfall.objects.filter(is_danger=True, ended__in=("withdrawn", "lifted"), ended_on__gt=day - WEEK, ended_on__lte=day)
    rows = rows.filter(Exists(Telling.objects.filter(shortfall=OuterRef("pk"), worker=by, step__gt=WORKER)))
    return sight.among(by, list(rows.select_related("person").order_by("-ended_on", "pk")))


def _in_teams(by: Worker) -> Q:
    return Q(team__in=access.teams(by)) | Q(team=None, worker__team__in=access.teams(by))


def card_lines(
    shortfalls: Sequence[Shortfall], by: Worker, day: dt.date, holders: Holders | None = None
) -> dict[int, CardLine]:  # fmt: skip
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
    rows = zip(shortfalls, (holders or Holders(day)).in_line(shortfalls), strict=True)
    return {each.pk: _line(each, line, told[each.pk], said[each.pk], by, day) for each, line in rows}


def _line(
    shortfall: Shortfall, line: InLine, told: list[Telling], said: list[Answer], by: Worker, day: dt.date
) -> CardLine:  # fmt: skip
    telling, step = _telling_to(by, line, told), max(line.steps_of(by.pk), default=WORKER)
    state = stands(shortfall, line, told, said, day)
    up = ladder.goes_up(rung(shortfall), line, state, here.ladder()) if state and shortfall.ended_on is None else None
    days = shortfall.days_over(day)
    return CardLine(
        shortfall,
        telling,
        words=sentences.not_met(shortfall, days),
        days=days,
        told=tuple(told),
        told_words=sentences.who_was_told(shortfall, told),
        goes_up_on=max(up[0], _next_morning(day)) if up else None,
        goes_up_to=title(up[1], shortfall.responsible) if up else "",
        answer=said[-1] if said else None,
        to_agree=_to_agree(said, step),
        is_quiet=_is_quiet(state, said, telling),
        weight=_weight(shortfall, days, state),
    )


def _next_morning(day: dt.date) -> dt.date:
    """What goes up is seen to at night: whatever should have gone up by now goes up tomorrow."""
    return day + dt.timedelta(1)


def stands(
    shortfall: Shortfall, line: InLine, told: Sequence[Telling], said: Sequence[Answer], day: dt.date
) -> State | None:  # fmt: skip
    """Where on its way up a shortfall stands; None where nobody was told yet."""
    return ladder.stands(rung(shortfall), line, told, said, here.ladder(), day)


def states(shortfalls: Sequence[Shortfall], day: dt.date) -> Iterator[tuple[Shortfall, State | None]]:
    """Each of these with where on its way up it stands."""
    told, said = told_and_said(shortfalls)
    for each, line in zip(shortfalls, Holders(day).in_line(shortfalls), strict=True):
        yield each, stands(each, line, told[each.pk], said[each.pk], day)


def _telling_to(by: Worker, line: InLine, told: Sequence[Telling]) -> Telling | None:
    """The last telling at a step where the worker stands now; or to the worker, where nobody else has taken their place."""
    here_now = set(line.steps_of(by.pk))
    mine = [each for each in told if each.step in here_now or (each.worker_id == by.pk and not line.at(each.step).whose)]
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


def _card(lines: list[CardLine]) -> Card:
    lines = sorted(lines, key=_order_of_line)
    of = lines[0].shortfall
    about = of.worker if of.subject_type == "worker" else None
    dangers, quiet = any(each.is_danger for each in lines), all(each.is_quiet for each in lines)
    return Card((of.subject_type, of.subject_id), of.person, about, tuple(lines), dangers, quiet)


def _order_of_line(line: CardLine) -> tuple:
    return not line.is_danger, line.is_quiet, -line.weight, -line.days, line.shortfall.pk


def _order(card: Card) -> tuple:
    """A danger nobody has answered, then other dangers, then what waits, by weight; last what was answered."""
    loud = [each for each in card.lines if not each.is_quiet] or card.lines
    danger = any(each.is_danger and not each.is_quiet for each in card.lines)
    heaviest = max(loud, key=lambda each: (each.weight, each.days))
    return not danger, not card.is_danger, card.is_quiet, -heaviest.weight, -heaviest.days, heaviest.shortfall.pk
