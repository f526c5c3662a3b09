"""Failings of what ran on: lives that were planned too long, or too restless, from the beginning."""

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np

from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.decided import nobody_decided, unanswered_rise
from goldenthread.invent.planting.language import DAY, Candidates, Limit, Record, Truth, due
from goldenthread.invent.planting.unmet import _end_of

LASTING = ("U3", "U4", "U6", "K1", "K2", "P1")
"""Types of placement that count as moves."""


@dataclass(frozen=True)
class RanOn:
    """A period that ran on for longer than the limit: everyone of whom it is so.

    `answer`: what should have come by then (noun, conditions), if not the end of the period.
    """

    standard: str
    found: str
    about: str
    limit: Limit
    where: dict = field(default_factory=dict)
    answer: tuple[str, dict] | None = None
    implied: bool = False

    def find(self, record: Record) -> Candidates:
        """Those of whom it is so by as at."""
        rows = record.rows(self.about, **self.where)
        last = due(rows["start"], self.limit)
        fits = (rows["start"] >= record.since) & (last < np.minimum(rows.ends() if self.answer is None else NEVER, record.as_at))
        if self.answer:
            noun, where = self.answer
            fits &= ~record.begins(record.rows(noun, **where), rows["subject"], rows["start"], np.minimum(last, record.as_at))
        return Candidates(rows["subject"], {"day": rows["start"]}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """It is so already."""
        return [Truth(chosen.subject, self.standard, chosen["day"], self.implied)]


class Restless:
    """A third placement within twelve months."""

    standard, found, about = "placement-third-in-a-year", "G22 G23", "placement"

    def find(self, record: Record) -> Candidates:
        """Those of whom it is so: the placement that made it three."""
        rows = record.rows("placement", type=LASTING)
        start = np.concatenate([[-NEVER, -NEVER], rows["start"]])
        who = np.concatenate([[-1, -1], rows["subject"]])
        third = (who[:-2] == rows["subject"]) & (start[:-2] >= due(rows["start"], (-12, "months")))
        third &= ~((np.append(-1, rows["subject"][:-1]) == rows["subject"]) & np.append(False, third[:-1]))
        return Candidates(rows["subject"], {"day": rows["start"]}).of(third)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """It is so already."""
        return [Truth(chosen.subject, self.standard, chosen["day"])]


class Moving:
    """A third placement within six months, and nobody who decides: what comes of being restless, where it is so."""

    standard, found, about = "escalating-moves", "G14 G22", "placement"

    def find(self, record: Record) -> Candidates:
        """Those of whom it is so, on the day of the placement that made it three."""
        rows = record.rows("placement", type=LASTING)
        start, who = np.concatenate([[-NEVER, -NEVER], rows["start"]]), np.concatenate([[-1, -1], rows["subject"]])
        third = (who[:-2] == rows["subject"]) & (start[:-2] > due(rows["start"], (-6, "months")))
        third &= ~(np.append(False, rows["subject"][1:] == rows["subject"][:-1]) & np.append(False, third[:-1]))
        fits = third & (rows["start"] + 10 < record.as_at)
        found = Candidates(rows["subject"], {"day": rows["start"]}).of(fits)
        return found.of(unanswered_rise(record, found))

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """It is so already."""
        return [Truth(chosen.subject, self.standard, chosen["day"], True)]


class Exposed:
    """Neglect or domestic abuse made known twice, and nine months later nothing that protects: everyone of whom it is so.

    Of the plans that ran on, half are about it.
    """

    standard, found, about = "exposed-to-harm-for-nine-months", "T1 T2 T25", "need_plan"
    KNOWN: ClassVar = {"assessment_factor": ("factor", ("3A", "3B", "16A")), "contact": ("is_domestic_abuse", (1,)),
                       "harm_concern": ("kind", ("neglect", "domestic"))}  # fmt: skip
    PROTECT: ClassVar = tuple((noun, {}) for noun in ("protection_plan", "legal_gateway", "proceedings", "looked_after"))

    def find(self, record: Record) -> Candidates:
        """Plans that ran on, and the end of the assessment before each."""
        rows, assessed = record.rows("need_plan"), record.rows("assessment")
        if not len(assessed):
            return Candidates(rows["subject"], {"day": rows["start"]}).of(np.zeros(len(rows), bool))
        ends = np.sort(assessed["subject"] * DAY + np.minimum(assessed["end"], DAY - 1))
        before = ends[np.maximum(np.searchsorted(ends, rows["subject"] * DAY + rows["start"], side="right") - 1, 0)]
        day = np.where(before // DAY == rows["subject"], before % DAY, -NEVER)
        fits = (day >= rows["start"] - 20) & (day > record.since + 370) & (rows["subject"] % 2 == 0)
        return Candidates(rows["subject"], {"day": day}).of(
            fits & (due(rows["start"], (9, "months")) < np.minimum(rows["end"], record.as_at))
        )

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Have the assessment find both; then everyone of whom it is so."""
        for factor in ("3A", "16A"):
            record.add("assessment_factor", chosen.subject, chosen["day"], factor=factor)
        found = self._so(record)
        return [Truth(found.subject, self.standard, found["day"], True)]

    def _so(self, record: Record) -> Candidates:
        parts = [(table["subject"][mine], table["start"][mine]) for noun, (fact, values) in self.KNOWN.items()
                 for table in [record.lives.table(noun)]
                 for mine in [np.isin(table["subject"], record.subjects) & np.isin(table[fact], values)]]  # fmt: skip
        subject, day = (np.concatenate(each) for each in zip(*parts, strict=True))
        order = np.lexsort((day, subject))
        subject, day = subject[order], day[order]
        again = np.append(False, subject[1:] == subject[:-1])
        made = again & (np.append(-NEVER, day[:-1]) >= due(day, (-12, "months")))
        made &= ~(again & np.append(False, made[:-1]))
        end = _end_of(record.rows("referral", is_no_further_action=0), subject, day)
        over = due(day, (9, "months")) < np.minimum(end, record.as_at)
        found = Candidates(subject, {"day": day}).of(made & over & (day > record.since + 370))
        unprotected = nobody_decided(record, found.subject, found["day"], (12, "months"), (9, "months"), self.PROTECT)
        return found.of(unprotected)


RAN_ON = (
    RanOn("need-plan-nine-months", "T24 G2", "need_plan", (9, "months")),
    RanOn("protection-plan-fifteen-months", "T2 T25", "protection_plan", (15, "months")),
    RanOn("protection-plan-two-years", "T2 T25", "protection_plan", (24, "months"), implied=True),
    RanOn("care-proceedings-timetable", "T19", "proceedings", (181, "days")),
    RanOn("adoption-match-or-reversal", "G4", "adoption_decision", (6, "months"),
          answer=("permanence_step", {"step": ("match", "reversal")})),
    Restless(),
    Moving(),
    Exposed(),
)  # fmt: skip
