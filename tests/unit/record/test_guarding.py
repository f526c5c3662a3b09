"""Restricting, naming, blocking, emergencies, inspectors' cases, adoption and accounts: each as an action."""

import datetime as dt
import inspect

import pytest
from django.utils import timezone

from goldenthread.record import access, audit
from goldenthread.record.access import Denied
from goldenthread.record.actions import actions, adoption, guarding, workers
from goldenthread.record.looking import audit_rows, who_looked
from goldenthread.record.models import AdoptionLink, Allocation, AuditRow, BreakGlass, Person
from goldenthread.record.policies import Unfit

LATER = timezone.localdate() + dt.timedelta(days=30)
REASON = "Police are at the door"


@pytest.fixture
def child(family):
    """The eldest."""
    return family[0]


@pytest.fixture
def director(make_worker):
    """The director."""
    return make_worker("The director", "director", of=None)


@pytest.fixture
def manager(make_worker):
    """The team's manager."""
    return make_worker("The manager", "team_manager")


@pytest.fixture
def outsider(make_worker, other_team):
    """A worker of another team, who knows the child's name."""
    return make_worker("An outsider", of=other_team)


def latest():
    """The latest row of the audit."""
    return AuditRow.objects.latest("seq")


def test_every_action_takes_only_keywords_and_says_by_whom():
    assert len(actions()) > 10
    for name, act in actions().items():
        parameters = inspect.signature(act).parameters
        assert "by" in parameters, name
        assert all(each.kind is each.KEYWORD_ONLY for each in parameters.values()), name
        assert act.deed.count(".") == 1, name


def test_a_record_is_restricted_to_at_least_two_by_those_who_may(director, manager, worker, child):
    with pytest.raises(Denied):
        guarding.restrict_record(by=manager, person=child, workers=[worker, director], reason=REASON)
    with pytest.raises(Unfit):
        guarding.restrict_record(by=director, person=child, workers=[worker, worker], reason=REASON)
    with pytest.raises(Unfit):
        guarding.restrict_record(by=director, person=child, workers=[worker, director], reason=" ")
    guarding.restrict_record(by=director, person=child, workers=[worker, director], reason=REASON)
    assert access.can_read(worker, child)
    assert access.can_read(director, child)
    assert not access.can_read(manager, child)
    assert (latest().deed, latest().person_id, latest().allowed) == ("access.restrict", child.pk, True)


def test_of_those_named_two_must_be_left(director, manager, worker, child):
    guarding.restrict_record(by=director, person=child, workers=[worker, director], reason=REASON)
    with pytest.raises(Unfit):
        guarding.unname_worker(by=director, person=child, worker=worker)
    guarding.name_worker(by=director, person=child, worker=manager)
    guarding.unname_worker(by=director, person=child, worker=worker)
    assert not access.can_read(worker, child)
    guarding.unrestrict_record(by=director, person=child, reason="The trial is over")
    assert access.can_read(worker, child)


def test_a_worker_may_keep_themselves_away_and_only_a_manager_somebody_else(make_worker, manager, director, worker, child):
    colleague = make_worker("A colleague")
    with pytest.raises(Denied):
        guarding.block_worker(by=colleague, person=child, worker=manager, reason=REASON)
    with pytest.raises(Unfit):
        guarding.block_worker(by=manager, person=child, worker=worker, reason="holds the child")
    guarding.block_worker(by=colleague, person=child, worker=colleague, reason="An aunt")
    assert not access.can_read(colleague, child)
    with pytest.raises(Denied):
        guarding.unblock_worker(by=manager, person=child, worker=colleague, reason="A mistake")
    guarding.unblock_worker(by=director, person=child, worker=colleague, reason="A mistake")
    assert access.can_read(colleague, child)


def test_a_block_ends_an_emergency(manager, outsider, child):
    guarding.break_glass(by=outsider, person=child, reason=REASON)
    guarding.block_worker(by=manager, person=child, worker=outsider, reason="An uncle")
    assert not access.can_read(outsider, child)


def test_an_emergency_opens_for_a_day_with_a_reason(outsider, child):
    with pytest.raises(Unfit):
        guarding.break_glass(by=outsider, person=child, reason="urgent! 12345")
    glass = guarding.break_glass(by=outsider, person=child, reason=REASON)
    assert [ground.name for ground in access.grounds(outsider, child)] == ["emergency"]
    assert (latest().deed, latest().ground) == ("emergency.open", "emergency")
    BreakGlass.objects.filter(pk=glass.pk).update(until=timezone.now())
    assert not access.can_read(outsider, child)


@pytest.mark.parametrize("closed", ["restricted", "sealed"])
def test_no_emergency_opens_what_is_closed(closed, outsider, child):
    Person.objects.filter(pk=child.pk).update(**{closed: True})
    with pytest.raises(Denied):
        guarding.break_glass(by=outsider, person=child, reason=REASON)
    assert (latest().deed, latest().allowed) == ("emergency.open", False)


@pytest.mark.parametrize("role", ["analyst", "administrator", "inspector"])
def test_some_roles_open_nothing_in_an_emergency(role, make_worker, child):
    with pytest.raises(Denied):
        guarding.break_glass(by=make_worker("Another", role), person=child, reason=REASON)


