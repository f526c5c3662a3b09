"""Failings of what was: a fact that says that it was not as it should have been."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.language import Candidates, Limit, Record, Truth, due


@dataclass(frozen=True)
class Wrong:
    """Facts of one that say that it was not as it should have been.

    `ended`: it is then found from the day it ended. `ages`: only of children of these ages that day. `since`: only from
    this day on. `limit`: what is owed once it is so, which nothing will meet.
    """

    standard: str
    found: str
    noun: str
    facts: dict
    where: dict = field(default_factory=dict)
    ended: bool = False
    ages: tuple[int | None, int | None] | None = None
    since: int = 0
    limit: Limit = (0, "days")
    only: Callable | None = None

    @property
    def about(self) -> str:
        """The noun it is about."""
        return self.noun

    def find(self, record: Record) -> Candidates:
        """Those of which it could have been so."""
        rows = record.rows(self.noun, **self.where)
        day = rows["end"] if self.ended else rows["start"]
        fits = (day < NEVER) & (day >= self.since) & (due(np.minimum(day, record.as_at), self.limit) < record.as_at)
        if self.ages:
            born, (low, high) = record.born(rows["subject"]), self.ages
            fits &= day >= (born if low is None else days.birthday(born, low))
            fits &= True if high is None else day < days.birthday(born, high)
        if self.limit[0]:
            fits &= day >= record.since
        found = Candidates(rows["subject"], {"place": np.arange(len(rows)), "day": day}).of(fits)
        return found.of(self.only(record, found)) if self.only else found

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Say so."""
        record.set(record.rows(self.noun, **self.where).of(chosen["place"]), **self.facts)
        return [Truth(chosen.subject, self.standard, chosen["day"])]
