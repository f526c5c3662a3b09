"""A duty in sentences, with its law: rendered in SQL, since there are millions, and never showing any.

`told` gives each standard's words; `DUTIES_VIEW` puts them together with the days of each duty.
"""

import datetime as dt
from collections.abc import Iterable

import pyarrow as pa

from goldenthread.codes import calendar
from goldenthread.standards.duty import OPEN_SHORTFALL
from goldenthread.standards.language.limits import Force
from goldenthread.standards.language.nouns import words_of_end
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Always, Every, Never, Within
from goldenthread.standards.thread import ROWS_PER_FILE
from goldenthread.standards.vocabulary import NOUNS

PROVISIONAL = "provisional calendar"
BY_DATE = "judged by date, not hour"
LIFTED = "lifted by: "
LATEST_ONLY = "latest date only"
EXCEPTIONS_UNKNOWN = "exceptions not known"
SINCE_UNKNOWN = "not known since "

NUMBER_IS = {
    Force.LAW: "The number is law.",
    Force.GUIDANCE: "The number is from guidance.",
    Force.LOCAL: "The number is a local standard, which the authority sets.",
    Force.DEFAULT: "The number is a default of Golden Thread, which the authority may set.",
}
DUTY_IS = {
    Force.LAW: "This is law.",
    Force.GUIDANCE: "It stands in law or statutory guidance, without a number.",
    Force.LOCAL: "This is a local standard, which the authority sets.",
    Force.DEFAULT: "This is a default of Golden Thread, not law.",
}


def told(standards: list[Standard], seen: list[dict], as_at: dt.date | None) -> pa.Table:
    """A row of words for each standard, by its place `k` in the list.

    `seen` says of each whether its exceptions are unknown, and the last day the sources speak of (`known_until`).
    """
    rows = [
        _told(k, standard) | sight | {"as_at_day": as_at}
        for k, (standard, sight) in enumerate(zip(standards, seen, strict=True))
    ]
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


def _told(k: int, standard: Standard) -> dict:
    rule = standard.rule
    limit = standard.limit
    stands = (NUMBER_IS if limit and limit.amount else DUTY_IS)[standard.force]
    words = {
        "k": k,
        "standard": standard.id,
        "kind": standard.kind,
        "subject_type": standard.subject,
        "severity": str(standard.severity),
        "force": str(standard.force),
        "responsible": standard.responsible,
        "area": standard.area,
        "verb": type(rule).__name__.lower(),
        "limit_words": standard.limit_words,
        "in_working_days": bool(limit and limit.unit == "working_days"),
        "law": f"{_stop(standard.cites)} {stands}",
        "duty": standard.duty,
        "version": f"{standard.version}; calendar {calendar.VERSION}",
        "exceptions": [noun.one for noun in standard.lifted_by],
        "begun_by": next(rule.nouns()[0].parts()).name,
    }
    return words | _sentences(rule)


def _sentences(rule) -> dict:
    """`opens`, `held` and `ends` are sentences without a stop; `expected` is what is owed."""
    match rule:
        case Within():
            return {"opens": rule.of.began, "held": None, "ends": words_of_end(rule.of), "expected": rule.expect.one}
        case Every():
            return {
                "opens": rule.during.began, "held": rule.expect.began, "ends": words_of_end(rule.during),
                "expected": rule.expect.one,
            }  # fmt: skip
        case Always():
            return {
                "opens": rule.during.one, "held": None, "ends": words_of_end(rule.during), "expected": rule.period.one
            }
        case Never():
            return {"opens": rule.period.began, "held": None, "ends": words_of_end(rule.period), "expected": None}
    raise TypeError(rule)


def _stop(text: str) -> str:
    return text if text.endswith(".") else text + "."


_TEXT = ("standard", "kind", "subject_type", "severity", "force", "responsible", "area", "verb", "limit_words", "law",
         "duty", "version", "opens", "held", "ends", "expected", "begun_by")  # fmt: skip
