"""What a replay found, in two CSV files and on the terminal: counts only, never a child."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from goldenthread.check import words
from goldenthread.formats.parse import literal
from goldenthread.replay.speaking import SERIOUS
from goldenthread.replay.warning import GROUPS, Terms, together

SHOWN = 15
AS_KNOWN = "each as it was known here at its end, and as people were then said to live together, be held and be one"
NOT_HELD = """What was fed was known from the night it came. What has been destroyed since is in none of the days. The standards,
their settings and the day from which everything is recorded here are today's.""".replace("\n", " ")
"""What a record does not hold of a past day, or is not taken as it was then."""


def write(connection, out: Path) -> None:
    """`replay.csv`, a row a standard; `replay_groups.csv`, a row for each standard and group of children."""
    for table, name in (("by_standard", "replay.csv"), ("by_group", "replay_groups.csv")):
        query = f"SELECT * FROM {table} ORDER BY ALL"
        connection.execute(f"COPY ({query}) TO {literal(str(out / name))} (HEADER)")


def tell(console: Console, connection, terms: Terms, days: Sequence[dt.date], as_known: bool, out: Path) -> None:
    """Print how it was reckoned, the standards that gave the most rightful warnings, and where they differ between children."""
    _terms(console, connection, terms, days, as_known)
    if not connection.execute("SELECT count(*) FROM by_standard").fetchone()[0]:
        console.print("Nothing would have spoken anew on any of these days.")
    else:
        _standards(console, connection)
        _load(console, connection, terms)
        _groups(console, connection)
    console.print(f"\nEvery standard is in {out / 'replay.csv'}; by age, sex, ethnicity and disability in "
                  f"{out / 'replay_groups.csv'}. Both are for use inside the authority: small numbers are not hidden in them.",
                  highlight=False, soft_wrap=True)  # fmt: skip


def _terms(console: Console, connection, terms: Terms, days: Sequence[dt.date], as_known: bool) -> None:
    (there,) = connection.execute("SELECT count(*) FROM spoken WHERE was_there").fetchone()
    serious = ", ".join(what for what, _ in SERIOUS.values())
    console.print()
    how = AS_KNOWN if as_known else "with hindsight: what was written down later is used too"
    between = f", from {words.day(days[0])} to {words.day(days[-1])}; {how}."
    console.print(Text.assemble((f"{len(days)} days replayed", "bold"), between))
    console.print(f"Serious is: {serious}. A warning is right where one came within {terms.horizon} days after it, and wrong "
                  f"where none did by {words.day(terms.until)}. {words.number(there)} were open on the first day and are not "
                  f"counted. The load is reckoned for {words.count(terms.managers, 'manager')}.", highlight=False)  # fmt: skip
    if as_known:
        console.print(NOT_HELD, highlight=False)


def _standards(console: Console, connection) -> None:
    rows = connection.execute(f"""SELECT standard, rightly, wrongly, not_yet_known, rightly_in_100, anyway_in_100,
        days_of_warning, cards_a_week FROM by_standard
        ORDER BY rightly_in_100 - anyway_in_100 DESC NULLS LAST, rightly DESC, standard LIMIT {SHOWN}""").fetchall()
    table = Table(box=box.SIMPLE, padding=(0, 1, 0, 0), title_justify="left",
                  title=f"What told most ({SHOWN} at most): warnings right, wrong, not yet known; right in 100, and how "
                  "many in 100 of all open children anyway; days of warning; a manager's cards a week")  # fmt: skip
    table.add_column("Standard or signal", overflow="fold", min_width=24)
    for column in ("Right", "Wrong", "Open", "In 100", "Anyway", "Days", "Cards"):
        table.add_column(column, justify="right", no_wrap=True)
    for standard, *figures in rows:
        table.add_row(standard, *map(_shown, figures))
    console.print(table)


def _shown(value) -> str:
    if value is None:
        return "–"
    return words.number(value) if isinstance(value, int) else f"{value:g}"


def _load(console: Console, connection, terms: Terms) -> None:
    standards = [name for (name,) in connection.execute("SELECT standard FROM by_standard").fetchall()]
    cards = together(connection, standards, terms)
    console.print(f"If all of them had spoken, a manager would have had {cards:.1f} cards a week, one a child a day.",
                  highlight=False)  # fmt: skip


def _groups(console: Console, connection) -> None:
    """Of all that spoke together: how often for children of each group, and how often rightly."""
    table = Table(box=box.SIMPLE, title="All that spoke, by whom the children are", title_justify="left")
    for column in ("Compared by", "Children"):
        table.add_column(column)
    for column in ("Spoke", "In 1,000 open children a day", "Right in 100", "Anyway in 100"):
        table.add_column(column, justify="right")
    for compared_by in GROUPS:
        for group, *figures in connection.execute(_ALL_TOGETHER, [compared_by]).fetchall():
            table.add_row(compared_by, group, *map(_shown, figures))
    console.print(table)


_ALL_TOGETHER = """SELECT of_group, sum(spoke)::BIGINT, round(sum(spoke_in_1000), 1),
        CASE WHEN sum(rightly + wrongly) > 0 THEN round(100.0 * sum(rightly) / sum(rightly + wrongly), 1) END, max(anyway_in_100)
    FROM by_group WHERE compared_by = ? GROUP BY 1 ORDER BY 1"""
