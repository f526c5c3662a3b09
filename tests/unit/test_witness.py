"""What must be seen before a standard is judged: either of several, and a rise against the past."""

import datetime as dt
from types import SimpleNamespace

import duckdb
import pytest

from goldenthread.standards import evaluate, witness
from goldenthread.standards.book import by_id
from goldenthread.standards.language import DEFAULT, days, never, within
from goldenthread.standards.thread import Coverage, Thread, create_table
from goldenthread.standards.vocabulary import contact, legal_gateway, need_plan, permanence_plan, protection_plan

AS_AT = dt.date(2025, 6, 30)
TEN = days(10, force=DEFAULT)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def seen(noun: str, first: str, last: str, extent: str = "all") -> Coverage:
    return Coverage("A file", noun, day(first), day(last), extent)


def windows(rule, *coverage) -> list[tuple[str, str]]:
    found = witness.witness(SimpleNamespace(rule=rule), list(coverage)).windows
    return [(str(first), str(last)) for first, last in found]


EITHER = within(TEN, of=need_plan, expect=legal_gateway | permanence_plan)


def test_either_of_two_is_seen_where_both_are():
    sources = [seen("legal_gateway", "2024-01-01", "2025-03-31"), seen("permanence_plan", "2024-06-01", "2025-06-30")]
    assert windows(EITHER, *sources) == [("2024-06-01", "2025-03-31")]
    assert windows(EITHER, sources[0]) == []


def test_two_sources_of_one_noun_are_one_window_though_one_has_no_last_day():
    sources = [seen("legal_gateway", first, last) for first, last in
               (("2020-01-01", "9999-12-31"), ("2024-01-01", "2025-03-31"), ("2010-01-01", "2019-12-31"))]
    assert windows(EITHER, *sources, seen("permanence_plan", "2000-01-01", "9999-12-31")) == [("2010-01-01", "9999-12-31")]


def test_both_may_be_seen_in_more_windows_than_one():
    gaps = [seen("legal_gateway", "2024-01-01", "2024-03-31"), seen("legal_gateway", "2024-06-01", "2024-12-31")]
    other = seen("permanence_plan", "2024-03-01", "2024-07-31")
    assert windows(EITHER, *gaps, other) == [("2024-03-01", "2024-03-31"), ("2024-06-01", "2024-07-31")]


def test_the_latest_only_of_either_settles_nothing():
    latest = [seen("legal_gateway", "2024-01-01", "2025-03-31", "latest"), seen("permanence_plan", "2024-01-01", "2025-03-31")]
    found = witness.witness(SimpleNamespace(rule=EITHER), latest)
    assert (found.windows, found.latest) == ((), None)


def test_an_occurrence_is_its_own_witness_but_a_rise_is_not():
    sources = [seen("contact", "2025-01-01", "2025-06-30")]
    assert windows(never(contact, force=DEFAULT)) == [tuple(map(str, witness.EVER))]
    assert windows(never(contact.rising(3, within=TEN) & protection_plan, force=DEFAULT), *sources) == [
        ("2025-01-01", "2025-06-30")
    ]


def test_what_begins_with_a_rise_is_seen_where_both_it_and_its_answer_are():
    rule = within(TEN, of=contact.rising(3, within=TEN), expect=legal_gateway)
    sources = [seen("contact", "2024-01-01", "2025-06-30"), seen("legal_gateway", "2025-01-01", "2025-12-31")]
    assert windows(rule, *sources) == [("2025-01-01", "2025-06-30")]
    assert windows(rule, sources[1]) == []


@pytest.mark.parametrize(("first", "duties"), [("2023-12-01", 1), ("2025-01-01", 0)])
def test_a_rise_is_not_judged_where_the_past_was_not_seen(first, duties):
    connection = duckdb.connect()
    create_table(connection, contact)
    connection.execute("CREATE TABLE source_files (file_no INTEGER, name VARCHAR)")
    connection.execute("CREATE TABLE latest_told (noun VARCHAR, subject_id VARCHAR)")
    for ref, on in enumerate(("2025-01-06", "2025-02-03", "2025-03-03"), 1):
        connection.execute("INSERT INTO contact (subject_id, happened_on, ref) VALUES ('1', ?, ?)", [on, ref])
    thread = Thread(connection, [seen("contact", first, "2025-06-30")])
    evaluate.judge(thread, by_id("rising-contacts"), AS_AT)
    told = connection.execute("SELECT explanation FROM duties").fetchall()
    assert len(told) == duties
    assert connection.execute("SELECT count(*) FROM not_judged").fetchone() == (1 - duties,)
    if told:
        assert told[0][0].startswith(
            "On 3 March 2025 a contact about the child was received, for the third time within 3 months and at least twice as "
            "often as in the 12 months before that."
        )
