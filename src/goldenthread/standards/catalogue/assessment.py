"""Assessment: begun for a reason, finished in time, with the child seen, and kept up to date.

Law: Children Act 1989, section 17(4A) (wishes and feelings) and section 20(3) (homeless at 16 and 17), as Working
Together to Safeguard Children puts them into practice. Before 15 April 2013 an initial and a core assessment were owed.
"""

from goldenthread.standards.catalogue.editions import EDITION, WORKING_TOGETHER
from goldenthread.standards.catalogue.placement_types import lasting_placement
from goldenthread.standards.catalogue.words import ASSESSMENT, FRONT_DOOR_MANAGER, SOCIAL_WORKER, TEAM_MANAGER
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
    under,
    weeks,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    assessment,
    assessment_manager_review,
    assessment_shared,
    care_plan,
    homeless_young_person,
    looked_after,
    need_visit,
    person,
    placed_for_adoption,
    protection_plan,
    referral,
    risk_assessment,
    safety_plan,
    section47,
    sexual_abuse_concern,
    strategy_discussion,
)

taken_on = referral.where(is_no_further_action=False)
finished = assessment.ended.called("an authorised assessment")
sexual_abuse_assessment = risk_assessment.where(kind="sexual_abuse").called("a risk assessment about sexual abuse")

unborn_assessed = Standard(
    "unborn-child-assessed", "An unborn child referred twelve weeks or more before birth is assessed by the day of the birth.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["AS-13"],
    cites="A standard of the kind local procedures for unborn children set (from knowledge: none has been read here)",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT),
        of=(person.started & referral.after(weeks(12, force=DEFAULT))).called(
            "the birth of a child referred long before", "The child, who had been referred twelve weeks or more before, was born"
        ),
        expect=finished, look_back=months(9, force=DEFAULT),
    ),
    note="The numbers are ours. Judged once the child is born, so that an expected day that moves accuses nobody. "
    "Whether there is a plan for the birth is for its reader to see: the record holds no such plan.",
    examples="""
        born       | referral                | assessment              | as_at      || status  | due_on
        2025-06-09 | 2025-02-03              | 2025-02-10 - 2025-04-07 | 2025-09-30 || met     | 2025-06-09
        2025-06-09 | 2025-02-03              | 2025-02-10 - 2025-06-09 | 2025-09-30 || met     | 2025-06-09
        2025-06-09 | 2025-02-03              | 2025-02-10 - 2025-06-16 | 2025-09-30 || late    | 2025-06-09
        2025-06-09 | 2025-02-03              | 2025-02-10              | 2025-09-30 || overdue | 2025-06-09
        2025-06-09 | 2025-03-17              |                         | 2025-09-30 || overdue |  # twelve weeks to the day
        2025-06-09 | 2025-03-18              |                         | 2025-09-30 || -       |  # a day less
        2025-06-09 | 2025-02-03              |                         | 2025-06-08 || -       |  # not yet born
        2025-06-09 | 2025-02-03 - 2025-03-10 |                         | 2025-09-30 || -       |  # closed before
        2018-06-09 | 2025-02-03              |                         | 2025-09-30 || -       |  # a child at school
    """,
)  # fmt: skip

initial_assessment = Standard(
    "assessment-completed", "An initial assessment is completed within 10 working days of the referral.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["AS-02"],
    cites="Working Together to Safeguard Children (statutory guidance) 2010, chapter 5",
    since="2010-03-17", until="2013-04-14",
    rule=within(working_days(10, force=GUIDANCE), of=taken_on, expect=finished, linked_by="referral_id"),
    note="Kept for records of its time; Working Together 2013 put the 45 working days in its place. The record does "
    "not say which assessment was the initial one: the first counts.",
    examples="""
    referral | assessment | as_at || status
    # day 10
    2012-03-05 [referral_id=1, is_no_further_action=no] | 2012-03-06 - 2012-03-19 [referral_id=1] | 2012-12-31 || met
    2012-03-05 [referral_id=1, is_no_further_action=no] | 2012-03-06 - 2012-03-20 [referral_id=1] | 2012-12-31 || late
    2012-03-05 [referral_id=1, is_no_further_action=no] | 2012-03-06 [referral_id=1] | 2012-12-31 || overdue
    2012-03-05 - 2012-03-12 [referral_id=1, is_no_further_action=no] |  | 2012-12-31 || ceased
    2012-03-05 [referral_id=1, is_no_further_action=yes] |  | 2012-12-31 || -
    2010-03-16 [referral_id=1, is_no_further_action=no] |  | 2012-12-31 || -  # not yet
    """,
)  # fmt: skip

