"""The years of an SSDA903 return: which year a file is of, that none is there twice, and which years are whole."""

import datetime as dt

from goldenthread.formats.latest_year import FILE_NO, ends, refuse_same_year_twice, without_a_break

TABLES = (
    "header", "episodes", "reviews", "uasc", "oc2", "oc3", "ad1", "placed_for_adoption", "previous_permanence",
    "missing", "social_workers", "deprivations",
)  # fmt: skip

# The last year in the path: 2020, 2019-20 or 2019_2020. Where what follows is not the next year, it is a month.
_YEAR = r"^(?:.*[^0-9])?(20[0-9]{2})(?:[-_ ]?(?:20)?([0-9]{2}))?(?:[^0-9].*)?$"

_TABLES_OF_FILES = " UNION ALL ".join(
    f"""SELECT DISTINCT {FILE_NO} AS file_no, '{table}' AS "table" FROM reading.ssda903_{table}""" for table in TABLES
)

FILES = f"""
    SELECT file_no, name, "table", TRY_CAST(first AS INTEGER) + CAST(
        coalesce(TRY_CAST(next AS INTEGER) = (TRY_CAST(first AS INTEGER) + 1) % 100, false) AS INTEGER) AS named,
        CASE WHEN path ILIKE '%.xml' THEN path ELSE regexp_replace(path, '[^/]*$', '') END AS folder
    FROM (SELECT file_no, name, "table", path, regexp_extract(path, '{_YEAR}', 1) AS first,
            regexp_extract(path, '{_YEAR}', 2) AS next
        FROM (SELECT file_no, name, regexp_replace(name, ': [a-z_0-9]+$', '') AS path FROM source_files)
        JOIN ({_TABLES_OF_FILES}) USING (file_no))
"""

YEARS = f"""
    WITH files AS ({FILES}),
    starts AS (SELECT {FILE_NO} AS file_no, max({ends("DECOM")}) AS seen FROM reading.ssda903_episodes
        WHERE DECOM <= current_date GROUP BY ALL),
    folders AS (SELECT folder, max(seen) AS seen FROM files JOIN starts USING (file_no) GROUP BY ALL)
    SELECT file_no, name, "table",
        coalesce(named, folders.seen, max(coalesce(named, folders.seen)) OVER (), 0) AS year
    FROM files LEFT JOIN folders USING (folder)
"""
"""SQL: every file with its table and its year: that of its name, else of its folder's latest start, else the last."""


def check_years(connection) -> None:
    """UserError where two files are of one table and one year and do not say the same."""
    files = connection.execute(f'SELECT "table", year, file_no, name FROM ({YEARS}) ORDER BY ALL').fetchall()
    refuse_same_year_twice(connection, "ssda903", files)


def end_of_latest_year(connection) -> dt.date | None:
    """The 31 March on or after the latest episode (or else review) that has begun."""
    for table, day in (("episodes", "DECOM"), ("reviews", "REVIEW"), ("social_workers", "SW_DECOM")):
        query = f"SELECT max({ends(day)}) FROM reading.ssda903_{table} WHERE {day} <= current_date"
        if year := connection.execute(query).fetchone()[0]:
            return dt.date(year, 3, 31)
    return None


SPAN = without_a_break(f"""
    SELECT max({ends("DECOM")}) AS year FROM reading.ssda903_episodes WHERE DECOM <= current_date GROUP BY {FILE_NO}
    UNION
    SELECT {ends("DEC")} FROM reading.ssda903_episodes WHERE DEC <= current_date
    GROUP BY {ends("DEC")} QUALIFY 10 * count(*) >= max(count(*)) OVER ()
""")
"""SQL: the days that are there without a break. A year is there where a file's latest start is in it, or at least a
tenth as many episodes closed in it as in the busiest year (fewer are slips of the pen)."""


def covers(connection, as_at: dt.date) -> tuple[dt.date, dt.date]:
    """From the first 1 April of the years that are there without a break, to the last 31 March."""
    first, _ = connection.execute(SPAN).fetchone()
    last = end_of_latest_year(connection) or as_at
    return first or dt.date(last.year - 1, 4, 1), min(last, as_at)
