"""Ofsted's Annex A: the workbook of eleven lists of children that an authority gives its inspectors.

**What it is.** Contacts, early help, referrals, assessments and enquiries of the six months before (lists 1 to 5); the
children in need, on plans and in care now, or until less than six months ago (6 to 8); care leavers now (9); adoption
and adopters of the twelve months before (10 and 11). It has no day of its own: it bears witness up to the last day it
mentions. Sheets are known by their headers first and by their names second, wherever the header row is.

**Only the latest.** Of visits, reviews, health and dental checks, pathway plans and contacts it holds the last one.

**What is made of it.** Ids that it lacks are made of the child's and the day, as for the census. An episode of list 6
is the referral made on its first day: whether there is a child in need plan is said, but not since when, so none is
told. "Date child was last seen" is a visit to a child in need, unless the child is on a plan or in care, whose visits
lists 7 and 8 hold. A statutory visit is one at which the child was seen. Lists 2, 3 and 5 do not say when early help, a
referral or an enquiry ended, so they are no witness to ends. Of legal statuses and placements the last is known.

**What is not told**, having no day: counts, the plan for permanence, missing episodes, workers, advisers, teams and
accommodation; and when a young person other than a former relevant child began to be owed leaving care services.

Sources of fact: columns and values of January 2024 as in LIIA's schema and sample and D2I's SQL.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from goldenthread.errors import UserError
from goldenthread.formats.annex_a_tables import ONE_OF_MANY, TABLES, header_by
from goldenthread.formats.annex_a_views import OF_CHILDREN, VIEWS, WRONG, check_lists, covers, not_before
from goldenthread.formats.cells_excel import batch_of, is_workbook, sheets
from goldenthread.formats.language import Cells, Fault, Format, Gives, Table, header_key
from goldenthread.standards.vocabulary import (
    adopter_stage_one,
    adopter_stage_two,
    adoption_decision,
    adoption_match,
    adoption_order,
    adoption_reversed,
    assessment,
    care_leaver,
    care_leaver_contact,
    care_visit,
    contact,
    dental_check,
    early_help,
    health_assessment,
    initial_conference,
    iro_contact,
    legal_status,
    looked_after,
    need_visit,
    pathway_plan,
    permanence_step,
    person,
    placed_for_adoption,
    placement,
    placement_order,
    protection_plan,
    protection_visit,
    referral,
    review,
    review_conference,
    section47,
    short_break,
    strategy_discussion,
)

ROWS_BEFORE_HEADER = 30
ENOUGH = 0.3
"""The share of a list's own columns by which a sheet of another name is known; one named after the list needs one."""

NO_LIST = "no sheet of it has the headers of a list of Annex A (List 1 to List 11)."


def recognises(path: Path) -> bool:
    """A workbook with a list in it, or one that cannot be opened: then `rows` says why."""
    if not is_workbook(path):
        return False
    try:
        return any("list" in name.lower() or header_of(rows) for name, rows in sheets(path, ROWS_BEFORE_HEADER))
    except UserError:
        return True


def rows(path: Path) -> Iterator[Cells]:
    """The rows of every sheet that is one of the eleven lists, cut into text cells."""
    found = False
    for name, sheet in sheets(path):
        named = number_of(name)
        header = header_of(sheet, f"list_{named}" if named else None)
        if header:
            found = True
            yield _cells(name, sheet, *header)
        elif named:
            yield _headless(name, named)
    if not found:
        raise UserError(NO_LIST)


NUMBERED = re.compile(
    r"(?:list|annex\s*a)[\W_]*0?(1[01]|[1-9])(?![0-9])"  # List 1, List_01 Contacts, Annex A - 1
    r"|^\W*0?(1[01]|[1-9])[\W_]*(?:[a-z]|$)",  # 1. Contacts
    re.IGNORECASE,
)


def number_of(sheet: str) -> int | None:
    """The number of the list that a sheet is named after."""
    named = NUMBERED.search(sheet)
    return int(named[1] or named[2]) if named else None


