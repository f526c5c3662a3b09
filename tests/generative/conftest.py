"""One invented authority for each seed, judged once for every test of it.

3,000 children in `make test`; GOLDENTHREAD_CHILDREN=20000 GOLDENTHREAD_SEEDS=1,2,3 for more.
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
CHILDREN = int(os.environ.get("GOLDENTHREAD_CHILDREN", "3000"))
SEEDS = [int(seed) for seed in os.environ.get("GOLDENTHREAD_SEEDS", "1").split(",")]
SHORTFALLS = """
SELECT DISTINCT subject_id, standard, opened_on::VARCHAR FROM duties WHERE status IN ('late', 'overdue', 'not_met')
"""


@pytest.fixture(scope="session", params=SEEDS, ids=lambda seed: f"seed {seed}")
def authority(request, tmp_path_factory):
    """The truth of an invented authority, and the shortfalls that are found in it.

    Truth: {(subject, standard, day): its row of truth.csv}; found: (subject, standard, day) each.
    """
    folder = tmp_path_factory.mktemp("authority")
    write(CHILDREN, seed=request.param, as_at=AS_AT, out=folder)
    connection = duckdb.connect()
    judge(read([folder], AS_AT, connection).thread, book(), AS_AT)
    return _truth(folder), set(connection.execute(SHORTFALLS).fetchall())


def _truth(folder):
    with (folder / "truth.csv").open(newline="") as file:
        return {(row["subject_id"], row["standard"], row["opened_on"]): row for row in csv.DictReader(file)}
