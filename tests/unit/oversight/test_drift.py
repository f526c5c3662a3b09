"""The ledger's numbers: of whom, how many, how long; and of whom nothing may be told."""

import datetime as dt

import pytest
from django.utils import timezone
from tests.shortfalls import past_due, telling

from goldenthread.oversight import drift, told
from goldenthread.oversight.actions.ledger import copy_ledger
from goldenthread.oversight.models import Answer, Delay, LedgerCopy, MonthlyCount, Reach
from goldenthread.record.access import Denied
from goldenthread.record.models import Allocation, AuditRow, Block, Fact, Person
from goldenthread.record.policies import Unfit

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 3, 31)
VISITS, PLAN = "protection-visits", "need-plan"


def ago(days: int) -> dt.date:
    return DAY - dt.timedelta(days)


@pytest.fixture
def director(make_worker):
    """The director, of no team."""
    return make_worker("The director", "director", of=None)


@pytest.fixture
def drifting(family, team):
    """Visits overdue to two of the three, a plan to one; and what the nightly counted of it."""
    for child, days in zip(family[:2], (40, 10), strict=True):
        past_due(child, VISITS, ago(days))
        Delay.objects.create(person=child, step="visits", days=days, waiting_since=ago(days - 1), shortfalls=1)
    past_due(family[0], PLAN, ago(3))
    Reach.objects.create(standard=VISITS, team=team, children=3)
    return family


def answer(of, by, step, on, kind="act", **more):
    return Answer.objects.create(shortfall=of, by=by, at=timezone.now(), on=on, step=step, kind=kind, **more)


def test_serious_widespread_and_how_long_stand_side_by_side(drifting, director):
    visits, plan = drift.standards(drift.scope(director, DAY))
    assert (visits.standard.id, visits.children, visits.owed, visits.share) == (VISITS, 2, 3, 67)
    assert (visits.median, visits.longest, visits.step) == (10, 40, "visits")
    assert (plan.children, plan.owed, plan.share, plan.longest) == (1, None, None, 3)


def test_what_happened_on_one_day_has_no_length(family, director):
    past_due(family[0], "review-participation-recorded", ago(400))
    (only,) = drift.standards(drift.scope(director, DAY))
    assert (only.children, only.owed, only.median, only.longest) == (1, None, None, None)


def test_what_nobody_waits_for_any_more_is_in_no_number(drifting, director):
    past_due(drifting[2], VISITS, ago(900), waits=False)
    visits, _ = drift.standards(drift.scope(director, DAY))
    assert (visits.children, visits.longest) == (2, 40)


def test_days_lost_by_step(drifting, director):
    (visits,) = drift.waiting(drift.scope(director, DAY))
    assert (visits.step, visits.children, visits.since, visits.days, visits.touched) == ("visits", 2, ago(39), 50, 2)


def test_a_service_holds_its_teams_and_no_other(drifting, make_worker, team, other_team):
    manager = make_worker("A manager", "team_manager")
    service = make_worker("A service manager", "service_manager", of=team.above)
    Allocation.objects.filter(person=drifting[0]).update(team=other_team)
    assert [each.children for each in drift.waiting(drift.scope(service, DAY))] == [2]
    assert [each.children for each in drift.waiting(drift.scope(manager, DAY))] == [1]
    assert drift.below(drift.scope(service, DAY)) == [(team, 2, 1), (other_team, 1, 1)]
    with pytest.raises(Denied):
        drift.scope(manager, DAY, other_team)


@pytest.mark.parametrize("role", ["social_worker", "reviewing_officer", "inspector", "administrator", "out_of_hours"])
def test_others_do_not_read_it(make_worker, role):
    with pytest.raises(Denied):
        drift.scope(make_worker("Somebody", role), DAY)


@pytest.mark.parametrize("hidden", ["restricted", "sealed"])
def test_a_hidden_record_is_in_no_number_even_of_those_who_know_of_it(drifting, director, make_worker, hidden):
    Person.objects.filter(pk=drifting[0].pk).update(**{hidden: True})
    drifting[0].named_access.create(worker=director, given_by=director, given_at=timezone.now())
    analyst = make_worker("An analyst", "analyst", of=None)
    for reader in (director, analyst, make_worker("A manager", "team_manager")):
        of = drift.scope(reader, DAY)
        assert [(each.standard.id, each.children) for each in drift.standards(of)] == [(VISITS, 1)]
        assert [each.children for each in drift.waiting(of)] == [1]


