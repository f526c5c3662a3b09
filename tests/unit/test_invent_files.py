"""The files of an invented authority: tables and columns by their right names, invented people only, the same each time."""

import csv
import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.csv as pcsv
import pyarrow.parquet as parquet
import pytest

from goldenthread.errors import UserError
from goldenthread.invent import authority, write
from goldenthread.invent.families import FORENAMES, SURNAMES
from goldenthread.standards import vocabulary
from goldenthread.standards.thread import columns_of

AS_AT = dt.date(2026, 3, 31)
CHILDREN = 240
COLUMNS = Path(sys.modules[write.__module__].__file__).parents[1] / "formats" / "ssd_columns.json"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("authority")
    write(CHILDREN, seed=3, as_at=AS_AT, out=out, share=0.3)
    return out


def tables(folder, kind):
    return {path.stem: parquet.read_table(path) for path in sorted((folder / kind).glob("*.parquet"))}


def test_tables_and_columns_are_those_of_the_standard_safeguarding_dataset(folder):
    known = json.loads(COLUMNS.read_text())["tables"]
    written = tables(folder, "ssd")
    assert len(written) >= 25
    for name, table in written.items():
        assert set(table.column_names) <= set(known[name])


def test_the_contract_has_a_file_for_every_noun_that_the_dataset_does_not_hold(folder):
    assert set(tables(folder, "contract")) >= set(vocabulary.NOUNS) - authority.IN_SSD


def test_a_file_of_the_contract_has_the_columns_of_its_noun(folder):
    for name, table in tables(folder, "contract").items():
        assert table.column_names == [column for column in columns_of(vocabulary.NOUNS[name]) if column != "ref"]


def test_the_contract_says_whose_it_is_and_of_which_days_it_speaks(folder):
    said = json.loads((folder / "contract" / "contract.json").read_text())
    assert said["contract_version"] == "1.0"
    assert (said["from_day"], said["to_day"]) == ("2020-03-31", "2026-03-31")
    assert "invented" in said["authority"]


def test_every_child_is_there_once(folder):
    people = tables(folder, "ssd")["ssd_person"]["pers_person_id"].to_pylist()
    children = [each for each in people if each.startswith("C")]
    assert children == [f"C{number:07}" for number in range(CHILDREN)]


def test_nobody_has_the_name_of_a_person(folder):
    people = tables(folder, "ssd")["ssd_person"]
    assert set(people["pers_forename"].to_pylist()) <= set(FORENAMES)
    assert set(people["pers_surname"].to_pylist()) <= set(SURNAMES)


def test_brothers_and_sisters_share_a_family_and_a_mother_and_some_a_step_parent(folder):
    family = tables(folder, "ssd")["ssd_family"].to_pylist()
    members = {}
    for row in family:
        members.setdefault(row["fami_family_id"], []).append(row["fami_person_id"][0])
    assert all(kinds.count("M") == 1 and "C" in kinds for kinds in members.values())
    assert any(kinds.count("C") > 1 for kinds in members.values())
    assert any("A" in kinds for kinds in members.values())
    assert any("A" not in kinds for kinds in members.values())


def test_nothing_happens_after_as_at(folder):
    for kind in ("ssd", "contract"):
        for table in tables(folder, kind).values():
            days = [column for column in table.column_names if str(table.schema.field(column).type) == "date32[day]"]
            for column in days:
                latest = max((day for day in table[column].to_pylist() if day), default=AS_AT)
                assert latest <= AS_AT or column == "pers_expected_dob"


def test_the_truth_has_a_header_and_only_planted_subjects(folder):
    with (folder / "truth.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["subject_id", "standard", "opened_on", "implied", "danger"]
    assert {row["implied"] for row in rows} <= {"yes", "no"}
    itself = {row["subject_id"] for row in rows if row["implied"] == "no"}
    assert {row["subject_id"] for row in rows if row["implied"] == "yes"} <= itself


def test_where_nothing_is_planted_the_truth_is_empty(tmp_path):
    write(60, as_at=AS_AT, out=tmp_path, share=0)
    assert (tmp_path / "truth.csv").read_text().splitlines() == ["subject_id,standard,opened_on,implied,danger"]


def test_the_same_seed_invents_the_same_authority_and_another_does_not(folder, tmp_path):
    write(CHILDREN, seed=3, as_at=AS_AT, out=tmp_path / "again", share=0.3)
    write(CHILDREN, seed=4, as_at=AS_AT, out=tmp_path / "other", share=0.3)
    assert tables(folder, "ssd") == tables(tmp_path / "again", "ssd")
    assert tables(folder, "contract") == tables(tmp_path / "again", "contract")
    assert tables(folder, "contract")["contact"] != tables(tmp_path / "other", "contract")["contact"]


def test_it_does_not_matter_how_many_are_invented_at_a_time(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(authority, "CHUNK", 36)
    write(CHILDREN, seed=3, as_at=AS_AT, out=tmp_path, share=0.3)
    assert tables(folder, "contract") == tables(tmp_path, "contract")
    assert (folder / "truth.csv").read_text() == (tmp_path / "truth.csv").read_text()


def test_csv_holds_what_parquet_holds(folder, tmp_path):
    write(CHILDREN, seed=3, as_at=AS_AT, out=tmp_path, share=0.3, file_format="csv")
    for name in ("ssd/ssd_cin_visits", "contract/contact_decision", "contract/stability_meeting"):
        as_csv = pcsv.read_csv(tmp_path / f"{name}.csv")
        as_parquet = parquet.read_table(folder / f"{name}.parquet")
        assert as_csv.column_names == as_parquet.column_names
        assert as_csv.num_rows == as_parquet.num_rows


def test_progress_is_told(tmp_path):
    told = []
    write(30, as_at=AS_AT, out=tmp_path, progress=lambda what, done, of: told.append((what, done, of)))
    assert told == [("Inventing children", 30, 30)]


def test_faults_of_the_user_are_told_all_at_once(tmp_path):
    with pytest.raises(UserError) as caught:
        write(0, years=40, out=tmp_path, share=2, file_format="xlsx")
    assert len(caught.value.faults) == 4
    assert list(tmp_path.iterdir()) == []


def test_the_law_is_known_from_documents_and_not_from_the_catalogue_s_code():
    script = (
        "import sys, goldenthread.invent; "
        "print([name for name in sys.modules if 'standards.catalogue' in name or 'standards.signals' in name "
        "or name.endswith(('standards.compile', 'standards.evaluate', 'standards.reference'))])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
