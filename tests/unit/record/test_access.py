"""Who may open which record, on which ground; and what nothing goes round."""

import datetime as dt

import pytest
from django.utils import timezone

from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.models import Allocation, Block, BreakGlass, ChosenCase, Fact, NamedAccess, Person, Relationship
from goldenthread.workforce.models import Team

PAST, TODAY, LATER = dt.date(2020, 1, 1), timezone.localdate(), timezone.localdate() + dt.timedelta(days=30)


@pytest.fixture
def child(family):
    """The eldest of three, allocated to the worker."""
    return family[0]


@pytest.fixture
def outsider(make_worker, other_team):
    """A worker of another team."""
    return make_worker("An outsider", of=other_team)


def names(by, child):
    """The grounds on which a worker may open the record."""
    return [ground.name for ground in access.grounds(by, child)]


def test_a_worker_opens_what_is_allocated_and_what_the_team_holds(worker, make_worker, child):
    assert names(worker, child) == ["allocated", "family", "team"]
    assert names(make_worker("A colleague"), child) == ["team"]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("social_worker", []), ("team_manager", []), ("reviewing_officer", []), ("service_manager", ["line"]),
        ("head_of_service", ["line"]), ("director", ["all"]), ("quality_assurance", ["all"]), ("analyst", []),
        ("administrator", []), ("out_of_hours", ["all"]), ("inspector", []),
    ],
)  # fmt: skip
def test_each_role_over_or_beside_the_team_has_its_ground(role, expected, make_worker, other_team, child, team):
    of = team.above if role in ("service_manager", "head_of_service") else other_team
    assert names(make_worker("Another", role, of), child) == expected


@pytest.mark.parametrize("role", ["social_worker", "team_manager", "head_of_service", "director", "out_of_hours"])
@pytest.mark.parametrize("scope", [access.children, access.people, access.findable])
def test_a_scope_can_stand_within_other_queries(scope, role, make_worker, other_team, family):
    Team.objects.update(is_front_door=True)
    by = make_worker("Another", role, Team.objects.get(pk=other_team.pk))
    asked = scope(by)
    for _ in range(2):  # SQLite takes queries within queries to a certain depth only
        asked = Person.objects.filter(pk__in=asked.values("pk"))
    assert set(asked) == set(scope(by))


def test_a_brother_of_an_allocated_child_is_opened_and_that_says_so(outsider, family):
    Allocation.objects.all().delete()
    Allocation.objects.create(person=family[0], worker=outsider, started_on=PAST)
    assert names(outsider, family[1]) == ["family"]


def test_an_ended_allocation_opens_nothing(worker, make_worker, other_team, child):
    worker.team = other_team
    worker.save()
    Allocation.objects.filter(worker=worker).update(ended_on=PAST)
    assert names(worker, child) == []


def test_a_child_whom_nobody_holds_is_the_front_doors_while_open(make_worker, other_team, child):
    Team.objects.filter(pk=other_team.pk).update(is_front_door=True)
    other_team.refresh_from_db()
    manager, worker = make_worker("The door", "team_manager", other_team), make_worker("At the door", of=other_team)
    referral = Fact.objects.create(noun="referral", subject_id="C1", person=child, started_on=PAST, recorded_at=timezone.now())
    assert names(manager, child) == [], "somebody holds the child"
    Allocation.objects.filter(person=child).update(ended_on=TODAY)
    assert (names(manager, child), names(worker, child)) == (["front door"], [])
    referral.ended_on = TODAY
    referral.save()
    assert names(manager, child) == []


def test_an_inspector_reads_what_was_chosen_until_the_day(make_worker, child, worker):
    inspector = make_worker("An inspector", "inspector", of=None, until=LATER)
    chosen = ChosenCase.objects.create(person=child, worker=inspector, until=TODAY, given_by=worker, given_at=timezone.now())
    assert names(inspector, child) == ["chosen"]
    with pytest.raises(Denied):
        access.check_write(inspector, child)
    chosen.until = PAST
    chosen.save()
    assert names(inspector, child) == []


def test_an_account_that_has_ended_opens_nothing(make_worker, child):
    director = make_worker("A director", "director", of=None, until=PAST)
    assert names(director, child) == []
    assert not access.children(director).exists()


@pytest.mark.parametrize("role", ["director", "out_of_hours", "quality_assurance", "head_of_service"])
def test_a_restricted_record_is_as_if_it_did_not_exist(role, make_worker, team, child):
    Person.objects.filter(pk=child.pk).update(restricted=True)
    other = make_worker("Another", role, team.above)
    with pytest.raises(Denied) as denied:
        access.check_read(other, child)
    assert denied.value.hidden
    for each in (access.children, access.people, access.findable):
        assert not each(other).filter(pk=child.pk).exists()
    with pytest.raises(Denied) as denied:
        access.check_emergency(other, child)
    assert denied.value.hidden


def test_who_is_named_opens_a_restricted_record_and_the_allocated_worker_does_not(worker, make_worker, child):
    Person.objects.filter(pk=child.pk).update(restricted=True)
    named = make_worker("Named", "director", of=None)
    NamedAccess.objects.create(person=child, worker=named, given_by=named, given_at=timezone.now())
    assert names(named, child) == ["named", "all"]
    assert names(worker, child) == []


def test_a_sealed_record_is_for_adoption_staff(make_worker, child, other_team):
    Person.objects.filter(pk=child.pk).update(sealed=True)
    assert names(make_worker("A director", "director", of=None), child) == []
    assert names(make_worker("Adoption", of=other_team, is_adoption_staff=True), child) == ["adoption"]


def test_a_block_stands_before_every_ground(worker, make_worker, child):
    glass = {"reason": "At the door", "opened_at": timezone.now(), "until": timezone.now() + dt.timedelta(hours=1)}
    director = make_worker("A director", "director", of=None)
    for each in (worker, director):
        Block.objects.create(person=child, worker=each, reason="An aunt", given_by=director, given_at=timezone.now())
        NamedAccess.objects.create(person=child, worker=each, given_by=director, given_at=timezone.now())
        BreakGlass.objects.create(person=child, worker=each, **glass)
        assert names(each, child) == []
        assert not access.findable(each).filter(pk=child.pk).exists()


def test_the_adults_of_a_restricted_child_are_not_found_through_it(worker, make_worker, child, family):
    mother = Person.objects.create(number="M1", forename="Willow", surname="Underwood")
    Relationship.objects.create(person=mother, other=child, kind="parent")
    assert access.people(worker).filter(pk=mother.pk).exists()
    Person.objects.filter(pk=child.pk).update(restricted=True)
    assert not access.people(worker).filter(pk=mother.pk).exists()


def test_an_outsider_is_told_of_the_emergency_only_where_they_may_find_the_child(outsider, make_worker, other_team, child):
    with pytest.raises(Denied) as denied:
        access.check_read(outsider, child)
    assert denied.value.hidden
    manager = make_worker("A manager", "team_manager", other_team)
    with pytest.raises(Denied) as denied:
        access.check_read(manager, child)
    assert not denied.value.hidden


def test_of_a_blocked_worker_the_findable_are_the_same_as_if_the_child_did_not_exist(make_worker, child):
    manager = make_worker("A manager", "team_manager")
    without = set(access.findable(manager).exclude(pk=child.pk).values_list("pk", flat=True))
    Block.objects.create(person=child, worker=manager, reason="An aunt", given_by=manager, given_at=timezone.now())
    assert set(access.findable(manager).values_list("pk", flat=True)) == without
