"""The children in need census: XML, collections 2020-21 to 2026-27, streamed.

**What the census is.** One return tells of one collection year, 1 April to 31 March: every child with an episode of
need open at any time in it, and of each such episode (CINdetails) the referral, whenever it was made. Of what is
*within* an episode it holds only what was open or ended in the year: an assessment authorised, a plan ended or a
conference held in an earlier year is not in it (DfE rules 8696, 8736, 8715, 8740, 8930, 4013 and 8620). So coverage
runs from the 1 April that began the collection year, not from the earliest referral: from an earlier day it would
accuse people of what an earlier census told. It ends on the reference date, or on the 31 March of the year in the
header if that is sooner: a return whose header says 2022 does not speak of July 2022, whatever its reference date.
Visits are not in the census.

**Several years together**: the latest year is believed (latest_year.py). The same year twice must say the same.

**What is made of it.**
* The census has no ids but the child's. A referral's id is the child's and the day ("123/2024-05-01"), and so are
  an enquiry's and an assessment's; an assessment belongs to the referral it stands in.
* A section 47 enquiry begins on the day of the strategy discussion that began it (guide, section 4.12), which is told
  too; it ends with the conference. The census does not say when other enquiries ended, so it is no witness to ends.
  One not marked as needing no conference is taken to need one, as the census does.
* A conference held before the child moved in stands at the episode, not in an enquiry: a transfer in.
* Of a pre-proceedings meeting only the first has a day; of an offer of family group decision-making only yes or no.
  Only the day of an application to court is told, not how it ended. None of these is made a day.
* A referral with no further action and no closing day is taken to have ended on its own day.
* `GenderCurrent` (to 2023-24) and `Sex` (since) are read alike, and so are 0 and 1, false and true.

Source of structure: LIIA's CIN_schema_2026.xsd; 2026-27 from the one published sample. Sources of fact: DfE validation
rules 2022-23 to 2025-26.
"""

from collections.abc import Iterator
from pathlib import Path

from goldenthread.errors import UserError
from goldenthread.formats.cells_xml import Rows, elements, encoding_of, leaves, local_name, root_tag, within
from goldenthread.formats.cin_census_views import VIEWS, WRONG, as_at, check_years, covers
from goldenthread.formats.language import Cells, Column, Format, Gives, Table
from goldenthread.standards.vocabulary import (
    assessment,
    assessment_factor,
    initial_conference,
    letter_before_proceedings,
    need_plan,
    person,
    pre_proceedings,
    pre_proceedings_meeting,
    proceedings,
    protection_plan,
    referral,
    review_conference,
    section47,
    strategy_discussion,
)

CHILD = Column("LAchildID", "id", required=True)
REFERRAL_ID = Column("referral_id", "id")
SEXES = {"1": "M", "2": "F", "0": "U", "9": "U"}


def day(name: str, *, required: bool = False, decides: bool = False, past: bool = False) -> Column:
    """A column that holds a day."""
    return Column(name, "day", required=required, decides=decides, past=past)


def unused(*names: str) -> list[Column]:
    """Columns that nothing on a thread needs."""
    return [Column(name, "unused") for name in names]


