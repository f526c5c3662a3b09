"""Every row of what inspectors found has standards that find it, and a case of it is planted and found.

The rows are those of two published inspections: G of Gloucestershire (2018, as the press told of it), T of Torbay (2018).
"""

import pytest

from goldenthread.invent.planting.plants import PLANTS, RAN_ON
from goldenthread.invent.planting.truth import DANGERS
from goldenthread.standards.book import book

ROWS = {
    # risk assessment for sexually abused children
    "G1": "sexual-abuse-safety-plan sexual-abuse-risk-assessment exploitation-safety-plan exploitation-risk-assessment",
    # drift and delay in assessment, planning and services
    "G2": "referral-decision assessment-completed need-plan service-begun legal-gateway need-plan-nine-months",
    # delay in achieving permanence
    "G4": "permanence-plan-by-second-review permanence-drift long-term-fostering-matched adoption-match-or-reversal "
    "care-ending-approved",
    # children in care who drift
    "G5": "permanence-drift review-first review-later reviewing-officer-check action-done",
    # stepfathers and partners who may pose a risk
    "G6": "risk-person-at-home risk-person-safety-plan family-time-with-risk-person domestic-abuse-again-after-no-action",
    # girls who hide it
    "G7": "signs-together strengths-and-difficulties-risen strengths-and-difficulties-high",
    # children who skip school
    "G10": "attendance-acted-on escalating-absence off-roll-referred long-suspension-answered",
    # escalating risk not recognised
    "G14": "escalating-contacts escalating-domestic-abuse escalating-missing escalating-absence escalating-moves escalating-harm",
    # no urgent action to make children safe
    "G15": "strategy-discussion-prompt interim-safety-plan child-seen-after-disclosure risk-person-at-home",
    # all sorts of exploitation
    "G16": "return-home-interview exploitation-risk-assessment modern-slavery-decision linked-exploitation escalating-missing",
    # reviews that change nothing
    "G20": "review-minutes conference-minutes action-carried first-review-conference chair-check need-reviews",
    # situations of unassessed risk
    "G21": "child-allocated child-seen-after-referral strategy-discussion-prompt enquiry-concluded",
    # placements that break down
    "G22": "placement-plan-agreed placement-third-in-a-year placement-at-risk-signs placement-disruption-meeting "
    "escalating-moves",
    # all forms of exploitation identified and answered
    "G24": "exploitation-risk-assessment exploitation-risk-refreshed linked-exploitation training-exploitation",
    # outcomes not clear
    "G26": "protection-plan-specific need-plan-specific care-plan-complete",
    # life after 18 not planned for
    "G27": "plan-after-eighteen pathway-plan-at-sixteen personal-adviser-appointed review-life-after-eighteen",
    # wishes stated and not considered
    "G28": "wish-answered wish-across-two-reviews child-not-heard-twice review-participation-recorded enquiry-wishes",
    # minutes that confuse
    "G29": "review-minutes minutes-copied-forward another-child-named review-record-distributed",
    # health and risk not discussed
    "G30": "review-minutes conference-minutes review-permanence",
    # a timescale that is right for the child
    "G32": "assessment-own-day-set assessment-own-day-kept assessment-manager-review",
    # circumstances changed, assessment and plan not
    "G33": "updated-after-change care-plan-after-move case-summary",
    # assessments too slow
    "G38": "assessment-completed assessment-own-day-kept",
    # assessments that do not keep up with the child
    "G39": "assessment-yearly updated-after-change",
    # chronic neglect and domestic abuse not recognised
    "T1": "neglect-adds-up neglect-tool exposed-to-harm-for-nine-months repeat-domestic-abuse-notices marac-information "
    "marac-actions-recorded domestic-abuse-again-after-no-action",
    # and tolerated
    "T2": "exposed-to-harm-for-nine-months protection-plan-fifteen-months second-protection-plan neglect-adds-up",
    # no medical after a disclosure
    "T3": "medical-after-disclosure enquiry-medical child-seen-after-disclosure",
    # corners cut, steps left out
    "T5": "seen-before-closing decision-on-closure plan-after-assessment parent-placement-approved-first",
    # known risk, and no effective action
    "T11": "protection-visits protection-visits-failed record-silence escalating-harm interim-safety-plan",
    # supervision and oversight
    "T12": "case-supervision supervision-monthly supervision-reasoned supervision-challenge action-done",
    # identification of risk, and the response to it
    "T13": "strategy-discussion-prompt risk-person-at-home escalating-harm chronology",
    # changes of worker
    "T15": "third-worker handover",
    # visits out of time
    "T17": "protection-visits need-visits care-visit-first-week care-visits-first-year",
    # poor assessments and plans
    "T18": "assessment-complete protection-plan-specific need-plan-specific",
    # legal action too late
    "T19": "legal-gateway protection-plan-legal-gateway letter-before-proceedings pre-proceedings-concluded proceedings-issued",
    # weak oversight at all levels
    "T23": "decision-on-enquiry decision-on-plan-end dispute-answered dispute-resolved supervision-challenge",
    # unacceptable drift
    "T24": "need-plan-nine-months initial-conference permanence-drift action-carried",
    # months without help and protection
    "T25": "child-allocated service-begun exposed-to-harm-for-nine-months record-silence protection-plan-legal-gateway",
    # supervision strengthened at once
    "T26": "supervision-monthly case-supervision supervision-reasoned action-done",
    # seen in time, and seen alone
    "T27": "protection-seen-alone need-seen-alone care-visit-in-private care-seen-alone enquiry-child-seen",
    # health, in body and mind
    "T29": "health-assessment-initial dental-check-yearly strengths-and-difficulties-yearly immunisations-brought-up-to-date",
}

EVERY = (*RAN_ON, *PLANTS)
each_row = pytest.mark.parametrize("row", ROWS)


@each_row
def test_the_standards_of_a_row_are_in_the_book_and_in_force(row):
    in_force = {standard.id for standard in book() if standard.in_force}
    assert not set(ROWS[row].split()) - in_force


@each_row
def test_a_case_of_every_standard_of_a_row_can_be_planted(row):
    planted = {plant.standard for plant in EVERY} | FOLLOWS
    assert not set(ROWS[row].split()) - planted


FOLLOWS = {"escalating-contacts", "escalating-domestic-abuse", "risk-person-safety-plan"}
"""What is planted with another failing: the same rise, asked about without a decision; the same person at home."""


@each_row
def test_a_case_of_the_row_is_planted_and_found(row, authority):
    truth, found = authority
    mine = set(ROWS[row].split()) | {plant.standard for plant in EVERY if row in plant.found.split()}
    assert {key for key in truth if key[1] in mine} & found


def test_dangers_are_planted_and_said_to_be(authority):
    truth, found = authority
    dangers = {key for key, row in truth.items() if row["danger"] == "yes"}
    assert {standard for _, standard, _ in dangers} >= {
        "risk-person-at-home", "child-seen-after-disclosure", "sexual-abuse-safety-plan", "strategy-discussion-prompt",
    }  # fmt: skip
    assert dangers <= found


def test_what_is_planted_as_a_danger_is_told_as_one():
    from goldenthread.oversight import first_day

    assert set(first_day.DANGERS) == DANGERS
