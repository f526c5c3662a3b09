"""A Program judges a few subjects just as everyone is judged, however often it is asked."""

import datetime as dt

import duckdb
import pytest

from goldenthread.formats.sources import read
from goldenthread.invent import write
from goldenthread.standards import evaluate
from goldenthread.standards.book import book
from goldenthread.standards.duty import COLUMNS
from goldenthread.standards.program import Program
from goldenthread.standards.vocabulary import NOUNS

AS_AT = dt.date(2026, 3, 31)


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """An invented authority, judged whole."""
    folder = tmp_path_factory.mktemp("authority")
    write(150, 6, 3, AS_AT, folder)
    connection = duckdb.connect()
    given = read([folder], AS_AT, connection)
    evaluate.judge(given.thread, book(), AS_AT)
    return given.thread


@pytest.fixture(scope="module")
def program(judged):
    """The same book, compiled once."""
    return Program(book(), judged.coverage)


def facts_of(thread, subjects):
    """What the thread holds of these subjects, by noun; what it would tell the latest of; and its sources."""
    connection, facts = thread.connection, {}
    for noun in thread.nouns() & set(NOUNS):
        rows = connection.execute(f'SELECT * FROM "{noun}" WHERE list_contains(?, subject_id)', [subjects])
        names = [column[0] for column in rows.description]
        facts[noun] = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
    told = connection.execute("SELECT noun, subject_id FROM latest_told WHERE list_contains(?, subject_id)", [subjects])
    sources = dict(connection.execute("SELECT file_no, name FROM source_files").fetchall())
    return facts, told.fetchall(), sources


def whole(thread, subjects):
    """The duties of these subjects among everyone's."""
    rows = thread.connection.execute("SELECT * FROM duties WHERE list_contains(?, subject_id)", [subjects])
    return sorted(map(repr, rows.fetchall()))


def test_one_after_another_and_several_at_once_are_judged_as_among_everyone(judged, program):
    longest = judged.connection.execute("SELECT subject_id FROM duties GROUP BY 1 ORDER BY count(*) DESC LIMIT 6").fetchall()
    people = judged.connection.execute("SELECT subject_id FROM person ORDER BY 1 LIMIT 6").fetchall()
    alone = [[subject] for (subject,) in longest + people]
    for subjects in [*alone, [subject for (subject,) in longest]]:
        facts, told, sources = facts_of(judged, subjects)
        found = program.judge(facts, subjects, AS_AT, told, sources)
        assert sorted(repr(tuple(duty[name] for name in COLUMNS)) for duty in found) == whole(judged, subjects)


def test_nothing_of_an_earlier_judging_is_left(judged, program):
    facts, told, sources = facts_of(judged, ["C0000001", "C0000002"])
    program.judge(facts, ["C0000001", "C0000002"], AS_AT, told, sources)
    assert program.judge({}, [], AS_AT) == []
