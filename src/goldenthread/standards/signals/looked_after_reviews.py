"""Questions about looked-after reviews, for the auditor: whose views were heard, and did the review come first?"""

from goldenthread.standards.catalogue.sources import CARE_PLANNING, LOOKED_AFTER_RETURN
from goldenthread.standards.catalogue.words import IRO_SERVICE, REVIEWS, SERVICE_MANAGER
from goldenthread.standards.language import (
    DEFAULT,
    GUIDANCE,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    days,
    months,
    never,
    one_of,
    reached,
    weeks,
    within,
)
from goldenthread.standards.vocabulary import care_plan, looked_after, review, review_cancelled

views_not_heard = Standard(
    "review-views-not-conveyed", "A review that the child's views did not reach asks why, and what would help.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=MEDIUM, kind="question", reference=["CV-02"],
    cites=f"{LOOKED_AFTER_RETURN}: REVIEW_CODE", since=NOT_VERIFIED,
    rule=never(
        review.where(participation=one_of("PN4", "PN7")).called(
            "a review that the child's views did not reach",
            "A looked-after review was held without the child's views reaching it",
        )
        & reached(4),
        force=GUIDANCE,
    ),
    note="PN4: was there and contributed by no means. PN7: was not there and sent no views. A young person may "
    "choose that; the question is whether it was a choice. No number.",
    examples="""
        born       | review                         | as_at      || status
        2014-06-01 | 2025-03-31 [participation=PN7] | 2025-06-01 || not_met
        2014-06-01 | 2025-03-31 [participation=PN4] | 2025-06-01 || not_met
        2014-06-01 | 2025-03-31 [participation=PN6] | 2025-06-01 || -        # a message to the chair
        2014-06-01 | 2025-03-31                     | 2025-06-01 || -        # not recorded: another matter
        2022-06-01 | 2025-03-31 [participation=PN7] | 2025-06-01 || -        # under four
    """,
)  # fmt: skip

plan_changed_first = Standard(
    "care-plan-changed-after-review",
    "Replacing a care plan asks whether a review considered it first, in the six weeks before.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=MEDIUM, kind="question", reference=["RV-04"],
    cites=f"{CARE_PLANNING}, reg 32(2)", since="2011-04-01",
    rule=within(
        days(0, force=DEFAULT),
        of=care_plan.ended.called("the replacing of a care plan", "The care plan was replaced") & looked_after,
        expect=review, look_back=weeks(6, force=DEFAULT),
    ),
    note="The regulation: no significant change without a review first, unless that is not reasonably practicable. A "
    "new version is taken for a change, and not every one is significant. How long before is not said; six weeks are "
    "a default.",
    examples="""
        looked_after            | care_plan                           | review     | as_at      || status  | done_on
        2024-01-08              | 2024-01-15 - 2025-03-03; 2025-03-03 | 2025-02-24 | 2025-06-01 || met     | 2025-02-24
        2024-01-08              | 2024-01-15 - 2025-03-03; 2025-03-03 | 2025-03-03 | 2025-06-01 || met     | 2025-03-03
        # seven weeks before
        2024-01-08              | 2024-01-15 - 2025-03-03; 2025-03-03 | 2025-01-13 | 2025-06-01 || overdue | -
        2024-01-08              | 2024-01-15 - 2025-03-03; 2025-03-03 | 2025-03-10 | 2025-06-01 || late    | 2025-03-10
        # ended with being looked after
        2024-01-08 - 2025-03-03 | 2024-01-15 - 2025-03-03             |            | 2025-06-01 || -       |
        # the first plan
        2024-01-08              | 2024-01-15                          |            | 2025-06-01 || -       |
    """,
)  # fmt: skip

put_off_again = Standard(
    "review-cancelled-again", "A second cancelled review within six months asks why.",
    area=REVIEWS, responsible=SERVICE_MANAGER, severity=MEDIUM, kind="question", reference=["RV-11"],
    cites="Standard Safeguarding Dataset: clar_cla_review_cancelled", since=NOT_VERIFIED,
    rule=never(review_cancelled.repeated(2, within=months(6, force=DEFAULT)), force=DEFAULT),
    note="No number is given anywhere for the window; six months are a default. A review adjourned by the reviewing "
    "officer is not cancelled.",
    examples="""
        review_cancelled                   | as_at      || status  | opened_on
        2024-12-02; 2025-03-03             | 2025-06-01 || not_met | 2025-03-03
        2024-08-31; 2025-02-28             | 2025-06-01 || not_met | 2025-02-28  # the last day of February
        2024-08-27; 2025-02-28             | 2025-06-01 || -       |             # more than six months
        2024-12-02; 2025-03-03; 2025-04-07 | 2025-06-01 || not_met | 2025-03-03  # the third is the same run
        2025-03-03                         | 2025-06-01 || -       |             # once
    """,
)  # fmt: skip
