# ruff: noqa: E501 (a table is as wide as it is)
"""`every`: while this lasts, that recurs."""

import pytest
from tests.spec.tables import Chapter, Table

CHAPTER = Chapter(
    "every: while this lasts, that recurs",
    "`every(limit, during=, expect=, from_=, until=)` makes one duty for each interval. The first runs from the start of "
    "the period, each of the others from the last one actually held, early or late. `from_` and `until` bound the part of "
    "the period in which it is owed: a limit after its start, a noun (from the day it first holds or happens), or `.nth(…)`.",
    (
        Table(
            "The interval runs from the last one actually held, early or late.",
            "every(days(28, force=GUIDANCE), during=need_plan, expect=need_visit)",
            """
            need_plan  | need_visit                         | as_at      || status              | opened_on                                      | due_on
            2025-01-01 |                                    | 2025-01-29 || due                 | 2025-01-01                                     | 2025-01-29
            2025-01-01 |                                    | 2025-01-30 || overdue             | 2025-01-01                                     | 2025-01-29
            2025-01-01 | 2025-01-20                         | 2025-02-01 || met; due            | 2025-01-01; 2025-01-20                         | 2025-01-29; 2025-02-17
            2025-01-01 | 2025-02-05                         | 2025-03-06 || late; overdue       | 2025-01-01; 2025-02-05                         | 2025-01-29; 2025-03-05
            2025-01-01 | 2025-01-20; 2025-02-18; 2025-03-18 | 2025-04-01 || met; late; met; due | 2025-01-01; 2025-01-20; 2025-02-18; 2025-03-18 |
            """,
        ),
        Table(
            "Two on the same day are one, and one on the first day is no interval.",
            "every(days(28, force=GUIDANCE), during=need_plan, expect=need_visit)",
            """
            need_plan  | need_visit             | as_at      || status   | opened_on              | done_on
            2025-01-01 | 2025-01-20; 2025-01-20 | 2025-02-01 || met; due | 2025-01-01; 2025-01-20 | 2025-01-20; -
            2025-01-01 | 2025-01-01             | 2025-01-20 || due      | 2025-01-01             | -
            2025-01-01 | 2024-12-30             | 2025-01-20 || due      | 2025-01-01             | -              # before it began
            """,
        ),
        Table(
            "The last interval ends with the period: ceased if it was not yet due, overdue if it was.",
            "every(days(28, force=GUIDANCE), during=need_plan, expect=need_visit)",
            """
            need_plan               | need_visit | as_at      || status      | closed_on     | days_over
            2025-01-01 - 2025-01-29 |            | 2025-06-01 || ceased      | 2025-01-29    | 0
            2025-01-01 - 2025-01-30 |            | 2025-06-01 || overdue     | 2025-01-30    | 1
            2025-01-01 - 2025-02-10 | 2025-01-20 | 2025-06-01 || met; ceased | -; 2025-02-10 | 0; 0
            2025-01-01 - 2025-01-20 | 2025-01-20 | 2025-06-01 || met         | -             | 0          # on the last day: counts
            2025-01-01 - 2025-01-20 | 2025-01-21 | 2025-06-01 || ceased      | 2025-01-20    | 0          # after it: does not
            2025-01-01 - 2025-01-01 | 2025-01-01 | 2025-06-01 || -           |               |            # it held on no day
            """,
        ),
        Table(
            "Each period has intervals of its own.",
            "every(days(28, force=GUIDANCE), during=need_plan, expect=need_visit)",
            """
            need_plan                           | need_visit | as_at      || status             | opened_on
            2025-01-01 - 2025-01-20; 2025-03-01 | 2025-01-10 | 2025-03-10 || met; ceased; due   | 2025-01-01; 2025-01-10; 2025-03-01
            2025-01-01 - 2025-01-20; 2025-01-20 | 2025-01-20 | 2025-02-01 || met; due           | 2025-01-01; 2025-01-20
            2025-01-01; 2025-01-05              | 2025-01-10 | 2025-01-12 || met; met; due; due | 2025-01-01; 2025-01-05; 2025-01-10; 2025-01-10
            """,
        ),
        Table(
            "With `until` a limit, it is owed so long and no longer.",
            "every(weeks(1, force=LAW), during=placement, expect=care_visit, until=days(10, force=LAW))",
            """
            placement               | care_visit | as_at      || status      | due_on                 | closed_on
            2025-03-03              | 2025-03-10 | 2025-04-01 || met; ceased | 2025-03-10; 2025-03-17 | -; 2025-03-13
            2025-03-03              | 2025-03-13 | 2025-04-01 || late        | 2025-03-10             | -
            2025-03-03              | 2025-03-14 | 2025-04-01 || overdue     | 2025-03-10             | 2025-03-13
            2025-03-03              |            | 2025-03-12 || overdue     | 2025-03-10             | -
            2025-03-03 - 2025-03-08 |            | 2025-04-01 || ceased      | 2025-03-10             | 2025-03-08
            """,
        ),
        Table(
            "With `from_` a limit, the first interval is measured from the last one before that day.",
            "every(weeks(2, force=LAW), during=placement, expect=care_visit, from_=days(10, force=LAW))",
            """
            placement               | care_visit             | as_at      || status   | opened_on              | due_on
            2025-03-03              | 2025-03-10; 2025-03-24 | 2025-04-01 || met; due | 2025-03-13; 2025-03-24 | 2025-03-24; 2025-04-07
            2025-03-03              | 2025-03-13             | 2025-03-20 || due      | 2025-03-13             | 2025-03-27
            2025-03-03              |                        | 2025-03-14 || due      | 2025-03-13             | 2025-03-17
            2025-03-03              |                        | 2025-03-12 || -        |                        |                         # not yet
            2025-03-03 - 2025-03-13 |                        | 2025-04-01 || -        |                        |                         # over before that
            """,
        ),
        Table(
            "Where the interval is past on the day of the change, it is due on that day.",
            "every(weeks(1, force=LAW), during=placement, expect=care_visit, from_=days(10, force=LAW))",
            """
            placement  | care_visit | as_at      || status  | opened_on  | due_on
            2025-03-03 |            | 2025-03-13 || due     | 2025-03-13 | 2025-03-13
            2025-03-03 |            | 2025-03-14 || overdue | 2025-03-13 | 2025-03-13
            2025-03-03 | 2025-03-13 | 2025-03-14 || due     | 2025-03-13 | 2025-03-20
            """,
        ),
        Table(
            "With `until` the first or second time, the part ends on that day.",
            "every(weeks(1, force=LAW), during=placement, expect=care_visit, until=review.nth(2))",
            """
            placement  | care_visit | review                             | as_at      || status       | closed_on
            2025-03-03 | 2025-03-10 | 2025-03-05; 2025-03-12             | 2025-04-01 || met; ceased  | -; 2025-03-12
            2025-03-03 | 2025-03-10 | 2025-03-05; 2025-03-05; 2025-03-25 | 2025-04-01 || met; overdue | -; 2025-03-25  # two on one day are one
            2025-03-03 | 2025-03-10 | 2025-03-05                         | 2025-03-17 || met; due     | -; -
            2025-03-03 | 2025-03-10 | 2025-02-05; 2025-03-05             | 2025-03-17 || met; due     | -; -           # not before it began
            2025-03-03 | 2025-03-10 | 2025-03-03; 2025-03-12             | 2025-04-01 || met; ceased  | -; 2025-03-12  # the first day counts
            """,
        ),
        Table(
            "With `from_` an event, it is owed from the first day it happens.",
            "every(months(6, force=LAW), during=looked_after, expect=review, from_=review)",
            """
            looked_after            | review                 | as_at      || status   | opened_on              | due_on
            2025-01-06              |                        | 2025-12-01 || -        |                        |
            2025-01-06              | 2025-02-03             | 2025-03-01 || due      | 2025-02-03             | 2025-08-03
            2025-01-06              | 2025-02-03; 2025-04-30 | 2025-05-01 || met; due | 2025-02-03; 2025-04-30 | 2025-08-03; 2025-10-30
            2025-01-06 - 2025-02-03 | 2025-02-03             | 2025-12-01 || -        |                        |
            """,
        ),
        Table(
            "With `from_` or `until` a period, it is owed from, or until, the first day it holds.",
            'every(weeks(1, force=LAW), during=looked_after, expect=care_visit, from_=legal_status.where(code="C1"))',
            """
            looked_after | legal_status                                                         | care_visit             | as_at      || status   | opened_on              | due_on
            2025-01-06   | 2025-03-03 [code=C1]                                                 | 2025-03-01; 2025-03-08 | 2025-03-10 || met; due | 2025-03-03; 2025-03-08 | 2025-03-08; 2025-03-15
            2025-01-06   | 2025-03-03 [code=C1]                                                 | 2025-02-01             | 2025-03-04 || overdue  | 2025-03-03             | 2025-03-03
            2025-01-06   | 2024-12-01 [code=C1]                                                 |                        | 2025-01-10 || due      | 2025-01-06             | 2025-01-13
            2025-01-06   | 2025-03-03 [code=C2]                                                 |                        | 2025-03-10 || -        |                        |
            2025-01-06   | 2024-12-01 - 2025-01-06 [code=C1]; 2025-03-03 - 2025-03-03 [code=C1] |                        | 2025-03-10 || -        |                        |                         # held on no day of it
            2025-01-06   | 2025-03-20 [code=C1]; 2025-03-03 - 2025-03-05 [code=C1]              | 2025-03-01             | 2025-03-25 || overdue  | 2025-03-03             | 2025-03-08              # the first of two
            """,
        ),
        Table(
            "Age may bound it: the interval changes at the birthday, measured from the last one before it.",
            'every(months(12, force=LAW), during=looked_after, expect=health_assessment, from_=reached(5))',
            """
            born       | looked_after | health_assessment      | as_at      || status        | opened_on                          | due_on
            2020-06-15 | 2024-01-08   | 2025-03-01             | 2025-07-01 || due           | 2025-06-15                         | 2026-03-01
            2020-06-15 | 2024-01-08   | 2025-03-01             | 2025-06-14 || -             |                                    |
            2020-06-15 | 2024-01-08   | 2024-02-01             | 2025-06-20 || overdue       | 2025-06-15                         | 2025-06-15
            2018-06-15 | 2024-01-08   | 2024-02-01; 2025-01-31 | 2025-06-20 || met; met; due | 2024-01-08; 2024-02-01; 2025-01-31 | 2025-01-08; 2025-02-01; 2026-01-31
            """,
        ),
        Table(
            "The evidence of an interval is what began it, the period or an event, and what met it.",
            "every(days(28, force=GUIDANCE), during=need_plan, expect=need_visit)",
            """
            need_plan  | need_visit                         | as_at      || status        | refs
            2025-01-01 | 2025-01-20                         | 2025-02-01 || met; due      | 1 + 2; 2
            2025-01-01 | 2025-01-20; 2025-01-20; 2025-02-03 | 2025-02-05 || met; met; due | 1 + 2; 3 + 4; 4  # met by the first, opened by the last
            2025-01-01 | 2025-01-01; 2025-01-20             | 2025-02-01 || met; due      | 1 + 3; 3         # the period, not what was done on its first day
            """,
        ),
        Table(
            "Late means late for the interval, not for the calendar.",
            "every(months(3, force=LAW), during=protection_plan, expect=review_conference)",
            """
            protection_plan | review_conference      | as_at      || status         | due_on                             | days_over
            2025-01-31      | 2025-04-30; 2025-07-31 | 2025-08-01 || met; late; due | 2025-04-30; 2025-07-30; 2025-10-31 | 0; 1; 0
            2024-11-30      | 2025-02-28             | 2025-03-01 || met; due       | 2025-02-28; 2025-05-28             | 0; 0
            """,
        ),
    ),
)


@pytest.mark.parametrize("table", CHAPTER.tables, ids=str)
def test_every_engine_judges_every_as_the_table_says(table, mismatches):
    assert mismatches(table) == []