single_assessment = Standard(
    "assessment-completed", "An assessment is finished and authorised within 45 working days of the referral.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=HIGH, reference=["AS-01"],
    cites="Working Together to Safeguard Children (statutory guidance, edition to be verified) 2013, 2018, chapter 1, and 2023, "
    "chapter 3; Children in Need census guide 2023-24, section 4.9",
    since="2013-04-15",
    rule=within(working_days(45, force=GUIDANCE), of=taken_on, expect=finished, linked_by="referral_id"),
    note="45 is the most, not the aim: the time should suit the child. A reason recorded for taking longer explains, "
    "but does not excuse. A referral about a child already open is a new clock only if it was recorded as a "
    "referral. " + EDITION,
    examples="""
    referral | assessment | as_at || status
    # day 45
    2024-03-18 [referral_id=1, is_no_further_action=no] | 2024-03-20 - 2024-05-23 [referral_id=1] | 2024-12-31 || met
    2024-03-18 [referral_id=1, is_no_further_action=no] | 2024-03-20 - 2024-05-24 [referral_id=1] | 2024-12-31 || late
    2024-03-18 [referral_id=1, is_no_further_action=no] | 2024-03-20 [referral_id=1] | 2024-05-23 || due
    2024-03-18 [referral_id=1, is_no_further_action=no] | 2024-03-20 [referral_id=1] | 2024-05-24 || overdue
    # of an unknown referral
    2024-03-18 [referral_id=2, is_no_further_action=no] | 2024-03-20 - 2024-04-20 | 2024-12-31 || overdue
    2024-03-18 - 2024-04-30 [referral_id=1, is_no_further_action=no] |  | 2024-12-31 || ceased
    2024-03-18 [referral_id=1, is_no_further_action=yes] |  | 2024-12-31 || -
    2024-03-18 [referral_id=1] |  | 2024-12-31 || -  # not known
    """,
)  # fmt: skip

core_assessment = Standard(
    "core-assessment", "A core assessment is completed within 35 working days of the strategy discussion.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["AS-03"],
    cites="Working Together to Safeguard Children (statutory guidance) 2010, chapter 5 (from knowledge: its text has not been "
    "read here)",
    since="2000-04-01", until="2013-04-14",
    rule=within(working_days(35, force=DEFAULT), of=strategy_discussion, expect=finished),
    note="Kept for records of its time. It could also run from the end of the initial assessment, which the record "
    "does not tell apart.",
    examples="""
        strategy_discussion | assessment              | as_at      || status  | due_on
        2012-05-07          | 2012-05-08 - 2012-06-27 | 2012-12-31 || met     | 2012-06-27
        2012-05-07          | 2012-05-08 - 2012-06-28 | 2012-12-31 || late    |
        2012-05-07          | 2012-05-08              | 2012-06-27 || due     |
        2012-05-07          |                         | 2012-12-31 || overdue |
        2013-04-15          |                         | 2013-12-31 || -       |             # no longer owed
    """,
)  # fmt: skip

assessment_from_start = Standard(
    "assessment-from-start", "An assessment takes no more than 45 working days from its own start.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["AS-01"],
    cites="Working Together to Safeguard Children (statutory guidance, edition to be verified) 2013, 2018, chapter 1, and 2023, "
    "chapter 3; Children in Need census guide 2023-24, section 4.9",
    since="2013-04-15",
    rule=within(working_days(45, force=GUIDANCE), of=assessment, expect=finished, linked_by="assessment_id"),
    note="How national statistics count, and how a new assessment of a child already open is counted; guidance "
    "counts the first from the referral, a standard of its own. " + EDITION,
    examples="""
    assessment                                                               | as_at      || status       | due_on
    2024-03-18 - 2024-05-23 [assessment_id=1]                                | 2024-12-31 || met          | 2024-05-23
    2024-03-18 - 2024-05-24 [assessment_id=1]                                | 2024-12-31 || late         |
    2024-03-18 [assessment_id=1]                                             | 2024-05-23 || due          |
    2024-03-18 [assessment_id=1]                                             | 2024-12-31 || overdue      |
    # each its own
    2024-03-18 [assessment_id=1] ; 2024-03-20 - 2024-04-10 [assessment_id=2] | 2024-12-31 || overdue; met |
    # begun under the old rule
    2013-04-12 - 2013-12-01 [assessment_id=1]                                | 2024-12-31 || -            |
    """,
)  # fmt: skip

