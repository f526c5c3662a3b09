"""Child protection plans: reviewed, met about, and the child visited, seen, and seen alone.

Law: Working Together to Safeguard Children (conferences, core groups). How often a child is visited is nowhere in law:
those numbers are local, each authority's own.
"""

from goldenthread.standards.catalogue.decisions import WHAT_IT_IS_ABOUT, decision_about
from goldenthread.standards.catalogue.editions import EDITION, WORKING_TOGETHER
from goldenthread.standards.catalogue.words import CHILD_PROTECTION, CONFERENCE_CHAIR, SOCIAL_WORKER, TEAM_MANAGER
from goldenthread.standards.language import (
    CRITICAL,
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
    never,
    reached,
    under,
    unknown,
    weeks,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    chair_check,
    conference_report_shared,
    core_group,
    initial_conference,
    legal_gateway,
    neglect_tool,
    protection_plan,
    protection_visit,
    review_conference,
)

born_and_on_a_plan = protection_plan & under(18)
for_neglect = protection_plan.where(latest_category="NEG").called(
    "a plan for neglect", "A child protection plan for neglect began"
)

first_review = Standard(
    "first-review-conference", "The first review conference is held within three months of the initial conference.",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=HIGH, reference=["CP-01"],
    cites=f"{WORKING_TOGETHER}; Children in Need census guide 2023-24, section 5.5",
    since="2010-03-17",
    rule=within(months(3, force=GUIDANCE), of=protection_plan, expect=review_conference),
    note="Counted from the day the plan began, which is that of the initial conference. Months end on the "
    "corresponding day; some systems count 91 days instead. " + EDITION,
    examples="""
        protection_plan         | review_conference | as_at      || status  | due_on
        2024-07-01              | 2024-10-01        | 2024-12-31 || met     | 2024-10-01  # 92 days
        2023-11-30              | 2024-02-29        | 2024-12-31 || met     | 2024-02-29  # a shorter month
        2024-07-01              | 2024-10-02        | 2024-12-31 || late    |
        2024-07-01              |                   | 2024-10-01 || due     |
        2024-07-01              |                   | 2024-12-31 || overdue |
        2024-07-01 - 2024-09-20 |                   | 2024-12-31 || ceased  |
        2010-03-16              |                   | 2024-12-31 || -       |             # before the guidance cited
    """,
)  # fmt: skip

later_reviews = Standard(
    "later-review-conferences", "After the first, review conferences are held at most six months apart.",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=HIGH, reference=["CP-02"],
    cites=f"{WORKING_TOGETHER}; Children in Need census guide 2023-24, section 5.5",
    since="2010-03-17",
    rule=every(
        months(6, force=GUIDANCE), during=protection_plan, expect=review_conference, from_=review_conference.nth(1),
    ),
    note="Counted from the conference actually held: one held early brings the next one forward. " + EDITION,
    examples="""
        protection_plan         | review_conference       | as_at      || status    | due_on
        2024-01-08              | 2024-03-28 ; 2024-09-28 | 2024-12-31 || met; due  | 2024-09-28; 2025-03-28
        2024-01-08              | 2024-03-28 ; 2024-09-30 | 2024-12-31 || late; due |
        2024-01-08              | 2024-03-28              | 2024-12-31 || overdue   | 2024-09-28
        2024-01-08 - 2024-08-01 | 2024-03-28              | 2024-12-31 || ceased    |
        2024-01-08 - 2024-11-01 | 2024-03-28              | 2024-12-31 || overdue   |
        # the first is another standard
        2024-01-08              |                         | 2024-12-31 || -         |
    """,
)  # fmt: skip

first_core_group = Standard(
    "first-core-group", "The core group first meets within 10 working days of the initial conference.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["CP-03"],
    cites=f"{WORKING_TOGETHER}; Oxfordshire's procedures",
    since=NOT_VERIFIED,
    rule=within(working_days(10, force=GUIDANCE), of=protection_plan, expect=core_group),
    note="The number was read in a council's procedures that restate the guidance. " + EDITION,
    examples="""
        protection_plan         | core_group | as_at      || status  | due_on
        2025-03-03              | 2025-03-17 | 2025-03-31 || met     | 2025-03-17
        2025-03-03              | 2025-03-18 | 2025-03-31 || late    |
        2025-03-03              |            | 2025-03-17 || due     |
        2025-03-03              |            | 2025-03-18 || overdue |
        2025-03-03 - 2025-03-10 |            | 2025-03-31 || ceased  |
                                | 2025-03-10 | 2025-03-31 || -       |             # no plan
    """,
)  # fmt: skip

