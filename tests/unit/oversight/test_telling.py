"""Who is told: those who stand in line for the child, once, and nobody who may not know of the record."""

import datetime as dt

import pytest
from django.utils import timezone
from tests.put_before import DAY, line_of, shortfall_of

from goldenthread.oversight.cards import cards
from goldenthread.oversight.holders import Holders, who_at
from goldenthread.oversight.models import Shortfall, Telling
from goldenthread.oversight.telling import mark_seen, tell
from goldenthread.record import access
from goldenthread.record.models import Allocation, Block, Fact, NamedAccess, Person, Relationship
from goldenthread.workforce.models import Worker


@pytest.fixture
def people(team, make_worker, worker):
    """Everyone in line for the family, by role; and the out-of-hours team."""
    return line_of(make_worker, team) | {"worker": worker}


def told(shortfall=None):
    """(step, name of the worker, why) of everything that was told, lowest step first."""
    rows = Telling.objects.filter(shortfall=shortfall) if shortfall else Telling.objects.all()
    return [(row.step, row.worker.name, row.why) for row in rows.select_related("worker").order_by("on", "step", "pk")]


def away(worker, back=None):
    """The worker is away from before the day."""
    Fact.objects.create(
        noun="absence", subject_type="worker", subject_id=worker.number, started_on=DAY, ended_on=back,
        recorded_at=timezone.now(), facts={"provision": "sick"},
    )  # fmt: skip


def days(number):
    """Nights, one after another."""
    return [DAY + dt.timedelta(each) for each in range(number)]


def test_the_social_worker_is_told_and_the_same_day_again_nobody(people, family):
    shortfall = shortfall_of(family[0], severity="critical")
    assert tell([shortfall], DAY) == 1
    assert tell(None, DAY) == 0
    assert told() == [(0, "The worker", "first")]


def test_unanswered_it_climbs_to_the_director(people, family):
    shortfall_of(family[0], severity="critical")
    for day in days(20):
        tell(None, day)
    assert [name for _, name, _ in told()] == ["The worker", "The manager", "The service manager", "The head", "The director"]


def test_a_danger_is_told_at_once_to_three(people, family):
    tell([shortfall_of(family[0], is_danger=True)], DAY)
    assert told() == [(0, "The worker", "danger"), (1, "The manager", "danger"), (9, "The night", "danger")]


def test_what_is_silent_or_ended_is_told_to_nobody(people, family):
    tell([shortfall_of(family[0], speaks=False), shortfall_of(family[0], ended_on=DAY, ended="done")], DAY)
    assert told() == []


@pytest.mark.parametrize(
    "responsible, step, name",
    [
        ("Social worker", 0, "The worker"),
        ("Team manager", 1, "The manager"),
        ("Front door manager", 1, "The manager"),
        ("Service manager", 2, "The service manager"),
        ("Head of service", 3, "The head"),
        ("Director of children's services", 4, "The director"),
        ("Independent reviewing officer service", 0, "The officer"),
        ("Conference chair", 0, "The officer"),
        ("Personal adviser", 0, "The adviser"),
        ("Health services for looked-after children", 0, "The worker"),
    ],
)
def test_the_person_responsible_is_told_first(people, family, make_worker, responsible, step, name):
    for capacity, who in (("reviewing_officer", "The officer"), ("personal_adviser", "The adviser")):
        holder = make_worker(who, "reviewing_officer")
        Allocation.objects.create(person=family[0], worker=holder, capacity=capacity, started_on=DAY)
    tell([shortfall_of(family[0], responsible=responsible)], DAY)
    assert told() == [(step, name, "first")]


def test_who_is_away_is_passed_over_and_it_is_said_without_a_name(people, family):
    away(people["worker"], dt.date(2026, 3, 16))
    tell([shortfall_of(family[0])], DAY)
    (row,) = Telling.objects.all()
    assert (row.worker.name, row.passed) == ("The manager", "The social worker is away until 16 March 2026.")


def test_who_is_back_is_told_then(people, family):
    away(people["worker"], DAY + dt.timedelta(1))
    shortfall_of(family[0], severity="high")
    for day in days(3):
        tell(None, day)
    assert told() == [(1, "The manager", "first"), (0, "The worker", "first")]


def test_a_child_without_a_worker_goes_to_the_manager(people, family):
    Allocation.objects.filter(person=family[0]).update(worker=None)
    tell([shortfall_of(family[0])], DAY)
    assert told() == [(1, "The manager", "first")]
    assert Telling.objects.get().passed == "No social worker is allocated."


def test_whom_nobody_holds_is_put_before_the_front_door_if_open_or_contacted_about(people, family, make_worker, other_team):
    other_team.is_front_door = True
    other_team.save()
    manager = make_worker("The door", "team_manager", other_team)
    Allocation.objects.filter(person__in=family).delete()
    officer = make_worker("The officer", "reviewing_officer", None)
    Allocation.objects.create(person=family[0], worker=officer, capacity="reviewing_officer", started_on=DAY)
    days = (("referral", 0, DAY), ("contact", 1, DAY), ("contact", 2, DAY - dt.timedelta(400)), ("contact", 1, access.today()))
    for noun, n, day in days:
        Fact.objects.create(noun=noun, subject_id=f"C{n + 1}", person=family[n], started_on=day, recorded_at=timezone.now())
    tell([shortfall_of(child) for child in family], DAY)
    assert told() == [(1, "The door", "first")] * 2 + [(4, "The director", "first")], "the third is long closed"
    risk = Person.objects.create(number="A1", forename="Flint", may_pose_a_risk=True)
    tie = Relationship.objects.create(person=family[2], other=risk, kind="step_child")
    assert access.can_write(manager, family[2]), "and is in danger, whoever holds the child or not"
    tie.delete()
    assert [access.can_write(manager, child) for child in family] == [True, True, False]
    Worker.objects.filter(pk=manager.pk).update(is_active=False)
    new = make_worker("The new door", "team_manager", other_team)
    for number in range(1, 5):
        tell(None, DAY + dt.timedelta(number))
    for each in (new, people["service_manager"]):
        assert {card.child for card in cards(each, DAY + dt.timedelta(4))} == set(family[:2])


