"""Failings of what the record can bear witness to besides days: minutes, plans, actions, wishes, changes, supervision."""

import numpy as np

from goldenthread.invent.planting.language import DAY, Candidates, Record
from goldenthread.invent.planting.periods import Longer
from goldenthread.invent.planting.said import (
    Noted,
    PassedOver,
    left_out,
    missed_its_day,
    not_heard_twice,
    not_talked_about,
    planned_first,
)
from goldenthread.invent.planting.unmet import Trigger, Unmet

TEN = (10, "working days")
TAKEN_ON = {"is_no_further_action": 0}


def four_months_in(record: Record, found: Candidates):
    """Reviews of children who had been in care for four months and more."""
    care = record.rows("looked_after")
    return record.touches(care, found.subject, found["day"] - 130, found["day"] - 130)


def nothing_else(record: Record, rows, day, last):
    """Changes after which no assessment or plan was begun or finished either, while the case went on."""
    quiet = record.touches(record.rows("referral", **TAKEN_ON), rows["subject"], last + 1, last + 1)
    for noun in ("assessment", "need_plan", "protection_plan", "care_plan"):
        quiet &= ~record.begins(record.rows(noun), rows["subject"], day, last)
    ended = np.unique(_ends(record.rows("assessment")))
    low = np.searchsorted(ended, rows["subject"] * DAY + day)
    return quiet & (low == np.searchsorted(ended, rows["subject"] * DAY + last, side="right"))


def _ends(rows):
    return rows["subject"] * DAY + np.minimum(rows["end"], DAY - 1)


def after_disclosure(record: Record, rows, day, last):
    """Enquiries ended within eight weeks of a disclosure of physical abuse."""
    told = record.rows("disclosure", kind="physical")
    return record.begins(told, rows["subject"], day - 55, day)


MINUTES = (
    left_out("review-minutes", "G20 G29 G30", "review", "review", "risk"),
    left_out("review-permanence", "G4 G30", "review", "review", "permanence", only=four_months_in),
    left_out("review-life-after-eighteen", "G27", "review", "review", "life after 18", ages=(16, 18)),
    left_out("conference-minutes", "G20 G29 G30", "review_conference", "review conference", "health"),
    left_out("meeting-minutes", "G20 G29", "core_group", "core group", "last time's actions"),
    Noted("minutes-copied-forward", "G29", "core_group", "copied_forward", {"of": "core group", "percent": 92}),
    Noted("another-child-named", "G29", "review", "other_child_named", {"of": "looked-after review"}),
    not_heard_twice,
)  # fmt: skip

PLANS = (
    left_out("protection-plan-specific", "G20 G26 T18", "protection_plan", "protection plan", "how we will know"),
    left_out("need-plan-specific", "G26 T18", "need_plan", "child in need plan", "outcomes"),
    left_out("care-plan-complete", "G26", "care_plan", "care plan", "health"),
    left_out("pathway-plan-complete", "G26 G27", "pathway_plan", "pathway plan", "what if it does not work"),
    left_out("education-plan-specific", "G11 T28", "education_plan", "personal education plan", "how we will know"),
    left_out("assessment-complete", "G31 T18", "assessment", "assessment", "what protects the child", ended=True),
    left_out("assessment-own-day-set", "G32", "assessment", "assessment", "a day right for this child"),
    missed_its_day, planned_first,
    Unmet("updated-after-change", "G33 G39", Trigger("change", within="referral"), "plan_update", TEN, only=nothing_else),
    Unmet("enquiry-medical", "T3", Trigger("section47", ended=True), "medical", (0, "days"), look_back=(56, "days"),
          late="never", only=after_disclosure),
    Longer("service-begun", "G2 T24 T25", "waiting", (84, "days"), by=(5, 60), while_="referral"),
    Unmet("adult-life-planned-at-fourteen", "G27", Trigger("referral", TAKEN_ON | {"primary_need": "N2"}, ages=(14, 18)),
          "post_eighteen_plan", (6, "months"), look_back=(24, "months"), late="never"),
)  # fmt: skip

AGREED = (
    Unmet("action-done", "G5 G20 T12 T26", Trigger("action_due", within="referral"), "action_answered", (0, "days"),
          look_back=(12, "months"), linked="action_id"),
    Noted("action-carried", "G20 T24", "case_supervision", "action_answered", {"happened": "no", "times": 3}),
    left_out("action-specific", "G20 T12 T26", "case_supervision", "action", "who does it"),
    PassedOver("wish-answered", "G28", "need_review", 1),
    PassedOver("wish-across-two-reviews", "G28", "review", 2),
)  # fmt: skip

SUPERVISION = (
    left_out("supervision-reasoned", "T12 T23 T26", "case_supervision", "supervision", "why"),
    Noted("supervision-copied-forward", "T12 T26", "case_supervision", "copied_forward", {"of": "supervision", "percent": 88}),
    not_talked_about,
)  # fmt: skip

PLANTS = MINUTES + PLANS + AGREED + SUPERVISION
