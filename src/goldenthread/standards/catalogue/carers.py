"""Foster carers and adopters: their reviews, visits and assessments."""

from goldenthread.standards.catalogue.sources import ADOPTION_GUIDANCE
from goldenthread.standards.catalogue.words import ADOPTION_AGENCY, CARERS, FOSTERING
from goldenthread.standards.language import (
    DEFAULT,
    GUIDANCE,
    HIGH,
    LAW,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    every,
    months,
    within,
)
from goldenthread.standards.vocabulary import (
    adopter_stage_one,
    adopter_stage_two,
    carer_approval,
    carer_review,
    carer_visit,
)

reviewed_yearly = Standard(
    "foster-carer-review", "A foster carer's approval is reviewed at least every 12 months.",
    area=CARERS, responsible=FOSTERING, severity=HIGH, reference=["PL-17"],
    cites="Fostering Services (England) Regulations 2011, reg 28", since="2011-04-01",
    rule=every(months(12, force=LAW), during=carer_approval, expect=carer_review),
    note="Seen in the regulations' predecessor and in a procedure.",
    examples="""
        carer_approval          | carer_review | as_at      || status       | due_on
        2024-02-29              | 2025-02-28   | 2025-03-31 || met; due     | 2025-02-28; 2026-02-28  # a leap day
        2024-02-29              | 2025-03-01   | 2025-03-31 || late; due    | 2025-02-28; 2026-03-01
        # held early, so due early
        2024-01-15              | 2024-11-11   | 2025-12-01 || met; overdue | 2025-01-15; 2025-11-11
        2024-01-15 - 2024-09-30 |              | 2025-06-01 || ceased       | 2025-01-15
                                | 2025-01-15   | 2025-06-01 || -            |
    """,
)  # fmt: skip

visited_unannounced = Standard(
    "foster-carer-unannounced-visit", "A foster carer is visited unannounced at least once in 12 months.",
    area=CARERS, responsible=FOSTERING, severity=MEDIUM, reference=["PL-19"],
    cites="Fostering Services: National Minimum Standards (2011), standard 21.8", since=NOT_VERIFIED,
    rule=every(months(12, force=DEFAULT), during=carer_approval, expect=carer_visit),
    note="The number is from knowledge of the Standards, not read. Owed where a child is placed; a carer without a "
    "child is not told apart.",
    examples="""
        carer_approval          | carer_visit | as_at      || status    | due_on
        2024-01-15              | 2025-01-15  | 2025-02-01 || met; due  | 2025-01-15; 2026-01-15
        2024-01-15              | 2025-01-16  | 2025-02-01 || late; due | 2025-01-15; 2026-01-16
        2024-01-15              |             | 2025-02-01 || overdue   | 2025-01-15
        2024-01-15 - 2024-09-30 |             | 2025-02-01 || ceased    | 2025-01-15
                                | 2025-01-15  | 2025-02-01 || -         |
    """,
)  # fmt: skip

stage_one = Standard(
    "adopter-stage-one", "Stage one of an adopter's assessment takes no more than two months.",
    area=CARERS, responsible=ADOPTION_AGENCY, severity=MEDIUM, reference=["AD-11"],
    cites=f"{ADOPTION_GUIDANCE}, paragraph 3.42", since=NOT_VERIFIED,
    rule=within(
        months(2, force=GUIDANCE), of=adopter_stage_one, expect=adopter_stage_one.ended.called("the end of stage one")
    ),
    note="A delay that the adopters asked for, or an exceptional one, is not told apart: ask before acting.",
    examples="""
        adopter_stage_one       | as_at      || status  | due_on
        2024-12-31 - 2025-02-28 | 2025-06-01 || met     | 2025-02-28  # the last day of February
        2024-12-31 - 2025-03-03 | 2025-06-01 || late    | 2025-02-28
        2024-12-31              | 2025-02-28 || due     | 2025-02-28
        2024-12-31              | 2025-06-01 || overdue | 2025-02-28
                                | 2025-06-01 || -       |
    """,
)  # fmt: skip

stage_two = Standard(
    "adopter-stage-two", "Stage two of an adopter's assessment takes no more than four months.",
    area=CARERS, responsible=ADOPTION_AGENCY, severity=MEDIUM, reference=["AD-11"],
    cites=f"{ADOPTION_GUIDANCE}, paragraph 3.48", since=NOT_VERIFIED,
    rule=within(
        months(4, force=GUIDANCE), of=adopter_stage_two, expect=adopter_stage_two.ended.called("the end of stage two")
    ),
    note="A delay that the adopters asked for, or an exceptional one, is not told apart: ask before acting.",
    examples="""
        adopter_stage_two       | as_at      || status  | due_on
        2025-01-31 - 2025-05-31 | 2025-09-01 || met     | 2025-05-31
        2024-10-31 - 2025-03-03 | 2025-09-01 || late    | 2025-02-28  # four months end on the last day of February
        2025-01-31              | 2025-05-31 || due     | 2025-05-31
        2025-01-31              | 2025-09-01 || overdue | 2025-05-31
                                | 2025-09-01 || -       |
    """,
)  # fmt: skip