TABLES = [
    Table("header", [Column("Year", "number"), day("ReferenceDate")]),
    Table("children", [
        CHILD, day("PersonBirthDate", past=True), day("PersonDeathDate"), Column("UPN", "text"),
        Column("UPNunknown", "code", codes="cin_upn_unknown"), Column("Sex", "code", codes="sex", means=SEXES),
        Column("Ethnicity", "code", codes="ethnicity"), *unused("FormerUPN", "ExpectedPersonBirthDate"),
    ]),
    Table("disabilities", [CHILD, Column("Disability", "code", codes="disability")]),
    Table("referrals", [
        CHILD, REFERRAL_ID, day("CINreferralDate", required=True), day("CINclosureDate", decides=True),
        Column("ReferralSource", "code", codes="referral_source"),
        Column("PrimaryNeedCode", "code", codes="primary_need"),
        Column("ReasonForClosure", "code", codes="reason_for_closure"), Column("ReferralNFA", "yes_no"),
        day("DateOfInitialCPC"), Column("has_section47", "yes_no"),
    ]),
    Table("assessments", [
        CHILD, REFERRAL_ID, Column("assessment_id", "id"), day("AssessmentActualStartDate", required=True),
        day("AssessmentAuthorisationDate", decides=True), *unused("AssessmentInternalReviewDate"),
    ]),
    Table("factors", [
        CHILD, Column("assessment_id", "id"), Column("AssessmentFactors", "code", codes="assessment_factors"),
    ]),
    Table("need_plans", [
        CHILD, REFERRAL_ID, day("CINPlanStartDate", required=True), day("CINPlanEndDate", decides=True),
    ]),
    Table("enquiries", [
        CHILD, REFERRAL_ID, Column("section47_id", "id"), day("S47ActualStartDate", required=True),
        day("DateOfInitialCPC"), Column("ICPCnotRequired", "yes_no"), *unused("InitialCPCtarget"),
    ]),
    Table("protection_plans", [
        CHILD, day("CPPstartDate", required=True), day("CPPendDate", decides=True),
        Column("InitialCategoryOfAbuse", "code", codes="category_of_abuse"),
        Column("LatestCategoryOfAbuse", "code", codes="category_of_abuse"), Column("NumberOfPreviousCPP", "number"),
    ]),
    Table("reviews", [CHILD, day("CPPreviewDate", required=True)]),
    Table("pre_proceedings", [
        CHILD, day("PPStartDate"), day("LBPSentDate"), day("InitialPPMeetingDate"),
        day("StepDecisionDate", decides=True), day("CourtAppDate"),
        *unused("FGDMMeetingOffer", "FGDMMeetingFac", "ReviewMeetingsCount", "PPOutcome", "LetterInitCPDate"),
    ]),
]  # fmt: skip

COLUMNS = {table.name: [column.name for column in table.columns] for table in TABLES}


def recognises(path: Path) -> bool:
    """XML whose root is the census's Message."""
    return path.suffix.lower() == ".xml" and root_tag(path) == "Message"


def rows(path: Path) -> Iterator[Cells]:
    """A child at a time; the row is the line on which its element begins."""
    gathered = Rows(COLUMNS)
    for element in elements(path, ["CollectionDetails", "Child"]):
        gathered.encoding = encoding_of(element)
        if local_name(element) == "Child":
            _take_child(gathered, element)
        else:
            _check_collection(leaves(element))
            gathered.add("header", element.sourceline, leaves(element))
        yield from gathered.full()
    yield from gathered.rest()


def _check_collection(header: dict[str, str]) -> None:
    if header.get("Collection", "CIN").upper() != "CIN":
        raise UserError("its header says that it is another collection than CIN, the children in need census.")


def _take_child(gathered: Rows, child) -> None:
    identifiers = next(iter(within(child, "ChildIdentifiers")), child)
    characteristics = next(iter(within(child, "ChildCharacteristics")), child)
    about = leaves(identifiers) | leaves(characteristics)
    about["Sex"] = about.get("Sex") or about.get("GenderCurrent")
    child_id = about.get("LAchildID")
    gathered.add("children", child.sourceline, about)
    for group in within(characteristics, "Disabilities"):
        for each in within(group, "Disability"):
            gathered.add("disabilities", each.sourceline, {"LAchildID": child_id, "Disability": each.text})
    for details in within(child, "CINdetails"):
        _take_details(gathered, details, child_id)


def _take_details(gathered: Rows, details, child_id: str | None) -> None:
    about = leaves(details)
    always = {"LAchildID": child_id, "referral_id": _id(child_id, about.get("CINreferralDate"))}
    enquiries = within(details, "Section47")
    gathered.add("referrals", details.sourceline, about | always | {"has_section47": str(bool(enquiries))})
    for group in within(details, "Assessments"):
        _take_assessment(gathered, group, always)
    for group in within(details, "CINPlanDates"):
        gathered.add("need_plans", group.sourceline, leaves(group) | always)
    for group in enquiries:
        inside = leaves(group)
        more = {"section47_id": _id(child_id, inside.get("S47ActualStartDate"))}
        gathered.add("enquiries", group.sourceline, inside | always | more)
    for group in within(details, "ChildProtectionPlans"):
        _take_protection_plan(gathered, group, always)
    for group in within(details, "PreProceedingsandFGDM"):
        gathered.add("pre_proceedings", group.sourceline, leaves(group) | always)


def _take_assessment(gathered: Rows, group, always: dict) -> None:
    inside = leaves(group)
    assessment_id = _id(always["LAchildID"], inside.get("AssessmentActualStartDate"))
    gathered.add("assessments", group.sourceline, inside | always | {"assessment_id": assessment_id})
    for factors in within(group, "FactorsIdentifiedAtAssessment"):
        for each in within(factors, "AssessmentFactors"):
            about = always | {"assessment_id": assessment_id, "AssessmentFactors": each.text}
            gathered.add("factors", each.sourceline, about)


