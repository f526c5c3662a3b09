"""Working days in England and Wales, months by the corresponding day, and when a limit falls due.

Source: the Banking and Financial Dealings Act 1971 days as gov.uk publishes them (bank_holidays.json). A council's own
closure days are not bank holidays and never extend a duty.
"""

import datetime as dt
import json
from bisect import bisect_left, bisect_right
from functools import cache
from pathlib import Path

import numpy as np
from dateutil.relativedelta import relativedelta

FIRST_DAY = dt.date(1980, 1, 1)
LAST_DAY = dt.date(2049, 12, 31)

UNITS = ("hours", "working_days", "days", "weeks", "months", "years")

_DATA = json.loads(Path(__file__).with_name("bank_holidays.json").read_text())
BANK_HOLIDAYS = frozenset(dt.date.fromisoformat(day) for day in _DATA["days"])
OFFICIAL_UNTIL: int = _DATA["official_until"]
VERSION: str = _DATA["version"]


def is_working_day(day: dt.date) -> bool:
    """Whether it is neither a Saturday, a Sunday nor a bank holiday in England and Wales."""
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


@cache
def _working_days() -> list[dt.date]:
    days = (FIRST_DAY + dt.timedelta(n) for n in range((LAST_DAY - FIRST_DAY).days + 500))
    return [day for day in days if is_working_day(day)]


def add_working_days(day: dt.date, number: int) -> dt.date:
    """The last of `number` working days after `day`; the day itself is day 0, working or not."""
    if number == 0:
        return day
    days = _working_days()
    if number > 0:
        return days[bisect_right(days, day) + number - 1]
    return days[bisect_left(days, day) + number]


def due_on(day: dt.date, amount: int, unit: str, *, beginning_with: bool = False) -> dt.date:
    """The last day on which something owed within a limit from `day` is still in time.

    The trigger day is day 0, or day 1 where the law says "beginning with". Months and years end on the corresponding
    day, or on the last day of a shorter month (Dodds v Walker [1981]). Hours are judged here by date: 72 hours is three
    days. A negative amount counts backwards.
    """
    if beginning_with and unit in ("months", "years"):
        end = day + relativedelta(**{unit: amount})
        return end - dt.timedelta(1) if end.day == day.day else end
    if beginning_with:
        day = day - dt.timedelta(1)
    if unit == "working_days":
        return add_working_days(day, amount)
    if unit == "hours":
        return day + dt.timedelta(days=-(-amount // 24))
    if unit in ("days", "weeks"):
        return day + dt.timedelta(**{unit: amount})
    return day + relativedelta(**{unit: amount})


def birthday(born_on: dt.date, age: int) -> dt.date:
    """The day on which a person reaches an age; someone born on 29 February does so on 1 March of a common year."""
    reached = born_on + relativedelta(years=age)
    if (reached.month, reached.day) != (born_on.month, born_on.day):
        reached += dt.timedelta(1)
    return reached


def is_provisional(day: dt.date) -> bool:
    """Whether a working-day limit that ends on `day` rests on bank holidays not yet announced."""
    return day.year > OFFICIAL_UNTIL


def due_table(amount: int, unit: str, *, beginning_with: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """`due_on` of every day from FIRST_DAY to LAST_DAY at once: the days and the due days, as datetime64[D]."""
    days = np.arange(FIRST_DAY, LAST_DAY + dt.timedelta(1), dtype="datetime64[D]")
    if unit in ("months", "years"):
        due = _add_months(days, amount * (12 if unit == "years" else 1))
        return days, due - (beginning_with & (_day_of_month(due) == _day_of_month(days)))
    start = days - 1 if beginning_with else days
    if unit == "working_days":
        return days, _add_working_days(start, amount)
    if unit == "hours":
        return days, start - (-amount // 24)
    return days, start + amount * (7 if unit == "weeks" else 1)


def birthday_table(age: int) -> tuple[np.ndarray, np.ndarray]:
    """`birthday` of every day of birth at once, as datetime64[D]."""
    days = np.arange(FIRST_DAY, LAST_DAY + dt.timedelta(1), dtype="datetime64[D]")
    reached = _add_months(days, 12 * age)
    return days, reached + (_day_of_month(reached) < _day_of_month(days))


def _add_working_days(start: np.ndarray, amount: int) -> np.ndarray:
    if amount == 0:
        return start
    working = np.array(_working_days(), dtype="datetime64[D]")
    if amount > 0:
        return working[np.searchsorted(working, start, side="right") + amount - 1]
    return working[np.maximum(np.searchsorted(working, start, side="left") + amount, 0)]


def _add_months(start: np.ndarray, amount: int) -> np.ndarray:
    month = start.astype("datetime64[M]") + amount
    last = (month + 1).astype("datetime64[D]") - np.timedelta64(1, "D")
    return np.minimum(month.astype("datetime64[D]") + (_day_of_month(start) - 1), last)


def _day_of_month(days: np.ndarray) -> np.ndarray:
    return (days - days.astype("datetime64[M]")).astype(int) + 1
