"""Every standard's explanation is as it was read and found to be plain English (tests/examples/explanations)."""

import re

from tests.examples.write_explanations import FOLDER, explanations


def test_every_explanation_is_as_it_was_read():
    written = {path.stem: path.read_text() for path in FOLDER.glob("*.txt")}
    now = explanations()
    changed = sorted(name for name in now.keys() | written.keys() if now.get(name) != written.get(name))
    assert not changed, "Read them again: python -m tests.examples.write_explanations"


def test_an_explanation_is_made_of_sentences():
    for name, text in explanations().items():
        assert not re.search(r"  |\.\.|,,|,\.| \.|None\b(?! is| was| could)|NULL|\bnan\b", text), name
        assert all(not line or line.endswith((".", "?")) for line in text.splitlines()), name
