# ruff: noqa: E501 (a table is as wide as it is)
"""`always`: while this lasts, that holds too."""

import pytest
from tests.spec.tables import Chapter, Table

CHAPTER = Chapter(
    "always: while this lasts, that holds too",
    "`always(period, during=, grace=)` makes one duty for each gap in which the period does not hold, opened on the first "
    "day of the gap; where there is no gap, one duty that is met.",
    (
        Table(
            "Without a gap there is one duty, met; each gap is a duty of its own.",
            "always(allocation, during=looked_after, force=GUIDANCE)",
            """
            looked_after            | allocation                          | as_at      || status           | opened_on              | due_on                 | done_on                | closed_on  | days_over
            2025-03-03              | 2025-01-06                          | 2025-06-01 || met              | 2025-03-03             | 2025-03-03             | 2025-03-03             | -          | 0
            2025-03-03              | 2025-03-03 - 2025-04-01; 2025-04-01 | 2025-06-01 || met              | 2025-03-03             |                        |                        |            |
            2025-03-03              | 2025-03-05                          | 2025-06-01 || not_met          | 2025-03-03             | 2025-03-03             | 2025-03-05             | -          | 2
            2025-03-03              | 2025-03-05 - 2025-05-01; 2025-05-03 | 2025-06-01 || not_met; not_met | 2025-03-03; 2025-05-01 | 2025-03-03; 2025-05-01 | 2025-03-05; 2025-05-03 | -; -       | 2; 2
            2025-03-03 - 2025-05-01 | 2025-03-03 - 2025-04-01             | 2025-06-01 || not_met          | 2025-04-01             | 2025-04-01             | -                      | 2025-05-01 | 30
            2025-03-03              | 2025-03-03 - 2025-05-22             | 2025-06-01 || not_met          | 2025-05-22             | 2025-05-22             | -                      | -          | 10
            """,
        ),
        Table(
            "A gap no longer than the grace is met, is still due, or ceased.",
            "always(allocation, during=looked_after, grace=days(5, force=DEFAULT))",
            """
            looked_after            | allocation | as_at      || status  | due_on     | done_on    | closed_on  | days_over
            2025-03-03              | 2025-03-08 | 2025-06-01 || met     | 2025-03-08 | 2025-03-08 | -          | 0
            2025-03-03              | 2025-03-09 | 2025-06-01 || not_met | 2025-03-08 | 2025-03-09 | -          | 1
            2025-03-03              |            | 2025-03-08 || due     | 2025-03-08 | -          | -          | 0
            2025-03-03              |            | 2025-03-09 || not_met | 2025-03-08 | -          | -          | 1
            2025-03-03 - 2025-03-08 |            | 2025-06-01 || ceased  | 2025-03-08 | -          | 2025-03-08 | 0
            2025-03-03 - 2025-03-09 |            | 2025-06-01 || not_met | 2025-03-08 | -          | 2025-03-09 | 1
            """,
        ),
        Table(
            "On its last day a period no longer holds, so what starts that day leaves no gap and a day between does.",
            "always(allocation, during=looked_after, force=GUIDANCE)",
            """
            looked_after | allocation                                                   | as_at      || status  | opened_on  | done_on
            2025-03-03   | 2025-03-03 - 2025-03-10; 2025-03-10                          | 2025-06-01 || met     | 2025-03-03 |
            2025-03-03   | 2025-03-03 - 2025-03-10; 2025-03-11                          | 2025-06-01 || not_met | 2025-03-10 | 2025-03-11
            2025-03-03   | 2025-03-03 - 2025-03-20; 2025-03-05 - 2025-03-08; 2025-03-15 | 2025-06-01 || met     | 2025-03-03 |             # overlaps are no gaps
            2025-03-03   | 2025-03-03 - 2025-03-10; 2025-03-10 - 2025-03-10             | 2025-03-12 || not_met | 2025-03-10 | -           # held on no day
            """,
        ),
        Table(
            "Only days of the period count, and a period that held on no day owes nothing.",
            "always(allocation, during=looked_after, force=GUIDANCE)",
            """
            looked_after                        | allocation              | as_at      || status       | opened_on
            2025-03-03 - 2025-04-01             | 2025-03-03 - 2025-04-01 | 2025-06-01 || met          | 2025-03-03
            2025-03-03 - 2025-03-03             |                         | 2025-06-01 || -            |
            2025-03-03 - 2025-04-01; 2025-05-01 | 2025-03-01 - 2025-04-01 | 2025-05-01 || met; due     | 2025-03-03; 2025-05-01
            2025-03-03 - 2025-04-01; 2025-05-01 | 2025-03-01 - 2025-04-01 | 2025-05-02 || met; not_met | 2025-03-03; 2025-05-01
                                                | 2025-03-01              | 2025-06-01 || -            |
            """,
        ),
        Table(
            "The evidence of a gap is the period it is in, and what closed it.",
            "always(allocation, during=looked_after, force=GUIDANCE)",
            """
            looked_after            | allocation                                                   | as_at      || status  | refs
            2025-03-03              | 2025-03-01                                                   | 2025-06-01 || met     | 1
            2025-03-03              | 2025-03-01 - 2025-03-10; 2025-03-12                          | 2025-06-01 || not_met | 1 + 3
            2025-03-03 - 2025-03-10 |                                                              | 2025-06-01 || not_met | 1
            2025-03-03              | 2025-03-01 - 2025-03-05; 2025-03-10 - 2025-03-10; 2025-03-10 | 2025-06-01 || not_met | 1 + 4  # what held on no day closes nothing
            """,
        ),
        Table(
            "A period that is still open is looked at to the end of the day as at.",
            "always(allocation, during=looked_after, force=GUIDANCE)",
            """
            looked_after            | allocation              | as_at      || status  | opened_on  | days_over
            2025-03-03              | 2025-03-03 - 2025-03-10 | 2025-03-09 || met     | 2025-03-03 | 0          # its end is not known yet
            2025-03-03              | 2025-03-03 - 2025-03-10 | 2025-03-10 || due     | 2025-03-10 | 0
            2025-03-03              | 2025-03-03 - 2025-03-10 | 2025-03-11 || not_met | 2025-03-10 | 1
            2025-03-03 - 2025-03-20 |                         | 2025-03-05 || not_met | 2025-03-03 | 2
            2025-03-03              | 2025-03-08              | 2025-03-05 || not_met | 2025-03-03 | 2
            """,
        ),
    ),
)


@pytest.mark.parametrize("table", CHAPTER.tables, ids=str)
def test_every_engine_judges_always_as_the_table_says(table, mismatches):
    assert mismatches(table) == []
