"""The SQL that turns the rows of an SSDA903 return into periods: years consolidated, episodes merged, faults noted.

An episode is a stretch of care in which neither legal status nor placement changes. `stretches` are the episodes of a
child in order, each cut where the next begins, so that within a period of care they leave neither gap nor overlap;
everything else is made of them.
"""

from goldenthread.formats.language import Wrong
from goldenthread.formats.latest_year import backwards, not_withdrawn, of_latest_year, withdrawn
from goldenthread.formats.ssda903_years import SPAN, YEARS

FOREVER = "DATE '9999-12-31'"
CHILD_IN_ORDER = "WINDOW child AS (PARTITION BY CHILD ORDER BY DECOM)"
FOR_ADOPTION = "('A3', 'A4', 'A5', 'A6')"
BIRTHS = (
    "uasc", "reviews", "oc2", "oc3", "ad1", "placed_for_adoption", "previous_permanence", "missing", "social_workers",
    "deprivations",
)  # fmt: skip


def latest(table: str, *key: str) -> str:
    """The rows of a table as the latest year that tells of them has them."""
    return of_latest_year("ssda903", table, *key)


def held(view: str, start: str, end: str) -> str:
    """A view of what the latest year has, as a period."""
    return f"SELECT *, {start} AS starts, {end} AS ends FROM ({not_withdrawn(f'reading.ssda903_{view}', end)})"


def runs(what: str, *, cut: str = "false") -> str:
    """The stretches of a period of care, joined while `what` stays the same, and cut where `cut` says so."""
    return f"""SELECT CHILD, min(DECOM) AS starts, arg_max_null(until, DECOM) AS ends, arg_min(ref, DECOM) AS ref,
            any_value(what) AS what, arg_min_null(LS, DECOM) AS LS, arg_min_null(PLACE, DECOM) AS PLACE,
            arg_min_null(PLACE_PROVIDER, DECOM) AS PLACE_PROVIDER, any_value(URN) AS URN, any_value(PL_POST) AS PL_POST,
            arg_max_null(REASON_PLACE_CHANGE, DECOM) AS change_reason, period,
            min(DECOM) FILTER (PLACE IN {FOR_ADOPTION}) AS placed_on
        FROM (SELECT *, count_if(changes) OVER (PARTITION BY CHILD, period ORDER BY DECOM) AS run
            FROM (SELECT *, {what} AS what, {what} IS DISTINCT FROM lag({what}) OVER of_period OR ({cut}) AS changes
                FROM reading.ssda903_stretches WINDOW of_period AS (PARTITION BY CHILD, period ORDER BY DECOM)))
        GROUP BY CHILD, period, run"""


MOVES = runs("PLACE", cut="RNE IN ('S', 'P', 'T', 'B', 'U')")
TEMPORARY = "PLACE IN ('T0', 'T1', 'T2', 'T3', 'T4')"

# The same home as before: after a temporary move whatever is known of it; otherwise only if the postcode is too.
SAME_HOME = """(PLACE, PLACE_PROVIDER, URN, PL_POST) IS NOT DISTINCT FROM lag((PLACE, PLACE_PROVIDER, URN, PL_POST)) OVER last
    AND (PL_POST IS NOT NULL OR starts > lag(ends) OVER last)"""
LASTING = f"""SELECT CHILD, min(starts) AS starts, arg_max_null(ends, starts) AS ends, arg_min(ref, starts) AS ref,
        any_value(PLACE) AS PLACE, any_value(PLACE_PROVIDER) AS PLACE_PROVIDER, any_value(URN) AS URN,
        arg_max_null(change_reason, starts) AS change_reason
    FROM (SELECT *, count_if(moved) OVER (PARTITION BY CHILD, period ORDER BY starts) AS home
        FROM (SELECT *, NOT coalesce({SAME_HOME}, false) AS moved FROM reading.ssda903_moves
            WHERE NOT coalesce({TEMPORARY}, false) WINDOW last AS (PARTITION BY CHILD, period ORDER BY starts)))
    GROUP BY CHILD, period, home"""

SHORT_BREAKS = runs("(LS IN ('V3', 'V4'))")
PLACED = runs(f"(PLACE IN {FOR_ADOPTION})")
AUTHORISED = runs("(LS IN ('D1', 'E1'))")

