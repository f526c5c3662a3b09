"""Placements: each with its plan, its notices and the visits its kind is owed."""

from dataclasses import dataclass

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Cases
from goldenthread.invent.stages.visits import care_visit

PROVIDERS = {"PR1": 6, "PR4": 5, "PR5": 1}
CHANGES = {"CARPL": 70, "CREQB": 14, "CREQO": 8, "CHILD": 4, "LAREQ": 4}
BROKE_DOWN = ("CREQB", "CREQO", "CHILD")


@dataclass(frozen=True)
class Placed:
    """One placement of each case: from `start` to `end`, of a `type`, the how-manieth (from 0), and why it ended.

    A case of which `start` is not before `end` has no such placement.
    """

    start: np.ndarray
    end: np.ndarray
    type: np.ndarray
    number: int
    reason: np.ndarray

    @property
    def here(self) -> np.ndarray:
        """Which cases have it."""
        return self.start < self.end

    def of(self, chosen) -> "Placed":
        """That placement of those chosen."""
        return Placed(self.start[chosen], self.end[chosen], self.type[chosen], self.number, self.reason[chosen])


def one_placement(cases: Cases, start, end, types: dict, *, reason: str = "", number: int = 0) -> Placed:
    """A single placement from start to end, of one of the types."""
    kind = cases.pick("the type of placement", types, number)
    return Placed(start, end, kind, number, np.full(len(cases), reason))


def moves(cases: Cases, start, end, types: dict, last_type: str, at_most: int = 3) -> list[Placed]:
    """Placements one after another from start to end, none but the last shorter than half a year; the last of a type."""
    found, since = [], start
    restless = cases["runs_on"] & cases.yes("placements that break down one after another", 0.6)
    for number in range(at_most):
        short, long = cases.whole("how soon it ends", 50, 100, number), cases.whole("how long it lasts", 200, 700, number)
        until = days.on_or_after(since + np.where(restless, short, long))
        final = (until + 60 >= end) | (number == at_most - 1)
        until = np.where(final, end, until)
        kind = np.where(final & (number > 0), last_type, cases.pick("the type of placement", types, number))
        reason = np.where(final, "", cases.pick("why the placement ended", CHANGES, number))
        found.append(Placed(since, until, kind, number, reason))
        since = until
    return found


def moved_on(placements: list[Placed]) -> list[np.ndarray]:
    """The days of the moves: the start of each placement after the first, or NEVER."""
    return [np.where(placed.here, placed.start, NEVER) for placed in placements[1:]]


def place(cases: Cases, placements: list[Placed], visited=None) -> None:
    """Put placements on the threads, each visited (as an ordinary one, unless `visited` says otherwise)."""
    for placed in placements:
        here = placed.here
        _place(cases.of(here), placed.of(here))
        (visited or visit)(cases.of(here), placed.of(here))


def _place(cases: Cases, placed: Placed) -> None:
    number, start = placed.number, placed.start
    at_home = placed.type == "P1"
    cases.add(
        "placement", start, placed.end, placement_id=cases.id * 64 + number, type=placed.type,
        provider=np.where(at_home, "PR0", cases.pick("the provider", PROVIDERS, number)), has_urn=~at_home,
        distance=cases.whole("miles from home", 1, 18, number), change_reason=placed.reason, is_temporary=False,
        is_to_eighteen=placed.type == "U4", is_fewer_visits_agreed=False, at_end=("change_reason",),
    )  # fmt: skip
    cases.add("placement_plan", days.working_days_after(start, cases.whole("the placement plan", 0, 3, number)))
    cases.add("placement_notice", days.working_days_after(start, cases.whole("the placement notice", 0, 3, number)))
    broke_down = np.isin(placed.reason, BROKE_DOWN)
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
    later = cases.again(
        f"later visits in placement {placed.number}", weekly.last(placed.start), placed.end, (2, 6), (15, 24),
    )
    care_visit(later.cases, later.day, later.step + placed.number * 1000 + 500)
