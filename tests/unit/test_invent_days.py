"""Days for whole arrays at once are the days of the calendar, one at a time."""

import datetime as dt

import numpy as np
import pytest

from goldenthread.codes import calendar
from goldenthread.invent import days

SOME = [dt.date(2023, 12, 18), dt.date(2024, 2, 29), dt.date(2024, 3, 29), dt.date(2025, 3, 8), dt.date(2025, 8, 31)]
NUMBERS = np.array([days.number_of(day) for day in SOME])


def dates(numbers):
    return [days.date_of(number) for number in numbers]


@pytest.mark.parametrize("amount", [0, 1, 10, 45])
def test_working_days_after(amount):
    assert dates(days.working_days_after(NUMBERS, amount)) == [calendar.add_working_days(day, amount) for day in SOME]


@pytest.mark.parametrize("amount", [1, 10])
def test_working_days_before(amount):
    assert dates(days.working_days_before(NUMBERS, amount)) == [calendar.add_working_days(day, -amount) for day in SOME]


@pytest.mark.parametrize("amount", [3, 6, 12, -4])
def test_months_end_on_the_corresponding_day(amount):
    assert dates(days.months_after(NUMBERS, amount)) == [calendar.due_on(day, amount, "months") for day in SOME]


@pytest.mark.parametrize("age", [4, 5, 16, 18])
def test_birthdays(age):
    assert dates(days.birthday(NUMBERS, age)) == [calendar.birthday(day, age) for day in SOME]


def test_the_nearest_working_day_is_the_day_itself_or_over_the_weekend():
    saturday, monday = days.number_of(dt.date(2025, 3, 8)), days.number_of(dt.date(2025, 3, 10))
    assert dates([days.on_or_before(saturday), days.on_or_after(saturday)]) == [dt.date(2025, 3, 7), dt.date(2025, 3, 10)]
    assert days.on_or_before(monday) == days.on_or_after(monday) == monday


def test_never_stays_never():
    assert days.working_days_after(np.array([days.NEVER]), 5) == days.NEVER
    assert days.on_or_before(np.array([days.NEVER])) == days.NEVER
