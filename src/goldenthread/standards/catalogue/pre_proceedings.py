"""Pre-proceedings and court: deciding in time whether to go, going, and what a child accommodated by agreement is owed.

Law: Children Act 1989, section 20 (accommodation), section 31 (care orders), section 31ZA (family group
decision-making, not in force) and section 32 (the court's timetable); guidance on court orders and pre-proceedings
(DfE, 2014), the Public Law Working Group's best practice (2021). A court's timetable is the court's.
"""

from goldenthread.standards.catalogue.words import COURT, LEGAL, PRE_PROCEEDINGS, SERVICE_MANAGER, SOCIAL_WORKER
from goldenthread.standards.language import (
    CRITICAL,
    DEFAULT,
    GUIDANCE,
    HIGH,
    LAW,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    days,
    months,
    under,
    weeks,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    court_extension,
    family_group_meeting,
    family_group_offer,
    issue_decision,
    legal_concern,
    legal_gateway,
    legal_status,
    letter_before_proceedings,
    looked_after,
    permanence_plan,
    pre_proceedings,
    pre_proceedings_meeting,
    proceedings,
)

gateway = Standard(
    "legal-gateway", "A legal gateway meeting decides within 10 working days of a manager's concern.",
    area=PRE_PROCEEDINGS, responsible=SERVICE_MANAGER, severity=CRITICAL, reference=["PP-01"],
    cites="Court orders and pre-proceedings (statutory guidance, DfE, 2014); Ofsted's inspections of Torbay 2018, paragraph "
    "19, and Gloucestershire 2017, paragraphs 35 and 51",
    since=NOT_VERIFIED,
    rule=within(working_days(10, force=DEFAULT), of=legal_concern, expect=legal_gateway),
    note="Where a child cannot safely wait, the emergency powers do not either.",
    examples="""
        legal_concern | legal_gateway | as_at      || status  | due_on
        2025-03-03    | 2025-03-17    | 2025-03-31 || met     | 2025-03-17
        2025-03-03    | 2025-03-18    | 2025-03-31 || late    |
        2025-03-03    |               | 2025-03-17 || due     |
        2025-03-03    |               | 2025-03-18 || overdue |
        2025-03-03    | 2025-02-20    | 2025-03-31 || overdue |             # before this concern
                      | 2025-03-17    | 2025-03-31 || -       |
    """,
)  # fmt: skip

letter = Standard(
    "letter-before-proceedings", "The letter before proceedings is sent within 10 working days of the decision.",
    area=PRE_PROCEEDINGS, responsible=LEGAL, severity=HIGH, reference=["PP-02"],
    cites="Court orders and pre-proceedings (statutory guidance, DfE, 2014), chapter 2 (from knowledge: its text has not been "
    "read here)",
    since=NOT_VERIFIED,
    rule=within(working_days(10, force=DEFAULT), of=pre_proceedings, expect=letter_before_proceedings),
    note="Promptly, says the guidance; the number is ours.",
    examples="""
        pre_proceedings         | letter_before_proceedings | as_at      || status  | due_on
        2025-03-03              | 2025-03-17                | 2025-03-31 || met     | 2025-03-17
        2025-03-03              | 2025-03-18                | 2025-03-31 || late    |
        2025-03-03              |                           | 2025-03-17 || due     |
        2025-03-03              |                           | 2025-03-31 || overdue |
        # went straight to court
        2025-03-03 - 2025-03-12 |                           | 2025-03-31 || ceased  |
                                | 2025-03-17                | 2025-03-31 || -       |
    """,
)  # fmt: skip

first_meeting = Standard(
    "pre-proceedings-meeting", "The first pre-proceedings meeting is held within 20 working days of the decision.",
    area=PRE_PROCEEDINGS, responsible=SERVICE_MANAGER, severity=HIGH, reference=["PP-02"],
    cites="Court orders and pre-proceedings (statutory guidance, DfE, 2014), chapter 2; Public Law Working Group, best practice "
    "guidance (2021) (from knowledge: their text has not been read here)",
    since=NOT_VERIFIED,
    rule=within(working_days(20, force=DEFAULT), of=pre_proceedings, expect=pre_proceedings_meeting),
    note="The number is ours.",
    examples="""
        pre_proceedings         | pre_proceedings_meeting | as_at      || status  | due_on
        2025-03-03              | 2025-03-31              | 2025-04-30 || met     | 2025-03-31
        2025-03-03              | 2025-04-01              | 2025-04-30 || late    |
        2025-03-03              |                         | 2025-03-31 || due     |
        2025-03-03              |                         | 2025-04-30 || overdue |
        2025-03-03 - 2025-03-20 |                         | 2025-04-30 || ceased  |
                                | 2025-03-31              | 2025-04-30 || -       |
    """,
)  # fmt: skip

