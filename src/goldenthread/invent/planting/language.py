"""How a failing is planted: which lives it could befall, what is done to one, and what must then be found.

A plant finds its candidates among the subjects chosen to be planted, changes the one picked of each, and tells the
truth of it: every standard that is then not kept, from which day, and whether it is the failing itself or follows from
it (`implied`). Days and limits are those that the law and the catalogue's documents give.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Facts, Lives

DAY = 2**17
"""More than any day: with it a subject and a day make one number that sorts by subject and then by day."""

Limit = tuple[int, str]


def due(day: np.ndarray, limit: Limit | None) -> np.ndarray:
    """The last day in time of a limit, such as (10, "working days"), from each day; None is the day itself."""
    amount, unit = limit or (0, "days")
    if unit == "working days":
        return days.working_days_after(day, amount)
    return days.months_after(day, amount) if unit == "months" else day + amount


def back(day: np.ndarray, limit: Limit | None) -> np.ndarray:
    """The day so long before each day."""
    amount, unit = limit or (0, "days")
    if unit == "working days":
        return days.working_days_before(day, amount)
    return days.months_after(day, -amount) if unit == "months" else day - amount


@dataclass(frozen=True)
class Rows:
    """Some facts of a noun, in order of subject and day, and where they are in its table."""

    noun: str
    at: np.ndarray
    facts: Facts

    def __len__(self):
        return len(self.at)

    def __getitem__(self, name: str) -> np.ndarray:
        return self.facts[name]

    def of(self, chosen) -> "Rows":
        """Those chosen."""
        return Rows(self.noun, self.at[chosen], self.facts.keep(chosen))


@dataclass
class Record:
    """The lives of the subjects that are to be planted, to be searched and changed."""

    lives: Lives
    subjects: np.ndarray
    _rows: dict[str, Rows] = field(default_factory=dict)

    @property
    def as_at(self) -> int:
        """The last day anything is known of."""
        return self.lives.as_at

    def rows(self, noun: str, **where) -> Rows:
        """Facts of a noun of which each named fact is the value, one of a tuple of them, or meets a condition."""
        if noun not in self._rows:
            table = self.lives.table(noun)
            at = np.flatnonzero(np.isin(table["subject"], self.subjects))
            self._rows[noun] = Rows(noun, at, table.keep(at))
        rows = self._rows[noun]
        chosen = np.ones(len(rows), bool)
        for name, wanted in where.items():
            chosen &= wanted(rows[name]) if callable(wanted) else np.isin(rows[name], wanted)
        return rows.of(chosen)

    def forget(self, *nouns: str) -> None:
        """What has been read of these nouns is out of date."""
        for noun in nouns:
            self._rows.pop(noun, None)

    def drop(self, rows: Rows) -> None:
        """It never happened."""
        self.set(rows, start=NEVER)

    def set(self, rows: Rows, **columns) -> None:
        """Put other values in these rows."""
        table = self.lives.table(rows.noun)
        for name, values in columns.items():
            values = np.asarray(values)
            if values.dtype.kind == "U" and values.dtype.itemsize > table[name].dtype.itemsize:
                table[name] = table[name].astype(values.dtype)
            table[name][rows.at] = values

    def add(self, noun: str, subject, start, end=None, **facts) -> None:
        """Put further facts on the threads."""
        self.lives.add(noun, subject, start, end, **facts)

    def born(self, subject: np.ndarray) -> np.ndarray:
        """The day of birth of each child."""
        people = self.lives.table("person")
        return people["start"][np.searchsorted(people["subject"], subject)]

    def touches(self, rows: Rows, subject, first, last) -> np.ndarray:
        """Whether any of these facts of each subject holds, or happens, on a day from first to last."""
        ends = rows["end"] if rows.facts.columns.get("lasts") is not None else rows["end"]
        ends = np.where(ends >= NEVER, np.where(_is_event(rows.noun), rows["start"] + 1, DAY - 1), ends)
        begun = np.searchsorted(rows["subject"] * DAY + rows["start"], subject * DAY + last, side="right")
        over = np.searchsorted(np.sort(rows["subject"] * DAY + ends), subject * DAY + first, side="right")
        return begun > over


def _is_event(noun: str) -> bool:
    from goldenthread.standards.vocabulary import NOUNS

    return not NOUNS[noun].lasts
