"""An invented authority's duties, as judging leaves them: for the tests of the report, and for its picture.

No child is real. The chances are made up so that every part of the report has something to show.
"""

import datetime as dt
import json
import random

import duckdb
import pyarrow as pa

from goldenthread.formats.read import ReadSummary
from goldenthread.standards import vocabulary as v
from goldenthread.standards.catalogue import words as w
from goldenthread.standards.duty import COLUMNS
from goldenthread.standards.language import (
    CRITICAL,
    DEFAULT,
    GUIDANCE,
    HIGH,
    LAW,
    LOCAL,
    LOW,
    MEDIUM,
    Standard,
    always,
    every,
    hours,
    months,
    never,
    under,
    weeks,
    within,
    working_days,
)
from goldenthread.standards.thread import Coverage

AS_AT = dt.date(2026, 3, 31)
AS_AT_WHY = "the 31 March on or after the latest start in the return"
EXAMPLES = "as_at || status\n2025-01-01 || -"


def standard(id, duty, area, responsible, severity, cites, rule, since="2011-04-01", **more) -> Standard:
    """A standard with what every one of these shares."""
    return Standard(id, duty, area, responsible, severity, ["XX-00"], cites, since, rule, EXAMPLES, **more)


def standards() -> list[Standard]:
    """Standards of every verb, force, severity and subject; one in two dated versions, one without a duty."""
    return [
        standard("assessment-finished", "An assessment is finished within 45 working days of the referral.",
                 w.ASSESSMENT, w.TEAM_MANAGER, HIGH, "Working Together to Safeguard Children 2023, chapter 3",
                 within(working_days(45, force=GUIDANCE), of=v.referral, expect=v.assessment.ended)),
        standard("protection-visit", "A child on a child protection plan is visited at least every 10 working days.",
                 w.CHILD_PROTECTION, w.SOCIAL_WORKER, HIGH, "This authority's practice standards",
                 every(working_days(10, force=LOCAL), during=v.protection_plan, expect=v.protection_visit)),
        standard("protection-seen-alone", "A child on a child protection plan is seen alone at least every 4 weeks.",
                 w.CHILD_PROTECTION, w.SOCIAL_WORKER, CRITICAL, "Working Together 2023, chapter 3",
                 every(weeks(4, force=DEFAULT), during=v.protection_plan,
                       expect=v.protection_visit.where(is_alone=True)),
                 note="Guidance asks that the child is seen alone, without a number: every 4 weeks is our default."),
        standard("review-conference", "A child protection plan is first reviewed within 3 months.",
                 w.CHILD_PROTECTION, w.CONFERENCE_CHAIR, HIGH, "Working Together 2018, chapter 1", until="2023-12-14",
                 rule=within(months(3, force=GUIDANCE), of=v.protection_plan, expect=v.review_conference)),
        standard("review-conference", "A child protection plan is first reviewed within 3 months of the conference.",
                 w.CHILD_PROTECTION, w.CONFERENCE_CHAIR, HIGH, "Working Together 2023, chapter 3", since="2023-12-15",
                 rule=within(months(3, force=GUIDANCE), of=v.protection_plan, expect=v.review_conference)),
        standard("core-group", "The core group meets at least every 6 weeks.", w.CHILD_PROTECTION, w.SOCIAL_WORKER,
                 MEDIUM, "Working Together to Safeguard Children 2023, chapter 3",
                 every(weeks(6, force=DEFAULT), during=v.protection_plan, expect=v.core_group)),
        standard("worker-allocated", "A child on a child protection plan has an allocated social worker at all times.",
                 w.CHILD_PROTECTION, w.TEAM_MANAGER, CRITICAL, "Working Together to Safeguard Children 2023, chapter 3",
                 always(v.allocation, during=v.protection_plan, force=GUIDANCE)),
        standard("need-visit", "A child in need is visited at least every 6 weeks.", w.CHILD_IN_NEED, w.SOCIAL_WORKER,
                 MEDIUM, "No law gives a number; see the note",
                 every(weeks(6, force=DEFAULT), during=v.need_plan, expect=v.need_visit)),
        standard("first-review", "A looked-after child's case is first reviewed within 20 working days.", w.REVIEWS,
                 w.IRO_SERVICE, HIGH, "Care Planning Regulations 2010, reg 33(1)",
                 within(working_days(20, force=LAW), of=v.looked_after, expect=v.review),
                 lifted_by=(v.short_break,)),
        standard("later-review", "After the second review, a looked-after child's case is reviewed every 6 months.",
                 w.REVIEWS, w.IRO_SERVICE, HIGH, "Care Planning Regulations 2010, reg 33(2)",
                 every(months(6, force=LAW), during=v.looked_after, expect=v.review), lifted_by=(v.review_adjourned,)),
        standard("dental-check", "A looked-after child has a dental check every 12 months.", w.HEALTH, w.HEALTH_LEAD,
                 LOW, "Promoting the health and wellbeing of looked-after children 2015",
                 every(months(12, force=GUIDANCE), during=v.looked_after, expect=v.dental_check)),
        standard("return-interview", "A child who was missing is offered a return home interview within 72 hours.",
                 w.MISSING, w.SOCIAL_WORKER, CRITICAL,
                 "Statutory guidance on children who run away or go missing from home or care, January 2014",
                 within(hours(72, force=GUIDANCE), of=v.missing.ended, expect=v.return_interview)),
        standard("placement-registered", "A child under 16 is never placed in an unregistered home.", w.PLACEMENTS,
                 w.PLACEMENTS_TEAM, CRITICAL, "Care Standards Act 2000, s11; Care Planning Regulations 2010, reg 27A",
                 never(v.placement.where(has_urn=False) & under(16), force=LAW), since="2021-09-09"),
        standard("pathway-plan", "A care leaver's pathway plan is reviewed at least every 6 months.", w.LEAVING_CARE,
                 w.PERSONAL_ADVISER, MEDIUM, "Care Leavers Regulations 2010, reg 7",
                 every(months(6, force=LAW), during=v.care_leaver, expect=v.pathway_plan)),
        standard("secure-review", "A child in secure accommodation is reviewed within one month.", w.CARE,
                 w.SERVICE_MANAGER, HIGH, "Children (Secure Accommodation) Regulations 1991, reg 15",
                 within(months(1, force=LAW), of=v.deprivation_of_liberty, expect=v.secure_review)),
        standard("worker-supervision", "A social worker has supervision at least every 4 weeks.", w.WORKFORCE,
                 w.TEAM_MANAGER, MEDIUM, "This authority's supervision policy",
                 every(weeks(4, force=LOCAL), during=v.employment, expect=v.supervision)),
        standard("carer-review", "A foster carer's approval is reviewed at least every year.", w.CARERS, w.FOSTERING,
                 MEDIUM, "Fostering Services Regulations 2011, reg 28",
                 every(months(12, force=LAW), during=v.carer_approval, expect=v.carer_review)),
        standard("repeat-referrals", "A child referred three times within 12 months is asked about.",
                 w.FRONT_DOOR, w.TEAM_MANAGER, LOW, "Working Together to Safeguard Children 2023, chapter 3",
                 never(v.referral.started.repeated(3, within=months(12, force=DEFAULT)), force=DEFAULT),
                 kind="question"),
    ]  # fmt: skip


