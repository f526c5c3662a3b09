"""Visits to looked-after children living with a parent or a connected person: regulation 28(3), (4) and (5).

These stand in place of the general visits of care_visits.py. In the first weeks the child may be at most risk, so the
law asks for a visit a week until the first review. "Once a week" is judged as no more than seven days between visits:
one visit in each calendar week would allow gaps of thirteen days.
"""

from goldenthread.standards.catalogue.placement_types import WITH_PARENT
from goldenthread.standards.catalogue.sources import CARE_PLANNING
from goldenthread.standards.catalogue.words import CARE, SOCIAL_WORKER
from goldenthread.standards.language import CRITICAL, HIGH, LAW, Standard, every, weeks, within
from goldenthread.standards.vocabulary import (
    care_visit,
    legal_status,
    placed_before_assessment,
    placement,
    review,
    temporary_approval,
)

at_home = placement.where(type=WITH_PARENT)
at_home_on_interim_order = (at_home & legal_status.where(code="C1")).called(
    "living with a parent under an interim care order",
    "The child came to be living with a parent under an interim care order",
)
at_home_on_care_order = (at_home & legal_status.where(code="C2")).called(
    "living with a parent under a care order", "The child came to be living with a parent under a care order"
)

UNTIL_FIRST_REVIEW = (
    "The first review is the first one held after this arrangement began. From 24 April 2020 to 31 March 2021 a visit "
    "could be made by telephone or video (SI 2020/445, SI 2020/909); the data do not tell the two apart."
)
LIVING_WITH_PARENT = (
    " Living with a parent is taken from the placement type (P1) and the order from the legal status; a source that "
    "cuts one period of either into several begins the weekly visits again."
)

unassessed_weekly = Standard(
    "care-visits-parent-unassessed-weekly",
    "A child placed with a parent before the assessment is visited at least weekly until the first review.",
    area=CARE, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["CLA-07"],
    cites=f"{CARE_PLANNING}, reg 28(3)(a)", since="2011-04-01",
    rule=every(weeks(1, force=LAW), during=placed_before_assessment, expect=care_visit, until=review.nth(1)),
    note=UNTIL_FIRST_REVIEW,
    examples="""
        placed_before_assessment | care_visit | review | as_at      || status       | due_on
        2025-03-03 | 2025-03-10; 2025-03-17 |  | 2025-03-20 || met; met; due | 2025-03-10; 2025-03-17; 2025-03-24
        2025-03-03 | 2025-03-10; 2025-03-18 |  | 2025-03-20 || met; late; due | 2025-03-10; 2025-03-17; 2025-03-25
        2025-03-03               | 2025-03-10 |        | 2025-03-20 || met; overdue | 2025-03-10; 2025-03-17
        # weekly until the review
        2025-03-03 | 2025-03-10 | 2025-03-14 | 2025-05-20 || met; ceased | 2025-03-10; 2025-03-17
        2025-03-03 - 2025-03-07  |            |        | 2025-05-20 || ceased       | 2025-03-10  # came away first
                                 | 2025-03-10 |        | 2025-05-20 || -            |
    """,
)  # fmt: skip

unassessed = Standard(
    "care-visits-parent-unassessed",
    "After the first review a child placed with a parent before the assessment is visited at least every six weeks.",
    area=CARE, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["CLA-07"],
    cites=f"{CARE_PLANNING}, reg 28(3)(b)", since="2011-04-01",
    rule=every(weeks(6, force=LAW), during=placed_before_assessment, expect=care_visit, from_=review.nth(1)),
    note=UNTIL_FIRST_REVIEW,
    examples="""
        placed_before_assessment | care_visit | review     | as_at      || status  | opened_on  | due_on
        # from 17 March
        2025-03-03 | 2025-03-17; 2025-04-28 | 2025-03-20 | 2025-04-30 || met; due |  | 2025-04-28; 2025-06-09
        2025-03-03 | 2025-03-17; 2025-04-29 | 2025-03-20 | 2025-04-30 || late; due |  |
        2025-03-03               | 2025-03-17 | 2025-03-20 | 2025-05-20 || overdue | 2025-03-20 | 2025-04-28
        2025-03-03 - 2025-04-10  | 2025-03-17 | 2025-03-20 | 2025-05-20 || ceased  | 2025-03-20 | 2025-04-28
        # no review yet: still weekly
        2025-03-03               | 2025-03-17 |            | 2025-05-20 || -       |            |
    """,
)  # fmt: skip

