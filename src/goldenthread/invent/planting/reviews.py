"""Failings of looked-after reviews that take a hand of their own."""

from dataclasses import dataclass

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.planting.language import DAY, Candidates, Limit, Record, Rows, Truth, due

CORONAVIRUS = (18376, 18530)
"""24 April to 25 September 2020: no version of the limit on the second review applied."""


@dataclass(frozen=True)
class LateReview:
    """The first or second review of a looked-after child, held some days after its time."""

    standard: str
    found: str
    which: int
    limit: Limit
    by: tuple[int, int]
    about: str = "looked_after"

    def find(self, record: Record) -> Candidates:
        """Those whose review could have been held later: before the next, and with nothing hanging on it."""
        care, reviews = record.rows("looked_after"), record.rows("review")
        if not len(reviews):
            return Candidates(care["subject"], {}).of(np.zeros(len(care), bool))
        keys = reviews["subject"] * DAY + reviews["start"]
        place = np.searchsorted(keys, care["subject"] * DAY + care["start"]) + self.which - 1
        place = np.clip(place, self.which - 1, len(reviews) - 1)
        opened = care["start"] if self.which == 1 else reviews["start"][place - 1]
        held = reviews["start"][place]
        later = days.on_or_after(due(opened, self.limit) + self.by[0] + care["subject"] % (self.by[1] - self.by[0] + 1))
        after = np.append(reviews["start"][1:], DAY)[place]
        mine = np.append(reviews["subject"][1:], -1)[place] == care["subject"]
        fits = (reviews["subject"][place] == care["subject"]) & (held < care["end"]) & (later > held)
        fits &= later + 10 < np.minimum(np.where(mine, after, DAY), np.minimum(care["end"], record.as_at))
        fits &= (reviews["subject"][np.maximum(place - self.which + 1, 0)] == care["subject"]) & (opened >= record.since)
        if self.which == 2:
            fits &= (opened < CORONAVIRUS[0]) | (opened > CORONAVIRUS[1])
        for noun in ("temporary_approval", "placed_before_assessment", "placed_for_adoption"):
            fits &= ~record.ever(record.rows(noun), care["subject"])
        fits &= ~record.ever(record.rows("placement", type="P1"), care["subject"])
        return Candidates(care["subject"], {"place": place, "opened": opened, "later": later}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Hold it late, with its decisions and its record."""
        reviews = record.rows("review").of(chosen["place"])
        for noun, within in (("review_decisions", 2), ("review_record", 9)):
            moving, which = record.next_of(noun, reviews["subject"], reviews["start"])
            record.set(moving, start=days.working_days_after(chosen["later"], within)[which])
        record.set(reviews, start=chosen["later"])
        truth = [Truth(chosen.subject, self.standard, chosen["opened"])]
        plans = record.rows("care_plan")
        replaced = plans.of(np.isin(plans["subject"] * DAY + np.minimum(plans["end"], DAY - 1), _key(reviews)))
        return truth + ([Truth(replaced["subject"], "care-plan-changed-after-review", replaced["end"], True)]
                        if self.which == 2 else [])  # fmt: skip


def _key(rows: Rows) -> np.ndarray:
    return rows["subject"] * DAY + rows["start"]


class CancelledTwice:
    """Reviews cancelled twice within six months."""

    standard, found, about = "review-cancelled-again", "G20", "looked_after"

    def find(self, record: Record) -> Candidates:
        """Those in care for long enough."""
        care = record.rows("looked_after")
        day = care["start"] + 60
        fits = day + 100 < np.minimum(care["end"], record.as_at)
        return Candidates(care["subject"], {"day": day}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Cancel two."""
        again = chosen["day"] + 20 + chosen.subject % 60
        record.add("review_cancelled", chosen.subject, chosen["day"])
        record.add("review_cancelled", chosen.subject, again)
        return [Truth(chosen.subject, self.standard, again)]


late_first_review = LateReview("review-first", "G2 G5 G20", 1, (20, "working days"), (1, 9))
late_second_review = LateReview("review-second", "G5 G20", 2, (3, "months"), (1, 20))
cancelled_twice = CancelledTwice()
