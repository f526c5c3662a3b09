"""Leaving care: the assessment, the pathway plan, the personal adviser, touch, and somewhere to live."""

from goldenthread.standards.catalogue.sources import (
    CARE_LEAVERS,
    CARE_PLANNING,
    LEAVING_CARE_GUIDANCE,
    LOOKED_AFTER_RETURN,
)
from goldenthread.standards.catalogue.words import (
    LEAVING_CARE,
    PERSONAL_ADVISER,
    SERVICE_MANAGER,
    SOCIAL_WORKER,
    TEAM_MANAGER,
)
from goldenthread.standards.language import (
    CRITICAL,
    DEFAULT,
    GUIDANCE,
    HIGH,
    LAW,
    LOCAL,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    always,
    days,
    every,
    months,
    never,
    none_of,
    one_of,
    reached,
    unknown,
    weeks,
    within,
    working_days,
    years,
)
from goldenthread.standards.vocabulary import (
    accommodation,
    adviser_visit,
    care_leaver,
    care_leaver_contact,
    leaving_care_assessment,
    looked_after,
    pathway_plan,
    personal_adviser,
    post_eighteen_plan,
    short_break,
)

reviewed = pathway_plan.called("a review of the pathway plan")
SETTLED = care_leaver.where(in_touch=one_of("DIED", "RHOM")).called("the young person's death, or return to live with parents")

eligible_assessed = Standard(
    "leaving-care-eligible-assessed",
    "A young person's needs on leaving care are assessed within three months of becoming an eligible child at 16.",
    area=LEAVING_CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["LC-01"],
    cites=f"{CARE_PLANNING}, reg 42(1)", since="2011-04-01",
    rule=within(
        months(3, force=LAW),
        of=care_leaver.where(category="eligible").called("being an eligible child", "The young person became an eligible child"),
        expect=leaving_care_assessment,
    ),
    lifted_by=(short_break,),
    note="Eligible: looked after for 13 weeks since the age of 14, and on or after the 16th birthday. A child in a "
    "series of short breaks is not (reg 40(2)).",
    examples="""
        care_leaver                      | leaving_care_assessment | short_break | as_at      || status  | due_on
        2025-01-06 [category=eligible]   | 2025-04-06              |             | 2025-06-01 || met     | 2025-04-06
        2025-01-06 [category=eligible]   | 2025-04-07              |             | 2025-06-01 || late    | 2025-04-06
        2025-01-06 [category=eligible]   |                         |             | 2025-04-06 || due     | 2025-04-06
        2025-01-06 [category=eligible]   |                         |             | 2025-06-01 || overdue | 2025-04-06
        2025-01-06 - 2025-03-03 [category=eligible] |  |  | 2025-06-01 || ceased | 2025-04-06
        2025-01-06 [category=eligible]   |                         | 2025-01-06  | 2025-06-01 || ceased  | 2025-04-06
        2025-01-06 [category=qualifying] |                         |             | 2025-06-01 || -       |
    """,
)  # fmt: skip

