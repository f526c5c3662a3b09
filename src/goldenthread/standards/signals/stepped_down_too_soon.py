"""A question about children whose protection plan ended, and who are soon referred again."""

from goldenthread.standards.catalogue.words import CHILD_PROTECTION, CONFERENCE_CHAIR
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, months, never
from goldenthread.standards.vocabulary import protection_plan, referral, section47

stepped_down_too_soon = Standard(
    "protection-plan-ended-too-soon",
    "A referral or section 47 enquiry within six months of a protection plan's end asks whether it ended too soon.",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=HIGH, kind="question", reference=["CP-11"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 34",
    since=NOT_VERIFIED,
    rule=never(
        (referral | section47).started.sooner_than(
            months(6, force=DEFAULT),
            after=protection_plan.ended.called("the end of a child protection plan"),
        ),
        force=DEFAULT,
    ),
    note="Six months are a default. What was known when the plan ended is what to read: asking for help again is not "
    "a failing of the family. A referral and an enquiry on different days ask twice. It is asked until somebody answers, "
    "also once the six months are over.",
    examples="""
        protection_plan         | referral                | section47  | as_at      || status  | opened_on  | closed_on
        2024-06-03 - 2025-03-03 | 2025-05-12              |            | 2025-12-31 || not_met | 2025-05-12 | -
        2024-06-03 - 2025-03-03 |                         | 2025-06-09 | 2025-12-31 || not_met | 2025-06-09 | -
        2024-06-03 - 2025-03-03 | 2025-05-12              | 2025-05-14 | 2025-06-30 || not_met; not_met | |
        # on the last day, and closed the next
        2024-06-03 - 2025-03-03 | 2025-09-02 - 2025-09-03 |            | 2025-12-31 || not_met | 2025-09-02 | -
        2024-06-03 - 2025-03-03 | 2025-09-03              |            | 2025-12-31 || -       |            |  # six months
        # the case stayed open throughout
        2024-06-03 - 2025-03-03 | 2024-05-01 - 2025-07-07 |            | 2025-12-31 || -       |            |
        # while the plan ran
        2024-06-03 - 2025-03-03 |                         | 2025-01-06 | 2025-12-31 || -       |            |
        2024-06-03              | 2025-05-12              |            | 2025-12-31 || -       |            |
    """,
)  # fmt: skip
