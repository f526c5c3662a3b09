"""The children in need census: what it tells, over which days, and hostile or broken XML answered in words."""

import pytest
from tests.formats.told import SAMPLES, tell

from goldenthread.errors import UserError
from goldenthread.formats import cells_xml
from goldenthread.formats.cells_xml import elements
from goldenthread.formats.cin_census import rows

MESSAGE = """<?xml version="1.0" encoding="UTF-8"?>
<Message>
<Header><CollectionDetails>
<Collection>CIN</Collection><Year>{year}</Year><ReferenceDate>{reference}</ReferenceDate>
</CollectionDetails></Header>
<Children>
{children}
</Children>
</Message>
"""


def child(child_id="A1", details="", born="2015-03-27", sex="<Sex>F</Sex>", disabilities="", more=""):
    return f"""<Child>
<ChildIdentifiers><LAchildID>{child_id}</LAchildID><PersonBirthDate>{born}</PersonBirthDate>{sex}{more}</ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity>{disabilities}</ChildCharacteristics>
{details}
</Child>"""


def details(referred="2024-05-01", inside="", nfa="0"):
    return f"""<CINdetails>
<CINreferralDate>{referred}</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
{inside}
<ReferralNFA>{nfa}</ReferralNFA>
</CINdetails>"""


def census(path, *children, year="2025", reference="2025-03-31"):
    """A census file of these children."""
    path.write_text(MESSAGE.format(year=year, reference=reference, children="\n".join(children)), encoding="utf-8")
    return path


@pytest.fixture
def told(tmp_path):
    """What is told of one child with these details."""
    return lambda inside, **more: tell(census(tmp_path / "cin.xml", child(details=details(inside=inside, **more))))


# -------------------------------------------------------------------------------------------------------- what it tells


def test_a_referral_runs_to_its_closure_under_an_id_of_the_child_and_the_day(told):
    given = told("<CINclosureDate>2024-11-04</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>")
    assert given.facts("referral", "referral_id", "started_on", "ended_on", "source", "primary_need") == [
        ("A1/2024-05-01", "2024-05-01", "2024-11-04", "1A", "N1"),
    ]  # fmt: skip
    assert given.facts("referral", "is_no_further_action", "closure_reason") == [(False, "RC7")]
    assert given.not_read() == []


@pytest.mark.parametrize("flag", ["1", "true"])
def test_a_referral_without_further_action_ended_on_its_day(told, flag):
    given = told("", nfa=flag)
    assert given.facts("referral", "is_no_further_action", "ended_on") == [(True, "2024-05-01")]


def test_an_assessment_belongs_to_its_referral_and_its_factors_are_found_when_it_is_authorised(told):
    given = told("""
        <Assessments>
            <AssessmentActualStartDate>2024-05-02</AssessmentActualStartDate>
            <AssessmentAuthorisationDate>2024-06-20</AssessmentAuthorisationDate>
            <FactorsIdentifiedAtAssessment>
                <AssessmentFactors>3B</AssessmentFactors><AssessmentFactors>4B</AssessmentFactors>
            </FactorsIdentifiedAtAssessment>
        </Assessments>
        <Assessments><AssessmentActualStartDate>2025-03-01</AssessmentActualStartDate></Assessments>
    """)
    assert given.facts("assessment", "referral_id", "assessment_id", "started_on", "ended_on") == [
        ("A1/2024-05-01", "A1/2024-05-02", "2024-05-02", "2024-06-20"),
        ("A1/2024-05-01", "A1/2025-03-01", "2025-03-01", None),
    ]
    assert given.tells_ends("assessment")
    assert given.facts("assessment_factor", "factor", "happened_on") == [("3B", "2024-06-20"), ("4B", "2024-06-20")]


