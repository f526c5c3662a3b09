"""What is true of every duty of every thread, whatever the rule."""

import datetime as dt
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from tests.generative import rules, threads

from goldenthread.standards import reference
from goldenthread.standards.examples import Case

THREADS = 600

STATUSES = {
    "within": {"met", "late", "due", "overdue", "ceased"},
    "every": {"met", "late", "due", "overdue", "ceased"},
    "always": {"met", "not_met", "due", "ceased"},
    "never": {"not_met", "ceased"},
}


@cache
def judged(verb: str) -> list[tuple[Case, list[dict]]]:
    """Random cases of a verb with their duties."""
    random = Random(verb)
    cases = [threads.case(random, rules.standard(random, verb, number)[0]) for number in range(THREADS)]
    return [(case, reference.judge(case.standard, case.facts, case.as_at)) for case in cases]


def duties_of(verb: str) -> list[dict]:
    return [duty for _, duties in judged(verb) for duty in duties]


@pytest.mark.parametrize("verb", STATUSES)
def test_a_verb_has_its_own_statuses_and_shows_them_all(verb):
    assert {duty["status"] for duty in duties_of(verb)} == STATUSES[verb]


@pytest.mark.parametrize("verb", STATUSES)
def test_days_over_are_of_what_was_not_kept_in_time(verb):
    for duty in duties_of(verb):
        assert duty["days_over"] >= 0
        assert duty["status"] in ("late", "overdue", "not_met") or duty["days_over"] == 0


@pytest.mark.parametrize("verb", STATUSES)
def test_nothing_is_known_that_comes_after_the_day_as_at(verb):
    for case, duties in judged(verb):
        for duty in duties:
            days = [duty["opened_on"], duty["done_on"], duty["closed_on"]]
            assert all(day <= case.as_at for day in days if day)


@pytest.mark.parametrize("verb", STATUSES)
def test_what_is_due_is_neither_done_nor_closed_and_what_is_kept_is_done(verb):
    for duty in duties_of(verb):
        if duty["status"] == "due":
            assert duty["done_on"] is None
            assert duty["closed_on"] is None
        if duty["status"] in ("met", "late"):
            assert duty["done_on"] is not None
        if duty["status"] == "ceased":
            assert duty["closed_on"] is not None


def test_the_intervals_of_a_period_follow_one_another():
    followed = 0
    for case, duties in judged("every"):
        for one, following in pairwise(duties if _has_one_period(case) else []):
            assert one["done_on"] == following["opened_on"]
            followed += 1
    assert followed


def _has_one_period(case: Case) -> bool:
    subject = reference.Subject(case.facts, case.as_at)
    return len(subject.items(case.standard.rule.during)) == 1


@pytest.mark.parametrize("verb", ["within", "every"])
def test_what_was_met_stays_met_on_every_later_day(verb):
    stayed = 0
    for case, duties in judged(verb):
        later = reference.judge(case.standard, case.facts, case.as_at + dt.timedelta(30))
        for duty in duties:
            if duty["status"] == "met":
                assert duty in later
                stayed += 1
    assert stayed
