"""Bringing an exported record back into an empty database: checked whole before anything is written, and all or nothing."""

import hashlib
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from goldenthread.errors import UserError
from goldenthread.record import audit, search
from goldenthread.record.attachments import keep
from goldenthread.record.models import Person
from goldenthread.record.moving.export import MANIFEST, VERSION
from goldenthread.record.moving.sequences import set_last_ids
from goldenthread.record.moving.tables import MARKS, columns, name_of, object_of, tables

ROWS_AT_ONCE = 1000

FORMERLY = {(Person, "made_at"): "recorded_at"}
"""What version 1.0 called a column. Of other rows it did not say when they were recorded: it was before it was written."""


def bring_back(folder: Path) -> dict:
    """Bring back what `export` wrote; what its manifest says. UserError, every fault at once, and then nothing is changed."""
    said = _manifest(folder)
    faults = [*_changed(folder, said), *_not_known(folder), *_not_empty()]
    if faults:
        raise UserError(*faults)
    with transaction.atomic():
        for model in tables().values():
            for path in _files(folder, model):
                _load(path, model, said)
        _check(said)
        set_last_ids(tables(), said.get("last_ids", {}))
        search.reindex()
        _bring_files(folder)
    return said


def _manifest(folder: Path) -> dict:
    path = folder / MANIFEST
    if not path.exists():
        raise UserError(f"There is no {MANIFEST} in {folder}: is it what `goldenthread export` wrote?")
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        major = int(str(said["version"]).partition(".")[0])
        said["files"], said["counts"]
    except (ValueError, KeyError, TypeError):
        raise UserError(f"{MANIFEST} is not as `goldenthread export` writes it.") from None
    if major > int(VERSION.partition(".")[0]):
        raise UserError(f"It is of a later version of the export than this Golden Thread knows ({VERSION}).",
                        hint="Update Golden Thread.")  # fmt: skip
    return said


def _changed(folder: Path, said: dict) -> Iterator[str]:
    """Every file that is not as it was written."""
    for name, about in said["files"].items():
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
            yield f"{name} is missing."
            continue
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != about["sha256"]:
                yield f"{name} was changed after it was written."
    for path in _tables_found(folder):
        if path.relative_to(folder).as_posix() not in said["files"]:
            yield f"{path.relative_to(folder).as_posix()} is not named in {MANIFEST}."


def _tables_found(folder: Path) -> list[Path]:
    return [path for mark in MARKS for path in sorted((folder / mark).glob("*.jsonl"))]


def _not_known(folder: Path) -> Iterator[str]:
    for path in _tables_found(folder):
        if path.stem not in tables():
            yield f"{path.relative_to(folder).as_posix()} is of no table that this Golden Thread has."


def _not_empty() -> Iterator[str]:
    held = [name for name, model in tables().items() if model._base_manager.exists()]
    if held:
        yield f"This database is not empty: there are rows of {', '.join(held)}. A record is brought back into an empty one."


def _files(folder: Path, model: type[models.Model]) -> list[Path]:
    paths = (folder / mark / f"{name_of(model)}.jsonl" for mark in MARKS)
    return [path for path in paths if path.exists()]


def _load(path: Path, model: type[models.Model], said: dict) -> None:
    """Insert a file's rows as they are: no default is filled in, no hook is run."""
    fields = list(model._meta.concrete_fields)
    with path.open("rb") as lines:
        rows = _objects(path, model, lines, said)
        while batch := list(islice(rows, ROWS_AT_ONCE)):
            size = max(1, min(len(batch), connection.ops.bulk_batch_size(fields, batch)))
            for start in range(0, len(batch), size):
                model._base_manager.all()._insert(batch[start : start + size], fields=fields, using=connection.alias, raw=True)


def _objects(path: Path, model: type[models.Model], lines, said: dict) -> Iterator[models.Model]:
    dated = {"recorded_at": said.get("written_at")} if "recorded_at" in {field.name for field in columns(model)} else {}
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
            if said["version"] == "1.0":
                row = dated | {FORMERLY.get((model, name), name): value for name, value in row.items()}
            yield object_of(model, row)
        except (ValueError, TypeError, ValidationError):
            raise UserError(f"{path.parent.name}/{path.name}, line {number}: this is no row of {name_of(model)}.") from None


def _check(said: dict) -> None:
    """Whether everything came, points to something that came, and the audit is whole."""
    faults = [f"{name}: {came} rows came, of {said['counts'].get(name, 0)}." for name, model in tables().items()
              if (came := model._base_manager.count()) != said["counts"].get(name, 0)]  # fmt: skip
    try:
        connection.check_constraints()
    except IntegrityError:
        faults.append("Some rows point to others that are not here.")
    faults += [f"The audit does not hold at row {cut.seq}: {cut.what}." for cut in islice(audit.verify(), 10)]
    if faults:
        raise UserError(*faults)


def _bring_files(folder: Path) -> None:
    for source in (folder / "attachments", folder / "restricted" / "attachments", folder / "sealed" / "attachments"):
        for path in sorted(source.glob("*")):
            keep(path.read_bytes())