def header_of(sheet: list[tuple[int, list[str]]], named: str | None = None) -> tuple[Table, int] | None:
    """The list that a sheet is, and the place of its header; the list it is named after, if its headers allow that."""
    places = [(place, {header_key(cell) for cell in row}) for place, (_, row) in enumerate(sheet[:ROWS_BEFORE_HEADER])]
    scored = [(_share(table, keys), table, place) for place, keys in places for table in TABLES]
    of_name = [each for each in scored if each[0] > 0 and each[1].name == named]
    likely = of_name or [each for each in scored if each[0] >= ENOUGH]
    best = max(likely, key=lambda each: each[0], default=None)
    return best and best[1:]


def _share(table: Table, keys: set[str]) -> float:
    """How many of the columns that tell this list from others are there; none, if one it needs is not."""
    if any(column.required and not column.spellings() & keys for column in table.columns):
        return 0
    own = [column for column in table.columns if not column.spellings() & ONE_OF_MANY]
    return sum(bool(column.spellings() & keys) for column in own) / len(own)


def _cells(name: str, sheet: list, table: Table, place: int) -> Cells:
    headers = _told_apart(sheet[place][1])
    return Cells(table.name, batch_of(headers, sheet[place + 1 :]), part=name, encoding="Excel")


def _told_apart(headers: list[str]) -> list[str]:
    """Headers that differ: a second one of a name, and one without a name, become columns that no list knows."""
    told: list[str] = []
    for number, header in enumerate(headers, start=1):
        again = header_key(header) in {header_key(each) for each in told}
        told.append(f"column {number}" if again or not header else header)
    return told


def _headless(name: str, number: int) -> Cells:
    """A sheet that is named like a list and has no such header."""
    table = next(table for table in TABLES if table.name == f"list_{number}")
    needed = " and ".join(column.name for column in table.columns if column.required)
    columns = [column.name for column in table.columns]
    fault = Fault(None, "", name, f"a header row with {needed}, in the first {ROWS_BEFORE_HEADER} rows", "file")
    return Cells(table.name, batch_of(columns, []), part=name, encoding="Excel", faults=[fault])


NOT_TOLD = "list_3.the day it ended"


def period_of(noun, view: str, start: str, end: str | None = None, *, subject="child", **more) -> Gives:
    """A period out of a list's view."""
    return Gives(noun, view, subject=subject, start=start, end=end, **more)


def column(list_name: str, short: str) -> str:
    """The column of a list, as the files must have it."""
    return f"{list_name}.{header_by(list_name, short)}"


def event_of(noun, view: str, day: str, **more) -> Gives:
    """An event out of a list's view."""
    return Gives(noun, view, subject="child", day=day, **more)


CARE_ENDED = column("list_8", "ended")
NOW = "CAST(NULL AS DATE)"
"""No end: list 9 is of those who are owed leaving care services on its day."""

EVERY_ROW = " UNION ALL ".join(
    f"SELECT ref FROM reading.annex_a_{view} WHERE child IS NOT NULL AND born IS NOT NULL" for view in OF_CHILDREN
)