connected_weekly = Standard(
    "care-visits-temporary-approval-weekly",
    "A child with a temporarily approved connected person is visited at least weekly until the first review.",
    area=CARE, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["CLA-08"],
    cites=f"{CARE_PLANNING}, reg 28(4)(a)", since="2011-04-01",
    rule=every(weeks(1, force=LAW), during=temporary_approval, expect=care_visit, until=review.nth(1)),
    note=UNTIL_FIRST_REVIEW + " Judged only where the approval under regulation 24 is on the record: the placement "
    "types U2 and U3 do not tell a temporary approval from a full one.",
    examples="""
        temporary_approval      | care_visit | review     | as_at      || status      | due_on
        2025-04-14 | 2025-04-21; 2025-04-28 |  | 2025-04-30 || met; met; due | 2025-04-21; 2025-04-28; 2025-05-05
        # Easter Monday extends nothing
        2025-04-14              | 2025-04-22 |            | 2025-04-25 || late; due   | 2025-04-21; 2025-04-29
        2025-04-14              |            |            | 2025-04-25 || overdue     | 2025-04-21
        2025-04-14              | 2025-04-21 | 2025-04-25 | 2025-07-01 || met; ceased | 2025-04-21; 2025-04-28
        2025-04-14 - 2025-04-18 |            |            | 2025-07-01 || ceased      | 2025-04-21
                                | 2025-04-21 |            | 2025-07-01 || -           |  # fully approved
    """,
)  # fmt: skip

connected = Standard(
    "care-visits-temporary-approval",
    "After the first review a child with a temporarily approved connected person is visited at least every four weeks.",
    area=CARE, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["CLA-08"],
    cites=f"{CARE_PLANNING}, reg 28(4)(b)", since="2011-04-01",
    rule=every(weeks(4, force=LAW), during=temporary_approval, expect=care_visit, from_=review.nth(1)),
    note=UNTIL_FIRST_REVIEW,
    examples="""
        temporary_approval      | care_visit             | review     | as_at      || status    | due_on
        2025-04-14              | 2025-05-05; 2025-06-02 | 2025-05-09 | 2025-06-10 || met; due  | 2025-06-02; 2025-06-30
        2025-04-14              | 2025-05-05; 2025-06-03 | 2025-05-09 | 2025-06-10 || late; due | 2025-06-02; 2025-07-01
        2025-04-14              | 2025-05-05             | 2025-05-09 | 2025-06-10 || overdue   | 2025-06-02
        # fully approved
        2025-04-14 - 2025-05-20 | 2025-05-05             | 2025-05-09 | 2025-06-10 || ceased    | 2025-06-02
        2025-04-14              | 2025-05-05             |            | 2025-06-10 || -         |  # still weekly
    """,
)  # fmt: skip

interim_order_weekly = Standard(
    "care-visits-interim-order-home-weekly",
    "A child on an interim care order living with a parent is visited at least weekly until the first review.",
    area=CARE, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["CLA-08"],
    cites=f"{CARE_PLANNING}, reg 28(4)(a)", since="2011-04-01",
    rule=every(weeks(1, force=LAW), during=at_home_on_interim_order, expect=care_visit, until=review.nth(1)),
    lifted_by=(placed_before_assessment,),
    note=UNTIL_FIRST_REVIEW + LIVING_WITH_PARENT + " A placement before assessment (reg 19) is judged as such, once.",
    examples="""
        placement | legal_status | care_visit | review | placed_before_assessment | as_at || status
        2025-03-03 [type=P1] | 2025-03-03 [code=C1] | 2025-03-10; 2025-03-17 |  |  | 2025-03-20 || met; met; due
        2025-03-03 [type=P1] | 2025-03-03 [code=C1] | 2025-03-11 |  |  | 2025-03-14 || late; due
        2025-03-03 [type=P1] | 2025-03-03 [code=C1] |  |  |  | 2025-03-20 || overdue
        # the order was made on the 12th: the duty began that day
        2025-03-03 [type=P1] | 2025-03-12 [code=C1] | 2025-03-10 |  |  | 2025-03-20 || overdue
        2025-03-03 [type=P1] | 2025-03-03 - 2025-03-08 [code=C1] |  |  |  | 2025-06-01 || ceased  # the order ended
        2025-03-03 [type=P1] | 2025-03-03 [code=C1] | 2025-03-10 | 2025-03-14 |  | 2025-06-01 || met; ceased
        2025-03-03 [type=P1] | 2025-03-03 [code=C1] |  |  | 2025-03-03 | 2025-03-20 || ceased  # regulation 19
        2025-03-03 [type=P1] | 2025-03-03 [code=C2] |  |  |  | 2025-03-20 || -  # a full care order
        2025-03-03 [type=U6] | 2025-03-03 [code=C1] |  |  |  | 2025-03-20 || -  # with foster carers
    """,
)  # fmt: skip

