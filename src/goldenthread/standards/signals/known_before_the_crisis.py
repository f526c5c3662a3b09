# ruff: noqa: E501 (a table is as wide as it is)
"""A question about children who come into care in an emergency though they have long been known."""

from goldenthread.standards.catalogue.words import PRE_PROCEEDINGS, SERVICE_MANAGER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, months, never, one_of
from goldenthread.standards.vocabulary import legal_status, looked_after, need_plan, protection_plan

emergency = legal_status.where(code=one_of("L1", "L2"))
known = (need_plan | protection_plan).after(months(3, force=DEFAULT))

known_before_the_crisis = Standard(
    "emergency-into-care-of-a-known-child",
    "Coming into care by police protection or emergency order after three months of a plan asks what can be learned.",
    area=PRE_PROCEEDINGS, responsible=SERVICE_MANAGER, severity=HIGH, kind="question", reference=["PP-06"],
    cites="Ofsted's inspections of Torbay 2018, paragraphs 19 and 35, and Gloucestershire 2017, page 17 and "
    "recommendation 8",
    since=NOT_VERIFIED,
    rule=never(
        (looked_after.started & emergency & known).happened.called(
            "an emergency that brought a child on a plan into care",
            "The child came into care in an emergency, after three months or more on a plan",
        ),
        force=DEFAULT,
    ),
    note="Three months of one plan, a child in need or a child protection plan. Accommodation by agreement in an "
    "emergency is not told apart by the record; nor is a plan closed on the very day. The answer is what was learned: it is "
    "asked until somebody says, also once the emergency and the plan are over.",
    examples="""
        looked_after | legal_status         | need_plan               | protection_plan | as_at      || status  | opened_on  | closed_on
        2025-06-09   | 2025-06-09 [code=L1] | 2025-01-06              |                 | 2025-07-31 || not_met | 2025-06-09 | -
        # police protection and the plan were over within days
        2025-06-09   | 2025-06-09 - 2025-06-11 [code=L1] | 2025-01-06 - 2025-06-12 |    | 2025-07-31 || not_met | 2025-06-09 | -
        2025-06-09   | 2025-06-09 [code=L2] |                         | 2025-03-09      | 2025-07-31 || not_met | 2025-06-09 |
        # three months less a day
        2025-06-09   | 2025-06-09 [code=L2] |                         | 2025-03-10      | 2025-07-31 || -       | |
        # a planned entry to care
        2025-06-09   | 2025-06-09 [code=C1] | 2025-01-06              |                 | 2025-07-31 || -       | |
        # not known before
        2025-06-09   | 2025-06-09 [code=L1] |                         |                 | 2025-07-31 || -       | |
        # the plan had ended
        2025-06-09   | 2025-06-09 [code=L1] | 2025-01-06 - 2025-05-12 |                 | 2025-07-31 || -       | |
        # in care already when the order was made
        2025-03-03   | 2025-06-09 [code=L2] | 2024-09-02              |                 | 2025-07-31 || -       | |
    """,
)  # fmt: skip
