"""Chance that is the same for the same seed, child and question, in whatever order and chunk it is asked.

Each draw is a hash of (seed, key, name, step), so that no draw depends on any other: a million children can be invented
in chunks of any size, and child 7 is always the same child 7. The hash is the finaliser of SplitMix64 (Steele, Lea and
Flood, "Fast splittable pseudorandom number generators", 2014).
"""

import zlib
from dataclasses import dataclass

import numpy as np

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_ONE = np.uint64(0xBF58476D1CE4E5B9)
_TWO = np.uint64(0x94D049BB133111EB)


def _mixed(number: np.ndarray) -> np.ndarray:
    number = (number ^ (number >> np.uint64(30))) * _ONE
    number = (number ^ (number >> np.uint64(27))) * _TWO
    return number ^ (number >> np.uint64(31))


@dataclass(frozen=True)
class Chance:
    """Draws for arrays of keys (whole numbers); `name` says what is being decided, `step` which time it is decided."""

    seed: int

    def share(self, keys, name: str, step=0) -> np.ndarray:
        """A number in [0, 1) for each key."""
        salt = np.uint64((self.seed * 0x100000001B3 + zlib.crc32(name.encode())) & 0xFFFFFFFFFFFFFFFF)
        with np.errstate(over="ignore"):
            number = _mixed(np.asarray(keys).astype(np.uint64) * _GOLDEN + salt)
            number = _mixed(number + np.asarray(step).astype(np.uint64) * _GOLDEN)
        return (number >> np.uint64(11)) * 2.0**-53

    def whole(self, keys, name: str, low, high, step=0) -> np.ndarray:
        """A whole number from low to high, both in."""
        low, high = np.asarray(low), np.asarray(high)
        return (low + np.floor(self.share(keys, name, step) * (high - low + 1))).astype(np.int64)

    def yes(self, keys, name: str, share, step=0) -> np.ndarray:
        """True for about this share of the keys."""
        return self.share(keys, name, step) < share

    def pick(self, keys, name: str, choices: dict, step=0) -> np.ndarray:
        """One of the choices, as often as their weights say."""
        limits = np.cumsum(np.array(list(choices.values()), dtype=float))
        which = np.searchsorted(limits, self.share(keys, name, step) * limits[-1], side="right")
        return np.array(list(choices))[which]
