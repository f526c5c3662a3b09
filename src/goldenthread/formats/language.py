'''What a format says of itself; reading, faults, facts, counts and coverage are then the same for all of them.

A format is one module of this package with a module-level `FORMAT`. It is found by walking the package, not registered.
It says three things: how its files are known and cut into cells (`recognises`, `rows`), what each column holds
(`Table`, `Column`), and how rows become facts (`Gives`). In outline, for a format with one table:

    VISITS = Table("visits", [
        Column("child", "id", required=True),
        Column("seen_on", "day", also=("date of visit",), required=True),
        Column("how", "code", codes="s903_review_code"),
        Column("alone", "yes_no"),
    ])

    FORMAT = Format(
        name="visits_list", title="List of visits", expects="a CSV file called visits.csv", rank=9,
        tables=[VISITS],
        gives=[Gives(care_visit, "visits", subject="child", day="seen_on", facts={"is_alone": "alone"})],
        recognises=lambda path: path.name == "visits.csv",
        rows=lambda path: csv_cells(path, "visits"),      # formats/cells_csv.py
    )

**The parsed tables.** Every table of a format becomes a DuckDB table `reading.<format>_<table>`, with a column for each
Column that is not `unused` (absent ones are NULL) and `ref`, the file and row it came from. Names of columns are as
declared; quote those that are not plain words: `"Date of Contact"`. Their types:

| kind | column | what is read |
|---|---|---|
| `id` | VARCHAR | text; `9212044.0` becomes `9212044`; leading zeros kept; trimmed |
| `text` | VARCHAR | text, trimmed |
| `code` | VARCHAR | a code of the named list of codes/lists.json, in capitals; any other is a fault |
| `yes_no` | BOOLEAN | Y/N, yes/no, 1/0, true/false |
| `number` | DOUBLE | a number |
| `day` | DATE | a day from 1980 to 2049: ISO, dd/mm/yyyy, dd-mm-yyyy, with or without a time |
| `moment` | DATE, and `<name>_at` TIMESTAMP | as `day`; `_at`: the instant in UTC, NULL without a time or at 00:00:00 |
| `json` | VARCHAR | JSON, kept as text for `views` to take apart; what is not JSON is a fault |
| `unused` | none | a column of the format that nothing on a thread needs (names, addresses): never kept |

A blank cell is NULL and no fault. A cell that cannot be read is a fault: the value is left out, or, of a `required`
or `decides` column, the row. A cell may also come typed (a DATE out of Parquet); it is then checked but not parsed.
'''

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from goldenthread.errors import UserError
from goldenthread.standards.language.nouns import Named

KINDS = ("id", "text", "code", "yes_no", "number", "day", "moment", "json", "unused")
EXTENTS = ("all", "latest", "some", None)


class FormatError(UserError):
    """A mistake in the declaration of a format, told to its author when it is built."""


@dataclass(frozen=True)
class Column:
    """One column of a table, and what its cells hold.

    `also`: other spellings of its header (headers are compared in small letters, with anything but letters and digits
    dropped, so these are for real renamings). `required`: a file without it is unusable, a row without it left out;
    "row": the file may lack it. `decides`: may be blank, but a row in which it cannot be read is left out.
    `codes`: the list of codes/lists.json. `on`: the day column of the same table on which the code must be in use.
    `means`: what other spellings of a value stand for ({"male": "M"}); compared in small letters, trimmed.
    `cut`: SQL over `cell` (the trimmed text) that cuts out what is then parsed:
    "regexp_extract(cell, '^[a-z]+\\)\\s*(\\w+)', 1)" reads "a) 1A: Individual" as 1A; empty is a fault.
    `past`: a day after as at is a fault (a birth in the future).
    `utc`: a moment without an offset is in UTC, not local time, and 00:00:00 is a time like any other.
    A value that `means` maps to "" is nothing known, and no fault ({"n/a": ""}).
    """

    name: str
    kind: str
    codes: str | None = None
    also: Sequence[str] = ()
    required: bool | str = False
    decides: bool = False
    on: str | None = None
    means: Mapping[str, str] = field(default_factory=dict)
    cut: str | None = None
    past: bool = False
    utc: bool = False

    def __post_init__(self):
        if self.kind not in KINDS:
            raise FormatError(f"Column {self.name!r} is one of {', '.join(KINDS)}, not {self.kind!r}.")
        if (self.kind == "code") != (self.codes is not None):
            raise FormatError(f"Column {self.name!r}: kind 'code' and codes= go together.")
        if self.past and self.kind not in ("day", "moment"):
            raise FormatError(f"Column {self.name!r}: only a day can be past.")

    def spellings(self) -> set[str]:
        """Its header in every spelling, as compared."""
        return {header_key(each) for each in (self.name, *self.also)}


