"""Failings of visits, reviews, placements, permanence and adoption of looked-after children."""

import datetime as dt

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.planting.care_plans import late_care_plan, late_permanence_plan, plan_before_review, plan_not_updated
from goldenthread.invent.planting.gap import Gap
from goldenthread.invent.planting.periods import Longer, Unheld
from goldenthread.invent.planting.reviews import cancelled_twice, late_first_review, late_second_review
from goldenthread.invent.planting.special import unauthorised
from goldenthread.invent.planting.unmet import Trigger, Unmet
from goldenthread.invent.planting.wrong import Wrong

CORONAVIRUS = (days.number_of(dt.date(2020, 4, 24)), days.number_of(dt.date(2020, 9, 25)))
SINCE_2021 = days.number_of(dt.date(2021, 9, 9))
SINCE_2023 = days.number_of(dt.date(2023, 10, 28))
WEEK, FOUR_WEEKS, SIX_WEEKS, TWELVE_WEEKS = ((number * 7, "days") for number in (1, 4, 6, 12))
YEAR, HALF_YEAR, QUARTER = ((number, "months") for number in (12, 6, 3))
FIVE, TEN, TWENTY = ((number, "working days") for number in (5, 10, 20))

ORDINARY = {"type": ("U3", "U4", "U6", "K1", "K2")}
SHORT_TERM = {"type": ("U3", "U6", "K1", "K2")}
LONG_TERM = {"type": ("U1", "U4")}
FOR_ADOPTION = {"type": ("A5", "A6")}
AT_HOME = {"type": "P1"}
FIRST_REVIEW = ("review", {}, 1)
PLACED = (("placed_for_adoption", {}),)
APPROVED_FOR_NOW = (("temporary_approval", {}),)


def not_the_first(record, found):
    """Visits other than the first of a placement, which has a week of its own."""
    return ~record.begins(record.rows("placement"), found.subject, found["before"], found["before"])


def at_home(record, found):
    """Those living with a parent, whose placement was not one before assessment."""
    return at_home_at_all(record, found) & ~record.ever(record.rows("placed_before_assessment"), found.subject)


def at_home_at_all(record, found):
    """Those living with a parent."""
    return record.ever(record.rows("placement", **AT_HOME), found.subject)


def four_or_over(record, found):
    """Those who were four when the gap opened."""
    return found["opened"] >= days.birthday(record.born(found.subject), 4)


def after_the_first(record, found):
    """Reviews that follow the first since the child was placed for adoption."""
    placed = record.rows("placed_for_adoption")
    since = placed["start"][np.searchsorted(placed["subject"], found.subject)]
    return ~record.begins(record.rows("review"), found.subject, since + 1, found["before"] - 1)


def not_matched_soon(record, rows, day, last):
    """Those not matched until well after the decision was due: a late decision still comes first."""
    return ~record.begins(record.rows("adoption_match"), rows["subject"], day, last + 30)


def no_plan_replaced(record, found):
    """Reviews after which no care plan was replaced for six weeks."""
    return ~record.begins(record.rows("care_plan"), found.subject, found["day"], found["day"] + 42)


def no_review_soon(record, found):
    """Visits after which no review came in time."""
    return ~record.touches(record.rows("review"), found.subject, found["day"], found["day"] + 25)


VISITS = (
    Unmet("care-visit-first-week", "T17", Trigger("placement", ORDINARY), "care_visit", WEEK, late="never",
          unless=PLACED, never_with=APPROVED_FOR_NOW),
    Gap("care-visits-first-year", "T17", "placement", "care_visit", SIX_WEEKS, ORDINARY, part_to=YEAR, at_most=80,
        inside=True, never_with=APPROVED_FOR_NOW, only=not_the_first),
    Gap("care-visits-after-first-year", "T17", "placement", "care_visit", SIX_WEEKS, SHORT_TERM, part_from=YEAR,
        at_most=80, inside=True, never_with=APPROVED_FOR_NOW),
    Gap("care-visits-long-term-fostering", "T17", "placement", "care_visit", QUARTER, LONG_TERM, part_from=YEAR, run=3,
        inside=True, also=("care-seen", "care-seen-alone"), only=four_or_over),
    Gap("care-visits-temporary-approval-weekly", "T17", "temporary_approval", "care_visit", WEEK, part_to=FIRST_REVIEW,
        at_most=20, inside=True),
    Gap("care-visits-temporary-approval", "T17", "temporary_approval", "care_visit", FOUR_WEEKS, part_from=FIRST_REVIEW,
        at_most=41, inside=True),
    Gap("care-visits-interim-order-home-weekly", "T17", "legal_status", "care_visit", WEEK, {"code": "C1"},
        part_to=FIRST_REVIEW, at_most=20, inside=True, only=at_home),
    Gap("care-visits-interim-order-home", "T17", "legal_status", "care_visit", FOUR_WEEKS, {"code": "C1"},
        part_from=FIRST_REVIEW, at_most=41, inside=True, only=at_home),
    Gap("care-visits-care-order-home", "T17", "legal_status", "care_visit", SIX_WEEKS, {"code": "C2"}, run=2, at_most=80,
        only=at_home_at_all, and_then=True),
    Gap("care-visits-parent-unassessed-weekly", "T17", "placed_before_assessment", "care_visit", WEEK,
        part_to=FIRST_REVIEW, at_most=20, inside=True),
    Wrong("care-visit-in-private", "T27", "care_visit", {"is_alone": 0, "is_reason_given": 0}, {"is_alone": 1}),
    Gap("care-seen-alone", "T27", "looked_after", "care_visit", TWELVE_WEEKS, ages=(4, None), run=4,
        instead={"is_alone": 0, "is_reason_given": 1}),
    Wrong("care-review-after-concern", "T11", "care_visit", {"is_welfare_concern": 1}, limit=TEN, only=no_review_soon),
    Unmet("care-visit-recorded", "G18", Trigger("care_visit"), "visit_recorded", FIVE),
    Unmet("detention-visit-first", "T17", Trigger("detention"), "detention_visit", TEN, late="never"),
)  # fmt: skip

