"""Failings of health, education, missing children, exploitation and leaving care."""


import numpy as np

from goldenthread.invent import days
from goldenthread.invent.planting.gap import Gap
from goldenthread.invent.planting.language import Candidates, Record, Truth
from goldenthread.invent.planting.missing import at_risk, long_gone, missing_again, more_and_more
from goldenthread.invent.planting.periods import Unheld
from goldenthread.invent.planting.signals import no_safety_plan
from goldenthread.invent.planting.special import Extra
from goldenthread.invent.planting.unmet import Trigger, Unmet
from goldenthread.invent.planting.wrong import Wrong

YEAR, HALF_YEAR, QUARTER, MONTH = ((number, "months") for number in (12, 6, 3, 1))
FIVE, TEN, TWENTY = ((number, "working days") for number in (5, 10, 20))
PLACED = (("placed_for_adoption", {}),)
EXPLOITATION = {"kind": "exploitation"}
HOME = {"type": lambda code: code != "W"}



def not_the_initial(record, found):
    """Health assessments other than the first, which has a limit of its own."""
    return ~record.begins(record.rows("looked_after"), found.subject, found["before"], found["before"])


def in_care_a_year_on(record, found):
    """Those still looked after a year later."""
    later = days.months_after(found["day"], 12) + 1
    return record.touches(record.rows("looked_after"), found.subject, later, later)


HEALTH = (
    Unmet("health-assessment-initial", "T29", Trigger("looked_after"), "health_assessment", TWENTY,
          look_back=QUARTER, late="always", unless=PLACED),
    Gap("health-assessment-under-five", "T29", "looked_after", "health_assessment", HALF_YEAR, part_to=5, inside=True,
        never_with=PLACED, only=not_the_initial),
    Gap("health-assessment-from-five", "T29", "looked_after", "health_assessment", YEAR, part_from=5, inside=True,
        never_with=PLACED, only=not_the_initial),
    Gap("strengths-and-difficulties-yearly", "G23 T29", "looked_after", "sdq", YEAR, ages=(4, 17)),
    Unmet("strengths-and-difficulties-high", "G7 G23 T29", Trigger("sdq", {"score": lambda score: score >= 17}),
          "mental_health_consultation", TWENTY),
    Gap("dental-check-yearly", "T29", "looked_after", "dental_check", YEAR, never_with=PLACED),
    Wrong("immunisations-brought-up-to-date", "T29", "immunisation", {"is_up_to_date": 0}, limit=YEAR,
          only=in_care_a_year_on),
    Wrong("substance-misuse-help-offered", "T29", "substance_misuse", {"is_help_offered": 0}),
    Unmet("health-history-given", "G27", Trigger("looked_after", ended=True, ages=(16, None)), "health_history", MONTH,
          look_back=(24, "months")),
)  # fmt: skip

EDUCATION = (
    Unmet("education-plan-begun", "G11 T28", Trigger("looked_after", ages=(3, 18)), "education_plan", TEN,
          look_back=HALF_YEAR, late="never"),
    Unmet("attendance-acted-on", "G10 G11", Trigger("low_attendance"), "attendance_action", TWENTY),
    Unmet("permanent-exclusion-answered", "G10 G11", Trigger("exclusion", {"kind": "permanent"}), "education_plan", TEN,
          late="never"),
    Unmet("long-suspension-answered", "G10 G11",
          Trigger("exclusion", {"kind": "suspension", "days": lambda days: days >= 5}), "education_plan", TEN, late="never"),
    Unmet("off-roll-referred", "G10 G11", Trigger("off_roll"), "missing_education_referral", (1, "working days")),
)  # fmt: skip

