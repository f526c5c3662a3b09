"""SSDA903, the national return on children looked after: a folder of CSV files for each year, or the XML.

**What the return is.** One return tells of one collection year, 1 April to 31 March: every episode of care open at any
time in it (with the day it really began), and the reviews, missing episodes, decisions and social workers of that year.
An episode that ended before 1 April is not in it. So coverage runs from the first 1 April of the years present,
without a break, to the last 31 March. Where no name says so, the years are those in which episodes closed, as the
return of a year holds only episodes that closed in it.

**Several years together** are consolidated on the child and the first day; the latest year wins (ssda903_views.py).
The year is the one in the name of the file or its folder (2019-20 and 2020 are one), else that of the folder's latest
start.

**What is not told.** Health, convictions and the questionnaire's score (OC2) and the care leaver's circumstances (OC3)
are said of a year or of about a birthday, never of a day: no day is made up for them. Offers of adoption matches are
known only of children adopted. Social workers, and children missing, are known only of children looked after.
DATE_PLACED is the day of the decision that the child should be placed, not of the placing (DfE rules 115 and 552).

Sources of fact: DfE validation rules 2022-23 to 2026-27; the columns as in data-to-insight/csc-validator-be-903.
"""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from goldenthread.formats.cells_csv import csv_cells, header
from goldenthread.formats.cells_xml import Rows, elements, encoding_of, leaves, local_name, root_tag, within
from goldenthread.formats.language import Cells, Column, Format, Gives, Table, header_key
from goldenthread.formats.ssda903_views import VIEWS, WRONG
from goldenthread.formats.ssda903_years import check_years, covers, end_of_latest_year
from goldenthread.standards.vocabulary import (
    adoption_decision,
    adoption_match,
    adoption_order,
    adoption_reversed,
    allocation,
    deprivation_of_liberty,
    legal_status,
    looked_after,
    missing,
    permanence_step,
    person,
    placed_for_adoption,
    placement,
    placement_order,
    review,
    short_break,
)

SEXES = {"1": "M", "2": "F", "3": "U", "9": "U"}

CHILD = Column("CHILD", "id", also=("child id", "childid", "la child id"), required=True)
DOB = Column("DOB", "day", also=("date of birth",), past=True)


def day(name: str, *, required: bool | str = False, decides: bool = False) -> Column:
    """A column that holds a day."""
    return Column(name, "day", required=required, decides=decides)


def unused(*names: str) -> list[Column]:
    """Columns that nothing on a thread needs."""
    return [Column(name, "unused") for name in names]


# PL_POST is only compared with the next one's, to tell a move from a change of code; it is on no thread.
TABLES = [
    Table("header", [
        CHILD, DOB, Column("SEX", "code", codes="sex", means=SEXES), Column("ETHNIC", "code", codes="ethnicity"),
        Column("UPN", "text"), Column("UASC", "yes_no"), *unused("MOTHER", "MC_DOB", "DUC"),
    ]),
    Table("episodes", [
        CHILD, day("DECOM", required=True), Column("RNE", "code", codes="s903_rne"),
        Column("LS", "code", codes="s903_legal_status"), Column("CIN", "code", codes="s903_category_of_need"),
        # No on=: a list's dates are those of collections, and one of 2025-26 recodes placements that began long before.
        Column("PLACE", "code", codes="s903_placement_type", also=("PL",)),
        Column("PLACE_PROVIDER", "code", codes="s903_placement_provider"), day("DEC", decides=True),
        Column("REC", "code", codes="s903_rec"), Column("URN", "text"),
        Column("REASON_PLACE_CHANGE", "code", codes="s903_reason_place_change"),
        Column("PL_POST", "text"), *unused("HOME_POST", "PL_LA", "PL_LOCATION", "PL_DISTANCE"),
    ]),
    Table("reviews", [
        CHILD, DOB, day("REVIEW", required=True), Column("REVIEW_CODE", "code", codes="s903_review_code"),
    ]),
    Table("uasc", [CHILD, DOB, *unused("SEX", "DUC")]),
    Table("oc2", [CHILD, DOB, *unused(
        "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT",
        "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
    )]),
    Table("oc3", [CHILD, DOB, *unused("IN_TOUCH", "ACTIV", "ACCOM")]),
    Table("ad1", [
        CHILD, DOB, day("DATE_INT"), day("DATE_MATCH"),
        *unused("FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"),
    ]),
    Table("placed_for_adoption", [
        CHILD, DOB, day("DATE_PLACED"), day("DATE_PLACED_CEASED"),
        Column("REASON_PLACED_CEASED", "code", codes="s903_reason_placed_ceased"),
    ]),
    Table("previous_permanence", [CHILD, DOB, *unused("PREV_PERM", "LA_PERM", "DATE_PERM")]),
    Table("missing", [
        CHILD, DOB, Column("MISSING", "code", codes="s903_missing"), day("MIS_START", required=True),
        day("MIS_END", decides=True),
    ]),
    Table("social_workers", [
        CHILD, DOB, Column("SW_ID", "id"), day("SW_DECOM", required=True), day("SW_DEC", decides=True),
        Column("SW_REASON", "code", codes="s903_sw_reason"),
    ]),
    Table("deprivations", [CHILD, DOB, day("DOLO_START", required=True), day("DOLO_END", decides=True)]),
]  # fmt: skip

