"""Who may pose a risk and lives with a child or meets one, and what ties children together: what is told, and what is not."""

import datetime as dt

import duckdb
import pytest

from goldenthread.record import access, facts, links, risks
from goldenthread.record.actions import families, people
from goldenthread.record.actions.entries import make_entry, withdraw_entry
from goldenthread.record.models import Fact, HouseholdMember, Person, Relationship
from goldenthread.record.some import some

pytestmark = pytest.mark.django_db

MARCH, APRIL, MAY = dt.date(2025, 3, 3), dt.date(2025, 4, 7), dt.date(2025, 5, 5)


@pytest.fixture
def other_child(worker):
    """A child of another family."""
    return Person.objects.create(number="C9", forename="Dogwood", born_on=dt.date(2011, 1, 1), had_record=True)


def adult(number="A1", may_pose_a_risk=True, **more) -> Person:
    return Person.objects.create(
        number=number, forename="Elm", born_on=dt.date(1985, 1, 1), may_pose_a_risk=may_pose_a_risk, **more
    )


def moves_in(person, family, started_on, ended_on=None):
    home = family[0].households.get().household
    return HouseholdMember.objects.create(household=home, person=person, started_on=started_on, ended_on=ended_on)


def told(persons=None):
    return [(each.noun, each.number, each.started_on, each.ended_on, each.facts) for each in risks.facts(persons)]


def at_home(number, started, ended=None, **said):
    return ("risk_person_at_home", number, started, ended, said)


def test_every_child_of_the_household_is_told_of_from_the_day_they_came(family):
    row = moves_in(adult(), family, MARCH, MAY)
    assert told() == [at_home(f"C{n}", MARCH, MAY) for n in (1, 2, 3)]
    assert {each.place for each in risks.facts()} == {f"household member {row.pk}"}
    assert told([family[1].pk]) == [at_home("C2", MARCH, MAY)]


def test_what_they_are_to_the_child_is_said_where_it_is_known(family):
    person = adult(sex="M")
    Relationship.objects.create(person=person, other=family[0], kind="step_parent")
    moves_in(person, family, MARCH)
    assert told([family[0].pk]) == [at_home("C1", MARCH, relationship="step-parent")]


def test_nothing_is_told_of_those_who_pose_none_who_left_before_or_whom_the_child_left(family):
    moves_in(adult(number="A2", may_pose_a_risk=False), family, MARCH)
    moves_in(adult(), family, MARCH, APRIL)
    family[0].households.update(started_on=APRIL)
    family[1].households.update(ended_on=MARCH)
    assert told() == [at_home("C3", MARCH, APRIL)]


def test_it_begins_when_the_risk_was_recorded_if_that_is_later(family, make_worker):
    person = adult(may_pose_a_risk=False)
    moves_in(person, family, MARCH)
    Relationship.objects.create(person=person, other=family[0], kind="step_parent")
    manager = make_worker("A manager", "team_manager")
    people.mark_risk(by=manager, person=person, may_pose_a_risk=True, in_words="To small children", reason="Told by the police")
    assert told([family[2].pk]) == [at_home("C3", access.today())]


def test_a_child_placed_elsewhere_does_not_live_with_them(family):
    moves_in(adult(), family, APRIL)
    for child, placed in zip(family, ("U6", "P1", "U6"), strict=True):
        Fact.objects.create(noun="placement", subject_id=child.number, person=child, started_on=MARCH, facts={"type": placed},
                            ended_on=APRIL if child is family[2] else None, recorded_at="2025-01-01T00:00Z")  # fmt: skip
    assert told() == [at_home("C2", APRIL), at_home("C3", APRIL)]


def test_a_child_who_comes_home_lives_with_whoever_moved_in_meanwhile(family):
    moves_in(adult(), family[:1], MARCH)
    for first, last in ((dt.date(2025, 2, 3), APRIL), (APRIL, MAY)):
        Fact.objects.create(noun="placement", subject_id="C1", person=family[0], started_on=first, ended_on=last,
                            facts={"type": "U6"}, recorded_at="2025-01-01T00:00Z")  # fmt: skip
    assert told([family[0].pk]) == [at_home("C1", MAY)]


def test_a_step_parent_of_whom_nobody_says_where_they_live_is_asked_about(family):
    person = adult()
    row = Relationship.objects.create(person=person, other=family[0], kind="step_parent", started_on=MARCH)
    Relationship.objects.create(person=person, other=family[1], kind="aunt_or_uncle", started_on=MARCH)
    Relationship.objects.create(person=person, other=family[2], kind="partner_of_parent", started_on=APRIL)
    of_partner = at_home("C3", APRIL, relationship="partner of a parent")
    assert told() == [at_home("C1", MARCH, relationship="step-parent"), of_partner]
    row.ended_on = MARCH
    row.save()
    assert told() == [of_partner]


def test_it_makes_no_difference_from_which_side_a_relationship_was_recorded(family):
    person = adult(sex="M")
    Relationship.objects.create(person=family[0], other=person, kind="step_child", started_on=MARCH)
    Relationship.objects.create(person=person, other=family[1], kind="step_child", started_on=MARCH)
    assert told() == [at_home("C1", MARCH, relationship="step-father")]


