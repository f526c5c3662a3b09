"""The SQL of the children in need census: years consolidated, days that cannot be, and the days it speaks of."""

import datetime as dt

from goldenthread.formats.language import Wrong
from goldenthread.formats.latest_year import (
    FILE_NO,
    backwards,
    ends,
    not_withdrawn,
    of_latest_year,
    refuse_same_year_twice,
    withdrawn,
    without_a_break,
)

PATH = "regexp_replace(name, ': [a-z0-9_]+$', '')"

# A file's year is the header's; without one, that of its reference date; without either, none (0).
YEARS = f"""
    SELECT file_no, name, regexp_extract(name, ': ([a-z0-9_]+)$', 1) AS "table", coalesce(year, 0) AS year
    FROM (SELECT *, {PATH} AS path FROM source_files) LEFT JOIN (
        SELECT {PATH} AS path, coalesce(max(CAST(Year AS INTEGER)), max({ends("ReferenceDate")})) AS year
        FROM reading.cin_census_header JOIN source_files ON file_no = {FILE_NO} GROUP BY ALL) USING (path)
"""

TABLES = (
    "children", "disabilities", "referrals", "assessments", "factors", "need_plans", "enquiries", "protection_plans",
    "reviews", "pre_proceedings",
)  # fmt: skip


def latest(table: str, *key: str) -> str:
    """The rows of a table as the latest census that tells of them has them."""
    return of_latest_year("cin_census", table, "LAchildID", *key)


def held(view: str, end: str) -> str:
    """The rows of a view that a later census has not withdrawn."""
    return not_withdrawn(f"reading.cin_census_{view}", end)


# A plan begins at the conference that makes it (DfE rule 2885). Where none does, what was decided is not said.
PLAN_MADE = """CASE WHEN EXISTS (FROM reading.cin_census_protection_plans plans
    WHERE plans.LAchildID = each.LAchildID AND CPPstartDate = DateOfInitialCPC) THEN true END AS is_plan_made"""

VIEWS = {
    "years": YEARS,
    "span": without_a_break("SELECT DISTINCT year FROM reading.cin_census_years WHERE year > 0"),
    "disabled": f"""SELECT LAchildID, bool_or(Disability <> 'NONE') AS is_disabled
        FROM ({latest("disabilities")}) GROUP BY LAchildID""",
    "people": f"""SELECT *, CASE WHEN PersonDeathDate >= PersonBirthDate THEN PersonDeathDate END AS died
        FROM ({latest("children")}) LEFT JOIN reading.cin_census_disabled USING (LAchildID)""",
    "referrals_once": f"""SELECT *, coalesce(CINclosureDate, CASE WHEN ReferralNFA THEN CINreferralDate END) AS closed
        FROM ({latest("referrals", "CINreferralDate")})""",
    "referrals_held": held("referrals_once", "closed"),
    "assessments_once": latest("assessments", "AssessmentActualStartDate"),
    "assessments_held": held("assessments_once", "AssessmentAuthorisationDate"),
    "factors_found": f"""SELECT each.*, AssessmentAuthorisationDate FROM reading.cin_census_factors each
        JOIN reading.cin_census_years ON file_no = each.{FILE_NO}
        JOIN (SELECT * EXCLUDE ref FROM reading.cin_census_assessments_held) USING (LAchildID, assessment_id, year)
        WHERE AssessmentFactors IS NOT NULL""",
    "need_plans_once": latest("need_plans", "CINPlanStartDate"),
    "need_plans_held": held("need_plans_once", "CINPlanEndDate"),
    "enquiries_once": f"""SELECT *, {PLAN_MADE},
            CASE WHEN DateOfInitialCPC >= S47ActualStartDate THEN DateOfInitialCPC END AS ended
        FROM ({latest("enquiries", "S47ActualStartDate")}) each""",
    "transfers": f"""SELECT *, {PLAN_MADE} FROM reading.cin_census_referrals_held each
        WHERE NOT EXISTS (FROM reading.cin_census_enquiries other
            WHERE other.LAchildID = each.LAchildID AND other.DateOfInitialCPC = each.DateOfInitialCPC)""",
    "protection_plans_once": latest("protection_plans", "CPPstartDate"),
    "protection_plans_held": held("protection_plans_once", "CPPendDate"),
    "reviews_once": latest("reviews", "CPPreviewDate"),
    "pre_proceedings_once": latest("pre_proceedings", "PPStartDate"),
    "pre_proceedings_held": held("pre_proceedings_once", "StepDecisionDate"),
}


def after_the_census(table: str, day: str) -> Wrong:
    """Notes a day that the census cannot know; the fact is kept, and is not known as at the census."""
    last = "(SELECT max(ReferenceDate) FROM reading.cin_census_header)"
    return Wrong(table, f"{day} > {last}", day, day, "a day on or before the reference date", left_out="value")


WRONG = [
    backwards("children", "PersonBirthDate", "PersonDeathDate", left_out="value"),
    backwards("referrals", "CINreferralDate", "CINclosureDate"),
    backwards("assessments", "AssessmentActualStartDate", "AssessmentAuthorisationDate"),
    backwards("need_plans", "CINPlanStartDate", "CINPlanEndDate"),
    backwards("enquiries", "S47ActualStartDate", "DateOfInitialCPC", left_out="value"),
    backwards("protection_plans", "CPPstartDate", "CPPendDate"),
    backwards("pre_proceedings", "PPStartDate", "StepDecisionDate"),
    after_the_census("referrals", "CINreferralDate"),
    after_the_census("assessments", "AssessmentActualStartDate"),
    after_the_census("need_plans", "CINPlanStartDate"),
    after_the_census("enquiries", "S47ActualStartDate"),
    after_the_census("protection_plans", "CPPstartDate"),
    after_the_census("reviews", "CPPreviewDate"),
    after_the_census("pre_proceedings", "PPStartDate"),
    withdrawn("referrals_once", "CINreferralDate", "closed"),
    withdrawn("assessments_once", "AssessmentActualStartDate", "AssessmentAuthorisationDate"),
    withdrawn("need_plans_once", "CINPlanStartDate", "CINPlanEndDate"),
    withdrawn("protection_plans_once", "CPPstartDate", "CPPendDate"),
    withdrawn("pre_proceedings_once", "PPStartDate", "StepDecisionDate"),
]


def check_years(connection) -> None:
    """UserError where two files are of the same year and do not say the same."""
    query = f'SELECT "table", year, file_no, name FROM ({YEARS}) WHERE year > 0 ORDER BY ALL'
    files = [file for file in connection.execute(query).fetchall() if file[0] in TABLES]
    refuse_same_year_twice(connection, "cin_census", files)


def as_at(connection) -> dt.date | None:
    """The latest reference date in a header, or else the 31 March of its year; never a day still to come."""
    query = """SELECT least(max(coalesce(ReferenceDate, make_date(CAST(Year AS INTEGER), 3, 31))), current_date)
        FROM reading.cin_census_header"""
    return connection.execute(query).fetchone()[0]


def covers(connection, as_at: dt.date) -> tuple[dt.date, dt.date]:
    """From the first 1 April of the years there without a break to the last 31 March, or reference date if sooner."""
    first, last = connection.execute("FROM reading.cin_census_span").fetchone()
    if first is None:
        return as_at, as_at
    reference = connection.execute("SELECT max(ReferenceDate) FROM reading.cin_census_header").fetchone()[0]
    return first, min(last, reference or last, as_at)
