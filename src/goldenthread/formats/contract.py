"""Golden Thread's open contract: a file for every noun of the vocabulary, and a manifest. Everything can be told in it.

`<noun>.csv` or `.parquet`, with the columns of `thread.columns_of(noun)` but `ref`; and beside them `contract.json`:
`{"contract_version": "1.0", "authority": "…", "from_day": "2019-04-01", "to_day": "2025-03-31"}`. A file with a header
and no rows says that there were none between those days; a noun without a file is one nothing is said of. Instants are
in UTC. `recorded_on` (the day the fact was written down) may be given for every row; it is not used yet.
"""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from goldenthread.codes.calendar import FIRST_DAY, LAST_DAY
from goldenthread.errors import UserError
from goldenthread.formats.cells_csv import csv_cells
from goldenthread.formats.cells_csv import header as csv_header
from goldenthread.formats.cells_parquet import numbered, parquet_cells, parquet_header
from goldenthread.formats.contract_schema import MANIFEST, VERSION, schemas, write_contract
from goldenthread.formats.language import Cells, Column, Format, Gives, Table, header_key
from goldenthread.standards.language.nouns import Fact, Named
from goldenthread.standards.vocabulary import NOUNS

__all__ = ["FORMAT", "MANIFEST", "VERSION", "schemas", "write_contract"]

KEYS = ("contract_version", "authority", "from_day", "to_day")
NOT_USED = ("recorded_on",)


def table_of(noun: Named) -> Table:
    """The columns of a noun's file."""
    facts = [_column(fact) for fact in noun.facts]
    unused = [Column(name, "unused") for name in NOT_USED]
    return Table(noun.name, [Column("subject_id", "id", required=True), *_times(noun), *facts, *unused])


def _times(noun: Named) -> list[Column]:
    """`started_on` and `ended_on`, or `happened_on`; the instants of a timed noun."""
    past = noun.name == "person"
    if noun.lasts:
        days = [Column("started_on", "day", required=True, past=past), Column("ended_on", "day")]
        instants = ["started_at", "ended_at"]
    else:
        days, instants = [Column("happened_on", "day", required=True)], ["happened_at"]
    return days + [Column(name, "moment", utc=True) for name in instants if noun.timed]


def _column(fact: Fact) -> Column:
    if fact.codes:
        return Column(fact.name, "code", codes=fact.codes)
    return Column(fact.name, "id" if fact.name.endswith("_id") else fact.kind)


def gives_of(noun: Named) -> Gives:
    """Every row is a fact of its noun."""
    facts = {fact.name: f'"{fact.name}"' for fact in noun.facts}
    if noun.lasts:
        instants = {"started_at": "started_at_at", "ended_at": "ended_at_at"} if noun.timed else {}
        return Gives(noun, noun.name, "subject_id", start="started_on", end="ended_on", facts=facts, **instants)
    instants = {"at": "happened_at_at"} if noun.timed else {}
    return Gives(noun, noun.name, "subject_id", day="happened_on", facts=facts, **instants)


def recognises(path: Path) -> bool:
    """By name, and by the columns without which no noun can be told: other formats have a missing.csv too."""
    if path.name == MANIFEST:
        return True
    header = {".csv": csv_header, ".parquet": parquet_header}.get(path.suffix.lower())
    if header is None or path.stem not in NOUNS:
        return False
    return "subjectid" in {header_key(name) for name in header(path)}


def rows(path: Path) -> Iterator[Cells]:
    """The rows of a noun's file; of the manifest, one."""
    if path.name == MANIFEST:
        return iter([_manifest_cells(path)])
    read_manifest(path.with_name(MANIFEST))
    return csv_cells(path, path.stem) if path.suffix.lower() == ".csv" else parquet_cells(path, path.stem)


def read_manifest(path: Path) -> dict[str, str]:
    """What contract.json says; UserError, in words, where it is missing, is not right or is of a later contract."""
    if not path.exists():
        raise UserError(f"there is no {MANIFEST} beside it, which says between which days the files bear witness.")
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, UnicodeDecodeError):
        said = None
    if not isinstance(said, dict):
        raise UserError(f"{MANIFEST} is not a JSON object with {', '.join(KEYS)}.")
    faults = list(_manifest_faults(said))
    if faults:
        raise UserError(*faults)
    return {key: str(said[key]) for key in KEYS}


def _manifest_faults(said: dict) -> Iterator[str]:
    absent = [key for key in KEYS if not said.get(key)]
    if absent:
        yield f"{MANIFEST} does not say {' or '.join(absent)}."
        return
    major = str(said["contract_version"]).partition(".")[0]
    if not major.isdigit():
        yield f"{MANIFEST} gives no contract_version such as {VERSION}."
    elif int(major) > int(VERSION.partition(".")[0]):
        yield (
            f"it is of a later version of the open contract than this Golden Thread knows ({VERSION}). "
            "Update Golden Thread, or write the files in that version."
        )
    days = [_day(said[key]) for key in ("from_day", "to_day")]
    if None in days or days[0] > days[1]:
        yield f"{MANIFEST} gives no from_day such as 2019-04-01, and a to_day on or after it."


def _day(value) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(str(value))
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def _manifest_cells(path: Path) -> Cells:
    said = read_manifest(path)
    return Cells("manifest", numbered(pa.table({key: [said[key]] for key in KEYS}), 1), encoding="JSON")


def as_at(connection) -> dt.date | None:
    """The latest to_day of the manifests."""
    return connection.execute("SELECT max(to_day) FROM reading.contract_manifest").fetchone()[0]


def covers(connection, as_at: dt.date) -> tuple[dt.date, dt.date]:
    """What every manifest covers: from the latest from_day to the earliest to_day."""
    return connection.execute("SELECT max(from_day), min(to_day) FROM reading.contract_manifest").fetchone()


def check(connection) -> None:
    """UserError where manifests cover no day in common."""
    first, last = covers(connection, dt.date.max)
    if first is not None and first > last:
        raise UserError(f"The {MANIFEST} files cover no day in common, so they cannot be read together.")


_MANIFEST = Table("manifest", [
    Column("contract_version", "text", required=True), Column("authority", "text"),
    Column("from_day", "day", required=True), Column("to_day", "day", required=True),
])  # fmt: skip

FORMAT = Format(
    name="contract",
    title="Golden Thread's open contract",
    expects=f"the open contract: {MANIFEST} and a CSV or Parquet file for each noun, such as supervision.csv",
    rank=1,
    tables=[_MANIFEST, *(table_of(noun) for noun in NOUNS.values())],
    gives=[gives_of(noun) for noun in NOUNS.values()],
    recognises=recognises,
    rows=rows,
    check=check,
    as_at=as_at,
    as_at_why=f"the to_day of {MANIFEST}",
    covers=covers,
    empty_is_none=True,
)
