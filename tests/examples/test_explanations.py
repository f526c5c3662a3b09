"""Every standard's explanation is as it was read and found to be plain English (tests/examples/explanations)."""

import datetime as dt
import re

import duckdb
import pytest
from tests.examples.write_explanations import FOLDER, explanations

from goldenthread.standards import evaluate
from goldenthread.standards.book import by_id
from goldenthread.standards.thread import Coverage, Thread, create_table
from goldenthread.standards.vocabulary import NOUNS


def test_every_explanation_is_as_it_was_read():
    written = {path.stem: path.read_text() for path in FOLDER.glob("*.txt")}
    now = explanations()
    changed = sorted(name for name in now.keys() | written.keys() if now.get(name) != written.get(name))
    assert not changed, "Read them again: python -m tests.examples.write_explanations"


def test_an_explanation_is_made_of_sentences():
    for name, text in explanations().items():
        assert not re.search(r"  |\.\.|,,|,\.| \.|None\b(?! is| was| could)|NULL|\bnan\b", text), name
        assert all(not line or line.endswith((".", "?")) for line in text.splitlines()), name


def test_an_explanation_names_its_source_and_its_force_in_words_that_accuse_nobody():
    for name, text in explanations().items():
        told = [line for line in text.splitlines() if re.match("(met|due|late|overdue|not met|ceased): ", line)]
        ends = re.compile(r" Source: .{10,}\. (The time limit|The law or|This is|What |Golden Thread )")
        assert told, name
        assert all(ends.search(line) for line in told), name
        assert not re.search(r"\b(findings?|breach\w*|verdict|owners?|spells?|DNA|RAG|league|fail\w* to|failure)\b", text), name


@pytest.mark.parametrize(
    ("standard_id", "born", "plan", "said"),
    [
        ("protection-visits", "2025-03-10", "2025-03-03", "On 10 March 2025 the child was born."),
        ("protection-visits", "2015-03-10", "2025-03-03", "On 3 March 2025 a child protection plan began."),
        ("protection-seen-alone", "2020-02-29", "2024-01-08", "On 29 February 2024 the child reached 4."),
        ("protection-seen-alone", "2020-02-28", "2024-03-04", "On 4 March 2024 a child protection plan began."),
    ],
)
def test_where_a_birthday_began_it_that_is_said(standard_id, born, plan, said):
    [standard] = by_id(standard_id)
    connection = duckdb.connect()
    names = sorted({noun.name for noun in standard.named_nouns()})
    for name in names:
        create_table(connection, NOUNS[name])
    for noun, day in (("person", born), ("protection_plan", plan)):
        connection.execute(f"INSERT INTO {noun} (subject_id, started_on, ref) VALUES ('A', ?, 1)", [day])
    for table in ("latest_told (noun VARCHAR, subject_id VARCHAR)", "source_files (file_no BIGINT, name VARCHAR)"):
        connection.execute(f"CREATE TABLE {table}")
    known = {name: frozenset({"ended", *(fact.name for fact in NOUNS[name].facts)}) for name in names}
    covers = [Coverage("by hand", name, dt.date(2015, 1, 1), dt.date(2026, 1, 1), facts=known[name]) for name in names]
    evaluate.judge(Thread(connection, covers), [standard], dt.date(2025, 12, 31))
    [told] = connection.execute("SELECT explanation FROM duties").fetchone()
    assert told.startswith(said + " A child protection visit")
