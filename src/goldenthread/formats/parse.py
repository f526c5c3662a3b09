"""The SQL that turns a cell of text into a value of its column's kind, for a whole batch at once.

A cell that cannot be read becomes NULL and is a fault; nothing is guessed. Three steps, each a column of the query:
`c` the cell (trimmed; blank is NULL), `k` what is left after the column's `cut` and `means`, `v` the value.
"""

import re

from goldenthread.codes.lists import codes_of
from goldenthread.formats.language import Column, Format

TYPES = {
    "id": "VARCHAR", "text": "VARCHAR", "code": "VARCHAR", "json": "VARCHAR", "yes_no": "BOOLEAN", "number": "DOUBLE",
    "day": "DATE", "moment": "DATE",
}  # fmt: skip

EXPECTED = {
    "id": "an id, whole and as text",
    "text": "text",
    "json": "JSON",
    "yes_no": "yes or no",
    "number": "a number",
    "day": "a day from 1980 to 2049",
    "moment": "a day from 1980 to 2049",
}

RANGE = "BETWEEN DATE '1980-01-01' AND DATE '2049-12-31'"
CLOCK = r"([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?"
ZONE = r"( ?(Z|[+-][0-9]{2}(:?[0-9]{2})?))"

MACROS = f"""
CREATE MACRO reading.whole(k) AS CASE WHEN k LIKE '%.0%' THEN regexp_replace(k, '^([0-9]+)\\.0+$', '\\1') ELSE k END;
CREATE MACRO reading.id_of(k) AS
    CASE WHEN k LIKE '%E+%' AND regexp_full_match(k, '[0-9](\\.[0-9]+)?E\\+[0-9]+') THEN NULL ELSE reading.whole(k) END;
CREATE MACRO reading.yes_no_of(k) AS CASE
    WHEN k = 'Y' OR k = '1' OR regexp_full_match(k, '(y|yes|t|true|1(\\.0+)?)', 'i') THEN true
    WHEN k = 'N' OR k = '0' OR regexp_full_match(k, '(n|no|f|false|0(\\.0+)?)', 'i') THEN false END;
CREATE MACRO reading.number_of(k) AS CASE WHEN isfinite(try_cast(k AS DOUBLE)) THEN try_cast(k AS DOUBLE) END;
CREATE MACRO reading.json_of(k) AS CASE WHEN json_valid(k) THEN k END;

CREATE MACRO reading.date_part(k) AS CASE WHEN length(k) <= 10 THEN k ELSE regexp_extract(k, '^[0-9/-]+') END;
CREATE MACRO reading.time_part(k) AS CASE WHEN length(k) <= 10 THEN '' ELSE regexp_replace(k, '^[0-9/-]+[T ]*', '') END;
CREATE MACRO reading.calendar_day(d) AS CASE
    WHEN d LIKE '____-__-__' THEN try_cast(d AS DATE)
    ELSE CAST(try_strptime(d, ['%d/%m/%Y', '%d-%m-%Y']) AS DATE) END;
CREATE MACRO reading.clock_of(t) AS
    CASE WHEN regexp_full_match(t, '{CLOCK}{ZONE}?') THEN try_cast(regexp_extract(t, '^[0-9:.]+') AS TIME) END;
CREATE MACRO reading.minutes_east(t) AS CASE WHEN t LIKE '%Z' THEN 0 ELSE
    CAST(regexp_extract(t, '[+-]([0-9]{{2}})', 1) AS INTEGER) * (CASE WHEN t LIKE '%+%' THEN 60 ELSE -60 END)
    + CAST(coalesce(nullif(regexp_extract(t, '[+-][0-9]{{2}}:?([0-9]{{2}})', 1), ''), '0') AS INTEGER)
    * (CASE WHEN t LIKE '%+%' THEN 1 ELSE -1 END) END;
CREATE MACRO reading.to_utc(local) AS timezone('UTC', timezone('Europe/London', local));
CREATE MACRO reading.day_in_london(instant) AS CAST(timezone('Europe/London', timezone('UTC', instant)) AS DATE);
CREATE MACRO reading.zoned_instant(k) AS CASE WHEN regexp_matches(reading.time_part(k), '{ZONE}$') THEN
    reading.calendar_day(reading.date_part(k)) + reading.clock_of(reading.time_part(k))
    - to_minutes(reading.minutes_east(reading.time_part(k))) END;
CREATE MACRO reading.day_of(k) AS CASE
    WHEN length(k) <= 10 THEN reading.calendar_day(k)
    WHEN reading.clock_of(reading.time_part(k)) IS NULL THEN NULL
    WHEN regexp_matches(reading.time_part(k), '{ZONE}$') THEN reading.day_in_london(reading.zoned_instant(k))
    ELSE reading.calendar_day(reading.date_part(k)) END;
CREATE MACRO reading.clock_instant(k) AS CASE WHEN length(k) > 10 THEN coalesce(reading.zoned_instant(k),
    reading.calendar_day(reading.date_part(k)) + reading.clock_of(reading.time_part(k))) END;
CREATE MACRO reading.serial_day(k) AS CASE WHEN regexp_full_match(k, '[0-9]{{4,6}}(\\.[0-9]+)?') THEN
    DATE '1899-12-30' + CAST(floor(CAST(k AS DOUBLE)) AS INTEGER) END;
CREATE MACRO reading.serial_instant(k) AS CASE WHEN regexp_full_match(k, '[0-9]{{4,6}}\\.[0-9]+') THEN
    CAST(reading.serial_day(k) AS TIMESTAMP)
    + to_seconds(CAST(round((CAST(k AS DOUBLE) - floor(CAST(k AS DOUBLE))) * 86400) AS BIGINT)) END;
"""


