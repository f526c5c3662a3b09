"""Plans and assessments with everything in them that makes them work: outcomes, who, how anyone will know, by when.

And kept up: a day that is right for the child, and an assessment or plan brought up to date when the child's life changes.
Law: Care Planning Regulations 2010, regulation 5 and Schedule 1 (the care plan); Care Leavers Regulations (the pathway
plan). The rest is what inspections asked for. Whether a part is empty is judged, never how good it is.
"""

from goldenthread.standards.catalogue.editions import EDITION, WORKING_TOGETHER
from goldenthread.standards.catalogue.sources import CARE_LEAVERS, CARE_PLANNING
from goldenthread.standards.catalogue.words import (
    ASSESSMENT,
    CARE,
    CHILD_IN_NEED,
    CHILD_PROTECTION,
    CONFERENCE_CHAIR,
    EDUCATION,
    LEAVING_CARE,
    PERSONAL_ADVISER,
    SECTION_47,
    SOCIAL_WORKER,
    TEAM_MANAGER,
    VIRTUAL_SCHOOL,
)
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
    months,
    never,
    none_of,
    reached,
    weeks,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    assessment,
    assessment_target,
    care_plan,
    change,
    disclosure,
    left_empty,
    medical,
    medical_refused,
    need_plan,
    plan_update,
    post_eighteen_plan,
    protection_plan,
    referral,
    section47,
    waiting,
)

TORBAY = "Ofsted's inspection of Torbay 2018"
EMPTY = "What is blank is judged; whether what is written is any good is for its reader. "
OWN_DAY = "a day right for this child"

taken_on = referral.where(is_no_further_action=False)


def _complete(standard_id: str, of: str, duty: str, began: str, **more) -> Standard:
    """A plan in which nothing that makes it work is left out."""
    examples = f"""
        left_empty                                      | as_at      || status
        2025-03-31 [of={of}, section=outcomes]          | 2025-04-30 || not_met
        2025-03-31 [of={of}, section=how we will know]; 2025-03-31 [of={of}, section=by when] | 2025-04-30 || not_met; not_met
        2025-03-31 [of=core group, section=worries]     | 2025-04-30 || -
                                                        | 2025-04-30 || -  # nothing left out
    """
    force = more.pop("force", DEFAULT)
    one = f"something left out of {began[0].lower()}{began[1:].removesuffix(' left something out')}"
    rule = never(left_empty.where(of=of).called(one, began), force=force)
    return Standard(standard_id, duty, since=NOT_VERIFIED, rule=rule, examples=examples, **more)


protection_plan_specific = _complete(
    "protection-plan-specific", "protection plan",
    "A protection plan says what will be different, how anyone will know, who does what by when, and what if it does not work.",
    "A child protection plan left something out",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=HIGH, reference=["CP-12"],
    cites=f"{TORBAY}, recommendation 7; Ofsted's inspection of Gloucestershire 2017, paragraphs 32 and 39",
    note=EMPTY + "The parts are those the inspections named.",
)  # fmt: skip

need_plan_specific = _complete(
    "need-plan-specific", "child in need plan",
    "A child in need plan says what will be different, how anyone will know, who does what by when, and what if it does not "
    "work.",
    "A child in need plan left something out",
    area=CHILD_IN_NEED, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["CIN-01"],
    cites=f"{WORKING_TOGETHER}; {TORBAY}, recommendation 7",
    note=EMPTY + "What the child wants is asked of every plan by an auditor's question. " + EDITION,
)  # fmt: skip

care_plan_complete = _complete(
    "care-plan-complete", "care plan",
    "A care plan speaks of health, learning, who the child is and the family, of what the child wants, of outcomes that "
    "somebody is to bring about, and of what if it does not work.",
    "A care plan left something out",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-02", "CLA-14"], force=GUIDANCE,
    cites=f"{CARE_PLANNING}, reg 5 and Schedule 1",
    note=EMPTY + "Behaviour, social presentation and self-care are asked for together with health and with who the child is; "
    "the placement plan and the officer's name are on the record elsewhere. Where the child will grow up is asked for from the "
    "fourth month.",
)  # fmt: skip

pathway_plan_complete = _complete(
    "pathway-plan-complete", "pathway plan",
    "A pathway plan says what the young person wants, what will be different, who helps by when, and what if it goes wrong.",
    "A pathway plan left something out",
    area=LEAVING_CARE, responsible=PERSONAL_ADVISER, severity=MEDIUM, reference=["CV-06", "LC-10"], force=GUIDANCE,
    cites=f"{CARE_LEAVERS}, regs 4 and 5 and Schedule 1",
    note=EMPTY + "The Regulations ask for a written record of the young person's views.",
)  # fmt: skip

