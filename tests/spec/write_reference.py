"""Writes docs/language.md, the language reference, from the tables of the specification.

Run from the root of the project: `python -m tests.spec.write_reference`.
"""

from pathlib import Path
from textwrap import dedent

from tests.spec.book import CHAPTERS
from tests.spec.tables import Chapter, Table

PATH = Path(__file__).parents[2] / "docs" / "language.md"

OPENING = """\
# The language of standards

<!-- Written by `python -m tests.spec.write_reference` from the tables in tests/spec. Change those, not this. -->

A standard says what is owed, in one of four verbs. Every sentence below is borne out by the table under it, and every
engine is held to every table. What each word of a duty means is fixed in
[ADR 1](adr/0001-the-contract-of-a-duty.md).

## How to read a table

Left of `||` stand the facts of one subject, a column for each noun, with `born` (the day of birth) and `as_at` (the day
from which it is looked at). Right of it stands what must come out.

| written | means |
|---|---|
| `2025-03-31` | an event on that day, or a period from that day that has not ended |
| `2025-03-03 - 2025-03-20` | a period; on its last day it no longer holds |
| `2025-03-03T23:15` | an instant in UTC, of a noun that has a time; the day is the day in London |
| `2025-03-31 [is_seen=yes, kind=initial]` | with facts of it in brackets; a fact left out is not known |
| `2025-03-03; 2025-04-01` | two of them |
| `# day 20` | why |

`status` lists the status of each duty in the order in which they opened; `-` is no duty at all. Other outcomes
(`opened_on`, `due_on`, `done_on`, `closed_on`, `days_over`, `refs`, `caveats`) are listed likewise: an empty cell is
not checked, and `-` is none. `refs` is the evidence, by the number of the fact in the order written in its row: what
began the duty, then what met it.

## Limits

`hours`, `working_days`, `days`, `weeks`, `months` and `years`, each with the force of the number: `LAW`, `GUIDANCE`,
`LOCAL` or `DEFAULT`. The trigger day is day 0, or day 1 with `beginning_with=True`. Working days are those of England
and Wales; months and years end on the corresponding day, or on the last day of a shorter month.
"""


def reference() -> str:
    """The whole text of docs/language.md."""
    return "\n".join([OPENING, *map(_chapter, CHAPTERS)])


def _chapter(chapter: Chapter) -> str:
    return "\n".join([f"## {chapter.title}\n", chapter.text + "\n", *map(_table, chapter.tables)])


def _table(table: Table) -> str:
    more = f"{table.more}\n" if table.more else ""
    rows = "\n".join(line.rstrip() for line in dedent(table.examples).strip("\n").splitlines())
    return f"**{table.sentence}**\n\n```python\n{table.rule}\n{more}```\n\n```\n{rows}\n```\n"


if __name__ == "__main__":
    PATH.write_text(reference(), encoding="utf-8")
