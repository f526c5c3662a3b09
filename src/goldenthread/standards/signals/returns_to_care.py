"""A question about children who come back into care: was going home the right plan, and was it supported?"""

from goldenthread.standards.catalogue.words import PERMANENCE, SERVICE_MANAGER
from goldenthread.standards.language import DEFAULT, MEDIUM, NOT_VERIFIED, Standard, months, never
from goldenthread.standards.vocabulary import looked_after, short_break

back_within_a_year = Standard(
    "care-again-within-a-year",
    "Coming into care twice within twelve months asks what was learned about going home.",
    area=PERMANENCE, responsible=SERVICE_MANAGER, severity=MEDIUM, kind="question", reference=["PM-07"],
    cites="Ofsted's Annex A, list 8; Ofsted's inspection of Gloucestershire 2017, paragraph 55",
    since=NOT_VERIFIED,
    rule=never(looked_after.started.repeated(2, within=months(12, force=DEFAULT)), force=DEFAULT),
    lifted_by=(short_break,),
    note="Counted from one coming into care to the next. A child who was in care for longer than that, went home and "
    "came back within twelve months is not caught: that needs the time from the end of one period to the start of "
    "the next. Short breaks are not coming into care.",
    examples="""
        looked_after                                     | short_break | as_at      || status  | opened_on
        2024-06-03 - 2024-09-02; 2025-06-03              |             | 2025-07-01 || not_met | 2025-06-03
        2024-06-02 - 2024-09-02; 2025-06-03              |             | 2025-07-01 || -       |  # a year and a day
        2024-06-03                                       |             | 2025-07-01 || -       |             # once
        2024-06-03 - 2024-06-05; 2024-07-01 - 2024-07-03 | 2024-06-03  | 2025-07-01 || ceased  |
    """,
)  # fmt: skip
