"""The arithmetic of a replay: days of warning, rightly and not, how often by chance, the load; and by whom the children are.

All from the three tables of `speaking`. A *warning* is one shortfall or question, on the first replayed day on which it
spoke. It spoke *rightly* where something serious came within the horizon after that day (not on it), *wrongly* where
nothing came and the horizon has passed, and otherwise nobody can know yet. Beside it stands how often something serious
came of all the open children on the same days, whether or not anything spoke: a signal that does no better says nothing.
"""

import datetime as dt
from dataclasses import dataclass

GROUPS = ("age", "sex", "ethnicity", "disability")


@dataclass(frozen=True)
class Terms:
    """What a replay is reckoned by. `horizon`: in days; `until`: the last day that is known; `managers`: who share the cards."""

    horizon: int
    until: dt.date
    managers: int
    weeks: float


def reckon(connection, terms: Terms) -> None:
    """Leave `outcomes` (a row a warning), `by_standard`, `by_group` and `base` in the connection."""
    told = {"horizon": terms.horizon, "until": terms.until}
    connection.execute(
        """CREATE OR REPLACE TABLE outcomes AS
        WITH came AS (
            SELECT s.* EXCLUDE was_there, (SELECT min(e.on_day) FROM serious e WHERE e.subject_id = s.subject_id
                AND e.on_day > s.first_on AND e.on_day <= least(s.first_on + $horizon::INT, $until)) AS came_on
            FROM spoken s WHERE NOT was_there)
        SELECT *, date_diff('day', first_on, came_on) AS days, CASE WHEN came_on IS NOT NULL THEN 'rightly'
            WHEN first_on + $horizon::INT <= $until THEN 'wrongly' ELSE 'not yet known' END AS outcome
        FROM came""",
        told,
    )
    connection.execute(
        """CREATE OR REPLACE TABLE base AS
        SELECT c.*, EXISTS (SELECT 1 FROM serious e WHERE e.subject_id = c.subject_id AND e.on_day > c.on_day
            AND e.on_day <= c.on_day + $horizon::INT) AS came
        FROM children c WHERE c.on_day + $horizon::INT <= $until""",
        told,
    )
    connection.execute(_BY_STANDARD, {"until": terms.until, "horizon": terms.horizon, "cards": terms.managers * terms.weeks})
    by_group = " UNION ALL ".join(_BY_GROUP.format(group=each) for each in GROUPS)
    connection.execute(f"CREATE OR REPLACE TABLE by_group AS {by_group}")


_SHARE = "CASE WHEN rightly + wrongly > 0 THEN round(100.0 * rightly / (rightly + wrongly), 1) END"

_BY_STANDARD = f"""CREATE OR REPLACE TABLE by_standard AS
WITH told AS (
    SELECT standard, count(*) AS spoke, count(DISTINCT subject_id) AS of_children,
        count(*) FILTER (outcome = 'rightly') AS rightly, count(*) FILTER (outcome = 'wrongly') AS wrongly,
        count(*) FILTER (outcome = 'not yet known') AS not_yet_known,
        quantile_disc(days, 0.5) AS days_of_warning, quantile_disc(days, 0.25) AS a_quarter_less_than,
        quantile_disc(days, 0.75) AS a_quarter_more_than,
        count(DISTINCT (subject_id, first_on)) AS cards
    FROM outcomes GROUP BY standard),
after_first AS (SELECT * FROM serious WHERE on_day <= $until AND on_day > (SELECT min(on_day) FROM children)),
foreseen AS (
    SELECT o.standard, count(DISTINCT (e.subject_id, e.what, e.on_day)) AS events
    FROM outcomes o JOIN after_first e ON e.subject_id = o.subject_id
        AND e.on_day > o.first_on AND e.on_day <= o.first_on + $horizon::INT GROUP BY 1)
SELECT t.standard, spoke, of_children, rightly, wrongly, not_yet_known, {_SHARE} AS rightly_in_100,
    (SELECT round(100.0 * avg(came::INT), 1) FROM base) AS anyway_in_100,
    days_of_warning, a_quarter_less_than, a_quarter_more_than,
    coalesce(events, 0) AS events_foreseen, (SELECT count(*) FROM after_first) AS events,
    round(cards / $cards, 2) AS cards_a_week
FROM told t LEFT JOIN foreseen USING (standard) ORDER BY standard"""

_BY_GROUP = f"""SELECT standard, '{{group}}' AS compared_by, of_group, spoke, rightly, wrongly, {_SHARE} AS rightly_in_100,
        anyway.in_100 AS anyway_in_100, round(1000.0 * spoke / nullif(anyway.child_days, 0), 1) AS spoke_in_1000
    FROM (SELECT o.standard, coalesce(c.{{group}}, 'not open that day') AS of_group, count(*) AS spoke,
            count(*) FILTER (outcome = 'rightly') AS rightly, count(*) FILTER (outcome = 'wrongly') AS wrongly
        FROM outcomes o LEFT JOIN children c ON c.subject_id = o.subject_id AND c.on_day = o.first_on GROUP BY ALL)
    LEFT JOIN (SELECT c.{{group}} AS of_group, round(100.0 * avg(b.came::INT), 1) AS in_100, count(*) AS child_days
        FROM children c LEFT JOIN base b USING (subject_id, on_day) GROUP BY ALL) anyway USING (of_group)"""


def together(connection, standards: list[str], terms: Terms) -> float:
    """Cards that one manager would have had in a week if these standards had spoken: one a child a day, however many spoke."""
    (cards,) = connection.execute(
        "SELECT count(DISTINCT (subject_id, first_on)) FROM outcomes WHERE list_contains($1, standard)", [standards]
    ).fetchone()
    return cards / (terms.managers * terms.weeks)
