"""Making, completing, correcting and withdrawing an entry, and the facts it gives."""

import pytest

from goldenthread.record import audit
from goldenthread.record.access import Denied
from goldenthread.record.actions.entries import correct_entry, make_entry
from goldenthread.record.forms import read, show
from goldenthread.record.kinds import kinds
from goldenthread.record.models import AuditRow, Fact


def visit(children, seen):
    """A visit typed into its form."""
    typed = {"visited": ["3/3/2025"], "visited-time": ["14:30"]}
    for child, how in zip(children, seen, strict=True):
        typed[f"seen@{child.pk}"], typed[f"purpose@{child.pk}"] = [how], ["need"]
    body, faults = read(kinds()["visit"], typed, children)
    assert not faults
    return body


def test_a_visit_says_of_each_child_whether_it_was_seen(worker, family):
    entry = make_entry(by=worker, kind="visit", persons=family, body=visit(family, ["alone", "seen_refused", "out"]))
    said = {f.subject_id: f.facts for f in Fact.objects.filter(entry=entry, noun="need_visit")}
    assert [(said[c.number]["is_seen"], said[c.number]["is_alone"]) for c in family] == [
        (True, True), (True, False), (False, False),
    ]  # fmt: skip


def test_what_a_form_shows_is_read_again_the_same(worker, family):
    body = visit(family, ["alone", "seen_refused", "out"])
    assert read(kinds()["visit"], show(kinds()["visit"], body), family) == (body, [])


def test_a_correction_supersedes_only_the_facts_that_it_changes(worker, family):
    entry = make_entry(by=worker, kind="visit", persons=family, body=visit(family, ["alone", "seen_refused", "out"]))
    body = visit(family, ["alone", "alone", "out"])
    correct_entry(by=worker, entry=entry, body=body, version_seen=1, reason="Birch was seen alone in the garden")
    superseded = Fact.objects.filter(entry=entry).exclude(superseded_at=None)
    assert [fact.subject_id for fact in superseded] == ["C2"]


def test_an_outsider_is_denied_and_that_is_noted(family, make_worker, other_team):
    outsider = make_worker("An outsider", of=other_team)
    with pytest.raises(Denied):
        make_entry(by=outsider, kind="visit", persons=family, body=visit(family, ["alone"] * 3))
    row = AuditRow.objects.latest("seq")
    assert (row.deed, row.allowed, row.worker_id) == ("entry.make", False, outsider.pk)
    assert not list(audit.verify())