education_plan_specific = _complete(
    "education-plan-specific", "personal education plan",
    "A personal education plan says what will be different by the next one, how anyone will know, and who does what.",
    "A personal education plan left something out",
    area=EDUCATION, responsible=VIRTUAL_SCHOOL, severity=MEDIUM, reference=["ED-03"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 61 (targets neither specific nor measurable)",
    note=EMPTY + "The pupil premium and the virtual school head's agreement are not on the record.",
)  # fmt: skip

assessment_complete = Standard(
    "assessment-complete",
    "An assessment says what could harm the child, what protects, what happened before, what the child says and what it means.",
    area=ASSESSMENT, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["AS-09"],
    cites=f"{WORKING_TOGETHER}; Ofsted's inspection of Gloucestershire 2017, paragraph 27 and recommendation 3",
    since=NOT_VERIFIED,
    rule=never(
        left_empty.where(of="assessment", section=none_of(OWN_DAY)).called(
            "an assessment with something left out", "An assessment was authorised with something left out",
        ),
        force=GUIDANCE,
    ),
    note=EMPTY + "Judged on the day on which a manager authorised it. " + EDITION,
    examples="""
        left_empty                                                       | as_at      || status
        2025-03-31 [of=assessment, section=what protects the child]      | 2025-04-30 || not_met
        2025-03-31 [of=assessment, section=a day right for this child]   | 2025-04-30 || -  # a standard of its own
        2025-03-31 [of=care plan, section=health]                        | 2025-04-30 || -
    """,
)  # fmt: skip

own_day_set = Standard(
    "assessment-own-day-set", "Each assessment begins with a day by which it should be finished for this child.",
    area=ASSESSMENT, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["AS-04"],
    cites="Children in Need census guide 2023-24, section 4.9.2 (an internal review point is set at the outset)",
    since=NOT_VERIFIED,
    rule=never(
        left_empty.where(of="assessment", section=OWN_DAY).called(
            "an assessment without a day of its own", "An assessment began without what it needs",
        ),
        force=GUIDANCE,
    ),
    note="The 45 working days are the most, not the aim. " + EDITION,
    examples="""
        left_empty                                                       | as_at      || status
        2025-03-31 [of=assessment, section=a day right for this child]   | 2025-04-30 || not_met
        2025-03-31 [of=assessment, section=what protects the child]      | 2025-04-30 || -
    """,
)  # fmt: skip

own_day_kept = Standard(
    "assessment-own-day-kept", "An assessment is finished by the day that was set for this child.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["AS-04"],
    cites="Children in Need census guide 2023-24, section 4.9.2 (an internal review point is set at the outset)",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=assessment_target,
        expect=assessment.ended.called("the authorised assessment"), look_back=months(3, force=DEFAULT),
        linked_by="assessment_id",
    ),
    note="The manager's day for this child, never later than the 45 working days that are judged beside it. " + EDITION,
    examples="""
        assessment_target            | assessment                                | as_at      || status  | due_on
        2025-04-14 [assessment_id=1] | 2025-03-03 - 2025-04-14 [assessment_id=1] | 2025-05-31 || met     | 2025-04-14
        2025-04-14 [assessment_id=1] | 2025-03-03 - 2025-03-28 [assessment_id=1] | 2025-05-31 || met     |
        2025-04-14 [assessment_id=1] | 2025-03-03 - 2025-04-15 [assessment_id=1] | 2025-05-31 || late    |
        2025-04-14 [assessment_id=1] | 2025-03-03 [assessment_id=1]              | 2025-04-14 || due     |
        2025-04-14 [assessment_id=1] | 2025-03-03 [assessment_id=1]              | 2025-05-31 || overdue |
        # another one
        2025-04-14 [assessment_id=1] | 2025-03-03 - 2025-03-28 [assessment_id=2] | 2025-05-31 || overdue |
                                     | 2025-03-03 [assessment_id=1]              | 2025-05-31 || -       |
    """,
)  # fmt: skip

