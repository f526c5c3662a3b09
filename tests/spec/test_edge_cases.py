# ruff: noqa: E501 (a table is as wide as it is)
"""The edge cases that have caught other systems, one table each."""

import pytest
from tests.spec.tables import Chapter, Table

CHAPTER = Chapter(
    "Edge cases",
    "What has caught other systems, with what is right.",
    (
        Table(
            "The trigger and what meets it on the same day: met.",
            "within(working_days(1, force=GUIDANCE), of=referral, expect=referral_decision)",
            """
            referral   | referral_decision | as_at      || status | days_over
            2025-03-03 | 2025-03-03        | 2025-04-01 || met    | 0
            2025-03-01 | 2025-03-01        | 2025-04-01 || met    | 0          # a Saturday
            """,
        ),
        Table(
            "A plan prepared before the placement, as is lawful and better: met, never a negative number of days.",
            "within(working_days(5, force=LAW), of=placement, expect=placement_plan, look_back=months(3, force=DEFAULT))",
            """
            placement  | placement_plan | as_at      || status  | done_on    | days_over
            2025-03-20 | 2025-03-10     | 2025-04-01 || met     | 2025-03-10 | 0
            2025-03-20 | 2024-12-20     | 2025-04-01 || met     | 2024-12-20 | 0
            2025-03-20 | 2024-12-19     | 2025-04-01 || overdue | -          | 5
            """,
        ),
        Table(
            "The child came home before the review was due: ceased, never missed.",
            "within(working_days(20, force=LAW), of=looked_after, expect=review)",
            """
            looked_after            | review | as_at      || status | closed_on
            2025-03-03 - 2025-03-20 |        | 2025-06-01 || ceased | 2025-03-20
            2025-03-03 - 2025-03-31 |        | 2025-06-01 || ceased | 2025-03-31  # on the day it was due
            """,
        ),
        Table(
            "The child came home after the review was due: overdue, though nobody can act on it now.",
            "within(working_days(20, force=LAW), of=looked_after, expect=review)",
            """
            looked_after            | review | as_at      || status  | closed_on  | days_over
            2025-03-03 - 2025-04-01 |        | 2025-06-01 || overdue | 2025-04-01 | 1
            """,
        ),
        Table(
            "Before the due day it is due, and from the day after it overdue.",
            "within(working_days(20, force=LAW), of=looked_after, expect=review)",
            """
            looked_after | review | as_at      || status  | days_over
            2025-03-03   |        | 2025-03-30 || due     | 0
            2025-03-03   |        | 2025-03-31 || due     | 0
            2025-03-03   |        | 2025-04-01 || overdue | 1
            """,
        ),
        Table(
            "Of several strategy discussions, only the one that led to the enquiry starts the clock.",
            "within(working_days(15, force=GUIDANCE), of=strategy_discussion & section47, expect=initial_conference)",
            """
            strategy_discussion    | section47  | initial_conference | as_at      || status | opened_on  | due_on
            2025-03-03; 2025-03-17 | 2025-03-17 | 2025-04-07         | 2025-06-01 || met    | 2025-03-17 | 2025-04-07
            2025-03-03             |            |                    | 2025-06-01 || -      |            |
            """,
        ),
        Table(
            "A child on a plan who moves in is owed a conference from the notice, not from the move.",
            "within(working_days(15, force=GUIDANCE), of=transfer_in_notice, expect=initial_conference)",
            """
            transfer_in_notice | initial_conference | as_at      || status | due_on
            2025-03-03         | 2025-03-24         | 2025-06-01 || met    | 2025-03-24
            """,
        ),
        Table(
            "At a change of phase the shorter interval starts at the change, measured from the last visit.",
            'every(weeks(1, force=LAW), during=looked_after, expect=care_visit, from_=legal_status.where(code="C1"))',
            """
            looked_after | legal_status         | care_visit | as_at      || status  | opened_on  | due_on
            2025-01-06   | 2025-03-10 [code=C1] | 2025-03-07 | 2025-03-12 || due     | 2025-03-10 | 2025-03-14
            2025-01-06   | 2025-03-10 [code=C1] | 2025-02-14 | 2025-03-11 || overdue | 2025-03-10 | 2025-03-10
            """,
        ),
        Table(
            "A child who turns five moves to the longer interval, measured from the last assessment.",
            "every(months(6, force=LAW), during=looked_after, expect=health_assessment, until=reached(5))",
            """
            born       | looked_after | health_assessment | as_at      || status      | due_on                 | closed_on
            2020-06-15 | 2025-01-06   | 2025-03-01        | 2025-08-01 || met; ceased | 2025-07-06; 2025-09-01 | -; 2025-06-15
            """,
        ),
        Table(
            "Each placement has a first week of its own.",
            "within(weeks(1, force=LAW), of=placement, expect=care_visit)",
            """
            placement                           | care_visit | as_at      || status       | due_on
            2025-03-03 - 2025-03-17; 2025-03-17 | 2025-03-06 | 2025-04-01 || met; overdue | 2025-03-10; 2025-03-24
            """,
        ),
        Table(
            "A temporary placement may be left out.",
            "within(weeks(1, force=LAW), of=placement.where(is_temporary=False), expect=care_visit)",
            """
            placement                     | as_at      || status
            2025-03-03 [is_temporary=yes] | 2025-04-01 || -
            2025-03-03 [is_temporary=no]  | 2025-04-01 || overdue
            """,
        ),
        Table(
            "Short breaks replace the general timetable.",
            "every(months(6, force=LAW), during=looked_after, expect=review)",
            """
            looked_after | short_break | as_at      || status | caveats
            2025-01-06   | 2025-01-06  | 2025-12-01 || ceased | lifted by: a series of short breaks (regulation 48)
            2025-01-06   |             | 2025-03-01 || due    | -
            """,
            more="lifted_by=(short_break,)",
        ),
        Table(
            "Held early, the whole chain comes forward; held late, it goes back.",
            "every(months(3, force=LAW), during=protection_plan, expect=review_conference)",
            """
            protection_plan | review_conference | as_at      || status    | due_on
            2025-01-06      | 2025-02-03        | 2025-03-01 || met; due  | 2025-04-06; 2025-05-03
            2025-01-06      | 2025-04-28        | 2025-05-01 || late; due | 2025-04-06; 2025-07-28
            """,
        ),
        Table(
            "Months follow the corresponding day, and end with a shorter month.",
            "every(months(3, force=LAW), during=protection_plan, expect=review_conference)",
            """
            protection_plan | review_conference | as_at      || status    | due_on
            2024-07-01      | 2024-10-01        | 2024-10-02 || met; due  | 2024-10-01; 2025-01-01  # 92 days
            2023-11-30      | 2024-02-29        | 2024-03-01 || met; due  | 2024-02-29; 2024-05-29
            2022-11-30      | 2023-03-01        | 2023-03-02 || late; due | 2023-02-28; 2023-06-01
            """,
        ),
        Table(
            "Twelve months from a leap day end on 28 February.",
            "within(months(12, force=LAW), of=looked_after, expect=health_assessment)",
            """
            looked_after | health_assessment | as_at      || status | due_on
            2024-02-29   | 2025-02-28        | 2025-06-01 || met    | 2025-02-28
            2024-02-29   | 2025-03-01        | 2025-06-01 || late   | 2025-02-28
            """,
        ),
        Table(
            "Weeks and days run through weekends and bank holidays.",
            "within(weeks(1, force=LAW), of=placement, expect=care_visit)",
            """
            placement  | care_visit | as_at      || status | due_on
            2024-12-20 | 2024-12-27 | 2025-02-01 || met    | 2024-12-27
            2024-12-19 | 2024-12-27 | 2025-02-01 || late   | 2024-12-26  # Boxing Day
            """,
        ),
        Table(
            "Seventy-two hours are seventy-two hours when the clocks change.",
            "within(hours(72, force=GUIDANCE), of=missing.ended, expect=return_interview)",
            """
            missing                       | return_interview | as_at      || status | due_on     | done_on    | days_over
            2025-03-20 - 2025-03-29T12:00 | 2025-04-01T12:00 | 2025-05-01 || met    | 2025-04-01 | 2025-04-01 | 0          # 13:00 on the clock
            2025-03-20 - 2025-03-29T12:00 | 2025-04-01T12:01 | 2025-05-01 || late   | 2025-04-01 | 2025-04-01 | 0
            2025-03-20 - 2025-03-29T23:30 | 2025-04-01T23:30 | 2025-05-01 || met    | 2025-04-01 | 2025-04-02 | 0          # half past midnight
            2025-10-20 - 2025-10-25T12:00 | 2025-10-28T12:00 | 2025-12-01 || met    | 2025-10-28 | 2025-10-28 | 0
            2025-10-20 - 2025-10-25T12:00 | 2025-10-28T12:30 | 2025-12-01 || late   | 2025-10-28 | 2025-10-28 | 0
            2025-07-01 - 2025-07-03T23:30 | 2025-07-04T08:00 | 2025-08-01 || met    | 2025-07-07 | 2025-07-04 | 0          # came back on the 4th in London
            """,
        ),
        Table(
            "The day of an instant is the day in London.",
            "never(missing.ended, force=LAW)",
            """
            missing                       | as_at      || status  | opened_on
            2025-07-01 - 2025-07-03T22:59 | 2025-08-01 || not_met | 2025-07-03
            2025-07-01 - 2025-07-03T23:00 | 2025-08-01 || not_met | 2025-07-04
            2025-01-01 - 2025-01-03T23:59 | 2025-08-01 || not_met | 2025-01-03
            """,
        ),
        Table(
            "An expected birth that moves takes the due day with it: the age waits for the birth.",
            "every(months(6, force=LAW), during=protection_plan & under(1), expect=health_assessment)",
            """
            born       | protection_plan | as_at      || status | opened_on  | due_on
                       | 2025-01-06      | 2025-03-01 || -      |            |             # not yet born
            2025-03-10 | 2025-01-06      | 2025-04-01 || due    | 2025-03-10 | 2025-09-10
            2025-03-24 | 2025-01-06      | 2025-04-01 || due    | 2025-03-24 | 2025-09-24
            """,
        ),
        Table(
            "Sixteen weeks became twenty-four from 24 April to 25 September 2020: the version of the trigger day applies.",
            "within(weeks(24, force=LAW), of=temporary_approval, expect=parent_assessment)",
            """
            temporary_approval | parent_assessment | as_at      || status | due_on
            2020-04-23         |                   | 2020-12-31 || -      |
            2020-04-24         | 2020-10-09        | 2020-12-31 || met    | 2020-10-09
            2020-09-25         | 2021-03-13        | 2021-12-31 || late   | 2021-03-12
            2020-09-26         |                   | 2020-12-31 || -      |
            """,
            more='since="2020-04-24", until="2020-09-25"',
        ),
        Table(
            "A visit in time but recorded late is met: the day it happened counts.",
            "within(days(10, force=LAW), of=protection_plan, expect=protection_visit)",
            """
            protection_plan | protection_visit | as_at      || status
            2025-03-03      | 2025-03-12       | 2025-06-01 || met
            """,
        ),
        Table(
            "The record of that visit, finished after five working days, is late.",
            "within(working_days(5, force=LOCAL), of=protection_visit, expect=visit_recorded)",
            """
            protection_visit | visit_recorded | as_at      || status | due_on
            2025-03-12       | 2025-03-19     | 2025-06-01 || met    | 2025-03-19
            2025-03-12       | 2025-03-20     | 2025-06-01 || late   | 2025-03-19
            """,
        ),
    ),
)


@pytest.mark.parametrize("table", CHAPTER.tables, ids=str)
def test_every_engine_gets_the_edge_cases_right(table, mismatches):
    assert mismatches(table) == []