VIEWS = {
    "years": YEARS,
    "span": SPAN,
    # ------------------------------------------------------------------------------------------------------- children
    "births": " UNION ALL ".join(f"SELECT CHILD, DOB, ref FROM reading.ssda903_{table}" for table in BIRTHS),
    "people": f"SELECT *, UPN IS NOT NULL AS has_upn FROM ({latest('header', 'CHILD')})",
    "people_elsewhere": """SELECT CHILD, arg_min(DOB, ref) AS DOB, min(ref) AS ref FROM reading.ssda903_births
        WHERE DOB IS NOT NULL AND CHILD NOT IN (SELECT CHILD FROM reading.ssda903_header WHERE DOB IS NOT NULL)
        GROUP BY CHILD""",
    "unaccompanied": """SELECT CHILD, ref FROM reading.ssda903_uasc
        UNION ALL SELECT CHILD, ref FROM reading.ssda903_header WHERE UASC""",
    # ---------------------------------------------------------------------------------------------------- episodes
    "episodes_once": f"""{latest("episodes", "CHILD", "DECOM")}
        AND row_number() OVER (PARTITION BY CHILD, DECOM ORDER BY year DESC, DEC DESC NULLS LAST, ref DESC) = 1""",
    "episodes_held": not_withdrawn("reading.ssda903_episodes_once", "DEC"),
    # An episode reaches to its end; an open one to the end of time, or to the day on which the child started again.
    "reaching": f"""SELECT *, coalesce(DEC, CASE WHEN lead(RNE) OVER child = 'S' THEN lead(DECOM) OVER child END,
            {FOREVER}) AS reaches, lag(REC) OVER child AS reason_before
        FROM reading.ssda903_episodes_held {CHILD_IN_ORDER}""",
    "reached": f"""SELECT *,
            max(reaches) OVER (child ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
        FROM reading.ssda903_reaching {CHILD_IN_ORDER}""",
    # A period of care begins after a gap, or on the day on which the last one ended, where both codes say so.
    "care": f"""SELECT *, count_if(reached IS NULL OR DECOM > reached
            OR (DECOM = reached AND RNE = 'S' AND reason_before <> 'X1')) OVER child AS period
        FROM reading.ssda903_reached {CHILD_IN_ORDER}""",
    "all_periods": f"""SELECT CHILD, period, min(DECOM) AS starts, nullif(max(reaches), {FOREVER}) AS ends,
            arg_min(ref, DECOM) AS ref, arg_max(ref, DECOM) AS last_ref, arg_min_null(CIN, DECOM) AS CIN,
            arg_min_null(RNE, DECOM) AS RNE, arg_max_null(REC, DECOM) AS REC
        FROM reading.ssda903_care GROUP BY CHILD, period""",
    # A period that the files join half way (its first episode is not S) did not begin on that day. In a whole return
    # that is before the first 1 April, where nothing is judged; later, its beginning is unknown and it is not told.
    "joined_half_way": """SELECT * FROM reading.ssda903_all_periods
        WHERE RNE <> 'S' AND starts >= (SELECT first_day FROM reading.ssda903_span)""",
    "going_nowhere": """SELECT * EXCLUDE ref, last_ref AS ref FROM reading.ssda903_all_periods
        WHERE REC = 'X1' AND ends <= (SELECT last_day FROM reading.ssda903_span)""",
    "periods": """SELECT *, CASE WHEN ends IS NOT NULL THEN nullif(REC, 'X1') END AS ceased_reason,
            CASE WHEN CHILD IN (SELECT CHILD FROM reading.ssda903_unaccompanied) THEN true
                WHEN EXISTS (FROM reading.ssda903_uasc) OR EXISTS (FROM reading.ssda903_header WHERE UASC IS NOT NULL)
                THEN false END AS is_unaccompanied
        FROM reading.ssda903_all_periods
        WHERE ref NOT IN (SELECT ref FROM reading.ssda903_joined_half_way)""",
    "stretches": """SELECT care.*, coalesce(lead(DECOM) OVER (PARTITION BY CHILD, period ORDER BY DECOM), ends) AS until
        FROM reading.ssda903_care care JOIN
            (SELECT CHILD, period, ends FROM reading.ssda903_all_periods) USING (CHILD, period)""",
    "legal_statuses": runs("LS"),
    "moves": MOVES,
    "placements": f"""SELECT *, CASE WHEN upper(URN) LIKE 'XXX%' THEN NULL
            WHEN EXISTS (FROM reading.ssda903_episodes WHERE URN IS NOT NULL) THEN URN IS NOT NULL END AS has_urn
        FROM ({LASTING} UNION ALL BY NAME SELECT CHILD, starts, ends, ref, PLACE, PLACE_PROVIDER, URN, change_reason
            FROM reading.ssda903_moves WHERE {TEMPORARY})""",
    "breaks": f"SELECT *, what AS is_break FROM ({SHORT_BREAKS})",
    "placings": f"SELECT *, what AS is_placed FROM ({PLACED})",
    "orders": f"""SELECT CHILD, starts, coalesce(placed_on, ends) AS ends, ref, what AS is_waiting
        FROM ({AUTHORISED})""",
    # ----------------------------------------------------------------------------------------------- everything else
    "reviews_held": latest("reviews", "CHILD", "REVIEW"),
    "decisions": latest("placed_for_adoption", "CHILD", "DATE_PLACED"),
    "steps": """
        SELECT CHILD, DATE_PLACED AS happened, 'decision' AS step, ref FROM reading.ssda903_decisions
        UNION ALL SELECT CHILD, DATE_PLACED_CEASED, 'reversal', ref FROM reading.ssda903_decisions
        UNION ALL SELECT CHILD, DATE_MATCH, 'match', ref FROM reading.ssda903_ad1
        UNION ALL SELECT CHILD, starts, 'placement', ref FROM reading.ssda903_placings WHERE is_placed
        UNION ALL SELECT CHILD, ends, 'order', last_ref FROM reading.ssda903_periods
            WHERE ceased_reason IN ('E11', 'E12', 'E41', 'E45', 'E46', 'E47', 'E48')""",
    "absences_once": latest("missing", "CHILD", "MIS_START"),
    "absences": held("absences_once", "MIS_START", "MIS_END"),
    "workers_once": latest("social_workers", "CHILD", "SW_DECOM"),
    "workers": held("workers_once", "SW_DECOM", "SW_DEC"),
    "liberty_once": latest("deprivations", "CHILD", "DOLO_START"),
    "liberty": held("liberty_once", "DOLO_START", "DOLO_END"),
}
"""In this order. `arg_min_null` keeps the blank of the row it takes; `arg_min` would take the next row's value."""