def test_an_enquiry_begins_with_its_strategy_discussion_and_ends_with_its_conference(told):
    given = told("""
        <Section47>
            <S47ActualStartDate>2024-06-03</S47ActualStartDate><InitialCPCtarget>2024-06-24</InitialCPCtarget>
            <DateOfInitialCPC>2024-06-20</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired>
        </Section47>
        <Section47>
            <S47ActualStartDate>2024-09-02</S47ActualStartDate><ICPCnotRequired>1</ICPCnotRequired>
        </Section47>
        <Section47>
            <S47ActualStartDate>2025-03-03</S47ActualStartDate><ICPCnotRequired>0</ICPCnotRequired>
        </Section47>
    """)
    assert given.facts("section47", "section47_id", "ended_on", "is_conference_needed") == [
        ("A1/2024-06-03", "2024-06-20", True), ("A1/2024-09-02", None, False), ("A1/2025-03-03", None, True),
    ]  # fmt: skip
    assert given.facts("strategy_discussion", "happened_on") == [("2024-06-03",), ("2024-09-02",), ("2025-03-03",)]
    assert given.facts("initial_conference", "happened_on", "section47_id", "is_transfer_in") == [
        ("2024-06-20", "A1/2024-06-03", False),
    ]  # fmt: skip
    assert not given.tells_ends("section47")


def test_a_conference_outside_any_enquiry_is_of_a_child_who_moved_in(told):
    given = told("<DateOfInitialCPC>2024-06-20</DateOfInitialCPC>")
    assert given.facts("initial_conference", "happened_on", "is_transfer_in") == [("2024-06-20", True)]


def test_a_conference_told_in_both_places_is_one(told):
    given = told("""
        <DateOfInitialCPC>2024-06-20</DateOfInitialCPC>
        <Section47>
            <S47ActualStartDate>2024-06-03</S47ActualStartDate><DateOfInitialCPC>2024-06-20</DateOfInitialCPC>
            <ICPCnotRequired>0</ICPCnotRequired>
        </Section47>
    """)
    assert given.facts("initial_conference", "section47_id", "is_transfer_in") == [("A1/2024-06-03", False)]


def test_plans_and_their_reviews(told):
    given = told("""
        <CINPlanDates><CINPlanStartDate>2024-05-20</CINPlanStartDate><CINPlanEndDate>2024-06-20</CINPlanEndDate></CINPlanDates>
        <Section47>
            <S47ActualStartDate>2024-06-03</S47ActualStartDate><DateOfInitialCPC>2024-06-20</DateOfInitialCPC>
            <ICPCnotRequired>0</ICPCnotRequired>
        </Section47>
        <ChildProtectionPlans>
            <CPPstartDate>2024-06-20</CPPstartDate>
            <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
            <NumberOfPreviousCPP>2</NumberOfPreviousCPP>
            <Reviews><CPPreviewDate>2024-09-10</CPPreviewDate><CPPreviewDate>2025-03-05</CPPreviewDate></Reviews>
        </ChildProtectionPlans>
    """)
    assert given.facts("need_plan", "started_on", "ended_on") == [("2024-05-20", "2024-06-20")]
    assert given.facts("protection_plan", "started_on", "ended_on", "category", "latest_category", "previous_plans") == [
        ("2024-06-20", None, "NEG", "EMO", 2),
    ]  # fmt: skip
    assert given.facts("review_conference", "happened_on") == [("2024-09-10",), ("2025-03-05",)]
    assert given.facts("initial_conference", "is_plan_made") == [(True,)]


def test_pre_proceedings_of_2026_27_are_told_as_far_as_they_have_days(told):
    given = told("""
        <PreProceedingsandFGDM>
            <PPStartDate>2024-09-02</PPStartDate><LBPSentDate>2024-09-13</LBPSentDate>
            <FGDMMeetingOffer>1</FGDMMeetingOffer><FGDMMeetingFac>1</FGDMMeetingFac>
            <InitialPPMeetingDate>2024-09-30</InitialPPMeetingDate><ReviewMeetingsCount>3</ReviewMeetingsCount>
            <StepDecisionDate>2024-12-02</StepDecisionDate><PPOutcome>A</PPOutcome>
            <CourtAppDate>2024-12-18</CourtAppDate>
        </PreProceedingsandFGDM>
    """)
    assert given.facts("pre_proceedings", "started_on", "ended_on") == [("2024-09-02", "2024-12-02")]
    assert given.facts("letter_before_proceedings", "happened_on") == [("2024-09-13",)]
    assert given.facts("pre_proceedings_meeting", "happened_on") == [("2024-09-30",)]
    assert given.facts("proceedings", "started_on", "ended_on") == [("2024-12-18", None)]
    assert given.facts("family_group_offer", "happened_on") == []  # yes, but since when is not said
    assert [extent for *_, extent in given.covered("proceedings")] == ["some"]