KNOWN_BY = {
    "episodes": {"decom"}, "reviews": {"review"}, "oc2": {"immunisations"}, "oc3": {"intouch"}, "ad1": {"datematch"},
    "placed_for_adoption": {"dateplaced"}, "previous_permanence": {"prevperm"}, "missing": {"misstart"},
    "social_workers": {"swdecom"}, "deprivations": {"dolostart"}, "header": {"ethnic"}, "uasc": {"duc"},
}  # fmt: skip
"""The header of a column that only this table has, tried in this order: the return's files have no fixed names."""

NAMED = {
    "episodes": "episode", "reviews": "review", "oc2": "oc2", "oc3": "oc3", "ad1": "ad1",
    "placed_for_adoption": "placed|should_be_adopted|sbpfa", "previous_permanence": "prev", "missing": "missing",
    "social_workers": "sw_?episode|social_?worker", "deprivations": "dolo", "uasc": "uasc", "header": "header",
}  # fmt: skip


def table_of(path: Path) -> str | None:
    """Which file of the return this CSV file is: by its header first, by its name second; None where it is none."""
    keys = {header_key(name) for name in header(path)}
    if not keys & CHILD.spellings():
        return None
    by_header = next((table for table, marks in KNOWN_BY.items() if marks <= keys), None)
    return by_header or next((table for table, name in NAMED.items() if re.search(name, path.stem, re.I)), None)


def recognises(path: Path) -> bool:
    """A CSV file with the headers, or else the name, of one of the return's files; or the return's XML."""
    if path.suffix.lower() == ".xml":
        return root_tag(path) == "EXPSSDA903"
    return path.suffix.lower() == ".csv" and table_of(path) is not None


def rows(path: Path) -> Iterator[Cells]:
    """The file's rows, cut into text cells."""
    if path.suffix.lower() == ".xml":
        return xml_rows(path)
    return csv_cells(path, table_of(path))


XML_COLUMNS = {
    table.name: ["CHILD", *(column.name for column in table.columns if column is not CHILD)] for table in TABLES
}
XML_GROUPS = {
    "AREVIEW": "reviews", "AMISSING": "missing", "AD_PLACED": "placed_for_adoption", "OC2": "oc2",
    "PERMANENCE": "previous_permanence", "EPISODE": "episodes",
}  # fmt: skip
XML_GROUPS_BY_LEAF = {"SW_DECOM": "social_workers", "DOLO_START": "deprivations"}
"""Groups whose element's name is in no published sample, known by a leaf that only they have."""


def xml_rows(path: Path) -> Iterator[Cells]:
    """The XML form: the same columns, a child at a time (EXPSSDA903/CHILD/HEADER and EPISODE)."""
    gathered = Rows(XML_COLUMNS)
    for child in elements(path, ["CHILD"]):
        gathered.encoding = encoding_of(child)
        _take_child(gathered, child)
        yield from gathered.full()
    yield from gathered.rest()


def _take_child(gathered: Rows, child) -> None:
    head = next(iter(within(child, "HEADER")), child)
    about = leaves(head)
    always = {"CHILD": about.get("CHILDID") or about.get("CHILD"), "DOB": about.get("DOB")}
    gathered.add("header", child.sourceline, about | always)
    if about.get("DATE_INT") or about.get("DATE_MATCH"):
        gathered.add("ad1", head.sourceline, about | always)
    for group in [*head, *(each for each in child if each is not head)]:
        inside = leaves(group)
        by_leaf = next((table for leaf, table in XML_GROUPS_BY_LEAF.items() if leaf in inside), None)
        table = XML_GROUPS.get(local_name(group), by_leaf)
        if table:
            gathered.add(table, group.sourceline, always | _named_as_in_csv(inside))


def _named_as_in_csv(values: dict[str, str]) -> dict[str, str]:
    return {"PLACE" if name == "PL" else name: text for name, text in values.items()}


