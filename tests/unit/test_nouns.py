"""Nouns: mistakes are told when the noun is made, in its author's words."""

import pytest

from goldenthread.errors import StandardError
from goldenthread.standards import vocabulary
from goldenthread.standards.language import LAW, at_least, days, hours, known, months, one_of, reached, under
from goldenthread.standards.language.facts import Fact, yes_no
from goldenthread.standards.language.needed import ends_used
from goldenthread.standards.language.nouns import events, periods, words_of_end
from goldenthread.standards.vocabulary import (
    carer_visit,
    legal_status,
    looked_after,
    missing,
    placement,
    protection_visit,
    review,
    sdq,
    supervision,
)


def mistake(make) -> str:
    with pytest.raises(StandardError) as told:
        make()
    return str(told.value)


# ----------------------------------------------------------------------------------------------------------- CONDITIONS


def test_a_fact_it_does_not_have_is_told_with_those_it_has_and_the_nearest():
    told = mistake(lambda: protection_visit.where(is_sen=True))
    assert told.startswith("'protection_visit' has no fact 'is_sen'. It has: is_seen, is_alone")
    assert "Did you mean 'is_seen'?" in told


def test_a_noun_without_facts_says_it_has_none():
    assert mistake(lambda: supervision.where(is_seen=True)) == "'supervision' has no fact 'is_seen'. It has: none."


@pytest.mark.parametrize(
    "make, told",
    [
        (lambda: protection_visit.where(is_seen="yes"), "The fact 'is_seen' is True or False; 'yes' is not."),
        (lambda: protection_visit.where(is_seen=1), "The fact 'is_seen' is True or False; 1 is not."),
        (lambda: placement.where(type=True), "The fact 'type' is text; True is not."),
        (lambda: placement.where(type=one_of("K2", 4)), "The fact 'type' is text; 4 is not."),
        (lambda: placement.where(distance=at_least("20")), "The fact 'distance' is a whole number; '20' is not."),
        (lambda: placement.where(distance=True), "The fact 'distance' is a whole number; True is not."),
    ],
)
def test_a_value_is_of_its_facts_kind(make, told):
    assert mistake(make) == told


def test_a_condition_names_a_fact():
    assert mistake(placement.where).startswith("placement.where(…) names at least one fact. It has: ")


def test_known_fits_every_kind():
    assert placement.where(type=known, distance=known, has_urn=known).facts_used() == {
        ("placement", "type"), ("placement", "distance"), ("placement", "has_urn"),
    }  # fmt: skip


# ----------------------------------------------------------------------------------------------------------------- BOTH


def test_the_right_of_and_lasts():
    told = mistake(lambda: looked_after & review)
    assert told == "'review' happens on a day; the right of & needs something that lasts."


def test_and_joins_nouns_about_the_same_subject():
    told = mistake(lambda: carer_visit & looked_after)
    assert told.startswith("'carer_visit' is about a carer and 'looked_after' about a child")


def test_and_takes_a_noun():
    assert "takes a noun of the vocabulary, such as looked_after, not 'looked_after'" in mistake(
        lambda: review & "looked_after"
    )


def test_both_lasts_as_its_left_does_and_has_its_facts_and_words():
    visits = protection_visit & looked_after
    assert (visits.lasts, visits.facts, visits.one) == (False, protection_visit.facts, protection_visit.one)
    assert (missing & looked_after).lasts


# --------------------------------------------------------------------------------------------------------------- EITHER


def test_either_joins_what_lasts_with_what_lasts_and_what_happens_with_what_happens():
    assert mistake(lambda: looked_after | review) == (
        "'review' happens on a day; looked_after | needs something that lasts."
    )
    assert mistake(lambda: review | looked_after).startswith("'looked_after' lasts; review | needs something that happens")


def test_either_joins_nouns_about_the_same_subject():
    assert mistake(lambda: carer_visit | review).endswith(": | joins nouns about the same subject.")