REVIEWS = (
    late_first_review, late_second_review,
    Gap("review-later", "G5 G20", "looked_after", "review", HALF_YEAR, part_from=("review", {}, 2), inside=True,
        with_it=("review_decisions", "review_record"), unless=PLACED,
        only=no_plan_replaced),
    Unmet("review-decisions-issued", "G20", Trigger("review"), "review_decisions", FIVE),
    Unmet("review-record-distributed", "G20 G29", Trigger("review"), "review_record", TWENTY),
    Unheld("reviewing-officer-appointed", "G20", "looked_after", "reviewing_officer", FIVE),
    Gap("reviewing-officer-check", "G5 G20", "looked_after", "iro_contact", QUARTER),
    Longer("dispute-resolved", "T23", "dispute", TWENTY),
    Unmet("dispute-answered", "T23", Trigger("dispute"), "dispute_answer", FIVE),
    Wrong("review-participation-recorded", "G28", "review", {"participation": ""}, ages=(4, None)),
    Wrong("review-views-not-conveyed", "G28", "review", {"participation": "PN7"}, ages=(4, None)),
    cancelled_twice, plan_before_review,
)  # fmt: skip

PLACEMENTS = (
    late_care_plan, plan_not_updated,
    Unmet("placement-plan-agreed", "G22", Trigger("placement", ORDINARY), "placement_plan", FIVE, look_back=(1, "months"),
          unless=PLACED, not_judged=CORONAVIRUS),
    Unmet("placement-notified", "G22", Trigger("placement", {"type": (*ORDINARY["type"], "P1")}), "placement_notice",
          FIVE, look_back=(1, "months"), unless=PLACED),
    Wrong("placement-under-sixteen-unregulated", "T11", "placement", {"type": "H5"}, {"type": ("U6", "K2")},
          ages=(None, 16), since=SINCE_2021),
    Wrong("placement-supported-registered", "T11", "placement", {"type": "H5", "has_urn": 0}, {"type": ("U6", "K2")},
          ages=(16, 18), since=SINCE_2023),
    Unmet("placement-disruption-meeting", "G22",
          Trigger("placement", {"change_reason": ("CREQB", "CREQO", "CHILD")}, ended=True), "disruption_meeting",
          FOUR_WEEKS),
    Longer("temporary-approval-ends", "G22", "temporary_approval", (112, "days"), while_="looked_after",
           not_judged=CORONAVIRUS),
    Unmet("parent-placement-approved-first", "T5", Trigger("placement", AT_HOME), "parent_placement_approval",
          (0, "days"), look_back=HALF_YEAR, late="never", never_with=(("placed_before_assessment", {}),)),
    Unmet("parent-assessed-after-placement", "T5", Trigger("placed_before_assessment"), "parent_assessment", TEN,
          late="never", not_judged=CORONAVIRUS),
    unauthorised,
    Unmet("secure-review-first", "G20", Trigger("placement", {"type": "K1"}), "secure_review", (1, "months"), late="never"),
    Gap("secure-review-later", "G20", "placement", "secure_review", QUARTER, {"type": "K1"},
        part_from=("secure_review", {}, 1), inside=True),
)  # fmt: skip

PERMANENCE = (
    late_permanence_plan,
    Gap("permanence-drift", "G4 G5 T24", "looked_after", "permanence_step", HALF_YEAR,
        where={"step": ("decision", "match", "placement", "order")}, part_from=YEAR,
        part_to=("placement", {"type": (*LONG_TERM["type"], *FOR_ADOPTION["type"])}, 1),
        never_with=(("adoption_decision", {}),)),
    Unmet("long-term-fostering-matched", "G4", Trigger("permanence_plan", {"plan": "LTFOST18"}), "long_term_match",
          HALF_YEAR, look_back=(24, "months"), late="never"),
    Unmet("life-story-work-begun", "G4", Trigger("permanence_plan", {"plan": ("LTFOST18", "ADOPTION")}),
          "life_story_work", TWENTY, look_back=(24, "months"), late="never"),
    Unmet("guardianship-assessed", "G4", Trigger("guardianship_plan"), "guardianship_assessment", QUARTER),
    Unmet("adoption-decided", "G4", Trigger("adoption_plan"), "adoption_decision", (2, "months"), late="always",
          only=not_matched_soon),
    Gap("adoption-placed-second-review", "G4", "placed_for_adoption", "review", QUARTER, part_from=FIRST_REVIEW,
        inside=True, with_it=("review_decisions", "review_record"), only=after_the_first),
    Gap("adoption-placed-visits-weekly", "T17", "placed_for_adoption", "care_visit", WEEK, part_to=FIRST_REVIEW,
        at_most=20, inside=True),
    Unmet("adoption-life-story-book", "G4", Trigger("adoption_order"), "life_story_book", TEN, look_back=HALF_YEAR),
)  # fmt: skip

PLANTS = VISITS + REVIEWS + PLACEMENTS + PERMANENCE
