"""What this authority has set: its own limits, what speaks, and how soon the next person up is told.

All live judging uses the book as `standards()` gives it. The file is named by GOLDENTHREAD_STANDARDS and read once.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from goldenthread.errors import UserError
from goldenthread.oversight.first_day import DANGERS, FIRST_DAY
from goldenthread.oversight.models import Shortfall
from goldenthread.standards.book import as_set, book
from goldenthread.standards.catalogue.words import QUALITY
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Never

UP = {"danger": 1, "critical": 2, "high": 5, "medium": 10, "low": 20}
QUIET = {"danger": 2, "critical": 5, "high": 20, "medium": 40, "low": 60}
"""As shipped, in working days; our own choice, which an authority may change. Safety climbs in days, the rest in weeks."""

DISPUTE = (5, 5, 5, 5)
"""As shipped, in working days: together the 20 that `dispute-resolved` gives the whole of it."""


@dataclass(frozen=True)
class Ladder:
    """In working days, by severity and `danger`: `up`, until the next person is told; `quiet`, as long as an answer holds."""

    up: dict[str, int]
    quiet: dict[str, int]


def standards() -> tuple[Standard, ...]:
    """The book as the authority has set it; UserError with every fault of its file."""
    return as_set(settings.STANDARDS)[1]


def speaks(standard_id: str) -> bool:
    """Whether its shortfalls are put before a person; the others count silently."""
    return standard_id in _speaking(settings.STANDARDS)


def standard(standard_id: str, version: str = "") -> Standard | None:
    """A standard of the book as set: the version a duty was judged by (`id@since`, as evidence names it), or else the latest."""
    versions = _versions(settings.STANDARDS).get(standard_id, ())
    return next((each for each in versions if version.startswith(each.version)), versions[-1] if versions else None)


def standard_of(shortfall: Shortfall) -> Standard | None:
    """The version of the standard that a shortfall was judged by; None where the book no longer has it."""
    return standard(shortfall.standard, shortfall.evidence.get("version", ""))


def latest() -> dict[str, Standard]:
    """Every standard by id, of several versions the latest."""
    return {standard_id: versions[-1] for standard_id, versions in _versions(settings.STANDARDS).items()}


def is_danger(standard_id: str) -> bool:
    """Whether it is told to the person responsible, the team manager and the out-of-hours team at once."""
    return standard_id in DANGERS


def ends_by_deciding(standard_id: str) -> bool:
    """Whether no later fact can end its shortfalls: a question, or an event that must never be and was."""
    return standard_id in _undoable(settings.STANDARDS)


def ladder() -> Ladder:
    """How soon the next person up is told, and for how long an answer keeps a shortfall quiet."""
    return _ladder(settings.STANDARDS)


def dispute_days() -> tuple[int, ...]:
    """Working days for an answer to a dispute, at each step from the team manager to the director."""
    return as_set(settings.STANDARDS)[0].dispute or DISPUTE


def check() -> None:
    """That the authority's file can be used; UserError with every fault of it. Nothing is served, nor judged, by another book
    than the one that was asked for."""
    faults: list[str] = []
    try:
        as_set(settings.STANDARDS)
    except UserError as error:
        faults += error.faults
    faults += _voices(settings.STANDARDS)
    if faults:
        raise UserError(*faults)


def _voices(path: str) -> list[str]:
    """What is wrong where the file would have a danger be silent, off, or told later than the book says, or would put an
    auditor's question before whoever wrote the record; whatever else is wrong with it."""
    try:
        said = tomllib.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError):
        return []
    named = [(key, each) for key in ("silent", "off") if isinstance(said.get(key), list) for each in said[key]]
    wrong = [f"{key}: {each!r} is a danger to a child, and always speaks." for key, each in named if str(each) in DANGERS]
    limits = said["limit"] if isinstance(said.get("limit"), list) else []
    changed = [each.get("standard") for each in limits if isinstance(each, dict)]
    wrong += [f"limit: {each!r} is a danger to a child: its limit is not for an authority to change."
              for each in changed if str(each) in DANGERS]  # fmt: skip
    auditors = {each.id for each in book() if each.responsible == QUALITY}
    speaks = said["speaks"] if isinstance(said.get("speaks"), list) else []
    wrong += [f"speaks: {each!r} is a question for an auditor, who reads it in the ledger: nobody else is asked it."
              for each in speaks if str(each) in auditors]  # fmt: skip
    return [f"{Path(path).name}: {each}" for each in wrong]


@cache
def _speaking(path: str) -> frozenset[str]:
    chosen, standards = as_set(path)
    if faults := _voices(path):
        raise UserError(*faults)
    wanted = FIRST_DAY.keys() | set(chosen.speaks)
    return frozenset(each.id for each in standards if each.in_force and each.id in wanted) - set(chosen.silent)


@cache
def _undoable(path: str) -> frozenset[str]:
    versions = as_set(path)[1]
    events = {each.id for each in versions if isinstance(each.rule, Never) and not each.rule.period.lasts}
    return frozenset(events | {each.id for each in versions if each.kind == "question"})


@cache
def _versions(path: str) -> dict[str, tuple[Standard, ...]]:
    found: dict[str, tuple[Standard, ...]] = {}
    for each in as_set(path)[1]:
        found[each.id] = (*found.get(each.id, ()), each)
    return found


@cache
def _ladder(path: str) -> Ladder:
    chosen, _ = as_set(path)
    return Ladder(UP | dict(chosen.ladder.get("up", {})), QUIET | dict(chosen.ladder.get("quiet", {})))
