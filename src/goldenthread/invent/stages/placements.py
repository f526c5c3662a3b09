"""Placements: each with its plan, its notices and the visits its kind is owed."""

from dataclasses import dataclass

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages.visits import care_visit

PROVIDERS = {"PR1": 6, "PR4": 5, "PR5": 1}
CHANGES = {"CARPL": 70, "CREQB": 14, "CREQO": 8, "CHILD": 4, "LAREQ": 4}
UNPLANNED = ("CREQB", "CREQO", "CHILD", "LAREQ")


@dataclass(frozen=True)
class Placed:
    """One placement of each case: from `start` to `end`, of a type, the how-manieth (from 0), and why it ended."""

    start: np.ndarray
    end: np.ndarray
    type: np.ndarray
    number: int
    reason: np.ndarray
    to_eighteen: np.ndarray | bool = False


def place(cases: Cases, placed: Placed) -> None:
    """A placement, planned and notified to those entitled, and its end, with what that calls for."""
    number, start = placed.number, placed.start
    at_home = np.isin(placed.type, ("P1",))
    cases.add(
        "placement", start, placed.end, placement_id=cases.id * 64 + number, type=placed.type,
        provider=np.where(at_home, "PR0", cases.pick("the provider", PROVIDERS, number)), has_urn=~at_home,
        distance=cases.whole("miles from home", 1, 18, number), change_reason=placed.reason, is_temporary=False,
        is_to_eighteen=placed.to_eighteen, is_fewer_visits_agreed=False, at_end=("change_reason",),
    )  # fmt: skip
    cases.add("placement_plan", days.working_days_after(start, cases.whole("the placement plan", 0, 3, number)))
    cases.add("placement_notice", days.working_days_after(start, cases.whole("the placement notice", 0, 3, number)))
    broke_down = np.isin(placed.reason, UNPLANNED)
    broken = cases.of(broke_down)
    broken.add("disruption_meeting", broken.soon("the disruption meeting", placed.end[broke_down], 5, 14, number))


def visit(cases: Cases, placed: Placed) -> None:
    """Within a week of the start, then within six weeks."""
    visits = cases.again(f"visits in placement {placed.number}", placed.start, placed.end, (2, 6), (24, 34))
    care_visit(visits.cases, visits.day, visits.step + placed.number * 1000)


def visit_weekly(cases: Cases, placed: Placed, change: np.ndarray) -> None:
    """Every week until the change (the first review), then within four weeks."""
    until = np.minimum(change, placed.end)
    weekly = cases.again(f"weekly visits in placement {placed.number}", placed.start, until, (2, 5), (4, 6))
    care_visit(weekly.cases, weekly.day, weekly.step + placed.number * 1000)
    first = (np.where(change <= placed.start, 2, 6), np.where(change <= placed.start, 6, 18))
    last = weekly.last(placed.start)
    later = cases.again(f"later visits in placement {placed.number}", last, placed.end, first, (15, 24))
    care_visit(later.cases, later.day, later.step + placed.number * 1000 + 500)


def moves(cases: Cases, start: np.ndarray, end: np.ndarray, types: dict, last_type, at_most: int, last_reason: str) -> list:
    """Placements one after another from start to end, none shorter than half a year but the last.

    Returns (cases, Placed) for each; the last is of `last_type` where that is given.
    """
    found, since = [], start
    for number in range(at_most):
        until = days.on_or_after(since + cases.whole("how long a placement lasts", 200, 700, number))
        final = (until + 60 >= end) | (number == at_most - 1)
        until = np.where(final, end, until)
        kind = cases.pick("the type of placement", types, number)
        if last_type is not None:
            kind = np.where(final & (number > 0), last_type, kind)
        reason = np.where(final, last_reason, cases.pick("why the placement ended", CHANGES, number))
        placed = Placed(since, until, kind, number, reason, kind == "U4")
        here = since < end
        found.append((cases.of(here), Placed(*_chosen(placed, here))))
        since = until
    return found


def _chosen(placed: Placed, here: np.ndarray) -> tuple:
    return (
        placed.start[here], placed.end[here], placed.type[here], placed.number, placed.reason[here],
        placed.to_eighteen[here],
    )  # fmt: skip
