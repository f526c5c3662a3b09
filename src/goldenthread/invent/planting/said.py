"""Failings of what minutes, plans and supervision say, and of what children ask for."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.language import DAY, Candidates, Record, Rows, Truth, due

OWN_NUMBER = 1000
"""What a planted wish or action adds to 1024 times the number of its child: more than any step of a journey."""

MEETINGS = ("review", "review_conference", "need_review")


@dataclass(frozen=True)
class Noted:
    """Something is told of an event, or (`ended`) of the end of a period, on its day: another fact beside it.

    `noun`, `facts`: what is told. `ages`: only of children of these ages. `only`: of those found, to whom it could befall.
    """

    standard: str
    found: str
    about: str
    noun: str
    facts: dict
    where: dict = field(default_factory=dict)
    ended: bool = False
    ages: tuple[int, int] | None = None
    only: Callable[[Record, Candidates], np.ndarray] | None = None

    def find(self, record: Record) -> Candidates:
        """The days on which it could be told."""
        rows = record.rows(self.about, **self.where)
        day = rows["end"] if self.ended else rows["start"]
        fits = (day < record.as_at) & (day >= record.since)
        if self.ages:
            born = record.born(rows["subject"])
            fits &= (day >= days.birthday(born, self.ages[0])) & (day < days.birthday(born, self.ages[1]))
        found = Candidates(rows["subject"], {"day": day}).of(fits)
        return found.of(self.only(record, found)) if self.only else found

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Tell it."""
        record.add(self.noun, chosen.subject, chosen["day"], **self.facts)
        return [Truth(chosen.subject, self.standard, chosen["day"])]


def left_out(standard: str, found: str, about: str, of: str, section: str, **more) -> Noted:
    """A section of something is left empty."""
    return Noted(standard, found, about, "left_empty", {"of": of, "section": section}, **more)


def _pairs(record: Record, noun: str) -> tuple[Rows, np.ndarray, np.ndarray]:
    """The facts of a noun, the day of the next one of the same subject (NEVER for none), and of the one before (-1)."""
    rows = record.rows(noun)
    same = rows["subject"][1:] == rows["subject"][:-1]
    after = np.append(np.where(same, rows["start"][1:], NEVER), NEVER)[: len(rows)]
    before = np.append(-1, np.where(same, rows["start"][:-1], -1))[: len(rows)]
    return rows, after, before


