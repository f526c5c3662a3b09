"""The book of standards: every one there is, found by walking the catalogue and the signals."""

import csv
import importlib
import io
import json
import pkgutil
from functools import cache
from itertools import pairwise
from pathlib import Path

from goldenthread.errors import StandardError, UserError
from goldenthread.standards import catalogue, settings, signals
from goldenthread.standards.examples import examples_of
from goldenthread.standards.explain import stands
from goldenthread.standards.language.standard import Standard


@cache
def book() -> tuple[Standard, ...]:
    """Every standard, by area and then by id and version; two versions of one id may not overlap."""
    found = [standard for package in (catalogue, signals) for standard in _walk(package)]
    found = sorted(found, key=lambda each: (each.id, each.since_day))
    _check_versions(found)
    return tuple(found)


def by_id(standard_id: str) -> list[Standard]:
    """Every version of a standard, oldest first; empty if there is none."""
    return [standard for standard in book() if standard.id == standard_id]


@cache
def as_set(path: str) -> tuple[settings.Settings, tuple[Standard, ...]]:
    """The settings file an authority runs with, and the book as it sets it; UserError. No path: as shipped."""
    chosen = settings.read(Path(path), book()) if path else settings.Settings()
    return chosen, tuple(settings.apply(chosen, book()))


def _walk(package):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        members = vars(importlib.import_module(module.name)).values()
        yield from (member for member in members if isinstance(member, Standard))


def _check_versions(standards: list[Standard]) -> None:
    faults = [
        f"Standard {one.id!r}: its versions of {one.since} and {other.since} overlap; give the first an until."
        for one, other in pairwise(standards)
        if one.id == other.id and one.until_day >= other.since_day
    ]
    if faults:
        raise StandardError(*faults)


def entry(standard: Standard) -> dict:
    """A standard as the book prints it, in plain values."""
    return {
        "id": standard.id,
        "reference": standard.reference,
        "duty": standard.duty,
        "kind": standard.kind,
        "area": standard.area,
        "subject": standard.subject,
        "cites": standard.cites,
        "force": str(standard.force),
        "limit": standard.limit_words,
        "responsible": standard.responsible,
        "severity": str(standard.severity),
        "since": standard.since,
        "until": standard.until,
        "in_force": standard.in_force,
        "lifted_by": [noun.one for noun in standard.lifted_by],
        "needs": sorted(standard.needs()),
        "note": standard.note,
        "examples": [example.text for example in examples_of(standard)],
        "examples_header": _header(standard),
    }


def print_book(file_format: str, settings_file: Path | None = None) -> str:
    """The whole book as html, csv or json; with an authority's settings applied where a file is given."""
    standards = list(book())
    if settings_file:
        standards = settings.apply(settings.read(settings_file, standards), standards)
    printers = {"json": as_json, "csv": as_csv, "html": as_html}
    if file_format not in printers:
        raise UserError(f"--format {file_format}: expected {', '.join(printers)}.")
    return printers[file_format](standards)


def as_html(standards) -> str:
    """The book as one accessible page, by area, each standard with its law, its number's force and its examples."""
    from jinja2 import Environment, PackageLoader

    environment = Environment(loader=PackageLoader(__package__), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    areas: dict[str, list[dict]] = {}
    for standard in standards:
        rows = [example.text.split("||") for example in examples_of(standard)]
        told = entry(standard) | {"rows": rows, "stands": stands(standard)}
        areas.setdefault(standard.area, []).append(told)
    return environment.get_template("book.html").render(areas=areas)


def _header(standard: Standard) -> str:
    lines = (line.strip() for line in standard.examples.splitlines())
    return " ".join(next(line for line in lines if line and not line.startswith("#")).split())


def as_json(standards) -> str:
    """The book as JSON, a list of entries."""
    return json.dumps([entry(standard) for standard in standards], indent=1, ensure_ascii=False) + "\n"


def as_csv(standards) -> str:
    """The book as CSV, a standard a line; lists are joined by semicolons."""
    out = io.StringIO()
    entries = [entry(standard) for standard in standards]
    writer = csv.DictWriter(out, fieldnames=list(entries[0]), lineterminator="\n")
    writer.writeheader()
    for each in entries:
        writer.writerow({name: "; ".join(value) if isinstance(value, list) else value for name, value in each.items()})
    return out.getvalue()
