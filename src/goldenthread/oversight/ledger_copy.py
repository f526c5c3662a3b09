"""The ledger's numbers as they leave the building: by team, in the order of their names, small ones suppressed."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from typing import TextIO

from goldenthread.oversight import drift, here, told
from goldenthread.oversight.drift import Scope
from goldenthread.oversight.models import LedgerCopy
from goldenthread.oversight.steps import STEPS, by_standard
from goldenthread.oversight.suppression import MOST, SUPPRESSED, small, suppress, suppress_row

SAYS = (
    f"Numbers of 1 to {MOST} are suppressed and stand as {SUPPRESSED}; so are others, where a suppressed number could be worked "
    "out from them. Restricted and sealed records are not counted. Teams stand in the order of their names and are not compared: "
    "they hold different children."
)


def write(to: TextIO, of: Scope, copy: LedgerCopy) -> None:
    """Write the copy as CSV: what it is, then its tables."""
    writer = csv.writer(to)
    for row in [*_head(of, copy), *_standards(of), *_steps(of), *_kept(of), *_levels(of)]:
        writer.writerow([_plain(cell) for cell in row])


def _plain(cell) -> str:
    """A cell that no spreadsheet takes for a formula."""
    words = "" if cell is None else str(cell)
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words


def _head(of: Scope, copy: LedgerCopy) -> Iterator[list]:
    counted = drift.counted_as_at(of.day)
    yield ["The drift ledger", of.team.name if of.team else "The whole authority"]
    yield ["As at", of.day.isoformat()]
    yield ["Days lost and what was kept counted as at", counted.as_at.isoformat() if counted else "not counted yet"]
    yield ["Made by", copy.by.name, copy.by.kind_of_role.title]
    yield ["For", copy.recipient]
    yield ["To be used for", copy.purpose]
    yield ["Number of this copy", copy.pk]
    yield [SAYS]


def _standards(of: Scope) -> Iterator[list]:
    """Each standard with open shortfalls: of how many children of each team, of how many to whom it was owed, how long.

    The longest is left out: it is of one child.
    """
    teams, held = drift.teams_below(of)
    places = [*(each.pk for each in teams), None]
    counts: dict[str, dict] = defaultdict(lambda: dict.fromkeys(places, 0))
    for standard, child in {(each.standard, each.person_id) for each in of.open if each.kind == "duty"}:
        counts[standard][held.get(child)] += 1
    yield []
    yield ["What is waiting: children with something not done"]
    names = [*(each.name for each in teams), "Another team, or none"]
    yield ["Standard", "Step", "Severity", *names, "Children", "Children to whom it was owed within the year",
           "Days past, in the middle"]  # fmt: skip
    found = drift.standards(of)
    table = suppress([list(counts[each.standard.id].values()) for each in found], down=False)
    for each, row in zip(found, table, strict=True):
        days = SUPPRESSED if row[-1] == SUPPRESSED else each.median
        yield [each.standard.duty, STEPS[each.step], each.standard.severity, *row, _told(each.owed), days]


def _steps(of: Scope) -> Iterator[list]:
    yield []
    yield ["Days lost within a year, by step: each day of a child's counted once"]
    yield ["Step", "Children who wait", "Days lost", "Children who lost days"]
    for each in drift.waiting(of):
        days = SUPPRESSED if small(each.touched) else each.days
        yield [each.title, _told(each.children), days, _told(each.touched)]


def _kept(of: Scope) -> Iterator[list]:
    """What fell due in the last twelve months: three numbers and their total."""
    book = here.latest()
    yield []
    yield ["Kept in time, of what fell due in the last 12 months"]
    yield ["Standard", "Step", "In time", "Not in time, or not", "Lifted by an exception", "Fell due"]
    for standard, months in drift.kept(of).items():
        year = drift.this_year(months)
        if standard in book and (year.owed or year.lifted):
            row = suppress_row({"met": year.met, "not": year.owed - year.met, "lifted": year.lifted})
            yield [book[standard].duty, STEPS[by_standard()[standard]], *row.values()]


def _levels(of: Scope) -> Iterator[list]:
    yield []
    yield ["Children with something open that was put before a level"]
    yield ["Level", *told.STATES.values()]
    for level in told.levels(of):
        yield [level.title, *(_told(level.number(state)) for state in told.STATES)]


def _told(number: int | None) -> int | str | None:
    return SUPPRESSED if number and small(number) else number