_SCHEMA = pa.schema(
    [("k", pa.int32())]
    + [(name, pa.string()) for name in _TEXT]
    + [("in_working_days", pa.bool_()), ("exceptions", pa.list_(pa.string()))]
    + [("exceptions_unknown", pa.bool_()), ("known_until", pa.date32()), ("as_at_day", pa.date32())]
)


def _day(column: str) -> str:
    return f"strftime({column}, '%-d %B %Y')"


def _days(column: str) -> str:
    return f"({column} || CASE WHEN {column} = 1 THEN ' day' ELSE ' days' END)"


_CAPITAL = "(upper(s.expected[1]) || s.expected[2:])"
_AS_AT = _day("s.as_at_day")

_NAMED = "CASE WHEN named.said IS NULL THEN '' ELSE ': ' || named.said END"

_OPENING = f"""CASE
    WHEN s.verb = 'within' THEN s.opens || ' on ' || {_day('j.opened_on')} || {_NAMED} || '. ' || {_CAPITAL}
    WHEN j.is_first THEN s.opens || ' on ' || {_day('j.measured_from')} || '. ' || {_CAPITAL}
    ELSE s.held || ' on ' || {_day('j.measured_from')} || '. The next'
END || ' was due by ' || {_day('j.due_on')} || ' (' || s.limit_words || ').'"""

_OUTCOME = f"""CASE
    WHEN j.lifted IS NOT NULL THEN ' That duty was lifted by ' || s.exceptions[j.lifted + 1] || ' on '
        || {_day('j.closed_on')} || '.'
    WHEN j.status = 'met' THEN ' It was done on ' || {_day('j.done_on')} || ', in time.'
    WHEN j.status = 'late' AND j.days_over = 0 THEN ' It was done on ' || {_day('j.done_on')} || ', hours late.'
    WHEN j.status = 'late' THEN ' It was done on ' || {_day('j.done_on')} || ', ' || {_days('j.days_over')} || ' late.'
    WHEN j.status = 'due' THEN ' It is not yet on the record.'
    WHEN j.status = 'ceased' THEN ' ' || s.ends || ' on ' || {_day('j.closed_on')}
        || ', before that day was past, so it was no longer owed.'
    WHEN j.closed_on IS NOT NULL THEN ' None is on the record. ' || s.ends || ' on ' || {_day('j.closed_on')} || ', '
        || {_days('j.days_over')} || ' after it was due: it can no longer be done.'
    ELSE ' None is on the record as at ' || {_AS_AT} || ', ' || {_days('j.days_over')} || ' after it was due.'
END"""

_ALWAYS = f"""CASE
    WHEN j.status = 'met' AND j.done_on = j.opened_on
        THEN {_CAPITAL} || ' was there throughout, from ' || {_day('j.opened_on')} || '.'
    WHEN j.lifted IS NOT NULL THEN {_CAPITAL} || ' was not there from ' || {_day('j.opened_on')}
        || '. That was lifted by ' || s.exceptions[j.lifted + 1] || ' on ' || {_day('j.closed_on')} || '.'
    ELSE {_CAPITAL} || ' was not there from ' || {_day('j.opened_on')} || CASE
        WHEN j.done_on IS NOT NULL THEN ' to ' || {_day('j.done_on')}
        WHEN j.closed_on IS NOT NULL THEN ' until the end, on ' || {_day('j.closed_on')}
        ELSE ', and is still not there as at ' || {_AS_AT}
    END || CASE
        WHEN s.limit_words IS NULL THEN '.' ELSE ' (' || s.limit_words || ' is allowed).' END
END"""

_NEVER = f"""s.opens || ' on ' || {_day('j.opened_on')} || {_NAMED} || CASE
    WHEN j.lifted IS NOT NULL THEN '. That was lifted by ' || s.exceptions[j.lifted + 1] || '.'
    WHEN j.closed_on IS NOT NULL THEN '. ' || s.ends || ' on ' || {_day('j.closed_on')} || '.'
    ELSE '.' END || ' ' || s.duty"""

_STALE = f"({OPEN_SHORTFALL} AND s.known_until < s.as_at_day)"

_SINCE = f"CASE WHEN {_STALE} THEN ' The source speaks only until ' || {_day('s.known_until')} || '.' ELSE '' END"

