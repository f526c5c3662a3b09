"""The chronology of a child: the story as it is read for a purpose, and what has changed since one was finished."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from goldenthread.record.access import today
from goldenthread.record.models import Entry, Fact, Person
from goldenthread.record.reading import body_of, kind_of, latest
from goldenthread.record.story import Moment, identity

LEGAL = ("court", "protection", "care", "permanence")
"""Themes that a court is told of."""


def _is_recent(moment: Moment) -> bool:
    return moment.day >= today() - relativedelta(years=2)


def _is_for_court(moment: Moment) -> bool:
    return moment.significance == "key" or moment.theme in LEGAL


VIEWS: dict[str, tuple[str, Callable[[Moment], bool]]] = {
    "all": ("Everything", lambda moment: moment.significance != "hidden"),
    "key": ("Key events", lambda moment: moment.significance == "key"),
    "two-years": ("The last two years", lambda moment: moment.significance != "hidden" and _is_recent(moment)),
    "court": ("For court", lambda moment: moment.significance != "hidden" and not moment.gone and _is_for_court(moment)),
    "hidden": ("Left out", lambda moment: moment.significance == "hidden"),
}
"""The ways to read it: in words, and which lines."""


def chosen(story: Sequence[Moment], view: str, theme: str, oldest_first: bool) -> list[Moment]:
    """The lines of a view and a theme, in order. For court what was withdrawn is left out, and the oldest come first."""
    wanted = VIEWS[view][1]
    lines = [moment for moment in story if wanted(moment) and theme in ("", moment.theme or "other")]
    if view == "court":
        lines = [moment for moment in lines if not moment.withdrawn]
    return lines[::-1] if oldest_first or view == "court" else lines


def themes(story: Sequence[Moment]) -> list[str]:
    """The themes that occur in a story."""
    return sorted({moment.theme or "other" for moment in story})


@dataclass(frozen=True)
class Frozen:
    """A line as it stood when the chronology was finished; `source` as Moment.source."""

    when: dt.date
    what: str
    source: str
    significance: str
    childs_perspective: str

    @property
    def said(self) -> tuple:
        """What is compared."""
        return self.when, self.what, self.significance, self.childs_perspective


@dataclass(frozen=True)
class Since:
    """What has changed since a chronology was finished. `changed` is pairs: as it was, and as it is."""

    entry: Entry
    added: list[Moment]
    changed: list[tuple[Frozen, Moment]]
    withdrawn: list[Frozen]

    @property
    def is_same(self) -> bool:
        """Whether nothing has."""
        return not (self.added or self.changed or self.withdrawn)


def last_finished(person: Person) -> Entry | None:
    """The chronology of this child that was finished last. One query."""
    finished = Entry.objects.filter(kind="chronology", people=person, withdrawn_at=None).select_related("made_by")
    return finished.order_by("-began_on", "-pk").first()


def row_of(moment: Moment) -> dict:
    """A line as the snapshot keeps it."""
    row = {"when": moment.day.isoformat(), "what": moment.words, "source": moment.source, "significance": moment.significance}
    return row | ({"childs_perspective": moment.childs_perspective} if moment.childs_perspective else {})


def snapshot(story: Sequence[Moment]) -> list[dict]:
    """The lines of a finished chronology, oldest first: not what was left out, withdrawn, or is a chronology itself."""
    return [row_of(moment) for moment in _told(story)[::-1]]


def _told(story: Sequence[Moment]) -> list[Moment]:
    return [moment for moment in story if moment.significance != "hidden" and not moment.withdrawn and not moment.gone
            and moment.kind != "chronology"]  # fmt: skip


def since(entry: Entry, story: Sequence[Moment], mask: Callable[[str], str]) -> Since:
    """What has changed since this chronology was finished, as the reader may see it. Two queries."""
    rows = body_of(latest(entry), kind_of(entry))["shared"]["lines"]
    frozen = [Frozen(dt.date.fromisoformat(row["when"]), mask(row["what"]), row.get("source", ""), row.get("significance", ""),
                     mask(row.get("childs_perspective", ""))) for row in rows]  # fmt: skip
    now = {_identity(moment): moment for moment in _told(story)}
    was = dict(zip(_identities(frozen), frozen, strict=True))
    return Since(
        entry,
        added=[moment for key, moment in now.items() if key not in was],
        changed=[(was[key], moment) for key, moment in now.items() if key in was and was[key].said != _said(moment)],
        withdrawn=[line for key, line in was.items() if key not in now],
    )


def _said(moment: Moment) -> tuple:
    return moment.day, moment.words, moment.significance, moment.childs_perspective


def _identity(moment: Moment) -> tuple:
    return identity(moment.entry.pk if moment.entry else None, moment.fact)


def _identities(frozen: Sequence[Frozen]) -> list[tuple]:
    """What each line stands for: of a fed row its key, found by the row that the snapshot names."""
    numbers = [line.source.rpartition(" ")[2] for line in frozen]
    facts = {str(fact.pk): fact for fact in Fact.objects.filter(
        pk__in=[number for line, number in zip(frozen, numbers, strict=True) if number.isdigit() and _is_fed(line)])}  # fmt: skip
    return [
        identity(None, facts[number]) if _is_fed(line) and number in facts
        else ("entry", int(number)) if line.source.startswith("entry ") and number.isdigit()
        else ("typed", line.when, line.what)
        for line, number in zip(frozen, numbers, strict=True)
    ]  # fmt: skip


def _is_fed(line: Frozen) -> bool:
    return ", row " in line.source