plan_at_sixteen = Standard(
    "pathway-plan-at-sixteen",
    "A young person looked after at 16 or over has a pathway plan within six months.",
    area=LEAVING_CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["LC-01"],
    cites=f"{CARE_PLANNING}, reg 42", since="2011-04-01",
    rule=within(
        months(6, force=DEFAULT), of=(looked_after & reached(16, before=18)).called(
            "being looked after at 16 or 17", "The young person reached 16 while looked after, or came into care at 16 or 17"
        ),
        expect=pathway_plan,
        look_back=years(1, force=DEFAULT),
    ),
    lifted_by=(short_break,),
    note="The law gives three months for the assessment and asks for the plan as soon as possible after it. Six months "
    "from the 16th birthday, or from coming into care later, allow 13 weeks to become eligible and then those three "
    "months, so nobody is accused early. A plan made in the year before counts.",
    examples="""
        born       | looked_after            | pathway_plan | short_break | as_at      || status  | due_on
        # the last day of February
        2008-08-31 | 2022-01-10              | 2025-02-28   |             | 2025-06-01 || met     | 2025-02-28
        # before the birthday
        2008-08-31 | 2022-01-10              | 2024-06-03   |             | 2025-06-01 || met     | 2025-02-28
        2008-08-31 | 2022-01-10              | 2025-03-01   |             | 2025-06-01 || late    | 2025-02-28
        2008-08-31 | 2022-01-10              |              |             | 2025-02-28 || due     | 2025-02-28
        2008-08-31 | 2022-01-10              |              |             | 2025-06-01 || overdue | 2025-02-28
        # came into care at 16
        2008-03-03 | 2025-01-06              |              |             | 2025-06-01 || due     | 2025-07-06
        2008-08-31 | 2022-01-10 - 2025-01-06 |              |             | 2025-06-01 || ceased  | 2025-02-28
        # short breaks
        2008-08-31 | 2022-01-10              |              | 2022-01-10  | 2025-06-01 || ceased  | 2025-02-28
        2010-08-31 | 2022-01-10              |              |             | 2025-06-01 || -       |             # 14
    """,
)  # fmt: skip

relevant_assessed = Standard(
    "leaving-care-relevant-assessed",
    "A relevant child who has no pathway plan has an assessment of needs within three months.",
    area=LEAVING_CARE, responsible=PERSONAL_ADVISER, severity=MEDIUM, reference=["LC-02"],
    cites=f"{CARE_LEAVERS}, reg 5(2)", since="2011-04-01",
    rule=within(
        months(3, force=LAW),
        of=care_leaver.where(category="relevant").called("being a relevant child", "The young person became a relevant child"),
        expect=leaving_care_assessment, look_back=years(2, force=DEFAULT),
    ),
    note="An assessment made while the young person was an eligible child, up to two years before, counts: the duty is "
    "for those who come without one.",
    examples="""
        care_leaver                                 | leaving_care_assessment | as_at      || status  | due_on
        2025-01-06 [category=relevant]              | 2025-04-06              | 2025-06-01 || met     | 2025-04-06
        # assessed as an eligible child
        2025-01-06 [category=relevant]              | 2024-03-04              | 2025-06-01 || met     | 2025-04-06
        2025-01-06 [category=relevant]              | 2025-04-07              | 2025-06-01 || late    | 2025-04-06
        2025-01-06 [category=relevant]              |                         | 2025-06-01 || overdue | 2025-04-06
        2025-01-06 - 2025-03-03 [category=relevant] |                         | 2025-06-01 || ceased  | 2025-04-06
        2025-01-06 [category=former relevant]       |                         | 2025-06-01 || -       |
    """,
)  # fmt: skip

plan_reviewed = Standard(
    "pathway-plan-reviewed",
    "The pathway plan of a relevant or former relevant young person is reviewed every six months.",
    area=LEAVING_CARE, responsible=PERSONAL_ADVISER, severity=HIGH, reference=["LC-03"],
    cites=f"{CARE_LEAVERS}, reg 7(2)(c)", since="2011-04-01",
    rule=every(
        months(6, force=LAW), during=care_leaver.where(category=one_of("relevant", "former relevant")).called(
            "being a relevant or former relevant child", "The young person became a relevant or former relevant child"
        ),
        expect=reviewed,
    ),
    lifted_by=(SETTLED,),
    note="A review that the young person or the adviser asks for sooner is not judged. Where the category changes (at "
    "18) a source that begins a new period begins the six months again. Owed also to one who refuses touch: the plan "
    "can be reviewed without them.",
    examples="""
        care_leaver                                          | pathway_plan | as_at      || status  | due_on
        2025-01-06 [category=relevant] | 2025-07-06 | 2025-08-01 || met; due | 2025-07-06; 2026-01-06
        2025-01-06 [category=former relevant] | 2025-07-07 | 2025-08-01 || late; due | 2025-07-06; 2026-01-07
        2025-01-06 [category=former relevant] | 2025-01-20 | 2025-08-01 || met; overdue | 2025-07-06; 2025-07-20
        2025-01-06 - 2025-05-12 [category=former relevant]   |              | 2025-08-01 || ceased  | 2025-07-06
        2025-01-06 [category=former relevant, in_touch=RHOM] |              | 2025-08-01 || ceased  | 2025-07-06
        2025-01-06 [category=former relevant, in_touch=REFU] |              | 2025-08-01 || overdue | 2025-07-06
        2025-01-06 [category=qualifying]                     |              | 2025-08-01 || -       |
    """,
)  # fmt: skip

