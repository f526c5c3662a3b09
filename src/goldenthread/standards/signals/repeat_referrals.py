"""A child referred again within a year: a question about the first response."""

from goldenthread.standards.catalogue.words import FRONT_DOOR, FRONT_DOOR_MANAGER
from goldenthread.standards.language import GUIDANCE, HIGH, NOT_VERIFIED, Standard, months, never
from goldenthread.standards.vocabulary import referral

referred_again = Standard(
    "repeat-referral", "A second referral within 12 months asks whether the response to the first was enough.",
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, severity=HIGH, reference=["FD-04"], kind="question",
    cites="Characteristics of children in need (DfE), re-referrals within 12 months; Ofsted's inspection of "
    "Gloucestershire 2017, summary",
    since=NOT_VERIFIED,
    rule=never(referral.started.repeated(2, within=months(12, force=GUIDANCE)), force=GUIDANCE),
    note="Twelve months is how the national statistics count. A third in the same run says nothing new. Families who "
    "ask for help again are not a failing: what was done the first time is what to read.",
    examples="""
        referral | as_at || status | opened_on
        2024-03-04 - 2024-05-01 ; 2025-03-03 | 2025-06-30 || not_met | 2025-03-03
        2024-03-03 - 2024-05-01 ; 2025-03-03 | 2025-06-30 || not_met |   # to the day
        2024-03-04 - 2024-05-01 ; 2024-09-02 - 2024-10-01 ; 2025-03-03 | 2025-06-30 || not_met | 2024-09-02
        2022-03-07 ; 2022-09-05 ; 2024-09-02 ; 2025-03-03 | 2025-06-30 || not_met; not_met | 2022-09-05; 2025-03-03
        2024-03-02 - 2024-05-01 ; 2025-03-03 | 2025-06-30 || - |   # a day more than a year
        2025-03-03 | 2025-06-30 || - |   # the first
    """,
)  # fmt: skip
