"""The figures of the report, counted by DuckDB: the duties themselves never come to Python."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from goldenthread.check.run import Run
from goldenthread.standards.duty import OPEN_SHORTFALL
from goldenthread.standards.language.verbs import Never

MONTHS = 24

BANDS = {
    "under a week": "days_over < 7",
    "1 to 4 weeks": "days_over < 28",
    "1 to 3 months": "days_over < 91",
    "3 to 6 months": "days_over < 183",
    "6 to 12 months": "days_over <= 365",
    "over a year": "true",
}
ONE_DAY = "happened on one day"
"""A thing that must never happen, and did on a day: nobody is waiting longer for it as time goes by."""


def prepare(connection, run: Run) -> None:
    """Make the temporary table of open shortfalls and open questions, from which most figures are counted.

    It leaves out the explanations: those are put into words when they are read, and few are.
    """
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE report_open AS SELECT * EXCLUDE explanation FROM ({open_duties(run)})"
    )


def open_duties(run: Run) -> str:
    """SQL: open shortfalls and questions, with their `gravity` (1 is critical) and whether each `is_one_day`."""
    return f"""SELECT *, array_position(['critical', 'high', 'medium', 'low'], severity) AS gravity,
                      status = 'not_met' AND days_over = 0 AND opened_on < DATE '{run.as_at}' AS is_one_day
               FROM duties WHERE {OPEN_SHORTFALL}"""


def tidy(connection) -> None:
    """Drop the temporary tables of the report."""
    for name in ("report_open", "report_waiting"):
        connection.execute(f"DROP TABLE IF EXISTS temp.{name}")


@dataclass(frozen=True)
class Waiting:
    """How many of one kind of subject wait: `known` were judged at all; `critical` wait for something of safety."""

    known: int
    waiting: int
    critical: int
    shortfalls: int
    critical_shortfalls: int


def waiting_by_subject(connection) -> dict[str, Waiting]:
    """For each kind of subject that was judged, how many wait."""
    known = connection.execute(
        "SELECT subject_type, count(DISTINCT subject_id) FROM duties WHERE kind = 'duty' GROUP BY 1 ORDER BY 1"
    ).fetchall()
    rows = connection.execute(
        """SELECT subject_type, count(DISTINCT subject_id),
                  count(DISTINCT subject_id) FILTER (severity = 'critical'),
                  count(*), count(*) FILTER (severity = 'critical')
           FROM report_open WHERE kind = 'duty' GROUP BY 1"""
    ).fetchall()
    waiting = {subject: counts for subject, *counts in rows}
    return {subject: Waiting(number, *waiting.get(subject, (0, 0, 0, 0))) for subject, number in known}


def open_by_area(connection, run: Run) -> dict[str, Counter]:
    """Open shortfalls of children: for each area that has any, by severity."""
    rows = connection.execute(
        """SELECT standard, severity, count(*) FROM report_open
           WHERE kind = 'duty' AND subject_type = 'child' GROUP BY ALL"""
    ).fetchall()
    areas: dict[str, Counter] = defaultdict(Counter)
    for standard, severity, number in rows:
        areas[run.standard(standard).area][severity] += number
    return areas


def waiting_bands(connection) -> dict[str, tuple[int, int]]:
    """How long children's open shortfalls have lasted past their day: for each band, how many, and of safety."""
    cases = " ".join(f"WHEN {test} THEN '{band}'" for band, test in BANDS.items())
    rows = connection.execute(
        f"""SELECT CASE WHEN is_one_day THEN '{ONE_DAY}' {cases} END,
                   count(*), count(*) FILTER (severity = 'critical')
            FROM report_open WHERE kind = 'duty' AND subject_type = 'child' GROUP BY 1"""
    ).fetchall()
    found = {band: (number, critical) for band, number, critical in rows}
    bands = {band: found.get(band, (0, 0)) for band in BANDS}
    return bands | ({ONE_DAY: found[ONE_DAY]} if ONE_DAY in found else {})


def counts_by_standard(connection) -> dict[str, Counter]:
    """For each standard, its duties by status; `open` are those shortfalls that can still be acted on."""
    rows = connection.execute(
        f"SELECT standard, status, count(*), count(*) FILTER (WHERE {OPEN_SHORTFALL}) FROM duties GROUP BY ALL"
    ).fetchall()
    counts: dict[str, Counter] = defaultdict(Counter)
    for standard, status, number, still_open in rows:
        counts[standard][status] += number
        counts[standard]["open"] += still_open
    return counts


