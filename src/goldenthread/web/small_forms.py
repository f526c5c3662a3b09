"""Our own small forms: a day as it was typed, and an action tried, with what is wrong beside its input."""

import datetime as dt
from collections.abc import Callable, Mapping

from goldenthread.record.forms import read_day
from goldenthread.record.policies import Fault, Unfit


def day_typed(typed: Mapping[str, str], name: str, words: str = "Day") -> dt.date | None:
    """The day typed into an input; None where it is blank; Unfit where it is no day."""
    given = typed.get(name, "").strip()
    try:
        return read_day(given) if given else None
    except ValueError as wrong:
        raise Unfit([Fault(name, f"{words}: {wrong}")]) from None


def day_needed(typed: Mapping[str, str], name: str, words: str = "Day") -> dt.date:
    """The same, where it must not be blank."""
    day = day_typed(typed, name, words)
    if day is None:
        raise Unfit([Fault(name, f"{words}: this is needed.")])
    return day


def yes_no(typed: Mapping[str, str], name: str) -> bool | None:
    """Yes, no, or not said."""
    return {"yes": True, "no": False}.get(typed.get(name, ""))


def faults_of(act: Callable[[], object]) -> dict[str, str]:
    """Do it; what is wrong, by the name of the input, where it cannot be done."""
    try:
        act()
    except Unfit as unfit:
        return unfit.by_field
    return {}


def shown_day(day: dt.date | None) -> str:
    """A day as an input shows it."""
    return f"{day.day}/{day.month}/{day.year}" if day else ""
