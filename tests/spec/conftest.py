"""All tables of all chapters, judged once by each engine."""

import pytest


@pytest.fixture(scope="session")
def judged(mismatches_of):
    """How one engine differs from each table: {standard's version: sentences}."""
    from tests.spec.book import TABLES

    return mismatches_of([table.standard for table in TABLES])


@pytest.fixture
def mismatches(judged):
    """How one engine differs from a table."""
    return lambda table: judged[table.standard.version]