manager_review = Standard(
    "assessment-manager-review", "A manager reviews each assessment within its first 10 working days.",
    area=ASSESSMENT, responsible=TEAM_MANAGER, severity=HIGH, reference=["AS-04"],
    cites="Children in Need census guide 2023-24, section 4.9.2 (an internal review point is set at the outset); the "
    "number is of the kind Torbay sets",
    since=NOT_VERIFIED,
    rule=within(working_days(10, force=LOCAL), of=assessment, expect=assessment_manager_review),
    note="That a point is set is national; the ten days are local. An assessment finished sooner needs no review of "
    "its progress. " + EDITION,
    examples="""
        assessment              | assessment_manager_review | as_at      || status  | due_on
        2025-03-03              | 2025-03-17                | 2025-04-30 || met     | 2025-03-17
        2025-03-03              | 2025-03-18                | 2025-04-30 || late    |
        2025-03-03              |                           | 2025-03-17 || due     |
        2025-03-03              |                           | 2025-03-18 || overdue |
        2025-03-03 - 2025-03-14 |                           | 2025-04-30 || ceased  |             # finished in nine
        2025-04-03              |                           | 2025-03-31 || -       |             # not yet known
    """,
)  # fmt: skip

seen_in_assessment = Standard(
    "assessment-child-seen", "No assessment is authorised without the child having been seen.",
    area=ASSESSMENT, responsible=TEAM_MANAGER, severity=HIGH, reference=["AS-05"],
    cites=f"Children Act 1989, sections 17(4A) and 47(5A); {WORKING_TOGETHER}",
    since=NOT_VERIFIED,
    rule=never(
        (assessment.where(is_child_seen=False).ended & under(18)).called(
            "an assessment without the child seen", "An assessment was authorised without the child having been seen"
        ),
        force=GUIDANCE,
    ),
    note="Only where the record says that the child was not seen; a blank accuses nobody. A child not yet born "
    "cannot be seen. " + EDITION,
    examples="""
        assessment                                  | born       | as_at      || status  | opened_on
        2025-03-03 - 2025-04-01 [is_child_seen=no]  | 2015-06-01 | 2025-04-30 || not_met | 2025-04-01
        2025-03-03 - 2025-04-01 [is_child_seen=yes] | 2015-06-01 | 2025-04-30 || -       |             # seen
        2025-03-03 - 2025-04-01                     | 2015-06-01 | 2025-04-30 || -       |             # not said
        2025-03-03 [is_child_seen=no]               | 2015-06-01 | 2025-04-30 || -       |             # still going on
        2025-03-03 - 2025-04-01 [is_child_seen=no]  | 2025-04-02 | 2025-04-30 || -       |             # not yet born
    """,
)  # fmt: skip