def _take_protection_plan(gathered: Rows, group, always: dict) -> None:
    gathered.add("protection_plans", group.sourceline, leaves(group) | always)
    for reviews in within(group, "Reviews"):
        for each in within(reviews, "CPPreviewDate"):
            gathered.add("reviews", each.sourceline, always | {"CPPreviewDate": each.text})


def _id(child_id: str | None, day_text: str | None) -> str | None:
    return f"{child_id}/{day_text}" if child_id and day_text else None


NOT_IN_THE_CENSUS = "enquiries.the day an enquiry ended"


def period_of(noun, view: str, start: str, end: str | None, **more) -> Gives:
    """A period out of one of the census's views."""
    return Gives(noun, view, subject="LAchildID", start=start, end=end, **more)


def event_of(noun, view: str, day: str, **more) -> Gives:
    """An event out of one of the census's views."""
    return Gives(noun, view, subject="LAchildID", day=day, **more)


GIVES = [
    period_of(person, "people", "PersonBirthDate", "died", facts={
        "sex": "Sex", "ethnicity": "Ethnicity", "is_disabled": "is_disabled",
        "has_upn": "UPN IS NOT NULL OR UPNunknown IS NOT NULL",
    }, uses="""SELECT each.ref FROM reading.cin_census_disabilities each
        JOIN reading.cin_census_people USING (LAchildID)
        WHERE PersonBirthDate IS NOT NULL AND Disability IS NOT NULL"""),
    period_of(referral, "referrals_held", "CINreferralDate", "closed", facts={
        "referral_id": "referral_id", "source": "ReferralSource", "primary_need": "PrimaryNeedCode",
        "is_no_further_action": "ReferralNFA", "closure_reason": "ReasonForClosure",
    }),
    period_of(assessment, "assessments_held", "AssessmentActualStartDate", "AssessmentAuthorisationDate", facts={
        "assessment_id": "assessment_id", "referral_id": "referral_id",
    }),
    event_of(assessment_factor, "factors_found", "AssessmentAuthorisationDate", facts={"factor": "AssessmentFactors"}),
    event_of(strategy_discussion, "enquiries_once", "S47ActualStartDate", extent="some"),
    period_of(section47, "enquiries_once", "S47ActualStartDate", "ended", ends_in=NOT_IN_THE_CENSUS, facts={
        "section47_id": "section47_id", "referral_id": "referral_id",
        "is_conference_needed": "DateOfInitialCPC IS NOT NULL OR NOT ICPCnotRequired",
    }),
    event_of(initial_conference, "enquiries_once", "DateOfInitialCPC", facts={
        "section47_id": "section47_id", "is_transfer_in": "false", "is_plan_made": "is_plan_made",
    }),
    event_of(initial_conference, "transfers", "DateOfInitialCPC", facts={
        "is_transfer_in": "CASE WHEN NOT has_section47 THEN true END", "is_plan_made": "is_plan_made",
    }),
    period_of(need_plan, "need_plans_held", "CINPlanStartDate", "CINPlanEndDate", facts={"referral_id": "referral_id"}),
    period_of(protection_plan, "protection_plans_held", "CPPstartDate", "CPPendDate", facts={
        "category": "InitialCategoryOfAbuse", "latest_category": "LatestCategoryOfAbuse",
        "previous_plans": "NumberOfPreviousCPP",
    }),
    event_of(review_conference, "reviews_once", "CPPreviewDate"),
    period_of(pre_proceedings, "pre_proceedings_held", "PPStartDate", "StepDecisionDate"),
    event_of(letter_before_proceedings, "pre_proceedings_held", "LBPSentDate"),
    event_of(pre_proceedings_meeting, "pre_proceedings_held", "InitialPPMeetingDate"),
    period_of(proceedings, "pre_proceedings_held", "CourtAppDate", None, extent="some"),
]  # fmt: skip

FORMAT = Format(
    name="cin_census",
    title="Children in need census",
    expects="the XML file of a children in need census",
    rank=4,
    tables=TABLES,
    gives=GIVES,
    recognises=recognises,
    rows=rows,
    views=VIEWS,
    wrong=WRONG,
    check=check_years,
    as_at=as_at,
    as_at_why="the reference date in the header of the children in need census",
    covers=covers,
)
