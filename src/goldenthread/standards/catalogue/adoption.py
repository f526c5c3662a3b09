"""Adoption: from the plan to the placement, and what stands in place of the Care Planning Regulations once placed.

Limits are those of the Statutory Guidance on Adoption (2013) and of regulation 36 of the Adoption Agencies Regulations
2005, as the guidance restates it. Nothing here reads a record sealed after an adoption order.
"""

from goldenthread.standards.catalogue.sources import ADOPTION_AGENCIES, ADOPTION_GUIDANCE
from goldenthread.standards.catalogue.words import ADOPTION, ADOPTION_AGENCY
from goldenthread.standards.language import (
    GUIDANCE,
    HIGH,
    LAW,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    days,
    every,
    months,
    one_of,
    weeks,
    within,
)
from goldenthread.standards.vocabulary import (
    adoption_decision,
    adoption_disruption,
    adoption_plan,
    adoption_reversed,
    care_visit,
    looked_after,
    permanence_step,
    placed_for_adoption,
    placement_order,
    review,
)

decided = Standard(
    "adoption-decided",
    "Within two months of the review that made adoption the plan, the agency decides whether to place the child.",
    area=ADOPTION, responsible=ADOPTION_AGENCY, severity=MEDIUM, reference=["AD-01"],
    cites=f"{ADOPTION_GUIDANCE}, paragraph 2.2", since=NOT_VERIFIED,
    rule=within(
        months(2, force=GUIDANCE), of=adoption_plan & looked_after,
        expect=(adoption_decision | adoption_reversed).called(
            "the agency's decision whether the child should be placed for adoption"
        ),
    ),
    note="Written for the adoption panel's recommendation; where a court is asked for a placement order the case has "
    "gone straight to the decision-maker since 1 September 2012. The decision is judged in both, and one that the child "
    "should not be placed for adoption is a decision too.",
    examples="""
        looked_after            | adoption_plan | adoption_decision | adoption_reversed | as_at      || status  | due_on
        # the last day of February
        2024-06-03              | 2024-12-31    | 2025-02-28        |                   | 2025-06-01 || met     | 2025-02-28
        2024-06-03              | 2024-12-31    | 2025-03-03        |                   | 2025-06-01 || late    | 2025-02-28
        2024-06-03              | 2024-12-31    |                   |                   | 2025-02-03 || due     | 2025-02-28
        2024-06-03              | 2024-12-31    |                   |                   | 2025-06-01 || overdue | 2025-02-28
        # the agency decided that the child should not be placed for adoption
        2024-06-03              | 2024-12-31    |                   | 2025-02-10        | 2025-06-01 || met     | 2025-02-28
        2024-06-03              | 2024-12-31    |                   | 2025-03-10        | 2025-06-01 || late    | 2025-02-28
        # the reversal of an earlier plan says nothing of this one
        2024-06-03              | 2024-12-31    |                   | 2024-11-04        | 2025-06-01 || overdue | 2025-02-28
        # a relative came forward
        2024-06-03 - 2025-02-03 | 2024-12-31    |                   |                   | 2025-06-01 || ceased  | 2025-02-28
        2024-06-03              |               |                   |                   | 2025-06-01 || -       |
    """,
)  # fmt: skip

matched = Standard(
    "adoption-match-or-reversal",
    "Within six months of the decision a child is matched with adopters, or the decision is reversed.",
    area=ADOPTION, responsible=ADOPTION_AGENCY, severity=HIGH, reference=["AD-05"],
    cites=f"{ADOPTION_GUIDANCE}, paragraph 4.2", since=NOT_VERIFIED,
    rule=within(
        months(6, force=GUIDANCE), of=adoption_decision & looked_after,
        expect=permanence_step.where(step=one_of("match", "reversal")).called(
            "a match with adopters, or the reversal of the decision,"
        ),
    ),
    note="The guidance speaks of the match. A reversal ends the wait as well, whenever it comes. The three months for "
    "a relinquished baby are not judged: nothing tells such a baby apart.",
    examples="""
        looked_after            | adoption_decision | permanence_step            | as_at      || status  | due_on
        2024-06-03              | 2025-01-06        | 2025-07-06 [step=match]    | 2025-09-01 || met     | 2025-07-06
        2024-06-03              | 2025-01-06        | 2025-07-07 [step=match]    | 2025-09-01 || late    | 2025-07-06
        2024-06-03              | 2025-01-06        | 2025-05-12 [step=reversal] | 2025-09-01 || met     | 2025-07-06
        # an order is no match
        2024-06-03              | 2025-01-06        | 2025-02-24 [step=order]    | 2025-09-01 || overdue | 2025-07-06
        2024-06-03              | 2025-01-06        |                            | 2025-07-06 || due     | 2025-07-06
        2024-06-03 - 2025-05-01 | 2025-01-06        |                            | 2025-09-01 || ceased  | 2025-07-06
        # a match for long-term fostering
        2024-06-03              |                   | 2025-05-12 [step=match]    | 2025-09-01 || -       |
    """,
)  # fmt: skip

