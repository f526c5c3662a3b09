"""Making people known, putting them right, families, and two records that are of one person."""

import datetime as dt

import pytest

from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.actions import families, people
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.models import Address, Block, NamedAccess, Person, PersonChange, PossibleDuplicate, Relationship
from goldenthread.record.policies import Unfit
from goldenthread.record.relationships import TIES, seen_from
from goldenthread.record.search import find_people, find_text

WHEN = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


def made(by, forename: str, surname: str = "Underwood", **more) -> Person:
    """Someone made known."""
    is_child = more.pop("is_child", True)
    return people.make_person(by=by, particulars={"forename": forename, "surname": surname} | more, is_child=is_child)


def added(by, child, forename: str, kind: str, **more) -> Person:
    """An adult of a child's family."""
    said = {"forename": forename, "surname": "Underwood"} | more
    return families.add_relative(by=by, child=child, particulars=said, kind=kind, has_parental_responsibility=True)


def test_a_new_child_is_held_by_the_makers_team(worker):
    child = made(worker, "Dogwood", born_on=dt.date(2020, 2, 29))
    assert [(held.team, held.worker) for held in access.current(person=child)] == [(worker.team, None)]
    assert access.can_write(worker, child)
    assert list(find_people(worker, "dogwood")) == [child]


@pytest.mark.parametrize("said, field", [
    ({"forename": "A", "born_on": dt.date(2999, 1, 1)}, "born_on"),
    ({"forename": "A", "born_on": dt.date(1815, 6, 18)}, "born_on"),
    ({"forename": "A", "expected_on": dt.date(2999, 1, 1)}, "expected_on"),
    ({"forename": "A", "born_on": dt.date(2020, 1, 2), "died_on": dt.date(2020, 1, 1)}, "died_on"),
    ({"born_on": dt.date(2020, 1, 2)}, "forename"),
    ({"forename": "A" * 101}, "forename"),
])  # fmt: skip
def test_what_cannot_be_so_is_refused_in_words(worker, said, field):
    with pytest.raises(Unfit) as refused:
        people.make_person(by=worker, particulars=said, is_child=True)
    assert list(refused.value.by_field) == [field]
    assert not Person.objects.exists()


def test_a_child_not_yet_born_needs_no_name(worker):
    child = people.make_person(by=worker, particulars={"expected_on": access.today() + dt.timedelta(days=90)}, is_child=True)
    assert child.name == "Unborn child"


def test_a_name_like_a_formula_is_text(worker):
    child = made(worker, '=HYPERLINK("http://evil","x")')
    assert child.name.startswith("=HYPERLINK")
    assert list(find_people(worker, "hyperlink")) == [child]


def test_a_change_is_visible_and_the_old_name_still_finds(worker, family):
    people.change_person(by=worker, person=family[0], particulars={"surname": "Overhill"}, reason="Her mother married")
    change = PersonChange.objects.get()
    assert (change.before, change.after, change.by) == ({"surname": "Underwood"}, {"surname": "Overhill"}, worker)
    assert list(find_people(worker, "ash underwood")) == list(find_people(worker, "ash overhill")) == [family[0]]


def test_a_change_needs_a_reason_and_a_part_in_the_childs_care(worker, family, make_worker, other_team):
    with pytest.raises(Unfit):
        people.change_person(by=worker, person=family[0], particulars={"surname": "X"}, reason=" ")
    with pytest.raises(Denied):
        people.change_person(
            by=make_worker("An outsider", of=other_team), person=family[0], particulars={"surname": "X"}, reason="so"
        )
    assert Person.objects.get(pk=family[0].pk).surname == "Underwood"


def test_what_is_fed_is_changed_where_it_comes_from(worker, family):
    Person.objects.filter(pk=family[0].pk).update(source="mosaic")
    child = Person.objects.get(pk=family[0].pk)
    with pytest.raises(Unfit):
        people.change_person(by=worker, person=child, particulars={"surname": "X"}, reason="so")
    people.change_person(by=worker, person=child, particulars={"language": "Polish"}, reason="so")


def test_a_relationship_is_seen_from_both_sides(worker, family):
    mother = added(worker, family[0], "Rowan", "parent", sex="F")
    row = mother.relationships.get()
    (seen,) = seen_from(family[0], [row])
    assert (seen.who, seen.words, seen.has_parental_responsibility) == (mother, "mother", True)
    (seen,) = seen_from(mother, [row])
    assert (seen.who, seen.words, seen.has_parental_responsibility) == (family[0], "child", False)


def test_every_tie_has_its_inverse_a_generation_away():
    for tie in TIES.values():
        back = TIES[tie.inverse]
        assert back.generation == -tie.generation
        assert TIES[back.inverse].generation == tie.generation


def test_an_end_before_a_beginning_is_refused(worker, family):
    mother = added(worker, family[0], "Rowan", "mother")
    row = families.add_relationship(by=worker, person=mother, other=family[1], kind="mother", started_on=dt.date(2020, 1, 2))
    with pytest.raises(Unfit):
        families.end_relationship(by=worker, relationship=row, ended_on=dt.date(2020, 1, 1))
    families.correct_relationship(by=worker, relationship=row, said={"kind": "step_parent"}, reason="not the mother")
    assert Relationship.objects.get(pk=row.pk).kind == "step_parent"


def test_nobody_gets_at_a_record_by_calling_it_family(worker, family, make_worker, other_team):
    outsider = make_worker("An outsider", of=other_team)
    mine = made(outsider, "Elder")
    home = family[0].households.get().household
    with pytest.raises(Denied):
        families.add_relationship(by=outsider, person=family[0], other=mine, kind="sibling")
    with pytest.raises(Denied):
        families.join_household(by=outsider, person=mine, household=home)
    with pytest.raises(Denied):
        families.join_household(by=outsider, person=family[0])
    assert not access.can_read(outsider, family[0])