def header_key(header: str) -> str:
    """A header as compared: small letters and digits only. 'Child Unique ID ' and 'child_unique_id' are the same."""
    return re.sub(r"[^a-z0-9]", "", header.lower())


@dataclass(frozen=True)
class Table:
    """A kind of row: one of a format's files, sheets or elements."""

    name: str
    columns: Sequence[Column]

    def __post_init__(self):
        seen: dict[str, str] = {}
        for column in self.columns:
            for spelling in column.spellings():
                if seen.setdefault(spelling, column.name) != column.name:
                    raise FormatError(f"Table {self.name!r}: {column.name!r} and {seen[spelling]!r} share a header.")

    def column(self, name: str) -> Column:
        """The column of this name."""
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True)
class Gives:
    """How the rows of a parsed table (or of a view of `Format.views`) become facts of a noun.

    All but `noun` and `table` are DuckDB SQL expressions over the columns of `reading.<format>_<table>`; facts by their
    name in the vocabulary. An event has `day` (and `at`, its instant in UTC); a period has `start` and `end` (and
    `started_at`, `ended_at`). A row whose subject or day is NULL, or that does not meet `where`, gives no fact.

    `id`: the record's own id; two rows that are the same in every fact, and in this, are one fact.
    `extent`: what the source bears witness to: `all`; only the `latest`; `some`: these happened, but there may be more
    (enough to begin a clock, never to say that something was not done); or None: facts, but no witness.
    `months`: where the source goes back only so many months before its last day (Annex A: 6 or 12).
    `needs`: columns ("episodes.DECOM") that must be in the files for the noun to be covered. What `subject`, `day` and
    `start` mention by name in `table` is needed without being said (one of them, if they mention several).
    `ends_in`: of a view, the column ("episodes.DEC") that must be in the files for them to be witness to ends; of a
    table what `end` mentions is taken. Open in every row, it still says that all are open.
    `none_counts`: where no row meets `where`, that is witness that there were none (given that the columns `where`
    mentions are filled somewhere). Say so for flags and codes, not where `where` goes by free text.
    `uses`: a query for the `ref` of every row this tells of, where several rows make one fact; said for the counts.
    """

    noun: Named
    table: str
    subject: str
    day: str | None = None
    start: str | None = None
    end: str | None = None
    at: str | None = None
    started_at: str | None = None
    ended_at: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    where: str | None = None
    id: str | None = None
    extent: str | None = "all"
    months: int | None = None
    needs: Sequence[str] = ()
    ends_in: str | None = None
    none_counts: bool = False
    uses: str | None = None

    def __post_init__(self):
        where = f"Gives of {self.noun.name!r} from {self.table!r}: "
        if self.extent not in EXTENTS:
            raise FormatError(where + f"extent is 'all', 'latest', 'some' or None, not {self.extent!r}.")
        if self.noun.lasts != (self.start is not None) or self.noun.lasts == (self.day is not None):
            raise FormatError(where + "an event has day=, a period start= (and end=).")
        if (self.at or self.started_at or self.ended_at) and not self.noun.timed:
            raise FormatError(where + "this noun has no instants.")
        unknown = set(self.facts) - {fact.name for fact in self.noun.facts}
        if unknown:
            raise FormatError(where + f"the noun has no fact {', '.join(sorted(unknown))}.")

    def select(self) -> dict[str, str]:
        """The SQL of every column of the noun's table but `ref`; NULL where nothing is given."""
        if self.noun.lasts:
            stem = {"started_on": self.start, "ended_on": self.end}
            instants = {"started_at": self.started_at, "ended_at": self.ended_at}
        else:
            stem, instants = {"happened_on": self.day}, {"happened_at": self.at}
        facts = {fact.name: self.facts.get(fact.name) for fact in self.noun.facts}
        columns = {"subject_id": self.subject} | stem | (instants if self.noun.timed else {}) | facts
        return {name: expression or "NULL" for name, expression in columns.items()}


@dataclass(frozen=True)
class Fault:
    """A row or a file that could not be cut into cells. `found` goes to not_read.csv and nowhere else."""

    row: int | None
    column: str
    found: str
    expected: str
    left_out: str = "row"


