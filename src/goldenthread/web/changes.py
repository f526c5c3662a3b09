"""What changed between two versions of an entry, field by field, in words."""

from typing import NamedTuple

from goldenthread.record.shown import ShownEntry


class Change(NamedTuple):
    """One answer that changed: of whom (empty: of all), to which question, from what, to what."""

    whose: str
    asked: str
    old: str
    new: str


def changes(before: ShownEntry | None, after: ShownEntry) -> list[Change]:
    """Every answer that differs, in the order of the form; of the first version, none."""
    if before is None:
        return []
    old, new = _answers(before), _answers(after)
    differ = (key for key in {**old, **new} if old.get(key, "") != new.get(key, ""))
    names = {str(line.person.pk): line.person.name for line in after.lines}
    return [Change(names.get(key[0], ""), key[2], old.get(key, ""), new.get(key, "")) for key in differ]


def _answers(seen: ShownEntry) -> dict[tuple[str, str, str], str]:
    """Every answer, by whose it is, its heading and its question."""
    shared = {("", group.heading, said.label): str(said.value) for group in seen.shared or () for said in group.said}
    return shared | {(str(line.person.pk), "", said.label): str(said.value) for line in seen.lines for said in line.said}
