"""Education: the personal education plan, attendance, suspension and exclusion, and children on no school's roll.

Limits in school days or terms are not judged: no source holds a calendar of terms.
"""

from goldenthread.standards.catalogue.words import EDUCATION, SOCIAL_WORKER, VIRTUAL_SCHOOL
from goldenthread.standards.language import (
    DEFAULT,
    GUIDANCE,
    HIGH,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    at_least,
    months,
    reached,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    attendance_action,
    education_plan,
    exclusion,
    looked_after,
    low_attendance,
    missing_education_referral,
    off_roll,
    short_break,
)

plan_begun = Standard(
    "education-plan-begun",
    "A child who becomes looked after has a personal education plan begun within 10 working days.",
    area=EDUCATION, responsible=VIRTUAL_SCHOOL, severity=HIGH, reference=["ED-01"],
    cites="The designated teacher for looked-after and previously looked-after children (statutory guidance, DfE, 2018), "
    "paragraph 18",
    since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=GUIDANCE), of=looked_after & reached(3, before=18), expect=education_plan,
        look_back=months(6, force=DEFAULT),
    ),
    lifted_by=(short_break,),
    note="Owed from early years to 18. Early years are taken to begin at three, when schooling is open to every child; "
    "a child already looked after is owed a plan from the third birthday. A plan of the six months before counts.",
    examples="""
        born       | looked_after            | education_plan | short_break | as_at      || status  | due_on
        # Good Friday and Easter Monday between
        2014-06-01 | 2025-04-14              | 2025-04-30     |             | 2025-06-01 || met     | 2025-04-30
        2014-06-01 | 2025-04-14              | 2025-05-01     |             | 2025-06-01 || late    | 2025-04-30
        # from an earlier time in care
        2014-06-01 | 2025-04-14              | 2025-01-20     |             | 2025-06-01 || met     | 2025-04-30
        2014-06-01 | 2025-04-14              |                |             | 2025-04-30 || due     | 2025-04-30
        2014-06-01 | 2025-04-14              |                |             | 2025-06-01 || overdue | 2025-04-30
        # three on 14 April 2025
        2022-04-14 | 2024-01-08              |                |             | 2025-06-01 || overdue | 2025-04-30
        2014-06-01 | 2025-04-14 - 2025-04-28 |                |             | 2025-06-01 || ceased  | 2025-04-30
        # short breaks
        2014-06-01 | 2025-04-14              |                | 2025-04-14  | 2025-06-01 || ceased  | 2025-04-30
        2023-06-01 | 2025-04-14              |                |             | 2025-06-01 || -       |  # a toddler
    """,
)  # fmt: skip

attendance_acted_on = Standard(
    "attendance-acted-on", "Attendance below 90 per cent is acted on within 20 working days.",
    area=EDUCATION, responsible=SOCIAL_WORKER, severity=HIGH, reference=["ED-05"],
    cites="Working together to improve school attendance (DfE): absence of 10 per cent or more", since=NOT_VERIFIED,
    rule=within(working_days(20, force=DEFAULT), of=low_attendance, expect=attendance_action),
    note="The 90 per cent is the national definition; the 20 working days are a default. The looked-after child's "
    "action may be the virtual school's: either counts.",
    examples="""
        low_attendance          | attendance_action | as_at      || status  | due_on
        2025-03-03 [percent=84] | 2025-03-31        | 2025-06-01 || met     | 2025-03-31
        2025-03-03 [percent=84] | 2025-04-01        | 2025-06-01 || late    | 2025-03-31
        2025-03-03 [percent=41] |                   | 2025-03-31 || due     | 2025-03-31
        2025-03-03 [percent=41] |                   | 2025-06-01 || overdue | 2025-03-31
                                | 2025-03-31        | 2025-06-01 || -       |
    """,
)  # fmt: skip

reviewed = education_plan.called("a review of the personal education plan")

RESPONSE = (
    "The response is taken to be a personal education plan made or reviewed, so only looked-after children are judged. "
    "Suspensions are not added up over a year."
)

