"""A dispute climbs by days unanswered, and no faster: the plain reckoning, without a record."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.oversight import disputes
from goldenthread.oversight.disputes import LAST, Put, answer_by, goes_up, working_days
from goldenthread.oversight.disputing import whole_days
from goldenthread.oversight.here import DISPUTE

MONDAY = dt.date(2025, 3, 3)


def stage(*given):
    return disputes.stage(*given, whole=20)


def put(step: int = 1, on: dt.date = MONDAY, after: int = 0) -> Put:
    return Put(step, on, answer_by(on, step, DISPUTE), after)


def on(day: int) -> dt.date:
    return dt.date(2025, 3, day)


@pytest.mark.parametrize("day, waits_for, late, goes", [(3, "answer", 0, None), (10, "answer", 0, None), (11, "answer", 1, 2),
                                                         (14, "answer", 4, 2)])  # fmt: skip
def test_the_fifth_working_day_is_in_time_and_the_next_morning_it_goes_up(day, waits_for, late, goes):
    now = stage(MONDAY, [put()], [], None, on(day))
    assert (now.step, now.answer_by, now.waits_for, now.late) == (1, on(10), waits_for, late)
    assert goes_up(now, on(day)) == goes


def test_a_bank_holiday_and_a_weekend_are_not_working_days():
    assert answer_by(dt.date(2025, 4, 17), 1, DISPUTE) == dt.date(2025, 4, 28)  # Good Friday, Easter Monday
    assert working_days(dt.date(2025, 4, 17), dt.date(2025, 4, 22)) == 1


def test_answered_it_waits_for_the_officer_and_does_not_climb():
    now = stage(MONDAY, [put()], [on(7)], None, on(28))
    assert (now.waits_for, now.goes_up_on, now.late) == ("officer", None, 0)
    assert goes_up(now, on(28)) is None


def test_taken_further_on_the_day_of_the_answer_the_answer_is_not_the_next_steps():
    now = stage(MONDAY, [put(), put(2, on(7), after=1)], [on(7)], None, on(7))
    assert (now.step, now.waits_for) == (2, "answer")


def test_it_never_goes_above_the_director_however_late():
    now = stage(MONDAY, [put(LAST)], [], None, on(31))
    assert (goes_up(now, on(31)), now.late > 0) == (None, True)


def test_resolved_it_is_over_and_as_it_was_before_that_day():
    puts = [put()]
    assert stage(MONDAY, puts, [], on(6), on(6)).waits_for == "over"
    assert stage(MONDAY, puts, [], on(6), on(5)).waits_for == "answer"


def test_the_whole_way_has_twenty_working_days():
    assert sum(DISPUTE) == whole_days() == 20
    now = stage(MONDAY, [put()], [], None, on(4))
    assert (now.ends_by, now.left) == (on(31), 19)
    assert stage(MONDAY, [put()], [], None, dt.date(2025, 4, 2)).left == -2


@given(st.lists(st.integers(0, 9), max_size=40))
def test_run_on_whatever_days_it_climbs_one_step_at_a_time_and_each_step_has_its_days(gaps):
    puts, day = [put()], MONDAY
    for gap in gaps:
        day += dt.timedelta(gap)
        while up := goes_up(stage(MONDAY, puts, [], None, day), day):
            puts.append(put(up, day))
    assert [each.step for each in puts] == list(range(1, len(puts) + 1))
    assert all(before.answer_by < after.on for before, after in pairwise(puts))
