"""How a failing is planted: which lives it could befall, what is done to one, and what must then be found.

A plant finds its candidates among the subjects chosen to be planted, changes the one picked of each, and tells the
truth of it: every standard that is then not kept, from which day, and whether it is the failing itself or follows from
it (`implied`). Days and limits are those that the law and the catalogue's documents give.
"""

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Facts, Lives
from goldenthread.standards.vocabulary import NOUNS

DAY = 2**17
"""More than any day: with it a subject and a day make one number that sorts by subject and then by day."""

Limit = tuple[int, str]
"""Such as (10, "working days"), (6, "months"), (42, "days")."""


def due(day: np.ndarray, limit: Limit) -> np.ndarray:
    """The last day in time of a limit from each day."""
    amount, unit = limit
    if unit == "working days":
        return days.working_days_after(day, amount)
    return days.months_after(day, amount) if unit == "months" else day + amount


def back(day: np.ndarray, limit: Limit) -> np.ndarray:
    """The day so long before each day."""
    amount, unit = limit
    if unit == "working days":
        return days.working_days_before(day, amount) if amount else day
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

    def ends(self) -> np.ndarray:
        """The day after the last on which each holds; of an event, the next day."""
        return self["end"] if NOUNS[self.noun].lasts else self["start"] + 1


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

    @property
    def since(self) -> int:
        """The first day of which everything written bears witness."""
        return self.lives.since

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

    def next_of(self, noun: str, subject, day, within: int = 40) -> tuple[Rows, np.ndarray]:
        """The first fact of a noun from each subject's day on, within so many days; and which of them have one."""
        rows = self.rows(noun)
        if not len(rows):
            return rows, np.zeros(len(subject), bool)
        place = np.searchsorted(rows["subject"] * DAY + rows["start"], subject * DAY + day)
        place = np.minimum(place, len(rows) - 1)
        found = (rows["subject"][place] == subject) & (rows["start"][place] >= day) & (rows["start"][place] <= day + within)
        return rows.of(place[found]), found

    def now(self, rows: Rows) -> Rows:
        """The same facts as they have become."""
        return Rows(rows.noun, rows.at, self.lives.table(rows.noun).keep(rows.at))

    def drop(self, rows: Rows) -> None:
        """It never happened."""
        self.set(rows, start=np.full(len(rows), NEVER))

    def set(self, rows: Rows, **columns) -> None:
        """Put other values in these rows."""
        table = self.lives.table(rows.noun)
        for name, values in columns.items():
            table[name] = table[name].astype(np.result_type(table[name], np.asarray(values)))
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
        ends = np.sort(rows["subject"] * DAY + np.minimum(rows.ends(), DAY - 1))
        begun = np.searchsorted(rows["subject"] * DAY + rows["start"], subject * DAY + last, side="right")
        return begun > np.searchsorted(ends, subject * DAY + first, side="right")

    def begins(self, rows: Rows, subject, first, last) -> np.ndarray:
        """Whether any of these facts of each subject begins, or happens, on a day from first to last."""
        keys = rows["subject"] * DAY + rows["start"]
        return np.searchsorted(keys, subject * DAY + first) < np.searchsorted(keys, subject * DAY + last, side="right")

    def ever(self, rows: Rows, subject) -> np.ndarray:
        """Whether each subject has any of these facts."""
        return np.isin(subject, rows["subject"])


@dataclass(frozen=True)
class Candidates:
    """What could be planted: a subject and whatever the plant has to know of it, an array each."""

    subject: np.ndarray
    more: dict[str, np.ndarray]

    def __len__(self):
        return len(self.subject)

    def __getitem__(self, name: str) -> np.ndarray:
        return self.more[name]

    def of(self, chosen) -> "Candidates":
        """Those chosen."""
        return Candidates(self.subject[chosen], {name: values[chosen] for name, values in self.more.items()})


@dataclass(frozen=True)
class Truth:
    """Standards not kept: of whom, which, from which day, and whether that follows from another failing."""

    subject: np.ndarray
    standard: str
    opened_on: np.ndarray
    implied: np.ndarray | bool = False

    def of(self, chosen) -> "Truth":
        """Those chosen."""
        return Truth(self.subject[chosen], self.standard, self.opened_on[chosen], self.implied)


class Plant(Protocol):
    """A failing that can be planted. `found`: the rows of what inspectors found that it answers to."""

    standard: str
    found: str

    @property
    def about(self) -> str:
        """The noun it is about."""

    def find(self, record: Record) -> Candidates:
        """The lives it could befall, perhaps several times each, in order of subject and day."""

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Do it to each of those chosen, one for each subject; what must then be found."""
