"""Private fostering: a child cared for by someone who is not a close relative, by arrangement, for 28 days or more.

Law: Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533), regulations 4, 7 and 8. An
arrangement is taken to begin when the authority becomes aware of it.
"""

from goldenthread.standards.catalogue.words import CHILD_IN_NEED, SOCIAL_WORKER
from goldenthread.standards.language import (
    HIGH,
    LAW,
    Standard,
    every,
    never,
    weeks,
    within,
    working_days,
    years,
)
from goldenthread.standards.vocabulary import private_fostering, private_fostering_visit

REGULATIONS = "Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533)"

first_visit = Standard(
    "private-fostering-first-visit", "A privately fostered child is visited within seven working days of the notice.",
    area=CHILD_IN_NEED, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CIN-08"],
    cites=f"{REGULATIONS}, regulations 4 and 7",
    since="2005-07-01",
    rule=within(working_days(7, force=LAW), of=private_fostering, expect=private_fostering_visit),
    note="The number was read in a secondary source. The visit is to the premises, and ends in a written report.",
    examples="""
        private_fostering       | private_fostering_visit | as_at      || status  | due_on
        2025-03-03              | 2025-03-12              | 2025-03-31 || met     | 2025-03-12
        2025-03-03              | 2025-03-13              | 2025-03-31 || late    |
        2025-03-03              |                         | 2025-03-12 || due     |
        2025-03-03              |                         | 2025-03-31 || overdue |
        2025-03-03 - 2025-03-10 |                         | 2025-03-31 || ceased  |
        2005-06-30              |                         | 2025-03-31 || -       |             # before the Regulations
    """,
)  # fmt: skip

first_year = Standard(
    "private-fostering-visits-first-year", "In its first year a privately fostered child is visited every six weeks.",
    area=CHILD_IN_NEED, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CIN-09"],
    cites=f"{REGULATIONS}, regulation 8",
    since="2005-07-01",
    rule=every(
        weeks(6, force=LAW), during=private_fostering, expect=private_fostering_visit, until=years(1, force=LAW),
    ),
    note="At intervals of not more than six weeks, from the visit actually made. Bank holidays do not extend it.",
    examples="""
        private_fostering       | private_fostering_visit | as_at      || status       | due_on
        2025-01-06              | 2025-02-17              | 2025-02-28 || met; due     | 2025-02-17; 2025-03-31
        2025-01-06              | 2025-02-18              | 2025-02-28 || late; due    |
        2025-01-06              |                         | 2025-02-17 || due          |
        2025-01-06              |                         | 2025-02-18 || overdue      |
        2025-01-06 - 2025-02-10 |                         | 2025-06-30 || ceased       |
        # the last interval runs into the second year
        2024-01-08              | 2024-12-02              | 2025-01-31 || late; ceased |
                                | 2025-02-17              | 2025-06-30 || -            |
    """,
)  # fmt: skip

later_years = Standard(
    "private-fostering-visits-later", "From its second year a privately fostered child is visited every 12 weeks.",
    area=CHILD_IN_NEED, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CIN-09"],
    cites=f"{REGULATIONS}, regulation 8",
    since="2005-07-01",
    rule=every(
        weeks(12, force=LAW), during=private_fostering, expect=private_fostering_visit, from_=years(1, force=LAW),
    ),
    note="At intervals of not more than 12 weeks, from the visit actually made: the first is measured from the last "
    "of the first year.",
    examples="""
        private_fostering       | private_fostering_visit | as_at      || status    | due_on
        2024-01-08              | 2024-12-16 ; 2025-03-10 | 2025-03-31 || met; due  | 2025-03-10; 2025-06-02
        2024-01-08              | 2024-12-16 ; 2025-03-11 | 2025-03-31 || late; due |
        2024-01-08              | 2024-12-16              | 2025-03-31 || overdue   | 2025-03-10
        2024-01-08 - 2025-02-10 | 2024-12-16              | 2025-03-31 || ceased    |
        # still the first year
        2024-06-03              | 2024-12-16              | 2025-03-31 || -         |
    """,
)  # fmt: skip

spoken_to_alone = Standard(
    "private-fostering-seen-alone", "Every visitor speaks to a privately fostered child alone, or records why not.",
    area=CHILD_IN_NEED, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CIN-09"],
    cites=f"{REGULATIONS}, regulation 8",
    since="2005-07-01",
    rule=never(
        private_fostering_visit.where(is_alone=False).called(
            "a visit without speaking to the child alone",
            "The privately fostered child was visited and not spoken to alone",
        ),
        force=LAW,
    ),
    lifted_by=(
        private_fostering_visit.where(is_reason_given=True).called("a recorded reason why it was not appropriate"),
    ),
    note="Unless the officer considers it inappropriate, says the regulation. Only where the record says that the "
    "child was not spoken to alone.",
    examples="""
        private_fostering_visit                              | as_at      || status  | opened_on
        2025-03-03 [is_alone=no]                             | 2025-03-31 || not_met | 2025-03-03
        2025-01-20 [is_alone=yes] ; 2025-03-03 [is_alone=no] | 2025-03-31 || not_met | 2025-03-03
        2025-03-03 [is_alone=no, is_reason_given=yes]        | 2025-03-31 || ceased  | 2025-03-03  # lifted
        2025-03-03 [is_alone=yes]                            | 2025-03-31 || -       |
        2025-03-03                                           | 2025-03-31 || -       |             # not said
    """,
)  # fmt: skip