class NotHeardTwice:
    """Two core groups running say nothing of what the child wants."""

    standard, found, about = "child-not-heard-twice", "G28", "core_group"

    def find(self, record: Record) -> Candidates:
        """Core groups followed by another."""
        rows, after, _ = _pairs(record, self.about)
        fits = (rows["start"] >= record.since) & (after < np.minimum(rows["start"] + 300, record.as_at))
        return Candidates(rows["subject"], {"day": rows["start"], "again": after}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Leave both sections empty."""
        for day in (chosen["day"], chosen["again"]):
            record.add("left_empty", chosen.subject, day, of="core group", section="the child's wishes")
        return [
            Truth(chosen.subject, self.standard, chosen["again"]),
            *(Truth(chosen.subject, "meeting-minutes", chosen[day], True) for day in ("day", "again")),
        ]


def _meetings(record: Record, subject, first, last) -> np.ndarray:
    """How many reviews of any kind each subject has from one day to another."""
    found = np.zeros(len(subject), np.int64)
    for noun in MEETINGS:
        rows = record.rows(noun)
        keys = rows["subject"] * DAY + rows["start"]
        found += np.searchsorted(keys, subject * DAY + last, side="right") - np.searchsorted(keys, subject * DAY + first)
    return found


def _another_waits(record: Record, subject, first, last) -> np.ndarray:
    """Whether a wish that is answered soon waits on the very day of a review, from one day to another."""
    found = []
    for noun in MEETINGS:
        rows = record.rows(noun)
        waits = rows.of(record.touches(record.rows("wish"), rows["subject"], rows["start"], rows["start"]))
        found.append(waits["subject"] * DAY + waits["start"])
    keys = np.sort(np.concatenate(found))
    return np.searchsorted(keys, subject * DAY + first) < np.searchsorted(keys, subject * DAY + last, side="right")


@dataclass(frozen=True)
class PassedOver:
    """A child says what they want, and it waits past a review, or past two of them."""

    standard: str
    found: str
    about: str
    reviews: int

    def find(self, record: Record) -> Candidates:
        """Reviews, with no other nearer than some weeks, at which a wish could have been waiting."""
        rows, after, _ = _pairs(record, self.about)
        first = rows["start"]
        second = after if self.reviews == 2 else first
        fits = (days.months_after(first, -12) >= record.since) & (second + 40 < record.as_at) & (second < first + 300)
        known = np.minimum(second, record.as_at)
        fits &= _meetings(record, rows["subject"], first - 25, known + 35) == self.reviews
        fits &= first - 20 >= days.birthday(record.born(rows["subject"]), 4)
        fits &= ~_another_waits(record, rows["subject"], first - 366, known + 366)
        return Candidates(rows["subject"], {"first": first, "second": second}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it wait until a month after the last of them."""
        number, answered = chosen.subject * 1024 + OWN_NUMBER, chosen["second"] + 30
        record.add("wish", chosen.subject, chosen["first"] - 20, answered, wish_id=number)
        record.add("wish_answered", chosen.subject, answered, wish_id=number)
        truths = [Truth(chosen.subject, "wish-answered", chosen["first"], self.reviews == 2)]
        if self.reviews == 2:
            truths += [Truth(chosen.subject, "wish-answered", chosen["second"], True),
                       Truth(chosen.subject, self.standard, chosen["second"])]  # fmt: skip
        return truths


class NotTalkedAbout:
    """Nobody was in at a visit, and supervision some days later says nothing of it."""

    standard, found, about = "supervision-challenge", "T12 T23 T26", "case_supervision"

    def find(self, record: Record) -> Candidates:
        """Supervision a few days before which a visit to a child in need could have failed."""
        rows = record.rows(self.about)
        visited = rows["start"] - 4
        plans = record.rows("need_plan")
        fits = (visited >= record.since) & (rows["start"] + 10 < record.as_at)
        fits &= record.touches(plans, rows["subject"], visited, visited)
        return Candidates(rows["subject"], {"place": np.arange(len(rows)), "day": rows["start"]}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let the visit fail, and be put on the record in time."""
        day = chosen["day"] - 4
        record.add("need_visit", chosen.subject, day, is_seen=False, is_alone=False, is_bedroom_seen=False)
        record.add("visit_recorded", chosen.subject, day)
        record.set(record.rows(self.about).of(chosen["place"]), is_lateness_discussed=0)
        return [Truth(chosen.subject, self.standard, chosen["day"])]


class MissedItsDay:
    """An assessment is finished in time for everybody, and later than the day that was set for this child."""

    standard, found, about = "assessment-own-day-kept", "G32 G38", "assessment_target"

    def find(self, record: Record) -> Candidates:
        """Assessments that ended on or before their day, and some days after they began."""
        rows, ended = record.rows(self.about), record.rows("assessment", end=lambda end: end < NEVER)
        order = np.argsort(ended["assessment_id"], kind="stable")
        place = np.minimum(np.searchsorted(ended["assessment_id"], rows["assessment_id"], sorter=order), len(order) - 1)
        if not len(order):
            return Candidates(rows["subject"], {}).of(np.zeros(len(rows), bool))
        mine = ended.of(order[place])
        sooner = days.on_or_before(mine["end"] - 3 - rows["subject"] % 8)
        fits = (mine["assessment_id"] == rows["assessment_id"]) & (sooner > mine["start"])
        fits &= (days.months_after(sooner, -3) >= record.since) & (mine["end"] < record.as_at)
        return Candidates(rows["subject"], {"place": np.arange(len(rows)), "sooner": sooner}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Set it an earlier day."""
        record.set(record.rows(self.about).of(chosen["place"]), start=chosen["sooner"])
        return [Truth(chosen.subject, self.standard, chosen["sooner"])]


class PlannedFirst:
    """A child in need plan begins, and only then an assessment."""

    standard, found, about = "plan-after-assessment", "T5 T18", "need_plan"

    def find(self, record: Record) -> Candidates:
        """Plans begun within days of the end of a first assessment, which could all have been done after it."""
        plans, firsts = record.rows("need_plan"), record.rows("assessment", assessment_id=lambda number: number % 64 == 0)
        referred = record.rows("referral", is_no_further_action=0)
        if not len(firsts) or not len(referred):
            return Candidates(plans["subject"], {}).of(np.zeros(len(plans), bool))
        place = _latest_before(firsts, plans, "end")
        since = referred["start"][_latest_before(referred, plans, "start")]
        mine, day = firsts.of(place), plans["start"]
        began, ended = days.working_days_after(day, 1), days.working_days_after(day, 9)
        fits = (mine["subject"] == plans["subject"]) & (day - mine["end"] < 15) & (mine["end"] <= day)
        fits &= (ended <= due(since, (44, "working days"))) & (ended + 40 < np.minimum(plans["end"], record.as_at))
        fits &= (days.months_after(day, -12) >= record.since) & ~record.ever(record.rows("section47"), plans["subject"])
        fits &= ~_begun_within_a_year(record, plans, mine)
        more = {"place": place, "day": day, "began": began, "ended": ended}
        return Candidates(plans["subject"], more).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let the assessment begin the day after, with all that belongs to it."""
        rows = record.rows("assessment", assessment_id=lambda number: number % 64 == 0).of(chosen["place"])
        for noun, old, new in (
            ("agency_checks", "start", "began"), ("assessment_manager_review", "start", "ended"),
            ("assessment_factor", "end", "ended"), ("assessment_shared", "end", "ended"), ("assessment_target", "end", "ended"),
        ):  # fmt: skip
            moving, which = record.next_of(noun, rows["subject"], rows[old])
            record.set(moving, start=chosen[new][which])
        record.set(rows, start=chosen["began"], end=chosen["ended"])
        return [Truth(chosen.subject, self.standard, chosen["day"])]


def _latest_before(rows: Rows, of: Rows, column: str) -> np.ndarray:
    """The place of the last of `rows` whose day in `column` is on or before the start of each `of`, of the same subject."""
    order = np.argsort(rows["subject"] * DAY + np.minimum(rows[column], DAY - 1), kind="stable")
    keys = (rows["subject"] * DAY + np.minimum(rows[column], DAY - 1))[order]
    return order[np.maximum(np.searchsorted(keys, of["subject"] * DAY + of["start"], side="right") - 1, 0)]


def _begun_within_a_year(record: Record, plans: Rows, mine: Rows) -> np.ndarray:
    """Whether an assessment other than this one began in the twelve months before the plan."""
    rows = record.rows("assessment")
    keys = rows["subject"] * DAY + rows["start"]
    low = np.searchsorted(keys, plans["subject"] * DAY + days.months_after(plans["start"], -12))
    return np.searchsorted(keys, plans["subject"] * DAY + plans["start"], side="right") - low > 1


not_heard_twice, not_talked_about = NotHeardTwice(), NotTalkedAbout()
missed_its_day, planned_first = MissedItsDay(), PlannedFirst()
