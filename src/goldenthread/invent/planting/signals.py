"""Dangers, and what no single fact says: risk that rises and nobody who decides, small signs that add up."""

import numpy as np

from goldenthread.invent import days
from goldenthread.invent.planting.decided import A_YEAR_AND_A_HALF, nobody_decided, unanswered_rise
from goldenthread.invent.planting.language import Candidates, Record, Truth
from goldenthread.invent.planting.special import Extra
from goldenthread.invent.planting.unmet import Trigger, Unmet

ONE_DAY, SAME_DAY = (1, "days"), (0, "days")
ONE, FIVE, TEN, TWENTY = ((number, "working days") for number in (1, 5, 10, 20))
TAKEN_ON, CLOSED = {"is_no_further_action": 0}, {"is_no_further_action": 1}
DISCUSSED = (("strategy_discussion", {}), ("management_decision", {}))
PLANNED = (("safety_plan", {}),)
ASSESSED = (("risk_assessment", {}),)
EXPLOITATION = (("risk_assessment", {"kind": "exploitation"}),)


def nobody_decided_or_planned(record: Record, found: Candidates) -> np.ndarray:
    """Those of whom nobody had decided anything in the week before, and no safety plan was made in the month before."""
    day = found["day"]
    quiet = nobody_decided(record, found.subject, day, (7, "days"), SAME_DAY, DISCUSSED)
    return quiet & nobody_decided(record, found.subject, day, (28, "days"), SAME_DAY, PLANNED)


def no_plan_in_half_a_year(record: Record, found: Candidates) -> np.ndarray:
    """Those without a safety plan or a risk assessment in the half year before."""
    return nobody_decided(record, found.subject, found["day"], (6, "months"), ONE_DAY, (*PLANNED, *ASSESSED))


def nobody_sees_them_together(record: Record, found: Candidates) -> np.ndarray:
    """Those of whom nobody decides or assesses anything in the five working days after."""
    return nobody_decided(record, found.subject, found["day"], SAME_DAY, FIVE, (*DISCUSSED, *EXPLOITATION))


def no_safety_plan(record: Record, found: Candidates) -> np.ndarray:
    """Those for whom no safety plan was made in the fortnight before the day, or on the next."""
    return nobody_decided(record, found.subject, found["day"], (14, "days"), ONE_DAY, PLANNED)


def absent(record: Record, subject: np.ndarray, day: np.ndarray) -> None:
    """Attendance too low, and something done about that in days."""
    record.add("low_attendance", subject, day, percent=80)
    record.add("attendance_action", subject, days.on_or_after(day + 4))


def absent_and_missing_before(record: Record, subject: np.ndarray, day: np.ndarray) -> None:
    """In the weeks before: absent from school, then missing, and spoken to the next day."""
    absent(record, subject, day - 40)
    record.add("missing", subject, day - 14, day - 14, minute=720, end_minute=900, kind="M", is_interview_offered=True,
               is_interview_accepted=True)  # fmt: skip
    record.add("return_interview", subject, day - 13, minute=600)


def absent_once_before(record: Record, subject: np.ndarray, day: np.ndarray) -> None:
    """Absent two months before too; something is done each time."""
    absent(record, subject, day - 60)
    record.add("attendance_action", subject, days.on_or_after(day + 4))


def changed_before(record: Record, subject: np.ndarray, day: np.ndarray) -> None:
    """Ten days before, somebody noticed that the child is not as they were."""
    record.add("changed_child", subject, day - 10, kind="hostile")


