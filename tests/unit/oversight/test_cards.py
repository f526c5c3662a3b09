"""Cards: one a child, five that shout, dangers first, and what was answered is quiet until its day."""

import datetime as dt

import pytest
from django.utils import timezone
from tests.put_before import DAY, line_of, shortfall_of

from goldenthread.oversight import cards as page
from goldenthread.oversight import sentences
from goldenthread.oversight.models import Answer, Telling
from goldenthread.oversight.telling import tell
from goldenthread.record.models import Allocation, Person

LATER = DAY + dt.timedelta(1)


@pytest.fixture
def people(team, make_worker, worker):
    """Everyone in line for the family."""
    return line_of(make_worker, team) | {"worker": worker}


@pytest.fixture
def many(worker):
    """Nine children of the worker's, besides the family."""
    found = [Person.objects.create(number=f"M{each}", forename=f"M{each}", surname="Many", had_record=True) for each in range(9)]
    for child in found:
        Allocation.objects.create(person=child, worker=worker, team=worker.team, started_on=dt.date(2024, 1, 1))
    return found


def answered(shortfall, by, kind="act", step=0, on=DAY, **more):
    """That somebody answered."""
    return Answer.objects.create(shortfall=shortfall, by=by, kind=kind, step=step, on=on, at=timezone.now(), **more)


def cards(by, day=DAY):
    return page.cards(by, day)


def test_one_card_a_child_with_a_line_for_each_shortfall_the_most_serious_first(people, family):
    mild = shortfall_of(family[0], standard="case-summary", severity="medium")
    grave = shortfall_of(family[0])
    tell(None, DAY)
    (card,) = cards(people["worker"])
    assert (card.child, card.shouts, card.subject) == (family[0], True, ("child", family[0].number))
    assert [line.shortfall for line in card.lines] == [grave, mild]


def test_a_line_says_what_since_when_who_was_told_and_when_it_goes_up(people, family):
    shortfall_of(family[0])
    tell(None, DAY)
    (line,) = cards(people["worker"])[0].lines
    assert line.words.endswith("was due by 27 February 2026, 3 days ago.")
    assert line.told_words == "the social worker on 2 March 2026"
    assert (line.goes_up_on, line.goes_up_to) == (dt.date(2026, 3, 4), "the team manager")
    assert (line.answer, line.is_quiet, line.days) == (None, False, 3)


def test_at_most_five_shout(people, many):
    for child in many:
        shortfall_of(child)
    tell(None, DAY)
    found = cards(people["worker"])
    assert [card.shouts for card in found] == [True] * 5 + [False] * 4


def test_a_danger_is_never_below_what_is_none(people, many):
    for child in many:
        shortfall_of(child, due_on=dt.date(2024, 1, 1))
    shortfall_of(many[8], is_danger=True, severity="high", due_on=DAY)
    tell(None, DAY)
    found = cards(people["worker"])
    assert (found[0].child, found[0].is_danger, found[0].shouts) == (many[8], True, True)
    assert not any(card.is_danger for card in found[1:])


def test_what_was_answered_is_quiet_until_its_day(people, family):
    shortfall = shortfall_of(family[0])
    tell(None, DAY)
    answered(shortfall, people["worker"], by_when=LATER)
    (card,) = cards(people["worker"])
    assert (card.is_quiet, card.shouts) == (True, False)
    (card,) = cards(people["worker"], LATER + dt.timedelta(1))
    assert (card.is_quiet, card.shouts) == (False, True)


def test_a_quiet_danger_does_not_push_out_what_waits(people, many):
    dangers = [shortfall_of(child, is_danger=True) for child in many[:5]]
    for child in many[5:]:
        shortfall_of(child)
    tell(None, DAY)
    for each in dangers:
        answered(each, people["worker"], by_when=LATER)
    found = cards(people["worker"])
    assert [card.is_danger for card in found] == [True] * 5 + [False] * 4
    assert [card.child for card in found if card.shouts] == many[5:]


def test_who_asked_for_help_waits_quietly_and_whoever_was_asked_does_not(people, family):
    shortfall = shortfall_of(family[0])
    tell(None, DAY)
    answered(shortfall, people["worker"], "help")
    tell(None, DAY)
    assert not cards(people["worker"])[0].shouts
    assert cards(people["team_manager"])[0].shouts


