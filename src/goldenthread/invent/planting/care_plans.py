"""Failings of care plans: made late, not brought up to date, changed without a review, silent about permanence."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.language import DAY, Candidates, Record, Rows, Truth, back, due

TEN = (10, "working days")
CORONAVIRUS = (18376, 18530)
"""24 April to 25 September 2020: no version of the limit on a care plan applied."""

SIX_WEEKS = 42


def _nothing(rows: Rows) -> Candidates:
    return Candidates(rows["subject"], {}).of(np.zeros(len(rows), bool))


def _key(rows: Rows, column: str = "start") -> np.ndarray:
    return rows["subject"] * DAY + np.minimum(rows[column], DAY - 1)


class LateCarePlan:
    """The first care plan of a child accommodated by agreement, made after its ten working days."""

    standard, found, about = "care-plan-made", "G2 G33", "looked_after"

    def find(self, record: Record) -> Candidates:
        """Those whose first plan, silent about permanence, could have been made later and still before the second."""
        care, plans = record.rows("looked_after"), record.rows("care_plan")
        if not len(plans):
            return _nothing(care)
        place = np.minimum(np.searchsorted(_key(plans), _key(care)), len(plans) - 1)
        last = due(care["start"], TEN)
        made = days.on_or_after(last + 1 + care["subject"] % 12)
        fits = (plans["subject"][place] == care["subject"]) & (plans["start"][place] <= last)
        fits &= (plans["permanence"][place] == "") & (made < np.minimum(plans["end"][place], record.as_at))
        fits &= (care["start"] - 92 >= record.since) & ((care["start"] < CORONAVIRUS[0]) | (care["start"] > CORONAVIRUS[1]))
        fits &= ~record.ever(record.rows("legal_status", code=("C1", "C2")), care["subject"])
        return Candidates(care["subject"], {"place": place, "made": made, "day": care["start"]}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Make it late."""
        record.set(record.rows("care_plan").of(chosen["place"]), start=chosen["made"])
        return [Truth(chosen.subject, self.standard, chosen["day"])]