plan_after_move = Standard(
    "pathway-plan-after-accommodation",
    "Once a care leaver is given accommodation, the pathway plan is reviewed soon after 28 days.",
    area=LEAVING_CARE, responsible=PERSONAL_ADVISER, severity=MEDIUM, reference=["LC-04"],
    cites=f"{CARE_LEAVERS}, reg 7(3)(a) (as soon as is practicable after 28 days; the last day is ours); "
    f"{LEAVING_CARE_GUIDANCE}, paragraphs 4.13 to 4.15",
    since="2011-04-01",
    rule=within(
        days(42, force=DEFAULT, beginning_with=True), of=accommodation, expect=reviewed,
        not_before=days(28, force=LAW),
    ),
    note="The law: as soon as is practicable after the end of 28 days beginning on the day the accommodation is first "
    "provided. It names no last day; 14 days more are allowed by default. A review within the 28 days is too soon to "
    "be this one.",
    examples="""
        accommodation           | pathway_plan | as_at      || status  | due_on
        2025-03-03              | 2025-03-31   | 2025-06-01 || met     | 2025-04-13  # the first day after 28
        2025-03-03              | 2025-03-30   | 2025-06-01 || overdue | 2025-04-13  # the last of the 28
        2025-03-03              | 2025-04-13   | 2025-06-01 || met     | 2025-04-13  # day 42, with 3 March as day 1
        2025-03-03              | 2025-04-14   | 2025-06-01 || late    | 2025-04-13
        2025-03-03              |              | 2025-04-13 || due     | 2025-04-13
        2025-03-03              |              | 2025-06-01 || overdue | 2025-04-13
        2025-03-03 - 2025-03-20 |              | 2025-06-01 || ceased  | 2025-04-13
                                | 2025-03-31   | 2025-06-01 || -       |
    """,
)  # fmt: skip

plan_while_accommodated = Standard(
    "pathway-plan-while-accommodated",
    "After the first review in accommodation provided, a care leaver's pathway plan is reviewed every three months.",
    area=LEAVING_CARE, responsible=PERSONAL_ADVISER, severity=MEDIUM, reference=["LC-04"],
    cites=f"{CARE_LEAVERS}, reg 7(3)(b)", since="2011-04-01",
    rule=every(months(3, force=LAW), during=accommodation, expect=reviewed, from_=pathway_plan.nth(1)),
    note="Three months is the most; each review may set a shorter time, which no source holds.",
    examples="""
        accommodation           | pathway_plan           | as_at      || status    | due_on
        2025-01-06              | 2025-02-10; 2025-05-10 | 2025-06-01 || met; due  | 2025-05-10; 2025-08-10
        2025-01-06              | 2025-02-10; 2025-05-11 | 2025-06-01 || late; due | 2025-05-10; 2025-08-11
        2025-01-06              | 2025-02-10             | 2025-06-01 || overdue   | 2025-05-10
        2025-01-06 - 2025-04-07 | 2025-02-10             | 2025-06-01 || ceased    | 2025-05-10
        2025-01-06              |                        | 2025-06-01 || -         |  # the first is the shortfall
    """,
)  # fmt: skip

