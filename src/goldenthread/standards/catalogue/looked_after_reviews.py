"""Looked-after reviews and the independent reviewing officer: Part 6 of the Care Planning Regulations.

The reviews of children placed for adoption are in adoption.py: the Care Planning Regulations do not apply to them.
"""

from dataclasses import replace

from goldenthread.standards.catalogue.sources import (
    AFTER_CORONAVIRUS,
    BEFORE_CORONAVIRUS,
    CARE_PLANNING,
    IRO_HANDBOOK,
    LOOKED_AFTER_RETURN,
    NOT_JUDGED_IN_2020,
)
from goldenthread.standards.catalogue.words import HEAD_OF_SERVICE, IRO_SERVICE, REVIEWS
from goldenthread.standards.language import (
    DEFAULT,
    GUIDANCE,
    HIGH,
    LAW,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    always,
    every,
    months,
    never,
    reached,
    unknown,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    dispute,
    iro_contact,
    looked_after,
    placed_for_adoption,
    review,
    review_adjourned,
    review_decisions,
    review_record,
    reviewing_officer,
    short_break,
)

NOT_THESE = (review_adjourned, short_break, placed_for_adoption)

ADJOURNED = (
    "The officer may adjourn a review that cannot decide (reg 36(2)): it is then neither kept nor a shortfall, and "
    "`review-after-adjournment` watches that it is completed. "
)

first_review = Standard(
    "review-first", "A looked-after child's case is first reviewed within 20 working days.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=HIGH, reference=["RV-01"],
    cites=f"{CARE_PLANNING}, reg 33(1)", since="2011-04-01",
    rule=within(working_days(20, force=LAW), of=looked_after, expect=review),
    lifted_by=NOT_THESE,
    note=ADJOURNED + "A review called sooner, because the officer asks or a remand ends, is not judged.",
    examples="""
        looked_after | review     | review_adjourned | placed_for_adoption | as_at      || status | due_on | days_over
        2025-03-03 | 2025-03-31 |  |  | 2025-04-30 || met | 2025-03-31 | 0  # day 20
        2023-12-23 | 2024-01-24 |  |  | 2024-04-30 || met | 2024-01-24 | 0  # a Saturday, and three bank holidays
        2025-04-07 | 2025-05-08 |  |  | 2025-06-01 || met | 2025-05-08 | 0  # and three more
        2025-03-03 | 2025-04-01 |  |  | 2025-04-30 || late | 2025-03-31 | 1  # day 21
        2025-03-03 |  |  |  | 2025-03-31 || due | 2025-03-31 | 0
        2025-03-03 |  |  |  | 2025-04-03 || overdue | 2025-03-31 | 3
        2025-03-03 - 2025-03-20 |  |  |  | 2025-06-01 || ceased | 2025-03-31 | 0  # came home first
        2025-03-03 - 2025-04-10 |  |  |  | 2025-06-01 || overdue | 2025-03-31 | 10  # came home unreviewed
        2025-03-03 | 2025-04-14 | 2025-03-28 |  | 2025-06-01 || ceased | 2025-03-31 | 0  # adjourned
        2025-03-03 |  |  | 2025-03-03 | 2025-06-01 || ceased | 2025-03-31 | 0  # placed for adoption at once
        # before the Regulations
        2010-03-01   | 2010-06-01 |                  |                     | 2010-07-01 || -      |        |
    """,
)  # fmt: skip

