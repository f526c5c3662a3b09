"""Golden Thread's open contract: every noun can be written in it and read back, and what its manifest may say."""

import datetime as dt
import json

import pyarrow as pa
import pyarrow.parquet
import pytest
from tests.formats.making import AS_AT, covered, facts, put, put_manifest, reading

from goldenthread.codes.calendar import FIRST_DAY
from goldenthread.codes.lists import codes_of
from goldenthread.errors import UserError
from goldenthread.formats.contract import schemas, write_contract
from goldenthread.standards.thread import columns_of
from goldenthread.standards.vocabulary import NOUNS

FIRST = dt.date(2024, 7, 1)
ARROW = {
    "VARCHAR": pa.string(), "DATE": pa.date32(), "TIMESTAMP": pa.timestamp("us"), "BOOLEAN": pa.bool_(),
    "INTEGER": pa.int32(),
}  # fmt: skip


def one_fact(noun):
    """A fact of this noun of which everything is known."""
    codes = {fact.name: fact.codes for fact in noun.facts}
    plain = {"VARCHAR": "0012", "DATE": FIRST, "TIMESTAMP": dt.datetime.fromisoformat("2024-06-30T23:30:00"),
             "BOOLEAN": True, "INTEGER": 7}  # fmt: skip
    return {
        name: list(codes_of(codes[name]))[-1] if codes.get(name) else plain[kind]
        for name, kind in columns_of(noun).items()
        if name != "ref"
    }


def as_csv(folder, noun, rows):
    text = [",".join("" if cell is None else str(cell) for cell in row.values()) for row in rows]
    put(folder, f"{noun.name}.csv", "\n".join([",".join(rows[0]), *text]))


def as_parquet(folder, noun, rows):
    types = {name: ARROW[kind] for name, kind in columns_of(noun).items() if name != "ref"}
    table = pa.Table.from_pylist(rows, schema=pa.schema(list(types.items())))
    pyarrow.parquet.write_table(table, folder / f"{noun.name}.parquet")


@pytest.mark.parametrize("write", [as_csv, as_parquet])
def test_every_noun_can_be_written_and_read_back(tmp_path, write):
    put_manifest(tmp_path)
    for noun in NOUNS.values():
        write(tmp_path, noun, [one_fact(noun)])
    given = reading(tmp_path)
    assert given.faults == 0
    for noun in NOUNS.values():
        assert facts(given, noun.name) == [one_fact(noun)], noun.name
        ((source, from_day, to_day, extent, known),) = covered(given, noun.name)
        since = FIRST_DAY if noun.name == "person" else dt.date(2019, 4, 1)
        assert (source, from_day, to_day, extent) == ("contract", since, AS_AT, "all")
        assert known == {fact.name for fact in noun.facts} | ({"ended"} if noun.lasts else set())


def test_a_header_without_rows_says_that_there_were_none(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "care_visit.csv", "subject_id,happened_on,is_seen")
    put(tmp_path, "missing.csv", "subject_id,started_on,ended_on,kind")
    given = reading(tmp_path)
    assert covered(given, "care_visit") == [("contract", dt.date(2019, 4, 1), AS_AT, "all", {"is_seen"})]
    assert covered(given, "missing")[0][4] == {"kind", "ended"}
    assert facts(given, "missing") == []
    assert covered(given, "core_group") == []


def test_a_file_that_does_not_say_what_ended_is_no_witness_to_ends(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "missing.csv", "subject_id,started_on\n001,2025-03-03")
    assert covered(reading(tmp_path), "missing")[0][4] == set()


def test_when_it_was_recorded_may_be_given_and_is_not_yet_kept(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "core_group.csv", "subject_id,happened_on,recorded_on\n001,2025-03-03,whenever")
    given = reading(tmp_path)
    assert given.faults == 0
    assert facts(given, "core_group") == [{"subject_id": "001", "happened_on": dt.date(2025, 3, 3)}]


def test_a_file_without_a_required_column_is_unusable_and_every_one_is_named(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "core_group.csv", "subject_id,held\n001,2025-03-03")
    put(tmp_path, "missing.csv", "subject_id,ended_on\n001,2025-03-03")
    with pytest.raises(UserError) as raised:
        reading(tmp_path)
    assert [fault.partition(";")[0] for fault in raised.value.faults] == [
        "core_group.csv: the column happened_on is missing",
        "missing.csv: the column started_on is missing",
    ]


def test_files_without_a_manifest_are_unusable(tmp_path):
    put(tmp_path, "core_group.csv", "subject_id,happened_on\n001,2025-03-03")
    with pytest.raises(UserError, match=r"core_group\.csv: there is no contract\.json beside it"):
        reading(tmp_path)


@pytest.mark.parametrize(
    "changes, said",
    [
        ({"contract_version": "2.0"}, r"a later version of the open contract than this Golden Thread knows \(1\.0\)"),
        ({"contract_version": "latest"}, "no contract_version such as 1.0"),
        ({"from_day": ""}, "does not say from_day"),
        ({"to_day": "31/03/2025"}, "no from_day such as 2019-04-01, and a to_day"),
        ({"from_day": "1900-01-01"}, "no from_day such as 2019-04-01"),
        ({"to_day": "2018-03-31"}, "a to_day on or after it"),
    ],
)
def test_a_manifest_that_cannot_be_followed_is_refused_in_words(tmp_path, changes, said):
    put_manifest(tmp_path, **changes)
    put(tmp_path, "core_group.csv", "subject_id,happened_on\n001,2025-03-03")
    with pytest.raises(UserError, match=said) as raised:
        reading(tmp_path)
    assert len(raised.value.faults) == 1


def test_a_manifest_that_is_no_json_is_refused_in_words(tmp_path):
    put(tmp_path, "contract.json", "version: 1")
    with pytest.raises(UserError, match=r"contract\.json is not a JSON object"):
        reading(tmp_path)


def test_a_later_minor_version_is_read(tmp_path):
    put_manifest(tmp_path, contract_version="1.9")
    put(tmp_path, "core_group.csv", "subject_id,happened_on,something_new\n001,2025-03-03,x")
    assert len(facts(reading(tmp_path), "core_group")) == 1


def test_manifests_that_share_no_day_cannot_be_read_together(tmp_path):
    for name, days in (("old", ("2015-04-01", "2018-03-31")), ("new", ("2019-04-01", "2025-03-31"))):
        (tmp_path / name).mkdir()
        put_manifest(tmp_path / name, from_day=days[0], to_day=days[1])
    with pytest.raises(UserError, match="cover no day in common"):
        reading(tmp_path / "old", tmp_path / "new")


def test_the_contract_and_the_dataset_may_share_a_folder(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "core_group.csv", "subject_id,happened_on\n001,2025-03-03")
    put(tmp_path, "ssd_person.csv", "pers_person_id,pers_dob\n001,2015-03-03")
    given = reading(tmp_path)
    assert [len(facts(given, noun)) for noun in ("core_group", "person")] == [1, 1]


def test_every_noun_has_a_schema_with_its_columns_and_the_readme_tells_of_it(tmp_path):
    write_contract(tmp_path)
    assert set(schemas()) == {"contract", *NOUNS}
    readme = (tmp_path / "README.md").read_text()
    for name, noun in NOUNS.items():
        schema = json.loads((tmp_path / "schemas" / f"{name}.schema.json").read_text())
        assert set(schema["properties"]) == set(columns_of(noun)) - {"ref"} | {"recorded_on"}
        assert f"## {name}\n" in readme


def test_the_readme_has_no_sentence_without_an_end():
    from goldenthread.formats.contract_schema import readme

    assert ".." not in readme().replace("…", "")
