"""The workforce: a child handed on with care, and workers who are registered, trained, appraised and listened to.

Source: Ofsted's inspections of Torbay 2018 and Gloucestershire 2017; Children and Social Work Act 2017 (registration).
Changes of worker, as a question, are in the signals.
"""

from goldenthread.standards.catalogue.words import TEAM_MANAGER, WORKFORCE, WORKFORCE_LEAD
from goldenthread.standards.language import (
    DEFAULT,
    GUIDANCE,
    HIGH,
    LOCAL,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    always,
    days,
    every,
    months,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    absence,
    allocation,
    appraisal,
    employment,
    exit_interview,
    handover,
    referral,
    registration,
    training,
)

handed_over = Standard(
    "handover", "When a child's worker changes, there is a handover with a transfer summary within 10 working days.",
    area=WORKFORCE, responsible=TEAM_MANAGER, severity=HIGH, reference=["WF-02"],
    cites="Ofsted's inspection of Torbay 2018, paragraphs 17 and 25",
    since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=LOCAL),
        of=(allocation.ended & referral).called("a change of worker", "The child's social worker changed"),
        expect=handover, look_back=working_days(10, force=LOCAL),
    ),
    note="Only while the child's case stays open. One in the ten working days before the change counts. A joint "
    "visit is the heart of it, and is not on the record.",
    examples="""
        allocation              | handover   | referral                | as_at      || status  | due_on
        2024-06-03 - 2025-03-03 | 2025-03-17 | 2024-06-01              | 2025-04-30 || met     | 2025-03-17
        2024-06-03 - 2025-03-03 | 2025-02-20 | 2024-06-01              | 2025-04-30 || met     |             # before
        2024-06-03 - 2025-03-03 | 2025-03-18 | 2024-06-01              | 2025-04-30 || late    |
        2024-06-03 - 2025-03-03 |            | 2024-06-01              | 2025-03-17 || due     |
        2024-06-03 - 2025-03-03 |            | 2024-06-01              | 2025-04-30 || overdue |
        # closed soon after
        2024-06-03 - 2025-03-03 |            | 2024-06-01 - 2025-03-10 | 2025-04-30 || ceased  |
        # closed that day
        2024-06-03 - 2025-03-03 |            | 2024-06-01 - 2025-03-03 | 2025-04-30 || -       |
        2024-06-03              |            | 2024-06-01              | 2025-04-30 || -       |             # no change
    """,
)  # fmt: skip

leaver_heard = Standard(
    "exit-interview", "A social worker who leaves is asked why before going.",
    area=WORKFORCE, responsible=WORKFORCE_LEAD, severity=MEDIUM, reference=["WF-08"],
    cites="Ofsted's inspection of Torbay 2018, paragraph 94",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=employment.ended,
        expect=exit_interview.called("an exit interview, held or declined,"), look_back=months(3, force=DEFAULT),
    ),
    note="By the last day; an exit interview declined was offered, and that keeps it.",
    examples="""
        employment              | exit_interview | as_at      || status
        2022-01-10 - 2025-03-31 | 2025-03-20     | 2025-04-30 || met
        2022-01-10 - 2025-03-31 | 2025-03-31     | 2025-04-30 || met
        2022-01-10 - 2025-03-31 | 2025-04-07     | 2025-04-30 || late
        2022-01-10 - 2025-03-31 |                | 2025-03-31 || due
        2022-01-10 - 2025-03-31 |                | 2025-04-30 || overdue
        2022-01-10              |                | 2025-04-30 || -        # has not left
    """,
)  # fmt: skip

