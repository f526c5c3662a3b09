"""Permanence: a plan for where the child will grow up, and the steps that carry it out. Adoption is in adoption.py."""

from goldenthread.standards.catalogue.sources import ADOPTION_GUIDANCE, CARE_PLANNING
from goldenthread.standards.catalogue.words import FOSTERING, PERMANENCE, SOCIAL_WORKER, TEAM_MANAGER
from goldenthread.standards.language import (
    DEFAULT,
    GUIDANCE,
    HIGH,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    always,
    days,
    known,
    months,
    one_of,
    within,
    working_days,
    years,
)
from goldenthread.standards.vocabulary import (
    care_end_approved,
    care_plan,
    guardianship_assessment,
    guardianship_plan,
    life_story_work,
    long_term_match,
    looked_after,
    permanence_plan,
    short_break,
)

LONG_TERM_FOSTERING_PLANS = ("LTRELFR", "LTFOST18")
AN_EARLIER_ONE = years(2, force=DEFAULT)

plan_by_second_review = Standard(
    "permanence-plan-by-second-review",
    "A looked-after child has a plan for permanence by the second review, about four months after coming into care.",
    area=PERMANENCE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["PM-01"],
    cites=f"{ADOPTION_GUIDANCE}, paragraph 2.2; {CARE_PLANNING}, reg 5(a)", since=NOT_VERIFIED,
    rule=within(months(4, force=GUIDANCE), of=looked_after, expect=permanence_plan),
    lifted_by=(short_break,),
    note="A planned return home is a plan for permanence where it is recorded as one.",
    examples="""
        looked_after            | permanence_plan            | short_break | as_at      || status  | due_on
        2025-01-06              | 2025-05-06 [plan=ADOPTION] |             | 2025-09-01 || met     | 2025-05-06
        2025-01-06              | 2025-01-27 [plan=RETURN6M] |             | 2025-09-01 || met     | 2025-05-06
        2025-01-06              | 2025-05-07 [plan=LTFOST18] |             | 2025-09-01 || late    | 2025-05-06
        2025-01-06              |                            |             | 2025-05-06 || due     | 2025-05-06
        2025-01-06              |                            |             | 2025-09-01 || overdue | 2025-05-06
        2025-01-06 - 2025-03-31 |                            |             | 2025-09-01 || ceased  | 2025-05-06
        2025-01-06              |                            | 2025-01-06  | 2025-09-01 || ceased  | 2025-05-06
                                | 2025-01-27                 |             | 2025-09-01 || -       |
    """,
)  # fmt: skip

plan_current = Standard(
    "permanence-plan-current",
    "From the fourth month a looked-after child's care plan says at all times what the plan for permanence is.",
    area=PERMANENCE, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["PM-02"],
    cites=f"{CARE_PLANNING}, reg 5(a); {ADOPTION_GUIDANCE}, paragraph 2.2", since=NOT_VERIFIED,
    rule=always(
        care_plan.where(permanence=known).called("a care plan with a plan for permanence"),
        during=looked_after, grace=months(4, force=GUIDANCE),
    ),
    lifted_by=(short_break,),
    note="The regulation holds no number: the four months of the second review are used, and for a plan that lapsed.",
    examples="""
        looked_after | care_plan                        | short_break | as_at      || status  | opened_on  | due_on
        2025-01-06   | 2025-01-06 [permanence=RETURN6M] |             | 2025-09-01 || met     | 2025-01-06 | 2025-01-06
        2025-01-06 | 2025-01-06 - 2025-04-07; 2025-04-07 [permanence=ADOPTION] |  | 2025-09-01 || met |  | 2025-05-06
        # the plan says nothing of it
        2025-01-06   | 2025-01-06                       |             | 2025-09-01 || not_met | 2025-01-06 | 2025-05-06
        2025-01-06   |                                  |             | 2025-03-03 || due     | 2025-01-06 | 2025-05-06
        2025-01-06 | 2025-01-06 - 2025-03-03 [permanence=RETURN1M] |  | 2025-09-01 || not_met | 2025-03-03 | 2025-07-03
        2025-01-06 - 2025-03-31 |  |  | 2025-09-01 || ceased | 2025-01-06 | 2025-05-06
                     | 2025-01-06 [permanence=ADOPTION] |             | 2025-09-01 || -       |            |
        2025-01-06   |                                  | 2025-01-06  | 2025-09-01 || ceased  | 2025-01-06 | 2025-05-06
    """,
)  # fmt: skip

end_approved = Standard(
    "care-ending-approved", "A child goes home from care only once that is approved, and the child's view of it is heard.",
    area=PERMANENCE, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["PM-06"],
    cites=f"{CARE_PLANNING}, reg 39, as amended by SI 2015/495, reg 7", since="2015-04-01",
    rule=within(
        days(0, force=GUIDANCE),
        of=looked_after.where(ceased_reason=one_of("E4A", "E4B", "E13")).after(working_days(20, force=GUIDANCE)).ended.called(
            "going home from care", "The child went home, or to friends or family, from care"
        ),
        expect=care_end_approved, look_back=months(3, force=DEFAULT),
    ),
    note="Looked after for 20 working days or more: the nominated officer approves it (of those of 16 and 17 not in care, the "
    "director). Adoption, guardianship and turning 18 are not decisions of this kind. A court may end it without one. How long "
    "before is not said: three months are a default.",
    examples="""
        looked_after                                 | care_end_approved | as_at      || status  | due_on
        2025-01-06 - 2025-05-12 [ceased_reason=E4A] | 2025-05-05        | 2025-06-01 || met     | 2025-05-12
        2025-01-06 - 2025-05-12 [ceased_reason=E4A] | 2025-05-13        | 2025-06-01 || late    | 2025-05-12
        2025-01-06 - 2025-05-12 [ceased_reason=E13] |                   | 2025-06-01 || overdue | 2025-05-12
        2025-01-06 - 2025-05-12 [ceased_reason=E4A] | 2025-01-20        | 2025-06-01 || overdue | 2025-05-12  # long before
        # fewer than 20 working days
        2025-01-06 - 2025-01-31 [ceased_reason=E4A] |                   | 2025-06-01 || -       |
        2025-01-06 - 2025-05-12 [ceased_reason=E45] |                   | 2025-06-01 || -       |             # guardianship
        2025-01-06                                  |                   | 2025-06-01 || -       |             # still looked after
    """,
)  # fmt: skip