class NeglectAddsUp(Extra):
    """Absent from school term after term, each time something done about that, and nobody who asks what it adds up to."""

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Four times in half a year: the second is a rise of its own."""
        for before in (180, 120, 60, 0):
            absent(record, chosen.subject, chosen["day"] - before)
        rose = Truth(chosen.subject, "escalating-absence", chosen["day"] - 120, True)
        seen = chosen["day"] - 120 > record.since + A_YEAR_AND_A_HALF
        return [Truth(chosen.subject, self.standard, chosen["day"]), rose.of(seen)]


class RisenScore:
    """A questionnaire's score six above the one before, though not high, and nobody who asks why."""

    standard, found, about = "strengths-and-difficulties-risen", "G7 G23", "sdq"

    def find(self, record: Record) -> Candidates:
        """Scores that would still be low, after another of the same child."""
        rows = record.rows("sdq", score=lambda score: score >= 0)
        before = np.append(-99, rows["score"][:-1])
        again = np.append(False, rows["subject"][1:] == rows["subject"][:-1])
        fits = again & (before + 6 < 17) & (rows["start"] + 40 < record.as_at) & (rows["start"] > record.since)
        asked = record.rows("mental_health_consultation")
        fits &= ~record.begins(asked, rows["subject"], rows["start"], rows["start"] + 40)
        more = {"place": np.arange(len(rows)), "score": before + 6, "day": rows["start"]}
        return Candidates(rows["subject"], more).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it rise."""
        rows = record.rows("sdq", score=lambda score: score >= 0).of(chosen["place"])
        record.set(rows, score=chosen["score"])
        return [Truth(chosen.subject, self.standard, chosen["day"])]


def looked_after_for_weeks(record: Record, rows, day, last) -> np.ndarray:
    """Those who were looked after for twenty working days and more."""
    return rows["end"] - rows["start"] > 45


DANGERS = (
    Extra("risk-person-at-home", "G6 T13", "risk_person_at_home", to="referral", after=(20, 90), where=TAKEN_ON, room=5,
          facts={"relationship": "step-parent"}, also=("risk-person-safety-plan",), only=nobody_decided_or_planned),
    Unmet("child-seen-after-disclosure", "T3 G15", Trigger("disclosure"), "section47_visit", ONE_DAY, late="never"),
    Unmet("exploitation-safety-plan", "G1 G16", Trigger("exploitation_concern"), "safety_plan", ONE_DAY,
          look_back=(14, "days"), late="never"),
    Extra("family-time-with-risk-person", "G6", "risk_person_contact", to="looked_after", after=(30, 120), room=5,
          only=no_plan_in_half_a_year),
)  # fmt: skip

SIGNALS = (
    Extra("escalating-harm", "G14 T11 T13", "harm_concern", to="harm_concern", after=(40, 150), facts={"kind": "emotional"},
          room=10, also=("strategy-discussion-prompt",), only=unanswered_rise),
    Extra("escalating-absence", "G10 G14", "low_attendance", to="contact", after=(100, 200), where=CLOSED, ages=(6, 15),
          facts={"percent": 75}, never_with=("low_attendance", "referral"), and_so=absent_once_before,
          only=unanswered_rise),
    NeglectAddsUp("neglect-adds-up", "T1 T2", "low_attendance", to="contact", after=(240, 300), where=CLOSED, ages=(6, 15),
                  never_with=("low_attendance", "referral")),
    Extra("signs-together", "G7", "changed_child", to="contact", after=(60, 200), where=CLOSED, ages=(9, 15),
          facts={"kind": "withdrawn"}, never_with=("missing", "low_attendance", "referral"), and_so=absent_and_missing_before),
    Extra("placement-at-risk-signs", "G22 G23", "exclusion", to="looked_after", after=(100, 300), ages=(11, 16),
          facts={"kind": "suspension", "days": 2}, never_with=("missing", "exclusion", "low_attendance"), and_so=changed_before),
    Extra("linked-exploitation", "G16 G24", "linked_exploitation", to="need_plan", after=(5, 60), ages=(11, 17), room=10,
          facts={"link": "place"}, only=nobody_sees_them_together),
    RisenScore(),
)  # fmt: skip

OTHERS = (
    Unmet("marac-information", "T1", Trigger("marac_listed"), "marac_information", TEN, look_back=(7, "days")),
    Unmet("marac-actions-recorded", "T1", Trigger("marac"), "marac_actions", FIVE),
    Unmet("missing-reviewing-officer-told", "G16", Trigger("missing", {"kind": "M"}, ended=True, within="looked_after"),
          "reviewing_officer_told", ONE),
    Unmet("care-ending-approved", "G4", Trigger("looked_after", {"ceased_reason": ("E4A", "E4B", "E13")}, ended=True),
          "care_end_approved", SAME_DAY, look_back=(3, "months"), late="never", only=looked_after_for_weeks),
)  # fmt: skip

PLANTS = DANGERS + SIGNALS + OTHERS
