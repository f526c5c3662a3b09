"""Every example of every standard in the book, on every engine: the examples are the expert's acceptance."""

import pytest

from goldenthread.standards.book import book
from goldenthread.standards.examples import examples_of
from goldenthread.standards.language.verbs import Never

STANDARDS = book()

KEPT_OR_OVER = {"met", "ceased", "due"}
NOT_KEPT = {"late", "overdue", "not_met"}


@pytest.fixture(scope="session")
def judged(mismatches_of):
    """How one engine differs from each standard's examples, all judged at once: {standard's version: sentences}."""
    return mismatches_of(STANDARDS)


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.version)
def test_every_engine_judges_the_examples_as_their_author_expects(standard, judged):
    assert judged[standard.version] == []


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.version)
def test_the_examples_show_what_is_kept_what_is_not_and_where_it_can_be_nothing_owed(standard):
    expected = [example.expected["status"] for example in examples_of(standard)]
    shown = {status for statuses in expected for status in statuses}
    assert shown & NOT_KEPT, "no example shows it not kept"
    if isinstance(standard.rule, Never):
        assert [] in expected, "no example shows what it must not catch"
    else:
        assert shown & KEPT_OR_OVER, "no example shows it kept, still due or ceased"
