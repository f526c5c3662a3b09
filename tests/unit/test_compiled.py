"""Standards compiled once and kept: what is kept is found again, says the same on every day, and is never half there."""

import datetime as dt

import duckdb
import pytest

from goldenthread.standards import compiled, evaluate
from goldenthread.standards.book import book
from goldenthread.standards.compiled import Compiled
from goldenthread.standards.engines import DuckDB
from goldenthread.standards.judged import beside, keep_judged
from goldenthread.standards.thread import Coverage, Thread, create_table
from goldenthread.standards.vocabulary import NOUNS

IDS = ("rising-contacts", "enquiry-concluded", "review-first", "return-home-interview")
STANDARDS = [each for each in book() if each.id in IDS]
NAMES = sorted({noun.name for standard in STANDARDS for noun in standard.named_nouns()})
COVERS = [Coverage("by hand", name, dt.date(2010, 1, 1), dt.date(2026, 1, 1)) for name in NAMES]
DAYS = (dt.date(2025, 3, 31), dt.date(2025, 4, 1), dt.date(2025, 12, 31))


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A place of the test's own to keep them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "goldenthread"


@pytest.fixture
def thread():
    """Three contacts, an enquiry that goes on, and a child looked after."""
    connection = duckdb.connect()
    for name in NAMES:
        create_table(connection, NOUNS[name])
    connection.execute("CREATE TABLE latest_told (noun VARCHAR, subject_id VARCHAR)")
    connection.execute("CREATE TABLE source_files (file_no BIGINT, name VARCHAR)")
    for day in ("2025-03-03", "2025-03-10", "2025-03-17"):
        connection.execute("INSERT INTO contact (subject_id, happened_on, ref) VALUES ('A', ?, 1)", [day])
    for noun, day in (("section47", "2025-03-11"), ("looked_after", "2025-03-03")):
        connection.execute(f"INSERT INTO {noun} (subject_id, started_on, ref) VALUES ('A', ?, 2)", [day])
    return Thread(connection, COVERS)


def judged(connection):
    return connection.execute("SELECT * FROM judged ORDER BY ALL").fetchall()


def test_it_judges_as_what_is_compiled_for_the_day(thread):
    ready = Compiled(thread, STANDARDS)
    for day in DAYS:
        ready.judge(day)
        kept = judged(thread.connection)
        engine = DuckDB(thread.connection)
        keep_judged(engine, ready.standards, thread, day)
        assert kept == judged(thread.connection) != []
        engine.clear()


def test_what_is_kept_is_found_again_and_holds_no_fact(thread, place, monkeypatch):
    evaluate.judge(thread, STANDARDS, DAYS[2])
    first = judged(thread.connection)
    (folder,) = place.iterdir()
    assert "2025-03-17" not in (folder / compiled.STEPS).read_text()
    monkeypatch.setattr(compiled, "_compile", lambda *_: pytest.fail("It is on the disk."))
    evaluate.judge(thread, STANDARDS, DAYS[2])
    assert judged(thread.connection) == first


def test_other_standards_or_another_coverage_are_another_book(thread, place):
    compiled.steps_of(STANDARDS, COVERS)
    compiled.steps_of(STANDARDS[:2], COVERS)
    compiled.steps_of(STANDARDS, [*COVERS, Coverage("Annex A", "contact", dt.date(2024, 1, 1), DAYS[2], "latest")])
    assert len(list(place.iterdir())) == 3


def test_a_damaged_book_is_compiled_again(thread, place):
    evaluate.judge(thread, STANDARDS, DAYS[2])
    first = judged(thread.connection)
    (folder,) = place.iterdir()
    (folder / compiled.STEPS).write_text("[[")
    evaluate.judge(thread, STANDARDS, DAYS[2])
    assert judged(thread.connection) == first
    assert [each.name for each in place.iterdir()] == [folder.name]
    assert (folder / compiled.STEPS).read_text() != "[["


def test_where_nothing_can_be_kept_it_is_compiled_each_time(thread, monkeypatch, tmp_path):
    (tmp_path / "full").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "full"))
    evaluate.judge(thread, STANDARDS, DAYS[2])
    assert judged(thread.connection)


def test_where_no_standard_can_be_judged_there_are_no_duties(thread):
    evaluate.judge(Thread(thread.connection, []), STANDARDS, DAYS[2])
    assert thread.connection.execute("SELECT * FROM duties").fetchall() == []
    assert thread.connection.execute("SELECT count(*) FROM not_judged").fetchone() == (len(STANDARDS),)


def test_it_leaves_nothing_of_its_own_behind(thread):
    before = thread.nouns()
    evaluate.judge(thread, STANDARDS, DAYS[2])
    after = {"births", "duties", "judged", "named_facts", "not_judged", "places", *beside(STANDARDS, COVERS, None)}
    assert thread.nouns() - before == after
