"""The agenda of a supervision: of each child one line, in the order of the reasons, and about three to think about."""

import datetime as dt

from tests.supervising import ago, discussed, failed_visit, late

from goldenthread.oversight.agenda import REASONS, agenda
from goldenthread.oversight.models import Answer, Telling
from goldenthread.record.access import today
from goldenthread.record.models import Allocation, Block, Household, HouseholdMember, NamedAccess, Person


def line_of(found, child):
    """The line of a child."""
    return next(line for line in found.lines if line.child == child)


def names(line):
    """The names of its reasons."""
    return [reason.name for reason in line.reasons]


def test_the_order_is_that_of_the_reasons(manager, worker, family):
    ash, birch, cedar = family
    for child in family:
        discussed(manager, child, 3, decision="x", why="y")
    late(birch, "rising-contacts", 20)
    late(cedar, "need-visits", 2, is_danger=True)
    found = agenda(manager, worker, today())
    assert [line.child for line in found.lines] == [cedar, birch, ash]
    assert [names(line) for line in found.lines] == [["danger"], ["rising"], []]
    assert all(name in REASONS for line in found.lines for name in names(line))


def test_who_was_never_discussed_is_marked_and_a_new_child_is_not_accused(manager, worker, family):
    Allocation.objects.filter(person=family[2]).update(started_on=ago(9))
    discussed(manager, family[1], 77, decision="x")
    found = agenda(manager, worker, today())
    assert [names(line_of(found, child)) for child in family] == [["never"], ["long ago"], ["new"]]
    assert line_of(found, family[1]).reasons[0].words == "Not discussed for 11 weeks"
    assert line_of(found, family[2]).reasons[0].words == "New: held for 9 days, not talked about yet"
    assert found.never == 2


def test_a_third_missed_visit_is_a_reason_until_it_was_talked_about(manager, worker, family):
    for days in (30, 20, 10):
        failed_visit(family[0], days)
    discussed(manager, family[0], 15, decision="x", why="y")
    line = line_of(agenda(manager, worker, today()), family[0])
    assert line.reasons[0].words == "Third visit at which the child was not seen, not talked about"
    discussed(manager, family[0], 1, decision="x", why="y")
    assert "missed" not in names(line_of(agenda(manager, worker, today()), family[0]))


def test_about_three_are_suggested_and_brothers_and_sisters_once(manager, worker, family):
    others = []
    for number in range(4):
        child = Person.objects.create(number=f"D{number}", forename=f"D{number}", surname="Other", had_record=True,
                                      born_on=dt.date(2015, 1, 1))  # fmt: skip
        Allocation.objects.create(person=child, worker=worker, team=worker.team, started_on=dt.date(2024, 1, 1))
        discussed(manager, child, 29 + number, decision="x")
        others.append(child)
    for child in family:
        late(child, "need-visits", 40, is_danger=True)
    suggested = agenda(manager, worker, today()).suggested
    assert len(suggested) == 3
    assert len({line.child for line in suggested} & set(family)) == 1
    assert suggested[0].together
    assert others[3] in {line.child for line in suggested}, "the one not talked about for longest"


def test_where_all_is_well_nobody_is_suggested(manager, worker, family):
    for child in family:
        discussed(manager, child, 2, decision="x", why="y", child="z")
    assert agenda(manager, worker, today()).suggested == []


def test_what_speaks_is_shown_the_rest_is_counted_and_answers_stand_beside(manager, worker, family):
    shown = late(family[0], "need-visits", 12)
    late(family[0], "third-worker", 30, speaks=False)
    Answer.objects.create(shortfall=shown, by=worker, at=dt.datetime.now(dt.UTC), on=today(), step=0, kind="act", by_when=today())
    line = line_of(agenda(manager, worker, today()), family[0])
    assert [(each.shortfall, each.days, each.answer.kind) for each in line.late] == [(shown, 12, "act")]
    assert line.silent == 1


