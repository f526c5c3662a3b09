"""Every standard of the book stands at a step, and beside each step stands whether it was done well."""

import pytest

from goldenthread.oversight import steps
from goldenthread.standards.book import book
from goldenthread.standards.catalogue.words import AREAS

IDS = {standard.id for standard in book()}


def test_every_area_and_so_every_standard_has_its_step():
    assert set(AREAS) == steps.OF_AREA.keys()
    assert steps.by_standard().keys() == IDS
    assert set(steps.by_standard().values()) == steps.STEPS.keys(), "no step stands empty"


def test_what_is_named_is_in_the_book():
    named = {*steps.OF_STANDARD, *steps.BESIDE, *(each for ids in (steps.BESIDE | steps.BESIDE_STEP).values() for each in ids)}
    assert named <= IDS
    assert sum(map(len, steps.ELSEWHERE.values())) == len(steps.OF_STANDARD), "a standard stands at one step"


@pytest.mark.parametrize("step", steps.STEPS)
def test_beside_every_step_stands_whether_it_was_done_well(step):
    assert steps.beside_step(step)


def test_nothing_stands_beside_itself():
    assert not [standard for standard in IDS if standard in steps.beside(standard)]
    assert steps.beside("protection-visits")[0] == "protection-seen-alone"
    assert all(steps.beside(standard) for standard in IDS - {"record-silence", "exit-interview"})
