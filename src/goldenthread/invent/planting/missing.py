"""Failings of children who go missing that take a hand of their own."""

import numpy as np

from goldenthread.invent.planting.decided import nobody_decided
from goldenthread.invent.planting.language import Candidates, Record, Rows, Truth


class LongGone:
    """Missing for days, and no strategy discussion."""

    standard, found, about = "missing-strategy-discussion", "G16", "missing"

    def find(self, record: Record) -> Candidates:
        """Those who went missing."""
        rows = record.rows("missing", kind="M")
        fits = (rows["start"] >= record.since) & (rows["end"] < record.as_at - 10) & (rows["end"] == rows["start"])
        strategy = record.rows("strategy_discussion")
        fits &= ~record.touches(strategy, rows["subject"], rows["start"], rows["start"] + 10)
        return Candidates(rows["subject"], {"place": np.arange(len(rows)), "day": rows["start"]}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let them be gone for four days; spoken to as long after as they were."""
        rows = record.rows("missing", kind="M").of(chosen["place"])
        spoken, _ = record.next_of("return_interview", rows["subject"], rows["start"])
        record.set(spoken, start=spoken["start"] + 4)
        record.set(rows, end=rows["end"] + 4)
        return [Truth(chosen.subject, self.standard, chosen["day"])]


class MissingAgain:
    """Missing again, so many days after each time, and spoken to each time."""

    found, about = "G16", "missing"

    def __init__(self, standard: str, after: tuple[int, ...], also: dict[str, int] | None = None):
        """`also`: further standards that are then not kept, each from which of the further times on (from 1)."""
        self.standard, self.after, self.also = standard, after, also or {}

    def find(self, record: Record) -> Candidates:
        """Those who went missing, and neither before nor after for long; nothing was assessed meanwhile."""
        rows = record.rows("missing", kind="M")
        last = rows["start"] + sum(self.after)
        fits = (last + 20 < record.as_at) & (rows["start"] >= record.since)
        care = record.rows("looked_after")
        for day in (rows["start"], last + 15):
            fits &= record.touches(care, rows["subject"], day, day)
        fits &= ~record.begins(rows, rows["subject"], rows["start"] - 100, rows["start"] - 1)
        fits &= ~record.begins(rows, rows["subject"], rows["start"] + 1, last + 100)
        assessed = record.rows("risk_assessment")
        fits &= ~record.begins(assessed, rows["subject"], rows["start"], last + 10)
        fits &= (len(self.after) == 1) | nobody_decided(record, rows["subject"], last)
        return Candidates(rows["subject"], {"place": np.arange(len(rows)), "day": last}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it happen again."""
        first = record.rows("missing", kind="M").of(chosen["place"])
        day = first["start"] + np.cumsum(self.after)[:, None]
        for each in day:
            self._go(record, first, each)
        further = [Truth(chosen.subject, name, day[which - 1], True) for name, which in self.also.items()]
        return [Truth(chosen.subject, self.standard, chosen["day"]), *further]

    def _go(self, record: Record, first: Rows, day: np.ndarray) -> None:
        record.add(
            "missing", first["subject"], day, day, minute=first["minute"], end_minute=first["end_minute"], kind="M",
            is_interview_offered=True, is_interview_accepted=True,
        )  # fmt: skip
        record.add("return_interview", first["subject"], day + 1, minute=600)
        record.add("reviewing_officer_told", first["subject"], day)


long_gone = LongGone()
missing_again = MissingAgain("repeat-missing-risk-assessment", (34, 36), {"repeat-missing": 2})
more_and_more = MissingAgain("escalating-missing", (9, 10), {
    "rising-missing": 2, "repeat-missing": 2, "repeat-missing-risk-assessment": 2, "placement-at-risk-missing": 1,
})  # fmt: skip
at_risk = MissingAgain("placement-at-risk-missing", (11,))
