"""A document that leaves: what of it is not meant for its recipient is found, decided, and taken out of the issued copy."""

import hashlib

import pytest

from goldenthread.record.access import Denied
from goldenthread.record.actions.documents import decide_found, disclosure, issue_document, prepare_document
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.models import Address, AuditRow, IssuedDocument, OtherName, Person, PreparedDocument, Relationship
from goldenthread.record.policies import Unfit
from goldenthread.record.search import index_people

WORRY = (
    "Ash told Mrs Jean Doe that Dad, Sam Underwood, shouted. Sam now lives at 12 Elm Road, NT1 2AB. Jean rang again; so did "
    "Mr Underwood on 07700 900123. Birch heard it. Kim Underwood (mum) asks for help."
)


@pytest.fixture
def parents(family):
    """The mother, who shares the family's name, and the father, whose address is protected."""
    mother = Person.objects.create(number="A100", forename="Kim", surname="Underwood", sex="F")
    father = Person.objects.create(number="A200", forename="Sam", surname="Underwood", sex="M")
    OtherName.objects.create(person=father, forename="Sammy", surname="Ironside")
    for child in family:
        Relationship.objects.create(person=mother, other=child, kind="mother")
        Relationship.objects.create(person=father, other=child, kind="father")
    Address.objects.create(person=father, kind="home", lines="12 Elm Road\nNorthtown", postcode="NT1 2AB", is_protected=True)
    Address.objects.create(person=mother, kind="home", lines="3 Oak Street\nNorthtown", postcode="NT9 9ZZ")
    return mother, father


@pytest.fixture
def contact(worker, family, parents):
    """A contact about two of the children, from somebody who must not be known."""
    shared = {"received": "2025-03-03", "source": "1A", "caller": "Mrs Jean Doe, Elm Primary School", "worry": WORRY}
    lines = {str(family[0].pk): {"said": "I am scared"}, str(family[1].pk): {"said": "It was loud"}}
    return make_entry(by=worker, kind="contact", persons=family[:2], body={"shared": shared, "lines": lines})


def prepare(worker, child, mother, **more):
    """A document for the mother."""
    given = {"what": "entries", "title": "What happened", "recipient_kind": "family", "recipient": "",
             "recipient_person": mother, "purpose": "To read before the meeting"} | more  # fmt: skip
    return prepare_document(by=worker, person=child, **given)


def mask_all(worker, prepared):
    """Take out whatever was found."""
    found = disclosure(worker, prepared).found
    assert not decide_found(by=worker, prepared=prepared, decisions={each.key: {"choice": "mask"} for each in found})
    return found


def test_an_assessment_to_the_mother_tells_neither_the_fathers_address_nor_who_called(worker, family, parents, contact):
    prepared = prepare(worker, family[0], parents[0], entries=[contact.pk])
    found = mask_all(worker, prepared)
    assert {each.category for each in found} == {"source", "line", "person", "address", "contact"}
    assert len([each for each in found if each.category == "source"]) == 2
    html = issue_document(by=worker, prepared=prepared).html
    hidden = ("Jean", "Doe", "Elm", "relative or carer", "NT1", "Sam", "Mr Underwood", "07700", "Birch", "It was loud")
    assert not [words for words in hidden if words in html]
    for told in ("I am scared", "Ash told", "Kim Underwood (mum) asks", "What happened"):
        assert told in html


def test_another_familys_name_pasted_into_a_plan_is_found(worker, family, parents):
    other = Person.objects.create(number="Z1", forename="Marlowe", surname="Quill", had_record=True)
    index_people([other.pk])
    text = "Dear Ash, Marlowe Quill will be seen weekly. In May we meet at Northtown Library. Mr Wexcombe agrees."
    prepared = prepare(worker, family[0], parents[0], what="letter", text=text, recipient_kind="child")
    assert [each.label for each in disclosure(worker, prepared).found] == ["Marlowe Quill", "Mr Wexcombe"]


def test_nothing_is_issued_until_everything_is_decided(worker, family, parents, contact):
    prepared = prepare(worker, family[0], parents[0], entries=[contact.pk])
    with pytest.raises(Unfit):
        issue_document(by=worker, prepared=prepared)
    found = disclosure(worker, prepared).found
    left = {each.key: {"choice": "leave", "reason": ""} for each in found}
    assert len(decide_found(by=worker, prepared=prepared, decisions=left)) == len(found)
    with pytest.raises(Unfit):
        issue_document(by=worker, prepared=prepared)
    assert not IssuedDocument.objects.exists()


def test_what_is_left_in_stays_with_its_reason_and_what_is_added_later_must_be_decided(worker, family, parents, contact):
    prepared = prepare(worker, family[0], parents[0], entries=[contact.pk])
    mask_all(worker, prepared)
    key = f"person:{family[1].pk}"
    decide_found(by=worker, prepared=prepared, decisions={key: {"choice": "leave", "reason": "She is Birch's mother too"}})
    parts = disclosure(worker, prepared).masked()
    text = " ".join(text for part in parts for passage in part.passages for text in passage.texts())
    assert "Birch heard it" in text
    assert "Mr Underwood" not in text
    assert "It was loud" not in text
    aunt = Person.objects.create(number="A300", forename="Elm", surname="Person")
    Relationship.objects.create(person=aunt, other=family[0], kind="aunt_or_uncle")
    with pytest.raises(Unfit):
        issue_document(by=worker, prepared=prepared)


def test_the_issued_copy_is_kept_as_it_was(worker, family, parents, contact):
    prepared = prepare(worker, family[0], parents[0], entries=[contact.pk], title="<b>For Kim</b>")
    mask_all(worker, prepared)
    issued = issue_document(by=worker, prepared=prepared)
    issued.refresh_from_db()
    assert hashlib.sha256(issued.html.encode()).hexdigest() == issued.sha256
    assert "<b>For" not in issued.html
    assert not PreparedDocument.objects.exists()
    assert AuditRow.objects.filter(deed="document.issue", person_id=family[0].pk, thing_id=str(issued.pk)).exists()
    assert {each["choice"] for each in issued.masked} == {"mask"}


def test_every_fault_of_the_first_page_is_said_at_once(worker, family):
    with pytest.raises(Unfit) as told:
        prepare_document(by=worker, person=family[0], what="entries", title=" ", recipient_kind="professional", recipient="",
                         purpose="")  # fmt: skip
    assert set(told.value.by_field) == {"title", "recipient", "purpose", "entries"}


def test_an_outsider_prepares_nothing(family, make_worker, other_team):
    with pytest.raises(Denied):
        prepare(make_worker("An outsider", of=other_team), family[0], None, recipient_kind="court", recipient="Family Court")


@pytest.mark.parametrize("what", ["chronology", "overview"])
def test_a_chronology_and_an_overview_are_looked_through_too(worker, family, parents, contact, what):
    doctor = {"recipient_kind": "professional", "recipient": "Dr Ada Vane, Northtown Surgery"}
    prepared = prepare(worker, family[0], None, what=what, **doctor)
    mask_all(worker, prepared)
    html = issue_document(by=worker, prepared=prepared).html
    assert "Sam" not in html
    assert "Dr Ada Vane" in html
