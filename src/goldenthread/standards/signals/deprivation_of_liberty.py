"""A question about children deprived of their liberty: is it still needed?"""

from goldenthread.standards.catalogue.sources import LOOKED_AFTER_RETURN
from goldenthread.standards.catalogue.words import CARE, SERVICE_MANAGER
from goldenthread.standards.language import DEFAULT, MEDIUM, NOT_VERIFIED, Standard, every, months
from goldenthread.standards.vocabulary import deprivation_of_liberty, review

still_needed = Standard(
    "deprivation-of-liberty-reviewed",
    "A deprivation of liberty asks whether a review in the last three months looked at the need for it.",
    area=CARE, responsible=SERVICE_MANAGER, severity=MEDIUM, kind="question", reference=["CLA-18"],
    cites=f"{LOOKED_AFTER_RETURN}: DOLO_START, DOLO_END", since=NOT_VERIFIED,
    rule=every(months(3, force=DEFAULT), during=deprivation_of_liberty, expect=review),
    note="No number: three months are a default. No source holds a review of the need itself, so a looked-after "
    "review stands for it; whether it asked is for a person to read.",
    examples="""
        deprivation_of_liberty  | review     | as_at      || status    | due_on
        2025-01-06              | 2025-04-06 | 2025-05-01 || met; due  | 2025-04-06; 2025-07-06
        2025-01-06              | 2025-04-07 | 2025-05-01 || late; due | 2025-04-06; 2025-07-07
        2025-01-06              |            | 2025-05-01 || overdue   | 2025-04-06
        2025-01-06 - 2025-03-03 |            | 2025-05-01 || ceased    | 2025-04-06
                                | 2025-04-06 | 2025-05-01 || -         |
    """,
)  # fmt: skip
