"""Every planted failing is found, and nobody else is accused.

An authority is invented, written, read and judged, and what is found is held against truth.csv. 2,000 children in
`make test`; GOLDENTHREAD_CHILDREN=20000 GOLDENTHREAD_SEEDS=1,2,3 for more.
"""

import csv
import datetime as dt
import os

import duckdb
import pytest

from goldenthread.formats.sources import read
from goldenthread.invent import write
from goldenthread.standards.book import book
from goldenthread.standards.evaluate import judge

AS_AT = dt.date(2026, 3, 31)
CHILDREN = int(os.environ.get("GOLDENTHREAD_CHILDREN", "2000"))
SEEDS = [int(seed) for seed in os.environ.get("GOLDENTHREAD_SEEDS", "1").split(",")]
SHORTFALLS = """
SELECT DISTINCT subject_id, standard, opened_on::VARCHAR FROM duties WHERE status IN ('late', 'overdue', 'not_met')
"""


@pytest.fixture(scope="module", params=SEEDS, ids=lambda seed: f"seed {seed}")
def authority(request, tmp_path_factory):
    """The truth of an invented authority, and the shortfalls that are found in it: (subject, standard, day) each."""
    folder = tmp_path_factory.mktemp("authority")
    write(CHILDREN, seed=request.param, as_at=AS_AT, out=folder)
    connection = duckdb.connect()
    judge(read([folder], AS_AT, connection).thread, book(), AS_AT)
    return _truth(folder), set(connection.execute(SHORTFALLS).fetchall())


def _truth(folder):
    with (folder / "truth.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["subject_id"], row["standard"], row["opened_on"]): row["implied"] for row in rows}


def test_every_planted_failing_is_found(authority):
    truth, found = authority
    assert truth
    assert sorted(set(truth) - found) == []


def test_nobody_else_is_accused(authority):
    truth, found = authority
    assert sorted(found - set(truth)) == []


def test_a_stated_share_of_the_children_is_planted(authority):
    truth, _ = authority
    planted = {subject for (subject, _, _), implied in truth.items() if subject.startswith("C") and implied == "no"}
    assert 0.11 * CHILDREN < len(planted) <= 0.19 * CHILDREN


def test_failings_of_many_kinds_are_planted_and_all_are_in_the_book(authority):
    truth, _ = authority
    kinds = {standard for _, standard, _ in truth}
    assert len(kinds) >= 70
    assert kinds <= {standard.id for standard in book()}
