"""The pages by which something leaves the record, or is destroyed: who may, and that what is hidden is in none of them."""

import datetime as dt

import pytest

from goldenthread.record.actions.entries import make_entry
from goldenthread.record.models import Address, IssuedDocument, Person, Relationship

CHILD_PAGES = ("documents/", "documents/new/", "subject-access/")


@pytest.fixture
def at_work(client, worker):
    """The worker's browser."""
    client.force_login(worker)
    return client


@pytest.fixture
def contact(worker, family):
    """A contact that names the father and his address."""
    father = Person.objects.create(number="A200", forename="Sam", surname="Vane", sex="M")
    Relationship.objects.create(person=father, other=family[0], kind="father")
    Address.objects.create(person=father, kind="home", lines="12 Elm Road", postcode="NT1 2AB", is_protected=True)
    body = {"received": "2025-03-03", "source": "1A", "caller": "Jo Doe", "worry": "Sam Vane is at 12 Elm Road."}
    return make_entry(by=worker, kind="contact", persons=family[:1], body={"shared": body, "lines": {}})


def test_from_choosing_to_the_copy_that_is_kept(at_work, family, contact):
    page = f"/child/{family[0].pk}/documents/"
    sent = {"what": "entries", "entries": [contact.pk], "title": "For court", "recipient_kind": "court",
            "recipient": "Family Court", "purpose": "The hearing"}  # fmt: skip
    begun = at_work.post(f"{page}new/", sent, secure=True)
    told = at_work.get(begun.url, secure=True).content.decode()
    assert "Sam Vane: home address" in told
    keys = [each.split('"')[0] for each in told.split('name="choice-')[1:]]
    left = {f"choice-{key}": "leave" for key in keys}
    refused = at_work.post(begun.url, left, secure=True)
    assert (refused.status_code, "Say why it may be left in." in refused.content.decode()) == (422, True)
    preview = at_work.post(begun.url, {f"choice-{key}": "mask" for key in keys}, secure=True)
    issued = at_work.post(preview.url, {"do": "issue"}, secure=True)
    copy = at_work.get(issued.url, secure=True).content.decode()
    assert "[address removed]" in copy
    assert not [words for words in ("12 Elm Road", "NT1 2AB", "Jo Doe") if words in IssuedDocument.objects.get().html]


def test_what_is_typed_is_kept_and_every_fault_is_said(at_work, family):
    answer = at_work.post(f"/child/{family[0].pk}/documents/new/", {"title": "A title of mine"}, secure=True)
    told = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="A title of mine"' in told
    assert "Choose what goes into the document." in told
    assert "Say what it is for." in told


def test_who_may_prepare_documents(client, family, make_worker, other_team):
    for name, role, of, expected in (
        ("A colleague", "social_worker", None, 200), ("An outsider", "social_worker", other_team, 404),
        ("An auditor", "quality_assurance", None, 403), ("An administrator", "administrator", None, 404),
    ):  # fmt: skip
        client.force_login(make_worker(name, role, **({"of": of} if of else {})))
        for page in CHILD_PAGES[1:]:
            assert client.get(f"/child/{family[0].pk}/{page}", secure=True).status_code == expected, name


def test_who_may_see_how_long_records_are_kept_and_nobody_by_name(client, family, make_worker):
    Person.objects.update(born_on=dt.date(1950, 1, 1))
    hidden = Person.objects.create(number="HID9", forename="Hidden", had_record=True, restricted=True,
                                   born_on=dt.date(1950, 1, 1))  # fmt: skip
    for role, expected in (("administrator", 200), ("head_of_service", 200), ("director", 200), ("team_manager", 403),
                           ("social_worker", 403), ("inspector", 403)):  # fmt: skip
        client.force_login(make_worker(f"One {role}", role))
        answer = client.get("/retention/", secure=True)
        assert answer.status_code == expected, role
        assert not [words for words in ("Underwood", "Hidden", "HID9") if words in answer.content.decode()]
        if expected == 200:
            assert client.get(f"/retention/{hidden.pk}/", secure=True).status_code == 404
            assert b"HID9" not in client.get("/retention/due.csv", secure=True).content


def test_an_issued_copy_hides_what_its_reader_may_not_see(at_work, worker, family, client, make_worker):
    IssuedDocument.objects.create(person=family[0], title="Cedar", recipient="Court", purpose="x", html="<p>Cedar Underwood</p>",
                                  sha256="0", issued_by=worker, issued_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))  # fmt: skip
    Person.objects.filter(pk=family[2].pk).update(restricted=True)
    for page in ("", f"{IssuedDocument.objects.get().pk}/"):
        told = at_work.get(f"/child/{family[0].pk}/documents/{page}", secure=True).content.decode()
        assert "Cedar" not in told
