"""What was decided about a child in supervision, and how the actions that were agreed stand."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from goldenthread.record.kinds.agreed import names_of, plain
from goldenthread.record.kinds.told import day_of
from goldenthread.record.known import facts_of
from goldenthread.record.models import Person
from goldenthread.record.story import Reader, Written, lines_of, read_lines

KINDS = ("case_supervision", "management_decision")
"""The kinds of entry in which a manager decides what is to be done."""

LOOKED_BACK = dt.timedelta(days=400)
"""What was agreed longer ago than this, a year and a month, is not looked for: ours."""


@dataclass(frozen=True)
class AgreedAction:
    """One action. `on`: the day it was agreed last; `times`: how often it was agreed; `done`: the day it was done.

    `happened`: what a later supervision said of it: yes, partly, no, or nothing yet.
    """

    what: str
    who: str
    by: dt.date | None
    on: dt.date
    entry_id: int
    times: int = 1
    done: dt.date | None = None
    happened: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it is done, as its own row or a later supervision says."""
        return self.done is not None or self.happened == "yes"

    def has_slipped(self, day: dt.date) -> bool:
        """Whether its day is past and nobody has said that it was done."""
        return not self.is_done and self.by is not None and self.by < day


@dataclass(frozen=True)
class Discussion:
    """One supervision of a child's case. `whole`: False where what several children share may not be shown to this reader."""

    day: dt.date
    entry_id: int
    decision: str
    whole: bool


@dataclass
class History:
    """What supervision has said of one child. `last_on`: the day last discussed, written here or fed; `last`: the latest of
    which there is an entry."""

    last_on: dt.date | None = None
    last: Discussion | None = None
    agreed: list[AgreedAction] = field(default_factory=list)

    def slipped(self, day: dt.date) -> list[AgreedAction]:
        """What was to be done by now and is not, the longest first."""
        return [each for each in self.agreed if each.has_slipped(day)]


def histories(reader: Reader, children: Sequence[Person], day: dt.date) -> dict[int, History]:
    """What supervision has said of each of these children by a day, by id. A fixed number of queries."""
    found = {child.pk: History() for child in children}
    for child, facts in facts_of(children, ["case_supervision"]).items():
        found[child].last_on = max((fact.started_on for fact in facts if fact.started_on <= day), default=None)
    lines = lines_of(reader).filter(entry__kind__in=KINDS, entry__withdrawn_at=None, began_on__gte=day - LOOKED_BACK,
                                    began_on__lte=day)  # fmt: skip
    by_child: dict[int, list[Written]] = {}
    for each in read_lines(reader, lines):
        by_child.setdefault(each.person, []).append(each)
    for child, written in by_child.items():
        found[child].last = next((_discussion(reader, each) for each in written if each.kind.name == "case_supervision"), None)
        found[child].agreed = _agreed(reader, reversed(written))
    return found


def _discussion(reader: Reader, each: Written) -> Discussion:
    return Discussion(each.told.day("held"), each.entry.pk, reader.masker.text(each.told.get("decision", "")), each.whole)


def _agreed(reader: Reader, written: Iterable[Written]) -> list[AgreedAction]:
    """The actions, those agreed first first; one agreed again is the same action with another day. The open first, by day."""
    found: dict[str, AgreedAction] = {}
    for each in written:
        for row in each.told.get("last_time") or ():
            _happened(found, row)
        for action in _actions(reader, each):
            before = found.get(_key(action.what))
            times = before.times + 1 if before and not before.is_done else 1
            found[_key(action.what)] = replace(action, times=times)
    return sorted(found.values(), key=lambda each: (each.is_done, each.by or dt.date.max, each.on))


def _actions(reader: Reader, each: Written) -> Iterator[AgreedAction]:
    on = each.told.day(each.kind.happened)
    for row in each.told.get("actions") or ():
        what, who = (reader.masker.text(row.get(name, "")) for name in ("what", "who"))
        if what:
            yield AgreedAction(what, who, day_of(row.get("by")), on, each.entry.pk, done=day_of(row.get("done")))


def _happened(found: dict[str, AgreedAction], row: dict) -> None:
    """What a later supervision says of an action, known by its words: the form fills them in as they were agreed."""
    said = _key(row.get("action", ""))
    for key, action in found.items():
        if said and said in map(_key, names_of({"what": action.what, "who": action.who})):
            found[key] = replace(action, happened=row.get("happened", ""))


def _key(words: str) -> str:
    return plain(words).rstrip(".")
