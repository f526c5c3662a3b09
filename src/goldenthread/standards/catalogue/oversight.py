# ruff: noqa: E501 (a table is as wide as it is)
"""Oversight: supervision of workers and of each child's case, decisions with their reasons, and disputes answered.

Source: the Local Government Association's Standards for employers of social workers in England; Ofsted's inspections.
No law gives a number. What a supervision note says, or how like the last it is, is a question for an auditor.
"""

from goldenthread.standards.catalogue.decisions import WHAT_IT_IS_ABOUT, decision_about
from goldenthread.standards.catalogue.words import HEAD_OF_SERVICE, OVERSIGHT, TEAM_MANAGER
from goldenthread.standards.language import (
    DEFAULT,
    GUIDANCE,
    HIGH,
    LOCAL,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    days,
    every,
    months,
    weeks,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    absence,
    case_supervision,
    dispute,
    dispute_answer,
    employment,
    protection_plan,
    referral,
    section47,
    supervision,
)

EMPLOYER_STANDARDS = "LGA, Standards for employers of social workers in England (professional standards), standards 4 and 5"

newly_qualified = employment.where(is_newly_qualified=True)
supervised = supervision.called("supervision", "Supervision was held")
taken_on = referral.where(is_no_further_action=False)

practitioner = Standard(
    "supervision-monthly", "A social worker has supervision at least once a month.",
    area=OVERSIGHT, responsible=TEAM_MANAGER, severity=HIGH, reference=["SO-01"],
    cites=EMPLOYER_STANDARDS,
    since=NOT_VERIFIED,
    rule=every(months(1, force=GUIDANCE), during=employment.where(is_newly_qualified=False), expect=supervised),
    lifted_by=(absence,),
    note="An hour and a half without interruption, say the standards; the record holds only the day. An absence "
    "lifts the month it falls in: record those of more than two weeks.",
    examples="""
    employment                                      | supervision | absence                 | as_at      || status
    2025-01-06 [is_newly_qualified=no]              | 2025-02-06  |                         | 2025-03-06 || met; due
    2025-01-06 [is_newly_qualified=no]              | 2025-02-07  |                         | 2025-03-06 || late; due
    2025-01-06 [is_newly_qualified=no]              |             |                         | 2025-02-06 || due
    2025-01-06 [is_newly_qualified=no]              |             |                         | 2025-03-06 || overdue
    # lifted
    2025-01-06 [is_newly_qualified=no]              |             | 2025-01-20 - 2025-02-17 | 2025-03-06 || ceased
    # left
    2025-01-06 - 2025-01-31 [is_newly_qualified=no] |             |                         | 2025-03-06 || ceased
    # more often
    2025-01-06 [is_newly_qualified=yes]             |             |                         | 2025-03-06 || -
    """,
)  # fmt: skip

newly_qualified_weekly = Standard(
    "newly-qualified-supervision-weekly", "For six weeks a newly qualified social worker has supervision every week.",
    area=OVERSIGHT, responsible=TEAM_MANAGER, severity=HIGH, reference=["SO-02"],
    cites=EMPLOYER_STANDARDS,
    since=NOT_VERIFIED,
    rule=every(
        weeks(1, force=GUIDANCE), during=newly_qualified, expect=supervised, until=weeks(6, force=GUIDANCE),
    ),
    lifted_by=(absence,),
    note="No more than seven days apart, rather than once in each calendar week.",
    examples="""
        employment | supervision | absence | as_at || status
        2025-01-06 [is_newly_qualified=yes] | 2025-01-13 ; 2025-01-20 |  | 2025-01-24 || met; met; due
        2025-01-06 [is_newly_qualified=yes] | 2025-01-14 |  | 2025-01-20 || late; due
        2025-01-06 [is_newly_qualified=yes] |  |  | 2025-01-14 || overdue
        2025-01-06 [is_newly_qualified=yes] |  | 2025-01-08 - 2025-01-24 | 2025-01-20 || ceased  # lifted
        2025-01-06 - 2025-01-10 [is_newly_qualified=yes] |  |  | 2025-03-06 || ceased  # left
        2025-01-06 [is_newly_qualified=no] |  |  | 2025-01-20 || -
    """,
)  # fmt: skip

