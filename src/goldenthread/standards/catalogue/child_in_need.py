# ruff: noqa: E501 (a table is as wide as it is)
"""Children in need: a plan, visits, reviews, and an end that somebody decided.

Law: Children Act 1989, section 17, as Working Together to Safeguard Children puts it into practice. There is no
national number here: all are local or ours, each authority's to set.
"""

from goldenthread.standards.catalogue.editions import EDITION, WORKING_TOGETHER
from goldenthread.standards.catalogue.words import CHILD_IN_NEED, SOCIAL_WORKER, TEAM_MANAGER
from goldenthread.standards.language import (
    DEFAULT,
    HIGH,
    LOCAL,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    days,
    every,
    months,
    one_of,
    reached,
    under,
    weeks,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    assessment,
    care_visit,
    initial_conference,
    looked_after,
    need_plan,
    need_review,
    need_visit,
    protection_plan,
    protection_visit,
    referral,
)

seen = need_visit.where(is_seen=True).called(
    "a child in need visit at which the child was seen", "The child was seen at a child in need visit"
)

services_needed = assessment.where(is_services_needed=True).ended.called(
    "an assessment that services are needed", "An assessment was authorised that found that services are needed"
)
in_care = looked_after.called("the child's being looked after")
planned = need_plan | protection_plan

plan = Standard(
    "need-plan", "Where an assessment finds that services are needed, a plan begins within 10 working days.",
    area=CHILD_IN_NEED, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["CIN-01"],
    cites=f"{WORKING_TOGETHER}; Children in Need census guide 2023-24, section 4.11",
    since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=LOCAL), of=services_needed,
        expect=(planned.started | services_needed & planned | initial_conference).called(
            "a child in need plan, a protection plan or a conference"
        ),
    ),
    lifted_by=(in_care,),
    note="A plan that the child already has keeps it, and so does a protection plan or a conference. Lifted for a child "
    "in care, whose plan is another. " + EDITION,
    examples="""
        assessment | need_plan | protection_plan | initial_conference | as_at || status
        2025-02-03 - 2025-03-03 [is_services_needed=yes] | 2025-03-17 |  |  | 2025-04-30 || met  # day 10
        2025-02-03 - 2025-03-03 [is_services_needed=yes] | 2025-03-18 |  |  | 2025-04-30 || late
        2025-02-03 - 2025-03-03 [is_services_needed=yes] |  |  |  | 2025-03-17 || due
        2025-02-03 - 2025-03-03 [is_services_needed=yes] |  |  |  | 2025-04-30 || overdue
        2025-02-03 - 2025-03-03 [is_services_needed=yes] | 2024-06-03 |  |  | 2025-04-30 || met  # had one
        2025-02-03 - 2025-03-03 [is_services_needed=yes] |  | 2025-03-10 |  | 2025-04-30 || met  # on a plan
        2025-02-03 - 2025-03-03 [is_services_needed=yes] |  |  | 2025-03-13 | 2025-04-30 || met  # at conference
        2025-02-03 - 2025-03-03 [is_services_needed=yes] |  |  | 2025-03-20 | 2025-04-30 || late  # at conference
        2025-02-03 - 2025-03-03 [is_services_needed=no] |  |  |  | 2025-04-30 || -
        2025-02-03 [is_services_needed=yes] |  |  |  | 2025-04-30 || -  # still going on
    """,
)  # fmt: skip

reviewed = Standard(
    "need-reviews", "A child in need plan is reviewed at least every three months.",
    area=CHILD_IN_NEED, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["CIN-02"],
    cites=f"{WORKING_TOGETHER} (reviewed regularly); the number is of the kind local procedures set",
    since=NOT_VERIFIED,
    rule=every(months(3, force=LOCAL), during=need_plan, expect=need_review),
    lifted_by=(protection_plan, in_care),
    note="Lifted where the child is on a protection plan or looked after, whose reviews take its place. " + EDITION,
    examples="""
        need_plan               | need_review | looked_after | as_at      || status    | due_on
        2025-01-06              | 2025-04-06  |              | 2025-05-31 || met; due  | 2025-04-06; 2025-07-06
        2025-01-06              | 2025-04-07  |              | 2025-05-31 || late; due |
        2025-01-06              |             |              | 2025-04-06 || due       |
        2025-01-06              |             |              | 2025-05-31 || overdue   |
        2025-01-06 - 2025-03-31 |             |              | 2025-05-31 || ceased    |
        # lifted
        2025-01-06              |             | 2025-03-10   | 2025-05-31 || ceased    |
        # no plan
                                | 2025-04-06  |              | 2025-05-31 || -         |
    """,
)  # fmt: skip

