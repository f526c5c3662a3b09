"""Every planted failing is found, and nobody else is accused.

An authority is invented, written, read and judged, and what is found is held against truth.csv (conftest.py).
"""

from tests.generative.conftest import CHILDREN

from goldenthread.standards.book import book


def test_every_planted_failing_is_found(authority):
    truth, found = authority
    assert truth
    assert sorted(set(truth) - found) == []


def test_nobody_else_is_accused(authority):
    truth, found = authority
    assert sorted(found - set(truth)) == []


def test_a_stated_share_of_the_children_is_planted(authority):
    truth, _ = authority
    planted = {subject for (subject, _, _), row in truth.items() if subject.startswith("C") and row["implied"] == "no"}
    assert 0.11 * CHILDREN < len(planted) <= 0.19 * CHILDREN


def test_failings_of_many_kinds_are_planted_and_all_are_in_the_book(authority):
    truth, _ = authority
    kinds = {standard for _, standard, _ in truth}
    assert len(kinds) >= 100
    assert kinds <= {standard.id for standard in book()}