def literal(value: str) -> str:
    """A piece of text as SQL."""
    return "'" + value.replace("'", "''") + "'"


def quoted(name: str) -> str:
    """The name of a table or column as SQL."""
    return '"' + name.replace('"', '""') + '"'


def cell(raw: str, blanks) -> str:
    """`c`: a trimmed cell, NULL where blank or where it only says that it is blank."""
    listed = "".join(f" OR {raw} = {literal(each)}" for one in blanks for each in {one, one.upper(), one.lower()})
    return f"CASE WHEN {raw} = ''{listed} THEN NULL ELSE {raw} END"


def cut_cell(column: Column, c: str) -> str:
    """`k`: what of the cell is parsed. NULL is a fault; '' is nothing known, and none."""
    k = c
    if column.cut:
        k = "nullif(" + re.sub(r"\bcell\b", c, column.cut) + ", '')"
    if column.means:
        cases = " ".join(f"WHEN {literal(spelt.lower())} THEN {literal(to)}" for spelt, to in column.means.items())
        k = f"CASE lower({k}) {cases} ELSE {k} END"
    return k


def value(column: Column, k: str, fmt: Format) -> str:
    """`v`: the value of a cell given as text."""
    if column.kind == "id":
        return f"reading.id_of({k})"
    if column.kind == "code":
        return _code(column, k)
    if column.kind in ("day", "moment"):
        day = f"reading.day_of({k})"
        return f"coalesce(reading.serial_day({k}), {day})" if fmt.serial_days else day
    if column.kind == "text":
        return k
    return f"reading.{column.kind}_of({k})"


def _code(column: Column, k: str) -> str:
    """A code in capitals, or spelt as its label."""
    codes = codes_of(column.codes)
    spelt = f"upper(reading.whole({k}))"
    found = f"CASE WHEN {spelt} IN ({', '.join(literal(each.upper()) for each in codes)}) THEN {spelt} END"
    labels = {one.label.lower(): one.code for one in reversed(codes.values()) if one.label}
    if not labels:
        return found
    cases = " ".join(f"WHEN {literal(label)} THEN {literal(code)}" for label, code in labels.items())
    return f"coalesce({found}, CASE lower({k}) {cases} END)"


def out_of_use(column: Column, v: str, on: str) -> str:
    """SQL: the code is known but was not in use on that day."""
    tests = []
    for each in codes_of(column.codes).values():
        if each.verified and each.first:
            tests.append(f"({v} = {literal(each.code)} AND {on} < DATE '{each.first}')")
        if each.verified and each.last:
            tests.append(f"({v} = {literal(each.code)} AND {on} > DATE '{each.last}')")
    return " OR ".join(tests) or "false"


def instant(column: Column, k: str, fmt: Format) -> str:
    """The instant of a moment given as text, in UTC; NULL where no time is given (or, in local time, 00:00:00)."""
    zoned, clock = f"reading.zoned_instant({k})", f"reading.clock_instant({k})"
    if fmt.serial_days:
        clock = f"coalesce(reading.serial_instant({k}), {clock})"
    return f"coalesce({zoned}, {local_instant(column, clock)})"


def local_instant(column: Column, clock: str) -> str:
    """A time without an offset, in UTC."""
    if column.utc:
        return clock
    return f"CASE WHEN {clock} <> date_trunc('day', {clock}) THEN reading.to_utc({clock}) END"


def expected(column: Column) -> str:
    """What a cell of this column should hold, in words."""
    if column.kind != "code":
        return EXPECTED[column.kind]
    return f"a code of the list {column.codes}" + (f", in use on {column.on}" if column.on else "")
