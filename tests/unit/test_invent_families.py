"""Families follow from the numbers of their children."""

import numpy as np

from goldenthread.invent.chance import Chance
from goldenthread.invent.families import families

CHILDREN = np.arange(1200)


def test_every_family_is_whole():
    home = families(Chance(1), CHILDREN)
    for family in np.unique(home.family):
        mine = home.family == family
        assert home.size[mine].tolist() == [mine.sum()] * mine.sum()
        assert home.place[mine].tolist() == list(range(mine.sum()))


def test_some_children_have_brothers_and_sisters_and_some_have_none():
    sizes = set(families(Chance(1), CHILDREN).size)
    assert {1, 2, 3} <= sizes


def test_a_child_s_family_does_not_depend_on_who_else_is_invented():
    alone = families(Chance(1), CHILDREN[24:60])
    assert np.array_equal(alone.family, families(Chance(1), CHILDREN).family[24:60])


def test_no_two_families_share_a_number():
    home = families(Chance(1), CHILDREN)
    assert all(np.ptp(CHILDREN[home.family == family]) < 12 for family in np.unique(home.family))
