"""What children say they want, and what is done about it: answered, whatever the answer is.

Law: Children Act 1989, section 22(4) and (5) (due consideration), sections 17(4A) and 47(5A). Ofsted found wishes that
were not considered even where they were clearly said. A wish is not a decision: "no", with its reason, is an answer.
"""

from goldenthread.standards.catalogue.words import IRO_SERVICE, QUALITY, RECORD, REVIEWS, SOCIAL_WORKER
from goldenthread.standards.language import (
    DEFAULT,
    HIGH,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    days,
    months,
    never,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import left_empty, need_review, review, review_conference, wish, wish_answered

CONSIDERED = (
    "Children Act 1989, section 22(4) and (5); Ofsted's monitoring visit to Gloucestershire, May 2018, as the press reported it"
)

meeting = (review | review_conference | need_review).called("a review")
passed_over = (wish.after(days(1, force=DEFAULT)) & meeting.lasting(days(1, force=DEFAULT))).started.called(
    "a wish that waits when a review is held", "A review was held while something the child wants was waiting for an answer",
)  # fmt: skip
answer = wish_answered.called("an answer to what the child wants", "The child was given an answer")

answered = Standard(
    "wish-answered", "What a child wants is answered at the next review, or within 10 working days of it.",
    area=REVIEWS, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CV-03"],
    cites=CONSIDERED, since=NOT_VERIFIED,
    rule=within(
        working_days(10, force=DEFAULT), of=passed_over, expect=answer, look_back=months(12, force=DEFAULT),
        linked_by="wish_id",
    ),
    note="The number is ours. A review of any kind, or a review conference. It is answered where the review says what it did "
    "with this wish, or the child has been told; no, with the reason, is an answer. A wish said on the day of the review "
    "waits for the next.",
    examples="""
        wish                                | review     | wish_answered          | as_at      || status  | due_on
        # the review answered it
        2025-02-03 [wish_id=1]              | 2025-03-03 | 2025-03-03 [wish_id=1] | 2025-04-30 || met     | 2025-03-17
        2025-02-03 - 2025-03-17 [wish_id=1] | 2025-03-03 | 2025-03-17 [wish_id=1] | 2025-04-30 || met     | 2025-03-17
        2025-02-03 - 2025-03-18 [wish_id=1] | 2025-03-03 | 2025-03-18 [wish_id=1] | 2025-04-30 || late    |
        2025-02-03 [wish_id=1]              | 2025-03-03 |                        | 2025-03-17 || due     |
        2025-02-03 [wish_id=1]              | 2025-03-03 |                        | 2025-04-30 || overdue |
        # another wish
        2025-02-03 [wish_id=1]              | 2025-03-03 | 2025-03-03 [wish_id=2] | 2025-04-30 || overdue |
        # answered before the review
        2025-02-03 - 2025-02-10 [wish_id=1] | 2025-03-03 | 2025-02-10 [wish_id=1] | 2025-04-30 || -       |
        # no review yet
        2025-02-03 [wish_id=1]              |            |                        | 2025-04-30 || -       |
        # said at the review
        2025-03-03 [wish_id=1]              | 2025-03-03 |                        | 2025-04-30 || -       |
    """,
)  # fmt: skip

across_two_reviews = Standard(
    "wish-across-two-reviews", "No child waits across two reviews for an answer.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=HIGH, reference=["CV-03"],
    cites=CONSIDERED, since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=passed_over.repeated(2, within=months(12, force=DEFAULT), same="wish_id"), expect=answer,
        look_back=months(12, force=DEFAULT), linked_by="wish_id",
    ),
    note="The same wish, twice within 12 months, both numbers ours: for the reviewing officer, who may raise a dispute.",
    examples="""
        wish                                | review                 | wish_answered          | as_at      || status
        2025-01-06 [wish_id=1]              | 2025-02-03; 2025-05-05 |                        | 2025-06-30 || overdue
        2025-01-06 [wish_id=1]              | 2025-02-03; 2025-05-05 |                        | 2025-05-05 || due
        2025-01-06 - 2025-05-12 [wish_id=1] | 2025-02-03; 2025-05-05 | 2025-05-12 [wish_id=1] | 2025-06-30 || late
        2025-01-06 [wish_id=1]              | 2025-02-03; 2025-05-05 | 2025-05-05 [wish_id=1] | 2025-06-30 || met
        # the first review answered it
        2025-01-06 [wish_id=1]              | 2025-02-03; 2025-05-05 | 2025-02-03 [wish_id=1] | 2025-06-30 || met
        2025-01-06 [wish_id=1]              | 2025-02-03             |                        | 2025-06-30 || -
        # two wishes, each passed over once
        2025-01-06 - 2025-02-10 [wish_id=1]; 2025-03-03 [wish_id=2] | 2025-02-03; 2025-05-05 | | 2025-06-30 || -
    """,
)  # fmt: skip

heard = Standard(
    "child-not-heard-twice",
    "Does anybody listen to this child? Twice within 12 months a plan, assessment or review says nothing of the child's wishes.",
    area=RECORD, responsible=QUALITY, severity=MEDIUM, kind="question", reference=["CV-01"],
    cites="Children Act 1989, sections 17(4A), 22(4) and 47(5A); Ofsted's inspection of Gloucestershire 2017, paragraphs 37, 38 "
    "and 109",
    since=NOT_VERIFIED,
    rule=never(
        left_empty.where(section="the child's wishes").called(
            "a record silent about the child's wishes", "A plan, assessment or review left something out"
        ).repeated(2, within=months(12, force=DEFAULT)),
        force=DEFAULT,
    ),
    note="A question for an auditor, never a worker's shortfall: one empty section is told, where it is one, of the minutes or "
    "the plan itself.",
    examples="""
        left_empty | as_at || status | opened_on
        2025-01-06 [of=care plan, section=the child's wishes]; 2025-06-02 [of=review, section=the child's wishes] | 2025-06-30 || not_met | 2025-06-02
        2025-01-06 [of=care plan, section=the child's wishes]; 2026-06-02 [of=review, section=the child's wishes] | 2026-06-30 || - |
        2025-01-06 [of=care plan, section=the child's wishes] | 2025-06-30 || - |
        2025-01-06 [of=care plan, section=the child's wishes]; 2025-06-02 [of=review, section=health] | 2025-06-30 || - |
    """,  # noqa: E501
)  # fmt: skip