first_review_waiting = Standard(
    "adoption-waiting-first-review",
    "A child who may be placed for adoption, and is not yet, is first reviewed within three months of authority being given.",
    area=ADOPTION, responsible=ADOPTION_AGENCY, severity=MEDIUM, reference=["AD-06"],
    cites=f"{ADOPTION_AGENCIES}, reg 36; {ADOPTION_GUIDANCE}, paragraph 5.34", since=NOT_VERIFIED,
    rule=every(months(3, force=LAW), during=placement_order, expect=review, until=review.nth(1)),
    note="A looked-after review held after the authority was given counts: it is one meeting for both Regulations.",
    examples="""
        placement_order         | review     | as_at      || status  | due_on
        2025-01-06              | 2025-04-06 | 2025-05-01 || met     | 2025-04-06
        2025-01-06              | 2025-04-07 | 2025-05-01 || late    | 2025-04-06
        # the review before the order does not count
        2025-01-06              | 2024-12-16 | 2025-05-01 || overdue | 2025-04-06
        2025-01-06              |            | 2025-04-06 || due     | 2025-04-06
        2025-01-06 - 2025-03-10 |            | 2025-05-01 || ceased  | 2025-04-06  # placed
                                | 2025-04-06 | 2025-05-01 || -       |
    """,
)  # fmt: skip

later_reviews_waiting = Standard(
    "adoption-waiting-later-reviews",
    "While a child who may be placed for adoption waits, reviews are held at least every six months after the first.",
    area=ADOPTION, responsible=ADOPTION_AGENCY, severity=MEDIUM, reference=["AD-06"],
    cites=f"{ADOPTION_AGENCIES}, reg 36; {ADOPTION_GUIDANCE}, paragraph 5.34", since=NOT_VERIFIED,
    rule=every(months(6, force=LAW), during=placement_order, expect=review, from_=review.nth(1)),
    examples="""
        placement_order         | review                 | as_at      || status    | due_on
        2024-01-08              | 2024-03-04; 2024-09-04 | 2024-10-01 || met; due  | 2024-09-04; 2025-03-04
        2024-01-08              | 2024-03-04; 2024-09-05 | 2024-10-01 || late; due | 2024-09-04; 2025-03-05
        2024-01-08              | 2024-03-04             | 2024-10-01 || overdue   | 2024-09-04
        2024-01-08 - 2024-06-03 | 2024-03-04             | 2024-10-01 || ceased    | 2024-09-04              # placed
        2024-01-08              |                        | 2024-10-01 || -         |  # the first is the shortfall
    """,
)  # fmt: skip

first_review_placed = Standard(
    "adoption-placed-first-review", "A child placed for adoption is first reviewed within four weeks of being placed.",
    area=ADOPTION, responsible=ADOPTION_AGENCY, severity=MEDIUM, reference=["AD-07"],
    cites=f"{ADOPTION_AGENCIES}, reg 36; {ADOPTION_GUIDANCE}, paragraph 5.35", since=NOT_VERIFIED,
    rule=within(weeks(4, force=LAW), of=placed_for_adoption, expect=review),
    examples="""
        placed_for_adoption     | review     | as_at      || status  | due_on
        2025-03-03              | 2025-03-31 | 2025-05-01 || met     | 2025-03-31
        2025-03-03              | 2025-04-01 | 2025-05-01 || late    | 2025-03-31
        2025-03-03              |            | 2025-03-31 || due     | 2025-03-31
        2025-03-03              |            | 2025-05-01 || overdue | 2025-03-31
        2025-03-03 - 2025-03-20 |            | 2025-05-01 || ceased  | 2025-03-31  # the placement ended
                                | 2025-03-31 | 2025-05-01 || -       |
    """,
)  # fmt: skip

second_review_placed = Standard(
    "adoption-placed-second-review",
    "A child placed for adoption is reviewed again within three months of the first review.",
    area=ADOPTION, responsible=ADOPTION_AGENCY, severity=MEDIUM, reference=["AD-07"],
    cites=f"{ADOPTION_AGENCIES}, reg 36; {ADOPTION_GUIDANCE}, paragraph 5.35", since=NOT_VERIFIED,
    rule=every(
        months(3, force=LAW), during=placed_for_adoption, expect=review, from_=review.nth(1), until=review.nth(2)
    ),
    examples="""
        placed_for_adoption     | review                 | as_at      || status  | due_on
        2025-03-03              | 2025-03-24; 2025-06-24 | 2025-07-01 || met     | 2025-06-24
        2025-03-03              | 2025-03-24; 2025-06-25 | 2025-07-01 || late    | 2025-06-24
        2025-03-03              | 2025-03-24             | 2025-06-24 || due     | 2025-06-24
        2025-03-03              | 2025-03-24             | 2025-07-01 || overdue | 2025-06-24
        2025-03-03 - 2025-05-12 | 2025-03-24             | 2025-07-01 || ceased  | 2025-06-24  # adopted
        2025-03-03              |                        | 2025-07-01 || -       |  # the first is the shortfall
    """,
)  # fmt: skip

