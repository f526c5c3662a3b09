"""One batch of cells becomes typed rows and faults: the SQL, built once per header and run for every batch."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds

from goldenthread.formats import parse
from goldenthread.formats.language import Column, Format, Table
from goldenthread.formats.parse import RANGE, literal, quoted
from goldenthread.standards.thread import ROWS_PER_FILE


@dataclass(frozen=True)
class Plan:
    """The SQL for batches with one header: stage them, count, note the faults, keep the typed rows."""

    stage: str
    count: str
    faults: tuple[str, ...]
    keep: str

    def run(self, connection, batch: pa.RecordBatch) -> tuple[int, int, int]:
        """(rows, rows left out, values left out of the other rows)."""
        if not batch.num_rows:
            return 0, 0, 0
        connection.register("batch", trimmed(batch))
        connection.execute(self.stage)
        connection.unregister("batch")
        rows, left_out, *bad = connection.execute(self.count).fetchone()
        for count, fault in zip(bad, self.faults, strict=True):
            if count:
                connection.execute(fault)
        connection.execute(self.keep)
        values = connection.execute(_values_left_out(len(bad))).fetchone()[0] if any(bad) else 0
        return rows, left_out, values


def is_text(kind: pa.DataType) -> bool:
    """Whether cells come as text, in any of Arrow's ways of holding it."""
    if kinds.is_dictionary(kind):
        kind = kind.value_type
    return kinds.is_string(kind) or kinds.is_large_string(kind) or kinds.is_string_view(kind) or kinds.is_null(kind)


def trimmed(batch: pa.RecordBatch) -> pa.Table:
    """The batch with its text trimmed of white space, of any kind, at both ends."""
    return pa.table([_trimmed(column) for column in batch.columns], names=batch.schema.names)


def _trimmed(column: pa.Array) -> pa.Array:
    return pc.utf8_trim_whitespace(column.cast(pa.string())) if is_text(column.type) else column


def stage(fmt: Format, table: Table, found: dict[str, str], schema: pa.Schema, number: int, file: str) -> Plan:
    """The plan for a table whose columns `found` (name to header) are in the file with this number and name."""
    columns = [column for column in table.columns if column.name in found and column.kind != "unused"]
    readings = [_Cell(fmt, n, column, found[column.name], schema) for n, column in enumerate(columns)]
    return Plan(
        stage=_stage(readings, schema, {column.name: f"v{n}" for n, column in enumerate(columns)}),
        count="SELECT count(*), count(*) FILTER (left_out)"
        + "".join(f", count(*) FILTER (b{each.n})" for each in readings) + " FROM reading.staged",
        faults=tuple(each.faults(file) for each in readings),
        keep=_keep(fmt, table, readings, number),
    )  # fmt: skip


@dataclass(frozen=True)
class _Cell:
    """The SQL of one column: `c` the cell, `k` what is parsed of it, `v` its value, `a` its instant, `b` its fault."""

    fmt: Format
    n: int
    column: Column
    header: str
    schema: pa.Schema

    @property
    def type(self) -> pa.DataType:
        return self.schema.field(self.header).type

    @property
    def is_typed(self) -> bool:
        """Whether the cell comes as what its column holds, and needs no parsing."""
        kind = self.column.kind
        is_day = kinds.is_date(self.type) or kinds.is_timestamp(self.type)
        is_number = kinds.is_integer(self.type) or kinds.is_floating(self.type) or kinds.is_decimal(self.type)
        return (
            (kind in ("day", "moment") and is_day)
            or (kind == "yes_no" and kinds.is_boolean(self.type))
            or (kind == "number" and is_number)
        )

    @property
    def is_decisive(self) -> bool:
        """Whether a fault in it leaves out the row."""
        return bool(self.column.required) or self.column.decides

    def c(self) -> str:
        raw = quoted(self.header)
        if self.is_typed:
            return raw
        return parse.cell(raw if is_text(self.type) else f"CAST({raw} AS VARCHAR)", self.fmt.blanks)

    def k(self) -> str:
        return f"c{self.n}" if self.is_typed else parse.cut_cell(self.column, f"c{self.n}")

    def v(self) -> str:
        k = f"k{self.n}"
        plain = self._typed(k) if self.is_typed else parse.value(self.column, k, self.fmt)
        if self.column.kind in ("day", "moment"):
            return f"CASE WHEN {plain} {RANGE} THEN {plain} END"
        return plain

    def _typed(self, k: str) -> str:
        if self.column.kind == "number":
            return f"CASE WHEN isfinite(CAST({k} AS DOUBLE)) THEN CAST({k} AS DOUBLE) END"
        if kinds.is_timestamp(self.type) and self.type.tz:
            return f"CAST(timezone('Europe/London', {k}) AS DATE)"
        if kinds.is_timestamp(self.type):
            return f"reading.day_in_london({k})" if self.column.utc else f"CAST({k} AS DATE)"
        return k

    def a(self) -> str:
        """The instant of a moment, in UTC."""
        k = f"k{self.n}"
        if not self.is_typed:
            return parse.instant(self.column, k, self.fmt)
        if not kinds.is_timestamp(self.type):
            return "CAST(NULL AS TIMESTAMP)"
        return f"timezone('UTC', {k})" if self.type.tz else parse.local_instant(self.column, k)

    def checked(self, names: dict[str, str]) -> str:
        """The value, but for a code that was not in use on its day."""
        on = names.get(self.column.on) if self.column.on else None
        if on is None:
            return f"v{self.n}"
        return f"CASE WHEN {parse.out_of_use(self.column, f'v{self.n}', on)} THEN NULL ELSE v{self.n} END"

    def is_fault(self, names: dict[str, str]) -> str:
        """Filled, but not read; a required one: not read."""
        if self.column.required:
            return f"{self.checked(names)} IS NULL"
        blanked = "" if self.is_typed else f" AND k{self.n} IS DISTINCT FROM ''"
        return f"c{self.n} IS NOT NULL AND {self.checked(names)} IS NULL{blanked}"

    def faults(self, file: str) -> str:
        return (
            f"INSERT INTO not_read SELECT {literal(file)}, row, {literal(self.header)}, "
            f"coalesce(CAST(c{self.n} AS VARCHAR), ''), {literal(parse.expected(self.column))}, "
            f"'{'row' if self.is_decisive else 'value'}' FROM reading.staged WHERE b{self.n}"
        )