adjourned_review = Standard(
    "review-after-adjournment", "A review that was adjourned is completed within 20 working days.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=HIGH, reference=["RV-01", "RV-02", "RV-03"],
    cites=f"{CARE_PLANNING}, reg 36(2)", since="2011-04-01",
    rule=within(
        working_days(20, force=DEFAULT), of=review_adjourned & looked_after,
        expect=review.called("the completion of the adjourned review"),
    ),
    note="The limit of 20 working days and of one adjournment is from knowledge of the regulation; its text has not "
    "been read. The date of the completed meeting is the date of the review.",
    examples="""
        looked_after            | review_adjourned | review     | as_at      || status  | due_on
        2025-03-03              | 2025-03-28       | 2025-04-29 | 2025-06-01 || met     | 2025-04-29
        2025-03-03              | 2025-03-28       | 2025-04-30 | 2025-06-01 || late    | 2025-04-29
        2025-03-03              | 2025-03-28       |            | 2025-06-01 || overdue | 2025-04-29
        2025-03-03 - 2025-04-10 | 2025-03-28       |            | 2025-06-01 || ceased  | 2025-04-29
        2025-03-03              |                  | 2025-03-28 | 2025-06-01 || -       |  # held, not adjourned
    """,
)  # fmt: skip

second_review_until_2020 = Standard(
    "review-second", "The second review of a looked-after child's case is within three months of the first.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=HIGH, reference=["RV-02"],
    cites=f"{CARE_PLANNING}, reg 33(2)", since="2011-04-01", until=BEFORE_CORONAVIRUS,
    rule=every(
        months(3, force=LAW), during=looked_after, expect=review, from_=review.nth(1), until=review.nth(2)
    ),
    lifted_by=NOT_THESE,
    note=f"{ADJOURNED}Three months run from the day the first review was held, not from the day it was due. "
    + NOT_JUDGED_IN_2020,
    examples="""
        looked_after | review                 | as_at      || status  | due_on
        2019-03-04   | 2019-04-01; 2019-07-01 | 2019-08-01 || met     | 2019-07-01
        2019-03-04   | 2019-04-01; 2019-07-02 | 2019-08-01 || late    | 2019-07-01
        2019-03-04   | 2019-04-01             | 2019-08-01 || overdue | 2019-07-01
        2019-03-04   |                        | 2019-08-01 || -       |  # no first review: that is the shortfall
    """,
)  # fmt: skip

second_review = replace(
    second_review_until_2020, since=AFTER_CORONAVIRUS, until=None,
    examples="""
        looked_after | review                 | review_adjourned | as_at      || status  | due_on     | days_over
        # the last day of February
        2024-11-04   | 2024-11-30; 2025-02-28 |                  | 2025-03-01 || met     | 2025-02-28 | 0
        2024-11-04   | 2024-11-30; 2025-03-01 |                  | 2025-03-01 || late    | 2025-02-28 | 1
        # held early, so due early
        2025-03-03   | 2025-03-10; 2025-06-16 |                  | 2025-07-01 || late    | 2025-06-10 | 6
        2025-03-03   | 2025-03-24             |                  | 2025-06-24 || due     | 2025-06-24 | 0
        2025-03-03   | 2025-03-24             |                  | 2025-06-30 || overdue | 2025-06-24 | 6
        2025-03-03 - 2025-05-01 | 2025-03-24 |  | 2025-08-01 || ceased | 2025-06-24 | 0
        2025-03-03   | 2025-03-24             | 2025-06-20       | 2025-07-01 || ceased  | 2025-06-24 | 0  # adjourned
        2025-03-03 | 2025-03-24; 2025-06-20; 2026-01-20 |  | 2026-02-01 || met | 2025-06-24 | 0  # the third: six months
        # relaxed in 2020
        2020-05-04   | 2020-06-01             |                  | 2020-12-01 || -       |            |
    """,
)  # fmt: skip

