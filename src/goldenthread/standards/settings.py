"""An authority's settings: TOML with dated values. They may change local standards and defaults, never law or guidance.

    authority = "Invented Council"
    off = ["case-supervision"]
    speaks = ["case-summary"]     # put before a person, besides the first day's list
    silent = ["repeat-contacts"]  # counted only, though on that list

    [[limit]]
    standard = "protection-visits"
    value = "15 working days"
    from = 2024-04-01

    [ladder]  # in working days
    up = { critical = 1, high = 3 }  # until the next person up is told
    quiet = { high = 10 }            # for so long at most does an answer keep a shortfall quiet

    [dispute]
    days = [5, 5, 5, 5]  # working days for an answer: of the team manager, service manager, head of service, director
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from goldenthread.codes.calendar import UNITS
from goldenthread.errors import UserError
from goldenthread.standards.language.limits import Force, Limit
from goldenthread.standards.language.standard import Severity, Standard
from goldenthread.standards.language.verbs import Always, Never, Within

_KEYS = {"authority", "off", "limit", "speaks", "silent", "ladder", "dispute"}
_LADDER_KEYS = ("up", "quiet")
RUNGS = ("danger", *map(str, Severity))
"""Of what the ladder has days of its own: a danger, and every severity."""
LONGEST_RUNG = dict.fromkeys(RUNGS, 260) | {"danger": 5}
"""Working days: no value of the ladder is longer than a year, and no danger waits longer than a week."""
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
    """What an authority has set. `ladder`: of `up` and `quiet`, working days by danger and severity, as far as it says.

    `dispute`: working days for an answer to a dispute, at each of the four steps; empty where it does not say.
    """

    authority: str | None = None
    off: tuple[str, ...] = ()
    limits: tuple[Setting, ...] = ()
    speaks: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    ladder: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    dispute: tuple[int, ...] = ()


def read(path: Path, standards: Iterable[Standard]) -> Settings:
    """The settings of a file, checked against the book; UserError with every fault."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UserError(f"{path.name}: there is no such settings file.") from None
    except OSError as error:
        raise UserError(f"{path.name}: it cannot be read ({error.strerror}).") from None
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
        faults.append(f"authority is {authority!r}, expected the authority's name in quotation marks.")
    off, speaks, silent = (_ids(data, key, faults) for key in ("off", "speaks", "silent"))
    for standard_id in off:
        _check_may_change(standard_id, by_id, "switched off", faults)
    tables = data.get("limit", [])
    if not isinstance(tables, list):
        faults.append(f"limit is {tables!r}, expected [[limit]], one for each value.")
        tables = []
    limits = [_limit(table, number, by_id, faults) for number, table in enumerate(tables, 1)]
    _check_voices(speaks, silent, by_id, faults)
    ladder = _ladder(data.get("ladder", {}), faults)
    dispute = _dispute(data.get("dispute", {}), faults)
    return Settings(authority, off, tuple(each for each in limits if each), speaks, silent, ladder, dispute)


def _ids(data: dict, key: str, faults: list[str]) -> tuple[str, ...]:
    found = data.get(key, [])
    if isinstance(found, list) and all(isinstance(each, str) for each in found):
        return tuple(found)
    faults.append(f"{key} is {found!r}, expected a list of ids of standards, such as [\"case-summary\"].")
    return ()


def _check_voices(speaks: tuple[str, ...], silent: tuple[str, ...], by_id, faults: list[str]) -> None:
    for key, ids in (("speaks", speaks), ("silent", silent)):
        unknown = [each for each in ids if each not in by_id]
        faults += [f"{key}: there is no standard {each!r}; `goldenthread book` lists them." for each in unknown]
    faults += [f"{each!r} cannot both speak and be silent." for each in speaks if each in silent]


def _ladder(table, faults: list[str]) -> dict[str, dict[str, int]]:
    if not isinstance(table, dict) or set(table) - set(_LADDER_KEYS):
        faults.append(f"ladder is {table!r}, expected [ladder] with up and quiet, and nothing else.")
        return {}
    return {key: _rungs(f"ladder, {key}: ", given, faults) for key, given in table.items()}


def _dispute(table, faults: list[str]) -> tuple[int, ...]:
    days = table.get("days", []) if isinstance(table, dict) and not set(table) - {"days"} else None
    if days == []:
        return ()
    if isinstance(days, list) and len(days) == 4 and all(type(each) is int and 1 <= each <= 20 for each in days):
        return tuple(days)
    faults.append(f"dispute is {table!r}, expected days = [5, 5, 5, 5]: working days from 1 to 20 at each of the four steps, and "
                  "nothing else.")  # fmt: skip
    return ()


def _rungs(where: str, given, faults: list[str]) -> dict[str, int]:
    if not isinstance(given, dict):
        faults.append(where + f"it is {given!r}, expected working days by {', '.join(RUNGS)}, such as {{ high = 5 }}.")
        return {}
    faults += [where + f"{key!r} is none of {', '.join(RUNGS)}." for key in given if key not in RUNGS]
    known = {key: days for key, days in given.items() if key in RUNGS}
    wrong = [key for key, days in known.items() if type(days) is not int or not 1 <= days <= LONGEST_RUNG[key]]
    faults += [where + f"{key} is {given[key]!r}, expected working days from 1 to {LONGEST_RUNG[key]}." for key in wrong]
    return {key: days for key, days in known.items() if key not in wrong}


def _limit(table, number: int, by_id: dict[str, list[Standard]], faults: list[str]) -> Setting | None:
    """One [[limit]]; None where it has a fault. It is named by its number in the file and the standard it says."""
    if not isinstance(table, dict):
        faults.append(f"limit {number} is {table!r}, expected [[limit]] with standard, value and from.")
        return None
    where = f"limit {number} ({table['standard']}): " if isinstance(table.get("standard"), str) else f"limit {number}: "
    before = len(faults)
    faults += [where + f"{key} is missing; expected standard, value and from." for key in sorted(_LIMIT_KEYS - set(table))]
    faults += [where + f"{key!r} is not known; expected standard, value and from." for key in sorted(set(table) - _LIMIT_KEYS)]
    if "standard" in table:
        _check_may_change(table["standard"], by_id, "changed", faults, where)
    match = re.fullmatch(r"(\d{1,4}) (\w+(?: \w+)?)", str(table.get("value")))
    unit = _unit(match[2]) if match else None
    if "value" in table and not unit:
        faults.append(where + f"value is {table['value']!r}, expected an amount and a unit, such as '15 working days'.")
    if unit == "hours" and not all(isinstance(each.rule, Within) for each in by_id.get(str(table.get("standard")), ())):
        faults.append(where + f"value is {table['value']!r}; it is judged by the day: expected days, weeks, months or years.")
    if "from" in table and type(table["from"]) is not dt.date:
        faults.append(where + f"from is {table['from']!r}, expected a day, such as 2024-04-01, without quotation marks.")
    if len(faults) > before:
        return None
    return Setting(table["standard"], int(match[1]), unit, table["from"])


def _unit(words: str) -> str | None:
    unit = words.replace(" ", "_")
    return next((known for known in UNITS if unit in (known, known.removesuffix("s"))), None)


def _check_may_change(standard_id, by_id, what: str, faults: list[str], where: str = "") -> None:
    versions = by_id.get(standard_id, []) if isinstance(standard_id, str) else []
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