@pytest.mark.parametrize(
    "sex, expected",
    [("<Sex>M</Sex>", "M"), ("<GenderCurrent>2</GenderCurrent>", "F"), ("<GenderCurrent>0</GenderCurrent>", "U")],
)
def test_sex_and_the_gender_of_earlier_years_are_read_alike(tmp_path, sex, expected):
    given = tell(census(tmp_path / "cin.xml", child(sex=sex, details=details())))
    assert given.facts("person", "sex") == [(expected,)]


def test_disability_upn_and_death_are_told_of_the_child(tmp_path):
    codes = [f"<Disabilities><Disability>{code}</Disability></Disabilities>" for code in ("NONE", "LD")]
    given = tell(census(
        tmp_path / "cin.xml", child("A1", details(), disabilities=codes[0], more="<UPNunknown>UN1</UPNunknown>"),
        child("A2", details(), disabilities=codes[1], more="<PersonDeathDate>2024-08-01</PersonDeathDate>"),
        child("A3", details(), born=""),
    ))  # fmt: skip
    assert given.facts("person", "subject_id", "is_disabled", "has_upn", "ended_on") == [
        ("A1", False, True, None), ("A2", True, False, "2024-08-01"),
    ]  # fmt: skip


def test_visits_are_not_in_the_census(told):
    given = told("<CINPlanDates><CINPlanStartDate>2024-05-20</CINPlanStartDate></CINPlanDates>")
    assert given.covered("need_visit") == given.covered("protection_visit") == []


# ---------------------------------------------------------------------------------------------------------- which days


def test_it_speaks_of_its_collection_year_and_is_judged_as_at_its_reference_date(told):
    given = told("")
    assert given.read.as_at.isoformat() == "2025-03-31"
    assert given.covered("referral") == [("cin_census", "2024-04-01", "2025-03-31", "all")]


def test_a_return_of_one_year_dated_in_the_next_speaks_of_its_own_year(tmp_path):
    given = tell(census(tmp_path / "cin.xml", child(details=details()), year="2025", reference="2025-07-21"))
    assert given.read.as_at.isoformat() == "2025-07-21"
    assert given.covered("referral") == [("cin_census", "2024-04-01", "2025-03-31", "all")]


def test_a_return_made_within_its_year_speaks_up_to_its_reference_date(tmp_path):
    given = tell(census(tmp_path / "cin.xml", child(details=details()), year="2025", reference="2024-11-30"))
    assert given.covered("referral") == [("cin_census", "2024-04-01", "2024-11-30", "all")]


def test_years_together_are_consolidated_and_the_latest_wins(tmp_path):
    open_plan = "<CINPlanDates><CINPlanStartDate>2024-01-10</CINPlanStartDate></CINPlanDates>"
    ended_plan = open_plan.replace("</CINPlanDates>", "<CINPlanEndDate>2024-06-03</CINPlanEndDate></CINPlanDates>")
    census(
        tmp_path / "last.xml", child("A1", details("2024-01-02", open_plan)), child("A2", details("2024-01-02")),
        year="2024", reference="2024-03-31",
    )  # fmt: skip
    census(tmp_path / "this.xml", child("A1", details("2024-01-02", ended_plan)))
    given = tell(tmp_path)
    assert given.facts("need_plan", "started_on", "ended_on") == [("2024-01-10", "2024-06-03")]
    assert given.facts("referral", "subject_id") == [("A1",)]
    assert [(file, column) for file, _, column, *_ in given.not_read()] == [("last.xml: referrals", "CINreferralDate")]
    assert given.covered("referral") == [("cin_census", "2023-04-01", "2025-03-31", "all")]


