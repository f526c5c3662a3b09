"""A dispute on its way up: before whom it stands on a day, by when it is to be answered, and when it goes up by itself.

Nothing here asks the database. Steps are those of every ladder: 1 the team manager … 4 the director. That a reviewing
officer may begin at any step and refer a child to Cafcass at any time is as councils publish their procedures; they follow
the IRO Handbook (2010), whose 20 working days for the whole are from knowledge of it, not read. Five for each step is ours:
an authority sets its own.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.codes.calendar import due_on, is_working_day
from goldenthread.oversight.ladder import DIRECTOR, ROLES, TEAM, TITLES

FIRST, LAST = TEAM, DIRECTOR
WHO = {step: TITLES[role] for step, role in ROLES.items()}

OFFICER, ANSWER, OVER = "officer", "answer", "over"


@dataclass(frozen=True)
class Put:
    """That a dispute was put before somebody: at which step, on which day, to be answered by when.

    `after`: how many answers there had been: one given at the step below, that day, is not this step's.
    """

    step: int
    on: dt.date
    answer_by: dt.date
    after: int = 0


@dataclass(frozen=True)
class Stage:
    """How a dispute stands on a day.

    `waits_for`: an `answer`; the `officer`, who takes the answer or takes it further; `over`, resolved. `goes_up_on`: the day it
    goes up by itself, if it is not answered; at the last step, never. `late`: working days past the day for an answer.
    `ends_by`: the last day of the whole way; `left`: working days until then, below nothing once it is past.
    """

    step: int
    waits_for: str
    answer_by: dt.date | None
    goes_up_on: dt.date | None
    late: int
    ends_by: dt.date
    left: int

    @property
    def words(self) -> str:
        """At which step, in words."""
        return f"With the {WHO[self.step]}"

    @property
    def next(self) -> str:
        """To whom it would go up; nothing at the last step."""
        return WHO.get(self.step + 1, "")


def stage(
    raised_on: dt.date, puts: Sequence[Put], answered: Sequence[dt.date], resolved_on: dt.date | None, day: dt.date,
    whole: int,
) -> Stage:  # fmt: skip
    """How it stands: `answered`, the days of its answers. An answer is that of the step at which the dispute stood.

    `whole`: working days for the whole of it.
    """
    known = [put for put in puts if put.on <= day]
    now = max(known, key=lambda put: (put.step, put.on), default=None)
    ends_by = due_on(raised_on, whole, "working_days")
    over = resolved_on is not None and resolved_on <= day
    heard = now is not None and sum(each <= day for each in answered) > now.after
    waits_for = OVER if over else OFFICER if heard else ANSWER
    open_still = now is not None and waits_for == ANSWER
    return Stage(
        step=now.step if now else FIRST,
        waits_for=waits_for,
        answer_by=now.answer_by if now else None,
        goes_up_on=now.answer_by + dt.timedelta(1) if open_still and now.step < LAST else None,
        late=working_days(now.answer_by, day) if open_still and now.answer_by < day else 0,
        ends_by=ends_by,
        left=working_days(day, ends_by) if day <= ends_by else -working_days(ends_by, day),
    )


def answer_by(on: dt.date, step: int, days: Sequence[int]) -> dt.date:
    """The last day for an answer of a dispute put before somebody on a day. `days`: working days, at each step in turn."""
    return due_on(on, days[step - FIRST], "working_days")


def goes_up(now: Stage, day: dt.date) -> int | None:
    """The step it goes up to by itself on this day, unanswered; or None. The day for an answer is itself still in time."""
    return now.step + 1 if now.goes_up_on and now.goes_up_on <= day else None


def working_days(after: dt.date, until: dt.date) -> int:
    """Working days after one day, up to and with another."""
    return sum(is_working_day(after + dt.timedelta(each)) for each in range(1, (until - after).days + 1))
