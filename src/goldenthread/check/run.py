"""One run of check: what was judged, on which day, from which sources."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from goldenthread.formats.read import ReadSummary
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import Coverage

COUNTS = ("rows", "with_facts", "nothing_to_tell", "not_read", "values_left_out", "ignored")

MANY_FILES = 15
"""More files than this are told source by source first."""


def adds_up(summary: ReadSummary) -> bool:
    """Whether every row of a file is accounted for."""
    return summary.rows == summary.with_facts + summary.nothing_to_tell + summary.not_read


def by_title(summaries: Sequence[ReadSummary]) -> list[ReadSummary]:
    """The summaries of each source added up, in the order the sources came; `file` says how many files."""
    groups: dict[str, list[ReadSummary]] = {}
    for each in summaries:
        groups.setdefault(each.title, []).append(each)
    return [_added(title, members) for title, members in groups.items()]


def _added(title: str, members: list[ReadSummary]) -> ReadSummary:
    sums = {name: sum(getattr(each, name) for each in members) for name in COUNTS}
    return ReadSummary(title, members[0].file if len(members) == 1 else f"{len(members):,} files", **sums)


@dataclass(frozen=True)
class Run:
    """What every output tells of: the standards, the day and why that day, what was read and what that can show."""

    standards: Sequence[Standard]
    as_at: dt.date
    as_at_why: str
    summaries: Sequence[ReadSummary] = ()
    coverage: Sequence[Coverage] = ()
    authority: str | None = None
    _versions: dict[str, list[Standard]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self):
        for each in sorted(self.standards, key=lambda standard: standard.since_day):
            self._versions.setdefault(each.id, []).append(each)

    @property
    def sources(self) -> list[ReadSummary]:
        """What was read, source by source."""
        return by_title(self.summaries)

    @property
    def has_many_files(self) -> bool:
        return len(self.summaries) > MANY_FILES

    @property
    def ids(self) -> list[str]:
        """The ids of the standards, each once, in the order of the book."""
        return list(dict.fromkeys(each.id for each in self.standards))

    def versions(self, id: str) -> list[Standard]:
        """The dated versions of a standard, oldest first."""
        return self._versions[id]

    def standard(self, id: str, day: dt.date | None = None) -> Standard:
        """The version in force on a day (as at, unless given): the last that had begun, or else the first."""
        day = day or self.as_at
        begun = [each for each in self._versions[id] if each.since_day <= day]
        return begun[-1] if begun else self._versions[id][0]