def test_who_has_no_account_or_has_left_is_passed_over(people, family):
    Worker.objects.filter(pk=people["worker"].pk).update(email=None)
    Worker.objects.filter(pk=people["team_manager"].pk).update(left_on=DAY - dt.timedelta(1))
    tell([shortfall_of(family[0])], DAY)
    assert told() == [(2, "The service manager", "first")]
    assert Telling.objects.get().passed == "The social worker has no account here. The team manager's post is vacant."


def test_a_new_worker_is_told(people, family, make_worker):
    shortfall = shortfall_of(family[0], severity="high")
    tell([shortfall], DAY)
    new = make_worker("The new worker")
    Allocation.objects.filter(person=family[0]).update(worker=new)
    tell([shortfall], DAY + dt.timedelta(1))
    assert told() == [(0, "The worker", "first"), (0, "The new worker", "new worker")]


def test_supervision_that_is_late_is_put_before_the_manager(people):
    worker = people["worker"]
    shortfall = shortfall_of(None, worker=worker, subject_type="worker", subject_id=worker.number, responsible="Team manager")
    tell([shortfall], DAY)
    assert told() == [(1, "The manager", "first")]


def test_the_manager_is_not_told_of_their_own_supervision_but_whoever_is_above(people):
    manager = people["team_manager"]
    tell([shortfall_of(None, worker=manager, subject_type="worker", subject_id=manager.number, responsible="Team manager")], DAY)
    assert told() == [(2, "The service manager", "first")]


def test_of_a_restricted_record_only_those_named_in_line_are_told(people, family):
    child = restricted(family[0])
    name(child, people["service_manager"])
    tell([shortfall_of(child, is_danger=True)], DAY)
    assert told() == [(2, "The service manager", "danger")]


def test_where_nobody_in_line_is_named_those_who_are_named_are_told(people, family, make_worker):
    child = restricted(family[0])
    elsewhere = make_worker("Somebody named", of=None)
    name(child, elsewhere)
    shortfall_of(child, severity="critical")
    for day in days(10):
        tell(None, day)
    assert told() == [(0, "Somebody named", "first")]


def test_a_worker_kept_away_from_the_record_is_not_told(people, family):
    Block.objects.create(
        person=family[0], worker=people["team_manager"], reason="Family.", given_by=people["director"], given_at=timezone.now()
    )
    tell([shortfall_of(family[0], is_danger=True)], DAY)
    assert [name for _, name, _ in told()] == ["The worker", "The service manager", "The night"]


def test_a_sealed_record_is_told_to_adoption_staff_only(people, family):
    Person.objects.filter(pk=family[0].pk).update(sealed=True)
    Worker.objects.filter(pk=people["head_of_service"].pk).update(is_adoption_staff=True)
    tell([shortfall_of(family[0])], DAY)
    assert [name for _, name, _ in told()] == ["The head"]


def test_whoever_is_told_may_open_the_record(people, family):
    restricted(family[1])
    name(family[1], people["head_of_service"])
    for child in family:
        shortfall_of(child, is_danger=True)
    for day in days(20):
        tell(None, day)
    for row in Telling.objects.select_related("worker", "shortfall__person"):
        assert access.children(row.worker).filter(pk=row.shortfall.person_id).exists()


def restricted(child):
    """The child, restricted."""
    Person.objects.filter(pk=child.pk).update(restricted=True)
    child.refresh_from_db()
    return child


def name(child, worker):
    """Let the worker open the record."""
    NamedAccess.objects.create(person=child, worker=worker, given_by=worker, given_at=timezone.now())


def test_the_questions_asked_do_not_grow_with_the_children(people, family, worker, django_assert_max_num_queries):
    for child in family:
        for severity in ("critical", "high", "medium"):
            shortfall_of(child, severity=severity)
    with django_assert_max_num_queries(18):
        tell(None, DAY)
    assert Telling.objects.count() == Shortfall.objects.count() == 9


def test_who_stands_at_a_step(people, family):
    assert who_at(family[0], 2, DAY) == (people["service_manager"], "")
    Worker.objects.filter(pk=people["team_manager"].pk).update(is_active=False)
    assert who_at(family[0], 1, DAY) == (None, "The team manager's post is vacant.")


def test_a_child_whose_record_was_merged_is_held_by_whoever_holds_either(people, family):
    Person.objects.filter(pk=family[1].pk).update(merged_into=family[0])
    Allocation.objects.filter(person=family[0]).delete()
    (line,) = Holders(DAY).in_line([shortfall_of(family[0])])
    assert line.at(0).workers == (people["worker"].pk,)


def test_when_it_was_first_on_the_screen_is_noted_once(people, family):
    shortfall = shortfall_of(family[0])
    tell([shortfall], DAY)
    mark_seen(people["worker"], [shortfall])
    first = Telling.objects.get().seen_at
    mark_seen(people["worker"], [shortfall])
    assert Telling.objects.get().seen_at == first is not None