def test_one_year_twice_with_different_content_is_refused_by_both_names(tmp_path):
    census(tmp_path / "one.xml", child("A1", details()))
    census(tmp_path / "two.xml", child("A2", details()))
    with pytest.raises(UserError, match=r"one\.xml: .* and two\.xml: .* are of the same year \(2024-25\), and they differ"):
        tell(tmp_path)


# ----------------------------------------------------------------------------------------------------------- what is wrong


def test_the_row_is_the_line(told):
    given = told("<Section47><S47ActualStartDate>never</S47ActualStartDate></Section47>")
    assert given.not_read() == [("cin.xml: enquiries", 12, "S47ActualStartDate", "never", "row")]


def test_children_on_one_line_are_told_apart(tmp_path):
    path = census(tmp_path / "cin.xml", *(child(f"A{n}", details()) for n in range(1, 4)))
    path.write_text(path.read_text().replace("\n", ""))
    given = tell(path)
    assert given.facts("referral", "subject_id") == [("A1",), ("A2",), ("A3",)]
    assert given.rows()["cin.xml: children"] == (3, 0)


def test_children_that_have_been_read_are_let_go(tmp_path):
    path = census(tmp_path / "cin.xml", *(child(f"A{n}", details()) for n in range(1000)))
    held = [len(each.getparent()) for each in elements(path, ["Child"])]
    assert len(held) == 1000
    assert max(held) < 150  # no more than the parser reads at once


def test_rows_are_handed_on_in_stretches(tmp_path, monkeypatch):
    monkeypatch.setattr(cells_xml, "ROWS_AT_ONCE", 5)
    path = census(tmp_path / "cin.xml", *(child(f"A{n}", details()) for n in range(20)))
    handed_on = [cells.batch.num_rows for cells in rows(path) if cells.table == "children"]
    assert handed_on == [5, 5, 5, 5]


@pytest.mark.parametrize(
    "inside, column",
    [
        ("<CINclosureDate>2024-04-30</CINclosureDate>", "CINclosureDate"),
        ("<CINPlanDates><CINPlanStartDate>2024-06-02</CINPlanStartDate><CINPlanEndDate>2024-06-01</CINPlanEndDate>"
         "</CINPlanDates>", "CINPlanEndDate"),
        ("<ChildProtectionPlans><CPPstartDate>2024-06-02</CPPstartDate><CPPendDate>2024-06-01</CPPendDate>"
         "</ChildProtectionPlans>", "CPPendDate"),
        ("<Assessments><AssessmentActualStartDate>2024-06-02</AssessmentActualStartDate>"
         "<AssessmentAuthorisationDate>2024-06-01</AssessmentAuthorisationDate></Assessments>",
         "AssessmentAuthorisationDate"),
    ],
)  # fmt: skip
def test_what_ends_before_it_begins_is_left_out_and_said(told, inside, column):
    given = told(inside)
    assert [(named, left_out) for _, _, named, _, left_out in given.not_read()] == [(column, "row")]


def test_an_unknown_code_is_left_out_and_the_rest_is_told(told):
    given = told("", nfa="perhaps")
    assert given.facts("referral", "is_no_further_action", "primary_need") == [(None, "N1")]
    assert [(column, found, left_out) for *_, column, found, left_out in given.not_read()] == [
        ("ReferralNFA", "perhaps", "value"),
    ]  # fmt: skip


def test_a_child_without_an_id_is_left_out_with_everything_of_it(tmp_path):
    given = tell(census(tmp_path / "cin.xml", child("", details()), child("A2", details())))
    assert given.facts("referral", "subject_id") == [("A2",)]
    assert given.rows()["cin.xml: referrals"] == (2, 1)


