"""Minutes as the next meeting needs them: what was agreed and whether it happened, and what was left empty."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goldenthread.record.kinds.agreed import AGREED, names_of, same_words, what_of
from goldenthread.record.kinds.language import Kind
from goldenthread.record.kinds.told import Told, day_of
from goldenthread.record.models import Entry
from goldenthread.record.story import Reader, Written
from goldenthread.standards import vocabulary as v

OWN_STANDARDS = ("permanence",)
"""What is not owed by every review: standards of their own say from when."""


@dataclass(frozen=True)
class AgreedAtMeeting:
    """Something a review agreed. `entry`, `row`: the review's id, and its place among what it agreed. `happened`: what a
    later meeting or its own row says: yes, partly, no, or nothing yet; `why_not`: in its words."""

    what: str
    who: str
    by: dt.date | None
    entry: int
    row: int
    happened: str = ""
    why_not: str = ""

    def is_late(self, day: dt.date) -> bool:
        """Whether its day is past, and nobody has said that it happened."""
        return self.happened != "yes" and (self.by is None or self.by < day)


@dataclass(frozen=True)
class Meeting:
    """The last review or conference of which there are minutes here. `empty`: the sections nobody filled, by their questions.

    `why_empty`: what was said of that. `whole`: False where what several children share may not be shown to this reader.
    """

    entry: Entry
    kind: Kind
    day: dt.date
    whole: bool
    agreed: tuple[AgreedAtMeeting, ...] = ()
    empty: tuple[str, ...] = ()
    why_empty: str = ""
    is_quorate: bool | None = None

    def undone(self, day: dt.date) -> list[AgreedAtMeeting]:
        """What should have happened by now and has not."""
        return [each for each in self.agreed if each.is_late(day)]


def meeting(reader: Reader, last: Written, written: Sequence[Written] = ()) -> Meeting:
    """Minutes as the next meeting needs them: what was agreed, with what later entries say of it, and what was left empty."""
    kind, told, mask = last.kind, last.told, reader.masker.text
    if not last.whole:
        return Meeting(last.entry, kind, told.day(kind.happened), False)
    before = [each for each in _newest(written) if each.kind == kind and each.whole and _is_before(each, last)]
    found = still_agreed([last.told.shared, *(each.told.shared for each in before)])
    agreed = [_agreed([last, *before][meeting].entry.pk, place, row, mask) for meeting, place, row in found]
    since = [each for each in written if each.entry.pk != last.entry.pk and each.entry.began_on >= last.entry.began_on]
    later = [row for each in sorted(since, key=lambda each: each.entry.began_on) for row in each.told.get("last_time") or ()]
    empty = left_empty(kind, replace(told, last=lambda: before[0].told if before else None))
    return Meeting(
        last.entry, kind, told.day(kind.happened), True, tuple(_with_later(each, later, mask) for each in agreed),
        tuple(empty), mask(told.get("why_empty") or ""), told.get("is_quorate"),
    )  # fmt: skip


def _newest(written: Iterable[Written]) -> list[Written]:
    return sorted(written, key=lambda each: (each.entry.began_on, each.entry.pk), reverse=True)


def _is_before(each: Written, last: Written) -> bool:
    return (each.entry.began_on, each.entry.pk) < (last.entry.began_on, last.entry.pk)


def rows_agreed(shared: dict) -> list[dict]:
    """What the body of minutes leaves to be done, numbered in this order: decisions, actions, steps of outcomes; and, of what was
    agreed the time before, what did not happen and was not agreed anew: it is not lost."""
    rows = [row for name in AGREED for row in shared.get(name) or () if what_of(row)]
    known = [words for row in rows for words in names_of(row)]
    carried = [row for row in shared.get("last_time") or () if row.get("action") and row.get("happened") != "yes"]
    return rows + [row for row in carried if not any(same_words(row["action"], each) for each in known)]


BACK = 4
"""So many meetings are gone through for what nobody ever said anything of."""


def still_agreed(bodies: Sequence[dict]) -> list[tuple[int, int, dict]]:
    """What the next meeting has to go through, of minutes newest first: each row with which minutes, and its place in them.

    All that the last agreed; of those before, what is not done and no later minutes name.
    """
    found, named = [], []
    for meeting, shared in enumerate(bodies[:BACK]):
        rows = list(enumerate(rows_agreed(shared)))
        new = [(place, row) for place, row in rows if not meeting or not (row.get("done") or _is_named(row, named))]
        found += [(meeting, place, row) for place, row in new]
        named += [row.get("action") or "" for row in shared.get("last_time") or ()]
        named += [words for _, row in rows for words in names_of(row)]
    return found


def _is_named(row: dict, named: Sequence[str]) -> bool:
    return any(same_words(words, each) for words in names_of(row) for each in named)


def _agreed(entry: int, place: int, row: dict, mask) -> AgreedAtMeeting:
    happened = "yes" if row.get("done") else row.get("happened", "")
    what, who = mask(what_of(row)), mask(row.get("who") or "")
    return AgreedAtMeeting(what, who, day_of(row.get("by")), entry, place, happened, mask(row.get("why_not") or ""))


def _with_later(agreed: AgreedAtMeeting, later: Iterable[dict], mask) -> AgreedAtMeeting:
    """With what a later meeting says of it, known by its words: the form fills them in as they were agreed."""
    wanted = names_of({"what": agreed.what, "who": agreed.who})
    for row in later:
        if any(same_words(mask(row.get("action") or ""), each) for each in wanted):
            agreed = replace(agreed, happened=row.get("happened", ""), why_not=mask(row.get("why_not") or ""))
    return agreed


def left_empty(kind: Kind, told: Told) -> list[str]:
    """What minutes leave out: as the standards judge it, where the kind says what it must speak of; else its blank sections."""
    judged = [gives for gives in kind.gives if gives.noun is v.left_empty and not gives.each]
    if judged:
        names = [gives.facts["section"](told) for gives in judged if gives.where(told)]
        return [each for each in names if each not in OWN_STANDARDS]
    return [each.words.rstrip("?.") for each in kind.fields if each.kind == "section" and not told.is_said(each.name)]