def test_actions_agreed_and_how_they_stand(manager, worker, family):
    ash = family[0]
    actions = [{"what": "Ring the school", "who": "Worker", "by": ago(40).isoformat()},
               {"what": "Letter to housing", "who": "Worker", "by": ago(30).isoformat()},
               {"what": "Ask Gran", "who": "Worker", "by": (today() + dt.timedelta(9)).isoformat()}]  # fmt: skip
    discussed(manager, ash, 60, decision="x", actions=actions)
    again = [{"what": "Letter to housing", "who": "Worker", "by": ago(5).isoformat()}]
    last = [{"action": "Ring the school (Worker)", "happened": "yes"}, {"action": "Letter to housing (Worker)", "happened": "no"}]
    discussed(manager, ash, 20, decision="x", actions=again, last_time=last)
    line = line_of(agenda(manager, worker, today()), ash)
    stand = {each.what: (each.is_done, each.has_slipped(today()), each.times) for each in line.history.agreed}
    assert stand == {"Ring the school": (True, False, 1), "Letter to housing": (False, True, 2), "Ask Gran": (False, False, 1)}
    assert names(line) == ["slipped"]
    assert line.reasons[0].words == "1 action agreed has slipped, agreed 2 times"
    assert line.history.last.decision == "x"


def test_a_restricted_child_is_there_only_where_both_may_see_it(manager, worker, family):
    Person.objects.filter(pk=family[0].pk).update(restricted=True)
    given = {"given_by": worker, "given_at": dt.datetime.now(dt.UTC)}
    NamedAccess.objects.create(person=family[0], worker=worker, **given)
    assert family[0] not in [line.child for line in agenda(manager, worker, today()).lines]
    assert family[0] not in [line.child for line in agenda(worker, worker, today(), manager).lines]
    NamedAccess.objects.create(person=family[0], worker=manager, **given)
    assert family[0] in [line.child for line in agenda(manager, worker, today()).lines]
    Block.objects.create(person=family[1], worker=manager, reason="family", **given)
    assert family[1] not in [line.child for line in agenda(worker, worker, today(), manager).lines]


def test_it_costs_as_many_queries_for_many_children_as_for_few(manager, worker, family, django_assert_max_num_queries):
    discussed(manager, family[0], 60, decision="x")
    late(family[0], "need-visits", 3)
    agenda(manager, worker, today())
    with django_assert_max_num_queries(40) as few:
        agenda(manager, worker, today())
    home = Household.objects.create(name="Another")
    for number in range(12):
        child = Person.objects.create(number=f"D{number}", forename="D", surname="Other", had_record=True)
        HouseholdMember.objects.create(household=home, person=child)
        Allocation.objects.create(person=child, worker=worker, team=worker.team, started_on=dt.date(2024, 1, 1))
        late(child, "need-visits", 3)
        discussed(manager, child, 33, decision="x")
    with django_assert_max_num_queries(len(few)):
        agenda(manager, worker, today())


def test_a_managers_agenda_shows_what_was_put_before_them_and_not_answered(manager, make_worker, worker, family, team):
    above = make_worker("Above", "service_manager", of=team.above)
    told, answered = late(family[0], "need-visits", 20), late(family[1], "need-visits", 20)
    late(family[2], "need-visits", 20)
    for each in (told, answered):
        Telling.objects.create(shortfall=each, worker=manager, step=1, on=ago(9), why="no answer")
    Answer.objects.create(shortfall=answered, by=manager, at=dt.datetime.now(dt.UTC), on=ago(2), step=1, kind="act")
    found = agenda(above, manager, today())
    assert {line.child for line in found.lines} == {family[0], family[1]}
    assert names(line_of(found, family[0]))[0] == "unanswered"
    assert line_of(found, family[0]).reasons[0].words == "Put before them 9 days ago, and not answered yet"
    assert "unanswered" not in names(line_of(found, family[1]))
    assert [each.worker for each in found.workers] == [worker]
