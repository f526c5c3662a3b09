"""A duty in sentences, with its law: rendered in SQL, since there are millions, and never showing any.

`told` gives each standard's words; `DUTIES_VIEW` puts them together with the days of each duty.
"""

import datetime as dt
import re
from collections.abc import Iterable

import pyarrow as pa

from goldenthread.codes import calendar
from goldenthread.standards.duty import OPEN_SHORTFALL
from goldenthread.standards.language.limits import Force
from goldenthread.standards.language.nouns import Age, Both, Noun, words_of_end
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
    Force.LAW: "The time limit is law.",
    Force.GUIDANCE: "The time limit is in the guidance named here.",
    Force.LOCAL: "The time limit is a local standard, which the authority sets.",
    Force.DEFAULT: "The time limit is a default of Golden Thread, which the authority may set.",
}
DUTY_IS = {
    Force.LAW: "This is law.",
    Force.GUIDANCE: "The law or guidance named here asks for this, and sets no time limit.",
    Force.LOCAL: "This is a local standard, which the authority sets.",
    Force.DEFAULT: "What is asked here is a default of Golden Thread, not the words of a law.",
}
QUESTION_IS = {
    Force.LAW: "What it asks about is law.",
    Force.GUIDANCE: "What it asks about is in the law or guidance named here.",
    Force.LOCAL: "The authority sets what it asks about.",
    Force.DEFAULT: "Golden Thread asks it; no law does.",
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


def stands(standard: Standard) -> str:
    """What stands behind its number (or, without a number, behind the duty or the question), in a sentence."""
    if standard.limit and standard.limit.amount:
        return NUMBER_IS[standard.force]
    return (QUESTION_IS if standard.kind == "question" else DUTY_IS)[standard.force]


def law(standard: Standard) -> str:
    """Where it comes from, whether it is a question, and what stands behind it: the last sentences of an explanation."""
    question = "This is a question, not a duty. " if standard.kind == "question" else ""
    return f"Source: {_stop(standard.cites)} {question}{stands(standard)}"


def on_a_day(sentence: str) -> str:
    """A noun's sentence as it reads after "On 3 March 2025": "the child was referred"."""
    return sentence[0].lower() + sentence[1:]


def none_of(one: str) -> str:
    """What a noun is called as it reads after "There was": "no allocated social worker"."""
    return re.sub("^((an?|the) )?", "no ", one)


def _told(k: int, standard: Standard) -> dict:
    rule = standard.rule
    limit = standard.limit
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
        "limit_words": f"{standard.limit_words}{_beforehand(rule)}" if limit else None,
        "in_working_days": bool(limit and limit.unit == "working_days"),
        "law": law(standard),
        "duty": standard.duty,
        "version": f"{standard.version}; calendar {calendar.VERSION}",
        "exceptions": [noun.one for noun in standard.lifted_by],
        "owed": "asked" if standard.kind == "question" else "owed",
        "begun_by": next(rule.nouns()[0].parts()).name,
    }
    return words | _sentences(rule)


def _beforehand(rule) -> str:
    """That what was done before counts as well. How long before is said where that is no more ours than the limit is."""
    if not isinstance(rule, Within) or rule.look_back is None:
        return ""
    if rule.force in (Force.LAW, Force.GUIDANCE):
        return ", or beforehand"
    return f", or in the {rule.look_back.words.removeprefix('1 ')} before"


def _sentences(rule) -> dict:
    """`opens`, `held`, `ends` follow the day; `expected` is what is owed, `none` what was not there.

    `from_age`: the birthday from which it is owed, 0 that of birth, where one may be what begins it.
    """
    opening, expected, held = _parts(rule)
    return {
        "opens": on_a_day(opening.began), "held": held and on_a_day(held.began), "ends": on_a_day(words_of_end(opening)),
        "expected": expected and expected.one, "none": expected and none_of(expected.one),
        "from_age": _from_age(opening),
    }  # fmt: skip


def _parts(rule) -> tuple[Noun, Noun | None, Noun | None]:
    match rule:
        case Within():
            return rule.of, rule.expect, None
        case Every():
            return rule.during, rule.expect, rule.expect
        case Always():
            return rule.during, rule.period, None
        case Never():
            return rule.period, None, None
    raise TypeError(rule)


def _from_age(opening: Noun) -> int | None:
    if isinstance(opening, Both) and opening.lasts and isinstance(opening.right, Age):
        return opening.right.from_age or 0
    return None


def _stop(text: str) -> str:
    return text if text.endswith(".") else text + "."


_TEXT = ("standard", "kind", "subject_type", "severity", "force", "responsible", "area", "verb", "limit_words", "law",
         "duty", "version", "opens", "held", "ends", "expected", "none", "owed", "begun_by")  # fmt: skip
