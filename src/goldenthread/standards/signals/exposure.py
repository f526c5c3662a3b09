# ruff: noqa: E501 (a table is as wide as it is)
"""How long a child has lived with neglect or domestic abuse: a clock from when it was known, to action that protects."""

from goldenthread.standards.catalogue.words import CHILD_PROTECTION, SERVICE_MANAGER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, months, one_of, within
from goldenthread.standards.vocabulary import (
    assessment_factor,
    contact,
    harm_concern,
    legal_gateway,
    looked_after,
    proceedings,
    protection_plan,
    referral,
)

known = (
    assessment_factor.where(factor=one_of("3A", "3B", "16A")) | contact.where(is_domestic_abuse=True)
    | harm_concern.where(kind=one_of("neglect", "domestic"))
).called("neglect or domestic abuse made known", "Neglect or domestic abuse was made known")  # fmt: skip
protected = (
    protection_plan.started | legal_gateway | proceedings.started | looked_after.started
).called("a child protection plan, a legal gateway meeting, proceedings or care,")  # fmt: skip

exposed = Standard(
    "exposed-to-harm-for-nine-months",
    "Nine months after neglect or domestic abuse was made known a second time, a case still open asks what has protected the child.",
    area=CHILD_PROTECTION, responsible=SERVICE_MANAGER, severity=HIGH, kind="question", reference=["CP-17", "FD-07"],
    cites="Ofsted's inspection of Torbay 2018, summary: risks of long-term chronic neglect or domestic abuse not recognised",
    since=NOT_VERIFIED,
    rule=within(
        months(9, force=DEFAULT),
        of=known.repeated(2, within=months(12, force=DEFAULT)) & referral.where(is_no_further_action=False),
        expect=protected, look_back=months(12, force=DEFAULT),
    ),
    note="Known twice within 12 months, at a contact, an assessment or as a concern of significant harm; nine months is when a "
    "protection plan asks for legal advice too. The numbers are ours. Help that has worked is an answer, and so is the close of "
    "the case before then: a child in need plan may rightly be enough.",
    examples="""
        referral                             | assessment_factor       | contact | protection_plan | looked_after | as_at || status | opened_on | due_on
        2024-03-04 [is_no_further_action=no] | 2024-04-08 [factor=16A] ; 2024-06-03 [factor=3B] | | | | 2025-06-30 || overdue | 2024-06-03 | 2025-03-03
        2024-03-04 [is_no_further_action=no] | 2024-06-03 [factor=3B] | 2024-03-04 [is_domestic_abuse=yes] | 2025-03-03 | | 2025-06-30 || met | 2024-06-03 |
        2024-03-04 [is_no_further_action=no] | 2024-06-03 [factor=3B] | 2024-03-04 [is_domestic_abuse=yes] | 2025-03-04 | | 2025-06-30 || late | 2024-06-03 |
        # protected before it was known again
        2024-03-04 [is_no_further_action=no] | 2024-06-03 [factor=3B] | 2024-03-04 [is_domestic_abuse=yes] | | 2024-05-06 | 2025-06-30 || met | 2024-06-03 |
        # helped, and closed
        2024-03-04 - 2025-02-03 [is_no_further_action=no] | 2024-06-03 [factor=3B] | 2024-03-04 [is_domestic_abuse=yes] | | | 2025-06-30 || ceased | 2024-06-03 |
        2024-03-04 [is_no_further_action=no] | 2024-06-03 [factor=3B] | | | | 2025-06-30 || - | |   # once
        2024-03-04 [is_no_further_action=no] | 2024-06-03 [factor=4B] | 2024-03-04 [is_domestic_abuse=yes] | | | 2025-06-30 || - | |   # a parent's mental health
    """,
)  # fmt: skip