interim_order = Standard(
    "care-visits-interim-order-home",
    "After the first review a child on an interim order living with a parent is visited at least every four weeks.",
    area=CARE, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["CLA-08"],
    cites=f"{CARE_PLANNING}, reg 28(4)(b)", since="2011-04-01",
    rule=every(weeks(4, force=LAW), during=at_home_on_interim_order, expect=care_visit, from_=review.nth(1)),
    note=UNTIL_FIRST_REVIEW + LIVING_WITH_PARENT,
    examples="""
        placement            | legal_status         | care_visit | review | as_at      || status | due_on
        2025-04-14 [type=P1] | 2025-04-14 [code=C1] | 2025-05-05; 2025-06-02 | 2025-05-09 | 2025-06-10 || met; due |
        2025-04-14 [type=P1] | 2025-04-14 [code=C1] | 2025-05-05; 2025-06-03 | 2025-05-09 | 2025-06-10 || late; due |
        2025-04-14 [type=P1] | 2025-04-14 [code=C1] | 2025-05-05 | 2025-05-09 | 2025-06-10 || overdue | 2025-06-02
        # a full care order from 20 May: six weeks
        2025-04-14 [type=P1] | 2025-04-14 - 2025-05-20 [code=C1] | 2025-05-05 | 2025-05-09 | 2025-06-10 || ceased |
        2025-04-14 [type=P1] | 2025-04-14 [code=C1] | 2025-05-05 |        | 2025-06-10 || -      |  # still weekly
    """,
)  # fmt: skip

care_order_first = Standard(
    "care-visit-care-order-home-first",
    "A child living with a parent is visited within a week of the making of a care order.",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-09"],
    cites=f"{CARE_PLANNING}, reg 28(5)(a)", since="2011-04-01",
    rule=within(weeks(1, force=LAW), of=at_home_on_care_order, expect=care_visit),
    lifted_by=(placed_before_assessment,),
    note="Where the child came home after the order, the week runs from the day of coming home." + LIVING_WITH_PARENT,
    examples="""
        placement | legal_status | care_visit | placed_before_assessment | as_at || status | due_on
        2025-01-06 [type=P1] | 2025-03-03 [code=C2] | 2025-03-10 |  | 2025-04-01 || met | 2025-03-10
        2025-01-06 [type=P1] | 2025-03-03 [code=C2] | 2025-03-11 |  | 2025-04-01 || late | 2025-03-10
        2025-01-06 [type=P1] | 2025-03-03 [code=C2] |  |  | 2025-04-01 || overdue | 2025-03-10
        2025-03-03 [type=P1] | 2024-06-03 [code=C2] |  |  | 2025-03-05 || due | 2025-03-10  # came home on the order
        2025-03-03 - 2025-03-06 [type=P1] | 2024-06-03 [code=C2] |  |  | 2025-04-01 || ceased | 2025-03-10
        2025-03-03 [type=P1] | 2024-06-03 [code=C2] |  | 2025-03-03 | 2025-04-01 || ceased |   # weekly: reg 28(3)
        2025-03-03 [type=U6] | 2024-06-03 [code=C2] |  |  | 2025-04-01 || - |   # with foster carers
        2025-03-03 [type=P1] | 2024-06-03 [code=V2] |  |  | 2025-04-01 || - |   # no order
    """,
)  # fmt: skip

care_order = Standard(
    "care-visits-care-order-home",
    "A child on a care order living with a parent is visited at least every six weeks.",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-09"],
    cites=f"{CARE_PLANNING}, reg 28(5)(b)", since="2011-04-01",
    rule=every(weeks(6, force=LAW), during=at_home_on_care_order, expect=care_visit),
    note="The interval runs from the last visit made, or from the start." + LIVING_WITH_PARENT,
    examples="""
        placement            | legal_status         | care_visit             | as_at      || status         | due_on
        2025-03-03 [type=P1] | 2025-01-06 [code=C2] | 2025-03-07; 2025-04-18 | 2025-04-18 || met; met; due  |
        2025-03-03 [type=P1] | 2025-01-06 [code=C2] | 2025-03-07; 2025-04-19 | 2025-04-19 || met; late; due |
        2025-03-03 [type=P1] | 2025-01-06 [code=C2] | 2025-03-07 | 2025-05-01 || met; overdue | 2025-04-14; 2025-04-18
        # the order was discharged
        2025-03-03 [type=P1] | 2025-01-06 - 2025-04-10 [code=C2] | 2025-03-07 | 2025-06-01 || met; ceased |
        # an interim order
        2025-03-03 [type=P1] | 2025-01-06 [code=C1] | 2025-03-07             | 2025-06-01 || -              |
        # with foster carers
        2025-03-03 [type=U6] | 2025-01-06 [code=C2] | 2025-03-07             | 2025-06-01 || -              |
    """,
)  # fmt: skip
