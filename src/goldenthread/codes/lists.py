"""Code lists: what each code means, and from when to when it is used.

Facts from published sources, each list with its own (lists.json). A day on which the sources differ, or are silent,
is marked `verified: false` and is not applied: the code counts as usable on any day.
"""

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Code:
    """One code. `first`, `last`: the days between which it is used; None where there is no (verified) limit."""

    code: str
    label: str | None
    first: dt.date | None = None
    last: dt.date | None = None
    verified: bool = True

    def is_used_on(self, day: dt.date | None) -> bool:
        """Whether it is in use on a day; without a day, whether it ever was."""
        if day is None or not self.verified:
            return True
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@cache
def lists() -> dict[str, dict[str, Code]]:
    """Every list by name: its codes by code, in the order of the source."""
    found = json.loads(Path(__file__).with_name("lists.json").read_text(encoding="utf-8"))["lists"]
    return {name: {each["code"]: _code(each) for each in one["codes"]} for name, one in found.items()}


def _code(each: dict) -> Code:
    first, last = (dt.date.fromisoformat(each[key]) if key in each else None for key in ("from", "until"))
    return Code(each["code"], each.get("label"), first, last, each.get("verified", True))


def codes_of(name: str) -> dict[str, Code]:
    """The codes of one list."""
    return lists()[name]


def is_code(name: str, code: str, on: dt.date | None = None) -> bool:
    """Whether it is a code of this list, in use on this day (on any, where none is given)."""
    found = codes_of(name).get(code)
    return found is not None and found.is_used_on(on)


def label(name: str, code: str) -> str | None:
    """What the code means, in the words of its source; None where no source gives them."""
    found = codes_of(name).get(code)
    return found.label if found else None
