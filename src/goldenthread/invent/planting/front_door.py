"""Failings at the front door, and of assessments."""

import numpy as np

from goldenthread.invent.planting.again import FURTHER, Again
from goldenthread.invent.planting.gap import Gap
from goldenthread.invent.planting.periods import Unheld
from goldenthread.invent.planting.special import Extra, late_assessment, no_reassessment
from goldenthread.invent.planting.unmet import Trigger, Unmet
from goldenthread.invent.planting.wrong import Wrong

ONE, TWO, FIVE, TEN = ((number, "working days") for number in (1, 2, 5, 10))
TAKEN_ON = {"is_no_further_action": 0}
CLOSED = {"is_no_further_action": 1}
ABUSE = {"kind": "sexual_abuse"}
ABUSE_ACTED_ON = {"is_domestic_abuse": 1, "is_no_further_action": 0}


def contact_decided(record, subject, day, first, number) -> None:
    """The decision on a further contact, the same day."""
    record.add("contact_decision", subject, day, contact_id=first["contact_id"] + FURTHER * number)


def referral_decided(record, subject, day, first, number) -> None:
    """The decision on a further referral, and the referrer told, the same day."""
    for noun in ("referral_decision", "referrer_informed"):
        record.add(noun, subject, day, referral_id=first["referral_id"] + FURTHER * number)


def case_goes_on(record, found) -> np.ndarray:
    """Assessments after which the case went on: one that is closed that day would be closed unseen as well."""
    return record.touches(record.rows("referral", **TAKEN_ON), found.subject, found["day"], found["day"])


def quiet_since(record, rows, last) -> np.ndarray:
    """Nobody who is referred, or contacted about, in the year after either."""
    known = np.ones(len(rows), bool)
    for noun in ("referral", "contact"):
        known &= ~record.touches(record.rows(noun), rows["subject"], rows["start"] + 2, last + 400)
    return known


def quiet_and_seen(record, rows, last) -> np.ndarray:
    """Those too of whose year before as much is seen: a rise is against the past."""
    return quiet_since(record, rows, last) & (rows["start"] > record.since + 500)


PLANTS = (
    Unmet("contact-decision", "T22", Trigger("contact"), "contact_decision", TWO, linked="contact_id"),
    Unmet("referral-decision", "G2 T22", Trigger("referral"), "referral_decision", ONE, linked="referral_id", late="never"),
    Unmet("referrer-informed", "T22", Trigger("referral_decision"), "referrer_informed", FIVE, linked="referral_id"),
    Unmet("out-of-hours-recorded", "T13", Trigger("contact", {"is_out_of_hours": 1}), "out_of_hours_record", ONE,
          linked="contact_id"),
    Unmet("agency-checks", "T22", Trigger("assessment"), "agency_checks", FIVE, look_back=TEN, late="never"),
    Unheld("child-allocated", "G21 T25", "referral", "allocation", ONE, TAKEN_ON),
    Again("repeat-contacts", "T1 T22", "contact", ((100, 150), (100, 150)), CLOSED,
          {"is_domestic_abuse": 0, "is_out_of_hours": 0}, and_so=contact_decided, only=quiet_since),
    Again("repeat-domestic-abuse-notices", "G6 T1", "contact", ((100, 150), (100, 150)), ABUSE_ACTED_ON,
          {"is_no_further_action": 0, "is_out_of_hours": 0}, and_so=contact_decided, only=quiet_since),
    Again("rising-contacts", "G6 T11", "contact", ((15, 40), (15, 40)), CLOSED,
          {"is_no_further_action": 0, "is_domestic_abuse": 0, "is_out_of_hours": 0}, and_so=contact_decided,
          only=quiet_and_seen, also=("escalating-contacts",)),
    Again("rising-domestic-abuse", "G6 T1", "contact", ((15, 80),), ABUSE_ACTED_ON,
          {"is_no_further_action": 0, "is_out_of_hours": 0}, and_so=contact_decided, only=quiet_and_seen,
          also=("escalating-domestic-abuse",)),
    Again("domestic-abuse-again-after-no-action", "G6 T1", "contact", ((100, 150),),
          {"is_domestic_abuse": 1, "is_no_further_action": 1}, {"is_no_further_action": 0, "is_out_of_hours": 0},
          and_so=contact_decided, only=quiet_since),
    Again("repeat-referral", "T22", "referral", ((60, 250),), CLOSED, lasts=3, and_so=referral_decided, only=quiet_since),
    late_assessment,
    Unmet("assessment-manager-review", "G32 T24", Trigger("assessment"), "assessment_manager_review", TEN),
    Wrong("assessment-child-seen", "G31", "assessment", {"is_child_seen": 0}, {"is_child_seen": 1}, ended=True,
          only=case_goes_on),
    Unmet("child-seen-after-referral", "G21", Trigger("referral", TAKEN_ON), "need_visit", TEN, {"is_seen": 1},
          late="never", unless=(("section47", {}), ("protection_plan", {}), ("looked_after", {})),
          never_with=(("assessment", {"is_child_seen": 0}),)),
    no_reassessment,
    Unmet("assessment-shared", "G31", Trigger("assessment", ended=True), "assessment_shared", TEN),
    Extra("homeless-young-person", "G27", "homeless_young_person", to="contact", after=(300, 700), ages=(16, 18),
          never_with=("assessment", "looked_after")),
    Unmet("sexual-abuse-safety-plan", "G1", Trigger("sexual_abuse_concern"), "safety_plan", (0, "days")),
    Unmet("sexual-abuse-risk-assessment", "G1", Trigger("sexual_abuse_concern"), "risk_assessment", TEN, ABUSE),
    Unmet("sexual-abuse-plan-risk-assessment", "G1", Trigger("protection_plan", {"latest_category": "SAB"}),
          "risk_assessment", TEN, ABUSE, look_back=(3, "months"), late="never"),
    Unmet("sexual-abuse-therapy-considered", "G1 G8", Trigger("sexual_abuse_concern"), "therapeutic_referral",
          (20, "working days")),
    Extra("complaint-answered", "T24", "complaint", to="referral", after=(10, 40), where=TAKEN_ON, room=50),
    Gap("case-supervision", "T12 T26", "referral", "case_supervision", (28, "days"), TAKEN_ON),
    Gap("chronology", "T13", "referral", "chronology_update", (3, "months"), TAKEN_ON),
    Gap("case-summary", "G33", "referral", "case_summary", (3, "months"), TAKEN_ON),
    Gap("record-silence", "T11 T25", "referral", "case_note", (20, "working days"), TAKEN_ON),
    Unmet("decision-on-closure", "T5 T23", Trigger("referral", TAKEN_ON, ended=True), "management_decision", (0, "days"),
          look_back=TEN),
)  # fmt: skip
