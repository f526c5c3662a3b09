"""Judges past days, one after another: what would first have spoken of whom on which day; and what became serious later.

Tables left in the connection it is given:
`spoken(standard, subject_id, opened_on, first_on, was_there)`: each shortfall or question once, on the first replayed day
on which it was open. `was_there`: it was open on the very first day, so nobody knows since when: it is no warning.
`serious(subject_id, what, on_day)`: section 47 enquiries, protection plans, care, emergency orders.
`children(subject_id, on_day, age, sex, ethnicity, disability)`: the children with a case on each replayed day.
"""

import datetime as dt
from collections.abc import Callable, Sequence

from goldenthread.standards.compiled import Compiled
from goldenthread.standards.duty import OPEN_SHORTFALL
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import Thread

SERIOUS = {
    "section47": ("section 47 enquiry", "true"),
    "protection_plan": ("child protection plan", "true"),
    "looked_after": ("care", "true"),
    "legal_status": ("emergency order", "code IN ('L1', 'L2')"),
}
"""The nouns of serious events: what each is called, and which of them are (L1: police protection; L2: emergency order)."""

ETHNICITY = "CASE left(ethnicity, 1) WHEN 'W' THEN 'White' WHEN 'M' THEN 'Mixed' WHEN 'A' THEN 'Asian' WHEN 'B' THEN 'Black'"
ETHNICITY += " WHEN 'C' THEN 'Chinese' WHEN 'O' THEN 'Other' ELSE 'not known' END"
SEX = "CASE sex WHEN 'F' THEN 'girls' WHEN 'M' THEN 'boys' ELSE 'not known' END"
DISABILITY = "CASE is_disabled WHEN true THEN 'disabled' WHEN false THEN 'not disabled' ELSE 'not known' END"
AGE = """CASE WHEN born IS NULL OR born > on_day THEN 'unborn or not known'
    WHEN years < 1 THEN 'under 1' WHEN years < 5 THEN '1 to 4' WHEN years < 10 THEN '5 to 9'
    WHEN years < 16 THEN '10 to 15' ELSE '16 and over' END"""
YEARS = "date_diff('year', born, on_day) - CASE WHEN strftime(on_day, '%m%d') < strftime(born, '%m%d') THEN 1 ELSE 0 END"


def speak(known_on: Callable[[dt.date], Thread], standards: Sequence[Standard], days: Sequence[dt.date], progress) -> None:
    """Fill `spoken` and `children`. `known_on(day)` gives the thread as it was known on the day, each in one connection."""
    thread, compiled = known_on(days[0]), None
    connection = thread.connection
    connection.execute("CREATE OR REPLACE TABLE spoken (standard VARCHAR, subject_id VARCHAR, opened_on DATE, first_on DATE,"
                       " was_there BOOLEAN)")  # fmt: skip
    connection.execute("CREATE OR REPLACE TABLE children (subject_id VARCHAR, on_day DATE, age VARCHAR, sex VARCHAR,"
                       " ethnicity VARCHAR, disability VARCHAR)")  # fmt: skip
    for number, day in enumerate(days):
        progress(f"{day:%-d %B %Y}", number, len(days))
        thread = known_on(day) if number else thread
        if compiled is None or thread.coverage != compiled.thread.coverage:
            compiled = Compiled(thread, standards)
        compiled.judge(day)
        connection.execute(f"""INSERT INTO spoken SELECT DISTINCT standard, subject_id, opened_on, ?, ? FROM duties d
            WHERE subject_type = 'child' AND {OPEN_SHORTFALL} AND NOT EXISTS (SELECT 1 FROM spoken s
                WHERE (s.standard, s.subject_id, s.opened_on) = (d.standard, d.subject_id, d.opened_on))""",
                           [day, number == 0])  # fmt: skip
        _note_children(connection, thread.nouns(), day)
    _put_under_one_number(connection)


def _put_under_one_number(connection) -> None:
    """Who was known as two people then and goes on as one is one: what came after came to that one."""
    connection.execute("""CREATE OR REPLACE TABLE spoken AS
        SELECT standard, coalesce(g.under, s.subject_id) AS subject_id, opened_on, min(first_on) AS first_on,
            bool_or(was_there) AS was_there
        FROM spoken s LEFT JOIN now_under g USING (subject_id) GROUP BY 1, 2, 3""")
    connection.execute("""CREATE OR REPLACE TABLE children AS
        SELECT coalesce(g.under, c.subject_id) AS subject_id, c.* EXCLUDE subject_id
        FROM children c LEFT JOIN now_under g USING (subject_id)
        QUALIFY row_number() OVER (PARTITION BY coalesce(g.under, c.subject_id), on_day
            ORDER BY g.under IS NOT NULL, c.subject_id) = 1""")


WITH_A_CASE = ("referral", "need_plan", "protection_plan", "looked_after")
"""The nouns of which one that goes on says that something serious might be foreseen for a child; not of those who left care."""


def _note_children(connection, held: set[str], day: dt.date) -> None:
    """Every child with a case on the day, with what the replay is compared by."""
    said = [f"SELECT subject_id FROM \"{noun}\" WHERE started_on <= $day AND (ended_on IS NULL OR ended_on > $day)"
            for noun in WITH_A_CASE if noun in held]  # fmt: skip
    if not said:
        return
    life = "person" if "person" in held else NOBODY
    connection.execute(f"""INSERT INTO children SELECT subject_id, on_day, {AGE}, sex, ethnicity, disability FROM (
            SELECT c.subject_id, $day::DATE AS on_day, p.born, {YEARS} AS years, {SEX} AS sex, {ETHNICITY} AS ethnicity,
                {DISABILITY} AS disability
            FROM ({' UNION '.join(said)}) c LEFT JOIN (
                SELECT subject_id, started_on AS born, sex, ethnicity, is_disabled FROM {life}
                QUALIFY row_number() OVER (PARTITION BY subject_id ORDER BY ref) = 1) p USING (subject_id))""",
                       {"day": day})  # fmt: skip


NOBODY = "(SELECT '' AS subject_id, NULL::DATE AS started_on, '' AS sex, '' AS ethnicity, NULL::BOOLEAN AS is_disabled, 0 AS ref)"


def note_those_who_go_on(connection) -> None:
    """Fill `now_under(subject_id, under)`: of people found to be one with another since, the number their record goes on
    under. The record's reader says so, in `goes_on`; extracts know of none."""
    connection.execute("CREATE TABLE IF NOT EXISTS goes_on (subject_id VARCHAR, under VARCHAR)")
    connection.execute("CREATE OR REPLACE TABLE now_under AS SELECT * FROM goes_on")


def note_serious(connection, thread) -> None:
    """Fill `serious` from all that is known now: what came, whenever it was written down."""
    connection.execute("CREATE OR REPLACE TABLE serious (subject_id VARCHAR, what VARCHAR, on_day DATE)")
    for noun, (what, where) in SERIOUS.items():
        if noun in thread.nouns():
            came = f'SELECT DISTINCT subject_id, ?, started_on FROM "{noun}" WHERE {where}'
            connection.execute(f"INSERT INTO serious {came}", [what])