_SCHEMA = pa.schema(
    [("k", pa.int32()), ("from_age", pa.int32())]
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


def _on(column: str) -> str:
    return f"'On ' || {_day(column)} || ' '"


def _came_of_age(column: str) -> str:
    """Whether a day is the birthday from which it is owed; someone born on 29 February has it on 1 March."""
    birthday = "births.born_on + to_years(s.from_age)"
    return f"{column} = ({birthday} + to_days(day(births.born_on) - day({birthday})))::DATE"


def _opens(column: str) -> str:
    """What began it; or, where a birthday did, that."""
    return f"""{_on(column)} || CASE WHEN NOT coalesce({_came_of_age(column)}, false) THEN s.opens
        WHEN s.from_age = 0 THEN 'the child was born' ELSE 'the child reached ' || s.from_age END"""


_OPENING = f"""CASE
    WHEN s.verb = 'within' THEN {_opens('j.opened_on')} || {_NAMED} || '. ' || {_CAPITAL}
    WHEN j.is_first THEN {_opens('j.measured_from')} || '. ' || {_CAPITAL}
    ELSE {_on('j.measured_from')} || s.held || '. The next'
END || CASE WHEN j.status = 'due' THEN ' is due by ' ELSE ' was due by ' END || {_day('j.due_on')}
    || ' (' || s.limit_words || ').'"""

_LIFTED = "', because of ' || s.exceptions[j.lifted + 1] || '.'"

_OUTCOME = f"""CASE
    WHEN j.lifted IS NOT NULL THEN ' That was lifted on ' || {_day('j.closed_on')} || {_LIFTED}
    WHEN j.status = 'met' THEN ' It came on ' || {_day('j.done_on')} || ', in time.'
    WHEN j.status = 'late' AND j.days_over = 0 THEN ' It came on ' || {_day('j.done_on')} || ', some hours late.'
    WHEN j.status = 'late' THEN ' It came on ' || {_day('j.done_on')} || ', ' || {_days('j.days_over')} || ' late.'
    WHEN j.status = 'due' THEN ' It is not yet on the record.'
    WHEN j.status = 'ceased' THEN ' ' || {_on('j.closed_on')} || s.ends
        || ', before that day was past, so it was no longer ' || s.owed || '.'
    WHEN j.closed_on IS NOT NULL THEN ' None is on the record. ' || {_on('j.closed_on')} || s.ends || ', '
        || {_days('j.days_over')} || ' after it was due: it can no longer be done.'
    ELSE ' None is on the record as at ' || {_AS_AT} || ', ' || {_days('j.days_over')} || ' after it was due.'
END"""

_ALLOWED = "CASE WHEN s.limit_words IS NULL THEN '' ELSE ' A gap of up to ' || s.limit_words || ' is allowed.' END"

_ALWAYS = f"""CASE
    WHEN j.status = 'met' AND j.done_on = j.opened_on
        THEN 'There was ' || s.expected || ' throughout, from ' || {_day('j.opened_on')} || '.'
    WHEN j.lifted IS NOT NULL THEN 'There was ' || s.none || ' from ' || {_day('j.opened_on')}
        || '. That was lifted on ' || {_day('j.closed_on')} || {_LIFTED}
    WHEN j.done_on IS NOT NULL THEN 'There was ' || s.none || ' from ' || {_day('j.opened_on')} || ' to '
        || {_day('j.done_on')} || '.' || {_ALLOWED}
    WHEN j.closed_on IS NOT NULL THEN 'There was ' || s.none || ' from ' || {_day('j.opened_on')} || '. '
        || {_on('j.closed_on')} || s.ends || '.' || {_ALLOWED}
    ELSE 'There has been ' || s.none || ' since ' || {_day('j.opened_on')} || ', as at ' || {_AS_AT} || '.' || {_ALLOWED}
END"""

_NEVER = f"""{_on('j.opened_on')} || s.opens || {_NAMED} || '.' || CASE
    WHEN j.lifted IS NOT NULL THEN ' That was lifted' || {_LIFTED}
    WHEN j.closed_on IS NOT NULL THEN ' ' || {_on('j.closed_on')} || s.ends || '.'
    ELSE '' END || ' ' || s.duty"""

_STALE = f"({OPEN_SHORTFALL} AND s.known_until < s.as_at_day)"

_SINCE = f"CASE WHEN {_STALE} THEN ' The source tells only of what came until ' || {_day('s.known_until')} || '.' ELSE '' END"

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
LEFT JOIN births ON births.subject_id = CASE WHEN s.from_age IS NOT NULL THEN j.subject_id END
WHERE j.unseen = 0"""

DUTIES_VIEW = f"CREATE OR REPLACE VIEW duties AS {_DUTIES}"


def with_refs(judged: str = "judged") -> str:
    """The view `duties_with_refs`: the same, with `ref`, that of the fact that began each; of these rows of `judged`."""
    select = _DUTIES.replace(" AS evidence", " AS evidence, j.ref").replace("FROM judged j", f"FROM {judged} j")
    return f"CREATE OR REPLACE VIEW duties_with_refs AS {select}"


def named_views(there: Iterable[str]) -> str:
    """What explanations are told by, of the nouns that have a table.

    `named_facts(noun, subject_id, ref, said)`: of those named by a fact, what it says. `births(subject_id, born_on)`.
    """
    tables = set(there)
    named = [NOUNS[name] for name in sorted(tables) if name in NOUNS and NOUNS[name].named_by]
    selects = [
        f"SELECT '{each.name}' AS noun, subject_id, ref, \"{each.named_by}\" AS said FROM \"{each.name}\"" for each in named
    ]
    none = "SELECT '' AS noun, '' AS subject_id, 0::BIGINT AS ref, '' AS said WHERE false"
    births = "SELECT subject_id, min(started_on)::DATE AS born_on FROM person GROUP BY subject_id"
    nobody = "SELECT '' AS subject_id, NULL::DATE AS born_on WHERE false"
    return ";".join([
        "CREATE OR REPLACE VIEW named_facts AS " + " UNION ALL ".join([*selects, none]),
        f"CREATE OR REPLACE VIEW births AS {births if 'person' in tables else nobody}",
    ])  # fmt: skip


NOTHING_JUDGED = """CREATE OR REPLACE TABLE judged (k INTEGER, subject_id VARCHAR, measured_from DATE, opened_on DATE,
    due_on DATE, done_on DATE, closed_on DATE, status VARCHAR, days_over INTEGER, ref BIGINT, done_ref BIGINT,
    by_date BOOLEAN, is_first BOOLEAN, lifted INTEGER, unseen TINYINT, by_latest BOOLEAN)"""

