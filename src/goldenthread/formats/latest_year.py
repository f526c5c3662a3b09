"""SQL for returns that come once a year: of what several years' files tell twice, the latest year is believed.

A format that uses it has a view `<format>_years` with `file_no` and `year` of every file, and names its own tables.
"""

from collections.abc import Iterable

from goldenthread.errors import UserError
from goldenthread.formats.language import Wrong
from goldenthread.standards.thread import ROWS_PER_FILE

FILE_NO = f"ref // {ROWS_PER_FILE}"


def ends(day: str) -> str:
    """The year in which the collection year (1 April to 31 March) of a day ends."""
    return f"year({day}) + CAST(month({day}) >= 4 AS INTEGER)"


def of_latest_year(fmt: str, table: str, *key: str) -> str:
    """The rows of a table whose key no later year has, with `year`, and `last_year` of the table."""
    filled = " AND ".join(f"{name} IS NOT NULL" for name in key)
    return f"""SELECT each.*, year, max(year) OVER () AS last_year FROM reading.{fmt}_{table} each
        JOIN reading.{fmt}_years ON file_no = {FILE_NO} WHERE {filled}
        QUALIFY year = max(year) OVER (PARTITION BY {", ".join(key)})"""


def not_withdrawn(of: str, end: str) -> str:
    """What was open on 31 March is in the next year's return too; if it is not, it was withdrawn."""
    return f"SELECT * FROM {of} WHERE {end} IS NOT NULL OR year = last_year"


def withdrawn(view: str, start: str, end: str) -> Wrong:
    """Notes what `not_withdrawn` leaves out of a view made by `of_latest_year`."""
    return Wrong(
        view, f"{end} IS NULL AND year < last_year", start, start,
        f"the same {start} in the next year's return too, as it was open on 31 March; the later year is believed",
        left_out="value",
    )  # fmt: skip


def backwards(table: str, start: str, end: str, left_out: str = "row") -> Wrong:
    """Notes what ends before it starts."""
    return Wrong(table, f"{end} < {start}", end, end, f"a day on or after {start}", left_out)


def without_a_break(years: str) -> str:
    """The first and last day of the years there without a break, back from the last; `years` selects `year`."""
    return f"""WITH runs AS (SELECT year, year - row_number() OVER (ORDER BY year) AS run FROM ({years}))
        SELECT make_date(min(year) - 1, 4, 1) AS first_day, make_date(max(year), 3, 31) AS last_day
        FROM runs WHERE run = (SELECT arg_max(run, year) FROM runs)"""


def refuse_same_year_twice(connection, fmt: str, files: Iterable[tuple[str, int, int, str]]) -> None:
    """UserError where two `files` (table, year, number, name) are of one table and year and do not say the same."""
    faults, first = [], {}
    for table, year, number, name in files:
        before, before_name = first.setdefault((table, year), (number, name))
        if before != number and _content(connection, fmt, table, before) != _content(connection, fmt, table, number):
            faults.append(
                f"{before_name} and {name} are of the same year ({year - 1}-{year % 100:02}), and they differ. Leave "
                "out the one that was replaced; or, if their years differ, put them in folders named by their years."
            )
    if faults:
        raise UserError(*faults)


def _content(connection, fmt: str, table: str, number: int) -> tuple:
    """What a file says, whatever the order of its rows."""
    query = f"""SELECT count(*), sum(hash(each)) FROM
        (SELECT * EXCLUDE ref FROM reading.{fmt}_{table} WHERE {FILE_NO} = ?) each"""
    return connection.execute(query, [number]).fetchone()
