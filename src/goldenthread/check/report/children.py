"""Those who wait, the most serious first: who they are, and what each waits for."""

from dataclasses import dataclass
from typing import Any

from goldenthread.check.report.figures import open_duties
from goldenthread.check.run import Run

MOST_SECTIONS = 2_000
"""More children than this are not given a section of their own: the workbook has them all."""

MOST_SHORTFALLS = 10_000
"""More shortfalls than this are not told in sentences: the page has to open on an old laptop."""

MOST_EACH = 25
"""More shortfalls of one child than this are counted, not told."""

MOST_LISTED = 100
"""More children than this are not listed under one standard."""


@dataclass(frozen=True)
class Subject:
    """One who waits: `position` among those of the same kind, from the most serious; `shortfalls` how many in all."""

    kind: str
    id: str
    position: int
    shortfalls: int
    worst: dict[str, Any]

    @property
    def anchor(self) -> str:
        """Where on the page this child's section is; ids can hold anything, positions cannot."""
        return f"{self.kind}-{self.position}"


def rank(connection) -> None:
    """Put everyone who waits in order: by the gravity of the worst shortfall, then by how long it has lasted."""
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE report_waiting AS
            WITH worst AS (
                SELECT subject_type, subject_id, standard, severity, gravity, opened_on, due_on, days_over, responsible,
                       is_one_day, count(*) OVER each AS shortfalls,
                       row_number() OVER (each ORDER BY gravity, days_over DESC, due_on, standard) AS place
                FROM report_open WHERE kind = 'duty' WINDOW each AS (PARTITION BY subject_type, subject_id)
            ), placed AS (
                SELECT * EXCLUDE place, row_number() OVER (
                    PARTITION BY subject_type ORDER BY gravity, days_over DESC, subject_id) AS position
                FROM worst WHERE place = 1
            )
            SELECT *, position <= {MOST_SECTIONS} AND {MOST_SHORTFALLS} >= sum(least(shortfalls, {MOST_EACH})) OVER (
                PARTITION BY subject_type ORDER BY position) AS is_shown
            FROM placed"""
    )


COLUMNS = """subject_type, subject_id, position, shortfalls, standard, severity, opened_on, due_on, days_over,
    responsible, is_one_day"""


def subjects(connection, kind: str, most: int | None = None) -> list[Subject]:
    """Those of a kind with a section of their own, or the first so many of them, the most serious first."""
    limit = "" if most is None else f" AND position <= {most}"
    result = connection.execute(
        f"SELECT {COLUMNS} FROM report_waiting WHERE subject_type = ? AND is_shown{limit} ORDER BY position", [kind]
    )
    rows = _dicts(result)
    return [
        Subject(row["subject_type"], row["subject_id"], row["position"], row["shortfalls"], row)
        for row in rows
    ]


def shortfalls_of(connection, kind: str, run: Run) -> dict[str, list[dict]]:
    """For those of a kind with a section of their own, their shortfalls, the most serious first."""
    result = connection.execute(
        f"""SELECT subject_id, standard, opened_on, due_on, days_over, status, severity, responsible, explanation,
                   is_one_day, CAST(json_extract(evidence, '$.rows') AS VARCHAR[]) AS files,
                   CAST(json_extract(evidence, '$.caveats') AS VARCHAR[]) AS caveats
            FROM ({open_duties(run)})
                 JOIN (SELECT subject_type, subject_id, position FROM report_waiting WHERE is_shown)
                 USING (subject_type, subject_id)
            WHERE kind = 'duty' AND subject_type = ?
            QUALIFY row_number() OVER (PARTITION BY subject_id ORDER BY gravity, days_over DESC, due_on, standard)
                    <= {MOST_EACH}
            ORDER BY position, gravity, days_over DESC, due_on, standard""",
        [kind],
    )
    return _by_subject(result, run)


def questions(connection, most: int, run: Run) -> tuple[list[dict], int]:
    """The questions, gravest first, no more than so many; and how many there are."""
    (total,) = connection.execute("SELECT count(*) FROM report_open WHERE kind = 'question'").fetchone()
    result = connection.execute(
        f"""SELECT subject_type, subject_id, standard, opened_on, due_on, days_over, status, severity, responsible,
                   explanation, is_one_day, position, coalesce(is_shown, false) AS is_shown
            FROM ({open_duties(run)})
                 LEFT JOIN (SELECT subject_type, subject_id, position, is_shown FROM report_waiting)
                 USING (subject_type, subject_id)
            WHERE kind = 'question' ORDER BY gravity, standard, opened_on DESC, subject_id LIMIT {most}"""
    )
    return [row | {"version": run.standard(row["standard"], row["opened_on"])} for row in _dicts(result)], total


def listed_by_standard(connection) -> dict[str, list[dict]]:
    """For each standard, those with an open shortfall under it: the longest first, no more than `MOST_LISTED`."""
    result = connection.execute(
        f"""WITH each AS (
                SELECT standard, subject_type, subject_id, count(*) AS number, max(days_over) AS days_over,
                       min(due_on) AS due_on, bool_and(is_one_day) AS is_one_day
                FROM report_open WHERE kind = 'duty' GROUP BY ALL
            )
            SELECT each.*, position, is_shown, count(*) OVER (PARTITION BY standard) AS in_all
            FROM each JOIN (SELECT subject_type, subject_id, position, is_shown FROM report_waiting)
                 USING (subject_type, subject_id)
            QUALIFY row_number() OVER (PARTITION BY standard ORDER BY days_over DESC, subject_id) <= {MOST_LISTED}
            ORDER BY standard, days_over DESC, subject_id"""
    )
    lists: dict[str, list[dict]] = {}
    for row in _dicts(result):
        lists.setdefault(row["standard"], []).append(row)
    return lists


def _by_subject(result, run: Run) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for row in _dicts(result):
        row["version"] = run.standard(row["standard"], row["opened_on"])
        found.setdefault(row["subject_id"], []).append(row)
    return found


def _dicts(result) -> list[dict]:
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
