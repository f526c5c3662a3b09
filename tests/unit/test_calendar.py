"""Working days, months and birthdays: the worked dates, the official list, and the slow way of counting."""

import datetime as dt
from random import Random

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from goldenthread.codes import calendar

ONE_DAY = dt.timedelta(1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def counted(start: dt.date, number: int) -> dt.date:
    """So many working days on, a day at a time."""
    while number:
        start += ONE_DAY
        number -= calendar.is_working_day(start)
    return start


# -------------------------------------------------------------------------------------------------------- BANK HOLIDAYS


def test_the_table_is_the_official_list_for_every_year_it_calls_official():
    official = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    days = {each["date"] for each in official}
    assert min(days).year == 2012
    ours = {each for each in calendar.BANK_HOLIDAYS if 2012 <= each.year <= calendar.OFFICIAL_UNTIL}
    assert ours == {each for each in days if each.year <= calendar.OFFICIAL_UNTIL}
    assert max(days).year >= calendar.OFFICIAL_UNTIL == 2028


@pytest.mark.parametrize(
    "holiday",
    [
        "2011-04-29",  # a royal wedding
        "2020-05-08",  # moved from Monday 4 May
        "2022-06-02",  # moved from the last Monday of May
        "2022-06-03",  # the Platinum Jubilee
        "2022-09-19",  # the State Funeral
        "2023-05-08",  # the Coronation
        "2024-03-29",  # Good Friday
        "2024-04-01",  # Easter Monday
        "2024-12-25",
        "2020-12-28",  # for Boxing Day, a Saturday
        "2021-12-27",  # for Christmas Day, a Saturday
        "2021-12-28",  # for Boxing Day, a Sunday
        "2022-01-03",  # for New Year's Day, a Saturday
        "2022-12-27",  # for Christmas Day, a Sunday
        "2023-01-02",  # for New Year's Day, a Sunday
    ],
)
def test_a_bank_holiday_is_no_working_day(holiday):
    assert not calendar.is_working_day(day(holiday))


@pytest.mark.parametrize(
    "working",
    [
        "2020-05-04",  # the first Monday of May, when the holiday was on the Friday
        "2022-05-30",  # the last Monday of May, when the holiday was on the Thursday
        *["2020-12-29", "2020-12-30", "2020-12-31", "2021-12-29", "2022-12-28", "2023-12-27", "2024-12-27"],  # closed
        "2025-01-02",  # a holiday in Scotland only
        "2025-03-17",  # in Northern Ireland only
        "2025-07-14",
        "2025-08-04",  # in Scotland only
        "2025-12-01",
    ],
)
def test_council_closures_and_holidays_elsewhere_are_working_days(working):
    assert calendar.is_working_day(day(working))


@pytest.mark.parametrize("weekend", ["2025-03-01", "2025-03-02"])
def test_a_weekend_is_no_working_day(weekend):
    assert not calendar.is_working_day(day(weekend))


def test_the_table_says_which_list_it_is():
    assert "2028" in calendar.VERSION


def test_past_the_last_official_year_a_day_is_provisional():
    assert not calendar.is_provisional(day("2028-12-31"))
    assert calendar.is_provisional(day("2029-01-01"))


# --------------------------------------------------------------------------------------------------------- WORKING DAYS


@pytest.mark.parametrize(
    "number, start, due",
    [
        (1, "2024-03-29", "2024-04-02"),  # a decision on a referral on Good Friday
        (15, "2023-12-18", "2024-01-11"),  # a conference after a strategy discussion
        (45, "2024-03-18", "2024-05-23"),  # an assessment
        (20, "2023-12-23", "2024-01-24"),  # a first review of a child looked after from a Saturday
        (10, "2022-09-01", "2022-09-15"),  # a care plan
        (10, "2022-09-12", "2022-09-27"),  # over the State Funeral
        (15, "2024-02-02", "2024-02-23"),  # from a Friday,
        (15, "2024-02-03", "2024-02-23"),  # a Saturday
        (15, "2024-02-04", "2024-02-23"),  # and a Sunday: the same
        (10, "2023-05-02", "2023-05-17"),  # over the Coronation
        (5, "2022-05-30", "2022-06-08"),  # over the Jubilee
        (1, "2020-05-07", "2020-05-11"),  # over VE Day, a Friday that year
        (0, "2024-02-03", "2024-02-03"),
    ],
)
def test_working_days_end_on_the_worked_dates(number, start, due):
    assert calendar.due_on(day(start), number, "working_days") == day(due)


def test_working_days_are_what_counting_a_day_at_a_time_gives():
    random = Random(1)
    for _ in range(300):
        start = dt.date(1985, 1, 1) + random.randrange(23_000) * ONE_DAY
        number = random.randrange(120)
        assert calendar.add_working_days(start, number) == counted(start, number)


def test_working_days_backwards_are_the_way_there_and_back():
    random = Random(1)
    for _ in range(300):
        start = dt.date(1985, 1, 1) + random.randrange(20_000) * ONE_DAY
        number = random.randrange(1, 60)
        back = calendar.add_working_days(start, -number)
        assert calendar.is_working_day(back)
        assert sum(calendar.is_working_day(back + n * ONE_DAY) for n in range((start - back).days)) == number


def test_the_due_day_is_the_last_day_and_not_the_day_before():
    assert calendar.due_on(day("2024-03-18"), 45, "working_days") != day("2024-05-22")


# -------------------------------------------------------------------------------------------------- MONTHS, WEEKS, DAYS


@pytest.mark.parametrize(
    "number, start, due",
    [
        (4, "1980-09-30", "1981-01-30"),  # Dodds v Walker
        (3, "2023-11-30", "2024-02-29"),
        (3, "2022-11-30", "2023-02-28"),
        (6, "2023-08-31", "2024-02-29"),
        (6, "2022-08-31", "2023-02-28"),
        (6, "2023-02-28", "2023-08-28"),  # the 28th, not the last of the month
        (3, "2024-07-01", "2024-10-01"),  # 92 days, where a count of 91 says 30 September
        (3, "2023-12-01", "2024-03-01"),
        (6, "2023-09-01", "2024-03-01"),  # 182 days, where a count of 183 says the 2nd: later than the law allows
        (12, "2024-02-29", "2025-02-28"),
        (12, "2023-02-28", "2024-02-28"),
        (1, "2025-01-31", "2025-02-28"),
    ],
)
def test_months_end_on_the_corresponding_day_or_with_a_shorter_month(number, start, due):
    assert calendar.due_on(day(start), number, "months") == day(due)


def test_a_year_is_twelve_months():
    for start in ("2024-02-29", "2023-11-30", "2025-03-03"):
        assert calendar.due_on(day(start), 1, "years") == calendar.due_on(day(start), 12, "months")


@pytest.mark.parametrize(
    "number, unit, start, due",
    [
        (1, "weeks", "2024-12-19", "2024-12-26"),  # Boxing Day: weeks do not mind
        (6, "weeks", "2025-03-03", "2025-04-14"),
        (16, "weeks", "2025-03-03", "2025-06-23"),  # 112 days
        (26, "weeks", "2025-03-03", "2025-09-01"),  # 182 days
        (7, "days", "2024-12-19", "2024-12-26"),
        (72, "hours", "2025-03-03", "2025-03-06"),
        (24, "hours", "2025-03-03", "2025-03-04"),
        (1, "hours", "2025-03-03", "2025-03-04"),  # by date, an hour may run into the next day
        (72, "hours", "2025-03-29", "2025-04-01"),  # over the change of the clocks
    ],
)
def test_weeks_days_and_hours_run_through_weekends_and_bank_holidays(number, unit, start, due):
    assert calendar.due_on(day(start), number, unit) == day(due)


@pytest.mark.parametrize(
    "number, unit, start, due",
    [
        (28, "days", "2025-03-03", "2025-03-30"),  # a care leaver's first review
        (6, "weeks", "2025-05-01", "2025-06-11"),  # six weeks starting with 1 May; within six weeks is the 12th
        (2, "months", "2026-04-29", "2026-06-28"),  # two months beginning with the day an Act is passed
        (10, "working_days", "2025-03-03", "2025-03-14"),
        (1, "working_days", "2025-03-01", "2025-03-03"),  # a Saturday is not the first working day
    ],
)
def test_beginning_with_the_day_that_day_is_day_one(number, unit, start, due):
    assert calendar.due_on(day(start), number, unit, beginning_with=True) == day(due)


@pytest.mark.parametrize(
    "start, due", [("2025-03-01", "2025-03-31"), ("2025-05-01", "2025-05-31"), ("2024-03-01", "2024-03-31")]
)
def test_a_month_beginning_with_the_first_ends_with_the_month(start, due):
    assert calendar.due_on(day(start), 1, "months", beginning_with=True) == day(due)


@pytest.mark.parametrize(
    "amount, unit", [(20, "working_days"), (0, "working_days"), (-5, "working_days"), (28, "days"), (6, "weeks"),
                     (72, "hours"), (3, "months"), (-3, "months"), (1, "years")]
)  # fmt: skip
@pytest.mark.parametrize("beginning_with", [False, True])
def test_the_table_of_due_days_says_what_a_single_reckoning_says(amount, unit, beginning_with):
    days, due = calendar.due_table(amount, unit, beginning_with=beginning_with)
    for place in Random(1).sample(range(400, len(days) - 400), 200):
        assert due[place] == calendar.due_on(days[place].item(), amount, unit, beginning_with=beginning_with)


# ------------------------------------------------------------------------------------------------------------ BIRTHDAYS


@pytest.mark.parametrize(
    "born, age, reached",
    [
        ("2020-03-10", 5, "2025-03-10"),
        ("2020-03-10", 0, "2020-03-10"),
        ("2020-02-29", 5, "2025-03-01"),  # a common year
        ("2020-02-29", 4, "2024-02-29"),
        ("2007-02-28", 18, "2025-02-28"),
    ],
)
def test_a_child_is_a_year_older_on_the_birthday(born, age, reached):
    assert calendar.birthday(day(born), age) == day(reached)


@pytest.mark.parametrize("age", [0, 1, 5, 18])
def test_the_table_of_birthdays_says_what_a_single_reckoning_says(age):
    born, reached = calendar.birthday_table(age)
    leap_day = (dt.date(2020, 2, 29) - calendar.FIRST_DAY).days
    for place in [leap_day, *Random(1).sample(range(len(born)), 200)]:
        assert reached[place] == calendar.birthday(born[place].item(), age)
