"""When a child was last seen, alone, by whom; and what the book of standards asks next."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.record.actions.entries import make_entry, withdraw_entry
from goldenthread.record.models import Coverage, Fact, Person
from goldenthread.record.seeing import seeing, seeing_all, standards_of_visits

TODAY = dt.date(2025, 6, 2)


def fact(child, noun, started, ended=None, **more):
    """A fact as a feed brings it."""
    return Fact.objects.create(
        noun=noun, subject_id=child.number, person=child, started_on=dt.date.fromisoformat(started),
        ended_on=ended and dt.date.fromisoformat(ended), recorded_at=more.pop("recorded_at", timezone.now()),
        source=more.pop("source", "the old system"), facts=more,
    )  # fmt: skip


@pytest.fixture
def told(db):
    """The old system tells of every visit until today."""
    for noun in ("protection_visit", "care_visit", "need_visit"):
        Coverage.objects.create(source="the old system", noun=noun, from_day=dt.date(2020, 1, 1), to_day=TODAY)


def test_the_limits_are_those_of_the_book(family, told):
    ash = family[0]
    fact(ash, "protection_plan", "2025-03-03")
    fact(ash, "protection_visit", "2025-05-28", is_seen=True, is_alone=False)
    said = seeing(ash, as_at=TODAY)
    by_id = {each.id: each for each in standards_of_visits()}
    visit, alone = by_id["protection-visits"], by_id["protection-seen-alone"]
    assert said.next.standard == alone
    assert said.next.due_on == alone.limit.due_on(dt.date(2025, 3, 3))
    assert said.next.is_overdue
    assert said.standing == ("Child protection plan",)
    assert [owed.due_on for owed in said.owed if owed.standard == visit] == [visit.limit.due_on(dt.date(2025, 5, 28))]


def test_a_child_who_was_not_seen_was_tried_and_not_seen(family):
    ash = family[0]
    fact(ash, "need_visit", "2025-04-01", is_seen=True, is_alone=True)
    fact(ash, "need_visit", "2025-04-20", is_seen=True, is_alone=False)
    fact(ash, "need_visit", "2025-05-20", is_seen=False, is_alone=False)
    said = seeing(ash, as_at=TODAY)
    assert (said.seen.day, said.alone.day) == (dt.date(2025, 4, 20), dt.date(2025, 4, 1))
    assert [each.day for each in said.tried] == [dt.date(2025, 5, 20)]


def test_a_source_that_does_not_tell_of_visits_never_accuses(family):
    fact(family[0], "protection_plan", "2025-03-03")
    said = seeing(family[0], as_at=TODAY)
    assert said.next.days_over
    assert not any(owed.is_overdue for owed in said.owed)
    assert said.next.caveat == "the old system does not tell of these visits, so one may have been made."


def test_who_saw_the_child_is_who_wrote_it_and_a_withdrawn_visit_is_none(worker, family):
    shared = {"visited": "2025-05-20", "purpose": "need"}
    entry = make_entry(by=worker, kind="visit", persons=family[:1], body={
        "shared": shared, "lines": {str(family[0].pk): {"seen": "alone"}}})  # fmt: skip
    assert (seeing(family[0]).alone.by, seeing(family[0]).alone.entry_id) == (worker.name, entry.pk)
    withdraw_entry(by=worker, entry=entry, reason="Another child's visit")
    assert seeing(family[0]).seen is None


def test_what_was_known_then_and_what_a_merged_record_holds(family):
    ash, birch = family[:2]
    early = timezone.now() - dt.timedelta(days=30)
    fact(birch, "need_visit", "2025-04-01", is_seen=True, recorded_at=early)
    fact(birch, "need_visit", "2025-04-20", is_seen=True)
    Person.objects.filter(pk=birch.pk).update(merged_into=ash)
    assert seeing(ash).seen.day == dt.date(2025, 4, 20)
    assert seeing(ash, at=early + dt.timedelta(days=1)).seen.day == dt.date(2025, 4, 1)
    assert seeing(ash, at=early - dt.timedelta(days=1)).seen is None


def test_it_costs_the_same_for_many_children(family):
    many = [Person.objects.create(number=f"M{n}", surname="Many", had_record=True) for n in range(60)]
    for child in many:
        fact(child, "need_plan", "2025-03-03")
        fact(child, "need_visit", "2025-04-01", is_seen=True)
    with CaptureQueriesContext(
        connection,
    ) as few:
        seeing_all(family)
    with CaptureQueriesContext(connection) as more:
        seeing_all(many)
    assert len(few) == len(more) == 3