MISSING = (
    Unmet("return-home-interview", "G16", Trigger("missing", {"kind": "M"}, ended=True), "return_interview", (3, "days")),
    Wrong("return-home-interview-offered", "G16", "missing", {"is_interview_offered": 0}, {"kind": "M"}, ended=True),
    long_gone, missing_again, at_risk, more_and_more,
    Unmet("exploitation-risk-assessment", "G1 G16 G24", Trigger("exploitation_concern"), "risk_assessment", TEN,
          EXPLOITATION, late="never"),
    Gap("exploitation-risk-refreshed", "G1 G16 G24", "exploited", "risk_assessment", QUARTER, where=EXPLOITATION),
    Unmet("modern-slavery-decision", "G16", Trigger("exploited"), "modern_slavery_decision", FIVE),
    Extra("exploitation-risk-assessment", "G16", "exploitation_concern", to="need_plan", ages=(11, 17),
          never_with=("exploited",), also=("exploitation-safety-plan",), only=no_safety_plan),
)  # fmt: skip


class TooLongInBedAndBreakfast:
    """A care leaver put in bed and breakfast, and not moved within two working days."""

    standard, found, about = "care-leaver-bed-and-breakfast", "G27", "accommodation"

    def find(self, record: Record) -> Candidates:
        """Those moved in time, with somewhere to go."""
        rows = record.rows("accommodation", type="W")
        ends = days.working_days_after(rows["start"], 4)
        fits = (rows["start"] >= record.since) & (ends + 10 < record.as_at) & (ends <= rows["start"] + 7) & (rows["end"] < ends)
        return Candidates(rows["subject"], {"place": np.arange(len(rows)), "ends": ends, "day": rows["start"]}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Keep them there: the move, and the visits and plans after it, come later."""
        rows = record.rows("accommodation", type="W").of(chosen["place"])
        by = chosen["ends"] - rows["end"]
        for noun in ("accommodation", "adviser_visit", "pathway_plan"):
            others = record.rows(noun)
            which = np.minimum(np.searchsorted(chosen.subject, others["subject"]), len(chosen) - 1)
            later = (chosen.subject[which] == others["subject"]) & (others["start"] >= rows["end"][which])
            record.set(others.of(later), start=others["start"][later] + by[which[later]])
        record.set(rows, end=chosen["ends"])
        return [Truth(chosen.subject, self.standard, chosen["day"])]


LEAVING_CARE = (
    Unmet("leaving-care-eligible-assessed", "G27", Trigger("care_leaver", {"category": "eligible"}),
          "leaving_care_assessment", QUARTER, never_with=(("care_leaver", {"category": "relevant"}),)),
    Unmet("pathway-plan-at-sixteen", "G27", Trigger("looked_after", ages=(16, 18)), "pathway_plan", HALF_YEAR,
          look_back=YEAR, late="never"),
    Gap("pathway-plan-while-accommodated", "G27", "accommodation", "pathway_plan", QUARTER, HOME,
        part_from=("pathway_plan", {}, 1), inside=True, at_most=178),
    Unmet("pathway-plan-after-accommodation", "G27", Trigger("accommodation", HOME), "pathway_plan", (41, "days"),
          late="never"),
    Unmet("adviser-visit-first", "G27", Trigger("accommodation", HOME), "adviser_visit", (7, "days"), late="never"),
    Gap("adviser-visits-later", "G27", "accommodation", "adviser_visit", (2, "months"), HOME,
        part_from=("adviser_visit", {}, 1), inside=True),
    Unheld("personal-adviser-appointed", "G27", "care_leaver", "personal_adviser", MONTH, {"category": "eligible"}),
    Gap("care-leaver-in-touch", "G27", "care_leaver", "care_leaver_contact", (56, "days"),
        {"category": "former relevant"}, ages=(18, 21)),
    TooLongInBedAndBreakfast(),
    Wrong("care-leaver-unsuitable-accommodation", "G27", "accommodation", {"is_suitable": 0}, HOME),
    Unmet("plan-after-eighteen", "G27", Trigger("looked_after", ages=(17, 18)), "post_eighteen_plan", QUARTER,
          look_back=(24, "months")),
)  # fmt: skip

PLANTS = HEALTH + EDUCATION + MISSING + LEAVING_CARE