appraised = Standard(
    "appraisal", "A social worker has an appraisal at least every 12 months.",
    area=WORKFORCE, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["WF-10"],
    cites="Ofsted's inspection of Torbay 2018, paragraph 89",
    since=NOT_VERIFIED,
    rule=every(months(12, force=DEFAULT), during=employment, expect=appraisal),
    lifted_by=(absence,),
    note="An absence lifts the year it falls in: record long ones only.",
    examples="""
        employment              | appraisal  | absence                 | as_at      || status
        2023-03-06              | 2024-03-06 |                         | 2025-01-31 || met; due
        2023-03-06              | 2024-03-07 |                         | 2025-01-31 || late; due
        2023-03-06              |            |                         | 2024-03-06 || due
        2023-03-06              |            |                         | 2025-01-31 || overdue
        2023-03-06              |            | 2023-10-02 - 2024-07-01 | 2025-01-31 || ceased     # maternity leave
        2023-03-06 - 2024-01-31 |            |                         | 2025-01-31 || ceased     # left
                                | 2024-03-06 |                         | 2025-01-31 || -
    """,
)  # fmt: skip

registered = Standard(
    "registration", "A social worker is registered with Social Work England for as long as they work as one.",
    area=WORKFORCE, responsible=WORKFORCE_LEAD, severity=MEDIUM, reference=["WF-11"],
    cites="Children and Social Work Act 2017, Part 2 (from knowledge: its text has not been read here)",
    since=NOT_VERIFIED,
    rule=always(registration, during=employment, force=GUIDANCE),
    note="Judged by the periods of registration on the record, not by asking the register.",
    examples="""
        employment              | registration                         | as_at      || status  | opened_on
        2023-03-06              | 2020-12-01                           | 2025-01-31 || met     | 2023-03-06
        2023-03-06              | 2020-12-01 - 2024-12-01 ; 2024-12-01 | 2025-01-31 || met     |             # renewed
        2023-03-06              | 2020-12-01 - 2024-12-01              | 2025-01-31 || not_met | 2024-12-01
        2023-03-06              | 2020-12-01 - 2023-12-01 ; 2023-12-18 | 2025-01-31 || not_met | 2023-12-01
        # left first
        2023-03-06 - 2024-12-01 | 2020-12-01 - 2024-12-01              | 2025-01-31 || met     |
                                | 2020-12-01 - 2024-12-01              | 2025-01-31 || -       |
    """,
)  # fmt: skip


def _trained_in(topic: str, words: str) -> Standard:
    """A worker trained in a topic in each 12 months: five standards in the same words."""
    return Standard(
        f"training-{topic.replace('_', '-')}", f"A social worker has training about {words} every 12 months.",
        area=WORKFORCE, responsible=WORKFORCE_LEAD, severity=MEDIUM, reference=["WF-09"],
        cites="Ofsted's inspections of Torbay 2018, paragraph 95, and Gloucestershire 2017, paragraph 108",
        since=NOT_VERIFIED,
        rule=every(
            months(12, force=DEFAULT), during=employment,
            expect=training.where(topic=topic).called(
                f"training about {words}", f"Training about {words} was completed"
            ),
        ),
        lifted_by=(absence,),
        note="More than e-learning alone, said the inspectors; the record does not say which it was.",
        examples=f"""
            employment | training | absence | as_at || status
            2023-03-06 | 2023-05-10 [topic={topic}] ; 2024-05-10 [topic={topic}] |  | 2025-01-31 || met; met; due
            2023-03-06 | 2024-03-07 [topic={topic}] |  | 2025-01-31 || late; due
            2023-03-06 | 2023-05-10 [topic=first_aid] |  | 2024-03-06 || due
            2023-03-06 | 2023-05-10 [topic=first_aid] |  | 2025-01-31 || overdue
            2023-03-06 |  | 2023-10-02 - 2024-07-01 | 2025-01-31 || ceased  # maternity leave
            2023-03-06 - 2024-01-31 |  |  | 2025-01-31 || ceased  # left
             | 2023-05-10 [topic={topic}] |  | 2025-01-31 || -
        """,
    )  # fmt: skip


trained_in_exploitation = _trained_in("exploitation", "exploitation")
trained_in_neglect = _trained_in("neglect", "neglect")
trained_in_domestic_abuse = _trained_in("domestic_abuse", "domestic abuse")
trained_in_sexual_abuse = _trained_in("sexual_abuse", "sexual abuse")
trained_in_risk_assessment = _trained_in("risk_assessment", "risk assessment")