later_core_groups = Standard(
    "later-core-groups", "The core group meets at least every six weeks.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["CP-04"],
    cites="Local procedures (four to six weeks); Ofsted's inspection of Gloucestershire 2017, paragraph 39",
    since=NOT_VERIFIED,
    rule=every(weeks(6, force=LOCAL), during=protection_plan, expect=core_group, from_=core_group.nth(1)),
    examples="""
        protection_plan         | core_group              | as_at      || status    | due_on
        2025-01-06              | 2025-01-13 ; 2025-02-24 | 2025-03-31 || met; due  | 2025-02-24; 2025-04-07
        2025-01-06              | 2025-01-13 ; 2025-02-25 | 2025-03-31 || late; due |
        2025-01-06              | 2025-01-13              | 2025-03-31 || overdue   |
        2025-01-06 - 2025-02-10 | 2025-01-13              | 2025-03-31 || ceased    |
        # the first is another standard
        2025-01-06              |                         | 2025-03-31 || -         |
    """,
)  # fmt: skip

visited = Standard(
    "protection-visits", "A child on a protection plan is visited, and seen, at least every 10 working days.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["CP-05"],
    cites=f"{WORKING_TOGETHER} (visits as the plan says); the number is of the kind Central Bedfordshire publishes; "
    "Ofsted's inspection of Torbay 2018, paragraph 21 and recommendation 2",
    since=NOT_VERIFIED,
    rule=every(
        working_days(10, force=LOCAL), during=born_and_on_a_plan,
        expect=protection_visit.where(is_seen=True).called(
            "a child protection visit at which the child was seen", "The child was seen at a child protection visit"
        ),
    ),
    note="There is no national number; a child's own plan may ask for more, which the record does not hold. A visit "
    "on which nobody says that the child was seen does not count. Before birth nobody can be seen: it starts at "
    "birth. " + EDITION,
    examples="""
        protection_plan | protection_visit | born | as_at || status
        2025-03-03 | 2025-03-17 [is_seen=yes] | 2015-06-01 | 2025-03-20 || met; due
        2025-03-03 | 2025-03-18 [is_seen=yes] | 2015-06-01 | 2025-03-20 || late; due
        2025-03-03 | 2025-03-10 [is_seen=no] | 2015-06-01 | 2025-03-18 || overdue  # nobody in
        2025-03-03 | 2025-03-10 | 2015-06-01 | 2025-03-18 || overdue  # not said
        2025-03-03 | 2025-03-14 [is_seen=yes] ; 2025-04-09 [is_seen=yes] | 2015-06-01 | 2025-04-10 || met; late; due
        2025-04-07 | 2025-04-23 [is_seen=yes] | 2015-06-01 | 2025-04-24 || met; due  # over Easter
        2025-03-03 - 2025-03-10 |  | 2015-06-01 | 2025-06-01 || ceased
        2025-03-03 |  | 2025-03-24 | 2025-04-07 || due  # counted from birth
        2025-03-03 |  |  | 2025-06-01 || -  # not yet born
    """,
)  # fmt: skip

seen_alone = Standard(
    "protection-seen-alone", "A child of four or over on a protection plan is seen alone at least every four weeks.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["CP-06"],
    cites=f"{WORKING_TOGETHER}; the number is of the kind Southwark publishes; Ofsted's inspections of Torbay 2018, "
    "recommendation 2, and Gloucestershire 2017, paragraph 38",
    since=NOT_VERIFIED,
    rule=every(
        weeks(4, force=LOCAL), during=protection_plan & reached(4),
        expect=protection_visit.where(is_alone=True).called(
            "a child protection visit at which the child was seen alone", "The child was seen alone at a child protection visit"
        ),
    ),
    lifted_by=(
        protection_visit.where(is_reason_given=True).called("a visit with a recorded reason for not being alone"),
    ),
    note="From the fourth birthday: our choice, the age below which the national return on looked-after children "
    "expects no view of the child's own. Younger children are seen awake. A recorded reason (the child refused) "
    "lifts the interval it falls in, until the child is next seen alone. " + EDITION,
    examples="""
        protection_plan         | protection_visit                              | born       | as_at      || status
        2025-03-03              | 2025-03-31 [is_alone=yes]                     | 2015-06-01 | 2025-04-10 || met; due
        2025-03-03              | 2025-04-01 [is_alone=yes]                     | 2015-06-01 | 2025-04-10 || late; due
        2025-03-03              | 2025-03-14 [is_seen=yes, is_alone=no]         | 2015-06-01 | 2025-04-01 || overdue
        2025-03-03              |                                               | 2015-06-01 | 2025-03-31 || due
        # lifted
        2025-03-03              | 2025-03-14 [is_alone=no, is_reason_given=yes] | 2015-06-01 | 2025-04-10 || ceased
        2025-03-03 - 2025-03-20 |                                               | 2015-06-01 | 2025-06-01 || ceased
        # a baby
        2025-03-03              | 2025-03-14 [is_seen=yes, is_alone=no]         | 2024-06-01 | 2025-06-01 || -
    """,
)  # fmt: skip