# standard: days between duties, limit in days, chance of in time and of late (the rest: not done), of being in scope,
# what opens one, what is owed, and the exception that may lift it.
CHANCES = {
    "assessment-finished": (0, 63, 0.78, 0.15, 0.55, "The child was referred", "the assessment finished", ""),
    "protection-visit": (14, 14, 0.90, 0.07, 0.12, "A child protection visit was made", "a child protection visit", ""),
    "protection-seen-alone": (28, 28, 0.80, 0.12, 0.12, "The child was seen alone", "a visit to the child alone", ""),
    "review-conference": (0, 91, 0.85, 0.10, 0.15, "A child protection plan began", "a review conference", ""),
    "core-group": (42, 42, 0.75, 0.18, 0.12, "A core group met", "a core group", ""),
    "need-visit": (42, 42, 0.80, 0.13, 0.30, "A child in need visit was made", "a child in need visit", ""),
    "first-review": (0, 28, 0.90, 0.06, 0.18, "The child became looked after", "a looked-after review", "short break"),
    "later-review": (183, 183, 0.92, 0.06, 0.15, "A looked-after review was held", "a looked-after review",
                     "a looked-after review adjourned by the IRO"),
    "dental-check": (365, 365, 0.75, 0.15, 0.15, "The child had a dental check", "a dental check", ""),
    "return-interview": (60, 3, 0.60, 0.22, 0.06, "The child came back", "a return home interview", ""),
    "pathway-plan": (183, 183, 0.80, 0.12, 0.08, "The pathway plan was reviewed", "a review of the pathway plan", ""),
}  # fmt: skip
OTHERS = {
    "worker-supervision": (28, 28, 0.80, 0.15, 0.9, "Supervision was held", "supervision", ""),
    "carer-review": (365, 365, 0.85, 0.10, 0.9, "The approval was reviewed", "a review of the approval", ""),
}


