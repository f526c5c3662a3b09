"""Visits to looked-after children: regulation 28(2) and (3A), what is owed in any placement, and regulations 29 and 30.

Regulations 28(3) to (5) put other intervals in place of these: care_visits_at_home.py. A visit is owed, and counts,
whether or not the child was seen; seeing the child alone is a matter of its own.
"""

from goldenthread.standards.catalogue.placement_types import (
    FOR_ADOPTION,
    LONG_TERM_FOSTERING,
    RUN_BY_OTHERS,
    TEMPORARY,
    WITH_PARENT,
    arranged_placement,
)
from goldenthread.standards.catalogue.sources import CARE_PLANNING
from goldenthread.standards.catalogue.words import CARE, IRO_SERVICE, SOCIAL_WORKER
from goldenthread.standards.language import (
    CRITICAL,
    DEFAULT,
    GUIDANCE,
    HIGH,
    LAW,
    Standard,
    every,
    months,
    never,
    none_of,
    one_of,
    weeks,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    care_visit,
    placed_for_adoption,
    placement,
    review,
    short_break,
    temporary_approval,
)

ORDINARY = (
    "Judged for a placement whose type is known. Temporary moves (T0 to T4) are no new placement; placements with "
    "a parent (P1) and for adoption (A3 to A6) have visits of their own. From 24 April 2020 to 31 March 2021 a visit "
    "could be made by telephone or video (SI 2020/445, SI 2020/909); the data do not tell the two apart."
)
RUN_BY_OTHERS_TOO = (
    " Where a child in the authority's care is in hospital (R2) or custody (R5), and another person is responsible for how the "
    "child lives, reg 28(6) has intervals of its own. They have not been read, so such a child is not told apart: nobody is to "
    "be unseen for that."
)
LIVING_ELSEWHERE = " (in hospital or custody reg 28(6), not read here)"
SIX_WEEKS_UNLESS = (
    "Six weeks is the rule, and three months holds only where the placement is intended to last until 18: what the "
    "data leave open is judged at six weeks, except long-term foster placements (U1, U4), which by definition last "
    "until the child ceases to be looked after. Hospital (R2) and custody (R5), where another person arranges how the "
    "child lives (reg 28(6)), are not judged after the first year."
)

first_visit = Standard(
    "care-visit-first-week", "A looked-after child is visited within a week of the start of any placement.",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-03"],
    cites=f"{CARE_PLANNING}, reg 28(2)(a){LIVING_ELSEWHERE}", since="2011-04-01",
    rule=within(weeks(1, force=LAW), of=arranged_placement, expect=care_visit),
    lifted_by=(temporary_approval, placed_for_adoption, short_break),
    note=ORDINARY + " A visit on the day of the placement counts. With a connected person temporarily approved the "
    "weekly visits of reg 28(4) stand in its place." + RUN_BY_OTHERS_TOO,
    examples="""
        placement            | care_visit | temporary_approval | short_break | as_at      || status  | due_on
        # day 7
        2025-03-03 [type=U6] | 2025-03-10 |                    |             | 2025-04-01 || met     | 2025-03-10
        # the day itself
        2025-03-03 [type=K2] | 2025-03-03 |                    |             | 2025-04-01 || met     | 2025-03-10
        # Good Friday extends nothing
        2025-04-11 [type=U6] | 2025-04-19 |                    |             | 2025-05-01 || late    | 2025-04-18
        # in hospital, in custody: not told apart
        2025-03-03 [type=R2] |            |                    |             | 2025-03-15 || overdue | 2025-03-10
        2025-03-03 [type=R5] | 2025-03-10 |                    |             | 2025-04-01 || met     | 2025-03-10
        # before the placement: not of it
        2025-03-03 [type=U6] | 2025-02-28 |                    |             | 2025-03-10 || due     | 2025-03-10
        2025-03-03 [type=U6] |            |                    |             | 2025-03-15 || overdue | 2025-03-10
        2025-03-03 - 2025-03-08 [type=U6] |  |  |  | 2025-04-01 || ceased | 2025-03-10  # moved first
        # a temporary move
        2025-03-03 [type=T3] |            |                    |             | 2025-04-01 || -       |
        # with a parent: reg 28(3) to (5)
        2025-03-03 [type=P1] |            |                    |             | 2025-04-01 || -       |
        # placed for adoption
        2025-03-03 [type=A6] |            |                    |             | 2025-04-01 || -       |
        2025-03-03           |            |                    |             | 2025-04-01 || -       |  # type not known
        # reg 24: weekly visits instead
        2025-03-03 [type=U3] |            | 2025-03-03         |             | 2025-04-01 || ceased  | 2025-03-10
        # short breaks (reg 48)
        2025-03-03 [type=U6] |            |                    | 2025-01-06  | 2025-04-01 || ceased  | 2025-03-10
        # each placement has its own week
        2025-03-03 - 2025-03-20 [type=U6]; 2025-03-20 [type=K2] | 2025-03-07 |  |  | 2025-03-28 || met; overdue |
    """,
)  # fmt: skip

