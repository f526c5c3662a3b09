"""Lawful exceptions that a standard knows. How often one was said to apply is counted in the drift ledger (told.exceptions)."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.oversight import here
from goldenthread.oversight.explained import kinds_that_tell
from goldenthread.oversight.models import Shortfall


@dataclass(frozen=True)
class Provision:
    """An exception that a standard knows, in words. `kind`, `title`: of the entry that records it; empty where none does."""

    words: str
    kind: str
    title: str


def provisions(shortfalls: Sequence[Shortfall]) -> list[Provision]:
    """The exceptions that the standards of these know, each once. Recorded as an entry, one lifts its duty by itself."""
    found = {}
    for each in shortfalls:
        standard = here.standard_of(each)
        for noun in standard.lifted_by if standard else ():
            kind = next(iter(kinds_that_tell(noun)), None)
            found[noun.one] = Provision(noun.one, kind.name if kind else "", kind.title if kind else "")
    return list(found.values())
