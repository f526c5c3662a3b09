"""shortfalls.xlsx, for people who live in Excel: what is open, what was late, what was never done, and questions."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from goldenthread.check import words
from goldenthread.check.run import Run
from goldenthread.standards.duty import OPEN_SHORTFALL

MOST_ROWS = 1_048_575
"""Excel's limit, less the header."""

LONGEST_CELL = 32_767


@dataclass(frozen=True)
class Sheet:
    """A sheet: what it holds in words, the duties it holds in SQL, their order, and whether they are over."""

    name: str
    holds: str
    condition: str
    order: str
    over: bool


GRAVITY = "array_position(['critical', 'high', 'medium', 'low'], severity)"
WORST_FIRST = f"{GRAVITY}, days_over DESC, subject_id, standard"
SHORTFALL = "kind = 'duty' AND status IN ('overdue', 'not_met')"

SHEETS = (
    Sheet("Open", "What is owed, is past its day, and can still be done: the most serious first, then the longest.",
          f"kind = 'duty' AND {OPEN_SHORTFALL}", WORST_FIRST, over=False),
    Sheet("Late in the last year", "What was done after its day, in the year up to the day of this workbook.",
          "kind = 'duty' AND status = 'late' AND done_on > $as_at - INTERVAL 1 YEAR",
          "done_on DESC, subject_id, standard", over=True),
    Sheet("Not met", "What was not kept and is over: it ended without being done, or a gap that has closed. "
                     "What is not met and can still be put right is on the sheet Open.",
          f"{SHORTFALL} AND NOT {OPEN_SHORTFALL}", "coalesce(closed_on, done_on) DESC, subject_id, standard",
          over=True),
    Sheet("Questions", "Patterns that are worth asking about. They are questions, not shortfalls.",
          f"kind = 'question' AND {OPEN_SHORTFALL}", WORST_FIRST, over=False),
)  # fmt: skip

COLUMNS = {
    "Who": (14, "Whether it is about a child, a social worker, a team, a carer or a recommendation."),
    "Id": (16, "The council's own id, as it is in the source."),
    "Area": (24, "The area of work."),
    "What is owed": (48, "The standard, in a sentence."),
    "Opened": (13, "The day from which it is owed."),
    "Due": (13, "The last day on which it was in time."),
    "Done": (13, "The day on which it was done."),
    "Ended": (13, "The day on which it ended without having been done, so that it can no longer be."),
    "Days over": (11, "Days from its due day to the day it was done or ended, or else to the day of this workbook."),
    "Person responsible": (26, "Who has to act, or to see that somebody does."),
    "Severity": (11, "How much hangs on it. Critical is a child's safety."),
    "Law or guidance": (44, "Where the duty comes from."),
    "Time allowed": (26, "How long there is, and what stands behind that number."),
    "Explanation": (80, "What happened, in sentences."),
    "Where on file": (34, "The files and rows that it rests on."),
    "Note": (28, "What to bear in mind."),
    "Standard": (26, "The name of the standard in the book of standards and in duties.csv."),
}
ONLY_WHEN_OVER = {"Done", "Ended"}

SELECTED = """subject_type, subject_id, standard, opened_on, due_on, done_on, closed_on, days_over, severity, force,
    responsible, explanation,
    array_to_string(CAST(json_extract(evidence, '$.rows') AS VARCHAR[]), '; '),
    array_to_string(CAST(json_extract(evidence, '$.caveats') AS VARCHAR[]), '; ')"""


def write_workbook(connection, path: Path, run: Run) -> None:
    """Write the workbook: a sheet that says what the others hold, then a row for each shortfall."""
    path.open("wb").close()  # one that cannot be written is known before the work begins
    totals = {sheet.name: _total(connection, sheet, run) for sheet in SHEETS}
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "default_date_format": "d mmm yyyy"}  # fmt: skip
    with xlsxwriter.Workbook(str(path), options) as book:
        looks = {
            "title": book.add_format({"bold": True, "font_size": 16}),
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#EEF1F4"}),
            "top": book.add_format({"valign": "top"}),
            "wrap": book.add_format({"valign": "top", "text_wrap": True}),
            "day": book.add_format({"valign": "top", "align": "left", "num_format": "d mmm yyyy"}),
        }
        _write_about(book.add_worksheet("About"), looks, run, totals)
        for sheet in SHEETS:
            _write_sheet(connection, book.add_worksheet(sheet.name), looks, sheet, run)


