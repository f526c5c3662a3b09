"""Annex A: sheets and headers as councils have them, labels read as codes, only the latest, and broken workbooks."""

import datetime as dt

import msoffcrypto.format.ooxml
import pytest
import xlsxwriter
from tests.formats.told import SAMPLES, tell

from goldenthread.errors import UserError
from goldenthread.formats.annex_a import number_of
from goldenthread.formats.annex_a_tables import LISTS

WHO = {"Child Unique ID": "A1", "Gender": "b) Female", "Ethnicity": "a) WBRI", "Date of Birth": dt.date(2015, 1, 25)}


def workbook(path, above=0, **sheets):
    """A workbook of these sheets, each a list of rows by their headers, with so many rows above the headers."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name.replace("_", " "))
            sheet.write_column(0, 0, ["For inspectors"] * above)
            headers = list(dict.fromkeys(header for row in rows for header in row))
            sheet.write_row(above, 0, headers)
            for number, row in enumerate(rows, start=above + 1):
                sheet.write_row(number, 0, [row.get(header, "") for header in headers])
    return path


@pytest.fixture
def told(tmp_path):
    """What is told of a workbook with these sheets."""
    return lambda as_at="2025-06-30", **sheets: tell(workbook(tmp_path / "annex.xlsx", **sheets), as_at=as_at)


# ------------------------------------------------------------------------------------------------------ finding the lists


@pytest.mark.parametrize(
    "sheet, number",
    [("List 1", 1), ("List_01 Contacts", 1), ("1. Contacts", 1), ("Annex A - List 10", 10), ("11 Adopters", 11),
     ("AnnexA_3", 3), ("Guidance", None), ("2019 data", None), ("Sheet1", None), ("List 12", None)],
)  # fmt: skip
def test_a_sheet_may_be_named_after_its_list(sheet, number):
    assert number_of(sheet) == number


@pytest.mark.parametrize("sheet", ["List_1", "Contacts_received", "Sheet1"])
def test_a_list_is_known_by_its_headers_whatever_its_sheet_is_called(told, sheet):
    given = told(**{sheet: [WHO | {"Date of Contact": dt.date(2025, 6, 2), "Contact Source": "q) 6: Police"}]})
    assert given.facts("contact", "subject_id", "happened_on", "source") == [("A1", "2025-06-02", "6")]


def test_the_header_may_stand_below_a_title_and_rows_are_numbered_as_excel_numbers_them(told):
    given = told(above=4, List_1=[WHO | {"Date of Contact": "31/02/2025", "Contact Source": ""}])
    assert given.not_read() == [("annex.xlsx: List 1", 6, "Date of Contact", "31/02/2025", "row")]


def test_columns_in_another_order_and_under_other_names_are_known(told):
    given = told(Children_in_need=[{
        "Closure date": "", "CHILD'S UNIQUE ID ": "A1", "Primary need": "N1 - Abuse or neglect",
        "D.O.B.": dt.date(2015, 1, 25), "CIN start date": dt.date(2025, 1, 6), "Case status": "c) Child in need plan",
    }])  # fmt: skip
    assert given.facts("referral", "subject_id", "started_on", "primary_need") == [("A1", "2025-01-06", "N1")]


def test_a_sheet_named_like_a_list_without_its_headers_is_said_and_the_others_are_read(told):
    given = told(List_1=[WHO | {"Date of Contact": dt.date(2025, 6, 2)}], List_7=[{"Something": "else"}])
    assert given.not_read() == [("annex.xlsx: List 7", None, "", "List 7", "file")]
    assert given.count("contact") == 1


def test_a_sheet_of_guidance_is_left_alone(told):
    given = told(Guidance=[{"How to fill this in": "with care"}], List_1=[WHO | {"Date of Contact": "02/06/2025"}])
    assert [each.file for each in given.read.summaries] == ["annex.xlsx: List 1"]


def test_a_sheet_that_is_a_chart_is_left_alone(tmp_path):
    path = tmp_path / "annex.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("List 1")
        sheet.write_row(0, 0, ["Child Unique ID", "Date of Contact"])
        sheet.write_row(1, 0, ["A1", "02/06/2025"])
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "='List 1'!$A$1:$A$2"})
        book.add_chartsheet("Trend").set_chart(chart)
    assert tell(path, as_at="2025-06-30").count("contact") == 1


def test_a_workbook_with_no_list_in_it_is_not_taken_for_one(tmp_path):
    with pytest.raises(UserError, match="not recognised"):
        tell(workbook(tmp_path / "budget.xlsx", Sheet1=[{"Cost": 3}]))


def test_every_list_has_its_headers_once():
    for name, columns in LISTS.items():
        short = [each for each, _ in columns if each]
        assert len(short) == len(set(short)), name


# ------------------------------------------------------------------------------------------------------ reading cells


def test_ids_are_whole_numbers_and_days_are_days_in_every_form_excel_has(told):
    rows = [
        WHO | {"Child Unique ID": 9212044.0, "Date of Contact": dt.date(2025, 6, 2)},
        WHO | {"Child Unique ID": "007", "Date of Contact": "03/06/2025"},
        WHO | {"Child Unique ID": "A-3", "Date of Contact": 45812},
        WHO | {"Child Unique ID": "A-4", "Date of Contact": dt.datetime(2025, 6, 5, 14, 30)},  # noqa: DTZ001
    ]
    assert told(List_1=rows).facts("contact", "subject_id", "happened_on", "happened_at") == [
        ("007", "2025-06-03", None), ("9212044", "2025-06-02", None), ("A-3", "2025-06-04", None),
        ("A-4", "2025-06-05", "2025-06-05T13:30:00"),  # summer time
    ]  # fmt: skip


@pytest.mark.parametrize(
    "label, code",
    [("a) 1A: Individual", "1A"), ("p1) 5D: LA services", "5D"), ("6", "6"), ("3d", "3D"), ("u) 10: Unknown", "10")],
)
def test_a_code_is_read_out_of_its_label(told, label, code):
    given = told(List_1=[WHO | {"Date of Contact": "02/06/2025", "Contact Source": label}])
    assert given.facts("contact", "source") == [(code,)]
    assert given.not_read() == []


@pytest.mark.parametrize("label", ["b) Physical abuse", "Physical abuse", "PHY", "physical abuse"])
def test_words_are_read_as_the_code_they_stand_for(told, label):
    row = WHO | {"Child Protection Plan Start Date": "02/06/2025", "Initial Category of Abuse": label,
                 "Latest Category of Abuse": label}  # fmt: skip
    assert told(List_7=[row]).facts("protection_plan", "category", "latest_category") == [("PHY", "PHY")]


@pytest.mark.parametrize("gender, sex", [("a) Male", "M"), ("Female", "F"), ("M", "M"), ("c) Not stated/recorded", None)])
def test_a_child_is_told_with_sex_ethnicity_and_disability_wherever_they_stand(told, gender, sex):
    given = told(
        List_1=[WHO | {"Gender": gender, "Ethnicity": "", "Date of Contact": "02/06/2025"}],
        List_4=[WHO | {"Gender": gender, "Ethnicity": "t) NOBT", "Does the Child have a Disability": "a) Yes",
                       "Continuous Assessment Start Date": "03/06/2025"}],
    )  # fmt: skip
    assert given.facts("person", "sex", "ethnicity", "is_disabled", "started_on") == [(sex, "NOBT", True, "2015-01-25")]


def test_what_is_not_known_is_no_fault_and_what_makes_no_sense_is(told):
    given = told(List_3=[
        WHO | {"Date of referral": "02/06/2025", "Referral NFA?": "c) Unknown", "Referral Source": ""},
        WHO | {"Date of referral": "03/06/2025", "Referral NFA?": "In progress", "Referral Source": "z) 99: Nobody"},
    ])  # fmt: skip
    assert given.facts("referral", "started_on", "is_no_further_action") == [("2025-06-02", None), ("2025-06-03", None)]
    assert [(row, found) for _, row, _, found, _ in given.not_read()] == [(3, "In progress"), (3, "z) 99: Nobody")]


# ------------------------------------------------------------------------------------------------------ what it tells


def test_a_referral_is_the_episode_that_begins_on_its_day(told):
    given = told(
        List_3=[WHO | {"Date of referral": "06/01/2025", "Referral Source": "e) 2A: Schools", "Referral NFA?": "No"},
                WHO | {"Date of referral": "03/03/2025", "Referral NFA?": "a) Yes"}],
        List_4=[WHO | {"Continuous Assessment Start Date": "08/01/2025"}],
        List_6=[WHO | {"CIN Start Date": "06/01/2025", "Primary Need Code": "N4", "CIN Closure Date": "02/06/2025",
                       "Reason for Closure": "RC7 - Services ceased", "Case Status": "e) Closed episode"}],
    )  # fmt: skip
    assert given.facts("referral", "referral_id", "ended_on", "source", "primary_need", "is_no_further_action") == [
        ("A1/2025-01-06", "2025-06-02", "2A", "N4", False), ("A1/2025-03-03", "2025-03-03", None, None, True),
    ]  # fmt: skip
    assert given.facts("assessment", "referral_id", "started_on") == [("A1/2025-01-06", "2025-01-08")]
    assert not given.tells_ends("referral")  # those of list 3 alone have no closing day


def test_an_enquiry_its_strategy_discussion_and_its_conference(told):
    given = told(List_5=[
        WHO | {"Strategy discussion initiating Section 47 Enquiry Start Date": "06/01/2025",
               "Was an Initial Child Protection Conference deemed unnecessary?": "No",
               "Date of Initial Child Protection Conference": "20/01/2025",
               "Did the Initial Child Protection Conference Result in a Child Protection Plan": "b) No"},
        WHO | {"Strategy discussion initiating Section 47 Enquiry Start Date": "03/03/2025",
               "Was an Initial Child Protection Conference deemed unnecessary?": "a) Yes"},
    ])  # fmt: skip
    assert given.facts("section47", "section47_id", "ended_on", "is_conference_needed") == [
        ("A1/2025-01-06", "2025-01-20", True), ("A1/2025-03-03", None, False),
    ]  # fmt: skip
    assert given.facts("initial_conference", "happened_on", "section47_id", "is_plan_made") == [
        ("2025-01-20", "A1/2025-01-06", False),
    ]  # fmt: skip
    assert given.facts("strategy_discussion", "happened_on") == [("2025-01-06",), ("2025-03-03",)]
    assert not given.tells_ends("section47")


@pytest.mark.parametrize(
    "status, visits",
    [("c) Child in need plan", 1), ("d) Open assessment", 1), ("a) Looked after child", 0), ("b) Child Protection plan", 0)],
)
def test_when_a_child_was_last_seen_is_a_visit_unless_lists_7_or_8_have_it(told, status, visits):
    row = WHO | {"CIN Start Date": "06/01/2025", "Date Child Was Last Seen": "02/06/2025", "Case Status": status}
    given = told(List_6=[row])
    assert given.facts("need_visit", "happened_on", "is_seen") == [("2025-06-02", True)] * visits


def test_a_protection_plan_has_its_last_visit_and_review_only(told):
    given = told(List_7=[WHO | {
        "Child Protection Plan Start Date": "06/01/2025", "Date of the Last Statutory Visit": "02/06/2025",
        "Was the Child Seen Alone?": "b) No", "Date of latest review conference": "01/04/2025",
        "Number of Previous Child Protection Plans": 1,
    }])  # fmt: skip
    assert given.facts("protection_plan", "started_on", "ended_on", "previous_plans") == [("2025-01-06", None, 1)]
    assert given.facts("protection_visit", "happened_on", "is_seen", "is_alone") == [("2025-06-02", True, False)]
    assert given.facts("review_conference", "happened_on") == [("2025-04-01",)]
    assert [extent for *_, extent in given.covered("protection_visit")] == ["latest"]
    assert [extent for *_, extent in given.covered("protection_plan")] == ["all"]
    assert not given.tells_ends("protection_plan")  # the list has no column for the end


def test_a_child_in_care_has_the_last_of_everything(told):
    given = told(List_8=[WHO | {
        "Date Started to be Looked After": "03/02/2020", "Child's Category of Need": "N1 - Abuse or neglect",
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": "b) No",
        "Start date of current legal status": "01/06/2021", "Child's Legal Status": "C2: FCO",
        "Date of Latest Statutory Review": "05/05/2025", "Date of Last Social Work Visit": "02/06/2025",
        "Date of Last IRO Visit / Contact to the Child": "01/04/2025", "Date of Last Health Assessment": "10/02/2025",
        "Date of Last Dental Check": "11/03/2025", "Start Date of Most Recent Placement": "01/09/2022",
        "Placement Type": "d) U4: Foster placement - long term", "Placement Provider": "e) PR4 - Private provision",
        "URN of Placement": "SC123", "Date Ceased to be Looked After": "20/06/2025",
        "Reason Ceased to be Looked After": "k) E47: Special Guardianship Orders - relative/friend",
    }])  # fmt: skip
    assert given.facts("looked_after", "started_on", "ended_on", "need", "ceased_reason", "is_unaccompanied") == [
        ("2020-02-03", "2025-06-20", "N1", "E47", False),
    ]  # fmt: skip
    assert given.facts("legal_status", "code", "started_on", "ended_on") == [("C2", "2021-06-01", "2025-06-20")]
    assert given.facts("placement", "type", "provider", "started_on", "ended_on", "has_urn", "is_to_eighteen") == [
        ("U4", "PR4", "2022-09-01", "2025-06-20", True, True),
    ]  # fmt: skip
    latest = {"review": "2025-05-05", "care_visit": "2025-06-02", "iro_contact": "2025-04-01",
              "health_assessment": "2025-02-10", "dental_check": "2025-03-11"}  # fmt: skip
    for noun, day in latest.items():
        assert given.facts(noun, "happened_on") == [(day,)]
        assert [extent for *_, extent in given.covered(noun)] == ["latest"]
    assert [extent for *_, extent in given.covered("placement")] == ["some"]
    assert all(given.tells_ends(noun) for noun in ("looked_after", "legal_status", "placement"))


@pytest.mark.parametrize(
    "category, periods",
    [("b) Former relevant child", [("2025-01-25", "former relevant", "YES", "F4")]), ("a) Relevant child", []),
     ("c) Qualifying care leaver", [])],
)  # fmt: skip
def test_only_of_a_former_relevant_child_is_it_known_since_when_services_are_owed(told, category, periods):
    given = told(List_9=[WHO | {
        "Date of Birth": dt.date(2007, 1, 25), "Eligibility Category": category, "LA in Touch": "a) Yes",
        "Latest Pathway Plan Review Date": "05/05/2025", "Latest Date of Contact": "02/06/2025",
        "Activity Status": "F4: Young person engaged full time in an apprenticeship",
    }])  # fmt: skip
    assert given.facts("care_leaver", "started_on", "category", "in_touch", "activity") == periods
    assert given.facts("pathway_plan", "happened_on") == [("2025-05-05",)]
    assert given.facts("care_leaver_contact", "happened_on") == [("2025-06-02",)]


def test_a_young_person_born_on_29_february_is_eighteen_on_1_march(told):
    given = told(List_9=[WHO | {"Date of Birth": dt.date(2004, 2, 29), "Eligibility Category": "Former relevant child"}])
    assert given.facts("care_leaver", "started_on") == [("2022-03-01",)]


def test_adoption_from_decision_to_order(told):
    given = told(List_10=[WHO | {
        "Family identifier": 55, "Date of Decision that Child Should be Placed for Adoption": "01/07/2024",
        "Date of Placement Order": "01/08/2024", "Date of Matching Child and Prospective Adopters": "01/10/2024",
        "Date Placed for Adoption": "01/11/2024", "Date of Adoption Order ": "01/05/2025",
    }])  # fmt: skip
    assert given.facts("adoption_decision", "happened_on") == [("2024-07-01",)]
    assert given.facts("placement_order", "started_on", "ended_on") == [("2024-08-01", "2024-11-01")]
    assert given.facts("adoption_match", "happened_on") == [("2024-10-01",)]
    assert given.facts("placed_for_adoption", "started_on", "ended_on") == [("2024-11-01", "2025-05-01")]
    assert given.facts("adoption_order", "happened_on") == [("2025-05-01",)]
    assert [step for step, in given.facts("permanence_step", "step")] == ["decision", "match", "order", "placement"]
    assert given.facts("person", "family_id") == [("55",)]


def test_adopters_are_their_own_subjects_and_a_stage_that_ends_before_it_starts_is_not_told(told):
    given = told(List_11=[{
        "Individual adopter identifier": "P7", "Date enquiry received": "01/01/2025", "Date Stage 1 started": "01/02/2025",
        "Date Stage 1 ended": "01/01/2025", "Date Stage 2 started": "02/04/2025", "Date Stage 2 ended": "",
    }])  # fmt: skip
    assert given.facts("adopter_stage_one", "subject_id") == []
    assert given.facts("adopter_stage_two", "subject_id", "started_on", "ended_on") == [("P7", "2025-04-02", None)]
    assert [(column, left_out) for _, _, column, _, left_out in given.not_read()] == [("Date Stage 1 ended", "value")]


def test_a_plan_that_ends_before_it_starts_is_left_out_and_said(told):
    row = WHO | {"Child Protection Plan Start Date": "06/01/2025", "Child Protection Plan End Date": "05/01/2025"}
    given = told(List_7=[row])
    assert given.count("protection_plan") == 0
    assert given.expected() == {"a day on or after Child Protection Plan Start Date"}


# ---------------------------------------------------------------------------------------------------------- which days


def test_it_has_no_day_of_its_own_and_speaks_up_to_the_last_day_it_mentions(tmp_path):
    given = tell(workbook(tmp_path / "a.xlsx", List_1=[
        WHO | {"Date of Contact": "03/03/2025"}, WHO | {"Date of Contact": "02/06/2025"},
    ]))  # fmt: skip
    assert given.read.as_at_why.startswith("today")
    assert given.covered("contact") == [("annex_a", "2024-12-02", "2025-06-02", "all")]


def test_adoption_goes_back_twelve_months(told):
    given = told(List_10=[WHO | {"Date of Decision that Child Should be Placed for Adoption": "02/06/2025"}])
    assert given.covered("adoption_decision") == [("annex_a", "2024-06-02", "2025-06-02", "all")]


def test_one_list_in_two_workbooks_is_refused_by_both_names_unless_they_say_the_same(tmp_path):
    workbook(tmp_path / "may.xlsx", List_1=[WHO | {"Date of Contact": "02/05/2025"}])
    workbook(tmp_path / "june.xlsx", List_1=[WHO | {"Date of Contact": "02/06/2025"}])
    with pytest.raises(UserError, match=r"june\.xlsx and may\.xlsx both hold list 1 of Annex A, and they differ"):
        tell(tmp_path)
    workbook(tmp_path / "june.xlsx", Contacts=[WHO | {"Date of Contact": "02/05/2025"}])
    assert tell(tmp_path).count("contact") == 1


# ---------------------------------------------------------------------------------------------------- broken workbooks


@pytest.mark.parametrize("kept", [0, 100, 9000, -30])
def test_a_workbook_cut_short_is_refused_in_words(tmp_path, kept):
    path = tmp_path / "annex.xlsx"
    path.write_bytes((SAMPLES / "annex_a" / "Annex_A.xlsx").read_bytes()[:kept])
    with pytest.raises(UserError, match=r"annex\.xlsx: it is not a whole workbook"):
        tell(path)


def test_a_workbook_under_a_password_is_refused_in_words(tmp_path):
    path = tmp_path / "annex.xlsx"
    with (SAMPLES / "annex_a" / "Annex_A.xlsx").open("rb") as plain, path.open("wb") as locked:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("a password", locked)
    with pytest.raises(UserError, match=r"annex\.xlsx: it is protected by a password"):
        tell(path)


def test_a_workbook_of_the_older_kind_is_refused_in_words(tmp_path):
    path = tmp_path / "annex.xls"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    with pytest.raises(UserError, match=r"save it as \.xlsx"):
        tell(path)


# ------------------------------------------------------------------------------------------------- the published sample


@pytest.fixture(scope="module")
def sample():
    return tell(SAMPLES / "annex_a" / "Annex_A.xlsx", as_at="2021-03-31")


def test_the_published_sample_is_taken_whole(sample):
    rows = dict(zip(range(1, 12), (5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5), strict=True))
    assert sample.rows() == {f"Annex_A.xlsx: List {number}": (count, 0) for number, count in rows.items()}


def test_every_row_of_the_published_sample_tells_something(sample):
    assert {each.nothing_to_tell for each in sample.read.summaries} == {0}
    counts = {"person": 47, "contact": 5, "early_help": 5, "referral": 11, "assessment": 5, "section47": 5,
              "initial_conference": 3, "need_visit": 5, "protection_plan": 7, "protection_visit": 7,
              "looked_after": 5, "placement": 5, "care_leaver": 6, "adoption_order": 5,
              "adopter_stage_one": 5}  # fmt: skip
    assert {noun: sample.count(noun) for noun in counts} == counts


def test_what_is_wrong_in_the_published_sample_is_said_and_nothing_else(sample):
    said = sorted((file.split(": ")[1], column, found) for file, _, column, found, _ in sample.not_read())
    support = "Was the child assessed as requiring LA children's social care support?"
    assert [each for each in said if each[0] != "List 10"] == [
        *[("List 4", support, "CS Assessment Updated")] * 5,
        ("List 6", "Primary Need Code", "PSRMEM - Support with memory and cognition"),
    ]
    # Five children of list 10 have another birthday in list 9.
    assert len([each for each in said if each[0] == "List 10"]) == 5
