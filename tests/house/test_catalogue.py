"""The catalogue as a whole: what every standard says of itself, and what no standard may do."""

from itertools import pairwise
from pathlib import Path

import pytest

from goldenthread.standards import reference
from goldenthread.standards.book import book
from goldenthread.standards.catalogue import words
from goldenthread.standards.examples import examples_of
from goldenthread.standards.language import LAW
from goldenthread.standards.language.verbs import Always, Every, Within

HERE = Path(__file__).parent
REFERENCE_IDS = set((HERE / "reference_ids.txt").read_text().split())
LIMIT_IS_LAW = set((HERE / "limit_is_law.txt").read_text().split())

ENACTED_NOT_COMMENCED = {"PP-08", "PP-09", "S47-15"}
QUESTIONS_ONLY = {"RQ-04", "RQ-09", "SO-06", "SO-07", "CV-01"}
EDITION_TO_BE_VERIFIED = {"FD-01", "AS-01", "S47-01", "S47-02", "S47-04", "S47-13", "CP-01", "CP-02", "CP-03"}

every_standard = pytest.mark.parametrize("standard", book(), ids=lambda standard: standard.version)


def _statuses(standard) -> list[list[str]]:
    return [example.expected["status"] for example in examples_of(standard)]


@every_standard
def test_a_standard_cites_something(standard):
    assert len(standard.cites) > 10
    assert not standard.cites.endswith(".")


@every_standard
def test_its_area_and_the_person_responsible_are_known(standard):
    assert standard.area in words.AREAS
    assert standard.responsible in words.RESPONSIBLE


@every_standard
def test_it_implements_duties_of_the_reference(standard):
    assert set(standard.reference) <= REFERENCE_IDS


@every_standard
def test_its_number_is_law_only_where_law_was_seen_to_say_so(standard):
    assert standard.force is not LAW or set(standard.reference) & LIMIT_IS_LAW


@every_standard
def test_an_example_shows_what_it_must_not_catch(standard):
    assert [] in _statuses(standard)


@every_standard
def test_examples_show_it_kept_and_not_kept(standard):
    shown = {status for statuses in _statuses(standard) for status in statuses}
    assert shown & {"overdue", "late", "not_met"}
    assert "met" in shown or not isinstance(standard.rule, Within | Every | Always)


def _caveats(standard) -> set[str]:
    judged = [reference.judge(standard, example.facts, example.as_at) for example in examples_of(standard)]
    return {caveat for duties in judged for duty in duties for caveat in duty["caveats"]}


def test_every_exception_is_shown_at_work_by_some_example():
    lifting = {caveat.removeprefix("lifted by: ") for standard in book() if standard.lifted_by
               for caveat in _caveats(standard)}  # fmt: skip
    assert not {noun.one for standard in book() for noun in standard.lifted_by} - lifting


def test_versions_of_one_standard_do_not_overlap():
    for one, other in pairwise(sorted(book(), key=lambda each: (each.id, each.since_day))):
        assert one.id != other.id or one.until_day < other.since_day


def test_at_least_a_hundred_and_eighty_five_duties_of_the_reference_are_judged():
    assert len({duty for standard in book() for duty in standard.reference}) >= 185


def test_what_is_enacted_but_not_commenced_is_off():
    off = {duty for standard in book() if not standard.in_force for duty in standard.reference}
    on = {duty for standard in book() if standard.in_force for duty in standard.reference}
    assert off >= ENACTED_NOT_COMMENCED
    assert not on & ENACTED_NOT_COMMENCED


ASKED_BY_AGE = {"care-seen-alone", "review-views-not-conveyed", "care-leaver-activity-known"}
"""Questions that the law itself asks only of children old enough."""


def test_no_question_looks_at_who_a_child_is():
    for standard in book():
        if standard.kind == "question":
            used = {name for noun in standard.rule.nouns() for name, _ in noun.facts_used()}
            parts = {part.name for noun in standard.rule.nouns() for part in noun.parts()}
            assert "person" not in used, standard.id
            assert "person" not in parts or standard.id in ASKED_BY_AGE, standard.id


def test_silence_and_likeness_are_questions_and_never_shortfalls():
    asked = [standard.id for standard in book() if QUESTIONS_ONLY & set(standard.reference)
             and standard.kind != "question"]  # fmt: skip
    assert not asked


def test_nothing_waits_for_consent_and_no_allegation_against_staff_is_on_a_childs_thread():
    assert not [standard.id for standard in book() if {"FD-10", "S47-14"} & set(standard.reference)]


def test_the_courts_timetable_is_the_courts():
    assert {standard.responsible for standard in book() if "PP-05" in standard.reference} == {words.COURT}


def test_what_rests_on_an_edition_that_was_replaced_says_so():
    silent = [standard.version for standard in book() if EDITION_TO_BE_VERIFIED & set(standard.reference)
              and "edition to be verified" not in standard.note.lower()]  # fmt: skip
    assert not silent