def _stage(readings: list[_Cell], schema: pa.Schema, names: dict[str, str]) -> str:
    """Cells, then what is parsed of them, then values, then checks.

    Each step is kept before the next (MATERIALIZED): otherwise DuckDB writes every step out again wherever the next
    mentions it, and a cell is trimmed thirty times.
    """
    cells = "".join(f", {each.c()} AS c{each.n}" for each in readings)
    cuts = "".join(f", {each.k()} AS k{each.n}" for each in readings)
    values = "".join(f", {each.v()} AS v{each.n}" for each in readings)
    instants = "".join(f", {each.a()} AS a{each.n}" for each in readings if each.column.kind == "moment")
    final = "".join(f", c{each.n}, {each.checked(names)} AS w{each.n}" for each in readings)
    final += "".join(f", a{each.n}" for each in readings if each.column.kind == "moment")
    faults = "".join(f", {each.is_fault(names)} AS b{each.n}" for each in readings)
    decisive = [f"({each.is_fault(names)})" for each in readings if each.is_decisive]
    left_out = " OR ".join(decisive) or "false"
    return (
        "CREATE OR REPLACE TABLE reading.staged AS WITH "
        f"cells AS MATERIALIZED (SELECT row{cells} FROM batch WHERE NOT ({_is_blank(schema)})), "
        f"cuts AS MATERIALIZED (SELECT *{cuts} FROM cells), "
        f"parsed AS MATERIALIZED (SELECT *{values}{instants} FROM cuts) "
        f"SELECT row{final}{faults}, {left_out} AS left_out FROM parsed"
    )


def _is_blank(schema: pa.Schema) -> str:
    """SQL: no cell of the row holds anything. Spreadsheets leave such rows behind; they are not rows."""
    blank = (
        f"({quoted(each.name)} IS NULL" + (f" OR {quoted(each.name)} = '')" if is_text(each.type) else ")")
        for each in schema if each.name != "row"
    )  # fmt: skip
    return " AND ".join(blank)


def _keep(fmt: Format, table: Table, readings: list[_Cell], number: int) -> str:
    values = {each.column.name: f"w{each.n}" for each in readings}
    values |= {f"{each.column.name}_at": f"a{each.n}" for each in readings if each.column.kind == "moment"}
    names = ", ".join(quoted(name) for name in ("ref", *values))
    return (
        f"INSERT INTO {fmt.parsed(table.name)} ({names}) "
        f"SELECT {', '.join([f'{number * ROWS_PER_FILE} + row', *values.values()])} FROM reading.staged "
        "WHERE NOT left_out"
    )


def _values_left_out(columns: int) -> str:
    total = " + ".join(f"count(*) FILTER (b{n})" for n in range(columns))
    return f"SELECT {total} FROM reading.staged WHERE NOT left_out"
