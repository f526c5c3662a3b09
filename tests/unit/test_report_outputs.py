"""The files of a run: exactly the contract, whole and exact."""

import csv
import datetime as dt

import pytest
from pyarrow import parquet
from tests import invented_duties as invented

from goldenthread.check import outputs
from goldenthread.errors import UserError
from goldenthread.standards.duty import COLUMNS


def write(connection, folder, **more):
    return outputs.write_all(
        connection, folder, invented.standards(), invented.AS_AT, invented.AS_AT_WHY, invented.summaries(),
        invented.coverage(), **more
    )  # fmt: skip


def read_csv(path):
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The outputs of a small authority, and its duties."""
    connection = invented.authority(60)
    rows = connection.execute("SELECT * FROM duties").fetchall()
    return write(connection, tmp_path_factory.mktemp("out's [1]") / "deeper"), rows


def test_every_file_is_where_it_is_said_to_be(written):
    paths, _ = written
    names = ["duties.parquet", "duties.csv", "not_read.csv", "not_judged.csv", "shortfalls.xlsx", "report.html"]
    assert list(paths) == names
    assert [path.name for path in paths.values() if path.stat().st_size] == names


def test_duties_have_exactly_the_columns_of_the_contract_in_order_in_both_files(written):
    paths, _ = written
    assert read_csv(paths["duties.csv"])[0] == list(COLUMNS)
    schema = parquet.read_schema(paths["duties.parquet"])
    kinds = {"VARCHAR": "string", "DATE": "date32[day]", "INTEGER": "int32"}
    assert {field.name: str(field.type) for field in schema} == {name: kinds[kind] for name, kind in COLUMNS.items()}
    assert schema.names == list(COLUMNS)


def test_every_duty_is_in_both_files_by_subject_standard_and_day(written):
    paths, rows = written
    in_parquet = [tuple(row.values()) for row in parquet.read_table(paths["duties.parquet"]).to_pylist()]
    order = [(row[3], row[0], row[4]) for row in in_parquet]
    assert order == sorted(order)
    assert sorted(in_parquet, key=str) == sorted(rows, key=str)
    as_text = [tuple("" if cell is None else str(cell) for cell in row) for row in in_parquet]
    assert [tuple(row) for row in read_csv(paths["duties.csv"])[1:]] == as_text


def test_ids_are_text_with_their_zeros_and_data_is_exact_even_where_it_looks_like_a_formula(written):
    paths, _ = written
    ids = {row[3] for row in read_csv(paths["duties.csv"])[1:]}
    assert "=1+2" in ids
    assert any(id.startswith("00") for id in ids)


def test_more_duties_than_are_worth_sorting_are_written_in_the_order_they_were_judged(tmp_path, monkeypatch):
    monkeypatch.setattr(outputs, "SORT_UP_TO", 1)
    connection = invented.authority(20)
    ids = [id for (id,) in connection.execute("SELECT subject_id FROM duties").fetchall()]
    paths = write(connection, tmp_path)
    assert [row[3] for row in read_csv(paths["duties.csv"])[1:]] == ids
    assert ids != sorted(ids)


def test_what_was_not_judged_is_counted_with_its_reason(written):
    paths, _ = written
    header, *rows = read_csv(paths["not_judged.csv"])
    assert header == ["standard", "reason", "how_many"]
    numbers = [(row[0], row[2]) for row in rows]
    assert numbers == [("later-review", "48"), ("protection-visit", "212"), ("secure-review", "")]


def test_what_was_not_read_is_listed_with_what_was_found(written):
    paths, _ = written
    rows = read_csv(paths["not_read.csv"])
    assert rows[0] == ["file", "row", "column", "found", "expected", "left_out"]
    assert ["annex_a.xlsx, List 6", "14", "Date of Birth", "31/02/2020", "a day of the calendar", "row"] in rows


def test_progress_is_told_each_file_as_it_is_begun(tmp_path):
    told = []
    paths = write(invented.authority(2), tmp_path, progress=told.append)
    assert told == list(paths)


def test_a_folder_that_is_a_file_is_the_users_to_put_right(tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("")
    with pytest.raises(UserError, match="cannot be made"):
        write(invented.authority(2), taken)


@pytest.mark.parametrize("name", ["duties.parquet", "duties.csv", "not_judged.csv", "shortfalls.xlsx", "report.html"])
def test_a_file_that_cannot_be_written_is_the_users_to_put_right(tmp_path, name):
    (tmp_path / name).mkdir()
    with pytest.raises(UserError, match=f"{name} cannot be written"):
        write(invented.authority(2), tmp_path)


def test_duties_of_a_standard_that_is_not_in_the_book_are_a_fault_of_ours(tmp_path):
    connection = invented.authority(2)
    connection.execute("UPDATE duties SET standard = 'unknown'")
    with pytest.raises(LookupError, match="unknown"):
        write(connection, tmp_path)


def test_nothing_judged_still_gives_every_file(tmp_path):
    connection = invented.connection_with([])
    paths = outputs.write_all(connection, tmp_path, [], dt.date(2026, 3, 31), "today", [], [])
    assert all(path.exists() for path in paths.values())
    assert read_csv(paths["duties.csv"]) == [list(COLUMNS)]