first_visit = Standard(
    "child-seen-after-referral", "A referred child is seen within 10 working days.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=HIGH, reference=["AS-06"],
    cites=f"{WORKING_TOGETHER} (in time to suit the concern); Ofsted's inspection of Gloucestershire 2017, paragraph "
    "24",
    since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=LOCAL), of=taken_on & under(18),
        expect=need_visit.where(is_seen=True).called("a visit at which the referred child was seen"),
    ),
    lifted_by=(section47, protection_plan, looked_after.called("the child's being looked after")),
    note="The longest for a child about whom there is no sharper worry; a child under a section 47 enquiry, on a "
    "protection plan or looked after is owed a visit sooner by other standards, so this one is lifted. For a baby "
    "referred before birth it counts from the birth. " + EDITION,
    examples="""
        referral | need_visit | section47 | born | as_at || status
        2025-03-03 [is_no_further_action=no] | 2025-03-17 [is_seen=yes] |  | 2015-06-01 | 2025-04-30 || met  # day 10
        2025-03-03 [is_no_further_action=no] | 2025-03-18 [is_seen=yes] |  | 2015-06-01 | 2025-04-30 || late
        # nobody in
        2025-03-03 [is_no_further_action=no] | 2025-03-10 [is_seen=no] |  | 2015-06-01 | 2025-04-30 || overdue
        2025-03-03 [is_no_further_action=no] |  |  | 2015-06-01 | 2025-03-17 || due
        2025-03-03 - 2025-03-14 [is_no_further_action=no] |  |  | 2015-06-01 | 2025-04-30 || ceased
        2025-03-03 [is_no_further_action=no] |  | 2025-03-05 | 2015-06-01 | 2025-04-30 || ceased  # lifted
        # a week old
        2025-03-03 [is_no_further_action=no] | 2025-04-14 [is_seen=yes] |  | 2025-04-07 | 2025-04-30 || met
        2025-03-03 [is_no_further_action=yes] |  |  | 2015-06-01 | 2025-04-30 || -
        2025-03-03 [is_no_further_action=no] |  |  |  | 2025-04-30 || -  # not yet born
    """,
)  # fmt: skip

yearly = Standard(
    "assessment-yearly", "A child who stays open to social care is assessed afresh at least every 12 months.",
    area=ASSESSMENT, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["AS-07"],
    cites="A local standard of the kind Torbay publishes; Ofsted's inspection of Torbay 2018, paragraph 53",
    since=NOT_VERIFIED,
    rule=every(months(12, force=LOCAL), during=taken_on, expect=finished),
    note="The first is owed much sooner by another standard. An assessment before a child comes into care, and on "
    "any significant change, is owed besides.",
    examples="""
    referral | assessment | as_at || status
    2023-03-01 [is_no_further_action=no] | 2023-03-05 - 2023-04-20 ; 2024-03-01 - 2024-04-19 | 2025-01-31 || met;met;due
    2023-03-01 [is_no_further_action=no] | 2024-01-08 - 2024-03-04 | 2025-01-31 || late; due
    2023-03-01 [is_no_further_action=no] | 2023-03-05 - 2023-04-20 | 2024-04-20 || met; due
    2023-03-01 [is_no_further_action=no] | 2023-03-05 - 2023-04-20 | 2024-04-21 || met; overdue
    2023-03-01 - 2024-04-01 [is_no_further_action=no] | 2023-03-05 - 2023-04-20 | 2025-01-31 || met; ceased
    2023-03-01 [is_no_further_action=yes] |  | 2025-01-31 || -
    """,
)  # fmt: skip

plan_after_move = Standard(
    "care-plan-after-move", "When a looked-after child moves, the care plan is updated within 10 working days.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=HIGH, reference=["AS-08"],
    cites="Ofsted's inspection of Torbay 2018, paragraph 53 (plans not updated after a significant event)",
    since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=DEFAULT),
        of=(lasting_placement.ended & looked_after).called("a move", "The child left a placement"),
        expect=care_plan.started.called("an updated care plan"), look_back=working_days(10, force=DEFAULT),
    ),
    lifted_by=(placed_for_adoption,),
    note="Of the changes that should lead to a new assessment or plan, the end of a placement while the child stays "
    "looked after is one that every source dates. A plan made in the ten working days before the move counts. "
    "Temporary moves are left out, but a source that ends the placement for one makes it look like a move.",
    examples="""
        placement | looked_after | care_plan | placed_for_adoption | as_at || status
        2024-01-08 - 2025-03-03 [type=U6] | 2024-01-08 | 2025-03-17 |  | 2025-04-30 || met  # day 10
        2024-01-08 - 2025-03-03 [type=U6] | 2024-01-08 | 2025-02-20 |  | 2025-04-30 || met  # planned
        2024-01-08 - 2025-03-03 [type=U6] | 2024-01-08 | 2025-03-18 |  | 2025-04-30 || late
        2024-01-08 - 2025-03-03 [type=U6] | 2024-01-08 |  |  | 2025-03-17 || due
        2024-01-08 - 2025-03-03 [type=U6] | 2024-01-08 |  |  | 2025-04-30 || overdue
        2024-01-08 - 2025-03-03 [type=U6] | 2024-01-08 - 2025-03-10 |  |  | 2025-04-30 || ceased  # home soon after
        2024-01-08 - 2025-03-03 [type=U6] | 2024-01-08 |  | 2025-03-03 | 2025-04-30 || ceased  # lifted
        2024-01-08 - 2025-03-03 [type=U6] | 2024-01-08 - 2025-03-03 |  |  | 2025-04-30 || -  # went home
        2024-01-08 - 2024-01-20 [type=T4] | 2024-01-08 |  |  | 2025-04-30 || -  # temporary
    """,
)  # fmt: skip

