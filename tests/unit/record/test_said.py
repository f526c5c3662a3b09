"""What minutes, plans, actions, wishes and supervision leave on the thread, so that standards can judge it."""

import datetime as dt

import pytest
from tests.kinds_filled import BEGAN

from goldenthread.record.actions.entries import complete_entry, correct_entry, make_entry
from goldenthread.record.models import Fact, Person
from goldenthread.record.reading import latest
from goldenthread.record.search import index_people

pytestmark = pytest.mark.django_db

AGO = [(BEGAN - dt.timedelta(days=30 * months)).isoformat() for months in range(5)]
"""A day some weeks ago, and others one, two, three and four months before it."""


@pytest.fixture
def child(family):
    """The eldest, with an address in search."""
    index_people([each.pk for each in family])
    return family[0]


@pytest.fixture
def manager(make_worker):
    return make_worker("The manager", "team_manager")


@pytest.fixture
def say(manager, child):
    """A function that makes an entry of a kind about the child, from what all share and the child's line."""

    def make(kind, line=None, **shared):
        body = {"shared": shared, "lines": {str(child.pk): line or {}}}
        return make_entry(by=manager, kind=kind, persons=[child], body=body)

    return make


@pytest.fixture
def review(say, manager, child):
    """A function that makes a looked-after review of a child in care."""
    say("period_of_care", began=AGO[4], need="N1", why="Why")
    return lambda day, line=None, **more: say("looked_after_review", line, held=day, participation="PN1", progress="Well", **more)


def told(entry, noun):
    """The facts of a noun that an entry gives now."""
    return [fact.facts for fact in Fact.objects.filter(entry=entry, noun=noun, superseded_at=None).order_by("pk")]


def left_out(entry):
    return {fact["section"] for fact in told(entry, "left_empty")}


def test_each_section_left_empty_is_a_fact_that_goes_when_it_is_written(review, manager, child):
    entry = review(AGO[1])
    assert left_out(entry) == {"risk", "health", "learning", "the child's wishes", "permanence", "a decision"}
    body = latest(entry).body
    more = {"risk": "Less", "health": "Well", "education": "Better", "permanence": "LTFOST18", "is_plan_changed": False}
    body = {"shared": body["shared"] | more, "lines": {str(child.pk): {"wishes": "To stay"}}}
    complete_entry(by=manager, entry=entry, body=body, version_seen=1)
    assert left_out(entry) == set()


def test_life_after_eighteen_is_asked_about_from_fifteen_and_a_half(review, child):
    assert "life after 18" not in left_out(review(AGO[1]))
    held = dt.date.fromisoformat(AGO[0])
    for years, months, asked in ((15, 6, True), (15, 5, False), (18, 0, False)):
        year, month = divmod(held.year * 12 + held.month - 1 - years * 12 - months, 12)
        Person.objects.filter(pk=child.pk).update(born_on=dt.date(year, month + 1, min(held.day, 28)))
        assert ("life after 18" in left_out(review(AGO[0]))) is asked


def test_an_action_is_answered_by_the_next_meeting_in_its_own_words(review):
    agreed = {"what": "Ring the school", "who": "A worker", "by": AGO[2]}
    first = review(AGO[3], decisions=[agreed])
    assert [fact["of"] for fact in told(first, "action_due")] == ["looked-after review"]
    second = review(AGO[1], last_time=[{"action": "ring the School (A worker)", "happened": "no", "why_not": "Closed"}])
    (due,), (answered,) = told(first, "action_due"), told(second, "action_answered")
    assert (answered["action_id"], answered["happened"], answered["times"]) == (due["action_id"], "no", 1)


def test_what_is_not_due_yet_is_not_answered_by_saying_that_it_was_not_done(review):
    review(AGO[3], decisions=[{"what": "Ring the school", "who": "A worker", "by": AGO[0]}])
    entry = review(AGO[2], last_time=[{"action": "Ring the school", "happened": "no"}])
    assert told(entry, "action_answered") == []


def test_the_row_of_an_action_may_itself_say_that_it_was_done(review, manager):
    row = {"what": "Ring the school", "who": "A worker", "by": AGO[2]}
    entry = review(AGO[3], decisions=[row])
    body = {**latest(entry).body, "shared": latest(entry).body["shared"] | {"decisions": [row | {"done": AGO[2]}]}}
    correct_entry(by=manager, entry=entry, body=body, version_seen=1, reason="It was done")
    assert [fact["action_id"] for fact in told(entry, "action_answered")] == [told(entry, "action_due")[0]["action_id"]]


def test_it_is_counted_at_how_many_meetings_running_an_action_was_not_done(say):
    def supervise(day, happened):
        return say("case_supervision", held=day, last_time=[{"action": "Ring the school", "happened": happened}])

    times = [told(supervise(AGO[4 - n], said), "action_answered")[0].get("times")
             for n, said in enumerate(("no", "partly", "no", "yes", "no"))]  # fmt: skip
    assert times == [1, 2, 3, None, 1]