BILLION_LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<Message><Children><Child><ChildIdentifiers><LAchildID>&c;</LAchildID></ChildIdentifiers></Child></Children></Message>
"""
EXTERNAL_ENTITY = """<?xml version="1.0"?>
<!DOCTYPE m [<!ENTITY x SYSTEM "{secret}">]>
<Message><Children><Child><ChildIdentifiers><LAchildID>&x;</LAchildID></ChildIdentifiers></Child></Children></Message>
"""
EXTERNAL_DTD = """<?xml version="1.0"?>
<!DOCTYPE Message SYSTEM "{secret}">
<Message><Children><Child/></Children></Message>
"""


@pytest.mark.parametrize("hostile", [BILLION_LAUGHS, EXTERNAL_ENTITY, EXTERNAL_DTD])
def test_hostile_xml_is_refused_in_words_and_nothing_is_fetched(tmp_path, hostile):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    path = tmp_path / "cin.xml"
    path.write_text(hostile.replace("{secret}", secret.as_uri()))
    with pytest.raises(UserError, match=r"cin\.xml: it has a document type") as caught:
        tell(path)
    assert "secret" not in str(caught.value)


def test_a_file_cut_short_is_refused_with_its_line_and_nothing_of_it_is_told(tmp_path):
    path = census(tmp_path / "cin.xml", *(child(f"A{n}", details()) for n in range(50)))
    whole = path.read_text()
    cut = whole[: whole.index("A40") + 3]
    path.write_text(cut)
    with pytest.raises(UserError, match=f"reading stopped at line {cut.count(chr(10)) + 1}") as caught:
        tell(path)
    assert "A40" not in str(caught.value)


def test_another_collection_is_refused_in_words(tmp_path):
    path = census(tmp_path / "cin.xml", child(details=details()))
    path.write_text(path.read_text().replace("<Collection>CIN", "<Collection>SC"))
    with pytest.raises(UserError, match="another collection than CIN"):
        tell(path)


# ------------------------------------------------------------------------------------------------ the published samples


def test_the_published_sample_is_taken_whole():
    given = tell(SAMPLES / "cin_census" / "fake_CIN_data.xml")
    name = "fake_CIN_data.xml"
    assert given.rows() == {
        f"{name}: header": (1, 0), f"{name}: children": (332, 0), f"{name}: disabilities": (117, 0),
        f"{name}: referrals": (402, 0),
    }  # fmt: skip
    assert (given.count("person"), given.count("referral"), given.count("initial_conference")) == (332, 402, 350)
    # It has no assessment, enquiry or plan: what is not there is not covered.
    assert given.covered("assessment") == given.covered("section47") == given.covered("protection_plan") == []
    assert given.covered("referral") == [("cin_census", "2021-04-01", "2022-03-31", "all")]


def test_what_is_wrong_in_the_published_sample_is_said_and_nothing_else():
    given = tell(SAMPLES / "cin_census" / "fake_CIN_data.xml")
    assert {column for _, _, column, *_ in given.not_read()} == {"CINreferralDate"}
    assert len(given.not_read()) == 8
    assert given.expected() == {"a day on or before the reference date"}


def test_the_sample_of_2026_is_taken_whole_and_what_is_wrong_is_said():
    given = tell(SAMPLES / "cin_census" / "CIN_Census_2026.xml")
    assert [(row, column, found, left_out) for _, row, column, found, left_out in given.not_read()] == [
        (41, "AssessmentAuthorisationDate", "2020-09-19", "row"),
        (46, "AssessmentFactors", "RB", "value"),
        (71, "PPStartDate", "2026-09-09", "value"),
        (98, "CINreferralDate", "2024-10-24", "value"),
    ]
    for noun in ("person", "referral", "assessment", "need_plan", "section47", "protection_plan", "review_conference",
                 "pre_proceedings", "letter_before_proceedings", "pre_proceedings_meeting", "proceedings"):  # fmt: skip
        assert given.count(noun), noun