bedroom = Standard(
    "protection-bedroom-seen", "The bedroom of a child on a protection plan is seen at least every eight weeks.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["CP-07"],
    cites="A local standard of the kind Southwark and Central Bedfordshire publish (alternate visits)",
    since=NOT_VERIFIED,
    rule=every(
        weeks(8, force=LOCAL), during=born_and_on_a_plan,
        expect=protection_visit.where(is_bedroom_seen=True).called(
            "a visit at which the bedroom was seen", "The child's bedroom was seen at a visit"
        ),
    ),
    examples="""
        protection_plan         | protection_visit                 | born       | as_at      || status
        2025-03-03              | 2025-04-28 [is_bedroom_seen=yes] | 2015-06-01 | 2025-05-31 || met; due
        2025-03-03              | 2025-04-29 [is_bedroom_seen=yes] | 2015-06-01 | 2025-05-31 || late; due
        2025-03-03              | 2025-04-28 [is_bedroom_seen=no]  | 2015-06-01 | 2025-05-31 || overdue
        2025-03-03              |                                  | 2015-06-01 | 2025-04-28 || due
        2025-03-03 - 2025-04-01 |                                  | 2015-06-01 | 2025-05-31 || ceased
        # not yet born
        2025-03-03              |                                  |            | 2025-05-31 || -
    """,
)  # fmt: skip

failed_visits = Standard(
    "protection-visits-failed", "Two visits at which the child was not seen go to a manager by the next day.",
    area=CHILD_PROTECTION, responsible=TEAM_MANAGER, severity=CRITICAL, reference=["CP-08"],
    cites="Ofsted's inspection of Torbay 2018, paragraph 89 (supervision did not challenge missed visits)",
    since=NOT_VERIFIED,
    rule=within(
        days(1, force=DEFAULT),
        of=protection_visit.where(is_seen=False).repeated(2, within=working_days(10, force=DEFAULT)).called(
            "a second visit at which the child was not seen",
            "A second visit was made at which the child was not seen",
        ) & protection_plan,
        expect=decision_about("visits", "threshold", "section47", "court", "shortfall").called(
            "a manager's decision after two visits without seeing the child"
        ),
    ),
    note="Two within ten working days; a visit in between at which the child was seen is not looked at. It runs at "
    "weekends: a child nobody has seen does not wait for Monday. " + WHAT_IT_IS_ABOUT,
    examples="""
        protection_plan | protection_visit | management_decision | as_at || status
        2025-01-06 | 2025-03-03 [is_seen=no] ; 2025-03-07 [is_seen=no] | 2025-03-08 [about=visits] | 2025-03-31 || met
        2025-01-06 | 2025-03-03 [is_seen=no] ; 2025-03-07 [is_seen=no] | 2025-03-08 | 2025-03-31 || met  # not said about what
        # about something else
        2025-01-06 | 2025-03-03 [is_seen=no] ; 2025-03-07 [is_seen=no] | 2025-03-08 [about=assessment] | 2025-03-31 || overdue
        # before the second visit failed
        2025-01-06 | 2025-03-03 [is_seen=no] ; 2025-03-07 [is_seen=no] | 2025-03-06 [about=visits] | 2025-03-31 || overdue
        2025-01-06 | 2025-03-03 [is_seen=no] ; 2025-03-07 [is_seen=no] | 2025-03-10 | 2025-03-31 || late
        2025-01-06 | 2025-03-03 [is_seen=no] ; 2025-03-07 [is_seen=no] |  | 2025-03-08 || due
        2025-01-06 | 2025-03-03 [is_seen=no] ; 2025-03-07 [is_seen=no] |  | 2025-03-31 || overdue
        2025-01-06 - 2025-03-08 | 2025-03-03 [is_seen=no] ; 2025-03-07 [is_seen=no] |  | 2025-03-31 || ceased
        2025-01-06 | 2025-03-03 [is_seen=no] ; 2025-03-19 [is_seen=no] |  | 2025-03-31 || -  # too far apart
        2025-01-06 | 2025-03-03 [is_seen=no] ; 2025-03-07 [is_seen=yes] |  | 2025-03-31 || -
    """,
)  # fmt: skip

