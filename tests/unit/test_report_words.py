"""How the report says days, lengths of time, shares and limits."""

import datetime as dt

import pytest
from tests import invented_duties as invented

from goldenthread.check import words
from goldenthread.check.run import Run

DAY = dt.date(2026, 3, 31)


@pytest.mark.parametrize(
    "days, said",
    [(0, "0 days"), (1, "1 day"), (13, "13 days"), (14, "2 weeks"), (60, "8 weeks"), (61, "2 months"),
     (365, "12 months"), (729, "23 months"), (730, "2 years"), (1500, "4 years")],
)  # fmt: skip
def test_a_length_of_time_is_said_in_the_coarsest_unit_that_says_enough(days, said):
    assert words.how_long(days) == said


@pytest.mark.parametrize("days, said", [(0, "today"), (1, "1 day ago"), (-5, "in 5 days"), (21, "3 weeks ago")])
def test_a_day_is_said_from_the_day_of_the_report(days, said):
    assert words.ago(DAY - dt.timedelta(days), DAY) == said


@pytest.mark.parametrize(
    "part, whole, share", [(0, 10, 0), (10, 10, 100), (1, 1000, 1), (999, 1000, 99), (1, 2, 50), (0, 0, None)]
)
def test_a_share_is_100_only_of_all_and_0_only_of_none(part, whole, share):
    assert words.per_cent(part, whole) == share


def test_a_day_has_no_leading_zero():
    assert words.day(dt.date(2026, 3, 5)) == "5 March 2026"


def test_what_stands_behind_a_number_is_said_with_it():
    said = {each.id: words.limit_and_force(each) for each in invented.standards()}
    assert said["first-review"] == "20 working days: law"
    assert said["need-visit"] == "6 weeks: our default"
    assert said["worker-allocated"] == "at all times: guidance"
    assert said["placement-registered"] == "never: law"


@pytest.mark.parametrize(
    "day, since",
    [(dt.date(2010, 1, 1), "2011-04-01"), (dt.date(2023, 12, 14), "2011-04-01"), (dt.date(2023, 12, 15), "2023-12-15")],
)
def test_a_standard_speaks_in_the_version_of_the_day(day, since):
    run = Run(invented.standards(), invented.AS_AT, invented.AS_AT_WHY)
    assert run.standard("review-conference", day).since == since
    assert run.standard("review-conference").since == "2023-12-15"