def test_family_time_with_them_is_told_of_those_who_were_there(family, worker):
    person = adult()
    for child, outcome in ((family[0], "happened"), (family[1], "cancelled")):
        body = {"shared": {"met": "2025-03-03", "who": [person.pk], "outcome": outcome}, "lines": {str(child.pk): {}}}
        make_entry(by=worker, kind="family_time", persons=[child], body=body)
    assert told() == [("risk_person_contact", "C1", MARCH, None, {})]


def test_those_near_are_judged_again(family, other_child):
    person = adult()
    moves_in(person, family, MARCH)
    Relationship.objects.create(person=person, other=other_child, kind="father")
    assert risks.concerned([person]) == {"C1", "C2", "C3", "C9"}
    assert risks.concerned([other_child]) == {"C9"}


def test_they_are_on_the_thread_of_everyone_and_of_some(family):
    moves_in(adult(), family, MARCH)
    whole = duckdb.connect()
    facts.read(MAY, whole)
    kept = whole.execute("SELECT subject_id, started_on FROM risk_person_at_home ORDER BY 1").fetchall()
    assert kept == [(f"C{n}", MARCH) for n in (1, 2, 3)]
    alone = facts.read_some(some(["C2"]), duckdb.connect())
    assert [(row["subject_id"], row["started_on"]) for row in alone.facts["risk_person_at_home"]] == [("C2", MARCH)]


def test_a_step_parent_who_moves_in_is_heard_of_at_once(family, worker, make_worker):
    from goldenthread.oversight.models import Stale

    person = families.add_relative(by=worker, child=family[0], particulars={"forename": "Elm"}, kind="step_parent",
                                   has_parental_responsibility=False)  # fmt: skip
    manager = make_worker("A manager", "team_manager")
    people.mark_risk(by=manager, person=person, may_pose_a_risk=True, in_words="To children", reason="Told by the police")
    Stale.objects.all().delete()
    families.join_household(by=worker, person=person, household=family[0].households.get().household)
    assert set(Stale.objects.values_list("subject_id", flat=True)) == {"C1", "C2", "C3"}


# ------------------------------------------------------------------------------------------------------------------ TIES


def concern(by, child, day, place="", who=()):
    body = {"shared": {"known": day, "what": ["criminal"], "text": "New phone", "place": place, "who": list(who)}, "lines": {}}
    return make_entry(by=by, kind="exploitation_concern", persons=[child], body=body)


@pytest.fixture
def hold(worker, family, other_child):
    """The other child is the worker's too."""
    from goldenthread.record.models import Allocation

    Allocation.objects.create(person=other_child, worker=worker, team=worker.team, started_on=dt.date(2024, 1, 1))


def ties(persons=None):
    return [(each.number, str(each.started_on), each.facts["link"], each.place) for each in links.facts(persons)]


def test_the_same_place_ties_two_children_from_the_later_concern_on(family, other_child, worker, hold):
    one = concern(worker, family[0], "2025-03-03", "Mill Lane car-park")
    other = concern(worker, other_child, "2025-04-07", "mill lane CAR PARK")
    assert ties() == [("C1", "2025-04-07", "place", f"entry {one.pk}"), ("C9", "2025-04-07", "place", f"entry {other.pk}")]
    assert ties([other_child.pk]) == ties()[1:]
    assert links.tied([family[0]]) == {"C1", "C9"}
    withdraw_entry(by=worker, entry=other, reason="The wrong child")
    assert ties() == []


def test_so_does_the_same_person_named(family, other_child, worker, hold):
    person = adult(may_pose_a_risk=False)
    for child in (family[0], other_child):
        concern(worker, child, "2025-03-03", who=[person.pk])
    assert [tie[:3] for tie in ties()] == [("C1", "2025-03-03", "person"), ("C9", "2025-03-03", "person")]


@pytest.mark.parametrize("second", [("2025-04-07", "Mill Lane"), ("2024-03-04", "Mill Road"), ("2024-03-04", "")])
def test_another_place_or_long_after_ties_nobody(family, other_child, worker, hold, second):
    concern(worker, family[0], "2024-03-04", "Mill Lane")
    concern(worker, other_child, *second)
    assert ties() == []


def test_nor_does_home_or_a_household_that_is_shared(family, other_child, worker, hold):
    concern(worker, family[0], "2025-03-03", "Mill Lane")
    concern(worker, family[1], "2025-03-03", "Mill Lane")
    concern(worker, other_child, "2025-03-03", "Home")
    assert ties() == []


@pytest.mark.parametrize("hidden", ["restricted", "sealed"])
def test_a_record_few_may_know_of_ties_no_other_child(family, other_child, worker, hold, hidden):
    concern(worker, family[0], "2025-03-03", "Mill Lane")
    concern(worker, other_child, "2025-03-03", "Mill Lane")
    Person.objects.filter(pk=other_child.pk).update(**{hidden: True})
    assert [tie[0] for tie in ties()] == ["C9"]
