"""The engines every definition is held to, each a function from standards to the duties of all their examples."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tables of tests/spec are read by more than one folder

from tests import postgres, spark
from tests.empty import SHARED
from xdist.scheduler import LoadFileScheduling

from goldenthread.standards import evaluate, reference
from goldenthread.standards.engines import DuckDB, Postgres, Spark
from goldenthread.standards.examples import check_example, examples_of

if SHARED not in os.environ:
    os.environ[SHARED] = tempfile.mkdtemp(prefix="goldenthread-shared-")
    atexit.register(shutil.rmtree, os.environ[SHARED], ignore_errors=True)

JUDGED: dict[tuple, dict] = {}
LEFT_OUT: list[str] = []
"""What this run had to leave out, said last and loudly; with CI=true it is failing."""


def by_reference(standards):
    """{(standard's version, example's number): duties}, by the plain engine."""
    return {
        (standard.version, example.number): reference.judge(standard, example.facts, example.as_at)
        for standard in standards
        for example in examples_of(standard)
    }


@pytest.fixture(scope="session")
def postgres_url():
    """A PostgreSQL of the tests' own."""
    with postgres.throwaway() as url:
        if url is None:
            leave_out("PostgreSQL: no initdb on this machine and none from PyPI")
        yield url


@pytest.fixture(scope="session")
def spark_session():
    """Spark in local mode."""
    with spark.session() as session:
        if session is None:
            leave_out("Spark: it needs Java 17 and `uv sync --extra spark`")
        yield session


def leave_out(what: str) -> None:
    """Skip, and have it said at the end of the run."""
    if what not in LEFT_OUT:
        LEFT_OUT.append(what)
    pytest.skip(what)


RELATIONAL = [
    pytest.param("duckdb"),
    pytest.param("postgres", marks=pytest.mark.postgres),
    pytest.param("spark", marks=pytest.mark.spark),
]


@pytest.fixture(scope="session", params=[pytest.param("reference"), *RELATIONAL])
def judge_examples(request):
    """One engine. Judge many standards at once: a relational pass costs as much for one as for a hundred."""
    if request.param == "reference":
        yield by_reference
    else:
        with _engine(request) as engine:
            yield lambda standards: _judged(request.param, engine, standards)


def _judged(name: str, engine, standards) -> dict:
    """What an engine says of the examples; asked once, though the fixture comes and goes with the files of a folder."""
    key = name, tuple(standard.version for standard in standards)
    if key not in JUDGED:
        most = 80 if name == "spark" else len(standards)  # Spark holds a plan of all of them in its memory
        several = [standards[first : first + most] for first in range(0, len(standards), most)]
        JUDGED[key] = {which: duties for some in several for which, duties in evaluate.judge_examples(some, engine).items()}
    return JUDGED[key]


@pytest.fixture(scope="session")
def mismatches_of(judge_examples):
    """How one engine differs from the examples of standards, all judged at once: {standard's version: sentences}."""

    def of(standards) -> dict[str, list[str]]:
        judged = judge_examples(standards)
        return {
            standard.version: [
                fault
                for example in examples_of(standard)
                for fault in check_example(example, judged[standard.version, example.number])
            ]
            for standard in standards
        }

    return of


def _engine(request):
    if request.param == "duckdb":
        return DuckDB()
    if request.param == "postgres":
        return Postgres(request.getfixturevalue("postgres_url"))
    return Spark(request.getfixturevalue("spark_session"))


class _Together(LoadFileScheduling):
    """A file stays in one process; so do all tables of the language, which are judged together."""

    def _split_scope(self, nodeid: str) -> str:
        return "tests/spec" if nodeid.startswith("tests/spec/") else super()._split_scope(nodeid)


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_make_scheduler(config, log):
    """How tests are spread over several processes."""
    return _Together(config, log)


def pytest_terminal_summary(terminalreporter):
    """Say last and loudly what was left out."""
    if LEFT_OUT:
        terminalreporter.section("LEFT OUT OF THIS RUN", sep="!", red=True)
        for what in LEFT_OUT:
            terminalreporter.write_line(what, red=True)


def pytest_sessionfinish(session, exitstatus):
    """With CI=true leaving something out is failing."""
    if LEFT_OUT and os.environ.get("CI") == "true" and exitstatus == 0:
        session.exitstatus = 1