later_reviews_placed = Standard(
    "adoption-placed-later-reviews",
    "After the second review a child placed for adoption is reviewed at least every six months until the order.",
    area=ADOPTION, responsible=ADOPTION_AGENCY, severity=MEDIUM, reference=["AD-07"],
    cites=f"{ADOPTION_AGENCIES}, reg 36; {ADOPTION_GUIDANCE}, paragraph 5.35", since=NOT_VERIFIED,
    rule=every(months(6, force=LAW), during=placed_for_adoption, expect=review, from_=review.nth(2)),
    examples="""
        placed_for_adoption     | review                             | as_at      || status    | due_on
        2024-01-08              | 2024-01-29; 2024-04-15; 2024-10-15 | 2024-10-15 || met; due  | 2024-10-15; 2025-04-15
        2024-01-08              | 2024-01-29; 2024-04-15; 2024-10-16 | 2024-11-01 || late; due | 2024-10-15; 2025-04-16
        2024-01-08              | 2024-01-29; 2024-04-15             | 2024-11-01 || overdue   | 2024-10-15
        2024-01-08 - 2024-09-02 | 2024-01-29; 2024-04-15             | 2024-11-01 || ceased    | 2024-10-15  # adopted
        # the second is the shortfall
        2024-01-08              | 2024-01-29                         | 2024-11-01 || -         |
    """,
)  # fmt: skip

visits_placed = Standard(
    "adoption-placed-visits-weekly",
    "A child placed for adoption is visited within a week, and at least weekly until the first review.",
    area=ADOPTION, responsible=ADOPTION_AGENCY, severity=HIGH, reference=["AD-08"],
    cites=f"{ADOPTION_AGENCIES}, reg 36(4); {ADOPTION_GUIDANCE}, paragraphs 5.24 to 5.28", since=NOT_VERIFIED,
    rule=every(weeks(1, force=LAW), during=placed_for_adoption, expect=care_visit, until=review.nth(1)),
    note="No more than seven days between visits: one in each calendar week would allow gaps of thirteen. After the "
    "first review visits are as often as each review decides; no source holds that, so they are not judged. Seeing the "
    "child alone is asked about separately.",
    examples="""
        placed_for_adoption     | care_visit             | review     | as_at      || status            | due_on
        2025-03-03              | 2025-03-10; 2025-03-17 | 2025-03-19 | 2025-05-01 || met; met; ceased  |
        2025-03-03              | 2025-03-10; 2025-03-18 | 2025-03-19 | 2025-05-01 || met; late; ceased |
        2025-03-03              |                        |            | 2025-03-10 || due               | 2025-03-10
        2025-03-03              |                        |            | 2025-03-20 || overdue           | 2025-03-10
        2025-03-03 - 2025-03-07 |                        |            | 2025-05-01 || ceased            | 2025-03-10
        # looked after, not placed for adoption
                                | 2025-03-10             |            | 2025-05-01 || -                 |
    """,
)  # fmt: skip

disrupted = Standard(
    "adoption-disruption-review",
    "A child returned from an adoptive placement is reviewed between 28 and 42 days after the return.",
    area=ADOPTION, responsible=ADOPTION_AGENCY, severity=MEDIUM, reference=["AD-09"],
    cites=f"{ADOPTION_AGENCIES}, reg 36(10); {ADOPTION_GUIDANCE}, paragraph 5.35", since=NOT_VERIFIED,
    rule=within(days(42, force=LAW), of=adoption_disruption, expect=review, not_before=days(28, force=LAW)),
    note="A return under section 35(1) or (2) of the Adoption and Children Act 2002. A review sooner than 28 days after "
    "it is no fault, but it is not this review.",
    examples="""
        adoption_disruption | review     | as_at      || status  | due_on
        2025-03-03          | 2025-04-14 | 2025-06-01 || met     | 2025-04-14
        2025-03-03          | 2025-04-15 | 2025-06-01 || late    | 2025-04-14
        2025-03-03          |            | 2025-04-14 || due     | 2025-04-14
        2025-03-03          | 2025-03-31 | 2025-06-01 || met     | 2025-04-14  # day 28
        2025-03-03          | 2025-03-30 | 2025-06-01 || overdue | 2025-04-14  # day 27: too soon
        2025-03-03          | 2025-03-24; 2025-04-07 | 2025-06-01 || met | 2025-04-14  # too soon, and again in time
        2025-03-03          | 2025-02-24 | 2025-06-01 || overdue | 2025-04-14  # the review before the return
                            | 2025-04-14 | 2025-06-01 || -       |
    """,
)  # fmt: skip
