"""An authority's settings: TOML with dated values. They may change local standards and defaults, never law or guidance.

    authority = "Invented Council"
    off = ["case-supervision"]

    [[limit]]
    standard = "protection-visits"
    value = "15 working days"
    from = 2024-04-01
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from goldenthread.codes.calendar import UNITS
from goldenthread.errors import UserError
from goldenthread.standards.language.limits import Force, Limit
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Always, Never

_KEYS = {"authority", "off", "limit"}
_LIMIT_KEYS = {"standard", "value", "from"}
_LOCKED = (Force.LAW, Force.GUIDANCE)


@dataclass(frozen=True)
class Setting:
    """A limit of the authority's own, from a day on."""

    standard: str
    amount: int
    unit: str
    from_day: dt.date


@dataclass(frozen=True)
class Settings:
    """What an authority has set."""

    authority: str | None = None
    off: tuple[str, ...] = ()
    limits: tuple[Setting, ...] = ()


def read(path: Path, standards: Iterable[Standard]) -> Settings:
    """The settings of a file, checked against the book; UserError with every fault."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UserError(f"{path.name}: there is no such settings file.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"{path.name}: it is not TOML ({error}).") from None
    faults: list[str] = []
    by_id: dict[str, list[Standard]] = {}
    for standard in standards:
        by_id.setdefault(standard.id, []).append(standard)
    settings = _settings(data, by_id, faults)
    if faults:
        raise UserError(*[f"{path.name}: {fault}" for fault in faults])
    return settings


def _settings(data: dict, by_id: dict[str, list[Standard]], faults: list[str]) -> Settings:
    faults += [f"{key!r} is not a setting; expected {', '.join(sorted(_KEYS))}." for key in sorted(data.keys() - _KEYS)]
    authority = data.get("authority")
    if authority is not None and not isinstance(authority, str):
        faults.append("authority: expected the authority's name in quotation marks.")
    off = data.get("off", [])
    if not isinstance(off, list):
        faults.append("off: expected a list of ids of standards.")
        off = []
    for standard_id in off:
        _check_may_change(standard_id, by_id, "switched off", faults)
    tables = data.get("limit", [])
    if not isinstance(tables, list):
        faults.append("limit: expected [[limit]], one for each value.")
        tables = []
    limits = [_limit(table, number, by_id, faults) for number, table in enumerate(tables, 1)]
    return Settings(authority, tuple(off), tuple(each for each in limits if each))


def _limit(table: dict, number: int, by_id: dict[str, list[Standard]], faults: list[str]) -> Setting | None:
    where = f"limit {number}: "
    before = len(faults)
    wrong = sorted(set(table) ^ _LIMIT_KEYS)
    if wrong:
        faults.append(where + f"expected standard, value and from; {', '.join(wrong)} is missing or not known.")
        return None
    _check_may_change(table["standard"], by_id, "changed", faults, where)
    match = re.fullmatch(r"(\d+) (\w+(?: \w+)?)", str(table["value"]))
    unit = _unit(match[2]) if match else None
    if not unit:
        faults.append(where + f"value is {table['value']!r}, expected an amount and a unit, such as '15 working days'.")
    if type(table["from"]) is not dt.date:
        faults.append(where + f"from is {table['from']!r}, expected a day, such as 2024-04-01, without quotation marks.")
    if len(faults) > before:
        return None
    return Setting(table["standard"], int(match[1]), unit, table["from"])


def _unit(words: str) -> str | None:
    unit = words.replace(" ", "_")
    return next((known for known in UNITS if unit in (known, known.removesuffix("s"))), None)


def _check_may_change(standard_id, by_id, what: str, faults: list[str], where: str = "") -> None:
    versions = by_id.get(standard_id, [])
    if not versions:
        faults.append(where + f"there is no standard {standard_id!r}; `goldenthread book` lists them.")
    for standard in versions:
        if standard.force in _LOCKED:
            faults.append(
                where + f"{standard_id!r} cannot be {what}: its force is {standard.force} ({standard.cites}). "
                "A stricter local target is a standard of its own, beside it."
            )
            return
        if what == "changed" and (isinstance(standard.rule, Never) or standard.limit is None):
            faults.append(where + f"{standard_id!r} has no limit to change.")
            return


def apply(settings: Settings, standards: Iterable[Standard]) -> list[Standard]:
    """The standards as the authority has set them: a version more for each dated value, `off` ones not in force."""
    found = []
    for standard in standards:
        if standard.id in settings.off:
            standard = replace(standard, in_force=False)
        mine = sorted((each for each in settings.limits if each.standard == standard.id), key=lambda each: each.from_day)
        found += _versions(standard, mine)
    return found


def _versions(standard: Standard, limits: list[Setting]) -> list[Standard]:
    versions = [standard]
    for setting in limits:
        last = versions[-1]
        if setting.from_day > last.until_day:
            continue
        changed = replace(last, rule=_with_limit(last.rule, setting))
        if setting.from_day <= last.since_day:
            versions[-1] = changed
            continue
        eve = setting.from_day - dt.timedelta(1)
        versions[-1] = replace(last, until=eve.isoformat())
        versions.append(replace(changed, since=setting.from_day.isoformat(), until=standard.until))
    return versions


def _with_limit(rule, setting: Setting):
    limit = Limit(setting.amount, setting.unit, Force.LOCAL)
    return replace(rule, **{"grace" if isinstance(rule, Always) else "limit": limit})