GIVES = [
    period_of(person, "people", "born", facts={
        "sex": "sex", "ethnicity": "ethnicity", "is_disabled": "is_disabled", "family_id": "family",
    }, uses=EVERY_ROW),
    event_of(contact, "contacts", "received", at="received_at", months=6, facts={"source": "source"}),
    period_of(early_help, "early_help", "started", extent="some", facts={"organisation": "organisation"}),
    period_of(referral, "referrals", "began", "closed", started_at="received_at", months=6, ends_in=NOT_TOLD, facts={
        "referral_id": "referral_id", "source": "source", "primary_need": "need", "closure_reason": "reason",
        "is_no_further_action": "is_no_further_action",
    }, uses="SELECT ref FROM reading.annex_a_in_need WHERE child IS NOT NULL AND started IS NOT NULL"),
    period_of(assessment, "assessments", "started", "authorised", months=6, ends_in=column("list_4", "authorised"), facts={
        "referral_id": "referral_id", "is_child_seen": "is_child_seen", "is_services_needed": "is_services_needed",
    }),
    event_of(strategy_discussion, "enquiries", "started", at="started_at", extent="some"),
    period_of(section47, "enquiries", "started", "ended", started_at="started_at", months=6, ends_in=NOT_TOLD, facts={
        "section47_id": "section47_id", "is_conference_needed": "held IS NOT NULL OR NOT is_unnecessary",
    }),
    event_of(initial_conference, "enquiries", "held", months=6, facts={
        "section47_id": "section47_id", "is_plan_made": "is_plan_made",
    }),
    event_of(need_visit, "in_need", "seen", extent="latest", months=6, facts={"is_seen": "true"},
             where="NOT coalesce(status, '') SIMILAR TO '(?i).*(looked after|protection).*'"),
    period_of(protection_plan, "protected", "started", "ended", months=6, ends_in=column("list_7", "ended"), facts={
        "category": "category", "latest_category": "latest_category", "previous_plans": "previous",
    }),
    event_of(protection_visit, "protected", "visited", extent="latest", months=6, facts={
        "is_seen": "true", "is_alone": "is_alone",
    }),
    event_of(review_conference, "protected", "reviewed", extent="latest", months=6),
    period_of(looked_after, "in_care", "started", "ended", months=6, ends_in=CARE_ENDED, facts={
        "need": "need", "ceased_reason": "nullif(ceased_reason, 'X1')", "is_unaccompanied": "is_unaccompanied",
    }),
    period_of(legal_status, "in_care", "status_since", not_before("status_since", "ended"), extent="some",
              ends_in=CARE_ENDED, facts={"code": "status"}),
    period_of(short_break, "in_care", "status_since", not_before("status_since", "ended"), extent="some",
              ends_in=CARE_ENDED, where="status IN ('V3', 'V4')", none_counts=True, facts={"provision": "'regulation 48'"}),
    period_of(placement, "placements", "placed", "ended", extent="some", ends_in=CARE_ENDED, facts={
        "type": "placement", "provider": "provider", "has_urn": "has_urn",
        "is_temporary": "placement IN ('T0', 'T1', 'T2', 'T3', 'T4')", "is_to_eighteen": "placement IN ('U1', 'U4')",
    }),
    event_of(review, "in_care", "reviewed", extent="latest", months=6),
    event_of(care_visit, "in_care", "visited", extent="latest", months=6),
    event_of(iro_contact, "in_care", "officer_seen", extent="latest", months=6),
    event_of(health_assessment, "in_care", "health", extent="latest", months=6),
    event_of(dental_check, "in_care", "dental", extent="latest", months=6),
    period_of(care_leaver, "former_relevant", "reached_18", NOW, extent="some", ends_in=column("list_9", "category"), facts={
        "category": "'former relevant'", "in_touch": "in_touch", "activity": "activity",
    }),
    event_of(pathway_plan, "leavers", "reviewed", extent="latest"),
    event_of(care_leaver_contact, "leavers", "contacted", extent="latest"),
    event_of(adoption_decision, "adoptions", "decided", months=12),
    period_of(placement_order, "adoptions", "ordered", not_before("ordered", "coalesce(placed, adopted, reversed)"),
              months=12, ends_in=column("list_10", "placed")),
    event_of(adoption_match, "adoptions", "matched", months=12),
    period_of(placed_for_adoption, "adoptions", "placed", not_before("placed", "coalesce(adopted, reversed)"),
              months=12, ends_in=column("list_10", "adopted")),
    period_of(placed_for_adoption, "placed_now", "placed", "ended", extent="some", ends_in=CARE_ENDED, none_counts=True),
    event_of(adoption_order, "adoptions", "adopted", months=12),
    event_of(adoption_reversed, "adoptions", "reversed", months=12),
    event_of(permanence_step, "steps", "happened", extent="some", facts={"step": "step"}),
    period_of(adopter_stage_one, "adopters", "one_started", "one_ended", subject="adopter", months=12,
              ends_in=column("list_11", "one_ended"), where="coalesce(one_ended >= one_started, true)"),
    period_of(adopter_stage_two, "adopters", "two_started", "two_ended", subject="adopter", months=12,
              ends_in=column("list_11", "two_ended"), where="coalesce(two_ended >= two_started, true)"),
]  # fmt: skip

FORMAT = Format(
    name="annex_a",
    title="Annex A",
    expects="Ofsted's Annex A as an .xlsx workbook (List 1 to List 11)",
    rank=5,
    tables=TABLES,
    gives=GIVES,
    recognises=recognises,
    rows=rows,
    views=VIEWS,
    wrong=WRONG,
    check=check_lists,
    covers=covers,
    serial_days=True,
    blanks=("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "NULL"),
)
