"""The care plan of a looked-after child: Part 2 of the Care Planning Regulations."""

from dataclasses import replace

from goldenthread.standards.catalogue.sources import (
    AFTER_CORONAVIRUS,
    BEFORE_CORONAVIRUS,
    CARE_PLANNING,
    NOT_JUDGED_IN_2020,
)
from goldenthread.standards.catalogue.words import CARE, SOCIAL_WORKER
from goldenthread.standards.language import DEFAULT, HIGH, LAW, Standard, months, one_of, within, working_days
from goldenthread.standards.vocabulary import care_plan, legal_status, looked_after, placed_for_adoption, short_break

care_plan_until_2020 = Standard(
    "care-plan-made",
    "A child who becomes looked after has a care plan before the first placement, or within 10 working days of it.",
    area=CARE, responsible=SOCIAL_WORKER, severity=HIGH, reference=["CLA-01"],
    cites=f"{CARE_PLANNING}, reg 4(2)", since="2011-04-01", until=BEFORE_CORONAVIRUS,
    rule=within(
        working_days(10, force=LAW), of=looked_after, expect=care_plan.started, look_back=months(3, force=DEFAULT)
    ),
    lifted_by=(
        legal_status.where(code=one_of("C1", "C2")).called("a care order, interim or full (section 31A plan)"),
        short_break, placed_for_adoption,
    ),
    note="The first placement is taken to begin on the day the child became looked after. A plan made up to three "
    "months before counts: the law prefers it made before, and names no time. A child under a care order has a plan "
    f"under section 31A instead. {NOT_JUDGED_IN_2020}",
    examples="""
        looked_after | care_plan  | as_at      || status  | due_on
        2019-04-08   | 2019-04-24 | 2019-06-01 || met     | 2019-04-24  # Good Friday and Easter Monday between
        2019-04-08   | 2019-04-25 | 2019-06-01 || late    | 2019-04-24
        2019-04-08   |            | 2019-06-01 || overdue | 2019-04-24
        2010-04-12   |            | 2010-09-01 || -       |             # before the Regulations
    """,
)  # fmt: skip

care_plan_made = replace(
    care_plan_until_2020, since=AFTER_CORONAVIRUS, until=None,
    examples="""
        looked_after            | care_plan  | legal_status         | short_break | as_at      || status  | due_on
        2025-03-03              | 2025-03-17 |                      |             | 2025-05-01 || met     | 2025-03-17
        # 19 September was a bank holiday
        2022-09-12              | 2022-09-27 |                      |             | 2022-12-01 || met     | 2022-09-27
        # made before, as the law prefers
        2025-03-03              | 2025-02-20 |                      |             | 2025-05-01 || met     | 2025-03-17
        2025-03-03              | 2025-03-18 |                      |             | 2025-05-01 || late    | 2025-03-17
        2025-03-03              |            |                      |             | 2025-03-17 || due     | 2025-03-17
        2025-03-03              |            |                      |             | 2025-03-18 || overdue | 2025-03-17
        2025-03-03 | 2023-01-09 - 2023-09-01 |  |  | 2025-03-18 || overdue |   # the plan of an earlier time in care
        2025-03-03 - 2025-03-12 |            |                      |             | 2025-05-01 || ceased  | 2025-03-17
        # a section 31A plan instead
        2025-03-03              |            | 2025-03-03 [code=C1] |             | 2025-05-01 || ceased  |
        # short breaks
        2025-03-03              |            |                      | 2025-03-03  | 2025-05-01 || ceased  |
        # relaxed in 2020
        2020-05-04              |            |                      |             | 2020-09-01 || -       |
    """,
)  # fmt: skip
