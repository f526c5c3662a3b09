"""The front door and search: who is known, who is new, and who is never hinted at."""

import datetime as dt
import re

import pytest
from tests.pages import text_of

from goldenthread.record import access
from goldenthread.record.models import (
    Address,
    Allocation,
    AuditRow,
    Block,
    Draft,
    Entry,
    HouseholdMember,
    NamedAccess,
    Person,
    PossibleDuplicate,
    Relationship,
)
from goldenthread.record.search import reindex

WHEN = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def at_the_door(client, make_worker, other_team):
    """A browser in which a worker of the front door is signed in."""
    other_team.is_front_door = True
    other_team.save()
    client.by = make_worker("At the door", of=other_team)
    client.force_login(client.by)
    return client


def family_typed(**more) -> dict:
    """A family as it is typed."""
    return {
        "child.0.forename": "Siobhan", "child.0.surname": "Ryan", "child.0.born_on": "17/5/2015", "child.0.sex": "F",
        "adult.0.forename": "Maeve", "adult.0.surname": "Ryan", "adult.0.tie": "mother",
        "lines": "3 High Street\r\nNorthtown", "postcode": "nt1 2ab", "then": "next",
    } | more  # fmt: skip


TOLD = {"received": access.today().isoformat(), "source": "1A", "worry": "She is often hungry.", "then": "finish"}


def tell(client, response):
    """Go on from the people to the contact, and finish it."""
    address = response.headers["Location"]
    assert address.endswith("/what/")
    form = client.get(address)
    people = re.findall(r'name="people" value="(\d+)"', form.content.decode())
    return client.post(address, TOLD | {"children": people, "people": people})


def test_a_new_family_is_made_known_and_the_contact_taken(at_the_door):
    response = at_the_door.post("/contact/new/", family_typed())
    done = tell(at_the_door, response)
    entry = Entry.objects.get()
    assert done.headers["Location"] == f"/entry/{entry.pk}/"
    child = entry.people.get()
    assert (child.name, child.had_record) == ("Siobhan Ryan", True)
    assert Relationship.objects.get(other=child).person.name == "Maeve Ryan"
    assert HouseholdMember.objects.values("household").distinct().count() == 1
    assert Address.objects.filter(lines="3 High Street\nNorthtown", postcode="NT1 2AB").count() == 2
    assert [(held.team, held.worker) for held in access.current(person=child)] == [(at_the_door.by.team, None)]
    assert not Draft.objects.exists()


def test_a_parent_who_lives_elsewhere_is_not_of_the_household(at_the_door):
    at_the_door.post("/contact/new/", family_typed(**{"adult.0.elsewhere": "yes"}))
    mother = Person.objects.get(forename="Maeve")
    assert not mother.households.exists()
    assert not mother.addresses.exists()
    assert mother.relationships.get().other.forename == "Siobhan"


def test_who_sounds_the_same_is_shown_before_anybody_is_added(at_the_door, family):
    Person.objects.filter(pk=family[1].pk).update(forename="Shivaun", surname="Ryan", born_on=dt.date(2015, 5, 18))
    reindex()
    response = at_the_door.post("/contact/new/", family_typed())
    same = response.headers["Location"]
    shown = text_of(at_the_door.get(same))
    assert "Shivaun Ryan" in shown
    assert "North team 1" in shown
    assert "The worker" not in shown
    assert Person.objects.count() == 3
    assert at_the_door.post(same, {}).status_code == 422
    done = tell(at_the_door, at_the_door.post(same, {"child.0": family[1].pk}))
    assert done.status_code == 302
    assert list(Entry.objects.get().people.all()) == [family[1]]
    assert Allocation.objects.filter(person=family[1]).count() == 1
    assert access.check_read(at_the_door.by, family[1]).name == "contact"