def test_a_blocked_reader_is_told_no_number_of_the_record(drifting, director):
    Block.objects.create(person=drifting[0], worker=director, reason="family", given_by=director, given_at=timezone.now())
    of = drift.scope(director, DAY)
    assert [each.children for each in drift.waiting(of)] == [1]
    assert not of.counts_exactly


def test_an_analyst_has_the_authority_and_no_team(drifting, make_worker, team):
    analyst = make_worker("An analyst", "analyst")
    assert not drift.scope(analyst, DAY).exact
    with pytest.raises(Denied):
        drift.scope(analyst, DAY, team)


def test_every_number_is_of_as_many_children_as_it_opens(drifting, director):
    of = drift.scope(director, DAY)
    for each in drift.standards(of):
        assert len(drift.behind(row for row in of.open if row.standard == each.standard.id)) == each.children
    assert [each.first.standard for each in drift.behind(of.open)] == [VISITS, VISITS]


def test_kept_month_by_month(team, director):
    for month, status, number in ((3, "met", 8), (3, "late", 1), (3, "lifted", 2), (2, "ceased", 4)):
        MonthlyCount.objects.create(standard=VISITS, team=team, month=dt.date(2026, month, 1), status=status, number=number)
    months = drift.kept(drift.scope(director, DAY))[VISITS]
    assert months[-1] == drift.Kept(8, 9, 2)
    assert drift.this_year(months).share() == 89
    assert months[-2].share() is None
    assert drift.Kept(8, 9).share(exact=False) is None, "one was not kept: too few to tell"


def test_what_each_level_saw_answered_and_left(drifting, director, worker, make_worker):
    manager = make_worker("A manager", "team_manager")
    first, second = drift.shortfalls(drift.scope(director, DAY)).filter(standard=VISITS).order_by("due_on")
    telling(first, worker, 0, ago(39), seen_at=timezone.now())
    telling(first, manager, 1, ago(30))
    telling(second, worker, 0, ago(9))
    answer(second, worker, 0, ago(8), cause="court")
    of = drift.scope(director, DAY)
    levels = {level.step: level for level in told.levels(of)}
    assert [levels[0].number(state) for state in told.STATES] == [0, 1, 1]
    assert levels[0].lately == {"up": 1, "answered": 1}
    assert levels[1].number("unseen", "seen") == 1
    assert (levels[1].since, levels[1].lately) == (ago(30), {"waiting": 1})
    assert [each.child for each in told.at_level(of, 1)] == [drifting[0]]
    assert [each.child for each in told.at_level(of, 0, "answered")] == [drifting[1]]
    assert told.causes(of) == [("court", told.CAUSES["court"], 1), ("", told.CAUSES[""], 1)]
    assert [each.child for each in told.because_of(of, "court")] == [drifting[1]]


def test_what_ended_otherwise_than_by_being_done_is_not_counted_as_done(family, director, worker):
    ends = {"done": "done", "decided": "done", "ceased": "over", "unanswered": "over", "lifted": "off", "withdrawn": "off"}
    for ended in ends:
        over = past_due(family[0], "repeat-missing", ago(20), ended_on=ago(5), ended=ended)
        telling(over, worker, 0, ago(19))
    of = drift.scope(director, DAY)
    (level,) = told.levels(of)
    assert level.lately == {"done": 2, "over": 2, "off": 2}
    assert not level.number(*told.STATES)
    assert [each.ended for each in told.unanswered(of)] == ["unanswered"]
    Person.objects.filter(pk=family[0].pk).update(restricted=True)
    assert not told.unanswered(of)


