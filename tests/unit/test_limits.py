"""Limits: mistakes are told when the limit is made, in its author's words."""

import datetime as dt

import pytest

from goldenthread.errors import StandardError
from goldenthread.standards.language import DEFAULT, LAW, days, hours, months, weeks, working_days, years
from goldenthread.standards.language.limits import Limit

MONDAY = dt.date(2025, 3, 3)


@pytest.mark.parametrize("amount", [-1, 1.5, "20", None, True])
def test_an_amount_is_a_whole_number(amount):
    with pytest.raises(StandardError, match="A limit is a whole number of working_days"):
        working_days(amount, force=LAW)


@pytest.mark.parametrize("force", [None, "law", 3])
def test_a_limit_says_with_what_force(force):
    with pytest.raises(StandardError, match=r"A limit needs its force: days\(10, force=LAW"):
        days(10, force=force)


def test_a_unit_is_one_there_is():
    with pytest.raises(StandardError, match="working_days, days, weeks, months, years, not in 'fortnights'"):
        Limit(1, "fortnights", LAW)


@pytest.mark.parametrize(
    "limit, due",
    [
        (hours(72, force=LAW), "2025-03-06"),
        (working_days(10, force=LAW), "2025-03-17"),
        (days(10, force=LAW), "2025-03-13"),
        (weeks(6, force=LAW), "2025-04-14"),
        (months(3, force=LAW), "2025-06-03"),
        (years(1, force=LAW), "2026-03-03"),
        (days(28, force=LAW, beginning_with=True), "2025-03-30"),
        (days(0, force=LAW), "2025-03-03"),
    ],
)
def test_a_limit_ends_on_its_last_day_in_time(limit, due):
    assert limit.due_on(MONDAY) == dt.date.fromisoformat(due)


@pytest.mark.parametrize(
    "limit, back",
    [
        (days(10, force=DEFAULT), "2025-02-21"),
        (working_days(1, force=DEFAULT), "2025-02-28"),
        (months(1, force=DEFAULT), "2025-02-03"),
    ],
)
def test_a_limit_looks_back_as_far_as_it_looks_on(limit, back):
    assert limit.back_from(MONDAY) == dt.date.fromisoformat(back)


@pytest.mark.parametrize(
    "limit, words",
    [
        (working_days(20, force=LAW), "20 working days"),
        (working_days(1, force=LAW), "1 working day"),
        (hours(72, force=LAW), "72 hours"),
        (months(1, force=LAW), "1 month"),
        (days(28, force=LAW, beginning_with=True), "28 days, counting the day itself"),
    ],
)
def test_a_limit_is_said_as_a_person_says_it(limit, words):
    assert limit.words == words
