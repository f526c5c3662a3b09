"""A question about children who come back into care: was going home the right plan, and was it supported?"""

from goldenthread.standards.catalogue.words import PERMANENCE, SERVICE_MANAGER
from goldenthread.standards.language import DEFAULT, MEDIUM, NOT_VERIFIED, Standard, months, never
from goldenthread.standards.vocabulary import looked_after, short_break

back_within_a_year = Standard(
    "care-again-within-a-year",
    "Coming back into care within twelve months of leaving it asks what was learned about going home.",
    area=PERMANENCE, responsible=SERVICE_MANAGER, severity=MEDIUM, kind="question", reference=["PM-07"],
    cites="Ofsted's Annex A, list 8; Ofsted's inspection of Gloucestershire 2017, paragraph 55",
    since=NOT_VERIFIED,
    rule=never(
        looked_after.started.sooner_than(months(12, force=DEFAULT), after=looked_after.ended.called("the end of the last time")),
        force=DEFAULT,
    ),
    lifted_by=(short_break,),
    note="However long the child was in care before. A source that records one period of care as two, the second from "
    "the day the first ended, is asked about too. Short breaks are not coming into care. It is asked until somebody answers.",
    examples="""
        looked_after                                     | short_break | as_at      || status  | opened_on  | closed_on
        2024-06-03 - 2024-09-02; 2025-06-03              |             | 2025-07-01 || not_met | 2025-06-03 | -
        # after years in care
        2019-06-03 - 2024-09-02; 2025-06-03              |             | 2025-07-01 || not_met | 2025-06-03 |
        # on the last day of the year
        2019-06-03 - 2024-09-02; 2025-09-01              |             | 2026-09-30 || not_met | 2025-09-01 | -
        2019-06-03 - 2024-09-02; 2025-09-02              |             | 2025-09-30 || -       | |  # a year at home
        # each return within a year
        2022-01-10 - 2022-03-07; 2022-09-05 - 2023-01-09; 2023-06-05 |  | 2023-07-01 || not_met; not_met | |
        2024-06-03                                       |             | 2025-07-01 || -       | |  # once
        2024-06-03 - 2024-06-05; 2024-07-01 - 2024-07-03 | 2024-06-03  | 2025-07-01 || ceased  | |
    """,
)  # fmt: skip