visited = Standard(
    "need-visits", "A child in need is visited, and seen, at least every 20 working days.",
    area=CHILD_IN_NEED, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CIN-03"],
    cites="Ofsted's inspection of Torbay 2018, recommendation 2; the number is of the kind Torbay publishes",
    since=NOT_VERIFIED,
    rule=every(working_days(20, force=LOCAL), during=need_plan & under(18), expect=seen),
    lifted_by=(protection_plan, in_care),
    note="A visit on which nobody says that the child was seen does not count. Lifted where the child is on a "
    "protection plan or looked after, whose visits take its place. Before birth nobody can be seen: it starts at "
    "birth.",
    examples="""
        need_plan               | need_visit               | protection_plan | born       | as_at      || status
        2025-03-03              | 2025-03-31 [is_seen=yes] |                 | 2015-06-01 | 2025-04-10 || met; due
        2025-03-03              | 2025-04-01 [is_seen=yes] |                 | 2015-06-01 | 2025-04-10 || late; due
        # nobody in
        2025-03-03              | 2025-03-14 [is_seen=no]  |                 | 2015-06-01 | 2025-04-10 || overdue
        2025-03-03              |                          |                 | 2015-06-01 | 2025-03-31 || due
        2025-03-03 - 2025-03-20 |                          |                 | 2015-06-01 | 2025-04-10 || ceased
        # lifted
        2025-03-03              |                          | 2025-03-20      | 2015-06-01 | 2025-04-10 || ceased
        # not yet born
        2025-03-03              |                          |                 |            | 2025-04-10 || -
    """,
)  # fmt: skip

seen_alone = Standard(
    "need-seen-alone", "A child in need of four or over is seen alone at least every 12 weeks.",
    area=CHILD_IN_NEED, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CIN-04"],
    cites="Ofsted's inspection of Torbay 2018, recommendation 2",
    since=NOT_VERIFIED,
    rule=every(
        weeks(12, force=LOCAL), during=need_plan & reached(4),
        expect=need_visit.where(is_alone=True).called(
            "a child in need visit at which the child was seen alone", "The child was seen alone at a child in need visit"
        ),
    ),
    lifted_by=(
        need_visit.where(is_reason_given=True).called("a visit with a recorded reason for not being alone"),
        protection_plan, in_care,
    ),
    note="From the fourth birthday: our choice, the age below which the national return on looked-after children "
    "expects no view of the child's own. A recorded reason (the child refused) lifts the interval it falls in, until "
    "the child is next seen alone.",
    examples="""
        need_plan | need_visit | protection_plan | born | as_at || status
        2025-03-03 | 2025-05-26 [is_alone=yes] |  | 2015-06-01 | 2025-06-10 || met; due
        2025-03-03 | 2025-05-27 [is_alone=yes] |  | 2015-06-01 | 2025-06-10 || late; due
        2025-03-03 | 2025-03-24 [is_seen=yes, is_alone=no] |  | 2015-06-01 | 2025-06-10 || overdue
        2025-03-03 |  |  | 2015-06-01 | 2025-05-26 || due
        2025-03-03 | 2025-03-24 [is_reason_given=yes] |  | 2015-06-01 | 2025-06-10 || ceased  # lifted
        2025-03-03 |  | 2025-04-14 | 2015-06-01 | 2025-06-10 || ceased  # lifted
        2025-03-03 - 2025-05-01 |  |  | 2015-06-01 | 2025-06-10 || ceased
        2025-03-03 |  |  | 2024-06-01 | 2025-06-10 || -  # a baby
    """,
)  # fmt: skip

stepped_down = Standard(
    "step-down-plan", "A child who comes off a protection plan has a child in need plan within 10 working days.",
    area=CHILD_IN_NEED, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["CIN-06"],
    cites="A standard of the kind Hertfordshire's procedures set; Ofsted's inspection of Gloucestershire 2017, paragraph 34",
    since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=LOCAL), of=protection_plan.ended & referral & under(18),
        expect=(need_plan.started | protection_plan.ended & need_plan).called("a child in need plan"),
    ),
    lifted_by=(in_care,),
    note="Only while the child's case stays open; the procedure also asks that the plan lasts three months, which is "
    "not judged here. Such a plan that the child already has keeps it. Lifted where the child is looked after.",
    examples="""
    protection_plan         | need_plan  | referral                | looked_after | born       | as_at      || status
    # day 10
    2024-06-03 - 2025-03-03 | 2025-03-17 | 2024-05-01              |              | 2015-06-01 | 2025-04-30 || met
    2024-06-03 - 2025-03-03 | 2025-03-18 | 2024-05-01              |              | 2015-06-01 | 2025-04-30 || late
    2024-06-03 - 2025-03-03 |            | 2024-05-01              |              | 2015-06-01 | 2025-03-17 || due
    2024-06-03 - 2025-03-03 |            | 2024-05-01              |              | 2015-06-01 | 2025-04-30 || overdue
    # had one already
    2024-06-03 - 2025-03-03 | 2025-02-24 | 2024-05-01              |              | 2015-06-01 | 2025-04-30 || met
    # in care
    2024-06-03 - 2025-03-03 |            | 2024-05-01              | 2025-02-24   | 2015-06-01 | 2025-04-30 || ceased
    # closed
    2024-06-03 - 2025-03-03 |            | 2024-05-01 - 2025-03-10 |              | 2015-06-01 | 2025-04-30 || ceased
    # closed that day
    2024-06-03 - 2025-03-03 |            | 2024-05-01 - 2025-03-03 |              | 2015-06-01 | 2025-04-30 || -
    # 18 that day
    2024-06-03 - 2025-03-03 |            | 2024-05-01              |              | 2007-03-03 | 2025-04-30 || -
    """,
)  # fmt: skip