def test_an_emergency_is_reviewed_by_the_workers_own_manager(outsider, manager, make_worker, other_team, director, child):
    glass = guarding.break_glass(by=outsider, person=child, reason=REASON)
    theirs = make_worker("Their manager", "team_manager", other_team)
    for other in (outsider, manager):
        with pytest.raises(Denied):
            guarding.review_emergency(by=other, glass=glass, was_right=True, review="")
    with pytest.raises(Unfit):
        guarding.review_emergency(by=theirs, glass=glass, was_right=False, review="")
    guarding.review_emergency(by=theirs, glass=glass, was_right=False, review="Not the worker's case; spoken to")
    assert not access.can_read(outsider, child)
    assert not access.emergencies_to_review(director).exists()


def test_a_manager_does_not_review_themselves(manager, make_worker, director, other_team, child):
    theirs = make_worker("Their manager", "team_manager", other_team)
    glass = guarding.break_glass(by=theirs, person=child, reason=REASON)
    with pytest.raises(Denied):
        guarding.review_emergency(by=theirs, glass=glass, was_right=True, review="")
    guarding.review_emergency(by=director, glass=glass, was_right=True, review="")


def test_cases_are_chosen_for_inspectors_only_and_not_beyond_their_stay(director, worker, make_worker, child):
    inspector = make_worker("An inspector", "inspector", of=None, until=LATER)
    for who, until in ((worker, LATER), (inspector, LATER + dt.timedelta(days=1)), (inspector, dt.date(2020, 1, 1))):
        with pytest.raises(Unfit):
            guarding.choose_case(by=director, person=child, worker=who, until=until)
    guarding.choose_case(by=director, person=child, worker=inspector, until=LATER)
    assert access.can_read(inspector, child)
    guarding.unchoose_case(by=director, person=child, worker=inspector)
    assert not access.can_read(inspector, child)


def test_an_adoption_is_sealed_under_a_new_number(make_worker, director, worker, child):
    staff = make_worker("Adoption staff", is_adoption_staff=True)
    said = {"person": child, "forename": "Lark", "surname": "Newname", "reason": "Order 1 of the court"}
    with pytest.raises(Denied):
        adoption.seal_adoption(by=worker, workers=[staff], **said)
    with pytest.raises(Unfit):
        adoption.seal_adoption(by=staff, workers=[worker], **said)
    after = adoption.seal_adoption(by=staff, workers=[staff], **said)
    assert (after.sealed, after.born_on) == (True, child.born_on)
    assert child.number not in after.number
    assert not after.relationships.exists()
    assert not access.current(person=child).exists()
    assert access.can_read(staff, after)
    for other in (worker, director):
        assert not access.findable(other).filter(pk=after.pk).exists()
        assert adoption.link_of(other, child) is None
    assert adoption.link_of(staff, child) == AdoptionLink.objects.get()
    Allocation.objects.create(person=child, worker=staff, started_on=dt.date(2024, 1, 1))
    with pytest.raises(Unfit):
        adoption.seal_adoption(by=staff, workers=[staff], **said)


def test_who_has_looked_says_why_and_never_of_an_adoption(make_worker, director, worker, manager, child):
    staff = make_worker("Adoption staff", is_adoption_staff=True)
    guarding.break_glass(by=make_worker("Another", of=None), person=child, reason=REASON)
    said = {"person": child, "forename": "Lark", "surname": "Newname", "reason": "Order 1 of the court"}
    adoption.seal_adoption(by=staff, workers=[staff], **said)
    seen = [(look.who, look.why) for look in who_looked(director, child)[0]]
    assert seen == [("Another", "In an emergency, with a reason that is reviewed.")]
    assert {row.deed for row in audit_rows(director)} == {"emergency.open"}
    assert "adoption.seal" in {row.deed for row in audit_rows(staff)}


def test_who_could_look_because_of_a_hidden_brother_is_not_named(make_worker, other_team, director, family):
    birch = family[1]
    reader = make_worker("A reader", of=other_team)
    Allocation.objects.create(person=birch, worker=reader, started_on=dt.date(2024, 1, 1))
    audit.note(reader, "child.read", person=family[0], ground="family")
    assert who_looked(director, family[0])[0][0].who == "A reader"
    Person.objects.filter(pk=birch.pk).update(restricted=True)
    assert who_looked(director, family[0])[0][0].who == "Someone who may not be named here"


def test_the_audit_is_searched_without_what_is_hidden(director, worker, family):
    guarding.restrict_record(by=director, person=family[0], workers=[worker, director], reason=REASON)
    director.named_access.all().delete()
    assert not audit_rows(director, worker=director).exists()


def test_an_administrator_keeps_accounts_and_nobody_their_own_role(make_worker, manager, team):
    admin = make_worker("An administrator", "administrator")
    with pytest.raises(Denied):
        workers.make_worker(by=manager, name="New", role="director")
    new = workers.make_worker(by=admin, name="New", email="New@Example.org", role="social_worker", team=team)
    assert new.email == "new@example.org"
    assert not new.has_usable_password()
    with pytest.raises(Unfit):
        workers.make_worker(by=admin, name="Twin", email="NEW@example.org", role="social_worker")
    with pytest.raises(Unfit):
        workers.make_worker(by=admin, name="An inspector", email="i@example.org", role="inspector")
    with pytest.raises(Denied):
        workers.change_worker(by=admin, worker=admin, name=admin.name, email=admin.email, role="director", team=team)
    with pytest.raises(Denied):
        workers.end_worker(by=admin, worker=admin)
    workers.end_worker(by=admin, worker=new)
    with pytest.raises(Unfit):
        workers.note_password_link(by=admin, worker=new)


def test_a_team_never_stands_under_itself(make_worker, team):
    admin = make_worker("An administrator", "administrator")
    with pytest.raises(Unfit):
        workers.change_team(by=admin, team=team.above, name="North", number="S1", above=team)