WRONG = [
    backwards("episodes", "DECOM", "DEC"),
    backwards("placed_for_adoption", "DATE_PLACED", "DATE_PLACED_CEASED"),
    backwards("missing", "MIS_START", "MIS_END"),
    backwards("social_workers", "SW_DECOM", "SW_DEC"),
    backwards("deprivations", "DOLO_START", "DOLO_END"),
    Wrong("episodes", "REC IS NOT NULL AND DEC IS NULL", "REC", "REC",
          "no reason while DEC is blank: the episode is taken to be open", left_out="value"),
    Wrong("episodes", "REC IS NULL AND DEC IS NOT NULL", "REC", "''",
          "a reason why the episode ceased", left_out="value"),
    Wrong("reached", "DECOM < reached", "DECOM", "DECOM",
          "a day on or after DEC of the child's episode before it; that one is taken to end here", left_out="value"),
    Wrong("joined_half_way", "true", "RNE", "RNE",
          "S, or the episode before it: when the child became looked after is not known, and not judged",
          left_out="value"),
    Wrong("going_nowhere", "true", "REC", "REC",
          "an episode that begins on DEC, or the reason why the child ceased to be looked after", left_out="value"),
    withdrawn("episodes_once", "DECOM", "DEC"),
    withdrawn("absences_once", "MIS_START", "MIS_END"),
    withdrawn("workers_once", "SW_DECOM", "SW_DEC"),
    withdrawn("liberty_once", "DOLO_START", "DOLO_END"),
]  # fmt: skip