taken_on = referral.where(is_no_further_action=False)
seen_by_anyone = (
    seen | protection_visit.where(is_seen=True) | care_visit.where(is_seen=True) | assessment.where(is_child_seen=True).ended
).called("a visit, or an assessment, at which the child was seen")  # fmt: skip

seen_before_closing = Standard(
    "seen-before-closing", "No case is closed unless the child was seen in the 20 working days before.",
    area=CHILD_IN_NEED, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["CIN-07"],
    cites="Ofsted's inspection of Gloucestershire 2017, page 11 (closed too soon)",
    since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=taken_on.ended & under(18), expect=seen_by_anyone, look_back=working_days(20, force=DEFAULT),
    ),
    lifted_by=(
        in_care, looked_after.ended.called("the end of being looked after, on that day"),
        referral.where(closure_reason=one_of("RC1", "RC2", "RC5")).ended.called(
            "the child's adoption, death or move to another authority"
        ),
    ),
    note="A visit of any kind at which the child was seen counts, and so does an assessment finished in those days at which the "
    "child was seen. With a plan or without one; the manager's decision to close is a standard of its own.",
    examples="""
        referral | need_visit | protection_visit | assessment | looked_after | born | as_at || status
        # 20 days before
        2024-06-03 - 2025-03-31 [is_no_further_action=no] | 2025-03-03 [is_seen=yes] |  |  |  | 2015-06-01 | 2025-04-30 || met
        2024-06-03 - 2025-03-31 [is_no_further_action=no] | 2025-02-28 [is_seen=yes] |  |  |  | 2015-06-01 | 2025-04-30 || overdue
        2024-06-03 - 2025-03-31 [is_no_further_action=no] | 2025-03-10 [is_seen=no] |  |  |  | 2015-06-01 | 2025-04-30 || overdue
        2024-06-03 - 2025-03-31 [is_no_further_action=no] |  |  |  |  | 2015-06-01 | 2025-03-31 || due
        # closed within days, nobody having seen the child
        2025-03-24 - 2025-03-31 [is_no_further_action=no] |  |  |  |  | 2015-06-01 | 2025-04-30 || overdue
        # and seen afterwards
        2025-03-24 - 2025-03-31 [is_no_further_action=no] | 2025-04-02 [is_seen=yes] |  |  |  | 2015-06-01 | 2025-04-30 || late
        # on a protection plan's visit; in the assessment; not in it
        2024-06-03 - 2025-03-31 [is_no_further_action=no] |  | 2025-03-24 [is_seen=yes] |  |  | 2015-06-01 | 2025-04-30 || met
        2025-02-10 - 2025-03-31 [is_no_further_action=no] |  |  | 2025-02-12 - 2025-03-31 [is_child_seen=yes] |  | 2015-06-01 | 2025-04-30 || met
        2025-02-10 - 2025-03-31 [is_no_further_action=no] |  |  | 2025-02-12 - 2025-03-31 [is_child_seen=no] |  | 2015-06-01 | 2025-04-30 || overdue
        # in care; left care that day; died
        2024-06-03 - 2025-03-31 [is_no_further_action=no] |  |  |  | 2024-09-02 | 2015-06-01 | 2025-04-30 || ceased
        2024-06-03 - 2025-03-31 [is_no_further_action=no] |  |  |  | 2024-09-02 - 2025-03-31 | 2015-06-01 | 2025-04-30 || ceased
        2024-06-03 - 2025-03-31 [is_no_further_action=no, closure_reason=RC2] |  |  |  |  | 2015-06-01 | 2025-04-30 || ceased
        # still open
        2024-06-03 [is_no_further_action=no] |  |  |  |  | 2015-06-01 | 2025-04-30 || -
        # never taken on
        2025-03-24 - 2025-03-25 [is_no_further_action=yes] |  |  |  |  | 2015-06-01 | 2025-04-30 || -
        # 18 that day
        2024-06-03 - 2025-03-31 [is_no_further_action=no] |  |  |  |  | 2007-03-31 | 2025-04-30 || -
    """,
)  # fmt: skip