@dataclass
class Kept:
    """Of the duties whose due day fell in a stretch of time: kept in time, and of how many.

    `owed` are those met, late, overdue or not met; `ceased` ended or were lifted before the due day and are left out of
    it, `lifted` being those lifted by an exception.
    """

    met: int = 0
    owed: int = 0
    ceased: int = 0
    lifted: int = 0

    def __add__(self, other: "Kept") -> "Kept":
        return Kept(
            self.met + other.met, self.owed + other.owed, self.ceased + other.ceased, self.lifted + other.lifted
        )


@dataclass
class Trend:
    """Kept in time, month by month, oldest first; `this_year` and `year_before` are the two halves."""

    months: list[Kept] = field(default_factory=lambda: [Kept() for _ in range(MONTHS)])

    @property
    def this_year(self) -> Kept:
        return sum(self.months[-12:], Kept())

    @property
    def year_before(self) -> Kept:
        return sum(self.months[:-12], Kept())

    @property
    def is_empty(self) -> bool:
        return not any(each.owed or each.ceased for each in self.months)


def months_of(run: Run) -> list[dt.date]:
    """The first days of the months of the trend: the last is the month of as at, which may not be over."""
    last = run.as_at.year * 12 + run.as_at.month - 1
    return [dt.date(each // 12, each % 12 + 1, 1) for each in range(last - MONTHS + 1, last + 1)]


def kept_by_standard(connection, run: Run) -> dict[str, Trend]:
    """For each standard that can be kept in time, its trend; not what must never be, nor questions."""
    months = months_of(run)
    fell_due = "kind = 'duty' AND due_on BETWEEN $first AND $as_at"
    rows = connection.execute(
        f"""SELECT standard, date_trunc('month', due_on)::DATE AS month,
                   count(*) FILTER (status = 'met'),
                   count(*) FILTER (status IN ('met', 'late', 'overdue', 'not_met')),
                   count(*) FILTER (status = 'ceased'), 0
            FROM duties WHERE {fell_due} GROUP BY ALL
            UNION ALL
            SELECT standard, date_trunc('month', due_on)::DATE AS month, 0, 0, 0, count(*)
            FROM duties WHERE {fell_due} AND status = 'ceased' AND contains(evidence, 'lifted by') GROUP BY ALL""",
        {"first": months[0], "as_at": run.as_at},
    ).fetchall()
    position = {month: at for at, month in enumerate(months)}
    trends = {id: Trend() for id in run.ids if can_be_kept(run.standard(id))}
    for standard, month, *counts in rows:
        if standard in trends:
            trends[standard].months[position[month]] += Kept(*counts)
    return trends


def can_be_kept(standard) -> bool:
    """Whether it can be kept in time: a duty, other than that something must never be."""
    return standard.kind == "duty" and not isinstance(standard.rule, Never)


def added(trends) -> Trend:
    """Several trends as one."""
    by_month = zip(*(each.months for each in trends), strict=True)
    return Trend([sum(month, Kept()) for month in by_month] or Trend().months)


def lifted_by_exception(connection) -> list[tuple[str, str, int]]:
    """Duties lifted by an exception: the exception, the standard, how many; most first."""
    return connection.execute(
        """SELECT trim(substr(caveat, length('lifted by') + 2)), standard, count(*)
           FROM (SELECT standard, unnest(CAST(json_extract(evidence, '$.caveats') AS VARCHAR[])) AS caveat
                 FROM duties WHERE status = 'ceased' AND contains(evidence, 'lifted by'))
           WHERE starts_with(caveat, 'lifted by') GROUP BY ALL ORDER BY 3 DESC, 1, 2"""
    ).fetchall()


def caveats(connection) -> list[tuple[str, int]]:
    """What to bear in mind of the open shortfalls and questions, and of how many."""
    return connection.execute(
        """SELECT caveat, count(*)
           FROM (SELECT unnest(CAST(json_extract(evidence, '$.caveats') AS VARCHAR[])) AS caveat FROM report_open)
           GROUP BY 1 ORDER BY 2 DESC, 1"""
    ).fetchall()


def not_judged(connection) -> list[tuple[str, str, int | None]]:
    """What could not be judged: standard, reason, how many (None: the whole standard)."""
    return connection.execute(
        """SELECT standard, reason, CASE WHEN bool_and(how_many > 0) THEN sum(how_many)::BIGINT END
           FROM not_judged GROUP BY 1, 2 ORDER BY 3 DESC NULLS LAST, 1, 2"""
    ).fetchall()


def not_read(connection, most: int) -> tuple[list[tuple], int]:
    """What was not read, without its values: file, column, expected, what was left out, how many; and groups in all."""
    groups = 'SELECT file, "column", expected, left_out, count(*) AS n FROM not_read GROUP BY ALL'
    (total,) = connection.execute(f"SELECT count(*) FROM ({groups})").fetchone()
    rows = connection.execute(f"{groups} ORDER BY n DESC, file, 2, 3 LIMIT {most}").fetchall()
    return rows, total
