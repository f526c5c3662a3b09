# ruff: noqa: E501 (a table is as wide as it is)
"""Small signs of neglect that add up: a question about the threshold, before one of them is serious alone."""

from goldenthread.standards.catalogue.decisions import ON_RISK, decided_on_risk
from goldenthread.standards.catalogue.words import CHILD_PROTECTION, TEAM_MANAGER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, months, one_of, within, working_days
from goldenthread.standards.vocabulary import (
    assessment_factor,
    case_supervision,
    immunisation,
    low_attendance,
    strategy_discussion,
)

sign = (
    assessment_factor.where(factor=one_of("1B", "2B", "16A")) | low_attendance | immunisation.where(is_up_to_date=False)
).called("a sign of neglect", "A sign of neglect was recorded")

neglect_adds_up = Standard(
    "neglect-adds-up",
    "Four signs of neglect within 12 months ask whether a manager then decided about the threshold.",
    area=CHILD_PROTECTION, responsible=TEAM_MANAGER, severity=HIGH, kind="question", reference=["CP-17"],
    cites="Ofsted's inspections of Torbay 2018, summary and paragraph 17, and Gloucestershire 2017, paragraph 27",
    since=NOT_VERIFIED,
    rule=within(
        working_days(5, force=DEFAULT), of=sign.repeated(4, within=months(12, force=DEFAULT)),
        expect=(
            decided_on_risk | strategy_discussion | case_supervision.where(is_decision_recorded=True)
        ).called("a manager's decision, in supervision or out of it, or a strategy discussion,"),
        look_back=working_days(20, force=DEFAULT),
    ),
    note="The signs: an assessment that found neglect or a parent's misuse of drink or drugs (16A, 1B, 2B), attendance "
    "below 90%, immunisations not up to date. Missed appointments and conditions at home are signs that the record "
    "does not date. The numbers are ours; a decision of the last 20 working days counts. None of the signs is proof. " + ON_RISK,
    examples="""
        assessment_factor | low_attendance | immunisation | management_decision | case_supervision | as_at || status | due_on
        2024-09-02 [factor=16A] | 2024-12-16; 2025-02-10 | 2025-03-03 [is_up_to_date=no] | 2025-03-10 | | 2025-06-30 || met | 2025-03-10
        2024-09-02 [factor=16A] | 2024-12-16; 2025-02-10 | 2025-03-03 [is_up_to_date=no] | 2025-03-11 | | 2025-06-30 || late | 2025-03-10
        2024-09-02 [factor=16A] | 2024-12-16; 2025-02-10 | 2025-03-03 [is_up_to_date=no] | | | 2025-06-30 || overdue | 2025-03-10
        # a decision about something else
        2024-09-02 [factor=16A] | 2024-12-16; 2025-02-10 | 2025-03-03 [is_up_to_date=no] | 2025-03-10 [about=shortfall] | | 2025-06-30 || overdue | 2025-03-10
        # decided in supervision three weeks before
        2024-09-02 [factor=16A] | 2024-12-16; 2025-02-10; 2025-03-03 | | | 2025-02-10 [is_decision_recorded=yes] | 2025-06-30 || met | 2025-03-10
        # supervision that decided nothing
        2024-09-02 [factor=16A] | 2024-12-16; 2025-02-10; 2025-03-03 | | | 2025-03-04 [is_decision_recorded=no] | 2025-06-30 || overdue | 2025-03-10
        2024-09-02 [factor=16A] | 2024-12-16; 2025-02-10 | 2025-03-03 [is_up_to_date=yes] | | | 2025-06-30 || - |  # three
        2024-09-02 [factor=4B] | 2024-12-16; 2025-02-10; 2025-03-03 | | | | 2025-06-30 || - |  # a parent's mental health
        2024-03-01 [factor=16A] | 2024-12-16; 2025-02-10; 2025-03-03 | | | | 2025-06-30 || - |  # over longer
    """,
)  # fmt: skip
