"""Failings of section 47 enquiries, conferences, protection plans and child in need plans."""

from goldenthread.invent import days
from goldenthread.invent.planting.again import Again
from goldenthread.invent.planting.gap import Gap
from goldenthread.invent.planting.need import failed_visits, late_need_plan, late_step_down, unseen_at_the_end
from goldenthread.invent.planting.periods import Longer, Sooner
from goldenthread.invent.planting.unmet import Trigger, Unmet
from goldenthread.invent.planting.wrong import Wrong

FIVE, TEN, FIFTEEN, TWENTY = ((number, "working days") for number in (5, 10, 15, 20))
ONE_DAY = (1, "days")
TO_CONFERENCE = {"is_conference_needed": 1}
ENQUIRY = (
    ("harm_concern", "start"), ("strategy_discussion", "start"), ("section47", "end"), ("section47_visit", "start"),
    ("section47_wishes", "start"), ("management_decision", "start"), ("disclosure", "start"), ("medical", "start"),
    ("sexual_abuse_concern", "start"), ("safety_plan", "start"), ("risk_assessment", "start"),
    ("therapeutic_referral", "start"), ("interim_safety_plan", "start"),
)  # fmt: skip
"""What moves with the day an enquiry was begun."""

NOT_ALONE = {"is_alone": 0}


def enquired_again(record, subject, day, first, number) -> None:
    """A further enquiry, as it should be: discussed, the child seen, wishes, and a manager's decision."""
    record.add("strategy_discussion", subject, day, is_quorate=True)
    record.add("section47_visit", subject, day, is_alone=True)
    for noun in ("section47_wishes", "management_decision"):
        record.add(noun, subject, day + 9)


def after_the_first(record, found):
    """Visits other than the first, which has a limit of its own."""
    return ~record.begins(record.rows("private_fostering"), found.subject, found["before"], found["before"])


def visited_again_in_six_weeks(record, rows, day, last):
    """Those visited once more before six weeks have passed."""
    again = record.begins(record.rows("private_fostering_visit"), rows["subject"], last + 1, day + 42)
    return again | (record.as_at <= day + 42)


ENQUIRIES = (
    Sooner("strategy-discussion-prompt", "G15 G21 T13", "harm_concern", ("strategy_discussion", "start"), (1, "days")),
    Wrong("strategy-discussion-quorate", "T22", "strategy_discussion", {"is_quorate": 0}, {"is_quorate": 1}),
    Unmet("enquiry-child-seen", "T11 T27", Trigger("section47"), "section47_visit", ONE_DAY, late="never"),
    Sooner("initial-conference", "G2 T24", "section47", ("initial_conference", "start"), FIFTEEN, TO_CONFERENCE,
           by=(1, 4), moved=ENQUIRY),
    Longer("enquiry-concluded", "G21 T24", "section47", FIFTEEN, {"is_conference_needed": 0},
           moved=(("section47_wishes", "start"), ("management_decision", "start"))),
    Unmet("interim-safety-plan", "G15 T11", Trigger("section47", TO_CONFERENCE, ended=True), "interim_safety_plan", ONE_DAY,
          look_back=FIFTEEN),
    Unmet("medical-after-disclosure", "T3", Trigger("disclosure", {"kind": "physical"}), "medical", ONE_DAY),
    Unmet("enquiry-wishes", "G28", Trigger("section47", ended=True), "section47_wishes", ONE_DAY, look_back=TWENTY),
    Unmet("decision-on-enquiry", "T12 T23", Trigger("section47", ended=True), "management_decision", (0, "days"),
          look_back=FIVE),
    Again("repeat-enquiry", "T2", "section47", ((120, 280),), facts={"is_conference_needed": 0}, lasts=9,
          and_so=enquired_again,
          only=lambda record, rows, last: ~record.ever(record.rows("initial_conference"), rows["subject"])),
    Longer("emergency-order-eight-days", "T11", "legal_status", (8, "days"), {"code": "L2"}, by=(1, 5),
           moved=(("legal_status", "start"),)),
    Longer("police-protection", "T11", "legal_status", (3, "days"), {"code": "L1"}, by=(1, 1),
           moved=(("legal_status", "start"),)),
    Sooner("transfer-in-conference", "G21", "transfer_in_notice", ("initial_conference", "start"), FIFTEEN),
)  # fmt: skip

