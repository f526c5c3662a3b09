"""Writing the record to files: every row of every table, streamed, in an order that is always the same."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

import goldenthread
from goldenthread.errors import UserError
from goldenthread.record.attachments import path_of
from goldenthread.record.kinds.schema import schemas
from goldenthread.record.models import Attachment, Person
from goldenthread.record.moving import contract
from goldenthread.record.moving.cells import write_rows
from goldenthread.record.moving.sequences import last_ids
from goldenthread.record.moving.tables import MARKS, Marks, columns, line_of, name_of, tables
from goldenthread.record.moving.words import readme

VERSION = "1.1"
MANIFEST = "manifest.json"
ROWS_AT_ONCE = 2000


def export(out: Path, with_sealed: bool = False) -> dict:
    """Write the whole record to an empty folder; what manifest.json says. UserError where the folder is not empty."""
    if out.exists() and any(out.iterdir()):
        raise UserError(f"{out} is not empty. Choose another folder, or empty it first.")
    out.mkdir(parents=True, exist_ok=True)
    with transaction.atomic():  # one moment of the record, however long the writing takes
        marks = Marks()
        counts = {name: _write_table(out, model, marks, with_sealed) for name, model in tables().items()}
        _write_facts(out, marks)
        _write_children(out)
        missing = _write_attachments(out, marks, with_sealed)
        _write_schemas(out / "schemas")
        said = _manifest(counts, marks, with_sealed) | {"missing": missing}
    (out / "README.md").write_text(readme(said), encoding="utf-8")
    said["files"] = {path: {"sha256": digest, "bytes": size} for path, digest, size in _files(out)}
    (out / MANIFEST).write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return said


def _write_table(out: Path, model, marks: Marks, with_sealed: bool) -> list[int]:
    """Write a table's rows, each to the folder of its mark; how many went to each."""
    counts = [0, 0, 0]
    names = [field.attname for field in columns(model)]
    with ExitStack() as open_files:
        files: dict[int, object] = {}
        for values in model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=ROWS_AT_ONCE):
            row = dict(zip(names, values, strict=True))
            mark = marks.mark(model, row)
            counts[mark] += 1
            if mark == 2 and not with_sealed:
                continue
            if mark < 2 and not with_sealed:
                marks.forget(model, row)
            if mark not in files:
                files[mark] = open_files.enter_context(_file(out, mark, name_of(model)))
            files[mark].write(line_of(row))
        if 0 not in files:
            _file(out, 0, name_of(model)).close()  # an empty file says that there are none
    return counts


def _file(out: Path, mark: int, name: str):
    folder = out / MARKS[mark]
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / f"{name}.jsonl").open("wb")


def _write_facts(out: Path, marks: Marks) -> None:
    """The contract of open records, and beside it that of restricted ones; adoption records are in neither."""
    guarded = marks.of[Person]
    numbers = dict(Person.objects.filter(pk__in=list(guarded)).values_list("pk", "number"))
    read = contract.open_thread()
    contract.write_facts(out / "contract", read, settings.AUTHORITY, but=numbers.values())
    restricted = [number for pk, number in numbers.items() if guarded[pk] == 1]
    if restricted:
        contract.write_facts(out / "restricted" / "contract", read, settings.AUTHORITY, only=restricted)
    read.thread.connection.close()


def _write_children(out: Path) -> None:
    for mark, restricted in ((0, False), (1, True)):
        children = Person.objects.filter(had_record=True, sealed=False, restricted=restricted, merged_into=None).order_by("pk")
        if mark and not children.exists():
            continue
        path = out / ("" if not mark else MARKS[mark]) / "children.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", newline="", encoding="utf-8") as file:
            write_rows(file, ("number", "name", "born_on"), ((each.number, each.name, each.born_on) for each in children))


def _write_attachments(out: Path, marks: Marks, with_sealed: bool) -> int:
    """Each file once, where the least guarded of the entries that have it is; how many could not be found."""
    missing = 0
    guarded = marks.of.get(Attachment, {})
    least: dict[str, int] = {}
    for pk, sha256 in Attachment.objects.order_by("pk").values_list("pk", "sha256"):
        least[sha256] = min(least.get(sha256, 2), guarded.get(pk, 0))
    for sha256, mark in least.items():
        source = path_of(sha256)
        if not source.exists():
            missing += 1
        elif mark < 2 or with_sealed:
            folder = out / ("" if not mark else MARKS[mark]) / "attachments"
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / sha256)
    return missing


def _write_schemas(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, schema in schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def _manifest(counts: dict[str, list[int]], marks: Marks, with_sealed: bool) -> dict:
    sealed = sum(1 for mark in marks.of[Person].values() if mark == 2)
    return {
        "format": "goldenthread record",
        "version": VERSION,
        "goldenthread": goldenthread.__version__,
        "authority": settings.AUTHORITY,
        "written_at": timezone.now().isoformat(timespec="seconds"),
        "with_sealed": with_sealed,
        "sealed_left_out": 0 if with_sealed else sealed,
        "restricted": sum(1 for mark in marks.of[Person].values() if mark == 1),
        "counts": {name: sum(each if with_sealed else each[:2]) for name, each in counts.items()},
        "last_ids": last_ids(tables()),
    }


def _files(out: Path) -> Iterator[tuple[str, str, int]]:
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        yield path.relative_to(out).as_posix(), digest, path.stat().st_size