legal_advice = Standard(
    "protection-plan-legal-gateway", "A protection plan that runs for nine months is taken to a legal gateway meeting.",
    area=CHILD_PROTECTION, responsible=TEAM_MANAGER, severity=HIGH, reference=["CP-09"],
    cites="Ofsted's inspections of Gloucestershire 2017, paragraph 35, and Torbay 2018, paragraph 19",
    since=NOT_VERIFIED,
    rule=within(
        months(9, force=DEFAULT), of=protection_plan,
        expect=legal_gateway.called("a legal gateway meeting about a plan of nine months"),
    ),
    note="Whether to go to court is the meeting's to say; that somebody asked is what is owed. Plans of 15 and of 24 "
    "months raise a question of their own.",
    examples="""
        protection_plan         | legal_gateway | as_at      || status  | due_on
        2024-03-04              | 2024-12-04    | 2025-03-31 || met     | 2024-12-04
        2024-03-04              | 2024-12-05    | 2025-03-31 || late    |
        2024-03-04              |               | 2024-12-04 || due     |
        2024-03-04              |               | 2025-03-31 || overdue |
        2024-03-04 - 2024-11-20 |               | 2025-03-31 || ceased  |             # ended first
                                | 2024-12-04    | 2025-03-31 || -       |             # no plan
    """,
)  # fmt: skip

shared_first = conference_report_shared.called(
    "the conference report shared with the parents, or a reason for withholding it,"
)

report_initial = Standard(
    "initial-conference-report", "Parents see the report before an initial conference, or why not is recorded.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["CP-13"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 36",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=initial_conference, expect=shared_first,
        look_back=working_days(15, force=DEFAULT),
    ),
    note="Withheld with a reason keeps it just as well. A report is never sent by a clock: not to someone who may "
    "have harmed the child or a parent, and never with a protected address.",
    examples="""
        initial_conference | conference_report_shared | as_at      || status
        2025-03-24         | 2025-03-20               | 2025-03-31 || met
        2025-03-24         | 2025-03-24               | 2025-03-31 || met      # that morning
        2025-03-24         | 2025-03-25               | 2025-03-31 || late     # afterwards
        2025-03-24         |                          | 2025-03-24 || due
        2025-03-24         |                          | 2025-03-31 || overdue
                           | 2025-03-20               | 2025-03-31 || -        # no conference
    """,
)  # fmt: skip

report_review = Standard(
    "review-conference-report", "Parents see the report before a review conference, or why not is recorded.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["CP-13"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 36",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=review_conference, expect=shared_first,
        look_back=working_days(20, force=DEFAULT),
    ),
    note="As for the initial conference: withheld with a reason keeps it just as well, and nothing is sent by a "
    "clock.",
    examples="""
        review_conference | conference_report_shared | as_at      || status
        2025-03-24        | 2025-03-10               | 2025-03-31 || met
        2025-03-24        | 2025-03-25               | 2025-03-31 || late
        2025-03-24        | 2025-02-21               | 2025-03-31 || overdue  # for another conference
        2025-03-24        |                          | 2025-03-24 || due
        2025-03-24        |                          | 2025-03-31 || overdue
                          | 2025-03-20               | 2025-03-31 || -        # no conference
    """,
)  # fmt: skip

