"""shortfalls.xlsx: every shortfall on one sheet, text as text, days as days."""

import datetime as dt
import zipfile
from collections import Counter

import pytest
from python_calamine import CalamineWorkbook
from tests import invented_duties as invented

from goldenthread.check import workbook
from goldenthread.check.run import Run

YEAR_AGO = dt.date(2025, 3, 31)


def write(connection, path):
    workbook.write_workbook(connection, path, Run(invented.standards(), invented.AS_AT, "why", invented.summaries()))
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.fixture(scope="module")
def connection():
    """An invented authority."""
    return invented.authority(150)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Where its workbook is."""
    return tmp_path_factory.mktemp("book") / "shortfalls.xlsx"


@pytest.fixture(scope="module")
def sheets(connection, path):
    """The sheets of its workbook, as rows of cells."""
    return write(connection, path)


def expected(connection, condition):
    query = f"SELECT subject_id, standard, opened_on FROM duties WHERE {condition}"
    return Counter(connection.execute(query).fetchall())


def found(sheet):
    header, *rows = sheet
    places = [header.index(name) for name in ("Id", "Standard", "Opened")]
    return Counter(tuple(row[place] for place in places) for row in rows)


OPEN = "status IN ('overdue', 'not_met') AND closed_on IS NULL AND done_on IS NULL"


@pytest.mark.parametrize(
    "sheet, condition",
    [
        ("Open", f"kind = 'duty' AND {OPEN}"),
        ("Late in the last year", f"kind = 'duty' AND status = 'late' AND done_on > DATE '{YEAR_AGO}'"),
        ("Not met", f"kind = 'duty' AND status IN ('overdue', 'not_met') AND NOT ({OPEN})"),
        ("Questions", f"kind = 'question' AND {OPEN}"),
    ],
)
def test_each_sheet_holds_what_it_says_each_once(connection, sheets, sheet, condition):
    assert found(sheets[sheet]) == expected(connection, condition)
    assert found(sheets[sheet])


def test_the_first_sheet_says_what_the_others_hold(sheets):
    assert list(sheets) == ["About", "Open", "Late in the last year", "Not met", "Questions"]
    lines = {row[0]: row[1] for row in sheets["About"]}
    assert lines["As at"] == "31 March 2026 (why)"
    for name in list(sheets)[1:]:
        assert lines[name].endswith(f" {len(sheets[name]) - 1:,} rows.")
    assert set(sheets["Late in the last year"][0]) <= set(lines)


def test_open_is_the_gravest_first(sheets):
    header, *rows = sheets["Open"]
    order = [["Critical", "High", "Medium", "Low"].index(row[header.index("Severity")]) for row in rows]
    assert order == sorted(order)


def test_a_row_speaks_in_plain_words(sheets):
    header, *rows = sheets["Open"]
    row = next(dict(zip(header, row, strict=True)) for row in rows if row[header.index("Standard")] == "first-review")
    assert row["Who"] == "Child"
    assert row["Area"] == "Looked-after reviews"
    assert row["What is owed"] == "A looked-after child's case is first reviewed within 20 working days."
    assert row["Time allowed"] == "20 working days: law"
    assert row["Person responsible"] == "Independent reviewing officer service"
    assert isinstance(row["Due"], dt.date)
    assert row["Days over"] == (invented.AS_AT - row["Due"]).days
    assert "reviews.csv:" in row["Where on file"]


def test_days_are_excels_days_and_ids_are_text_never_a_formula(path, sheets):
    header, *rows = sheets["Late in the last year"]
    assert {type(row[header.index("Done")]) for row in rows} == {dt.date}
    assert {type(row[header.index("Id")]) for row in rows} == {str}
    with zipfile.ZipFile(path) as book:
        pages = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
    assert not [page for page in pages if "<f>" in page]
    assert any("=1+2" in page for page in pages)


def test_headers_stay_in_sight_and_can_be_filtered(path, sheets):
    with zipfile.ZipFile(path) as book:
        pages = [book.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(2, 6)]
    assert all('state="frozen"' in page and "<autoFilter" in page for page in pages)


def test_what_does_not_fit_on_a_sheet_is_cut_and_the_total_is_stated(connection, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    cut = write(connection, tmp_path / "cut.xlsx")
    total = sum(expected(connection, f"kind = 'duty' AND {OPEN}").values())
    assert len(cut["Open"]) == 4
    lines = {row[0]: row[1] for row in cut["About"]}
    assert f"{total} in all, of which the first 3 fit on an Excel sheet" in lines["Open"]


def test_a_cell_too_long_for_excel_is_cut_not_lost(tmp_path):
    book = {each.id: each for each in invented.standards()}
    row = invented.duty(book["first-review"], "1", YEAR_AGO, YEAR_AGO, "overdue", "x" * 40_000, days_over=365)
    sheets = write(invented.connection_with([row]), tmp_path / "long.xlsx")
    header, cells = sheets["Open"]
    assert len(cells[header.index("Explanation")]) == workbook.LONGEST_CELL


def test_no_shortfalls_give_sheets_with_a_header_only(tmp_path):
    sheets = write(invented.connection_with([]), tmp_path / "empty.xlsx")
    assert [len(rows) for name, rows in sheets.items() if name != "About"] == [1, 1, 1, 1]
