"""Formats are found, not registered, and a mistake in the declaration of one is told when it is built."""

import datetime as dt

import pytest
from tests.formats.making import AS_AT, counts, covered, facts, not_read, put, reading

from goldenthread.errors import UserError
from goldenthread.formats import formats
from goldenthread.formats.cells_csv import csv_cells
from goldenthread.formats.language import Column, Format, FormatError, Gives, Table, Wrong
from goldenthread.standards.vocabulary import care_visit, looked_after

VISITS = Table("visits", [Column("child", "id"), Column("seen_on", "day"), Column("ended_on", "day")])


def a_format(**changes):
    said = {
        "name": "invented", "title": "Invented", "expects": "visits.csv", "rank": 9, "tables": [VISITS], "gives": [],
        "recognises": lambda path: False, "rows": lambda path: iter(()),
    }  # fmt: skip
    return Format(**said | changes)


def test_every_format_is_found_the_richest_first():
    assert [fmt.name for fmt in formats()] == ["contract", "ssd", "ssda903", "cin_census", "annex_a"]


@pytest.mark.parametrize(
    "build, said",
    [
        (lambda: Column("seen_on", "date"), "'seen_on' is one of id, text, code"),
        (lambda: Column("how", "code"), "kind 'code' and codes= go together"),
        (lambda: Column("how", "text", codes="sex"), "kind 'code' and codes= go together"),
        (lambda: Column("how", "text", past=True), "only a day can be past"),
        (lambda: Table("visits", [Column("seen on", "day"), Column("Seen_On", "day")]), "share a header"),
        (lambda: Table("visits", [Column("a", "day"), Column("b", "day", also=["A"])]), "share a header"),
        (lambda: Gives(care_visit, "visits", "child", start="seen_on"), "an event has day="),
        (lambda: Gives(looked_after, "visits", "child", day="seen_on"), "a period start="),
        (lambda: Gives(care_visit, "visits", "child", day="seen_on", at="seen_at"), "has no instants"),
        (lambda: Gives(care_visit, "visits", "child", day="seen_on", facts={"is_sen": "x"}), "has no fact is_sen"),
        (lambda: Gives(care_visit, "visits", "child", day="seen_on", extent="most"), "extent is 'all', 'latest', 'some'"),
        (lambda: a_format(gives=[Gives(care_visit, "visit", "child", day="seen_on")]), "given from no table 'visit'"),
    ],
)
def test_a_mistake_in_a_declaration_is_told_in_words(build, said):
    with pytest.raises(FormatError, match=said):
        build()


def a_csv_format(**changes):
    gives = [Gives(care_visit, "visits", "child", day="seen_on")]
    said = {"recognises": lambda path: path.suffix == ".csv", "rows": lambda path: csv_cells(path, "visits"), "gives": gives}
    return a_format(**said | changes)


@pytest.fixture
def read_with(tmp_path, monkeypatch):
    """Reads rows of the invented format, declared with these changes."""
    def read(rows, **changes):
        known = [a_csv_format(**changes)]
        monkeypatch.setattr("goldenthread.formats.sources.formats", lambda: known)
        put(tmp_path, "visits.csv", "child,seen_on,ended_on\n" + rows)
        return reading(tmp_path)

    return read


def test_rows_that_cannot_be_right_are_left_out_and_noted(read_with):
    given = read_with(
        "001,2025-03-03,2025-03-01\n002,2025-03-03,2025-03-04",
        wrong=[Wrong("visits", "ended_on < seen_on", "ended_on", "ended_on", "a day on or after seen_on")],
    )
    assert [each["subject_id"] for each in facts(given, "care_visit")] == ["002"]
    assert not_read(given) == [("visits.csv", 2, "ended_on", "2025-03-01", "row")]
    assert counts(given)["visits.csv"] == (2, 1, 0, 1)


def test_what_is_only_noted_stays(read_with):
    given = read_with(
        "001,2025-03-03,2025-03-01",
        wrong=[Wrong("visits", "ended_on < seen_on", "ended_on", "ended_on", "a day after", left_out="value")],
    )
    assert len(facts(given, "care_visit")) == 1
    assert counts(given)["visits.csv"] == (1, 1, 0, 0)
    assert [each.values_left_out for each in given.summaries] == [1]


def test_files_that_cannot_be_read_together_are_refused(read_with):
    def refuse(connection):
        raise UserError("The same year is there twice.")

    with pytest.raises(UserError, match="The same year is there twice"):
        read_with("001,2025-03-03,", check=refuse)


def test_a_window_of_months_ends_with_what_the_source_covers(read_with):
    gives = [Gives(care_visit, "visits", "child", day="seen_on", months=6)]
    given = read_with("001,2025-03-03,", gives=gives)
    assert covered(given, "care_visit") == [("invented", dt.date(2024, 9, 30), AS_AT, "all", set())]


def test_what_a_source_tells_without_being_a_witness_is_not_covered(read_with):
    given = read_with("001,2025-03-03,", gives=[Gives(care_visit, "visits", "child", day="seen_on", extent=None)])
    assert len(facts(given, "care_visit")) == 1
    assert covered(given, "care_visit") == []


def test_a_day_is_an_excel_serial_only_where_the_format_says_so(read_with):
    given = read_with("001,45719.0,", serial_days=True)
    assert [each["happened_on"] for each in facts(given, "care_visit")] == [dt.date(2025, 3, 3)]
    assert [found for *_, found, _ in not_read(read_with("001,45719.0,"))] == ["45719.0"]