newly_qualified_fortnightly = Standard(
    "newly-qualified-supervision-fortnightly",
    "From six weeks to six months a newly qualified social worker has supervision every two weeks.",
    area=OVERSIGHT, responsible=TEAM_MANAGER, severity=HIGH, reference=["SO-02"],
    cites=EMPLOYER_STANDARDS,
    since=NOT_VERIFIED,
    rule=every(
        weeks(2, force=GUIDANCE), during=newly_qualified, expect=supervised, from_=weeks(6, force=GUIDANCE),
        until=months(6, force=GUIDANCE),
    ),
    lifted_by=(absence,),
    note="Of a newly qualified social worker. Measured from the last supervision of the first six weeks.",
    examples="""
    employment | supervision | absence | as_at || status | due_on
    2025-01-06 [is_newly_qualified=yes] | 2025-02-14 ; 2025-02-28 |  | 2025-03-06 || met; due | 2025-02-28; 2025-03-14
    2025-01-06 [is_newly_qualified=yes] | 2025-02-14 ; 2025-03-03 |  | 2025-03-06 || late; due |
    2025-01-06 [is_newly_qualified=yes] | 2025-02-14 |  | 2025-03-06 || overdue |
    2025-01-06 [is_newly_qualified=yes] | 2025-02-14 | 2025-02-20 - 2025-04-01 | 2025-03-06 || ceased |   # lifted
    2025-01-06 - 2025-02-24 [is_newly_qualified=yes] | 2025-02-14 |  | 2025-03-06 || ceased |   # left
    2025-01-06 [is_newly_qualified=yes] | 2025-01-13 |  | 2025-01-31 || - |   # still the first six weeks
    """,
)  # fmt: skip

newly_qualified_monthly = Standard(
    "newly-qualified-supervision-monthly", "After six months a newly qualified social worker has supervision monthly.",
    area=OVERSIGHT, responsible=TEAM_MANAGER, severity=HIGH, reference=["SO-02"],
    cites=EMPLOYER_STANDARDS,
    since=NOT_VERIFIED,
    rule=every(
        months(1, force=GUIDANCE), during=newly_qualified, expect=supervised, from_=months(6, force=GUIDANCE),
    ),
    lifted_by=(absence,),
    note="As for every social worker from then on.",
    examples="""
        employment | supervision | absence | as_at || status
        2024-07-08 [is_newly_qualified=yes] | 2025-01-06 ; 2025-02-06 |  | 2025-02-28 || met; due
        2024-07-08 [is_newly_qualified=yes] | 2025-01-06 ; 2025-02-07 |  | 2025-02-28 || late; due
        2024-07-08 [is_newly_qualified=yes] | 2025-01-06 |  | 2025-02-28 || overdue
        2024-07-08 [is_newly_qualified=yes] | 2025-01-06 | 2025-01-13 - 2025-02-24 | 2025-02-28 || ceased  # lifted
        2024-07-08 - 2025-01-31 [is_newly_qualified=yes] | 2025-01-06 |  | 2025-02-28 || ceased  # left
        2024-07-08 [is_newly_qualified=yes] | 2024-12-16 |  | 2024-12-31 || -  # not yet six months
    """,
)  # fmt: skip

