"""A child on a protection plan again: a question about what did not last."""

from goldenthread.standards.catalogue.words import CHILD_PROTECTION, CONFERENCE_CHAIR
from goldenthread.standards.language import GUIDANCE, HIGH, NOT_VERIFIED, Standard, at_least, never, years
from goldenthread.standards.vocabulary import protection_plan

CITES = (
    "Children in Need census guide 2023-24, section 5.4 (number of previous plans); Ofsted's inspection of "
    "Gloucestershire 2017, paragraph 34"
)

on_a_plan_again = Standard(
    "second-protection-plan", "A second protection plan asks why the change after the first did not last.",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=HIGH, reference=["CP-10"], kind="question",
    cites=CITES,
    since=NOT_VERIFIED,
    rule=never(
        protection_plan.where(previous_plans=at_least(1)).called(
            "a second or later plan", "A child protection plan began, after an earlier one"
        ),
        force=GUIDANCE,
    ),
    note="Of any time before, as the return counts them; plans by other authorities are not counted there.",
    examples="""
        protection_plan                            | as_at      || status  | opened_on
        2025-03-03 [previous_plans=1]              | 2025-06-30 || not_met | 2025-03-03
        2024-03-04 - 2025-03-03 [previous_plans=2] | 2025-06-30 || not_met | 2024-03-04
        2025-03-03 [previous_plans=0]              | 2025-06-30 || -       |             # the first
        2025-03-03                                 | 2025-06-30 || -       |             # not said
    """,
)  # fmt: skip

again_within_two_years = Standard(
    "second-protection-plan-soon", "Two protection plans begun within two years ask whether the first ended too early.",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=HIGH, reference=["CP-10"], kind="question",
    cites=CITES,
    since=NOT_VERIFIED,
    rule=never(protection_plan.started.repeated(2, within=years(2, force=GUIDANCE)), force=GUIDANCE),
    note="Counted from beginning to beginning, which misses a plan begun within two years of the end of a long one.",
    examples="""
        protection_plan                      | as_at      || status  | opened_on
        2023-06-05 - 2024-03-04 ; 2025-03-03 | 2025-06-30 || not_met | 2025-03-03
        2022-06-06 - 2024-03-04 ; 2025-03-03 | 2025-06-30 || -       |             # begun more than two years apart
        2025-03-03                           | 2025-06-30 || -       |             # the first
        2023-06-05                           | 2025-06-30 || -       |             # one long plan
    """,
)  # fmt: skip
