"""The SQL of Annex A: its lists under short names, what two lists tell of one thing, and days that cannot be."""

import datetime as dt

from dateutil.relativedelta import relativedelta

from goldenthread.errors import UserError
from goldenthread.formats.annex_a_tables import LISTS, header_by, short_names
from goldenthread.formats.language import Wrong
from goldenthread.formats.latest_year import FILE_NO

NAMES = {
    "contacts": "list_1", "early_help": "list_2", "referred": "list_3", "assessed": "list_4", "enquired": "list_5",
    "in_need": "list_6", "protected": "list_7", "in_care": "list_8", "leavers": "list_9", "adoptions": "list_10",
    "adopters": "list_11",
}  # fmt: skip
OF_CHILDREN = [name for name in NAMES if name != "adopters"]
FOR_ADOPTION = "('A3', 'A4', 'A5', 'A6')"


def _person(view: str) -> str:
    has = {short for short, _ in LISTS[NAMES[view]]}
    disabled, family = (each if each in has else "NULL" for each in ("is_disabled", "family"))
    return f"""SELECT child, born, nullif(sex, 'U') AS sex, ethnicity, {disabled} AS is_disabled, {family} AS family,
            ref FROM reading.annex_a_{view}"""


def not_before(start: str, end: str) -> str:
    """The end, where it is one."""
    return f"CASE WHEN {end} >= {start} THEN {end} END"


VIEWS = {view: short_names(table) for view, table in NAMES.items()} | {
    "everyone": " UNION ALL ".join(_person(view) for view in OF_CHILDREN),
    "people": """SELECT child, born, min(each.ref) AS ref, any_value(known.sex) AS sex,
            any_value(known.ethnicity) AS ethnicity, any_value(known.is_disabled) AS is_disabled,
            any_value(known.family) AS family
        FROM reading.annex_a_everyone each JOIN (
            SELECT child, arg_min(sex, ref) AS sex, arg_min(ethnicity, ref) AS ethnicity,
                arg_min(is_disabled, ref) AS is_disabled, arg_min(family, ref) AS family
            FROM reading.annex_a_everyone GROUP BY child) known USING (child)
        WHERE born IS NOT NULL GROUP BY child, born""",
    # A referral of list 3 is the episode of list 6 that starts on the same day. Who is in list 6 got services.
    "referrals": """SELECT child, began, received_at, source, need, reason, ref, child || '/' || began AS referral_id,
            is_no_further_action, coalesce(ended, CASE WHEN is_no_further_action THEN began END) AS closed
        FROM (SELECT coalesce(one.child, two.child) AS child, coalesce(received, started) AS began, received_at, source,
                need, reason, ended, coalesce(one.ref, two.ref) AS ref,
                coalesce(is_no_further_action, CASE WHEN two.child IS NOT NULL THEN false END) AS is_no_further_action
            FROM reading.annex_a_referred one FULL JOIN reading.annex_a_in_need two
                ON one.child = two.child AND received = started)""",
    # An assessment has no referral of its own in list 4; it is the child's last one known before it.
    "assessments": """SELECT each.*, referral_id FROM reading.annex_a_assessed each ASOF LEFT JOIN
            (SELECT DISTINCT child, began, referral_id FROM reading.annex_a_referrals) known
            ON each.child = known.child AND each.started >= known.began""",
    "enquiries": f"""SELECT *, child || '/' || started AS section47_id, {not_before("started", "held")} AS ended
        FROM reading.annex_a_enquired""",
    "placements": f"""SELECT * EXCLUDE (urn, ended), {not_before("placed", "ended")} AS ended,
            CASE WHEN EXISTS (FROM reading.annex_a_in_care WHERE urn IS NOT NULL) THEN urn IS NOT NULL END AS has_urn
        FROM reading.annex_a_in_care""",
    "placed_now": f"""SELECT * FROM reading.annex_a_placements WHERE placement IN {FOR_ADOPTION}
        AND (child, placed) NOT IN (SELECT (child, placed) FROM reading.annex_a_adoptions WHERE placed IS NOT NULL)""",
    # Who is a former relevant child became one at 18 (Children Act 1989, s23C); when the others did is not said.
    "former_relevant": """SELECT *, CAST(born + INTERVAL 18 YEAR AS DATE)
            + CAST(day(born) <> day(born + INTERVAL 18 YEAR) AS INTEGER) AS reached_18
        FROM reading.annex_a_leavers WHERE category ILIKE '%former%relevant%'""",
    "steps": """SELECT child, decided AS happened, 'decision' AS step, ref FROM reading.annex_a_adoptions
        UNION ALL SELECT child, matched, 'match', ref FROM reading.annex_a_adoptions
        UNION ALL SELECT child, placed, 'placement', ref FROM reading.annex_a_adoptions
        UNION ALL SELECT child, adopted, 'order', ref FROM reading.annex_a_adoptions
        UNION ALL SELECT child, reversed, 'reversal', ref FROM reading.annex_a_adoptions""",
}


def _backwards(table: str, start: str, end: str, left_out: str = "row") -> Wrong:
    first, last = header_by(table, start), header_by(table, end)
    return Wrong(table, f'"{last}" < "{first}"', last, f'"{last}"', f"a day on or after {first}", left_out)


WRONG = [
    _backwards("list_4", "started", "authorised"),
    _backwards("list_5", "started", "held", "value"),
    _backwards("list_6", "started", "ended"),
    _backwards("list_7", "started", "ended"),
    _backwards("list_8", "started", "ended"),
    _backwards("list_8", "started", "placed", "value"),
    _backwards("list_10", "decided", "reversed", "value"),
    _backwards("list_10", "ordered", "placed", "value"),
    _backwards("list_10", "placed", "adopted", "value"),
    _backwards("list_11", "one_started", "one_ended", "value"),
    _backwards("list_11", "two_started", "two_ended", "value"),
]


def check_lists(connection) -> None:
    """UserError where two workbooks hold the same list and do not say the same: nothing tells which is the later."""
    faults = []
    for name in LISTS:
        files = connection.execute(_contents(name)).fetchall()
        if len({tuple(content) for _, *content in files}) > 1:
            both = " and ".join(file for file, *_ in files)
            faults.append(f"{both} both hold list {name[5:]} of Annex A, and they differ. Give only the latest.")
    if faults:
        raise UserError(*faults)


def _contents(name: str) -> str:
    """SQL: the workbooks that hold a list, and what each says, whatever the order of its rows."""
    return f"""SELECT regexp_replace(name, ': .*$', ''), count(*), sum(hash(cells)) FROM (
            SELECT cells, {FILE_NO} AS file_no FROM (SELECT * EXCLUDE ref FROM reading.annex_a_{name}) cells
            POSITIONAL JOIN (SELECT ref FROM reading.annex_a_{name}))
        JOIN source_files USING (file_no) GROUP BY 1 ORDER BY 1"""


def covers(connection, as_at: dt.date) -> tuple[dt.date, dt.date]:
    """The twelve months to the last day that the workbook knows of, which is the day it was made or just before.

    Lists that go back only six months say so themselves (Gives.months).
    """
    days = [
        f"""SELECT max("{column.name}") AS day FROM reading.annex_a_{table} WHERE "{column.name}" <= DATE '{as_at}'"""
        for table, columns in LISTS.items()
        for short, column in columns
        if column.kind in ("day", "moment") and short != "born"
    ]
    last = connection.execute(f"SELECT max(day) FROM ({' UNION ALL '.join(days)})").fetchone()[0] or as_at
    return last - relativedelta(months=12), last