adviser_first_visit = Standard(
    "adviser-visit-first",
    "The personal adviser visits within seven days of the young person's moving into accommodation the authority provides.",
    area=LEAVING_CARE, responsible=PERSONAL_ADVISER, severity=MEDIUM, reference=["LC-05"],
    cites=f"{CARE_LEAVERS}, reg 8(2)(a); {LEAVING_CARE_GUIDANCE}, paragraph 3.39", since="2011-04-01",
    rule=within(days(7, force=LAW), of=accommodation, expect=adviser_visit),
    note="The visit before the 28-day review (reg 8(2)(b)) is not judged apart.",
    examples="""
        accommodation           | adviser_visit | as_at      || status  | due_on
        2025-04-14              | 2025-04-21    | 2025-06-01 || met     | 2025-04-21  # Easter Monday
        2025-04-14              | 2025-04-22    | 2025-06-01 || late    | 2025-04-21
        2025-04-14              |               | 2025-04-21 || due     | 2025-04-21
        2025-04-14              |               | 2025-06-01 || overdue | 2025-04-21
        2025-04-14 - 2025-04-18 |               | 2025-06-01 || ceased  | 2025-04-21
                                | 2025-04-21    | 2025-06-01 || -       |
    """,
)  # fmt: skip

adviser_visits = Standard(
    "adviser-visits-later", "After the first visit the personal adviser visits at least every two months.",
    area=LEAVING_CARE, responsible=PERSONAL_ADVISER, severity=MEDIUM, reference=["LC-05"],
    cites=f"{CARE_LEAVERS}, reg 8(2)(c)", since="2011-04-01",
    rule=every(months(2, force=LAW), during=accommodation, expect=adviser_visit, from_=adviser_visit.nth(1)),
    examples="""
        accommodation           | adviser_visit          | as_at      || status    | due_on
        2024-12-27              | 2024-12-31; 2025-02-28 | 2025-03-10 || met; due  | 2025-02-28; 2025-04-28
        2024-12-27              | 2024-12-31; 2025-03-01 | 2025-03-10 || late; due | 2025-02-28; 2025-05-01
        2024-12-27              | 2024-12-31             | 2025-03-10 || overdue   | 2025-02-28
        2024-12-27 - 2025-02-10 | 2024-12-31             | 2025-03-10 || ceased    | 2025-02-28
        2024-12-27              |                        | 2025-03-10 || -         |  # the first is the shortfall
    """,
)  # fmt: skip

adviser_appointed = Standard(
    "personal-adviser-appointed",
    "An eligible, relevant or former relevant young person has a personal adviser at all times.",
    area=LEAVING_CARE, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["LC-06"],
    cites=f"Children Act 1989, section 23C and Schedule 2, paragraph 19C; {LEAVING_CARE_GUIDANCE}", since=NOT_VERIFIED,
    rule=always(
        personal_adviser, during=care_leaver.where(category=one_of("eligible", "relevant", "former relevant")),
        grace=months(1, force=DEFAULT),
    ),
    lifted_by=(SETTLED,),
    note="The Act holds no number: a month is allowed for the first adviser, and between one and the next.",
    examples="""
        care_leaver                                 | personal_adviser | as_at      || status  | opened_on  | due_on
        2025-01-06 [category=eligible]              | 2024-12-02       | 2025-06-01 || met     | 2025-01-06 | 2025-01-06
        2025-01-06 [category=eligible]              | 2025-02-06       | 2025-06-01 || met     | 2025-01-06 | 2025-02-06
        2025-01-06 [category=eligible]              | 2025-02-07       | 2025-06-01 || not_met | 2025-01-06 | 2025-02-06
        2025-01-06 [category=relevant]              |                  | 2025-02-06 || due     | 2025-01-06 | 2025-02-06
        2025-01-06 [category=former relevant] | 2025-01-06 - 2025-04-07 | 2025-06-01 || not_met |  | 2025-05-07
        2025-01-06 - 2025-01-20 [category=relevant] |                  | 2025-06-01 || ceased  | 2025-01-06 | 2025-02-06
        2025-01-06 [category=former relevant, in_touch=DIED] |  | 2025-06-01 || ceased | 2025-01-06 | 2025-02-06
        2025-01-06 [category=qualifying]            |                  | 2025-06-01 || -       |            |
    """,
)  # fmt: skip

