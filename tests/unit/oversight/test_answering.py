"""Answers: what each needs, who may give it, and what it does to the way up."""

import datetime as dt

import pytest
from tests.put_before import DAY, line_of, shortfall_of

from goldenthread.oversight import here, sight
from goldenthread.oversight.actions.answering import agree, answer, longest, may_end
from goldenthread.oversight.cards import cards
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.oversight.telling import tell
from goldenthread.oversight.what_meets import provisions
from goldenthread.record.access import Denied
from goldenthread.record.models import Allocation, AuditRow, Person
from goldenthread.record.policies import Unfit

SOON = DAY + dt.timedelta(2)


@pytest.fixture
def people(team, make_worker, worker):
    """Everyone in line for the family."""
    return line_of(make_worker, team) | {"worker": worker}


@pytest.fixture
def late(people, family):
    """A shortfall of the first child's, told to the worker."""
    shortfall = shortfall_of(family[0])
    tell([shortfall], DAY)
    return shortfall


def act(by, *shortfalls, day=DAY, **more):
    """Say what will be done."""
    said = {"kind": "act", "what": "Visit at school", "who": "Me", "by_when": SOON} | more
    return answer(by=by, shortfalls=shortfalls, day=day, **said)


def faults(by, *shortfalls, **said):
    """What is wrong with an answer, by field."""
    with pytest.raises(Unfit) as raised:
        answer(by=by, shortfalls=shortfalls, day=DAY, **said)
    return raised.value.by_field


def told():
    """The steps told, in order."""
    return [(row.step, row.why) for row in Telling.objects.order_by("pk")]


def test_one_act_may_answer_several_shortfalls_of_a_child(people, family, late):
    other = shortfall_of(family[0], standard="case-summary", severity="medium")
    made = act(people["worker"], late, other)
    assert [(each.shortfall, each.kind, each.step) for each in made] == [(late, "act", 0), (other, "act", 0)]
    assert made[0].at == made[1].at
    assert AuditRow.objects.filter(deed="shortfall.answer", person_id=family[0].pk).count() == 1


def test_an_answer_leaves_the_shortfall_as_it_is(people, late):
    before = Shortfall.objects.values().get()
    act(people["worker"], late)
    assert Shortfall.objects.values().get() == before


def test_one_answer_is_not_about_two_children(people, family, late):
    assert "shortfalls" in faults(people["worker"], late, shortfall_of(family[1]), kind="help", what="x")


def test_every_fault_at_once(people, late):
    assert set(faults(people["worker"], late, kind="act", cause="weather")) == {"what", "who", "by_when", "cause"}
    assert set(faults(people["worker"], late, kind="waiting")) == {"who", "by_when"}
    assert set(faults(people["worker"], late, kind="exception")) == {"provision"}
    assert set(faults(people["worker"], late, kind="wrong")) == {"what"}
    assert set(faults(people["worker"], late, kind="help")) == {"what"}
    assert set(faults(people["worker"], late, kind="agreed")) == {"kind"}
    assert set(faults(people["worker"], late, kind="exception", provision="x" * 301)) == {"provision"}


def test_a_day_is_not_past_and_not_too_far(people, late):
    last = longest([late], DAY)
    for day in (DAY - dt.timedelta(1), last + dt.timedelta(1)):
        assert set(faults(people["worker"], late, kind="act", what="x", who="y", by_when=day)) == {"by_when"}
    assert act(people["worker"], late, by_when=last)


def test_it_is_not_put_off_for_ever_a_little_at_a_time(people, late):
    last = longest([late], DAY)
    act(people["worker"], late, by_when=last)
    next_day = DAY + dt.timedelta(1)
    assert longest([late], next_day) > last == longest([late], next_day, 0)
    with pytest.raises(Unfit, match="At the latest"):
        act(people["worker"], late, by_when=last + dt.timedelta(1), day=next_day)
    assert act(people["team_manager"], late, by_when=last + dt.timedelta(1), day=next_day)


def test_what_was_sent_twice_is_written_once(people, late):
    assert act(people["worker"], late) == act(people["worker"], late)
    assert Answer.objects.count() == 1
    act(people["worker"], late, what="Something else")
    assert Answer.objects.count() == 2


def test_help_goes_up_at_once(people, late):
    answer(by=people["worker"], shortfalls=[late], kind="help", what="An interpreter", day=DAY)
    assert told() == [(0, "first"), (1, "help asked")]


def test_nobody_stands_above_the_director(people, late):
    assert set(faults(people["director"], late, kind="help", what="x")) == {"kind"}


