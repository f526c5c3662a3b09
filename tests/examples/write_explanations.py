"""Every standard's explanations, as people read them: one for each status that its examples show.

    python -m tests.examples.write_explanations

Judged by the plain engine and put into words by the SQL that puts everyone's.
"""

import datetime as dt
import functools
from collections.abc import Iterator
from pathlib import Path

import duckdb

from goldenthread.standards import explain, reference
from goldenthread.standards.book import book
from goldenthread.standards.examples import Example, examples_of
from goldenthread.standards.language import Standard
from goldenthread.standards.vocabulary import NOUNS

FOLDER = Path(__file__).parent / "explanations"
IN_ORDER = ("met", "due", "late", "overdue", "not_met", "ceased")
SAME = ("measured_from", "opened_on", "due_on", "done_on", "closed_on", "status", "days_over", "is_first")


@functools.cache
def explanations() -> dict[str, str]:
    """The text of every standard's file, by its id."""
    standards = list(book())
    shown = [each for k, standard in enumerate(standards) for each in _shown(k, standard)]
    said = _in_words(standards, shown)
    texts: dict[str, list[str]] = {}
    for k, standard in enumerate(standards):
        mine = [(duty, said[duty["subject_id"]]) for duty, _ in shown if duty["k"] == k]
        texts.setdefault(standard.id, []).append(_text(standard, mine))
    return {standard_id: "\n".join(parts) for standard_id, parts in texts.items()}


def _text(standard: Standard, mine: list[tuple[dict, str]]) -> str:
    since = f"[since {standard.since}] " if standard.since != "not verified" else ""
    lines = [f"{since}{standard.duty}", ""]
    for duty, words in sorted(mine, key=lambda each: (IN_ORDER.index(each[0]["status"]), each[0]["lifted"] is not None)):
        lines.append(f"{duty['status'].replace('_', ' ')}: {words}\n")
    return "\n".join(lines)


def _shown(k: int, standard: Standard) -> Iterator[tuple[dict, Example]]:
    """The first duty of each status, lifted or not, that the examples show, as a row of `judged`."""
    seen = set()
    for example in examples_of(standard):
        for duty in reference.judge_whole(standard, example.case.facts, example.case.as_at):
            lifted = _lifted(standard, duty)
            if (duty["status"], lifted is None) not in seen:
                seen.add((duty["status"], lifted is None))
                ref, done_ref = (*duty["refs"], None)[:2]
                yield {name: duty[name] for name in SAME} | {
                    "k": k, "subject_id": f"{k}-{len(seen)}", "ref": ref, "done_ref": done_ref, "lifted": lifted,
                    "by_date": explain.BY_DATE in duty["caveats"], "unseen": 0, "by_latest": False,
                }, example  # fmt: skip


def _lifted(standard: Standard, duty: dict) -> int | None:
    lifting = [explain.LIFTED + noun.one for noun in standard.lifted_by]
    return next((lifting.index(each) for each in duty["caveats"] if each in lifting), None)


def _in_words(standards: list[Standard], shown: list[tuple[dict, Example]]) -> dict[str, str]:
    """The explanation of each duty, by its subject; each is told as at the day of its own example."""
    connection = duckdb.connect()
    seen = {"exceptions_unknown": False, "known_until": None}
    connection.register("told", explain.told(standards, [seen] * len(standards), None))
    connection.execute("CREATE TABLE standards_told AS SELECT * FROM told")
    connection.execute(explain.NOTHING_JUDGED)
    connection.execute("CREATE TABLE source_files (file_no BIGINT, name VARCHAR)")
    connection.execute("CREATE TABLE places (ref BIGINT, place VARCHAR)")
    connection.execute("CREATE TABLE named_facts (noun VARCHAR, subject_id VARCHAR, ref BIGINT, said VARCHAR)")
    connection.execute("CREATE TABLE births (subject_id VARCHAR, born_on DATE)")
    days: dict[dt.date, list[str]] = {}
    columns = [name for name, *_ in connection.execute("DESCRIBE judged").fetchall()]
    rows = [[duty[name] for name in columns] for duty, _ in shown]
    connection.executemany(f"INSERT INTO judged VALUES ({', '.join('?' * len(columns))})", rows)
    named = [fact for duty, example in shown for fact in _named(duty["subject_id"], example)]
    connection.executemany("INSERT INTO named_facts VALUES (?, ?, ?, ?)", named)
    born = [[duty["subject_id"], fact["started_on"]] for duty, example in shown for fact in example.case.facts.get("person", [])]
    connection.executemany("INSERT INTO births VALUES (?, ?)", born)
    for duty, example in shown:
        days.setdefault(example.case.as_at, []).append(duty["subject_id"])
    connection.execute(explain.DUTIES_VIEW)
    said: dict[str, str] = {}
    for day, subjects in days.items():
        connection.execute("UPDATE standards_told SET as_at_day = $1", [day])
        found = "SELECT subject_id, explanation FROM duties WHERE list_contains($1, subject_id)"
        said |= dict(connection.execute(found, [subjects]).fetchall())
    return said


def _named(subject: str, example: Example) -> Iterator[tuple]:
    for noun, facts in example.case.facts.items():
        if NOUNS[noun].named_by:
            yield from ((noun, subject, fact["ref"], fact[NOUNS[noun].named_by]) for fact in facts)


def write(folder: Path) -> None:
    """Write every file, and take away those of standards that are no more."""
    folder.mkdir(exist_ok=True)
    wanted = explanations()
    for path in folder.glob("*.txt"):
        if path.stem not in wanted:
            path.unlink()
    for standard_id, text in wanted.items():
        (folder / f"{standard_id}.txt").write_text(text)


if __name__ == "__main__":
    write(FOLDER)
