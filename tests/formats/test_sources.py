"""Several paths read as one: what is found in them, what is unusable, and one fact told by two sources."""

import csv
import datetime as dt
import stat

import pytest
from tests.formats.making import AS_AT, counts, covered, expected, facts, not_read, put, put_manifest, reading

from goldenthread.errors import UserError
from goldenthread.formats import not_read as not_read_file

PERSON = "subject_id,started_on,ended_on,sex,ethnicity\n"
SSD_PERSON = "pers_person_id,pers_dob,pers_sex,pers_ethnicity\n"


def test_an_empty_folder_is_unusable_and_told_what_was_expected(tmp_path):
    with pytest.raises(UserError, match=r"the folder is empty\. Expected .*ssd_person\.csv"):
        reading(tmp_path)


def test_a_folder_in_which_nothing_is_recognised_is_unusable(tmp_path):
    put(tmp_path, "shopping.csv", "item,price\nmilk,1")
    with pytest.raises(UserError, match="nothing in it is recognised"):
        reading(tmp_path)


def test_files_that_are_not_recognised_are_listed_and_the_rest_is_read(tmp_path):
    put(tmp_path, "ssd_person.csv", SSD_PERSON + "001,2015-03-03,F,WBRI")
    put(tmp_path, "notes.txt", "read me")
    put(tmp_path, ".hidden.csv", "a,b")
    given = reading(tmp_path)
    assert [name.rpartition("/")[2] for name in given.not_recognised] == ["notes.txt"]
    assert len(facts(given, "person")) == 1


def test_one_unusable_path_among_good_ones_stops_all_and_every_fault_is_told_at_once(tmp_path):
    put(tmp_path / "good", "ssd_person.csv", SSD_PERSON + "001,2015-03-03,F,WBRI")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError) as raised:
        reading(tmp_path / "good", tmp_path / "empty", tmp_path / "missing")
    assert len(raised.value.faults) == 2
    assert "no such file" in raised.value.faults[1]


def test_every_unusable_file_is_told_at_once_and_files_with_the_same_fault_together(tmp_path):
    for noun in ("core_group", "sdq", "dental_check", "education_plan"):
        put(tmp_path, f"{noun}.csv", "subject_id,happened_on\n001,2025-03-03")
    put(tmp_path, "ssd_person.csv", "").write_bytes(b"")
    with pytest.raises(UserError) as raised:
        reading(tmp_path)
    assert len(raised.value.faults) == 2
    assert raised.value.faults[0].startswith("core_group.csv, dental_check.csv, education_plan.csv and 1 more: ")
    assert "Nothing was judged" in raised.value.hint


def test_the_same_file_given_twice_is_read_once(tmp_path):
    put(tmp_path, "ssd_person.csv", SSD_PERSON + "001,2015-03-03,F,WBRI")
    given = reading(tmp_path, tmp_path, tmp_path / "ssd_person.csv")
    assert counts(given) == {"ssd_person.csv": (1, 1, 0, 0)}


def test_files_of_one_name_in_two_folders_are_shown_with_their_folders(tmp_path):
    for name in ("north", "south"):
        put(tmp_path / name, "ssd_person.csv", SSD_PERSON + f"{name},2015-03-03,F,WBRI")
    assert all(name.endswith(("north/ssd_person.csv", "south/ssd_person.csv"))
               for name in counts(reading(tmp_path / "north", tmp_path / "south")))  # fmt: skip


def test_one_fact_in_two_sources_is_one_and_the_richer_is_believed(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "person.csv", PERSON + "001,2015-03-03,,F,")
    put(tmp_path, "ssd_person.csv", SSD_PERSON + "001,2015-03-03,M,WBRI\n002,2016-03-03,M,WIRI")
    assert facts(reading(tmp_path), "person") == [
        {"subject_id": "001", "started_on": dt.date(2015, 3, 3), "sex": "F", "ethnicity": "WBRI"},
        {"subject_id": "002", "started_on": dt.date(2016, 3, 3), "sex": "M", "ethnicity": "WIRI"},
    ]


def test_a_child_has_one_life_though_sources_differ_on_the_day_of_birth(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "person.csv", PERSON + "001,2015-03-03,,F,")
    put(tmp_path, "ssd_person.csv", SSD_PERSON + "001,2015-03-04,F,WBRI")
    given = reading(tmp_path)
    assert [fact["started_on"] for fact in facts(given, "person")] == [dt.date(2015, 3, 3)]
    assert not_read(given) == []


def test_a_source_that_gives_a_child_two_days_of_birth_is_told_so(tmp_path):
    put(tmp_path, "ssd_person.csv", SSD_PERSON + "001,2015-03-03,F,WBRI\n001,2015-04-03,F,WBRI\n002,2016-03-03,M,WBRI")
    given = reading(tmp_path)
    assert [fact["started_on"] for fact in facts(given, "person")] == [dt.date(2015, 3, 3), dt.date(2016, 3, 3)]
    assert not_read(given) == [("ssd_person.csv", 3, "", "2015-04-03", "value")]


def test_what_happened_on_another_day_is_another_fact(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "dental_check.csv", "subject_id,happened_on\n001,2025-03-03")
    put(tmp_path, "ssd_cla_health.csv", """
        clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date
        1,001,Dental Check,2025-03-03
        2,001,Dental Check,2025-03-04
        3,002,Dental Check,2025-03-03""")
    told = [(fact["subject_id"], fact["happened_on"].day) for fact in facts(reading(tmp_path), "dental_check")]
    assert told == [("001", 3), ("001", 4), ("002", 3)]


