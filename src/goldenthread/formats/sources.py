"""Reads files, folders and databases of any format into one thread: `read(paths, as_at, connection)`."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from goldenthread.errors import UserError
from goldenthread.formats import formats
from goldenthread.formats.coverage import coverage
from goldenthread.formats.facts import give
from goldenthread.formats.language import Format
from goldenthread.formats.parse import quoted
from goldenthread.formats.read import Reading, ReadSummary
from goldenthread.standards.thread import Thread
from goldenthread.standards.vocabulary import NOUNS


@dataclass(frozen=True)
class Read:
    """What was read: the thread; the day it is judged as at, and why; what became of every row.

    `not_recognised`: files that are of no format. What was not read is in the table `not_read` (formats/not_read.py);
    `faults` is the number of its rows.
    """

    thread: Thread
    as_at: dt.date
    as_at_why: str
    summaries: list[ReadSummary]
    not_recognised: list[str]
    faults: int


@dataclass
class Found:
    """The files to read, by format, each with the name it is shown by; and what no format recognises."""

    files: list[tuple[Format, Path | str, str]] = field(default_factory=list)
    not_recognised: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read(
    paths: Sequence[str | Path],
    as_at: dt.date | None,
    connection,
    progress: Callable[[str, int], None] = lambda file, rows: None,
) -> Read:
    """Read all of them, or none.

    `paths`: files, folders, or URLs of databases. `connection`: a DuckDB connection; the thread is its tables.
    `progress(file, rows)` is called as rows are read. UserError names every path and file that is unusable.
    """
    found = find(paths)
    if found.faults:
        raise UserError(*found.faults)
    reading = Reading(connection, progress)
    reading.begin()
    try:
        used = _read_files(reading, found)
        as_at, why = decide_as_at(connection, used, as_at)
        thread = Thread(connection)
        for fmt in used:
            _tell(reading, fmt, as_at, thread)
        reading.note_other_births()
        _drop_unheld(thread)
    finally:
        reading.end()
    faults = connection.execute("SELECT count(*) FROM not_read").fetchone()[0]
    return Read(thread, as_at, why, list(reading.files.values()), found.not_recognised, faults)


def find(paths: Sequence[str | Path]) -> Found:
    """The files under these paths, and of which format each is."""
    found, seen = Found(), set()
    if not paths:
        found.faults.append(f"Nothing was given to read. Expected {_expected()}.")
    for given in paths:
        _find(str(given), found, seen)
    _make_names_differ(found)
    return found


def _find(given: str, found: Found, seen: set) -> None:
    for fmt in formats():
        if given.startswith(tuple(fmt.urls)):
            found.files.append((fmt, given, "database " + given.rpartition("@")[2].partition("?")[0].split("//")[-1]))
            return
    path = Path(given)
    if not path.exists():
        found.faults.append(f"{given}: there is no such file or folder.")
        return
    files = _files(path)
    known = {each: fmt for each in files if (fmt := _format_of(each, found))}
    if not known:
        found.faults.append(f"{given}: {_nothing_known(path, files)}. Expected {_expected()}.")
    for each in files:
        if each.resolve() not in seen and each in known:
            found.files.append((known[each], each, each.relative_to(path).as_posix() if path.is_dir() else each.name))
        elif each not in known:
            found.not_recognised.append(str(each))
        seen.add(each.resolve())


def _nothing_known(path: Path, files: list[Path]) -> str:
    if path.is_file():
        return "its format is not recognised"
    return "nothing in it is recognised" if files else "the folder is empty"


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(each for each in path.rglob("*") if each.is_file() and not _is_hidden(each.relative_to(path)))


def _is_hidden(path: Path) -> bool:
    """Whether it, or a folder it is in, is hidden, or is what Excel leaves beside an open workbook."""
    return any(part.startswith((".", "~$")) for part in path.parts)


def _format_of(path: Path, found: Found) -> Format | None:
    try:
        return next((fmt for fmt in formats() if fmt.recognises(path)), None)
    except PermissionError:
        found.faults.append(f"{path}: you may not open it.")
        return None


def _expected() -> str:
    return "; or ".join(fmt.expects for fmt in formats())


def _make_names_differ(found: Found) -> None:
    """Two files of one name in different folders are shown with their folders."""
    shown = [name for *_, name in found.files]
    for index, (fmt, place, name) in enumerate(found.files):
        if shown.count(name) > 1:
            found.files[index] = (fmt, place, str(place))


def _read_files(reading: Reading, found: Found) -> list[Format]:
    """Read every file into the typed tables; the formats used, the richest first. All unusable files at once."""
    faults: dict[str, list[str]] = {}
    used = [fmt for fmt in formats() if any(fmt is each for each, *_ in found.files)]
    for fmt in used:
        reading.create_tables(fmt)
    for fmt, place, shown in found.files:
        for fault in _faults_of(reading.read_file, fmt, place, shown):
            faults.setdefault(fault, []).append(shown)
    if not faults:
        faults = {fault: [] for fmt in used if fmt.check for fault in _faults_of(fmt.check, reading.connection)}
    if faults:
        said = (f"{_listed(files)}: {fault}" if files else fault for fault, files in faults.items())
        raise UserError(*said, hint="Nothing was judged: correct these, or leave them out, and try again.")
    return used


def _listed(names: list[str]) -> str:
    """The first few names, and how many more."""
    few, more = names[:3], len(names) - 3
    return ", ".join(few) + (f" and {more} more" if more > 0 else "")


def _faults_of(action, *arguments) -> list[str]:
    try:
        action(*arguments)
    except UserError as error:
        return error.faults
    except PermissionError:
        return ["you may not open it."]
    return []


def decide_as_at(connection, used: Sequence[Format], given: dt.date | None) -> tuple[dt.date, str]:
    """The day to judge as at, and why in words: given; else the latest the sources themselves give; else today."""
    if given:
        return given, "the day you gave"
    own = [(day, fmt) for fmt in used if (day := fmt.as_at(connection))]
    if own:
        day, fmt = max(own, key=lambda each: each[0])
        return day, fmt.as_at_why
    return dt.datetime.now(ZoneInfo("Europe/London")).date(), "today, as no source gives a day of its own"


def _tell(reading: Reading, fmt: Format, as_at: dt.date, thread: Thread) -> None:
    """One format's facts, and its coverage, onto the thread."""
    connection = reading.connection
    reading.leave_out_future(fmt, as_at)
    for name, query in fmt.views.items():
        connection.execute(f"CREATE VIEW {fmt.parsed(name)} AS {query}")
    for wrong in fmt.wrong:
        reading.note_wrong(fmt, wrong)
    given, told = give(connection, fmt, reading.headers)
    reading.count(fmt, told)
    thread.coverage += coverage(connection, fmt, given, reading.headers, as_at)
    reading.release(fmt)


def _drop_unheld(thread: Thread) -> None:
    """A noun of which there is neither a fact nor a witness has no table."""
    held = {each.noun for each in thread.coverage}
    for noun in thread.nouns() & set(NOUNS) - held:
        if not thread.connection.execute(f"SELECT count(*) FROM {quoted(noun)}").fetchone()[0]:
            thread.connection.execute(f"DROP TABLE {quoted(noun)}")