@pytest.mark.parametrize("hide", ["restricted", "sealed", "blocked"])
def test_who_is_hidden_is_not_hinted_at_but_those_who_hold_the_record_learn_of_it(at_the_door, family, worker, hide):
    hidden = family[1]
    Person.objects.filter(pk=hidden.pk).update(forename="Siobhan", surname="Ryan", born_on=dt.date(2015, 5, 17))
    if hide == "blocked":
        Block.objects.create(person=hidden, worker=at_the_door.by, given_by=worker, given_at=WHEN)
    else:
        Person.objects.filter(pk=hidden.pk).update(**{hide: True})
    NamedAccess.objects.create(person=hidden, worker=worker, given_by=worker, given_at=WHEN)
    reindex()
    response = at_the_door.post("/contact/new/", family_typed())
    assert tell(at_the_door, response).status_code == 302
    assert Person.objects.filter(forename="Siobhan").count() == 2
    assert PossibleDuplicate.objects.count() == (0 if hide == "sealed" else 1)
    assert "Siobhan" not in text_of(at_the_door.get("/duplicates/"))
    at_the_door.force_login(worker)
    assert ("Siobhan" in text_of(at_the_door.get("/duplicates/"))) == (hide != "sealed")


def test_a_date_of_birth_in_the_future_is_refused_in_words_and_what_was_typed_is_kept(at_the_door):
    response = at_the_door.post("/contact/new/", family_typed(**{"child.0.born_on": "17/5/2999"}))
    assert response.status_code == 422
    shown = text_of(response)
    assert "For a child not yet born, fill in when the birth is expected instead." in shown
    assert 'value="17/5/2999"' in shown
    assert 'value="Maeve"' in shown
    assert not Person.objects.exists()
    soon = access.today() + dt.timedelta(days=60)
    unborn = {"child.0.born_on": "", "child.0.forename": "", "child.0.expected_on": soon.isoformat()}
    tell(at_the_door, at_the_door.post("/contact/new/", family_typed(**unborn)))
    assert Entry.objects.get().people.get().expected_on == soon


def test_a_name_like_a_formula_or_a_script_is_text(at_the_door):
    name = '=HYPERLINK("http://e","<script>")'
    tell(at_the_door, at_the_door.post("/contact/new/", family_typed(**{"child.0.forename": name})))
    assert Entry.objects.get().people.get().forename == name
    found = at_the_door.post("/search/", {"q": "hyperlink"}, follow=True)
    assert "=HYPERLINK(&#34;http://e&#34;,&#34;&lt;script&gt;&#34;)" in text_of(found)


def test_one_more_child_is_asked_for_without_losing_what_was_typed(at_the_door):
    shown = text_of(at_the_door.post("/contact/new/", family_typed(then="child")))
    assert 'name="child.1.forename"' in shown
    assert 'value="Siobhan"' in shown
    assert not Draft.objects.exists()


def test_what_was_typed_is_saved_and_gone_on_with(at_the_door):
    saved = at_the_door.post("/contact/new/", family_typed(then="save"))
    shown = text_of(at_the_door.get(saved.headers["Location"], follow=True))
    assert 'value="Siobhan"' in shown


def test_another_does_not_go_on_with_my_contact(at_the_door, worker):
    response = at_the_door.post("/contact/new/", family_typed())
    at_the_door.force_login(worker)
    assert at_the_door.get(response.headers["Location"]).status_code == 404


def test_who_does_not_find_everyone_takes_no_contact_about_a_strangers_child(client, family, make_worker, other_team):
    outsider = make_worker("An outsider", of=other_team)
    client.force_login(outsider)
    reindex()
    response = client.post("/contact/new/", family_typed(**{"child.0.forename": "Ash", "child.0.surname": "Underwood"}))
    tell(client, response)
    assert not Entry.objects.get().people.filter(pk=family[0].pk).exists()
    assert not access.can_read(outsider, family[0])


def test_a_search_is_sent_and_stands_in_no_address(at_the_door, family, worker):
    reindex()
    response = at_the_door.post("/search/", {"q": "Ash Underwood"})
    assert response.headers["Location"] == "/search/?s=1"
    shown = text_of(at_the_door.get("/search/?s=1"))
    assert "held by North team 1" in shown
    assert f"/child/{family[0].pk}/" not in shown
    assert AuditRow.objects.latest("seq").deed == "search"
    at_the_door.force_login(worker)
    shown = text_of(at_the_door.post("/search/", {"q": "underwood"}, follow=True))
    assert all(f'href="/child/{child.pk}/"' in shown for child in family)
    assert "Held by The worker of North team 1" in shown


def test_what_is_hidden_is_on_no_page_of_a_search(at_the_door, family):
    Person.objects.filter(pk=family[0].pk).update(restricted=True)
    reindex()
    shown = text_of(at_the_door.post("/search/", {"q": "underwood"}, follow=True))
    assert "Ash" not in shown
    assert "Birch" in shown
