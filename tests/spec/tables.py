"""What a table of the specification is: a sentence, a rule, and examples that bear the sentence out."""

import re
from dataclasses import dataclass
from functools import cached_property
from textwrap import dedent

from goldenthread.standards import language, vocabulary
from goldenthread.standards.language import HIGH, Standard

WORDS = {**vars(vocabulary), **vars(language)}
"""What a rule may be written in: the language and the vocabulary."""


@dataclass(frozen=True)
class Table:
    """`rule` and `more` (other arguments of Standard, such as `lifted_by=`) are as an author writes them."""

    sentence: str
    rule: str
    examples: str
    more: str = ""

    @cached_property
    def standard(self) -> Standard:
        """The rule as a standard of its own, named after the sentence."""
        return Standard(
            **{
                "id": re.sub(r"[^a-z0-9]+", "-", self.sentence.lower()).strip("-"),
                "duty": self.sentence,
                "area": "Specification",
                "responsible": "Social worker",
                "severity": HIGH,
                "reference": ["SPEC"],
                "cites": "docs/adr/0001-the-contract-of-a-duty.md",
                "since": "1989-11-16",
                "rule": eval(self.rule, WORDS),
                "examples": dedent(self.examples).strip("\n"),
                **eval(f"dict({self.more})", WORDS),
            }
        )

    def __str__(self) -> str:
        return self.standard.id[:60]


@dataclass(frozen=True)
class Chapter:
    """A chapter of the language reference: what it is about, and its tables."""

    title: str
    text: str
    tables: tuple[Table, ...]
