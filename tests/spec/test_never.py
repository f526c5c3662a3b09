# ruff: noqa: E501 (a table is as wide as it is)
"""`never`: this must not be so."""

import pytest
from tests.spec.tables import Chapter, Table

CHAPTER = Chapter(
    "never: this must not be so",
    "`never(period)` makes one duty, never met, for each occurrence: of a period while it lasts, of an event on its day.",
    (
        Table(
            "Each period that must not be is not met from the day it began, and closed when it ended.",
            'never(accommodation.where(is_suitable=False), force=LAW)',
            """
            accommodation                            | as_at      || status  | opened_on  | due_on     | done_on | closed_on  | days_over
            2025-03-03 [is_suitable=no]              | 2025-03-10 || not_met | 2025-03-03 | 2025-03-03 | -       | -          | 7
            2025-03-03 - 2025-03-05 [is_suitable=no] | 2025-03-10 || not_met | 2025-03-03 | 2025-03-03 | -       | 2025-03-05 | 2
            2025-03-03 - 2025-03-20 [is_suitable=no] | 2025-03-10 || not_met | 2025-03-03 | 2025-03-03 | -       | -          | 7
            2025-03-03 - 2025-03-03 [is_suitable=no] | 2025-03-10 || -       |            |            |         |            |            # held on no day
            2025-03-03 [is_suitable=yes]             | 2025-03-10 || -       |            |            |         |            |
            2025-03-03                               | 2025-03-10 || -       |            |            |         |            |            # not known
            2025-03-11 [is_suitable=no]              | 2025-03-10 || -       |            |            |         |            |            # not yet
            """,
        ),
        Table(
            "Each event that must not be is not met on its day, with no days over.",
            "never(review_cancelled, force=GUIDANCE)",
            """
            review_cancelled       | as_at      || status           | opened_on              | closed_on | days_over
            2025-03-03             | 2025-06-01 || not_met          | 2025-03-03             | -         | 0
            2025-03-03; 2025-04-01 | 2025-06-01 || not_met; not_met | 2025-03-03; 2025-04-01 | -; -      | 0; 0
                                   | 2025-06-01 || -                |                        |           |
            """,
        ),
        Table(
            "An event during a period is closed when that period ends, and has no days over.",
            "never(review_cancelled & looked_after, force=GUIDANCE)",
            """
            review_cancelled | looked_after            | as_at      || status  | opened_on  | closed_on  | days_over
            2025-03-05       | 2025-03-03 - 2025-04-01 | 2025-06-01 || not_met | 2025-03-05 | 2025-04-01 | 0
            2025-03-05       | 2025-03-03              | 2025-06-01 || not_met | 2025-03-05 | -          | 0
            """,
        ),
        Table(
            "With `&` each overlap is an occurrence.",
            'never(placement.where(type="K2") & under(10), force=GUIDANCE)',
            """
            born       | placement                                                            | as_at      || status           | opened_on              | closed_on
            2015-06-15 | 2025-03-03 [type=K2]                                                 | 2025-05-01 || not_met          | 2025-03-03             | -
            2015-06-15 | 2025-03-03 [type=K2]                                                 | 2025-07-01 || not_met          | 2025-03-03             | 2025-06-15
            2015-06-15 | 2025-06-15 [type=K2]                                                 | 2025-07-01 || -                |                        |                         # ten that day
            2015-06-15 | 2025-03-03 - 2025-03-10 [type=K2]; 2025-04-01 - 2025-04-03 [type=K2] | 2025-07-01 || not_met; not_met | 2025-03-03; 2025-04-01 | 2025-03-10; 2025-04-03
                       | 2025-03-03 [type=K2]                                                 | 2025-05-01 || -                |                        |                         # birth not known
            """,
        ),
    ),
)


@pytest.mark.parametrize("table", CHAPTER.tables, ids=str)
def test_every_engine_judges_never_as_the_table_says(table, mismatches):
    assert mismatches(table) == []