def test_either_is_said_as_either_and_has_no_facts_of_its_own():
    plan = vocabulary.need_plan | vocabulary.protection_plan
    assert plan.one == "a child in need plan or a child protection plan"
    assert plan.began == "A child in need plan began, or a child protection plan began"
    assert words_of_end(plan) == "The child in need plan ended, or the child protection plan ended"
    assert "has no fact 'category'. It has: none." in mistake(lambda: plan.where(category="NEG"))


def test_either_needs_all_that_its_sides_need():
    noun = placement.where(type="U1") | legal_status.where(code="E1")
    assert [part.name for part in noun.parts()] == ["placement", "legal_status"]
    assert noun.facts_used() == {("placement", "type"), ("legal_status", "code")}


# -------------------------------------------------------------------------------------------------------------- LENGTHS


@pytest.mark.parametrize("limit", [hours(72, force=LAW), days(28, force=LAW, beginning_with=True), days(0, force=LAW)])
def test_a_length_is_of_whole_days_and_begins_with_its_first(limit):
    for make in (review.lasting, looked_after.after):
        assert "is a length in whole days" in mistake(lambda make=make: make(limit))
    assert "is a length in whole days" in mistake(lambda: review.rising(3, within=limit))
    assert "is a length in whole days" in mistake(lambda: missing.exceeding(days(3, force=LAW), within=limit))


def test_only_what_happens_lasts_so_long_and_only_what_lasts_goes_on_after():
    assert mistake(lambda: missing.lasting(days(3, force=LAW))).startswith("'missing' lasts; lasting needs")
    assert mistake(lambda: review.after(days(3, force=LAW))).startswith("'review' happens on a day; after needs")
    assert mistake(lambda: review.exceeding(days(3, force=LAW), within=days(28, force=LAW))).startswith("'review' happens")
    assert mistake(lambda: review.sooner_than(days(3, force=LAW), after=missing)).startswith("'missing' lasts;")


def test_what_is_exceeded_is_a_number_of_days():
    assert "adds up days" in mistake(lambda: missing.exceeding(months(3, force=LAW), within=months(12, force=LAW)))


def test_a_rise_is_to_two_at_least_and_twofold_at_least():
    quarter = days(90, force=LAW)
    for make in (lambda: review.rising(1, within=quarter), lambda: review.rising(3, within=quarter, fold=1)):
        assert "both are at least 2" in mistake(make)


def test_more_is_of_a_number_and_at_least_one():
    assert "is no number" in mistake(lambda: sdq.more_by(5, "reason"))
    assert "more is at least 1" in mistake(lambda: sdq.more_by(0, "score"))
    assert "has no fact 'scores'" in mistake(lambda: sdq.more_by(5, "scores"))


def test_kinds_are_counted_of_several_nouns_only():
    three = (review | sdq | missing.started).called("a sign").repeated(2, within=days(9, force=LAW), different="noun")
    assert three.kinds == (review, sdq, missing.started)
    assert three.began.endswith(", the second kind within 9 days")
    assert "has no fact 'noun'" in mistake(lambda: review.repeated(2, within=days(9, force=LAW), different="noun"))


def test_new_nouns_are_said_in_words():
    week = days(7, force=LAW)
    assert review.lasting(week).one == "the 7 days after a looked-after review"
    assert words_of_end(review.lasting(week)) == "The 7 days after a looked-after review were over"
    assert review.sooner_than(week, after=missing.ended).one == (
        "a looked-after review sooner than 7 days after the end of a missing episode"
    )
    assert missing.after(week).one == "a missing episode that has lasted 7 days"
    assert missing.exceeding(week, within=months(3, force=LAW)).began == (
        "There came to be more than 7 days of a missing episode within 3 months"
    )
    assert review.rising(3, within=week).began == (
        "A looked-after review was held, for the third time within 7 days and at least twice as often as in the 7 days "
        "before that"
    )


def test_the_end_of_a_period_matters_to_what_goes_on_after_and_adds_up_but_not_to_what_lasts_so_long():
    week = days(7, force=LAW)
    assert ends_used(missing.after(week), False) == {"missing"}
    assert ends_used(missing.exceeding(week, within=months(3, force=LAW)), False) == {"missing"}
    assert ends_used(missing.started.lasting(week), True) == set()
    assert ends_used(missing | looked_after, True) == {"missing", "looked_after"}


