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


def speak(thread: Thread, known_on: Callable[[dt.date], None], standards: Sequence[Standard], days: Sequence[dt.date],
          progress) -> None:  # fmt: skip
    """Fill `spoken` and `children`. `known_on(day)` puts what was known on the day into the thread's tables."""
    connection, compiled = thread.connection, Compiled(thread, standards)
    connection.execute("CREATE OR REPLACE TABLE spoken (standard VARCHAR, subject_id VARCHAR, opened_on DATE, first_on DATE,"
                       " was_there BOOLEAN)")  # fmt: skip
    connection.execute("CREATE OR REPLACE TABLE children (subject_id VARCHAR, on_day DATE, age VARCHAR, sex VARCHAR,"
                       " ethnicity VARCHAR, disability VARCHAR)")  # fmt: skip
    for number, day in enumerate(days):
        progress(f"{day:%-d %B %Y}", number, len(days))
        known_on(day)
        compiled.judge(day)
        connection.execute(f"""INSERT INTO spoken SELECT DISTINCT standard, subject_id, opened_on, ?, ? FROM duties d
            WHERE subject_type = 'child' AND {OPEN_SHORTFALL} AND NOT EXISTS (SELECT 1 FROM spoken s
                WHERE (s.standard, s.subject_id, s.opened_on) = (d.standard, d.subject_id, d.opened_on))""",
                           [day, number == 0])  # fmt: skip
        _note_children(connection, thread.nouns(), day)


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


def note_serious(connection, thread) -> None:
    """Fill `serious` from all that is known now: what came, whenever it was written down."""
    connection.execute("CREATE OR REPLACE TABLE serious (subject_id VARCHAR, what VARCHAR, on_day DATE)")
    for noun, (what, where) in SERIOUS.items():
        if noun in thread.nouns():
            came = f'SELECT DISTINCT subject_id, ?, started_on FROM "{noun}" WHERE {where}'
            connection.execute(f"INSERT INTO serious {came}", [what])