in_touch = Standard(
    "care-leaver-in-touch",
    "The authority is in contact with a former relevant young person of 18 to 20 every eight weeks.",
    area=LEAVING_CARE, responsible=PERSONAL_ADVISER, severity=MEDIUM, reference=["LC-07"],
    cites="Children Act 1989, section 23C(2) (reasonable steps to keep in touch, and to find touch again; no number)",
    since=NOT_VERIFIED,
    rule=every(
        weeks(8, force=LOCAL), during=care_leaver.where(category="former relevant").called(
            "being a former relevant child", "The young person became a former relevant child"
        ) & reached(18, before=21),
        expect=care_leaver_contact,
    ),
    lifted_by=(
        care_leaver.where(in_touch=one_of("REFU", "NREQ")).called("the young person's refusal, or having no need"),
        SETTLED,
    ),
    note="The Act asks for reasonable steps to keep in touch, and to find touch again where it is lost; it holds no "
    "number. From 21 to 24 it is owed on request, which no source holds.",
    examples="""
        born       | care_leaver                           | care_leaver_contact | as_at      || status    | due_on
        2006-06-01 | 2025-01-06 [category=former relevant] | 2025-03-03          | 2025-03-10 || met; due  |
        2006-06-01 | 2025-01-06 [category=former relevant] | 2025-03-04          | 2025-03-10 || late; due |
        2006-06-01 | 2025-01-06 [category=former relevant] |                     | 2025-03-10 || overdue   | 2025-03-03
        # 21 on 3 February
        2004-02-03 | 2025-01-06 [category=former relevant] |                     | 2025-03-10 || ceased    | 2025-03-03
        2006-06-01 | 2025-01-06 [category=former relevant, in_touch=REFU] |  | 2025-03-10 || ceased | 2025-03-03
        2006-06-01 | 2025-01-06 [category=former relevant, in_touch=NO] |  | 2025-03-10 || overdue | 2025-03-03
        2006-06-01 | 2025-01-06 [category=qualifying]      |                     | 2025-03-10 || -         |
        2000-06-01 | 2025-01-06 [category=former relevant] |                     | 2025-03-10 || -         |  # 24
    """,
)  # fmt: skip

bed_and_breakfast = Standard(
    "care-leaver-bed-and-breakfast", "A care leaver in bed and breakfast is moved within two working days.",
    area=LEAVING_CARE, responsible=SERVICE_MANAGER, severity=CRITICAL, reference=["LC-08"],
    cites=f"{LEAVING_CARE_GUIDANCE}, paragraph 7.12; {CARE_LEAVERS}, reg 9", since=NOT_VERIFIED,
    rule=within(
        working_days(2, force=GUIDANCE),
        of=accommodation.where(type="W").called("bed and breakfast", "The young person began to live in bed and breakfast"),
        expect=accommodation.where(type="W").ended.called("a move out of bed and breakfast"),
    ),
    note="Bed and breakfast is for emergencies only. Where to the young person moved is not judged here.",
    examples="""
        accommodation                    | as_at      || status  | due_on
        2025-04-17 - 2025-04-23 [type=W] | 2025-06-01 || met     | 2025-04-23  # over Easter
        2025-04-17 - 2025-04-24 [type=W] | 2025-06-01 || late    | 2025-04-23
        2025-04-17 [type=W]              | 2025-04-23 || due     | 2025-04-23
        2025-04-17 [type=W]              | 2025-06-01 || overdue | 2025-04-23
        2025-04-17 [type=E]              | 2025-06-01 || -       |             # supported lodgings
        2025-04-17                       | 2025-06-01 || -       |             # not known
    """,
)  # fmt: skip

