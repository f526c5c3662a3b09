"""The thread of the record as the open contract, so that `goldenthread check` judges what was exported.

The contract speaks of one stretch of days for all its files: the narrowest is given, so that nobody is accused for what
was not recorded yet. A noun of which a source tells only the latest is left out: the contract cannot say so.
"""

import json
from collections.abc import Collection
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from goldenthread.formats.contract import MANIFEST, VERSION
from goldenthread.formats.parse import quoted
from goldenthread.formats.sources import Read
from goldenthread.record import facts
from goldenthread.standards.language.nouns import Named
from goldenthread.standards.thread import columns_of
from goldenthread.standards.vocabulary import NOUNS

OF_PEOPLE = ("child", "carer")
"""The subjects that are people, whose records may be restricted."""


def open_thread() -> Read:
    """The thread of the whole record, as it stands."""
    return facts.read(None, duckdb.connect())


def write_facts(folder: Path, read: Read, authority: str, only: Collection[str] = (), but: Collection[str] = ()) -> None:
    """Write the facts of each noun, and the manifest: of these subjects only, or of all but these, by their numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    connection = read.thread.connection
    connection.execute("CREATE OR REPLACE TABLE numbers_chosen (number VARCHAR)")
    connection.executemany("INSERT INTO numbers_chosen VALUES (?)", [[number] for number in only or but] or [[None]])
    for noun in nouns(read):
        if noun.subject in OF_PEOPLE or not only:
            path = folder / f"{noun.name}.parquet"
            pq.write_table(connection.execute(_query(noun, bool(only))).to_arrow_table(), path)
    text = json.dumps(_about(read, authority), indent=1, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def _query(noun: Named, only: bool) -> str:
    columns = ", ".join(quoted(name) for name in columns_of(noun) if name != "ref")
    chosen = "subject_id IN (SELECT number FROM numbers_chosen WHERE number IS NOT NULL)"
    where = f"WHERE {'' if only else 'NOT '}{chosen}" if noun.subject in OF_PEOPLE else ""
    return f"SELECT {columns} FROM {quoted(noun.name)} {where} ORDER BY ALL"


def nouns(read: Read) -> list[Named]:
    """The nouns that have a table, but those of which only the latest is known."""
    wholly = {each.noun for each in read.thread.coverage if each.extent == "all"}
    latest = {each.noun for each in read.thread.coverage} - wholly
    there = read.thread.nouns() - latest
    return [noun for name, noun in NOUNS.items() if name in there]


def _about(read: Read, authority: str) -> dict[str, str]:
    """The stretch of days for which every noun that is borne witness to is; of a record that bears none, the day itself."""
    first: dict[str, object] = {}
    for each in read.thread.coverage:
        if each.extent == "all" and each.noun != "person":
            first[each.noun] = min(first.get(each.noun, each.from_day), each.from_day)
    from_day = min(max(first.values(), default=read.as_at), read.as_at)
    days = {"from_day": from_day.isoformat(), "to_day": read.as_at.isoformat()}
    return {"contract_version": VERSION, "authority": authority} | days
