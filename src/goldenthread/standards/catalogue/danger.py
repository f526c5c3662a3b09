# ruff: noqa: E501 (a table is as wide as it is)
"""Danger that cannot wait for Monday: who has come to live with the child, and whether anyone has seen the child since.

Law: Children Act 1989, sections 44, 46 and 47. What these say goes to the worker, the manager and the out-of-hours team
at once. None of them says that anybody has done anything: they ask that somebody decides, and sees the child.
"""

from goldenthread.standards.catalogue.decisions import ON_RISK, decided_on_risk
from goldenthread.standards.catalogue.words import CHILD_PROTECTION, MISSING, SECTION_47, SOCIAL_WORKER, TEAM_MANAGER
from goldenthread.standards.language import CRITICAL, DEFAULT, HIGH, NOT_VERIFIED, Standard, days, months, never, weeks, within
from goldenthread.standards.vocabulary import (
    care_visit,
    disclosure,
    exploitation_concern,
    need_visit,
    protection_visit,
    risk_assessment,
    risk_person_at_home,
    risk_person_contact,
    safety_plan,
    section47_visit,
    strategy_discussion,
)

AT_HOME = risk_person_at_home.began
NOT_RECOGNISED = "Ofsted's inspection of Gloucestershire 2017, paragraphs 21 and 96"

person_at_home = Standard(
    "risk-person-at-home",
    "On the day someone who may pose a risk comes to live with a child, a strategy discussion or a manager decides what is done.",
    area=CHILD_PROTECTION, responsible=TEAM_MANAGER, severity=CRITICAL, reference=["CP-18"],
    cites=f"Children Act 1989, section 47; {NOT_RECOGNISED}", since=NOT_VERIFIED,
    rule=never(
        risk_person_at_home.until(
            (strategy_discussion | decided_on_risk).called(
                "a strategy discussion or a manager's decision", "A strategy discussion was held or a manager decided"
            ),
            look_back=days(7, force=DEFAULT),
        ).called("a person who may pose a risk, and no decision", f"{AT_HOME}, and no decision about it was on the record"),
        force=DEFAULT,
    ),
    note="It says so on the day itself, and until a decision is on the record; one of the seven days before was made in view of "
    "it. From the day the person came, or the day on which it was recorded that they may pose a risk, whichever is later. Who it "
    "is stands on the family's page. The number is ours. " + ON_RISK,
    examples="""
        risk_person_at_home     | strategy_discussion | management_decision | as_at      || status  | opened_on  | closed_on
        2025-03-08              |                     |                     | 2025-03-08 || not_met | 2025-03-08 | -           # a Saturday
        2025-03-08              |                     |                     | 2025-06-30 || not_met | 2025-03-08 | -
        2025-03-08              | 2025-03-10          |                     | 2025-06-30 || not_met | 2025-03-08 | 2025-03-10
        2025-03-08 - 2025-03-20 |                     |                     | 2025-06-30 || not_met | 2025-03-08 | 2025-03-20
        2025-03-08              | 2025-03-08          |                     | 2025-06-30 || -       |            |
        # decided before they moved in
        2025-03-08              |                     | 2025-03-01          | 2025-06-30 || -       |            |
        2025-03-08              |                     | 2025-02-28          | 2025-06-30 || not_met | 2025-03-08 | -
        2025-03-08              |                     | 2025-03-10 [about=home] | 2025-06-30 || not_met | 2025-03-08 | 2025-03-10
        # about something else
        2025-03-08              |                     | 2025-03-03 [about=visits]; 2025-03-10 [about=closure] | 2025-06-30 || not_met | 2025-03-08 | -
    """,
)  # fmt: skip

person_planned_for = Standard(
    "risk-person-safety-plan",
    "On the day someone who may pose a risk comes to live with a child, a safety plan says who keeps the child safe.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["CP-18"],
    cites=f"Children Act 1989, section 47; {NOT_RECOGNISED}", since=NOT_VERIFIED,
    rule=never(
        risk_person_at_home.until(safety_plan, look_back=weeks(4, force=DEFAULT)).called(
            "a person who may pose a risk, and no safety plan", f"{AT_HOME}, and no safety plan was on the record"
        ),
        force=DEFAULT,
    ),
    note="A plan of the four weeks before was made in view of it. The number is ours. A decision that none is needed is answered "
    "with the shortfall, with its reasons.",
    examples="""
        risk_person_at_home     | safety_plan | as_at      || status  | opened_on  | closed_on
        2025-03-08              |             | 2025-03-08 || not_met | 2025-03-08 | -
        2025-03-08              | 2025-03-09  | 2025-06-30 || not_met | 2025-03-08 | 2025-03-09
        2025-03-08 - 2025-03-20 |             | 2025-06-30 || not_met | 2025-03-08 | 2025-03-20
        2025-03-08              | 2025-03-08  | 2025-06-30 || -       |            |
        2025-03-08              | 2025-02-08  | 2025-06-30 || -       |            |             # four weeks before
        2025-03-08              | 2025-02-07  | 2025-06-30 || not_met | 2025-03-08 | -
    """,
)  # fmt: skip

