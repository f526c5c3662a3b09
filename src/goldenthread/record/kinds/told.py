"""What one entry says of one child, for the functions of a kind: its values, with days and moments as such."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def day_of(value: str | None) -> dt.date | None:
    """The day, in England, of a day or moment as a body holds it."""
    if not value:
        return None
    if len(value) == 10:
        return dt.date.fromisoformat(value)
    return dt.datetime.fromisoformat(value).astimezone(LONDON).date()


def instant_of(value: str | None) -> dt.datetime | None:
    """The instant, in UTC, of a moment as a body holds it; None where only the day is known."""
    return dt.datetime.fromisoformat(value).astimezone(dt.UTC) if value and len(value) > 10 else None


def _none(kind: str) -> str | None:
    return None


def _no_last() -> "Told | None":
    return None


@dataclass(frozen=True)
class Told:
    """An entry as told of one child (of none, where the kind is about a worker or a recommendation).

    `get(field)` looks in a row (of `Gives.each`), then the child's line, then what all share. `earlier(kind)` is the id
    of the nearest entry of that kind which this one follows from; `last()` the entry of this kind before it.
    """

    entry_id: str
    shared: Mapping[str, Any]
    line: Mapping[str, Any] = field(default_factory=dict)
    row: Mapping[str, Any] = field(default_factory=dict)
    earlier: Callable[[str], str | None] = _none
    born_on: dt.date | None = None
    made_at: dt.datetime | None = None
    last: Callable[[], "Told | None"] = _no_last

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a field, as the body holds it."""
        for place in (self.row, self.line, self.shared):
            if name in place:
                return place[name]
        return default

    def day(self, name: str) -> dt.date | None:
        """The day of a field; of `made_at`, the day the entry was made."""
        if name == "made_at":
            return self.made_at.astimezone(LONDON).date()
        return day_of(self.get(name))

    def instant(self, name: str) -> dt.datetime | None:
        """The instant of a field, in UTC; None where only its day is known."""
        return self.made_at if name == "made_at" else instant_of(self.get(name))

    def is_said(self, *names: str) -> bool:
        """Whether each of these fields is filled."""
        return all(self.get(name) not in (None, "", []) for name in names)
