"""The facts behind a question: those in its window, and the past they are held against."""

import datetime as dt

from goldenthread.standards.behind import behind
from goldenthread.standards.book import by_id


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def happened(*days: str, first: int = 1, **said) -> list[dict]:
    return [{"happened_on": day(each), "ref": n, **said} for n, each in enumerate(days, first)]


def told(standard_id, facts, opened_on):
    return [(str(each.day), each.one, each.ref, each.before) for each in behind(by_id(standard_id)[0], facts, day(opened_on))]


def test_a_rise_shows_what_rose_and_the_past_it_is_held_against():
    facts = {"contact": happened("2023-05-01", "2024-06-03", "2025-01-06", "2025-02-03", "2025-03-03", "2025-03-17")}
    one = "a contact about the child"
    assert told("escalating-contacts", facts, "2025-03-03") == [
        ("2024-06-03", one, 2, True), ("2025-01-06", one, 3, False), ("2025-02-03", one, 4, False),
        ("2025-03-03", one, 5, False),
    ]  # fmt: skip


def test_signs_of_different_kinds_are_each_called_by_their_own_name():
    facts = {
        "changed_child": happened("2025-01-13", kind="hostile"), "low_attendance": happened("2025-03-03", first=9),
        "missing": [{"started_on": day("2025-02-03"), "ended_on": None, "ref": 5, "kind": "M"}],
    }  # fmt: skip
    assert told("signs-together", facts, "2025-03-03") == [
        ("2025-01-13", "a change in how the child is", 1, False), ("2025-02-03", "a missing episode", 5, False),
        ("2025-03-03", "attendance below 90%", 9, False),
    ]  # fmt: skip


def test_a_score_that_rose_is_shown_with_the_one_before():
    facts = {"sdq": happened("2024-03-04", score=6) + happened("2025-03-03", first=2, score=11)}
    assert [(day, one[-2:], before) for day, one, _, before in told("strengths-and-difficulties-risen", facts, "2025-03-03")] == [
        ("2024-03-04", " 6", True), ("2025-03-03", "11", False),
    ]  # fmt: skip


def test_what_counts_nothing_has_nothing_behind_it():
    assert told("risk-person-at-home", {"risk_person_at_home": []}, "2025-03-03") == []