EXPLANATION = f"""CASE s.verb WHEN 'always' THEN {_ALWAYS} WHEN 'never' THEN {_NEVER}
    ELSE {_OPENING} || {_OUTCOME} END || {_SINCE} || ' ' || s.law"""

CAVEATS = f"""list_filter([
    CASE WHEN s.in_working_days AND year(j.due_on) > {calendar.OFFICIAL_UNTIL} THEN '{PROVISIONAL}' END,
    CASE WHEN j.by_date THEN '{BY_DATE}' END,
    CASE WHEN j.lifted IS NOT NULL THEN '{LIFTED}' || s.exceptions[j.lifted + 1] END,
    CASE WHEN j.by_latest THEN '{LATEST_ONLY}' END,
    CASE WHEN {_STALE} THEN '{SINCE_UNKNOWN}' || s.known_until END,
    CASE WHEN s.exceptions_unknown AND j.status <> 'met' THEN '{EXCEPTIONS_UNKNOWN}' END
], lambda caveat: caveat IS NOT NULL)"""



def _place(ref: str, file: str) -> str:
    """Where a fact was read: as `places` has it, else the file and its row."""
    return f"coalesce({file}_at.place, {file}.name || ':' || ({ref} % {ROWS_PER_FILE}))"


EVIDENCE = f"""to_json({{
    'rows': list_filter([{_place("j.ref", "begun")}, {_place("j.done_ref", "done")}], lambda place: place IS NOT NULL),
    'caveats': {CAVEATS},
    'version': s.version
}})::VARCHAR"""

_DUTIES = f"""SELECT s.standard, s.kind, s.subject_type, j.subject_id, j.opened_on, j.due_on, j.done_on, j.closed_on, j.status,
    j.days_over, s.severity, s.force, s.responsible, {EXPLANATION} AS explanation, {EVIDENCE} AS evidence
FROM judged j JOIN standards_told s USING (k)
LEFT JOIN source_files begun ON begun.file_no = j.ref // {ROWS_PER_FILE}
LEFT JOIN source_files done ON done.file_no = j.done_ref // {ROWS_PER_FILE}
LEFT JOIN places begun_at ON begun_at.ref = j.ref
LEFT JOIN places done_at ON done_at.ref = j.done_ref
LEFT JOIN named_facts named ON named.noun = s.begun_by AND named.ref = j.ref AND named.subject_id = j.subject_id
WHERE j.unseen = 0"""

DUTIES_VIEW = f"CREATE OR REPLACE VIEW duties AS {_DUTIES}"


def with_refs(judged: str = "judged") -> str:
    """The view `duties_with_refs`: the same, with `ref`, that of the fact that began each; of these rows of `judged`."""
    select = _DUTIES.replace(" AS evidence", " AS evidence, j.ref").replace("FROM judged j", f"FROM {judged} j")
    return f"CREATE OR REPLACE VIEW duties_with_refs AS {select}"


def named_view(there: Iterable[str]) -> str:
    """`named_facts(noun, subject_id, ref, said)`: of the nouns that have a table and are named by a fact, what it says."""
    named = [NOUNS[name] for name in sorted(there) if name in NOUNS and NOUNS[name].named_by]
    selects = [
        f"SELECT '{each.name}' AS noun, subject_id, ref, \"{each.named_by}\" AS said FROM \"{each.name}\"" for each in named
    ]
    none = "SELECT '' AS noun, '' AS subject_id, 0::BIGINT AS ref, '' AS said WHERE false"
    return "CREATE OR REPLACE VIEW named_facts AS " + " UNION ALL ".join([*selects, none])


NOTHING_JUDGED = """CREATE OR REPLACE TABLE judged (k INTEGER, subject_id VARCHAR, measured_from DATE, opened_on DATE,
    due_on DATE, done_on DATE, closed_on DATE, status VARCHAR, days_over INTEGER, ref BIGINT, done_ref BIGINT,
    by_date BOOLEAN, is_first BOOLEAN, lifted INTEGER, unseen TINYINT, by_latest BOOLEAN)"""