shared = Standard(
    "assessment-shared", "The family is told in writing what an assessment found, or why it is withheld is recorded.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["AS-10"],
    cites="Children in Need census guide 2023-24, section 4.9.3",
    since=NOT_VERIFIED,
    rule=within(working_days(10, force=DEFAULT), of=assessment.ended,
                expect=assessment_shared.called("a copy of the assessment for the family, or a reason for withholding it,")),
    note="The number is ours. Withholding with a reason keeps this standard just as well: nothing may be sent to "
    "someone who may have harmed the child or a parent, or that gives away a protected address. Never send "
    "automatically.",
    examples="""
        assessment              | assessment_shared | as_at      || status  | due_on
        2025-02-03 - 2025-03-03 | 2025-03-17        | 2025-04-30 || met     | 2025-03-17
        2025-02-03 - 2025-03-03 | 2025-03-18        | 2025-04-30 || late    |
        2025-02-03 - 2025-03-03 |                   | 2025-03-17 || due     |
        2025-02-03 - 2025-03-03 |                   | 2025-03-18 || overdue |
        2025-02-03              |                   | 2025-04-30 || -       |             # still going on
    """,
)  # fmt: skip

helped = assessment | looked_after

homeless = Standard(
    "homeless-young-person", "An assessment begins within a day when a 16 or 17 year old presents as homeless.",
    area=ASSESSMENT, responsible=FRONT_DOOR_MANAGER, severity=CRITICAL, reference=["AS-12"],
    cites="Children Act 1989, sections 17 and 20(3); R (G) v Southwark [2009] UKHL 26; Ofsted's inspection of Torbay "
    "2018, paragraph 28",
    since=NOT_VERIFIED,
    rule=within(
        days(1, force=DEFAULT), of=homeless_young_person,
        expect=(helped.started | homeless_young_person & helped).called(
            "an assessment of the homeless young person, or a home in care,"
        ),
    ),
    note="The number is ours, and runs at weekends: where a young person sleeps on Friday does not wait for Monday. "
    "Somewhere safe that night, never bed and breakfast, comes first; the record does not show it. Being looked after "
    "(accommodated that night, say), or an assessment already under way, keeps it.",
    examples="""
        homeless_young_person | assessment              | looked_after | as_at      || status  | due_on
        # Friday, Saturday
        2025-03-07            | 2025-03-08              |              | 2025-03-31 || met     | 2025-03-08
        2025-03-07            | 2025-03-10              |              | 2025-03-31 || late    |
        2025-03-07            |                         |              | 2025-03-08 || due     |
        2025-03-07            |                         |              | 2025-03-31 || overdue |
        # accommodated that night
        2025-03-07            |                         | 2025-03-07   | 2025-03-31 || met     |
        # accommodated on Monday
        2025-03-07            |                         | 2025-03-10   | 2025-03-31 || late    |
        # already under way
        2025-03-07            | 2025-02-24              |              | 2025-03-31 || met     |
        # the last one does not do
        2025-03-07            | 2025-02-03 - 2025-02-24 |              | 2025-03-31 || overdue |
                              | 2025-03-07              |              | 2025-03-31 || -       |
    """,
)  # fmt: skip

