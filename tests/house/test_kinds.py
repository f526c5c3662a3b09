"""docs/kinds.md keeps up with the declarations of the kinds."""

from pathlib import Path

from goldenthread.record.kinds.schema import words

DOCUMENT = Path(__file__).parents[2] / "docs" / "kinds.md"


def test_the_document_of_kinds_is_not_stale():
    assert DOCUMENT.read_text() == words(), "Run: python -m goldenthread.record.kinds.schema docs/kinds.md"
