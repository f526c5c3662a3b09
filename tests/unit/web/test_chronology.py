"""The chronology: it writes itself, is curated, finished, and says what has changed since."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.record.access import Denied
from goldenthread.record.actions.chronology import finish_chronology, mark_line
from goldenthread.record.actions.entries import correct_entry, make_entry, withdraw_entry
from goldenthread.record.chronology import last_finished, since
from goldenthread.record.models import ChronologyMark, Entry, Fact
from goldenthread.record.policies import Unfit
from goldenthread.record.story import plain_story


def note(by, children, day, title="A note"):
    """A note about these children."""
    shared = {"happened": day, "title": title, "text": "x"}
    return make_entry(by=by, kind="note", persons=children, body={"shared": shared, "lines": {}})


def changes(by, child):
    """What has changed since it was finished."""
    return since(last_finished(child), plain_story(by, child), str)


@pytest.fixture
def page(client, worker):
    """A function that opens a page of Ash's chronology as the worker."""
    client.force_login(worker)
    return lambda child, address="": client.get(f"/child/{child.pk}/chronology/{address}").content.decode()


def test_a_line_is_marked_with_what_it_was_for_the_child(client, page, worker, family):
    ash, entry = family[0], note(worker, family[:1], "2025-03-03", "Moved school")
    address = f"/child/{ash.pk}/chronology/line/entry-{entry.pk}/"
    assert "How much does it matter?" in client.get(address).content.decode()
    answer = client.post(address, {"significance": "key", "childs_perspective": "I lost my friends.", "reason": ""})
    assert answer.status_code == 302
    said = page(ash, "?show=key")
    assert "I lost my friends." in said
    assert "Moved school" in said


def test_what_is_left_out_needs_a_reason_and_stays_on_the_record(client, page, worker, family):
    ash, entry = family[0], note(worker, family[:1], "2025-03-03", "Rang back")
    address = f"/child/{ash.pk}/chronology/line/entry-{entry.pk}/"
    answer = client.post(address, {"significance": "hidden", "childs_perspective": "typed", "reason": ""})
    assert answer.status_code == 422
    assert "Say why it is left out." in answer.content.decode()
    assert "typed" in answer.content.decode()
    client.post(address, {"significance": "hidden", "reason": "Says nothing of the child"})
    assert "Rang back" not in page(ash)
    assert "Says nothing of the child" in page(ash, "?show=hidden")
    assert Entry.objects.filter(pk=entry.pk, withdrawn_at=None).exists()


def test_nobody_marks_another_childs_line(worker, family, make_worker, other_team):
    entry = note(worker, family[:1], "2025-03-03")
    with pytest.raises(Denied):
        mark_line(by=worker, person=family[1], entry=entry, significance="key")
    with pytest.raises(Denied):
        mark_line(by=make_worker("Outsider", of=other_team), person=family[0], entry=entry, significance="key")
    with pytest.raises(Unfit):
        mark_line(by=worker, person=family[0], entry=entry, significance="enormous")
    assert not ChronologyMark.objects.exists()


def test_finished_it_is_kept_and_what_changes_is_said(worker, family):
    ash = family[0]
    kept, corrected, withdrawn = (note(worker, [ash], f"2025-03-0{day}", title) for day, title in
                                  ((1, "Kept"), (2, "Corrected"), (3, "Withdrawn")))  # fmt: skip
    row = Fact.objects.create(noun="core_group", person=ash, subject_id=ash.number, started_on="2025-02-01", source="old",
                              key="cg1", recorded_at=timezone.now())  # fmt: skip
    finished = finish_chronology(by=worker, person=ash, pattern="Three moves in a year.")
    assert changes(worker, ash).is_same
    assert [line["what"] for line in finished.versions.get().body["shared"]["lines"]] == [
        "A core group met", "Kept", "Corrected", "Withdrawn",
    ]  # fmt: skip
    body = {"shared": {"happened": "2025-03-02", "title": "Corrected since", "text": "x"}, "lines": {}}
    correct_entry(by=worker, entry=corrected, body=body, version_seen=1, reason="A slip")
    withdraw_entry(by=worker, entry=withdrawn, reason="Another child")
    note(worker, [ash], "2025-03-04", "Added")
    mark_line(by=worker, person=ash, entry=kept, significance="key")
    Fact.objects.filter(pk=row.pk).update(superseded_at=timezone.now())  # the feed brings the row again, with another day
    Fact.objects.create(noun="core_group", person=ash, subject_id=ash.number, started_on="2025-02-02", source="old",
                        key="cg1", recorded_at=timezone.now())  # fmt: skip
    found = changes(worker, ash)
    assert [line.words for line in found.added] == ["Added"]
    assert sorted((was.what, now.words) for was, now in found.changed) == [
        ("A core group met", "A core group met"), ("Corrected", "Corrected since"), ("Kept", "Kept"),
    ]  # fmt: skip
    assert [line.what for line in found.withdrawn] == ["Withdrawn"]


def test_what_brothers_and_sisters_share_is_not_kept_in_it(worker, family):
    note(worker, family[:2], "2025-03-03", "Birch and Ash fought")
    finished = finish_chronology(by=worker, person=family[0])
    assert "Birch" not in str(finished.versions.get().body)


def test_nothing_is_no_chronology(worker, family):
    with pytest.raises(Unfit):
        finish_chronology(by=worker, person=family[0])


def test_for_court_it_is_numbered_oldest_first_with_its_sources(page, worker, family):
    ash = family[0]
    first, second = note(worker, [ash], "2025-03-01", "First"), note(worker, [ash], "2025-03-02", "Second")
    note(worker, [ash], "2025-03-03", "Not for court")
    for entry in (first, second):
        mark_line(by=worker, person=ash, entry=entry, significance="key")
    said = page(ash, "print/?show=court")
    assert said.index("First") < said.index(f"entry {first.pk}") < said.index("Second")
    assert "Not for court" not in said
    assert "Prepared by The worker" in said


def test_a_long_story_comes_fifty_at_a_time_and_costs_no_more(page, worker, family):
    ash, birch, _ = family
    note(worker, [ash], "2025-03-03")
    note(worker, [birch], "2025-03-03")
    page(ash)
    with CaptureQueriesContext(connection) as few:
        page(birch)
    for number in range(60):
        Fact.objects.create(noun="core_group", person=ash, subject_id=ash.number, started_on=f"2024-01-{number % 28 + 1:02}",
                            source="old", recorded_at=timezone.now())  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        said = page(ash)
    assert said.count('class="gt-event"') == 50
    assert "Page 1 of 2" in said
    assert len(many) == len(few)


def test_finishing_by_the_button(client, page, worker, family):
    note(worker, family[:1], "2025-03-03")
    answer = client.post(f"/child/{family[0].pk}/chronology/finish/", {"purpose": "court", "pattern": "P"}, follow=True)
    assert "kept as it stands today" in answer.content.decode()
    assert "Nothing has changed since." in page(family[0])
    assert "No line has been added." in page(family[0], "changed/")
    assert client.get(f"/child/{family[0].pk}/chronology/finish/").status_code == 405