updated_after_change = Standard(
    "updated-after-change",
    "When something changes in a child's life, an assessment begins or the plan is brought up to date within 10 working days.",
    area=ASSESSMENT, responsible=SOCIAL_WORKER, severity=HIGH, reference=["AS-08"],
    cites=f"{TORBAY}, paragraph 53 (not updated after a significant event); Ofsted's monitoring visit to Gloucestershire, May "
    "2018, as the press reported it",
    since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=DEFAULT), of=change & taken_on,
        expect=(
            assessment.started | assessment.ended | plan_update | need_plan.started | protection_plan.started
            | care_plan.started
        ).called("an assessment, or a plan brought up to date,"),
    ),
    note="The number is ours. Somebody who moved in or out, a new partner, a baby, a move, another school, health, the law. A "
    "review that says what the plan will change now counts, and so does an assessment finished in these days. The end of a "
    "placement has a standard of its own.",
    examples="""
        change | plan_update | assessment | referral | as_at || status
        # day 10
        2025-03-03 [what=somebody moved in or out] | 2025-03-17 |  | 2024-09-02 [is_no_further_action=no] | 2025-04-30 || met
        2025-03-03 [what=a parent has a new partner] |  | 2025-03-10 | 2024-09-02 [is_no_further_action=no] | 2025-04-30 || met
        2025-03-03 [what=health] |  | 2025-01-13 - 2025-03-10 | 2024-09-02 [is_no_further_action=no] | 2025-04-30 || met
        2025-03-03 [what=school] | 2025-03-18 |  | 2024-09-02 [is_no_further_action=no] | 2025-04-30 || late
        2025-03-03 [what=school] |  |  | 2024-09-02 [is_no_further_action=no] | 2025-03-17 || due
        2025-03-03 [what=school] |  |  | 2024-09-02 [is_no_further_action=no] | 2025-04-30 || overdue
        2025-03-03 [what=the legal status] |  |  | 2024-09-02 - 2025-03-10 [is_no_further_action=no] | 2025-04-30 || ceased
        2025-03-03 [what=the legal status] |  |  |  | 2025-04-30 || -  # not open
    """,
)  # fmt: skip

plan_after_assessment = Standard(
    "plan-after-assessment", "A child in need plan rests on an assessment of the twelve months before.",
    area=CHILD_IN_NEED, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["CIN-01", "AS-07"],
    cites=f"{WORKING_TOGETHER}; {TORBAY}, recommendation 7",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=need_plan, expect=assessment.started.called("an assessment"),
        look_back=months(12, force=DEFAULT),
    ),
    note="The order of things: first find out, then plan. One begun counts, so that help need not wait for its end. " + EDITION,
    examples="""
        need_plan               | assessment              | as_at      || status  | due_on
        2025-03-03              | 2025-01-20 - 2025-02-28 | 2025-04-30 || met     | 2025-03-03
        2025-03-03              | 2025-02-28              | 2025-04-30 || met     |             # still going on
        2025-03-03              | 2025-03-10              | 2025-04-30 || late    |             # the plan came first
        2025-03-03              |                         | 2025-03-03 || due     |
        2025-03-03              | 2024-01-08 - 2024-02-28 | 2025-04-30 || overdue |             # too long ago
                                | 2025-01-20              | 2025-04-30 || -       |
    """,
)  # fmt: skip

medical_decided = Standard(
    "enquiry-medical",
    "No enquiry after a disclosure of physical abuse ends without a medical assessment, or a doctor's reason for none.",
    area=SECTION_47, responsible=TEAM_MANAGER, severity=CRITICAL, reference=["S47-07"],
    cites=f"{TORBAY}, recommendation 9 and paragraph 22",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT),
        of=(section47 & disclosure.where(kind="physical").lasting(weeks(8, force=DEFAULT))).ended.called(
            "the end of an enquiry after a disclosure of physical abuse",
            "A section 47 enquiry after a disclosure of physical abuse ended, or had run for eight weeks since the disclosure",
        ),
        expect=(medical | medical_refused).called("a child protection medical assessment, or the reason for none,"),
        look_back=weeks(8, force=DEFAULT),
    ),
    note="Beside the 24 hours of `medical-after-disclosure`: late is bad, closed without is worse. The reason is a "
    "paediatrician's, or the refusal of a child who understands. An enquiry that runs on is judged eight weeks after the "
    "disclosure.",
    examples="""
        section47               | disclosure                 | medical    | medical_refused | as_at      || status  | due_on
        2025-03-03 - 2025-03-17 | 2025-03-02 [kind=physical] | 2025-03-03 |                 | 2025-04-30 || met     | 2025-03-17
        2025-03-03 - 2025-03-17 | 2025-03-02 [kind=physical] |            | 2025-03-04      | 2025-04-30 || met     |
        2025-03-03 - 2025-03-17 | 2025-03-02 [kind=physical] | 2025-03-20 |                 | 2025-04-30 || late    |
        2025-03-03 - 2025-03-17 | 2025-03-02 [kind=physical] |            |                 | 2025-03-17 || due     |
        2025-03-03 - 2025-03-17 | 2025-03-02 [kind=physical] |            |                 | 2025-04-30 || overdue |
        2025-03-03 - 2025-03-17 | 2025-03-02 [kind=neglect]  |            |                 | 2025-04-30 || -       |
        # still going on, and eight weeks are past
        2025-03-03              | 2025-03-02 [kind=physical] |            |                 | 2025-04-30 || overdue | 2025-04-27
        2025-03-03              | 2025-03-02 [kind=physical] |            |                 | 2025-04-20 || -       |
        2025-03-03 - 2025-03-17 | 2024-03-02 [kind=physical] |            |                 | 2025-04-30 || -       |
    """,
)  # fmt: skip

