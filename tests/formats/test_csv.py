"""CSV files as they come: encodings, quotes, ragged rows, and the row numbers a person would see."""

import pytest
from tests.formats.making import counts, expected, facts, not_read, put, put_manifest, reading

from goldenthread.errors import UserError

HEADER = "subject_id,started_on,ended_on,organisation\n"


@pytest.fixture
def folder(tmp_path):
    put_manifest(tmp_path)
    return tmp_path


def encoding_of(given, file):
    return next(each.encoding for each in given.summaries if each.file == file)


@pytest.mark.parametrize(
    "encoding, said",
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a mark"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16 with a mark"),
    ],
)
def test_the_encoding_is_found_by_ladder_and_said(folder, encoding, said):
    text = HEADER + "001,2025-03-03,,Siân and Zoë"
    put(folder, "early_help.csv", text, encoding)
    given = reading(folder)
    assert facts(given, "early_help")[0]["organisation"] == "Siân and Zoë"
    assert encoding_of(given, "early_help.csv") == said


def test_bytes_that_are_no_text_are_unusable(folder):
    (folder / "early_help.csv").write_bytes(b"subject_id,started_on,ended_on,organisation\n001,2025-03-03,,\x81\xff\n")
    with pytest.raises(UserError, match=r"early_help\.csv: it is not text in UTF-8 or Windows-1252"):
        reading(folder)


def test_ragged_rows_are_told_and_the_rest_is_read(folder):
    put(folder, "core_group.csv", """
        subject_id,happened_on
        001,2025-03-03
        002
        003,2025-03-04,extra,cells
        004,2025-03-05""")
    given = reading(folder)
    assert [fact["subject_id"] for fact in facts(given, "core_group")] == ["001", "004"]
    assert not_read(given) == [
        ("core_group.csv", 3, "", "002", "row"),
        ("core_group.csv", 4, "", "003,2025-03-04,extra,cells", "row"),
    ]
    assert expected(given) == ["2 cells, as in the header; there are 1", "2 cells, as in the header; there are 4"]
    assert counts(given)["core_group.csv"] == (4, 2, 0, 2)


def test_row_numbers_are_those_a_person_sees_also_after_a_line_break_in_quotes(folder):
    put(folder, "early_help.csv", """
        subject_id,started_on,ended_on,organisation
        001,2025-03-03,,"A school,
        and ""another"" one"

        002,31/02/2020,,
        003
        004,never,,""")
    told = [(row, found) for _, row, _, found, _ in not_read(reading(folder))]
    assert told == [(4, "31/02/2020"), (5, "003"), (6, "never")]


def test_row_numbers_hold_from_one_stretch_of_a_long_file_to_the_next(folder, monkeypatch):
    monkeypatch.setattr("goldenthread.formats.cells_csv.BLOCK", 4096)
    lines = [f"{number},2025-03-03" for number in range(2, 2002)]
    for number in (2, 700, 701, 2001):
        lines[number - 2] = f"{number},no day"
    lines[1000 - 2] = "1000"
    put(folder, "core_group.csv", "\n".join(["subject_id,happened_on", *lines]))
    given = reading(folder)
    assert [row for _, row, *_ in not_read(given)] == [2, 700, 701, 1000, 2001]
    assert given.thread.connection.execute(
        "SELECT count(*) FROM core_group WHERE CAST(ref % 10000000000 AS VARCHAR) <> subject_id"
    ).fetchone() == (0,)


def test_an_empty_line_and_a_row_of_commas_are_no_rows(folder):
    put(folder, "core_group.csv", "subject_id,happened_on\n001,2025-03-03\n\n,\n,,,\n002,2025-03-04")
    assert counts(reading(folder))["core_group.csv"] == (2, 2, 0, 0)


def test_a_quotation_mark_that_is_never_closed_makes_the_file_unusable(folder):
    put(folder, "early_help.csv", HEADER + '001,2025-03-03,,"A school\n002,2025-03-03,,')
    with pytest.raises(UserError, match="row 2 opens a quotation mark that is never closed"):
        reading(folder)


def test_a_quotation_mark_inside_a_cell_does_no_harm(folder):
    put(folder, "early_help.csv", HEADER + '001,2025-03-03,,The 5" pipe\n002,2025-03-03,,x')
    assert counts(reading(folder))["early_help.csv"] == (2, 2, 0, 0)


def test_a_row_with_a_nul_is_told_and_the_rest_is_read(folder):
    (folder / "core_group.csv").write_bytes(b"subject_id,happened_on\n0\x0001,2025-03-03\n002,2025-03-03\n")
    given = reading(folder)
    assert not_read(given) == [("core_group.csv", 2, "", "", "row")]
    assert counts(given)["core_group.csv"] == (2, 1, 0, 1)


def test_an_empty_file_is_unusable(folder):
    put(folder, "ssd_person.csv", "").write_bytes(b"")
    with pytest.raises(UserError, match=r"ssd_person\.csv: it is empty"):
        reading(folder)


def test_unknown_columns_are_ignored_and_counted_and_may_be_doubled(folder):
    put(folder, "core_group.csv", "subject_id,happened_on,row,Notes,notes,,\n001,2025-03-03,7,a,b,,")
    given = reading(folder)
    assert [each.ignored for each in given.summaries if each.file == "core_group.csv"] == [5]
    assert not_read(given) == []


def test_headers_are_known_whatever_their_case_spaces_and_order(folder):
    put(folder, "core_group.csv", "Happened On , SUBJECT ID\n2025-03-03,001")
    assert facts(reading(folder), "core_group")[0]["subject_id"] == "001"


def test_a_column_that_is_there_twice_makes_the_file_unusable(folder):
    put(folder, "core_group.csv", "subject_id,happened_on,Happened_On\n001,2025-03-03,2025-03-04")
    with pytest.raises(UserError, match=r"core_group\.csv: the column happened_on is there twice"):
        reading(folder)