later_reviews = Standard(
    "review-later", "After the second review a looked-after child's case is reviewed at least every six months.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=HIGH, reference=["RV-03"],
    cites=f"{CARE_PLANNING}, reg 33(2)", since="2011-04-01",
    rule=every(months(6, force=LAW), during=looked_after, expect=review, from_=review.nth(2)),
    lifted_by=NOT_THESE,
    note=f"{ADJOURNED}Six months run from the day of the last review. In a long-term foster placement a review need "
    "not be a meeting every time (SI 2015/495), but it is still owed.",
    examples="""
        looked_after | review                 | placed_for_adoption | as_at      || status | due_on
        2024-01-08 | 2024-02-05; 2024-05-01; 2024-11-01 |  | 2024-12-01 || met; due | 2024-11-01; 2025-05-01
        2024-01-08 | 2024-02-05; 2024-05-01; 2024-11-02 |  | 2024-12-01 || late; due | 2024-11-01; 2025-05-02
        2023-01-09 | 2023-02-06; 2023-05-02; 2023-08-31 |  | 2024-03-01 || met; overdue | 2023-11-02; 2024-02-29
        2024-01-08 - 2024-09-02 | 2024-02-05; 2024-05-01 |  | 2024-12-01 || ceased | 2024-11-01
        # placed for adoption: other reviews
        2024-01-08   | 2024-02-05; 2024-05-01 | 2024-10-14          | 2024-12-01 || ceased |
        # the second is not yet held
        2024-01-08   | 2024-02-05             |                     | 2024-12-01 || -      |
    """,
)  # fmt: skip

officer = Standard(
    "reviewing-officer-appointed",
    "A looked-after child has an independent reviewing officer at all times, the first within five working days.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=MEDIUM, reference=["CLA-12"],
    cites=f"Children Act 1989, section 25A; {IRO_HANDBOOK}", since="2011-04-01",
    rule=always(reviewing_officer, during=looked_after, grace=working_days(5, force=DEFAULT)),
    note="The Act requires the appointment; five working days are from knowledge of the Handbook, not read. The same "
    "time is allowed when one officer follows another.",
    examples="""
        looked_after            | reviewing_officer       | as_at      || status  | opened_on  | due_on
        2025-03-03              | 2025-03-03              | 2025-06-01 || met     | 2025-03-03 | 2025-03-03
        2025-03-03              | 2025-03-10              | 2025-06-01 || met     | 2025-03-03 | 2025-03-10
        2025-03-03              | 2025-03-11              | 2025-06-01 || not_met | 2025-03-03 | 2025-03-10
        2025-03-03              |                         | 2025-03-07 || due     | 2025-03-03 | 2025-03-10
        2025-03-03              |                         | 2025-06-01 || not_met | 2025-03-03 | 2025-03-10
        # left; nobody followed
        2025-03-03              | 2025-03-03 - 2025-05-01 | 2025-06-01 || not_met | 2025-05-01 | 2025-05-09
        2025-03-03 - 2025-03-06 |                         | 2025-06-01 || ceased  | 2025-03-03 | 2025-03-10
                                | 2025-03-03              | 2025-06-01 || -       |            |  # not looked after
    """,
)  # fmt: skip

decisions = Standard(
    "review-decisions-issued", "The decisions of a review are issued within five working days.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=MEDIUM, reference=["RV-05"],
    cites=f"{IRO_HANDBOOK}, chapter 3", since=NOT_VERIFIED,
    rule=within(
        working_days(5, force=GUIDANCE), of=review,
        expect=review_decisions.called("the issuing of the review's decisions"),
    ),
    note="Seen in a procedure that quotes the Handbook. The manager's five working days to object are not judged.",
    examples="""
        review     | review_decisions | as_at      || status  | due_on
        2025-04-14 | 2025-04-23       | 2025-06-01 || met     | 2025-04-23  # Good Friday and Easter Monday between
        2025-04-14 | 2025-04-24       | 2025-06-01 || late    | 2025-04-23
        2025-04-14 |                  | 2025-04-22 || due     | 2025-04-23
        2025-04-14 |                  | 2025-06-01 || overdue | 2025-04-23
                   | 2025-04-14       | 2025-06-01 || -       |
    """,
)  # fmt: skip

