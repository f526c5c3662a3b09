"""The ladder: who is to be told of one shortfall on one day, and when it goes up next. Pure: rows in, steps out.

A shortfall is put before the person responsible first. Unanswered, it goes to the next person up after the ladder's
working days, and so on to the director. What somebody decided keeps it quiet until its day, and no longer than the
ladder allows; then it goes up. Nothing of this touches the duty: its days go on being counted by the standard.

A night that was missed delays the next person and passes over nobody: everyone has their days, from when they were told.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from goldenthread.codes.calendar import add_working_days, is_working_day
from goldenthread.oversight.here import Ladder
from goldenthread.oversight.models import Answer, Telling

WORKER, TEAM, SERVICE, HEAD, DIRECTOR, OUT_OF_HOURS = 0, 1, 2, 3, 4, 9
STEPS = (WORKER, TEAM, SERVICE, HEAD, DIRECTOR)

ROLES = {TEAM: "team_manager", SERVICE: "service_manager", HEAD: "head_of_service", DIRECTOR: "director"}
"""The role of whoever stands at each step above the worker."""

TITLES = {
    "social_worker": "social worker", "reviewing_officer": "reviewing officer", "conference_chair": "conference chair",
    "personal_adviser": "personal adviser", "team_manager": "team manager", "service_manager": "service manager",
    "head_of_service": "head of service", "director": "director", "out_of_hours": "out-of-hours team",
}  # fmt: skip
"""What whoever stands at a step is called, by role or by the capacity in which they hold the child."""

STEP_OF = {role: step for step, role in ROLES.items()}
"""The same, by role."""

CORRECTING = 3
"""So many working days the record has to be corrected in, where somebody said that the facts are wrong."""


@dataclass(frozen=True)
class Place:
    """Who stands at one step. `workers`: ids of those who can be told; none, and `empty` says why in a sentence.

    `whose`: ids of those whose place it is, away or not. `back`: when the first of them is back, where that is known.
    """

    workers: tuple[int, ...] = ()
    whose: tuple[int, ...] = ()
    empty: str = ""
    back: dt.date | None = None


@dataclass(frozen=True)
class InLine:
    """Everyone in line for one shortfall. `begins`: the step of the person responsible. `places`: by step.

    `asks_again`: only a decision ends it, so that whoever said they would act is asked again before it goes up.
    """

    begins: int
    places: Mapping[int, Place]
    asks_again: bool = False

    def at(self, step: int) -> Place:
        """Who stands at a step."""
        return self.places.get(step, Place())

    def steps_of(self, worker: int) -> list[int]:
        """The steps at which a worker stands, away or not, the lowest first."""
        return sorted(step for step, place in self.places.items() if worker in place.whose)


@dataclass(frozen=True)
class Due:
    """That a worker is to be told now, and why them."""

    step: int
    worker: int
    why: str
    passed: str = ""


@dataclass(frozen=True)
class State:
    """How one shortfall stands: told up to step `top`, waiting for an answer `since` a day, or `quiet_until` one.

    `asks`: what was asked of the next person up and not yet answered, `help` or `exception`; `at_once`: they are not told
    yet. `settled`: somebody decided, and no later fact can undo it. `lapsed`: what was decided did not happen by its day.
    `decided`: when, and at which step, the quiet began.
    """

    top: int
    since: dt.date
    quiet_until: dt.date | None = None
    asks: str = ""
    at_once: bool = False
    lapsed: bool = False
    settled: bool = False
    decided: tuple[dt.date, int] | None = None


def due(rung: str, line: InLine, told: Sequence[Telling], said: Sequence[Answer], ladder: Ladder, day: dt.date) -> list[Due]:
    """Who is to be told today; nobody, where all is told that is to be. `rung`: the severity, or `danger`."""
    known = {(each.step, each.worker_id) for each in told}
    state = stands(rung, line, told, said, ladder, day)
    if not any(each.step in STEPS for each in told):
        found = _first(rung, line)
    else:
        found = _newcomers(rung, line, told)
        up = goes_up(rung, line, state, ladder)
        if up and up[0] <= day:
            found += _next(line, up[1], _why(state))
    return list({(each.step, each.worker): each for each in found if (each.step, each.worker) not in known}.values())


def _first(rung: str, line: InLine) -> list[Due]:
    """The person responsible; of a danger the worker, the manager and the out-of-hours team at once."""
    if rung != "danger":
        return _next(line, line.begins, "first")
    at_once = [Due(step, who, "danger") for step in (WORKER, OUT_OF_HOURS) for who in line.at(step).workers]
    managed = _next(line, max(line.begins, TEAM), "danger")
    return at_once + [replace(each, passed=f"{line.at(WORKER).empty} {each.passed}".strip()) for each in managed]


def _newcomers(rung: str, line: InLine, told: Sequence[Telling]) -> list[Due]:
    """Who holds the child now and has not been told: told, without beginning anew. Of a danger also the manager and the
    out-of-hours team, where they were away or nobody stood there on the day it was told."""
    if line.begins != WORKER and rung != "danger":
        return []
    before = any(each.step == WORKER for each in told)
    found = [Due(WORKER, who, "new worker" if before else "first") for who in line.at(WORKER).workers]
    if rung == "danger":
        know = {each.worker_id for each in told} | {each.worker for each in found}
        found += [Due(step, who, "danger") for step in (TEAM, OUT_OF_HOURS) for who in line.at(step).workers
                  if step >= line.begins and who not in know]  # fmt: skip
    return found


def _next(line: InLine, step: int, why: str) -> list[Due]:
    """Those at the step, or, where nobody can be told there who does not know already, at the next one up."""
    passed, below = [], {who for each in range(line.begins, step) for who in line.at(each).workers}
    for at in range(step, DIRECTOR + 1):
        new = [who for who in line.at(at).workers if who not in below]
        if new:
            return [Due(at, who, why, " ".join(passed)) for who in new]
        passed += filter(None, [line.at(at).empty])
    return []


def _why(state: State) -> str:
    if state.asks == "exception":
        return "exception to agree"
    if state.asks == "help" and state.at_once:
        return "help asked"
    return "day passed" if state.lapsed else "no answer"


def stands(
    rung: str, line: InLine, told: Sequence[Telling], said: Sequence[Answer], ladder: Ladder, day: dt.date
) -> State | None:  # fmt: skip
    """How it stands on a day: what was told and decided until then, in order; None where nobody was told yet."""
    events = [*(each for each in told if each.step in STEPS), *said]
    state = None
    for event in sorted((each for each in events if each.on <= day), key=lambda each: (each.on, isinstance(each, Answer))):
        if isinstance(event, Answer):
            state = _after_answer(state or State(line.begins, event.on), event, line, ladder.quiet[rung])
        elif state is None or event.step > state.top:
            state = State(event.step, event.on)
    if state and state.quiet_until and state.quiet_until < day:
        state = replace(state, since=state.quiet_until, quiet_until=None, lapsed=True)
    return state


def _after_answer(state: State, each: Answer, line: InLine, longest: int) -> State:
    """What an answer does. Of the out-of-hours team it counts as that of the person responsible."""
    step = line.begins if each.step == OUT_OF_HOURS else each.step
    if each.kind in ("help", "exception"):
        at_once = step >= state.top
        since = each.on if at_once or state.quiet_until else state.since
        return State(max(step, state.top), since, asks=each.kind, at_once=at_once)
    if each.kind in ("not_agreed", "done"):
        return State(state.top, each.on, settled=each.kind == "done")
    decided = state.decided if state.decided and step <= state.decided[1] else (each.on, step)
    until = add_working_days(decided[0], longest)
    if each.kind == "wrong":
        until = min(until, add_working_days(each.on, CORRECTING))
    return State(state.top, each.on, quiet_until=min(each.by_when or until, until), decided=decided)


def goes_up(rung: str, line: InLine, state: State, ladder: Ladder) -> tuple[dt.date, int] | None:
    """The day on which it goes up if nobody decides before, and to which step; None where nobody is above to be told."""
    upper = _next(line, state.top + 1, "")
    if not upper or state.settled:
        return None
    if state.at_once:
        return state.since, upper[0].step
    if state.quiet_until or state.lapsed:
        passed = (state.quiet_until or state.since) + dt.timedelta(1)
        return (_after(passed, ladder.up[rung]) if line.asks_again else passed), upper[0].step
    on = _after(state.since, ladder.up[rung])
    place = line.at(state.top)
    nobody = not place.workers and (place.back is None or place.back >= on)
    return (state.since if nobody else on), upper[0].step


def _after(day: dt.date, number: int) -> dt.date:
    """So many working days after a day; what was told on a day off is read on the next working day."""
    return add_working_days(day if is_working_day(day) else add_working_days(day, 1), number)
