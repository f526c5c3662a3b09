"""Failings of what should have followed: it never did, or too late."""

from dataclasses import dataclass, field

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.language import DAY, Candidates, Limit, Record, Rows, Truth, back, due
from goldenthread.standards.vocabulary import NOUNS


@dataclass(frozen=True)
class Trigger:
    """What begins the clock: a fact of a noun, on its first day or (`ended`) its last.

    `ages`: only while the child is of these ages: the clock begins at the birthday, if that is later. `within`: only
    while this other noun holds; what is owed ends with it.
    """

    noun: str
    where: dict = field(default_factory=dict)
    ended: bool = False
    ages: tuple[int | None, int | None] | None = None
    within: str | None = None

    def days(self, record: Record) -> tuple[Rows, np.ndarray, np.ndarray]:
        """The facts, the day the clock begins for each, and the day on which it ends, NEVER for none."""
        rows = record.rows(self.noun, **self.where)
        day = rows["end"] if self.ended else rows["start"]
        lasts = NOUNS[self.noun].lasts and not self.ended
        until = rows["end"] if lasts else np.full(len(rows), NEVER)
        if self.ages:
            day, until = _at_ages(record, rows, day, until, self.ages)
        if self.within:
            until = np.minimum(until, _end_of(record.rows(self.within), rows["subject"], day))
        held = day < until
        return rows.of(held), day[held], until[held]


def _at_ages(record: Record, rows: Rows, day, until, ages):
    born = record.born(rows["subject"])
    low, high = ages
    first = np.maximum(day, born if low is None else days.birthday(born, low))
    return first, until if high is None else np.minimum(until, days.birthday(born, high))


def _end_of(rows: Rows, subject, day) -> np.ndarray:
    """The end of the period of each subject that holds on the day; the day itself where none does."""
    which = np.searchsorted(rows["subject"] * DAY + rows["start"], subject * DAY + day, side="right") - 1
    if not len(rows):
        return np.array(day)
    holds = (which >= 0) & (rows["subject"][which] == subject) & (rows["end"][which] > day)
    return np.where(holds, rows["end"][which], day)


@dataclass(frozen=True)
class Unmet:
    """What should have followed a trigger did not: everything that would have met it is left out, or comes late.

    `look_back`: what was done so long before would have met it. `linked`: by a fact both share. `late`: "never" leaves
    it out; "always" has it come late; "either" does one or the other. `unless`: (noun, conditions) that would lift it.
    `not_from`, `not_to`: days between which no version of the standard applied.
    """

    standard: str
    found: str
    of: Trigger
    expect: str
    limit: Limit
    where: dict = field(default_factory=dict)
    look_back: Limit = (0, "days")
    linked: str | None = None
    late: str = "either"
    unless: tuple = ()
    never_with: tuple = ()
    only: object = None
    not_judged: tuple[int, int] = (0, 0)

    @property
    def about(self) -> str:
        """The noun it is about."""
        return self.of.noun

    def find(self, record: Record) -> Candidates:
        """Triggers that something met in time, and of which the time is over."""
        clock = self._clock(record)
        return clock.of(clock["over"] & (clock["high"] > clock["low"]))

    def _clock(self, record: Record) -> Candidates:
        """Every trigger: its day, when it is due, what met it (`low` to before `high`), and whether its time is over."""
        rows, day, until = self.of.days(record)
        last, since = due(day, self.limit), back(day, self.look_back)
        key = rows[self.linked or "subject"] * DAY
        keys, order = self._keys(record.rows(self.expect, **self.where))
        low = np.searchsorted(keys, key + since, sorter=order)
        high = np.searchsorted(keys, key + last, side="right", sorter=order)
        over = (since >= record.since) & (last < np.minimum(until, record.as_at))
        over &= self._judged(record, rows, day, last)
        more = {"day": day, "since": key + since, "due": last, "last": key + last, "until": until, "low": low, "high": high}
        return Candidates(rows["subject"], more | {"over": over})

    def _keys(self, expected: Rows) -> tuple[np.ndarray, np.ndarray]:
        keys = expected[self.linked or "subject"] * DAY + np.minimum(expected["start"], DAY - 1)
        return keys, np.argsort(keys, kind="stable")

    def _judged(self, record: Record, rows: Rows, day, last) -> np.ndarray:
        judged = ~((day >= self.not_judged[0]) & (day <= self.not_judged[1]))
        for noun, where in self.unless:
            judged &= ~record.touches(record.rows(noun, **where), rows["subject"], day, last)
        for noun, where in self.never_with:
            judged &= ~record.ever(record.rows(noun, **where), rows["subject"])
        return judged & self.only(record, rows, day, last) if self.only else judged

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Leave it out, or have it come late; another trigger that it met as well may then be unmet too."""
        expected = record.rows(self.expect, **self.where)
        order = self._keys(expected)[1]
        gone = np.zeros(len(expected) + 1, np.int64)
        np.add.at(gone, chosen["low"], 1)
        np.add.at(gone, chosen["high"], -1)
        record.drop(expected.of(order[np.cumsum(gone)[:-1] > 0]))
        self._come_late(record, expected.of(order[chosen["low"]]), chosen)
        unmet = self._unmet(record, chosen.subject, expected)
        itself = np.isin(unmet.subject * DAY + unmet["day"], chosen.subject * DAY + chosen["day"])
        return [Truth(unmet.subject, self.standard, unmet["day"], ~itself)]

    def knocked_on(self, record: Record, subject: np.ndarray) -> Truth:
        """What of this standard another failing of these subjects, of the same kind of answer, has brought with it."""
        unmet = self._unmet(record, subject, record.rows(self.expect, **self.where))
        return Truth(unmet.subject, self.standard, unmet["day"], True)

    def _unmet(self, record: Record, subject: np.ndarray, expected: Rows) -> Candidates:
        """The triggers of these subjects that were met, and now are not."""
        clock = self._clock(record)
        clock = clock.of(clock["over"] & (clock["high"] > clock["low"]) & np.isin(clock.subject, subject))
        keys, order = self._keys(record.now(expected))
        low = np.searchsorted(keys, clock["since"], sorter=order)
        return clock.of(low == np.searchsorted(keys, clock["last"], side="right", sorter=order))

    def _come_late(self, record: Record, first: Rows, chosen: Candidates) -> None:
        """Those that come late come some days after they were due."""
        if self.late == "never":
            return
        number = chosen.subject * 31 + chosen["day"]
        day = days.on_or_after(chosen["due"] + 1 + number % 17)
        comes = (day <= record.as_at) & (day < chosen["until"])
        if self.late == "either":
            comes &= number % 2 == 0
        record.set(first.of(comes), start=day[comes])
