"""Plans that run on: a question about what is still to change, and what would change it."""

from goldenthread.standards.catalogue.words import (
    CHILD_IN_NEED,
    CHILD_PROTECTION,
    CONFERENCE_CHAIR,
    SERVICE_MANAGER,
    TEAM_MANAGER,
)
from goldenthread.standards.language import (
    CRITICAL,
    DEFAULT,
    GUIDANCE,
    HIGH,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    months,
    within,
)
from goldenthread.standards.vocabulary import need_plan, protection_plan

end_of_protection = protection_plan.ended.called("an end of the plan, or an answer why it goes on,")

fifteen_months = Standard(
    "protection-plan-fifteen-months", "A protection plan of 15 months asks what is still to change.",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=HIGH, reference=["CP-09"], kind="question",
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 35",
    since=NOT_VERIFIED,
    rule=within(months(15, force=DEFAULT), of=protection_plan, expect=end_of_protection),
    note="No plan has to end by then: a child may still need it, or may need more than a plan.",
    examples="""
        protection_plan         | as_at      || status  | due_on
        2023-12-04 - 2025-03-04 | 2025-06-30 || met     | 2025-03-04
        2023-12-04 - 2025-03-05 | 2025-06-30 || late    |
        2023-12-04              | 2025-03-04 || due     |
        2023-12-04              | 2025-06-30 || overdue |
        2025-12-04              | 2025-06-30 || -       |             # not yet begun
    """,
)  # fmt: skip

two_years = Standard(
    "protection-plan-two-years", "A protection plan of two years asks whether it protects the child at all.",
    area=CHILD_PROTECTION, responsible=SERVICE_MANAGER, severity=CRITICAL, reference=["CP-09"], kind="question",
    cites="Children in need (DfE), key indicator: plans of two years or more; Ofsted's inspection of Gloucestershire "
    "2017, paragraph 35",
    since=NOT_VERIFIED,
    rule=within(months(24, force=GUIDANCE), of=protection_plan, expect=end_of_protection),
    note="Two years is the national indicator. Two years of known harm is long in a childhood; an answer is a "
    "decision.",
    examples="""
        protection_plan         | as_at      || status  | due_on
        2023-03-06 - 2025-03-06 | 2025-06-30 || met     | 2025-03-06
        2023-03-06 - 2025-03-07 | 2025-06-30 || late    |
        2023-03-06              | 2025-03-06 || due     |
        2023-03-06              | 2025-06-30 || overdue |
        2025-12-04              | 2025-06-30 || -       |             # not yet begun
    """,
)  # fmt: skip

long_need = Standard(
    "need-plan-nine-months", "A child in need plan of nine months asks whether to step up, step down or carry on.",
    area=CHILD_IN_NEED, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["CIN-05"], kind="question",
    cites="A question of the kind Derbyshire's procedures ask; Ofsted's inspection of Torbay 2018, recommendation 7",
    since=NOT_VERIFIED,
    rule=within(
        months(9, force=DEFAULT), of=need_plan, expect=need_plan.ended.called("an end of the plan, or an answer why it goes on,"),
    ),
    note="A disabled child's plan may rightly run for years: that is an answer.",
    examples="""
        need_plan               | as_at      || status  | due_on
        2024-06-04 - 2025-03-04 | 2025-06-30 || met     | 2025-03-04
        2024-06-04 - 2025-03-05 | 2025-06-30 || late    |
        2024-06-04              | 2025-03-04 || due     |
        2024-06-04              | 2025-06-30 || overdue |
        2025-12-04              | 2025-06-30 || -       |             # not yet begun
    """,
)  # fmt: skip