safe_tonight = Standard(
    "sexual-abuse-safety-plan", "The day a concern about sexual abuse arises, a plan says who the child is safe with.",
    area=ASSESSMENT, responsible=TEAM_MANAGER, severity=CRITICAL, reference=["AS-14"],
    cites="Children Act 1989, section 47; Ofsted's monitoring visit to Gloucestershire, May 2018, as the press "
    "reported it",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=sexual_abuse_concern,
        expect=safety_plan.called("a safety plan after the concern about sexual abuse"),
    ),
    note="The number is ours: the same day, weekends too. A plan made after midnight about a concern late in the "
    "evening reads as a day late. Where the concern is about another child, that child is a child in need of help "
    "too.",
    examples="""
        sexual_abuse_concern | safety_plan      | as_at      || status  | due_on
        2025-03-08           | 2025-03-08       | 2025-03-31 || met     | 2025-03-08  # a Saturday
        2025-03-08T11:00     | 2025-03-08T19:30 | 2025-03-31 || met     |
        2025-03-08           | 2025-03-10       | 2025-03-31 || late    |
        2025-03-08           |                  | 2025-03-08 || due     |
        2025-03-08           |                  | 2025-03-31 || overdue |
        2025-03-08           | 2025-03-07       | 2025-03-31 || overdue |             # made before this concern
                             | 2025-03-08       | 2025-03-31 || -       |
    """,
)  # fmt: skip

sexual_abuse_risk = Standard(
    "sexual-abuse-risk-assessment", "A concern about sexual abuse has its own risk assessment within 10 working days.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=HIGH, reference=["AS-14"],
    cites="Children Act 1989, section 47; Ofsted's monitoring visit to Gloucestershire, May 2018, as the press "
    "reported it",
    since=NOT_VERIFIED,
    rule=within(working_days(10, force=DEFAULT), of=sexual_abuse_concern, expect=sexual_abuse_assessment),
    note="The number is ours. The assessment names the person who may pose a risk, or says that it is not known who.",
    examples="""
        sexual_abuse_concern | risk_assessment                | as_at      || status  | due_on
        2025-03-03           | 2025-03-17 [kind=sexual_abuse] | 2025-03-31 || met     | 2025-03-17
        2025-03-03           | 2025-03-18 [kind=sexual_abuse] | 2025-03-31 || late    |
        # about something else
        2025-03-03           | 2025-03-10 [kind=exploitation] | 2025-03-31 || overdue |
        2025-03-03           |                                | 2025-03-17 || due     |
        2025-03-03           |                                | 2025-03-31 || overdue |
                             | 2025-03-10 [kind=sexual_abuse] | 2025-03-31 || -       |
    """,
)  # fmt: skip

sexual_abuse_on_plan = Standard(
    "sexual-abuse-plan-risk-assessment",
    "A protection plan for sexual abuse rests on a risk assessment about it, within 10 working days.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=HIGH, reference=["AS-14"],
    cites="Ofsted's monitoring visit to Gloucestershire, May 2018, as the press reported it",
    since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=DEFAULT), of=protection_plan.where(latest_category="SAB").called(
            "a child protection plan for sexual abuse", "A child protection plan, now for sexual abuse, began"
        ),
        expect=sexual_abuse_assessment, look_back=months(3, force=DEFAULT),
    ),
    note="One made in the three months before the plan counts. The record keeps the day the plan began, not the day "
    "its category became sexual abuse.",
    examples="""
        protection_plan                               | risk_assessment                | as_at      || status
        2025-03-03 [latest_category=SAB]              | 2025-03-17 [kind=sexual_abuse] | 2025-04-30 || met      # day 10
        # before the plan
        2025-03-03 [latest_category=SAB]              | 2025-02-10 [kind=sexual_abuse] | 2025-04-30 || met
        2025-03-03 [latest_category=SAB]              | 2025-03-18 [kind=sexual_abuse] | 2025-04-30 || late
        2025-03-03 [latest_category=SAB]              |                                | 2025-03-17 || due
        2025-03-03 [latest_category=SAB]              |                                | 2025-04-30 || overdue
        2025-03-03 - 2025-03-10 [latest_category=SAB] |                                | 2025-04-30 || ceased
        2025-03-03 [latest_category=NEG]              |                                | 2025-04-30 || -
    """,
)  # fmt: skip
