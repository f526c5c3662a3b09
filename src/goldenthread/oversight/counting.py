"""What the nightly judging counts of the whole authority, out of its `duties`: kept by month, owed to how many, days lost.

Everything is counted by DuckDB and written whole, each table in one transaction: run again it leaves the same rows. The
months and the reach leave restricted and sealed records out, whose readers few are; delays stand of each child, and are
shown only to those who may see the child.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

import pyarrow as pa
from django.db import connection as record
from django.db import models, transaction

from goldenthread.oversight.models import Delay, MonthlyCount, Reach
from goldenthread.oversight.steps import by_standard
from goldenthread.record.actions.holding import HOLDS
from goldenthread.record.scan import scan
from goldenthread.standards.duty import OPEN_SHORTFALL

MONTHS = 24
YEAR = 365
"""Days lost are counted within so many days up to the day."""


def count(connection, day: dt.date) -> dict[str, int]:
    """Count the view or table `duties` of a DuckDB connection, judged as at a day; how many rows each count has."""
    _load(connection, day)
    counted = {
        "months": _replace(MonthlyCount, ("standard", "team_id", "month", "status", "number"), months(connection, day)),
        "reach": _replace(Reach, ("standard", "team_id", "children"), reach(connection, day)),
        "delays": _replace(
            Delay, ("person_id", "step", "days", "waiting_since", "shortfalls"), delays(connection, day)
        ),
    }
    for name in ("counted_people", "counted_workers", "counted_subjects", "counted_steps", "counted_holdings", "counted_over"):
        connection.execute(f"DROP TABLE {name}")
    return counted


def first_month(day: dt.date) -> dt.date:
    """The first day of the first of the months that are counted; the last is the month of `day`."""
    month = day.year * 12 + day.month - MONTHS
    return dt.date(month // 12, month % 12 + 1, 1)


def _load(connection, day: dt.date) -> None:
    """`counted_subjects(subject_type, number, id, is_hidden, team)`: children and workers; `counted_steps(standard, step)`;
    `counted_over(id, standard, due_on)`: what is open and for which no child waits any more."""
    scan(connection, "counted_holdings", "person BIGINT, team BIGINT", f"""
        SELECT coalesce(p.merged_into_id, p.id), coalesce(a.team_id, w.team_id, 0) FROM record_allocation a
        JOIN record_person p ON p.id = a.person_id LEFT JOIN workforce_worker w ON w.id = a.worker_id
        WHERE a.capacity = '{HOLDS}' AND a.state = 'accepted' AND a.started_on <= '{day}'
            AND (a.ended_on IS NULL OR a.ended_on > '{day}') ORDER BY a.started_on, a.id""")  # fmt: skip
    scan(connection, "counted_people", "id BIGINT, number VARCHAR, is_hidden BIGINT", """
        SELECT id, number, CASE WHEN restricted OR sealed THEN 1 ELSE 0 END FROM record_person
        WHERE had_record AND merged_into_id IS NULL""")  # fmt: skip
    scan(connection, "counted_over", "id BIGINT, standard VARCHAR, due_on DATE", """
        SELECT DISTINCT person_id, standard, due_on FROM oversight_shortfall WHERE ended_on IS NULL AND NOT waits""")
    scan(connection, "counted_workers", "number VARCHAR, team BIGINT",
         "SELECT number, coalesce(team_id, 0) FROM workforce_worker")  # fmt: skip
    connection.execute("""CREATE OR REPLACE TABLE counted_subjects AS
        SELECT 'child' AS subject_type, number, id, is_hidden, nullif(held.team, 0) AS team FROM counted_people p
            LEFT JOIN (SELECT person, last(team) AS team FROM counted_holdings GROUP BY 1) held ON held.person = p.id
        UNION ALL SELECT 'worker', number, NULL, 0, nullif(team, 0) FROM counted_workers""")  # fmt: skip
    told = pa.table({"standard": list(by_standard()), "step": list(by_standard().values())})
    connection.register("steps_told", told)
    connection.execute("CREATE OR REPLACE TABLE counted_steps AS SELECT * FROM steps_told")
    connection.unregister("steps_told")


COUNTED = """FROM duties d LEFT JOIN counted_subjects c ON c.subject_type = d.subject_type AND c.number = d.subject_id
    WHERE (d.subject_type <> 'child' OR c.is_hidden = 0)"""
"""Duties whose number may be told; the team is that which holds the child now, or in which the worker works."""


STILL_WAITS = "(c.id, d.standard, d.due_on) NOT IN (SELECT id, standard, due_on FROM counted_over WHERE id IS NOT NULL)"
"""Whether a child still waits for an open duty."""


def months(connection, day: dt.date) -> list[tuple]:
    """Standard, team (None: no team's), month, status, how many: the duties that fell due in each of the months."""
    due = f"d.due_on BETWEEN DATE '{first_month(day)}' AND DATE '{day}'"
    return connection.execute(f"""
        SELECT standard, team, month, status, sum(number)::BIGINT FROM (
            SELECT d.standard, c.team, date_trunc('month', d.due_on)::DATE AS month, d.status, count(*) AS number
            {COUNTED} AND {due} AND d.status <> 'due' GROUP BY ALL
            UNION ALL
            SELECT d.standard, c.team, date_trunc('month', d.due_on)::DATE, unnest(['lifted', 'ceased']),
                unnest([count(*), -count(*)])
            {COUNTED} AND {due} AND d.status = 'ceased' AND contains(d.evidence, 'lifted by') GROUP BY 1, 2, 3
        ) GROUP BY ALL HAVING sum(number) > 0 ORDER BY ALL""").fetchall()  # fmt: skip


def reach(connection, day: dt.date) -> list[tuple]:
    """Standard, team, how many children it was owed to within the year, or is still."""
    return connection.execute(f"""
        SELECT d.standard, c.team, count(DISTINCT c.id) {COUNTED} AND c.id IS NOT NULL AND d.status NOT IN ('ceased', 'due')
            AND (d.due_on > DATE '{day}' - {YEAR} OR ({OPEN_SHORTFALL} AND {STILL_WAITS}))
        GROUP BY ALL ORDER BY ALL""").fetchall()  # fmt: skip


def delays(connection, day: dt.date) -> list[tuple]:
    """Child, step, days lost within the year, since when something waits (None: nothing does), and how many do.

    A day lost is a day after the due day on which the thing was still not done. Of duties that overlap at one step a
    day counts once: of each stretch only what reaches beyond all that began before it is added.
    """
    return connection.execute(f"""
        WITH late AS (
            SELECT c.id AS person, s.step, d.due_on, {OPEN_SHORTFALL} AS is_open,
                greatest(d.due_on, DATE '{day}' - {YEAR}) AS after, least(d.due_on + d.days_over, DATE '{day}') AS until
            FROM duties d JOIN counted_subjects c ON c.subject_type = d.subject_type AND c.number = d.subject_id
            JOIN counted_steps s USING (standard)
            WHERE c.id IS NOT NULL AND d.kind = 'duty' AND d.days_over > 0 AND d.due_on + d.days_over > DATE '{day}' - {YEAR}
                AND ({STILL_WAITS} OR NOT {OPEN_SHORTFALL})
        ), beyond AS (
            SELECT *, max(until) OVER (PARTITION BY person, step ORDER BY after, until
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached FROM late
        )
        SELECT person, step, sum(greatest(0, until - greatest(after, coalesce(reached, after))))::BIGINT,
            min(due_on) FILTER (is_open) + 1, count(*) FILTER (is_open)
        FROM beyond GROUP BY ALL ORDER BY ALL""").fetchall()  # fmt: skip


AT_ONCE = 5_000


def _replace(model: type[models.Model], columns: Sequence[str], rows: Iterable[tuple]) -> int:
    """Write a count whole in place of what there was, some thousand rows at a time."""
    rows = list(rows)
    names = ", ".join(columns)
    insert = f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({', '.join(['%s'] * len(columns))})"
    with transaction.atomic():
        model.objects.all().delete()
        with record.cursor() as cursor:
            for first in range(0, len(rows), AT_ONCE):
                cursor.executemany(insert, rows[first : first + AT_ONCE])
    return len(rows)
