"""A child's family, an adult's page and two records of one person: what is shown, and to whom it is not."""

import datetime as dt

import pytest
from tests.pages import text_of

from goldenthread.record.actions import families, people
from goldenthread.record.models import Address, Block, HouseholdMember, NamedAccess, Person, PossibleDuplicate, Relationship

WHEN = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def signed_in(client, worker):
    """A browser in which the worker is signed in."""
    client.force_login(worker)
    return client


@pytest.fixture
def stepfather(worker, family, make_worker, other_team):
    """A man who may pose a risk, linked with this family and with a stranger's child of the same team, and of another."""
    said = {"forename": "Oak", "surname": "Grove", "born_on": dt.date(1980, 1, 1)}
    man = families.add_relative(by=worker, child=family[0], particulars=said, kind="step_parent")
    people.mark_risk(by=worker, person=man, may_pose_a_risk=True, in_words="To small children", reason="checks")
    outsider = make_worker("An outsider", of=other_team)
    for by, name in ((worker, "Elder"), (outsider, "Willow")):
        child = people.make_person(by=by, particulars={"forename": name, "surname": "Field"}, is_child=True)
        Relationship.objects.create(person=man, other=child, kind="father")
    return man


def test_someone_who_may_pose_a_risk_is_shown_with_the_other_children_that_this_reader_may_see(signed_in, family, stepfather):
    for address in (f"/child/{family[0].pk}/family/", f"/person/{stepfather.pk}/"):
        shown = text_of(signed_in.get(address))
        assert "To small children" in shown
        assert "Elder Field" in shown
        assert "Willow" not in shown


@pytest.mark.parametrize("hide", ["restricted", "sealed", "blocked"])
def test_a_brother_or_sister_who_is_hidden_is_nowhere_on_the_page(signed_in, family, worker, hide):
    families.add_relationship(by=worker, person=family[1], other=family[0], kind="half_sibling")
    if hide == "blocked":
        Block.objects.create(person=family[1], worker=worker, given_by=worker, given_at=WHEN)
    else:
        Person.objects.filter(pk=family[1].pk).update(**{hide: True})
    for of in ("", "home/", "person/"):
        shown = text_of(signed_in.get(f"/child/{family[0].pk}/family/{of}"))
        assert "Birch" not in shown
        assert "half-" not in shown.split("What are they to")[0]
    assert "Cedar" in text_of(signed_in.get(f"/child/{family[0].pk}/family/"))


def test_someone_is_added_and_one_who_is_known_is_offered_first(signed_in, family, stepfather):
    address = f"/child/{family[2].pk}/family/person/"
    typed = {"forename": "Oke", "surname": "Grove", "born_on": "1/1/1980", "kind": "partner_of_parent"}
    asked = signed_in.post(address, typed)
    assert asked.status_code == 422
    assert "Oak Grove" in text_of(asked)
    assert "Willow" not in text_of(asked)
    signed_in.post(address, typed | {"same": stepfather.pk})
    assert Relationship.objects.get(other=family[2]).person == stepfather
    signed_in.post(address, {"forename": "Rowan", "surname": "Underwood", "kind": "mother", "has_parental_responsibility": "yes"})
    shown = text_of(signed_in.get(f"/child/{family[2].pk}/family/"))
    assert "Rowan Underwood" in shown
    assert "has parental responsibility" in shown


def test_a_relationship_is_ended_and_put_right_with_a_reason(signed_in, family, stepfather):
    row = Relationship.objects.get(other=family[0])
    address = f"/child/{family[0].pk}/family/relationship/{row.pk}/"
    assert signed_in.post(address, {"do": "correct", "kind": "father"}).status_code == 422
    signed_in.post(address, {"do": "correct", "kind": "father", "reason": "a test showed it"})
    assert signed_in.post(address, {"do": "end", "ended_on": "yesterday"}).status_code == 422
    signed_in.post(address, {"do": "end", "ended_on": "3/3/2025"})
    row.refresh_from_db()
    assert (row.kind, row.ended_on) == ("father", dt.date(2025, 3, 3))
    assert "a test showed it" in text_of(signed_in.get(f"/child/{family[0].pk}/family/"))
    assert signed_in.get(f"/child/{family[1].pk}/family/relationship/{row.pk}/").status_code == 404


def test_a_child_moves_and_the_page_tells_of_both_homes(signed_in, family, stepfather):
    address = f"/child/{family[0].pk}/family/home/"
    assert signed_in.post(address, {"do": "moved", "with": "new"}).status_code == 422
    signed_in.post(address, {"do": "moved", "with": "new", "moved_on": "3/3/2025"})
    signed_in.post(address, {"do": "came", "person": stepfather.pk, "came_on": "4/3/2025"})
    now = HouseholdMember.objects.get(person=family[0], ended_on=None)
    assert set(now.household.members.values_list("person", flat=True)) == {family[0].pk, stepfather.pk}
    assert "until 3 March 2025: <a" in text_of(signed_in.get(f"/child/{family[0].pk}/family/"))
    member = HouseholdMember.objects.get(person=stepfather)
    signed_in.post(address, {"do": "left", "member": member.pk, "left_on": "5/3/2025"})
    member.refresh_from_db()
    assert member.ended_on == dt.date(2025, 3, 5)