record = Standard(
    "review-record-distributed", "The full record of a review is distributed within 20 working days.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=MEDIUM, reference=["RV-06"],
    cites=f"{IRO_HANDBOOK}, chapter 3", since=NOT_VERIFIED,
    rule=within(working_days(20, force=DEFAULT), of=review, expect=review_record),
    note="The number is from knowledge of the Handbook, not read. Its 15 working days for completing the record are "
    "not judged: nothing tells completion from distribution.",
    examples="""
        review     | review_record | as_at      || status  | due_on
        2025-03-03 | 2025-03-31    | 2025-06-01 || met     | 2025-03-31
        2025-03-03 | 2025-04-01    | 2025-06-01 || late    | 2025-03-31
        2025-03-03 |               | 2025-03-31 || due     | 2025-03-31
        2025-03-03 |               | 2025-06-01 || overdue | 2025-03-31
                   | 2025-04-14    | 2025-06-01 || -       |
    """,
)  # fmt: skip

officer_check = Standard(
    "reviewing-officer-check",
    "The independent reviewing officer checks on the plan, or sees the child, between reviews.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=MEDIUM, reference=["RV-09"],
    cites=f"{IRO_HANDBOOK}: monitoring on an ongoing basis", since=NOT_VERIFIED,
    rule=every(months(3, force=DEFAULT), during=looked_after, expect=iro_contact),
    lifted_by=(short_break,),
    note="The officer's duty to monitor has no number; three months is about midway between reviews.",
    examples="""
        looked_after            | iro_contact | short_break | as_at      || status    | due_on
        2025-01-06              | 2025-04-06  |             | 2025-05-01 || met; due  | 2025-04-06; 2025-07-06
        2025-01-06              | 2025-04-07  |             | 2025-05-01 || late; due | 2025-04-06; 2025-07-07
        2025-01-06              |             |             | 2025-05-01 || overdue   | 2025-04-06
        2025-01-06 - 2025-03-20 |             |             | 2025-05-01 || ceased    | 2025-04-06
        2025-01-06              |             | 2025-01-06  | 2025-05-01 || ceased    | 2025-04-06
                                | 2025-01-20  |             | 2025-05-01 || -         |
    """,
)  # fmt: skip

dispute_resolved = Standard(
    "dispute-resolved", "A dispute raised by a reviewing officer or a conference chair is resolved within 20 working days.",
    area=REVIEWS, responsible=HEAD_OF_SERVICE, severity=HIGH, reference=["RV-10"],
    cites=f"{IRO_HANDBOOK}, chapter 6", since=NOT_VERIFIED,
    rule=within(working_days(20, force=DEFAULT), of=dispute, expect=dispute.ended.called("the resolution of the dispute")),
    note="The number is from knowledge of the Handbook, not read. A conference chair's dispute is judged alike.",
    examples="""
        dispute                 | as_at      || status  | due_on     | done_on
        2025-03-03 - 2025-03-31 | 2025-06-01 || met     | 2025-03-31 | 2025-03-31
        2025-03-03 - 2025-04-01 | 2025-06-01 || late    | 2025-03-31 | 2025-04-01
        2025-03-03              | 2025-03-31 || due     | 2025-03-31 | -
        2025-03-03              | 2025-06-01 || overdue | 2025-03-31 | -
                                | 2025-06-01 || -       |            |
    """,
)  # fmt: skip

participation_recorded = Standard(
    "review-participation-recorded", "How a child of four or over took part in each review is recorded.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=MEDIUM, reference=["CV-02"],
    cites=f"{LOOKED_AFTER_RETURN}: REVIEW_CODE", since=NOT_VERIFIED,
    rule=never(
        review.where(participation=unknown).called(
            "a review without a record of how the child took part",
            "A looked-after review was held without a record of how the child took part",
        )
        & reached(4),
        force=GUIDANCE,
    ),
    note="No number. Judged only where a source holds participation codes at all.",
    examples="""
        born       | review                         | as_at      || status
        2015-06-01 | 2025-03-31 [participation=PN1] | 2025-04-30 || -
        2015-06-01 | 2025-03-31 [participation=PN7] | 2025-04-30 || -        # recorded; what it says is another matter
        2015-06-01 | 2025-03-31                     | 2025-04-30 || not_met
        2022-06-01 | 2025-03-31                     | 2025-04-30 || -        # under four
        2021-03-31 | 2025-03-31                     | 2025-04-30 || not_met  # four that day
    """,
)  # fmt: skip
