"""What an authority sets: what speaks on its first day and after, and its ladder."""

import pytest

from goldenthread.errors import UserError
from goldenthread.oversight import here
from goldenthread.oversight.first_day import DANGERS, FIRST_DAY
from goldenthread.standards.book import book
from goldenthread.standards.language.standard import Severity
from goldenthread.standards.settings import RUNGS


@pytest.fixture
def written(tmp_path, settings):
    """A function that sets what the authority's file says."""

    def write(text: str) -> None:
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.toml"
        file.write_text(text)
        settings.STANDARDS = str(file)

    return write


def test_about_forty_standards_speak_on_the_first_day_all_in_the_book_and_in_force():
    in_force = {each.id for each in book() if each.in_force}
    assert 35 <= len(FIRST_DAY) <= 45
    assert FIRST_DAY.keys() <= in_force
    assert all(here.speaks(each) for each in FIRST_DAY)
    assert sum(here.speaks(each) for each in in_force) == len(FIRST_DAY)


def test_dangers_are_few_critical_and_speak():
    assert len(DANGERS) < 12
    for each in DANGERS:
        assert here.speaks(each)
        assert here.is_danger(each)
        assert here.standard(each).severity == Severity.CRITICAL
    assert not here.is_danger("protection-visits")


def test_the_reasons_are_sentences():
    assert all(reason[0].isupper() and reason[-1] in ".?" for reason in FIRST_DAY.values())


def test_an_authority_says_what_speaks_and_what_is_silent(written):
    written('speaks = ["case-summary"]\nsilent = ["case-supervision"]')
    assert here.speaks("case-summary")
    assert not here.speaks("case-supervision")
    assert here.speaks("protection-visits")


def test_what_is_switched_off_does_not_speak(written):
    written('off = ["case-supervision"]')
    assert not here.speaks("case-supervision")
    assert not here.standard("case-supervision").in_force


@pytest.mark.parametrize("said", [
    'silent = ["enquiry-child-seen"]', 'off = ["enquiry-child-seen"]',
    '[[limit]]\nstandard = "enquiry-child-seen"\nvalue = "90 days"\nfrom = 2020-01-01',
])  # fmt: skip
def test_a_danger_is_never_silent_nor_off_nor_later(written, said):
    written(said)
    with pytest.raises(UserError, match="'enquiry-child-seen' is a danger"):
        here.speaks("case-summary")
    with pytest.raises(UserError):
        here.check()


def test_an_auditors_question_is_put_before_nobody_else(written):
    assert not {each.id for each in book() if each.responsible == "Quality assurance"} & FIRST_DAY.keys()
    written('speaks = ["supervision-challenge"]')
    with pytest.raises(UserError, match="'supervision-challenge' is a question for an auditor"):
        here.speaks("case-summary")


def test_no_danger_waits_longer_than_a_week(written):
    written("[ladder]\nup = { danger = 6 }\nquiet = { danger = 260 }")
    with pytest.raises(UserError) as raised:
        here.ladder()
    assert len(raised.value.faults) == 2


def test_the_ladder_is_the_authoritys_as_far_as_it_says(written):
    written("[ladder]\nup = { high = 3 }\nquiet = { danger = 1 }")
    assert here.ladder().up == here.UP | {"high": 3}
    assert here.ladder().quiet == here.QUIET | {"danger": 1}


def test_every_rung_has_its_days():
    assert set(here.UP) == set(here.QUIET) == set(RUNGS)


def test_its_own_limits_are_those_that_are_judged(written):
    written('[[limit]]\nstandard = "protection-visits"\nvalue = "5 working days"\nfrom = 2020-01-01')
    assert "5 working days" in [each.limit_words for each in here.standards() if each.id == "protection-visits"]


def test_every_fault_is_said_at_once(written):
    written("""
speaks = ["no-such", "case-supervision", 3]
silent = ["case-supervision", "nor-this"]
[ladder]
up = { high = 0, grave = 2, low = "a week" }
quiet = 5
""")
    with pytest.raises(UserError) as raised:
        here.standards()
    said = "\n".join(raised.value.faults)
    for each in ("3], expected a list", "'nor-this'", "'grave' is none of", "high is 0", "low is 'a week'", "ladder, quiet"):
        assert each in said


def test_a_standard_does_not_both_speak_and_keep_silent(written):
    written('speaks = ["case-summary", "no-such"]\nsilent = ["case-summary"]')
    with pytest.raises(UserError) as raised:
        here.standards()
    assert len(raised.value.faults) == 2


def test_the_days_of_a_dispute_are_the_authoritys_at_each_step_or_ours(written):
    assert here.dispute_days() == here.DISPUTE
    written("[dispute]\ndays = [3, 5, 5, 7]")
    assert here.dispute_days() == (3, 5, 5, 7)


WRONG = ["days = [5, 5]", "days = [0, 5, 5, 5]", "days = [5, 5, 5, 21]", "days = 5", "more = 1"]


@pytest.mark.parametrize("said", WRONG)
def test_four_steps_have_from_one_to_twenty_working_days(written, said):
    written(f"[dispute]\n{said}")
    with pytest.raises(UserError, match="dispute"):
        here.dispute_days()
