"""Small numbers are suppressed, and cannot be worked out from what is told."""

import itertools
from random import Random

import pytest

from goldenthread.oversight.suppression import MOST, SUPPRESSED, suppress, suppress_row


def worked_out(told: list[list], down: bool = True, most: int = 9) -> list[tuple[int, int]]:
    """The suppressed places of a small table that a reader can fill in, who tries every number from 1 in each."""
    inner = [(r, c) for r in range(len(told) - down) for c in range(len(told[0]) - 1)]
    free = [(r, c) for r, c in inner if told[r][c] == SUPPRESSED]
    could_be = {(r, c): set() for r, row in enumerate(told) for c, number in enumerate(row) if number == SUPPRESSED}
    for tried in itertools.product(range(1, most + 1), repeat=len(free)):
        put = dict(zip(free, tried, strict=True))
        rows = [[put.get((r, c), told[r][c]) for c in range(len(told[0]) - 1)] for r in range(len(told) - down)]
        whole = [[*each, sum(each)] for each in rows]
        whole += [[sum(each) for each in zip(*whole, strict=True)]] * down
        if all(told[r][c] in (SUPPRESSED, number) for r, each in enumerate(whole) for c, number in enumerate(each)):
            for r, c in could_be:
                could_be[r, c].add(whole[r][c])
    return [place for place, numbers in could_be.items() if len(numbers) < 2]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([0, 7, 12], [0, 7, 12, 19]),
        ([3, 7, 12], ["c", "c", 12, 22]),
        ([3, 4, 12], ["c", "c", 12, 19]),
        ([1, 2], ["c", "c", "c"]),
        ([3, 0], ["c", 0, "c"]),
        ([2, 40, 9], ["c", 40, "c", 51]),
    ],
)
def test_a_row_with_its_total(numbers, told):
    names = "abcd"[: len(numbers)]
    assert list(suppress_row(dict(zip(names, numbers, strict=True))).values()) == told


def test_ones_that_fill_their_total_are_not_given_away():
    told = suppress([[1, 1, 1, 1, 1, 1]], down=False)
    assert told[0][-1] == SUPPRESSED


def test_no_small_number_is_told():
    random = Random("small")
    for _ in range(200):
        rows = [[random.choice([0, 1, 3, 5, 6, 9, 40]) for _ in range(random.randrange(1, 8))]]
        rows += [[random.choice([0, 0, 2, 8, 30]) for _ in rows[0]] for _ in range(random.randrange(6))]
        told = suppress(rows)
        assert not [number for row in told for number in row if number != SUPPRESSED and 1 <= number <= MOST]


def test_no_suppressed_number_can_be_worked_out_from_what_is_told():
    random = Random("worked out")
    for _ in range(60):
        rows = [[random.choice([0, 1, 2, 5, 6, 7]) for _ in range(2)] for _ in range(2)]
        told = suppress(rows)
        assert worked_out(told) == [], (rows, told)
    for _ in range(60):
        told = suppress([[random.choice([0, 1, 2, 6, 8]) for _ in range(4)]], down=False)
        assert worked_out(told, down=False) == [], told


def test_the_test_would_see_it():
    assert worked_out([["c", 7, 9], ["c", 7, 9]]) != []


def test_what_need_not_be_suppressed_is_told():
    assert suppress([[10, 20], [30, 0]]) == [[10, 20, 30], [30, 0, 30], [40, 20, 60]]
    told = suppress([[2, 20, 30, 41], [9, 20, 30, 40], [8, 20, 30, 40]])
    assert sum(number == SUPPRESSED for row in told for number in row) <= 6
    assert suppress([], down=False) == []