visits_first_year = Standard(
    "care-visits-first-year",
    "In the first year of a placement a looked-after child is visited at least every six weeks.",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-04"],
    cites=f"{CARE_PLANNING}, reg 28(2)(b){LIVING_ELSEWHERE}", since="2011-04-01",
    rule=every(weeks(6, force=LAW), during=arranged_placement, expect=care_visit, until=months(12, force=LAW)),
    lifted_by=(placed_for_adoption, short_break),
    note=ORDINARY + " The interval runs from the last visit made, or from the start of the placement. It is judged "
    "beside the weekly and four-weekly visits of reg 28(4): who keeps those keeps this." + RUN_BY_OTHERS_TOO,
    examples="""
        placement                         | care_visit | placed_for_adoption | as_at      || status       | days_over
        # 42 days after 7 March is Good Friday, and that moves nothing
        2025-03-03 [type=U6] | 2025-03-07; 2025-04-18 |  | 2025-05-01 || met; met; due |
        2025-03-03 [type=U6] | 2025-03-07; 2025-04-19 |  | 2025-05-01 || met; late; due | 0; 1; 0
        2025-03-03 [type=U6]              | 2025-03-07 |                     | 2025-05-01 || met; overdue | 0; 13
        # ended on the due day
        2025-03-03 - 2025-04-18 [type=K2] | 2025-03-07 |                     | 2025-06-01 || met; ceased  |
        # a week after it: it counts
        2025-03-03 - 2025-04-25 [type=K2] | 2025-03-07 |                     | 2025-06-01 || met; overdue | 0; 7
        # the year ends on 15 January: the interval from 2 January is no longer of it
        2024-01-15 [type=U6] | 2025-01-02; 2025-02-10 |  | 2025-02-10 || late; ceased |
        # three weeks in hospital
        2025-03-03 - 2025-03-24 [type=T1] |            |                     | 2025-06-01 || -            |
        # with a parent
        2025-03-03 [type=P1]              |            |                     | 2025-06-01 || -            |
        # then placed for adoption
        2025-03-03 [type=U5]              | 2025-03-07 | 2025-04-10          | 2025-06-01 || met; ceased  |
    """,
)  # fmt: skip

visits_after_first_year = Standard(
    "care-visits-after-first-year",
    "After the first year of a placement not meant to last until 18 the child is visited at least every six weeks.",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-05"],
    cites=f"{CARE_PLANNING}, reg 28(2)(c)(ii)", since="2011-04-01",
    rule=every(
        weeks(6, force=LAW),
        during=placement.where(
            type=none_of(*TEMPORARY, *FOR_ADOPTION, WITH_PARENT, *LONG_TERM_FOSTERING, *RUN_BY_OTHERS)
        ),
        expect=care_visit, from_=months(12, force=LAW),
    ),
    lifted_by=(
        placement.where(is_to_eighteen=True).called("a placement intended to last until 18"),
        placed_for_adoption, short_break,
    ),
    note=f"{ORDINARY} {SIX_WEEKS_UNLESS}",
    examples="""
        placement                                | care_visit             | as_at      || status    | due_on
        # from the last visit of the first year
        2024-01-15 [type=U6] | 2025-01-10; 2025-02-21 | 2025-02-21 || met; due | 2025-02-21; 2025-04-04
        2024-01-15 [type=U6]                     | 2025-01-10; 2025-02-22 | 2025-03-01 || late; due |
        2024-01-15 [type=K2]                     | 2025-01-10             | 2025-03-01 || overdue   | 2025-02-21
        2024-01-15 [type=K2, is_to_eighteen=no]  | 2025-01-10             | 2025-02-21 || due       | 2025-02-21
        2024-01-15 - 2025-02-01 [type=U6]        | 2025-01-10             | 2025-03-01 || ceased    | 2025-02-21
        # three months instead
        2024-01-15 [type=K2, is_to_eighteen=yes] | 2025-01-10             | 2025-03-01 || ceased    |
        # long-term fostering
        2024-01-15 [type=U4]                     | 2025-01-10             | 2025-03-01 || -         |
        # custody: reg 28(6)
        2024-01-15 [type=R5]                     | 2025-01-10             | 2025-03-01 || -         |
        # in its first year
        2024-06-03 [type=U6]                     | 2024-06-05             | 2025-03-01 || -         |
    """,
)  # fmt: skip

