"""The language reference says what the tables say, and says each thing once."""

from tests.spec.book import TABLES
from tests.spec.write_reference import PATH, reference


def test_the_language_reference_is_what_the_tables_say():
    assert PATH.read_text(encoding="utf-8") == reference(), "Stale: run python -m tests.spec.write_reference"


def test_no_sentence_of_the_specification_is_said_twice():
    sentences = [table.sentence for table in TABLES]
    assert [sentence for sentence in sentences if sentences.count(sentence) > 1] == []


def test_every_sentence_of_the_specification_names_a_standard_of_its_own():
    assert len({table.standard.id for table in TABLES}) == len(TABLES)