long_term_matched = Standard(
    "long-term-fostering-matched",
    "Where the plan is long-term fostering, the child is formally matched with the carers within six months.",
    area=PERMANENCE, responsible=FOSTERING, severity=MEDIUM, reference=["PM-04"],
    cites=f"{CARE_PLANNING}, reg 22B, as inserted by SI 2015/495", since="2015-04-01",
    rule=within(
        months(6, force=DEFAULT),
        of=permanence_plan.where(plan=one_of(*LONG_TERM_FOSTERING_PLANS)).called(
            "a plan for long-term fostering", "Long-term fostering became the plan"
        )
        & looked_after,
        expect=long_term_match, look_back=AN_EARLIER_ONE,
    ),
    note="The regulation holds no number of months. A match of up to two years before counts, since a plan may be "
    "recorded again after it. A plan that is recorded anew at each review opens a duty each time.",
    examples="""
        looked_after            | permanence_plan            | long_term_match | as_at      || status  | due_on
        2024-06-03              | 2025-01-06 [plan=LTFOST18] | 2025-07-06      | 2025-09-01 || met     | 2025-07-06
        # matched already
        2022-06-06              | 2025-01-06 [plan=LTFOST18] | 2023-03-06      | 2025-09-01 || met     | 2025-07-06
        2024-06-03              | 2025-01-06 [plan=LTRELFR]  | 2025-07-07      | 2025-09-01 || late    | 2025-07-06
        2024-06-03              | 2025-01-06 [plan=LTFOST18] |                 | 2025-09-01 || overdue | 2025-07-06
        2024-06-03 - 2025-05-01 | 2025-01-06 [plan=LTFOST18] |                 | 2025-09-01 || ceased  | 2025-07-06
        2024-06-03              | 2025-01-06 [plan=RETURN6M] |                 | 2025-09-01 || -       |  # going home
        # a residential placement
        2024-06-03              | 2025-01-06 [plan=RESPLMT]  |                 | 2025-09-01 || -       |
    """,
)  # fmt: skip

guardianship_assessed = Standard(
    "guardianship-assessed",
    "Where special guardianship is the plan, the assessment is completed within three months.",
    area=PERMANENCE, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["PM-05"],
    cites="Family Justice Council, interim guidance on special guardianship (practice guidance)", since=NOT_VERIFIED,
    rule=within(months(3, force=GUIDANCE), of=guardianship_plan, expect=guardianship_assessment),
    note="Seen in a procedure that follows the guidance. A court may set another date; that date is the court's.",
    examples="""
        guardianship_plan | guardianship_assessment | as_at      || status  | due_on
        2024-11-30        | 2025-02-28              | 2025-06-01 || met     | 2025-02-28  # the last day of February
        2024-11-30        | 2025-03-01              | 2025-06-01 || late    | 2025-02-28
        2024-11-30        |                         | 2025-02-28 || due     | 2025-02-28
        2024-11-30        |                         | 2025-06-01 || overdue | 2025-02-28
                          | 2025-02-28              | 2025-06-01 || -       |
    """,
)  # fmt: skip

life_story_begun = Standard(
    "life-story-work-begun",
    "Once the plan is for the child to grow up away from home, life-story work begins within 20 working days.",
    area=PERMANENCE, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["PM-08"],
    cites="Ofsted's inspections of Torbay 2018, recommendation 14 and paragraph 68, and of Gloucestershire 2017, "
    "recommendation 11",
    since=NOT_VERIFIED,
    rule=within(
        working_days(20, force=DEFAULT),
        of=permanence_plan.where(plan=one_of("ADOPTION", *LONG_TERM_FOSTERING_PLANS)).called(
            "a plan for the child to grow up away from home", "A plan to grow up away from home was recorded"
        )
        & looked_after,
        expect=life_story_work.called("the start of life-story work"), look_back=AN_EARLIER_ONE,
    ),
    note="Inspectors found it late; no law or guidance read here gives a number. Work begun up to two years before "
    "counts. A plan for special guardianship is not judged: it has no code among the plans of a looked-after child.",
    examples="""
        looked_after            | permanence_plan            | life_story_work | as_at      || status  | due_on
        2024-06-03              | 2025-03-03 [plan=ADOPTION] | 2025-03-31      | 2025-06-01 || met     | 2025-03-31
        # begun already
        2022-06-06              | 2025-03-03 [plan=LTFOST18] | 2023-05-02      | 2025-06-01 || met     | 2025-03-31
        2024-06-03              | 2025-03-03 [plan=ADOPTION] | 2025-04-01      | 2025-06-01 || late    | 2025-03-31
        2024-06-03              | 2025-03-03 [plan=LTRELFR]  |                 | 2025-06-01 || overdue | 2025-03-31
        2024-06-03 - 2025-03-20 | 2025-03-03 [plan=ADOPTION] |                 | 2025-06-01 || ceased  | 2025-03-31
        2024-06-03              | 2025-03-03 [plan=RETURN1M] |                 | 2025-06-01 || -       |  # going home
    """,
)  # fmt: skip