concluded = Standard(
    "pre-proceedings-concluded", "Pre-proceedings are concluded within 16 weeks of the letter.",
    area=PRE_PROCEEDINGS, responsible=SERVICE_MANAGER, severity=HIGH, reference=["PP-03"],
    cites="Public Law Working Group, best practice guidance (March 2021) (from knowledge: its text has not been read "
    "here)",
    since="2021-03-01",
    rule=within(
        weeks(16, force=DEFAULT), of=letter_before_proceedings & pre_proceedings,
        expect=pre_proceedings.ended.called("the conclusion of pre-proceedings"),
    ),
    note="Stepping down or going to court both conclude them. Some count from the first meeting.",
    examples="""
        pre_proceedings         | letter_before_proceedings | as_at      || status  | due_on
        2025-01-06 - 2025-05-05 | 2025-01-13                | 2025-06-30 || met     | 2025-05-05
        2025-01-06 - 2025-05-06 | 2025-01-13                | 2025-06-30 || late    |
        2025-01-06              | 2025-01-13                | 2025-05-05 || due     |
        2025-01-06              | 2025-01-13                | 2025-06-30 || overdue |
        2025-01-06              |                           | 2025-06-30 || -       |             # no letter yet
        2021-01-04              | 2021-02-01                | 2025-06-30 || -       |             # before the guidance
    """,
)  # fmt: skip

issued = Standard(
    "proceedings-issued", "Care proceedings are issued within 10 working days of the decision to issue.",
    area=PRE_PROCEEDINGS, responsible=LEGAL, severity=CRITICAL, reference=["PP-04"],
    cites="Ofsted's inspections of Gloucestershire 2017, paragraphs 35 and 51, and Torbay 2018, paragraph 19",
    since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=DEFAULT), of=issue_decision,
        expect=proceedings.started.called("an application to court"),
    ),
    examples="""
        issue_decision | proceedings             | as_at      || status  | due_on
        2025-03-03     | 2025-03-17              | 2025-03-31 || met     | 2025-03-17
        2025-03-03     | 2025-03-18              | 2025-03-31 || late    |
        2025-03-03     |                         | 2025-03-17 || due     |
        2025-03-03     |                         | 2025-03-31 || overdue |
        2025-03-03     | 2023-01-09 - 2023-07-03 | 2025-03-31 || overdue |             # earlier proceedings
                       | 2025-03-17              | 2025-03-31 || -       |
    """,
)  # fmt: skip

court_timetable = Standard(
    "care-proceedings-timetable", "The court concludes care proceedings within 26 weeks, the day of issue counted.",
    area=PRE_PROCEEDINGS, responsible=COURT, severity=HIGH, reference=["PP-05"],
    cites="Children Act 1989, section 32(1)(a)(ii), as amended by the Children and Families Act 2014, section 14",
    since="2014-04-22",
    rule=within(
        weeks(26, force=LAW, beginning_with=True), of=proceedings,
        expect=proceedings.ended.called("the conclusion of care proceedings"),
    ),
    lifted_by=(court_extension,),
    note="The day of issue is day 1, so the last day is 181 days on. The timetable is the court's: it is for legal "
    "services and the head of service to see in the aggregate, never for a worker's list. An extension under section "
    "32(5), each of up to eight weeks, lifts it; how often it was extended is not judged.",
    examples="""
        proceedings             | court_extension                            | as_at      || status  | due_on
        2025-01-06 - 2025-07-06 |                                            | 2025-12-31 || met     | 2025-07-06
        2025-01-06 - 2025-07-07 |                                            | 2025-12-31 || late    |
        2025-01-06              |                                            | 2025-07-06 || due     |
        2025-01-06              |                                            | 2025-12-31 || overdue |
        # extended
        2025-01-06              | 2025-06-20 - 2025-08-31 [provision=s32(5)] | 2025-12-31 || ceased  |
        # issued the day before
        2014-04-21 - 2015-06-01 |                                            | 2025-12-31 || -       |
    """,
)  # fmt: skip