def said(day: dt.date) -> str:
    """A day as a person writes it."""
    return f"{day.day} {day:%B %Y}"


def duty(standard: Standard, subject: str, opened: dt.date, due: dt.date, status: str, explanation="", **more) -> dict:
    """One row of `duties`; `rows` and `caveats` go into its evidence."""
    evidence = {"rows": more.pop("rows", ["annex_a.xlsx:12"]), "caveats": more.pop("caveats", []),
                "version": [standard.version, "2025-01"]}  # fmt: skip
    return {
        "standard": standard.id, "kind": standard.kind, "subject_type": standard.subject, "subject_id": subject,
        "opened_on": opened, "due_on": due, "done_on": None, "closed_on": None, "status": status, "days_over": 0,
        "severity": str(standard.severity), "force": str(standard.force), "responsible": standard.responsible,
        "explanation": explanation, "evidence": json.dumps(evidence),
    } | more  # fmt: skip


def timed_duty(chance, standard, subject, opened, is_last, numbers, row, drift) -> dict:
    """A duty with a limit: kept, late, waiting, or over and never done; a drifting child's last is seldom done."""
    _, limit, in_time, late, _, began, owed, exception = numbers
    if not is_last:
        in_time, late = in_time + 0.03, 0.95 - in_time
    elif drift:
        in_time, late = 0.15, 0.10
    due = opened + dt.timedelta(limit)
    told = f"{began} on {said(opened)}. Under this standard {owed} was due by {said(due)}."
    rows = [f"annex_a.xlsx, List {1 + row % 9}:{row}", f"reviews.csv:{row + 7}"]
    in_time -= 0.12 * max(0, 1 - (AS_AT - due).days / 730)  # things are getting a little worse
    drawn = chance.random()
    done = due - dt.timedelta(chance.randrange(limit // 2 + 1)) if drawn < in_time else due + dt.timedelta(
        1 + int(chance.expovariate(1 / 20)))  # fmt: skip
    if exception and chance.random() < 0.06:
        return duty(standard, subject, opened, due, "ceased", f"{told} It was lifted.", closed_on=opened,
                    rows=rows, caveats=[f"lifted by: {exception}"])  # fmt: skip
    if drawn < in_time + late and done <= AS_AT:
        status = "met" if done <= due else "late"
        return duty(standard, subject, opened, due, status, f"{told} It was done on {said(done)}.", done_on=done,
                    days_over=max(0, (done - due).days), rows=rows)  # fmt: skip
    if due >= AS_AT:
        return duty(standard, subject, opened, due, "due", told, rows=rows)
    closed = None if is_last else due + dt.timedelta(1 + chance.randrange(30))
    if closed and closed > AS_AT:
        closed = None
    told += " None is on the record" + (f" and it ended on {said(closed)}." if closed else f" up to {said(AS_AT)}.")
    return duty(standard, subject, opened, due, "overdue", told, closed_on=closed, rows=rows,
                days_over=((closed or AS_AT) - due).days,
                caveats=["judged by date, not hour"] if standard.id == "return-interview" else [])  # fmt: skip


def standing_duties(chance, book, subject) -> list[dict]:
    """Gaps, occurrences of what must never be, and questions."""
    rows = []
    day = AS_AT - dt.timedelta(1 + chance.randrange(600))
    if chance.random() < 0.12:
        rows.append(duty(book["worker-allocated"], subject, day, day, "met", "A worker was allocated.", done_on=day))
    if chance.random() < 0.02:
        told = f"From {said(day)} no social worker is allocated to the child on the record."
        rows.append(duty(book["worker-allocated"], subject, day, day, "not_met", told, days_over=(AS_AT - day).days))
    if chance.random() < 0.01:
        told = f"The child was placed on {said(day)} in a home without a registration number, and is under 16."
        ended = None if chance.random() < 0.5 else min(AS_AT, day + dt.timedelta(40))
        rows.append(duty(book["placement-registered"], subject, day, day, "not_met", told, closed_on=ended,
                         days_over=((ended or AS_AT) - day).days))  # fmt: skip
    if chance.random() < 0.05:
        told = (f"On {said(day)} the child was referred for the third time within 12 months. "
                "What was different this time, and what did the earlier answers miss?")  # fmt: skip
        rows.append(duty(book["repeat-referrals"], subject, day, day, "not_met", told))
    return rows


def duties_of(chance, book, subject, table) -> list[dict]:
    """All duties of one subject under the standards of a table of chances."""
    rows = []
    drift = chance.random() < 0.15
    for id, numbers in table.items():
        if chance.random() > numbers[4] * (1.8 if drift else 1):
            continue
        step = numbers[0]
        opened = [AS_AT - dt.timedelta(1 + chance.randrange(900))]
        while step and opened[-1] + dt.timedelta(step) <= AS_AT:
            opened.append(opened[-1] + dt.timedelta(step))
        for day in opened:
            place = chance.randrange(2, 900)
            rows.append(timed_duty(chance, book[id], subject, day, day == opened[-1], numbers, place, drift))
    return rows


def invented_rows(children: int, seed: int = 1) -> list[dict]:
    """The duties of so many children, and of a few workers and carers; ids keep zeros, one looks like a formula."""
    chance = random.Random(seed)
    book = {each.id: each for each in standards()}
    rows = []
    for n in range(children):
        subject = f"00{chance.randrange(10**5):05}{n:04}" if n else "=1+2"
        rows += duties_of(chance, book, subject, CHANCES) + standing_duties(chance, book, subject)
    for n in range(children // 10):
        rows += duties_of(chance, book, f"SW{n:03}", {"worker-supervision": OTHERS["worker-supervision"]})
        rows += duties_of(chance, book, f"FC{n:03}", {"carer-review": OTHERS["carer-review"]})
    return rows


def connection_with(rows: list[dict]) -> duckdb.DuckDBPyConnection:
    """A connection as judging leaves it: these duties, nothing not judged, nothing not read."""
    kinds = {"VARCHAR": pa.string(), "DATE": pa.date32(), "INTEGER": pa.int32()}
    connection = duckdb.connect()
    schema = pa.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])
    connection.register("rows", pa.Table.from_pylist(rows, schema=schema))
    connection.execute("CREATE TABLE duties AS SELECT * FROM rows")
    connection.unregister("rows")
    connection.execute("CREATE TABLE not_judged (standard VARCHAR, reason VARCHAR, how_many BIGINT)")
    text = '"file" VARCHAR, "row" BIGINT, "column" VARCHAR, found VARCHAR, expected VARCHAR, left_out VARCHAR'
    connection.execute(f"CREATE TABLE not_read ({text})")
    return connection


