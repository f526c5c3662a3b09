"""The facts of the record as the open contract, so that `goldenthread check` judges what was exported."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from django.db.models import Min, Q, QuerySet

from goldenthread.formats.contract import MANIFEST, VERSION
from goldenthread.record.access import today
from goldenthread.record.models import Coverage, Fact
from goldenthread.standards.language.nouns import Named
from goldenthread.standards.thread import columns_of
from goldenthread.standards.vocabulary import NOUNS

TYPES = {
    "VARCHAR": pa.string(), "DATE": pa.date32(), "BOOLEAN": pa.bool_(), "INTEGER": pa.int32(), "TIMESTAMP": pa.timestamp("us"),
}  # fmt: skip
ROWS_AT_ONCE = 20_000
NOT_COLUMNS = ("ref",)


def current() -> QuerySet[Fact]:
    """Every fact that stands: not superseded, and not gone from its source."""
    return Fact.objects.filter(superseded_at=None, gone_at=None)


def write_facts(folder: Path, authority: str, keep: Callable[[int], bool]) -> None:
    """Write the facts that are to be kept, by their ids, of each noun that is borne witness to; and the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for noun in nouns():
        _write(folder / f"{noun.name}.parquet", noun, keep)
    text = json.dumps(_about(authority), indent=1, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def nouns() -> list[Named]:
    """The nouns that have ever had a fact, but those of which only the latest is known: the contract cannot say so."""
    known = set(Fact.objects.values_list("noun", flat=True).distinct()) | set(Coverage.objects.values_list("noun", flat=True))
    wholly = set(Coverage.objects.exclude(extent="latest").values_list("noun", flat=True))
    typed = set(Fact.objects.exclude(entry=None).values_list("noun", flat=True).distinct())
    latest_only = set(Coverage.objects.filter(extent="latest").values_list("noun", flat=True)) - wholly - typed
    return [noun for name, noun in NOUNS.items() if name in known - latest_only]


def _about(authority: str) -> dict[str, str]:
    fed = Coverage.objects.aggregate(first=Min("from_day"))["first"]
    first = fed or current().aggregate(first=Min("started_on", filter=~Q(noun="person")))["first"] or today()
    said = {"contract_version": VERSION, "authority": authority}
    return said | {"from_day": min(first, today()).isoformat(), "to_day": today().isoformat()}


def _write(path: Path, noun: Named, keep: Callable[[int], bool]) -> None:
    schema = pa.schema([(name, TYPES[kind]) for name, kind in columns_of(noun).items() if name not in NOT_COLUMNS])
    with pq.ParquetWriter(path, schema) as writer:
        for rows in _batches(_rows(noun, keep)):
            writer.write_table(pa.Table.from_pylist(rows, schema))


def _rows(noun: Named, keep: Callable[[int], bool]) -> Iterator[dict]:
    """The rows of a noun's file: of an event the day it happened stands in `happened_on`."""
    stem = "started" if noun.lasts else "happened"
    facts = current().filter(noun=noun.name).order_by("pk").iterator(chunk_size=2000)
    for fact in (each for each in facts if keep(each.pk)):
        row = {"subject_id": fact.subject_id, f"{stem}_on": fact.started_on, f"{stem}_at": _utc(fact.started_at)}
        if noun.lasts:
            row |= {"ended_on": fact.ended_on, "ended_at": _utc(fact.ended_at)}
        yield row | {each.name: _value(each.kind, fact.facts.get(each.name)) for each in noun.facts}


def _utc(moment):
    return moment.replace(tzinfo=None) if moment else None


def _value(kind: str, value):
    """A fact as JSON holds it, in the type of its column; a day is text there."""
    if value is None or kind not in ("day", "text"):
        return value
    return dt.date.fromisoformat(value) if kind == "day" else str(value)


def _batches(rows: Iterable[dict]) -> Iterator[list[dict]]:
    batch: list[dict] = []
    for row in rows:
        batch.append(row)
        if len(batch) == ROWS_AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