def _parameters(sheet: Sheet, run: Run) -> dict:
    return {"as_at": run.as_at} if "$as_at" in sheet.condition else {}


def _total(connection, sheet: Sheet, run: Run) -> int:
    query = f"SELECT count(*) FROM duties WHERE {sheet.condition}"
    return connection.execute(query, _parameters(sheet, run)).fetchone()[0]


def _write_about(page, looks, run: Run, totals: dict[str, int]) -> None:
    page.set_column(0, 0, 26, looks["wrap"])
    page.set_column(1, 1, 100, looks["wrap"])
    page.write_string(0, 0, "Shortfalls", looks["title"])
    for at, (left, right) in enumerate(_about(run, totals), 1):
        page.write_string(at, 0, left, looks["head"] if left and not right else looks["wrap"])
        page.write_string(at, 1, right, looks["wrap"])


def _about(run: Run, totals: dict[str, int]):
    """The lines of the first sheet: left, right."""
    if run.authority:
        yield "Authority", run.authority
    yield "As at", f"{words.day(run.as_at)} ({run.as_at_why})"
    for each in run.sources:
        yield "Source", f"{each.title}: {each.file}, {words.count(each.rows, 'row')}"
    yield "To bear in mind", (
        "A shortfall is something that the record does not show to have been done in time. "
        "It may have been done and not recorded: ask before you conclude. "
        "This workbook is about children: keep it as you keep their records."
    )
    yield "The sheets", ""
    for sheet in SHEETS:
        yield sheet.name, f"{sheet.holds} {_rows_in_words(totals[sheet.name])}"
    yield "The columns", ""
    for name, (_, meaning) in COLUMNS.items():
        yield name, meaning


def _rows_in_words(total: int) -> str:
    if total <= MOST_ROWS:
        return f"{words.count(total, 'row')}."
    return f"{words.number(total)} in all, of which the first {words.number(MOST_ROWS)} fit on an Excel sheet: " \
           "the rest are in duties.csv."  # fmt: skip


def _write_sheet(connection, page, looks, sheet: Sheet, run: Run) -> None:
    names = [name for name in COLUMNS if sheet.over or name not in ONLY_WHEN_OVER]
    for at, name in enumerate(names):
        page.set_column(at, at, COLUMNS[name][0])
        page.write_string(0, at, name, looks["head"])
    page.freeze_panes(1, 2)
    query = f"SELECT {SELECTED} FROM duties WHERE {sheet.condition} ORDER BY {sheet.order} LIMIT {MOST_ROWS}"
    result = connection.execute(query, _parameters(sheet, run))
    last = 0
    while rows := result.fetchmany(5_000):
        for row in rows:
            last += 1
            _write_row(page, last, _cells(row, run), names, looks)
    page.autofilter(0, 0, max(last, 1), len(names) - 1)


def _cells(row, run: Run) -> dict:
    """The cells of a shortfall, by the name of their column."""
    who, id, standard, opened, due, done, ended, over, severity, _, responsible, explanation, files, note = row
    version = run.standard(standard, opened)
    return {
        "Who": words.SUBJECTS[who][0], "Id": id, "Area": version.area, "What is owed": version.duty, "Opened": opened,
        "Due": due, "Done": done, "Ended": ended, "Days over": over, "Person responsible": responsible,
        "Severity": words.SEVERITIES[severity], "Law or guidance": version.cites,
        "Time allowed": words.limit_and_force(version), "Explanation": explanation, "Where on file": files,
        "Note": note, "Standard": standard,
    }  # fmt: skip


def _write_row(page, at: int, cells: dict, names: list[str], looks) -> None:
    """Text is always written as text: an id may begin with an equals sign."""
    for column, name in enumerate(names):
        value = cells[name]
        if isinstance(value, dt.date):
            page.write_datetime(at, column, value, looks["day"])
        elif isinstance(value, int):
            page.write_number(at, column, value, looks["top"])
        elif value:
            page.write_string(at, column, value[:LONGEST_CELL], looks["wrap" if COLUMNS[name][0] > 20 else "top"])
