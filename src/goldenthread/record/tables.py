"""Facts that are kept in tables of their own: who people are, who holds a child, who works here, who lives with whom."""

import json

import pyarrow as pa
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection as record
from django.db.models import BooleanField

from goldenthread.formats.parse import literal
from goldenthread.record import links, risks
from goldenthread.record.models import Allocation, Person
from goldenthread.record.past import NOW, Past
from goldenthread.record.scan import scan, text
from goldenthread.record.some import Some
from goldenthread.standards import vocabulary as v
from goldenthread.workforce.models import Worker
from goldenthread.workforce.remembered import Remembered, said_at

NOUNS_OF = (
    v.person, v.allocation, v.handover, v.reviewing_officer, v.personal_adviser, v.employment, v.risk_person_at_home,
    v.risk_person_contact, v.linked_exploitation,
)  # fmt: skip
"""The nouns these tables give."""

STEP = 10**12
"""What sets the refs of a table's rows apart from those of the next, and from facts' ids."""

PEOPLE = """id BIGINT, number VARCHAR, merged_into_id BIGINT, born_on VARCHAR, died_on VARCHAR, sex VARCHAR, ethnicity VARCHAR,
    is_disabled INTEGER, has_upn INTEGER, upn VARCHAR, had_record INTEGER, source VARCHAR, gone_at VARCHAR"""
HELD = """id BIGINT, person_id BIGINT, worker VARCHAR, capacity VARCHAR, state VARCHAR, started_on VARCHAR, ended_on VARCHAR,
    change_reason VARCHAR, has_handover INTEGER"""
WORKERS = """id BIGINT, number VARCHAR, role VARCHAR, started_on VARCHAR, left_on VARCHAR, is_newly_qualified INTEGER,
    is_agency INTEGER"""

SURVIVORS = """CREATE OR REPLACE TABLE record_people AS
    WITH RECURSIVE chain AS (
        SELECT id, number AS own, id AS last FROM scanned_people WHERE merged_into_id = -1
        UNION ALL SELECT p.id, p.number, chain.last FROM scanned_people p JOIN chain ON p.merged_into_id = chain.id)
    SELECT chain.id, chain.own, p.number FROM chain JOIN scanned_people p ON p.id = chain.last"""


def is_postgres() -> bool:
    """Whether the record is kept in PostgreSQL."""
    return record.vendor == "postgresql"


def _yes_no(column: str) -> str:
    """SQL: 1, 0, or -1 where it is not known."""
    return f"CASE WHEN {column} IS NULL THEN -1 WHEN {column} THEN 1 ELSE 0 END"


def scan_people(connection, of: Some | None = None, past: Past = NOW) -> None:
    """`record_people(id, own, number)`: of everyone their own number, and that under which the record goes on."""
    whose = of.persons("id") if of else by_then("recorded_at", past)
    scan(connection, "scanned_people", PEOPLE, f"""SELECT id, number, coalesce(merged_into_id, -1), {text("born_on")},
        {text("died_on")}, sex, ethnicity, {_yes_no("is_disabled")}, {_yes_no("has_upn")}, upn,
        {_yes_no("had_record")}, source, {text("gone_at")} FROM record_person WHERE {whose}""")  # fmt: skip
    _put_back(connection, "scanned_people", Person, past)
    connection.execute(SURVIVORS)


def by_then(column: str, past: Past) -> str:
    """SQL: whether a row was recorded before the moment."""
    return f"{column} < {moment_of(past)}" if past.moment else "true"


def moment_of(past: Past) -> str:
    """SQL: the moment, as the record's database holds moments."""
    return literal(f"{past.moment:%Y-%m-%d %H:%M:%S}" + ("+00" if is_postgres() else ""))


def _put_back(connection, name: str, model: type[Remembered], past: Past) -> None:
    """Have the rows of a scanned table say what they said at the moment; its columns are named as the model's."""
    changed = said_at(model, past.moment) if past.moment else {}
    if not changed:
        return
    was = pa.table({"id": list(changed), "said": [json.dumps(said, cls=DjangoJSONEncoder) for said in changed.values()]})
    scanned = {column for column, *_ in connection.execute(f"DESCRIBE {name}").fetchall()}
    columns = ", ".join(f"{column} = {_said(model, column)}" for column in model.remembers if column in scanned)
    connection.register("was", was)
    connection.execute(f"UPDATE {name} SET {columns} FROM was WHERE was.id = {name}.id")
    connection.unregister("was")


def _said(model: type[Remembered], column: str) -> str:
    """SQL: what a row said of a column, as `scan` has it: no NULL."""
    said, kind = f"was.said ->> '{column}'", model._meta.get_field(column)
    if isinstance(kind, BooleanField):
        return f"coalesce(CAST(CAST({said} AS BOOLEAN) AS INTEGER), -1)"
    return f"coalesce(CAST({said} AS BIGINT), -1)" if kind.is_relation else f"coalesce({said}, '')"


