"""What was read, and what it bears witness to, in words."""

import datetime as dt
from dataclasses import dataclass

from goldenthread.check import words
from goldenthread.check.run import Run
from goldenthread.formats.sources import formats
from goldenthread.standards.vocabulary import NOUNS

EXTENTS = {"all": "Everything", "latest": "Only the latest", "some": "Some, though there may be others"}


@dataclass(frozen=True)
class Witness:
    """What a source bears witness to: `extent` and `between` in words, and the things, in words."""

    extent: str
    between: str
    things: list[str]


def coverage_in_words(run: Run) -> dict[str, list[Witness]]:
    """For each source, what it bears witness to, and between which days."""
    titles = {each.name: each.title for each in formats()}
    groups: dict[tuple, list[str]] = {}
    for each in run.coverage:
        things = groups.setdefault((titles.get(each.source, each.source), each.extent, each.from_day, each.to_day), [])
        things.append(NOUNS[each.noun].one if each.noun in NOUNS else each.noun)
    sources: dict[str, list[Witness]] = {}
    for (source, extent, first, last), things in groups.items():
        between = Witness(EXTENTS[extent], _between(first, last), list(dict.fromkeys(things)))
        sources.setdefault(source, []).append(between)
    return sources


def _between(first: dt.date, last: dt.date) -> str:
    """Days in words; a first day of long ago or a last one far ahead is no limit."""
    start = f"from {words.day(first)} " if first.year > 1900 else ""
    return f"{start}to {words.day(last)}" if last.year < 2100 else (start.strip() or "at any time")


def reason_in_words(reason: str) -> str:
    """Why something was not judged, with nouns and their facts (`review`, `review.is_held`) in words."""
    before, colon, names = reason.partition(": ")
    things = [_in_words(name) for name in names.split(", ")]
    return f"{before}: {'; '.join(things)}" if colon and all(things) else reason


def _in_words(name: str) -> str | None:
    noun, _, fact = name.partition(".")
    if noun not in NOUNS:
        return None
    if not fact:
        return NOUNS[noun].one
    words_of = {each.name: each.words for each in NOUNS[noun].facts}
    return f"{NOUNS[noun].one} ({words_of[fact]})" if fact in words_of else None