permanent_exclusion = Standard(
    "permanent-exclusion-answered",
    "Where a looked-after child is permanently excluded, the education plan is reviewed within 10 working days.",
    area=EDUCATION, responsible=VIRTUAL_SCHOOL, severity=MEDIUM, reference=["ED-06"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 62", since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=DEFAULT),
        of=exclusion.where(kind="permanent").called(
            "a permanent exclusion", "The child was permanently excluded from school"
        )
        & looked_after,
        expect=reviewed,
    ),
    note=RESPONSE,
    examples="""
        looked_after            | exclusion                    | education_plan | as_at      || status  | due_on
        2024-01-08              | 2025-03-03 [kind=permanent]  | 2025-03-17     | 2025-06-01 || met     | 2025-03-17
        2024-01-08              | 2025-03-03 [kind=permanent]  | 2025-03-18     | 2025-06-01 || late    | 2025-03-17
        2024-01-08              | 2025-03-03 [kind=permanent]  |                | 2025-06-01 || overdue | 2025-03-17
        2024-01-08 - 2025-03-10 | 2025-03-03 [kind=permanent]  |                | 2025-06-01 || ceased  | 2025-03-17
        2024-01-08              | 2025-03-03 [kind=suspension] |                | 2025-06-01 || -       |
        # not looked after
                                | 2025-03-03 [kind=permanent]  |                | 2025-06-01 || -       |
    """,
)  # fmt: skip

long_suspension = Standard(
    "long-suspension-answered",
    "Where a looked-after child is suspended for five days or more, the education plan is reviewed in 10 working days.",
    area=EDUCATION, responsible=VIRTUAL_SCHOOL, severity=MEDIUM, reference=["ED-06"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 62", since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=DEFAULT),
        of=exclusion.where(kind="suspension", days=at_least(5)).called(
            "a suspension of five days or more", "The child was suspended from school for five days or more"
        )
        & looked_after,
        expect=reviewed,
    ),
    note=RESPONSE,
    examples="""
        looked_after | exclusion                             | education_plan | as_at      || status  | due_on
        2024-01-08   | 2025-03-03 [kind=suspension, days=5]  | 2025-03-17     | 2025-06-01 || met     | 2025-03-17
        2024-01-08   | 2025-03-03 [kind=suspension, days=10] | 2025-03-18     | 2025-06-01 || late    | 2025-03-17
        2024-01-08   | 2025-03-03 [kind=suspension, days=5]  |                | 2025-06-01 || overdue | 2025-03-17
        2024-01-08   | 2025-03-03 [kind=suspension, days=4]  |                | 2025-06-01 || -       |
        # how long is not known
        2024-01-08   | 2025-03-03 [kind=suspension]          |                | 2025-06-01 || -       |
        # not looked after
                     | 2025-03-03 [kind=suspension, days=5]  |                | 2025-06-01 || -       |
        2024-01-08 - 2025-03-10 | 2025-03-03 [kind=suspension, days=5] |  | 2025-06-01 || ceased | 2025-03-17
    """,
)  # fmt: skip

referred_off_roll = Standard(
    "off-roll-referred", "A child on no school's roll is referred as missing education within one working day.",
    area=EDUCATION, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["ED-07"],
    cites="Education Act 1996, section 436A; Children missing education (DfE guidance, August 2024)", since=NOT_VERIFIED,
    rule=within(working_days(1, force=DEFAULT), of=off_roll, expect=missing_education_referral),
    note="The Act is a duty to make arrangements, so far as it is possible, and holds no number: one working day is a "
    "default. A child educated at home is not on a roll and need not be missing education: ask before acting.",
    examples="""
        off_roll                | missing_education_referral | as_at      || status  | due_on
        # Good Friday and Easter Monday between
        2024-03-28              | 2024-04-02                 | 2024-06-03 || met     | 2024-04-02
        2024-03-28              | 2024-04-03                 | 2024-06-03 || late    | 2024-04-02
        2024-03-28              |                            | 2024-06-03 || overdue | 2024-04-02
        2024-03-28 - 2024-04-02 |                            | 2024-06-03 || ceased  | 2024-04-02  # on a roll again
                                | 2024-04-02                 | 2024-06-03 || -       |
    """,
)  # fmt: skip
