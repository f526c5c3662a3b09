# ruff: noqa: E501 (a table is as wide as it is)
"""`within`: once this begins, that must follow."""

import pytest
from tests.spec.tables import Chapter, Table

CHAPTER = Chapter(
    "within: once this begins, that must follow",
    "`within(limit, of=, expect=, look_back=, linked_by=)` makes one duty for each trigger: each period of `of`, on the "
    "day it begins, or each event. The trigger day is day 0.",
    (
        Table(
            "Done on the last day is in time; done a day later is late.",
            "within(working_days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan | protection_visit | as_at      || status  | due_on     | done_on    | days_over
            2025-03-03      | 2025-03-17       | 2025-04-01 || met     | 2025-03-17 | 2025-03-17 | 0
            2025-03-03      | 2025-03-18       | 2025-04-01 || late    | 2025-03-17 | 2025-03-18 | 1
            2025-03-03      | 2025-04-01       | 2025-04-01 || late    | 2025-03-17 | 2025-04-01 | 15
            2025-03-03      |                  | 2025-03-17 || due     | 2025-03-17 | -          | 0
            2025-03-03      |                  | 2025-03-18 || overdue | 2025-03-17 | -          | 1
                            | 2025-03-17       | 2025-04-01 || -       |            |            |            # nothing owed
            """,
        ),
        Table(
            "The first one counts, and what comes after it changes nothing.",
            "within(days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan | protection_visit                   | as_at      || status | done_on
            2025-03-03      | 2025-03-10; 2025-03-20             | 2025-04-01 || met    | 2025-03-10
            2025-03-03      | 2025-03-20; 2025-03-10             | 2025-04-01 || met    | 2025-03-10  # in any order
            2025-03-03      | 2025-02-01; 2025-03-02; 2025-03-13 | 2025-04-01 || met    | 2025-03-13  # earlier ones do not count
            2025-03-03      | 2025-03-14; 2025-03-15             | 2025-04-01 || late   | 2025-03-14
            """,
        ),
        Table(
            "Only what meets the condition counts, and what is not known does not meet it.",
            "within(days(10, force=LAW), of=protection_plan, expect=protection_visit.where(is_seen=True))",
            """
            protection_plan | protection_visit                                  | as_at      || status  | done_on
            2025-03-03      | 2025-03-10 [is_seen=yes]                          | 2025-04-01 || met     | 2025-03-10
            2025-03-03      | 2025-03-10 [is_seen=no]                           | 2025-04-01 || overdue |
            2025-03-03      | 2025-03-10                                        | 2025-04-01 || overdue |
            2025-03-03      | 2025-03-10 [is_seen=no]; 2025-03-15 [is_seen=yes] | 2025-04-01 || late    | 2025-03-15
            """,
        ),
        Table(
            "Each trigger has a duty of its own, and one event may meet several.",
            "within(days(10, force=LAW), of=strategy_discussion, expect=initial_conference)",
            """
            strategy_discussion    | initial_conference | as_at      || status       | opened_on              | due_on
            2025-03-03; 2025-03-05 | 2025-03-12         | 2025-04-01 || met; met     | 2025-03-03; 2025-03-05 | 2025-03-13; 2025-03-15
            2025-03-03; 2025-03-05 | 2025-03-14         | 2025-04-01 || late; met    |                        |
            2025-03-03; 2025-03-05 | 2025-03-04         | 2025-04-01 || met; overdue |                        |
            2025-03-03; 2025-03-03 | 2025-03-04         | 2025-04-01 || met; met     | 2025-03-03; 2025-03-03 |
            """,
        ),
        Table(
            "What ends on or before the due day, undone, has ceased; what ends later was overdue, and counts.",
            "within(days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan         | protection_visit | as_at      || status  | closed_on  | days_over
            2025-03-03 - 2025-03-08 |                  | 2025-06-01 || ceased  | 2025-03-08 | 0
            2025-03-03 - 2025-03-13 |                  | 2025-06-01 || ceased  | 2025-03-13 | 0          # on the due day
            2025-03-03 - 2025-03-14 |                  | 2025-06-01 || overdue | 2025-03-14 | 1          # no longer grows
            2025-03-03 - 2025-03-14 |                  | 2025-03-13 || due     | -          | 0          # not known yet
            2025-03-03 - 2025-05-01 | 2025-03-14       | 2025-06-01 || late    | -          | 1
            """,
        ),
        Table(
            "What is done on the last day of the period still counts; what is done after it does not.",
            "within(days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan         | protection_visit | as_at      || status  | done_on
            2025-03-03 - 2025-03-08 | 2025-03-08       | 2025-06-01 || met     | 2025-03-08
            2025-03-03 - 2025-03-08 | 2025-03-09       | 2025-06-01 || ceased  | -
            2025-03-03 - 2025-03-20 | 2025-03-20       | 2025-06-01 || late    | 2025-03-20
            2025-03-03 - 2025-03-20 | 2025-03-21       | 2025-06-01 || overdue | -
            """,
        ),
        Table(
            "A trigger that happens has no end: the duty stays until it is done.",
            "within(days(10, force=LAW), of=strategy_discussion, expect=initial_conference)",
            """
            strategy_discussion | initial_conference | as_at      || status  | closed_on | days_over
            2025-03-03          |                    | 2026-03-13 || overdue | -         | 365
            2025-03-03          | 2026-03-13         | 2026-03-13 || late    | -         | 365
            """,
        ),
        Table(
            "A trigger that happens during a period ends when that period ends.",
            "within(days(10, force=LAW), of=strategy_discussion & section47, expect=initial_conference)",
            """
            strategy_discussion | section47                                        | initial_conference | as_at      || status  | closed_on
            2025-03-03          | 2025-03-01 - 2025-03-10                          |                    | 2025-06-01 || ceased  | 2025-03-10
            2025-03-03          | 2025-03-01 - 2025-03-20                          |                    | 2025-06-01 || overdue | 2025-03-20
            2025-03-03          | 2025-03-01                                       |                    | 2025-06-01 || overdue | -
            2025-03-03          | 2025-03-03 - 2025-03-20                          | 2025-03-05         | 2025-06-01 || met     | -
            2025-03-03          | 2025-02-01 - 2025-03-03                          |                    | 2025-06-01 || -       |             # ended that day
            2025-03-03          |                                                  |                    | 2025-06-01 || -       |
            2025-03-03          | 2025-03-01 - 2025-03-08; 2025-03-02 - 2025-03-12 |                    | 2025-06-01 || ceased  | 2025-03-12  # the last to end
            """,
        ),
        Table(
            "With `.ended` the clock starts on the last day.",
            "within(days(3, force=GUIDANCE), of=looked_after.ended, expect=case_summary)",
            """
            looked_after            | case_summary | as_at      || status  | opened_on  | due_on
            2025-01-06 - 2025-03-03 | 2025-03-06   | 2025-04-01 || met     | 2025-03-03 | 2025-03-06
            2025-01-06 - 2025-03-03 | 2025-03-07   | 2025-04-01 || late    |            |
            2025-01-06 - 2025-03-03 | 2025-03-02   | 2025-03-20 || overdue |            |
            2025-01-06              |              | 2025-04-01 || -       |            |             # it has not ended
            2025-01-06 - 2025-03-03 |              | 2025-03-02 || -       |            |             # nor had this
            """,
        ),
        Table(
            "With `look_back`, what was done so long before counts as in time.",
            "within(days(5, force=LAW), of=placement, expect=placement_plan, look_back=days(10, force=DEFAULT))",
            """
            placement  | placement_plan         | as_at      || status  | done_on
            2025-03-20 | 2025-03-10             | 2025-04-01 || met     | 2025-03-10
            2025-03-20 | 2025-03-09             | 2025-04-01 || overdue | -
            2025-03-20 | 2025-03-09; 2025-03-26 | 2025-04-01 || late    | 2025-03-26
            2025-03-20 | 2025-03-18; 2025-03-22 | 2025-04-01 || met     | 2025-03-18
            """,
        ),
        Table(
            "With `not_before`, what was done sooner than so long after does not count, and does no harm.",
            "within(days(42, force=LAW), of=adoption_disruption, expect=review, not_before=days(28, force=LAW))",
            """
            adoption_disruption | review                 | as_at      || status  | due_on     | done_on
            2025-03-03          | 2025-03-31             | 2025-06-01 || met     | 2025-04-14 | 2025-03-31  # day 28
            2025-03-03          | 2025-03-30             | 2025-06-01 || overdue | 2025-04-14 | -
            2025-03-03          | 2025-03-10; 2025-04-14 | 2025-06-01 || met     | 2025-04-14 | 2025-04-14
            2025-03-03          | 2025-03-10             | 2025-03-20 || due     | 2025-04-14 | -
            """,
        ),
        Table(
            "With `linked_by`, only what shares the link counts, and an unknown link links nothing.",
            'within(working_days(45, force=LAW), of=referral, expect=assessment.ended, linked_by="referral_id")',
            """
            referral                                               | assessment                              | as_at      || status       | done_on
            2025-01-06 [referral_id=A]                             | 2025-01-07 - 2025-02-01 [referral_id=A] | 2025-06-01 || met          | 2025-02-01
            2025-01-06 [referral_id=A]                             | 2025-01-07 - 2025-02-01 [referral_id=B] | 2025-06-01 || overdue      | -
            2025-01-06 [referral_id=A]                             | 2025-01-07 - 2025-02-01                 | 2025-06-01 || overdue      | -
            2025-01-06                                             | 2025-01-07 - 2025-02-01                 | 2025-06-01 || overdue      | -
            2025-01-06 [referral_id=A]; 2025-02-03 [referral_id=B] | 2025-02-04 - 2025-03-01 [referral_id=B] | 2025-06-01 || overdue; met | -; 2025-03-01
            """,
        ),
        Table(
            "Hours are judged by the hour where both are known, and otherwise by date, saying so.",
            "within(hours(72, force=GUIDANCE), of=missing.ended, expect=return_interview)",
            """
            missing                       | return_interview | as_at      || status  | due_on     | days_over | caveats
            2025-03-01 - 2025-03-03T10:00 | 2025-03-06T10:00 | 2025-04-01 || met     | 2025-03-06 | 0         | -
            2025-03-01 - 2025-03-03T10:00 | 2025-03-06T10:01 | 2025-04-01 || late    | 2025-03-06 | 0         | -
            2025-03-01 - 2025-03-03T10:00 | 2025-03-07T09:00 | 2025-04-01 || late    | 2025-03-06 | 1         | -
            2025-03-01 - 2025-03-03T10:00 | 2025-03-06       | 2025-04-01 || met     | 2025-03-06 | 0         | judged by date, not hour
            2025-03-01 - 2025-03-03       | 2025-03-06T23:00 | 2025-04-01 || met     | 2025-03-06 | 0         | judged by date, not hour
            2025-03-01 - 2025-03-03       | 2025-03-07       | 2025-04-01 || late    | 2025-03-06 | 1         | judged by date, not hour
            2025-03-01 - 2025-03-03T10:00 |                  | 2025-03-06 || due     | 2025-03-06 | 0         | judged by date, not hour
            2025-03-01 - 2025-03-03T10:00 |                  | 2025-03-07 || overdue | 2025-03-06 | 1         | judged by date, not hour
            """,
        ),
        Table(
            "The hours run from where two periods at once begin or end: unknown where that is the end of the other.",
            "within(hours(72, force=GUIDANCE), of=(missing & looked_after).ended, expect=return_interview)",
            """
            missing                       | looked_after            | return_interview | as_at      || status | opened_on  | caveats
            2025-03-01 - 2025-03-03T10:00 | 2025-01-06              | 2025-03-06T10:01 | 2025-04-01 || late   | 2025-03-03 | -
            2025-03-01 - 2025-03-20T10:00 | 2025-01-06 - 2025-03-10 | 2025-03-12T10:00 | 2025-04-01 || met    | 2025-03-10 | judged by date, not hour
            """,
        ),
        Table(
            "So it is where two periods at once begin with the other.",
            "within(hours(24, force=GUIDANCE), of=missing & looked_after, expect=strategy_discussion)",
            """
            missing          | looked_after | strategy_discussion | as_at      || status | opened_on  | caveats
            2025-03-03T10:00 | 2025-01-06   | 2025-03-04T11:00    | 2025-04-01 || late   | 2025-03-03 | -
            2025-03-01T10:00 | 2025-03-03   | 2025-03-04T11:00    | 2025-04-01 || met    | 2025-03-03 | judged by date, not hour
            """,
        ),
        Table(
            "Where the law says beginning with the day, that day is day 1.",
            "within(days(28, force=LAW, beginning_with=True), of=accommodation, expect=adviser_visit)",
            """
            accommodation | adviser_visit | as_at      || status | due_on
            2025-03-03    | 2025-03-30    | 2025-04-30 || met    | 2025-03-30
            2025-03-03    | 2025-03-31    | 2025-04-30 || late   | 2025-03-30
            """,
        ),
        Table(
            "A period that ends on the day it begins still opens a duty.",
            "within(days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan         | protection_visit | as_at      || status | closed_on
            2025-03-03 - 2025-03-03 |                  | 2025-06-01 || ceased | 2025-03-03
            2025-03-03 - 2025-03-03 | 2025-03-03       | 2025-06-01 || met    | -
            2025-03-03 - 2025-03-03 | 2025-03-04       | 2025-06-01 || ceased | 2025-03-03
            """,
        ),
        Table(
            "The evidence is what began it and what met it, the first of several on a day.",
            "within(days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan        | protection_visit                   | as_at      || status    | refs
            2025-03-03             | 2025-03-20; 2025-03-10; 2025-03-10 | 2025-06-01 || met       | 1 + 3
            2025-03-03             |                                    | 2025-06-01 || overdue   | 1
            2025-03-03; 2025-03-01 | 2025-03-12                         | 2025-06-01 || late; met | 2 + 3; 1 + 3
            """,
        ),
        Table(
            "A rise begins a clock; what was done so long before it, with `look_back`, was done in view of it.",
            "within(working_days(2, force=DEFAULT), of=review_cancelled.rising(2, within=days(30, force=DEFAULT)), "
            "expect=strategy_discussion, look_back=days(5, force=DEFAULT))",
            """
            review_cancelled                   | strategy_discussion | as_at      || status  | opened_on  | due_on
            2025-03-03; 2025-03-10             | 2025-03-12          | 2025-06-01 || met     | 2025-03-10 | 2025-03-12
            2025-03-03; 2025-03-10             | 2025-03-05          | 2025-06-01 || met     | 2025-03-10 |
            2025-03-03; 2025-03-10             | 2025-03-04          | 2025-06-01 || overdue | 2025-03-10 |
            2025-03-03; 2025-03-10             | 2025-03-13          | 2025-06-01 || late    | 2025-03-10 |
            2025-03-03; 2025-03-10             |                     | 2025-03-12 || due     | 2025-03-10 |
            2025-02-03; 2025-02-07; 2025-03-10 |                     | 2025-06-01 || overdue | 2025-02-07 |             # no more often since
            2025-03-10                         |                     | 2025-06-01 || -       |            |
            """,
        ),
        Table(
            "Past the last year of official bank holidays a limit in working days is provisional.",
            "within(working_days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan | protection_visit | as_at      || status | due_on     | caveats
            2028-12-13      | 2028-12-20       | 2028-12-31 || met    | 2028-12-29 | -
            2028-12-14      | 2028-12-20       | 2028-12-31 || met    | 2029-01-02 | provisional calendar
            """,
        ),
        Table(
            "Past the last year of official bank holidays other limits are as sure as ever.",
            "within(days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan | protection_visit | as_at      || status | due_on     | caveats
            2029-12-14      | 2029-12-20       | 2029-12-31 || met    | 2029-12-24 | -
            """,
        ),
    ),
)


@pytest.mark.parametrize("table", CHAPTER.tables, ids=str)
def test_every_engine_judges_within_as_the_table_says(table, mismatches):
    assert mismatches(table) == []