def test_moving_home_ends_the_old_home_on_the_day(worker, family):
    day = dt.date(2025, 3, 3)
    families.add_address(by=worker, person=family[0], kind="home", lines="1 Old Lane")
    families.add_address(by=worker, person=family[0], kind="home", lines="2 New Lane", started_on=day)
    families.join_household(by=worker, person=family[0], started_on=day)
    assert list(Address.objects.order_by("pk").values_list("lines", "ended_on")) == [("1 Old Lane", day), ("2 New Lane", None)]
    assert [each.ended_on for each in family[0].households.order_by("pk")] == [day, None]


def test_a_protected_address_is_protected_for_everyone_who_lives_there(worker, family, manager):
    for child in family[:2]:
        families.add_address(by=worker, person=child, kind="home", lines="1 Old Lane", postcode="ab1 2cd")
    first = family[0].addresses.get()
    families.protect_address(by=worker, address=first, protected=True, reason="Father must not know")
    assert list(Address.objects.values_list("is_protected", flat=True)) == [True, True]
    first.refresh_from_db()
    with pytest.raises(Denied):
        families.protect_address(by=worker, address=first, protected=False, reason="so")
    families.protect_address(by=manager, address=first, protected=False, reason="so")


def test_a_worker_says_that_someone_may_pose_a_risk_and_a_manager_that_they_do_not(worker, family, manager):
    man = added(worker, family[0], "Oak", "partner_of_parent")
    with pytest.raises(Unfit):
        people.mark_risk(by=worker, person=man, may_pose_a_risk=True, in_words="", reason="conviction")
    people.mark_risk(by=worker, person=man, may_pose_a_risk=True, in_words="To girls under 12", reason="conviction")
    with pytest.raises(Denied):
        people.mark_risk(by=worker, person=man, may_pose_a_risk=False, in_words="", reason="so")
    people.mark_risk(by=manager, person=man, may_pose_a_risk=False, in_words="", reason="assessed")


def visited(worker, child, said: str):
    """A visit to one child."""
    body = {"shared": {"visited": "2025-03-03", "purpose": "need"}, "lines": {str(child.pk): {"seen": "alone", "said": said}}}
    return make_entry(by=worker, kind="visit", persons=[child], body=body)


def test_merged_records_are_read_as_one_and_can_be_separated(worker, family, manager):
    twin = made(worker, "Ashe", "Underwould", born_on=family[0].born_on)
    entry = visited(worker, twin, "a marmoset")
    people.propose_duplicate(twin, family[0], "sounds alike")
    people.merge_people(by=manager, person=twin, into=family[0], reason="same passport")
    assert list(find_people(worker, "underwould")) == [family[0]]
    assert [each.persons for each in find_text(worker, "marmoset")] == [[family[0]]]
    assert not access.children(worker).filter(pk=twin.pk).exists()
    access.check_read_entry(worker, entry)
    access.check_change_entry(worker, entry)
    assert PossibleDuplicate.objects.get().decision == "same"
    twin.refresh_from_db()
    people.unmerge_people(by=manager, person=twin, reason="different mothers")
    assert list(find_people(worker, "underwould")) == [Person.objects.get(pk=twin.pk)]
    assert [each.persons for each in find_text(worker, "marmoset")] == [[twin]]
    assert PossibleDuplicate.objects.get().decision == "different"


def test_records_guarded_otherwise_are_not_merged(worker, family, manager):
    twin = made(worker, "Ashe")
    Block.objects.create(person=twin, worker=worker, given_by=manager, given_at=WHEN)
    with pytest.raises(Unfit):
        people.merge_people(by=manager, person=twin, into=family[0], reason="same")
    Block.objects.all().delete()
    Person.objects.filter(pk=twin.pk).update(restricted=True)
    NamedAccess.objects.create(person=twin, worker=manager, given_by=manager, given_at=WHEN)
    with pytest.raises(Unfit):
        people.merge_people(by=manager, person=Person.objects.get(pk=twin.pk), into=family[0], reason="same")


def test_a_worker_does_not_merge_and_a_third_record_does_not_chain(worker, family, manager):
    one, other = made(worker, "Ashe"), made(worker, "Ashley")
    with pytest.raises(Denied):
        people.merge_people(by=worker, person=one, into=other, reason="same")
    people.merge_people(by=manager, person=one, into=other, reason="same")
    with pytest.raises(Unfit):
        people.merge_people(by=manager, person=Person.objects.get(pk=other.pk), into=family[0], reason="same")


def test_a_proposal_is_seen_by_who_holds_either_and_never_by_those_one_is_hidden_from(worker, family, make_worker, other_team):
    Person.objects.filter(pk=family[0].pk).update(restricted=True)
    NamedAccess.objects.create(person=family[0], worker=worker, given_by=worker, given_at=WHEN)
    stranger = make_worker("A stranger", "team_manager", of=other_team)
    twin = made(stranger, "Ash")
    people.propose_duplicate(twin, Person.objects.get(pk=family[0].pk), "sounds alike")
    people.propose_duplicate(Person.objects.get(pk=family[0].pk), twin, "sounds alike")
    assert len(people.proposals(worker)) == 1
    assert not people.proposals(stranger)
    with pytest.raises(Denied):
        people.decide_duplicate(by=stranger, proposal=PossibleDuplicate.objects.get(), same=False)


def test_a_sealed_record_is_outside_all_matching(worker, family):
    Person.objects.filter(pk=family[0].pk).update(sealed=True)
    people.propose_duplicate(made(worker, "Ash"), Person.objects.get(pk=family[0].pk), "sounds alike")
    assert not PossibleDuplicate.objects.exists()
