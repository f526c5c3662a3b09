"""Chance that is the same for the same seed, key and question."""

import numpy as np
import pytest

from goldenthread.invent.chance import Chance

KEYS = np.arange(20_000)


def test_the_same_question_has_the_same_answer():
    assert np.array_equal(Chance(7).share(KEYS, "which way"), Chance(7).share(KEYS, "which way"))


def test_the_answer_does_not_depend_on_who_else_is_asked():
    together = Chance(7).share(KEYS, "which way")
    assert np.array_equal(Chance(7).share(KEYS[500:510], "which way"), together[500:510])


@pytest.mark.parametrize("other", [
    lambda: Chance(8).share(KEYS, "which way"),
    lambda: Chance(7).share(KEYS, "how far"),
    lambda: Chance(7).share(KEYS, "which way", 1),
    lambda: Chance(7).share(KEYS + 1, "which way"),
])  # fmt: skip
def test_another_seed_question_step_or_key_is_another_draw(other):
    assert abs(np.corrcoef(Chance(7).share(KEYS, "which way"), other())[0, 1]) < 0.03


def test_shares_are_spread_evenly_from_0_to_1():
    share = Chance(7).share(KEYS, "which way")
    assert share.min() >= 0
    assert share.max() < 1
    assert np.bincount((share * 10).astype(int)).min() > 1800


def test_a_whole_number_is_from_low_to_high_both_in():
    assert set(Chance(7).whole(KEYS, "how many", 3, 6)) == {3, 4, 5, 6}


def test_low_and_high_may_differ_from_key_to_key():
    low = np.array([0, 100])
    assert np.all(Chance(7).whole(np.array([1, 2]), "how many", low, low + 1) - low <= 1)


def test_choices_come_as_often_as_their_weights_say():
    chosen = Chance(7).pick(KEYS, "which", {"often": 3, "seldom": 1, "never": 0})
    assert set(chosen) == {"often", "seldom"}
    assert 0.73 < np.mean(chosen == "often") < 0.77