case_discussed = Standard(
    "case-supervision", "Each open child is discussed in supervision at least every four weeks.",
    area=OVERSIGHT, responsible=TEAM_MANAGER, severity=HIGH, reference=["SO-03"],
    cites="Local policy, monthly in Knowsley; Ofsted's inspections of Torbay 2018, paragraphs 23 and 89 and "
    "recommendation 1, and Gloucestershire 2017, recommendation 5",
    since=NOT_VERIFIED,
    rule=every(weeks(4, force=LOCAL), during=taken_on, expect=case_supervision),
    note="There is no national number. Many authorities ask for it more often in court and on protection plans.",
    examples="""
        referral                                          | case_supervision | as_at      || status
        2025-03-03 [is_no_further_action=no]              | 2025-03-31       | 2025-04-10 || met; due
        2025-03-03 [is_no_further_action=no]              | 2025-04-01       | 2025-04-10 || late; due
        2025-03-03 [is_no_further_action=no]              |                  | 2025-03-31 || due
        2025-03-03 [is_no_further_action=no]              |                  | 2025-04-01 || overdue
        2025-03-03 - 2025-03-20 [is_no_further_action=no] |                  | 2025-04-10 || ceased
        2025-03-03 [is_no_further_action=yes]             |                  | 2025-04-10 || -
    """,
)  # fmt: skip

decided_to_close = Standard(
    "decision-on-closure", "No case is closed without a manager's recorded decision.",
    area=OVERSIGHT, responsible=TEAM_MANAGER, severity=HIGH, reference=["SO-04", "CIN-07"],
    cites="Ofsted's inspections of Gloucestershire 2017, paragraph 109, and Torbay 2018, recommendation 1",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=taken_on.ended,
        expect=decision_about("closure").called("a manager's decision to close the case, with its reasons,"),
        look_back=working_days(10, force=DEFAULT),
    ),
    note="One recorded in the ten working days before counts. " + WHAT_IT_IS_ABOUT,
    examples="""
        referral                                           | management_decision        | as_at      || status
        2024-06-03 - 2025-03-17 [is_no_further_action=no]  | 2025-03-17 [about=closure] | 2025-03-31 || met
        2024-06-03 - 2025-03-17 [is_no_further_action=no]  | 2025-03-03 [about=closure] | 2025-03-31 || met      # ten before
        2024-06-03 - 2025-03-17 [is_no_further_action=no]  | 2025-03-17                 | 2025-03-31 || met      # not said about what
        2024-06-03 - 2025-03-17 [is_no_further_action=no]  | 2025-03-18 [about=closure] | 2025-03-31 || late     # afterwards
        2024-06-03 - 2025-03-17 [is_no_further_action=no]  |                            | 2025-03-17 || due
        2024-06-03 - 2025-03-17 [is_no_further_action=no]  | 2025-02-28 [about=closure] | 2025-03-31 || overdue
        # about something else, on the very day
        2024-06-03 - 2025-03-17 [is_no_further_action=no]  | 2025-03-17 [about=home]    | 2025-03-31 || overdue
        2024-06-03 - 2025-03-17 [is_no_further_action=no]  | 2025-03-10 [about=visits]; 2025-03-20 [about=closure] | 2025-03-31 || late
        2024-06-03 [is_no_further_action=no]               |                            | 2025-03-31 || -        # still open
        2025-03-03 - 2025-03-04 [is_no_further_action=yes] |                            | 2025-03-31 || -
    """,
)  # fmt: skip

since_it_began = section47.after(days(1, force=DEFAULT)) | section47.ended.lasting(months(3, force=DEFAULT))