def summaries() -> list[ReadSummary]:
    """What reading says of two files."""
    return [
        ReadSummary("Ofsted Annex A", "annex_a.xlsx", rows=5210, with_facts=5100, nothing_to_tell=80, not_read=30,
                    values_left_out=12, ignored=3),
        ReadSummary("SSDA903", "reviews.csv", "cp1252", rows=1480, with_facts=1480),
    ]  # fmt: skip


def coverage() -> list[Coverage]:
    """What the sources bear witness to."""
    first = dt.date(2023, 4, 1)
    return [Coverage("Ofsted Annex A", name, first, AS_AT, "all") for name in ("referral", "protection_plan")] + [
        Coverage("Ofsted Annex A", "missing", first, AS_AT, "some"),
        Coverage("Ofsted Annex A", "protection_visit", first, AS_AT, "latest"),
        Coverage("SSDA903", "review", dt.date(2020, 4, 1), AS_AT, "all"),
        Coverage("SSDA903", "looked_after", dt.date.min, AS_AT, "all"),
    ]


def authority(children: int = 500, seed: int = 1) -> duckdb.DuckDBPyConnection:
    """An invented authority, whole: duties, what was not judged, what was not read."""
    connection = connection_with(invented_rows(children, seed))
    connection.execute(
        """INSERT INTO not_judged VALUES
           ('secure-review', 'no source covers: a deprivation of liberty', NULL),
           ('protection-visit', 'only the latest visit is known, and it was late or an earlier one may hide', 212),
           ('later-review', 'outside the days the source speaks of', 48)"""
    )
    connection.execute(
        """INSERT INTO not_read VALUES
           ('annex_a.xlsx, List 6', 14, 'Date of Birth', '31/02/2020', 'a day of the calendar', 'row'),
           ('annex_a.xlsx, List 6', 90, 'Date of Birth', '30/02/2019', 'a day of the calendar', 'row'),
           ('annex_a.xlsx, List 1', 7, 'Source', 'NOBODY KNOWS', 'a code of the list of referral sources', 'value')"""
    )
    return connection

