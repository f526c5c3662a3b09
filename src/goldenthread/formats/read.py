"""Reads the files of a format into typed tables in a database of their own (`reading`), and counts every row.

A row read is in a typed table or is left out, and then it is in not_read; facts.py makes facts of the typed rows.

How fast: 10 million visits (CSV, 370 MB) take about 35 s of processor time on the machine this was written on, 2.2 GB at
their peak, and 1.3 GB where DuckDB is held to 1 GB and spills: files are cut and staged 200,000 rows at a time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from goldenthread.errors import UserError
from goldenthread.formats import not_read
from goldenthread.formats.language import Cells, Column, Format, Table, Wrong, header_key
from goldenthread.formats.parse import MACROS, TYPES, quoted
from goldenthread.formats.stage import stage
from goldenthread.standards.thread import ROWS_PER_FILE


@dataclass
class ReadSummary:
    """What became of the rows of one file (or sheet): `rows` = `with_facts` + `nothing_to_tell` + `not_read`.

    `nothing_to_tell`: read, but no fact arises. `values_left_out`: cells not read of rows that were.
    `ignored`: the number of columns the format does not know.
    """

    title: str
    file: str
    encoding: str = ""
    rows: int = 0
    with_facts: int = 0
    nothing_to_tell: int = 0
    not_read: int = 0
    values_left_out: int = 0
    ignored: int = 0


@dataclass
class Reading:
    """The state of a reading. `files` by number, from 1; `headers`: the columns seen, by format and table."""

    connection: object
    progress: Callable[[str, int], None] = lambda file, rows: None
    files: dict[int, ReadSummary] = field(default_factory=dict)
    tables: dict[int, tuple[str, str]] = field(default_factory=dict)
    headers: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    _numbers: dict[tuple, int] = field(default_factory=dict)
    _plans: dict[tuple, object] = field(default_factory=dict)

    def begin(self) -> None:
        """Attach the database for typed tables; it lives in memory and is gone with `end`."""
        self.connection.execute("ATTACH ':memory:' AS reading")
        self.connection.execute(MACROS)
        self.connection.execute("CREATE TABLE IF NOT EXISTS source_files (file_no INTEGER, name VARCHAR)")
        self.connection.execute("CREATE TABLE reading.births (ref BIGINT, found VARCHAR)")
        not_read.create(self.connection)

    def end(self) -> None:
        """Let the typed tables go."""
        self.connection.execute("DETACH reading")

    def create_tables(self, fmt: Format) -> None:
        """An empty typed table for every table of the format, so that its SQL finds them all."""
        for table in fmt.tables:
            columns = ", ".join(f"{quoted(name)} {kind}" for name, kind in typed_columns(table).items())
            self.connection.execute(f"CREATE TABLE {fmt.parsed(table.name)} ({columns})")

    def read_file(self, fmt: Format, place: Path | str, shown: str) -> None:
        """Read one file; UserError, in sentences that follow its name, where it is unusable."""
        for cells in fmt.rows(place):
            try:
                self._take(fmt, cells, f"{shown}: {cells.part}" if cells.part else shown)
            except UserError as error:
                part = f"{cells.part}: " if cells.part else ""
                raise UserError(*(part + fault for fault in error.faults)) from error

    def _take(self, fmt: Format, cells: Cells, name: str) -> None:
        table = fmt.table(cells.table)
        number = self._file(fmt, table, name)
        summary = self.files[number]
        summary.encoding = cells.encoding or summary.encoding
        plan = self._plan(fmt, table, cells.batch, number)
        rows, left_out, values = plan.run(self.connection, cells.batch)
        not_read.add(self.connection, name, cells.faults)
        summary.rows += rows + len(cells.faults)
        summary.not_read += left_out + len(cells.faults)
        summary.values_left_out += values
        self.progress(name, summary.rows)

    def _file(self, fmt: Format, table: Table, name: str) -> int:
        """The number of a file (or its part), given when it is first seen."""
        key = (name, fmt.name, table.name)
        if key not in self._numbers:
            number = self._numbers[key] = len(self._numbers) + 1
            self.files[number] = ReadSummary(fmt.title, name)
            self.tables[number] = (fmt.name, table.name)
            self.connection.execute("INSERT INTO source_files VALUES (?, ?)", [number, name])
        return self._numbers[key]

    def _plan(self, fmt: Format, table: Table, batch: pa.RecordBatch, number: int):
        key = (number, str(batch.schema))
        if key not in self._plans:
            headers = [name for name in batch.schema.names if name != "row"]
            found = match_headers(table, headers)
            self.headers.setdefault((fmt.name, table.name), set()).update(found)
            self.files[number].ignored = len(headers) - len(found)
            self._plans[key] = stage(fmt, table, found, batch.schema, number, self.files[number].file)
        return self._plans[key]

    def leave_out_future(self, fmt: Format, as_at) -> None:
        """Days of `past` columns that are after as at are faults: the value is left out."""
        for table in fmt.tables:
            for column in table.columns:
                if column.past:
                    self._leave_out_future(fmt, table, column, as_at)

    def _leave_out_future(self, fmt: Format, table: Table, column: Column, as_at) -> None:
        rows, name = fmt.parsed(table.name), quoted(column.name)
        where = f"WHERE {name} > DATE '{as_at}'"
        found = f"SELECT ref, CAST({name} AS VARCHAR) AS found FROM {rows} {where}"
        self._note(found, column.name, f"a day not after {as_at}", "value")
        sets = ", ".join(f"{quoted(each)} = NULL" for each in names_of(column))
        self.connection.execute(f"UPDATE {rows} SET {sets} {where}")

    def note_wrong(self, fmt: Format, wrong: Wrong) -> None:
        """Rows that cannot be right are noted; with `left_out` of `row` they leave the typed table too."""
        rows = f"FROM {fmt.parsed(wrong.table)} WHERE {wrong.where}"
        found = f"SELECT ref, CAST(({wrong.found}) AS VARCHAR) AS found {rows}"
        self._note(found, wrong.column, wrong.expected, wrong.left_out)
        if wrong.left_out == "row":
            self.connection.execute(f"DELETE {rows}")

    def note_other_births(self) -> None:
        """Where a source gives a child several days of birth, the first row is believed; the others are noted."""
        self._note("SELECT ref, found FROM reading.births", "", "the day of birth that an earlier row gives", "value")

    def _note(self, found: str, column: str, expected: str, left_out: str) -> None:
        for number, count in not_read.add_found(self.connection, found, column, expected, left_out).items():
            if left_out == "row":
                self.files[number].not_read += count
            else:
                self.files[number].values_left_out += count

    def count(self, fmt: Format, told: Mapping[int, int]) -> None:
        """Fill in what became of the rows of a format's files, and make sure that it adds up.

        `told`: how many rows of each file gave a fact.
        """
        for number, summary in self.files.items():
            name, table = self.tables[number]
            if name == fmt.name:
                summary.with_facts = told.get(number, 0)
                summary.nothing_to_tell = self._typed_rows(fmt, table, number) - summary.with_facts
                assert summary.nothing_to_tell >= 0, f"{summary.file}: more rows told than were read"
                total = summary.with_facts + summary.nothing_to_tell + summary.not_read
                assert total == summary.rows, f"{summary.file}: {summary.rows} rows read, {total} accounted for"

    def _typed_rows(self, fmt: Format, table: str, number: int) -> int:
        first = number * ROWS_PER_FILE
        query = f"SELECT count(*) FROM {fmt.parsed(table)} WHERE ref BETWEEN ? AND ?"
        return self.connection.execute(query, [first, first + ROWS_PER_FILE - 1]).fetchone()[0]

    def release(self, fmt: Format) -> None:
        """Let a format's typed rows go, once they are told."""
        for name in reversed(fmt.views):
            self.connection.execute(f"DROP VIEW {fmt.parsed(name)}")
        for table in fmt.tables:
            self.connection.execute(f"DROP TABLE {fmt.parsed(table.name)}")


def names_of(column: Column) -> list[str]:
    """The columns a Column has in its typed table."""
    if column.kind == "unused":
        return []
    return [column.name, f"{column.name}_at"] if column.kind == "moment" else [column.name]


def typed_columns(table: Table) -> dict[str, str]:
    """The columns of a typed table, with their DuckDB types."""
    columns = {"ref": "BIGINT"}
    for column in table.columns:
        for name in names_of(column):
            columns[name] = "TIMESTAMP" if name != column.name else TYPES[column.kind]
    return columns


def match_headers(table: Table, headers: list[str]) -> dict[str, str]:
    """The header of each column that is in the file, by its name.

    UserError where one is there twice, or a required one is missing.
    """
    found: dict[str, str] = {}
    faults = []
    spelt = {key: column.name for column in table.columns for key in column.spellings()}
    for header in headers:
        name = spelt.get(header_key(header))
        if name in found:
            faults.append(f"the column {name} is there twice.")
        elif name is not None:
            found[name] = header
    for column in table.columns:
        if column.required is True and column.name not in found:
            faults.append(f"the column {column.name} is missing; without it nothing in the file can be told.")
    if faults:
        raise UserError(*faults)
    return found