family_time_watched = Standard(
    "family-time-with-risk-person",
    "Family time with someone who may pose a risk asks whether a safety plan or risk assessment says how the child is safe.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=HIGH, kind="question", reference=["CP-18"],
    cites=NOT_RECOGNISED, since=NOT_VERIFIED,
    rule=within(
        days(1, force=DEFAULT), of=risk_person_contact,
        expect=(safety_plan | risk_assessment).called("a safety plan or a risk assessment"), look_back=months(6, force=DEFAULT),
    ),
    note="One of the six months before says so. The numbers are ours. Many children love someone who may harm them: the question "
    "is who is there, not whether they may meet.",
    examples="""
        risk_person_contact | safety_plan | risk_assessment | as_at      || status  | due_on
        2025-03-08          | 2024-11-04  |                 | 2025-06-30 || met     | 2025-03-09
        2025-03-08          |             | 2025-03-09      | 2025-06-30 || met     | 2025-03-09
        2025-03-08          | 2025-03-10  |                 | 2025-06-30 || late    | 2025-03-09
        2025-03-08          | 2024-09-02  |                 | 2025-06-30 || overdue | 2025-03-09  # longer ago
                            | 2024-11-04  |                 | 2025-06-30 || -       |
    """,
)  # fmt: skip

seen_since = (
    section47_visit | need_visit.where(is_seen=True) | protection_visit.where(is_seen=True) | care_visit.where(is_seen=True)
).called("a visit to see the child after the disclosure or injury")

seen_after_disclosure = Standard(
    "child-seen-after-disclosure", "A child who disclosed abuse, or was seen to be injured, is seen by the next day.",
    area=SECTION_47, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["S47-03"],
    cites="Children Act 1989, section 47(4) and (5A); Ofsted's inspection of Gloucestershire 2017, paragraph 26",
    since=NOT_VERIFIED,
    rule=within(days(1, force=DEFAULT), of=disclosure, expect=seen_since),
    note="Weekends too. The Act asks for such steps as are reasonably practicable to see the child, and sets no number: one day is ours. It speaks "
    "whether or not an enquiry was begun.",
    examples="""
        disclosure                 | section47_visit | need_visit               | as_at      || status  | due_on
        2025-03-07 [kind=physical] | 2025-03-08      |                          | 2025-03-31 || met     | 2025-03-08  # a Saturday
        2025-03-07                 |                 | 2025-03-07 [is_seen=yes] | 2025-03-31 || met     | 2025-03-08
        2025-03-07                 |                 | 2025-03-07 [is_seen=no]  | 2025-03-31 || overdue | 2025-03-08  # nobody in
        2025-03-07                 | 2025-03-10      |                          | 2025-03-31 || late    | 2025-03-08
        2025-03-07                 | 2025-03-06      |                          | 2025-03-31 || overdue | 2025-03-08  # seen before they told
        2025-03-07                 |                 |                          | 2025-03-08 || due     | 2025-03-08
                                   | 2025-03-08      |                          | 2025-03-31 || -       |
    """,
)  # fmt: skip

exploitation_planned_for = Standard(
    "exploitation-safety-plan", "By the day after a concern about exploitation arises, a plan says how the child is kept safe.",
    area=MISSING, responsible=TEAM_MANAGER, severity=CRITICAL, reference=["ME-05"],
    cites="Ofsted's inspections of Gloucestershire 2017, paragraph 44 and recommendation 6, and Torbay 2018, paragraph 30",
    since=NOT_VERIFIED,
    rule=within(
        days(1, force=DEFAULT), of=exploitation_concern, expect=safety_plan.called("a safety plan after the concern about exploitation"),
        look_back=weeks(2, force=DEFAULT),
    ),
    note="By the next day, weekends too; the number is ours. A plan of the two weeks before stands, for a child about whom there "
    "is one concern after another. The child is a victim, whatever else they have done.",
    examples="""
        exploitation_concern | safety_plan | as_at      || status  | due_on
        2025-03-08           | 2025-03-09  | 2025-03-31 || met     | 2025-03-09  # a Sunday
        2025-03-08           | 2025-02-22  | 2025-03-31 || met     | 2025-03-09
        2025-03-08           | 2025-03-10  | 2025-03-31 || late    | 2025-03-09
        2025-03-08           |             | 2025-03-09 || due     | 2025-03-09
        2025-03-08           | 2025-02-21  | 2025-03-31 || overdue | 2025-03-09
                             | 2025-03-08  | 2025-03-31 || -       |
    """,
)  # fmt: skip
