"""How days and ages are said."""

import datetime as dt

import pytest

from goldenthread.record.models import Person
from goldenthread.web.templating import age, day, how_long


@pytest.mark.parametrize(("days", "words"), [
    (0, "today"), (1, "yesterday"), (-1, "tomorrow"), (13, "13 days ago"), (-5, "in 5 days"), (14, "2 weeks ago"),
    (54, "7 weeks ago"), (61, "2 months ago"), (700, "23 months ago"), (730, "2 years ago"), (-30, "in 4 weeks"),
])  # fmt: skip
def test_how_long_ago_is_said_as_a_person_would(days, words):
    assert how_long(days) == words


def test_a_day_is_said_in_full():
    assert day(dt.date(2026, 3, 12)) == "12 March 2026"


def test_small_children_have_months_and_the_unborn_a_day_to_wait_for(settings):
    from goldenthread.record.access import today

    assert age(Person(expected_on=dt.date(2031, 5, 3))) == "unborn, expected 3 May 2031"
    assert age(Person(born_on=today())) == "0 months"
    assert age(Person(born_on=today() - dt.timedelta(800))) == "2"
    assert age(Person()) == ""