accommodated = Standard(
    "accommodated-legal-decision", "Four months into accommodation by agreement there is a legal decision or a plan.",
    area=PRE_PROCEEDINGS, responsible=SERVICE_MANAGER, severity=HIGH, reference=["PP-07"],
    cites="Children Act 1989, section 20; statutory guidance on adoption (2013), paragraph 2.2; Ofsted's inspection "
    "of Gloucestershire 2017, paragraphs 49 and 52",
    since=NOT_VERIFIED,
    rule=within(
        months(4, force=GUIDANCE),
        of=(legal_status.where(code="V2") & under(16)).called(
            "accommodation by agreement", "The child was accommodated by agreement (section 20)"
        ),
        expect=(legal_gateway | permanence_plan).called("a legal gateway meeting, or a plan for permanence,"),
    ),
    lifted_by=(looked_after.where(is_unaccompanied=True).called("the child's being unaccompanied and seeking asylum"),),
    note="Four months is about the second review, by which the plan for permanence is to be known: such a plan keeps "
    "this. At 16 and 17 the young person's own agreement is enough (section 20(11)), and of an unaccompanied child "
    "there is nobody to agree. Written consent is good practice, not statute, and not on the record.",
    examples="""
        legal_status | legal_gateway | permanence_plan | looked_after | born | as_at || status
        2025-03-03 [code=V2] | 2025-07-03 |  |  | 2015-06-01 | 2025-09-30 || met
        2025-03-03 [code=V2] | 2025-07-04 |  |  | 2015-06-01 | 2025-09-30 || late
        2025-03-03 [code=V2] |  |  |  | 2015-06-01 | 2025-07-03 || due
        2025-03-03 [code=V2] |  |  |  | 2015-06-01 | 2025-09-30 || overdue
        2025-03-03 [code=V2] |  | 2025-06-20 |  | 2015-06-01 | 2025-09-30 || met  # a plan
        2025-03-03 [code=V2] |  | 2025-07-20 |  | 2015-06-01 | 2025-09-30 || late  # a plan
        2025-03-03 [code=V2] |  |  | 2025-03-03 [is_unaccompanied=yes] | 2011-06-01 | 2025-09-30 || ceased  # lifted
        2025-03-03 - 2025-05-01 [code=V2] |  |  |  | 2015-06-01 | 2025-09-30 || ceased  # home
        2025-03-03 [code=V2] |  |  |  | 2008-06-01 | 2025-09-30 || -  # 16
        2025-03-03 [code=C2] |  |  |  | 2015-06-01 | 2025-09-30 || -
    """,
)  # fmt: skip

family_offered = Standard(
    "family-group-offer", "Family group decision-making is offered by the time of the letter before proceedings.",
    area=PRE_PROCEEDINGS, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["PP-08"],
    cites="Children Act 1989, section 31ZA(1) and (6), inserted by the Children's Wellbeing and Schools Act 2026, "
    "section 1",
    since=NOT_VERIFIED, in_force=False,
    rule=within(
        days(0, force=DEFAULT), of=letter_before_proceedings, expect=family_group_offer,
        look_back=months(6, force=DEFAULT),
    ),
    note="Enacted, not commenced as far as could be seen: switched off until regulations say when. An offer not in "
    "the child's best interests (section 31ZA(3)) is recorded with its reason, which keeps this. Until then good "
    "practice.",
    examples="""
        letter_before_proceedings | family_group_offer | as_at      || status
        2025-03-03                | 2025-02-10         | 2025-03-31 || met
        2025-03-03                | 2025-03-03         | 2025-03-31 || met      # in the letter
        2025-03-03                | 2025-03-10         | 2025-03-31 || late
        2025-03-03                |                    | 2025-03-31 || overdue
                                  | 2025-02-10         | 2025-03-31 || -
    """,
)  # fmt: skip

family_met = Standard(
    "family-group-meeting", "When a family accepts family group decision-making, its meeting is held.",
    area=PRE_PROCEEDINGS, responsible=SOCIAL_WORKER, severity=HIGH, reference=["PP-09"],
    cites="Children Act 1989, section 31ZA(2), inserted by the Children's Wellbeing and Schools Act 2026, section 1",
    since=NOT_VERIFIED, in_force=False,
    rule=within(
        working_days(20, force=DEFAULT),
        of=family_group_offer.where(is_accepted=True).called(
            "an accepted offer", "An offer of family group decision-making was accepted"
        ),
        expect=family_group_meeting,
    ),
    note="Enacted, not commenced as far as could be seen: switched off. The Act sets no number of days, only that "
    "the meeting comes before the application; 20 working days stand in for it.",
    examples="""
        family_group_offer           | family_group_meeting | as_at      || status
        2025-03-03 [is_accepted=yes] | 2025-03-31           | 2025-04-30 || met      # day 20
        2025-03-03 [is_accepted=yes] | 2025-04-01           | 2025-04-30 || late
        2025-03-03 [is_accepted=yes] |                      | 2025-03-31 || due
        2025-03-03 [is_accepted=yes] |                      | 2025-04-30 || overdue
        2025-03-03 [is_accepted=no]  |                      | 2025-04-30 || -
    """,
)  # fmt: skip
