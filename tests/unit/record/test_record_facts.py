"""The thread from the record: one fact for one thing, whoever told of it; and nothing judged that nobody bears witness to."""

import datetime as dt
import json

import duckdb
import pytest
from tests.fed import AS_AT, write_ssd

from goldenthread.record import facts, tables, witness
from goldenthread.record.access import Denied
from goldenthread.record.actions.entries import make_entry, withdraw_entry
from goldenthread.record.actions.feeding import decide_conflict
from goldenthread.record.feeding.command import feed_from
from goldenthread.record.models import Allocation, Conflict, Fact, Feed, Person
from goldenthread.record.policies import Unfit
from goldenthread.record.projection import NOUNS_OF_TABLES
from goldenthread.record.some import some
from goldenthread.standards import evaluate
from goldenthread.standards.book import book
from goldenthread.standards.vocabulary import NOUNS

pytestmark = pytest.mark.django_db

VISITS = "SELECT subject_id, is_alone FROM need_visit ORDER BY ALL"
FED = [("C1", False), ("C1", True), ("C2", False)]


@pytest.fixture
def feed(tmp_path):
    """A function that feeds the small extract, with some tables changed."""
    return lambda **instead: feed_from([str(write_ssd(tmp_path / "ssd", **instead))], "the old system", AS_AT)


def rows(query, **given):
    """What the thread from the record holds."""
    connection = duckdb.connect()
    facts.read(AS_AT, connection, **given)
    return connection.execute(query).fetchall()


def visit(child, worker, seen, day="2025-03-03"):
    """A visit to a child in need, typed here."""
    body = {"shared": {"visited": day}, "lines": {str(child.pk): {"purpose": "need", "seen": seen}}}
    return make_entry(by=worker, kind="visit", persons=[child], body=body)


def test_what_is_fed_and_what_is_typed_are_on_one_thread_each_thing_once(feed, family, worker):
    visit(family[1], worker, "seen_refused")
    entry = visit(family[1], worker, "alone", day="2025-03-10")
    feed()
    assert rows(VISITS) == [*FED, ("C2", True)]
    assert rows("SELECT is_reason_given FROM need_visit WHERE subject_id = 'C2' AND happened_on = '2025-03-03'") == [(True,)]
    assert (f"entry {entry.pk}",) in rows("SELECT place FROM places")
    assert not Conflict.objects.exists(), "they say the same"
    withdraw_entry(by=worker, entry=entry, reason="The wrong child")
    assert rows(VISITS) == FED


@pytest.mark.parametrize("decision, said", [("", [True]), ("typed", [True]), ("fed", [False]), ("both", [False, True])])
def test_a_conflict_is_found_once_and_a_person_decides_what_counts(feed, family, worker, decision, said):
    visit(family[1], worker, "alone")
    feed()
    conflict = Conflict.objects.get()
    assert (conflict.person, conflict.differs) == (family[1], ["is_alone"])
    if decision:
        decide_conflict(by=worker, conflict=conflict, decision=decision, reason="Asked the child")
    feed()
    assert Conflict.objects.get().decision == decision
    assert [alone for number, alone in rows(VISITS) if number == "C2"] == said


@pytest.mark.parametrize("decision", ["", "fed", "both"])
def test_what_is_read_of_some_is_what_is_read_of_them_among_all(feed, family, worker, decision):
    worker.started_on = dt.date(2020, 1, 1)
    worker.save()
    visit(family[1], worker, "alone")
    visit(family[0], worker, "seen_refused")
    feed()
    if decision:
        decide_conflict(by=worker, conflict=Conflict.objects.get(), decision=decision, reason="Asked the child")
    Person.objects.filter(number="C3").update(merged_into=Person.objects.get(number="C1"))
    connection, reading = duckdb.connect(), duckdb.connect()
    thread = facts.read(AS_AT, connection).thread
    places = dict(connection.execute("SELECT ref, place FROM places").fetchall())
    for numbers, others in ((["C1", "C2"], [worker.number]), (["C3"], []), (["C2"], []), ([], [worker.number])):
        of = some(numbers, others)
        told = facts.read_some(of, reading)
        for noun in thread.nouns() & NOUNS.keys():
            found = connection.execute(f'SELECT * FROM "{noun}" WHERE list_contains(?, subject_id)', [sorted(of.subjects)])
            names = [column[0] for column in found.description]
            mine = [tuple(row[name] for name in names) for row in told.facts.get(noun, [])]
            assert sorted(map(repr, mine)) == sorted(map(repr, found.fetchall())), noun
        assert told.places.items() <= places.items()
    assert of.subjects == {worker.number}