def test_an_exception_waits_for_whoever_stands_above(people, family):
    shortfall = shortfall_of(family[0])
    tell(None, DAY)
    said = answered(shortfall, people["worker"], "exception", provision="Regulation 24")
    tell(None, DAY)
    assert cards(people["worker"])[0].lines[0].to_agree is None
    assert cards(people["team_manager"])[0].lines[0].to_agree == said


def test_nobody_has_a_card_before_they_were_told(people, family):
    shortfall_of(family[0])
    tell(None, DAY)
    assert cards(people["team_manager"]) == cards(people["director"]) == cards(people["out_of_hours"]) == []


def test_the_out_of_hours_team_has_the_dangers(people, family):
    shortfall_of(family[0])
    shortfall_of(family[1], is_danger=True)
    tell(None, DAY)
    assert [card.child for card in cards(people["out_of_hours"])] == [family[1]]


def test_a_child_taken_over_is_on_the_card_of_whoever_holds_the_child_now_and_not_of_whoever_did(people, family, make_worker):
    shortfall_of(family[0])
    tell(None, DAY)
    new = make_worker("The new worker")
    Allocation.objects.filter(person=family[0]).update(worker=new)
    assert cards(people["worker"]) == []
    assert [card.child for card in cards(new)] == [family[0]]


def test_a_new_manager_has_what_the_last_one_was_told(people, family, make_worker):
    shortfall_of(family[0], is_danger=True)
    tell(None, DAY)
    people["team_manager"].team = None
    people["team_manager"].save()
    assert len(cards(make_worker("Another manager", "team_manager"))) == 1


def test_whoever_is_away_still_has_the_card_and_no_card_is_of_a_record_that_is_hidden(people, family):
    shortfall_of(family[0])
    tell(None, DAY)
    Person.objects.filter(pk=family[0].pk).update(restricted=True)
    assert cards(people["worker"]) == []


def test_supervision_that_is_late_is_a_card_about_a_worker(people):
    worker = people["worker"]
    shortfall_of(None, worker=worker, subject_type="worker", subject_id=worker.number, responsible="Team manager",
                 standard="supervision-monthly", severity="high")  # fmt: skip
    tell(None, DAY)
    (card,) = cards(people["team_manager"])
    assert (card.child, card.worker) == (None, worker)
    assert cards(worker) == []


def test_a_question_that_never_happens_by_itself_says_what_it_asks(people, family):
    shortfall = shortfall_of(family[0], standard="repeat-contacts", kind="question", opened_on=DAY, due_on=DAY)
    assert "ask what they add up to." in sentences.not_met(shortfall, 0)


def test_the_questions_asked_do_not_grow_with_the_children(people, many, django_assert_max_num_queries):
    for child in many:
        shortfall_of(child)
    tell(None, DAY)
    assert Telling.objects.count() == len(many)
    with django_assert_max_num_queries(14):
        assert len(cards(people["worker"])) == len(many)


def test_a_new_director_has_what_the_last_one_was_told(people, family, make_worker):
    shortfall_of(family[0], responsible="Director of children's services")
    tell(None, DAY)
    assert len(cards(make_worker("Another director", "director", None))) == 1


def test_a_danger_the_record_was_corrected_of_is_said_for_a_week_to_whoever_stood_above_or_was_on_duty(people, family):
    ended = {"is_danger": True, "ended_on": DAY}
    withdrawn = shortfall_of(family[0], ended="withdrawn", **ended)
    for each in (withdrawn, shortfall_of(family[1], ended="done", **ended)):
        for step, role in ((0, "worker"), (1, "team_manager"), (9, "out_of_hours")):
            Telling.objects.create(shortfall=each, worker=people[role], step=step, on=DAY, why="danger")
    for role in ("team_manager", "out_of_hours"):
        assert page.dangers_withdrawn(people[role], DAY + dt.timedelta(6)) == [withdrawn]
        assert not page.dangers_withdrawn(people[role], DAY + dt.timedelta(7))
    assert not page.dangers_withdrawn(people["worker"], DAY)
    assert not page.dangers_withdrawn(people["service_manager"], DAY)
    family[0].restricted = True
    family[0].save()
    assert not page.dangers_withdrawn(people["team_manager"], DAY)