def test_rows_alike_in_full_are_one_fact_but_those_with_ids_of_their_own_are_two(tmp_path):
    put(tmp_path, "ssd_cla_visits.csv", """
        clav_cla_visit_id,clav_person_id,clav_cla_visit_date
        1,001,2025-03-03
        1,001,2025-03-03
        2,001,2025-03-03""")
    given = reading(tmp_path)
    assert len(facts(given, "care_visit")) == 2
    assert counts(given)["ssd_cla_visits.csv"] == (3, 3, 0, 0)


def test_a_birth_after_as_at_is_a_fault_and_the_rest_of_the_row_is_kept(tmp_path):
    put(tmp_path, "ssd_person.csv", SSD_PERSON + "001,2025-04-01,F,WBRI\n002,2025-03-31,F,WBRI")
    given = reading(tmp_path)
    assert [fact["subject_id"] for fact in facts(given, "person")] == ["002"]
    assert not_read(given) == [("ssd_person.csv", 2, "pers_dob", "2025-04-01", "value")]
    assert expected(given) == ["a day not after 2025-03-31"]
    assert counts(given)["ssd_person.csv"] == (2, 1, 1, 0)


def test_an_expected_day_of_birth_may_be_in_the_future(tmp_path):
    put(tmp_path, "ssd_person.csv", "pers_person_id,pers_dob,pers_expected_dob\n001,,2025-07-01\n002,2020-01-01,")
    given = reading(tmp_path)
    assert not_read(given) == []
    assert counts(given)["ssd_person.csv"] == (2, 1, 1, 0)


def test_the_counts_of_every_file_add_up(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "care_visit.csv", """
        subject_id,happened_on,is_seen
        001,2025-03-03,Y
        001,2025-03-04,perhaps
        ,2025-03-05,Y
        002,31/02/2020,Y
        003,2025-03-03""")
    put(tmp_path, "ssd_professionals.csv", "prof_professional_id,prof_professional_name\n1,Invented Worker")
    given = reading(tmp_path)
    assert counts(given) == {
        "care_visit.csv": (5, 2, 0, 3), "contract.json": (1, 0, 1, 0), "ssd_professionals.csv": (1, 0, 1, 0),
    }  # fmt: skip
    assert sum(each.values_left_out for each in given.summaries) == 1
    assert given.faults == 4


def test_as_at_is_what_was_given_or_what_a_source_gives_or_today(tmp_path):
    put(tmp_path / "ssd", "ssd_person.csv", SSD_PERSON + "001,2015-03-03,F,WBRI")
    (tmp_path / "contract").mkdir()
    put_manifest(tmp_path / "contract", to_day="2025-02-28")
    assert (reading(tmp_path / "ssd").as_at, reading(tmp_path / "ssd").as_at_why) == (AS_AT, "the day you gave")
    own = reading(tmp_path / "ssd", tmp_path / "contract", as_at=None)
    assert (own.as_at, own.as_at_why) == (dt.date(2025, 2, 28), "the to_day of contract.json")
    assert reading(tmp_path / "ssd", as_at=None).as_at_why.startswith("today")


def test_not_read_is_written_for_its_owner_only_and_harmless_to_a_spreadsheet(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "core_group.csv", "subject_id,happened_on\n001,=1+1\n002,Siân")
    path = tmp_path / "not_read.csv"
    assert not_read_file.write(reading(tmp_path).thread.connection, path) == 2
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["file", "row", "column", "found", "expected", "left_out"],
            ["core_group.csv", "2", "happened_on", "'=1+1", "a day from 1980 to 2049", "row"],
            ["core_group.csv", "3", "happened_on", "Siân", "a day from 1980 to 2049", "row"],
        ]


def test_no_value_of_a_record_is_in_what_is_said_of_it(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "core_group.csv", "subject_id,happened_on\nSECRET1,SECRET2\nSECRET3,SECRET4,SECRET5")
    given = reading(tmp_path)
    assert "SECRET" not in repr(given.summaries) + repr(given.thread.coverage) + given.as_at_why
    put(tmp_path, "core_group.csv", 'subject_id,happened_on\n001,"SECRET\nSECRET')
    with pytest.raises(UserError) as raised:
        reading(tmp_path)
    assert "SECRET" not in str(raised.value)


def test_reading_writes_nothing_beside_what_it_reads(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "core_group.csv", "subject_id,happened_on\n001,2025-03-03")
    before = sorted(tmp_path.rglob("*"))
    reading(tmp_path)
    assert sorted(tmp_path.rglob("*")) == before


def test_progress_is_told_by_file(tmp_path):
    from duckdb import connect

    from goldenthread.formats.sources import read

    put_manifest(tmp_path)
    put(tmp_path, "core_group.csv", "subject_id,happened_on\n001,2025-03-03")
    told = []
    read([tmp_path], AS_AT, connect(), lambda file, rows: told.append((file, rows)))
    assert ("core_group.csv", 1) in told



def test_a_source_bears_no_witness_after_its_own_last_day(tmp_path):
    put_manifest(tmp_path, to_day="2025-02-28")
    put(tmp_path, "core_group.csv", "subject_id,happened_on\n001,2025-02-03")
    assert covered(reading(tmp_path), "core_group") == [
        ("contract", dt.date(2019, 4, 1), dt.date(2025, 2, 28), "all", set())
    ]
