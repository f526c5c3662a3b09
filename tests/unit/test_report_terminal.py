"""The summary in the terminal: counts, never a child."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from tests import invented_duties as invented

from goldenthread.check import terminal


def printed(connection, summaries, width=100, standards=None, **more):
    out = io.StringIO()
    book = invented.standards() if standards is None else standards
    paths = {"report.html": Path("somewhere/report.html")}
    console = Console(file=out, width=width, **more)
    day, why = invented.AS_AT, invented.AS_AT_WHY
    terminal.summary(console, connection, book, day, why, summaries, paths, "Northborough")
    return out.getvalue()


@pytest.fixture(scope="module")
def connection():
    """An invented authority."""
    return invented.authority(150)


def test_it_says_the_day_the_sources_and_where_the_report_is(connection):
    text = printed(connection, invented.summaries())
    assert "As at 31 March 2026: the 31 March on or after the latest start in the return." in text
    assert "The counts add up" in text
    assert "6,690" in text
    assert "Not judged: 1 whole standard, and 260 duties under the others" in text
    assert "Not read: 30 rows, and 12 values of other rows" in text
    assert str(Path("somewhere/report.html")) in text


def test_it_names_no_child_and_no_value(connection):
    text = printed(connection, invented.summaries(), width=400)
    ids = [id for (id,) in connection.execute("SELECT DISTINCT subject_id FROM duties").fetchall()]
    assert not [id for id in ids if id in text]
    assert "31/02/2020" not in text


def test_it_is_plain_where_nobody_looks_at_a_terminal(connection):
    assert "\x1b" not in printed(connection, invented.summaries())
    assert "\x1b" in printed(connection, invented.summaries(), force_terminal=True, color_system="standard")


def test_only_the_standards_with_most_open_are_shown_the_most_first(connection, monkeypatch):
    monkeypatch.setattr(terminal, "MOST_STANDARDS", 3)
    most = connection.execute(
        """SELECT standard FROM duties WHERE kind = 'duty' AND status IN ('overdue', 'not_met')
           AND closed_on IS NULL AND done_on IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1"""
    ).fetchall()
    text = printed(connection, invented.summaries(), width=200)
    duties = {each.id: each.duty for each in invented.standards()}
    places = [text.find(duties[id]) for (id,) in most]
    assert places[:3] == sorted(places[:3])
    assert min(places[:3]) > 0
    assert set(places[3:]) == {-1}


def test_rows_that_do_not_add_up_are_owned_to(connection):
    astray = replace(invented.summaries()[0], rows=1)
    assert "These do not add up, which is a fault of ours: annex_a.xlsx." in printed(connection, [astray])


def test_brackets_in_a_file_name_are_not_taken_for_a_style(connection):
    odd = replace(invented.summaries()[0], file="[red]annex[/].xlsx")
    assert "[red]annex[/].xlsx" in printed(connection, [odd], width=200)


def test_nothing_judged_is_said_without_a_table_of_standards():
    text = printed(invented.connection_with([]), [], standards=[])
    assert "0 of 0 children are waiting for something past its day." in text
    assert "What is owed" not in text
