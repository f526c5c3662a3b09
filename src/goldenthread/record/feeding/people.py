"""Reads who people are out of the Standard Safeguarding Dataset: names, families, addresses, workers, teams.

The formats leave these out on purpose: nothing that judges needs them. Only the record does.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from goldenthread.formats import ssd
from goldenthread.formats.cells_database import is_sqlite, postgres_cells, sqlite_cells
from goldenthread.formats.language import Cells, Column, Format, Table
from goldenthread.formats.read import Reading
from goldenthread.formats.sources import find
from goldenthread.formats.ssd_gives import IS_ADVISER, IS_IRO, IS_SOCIAL_WORKER
from goldenthread.formats.ssd_tables import NOT_KNOWN, USED, days, ids, subject


def texts(*names: str) -> list[Column]:
    """Text, which may be blank."""
    return [Column(name, "text") for name in names]


def _person() -> list[Column]:
    return [*USED["person"], *texts("pers_forename", "pers_surname"), Column("pers_is_mother", "yes_no", means=NOT_KNOWN)]


TABLES = [
    Table("person", _person()),
    Table("family", [subject("fami_person_id"), Column("fami_family_id", "id", required="row")]),
    Table("mother", [subject("moth_childs_person_id"), Column("moth_person_id", "id", required="row")]),
    Table("address", [subject("addr_person_id"), *ids("addr_table_id"), *texts("addr_address_type", "addr_address_postcode"),
                      *days("addr_address_start_date", "addr_address_end_date"), Column("addr_address_json", "text")]),
    Table("professionals", [Column("prof_professional_id", "id", required="row"), *ids("prof_professional_department"),
                            *texts("prof_professional_name", "prof_professional_job_title",
                                   "prof_social_worker_registration_no"),
                            Column("prof_agency_worker_flag", "yes_no", means=NOT_KNOWN)]),
    Table("department", [Column("dept_team_id", "id", required="row"), *ids("dept_team_parent_id"),
                         *texts("dept_team_name", "dept_team_parent_name")]),
    Table("involvements", [*ids("invo_professional_id", "invo_professional_team"), *texts("invo_professional_role_id"),
                           Column("invo_involvement_start_date", "day", required="row"), *days("invo_involvement_end_date"),
                           subject("invo_person_id"), *texts("invo_worker_change_reason")]),
]  # fmt: skip
NAMES = {ssd.PREFIX + table.name: table.name for table in TABLES}


def _rows(place: Path | str) -> Iterator[Cells]:
    """The cells of these tables only."""
    if isinstance(place, str):
        return postgres_cells(place, NAMES)
    if place.suffix.lower() not in (".csv", ".parquet"):
        return sqlite_cells(place, NAMES)
    return ssd.rows(place)


FORMAT = Format(
    name="people", title="People", expects="the Standard Safeguarding Dataset", rank=0, tables=TABLES, gives=[],
    recognises=ssd.recognises, rows=_rows, blanks=ssd.FORMAT.blanks,
)  # fmt: skip

CAPACITY = f"""CASE WHEN {IS_IRO} THEN 'reviewing_officer' WHEN regexp_matches(role, 'conference chair|\\bcp chair')
    THEN 'conference_chair' WHEN {IS_ADVISER} THEN 'personal_adviser' WHEN {IS_SOCIAL_WORKER} THEN 'social_worker'
    WHEN regexp_matches(role, 'family support|support worker') THEN 'family_support' END"""

FIELDS = {
    "forename": "pers_forename", "surname": "pers_surname", "born_on": "pers_dob", "expected_on": "pers_expected_dob",
    "died_on": "pers_death_date", "sex": "pers_sex", "ethnicity": "pers_ethnicity", "upn": "pers_upn",
}  # fmt: skip
"""What of a Person each column tells."""

QUERIES = {
    "people": "SELECT pers_person_id AS number, " + ", ".join(f"{column} AS {name}" for name, column in FIELDS.items())
        + ", coalesce(pers_is_mother, false) AS is_mother FROM reading.people_person"
          " WHERE pers_person_id IS NOT NULL QUALIFY row_number() OVER (PARTITION BY pers_person_id ORDER BY ref) = 1",
    "families": """SELECT DISTINCT fami_family_id AS family, fami_person_id AS number FROM reading.people_family
        WHERE fami_family_id IS NOT NULL AND fami_person_id IS NOT NULL ORDER BY ALL""",
    "mothers": """SELECT DISTINCT moth_person_id AS mother, moth_childs_person_id AS child FROM reading.people_mother
        WHERE moth_person_id IS NOT NULL AND moth_childs_person_id IS NOT NULL ORDER BY ALL""",
    "addresses": """SELECT addr_person_id AS number, addr_address_json AS json, addr_address_type AS type,
            addr_address_postcode AS postcode, addr_address_start_date AS started_on, addr_address_end_date AS ended_on
        FROM reading.people_address WHERE addr_person_id IS NOT NULL ORDER BY addr_person_id, started_on, addr_table_id, ref""",
    "workers": """SELECT prof_professional_id AS number, prof_professional_name AS name,
            prof_social_worker_registration_no AS registration, prof_agency_worker_flag AS is_agency,
            lower(coalesce(prof_professional_job_title, '')) AS job, prof_professional_department AS team
        FROM reading.people_professionals WHERE prof_professional_id IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY prof_professional_id ORDER BY ref) = 1""",
    "teams": """SELECT dept_team_id AS number, dept_team_name AS name, dept_team_parent_id AS above,
            dept_team_parent_name AS above_name
        FROM reading.people_department WHERE dept_team_id IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY dept_team_id ORDER BY ref) = 1""",
    "held": f"""SELECT number, worker, team, {CAPACITY} AS capacity, started_on, ended_on, change_reason FROM (
        SELECT invo_person_id AS number, invo_professional_id AS worker, invo_professional_team AS team,
            lower(CASE WHEN regexp_matches(invo_professional_role_id, '[A-Za-z]{{2}}') THEN invo_professional_role_id
                ELSE prof_professional_job_title END) AS role,
            invo_involvement_start_date AS started_on, invo_involvement_end_date AS ended_on,
            invo_worker_change_reason AS change_reason, i.ref
        FROM reading.people_involvements i LEFT JOIN (
            SELECT prof_professional_id, any_value(prof_professional_job_title) AS prof_professional_job_title
            FROM reading.people_professionals GROUP BY 1) ON prof_professional_id = invo_professional_id)
        WHERE {CAPACITY} IS NOT NULL AND number IS NOT NULL AND started_on IS NOT NULL ORDER BY ref""",
}  # fmt: skip


@dataclass
class People:
    """Who people are, as rows (dicts) of each of QUERIES. `told`: the names of FIELDS whose columns the source has.

    `tables`: the tables (of TABLES) it has. `not_read`: (table, row, column, found, expected) of what could not be read.
    """

    rows: dict[str, list[dict]] = field(default_factory=lambda: {name: [] for name in QUERIES})
    told: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    not_read: list[tuple] = field(default_factory=list)


def read_people(paths: Sequence[str | Path]) -> People:
    """Read them; nothing where no path is of the Standard Safeguarding Dataset. UserError names unusable files."""
    places = [(place, shown) for fmt, place, shown in find(paths).files if fmt is ssd.FORMAT and _is_wanted(place)]
    people = People()
    if not places:
        return people
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        reading = Reading(connection)
        reading.begin()
        reading.create_tables(FORMAT)
        for place, shown in places:
            reading.read_file(FORMAT, place, shown)
        for name, query in QUERIES.items():
            people.rows[name] = _dicts(connection, query)
        people.tables = {table for _, table in reading.headers}
        seen = reading.headers.get(("people", "person"), set())
        people.told = {name for name, column in FIELDS.items() if column in seen}
        people.not_read = _not_read(connection)
    return people


def _is_wanted(place: Path | str) -> bool:
    if isinstance(place, str) or place.suffix.lower() not in (".csv", ".parquet"):
        return isinstance(place, str) or is_sqlite(place)
    return ssd.table_of(place) in NAMES.values()


def _dicts(connection, query: str) -> list[dict]:
    result = connection.execute(query)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _not_read(connection) -> list[tuple]:
    """What only this reading could not read: the formats tell of the rest."""
    told = {column.name for columns in USED.values() for column in columns}
    rows = connection.execute('SELECT file, "row", "column", found, expected FROM not_read').fetchall()
    return [row for row in rows if str(row[2]).lower() not in told]


def lines_of(address: str | None) -> str:
    """The lines of an address as a letter has them, from JSON or as they stand."""
    try:
        parts = json.loads(address or "")
    except ValueError:
        return (address or "").strip()
    if not isinstance(parts, dict):
        return str(parts)
    said = {key.upper(): str(value).strip() for key, value in parts.items() if value not in (None, "")}
    street = " ".join(filter(None, (said.pop("HOUSE", ""), said.pop("STREET", ""))))
    rest = [said[key] for key in ("ROOM", "FLOOR", "FLAT", "BUILDING") if key in said]
    after = [said[key] for key in said if key not in ("ROOM", "FLOOR", "FLAT", "BUILDING", "UPRN", "EASTING", "NORTHING")]
    return "\n".join(filter(None, [*rest, street, *after]))
