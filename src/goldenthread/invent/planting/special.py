"""Failings that take a hand of their own."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.language import Candidates, Record, Truth, due
from goldenthread.invent.planting.unmet import _end_of


@dataclass(frozen=True)
class Extra:
    """Something happens that calls for an answer, and gets none.

    `to`: it happens to those of whom this noun has a fact, some days (`after`) after its day, while it lasts (`during`).
    `only`: those of the found to whom it could. `and_so`: what goes with it, put on the threads by `and_so(record, subject,
    day)`. `also`: further standards that are then not kept, from the same day.
    """

    standard: str
    found: str
    about: str
    to: str
    after: tuple[int, int] = (5, 60)
    where: dict | None = None
    facts: dict | None = None
    ages: tuple[int | None, int | None] | None = None
    never_with: tuple[str, ...] = ()
    room: int = 30
    also: tuple[str, ...] = ()
    only: Callable[[Record, Candidates], np.ndarray] | None = None
    and_so: Callable[[Record, np.ndarray, np.ndarray], None] | None = None

    def find(self, record: Record) -> Candidates:
        """Those to whom it could have happened."""
        rows = record.rows(self.to, **(self.where or {}))
        low, high = self.after
        day = days.on_or_after(rows["start"] + low + rows["subject"] * 17 % (high - low + 1))
        fits = (day + self.room < record.as_at) & (day < rows["end"]) & (day >= record.since)
        if self.ages:
            born = record.born(rows["subject"])
            fits &= (day >= days.birthday(born, self.ages[0])) & (day < days.birthday(born, self.ages[1]))
        for noun in self.never_with:
            fits &= ~record.ever(record.rows(noun), rows["subject"])
        found = Candidates(rows["subject"], {"day": day}).of(fits)
        return found.of(self.only(record, found)) if self.only else found

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it happen."""
        record.add(self.about, chosen.subject, chosen["day"], **(self.facts or {}))
        if self.and_so:
            self.and_so(record, chosen.subject, chosen["day"])
        names = (self.standard, *self.also)
        return [Truth(chosen.subject, name, chosen["day"], name != self.standard) for name in names]


class LateAssessment:
    """An assessment finished some days after its 45 working days, while the case stays open."""

    standard, found, about = "assessment-completed", "G2 G38", "assessment"

    def find(self, record: Record) -> Candidates:
        """First assessments of children seen, whose case was open long enough."""
        rows = record.rows("assessment", assessment_id=lambda number: number % 64 == 0, is_child_seen=1)
        referral = record.rows("referral", is_no_further_action=0)
        order = np.argsort(referral["referral_id"], kind="stable")
        place = np.minimum(np.searchsorted(referral["referral_id"], rows["referral_id"], sorter=order), len(order) - 1)
        if not len(order):
            return Candidates(rows["subject"], {}).of(np.zeros(len(rows), bool))
        referred, closed = referral["start"][order][place], referral["end"][order][place]
        ends = days.working_days_after(referred, 49 + rows["subject"] % 15)
        fits = (referral["referral_id"][order][place] == rows["referral_id"]) & (ends < np.minimum(closed, record.as_at))
        fits &= referred >= record.since
        more = {"place": np.arange(len(rows)), "ends": ends, "referred": referred}
        return Candidates(rows["subject"], more).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it end late, and be shared later too."""
        rows = record.rows("assessment", assessment_id=lambda number: number % 64 == 0, is_child_seen=1)
        rows = rows.of(chosen["place"])
        for noun in ("assessment_factor", "assessment_shared", "assessment_target"):
            moving, which = record.next_of(noun, rows["subject"], rows["end"])
            record.set(moving, start=chosen["ends"][which])
        record.set(rows, end=chosen["ends"])
        return [
            Truth(chosen.subject, "assessment-completed", chosen["referred"]),
            Truth(chosen.subject, "assessment-from-start", rows["start"], True),
        ]


class NoReassessment:
    """A case stays open for more than a year, and the assessment is not made afresh."""

    standard, found, about = "assessment-yearly", "G39", "assessment"

    def find(self, record: Record) -> Candidates:
        """New assessments, without which a year passed from the one before."""
        rows = record.rows("assessment")
        before = np.append(-1, rows["end"][:-1]) if len(rows) else rows["end"]
        again = rows["assessment_id"] % 64 > 0
        after = np.append(rows["end"][1:], NEVER) if len(rows) else rows["end"]
        same = np.append(rows["referral_id"][1:] == rows["referral_id"][:-1], False) if len(rows) else again
        closed = _end_of(record.rows("referral", is_no_further_action=0), rows["subject"], rows["start"])
        until = np.minimum(np.where(same, after, NEVER), closed)
        last = due(np.maximum(before, 0), (12, "months"))
        fits = again & (before >= record.since) & (rows["end"] < NEVER) & (last < np.minimum(until, record.as_at))
        fits &= ~record.begins(record.rows("need_plan"), rows["subject"], rows["start"], rows["start"] + 366)
        return Candidates(rows["subject"], {"place": np.arange(len(rows)), "before": before}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Leave it out, with all that came of it."""
        rows = record.rows("assessment").of(chosen["place"])
        for noun in ("assessment_factor", "assessment_shared", "assessment_target"):
            record.drop(record.next_of(noun, rows["subject"], rows["end"])[0])
        record.drop(rows)
        return [Truth(chosen.subject, self.standard, chosen["before"])]


class Unauthorised:
    """Kept secure for more than three days, and no court has said so."""

    standard, found, about = "secure-court-authority", "T5", "placement"

    def find(self, record: Record) -> Candidates:
        """Those kept secure for long."""
        rows = record.rows("placement", type="K1")
        fits = (rows["start"] >= record.since) & (rows["start"] + 10 < np.minimum(rows["end"], record.as_at))
        return Candidates(rows["subject"], {"day": rows["start"] + 3}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Leave out the order."""
        orders = record.rows("secure_order")
        record.drop(orders.of(np.isin(orders["subject"], chosen.subject)))
        return [Truth(chosen.subject, self.standard, chosen["day"])]


late_assessment, no_reassessment, unauthorised = LateAssessment(), NoReassessment(), Unauthorised()
