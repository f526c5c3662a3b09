"""Cuts CSV files into cells, streamed: encodings by ladder, commas, quotes, ragged rows told, rows numbered as seen."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from goldenthread.errors import UserError
from goldenthread.formats.language import Cells, Fault

BLOCK = 8 << 20
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16 with a mark"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16 with a mark"),
)
NEVER_CLOSED = "row {row} opens a quotation mark that is never closed, so nothing after it can be told apart."


@dataclass(frozen=True)
class Text:
    """How a file's bytes are text: Python's name of the encoding, its name in words, and what may do harm in it."""

    encoding: str
    words: str
    has_nul: bool
    is_unbalanced: bool


def examine(path: Path) -> Text:
    """By ladder: a byte order mark, else strict UTF-8, else Windows-1252; never guessed. Reads the whole file once.

    UserError where it is neither.
    """
    with path.open("rb") as file:
        first = file.read(4)
    for mark, encoding, words in MARKS:
        if first.startswith(mark):
            return _decode(path, encoding, words)
    try:
        return _decode(path, "utf-8", "UTF-8")
    except UnicodeDecodeError:
        pass
    try:
        return _decode(path, "cp1252", "Windows-1252")
    except UnicodeDecodeError:
        raise UserError("it is not text in UTF-8 or Windows-1252; save it again as CSV UTF-8.") from None


def _decode(path: Path, encoding: str, words: str) -> Text:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    has_nul, quotes = False, 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            text = decoder.decode(block)
            has_nul = has_nul or "\0" in text
            quotes += text.count('"')
    decoder.decode(b"", final=True)
    return Text(encoding, words, has_nul, quotes % 2 == 1)


def header(path: Path) -> list[str]:
    """The cells of a CSV file's first row, trimmed; empty where it has none. Reads only its start."""
    stat = path.stat()
    return list(_header(path, stat.st_mtime_ns, stat.st_size))


@lru_cache(maxsize=4096)
def _header(path: Path, changed: int, size: int) -> tuple[str, ...]:
    with path.open("rb") as file:
        start = file.read(1 << 16)
    marked = (encoding for mark, encoding, _ in MARKS if start.startswith(mark))
    for encoding in (*marked, "utf-8", "cp1252", "latin-1"):
        try:
            text = codecs.getincrementaldecoder(encoding)("strict").decode(start)
        except UnicodeDecodeError:
            continue
        try:
            return tuple(cell.strip() for cell in next(csv.reader(io.StringIO(text, newline="")), []))
        except csv.Error:
            return ()
    return ()


def csv_cells(path: Path, table: str, part: str = "") -> Iterator[Cells]:
    """The rows of a CSV file as Cells of this table; the header is row 1.

    A row with too few or too many cells, or with a NUL in it, becomes a fault and the rest is read. UserError where
    the file is empty or is no text, or a quotation mark is never closed.
    """
    if path.stat().st_size == 0:
        raise UserError("it is empty: it has not even a header.")
    text = examine(path)
    names = _distinct(header(path))
    if not names:
        raise UserError("its first row is no header.")
    rows = _Rows(path, text, names)
    yield Cells(table, rows.empty(), part, text.words)
    for batch in rows:
        yield Cells(table, batch, part, text.words, rows.take_faults())
    last = rows.take_faults()
    if last:
        yield Cells(table, rows.empty(), part, text.words, last)


def _distinct(names: list[str]) -> list[str]:
    """Names that differ, also in small letters, and from our own `row`: spaces are added, which headers do not heed."""
    taken, distinct = {"row"}, []
    for name in names:
        name = name or " "
        while name.lower() in taken:
            name += " "
        taken.add(name.lower())
        distinct.append(name)
    return distinct


class _Rows:
    """The batches of a CSV file. Rows that cannot be cut come by `_ragged`, always before the batch around them."""

    def __init__(self, path: Path, text: Text, names: list[str]):
        self.path, self.text, self.names = path, text, names
        self.faults: list[Fault] = []
        self.skipped: list[int] = []
        self.next_row = 1

    def empty(self) -> pa.RecordBatch:
        fields = [pa.field(name, pa.string()) for name in self.names] + [pa.field("row", pa.int64())]
        return pa.RecordBatch.from_arrays([pa.array([], each.type) for each in fields], schema=pa.schema(fields))

    def take_faults(self) -> list[Fault]:
        """The faults since this was last asked."""
        taken, self.faults = self.faults, []
        return taken

    def _ragged(self, row) -> str:
        self.skipped.append(row.number)
        if row.text.strip(", \t\r\n"):
            expected = f"{row.expected_columns} cells, as in the header; there are {row.actual_columns}"
            self.faults.append(Fault(row.number, "", row.text, expected))
        return "skip"

    def _open(self):
        plain = [f"f{n}" for n in range(len(self.names))]
        return arrow_csv.open_csv(
            self.path,
            read_options=arrow_csv.ReadOptions(
                encoding=self.text.encoding, block_size=BLOCK, use_threads=False, column_names=plain
            ),
            parse_options=arrow_csv.ParseOptions(
                newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=self._ragged
            ),
            convert_options=arrow_csv.ConvertOptions(
                strings_can_be_null=False,
                quoted_strings_can_be_null=False,
                column_types=dict.fromkeys(plain, pa.string()),
                check_utf8=False,
            ),
        )

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        held = None
        try:
            for batch in self._open():
                if held is not None and held.num_rows:
                    yield from self._pieces(held)
                held = self._numbered(batch)
        except pa.ArrowInvalid as error:
            if "straddling" not in str(error):
                raise
            raise UserError(NEVER_CLOSED.format(row=self.next_row)) from None
        if held is not None and held.num_rows:
            self._check_end(held)
            yield from self._pieces(held)

    def _numbered(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The batch under its own header, without the header's row, with the row each was read from."""
        rows = self._row_numbers(batch.num_rows)
        numbered = pa.RecordBatch.from_arrays([*batch.columns, pa.array(rows)], names=[*self.names, "row"])
        return numbered.slice(1) if len(rows) and rows[0] == 1 else numbered

    def _row_numbers(self, count: int) -> np.ndarray:
        """The next `count` numbers, leaving out those of the rows that were skipped."""
        upto = self.next_row + count + len(self.skipped)
        numbers = np.arange(self.next_row, upto, dtype=np.int64)
        numbers = numbers[~np.isin(numbers, self.skipped)][:count]
        if count:
            self.next_row = int(numbers[-1]) + 1
            self.skipped = [number for number in self.skipped if number >= self.next_row]
        return numbers

    def _check_end(self, batch: pa.RecordBatch) -> None:
        """UserError where the last row took up everything after a quotation mark that is never closed."""
        last = batch.slice(batch.num_rows - 1).to_pylist()[0]
        if self.text.is_unbalanced and any("\n" in str(cell) for cell in last.values()):
            raise UserError(NEVER_CLOSED.format(row=last["row"]))

    def _pieces(self, batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
        """The batch in pieces of at most 200,000 rows, without the rows that hold a NUL."""
        if self.text.has_nul:
            batch = self._without_nul(batch)
        for start in range(0, batch.num_rows, 200_000):
            yield batch.slice(start, 200_000)

    def _without_nul(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        bad = np.zeros(batch.num_rows, dtype=bool)
        for name in self.names:
            bad |= np.asarray(pc.match_substring(batch[name], "\0"))
        for row in batch["row"].filter(pa.array(bad)).to_pylist():
            self.faults.append(Fault(row, "", "", "text without NUL bytes"))
        return batch.filter(pa.array(~bad))