def test_an_exception_is_agreed_by_somebody_above(people, late):
    (said,) = answer(by=people["worker"], shortfalls=[late], kind="exception", provision="Regulation 24", day=DAY)
    assert told()[-1] == (1, "exception to agree")
    with pytest.raises(Denied):
        agree(by=people["worker"], answer=said, agreed=True, day=DAY)
    (agreed,) = agree(by=people["team_manager"], answer=said, agreed=True, day=DAY, by_when=SOON)
    assert (agreed.kind, agreed.provision, agreed.by_when, agreed.step) == ("agreed", "Regulation 24", SOON, 1)
    with pytest.raises(Unfit, match="answered already"):
        agree(by=people["service_manager"], answer=said, agreed=False, what="No", day=DAY)


def test_one_act_is_agreed_to_at_once(people, family, late):
    other = shortfall_of(family[0], severity="high")
    said = answer(by=people["worker"], shortfalls=[late, other], kind="exception", provision="Regulation 24", day=DAY)
    assert len(agree(by=people["team_manager"], answer=said[1], agreed=False, what="It does not apply.", day=DAY)) == 2


def test_not_agreeing_says_why_and_no_agreement_is_for_ever(people, late):
    (said,) = answer(by=people["worker"], shortfalls=[late], kind="exception", provision="Regulation 24", day=DAY)
    with pytest.raises(Unfit, match="Say why"):
        agree(by=people["team_manager"], answer=said, agreed=False, day=DAY)
    with pytest.raises(Unfit, match="Choose a day"):
        agree(by=people["team_manager"], answer=said, agreed=True, day=DAY, by_when=DAY + dt.timedelta(90))
    assert agree(by=people["team_manager"], answer=said, agreed=True, day=DAY)[0].by_when == longest([late], DAY)


def test_only_a_question_is_ended_by_deciding(people, family, late):
    assert set(faults(people["worker"], late, kind="done", what="Looked into it.")) == {"kind"}
    question = shortfall_of(family[0], standard="repeat-contacts", kind="question")
    assert (may_end(late, 0), may_end(question, 0)) == (False, True)
    managers = shortfall_of(family[0], standard="escalating-harm", kind="question", responsible="Team manager")
    assert [may_end(managers, step) for step in (0, 9, 1, 2)] == [False, False, True, True]
    assert set(faults(people["worker"], managers, kind="done", what="Looked into it.")) == {"kind"}
    answer(by=people["worker"], shortfalls=[question], kind="done", what="One family, one dispute with a neighbour.", day=DAY)
    tell([question], DAY + dt.timedelta(60))
    assert [row.step for row in Telling.objects.filter(shortfall=question)] == [0]


@pytest.mark.parametrize(
    "role, step",
    [("worker", 0), ("team_manager", 1), ("service_manager", 2), ("head_of_service", 3), ("director", 4), ("out_of_hours", 9)],
)
def test_who_stands_in_line_may_answer_and_from_which_step(people, late, role, step):
    assert sight.check_answer(people[role], late, DAY) == step


def test_who_holds_the_child_may_answer_and_who_has_no_part_may_not(people, late, make_worker, other_team):
    helper, colleague, stranger = make_worker("A helper"), make_worker("A colleague"), make_worker("A stranger", of=other_team)
    Allocation.objects.create(person=late.person, worker=helper, capacity="family_support", started_on=DAY)
    assert sight.check_answer(helper, late, DAY) == 0
    assert not sight.can_answer(colleague, late, DAY)
    with pytest.raises(Denied) as raised:
        sight.check_answer(stranger, late, DAY)
    assert raised.value.hidden


def test_who_only_reads_does_not_answer(people, late, make_worker):
    assert not sight.can_answer(make_worker("A reader", "quality_assurance", None), late, DAY)


def test_a_restricted_childs_shortfalls_are_nobodys_to_see(people, late):
    assert late in sight.shortfalls(people["director"])
    Person.objects.filter(pk=late.person_id).update(restricted=True)
    assert not sight.shortfalls(people["director"]).exists()
    assert cards(people["worker"], DAY) == []


def test_a_workers_own_shortfalls_are_seen_by_them_and_their_managers(people, make_worker, other_team):
    worker = people["worker"]
    late = shortfall_of(None, worker=worker, subject_type="worker", subject_id=worker.number, responsible="Team manager")
    seen = [role for role, by in people.items() if sight.shortfalls(by).filter(pk=late.pk).exists()]
    assert seen == ["team_manager", "service_manager", "head_of_service", "director", "worker"]
    assert not sight.shortfalls(make_worker("Another manager", "team_manager", other_team)).exists()
    assert not sight.can_answer(worker, late, DAY)


def test_the_exceptions_a_standard_knows_are_offered_with_the_entry_that_records_them():
    found = {each.words: each.kind for each in provisions(here.standard("health-assessment-initial"))}
    assert found["a series of short breaks (regulation 48)"] == "short_break"
