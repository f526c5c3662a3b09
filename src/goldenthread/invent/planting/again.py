"""Failings that are one time too many: contacts, referrals, enquiries and the like that come again and again."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.planting.language import Candidates, Record, Rows, Truth


@dataclass(frozen=True)
class Again:
    """A thing that happened happens again, so many days after: the last time is found.

    `after`: for each further time, the days after the one before, at least and at most. `facts`: those of the further
    times; others are as at first. `and_so`: what goes with each further time and is as it should be, put on the thread
    by `and_so(record, subject, day, first)`. `once`: only those to whom it happened once, and nothing like it since.
    """

    standard: str
    found: str
    about: str
    after: tuple[tuple[int, int], ...]
    where: dict = field(default_factory=dict)
    facts: dict = field(default_factory=dict)
    lasts: int | None = None
    and_so: Callable[[Record, np.ndarray, np.ndarray, Rows, int], None] | None = None
    also: tuple[str, ...] = ()
    only: Callable[[Record, Rows, np.ndarray], np.ndarray] | None = None

    def find(self, record: Record) -> Candidates:
        """Those to whom it happened once, with time for it to happen again."""
        rows = record.rows(self.about, **self.where)
        once = np.isin(rows["subject"], _only_once(rows["subject"]))
        last = self._days(rows)[-1]
        fits = once & (last + 30 < record.as_at)
        fits &= self.only(record, rows, last) if self.only else True
        return Candidates(rows["subject"], {"place": np.arange(len(rows))}).of(fits)

    def _days(self, rows: Rows) -> list[np.ndarray]:
        found, day = [], rows["start"]
        for low, high in self.after:
            day = days.on_or_after(day + low + rows["subject"] * 13 % (high - low + 1))
            found.append(day)
        return found

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it happen again."""
        first = record.rows(self.about, **self.where).of(chosen["place"])
        for number, day in enumerate(self._days(first), 1):
            self._once_more(record, first, day, number)
        last = self._days(first)[-1]
        return [Truth(chosen.subject, name, last, name != self.standard) for name in (self.standard, *self.also)]

    def _once_more(self, record: Record, first: Rows, day: np.ndarray, number: int) -> None:
        names = [name for name in first.facts.columns if name not in ("subject", "start", "end")]
        facts = {name: first[name] for name in names} | self.facts
        facts |= {name: first[name] + FURTHER * number for name in names if name.endswith("_id") and name not in self.facts}
        end = None if self.lasts is None else day + self.lasts
        record.add(self.about, first["subject"], day, end, **facts)
        if self.and_so:
            self.and_so(record, first["subject"], day, first, number)


FURTHER = 4
"""What a further time adds to the number of the first in the ids of records; cases of a child are numbered from 0 to 15."""


def _only_once(subject: np.ndarray) -> np.ndarray:
    who, count = np.unique(subject, return_counts=True)
    return who[count == 1]