activity_known = Standard(
    "care-leaver-activity-known",
    "Within three months it is known whether a former relevant young person is in education, training or work.",
    area=LEAVING_CARE, responsible=PERSONAL_ADVISER, severity=MEDIUM, kind="question", reference=["LC-09"],
    cites=f"{LOOKED_AFTER_RETURN}: ACTIV; Ofsted's inspection of Gloucestershire 2017, recommendation 14",
    since=NOT_VERIFIED,
    rule=never(
        (
            care_leaver.where(category="former relevant", activity=unknown, in_touch=none_of("DIED", "REFU", "RHOM"))
            & reached(18, before=22)
        ).after(months(3, force=DEFAULT)).called(
            "not knowing what the young person does by day",
            "It had not been on the record for three months whether the young person was in education, training or work",
        ),
        force=DEFAULT,
    ),
    note="Asked from 18 to 21, where the authority is in touch or says that it is not. Of one who is in no education, "
    "training or work the pathway plan should say what is done about it: that is for its reader to judge.",
    examples="""
        born       | care_leaver                                        | as_at      || status  | opened_on  | closed_on
        2007-01-06 | 2025-01-06 [category=former relevant, in_touch=YES] | 2025-06-01 || not_met | 2025-04-06 | -
        2007-01-06 | 2025-01-06 [category=former relevant, in_touch=NO] | 2025-06-01 || not_met | 2025-04-06 | -
        2007-01-06 | 2025-01-06 [category=former relevant, in_touch=YES] | 2025-04-05 || -      |            |
        2007-01-06 | 2025-01-06 [category=former relevant, in_touch=YES, activity=F2] | 2025-06-01 || - |       |
        # known to be doing nothing: that is known
        2007-01-06 | 2025-01-06 [category=former relevant, in_touch=YES, activity=G5] | 2025-06-01 || - |       |
        2007-01-06 | 2025-01-06 [category=former relevant, in_touch=REFU] | 2025-06-01 || -     |            |
        2008-01-06 | 2025-01-06 [category=relevant, in_touch=YES] | 2025-06-01 || -             |            |
        2002-01-06 | 2025-01-06 [category=former relevant, in_touch=YES] | 2025-06-01 || -      |            |  # 23
    """,
)  # fmt: skip

plan_after_eighteen = Standard(
    "plan-after-eighteen", "A young person looked after at 17 has a plan for life after 18.",
    area=LEAVING_CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["LC-10"],
    cites=f"{CARE_LEAVERS}, Schedule 1; {LEAVING_CARE_GUIDANCE}", since=NOT_VERIFIED,
    rule=within(
        months(3, force=DEFAULT), of=(looked_after & reached(17, before=18)).called(
            "being looked after at 17", "The young person reached 17 while looked after, or came into care at 17"
        ),
        expect=post_eighteen_plan,
        look_back=years(2, force=DEFAULT),
    ),
    lifted_by=(short_break,),
    note="No number: three months from the 17th birthday, or from coming into care at 17; a plan of the two years "
    "before counts. Whether it covers home, work or study, money and health is for its reader to judge.",
    examples="""
        born       | looked_after            | post_eighteen_plan | short_break | as_at      || status  | due_on
        2008-01-06 | 2022-01-10              | 2025-04-06         |             | 2025-06-01 || met     | 2025-04-06
        # made at 16
        2008-01-06 | 2022-01-10              | 2024-03-04         |             | 2025-06-01 || met     | 2025-04-06
        # made at fifteen and a half, as the reviews ask from then
        2008-01-06 | 2022-01-10              | 2023-07-10         |             | 2025-06-01 || met     | 2025-04-06
        # made at fourteen
        2008-01-06 | 2022-01-10              | 2022-11-07         |             | 2025-06-01 || overdue | 2025-04-06
        2008-01-06 | 2022-01-10              | 2025-04-07         |             | 2025-06-01 || late    | 2025-04-06
        2008-01-06 | 2022-01-10              |                    |             | 2025-04-06 || due     | 2025-04-06
        2008-01-06 | 2022-01-10              |                    |             | 2025-06-01 || overdue | 2025-04-06
        2008-01-06 | 2022-01-10 - 2025-03-03 |                    |             | 2025-06-01 || ceased  | 2025-04-06
        2008-01-06 | 2022-01-10              |                    | 2022-01-10  | 2025-06-01 || ceased  | 2025-04-06
        2008-07-06 | 2022-01-10              |                    |             | 2025-06-01 || -       |  # 16
    """,
)  # fmt: skip
