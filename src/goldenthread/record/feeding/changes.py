"""What differs between what a source says tonight and what the record holds of it, worked out before anything is written.

A row has a `key`, the same every night (source, noun, subject, first day, its own id where it has one, and a number where
rows share all that), and `said`, a hash of its content. Both sides meet by key; a row whose content differs is changed.
"""

from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.formats.parse import literal, quoted
from goldenthread.record.scan import scan
from goldenthread.standards.language.nouns import Named
from goldenthread.standards.thread import Thread
from goldenthread.standards.vocabulary import NOUNS

BETWEEN = "chr(31)"

TOLD = """CREATE OR REPLACE TABLE fed_told (noun VARCHAR, subject_type VARCHAR, subject_id VARCHAR, started_on DATE,
    ended_on DATE, started_at TIMESTAMP, ended_at TIMESTAMP, facts VARCHAR, own_id VARCHAR, ref BIGINT)"""


@dataclass(frozen=True)
class Changes:
    """The tables `fed_new` (to be written) and `fed_over` (ids to be superseded or marked gone, with `why`), and counts.

    `feeds_before`: how many feeds there had been of the source when the record was read. `left_out`: numbers of people
    whom a feed does not reach.
    """

    source: str
    nouns: frozenset[str]
    counts: dict[str, int]
    feeds_before: int
    left_out: frozenset[str] = frozenset()


def compare(connection, thread: Thread, source: str, left_out: set[str], feeds_before: int,
            progress: Callable[[str], None]) -> Changes:  # fmt: skip
    """Work out what changed."""
    nouns = frozenset(thread.nouns() & set(NOUNS))
    progress("Comparing with what is on the record")
    _tell(connection, sorted(nouns), left_out)
    _key(connection, source)
    _scan_held(connection, source)
    connection.execute("""CREATE OR REPLACE TABLE fed_new AS
        SELECT told.*, CASE WHEN held.id IS NULL THEN 'added' WHEN held.is_gone THEN 'back' ELSE 'changed' END AS why,
            held.id AS instead_of
        FROM fed_keyed told LEFT JOIN fed_held held USING (key)
        WHERE held.id IS NULL OR held.is_gone OR held.said <> told.said""")
    here = ", ".join(literal(noun) for noun in nouns) or "''"
    connection.execute(f"""CREATE OR REPLACE TABLE fed_over AS
        SELECT instead_of AS id, why FROM fed_new WHERE instead_of IS NOT NULL
        UNION ALL SELECT id, 'gone' FROM fed_held ANTI JOIN fed_keyed USING (key)
        WHERE NOT is_gone AND fed_held.noun IN ({here})""")
    return Changes(source, nouns, _counts(connection), feeds_before, frozenset(left_out))


def _scan_held(connection, source: str) -> None:
    """`fed_held`: what is held of the source. Read as two columns, which takes half the time of five."""
    scan(connection, "fed_packed", "id BIGINT, said VARCHAR", f"""SELECT CASE WHEN gone_at IS NULL THEN id ELSE -id END,
        "key" || said || noun FROM record_fact WHERE source = {literal(source)} AND superseded_at IS NULL""")  # fmt: skip
    connection.execute("""CREATE OR REPLACE TABLE fed_held AS SELECT abs(id) AS id, id < 0 AS is_gone, said[1:64] AS key,
        said[65:96] AS said, said[97:] AS noun FROM fed_packed""")
    connection.execute("DROP TABLE fed_packed")


def _tell(connection, nouns: list[str], left_out: set[str]) -> None:
    """Every row of the thread in one table, its facts as JSON."""
    connection.execute(TOLD)
    for name in nouns:
        connection.execute(f"INSERT INTO fed_told SELECT {_columns(NOUNS[name])} FROM {quoted(name)}")
    connection.execute("DELETE FROM fed_told WHERE subject_type <> 'worker' AND list_contains(?, subject_id)", [sorted(left_out)])


def _columns(noun: Named) -> str:
    stem = ["started", "ended"] if noun.lasts else ["happened"]
    days = [f"{each}_on" for each in stem] + ["NULL"] * (2 - len(stem))
    instants = [f"{each}_at" for each in stem] if noun.timed else []
    own = next((quoted(each.name) for each in noun.facts if is_own_id(noun, each.name)), "NULL")
    columns = [literal(noun.name), literal(noun.subject), "subject_id", *days, *instants, *["NULL"] * (2 - len(instants))]
    return ", ".join([*columns, _json(noun), own, "ref"])


def is_own_id(noun: Named, fact: str) -> bool:
    """Whether a fact is the row's own id: `contact_id` of a contact, `plan_id` of a protection_plan."""
    return fact.endswith("_id") and noun.name.endswith(fact.removesuffix("_id"))


def _json(noun: Named) -> str:
    """SQL: the facts that are known, as JSON."""
    if not noun.facts:
        return "'{}'"
    pairs = ", ".join(
        f"CASE WHEN {quoted(each.name)} IS NOT NULL THEN '\"{each.name}\":' || to_json({quoted(each.name)}) END"
        for each in noun.facts
    )
    return f"'{{' || concat_ws(',', {pairs}) || '}}'"


def _key(connection, source: str) -> None:
    said = ", ".join(f"coalesce(CAST({each} AS VARCHAR), '')" for each in ("ended_on", "started_at", "ended_at"))
    connection.execute(f"""CREATE OR REPLACE TABLE fed_keyed AS
        SELECT * EXCLUDE (n, own_id), sha256(concat_ws({BETWEEN}, {literal(source)}, noun, subject_id,
            CAST(started_on AS VARCHAR), coalesce(own_id, ''), CAST(n AS VARCHAR))) AS key
        FROM (SELECT *, row_number() OVER (PARTITION BY noun, subject_id, started_on, own_id ORDER BY said, ref) AS n
            FROM (SELECT *, md5(concat_ws({BETWEEN}, {said}, facts)) AS said FROM fed_told))""")
    connection.execute("DROP TABLE fed_told")


def _counts(connection) -> dict[str, int]:
    counts = dict.fromkeys(("added", "changed", "back", "gone", "unchanged"), 0)
    counts |= dict(connection.execute("SELECT why, count(*) FROM fed_new GROUP BY 1").fetchall())
    counts |= dict(connection.execute("SELECT why, count(*) FROM fed_over WHERE why = 'gone' GROUP BY 1").fetchall())
    (told,) = connection.execute("SELECT count(*) FROM fed_keyed").fetchone()
    return counts | {"unchanged": told - counts["added"] - counts["changed"] - counts["back"]}