visits_long_term_fostering = Standard(
    "care-visits-long-term-fostering",
    "After the first year of a long-term foster placement the child is visited at least every three months.",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-05"],
    cites=f"{CARE_PLANNING}, reg 28(2)(c)(i)", since="2011-04-01",
    rule=every(
        months(3, force=LAW), during=placement.where(type=one_of(*LONG_TERM_FOSTERING)), expect=care_visit,
        from_=months(12, force=LAW),
    ),
    lifted_by=(
        placement.where(is_fewer_visits_agreed=True).called("the child's agreement to fewer visits (reg 28(3A))"),
        placed_for_adoption, short_break,
    ),
    note="The year runs from the start of the placement as recorded. Where the type alone changed (U6 to U4 with the "
    "same carers) a source that records a new placement begins the year again. " + SIX_WEEKS_UNLESS,
    examples="""
        placement                         | care_visit             | as_at      || status    | due_on
        2024-01-15 [type=U4]              | 2025-01-10; 2025-04-10 | 2025-05-01 || met; due  | 2025-04-10; 2025-07-10
        2024-01-15 [type=U1]              | 2025-01-10; 2025-04-11 | 2025-05-01 || late; due | 2025-04-10; 2025-07-11
        2024-01-15 [type=U4]              | 2025-01-10             | 2025-05-01 || overdue   | 2025-04-10
        2024-01-15 - 2025-03-01 [type=U4] | 2025-01-10             | 2025-05-01 || ceased    | 2025-04-10
        # six months instead
        2024-01-15 [type=U4, is_fewer_visits_agreed=yes] | 2025-01-10 | 2025-05-01 || ceased | 2025-04-10
        2024-01-15 [type=U6]              | 2025-01-10             | 2025-05-01 || -         |  # not long-term
    """,
)  # fmt: skip

visits_until_eighteen = Standard(
    "care-visits-until-eighteen",
    "After the first year of a placement meant to last until 18 the child is visited at least every three months.",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-05"],
    cites=f"{CARE_PLANNING}, reg 28(2)(c)(i)", since="2011-04-01",
    rule=every(
        months(3, force=LAW),
        during=placement.where(
            is_to_eighteen=True,
            type=none_of(*TEMPORARY, *FOR_ADOPTION, WITH_PARENT, *LONG_TERM_FOSTERING, *RUN_BY_OTHERS),
        ),
        expect=care_visit, from_=months(12, force=LAW),
    ),
    lifted_by=(
        placement.where(is_fewer_visits_agreed=True).called("the child's agreement to fewer visits (reg 28(3A))"),
        placed_for_adoption, short_break,
    ),
    note="Only where the record says that the placement is intended to last until 18; no national format does. "
    + SIX_WEEKS_UNLESS,
    examples="""
        placement                                | care_visit             | as_at      || status    | due_on
        # 30 November and three months: the last day of February
        2024-01-15 [type=K2, is_to_eighteen=yes] | 2024-11-30; 2025-02-28 | 2025-02-28 || met; due  |
        2024-01-15 [type=K2, is_to_eighteen=yes] | 2024-11-30; 2025-03-01 | 2025-05-01 || late; due |
        2024-01-15 [type=K2, is_to_eighteen=yes] | 2024-11-30             | 2025-05-01 || overdue   | 2025-02-28
        # custody: reg 28(6)
        2024-01-15 [type=R5, is_to_eighteen=yes] | 2024-11-30             | 2025-05-01 || -         |
        # already three months on the first day after the year
        2024-01-15 [type=K2, is_to_eighteen=yes] | 2024-09-02             | 2025-05-01 || overdue   | 2025-01-15
        2024-01-15 [type=K2, is_to_eighteen=no]  | 2024-11-30             | 2025-05-01 || -         |
        # not known: six weeks
        2024-01-15 [type=K2]                     | 2024-11-30             | 2025-05-01 || -         |
        # six months instead
        2024-01-15 [type=K2, is_to_eighteen=yes, is_fewer_visits_agreed=yes] | 2024-11-30 | 2025-05-01 || ceased |
    """,
)  # fmt: skip