# ------------------------------------------------------------------------------------------------ WHAT LASTS OR HAPPENS


@pytest.mark.parametrize("make", [lambda: review.started, lambda: review.ended])
def test_only_what_lasts_starts_and_ends(make):
    assert "'review' happens on a day" in mistake(make)


def test_only_what_happens_is_repeated_or_counted():
    told = mistake(lambda: missing.repeated(3, within=days(90, force=LAW)))
    assert told == "'missing' lasts; repeated needs something that happens on a day, such as missing.started."
    assert "such as placement.started" in mistake(lambda: placement.nth(1))


def test_repeated_means_at_least_two():
    assert mistake(lambda: review.repeated(1, within=days(90, force=LAW))) == (
        "review.repeated(1): repeated means at least 2."
    )


def test_repeated_has_a_window_with_its_unit():
    assert "a limit with its unit" in mistake(lambda: review.repeated(3, within=90))


def test_repeated_counts_by_a_fact_that_there_is():
    assert "'placement' has no fact 'kind'" in mistake(
        lambda: placement.started.repeated(3, within=days(90, force=LAW), different="kind")
    )


def test_the_first_is_one():
    assert mistake(lambda: review.nth(0)) == "review.nth(0): the first is 1."


# ------------------------------------------------------------------------------------------------- WHAT IT IS MADE FROM


def test_a_noun_knows_every_named_noun_it_is_made_from_the_one_it_is_about_first():
    noun = (placement.where(type="U1") & looked_after & under(5)).started
    assert [part.name for part in noun.parts()] == ["placement", "looked_after", "person"]
    assert noun.title == "placement"


def test_a_noun_knows_the_facts_its_conditions_look_at():
    noun = (placement.where(type="U1") & legal_status.where(code="E1")).started
    assert noun.facts_used() == {("placement", "type"), ("legal_status", "code")}


def test_counting_by_a_fact_looks_at_it():
    noun = placement.started.repeated(3, within=days(90, force=LAW), different="provider")
    assert noun.facts_used() == {("placement", "provider")}


def test_called_changes_the_words_and_nothing_else():
    visit = protection_visit.where(is_alone=True).called("a visit to the child alone")
    assert visit.one == "a visit to the child alone"
    assert visit.title == "protection_visit"
    assert (visit.began, visit.facts) == (protection_visit.began, protection_visit.facts)


def test_the_words_of_an_end_are_the_vocabularys():
    assert words_of_end(looked_after.where(need="N1")) == "The child ceased to be looked after"


@pytest.mark.parametrize(
    "age, one", [(under(5), "being under 5"), (reached(16), "being 16 or over"), (reached(16, 18), "being 16 to 17")]
)
def test_an_age_is_said_in_words(age, one):
    assert age.one == one


# ------------------------------------------------------------------------------------------------------- THE VOCABULARY


def test_a_new_noun_is_about_a_subject_there_is():
    told = mistake(lambda: events("bark", "a bark", happened="The dog barked", subject="dog"))
    assert told.startswith("The noun 'bark' is about a child or a worker")


def test_a_new_fact_is_of_a_kind_there_is():
    assert mistake(lambda: Fact("weight", "decimal", "the weight")) == (
        "The fact 'weight' is one of text, yes_no, number, day, not 'decimal'."
    )


def test_every_noun_of_the_vocabulary_is_said_in_words_and_named_once():
    for name, noun in vocabulary.NOUNS.items():
        assert getattr(vocabulary, name) is noun
        assert noun.one
        assert noun.began[0].isupper()
        assert not noun.began.endswith(".")
        assert bool(noun.ended_words) == noun.lasts
        assert len({fact.name for fact in noun.facts}) == len(noun.facts)


def test_two_nouns_made_alike_are_alike():
    assert periods("stay", "a stay", began="It began", ended="It ended", facts=[yes_no("is_long", "long")]) == periods(
        "stay", "a stay", began="It began", ended="It ended", facts=[yes_no("is_long", "long")]
    )