def every(table: str, *columns: str) -> str:
    """The rows of a table that tell of what its view tells, those of earlier years too."""
    filled = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    return f"SELECT ref FROM reading.ssda903_{table} WHERE {filled}"


EPISODES = every("episodes", "CHILD", "DECOM")
UNACCOMPANIED = """SELECT each.ref FROM reading.ssda903_unaccompanied each
    JOIN reading.ssda903_periods USING (CHILD) WHERE is_unaccompanied"""


def period_of(noun, view: str, *, ends_in: str = "episodes.DEC", **more) -> Gives:
    """A period out of one of the return's views."""
    return Gives(noun, view, subject="CHILD", start="starts", end="ends", ends_in=ends_in, **more)


GIVES = [
    Gives(person, "people", subject="CHILD", start="DOB", facts={
        "sex": "SEX", "ethnicity": "ETHNIC", "has_upn": "has_upn",
    }, uses=every("header", "CHILD", "DOB")),
    Gives(person, "people_elsewhere", subject="CHILD", start="DOB", uses="""
        SELECT each.ref FROM reading.ssda903_births each JOIN reading.ssda903_people_elsewhere USING (CHILD, DOB)
    """),
    period_of(looked_after, "periods", uses=f"{EPISODES} UNION ALL {UNACCOMPANIED}", facts={
        "need": "CIN", "ceased_reason": "ceased_reason", "is_unaccompanied": "is_unaccompanied",
    }),
    period_of(legal_status, "legal_statuses", facts={"code": "LS"}),
    period_of(placement, "placements", facts={
        "type": "PLACE", "provider": "PLACE_PROVIDER", "has_urn": "has_urn", "change_reason": "change_reason",
        "is_temporary": "PLACE IN ('T0', 'T1', 'T2', 'T3', 'T4')", "is_to_eighteen": "PLACE IN ('U1', 'U4')",
    }),
    period_of(short_break, "breaks", where="is_break", none_counts=True, facts={"provision": "'regulation 48'"}),
    period_of(placed_for_adoption, "placings", where="is_placed", none_counts=True, facts={
        "provision": "CASE WHEN PLACE IN ('A3', 'A4') THEN 'with consent' ELSE 'under a placement order' END",
    }),
    period_of(placement_order, "orders", where="is_waiting", none_counts=True),
    Gives(review, "reviews_held", subject="CHILD", day="REVIEW", facts={"participation": "REVIEW_CODE"},
          uses=every("reviews", "CHILD", "REVIEW")),
    Gives(adoption_decision, "decisions", subject="CHILD", day="DATE_PLACED",
          uses=every("placed_for_adoption", "CHILD", "DATE_PLACED")),
    Gives(adoption_decision, "ad1", subject="CHILD", day="DATE_INT", extent="some"),
    Gives(adoption_reversed, "decisions", subject="CHILD", day="DATE_PLACED_CEASED"),
    Gives(adoption_match, "ad1", subject="CHILD", day="DATE_MATCH", extent="some"),
    Gives(adoption_order, "periods", subject="CHILD", day="ends", where="ceased_reason IN ('E11', 'E12')",
          none_counts=True),
    Gives(permanence_step, "steps", subject="CHILD", day="happened", facts={"step": "step"}, extent="some"),
    period_of(missing, "absences", ends_in="missing.MIS_END", facts={"kind": "MISSING"}, extent="some",
              uses=every("missing", "CHILD", "MIS_START")),
    period_of(allocation, "workers", ends_in="social_workers.SW_DEC", extent="some",
              facts={"worker_id": "SW_ID", "change_reason": "SW_REASON"}, uses=every("social_workers", "CHILD", "SW_DECOM")),
    period_of(deprivation_of_liberty, "liberty", ends_in="deprivations.DOLO_END",
              uses=every("deprivations", "CHILD", "DOLO_START")),
]  # fmt: skip


def as_at(connection) -> dt.date | None:
    """The 31 March on or after the latest start that has happened; never a day still to come."""
    end = end_of_latest_year(connection)
    today = dt.datetime.now(ZoneInfo("Europe/London")).date()
    return min(end, today) if end else None


FORMAT = Format(
    name="ssda903",
    title="SSDA903 return",
    expects="the files of an SSDA903 return (episodes.csv, header.csv, reviews.csv, …), or its XML",
    rank=3,
    tables=TABLES,
    gives=GIVES,
    recognises=recognises,
    rows=rows,
    views=VIEWS,
    wrong=WRONG,
    check=check_years,
    as_at=as_at,
    as_at_why="the 31 March on or after the latest episode in the SSDA903 return, or today if that is sooner",
    covers=covers,
)