visits_fewer_agreed = Standard(
    "care-visits-fewer-agreed",
    "A long-term foster child who agreed to fewer visits is visited at least every six months after the first year.",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-06"],
    cites=f"{CARE_PLANNING}, reg 28(3A), as inserted by SI 2015/495", since="2015-04-01",
    rule=every(
        months(6, force=LAW), during=placement.where(is_fewer_visits_agreed=True), expect=care_visit,
        from_=months(12, force=LAW),
    ),
    lifted_by=(placed_for_adoption, short_break),
    note="Only where the child's agreement is on the record; without it three months holds. Whether the child is of "
    "sufficient understanding is the author of that record's to say.",
    examples="""
        placement            | care_visit | placed_for_adoption | as_at      || status | due_on
        2024-01-15 [type=U4, is_fewer_visits_agreed=yes] | 2025-01-10; 2025-07-10 |  | 2025-08-01 || met; due |
        2024-01-15 [type=U4, is_fewer_visits_agreed=yes] | 2025-01-10; 2025-07-11 |  | 2025-08-01 || late; due |
        2024-01-15 [type=U4, is_fewer_visits_agreed=yes] | 2025-01-10 |  | 2025-08-01 || overdue | 2025-07-10
        2024-01-15 - 2025-06-01 [type=U4, is_fewer_visits_agreed=yes] | 2025-01-10 |  | 2025-08-01 || ceased |
        2024-01-15 [type=U4, is_fewer_visits_agreed=no] | 2025-01-10 |  | 2025-08-01 || - |
        2024-01-15 [type=U4] | 2025-01-10 |                     | 2025-08-01 || -      |         # no agreement recorded
        2024-01-15 [type=U4, is_fewer_visits_agreed=yes] | 2025-01-10 | 2025-06-02 | 2025-08-01 || ceased | 2025-07-10
    """,
)  # fmt: skip

seen_alone = Standard(
    "care-visit-in-private",
    "On every visit the child is spoken to in private, or the reason that regulation 29 allows is recorded.",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-10"],
    cites=f"{CARE_PLANNING}, reg 29", since="2011-04-01",
    rule=never(
        care_visit.where(is_alone=False, is_reason_given=False).called(
            "a visit at which the child was neither spoken to in private nor a reason recorded",
            "The child was visited without being spoken to in private, and without a reason",
        ),
        force=GUIDANCE,
    ),
    note="The regulation holds no number. Its reasons: the child, of sufficient understanding, refuses; it is "
    "inappropriate at that age and understanding; the visitor is unable to. Where a source has no place for the reason "
    "nobody is accused: the question `care-seen-alone` is asked instead.",
    examples="""
        care_visit                                                 | as_at      || status  | opened_on
        2025-03-10 [is_seen=yes, is_alone=yes]                     | 2025-04-01 || -       |  # spoken to in private
        2025-03-10 [is_seen=yes, is_alone=no, is_reason_given=no]  | 2025-04-01 || not_met | 2025-03-10
        # a baby, or a refusal, and it says so
        2025-03-10 [is_seen=yes, is_alone=no, is_reason_given=yes] | 2025-04-01 || -       |
        # whether a reason was given is not known
        2025-03-10 [is_seen=yes, is_alone=no]                      | 2025-04-01 || -       |
        2025-03-10                                                 | 2025-04-01 || -       |             # nothing known
    """,
)  # fmt: skip

review_after_concern = Standard(
    "care-review-after-concern",
    "Where a visitor finds that the child's welfare is not safeguarded, the case is reviewed within 10 working days.",
    area=CARE, responsible=IRO_SERVICE, severity=CRITICAL, reference=["CLA-11"],
    cites=f"{CARE_PLANNING}, regs 30 and 33(3)", since="2011-04-01",
    rule=within(
        working_days(10, force=DEFAULT),
        of=care_visit.where(is_welfare_concern=True).called(
            "a visit that found the child's welfare not safeguarded",
            "A visit found that the child's welfare was not safeguarded",
        ),
        expect=review,
    ),
    note="The law requires the review and gives no number of days. It is no substitute for acting at once on danger.",
    examples="""
        care_visit                          | review     | as_at      || status  | due_on
        # Good Friday and Easter Monday between
        2025-04-14 [is_welfare_concern=yes] | 2025-04-30 | 2025-06-01 || met     | 2025-04-30
        2025-04-14 [is_welfare_concern=yes] | 2025-05-01 | 2025-06-01 || late    | 2025-04-30
        2025-04-14 [is_welfare_concern=yes] |            | 2025-06-01 || overdue | 2025-04-30
        # a review before the visit knew nothing of it
        2025-04-14 [is_welfare_concern=yes] | 2025-04-10 | 2025-04-20 || due     | 2025-04-30
        2025-04-14 [is_welfare_concern=no]  |            | 2025-06-01 || -       |
        2025-04-14                          |            | 2025-06-01 || -       |
    """,
)  # fmt: skip
