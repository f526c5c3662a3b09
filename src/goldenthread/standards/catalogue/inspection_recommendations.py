"""What inspectors recommended: the statement of action, and evidence looked at until each recommendation is closed."""

from goldenthread.standards.catalogue.words import DIRECTOR, OVERSIGHT
from goldenthread.standards.language import (
    DEFAULT,
    GUIDANCE,
    HIGH,
    NOT_VERIFIED,
    Standard,
    every,
    months,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import recommendation, recommendation_review, statement_of_action

statement = Standard(
    "recommendation-statement-of-action",
    "A written statement of action follows within 70 working days of receiving the inspection report.",
    area=OVERSIGHT, responsible=DIRECTOR, severity=HIGH, reference=["SO-12"],
    cites="Education and Inspections Act 2006, section 137(3) and (4), and SI 2007/462, reg 3; the number as Ofsted's "
    "handbook of 2016 has it", since=NOT_VERIFIED,
    rule=within(working_days(70, force=GUIDANCE), of=recommendation, expect=statement_of_action),
    note="The 70 working days run from the receipt of the report, not its publication. They are statutory, but the "
    "text of the regulation has not been read: the number was seen in Ofsted's handbook and elsewhere.",
    examples="""
        recommendation          | statement_of_action | as_at      || status  | due_on
        2025-03-03              | 2025-06-13          | 2025-09-01 || met     | 2025-06-13  # four bank holidays between
        2025-03-03              | 2025-06-16          | 2025-09-01 || late    | 2025-06-13
        2025-03-03              |                     | 2025-06-13 || due     | 2025-06-13
        2025-03-03              |                     | 2025-09-01 || overdue | 2025-06-13
        2025-03-03 - 2025-05-12 |                     | 2025-09-01 || ceased  | 2025-06-13  # closed on evidence first
                                | 2025-06-13          | 2025-09-01 || -       |
    """,
)  # fmt: skip

evidence_reviewed = Standard(
    "recommendation-evidence-reviewed",
    "The evidence for an open recommendation is reviewed at least every three months.",
    area=OVERSIGHT, responsible=DIRECTOR, severity=HIGH, reference=["SO-12"],
    cites="Ofsted's inspection of Torbay 2018, recommendation 8 and paragraph 83: monitoring of action plans",
    since=NOT_VERIFIED,
    rule=every(months(3, force=DEFAULT), during=recommendation, expect=recommendation_review),
    note="Quarterly is a default. A recommendation is closed on evidence, never by hand alone.",
    examples="""
        recommendation          | recommendation_review | as_at      || status    | due_on
        2025-01-06              | 2025-04-06            | 2025-05-01 || met; due  | 2025-04-06; 2025-07-06
        2025-01-06              | 2025-04-07            | 2025-05-01 || late; due | 2025-04-06; 2025-07-07
        2025-01-06              |                       | 2025-05-01 || overdue   | 2025-04-06
        2025-01-06 - 2025-03-31 |                       | 2025-05-01 || ceased    | 2025-04-06
                                | 2025-04-06            | 2025-05-01 || -         |
    """,
)  # fmt: skip