def add_facts(connection, of: Some | None = None, past: Past = NOW) -> None:
    """Put these tables' facts among `record_facts`, where no feed tells of the same."""
    then = by_then("{}.recorded_at", past)
    whose, who = (of.persons("person_id"), of.numbered("number")) if of else (then.format("a"), then.format("workforce_worker"))
    scan(connection, "scanned_held", HELD, f"""SELECT a.id, person_id, coalesce(w.number, ''), capacity, state,
        {text("a.started_on")}, {text("a.ended_on")}, change_reason, CASE WHEN handover = '' THEN 0 ELSE 1 END
        FROM record_allocation a LEFT JOIN workforce_worker w ON w.id = a.worker_id
        WHERE a.source = '' AND {whose}""")
    scan(connection, "scanned_workers", WORKERS, f"""SELECT id, number, role, {text("started_on")}, {text("left_on")},
        {_yes_no("is_newly_qualified")}, {_yes_no("is_agency")} FROM workforce_worker WHERE {who}""")
    _put_back(connection, "scanned_held", Allocation, past)
    _put_back(connection, "scanned_workers", Worker, past)
    for number, select in enumerate(_SELECTS, 1):
        connection.execute(f"INSERT INTO record_facts {select.format(first=number * STEP)}")
    for name in ("scanned_people", "scanned_held", "scanned_workers"):
        connection.execute(f"DROP TABLE {name}")
    _add_reckoned(connection, of, past)


def _add_reckoned(connection, of: Some | None, past: Past) -> None:
    """What is reckoned from several rows at once: risks.py and links.py; few, and where no feed tells of the same."""
    people = of.people if of else None
    if people is not None and not people:
        return
    first = (len(_SELECTS) + 1) * STEP
    reckoned = [*risks.facts(people, past), *links.facts(people, past)]
    told = [(first + n, each.noun, each.number, each.started_on, each.ended_on, json.dumps(each.facts), each.place)
            for n, each in enumerate(reckoned)]  # fmt: skip
    if told:
        connection.executemany("INSERT INTO record_facts VALUES (?, ?, ?, ?, ?, NULL, NULL, ?, 0, ?)", told)


def _known(column: str) -> str:
    return f"CASE {column} WHEN 1 THEN true WHEN 0 THEN false END"


def _json(**facts: str) -> str:
    """SQL: the facts as JSON; what is not known is left out."""
    pairs = ", ".join(f"'{name}', {sql}" for name, sql in facts.items())
    return f"json_merge_patch('{{{{}}}}', json_object({pairs}))"


def _select(noun, table: str, facts: str, subject: str, start: str, end: str, place: str, where: str) -> str:
    return f"""SELECT {{first}} + t.id, {literal(noun.name)}, {subject}, CAST({start} AS DATE),
        CAST(nullif({end}, '') AS DATE), NULL, NULL, CAST({facts} AS VARCHAR), 0, '{place} ' || t.id
        FROM {table} t {where}"""


def _holding(noun, capacity: str, facts: str, extra: str = "worker <> ''", end: str = "t.ended_on") -> str:
    """Unless the allocation has told the thread itself, when it was made (record/actions/holding.py)."""
    told = f"SELECT 1 FROM record_facts f WHERE f.noun = '{noun.name}' AND f.place = 'allocation ' || t.id"
    where = f"state = 'accepted' AND capacity = '{capacity}' AND {extra} AND NOT EXISTS ({told})"
    join = f"JOIN record_people who ON who.id = t.person_id WHERE {where}"
    return _select(noun, "scanned_held", facts, "who.number", "t.started_on", end, "allocation", join)


_NONE = "'{{}}'"
_LIFE = _json(sex="nullif(t.sex, '')", ethnicity="nullif(t.ethnicity, '')", is_disabled=_known("t.is_disabled"),
              has_upn=f"coalesce({_known('t.has_upn')}, CASE WHEN t.upn <> '' THEN true END)")  # fmt: skip
_SELECTS = (
    _select(v.person, "scanned_people", _LIFE, "t.number", "t.born_on", "t.died_on", "person", """WHERE
        had_record = 1 AND merged_into_id = -1 AND gone_at = '' AND born_on <> '' AND (source = '' OR NOT EXISTS (
            SELECT 1 FROM record_facts f WHERE f.noun = 'person' AND f.subject_id = t.number))"""),
    _holding(v.allocation, "social_worker", _json(worker_id="worker", change_reason="nullif(change_reason, '')")),
    _holding(v.handover, "social_worker", _NONE, "has_handover = 1", end="''"),
    _holding(v.reviewing_officer, "reviewing_officer", _NONE),
    _holding(v.personal_adviser, "personal_adviser", _NONE),
    _select(v.employment, "scanned_workers",
            _json(is_newly_qualified=_known("is_newly_qualified"), is_agency=_known("is_agency")), "t.number", "t.started_on",
            "t.left_on", "worker", """WHERE role = 'social_worker' AND t.started_on <> '' AND NOT EXISTS (
            SELECT 1 FROM record_facts f WHERE f.noun = 'employment' AND f.subject_id = t.number)"""),
)  # fmt: skip
