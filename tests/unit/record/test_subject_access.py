"""A request to see a record: decided entry by entry, signed off by a second person, and answered with what they signed."""

import datetime as dt

import pytest

from goldenthread.record.access import Denied
from goldenthread.record.actions import subject_access as actions
from goldenthread.record.actions.documents import decide_found, disclosure, issue_document
from goldenthread.record.actions.entries import correct_entry, make_entry
from goldenthread.record.models import Person, Relationship
from goldenthread.record.policies import Unfit
from goldenthread.record.reading import body_of, kind_of, latest


@pytest.fixture
def asked(worker, family):
    """A request by the child, of a record with two entries that name the father."""
    father = Person.objects.create(number="A1", forename="Sam", surname="Underwood", sex="M")
    Relationship.objects.create(person=father, other=family[0], kind="father")
    for day, worry in (("2025-03-03", "Sam shouted at Ash"), ("2025-03-04", "The police told us in confidence")):
        body = {"shared": {"received": day, "source": "1A", "caller": "Neighbour Jo Vane", "worry": worry}, "lines": {}}
        make_entry(by=worker, kind="contact", persons=[family[0]], body=body)
    return actions.open_request(by=worker, person=family[0], asked_by="Ash Underwood", authority_to_ask="It is his own record",
                                asked_on=dt.date(2026, 1, 31), asker=family[0])  # fmt: skip


def decide(worker, asked, withhold_last=True):
    """Give everything but the last entry, and take out whatever was found."""
    entries = [each.entry.pk for each in actions.entries_to_decide(worker, asked)]
    said = {pk: {"decision": "give"} for pk in entries}
    if withhold_last:
        said[entries[0]] = {"decision": "withhold", "ground": "police", "note": "An enquiry is going on"}
    assert not actions.decide_entries(by=worker, request=asked, decisions=said)
    found = disclosure(worker, asked.prepared).found
    decide_found(by=worker, prepared=asked.prepared, decisions={each.key: {"choice": "mask"} for each in found})
    return entries


def test_the_answer_is_due_in_one_month_and_can_be_extended_once(asked, worker, monkeypatch):
    assert asked.due_on == dt.date(2026, 2, 28)
    monkeypatch.setattr(actions.access, "today", lambda: dt.date(2026, 2, 10))
    actions.extend_request(by=worker, request=asked, reason="Five volumes of paper")
    assert asked.due_on == dt.date(2026, 4, 28)
    with pytest.raises(Unfit):
        actions.extend_request(by=worker, request=asked, reason="Again")


def test_from_request_to_answer_two_people_have_to_agree(asked, worker, make_worker):
    manager = make_worker("The manager", "team_manager")
    decide(worker, asked)
    actions.send_for_sign_off(by=worker, request=asked)
    with pytest.raises(Denied):
        actions.sign_off(by=worker, request=asked)
    actions.sign_off(by=manager, request=asked)
    issued = actions.issue_answer(by=worker, request=asked)
    for told in ("[name removed] shouted at Ash", "Some of the record is not given"):
        assert told in issued.html
    for hidden in ("Sam", "Vane", "police"):
        assert hidden not in issued.html
    assert (asked.state, asked.prepared) == ("issued", None)


def test_a_manager_who_decided_any_of_it_does_not_sign_it_off(asked, worker, make_worker):
    manager = make_worker("The manager", "team_manager")
    decide(worker, asked)
    entry = actions.entries_to_decide(worker, asked)[0].entry.pk
    said = {"decision": "withhold", "ground": "police", "note": "So I say"}
    actions.decide_entries(by=manager, request=asked, decisions={entry: said})
    actions.send_for_sign_off(by=worker, request=asked)
    with pytest.raises(Denied):
        actions.sign_off(by=manager, request=asked)


def test_withholding_needs_a_ground_and_why_and_every_entry_a_decision(asked, worker):
    first, second = (each.entry.pk for each in actions.entries_to_decide(worker, asked))
    faults = actions.decide_entries(by=worker, request=asked, decisions={first: {"decision": "withhold"}, second: {}})
    assert {each.field for each in faults} == {f"ground-{first}", f"decision-{second}"}
    with pytest.raises(Unfit) as told:
        actions.send_for_sign_off(by=worker, request=asked)
    assert len(told.value.faults) == 2


def test_what_changes_after_it_was_signed_off_is_not_issued(asked, worker, make_worker):
    entries = decide(worker, asked)
    actions.send_for_sign_off(by=worker, request=asked)
    actions.sign_off(by=make_worker("The manager", "team_manager"), request=asked)
    entry = next(each.entry for each in actions.entries_to_decide(worker, asked) if each.entry.pk == entries[1])
    body = body_of(latest(entry), kind_of(entry))
    body["shared"]["worry"] = "Something else entirely"
    correct_entry(by=worker, entry=entry, body=body, version_seen=1, reason="It was wrong")
    with pytest.raises(Unfit, match="changed since"):
        actions.issue_answer(by=worker, request=asked)
    actions.reopen_request(by=worker, request=asked, reason="The record was corrected")
    assert asked.state == "open"


def test_it_is_not_issued_by_another_door(asked, worker):
    decide(worker, asked)
    with pytest.raises(Unfit, match="there"):
        issue_document(by=worker, prepared=asked.prepared)


def test_every_fault_of_a_request_is_said_at_once(worker, family):
    with pytest.raises(Unfit) as told:
        actions.open_request(by=worker, person=family[0], asked_by=" ", authority_to_ask="", asked_on=dt.date(2999, 1, 1))
    assert set(told.value.by_field) == {"asked_by", "authority_to_ask", "asked_on"}