def test_a_protected_address_is_shown_to_who_holds_the_child_only(client, signed_in, family, make_worker):
    signed_in.post(f"/child/{family[0].pk}/family/address/", {
        "address_kind": "home", "lines": "77 Secret Street\r\n  Northtown", "postcode": "nt1 9zz", "is_protected": "yes",
    })  # fmt: skip
    row = Address.objects.get()
    assert (row.lines, row.is_protected) == ("77 Secret Street\nNorthtown", True)
    assert "77 Secret Street" in text_of(signed_in.get(f"/child/{family[0].pk}/family/"))
    client.force_login(make_worker("An auditor", "quality_assurance", of=None))
    shown = text_of(client.get(f"/child/{family[0].pk}/family/"))
    assert "Secret" not in shown
    assert "is protected" in shown
    assert client.get(f"/child/{family[0].pk}/family/address/{row.pk}/").status_code in (403, 404)


def test_particulars_are_changed_with_a_reason_and_a_date_of_birth_in_the_future_is_refused(signed_in, family):
    address = f"/person/{family[0].pk}/change/"
    typed = {"do": "particulars", "forename": "Ash", "surname": "Overhill", "born_on": "17/5/2999", "reason": "adopted"}
    refused = signed_in.post(address, typed)
    assert refused.status_code == 422
    assert "This day is in the future" in text_of(refused)
    signed_in.post(address, typed | {"born_on": "17/5/2012"})
    shown = text_of(signed_in.get(f"/child/{family[0].pk}/family/"))
    assert "Ash Overhill" in shown
    assert 'surname was <span class="gt-was">Underwood</span>, is Overhill' in shown


def test_a_danger_and_a_risk_are_said_on_the_same_page(signed_in, family, stepfather):
    signed_in.post(f"/person/{stepfather.pk}/change/", {"do": "warning", "warning": "Keeps dogs", "reason": "seen"})
    assert "Keeps dogs" in text_of(signed_in.get(f"/person/{stepfather.pk}/"))
    refused = signed_in.post(f"/person/{stepfather.pk}/change/", {"do": "risk", "may_pose_a_risk": "no", "reason": "so"})
    assert refused.status_code == 403


def test_an_outsider_finds_none_of_these_pages(client, family, stepfather, make_worker, other_team):
    client.force_login(make_worker("A second outsider", of=other_team))
    Relationship.objects.filter(other__forename="Willow").delete()
    row = Relationship.objects.get(other=family[0])
    for address in (
        f"/child/{family[0].pk}/family/", f"/child/{family[0].pk}/family/person/", f"/child/{family[0].pk}/family/home/",
        f"/child/{family[0].pk}/family/relationship/{row.pk}/", f"/person/{stepfather.pk}/", f"/person/{family[0].pk}/change/",
        f"/person/{stepfather.pk}/change/",
    ):  # fmt: skip
        assert client.get(address).status_code == 404, address


def test_two_records_are_joined_and_separated_by_a_manager(client, worker, manager, family):
    twin = people.make_person(by=worker, particulars={"forename": "Ashe", "surname": "Underwood"}, is_child=True)
    people.propose_duplicate(twin, family[0], "Sounds alike.")
    address = f"/duplicates/{PossibleDuplicate.objects.get().pk}/"
    client.force_login(worker)
    assert "go on with" not in text_of(client.get(address))
    assert client.post(address, {"keep": family[0].pk, "reason": "same"}).status_code == 403
    client.force_login(manager)
    assert client.post(address, {"keep": family[0].pk}).status_code == 422
    client.post(address, {"keep": family[0].pk, "reason": "same passport"})
    assert client.get(f"/child/{twin.pk}/family/").status_code == 200
    assert "The same person as Ashe Underwood" in text_of(client.get(f"/child/{family[0].pk}/family/"))
    client.post(f"/person/{twin.pk}/separate/", {"reason": "two mothers"})
    assert Person.objects.get(pk=twin.pk).merged_into is None
    client.force_login(worker)
    assert client.get(f"/person/{twin.pk}/separate/").status_code == 404


def test_a_proposal_with_a_record_hidden_from_me_is_no_page_of_mine(client, worker, family, manager):
    twin = people.make_person(by=worker, particulars={"forename": "Ashe", "surname": "Underwood"}, is_child=True)
    people.propose_duplicate(twin, family[0], "Sounds alike.")
    Person.objects.filter(pk=family[0].pk).update(restricted=True)
    NamedAccess.objects.create(person=family[0], worker=manager, given_by=manager, given_at=WHEN)
    client.force_login(worker)
    assert client.get(f"/duplicates/{PossibleDuplicate.objects.get().pk}/").status_code == 404
    assert "Ash" not in text_of(client.get("/duplicates/"))
    client.force_login(manager)
    assert "Ashe" in text_of(client.get("/duplicates/"))
