"""Days for whole arrays at once: working days, months by the corresponding day, ages.

A day is a whole number of days since 1 January 1970; `NEVER` is later than every day. The same rules, one day at a time,
are in goldenthread.codes.calendar.
"""

import datetime as dt

import numpy as np

from goldenthread.codes.calendar import BANK_HOLIDAYS, FIRST_DAY, LAST_DAY

EPOCH = dt.date(1970, 1, 1)
NEVER = 2**30


def number_of(day: dt.date) -> int:
    """A date as a number."""
    return (day - EPOCH).days


def date_of(number: int) -> dt.date:
    """A number as a date."""
    return EPOCH + dt.timedelta(int(number))


def _working_days() -> np.ndarray:
    numbers = np.arange(number_of(FIRST_DAY) - 10, number_of(LAST_DAY) + 500)
    holidays = np.array(sorted(BANK_HOLIDAYS), dtype="datetime64[D]")
    return numbers[np.is_busday(numbers.astype("datetime64[D]"), holidays=holidays)]


_WORKING = _working_days()


def working_days_after(day, number) -> np.ndarray:
    """The last of so many working days after the day, which is day 0 whether it is a working day or not."""
    day = np.asarray(day)
    later = _working(np.searchsorted(_WORKING, day, side="right") + number - 1, day)
    return np.where(np.asarray(number) == 0, day, later)


def working_days_before(day, number) -> np.ndarray:
    """The first of so many working days before the day."""
    return _working(np.searchsorted(_WORKING, day, side="left") - number, day)


def on_or_before(day) -> np.ndarray:
    """The nearest working day that is not after the day."""
    return _working(np.searchsorted(_WORKING, day, side="right") - 1, day)


def on_or_after(day) -> np.ndarray:
    """The nearest working day that is not before the day."""
    return _working(np.searchsorted(_WORKING, day, side="left"), day)


def _working(which, day) -> np.ndarray:
    """The working day of that number; a day beyond the calendar stays as it is."""
    return np.where(np.asarray(day) > _WORKING[-100], day, _WORKING[np.minimum(which, len(_WORKING) - 1)])


def months_after(day, months) -> np.ndarray:
    """The corresponding day of a later (or earlier) month, or its last day where it has none."""
    date = np.asarray(day).astype("datetime64[D]")
    month = date.astype("datetime64[M]")
    of_month = (date - month.astype("datetime64[D]")).astype(np.int64)
    later = month + np.asarray(months).astype("timedelta64[M]")
    last = ((later + 1).astype("datetime64[D]") - np.timedelta64(1, "D")).astype(np.int64)
    return np.minimum(later.astype("datetime64[D]").astype(np.int64) + of_month, last)


def birthday(born, age) -> np.ndarray:
    """The day an age is reached; someone born on 29 February reaches it on 1 March of a common year."""
    born = np.asarray(born)
    reached = months_after(born, np.asarray(age) * 12)
    return np.where(_of_month(reached) == _of_month(born), reached, reached + 1)


def _of_month(day) -> np.ndarray:
    date = np.asarray(day).astype("datetime64[D]")
    return (date - date.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64)