PLANS = (
    Unmet("first-review-conference", "G20", Trigger("protection_plan"), "review_conference", (3, "months"), late="never"),
    Gap("later-review-conferences", "G20", "protection_plan", "review_conference", (6, "months"),
        part_from=("review_conference", {}, 1), inside=True),
    Unmet("first-core-group", "T2", Trigger("protection_plan"), "core_group", TEN, late="never"),
    Gap("later-core-groups", "T2", "protection_plan", "core_group", (42, "days"), part_from=("core_group", {}, 1), inside=True),
    Gap("protection-visits", "T11 T17 T27", "protection_plan", "protection_visit", TEN, at_most=27),
    Gap("protection-seen-alone", "T27", "protection_plan", "protection_visit", (28, "days"), ages=(4, None), run=3,
        instead=NOT_ALONE),
    Gap("protection-bedroom-seen", "T11", "protection_plan", "protection_visit", (56, "days"), run=6,
        instead={"is_bedroom_seen": 0}),
    failed_visits,
    Unmet("protection-plan-legal-gateway", "T2 T19 T25", Trigger("protection_plan"), "legal_gateway", (9, "months")),
    Unmet("initial-conference-report", "G28", Trigger("initial_conference"), "conference_report_shared", (0, "days"),
          look_back=FIFTEEN),
    Unmet("review-conference-report", "G28", Trigger("review_conference"), "conference_report_shared", (0, "days"),
          look_back=TWENTY),
    Wrong("review-conference-quorate", "G20", "review_conference", {"is_quorate": 0}),
    Wrong("review-conference-participation", "G28", "review_conference", {"participation": ""}, ages=(4, None)),
    Gap("chair-check", "G20 T12", "protection_plan", "chair_check", (42, "days")),
    Unmet("neglect-tool", "T1", Trigger("protection_plan", {"latest_category": "NEG"}), "neglect_tool", TWENTY,
          look_back=(3, "months"), late="never"),
    Gap("neglect-tool-repeated", "T1", "protection_plan", "neglect_tool", (6, "months"), {"latest_category": "NEG"},
        part_from=("neglect_tool", {}, 1), inside=True),
    Wrong("second-protection-plan", "T2", "protection_plan", {"previous_plans": 1}),
    Unmet("decision-on-plan-end", "T12 T23", Trigger("protection_plan", ended=True), "management_decision", FIVE,
          look_back=TEN),
    Unmet("protection-visit-recorded", "G18", Trigger("protection_visit"), "visit_recorded", FIVE),
)  # fmt: skip

NEED = (
    late_need_plan, late_step_down,
    Gap("need-reviews", "G20", "need_plan", "need_review", (3, "months")),
    Gap("need-visits", "T17 T27", "need_plan", "need_visit", TWENTY, where={"is_seen": 1}, ages=(0, 18), at_most=80,
        and_then=True),
    Gap("need-seen-alone", "T27", "need_plan", "need_visit", (84, "days"), where={"is_seen": 1}, ages=(4, None), run=6,
        instead=NOT_ALONE),
    unseen_at_the_end,
    Unmet("need-visit-recorded", "G18", Trigger("need_visit"), "visit_recorded", FIVE),
    Unmet("private-fostering-first-visit", "T17", Trigger("private_fostering"), "private_fostering_visit",
          (7, "working days"), late="never", only=visited_again_in_six_weeks),
    Gap("private-fostering-visits-first-year", "T17", "private_fostering", "private_fostering_visit", (42, "days"),
        part_to=(12, "months"), inside=True, only=after_the_first),
    Gap("private-fostering-visits-later", "T17", "private_fostering", "private_fostering_visit", (84, "days"),
        part_from=(12, "months"), inside=True),
    Wrong("private-fostering-seen-alone", "T27", "private_fostering_visit", NOT_ALONE),
)  # fmt: skip

COURT = (
    Sooner("legal-gateway", "G2 T19 T24", "legal_concern", ("legal_gateway", "start"), TEN),
    Unmet("letter-before-proceedings", "T19", Trigger("pre_proceedings"), "letter_before_proceedings", TEN, late="never"),
    Unmet("pre-proceedings-meeting", "T19", Trigger("pre_proceedings"), "pre_proceedings_meeting", TWENTY),
    Sooner("pre-proceedings-concluded", "T19", "letter_before_proceedings", ("pre_proceedings", "end"), (112, "days"),
           moved=(("legal_concern", "start"), ("legal_gateway", "start"), ("pre_proceedings", "start"),
                  ("pre_proceedings_meeting", "start"), ("family_group_offer", "start")),
           since=days.number_of(days.EPOCH.replace(year=2021, month=3))),
    Sooner("proceedings-issued", "T19", "issue_decision", ("proceedings", "start"), TEN,
           moved=(("pre_proceedings", "end"),)),
)  # fmt: skip

PLANTS = ENQUIRIES + PLANS + NEED + COURT