service_begun = Standard(
    "service-begun", "A service that a child needs begins within 12 weeks of the day on which that was decided.",
    area=CHILD_IN_NEED, responsible=TEAM_MANAGER, severity=HIGH, reference=["HE-11", "CIN-05"],
    cites=f"{TORBAY} (children without help for months); Ofsted's monitoring visit to Gloucestershire, May 2018, as the press "
    "reported it (delay in the provision of services)",
    since=NOT_VERIFIED,
    rule=within(
        weeks(12, force=DEFAULT), of=waiting & taken_on, expect=waiting.ended.called("the beginning of the service"),
        linked_by="wait_id",
    ),
    note="The number is ours. Therapy that a child was referred for, and whatever a plan says is to be asked of another "
    "service. Waiting on a partner is an answer to this, and does not stop the clock.",
    examples="""
        waiting | referral | as_at || status | due_on
        2025-01-06 - 2025-03-31 [wait_id=1, of=therapy] | 2024-09-02 [is_no_further_action=no] | 2025-05-31 || met | 2025-03-31
        2025-01-06 - 2025-04-01 [wait_id=1, of=therapy] | 2024-09-02 [is_no_further_action=no] | 2025-05-31 || late |
        2025-01-06 [wait_id=1, of=therapy] | 2024-09-02 [is_no_further_action=no] | 2025-03-31 || due |
        2025-01-06 [wait_id=1, of=therapy] | 2024-09-02 [is_no_further_action=no] | 2025-05-31 || overdue |
        # closed first
        2025-01-06 [wait_id=1, of=therapy] | 2024-09-02 - 2025-02-03 [is_no_further_action=no] | 2025-05-31 || ceased |
        2025-01-06 [wait_id=1, of=therapy] |  | 2025-05-31 || - |
    """,
)  # fmt: skip

planned_at_fourteen = Standard(
    "adult-life-planned-at-fourteen",
    "For a disabled child, planning for adult life begins within six months of the fourteenth birthday.",
    area=LEAVING_CARE, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["CIN-11"],
    cites=f"{TORBAY}, paragraph 33 (agencies involved around the fourteenth birthday)",
    since=NOT_VERIFIED,
    rule=within(
        months(6, force=LOCAL),
        of=(referral.where(is_no_further_action=False, primary_need="N2") & reached(14, before=18)).called(
            "a disabled child of fourteen", "The child, who is disabled, reached 14 or was referred"
        ),
        expect=post_eighteen_plan.called("a plan for adult life"), look_back=months(24, force=DEFAULT),
    ),
    note="Of a child whose disability is the primary need (N2), while the case is open; for one referred later, from then on. "
    "The six months are ours: around the birthday, said the inspectors.",
    examples="""
        born | referral | post_eighteen_plan | as_at || status | due_on
        2011-03-03 | 2022-01-10 [is_no_further_action=no, primary_need=N2] | 2025-06-02 | 2025-12-31 || met | 2025-09-03
        2011-03-03 | 2022-01-10 [is_no_further_action=no, primary_need=N2] | 2024-12-02 | 2025-12-31 || met |  # before
        2011-03-03 | 2022-01-10 [is_no_further_action=no, primary_need=N2] | 2025-09-04 | 2025-12-31 || late |
        2011-03-03 | 2022-01-10 [is_no_further_action=no, primary_need=N2] |  | 2025-09-03 || due |
        2011-03-03 | 2022-01-10 [is_no_further_action=no, primary_need=N2] |  | 2025-12-31 || overdue |
        2011-03-03 | 2022-01-10 - 2025-06-02 [is_no_further_action=no, primary_need=N2] |  | 2025-12-31 || ceased |
        2011-03-03 | 2022-01-10 [is_no_further_action=no, primary_need=N4] |  | 2025-12-31 || - |
        2012-03-03 | 2022-01-10 [is_no_further_action=no, primary_need=N2] |  | 2025-12-31 || - |  # thirteen
    """,
)  # fmt: skip
