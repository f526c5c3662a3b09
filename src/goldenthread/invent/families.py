"""Families: which children are brothers and sisters, their mothers, and who else is in the home.

Children are numbered from 0. Each dozen of them is cut into families in one of a few ways, so that the family of a child
follows from its number alone.
"""

from dataclasses import dataclass

import numpy as np

from goldenthread.invent.chance import Chance

DOZEN = 12
_CUTS = (
    (1, 2, 3, 1, 1, 4), (2, 2, 1, 1, 3, 1, 1, 1), (1, 1, 1, 1, 2, 2, 4), (3, 1, 1, 2, 1, 3, 1), (1, 1, 2, 1, 5, 1, 1),
)  # fmt: skip
_FAMILY = np.array([np.repeat(np.arange(len(cut)), cut) for cut in _CUTS])
_PLACE = np.array([np.concatenate([np.arange(size) for size in cut]) for cut in _CUTS])
_SIZE = np.array([np.repeat(cut, cut) for cut in _CUTS])

SEXES = {"M": 51, "F": 48, "U": 1}
ETHNICITIES = {
    "WBRI": 62, "WOTH": 6, "MWBC": 4, "MWAS": 2, "MOTH": 4, "APKN": 5, "AIND": 2, "ABAN": 2, "BAFR": 5, "BCRB": 2,
    "AOTH": 2, "OOTH": 2, "WROM": 1, "WIRT": 1,
}  # fmt: skip

_FORENAMES = """Alder Amber Aspen Aven Bay Beck Birch Blythe Bracken Briar Brook Bryn Cedar Clay Clover Coral Cove Cress Dale Dell
Elder Ember Fern Finch Flint Garnet Glen Grove Harper Haven Hawk Hazel Heath Heron Holly Indigo Iris Ivy Jade Jasper
Jay Juniper Kestrel Lake Lark Laurel Leaf Linden Marlo Marsh Merle Moss Myrtle Oak Olive Opal Otter Pebble Perrin Pine
Quill Rain Raven Reed Ridge River Robin Rowan Rue Rush Sage Sky Sorrel Stone Storm Sunny Swift Tansy Teal Thorn Tide
Vale Violet Wade Willow Wren Yarrow Zephyr"""
FORENAMES = tuple(_FORENAMES.split())
SURNAMES = tuple(
    first + last
    for last in ("bourne", "combe", "field", "ham", "ley", "mere", "stead", "thorpe", "worth")
    for first in ("Example", "Invent", "Madeup", "Mock", "Place", "Pretend", "Sample", "Tester", "Trial")
)


@dataclass(frozen=True)
class Families:
    """The family of each child: its number, the child's place in it (0 is the eldest), and how many they are."""

    family: np.ndarray
    place: np.ndarray
    size: np.ndarray


def families(chance: Chance, child: np.ndarray) -> Families:
    """The families of these children."""
    dozen, seat = child // DOZEN, child % DOZEN
    cut = chance.whole(dozen, "how a dozen children are cut into families", 0, len(_CUTS) - 1)
    return Families(dozen * DOZEN + _FAMILY[cut, seat], _PLACE[cut, seat], _SIZE[cut, seat])


def new_partner(chance: Chance, family: np.ndarray) -> np.ndarray:
    """Whether a step-parent or partner is part of the family."""
    return chance.yes(family, "a step-parent or partner", 0.3)
