
"""Days: what is known as at a day, and which version of a standard speaks."""

import pytest
from tests.spec.tables import Chapter, Table

CHAPTER = Chapter(
    "Days and versions",
    "Everything is judged as at a day. What happens, or begins, after it is not known; an end after it is open. A duty is "
    "one of the version of its standard in force on the day it opened.",
    (
        Table(
            "What happens after the day as at is not known.",
            "within(days(10, force=LAW), of=strategy_discussion, expect=initial_conference)",
            """
            strategy_discussion    | initial_conference | as_at      || status  | done_on
            2025-03-03             | 2025-03-10         | 2025-03-09 || due     | -
            2025-03-03             | 2025-03-10         | 2025-03-10 || met     | 2025-03-10
            2025-03-03             | 2025-03-20         | 2025-03-15 || overdue | -
            2025-03-03; 2025-03-20 |                    | 2025-03-10 || due     | -
            2025-03-03             |                    | 2025-03-02 || -       |
            2025-03-03             |                    | 2025-03-03 || due     | -
            """,
        ),
        Table(
            "A version speaks of what opened while it was in force, and of that to its end.",
            "within(days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan | as_at      || status
            2015-03-31      | 2015-04-30 || -
            2015-04-01      | 2015-04-30 || overdue
            2020-04-24      | 2020-06-01 || overdue
            2020-04-25      | 2020-06-01 || -
            """,
            more='since="2015-04-01", until="2020-04-24"',
        ),
        Table(
            "Each interval is of the version in force on the day the interval opened.",
            "every(months(1, force=LAW), during=protection_plan, expect=core_group)",
            """
            protection_plan | core_group             | as_at      || status | opened_on
            2015-03-01      | 2015-03-20; 2015-04-10 | 2015-05-01 || due    | 2015-04-10
            2015-03-01      | 2015-03-31; 2015-04-01 | 2015-04-20 || due    | 2015-04-01
            """,
            more='since="2015-04-01"',
        ),
        Table(
            "A standard whose first day is not verified speaks of every day.",
            "within(days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan | as_at      || status
            1995-03-31      | 2015-04-30 || overdue
            """,
            more='since=NOT_VERIFIED',
        ),
    ),
)


@pytest.mark.parametrize("table", CHAPTER.tables, ids=str)
def test_every_engine_keeps_to_the_day(table, mismatches):
    assert mismatches(table) == []
