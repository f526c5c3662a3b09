"""What an entry has met: the duties it did, for whom, and by when the next of each is due."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.oversight import here, judging
from goldenthread.oversight.models.shortfalls import GRAVITY
from goldenthread.record.models import Entry, Person


@dataclass(frozen=True)
class Met:
    """One standard that an entry met. `days_late`: 0 where it was done in time. `next_on`: None where none is owed again."""

    duty: str
    children: tuple[Person, ...]
    days_late: int
    next_on: dt.date | None


def met_by(entry: Entry, children: Sequence[Person], day: dt.date) -> list[Met]:
    """What this entry met for these children, the gravest first; the same for brothers and sisters is said once."""
    duties = judging.duties([("child", child.number) for child in children], day)
    found: dict[tuple, list[Person]] = {}
    for child in children:
        of_child = [duty for duty in duties if duty["subject_id"] == child.number]
        for key in sorted(_met(f"entry {entry.pk}", of_child)):
            found.setdefault(key, []).append(child)
    return [Met(here.standard(standard).duty, tuple(whose), late, next_on if next_on != dt.date.max else None)
            for (_, standard, late, next_on), whose in sorted(found.items(), key=lambda each: each[0])]  # fmt: skip


def _met(place: str, duties: list[dict]) -> Iterator[tuple[int, str, int, dt.date]]:
    """Of one child: how grave, the standard, how many days late, and the next day (or the last there is)."""
    for duty in duties:
        if duty["kind"] == "duty" and duty["done_on"] and duty["evidence"]["rows"][-1:] == [place]:
            following = (each["due_on"] for each in duties if each["standard"] == duty["standard"] and each["status"] == "due")
            yield GRAVITY.index(duty["severity"]), duty["standard"], duty["days_over"], min(following, default=dt.date.max)
