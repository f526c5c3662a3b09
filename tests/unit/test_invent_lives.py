"""Lives as far as they had happened, and what recurs in them."""

import numpy as np
import pytest

from goldenthread.invent.chance import Chance
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Cases, Lives

AS_AT = 20_000
NONE = np.zeros(0, np.int64)


def lives():
    return Lives(AS_AT - 2000, AS_AT, posts=1)


def cases(number=50):
    child = np.arange(number)
    return Cases(lives(), Chance(1), child, child * 16, child * 16, {})


def test_what_has_not_happened_yet_is_left_out():
    known = lives()
    known.add("core_group", np.array([1, 2]), np.array([AS_AT, AS_AT + 1]))
    assert known.table("core_group")["subject"].tolist() == [1]


def test_an_end_that_has_not_come_yet_is_open_and_what_is_known_at_the_end_is_not_known():
    known = lives()
    known.add(
        "referral", np.array([1, 2]), np.array([100, 100]), np.array([AS_AT, AS_AT + 1]), closure_reason="RC7",
        at_end=("closure_reason",),
    )  # fmt: skip
    assert known.table("referral")["end"].tolist() == [AS_AT, NEVER]
    assert known.table("referral")["closure_reason"].tolist() == ["RC7", ""]


def test_a_child_not_yet_born_is_known():
    known = lives()
    known.add("person", np.array([1]), np.array([AS_AT + 50]))
    known.settle()
    assert len(known.table("person")) == 1


def test_a_fact_that_the_noun_has_not_is_a_mistake():
    with pytest.raises(KeyError, match="colour"):
        lives().add("core_group", np.array([1]), np.array([100]), colour="blue")


def test_settled_facts_are_in_order_of_subject_and_day():
    known = lives()
    known.add("core_group", np.array([2, 1, 1]), np.array([10, 30, 20]))
    known.settle()
    facts = known.table("core_group")
    assert list(zip(facts["subject"], facts["start"], strict=True)) == [(1, 20), (1, 30), (2, 10)]


def test_what_recurs_never_leaves_longer_than_was_said():
    again = cases().again("visits", AS_AT - 400, AS_AT - 10, (2, 6), (10, 20))
    for which in range(50):
        day = np.sort(again.day[again.which == which])
        assert 1 <= day[0] - (AS_AT - 400) <= 6
        assert np.diff(day).min() >= 1
        assert np.diff(day).max() <= 20
        assert AS_AT - 10 - day[-1] <= 20


def test_what_recurs_stops_before_the_end_and_at_as_at():
    assert cases().again("visits", AS_AT - 100, AS_AT - 40, (5, 9)).day.max() < AS_AT - 40
    assert cases().again("visits", AS_AT - 100, NEVER, (5, 9)).day.max() <= AS_AT


def test_the_first_second_and_last_time_are_told():
    again = cases(3).again("visits", AS_AT - 100, np.array([AS_AT, AS_AT, AS_AT - 100]), (5, 9))
    assert again.nth(1)[2] == NEVER
    assert again.nth(2)[0] == np.sort(again.day[again.which == 0])[1]
    assert again.last(np.full(3, 7))[2] == 7
    assert again.last(np.full(3, 7))[1] == again.day[again.which == 1].max()


def test_nobody_recurs_nothing():
    nobody = cases().of(NONE)
    assert len(nobody.again("visits", NONE, NONE, (1, 2)).day) == 0
