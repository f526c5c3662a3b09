"""One child through SSDA903, the census and Annex A: one id, one thread, and each thing that happened told once."""

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter
from tests.formats.told import tell

JOINED = Path(__file__).with_name("joined")

WHO = {"Child Unique ID": 100234.0, "Gender": "a) Male", "Ethnicity": "f) MWBC", "Date of Birth": dt.date(2016, 2, 14),
       "Does the Child have a Disability": "b) No"}  # fmt: skip
LISTS = {
    "List 6": WHO | {
        "CIN Start Date": dt.date(2024, 5, 7), "Primary Need Code": "N1 - Abuse or neglect",
        "Date Child Was Last Seen": dt.date(2025, 3, 20), "CIN Closure Date": "", "Case Status": "a) Looked after child",
    },
    "List 7": WHO | {
        "Child Protection Plan Start Date": dt.date(2024, 6, 25), "Initial Category of Abuse": "a) Neglect",
        "Latest Category of Abuse": "a) Neglect", "Date of the Last Statutory Visit": dt.date(2024, 10, 1),
        "Was the Child Seen Alone?": "a) Yes", "Date of latest review conference": dt.date(2024, 9, 17),
        "Child Protection Plan End Date": dt.date(2024, 10, 7), "Number of Previous Child Protection Plans": 0,
    },
    "List 8": WHO | {
        "Date Started to be Looked After": dt.date(2024, 10, 7), "Child's Category of Need": "N1 - Abuse or neglect",
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": "b) No",
        "Start date of current legal status": dt.date(2024, 10, 7), "Child's Legal Status": "C1: ICO",
        "Date of Latest Statutory Review": dt.date(2025, 1, 27), "Date of Last Social Work Visit": dt.date(2025, 3, 20),
        "Date of Last Health Assessment": dt.date(2024, 11, 1), "Date of Last Dental Check": "12/02/2025",
        "Start Date of Most Recent Placement": dt.date(2025, 1, 13),
        "Placement Type": "d) U4: Foster placement - long term", "Placement Provider": "b) PR1 - Own provision",
    },
}  # fmt: skip


def write_workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, row in LISTS.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, row)
            sheet.write_row(1, 0, row.values())
    return path


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    workbook = write_workbook(tmp_path_factory.mktemp("joined") / "Annex A.xlsx")
    return tell(JOINED / "ssda903_2025", JOINED / "cin_census_2025.xml", workbook)


def test_all_three_are_read_whole(told):
    assert told.not_read() == []
    assert {each.title for each in told.read.summaries} == {"SSDA903 return", "Children in need census", "Annex A"}
    assert told.read.as_at.isoformat() == "2025-03-31"


def test_the_child_is_one_person_whom_each_source_makes_better_known(told):
    assert told.facts("person", "subject_id", "started_on", "sex", "ethnicity", "has_upn", "is_disabled") == [
        ("100234", "2016-02-14", "M", "MWBC", True, False),  # disability is not in SSDA903
    ]  # fmt: skip


@pytest.mark.parametrize("noun", ["referral", "protection_plan", "looked_after", "legal_status", "review_conference"])
def test_what_two_sources_tell_is_told_once(told, noun):
    assert told.count(noun) == 1


def test_the_last_review_of_annex_a_is_the_review_of_the_return(told):
    assert told.facts("review", "happened_on", "participation") == [("2024-10-31", "PN1"), ("2025-01-27", "PN1")]


def test_the_last_placement_of_annex_a_is_the_placement_of_the_return(told):
    assert told.facts("placement", "type", "started_on", "ended_on") == [
        ("U4", "2025-01-13", None), ("U6", "2024-10-07", "2025-01-13"),
    ]  # fmt: skip


def test_what_one_source_does_not_know_another_fills_in(told):
    assert told.facts("looked_after", "need", "is_unaccompanied") == [("N1", False)]  # no UASC file in the return


def test_the_whole_story_is_on_one_thread(told):
    story = {
        "referral": "started_on", "assessment": "started_on", "strategy_discussion": "happened_on",
        "initial_conference": "happened_on", "protection_plan": "started_on", "protection_visit": "happened_on",
        "looked_after": "started_on", "review": "happened_on", "health_assessment": "happened_on",
        "care_visit": "happened_on",
    }  # fmt: skip
    days = [min(told.facts(noun, "subject_id", day)) for noun, day in story.items()]
    assert {child for child, _ in days} == {"100234"}
    assert [day for _, day in days] == [
        "2024-05-07", "2024-05-08", "2024-06-05", "2024-06-25", "2024-06-25", "2024-10-01", "2024-10-07", "2024-10-31",
        "2024-11-01", "2025-03-20",
    ]  # fmt: skip


def test_every_source_bears_witness_to_what_it_holds(told):
    assert {source for source, *_ in told.covered("looked_after")} == {"ssda903", "annex_a"}
    assert {source for source, *_ in told.covered("protection_plan")} == {"cin_census", "annex_a"}
    assert [(source, extent) for source, *_, extent in told.covered("care_visit")] == [("annex_a", "latest")]


def test_every_fact_says_where_it_was_read(told):
    query = """SELECT DISTINCT name FROM looked_after JOIN source_files ON file_no = ref // 10000000000
        UNION SELECT name FROM protection_plan JOIN source_files ON file_no = ref // 10000000000
        UNION SELECT name FROM care_visit JOIN source_files ON file_no = ref // 10000000000 ORDER BY ALL"""
    names = [name for (name,) in told.read.thread.connection.execute(query).fetchall()]
    assert names == ["Annex A.xlsx: List 8", "cin_census_2025.xml: protection_plans", "episodes.csv"]
