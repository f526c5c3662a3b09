"""The summary that a person reads in the terminal when a run of check is done: counts only, never an id."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from goldenthread.check import words
from goldenthread.check.run import Run, adds_up
from goldenthread.standards.duty import OPEN_SHORTFALL

MOST_STANDARDS = 10


def summary(console: Console, connection, standards: Sequence, as_at, as_at_why: str, summaries: Sequence,
            paths: Mapping[str, Path], authority: str | None = None) -> None:  # fmt: skip
    """Print the day, the sources and their counts, where children are waiting, what is not known, and the files."""
    run = Run(standards, as_at, as_at_why, summaries, authority=authority)
    _heading(console, run)
    _sources(console, run)
    _waiting(console, connection, run)
    _most_open(console, connection, run)
    _not_known(console, connection, run)
    _files(console, paths)


def _heading(console: Console, run: Run) -> None:
    console.print()
    if run.authority:
        console.print(Text(run.authority, style="bold"))
    console.print(Text.assemble("As at ", (words.day(run.as_at), "bold"), f": {run.as_at_why}."))


def _sources(console: Console, run: Run) -> None:
    if not run.summaries:
        return
    table = _table("Read from", "Rows", "With facts", "Nothing to tell", "Not read", "Values left out")
    shown = run.sources if run.has_many_files else run.summaries
    for each in shown:
        table.add_row(Text(f"{each.title}: {each.file}"), *map(words.number, _counts(each)))
    if len(shown) > 1:
        table.add_section()
        table.add_row("All", *(words.number(sum(column)) for column in zip(*map(_counts, shown), strict=True)))
    console.print()
    console.print(table)
    console.print(_whether_they_add_up(run))


def _whether_they_add_up(run: Run) -> Text:
    if astray := [each.file for each in run.summaries if not adds_up(each)]:
        return Text(f"These do not add up, which is a fault of ours: {', '.join(astray)}.", style="bold")
    return Text("The counts add up: every row gave facts, had nothing to tell, or is in not_read.csv.")


def _counts(each) -> tuple[int, ...]:
    return each.rows, each.with_facts, each.nothing_to_tell, each.not_read, each.values_left_out


def _waiting(console: Console, connection, run: Run) -> None:
    known, waiting = connection.execute(
        f"""SELECT count(DISTINCT subject_id), count(DISTINCT subject_id) FILTER (WHERE {OPEN_SHORTFALL})
            FROM duties WHERE kind = 'duty' AND subject_type = 'child'"""
    ).fetchone()
    by_severity = dict(
        connection.execute(
            f"""SELECT severity, count(*) FROM duties
                WHERE kind = 'duty' AND subject_type = 'child' AND {OPEN_SHORTFALL} GROUP BY 1"""
        ).fetchall()
    )
    severities = ", ".join(f"{words.number(by_severity.get(each, 0))} {each}" for each in words.SEVERITIES)
    console.print()
    of = words.count(known, "child", "children")
    verb = "is" if waiting == 1 else "are"
    console.print(
        Text.assemble((words.number(waiting), "bold"), f" of {of} {verb} waiting for something past its day.")
    )
    console.print(f"Their open shortfalls: {words.number(sum(by_severity.values()))} ({severities}).", highlight=False)


def _most_open(console: Console, connection, run: Run) -> None:
    rows = connection.execute(
        f"""SELECT standard, count(*), count(DISTINCT subject_id) FROM duties
            WHERE kind = 'duty' AND {OPEN_SHORTFALL} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_STANDARDS}"""
    ).fetchall()
    if not rows:
        return
    table = _table("What is owed", "Severity", "Law or guidance", "Waiting", "Open")
    for standard, open_, subjects in rows:
        version = run.standard(standard)
        severity = words.SEVERITIES[version.severity]
        style = "bold red" if version.severity == "critical" else ""
        about = words.SUBJECTS[version.subject]
        table.add_row(
            Text(version.duty), Text(severity, style=style), Text(words.FORCES[version.force]),
            words.count(subjects, about[1], about[2]), words.number(open_),
        )  # fmt: skip
    console.print()
    console.print(table)


def _not_known(console: Console, connection, run: Run) -> None:
    whole, duties = connection.execute(
        "SELECT count(DISTINCT standard) FILTER (how_many IS NULL), coalesce(sum(how_many), 0)::BIGINT FROM not_judged"
    ).fetchone()
    rows, values = (sum(getattr(each, name) for each in run.summaries) for name in ("not_read", "values_left_out"))
    console.print()
    console.print(
        f"Not judged: {words.count(whole, 'whole standard')}, and {words.count(duties, 'duty', 'duties')} "
        "under the others: not_judged.csv says why.",
        highlight=False,
    )
    console.print(
        f"Not read: {words.count(rows, 'row')}, and {words.count(values, 'value')} of other rows: "
        "not_read.csv says which.",
        highlight=False,
    )


def _files(console: Console, paths: Mapping[str, Path]) -> None:
    console.print()
    for path in paths.values():
        console.print(Text(str(path)), soft_wrap=True)


def _table(*columns: str) -> Table:
    """A plain table: words to the left, numbers (every column whose name is in `NUMBERS`) to the right."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for name in columns:
        table.add_column(name, justify="right" if name in NUMBERS else "left")
    return table


NUMBERS = {"Rows", "With facts", "Nothing to tell", "Not read", "Values left out", "Waiting", "Open"}