def test_last_times_actions_are_missed_where_there_were_any(say):
    first = say("case_supervision", held=AGO[2], actions=[{"what": "Ring", "who": "A worker", "by": AGO[0]}])
    assert "last time's actions" not in left_out(first)
    assert "last time's actions" in left_out(say("case_supervision", held=AGO[1]))
    assert "last time's actions" not in left_out(say("case_supervision", held=AGO[0])), "the one before agreed nothing"


def test_supervision_without_a_decision_a_why_or_the_childs_view(say):
    assert left_out(say("case_supervision", held=AGO[0], decision="Go on")) == {"why", "the child's wishes"}
    entry = say("case_supervision", {"child": "Wants to stay", "late": "Nothing"}, held=AGO[0], decision="Go on", why="It works")
    assert left_out(entry) == set()
    assert told(entry, "case_supervision")[0]["is_lateness_discussed"]


def test_a_wish_is_answered_by_a_review_in_its_own_words(say, review):
    wish = say("childs_wish", said=AGO[2], wish="To see my  brother")
    line = {"wishes_answered": [{"wish": "to see my brother", "answer": "Every week"}]}
    assert told(review(AGO[1], line), "wish_answered") == told(wish, "wish")


def test_a_plan_says_how_anyone_will_know_and_what_if_it_does_not_work(say):
    row = {"outcome": "Safe", "action": "Visit", "who": "A worker", "by": AGO[0], "service": "yes"}
    entry = say("need_plan", began=AGO[1], outcomes=[row, row | {"sign": "She sleeps"}])
    assert left_out(entry) == {"how we will know", "what if it does not work", "the child's wishes"}
    assert [fact["of"] for fact in told(entry, "waiting")] == ["agreed in the child in need plan"], "the same one, once"


def test_a_plan_counts_from_the_day_it_was_made_not_from_the_day_it_was_typed(say):
    say("period_of_care", began=AGO[4], need="N1", why="Why")
    row = {"outcome": "Safe", "action": "Visit", "who": "A worker", "by": AGO[0]}
    entry = say("care_plan", made=AGO[3], outcomes=[row])
    assert {str(fact.started_on) for fact in Fact.objects.filter(entry=entry, noun="care_plan")} == {AGO[3]}


SAID = " ".join(f"Word{n} and so on about the school, the home and what came of it." for n in range(12))


def test_words_of_the_last_time_are_a_share_and_nothing_else(say):
    first = say("case_supervision", held=AGO[2], life=SAID)
    second = say("case_supervision", held=AGO[1], life=SAID)
    third = say("case_supervision", held=AGO[0], life=" ".join(f"Quite{n} other words were written for once" for n in range(12)))
    said = [told(entry, "copied_forward") for entry in (first, second, third)]
    assert said == [[], [{"of": "supervision", "percent": 100}], []]


def test_short_minutes_are_not_compared(say):
    say("case_supervision", held=AGO[2], life="As last time")
    assert told(say("case_supervision", held=AGO[1], life="As last time"), "copied_forward") == []


@pytest.fixture
def stranger(child):
    """A child of another family."""
    other = Person.objects.create(number="X9", forename="Rowan", surname="Elsewhere", had_record=True)
    index_people([other.pk])
    return other


@pytest.mark.parametrize("text, seen", [
    ("We talked about Rowan Elsewhere.", True), ("Rowan. Elsewhere nobody knew.", False), ("rowan elsewhere", False),
    ("Ash Underwood and Birch Underwood", False), ("Rowan said so", False),
])  # fmt: skip
def test_another_childs_whole_name_is_a_yes_and_no_name(say, stranger, text, seen):
    entry = say("case_supervision", held=AGO[0], life=text)
    assert told(entry, "other_child_named") == ([{"of": "supervision of a child's case"}] if seen else [])


@pytest.mark.parametrize("hidden", ["restricted", "sealed"])
def test_nobody_learns_of_a_hidden_record_by_writing_its_name(say, stranger, hidden):
    Person.objects.filter(pk=stranger.pk).update(**{hidden: True})
    assert told(say("case_supervision", held=AGO[0], life="Rowan Elsewhere"), "other_child_named") == []


def test_nothing_private_between_a_worker_and_their_manager_is_on_a_thread(manager, worker):
    row = {"what": "Rest", "who": "Me", "by": AGO[0]}
    body = {"shared": {"held": AGO[1], "how": "Tired", "actions": [row]}, "lines": {}}
    make_entry(by=manager, kind="wellbeing", worker=worker, body=body)
    assert not Fact.objects.exists()
