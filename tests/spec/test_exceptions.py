# ruff: noqa: E501 (a table is as wide as it is)
"""Exceptions: the lawful reasons that lift a duty."""

import pytest
from tests.spec.tables import Chapter, Table

CHAPTER = Chapter(
    "Exceptions: what lifts a duty",
    "`lifted_by=` names facts with their provision. A duty that is not met, and that one of them overlaps between the day "
    "it opened and the day it was due, has ceased: it says so in its caveats, and the report counts it.",
    (
        Table(
            "An event lifts a duty if it falls between the opening and the due day, both counted.",
            "within(days(10, force=LAW), of=section47, expect=medical)",
            """
            section47  | medical    | medical_refused        | as_at      || status  | closed_on  | done_on    | days_over | caveats
            2025-03-03 |            | 2025-03-03             | 2025-06-01 || ceased  | 2025-03-03 | -          | 0         | lifted by: a refusal of the medical assessment by a child of sufficient understanding
            2025-03-03 |            | 2025-03-13             | 2025-06-01 || ceased  | 2025-03-13 | -          | 0         |
            2025-03-03 |            | 2025-03-14             | 2025-06-01 || overdue | -          | -          | 80        | -
            2025-03-03 |            | 2025-03-02             | 2025-06-01 || overdue | -          | -          | 80        | -
            2025-03-03 |            | 2025-03-08; 2025-03-05 | 2025-06-01 || ceased  | 2025-03-05 | -          | 0         |
            2025-03-03 |            | 2025-03-08             | 2025-03-07 || due     | -          | -          | 0         | -
            2025-03-03 | 2025-03-20 | 2025-03-08             | 2025-06-01 || ceased  | 2025-03-08 | 2025-03-20 | 0         |
            2025-03-03 | 2025-03-10 | 2025-03-08             | 2025-06-01 || met     | -          | 2025-03-10 | 0         | -
            """,
            more="lifted_by=(medical_refused,)",
        ),
        Table(
            "A period lifts a duty if it holds on a day between.",
            "every(months(6, force=LAW), during=looked_after, expect=review)",
            """
            looked_after | review     | placed_for_adoption     | as_at      || status       | closed_on     | caveats
            2025-01-06   |            | 2025-03-03              | 2025-09-01 || ceased       | 2025-03-03    | lifted by: the child's placement for adoption
            2025-01-06   |            | 2024-12-01              | 2025-09-01 || ceased       | 2025-01-06    |
            2025-01-06   |            | 2024-12-01 - 2025-01-06 | 2025-09-01 || overdue      | -             | -                                     # over on the first day
            2025-01-06   |            | 2024-12-01 - 2025-01-07 | 2025-09-01 || ceased       | 2025-01-06    |
            2025-01-06   |            | 2025-03-03 - 2025-03-03 | 2025-09-01 || overdue      | -             | -                                     # held on no day
            2025-01-06   | 2025-03-01 | 2025-09-01              | 2025-12-01 || met; ceased  | -; 2025-09-01 |
            2025-01-06   | 2025-03-01 | 2025-09-02              | 2025-12-01 || met; overdue | -; -          | -; -                                  # too late to lift it
            """,
            more="lifted_by=(placed_for_adoption,)",
        ),
        Table(
            "Of several exceptions, the one that began first lifts it.",
            "within(days(10, force=LAW), of=looked_after, expect=health_assessment)",
            """
            looked_after | health_refused | placed_for_adoption | as_at      || status | closed_on  | caveats
            2025-03-03   | 2025-03-05     | 2025-03-04          | 2025-06-01 || ceased | 2025-03-04 | lifted by: the child's placement for adoption
            2025-03-03   | 2025-03-05     | 2025-03-06          | 2025-06-01 || ceased | 2025-03-05 | lifted by: a refusal of the health assessment by a child of sufficient understanding
            """,
            more="lifted_by=(health_refused, placed_for_adoption)",
        ),
        Table(
            "An exception lifts a gap if it falls between its start and the end of its grace.",
            "always(allocation, during=looked_after, grace=days(5, force=DEFAULT))",
            """
            looked_after | allocation | placed_for_adoption | as_at      || status  | closed_on  | done_on    | days_over
            2025-03-03   | 2025-03-20 | 2025-03-08          | 2025-06-01 || ceased  | 2025-03-08 | 2025-03-20 | 0
            2025-03-03   | 2025-03-20 | 2025-03-09          | 2025-06-01 || not_met | -          | 2025-03-20 | 12
            2025-03-03   |            | 2025-02-01          | 2025-06-01 || ceased  | 2025-03-03 | -          | 0
            """,
            more="lifted_by=(placed_for_adoption,)",
        ),
        Table(
            "An exception lifts an occurrence if it holds on its first day.",
            "never(placement.where(has_urn=False), force=LAW)",
            """
            placement                            | court_extension         | as_at      || status  | closed_on
            2025-03-03 [has_urn=no]              | 2025-03-01 - 2025-03-04 | 2025-06-01 || ceased  | 2025-03-03
            2025-03-03 [has_urn=no]              | 2025-03-04              | 2025-06-01 || not_met | -
            2025-03-03 - 2025-04-01 [has_urn=no] | 2025-03-03              | 2025-06-01 || ceased  | 2025-03-03
            """,
            more="lifted_by=(court_extension,)",
        ),
        Table(
            "What has ceased already owes nothing, and there is nothing to lift.",
            "within(days(10, force=LAW), of=section47, expect=medical)",
            """
            section47               | medical | medical_refused | as_at      || status | closed_on  | caveats
            2025-03-03 - 2025-03-08 |         | 2025-03-05      | 2025-06-01 || ceased | 2025-03-08 | -
            """,
            more="lifted_by=(medical_refused,)",
        ),
        Table(
            "An exception may have conditions of its own.",
            "within(days(10, force=LAW), of=section47, expect=medical)",
            """
            section47  | medical | medical_refused                | as_at      || status
            2025-03-03 |         | 2025-03-05 [provision=Gillick] | 2025-06-01 || ceased
            2025-03-03 |         | 2025-03-05                     | 2025-06-01 || overdue
            """,
            more="lifted_by=(medical_refused.where(provision=known),)",
        ),
    ),
)


@pytest.mark.parametrize("table", CHAPTER.tables, ids=str)
def test_every_engine_lifts_what_the_table_says(table, mismatches):
    assert mismatches(table) == []