def test_what_is_owed_to_workers_and_by_the_authority_is_told_to_those_who_may_see_it(
    family, director, worker, make_worker, team, other_team
):
    manager, elsewhere = make_worker("A manager", "team_manager"), make_worker("Another", "team_manager", other_team)
    service = make_worker("A service manager", "service_manager", team.above)
    of_worker = {"subject_type": "worker", "subject_id": worker.number, "worker": worker, "speaks": True}
    supervision = past_due(None, "supervision-monthly", ago(9), **of_worker)
    telling(supervision, manager, 1, ago(8))
    telling(supervision, service, 2, ago(2))
    ours = past_due(None, "recommendation-evidence-reviewed", ago(9), subject_type="recommendation", subject_id="7", speaks=True)
    telling(ours, director, 4, ago(8), seen_at=timezone.now())
    answer(supervision, manager, 1, ago(1), "help", cause="capacity")

    def seen(reader, scope_of=None) -> dict:
        of = drift.scope(reader, DAY, scope_of)
        assert not told.levels(of), "they are no child's"
        found = {level.step: [level.number(state) for state in told.STATES] for level in told.levels_of_others(of)}
        behind = {each.pk for step in found for state in told.STATES for each in told.others_at_level(of, step, state)}
        return found | {"behind": behind}

    to_both = {1: [0, 0, 1], 2: [1, 0, 0], "behind": {supervision.pk, ours.pk}, 4: [0, 1, 0]}
    assert seen(director) == seen(service) == seen(manager) == to_both
    assert seen(director, team) == {1: [0, 0, 1], 2: [1, 0, 0], "behind": {supervision.pk}}
    assert seen(elsewhere) == {4: [0, 1, 0], "behind": {ours.pk}}
    for role in ("quality_assurance", "analyst"):
        assert seen(make_worker(f"Some {role}", role, of=None)) == {"behind": set()}
    (level,) = [each for each in told.levels_of_others(drift.scope(manager, DAY)) if each.step == 2]
    assert level.causes() == [("capacity", told.CAUSES["capacity"], 1)]


def test_where_nobody_says_why_the_facts_do(drifting, director, worker):
    of = drift.scope(director, DAY)
    Fact.objects.create(noun="absence", subject_type="worker", subject_id=worker.number, started_on=ago(5), facts={},
                        recorded_at=timezone.now())  # fmt: skip
    assert [(cause, number) for cause, _, number in told.causes(of)] == [("vacancy", 2)]


def test_exceptions_are_counted_by_their_provision(drifting, director, worker):
    first = drift.shortfalls(drift.scope(director, DAY)).filter(standard=VISITS).order_by("due_on").first()
    answer(first, worker, 0, ago(9), "exception", provision="a competent refusal")
    answer(first, director, 4, ago(8), "not_agreed")
    answer(first, worker, 0, ago(7), "exception", provision="a competent refusal")
    answer(first, director, 4, ago(6), "agreed")
    (only,) = told.exceptions(drift.scope(director, DAY))
    assert (only.provision, only.said, only.agreed, only.not_agreed) == ("a competent refusal", 2, 1, 1)


def test_a_fixed_number_of_queries(drifting, director, team, django_assert_max_num_queries):
    def ask():
        of = drift.scope(director, DAY)
        drift.waiting(of), drift.standards(of), drift.below(of), drift.kept(of)
        told.levels(of), told.levels_of_others(of), told.causes(of), told.exceptions(of), drift.behind(of.open)

    with django_assert_max_num_queries(40) as few:
        ask()
    for number in range(20):
        child = Person.objects.create(number=f"M{number}", forename="More", had_record=True)
        Allocation.objects.create(person=child, team=team, started_on=ago(100))
        for days in (5, 9):
            past_due(child, VISITS, ago(days))
    with django_assert_max_num_queries(len(few)):
        ask()


def test_a_copy_says_who_receives_it_and_is_audited(director):
    with pytest.raises(Unfit) as refused:
        copy_ledger(by=director, day=DAY, recipient=" ", purpose="")
    assert set(refused.value.by_field) == {"recipient", "purpose"}
    made = copy_ledger(by=director, day=DAY, recipient="The partnership", purpose="Its meeting")
    assert LedgerCopy.objects.get() == made
    assert AuditRow.objects.filter(deed="ledger.send", thing_id=str(made.pk), worker_id=director.pk).exists()
