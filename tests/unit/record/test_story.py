"""A child's thread as lines: what was written, what was fed, and what of it each reader sees."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.record.actions.entries import correct_entry, make_entry, withdraw_entry
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Entry, EntryPerson, Fact, Feed, Person, Version
from goldenthread.record.reading import line_of, told_of
from goldenthread.record.story import stories, story


def visit(worker, children, day="2025-03-03", seen="alone"):
    """A visit to these children."""
    body = {"shared": {"visited": day, "purpose": "need"}, "lines": {str(child.pk): {"seen": seen} for child in children}}
    return make_entry(by=worker, kind="visit", persons=children, body=body)


def fed(child, noun, started, **more):
    """A fact as a feed brings it."""
    return Fact.objects.create(
        noun=noun, subject_id=child.number, person=child, started_on=dt.date.fromisoformat(started),
        source="the old system", recorded_at=timezone.now(), **more,
    )  # fmt: skip


def words(moments):
    """The days and the words of lines."""
    return [(str(moment.day), moment.words) for moment in moments]


def test_what_was_written_and_what_was_fed_are_one_story_newest_first(worker, family):
    ash = family[0]
    visit(worker, family)
    fed(ash, "protection_plan", "2024-01-05", ended_on=dt.date(2024, 9, 5), facts={"latest_category": "NEG", "plan_id": "9"})
    lines = story(worker, ash)
    assert words(lines) == [
        ("2025-03-03", "Visit: seen alone"),
        ("2024-01-05", "A child protection plan began: Neglect. The child protection plan ended on 5 September 2024"),
    ]
    assert [line.who for line in lines] == ["The worker", "the old system"]


def test_one_thing_seen_by_both_is_told_once(worker, family):
    visit(worker, family[:1])
    fed(family[0], "need_visit", "2025-03-03")
    assert len(story(worker, family[0])) == 1


def test_what_is_gone_or_withdrawn_stays_and_says_so(worker, family):
    ash = family[0]
    fed(ash, "referral", "2024-01-05", gone_at=timezone.now())
    withdraw_entry(by=worker, entry=visit(worker, [ash]), reason="Of another child")
    assert [(line.gone, line.withdrawn) for line in story(worker, ash)] == [(False, True), (True, False)]


def test_a_brother_who_may_not_be_seen_takes_what_they_share_with_him(worker, family):
    ash, birch, _ = family
    visit(worker, [ash, birch])
    Person.objects.filter(pk=birch.pk).update(restricted=True)
    line = story(worker, ash)[0]
    assert not line.whole
    assert line.words == "Visit: seen alone"


def test_every_kind_has_a_line_when_what_is_shared_is_left_out(db):
    child = Person(pk=1)
    entry = Entry(pk=1, made_at=timezone.now())
    assert all(line_of(kind, told_of(kind, {"shared": {}, "lines": {}}, child, entry)) for kind in kinds().values())


def test_a_kind_this_role_does_not_read_is_told_only_to_who_wrote_it(worker, family, make_worker, monkeypatch):
    visit(worker, family[:1])
    closed = kinds() | {"visit": replace(kinds()["visit"], read_by=frozenset({"director"}))}
    monkeypatch.setattr("goldenthread.record.story.kinds", lambda: closed)
    assert story(make_worker("A colleague"), family[0]) == []
    assert len(story(worker, family[0])) == 1


def test_the_record_as_it_was_known(worker, family):
    ash = family[0]
    entry = visit(worker, [ash], seen="seen_refused")
    body = {"shared": {"visited": "2025-03-04", "purpose": "need"}, "lines": {str(ash.pk): {"seen": "alone"}}}
    entry.refresh_from_db()
    correct_entry(by=worker, entry=entry, body=body, version_seen=1, reason="It was the day after, and alone")
    first, second = Version.objects.order_by("number")
    row = fed(ash, "referral", "2024-01-05")
    assert words(story(worker, ash, known_at=first.said_at)) == [("2025-03-03", "Visit: seen, not alone, did not want to be")]
    assert words(story(worker, ash, known_at=second.said_at)) == [("2025-03-04", "Visit: seen alone")]
    assert len(story(worker, ash, known_at=row.recorded_at)) == 2
    assert story(worker, ash, known_at=first.said_at - dt.timedelta(seconds=1)) == []
    assert story(worker, ash)[0].corrected


def test_a_merged_record_is_told_with_the_one_that_goes_on(worker, family):
    ash, birch, _ = family
    visit(worker, [birch])
    Person.objects.filter(pk=birch.pk).update(merged_into=ash)
    assert words(story(worker, ash)) == [("2025-03-03", "Visit: seen alone")]


def test_the_latest_are_the_latest_of_both(worker, family):
    ash = family[0]
    for month in range(1, 7):
        visit(worker, [ash], day=f"2024-0{month}-10")
        fed(ash, "core_group", f"2024-0{month}-20")
    assert [str(line.day) for line in story(worker, ash, latest=3)] == ["2024-06-20", "2024-06-10", "2024-05-20"]


@pytest.fixture
def many(worker):
    """Sixty children with an entry and a fed fact each, written past the actions for speed."""
    children = [Person.objects.create(number=f"M{n}", surname="Many", had_record=True) for n in range(60)]
    feed = Feed.objects.create(source="the old system", began_at=timezone.now())
    for child in children:
        entry = Entry.objects.create(
            kind="contact", began_on="2025-01-01", made_by=worker, made_at=timezone.now(), versions_made=1
        )
        EntryPerson.objects.create(entry=entry, person=child, began_on="2025-01-01")
        Version.objects.create(entry=entry, number=1, body={"shared": {"received": "2025-01-01"}, "lines": {}}, change="made",
                               said_by=worker, said_at=timezone.now())  # fmt: skip
        fed(child, "core_group", "2025-01-02", fed_by=feed)
    return children


def test_it_costs_the_same_for_many_children(worker, many):
    with CaptureQueriesContext(connection) as few:
        assert len(stories(worker, many[:3])) == 3
    with CaptureQueriesContext(connection) as more:
        assert all(len(each) == 2 for each in stories(worker, many).values())
    assert len(few) == len(more) <= 10
