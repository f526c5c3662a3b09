"""Being looked after: the period itself, the independent reviewing officer, reviews and plans."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Again, Cases
from goldenthread.invent.stages.health import keep_healthy, keep_learning
from goldenthread.invent.stages.protection import participation

FIRST, SECOND, LATER = (13, 24), (60, 84), (120, 168)
"""Days to the first review, to the second and between later ones."""

WENT_HOME = ("E4A", "E4B", "E13")
"""Reasons for ceasing to be looked after that a nominated officer approves."""

CARE_NEED = {"N1": 70, "N2": 6, "N3": 5, "N4": 9, "N5": 8, "N8": 2}


def look_after(cases: Cases, entered, left, ceased_reason, *, unaccompanied: bool = False) -> Again:
    """A period of being looked after, with everything every looked-after child is owed; returns its reviews."""
    cases.add(
        "looked_after", entered, left, need=cases["care_need"], ceased_reason=ceased_reason,
        is_unaccompanied=unaccompanied, at_end=("ceased_reason",),
    )  # fmt: skip
    if ceased_reason in WENT_HOME:
        cases.add("care_end_approved", left - cases.whole("the end of care is approved", 3, 20))
    cases.add("reviewing_officer", cases.soon("the reviewing officer is appointed", entered, 0, 3), left)
    keep_healthy(cases, entered, left)
    keep_learning(cases, entered, left)
    checks = cases.again("checks by the reviewing officer", entered, left, (25, 50), (40, 75))
    checks.cases.add("iro_contact", checks.day)
    return cases.again("looked-after reviews", entered, left, FIRST, SECOND, LATER)


def hold(reviews: Again, step=0) -> None:
    """Reviews held: the decisions issued within five working days, the record within twenty."""
    cases, day = reviews.cases, reviews.day
    step = reviews.step + step
    cases.add("review", day, participation=participation(cases, day, step))
    cases.add("review_decisions", cases.soon("the decisions are issued", day, 1, 4, step))
    cases.add("review_record", cases.soon("the record is distributed", day, 6, 16, step))


def review_before(cases: Cases, moves) -> None:
    """A review in the weeks before each of these moves (NEVER for none), so that the plan is not changed without one."""
    for number, moved in enumerate(moves):
        here = moved < NEVER
        moving = cases.of(here)
        held = days.on_or_before(moved[here] - moving.whole("the review before a move", 3, 20, number))
        hold(Again(moving, np.arange(len(moving)), held, np.full(len(moving), 200 + number)))


def take_steps(cases: Cases, planned, until) -> None:
    """Steps towards permanence, some months apart, from the plan for it."""
    here = planned < until
    taken = cases.of(here).again("steps towards permanence", planned[here], until[here], (1, 30), (100, 165))
    taken.cases.add("permanence_step", taken.day, step="decision")


def plan_care(cases: Cases, entered, left, second, permanence: str, moves=(), first_plan: str = "") -> np.ndarray:
    """A care plan within days, one that says how permanence is sought at the second review, a new one after each move.

    `second`: the day of the second review; `moves`: the days of moves, NEVER for none. Returns the day of the plan for
    permanence, NEVER where the child left before it.
    """
    planned = np.where(second < left, second, NEVER)
    made = [cases.soon("the care plan", entered, 0, 6), planned]
    made += [cases.soon("the care plan after a move", day, 0, 6, number) for number, day in enumerate(moves)]
    starts = np.sort(np.where(np.array(made) < left, made, NEVER), axis=0)
    ends = np.minimum(np.append(starts[1:], [np.full(len(cases), NEVER)], axis=0), left)
    for start, end in zip(starts, ends, strict=True):
        here = start < end
        plan = np.where(start < planned, first_plan, permanence)
        cases.of(here).add("care_plan", start[here], end[here], permanence=plan[here])
        stated = here & (plan != "")
        cases.of(stated).add("permanence_plan", start[stated], plan=plan[stated])
    return planned


def legal_statuses(cases: Cases, *steps) -> None:
    """Legal statuses one after another: (code, start, end) each; those that would last no day are left out."""
    for code, start, end in steps:
        here = np.broadcast_to(start < end, cases.child.shape)
        cases.of(here).add("legal_status", start[here], end[here], code=code)


def eighteenth(cases: Cases) -> np.ndarray:
    """The 18th birthday of each."""
    return days.birthday(cases["born"], 18)