@dataclass(frozen=True)
class Wrong:
    """Rows whose values, each readable, cannot be right beside each other: an end before its start.

    `table`: a table, or a view (which hands on `ref`). `where`, `found`: SQL over its columns. `left_out`: `row` takes
    the row out of the typed table (`table` is then one); `value` only notes it, and the views say what is made of it.
    """

    table: str
    where: str
    column: str
    found: str
    expected: str
    left_out: str = "row"


@dataclass(frozen=True)
class Cells:
    """A stretch of rows of one table (at most about 200,000), as they stand in the file.

    `batch`: a RecordBatch whose columns are named by the header as the file has it, cells as text (or typed), blank as
    null or empty; and `row` (int64): the row as a person sees it in the file (header is row 1; XML: the line).
    `part`: what of the file it is, where a file has several: the sheet, or the table. A file without rows yields one
    Cells with an empty batch, so that its header is known. `faults`: rows that could not be cut; they are not in
    `batch`. `encoding`: how the text was read.
    """

    table: str
    batch: pa.RecordBatch
    part: str = ""
    encoding: str = ""
    faults: Sequence[Fault] = ()


def six_years(connection, as_at: dt.date) -> tuple[dt.date, dt.date]:
    """Coverage from six years before as at (the Standard Safeguarding Dataset's own window) to as at."""
    try:
        return as_at.replace(year=as_at.year - 6), as_at
    except ValueError:  # 29 February
        return as_at.replace(year=as_at.year - 6, day=28), as_at


def _no_as_at(connection) -> dt.date | None:
    return None


@dataclass(frozen=True)
class Format:
    """One format.

    `recognises(path)`: whether this one file is of the format: by its name, then its first bytes or header (never its
    whole). Names are not enough where formats share them (missing.csv): look at the header, `cells_csv.header(path)`.
    `rows(path)`: the file cut into Cells, streamed. It raises UserError where the file is unusable as a whole; its
    sentence, without values, follows the file's name and a colon ("it is protected by a password.").
    `rank`: which source is believed where two tell of the same fact; the lowest is the richest. Contract 1, SSD 2,
    SSDA903 3, CIN census 4, Annex A 5.
    `views`: after parsing, in this order, each name becomes a view `reading.<format>_<name>`, and `Gives.table` may be
    that name. Here years are consolidated, episodes merged, JSON unnested. A view must hand on `ref`.
    `wrong`: what is noted in not_read.csv once the views are there, before any facts are made, in this order.
    `check(connection)`: after parsing, before the views; raises UserError for what makes the files unusable together
    (the same year twice with different content). `connection` sees the `reading` tables and `source_files`.
    `as_at(connection)`: the day the files themselves give, or None; `as_at_why`: in words, to follow "as at <day>, ".
    `covers(connection, as_at)`: the first and last day of which the files bear witness; `as_at` is the one being used.
    `serial_days`: a number in a day column is an Excel serial day (workbooks only).
    `empty_is_none`: a file with a header and no rows says that there were none (otherwise it is no witness).
    `blanks`: what stands for an empty cell in every column ("NULL", "PLACEHOLDER_DATA"), in capitals or small letters.
    `urls`: prefixes of database URLs that `rows` takes as they are ("postgresql://").
    `expects`: what a user should have given, for "…: expected <expects>."
    """

    name: str
    title: str
    expects: str
    rank: int
    tables: Sequence[Table]
    gives: Sequence[Gives]
    recognises: Callable[[Path], bool]
    rows: Callable[[Path | str], Iterator[Cells]]
    views: Mapping[str, str] = field(default_factory=dict)
    wrong: Sequence[Wrong] = ()
    check: Callable | None = None
    as_at: Callable = _no_as_at
    as_at_why: str = ""
    covers: Callable = six_years
    serial_days: bool = False
    empty_is_none: bool = False
    blanks: Sequence[str] = ()
    urls: Sequence[str] = ()

    def __post_init__(self):
        known = {table.name for table in self.tables} | set(self.views)
        for gives in self.gives:
            if gives.table not in known:
                raise FormatError(f"Format {self.name!r}: {gives.noun.name!r} is given from no table {gives.table!r}.")

    def table(self, name: str) -> Table:
        """The table of this name."""
        return next(table for table in self.tables if table.name == name)

    def parsed(self, name: str) -> str:
        """Where a table or view is, once parsed: `reading.<format>_<table>`, quoted."""
        return f'reading."{self.name}_{name}"'
