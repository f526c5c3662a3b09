"""Failings of what ran on: lives that were planned too long, or too restless, from the beginning."""

from dataclasses import dataclass, field

import numpy as np

from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.language import Candidates, Limit, Record, Truth, due


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
        rows = record.rows("placement", type=("U3", "U4", "U6", "K1", "K2", "P1"))
        start = np.concatenate([[-NEVER, -NEVER], rows["start"]])
        who = np.concatenate([[-1, -1], rows["subject"]])
        third = (who[:-2] == rows["subject"]) & (start[:-2] >= due(rows["start"], (-12, "months")))
        third &= ~((np.append(-1, rows["subject"][:-1]) == rows["subject"]) & np.append(False, third[:-1]))
        return Candidates(rows["subject"], {"day": rows["start"]}).of(third)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """It is so already."""
        return [Truth(chosen.subject, self.standard, chosen["day"])]


RAN_ON = (
    RanOn("need-plan-nine-months", "T24 G2", "need_plan", (9, "months")),
    RanOn("protection-plan-fifteen-months", "T2 T25", "protection_plan", (15, "months")),
    RanOn("protection-plan-two-years", "T2 T25", "protection_plan", (24, "months"), implied=True),
    RanOn("care-proceedings-timetable", "T19", "proceedings", (181, "days")),
    RanOn("adoption-match-or-reversal", "G4", "adoption_decision", (6, "months"),
          answer=("permanence_step", {"step": ("match", "reversal")})),
    Restless(),
)  # fmt: skip
