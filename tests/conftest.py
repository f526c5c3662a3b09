"""The engines every definition is held to, each a function from standards to the duties of all their examples."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tables of tests/spec are read by more than one folder

from tests import postgres, spark

from goldenthread.standards import evaluate, reference
from goldenthread.standards.engines import DuckDB, Postgres, Spark
from goldenthread.standards.examples import check_example, examples_of

LEFT_OUT: list[str] = []
JUDGED: dict[tuple, dict] = {}
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


@pytest.fixture(scope="session")
def relational_engine(request):
    """One relational engine, named by an indirect parameter."""
    with _engine(request) as engine:
        yield engine


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
        JUDGED[key] = evaluate.judge_examples(standards, engine)
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
