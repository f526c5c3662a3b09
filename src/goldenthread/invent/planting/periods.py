"""Failings of periods: one that lasted too long, began too late, or lapsed; and a clock that began sooner."""

from dataclasses import dataclass, field

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.language import DAY, Candidates, Limit, Record, Rows, Truth, due


@dataclass(frozen=True)
class Longer:
    """A period that should have ended within a limit of its beginning lasts longer.

    `by`: how many days longer, at least and at most. `moved`: what happened on the day it ended, or began the next
    period, and so moves with it: (noun, "start" or "end"). `while_`: only where this noun still holds at the later end.
    """

    standard: str
    found: str
    about: str
    limit: Limit
    where: dict = field(default_factory=dict)
    by: tuple[int, int] = (2, 20)
    moved: tuple[tuple[str, str], ...] = ()
    while_: str | None = None
    not_judged: tuple[int, int] = (0, 0)

    def find(self, record: Record) -> Candidates:
        """Those that ended in time, and could have run on until after it."""
        rows = record.rows(self.about, **self.where)
        last = due(rows["start"], self.limit)
        ends = last + self.by[0] + rows["subject"] % (self.by[1] - self.by[0] + 1)
        fits = (rows["end"] <= last) & (ends < record.as_at) & (rows["start"] >= record.since)
        fits &= (rows["start"] < self.not_judged[0]) | (rows["start"] > self.not_judged[1])
        if self.while_:
            fits &= record.touches(record.rows(self.while_), rows["subject"], ends, ends)
        return Candidates(rows["subject"], {"place": np.arange(len(rows)), "ends": ends, "day": rows["start"]}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it run on."""
        rows = record.rows(self.about, **self.where).of(chosen["place"])
        for noun, column in self.moved:
            others = record.rows(noun)
            same = np.isin(others["subject"] * DAY + np.minimum(others[column], DAY - 1), rows["subject"] * DAY + rows["end"])
            moving = others.of(same)
            to = chosen["ends"][np.searchsorted(chosen.subject, moving["subject"])]
            record.set(moving, **{column: to})
        record.set(rows, end=chosen["ends"])
        return [Truth(chosen.subject, self.standard, chosen["day"])]


@dataclass(frozen=True)
class Unheld:
    """While a period lasts another should hold: it begins only some days after the grace has run out."""

    standard: str
    found: str
    about: str
    holds: str
    grace: Limit
    where: dict = field(default_factory=dict)
    also: tuple[str, ...] = ()

    def find(self, record: Record) -> Candidates:
        """Periods at whose beginning the other began in time, and could have begun after it."""
        during, others = record.rows(self.about, **self.where), record.rows(self.holds)
        day, last = during["start"], due(during["start"], self.grace)
        place = np.searchsorted(others["subject"] * DAY + others["start"], during["subject"] * DAY + day)
        place = np.minimum(place, len(others) - 1)
        if not len(others):
            return Candidates(during["subject"], {}).of(np.zeros(len(during), bool))
        begins = days.on_or_after(last + 2 + during["subject"] % 20)
        fits = (others["subject"][place] == during["subject"]) & (others["start"][place] <= last) & (day >= record.since)
        fits &= begins < np.minimum(np.minimum(others["end"][place], during["end"]), record.as_at)
        return Candidates(during["subject"], {"place": place, "begins": begins, "day": day}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it begin late."""
        record.set(record.rows(self.holds).of(chosen["place"]), start=chosen["begins"])
        return [Truth(chosen.subject, self.standard, chosen["day"])]


@dataclass(frozen=True)
class Lapsed:
    """While a period lasts another should hold: it ends on some day before the other does."""

    standard: str
    found: str
    about: str
    holds: str

    def find(self, record: Record) -> Candidates:
        """Periods long enough for the other to lapse in."""
        during, others = record.rows(self.about), record.rows(self.holds)
        day = during["start"] + 60 + during["subject"] * 7 % 300
        fits = day < np.minimum(during["end"], record.as_at - 1)
        fits &= record.ever(others, during["subject"]) & (day > record.since)
        return Candidates(during["subject"], {"day": day}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it lapse."""
        others = record.rows(self.holds)
        place = np.searchsorted(others["subject"], chosen.subject)
        record.set(others.of(place), end=chosen["day"])
        return [Truth(chosen.subject, self.standard, chosen["day"])]


@dataclass(frozen=True)
class Sooner:
    """The clock began sooner, so that what followed came too late.

    `answer`: (noun, "start" or "end"), what should have followed within the limit. `moved`: what moves back with the
    beginning of the clock: the noun, and which of its days.
    """

    standard: str
    found: str
    about: str
    answer: tuple[str, str]
    limit: Limit
    where: dict = field(default_factory=dict)
    by: tuple[int, int] = (1, 8)
    moved: tuple[tuple[str, str], ...] = ()
    since: int = 0

    def find(self, record: Record) -> Candidates:
        """Those that were answered in time, and could have begun sooner."""
        rows = record.rows(self.about, **self.where)
        answered = self._answered(record, rows)
        known = np.minimum(answered, record.as_at)
        amount, unit = self.limit
        more = amount + self.by[0] + rows["subject"] % (self.by[1] - self.by[0] + 1)
        sooner = days.working_days_before(known, more) if unit == "working days" else known - more
        fits = (answered < NEVER) & (sooner < rows["start"]) & (sooner > record.since) & (sooner >= self.since)
        fits &= due(np.minimum(sooner, record.as_at), self.limit) < answered
        return Candidates(rows["subject"], {"day": rows["start"], "sooner": sooner, "answered": answered}).of(fits)

    def _answered(self, record: Record, rows: Rows) -> np.ndarray:
        noun, column = self.answer
        others = record.rows(noun)
        order = np.argsort(others["subject"] * DAY + np.minimum(others[column], DAY - 1), kind="stable")
        keys = (others["subject"] * DAY + np.minimum(others[column], DAY - 1))[order]
        place = np.minimum(np.searchsorted(keys, rows["subject"] * DAY + rows["start"]), len(keys) - 1)
        if not len(keys):
            return np.full(len(rows), NEVER)
        same = others["subject"][order][place] == rows["subject"]
        return np.where(same, others[column][order][place], NEVER)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Move it back, and all that goes with it."""
        for noun, column in ((self.about, "start"), *self.moved):
            others = record.rows(noun)
            which = np.minimum(np.searchsorted(chosen.subject, others["subject"]), len(chosen) - 1)
            mine = chosen.subject[which] == others["subject"]
            day = others[column]
            mine &= (day >= chosen["day"][which] - 40) & (day <= chosen["answered"][which])
            moving = others.of(mine)
            back = (chosen["day"] - chosen["sooner"])[which[mine]]
            record.set(moving, **{column: moving[column] - back})
        return [Truth(chosen.subject, self.standard, chosen["sooner"])]