def test_who_may_not_add_to_the_record_decides_nothing(feed, family, worker, make_worker, other_team):
    visit(family[1], worker, "alone")
    feed()
    conflict = Conflict.objects.get()
    with pytest.raises(Denied):
        decide_conflict(by=make_worker("An outsider", of=other_team), conflict=conflict, decision="fed", reason="So")
    with pytest.raises(Unfit):
        decide_conflict(by=worker, conflict=conflict, decision="neither", reason=" ")
    assert Conflict.objects.get().decision == ""


def test_merged_people_are_one_subject(feed):
    feed()
    survivor = Person.objects.get(number="C1")
    Person.objects.filter(number="C2").update(merged_into=survivor)
    assert {number for number, _ in rows(VISITS)} == {"C1"}
    assert rows("SELECT subject_id, started_on FROM person WHERE subject_id IN ('C1', 'C2')") == [("C1", dt.date(2012, 5, 17))]


def test_the_record_is_read_as_it_was_known_on_a_day(feed):
    feed()
    Feed.objects.update(ended_at=dt.datetime(2025, 6, 3, 12, tzinfo=dt.UTC))
    Fact.objects.update(recorded_at=dt.datetime(2025, 6, 4, 12, tzinfo=dt.UTC))
    half_past_midnight = dt.datetime(2025, 6, 6, 23, 30, tzinfo=dt.UTC)  # of the 7th, in England
    Fact.objects.filter(noun="need_visit", subject_id="C2").update(gone_at=half_past_midnight)
    known = {day: rows(VISITS, known_at=dt.date(2025, 6, day)) for day in (3, 4, 6, 7)}
    assert known == {3: [], 4: FED, 6: FED, 7: FED[:2]}


def test_what_tables_hold_is_on_the_thread_unless_it_was_fed(feed, family, worker):
    Allocation.objects.update(handover="Known since 2020.", change_reason="FCONTA")
    worker.started_on, worker.is_agency = dt.date(2020, 1, 1), True
    worker.save()
    feed(involvements=None, professionals=None)
    held = [(f"C{number}", worker.number, "FCONTA") for number in (1, 2, 3)]
    assert rows("SELECT subject_id, worker_id, change_reason FROM allocation ORDER BY 1") == held
    assert len(rows("SELECT * FROM handover")) == 3
    assert rows("SELECT subject_id, started_on, is_agency FROM employment") == [(worker.number, dt.date(2020, 1, 1), True)]
    assert rows("SELECT subject_id FROM person ORDER BY 1") == [("C1",), ("C2",), ("C3",)]


def test_the_record_bears_witness_to_what_the_vocabulary_knows_by_the_same_names():
    of_entries = {"case_note", "copied_forward", "other_child_named"}
    assert {noun.name for noun in tables.NOUNS_OF} | of_entries == NOUNS_OF_TABLES
    known = {name: {fact.name for fact in noun.facts} | {"ended"} for name, noun in NOUNS.items()}
    assert not {name: said - known[name] for name, said in witness.typed_here().items() if said - known[name]}


def test_nobody_is_accused_of_what_was_not_recorded_here_yet(family, worker, settings):
    visit(family[0], worker, "alone")
    settings.RECORDING_SINCE = ""
    assert judged() == set()
    settings.RECORDING_SINCE = "2025-04-01"
    assert judged() == set(), "people began to record here after the day that is judged"
    settings.RECORDING_SINCE = "2025-03-01"
    assert judged()
    assert all(day >= dt.date(2025, 3, 1) for day in judged())


def judged():
    """The days on which duties about visits that were not met opened."""
    connection = duckdb.connect()
    visits = [standard for standard in book() if "need-visit" in standard.id]
    evaluate.judge(facts.read(AS_AT, connection).thread, visits, AS_AT)
    found = connection.execute("SELECT opened_on, evidence FROM duties WHERE status <> 'met'").fetchall()
    assert all(place.startswith("entry ") for _, said in found for place in json.loads(said)["rows"])
    return {day for day, _ in found}