review_quorate = Standard(
    "review-conference-quorate", "Enough agencies take part in every review conference for it to be quorate.",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=MEDIUM, reference=["CP-13"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 36",
    since=NOT_VERIFIED,
    rule=never(
        review_conference.where(is_quorate=False).called(
            "a review conference that was not quorate", "A review conference was held that was not quorate"
        ),
        force=DEFAULT,
    ),
    note="Only where the record says that it was not quorate.",
    examples="""
        review_conference                                       | as_at      || status           | opened_on
        2025-03-24 [is_quorate=no]                              | 2025-03-31 || not_met          | 2025-03-24
        2024-09-24 [is_quorate=no] ; 2025-03-24 [is_quorate=no] | 2025-03-31 || not_met; not_met |
        2025-03-24 [is_quorate=yes]                             | 2025-03-31 || -                |
        # not said
        2025-03-24                                              | 2025-03-31 || -                |
    """,
)  # fmt: skip

participation = Standard(
    "review-conference-participation", "How the child took part in a review conference is recorded.",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=MEDIUM, reference=["CP-14"],
    cites=f"{WORKING_TOGETHER}; Ofsted's inspection of Gloucestershire 2017, paragraph 31",
    since=NOT_VERIFIED,
    rule=never(
        (review_conference.where(participation=unknown) & reached(4)).called(
            "a review conference without a record of how the child took part",
            "A review conference was held without a record of how the child took part",
        ),
        force=GUIDANCE,
    ),
    note="From the fourth birthday, as in the national return on looked-after children. That the child stayed away "
    "is a record too. " + EDITION,
    examples="""
        review_conference                           | born       | as_at      || status  | opened_on
        2025-03-24                                  | 2015-06-01 | 2025-03-31 || not_met | 2025-03-24
        2024-09-24 [participation=PN1] ; 2025-03-24 | 2015-06-01 | 2025-03-31 || not_met | 2025-03-24
        2025-03-24 [participation=PN7]              | 2015-06-01 | 2025-03-31 || -       |             # recorded
        2025-03-24                                  | 2024-06-01 | 2025-03-31 || -       |             # a baby
    """,
)  # fmt: skip

chair_between = Standard(
    "chair-check", "The conference chair checks on the plan at least every six weeks.",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=MEDIUM, reference=["CP-15"],
    cites="Ofsted's inspections of Torbay 2018, paragraph 25 and recommendation 1, and Gloucestershire 2017, "
    "paragraph 33",
    since=NOT_VERIFIED,
    rule=every(weeks(6, force=DEFAULT), during=protection_plan, expect=chair_check),
    examples="""
        protection_plan         | chair_check | as_at      || status       | due_on
        2025-03-03              | 2025-04-14  | 2025-05-31 || met; overdue | 2025-04-14; 2025-05-26
        2025-03-03              | 2025-04-15  | 2025-05-20 || late; due    |
        2025-03-03              |             | 2025-04-14 || due          |
        2025-03-03              |             | 2025-04-15 || overdue      |
        2025-03-03 - 2025-04-01 |             | 2025-05-31 || ceased       |
                                | 2025-04-14  | 2025-05-31 || -            |                         # no plan
    """,
)  # fmt: skip

neglect_measured = Standard(
    "neglect-tool", "A plan for neglect rests on an assessment with a neglect tool, within 20 working days.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CP-16"],
    cites="Ofsted's inspection of Torbay 2018 (chronic neglect not recognised)",
    since=NOT_VERIFIED,
    rule=within(
        working_days(20, force=DEFAULT), of=for_neglect, expect=neglect_tool, look_back=months(3, force=DEFAULT),
    ),
    note="One done in the three months before the plan counts. The record keeps the day the plan began, not the day "
    "its category became neglect.",
    examples="""
        protection_plan                               | neglect_tool | as_at      || status
        2025-03-03 [latest_category=NEG]              | 2025-03-31   | 2025-04-30 || met      # day 20
        2025-03-03 [latest_category=NEG]              | 2025-01-15   | 2025-04-30 || met      # before the conference
        2025-03-03 [latest_category=NEG]              | 2025-04-01   | 2025-04-30 || late
        2025-03-03 [latest_category=NEG]              |              | 2025-03-31 || due
        2025-03-03 [latest_category=NEG]              |              | 2025-04-30 || overdue
        2025-03-03 - 2025-03-20 [latest_category=NEG] |              | 2025-04-30 || ceased
        2025-03-03 [latest_category=EMO]              |              | 2025-04-30 || -
    """,
)  # fmt: skip

neglect_measured_again = Standard(
    "neglect-tool-repeated", "While a plan for neglect runs, the assessment with a neglect tool is repeated every six months.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CP-16"],
    cites="Ofsted's inspection of Torbay 2018 (chronic neglect not recognised)",
    since=NOT_VERIFIED,
    rule=every(months(6, force=DEFAULT), during=for_neglect, expect=neglect_tool, from_=neglect_tool.nth(1)),
    note="So that each review conference has a fresh one.",
    examples="""
        protection_plan                               | neglect_tool            | as_at      || status
        2024-03-04 [latest_category=NEG]              | 2024-03-20 ; 2024-09-20 | 2025-01-31 || met; due
        2024-03-04 [latest_category=NEG]              | 2024-03-20 ; 2024-09-21 | 2025-01-31 || late; due
        2024-03-04 [latest_category=NEG]              | 2024-03-20              | 2025-01-31 || overdue
        2024-03-04 - 2024-08-01 [latest_category=NEG] | 2024-03-20              | 2025-01-31 || ceased
        2024-03-04 [latest_category=PHY]              | 2024-03-20              | 2025-01-31 || -
    """,
)  # fmt: skip
