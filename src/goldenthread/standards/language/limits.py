"""Limits: how long, in which unit, and with what force."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.codes import calendar
from goldenthread.errors import StandardError


class Force(StrEnum):
    """What stands behind a number. Only `local` and `default` may be changed by an authority's settings."""

    LAW = "law"
    GUIDANCE = "guidance"
    LOCAL = "local"
    DEFAULT = "default"


LAW, GUIDANCE, LOCAL, DEFAULT = Force


@dataclass(frozen=True)
class Limit:
    """An amount of time in a unit, with the force of the number."""

    amount: int
    unit: str
    force: Force
    beginning_with: bool = False

    def __post_init__(self):
        if not isinstance(self.amount, int) or isinstance(self.amount, bool) or self.amount < 0:
            raise StandardError(f"A limit is a whole number of {self.unit}, not {self.amount!r}.")
        if self.unit not in calendar.UNITS:
            raise StandardError(f"A limit is in {', '.join(calendar.UNITS)}, not in {self.unit!r}.")
        if not isinstance(self.force, Force):
            raise StandardError(f"A limit needs its force: {self.unit}({self.amount}, force=LAW|GUIDANCE|LOCAL|DEFAULT).")

    def due_on(self, day: dt.date) -> dt.date:
        """The last day in time for something owed from `day`."""
        return calendar.due_on(day, self.amount, self.unit, beginning_with=self.beginning_with)

    def back_from(self, day: dt.date) -> dt.date:
        """The day this long before `day`."""
        return calendar.due_on(day, -self.amount, self.unit)

    @property
    def words(self) -> str:
        """As a person says it: "20 working days", "72 hours", "1 month"."""
        if self.amount == 0:
            return "the same day"
        unit = self.unit.replace("_", " ")
        text = f"{self.amount} {unit if self.amount != 1 else unit.removesuffix('s')}"
        return text + (", counting the day itself" if self.beginning_with else "")


def _unit(unit: str):
    def limit(amount: int, *, force: Force | None = None, beginning_with: bool = False) -> Limit:
        return Limit(amount, unit, force, beginning_with)  # type: ignore[arg-type]

    limit.__name__ = limit.__qualname__ = unit
    limit.__doc__ = f"A limit in {unit.replace('_', ' ')}, with the force of the number (calendar.due_on says how it ends)."
    return limit


hours = _unit("hours")
working_days = _unit("working_days")
days = _unit("days")
weeks = _unit("weeks")
months = _unit("months")
years = _unit("years")