class PlanNotUpdated:
    """A child moves, and the care plan stays as it was."""

    standard, found, about = "care-plan-after-move", "G33 G39", "care_plan"

    def find(self, record: Record) -> Candidates:
        """Plans made soon after a move, that came after another plan."""
        plans, placements = record.rows("care_plan"), record.rows("placement", type=("U3", "U6", "K1", "K2"))
        if not len(plans) or not len(placements):
            return _nothing(plans)
        ended = np.sort(_key(placements, "end"))
        place = np.searchsorted(ended, _key(plans), side="right") - 1
        moved = ended[np.maximum(place, 0)] % DAY
        last = due(np.minimum(moved, record.as_at), TEN)
        since = np.searchsorted(_key(plans), plans["subject"] * DAY + back(moved, TEN))
        alone = np.searchsorted(_key(plans), plans["subject"] * DAY + last, side="right") - since == 1
        before = np.append(-1, plans["subject"][:-1]) == plans["subject"]
        follows = before & (np.append(NEVER, plans["end"][:-1]) == plans["start"])
        fits = (place >= 0) & (ended[np.maximum(place, 0)] // DAY == plans["subject"]) & (plans["start"] <= last)
        fits &= (moved - 30 >= record.since) & alone & follows & (last < record.as_at)
        fits &= np.append(0, plans["start"][:-1]) < moved - 20
        fits &= ~record.ever(record.rows("placed_for_adoption"), plans["subject"])
        return Candidates(plans["subject"], {"place": np.arange(len(plans)), "moved": moved}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Leave it out: the plan before it runs on."""
        plans = record.rows("care_plan")
        gone, before = plans.of(chosen["place"]), plans.of(chosen["place"] - 1)
        record.set(before, end=gone["end"])
        record.drop(gone)
        stated = record.rows("permanence_plan")
        record.drop(stated.of(np.isin(_key(stated), _key(gone))))
        return [Truth(chosen.subject, self.standard, chosen["moved"])]


class PlanBeforeReview:
    """A care plan replaced, and no review held in the weeks before."""

    standard, found, about = "care-plan-changed-after-review", "G33 T5", "care_plan"

    def find(self, record: Record) -> Candidates:
        """Plans replaced soon after a review that could be left out without another being late."""
        plans, reviews = record.rows("care_plan"), record.rows("review")
        if not len(reviews):
            return _nothing(plans)
        day = np.minimum(plans["end"], DAY - 1)
        low = np.searchsorted(_key(reviews), plans["subject"] * DAY + day - SIX_WEEKS)
        high = np.searchsorted(_key(reviews), plans["subject"] * DAY + day, side="right")
        first = np.searchsorted(_key(reviews), plans["subject"] * DAY)
        place = np.minimum(low, len(reviews) - 1)
        before = reviews["start"][np.maximum(place - 1, 0)]
        after = np.append(reviews["start"][1:], DAY)[place]
        mine = np.append(reviews["subject"][1:], -1)[place] == plans["subject"]
        after = np.where(mine, after, np.minimum(before + 170, DAY))
        fits = (plans["end"] < record.as_at) & (day - SIX_WEEKS >= record.since)
        fits &= (high - low == 1) & (place - first >= 2) & (after - before < 175)
        care = record.rows("looked_after")
        fits &= record.touches(care, plans["subject"], day, day)
        fits &= ~record.ever(record.rows("placed_for_adoption"), plans["subject"])
        return Candidates(plans["subject"], {"place": place, "day": plans["end"]}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Leave that review out, with its decisions and its record."""
        reviews = record.rows("review").of(chosen["place"])
        for noun in ("review_decisions", "review_record"):
            record.drop(record.next_of(noun, reviews["subject"], reviews["start"])[0])
        record.drop(reviews)
        return [Truth(chosen.subject, self.standard, chosen["day"])]


class LatePermanencePlan:
    """No plan for permanence until well after the fourth month in care."""

    standard, found, about = "permanence-plan-by-second-review", "G4 G27", "looked_after"

    def find(self, record: Record) -> Candidates:
        """Those whose first plan says nothing of permanence, and whose second could have come later."""
        care, plans = record.rows("looked_after"), record.rows("care_plan")
        if not len(plans):
            return _nothing(care)
        place = np.minimum(np.searchsorted(_key(plans), _key(care)), len(plans) - 2)
        last = due(care["start"], (4, "months"))
        planned = days.on_or_after(last + 3 + care["subject"] % 30)
        second = plans["start"][place + 1]
        fits = (plans["subject"][place + 1] == care["subject"]) & (plans["permanence"][place] == "")
        fits &= (plans["start"][place] < second) & (plans["end"][place] == second) & (second <= last)
        fits &= planned < np.minimum(np.minimum(plans["end"][place + 1], care["end"]), record.as_at)
        fits &= ~record.ever(record.rows("adoption_plan"), care["subject"]) & (care["start"] >= record.since)
        return Candidates(care["subject"], {"place": place, "planned": planned, "day": care["start"]}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Plan for it late: the care plan in force says nothing either, and nobody has asked a lawyer."""
        plans = record.rows("care_plan")
        first, second = plans.of(chosen["place"]), plans.of(chosen["place"] + 1)
        stated = record.rows("permanence_plan")
        late = stated.of(np.isin(_key(stated), _key(second)))
        record.set(late, start=chosen["planned"][np.searchsorted(chosen.subject, late["subject"])])
        record.set(first, end=chosen["planned"])
        record.set(second, start=chosen["planned"])
        return [
            Truth(chosen.subject, self.standard, chosen["day"]),
            Truth(chosen.subject, "permanence-plan-current", chosen["day"], True),
            *self._without_review(record, chosen), *self._by_agreement(record, chosen),
        ]  # fmt: skip

    def _without_review(self, record: Record, chosen: Candidates) -> list[Truth]:
        reviewed = record.touches(record.rows("review"), chosen.subject, chosen["planned"] - SIX_WEEKS, chosen["planned"])
        return [Truth(chosen.subject, "care-plan-changed-after-review", chosen["planned"], True).of(~reviewed)]

    def _by_agreement(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Accommodated by agreement under 16, not alone here, with no legal gateway in four months."""
        agreed = record.ever(record.rows("legal_status", code="V2"), chosen.subject)
        agreed &= chosen["day"] < days.birthday(record.born(chosen.subject), 16)
        agreed &= due(chosen["day"], (4, "months")) < days.birthday(record.born(chosen.subject), 16)
        agreed &= ~record.ever(record.rows("looked_after", is_unaccompanied=1), chosen.subject)
        return [Truth(chosen.subject, "accommodated-legal-decision", chosen["day"], True).of(agreed)]


late_care_plan, plan_not_updated = LateCarePlan(), PlanNotUpdated()
plan_before_review, late_permanence_plan = PlanBeforeReview(), LatePermanencePlan()