decided_on_enquiry = Standard(
    "decision-on-enquiry", "The outcome of a section 47 enquiry is a manager's recorded decision.",
    area=OVERSIGHT, responsible=TEAM_MANAGER, severity=HIGH, reference=["SO-04"],
    cites="Ofsted's inspections of Gloucestershire 2017, paragraph 109, and Torbay 2018, recommendation 1",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=section47.ended,
        expect=(decision_about("section47", "threshold") & since_it_began).called(
            "a manager's decision on the outcome of the enquiry, with its reasons,"
        ),
        look_back=working_days(5, force=DEFAULT),
    ),
    note="One recorded in the five working days before counts, but not that of the day on which the enquiry began: that it "
    "should begin is no outcome. " + WHAT_IT_IS_ABOUT,
    examples="""
        section47               | management_decision          | as_at      || status
        2025-03-03 - 2025-03-17 | 2025-03-17 [about=section47] | 2025-03-31 || met
        2025-03-03 - 2025-03-17 | 2025-03-10 [about=section47] | 2025-03-31 || met
        2025-03-03 - 2025-03-17 | 2025-03-10                   | 2025-03-31 || met      # not said about what
        2025-03-03 - 2025-03-17 | 2025-03-18 [about=threshold] | 2025-03-31 || late
        2025-03-03 - 2025-03-17 |                              | 2025-03-17 || due
        2025-03-03 - 2025-03-17 |                              | 2025-03-31 || overdue
        # about something else
        2025-03-03 - 2025-03-17 | 2025-03-17 [about=home]      | 2025-03-31 || overdue
        # that there should be an enquiry
        2025-03-14 - 2025-03-17 | 2025-03-14 [about=section47] | 2025-03-31 || overdue
        2025-03-14 - 2025-03-17 | 2025-03-13 [about=section47] | 2025-03-31 || overdue
        # begun and ended in a day
        2025-03-14 - 2025-03-14 | 2025-03-14 [about=section47] | 2025-03-31 || met
        2025-03-03              |                              | 2025-03-31 || -        # still going on
    """,
)  # fmt: skip

decided_to_end_plan = Standard(
    "decision-on-plan-end", "When a protection plan ends there is a manager's recorded decision.",
    area=OVERSIGHT, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["SO-04"],
    cites="Ofsted's inspections of Gloucestershire 2017, paragraphs 34 and 109",
    since=NOT_VERIFIED,
    rule=within(
        working_days(5, force=DEFAULT), of=protection_plan.ended,
        expect=decision_about("plan", "closure").called("a manager's decision on the end of the plan, with its reasons,"),
        look_back=working_days(10, force=DEFAULT),
    ),
    note="The conference ends the plan; the manager says what comes next, before it or in the five working days "
    "after. " + WHAT_IT_IS_ABOUT,
    examples="""
        protection_plan         | management_decision        | as_at      || status  | due_on
        2024-06-03 - 2025-03-03 | 2025-02-24 [about=plan]    | 2025-03-31 || met     | 2025-03-10
        2024-06-03 - 2025-03-03 | 2025-03-10 [about=closure] | 2025-03-31 || met     |
        2024-06-03 - 2025-03-03 | 2025-03-10                 | 2025-03-31 || met     |             # not said about what
        2024-06-03 - 2025-03-03 | 2025-03-11 [about=plan]    | 2025-03-31 || late    |
        2024-06-03 - 2025-03-03 |                            | 2025-03-10 || due     |
        2024-06-03 - 2025-03-03 |                            | 2025-03-31 || overdue |
        # about something else
        2024-06-03 - 2025-03-03 | 2025-03-03 [about=visits]  | 2025-03-31 || overdue |
        2024-06-03              |                            | 2025-03-31 || -       |             # still runs
    """,
)  # fmt: skip

answered = Standard(
    "dispute-answered", "A dispute raised by a reviewing officer or chair has a senior answer within five working days.",
    area=OVERSIGHT, responsible=HEAD_OF_SERVICE, severity=MEDIUM, reference=["SO-10"],
    cites="IRO Handbook (statutory guidance, 2010); Ofsted's inspection of Gloucestershire 2017, paragraphs 33 and 69 and "
    "recommendation 12",
    since=NOT_VERIFIED,
    rule=within(working_days(5, force=LOCAL), of=dispute, expect=dispute_answer),
    note="Resolved sooner without a written answer, it shows as ceased.",
    examples="""
        dispute                 | dispute_answer | as_at      || status  | due_on
        2025-03-03              | 2025-03-10     | 2025-03-31 || met     | 2025-03-10
        2025-03-03              | 2025-03-11     | 2025-03-31 || late    |
        2025-03-03              |                | 2025-03-10 || due     |
        2025-03-03              |                | 2025-03-31 || overdue |
        2025-03-03 - 2025-03-06 |                | 2025-03-31 || ceased  |             # resolved
                                | 2025-03-10     | 2025-03-31 || -       |
    """,
)  # fmt: skip
