"""What children asked for and what came of it: which wishes are open, and which meetings passed them over.

A wish (an entry) is open until the child was given an answer. A review or conference held after it either says what it did with
the wish, in a row of the same words, or passed it over.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from goldenthread.oversight.disputing import disputed
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.agreed import same_words
from goldenthread.record.models import Entry, Person
from goldenthread.record.story import Reader, Written, lines_of, read_lines, reader_of
from goldenthread.workforce.models import Worker

WISH = "childs_wish"


@dataclass(frozen=True)
class Heard:
    """What one meeting did with a wish."""

    day: dt.date
    answer: str
    why: str


@dataclass(frozen=True)
class Wish:
    """A wish still open. `passed_over`: the days of the meetings since that say nothing of it; `heard`: what the last one
    that does did with it. `disputed`: the id of a dispute about it that is open, or None."""

    entry: Entry
    said_on: dt.date
    words: str
    passed_over: tuple[dt.date, ...] = ()
    heard: Heard | None = None
    disputed: int | None = None

    @property
    def is_unanswered(self) -> bool:
        """Whether no meeting has said anything of it yet; one that has, leaves only the child to be told."""
        return self.heard is None


@cache
def meetings() -> tuple[str, ...]:
    """The kinds of meeting that are asked what they did with each wish."""
    return tuple(kind.name for kind in kinds().values() if any(each.name == "wishes_answered" for each in kind.fields))


def open_wishes(by: Worker, children: Sequence[Person], day: dt.date) -> dict[int, list[Wish]]:
    """The open wishes of each of these children, by id, those longest passed over first; as this worker may read them."""
    return wishes_of(reader_of(by, children), day)


def wishes_of(reader: Reader, day: dt.date) -> dict[int, list[Wish]]:
    """The same, for a reader at hand. A fixed number of queries."""
    lines = lines_of(reader).filter(entry__kind__in=(WISH, *meetings()), entry__withdrawn_at=None, began_on__lte=day)
    return from_written(reader, list(read_lines(reader, lines)), day)


def from_written(reader: Reader, written: Iterable[Written], day: dt.date) -> dict[int, list[Wish]]:
    """The same, of entries read before."""
    said, held = defaultdict(list), defaultdict(list)
    for each in written:
        if each.kind.name == WISH and not _is_answered(each, day):
            said[each.person].append(each)
        elif each.kind.name in meetings():
            held[each.person].append(each)
    pks = [each.entry.pk for wishes in said.values() for each in wishes]
    at_odds = {each.entry_id: each.dispute_id for each in disputed(pks)}
    return {
        child: sorted((_wish(reader, each, held[child], at_odds.get(each.entry.pk)) for each in wishes), key=_longest_passed_over)
        for child, wishes in said.items()
    }


def _longest_passed_over(wish: Wish) -> tuple:
    return -len(wish.passed_over), wish.said_on, wish.entry.pk


def _is_answered(each: Written, day: dt.date) -> bool:
    answered = each.told.day("answered")
    return answered is not None and answered <= day


def _wish(reader: Reader, each: Written, held: Iterable[Written], at_odds: int | None) -> Wish:
    words, said_on = " ".join((each.told.get("wish") or "").split()), each.told.day("said")
    shown, heard, passed_over = reader.masker.text(words), None, []
    for on, meeting in sorted(((each.told.day(each.kind.happened), each) for each in held), key=lambda pair: pair[0]):
        if on <= said_on:
            continue
        if row := next((row for row in meeting.told.get("wishes_answered") or () if _is_of(row, words, shown)), None):
            answer, why = (reader.masker.text(row.get(name) or "") for name in ("answer", "why"))
            heard = Heard(on, answer, why)
        else:
            passed_over.append(on)
    return Wish(each.entry, said_on, shown, tuple(passed_over), heard, at_odds)


def _is_of(row: dict, *wishes: str) -> bool:
    return any(same_words(row.get("wish") or "", wish) for wish in wishes)
