"""Verbs: mistakes are told when the rule is made, in its author's words."""

import pytest

from goldenthread.errors import StandardError
from goldenthread.standards.language import GUIDANCE, LAW, always, days, every, hours, never, under, within
from goldenthread.standards.vocabulary import (
    allocation,
    assessment,
    case_summary,
    looked_after,
    missing,
    referral,
    return_interview,
    review,
    supervision,
)

TEN = days(10, force=LAW)


def mistake(make) -> str:
    with pytest.raises(StandardError) as told:
        make()
    return str(told.value)


@pytest.mark.parametrize(
    "make, where",
    [
        (lambda: within(10, of=looked_after, expect=review), "within"),
        (lambda: within(TEN, of=looked_after, expect=review, look_back=5), "look_back"),
        (lambda: within(TEN, of=looked_after, expect=review, not_before=5), "not_before"),
        (lambda: every("10 days", during=looked_after, expect=review), "every"),
        (lambda: always(allocation, during=looked_after, grace=5), "grace"),
    ],
)
def test_a_limit_has_a_unit(make, where):
    assert mistake(make).startswith(f"{where} needs a limit with its unit: write working_days(20, force=LAW), not")


@pytest.mark.parametrize(
    "make",
    [
        lambda: within(TEN, of=referral, expect=assessment),
        lambda: every(TEN, during=looked_after, expect=assessment),
    ],
)
def test_what_is_expected_happens_on_a_day(make):
    told = mistake(make)
    assert told.startswith("'assessment' lasts; ")
    assert told.endswith("such as assessment.started.")


@pytest.mark.parametrize(
    "make",
    [
        lambda: every(TEN, during=review, expect=review),
        lambda: always(review, during=looked_after, force=LAW),
        lambda: always(allocation, during=review, force=LAW),
    ],
)
def test_during_and_what_must_hold_last(make):
    assert "'review' happens on a day" in mistake(make)


@pytest.mark.parametrize(
    "make",
    [
        lambda: within(TEN, of="referral", expect=review),
        lambda: within(TEN, of=looked_after, expect=None),
        lambda: every(TEN, during=7, expect=review),
        lambda: never("missing", force=LAW),
    ],
)
def test_a_verb_takes_nouns(make):
    assert "takes a noun of the vocabulary, such as looked_after, not" in mistake(make)


@pytest.mark.parametrize(
    "make",
    [
        lambda: within(TEN, of=looked_after, expect=supervision),
        lambda: every(TEN, during=looked_after, expect=supervision),
    ],
)
def test_a_standard_is_about_one_subject(make):
    told = mistake(make)
    assert "'looked_after' is about a child and 'supervision' about a worker" in told


def test_a_link_is_a_fact_of_both():
    assert "'case_summary' has no fact 'referral_id'" in mistake(
        lambda: within(TEN, of=referral, expect=case_summary, linked_by="referral_id")
    )
    assert "'missing' has no fact 'referral_id'" in mistake(
        lambda: within(TEN, of=missing, expect=return_interview, linked_by="referral_id")
    )


@pytest.mark.parametrize("name", ["from_", "until"])
def test_a_bound_is_a_limit_a_noun_or_the_nth(name):
    told = mistake(lambda: every(TEN, during=looked_after, expect=review, **{name: "2025-01-01"}))
    assert told == f"every({name}=) takes a limit, a noun or review.nth(1), not '2025-01-01'."


@pytest.mark.parametrize(
    "make",
    [
        lambda: every(hours(72, force=LAW), during=looked_after, expect=review),
        lambda: every(TEN, during=looked_after, expect=review, until=hours(72, force=LAW)),
        lambda: always(allocation, during=looked_after, grace=hours(72, force=LAW)),
        lambda: within(TEN, of=looked_after, expect=review, look_back=hours(72, force=LAW)),
    ],
)
def test_hours_are_for_within(make):
    assert "is judged by the day: write days(3, …), not hours(72, …)" in mistake(make)


def test_always_takes_its_force_once():
    assert "takes its force from grace" in mistake(lambda: always(allocation, during=looked_after))
    assert "takes its force from grace" in mistake(
        lambda: always(allocation, during=looked_after, grace=TEN, force=LAW)
    )


@pytest.mark.parametrize("force", [None, "law"])
def test_never_takes_its_force(force):
    with pytest.raises((StandardError, TypeError)) as told:
        never(missing, force=force)
    assert "never(…) needs its force" in str(told.value)


def test_a_verb_has_the_force_of_its_limit_or_the_one_stated():
    assert within(TEN, of=looked_after, expect=review).force is LAW
    assert every(days(7, force=GUIDANCE), during=looked_after, expect=review).force is GUIDANCE
    assert always(allocation, during=looked_after, grace=TEN).force is LAW
    assert always(allocation, during=looked_after, force=GUIDANCE).force is GUIDANCE
    assert never(missing, force=GUIDANCE).force is GUIDANCE


def test_a_verb_knows_every_noun_it_is_about_bounds_too():
    rule = every(TEN, during=looked_after, expect=review, from_=under(5), until=missing.started)
    assert [noun.title for noun in rule.nouns()] == ["looked_after", "review", "person", "missing"]


def test_what_came_before_counts_or_what_comes_soon_does_not():
    told = mistake(lambda: within(TEN, of=looked_after, expect=review, look_back=TEN, not_before=days(3, force=LAW)))
    assert told.startswith("within(…) takes look_back or not_before")


def test_how_soon_is_too_soon_is_said_with_the_limit():
    rule = within(TEN, of=looked_after, expect=review, not_before=days(3, force=LAW))
    assert rule.limit_words == "10 days, and not sooner than 3 days"


@pytest.mark.parametrize(
    "make",
    [
        lambda rise: within(TEN, of=rise.lasting(TEN), expect=review),
        lambda rise: within(TEN, of=review, expect=rise),
        lambda rise: every(TEN, during=looked_after, expect=rise),
        lambda rise: always(allocation, during=rise.lasting(TEN), force=LAW),
    ],
)
def test_a_rise_is_asked_about_by_itself(make):
    assert mistake(lambda: make(review.rising(3, within=TEN))).startswith("A rise is asked about by itself: never(")
