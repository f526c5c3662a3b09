"""Failings of what should have recurred: one time, or several running, it did not."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.language import DAY, Candidates, Limit, Record, Rows, Truth, due

Bound = Limit | int | tuple[str, dict, int] | None
"""Where the part of a period begins or ends: a limit from its start, an age, the nth of (noun, conditions, n), nothing."""


@dataclass(frozen=True)
class Gap:
    """While a period lasts something recurs; `run` times together it does not, and too long passes.

    `part_from`, `part_to`: the part of the period in which it is owed. `ages`: the period is only that of these ages.
    `instead`: facts that are put in its place (a visit at which the child was not seen alone) where it is not left out.
    `at_most`: the longest gap, in days, so that nothing else is missed. `inside`: only where all of it is in the part.
    `and_then`: only where it happens once more before the period ends. `also`: standards not kept with it from that day.
    """

    standard: str
    found: str
    during: str
    expect: str
    limit: Limit
    during_where: dict = field(default_factory=dict)
    where: dict = field(default_factory=dict)
    part_from: Bound = None
    part_to: Bound = None
    ages: tuple[int | None, int | None] | None = None
    run: int = 1
    instead: dict = field(default_factory=dict)
    at_most: int = NEVER
    inside: bool = False
    and_then: bool = False
    also: tuple[str, ...] = ()
    unless: tuple = ()
    never_with: tuple = ()
    with_it: tuple[str, ...] = ()
    only: Callable | None = None
    not_judged: tuple[int, int] = (0, 0)

    @property
    def about(self) -> str:
        """The noun it is about."""
        return self.during

    def find(self, record: Record) -> Candidates:
        """Every run of times without which too long would pass."""
        periods, start, end = self._periods(record)
        events = record.rows(self.expect, **self.where)
        keys = events["subject"] * DAY + events["start"]
        known = np.minimum(end, record.as_at)
        low = np.searchsorted(keys, periods["subject"] * DAY + start, side="right")
        high = np.searchsorted(keys, periods["subject"] * DAY + known, side="right")
        first = _bound(record, self.part_from, periods["subject"], start, end, start)
        last = np.minimum(_bound(record, self.part_to, periods["subject"], start, end, NEVER), end)
        which, place = _each(low, high - self.run + 1)
        if not len(which):
            return Candidates(which, {})
        gap = _Gap(events, which, place, low, high, start, first, last, end, self.run)
        return gap.candidates(record, periods, self)

    def _periods(self, record: Record) -> tuple[Rows, np.ndarray, np.ndarray]:
        rows = record.rows(self.during, **self.during_where)
        start, end = rows["start"], rows["end"]
        if self.ages:
            born, (low, high) = record.born(rows["subject"]), self.ages
            start = np.maximum(start, born if low is None else days.birthday(born, low))
            end = end if high is None else np.minimum(end, days.birthday(born, high))
        held = start < np.minimum(end, record.as_at)
        return rows.of(held), start[held], end[held]

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Leave them out, or put something else in their place."""
        events = record.rows(self.expect, **self.where)
        for number in range(self.run):
            rows = events.of(chosen["place"] + number)
            if self.instead:
                record.set(rows, **self.instead)
            else:
                record.drop(rows)
                for noun in self.with_it:
                    record.drop(record.next_of(noun, rows["subject"], rows["start"])[0])
        standards = (self.standard, *self.also)
        return [Truth(chosen.subject, name, chosen["opened"], name != self.standard) for name in standards]


@dataclass(frozen=True)
class _Gap:
    """What is being weighed: the event at each `place` of the period `which`, were it and the run from it left out."""

    events: Rows
    which: np.ndarray
    place: np.ndarray
    low: np.ndarray
    high: np.ndarray
    start: np.ndarray
    first: np.ndarray
    last: np.ndarray
    end: np.ndarray
    run: int

    def candidates(self, record: Record, periods: Rows, gap: Gap) -> Candidates:
        """Those of which too long would pass."""
        place, day, first, last = self.place, self.events["start"], self.first[self.which], self.last[self.which]
        end = np.minimum(self.end[self.which], record.as_at + 1)
        before = np.where(place > self.low[self.which], day[place - 1], self.start[self.which])
        follows = place + self.run < self.high[self.which]
        after = np.where(follows, day[np.minimum(place + self.run, len(day) - 1)], NEVER)
        opened, owed = np.maximum(before, first), np.maximum(due(before, gap.limit), first)
        fits = (before >= record.since) & (before < last) & (after > owed) & (owed < np.minimum(last, record.as_at))
        fits &= (day[place] > before) & (day[place + self.run - 1] < after)
        fits &= np.minimum(after, end) - before <= gap.at_most
        fits &= (opened < gap.not_judged[0]) | (opened > gap.not_judged[1])
        if gap.inside:
            fits &= (before >= first) & ((after <= last) | (last >= NEVER))
        if gap.and_then:
            fits &= after < end
        more = {"place": place, "day": day[place], "opened": opened, "owed": owed, "before": before}
        return _not_lifted(record, gap, Candidates(periods["subject"][self.which], more).of(fits))


def _not_lifted(record: Record, gap: Gap, found: Candidates) -> Candidates:
    """Those to which nothing lifts it, and which `only` lets pass."""
    fits = np.ones(len(found), bool)
    for noun, where in gap.unless:
        fits &= ~record.touches(record.rows(noun, **where), found.subject, found["opened"], found["owed"])
    for noun, where in gap.never_with:
        fits &= ~record.ever(record.rows(noun, **where), found.subject)
    found = found.of(fits)
    return found.of(gap.only(record, found)) if gap.only else found


def _each(low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every place from low to before high, and the number of the period it belongs to."""
    count = np.maximum(high - low, 0)
    which = np.repeat(np.arange(len(count)), count)
    return which, np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)


def _bound(record: Record, bound: Bound, subject, start, end, otherwise) -> np.ndarray:
    """The day a part begins or ends; NEVER where the nth has not happened."""
    if bound is None:
        return np.broadcast_to(otherwise, start.shape)
    if isinstance(bound, int):
        return days.birthday(record.born(subject), bound)
    if len(bound) == 2:
        return due(start, bound)
    noun, where, number = bound
    rows = record.rows(noun, **where)
    keys = rows["subject"] * DAY + rows["start"]
    place = np.searchsorted(keys, subject * DAY + start) + number - 1
    inside = place < np.searchsorted(keys, subject * DAY + np.minimum(end, DAY - 1), side="right")
    if not len(rows):
        return np.full(len(start), NEVER)
    return np.where(inside, rows["start"][np.minimum(place, len(rows) - 1)], NEVER)
