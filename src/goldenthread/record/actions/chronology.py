"""Curating a chronology: how much a line matters, what it was for the child, and finishing the whole."""

from django.utils import timezone

from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.actions.language import Act, action
from goldenthread.record.chronology import snapshot
from goldenthread.record.known import survivors
from goldenthread.record.models import ChronologyMark, Entry, Fact, Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.record.story import plain_story
from goldenthread.workforce.models import Worker

SIGNIFICANCE = {"key": "A key event", "ordinary": "An ordinary event", "hidden": "Leave it out of the chronology"}
"""How much a line may matter; one that is left out stays on the record, with the reason."""


@action("chronology.mark")
def mark_line(
    *, by: Worker, person: Person, significance: str, entry: Entry | None = None, fact: Fact | None = None,
    childs_perspective: str = "", reason: str = "",
) -> Act:  # fmt: skip
    """Say how much a line of a child's chronology matters, and what it was for the child; the ChronologyMark. Denied; Unfit."""
    access.check_write(by, person)
    if entry:
        access.check_read_entry(by, entry)
    _check_about(person, entry, fact)
    faults = []
    if significance not in SIGNIFICANCE:
        faults.append(Fault("significance", "Say how much it matters."))
    if significance == "hidden" and not reason.strip():
        faults.append(Fault("reason", "Say why it is left out."))
    if faults:
        raise Unfit(faults)
    mark = ChronologyMark.objects.create(
        person=person, entry=entry, fact=fact, significance=significance, childs_perspective=childs_perspective.strip(),
        reason=reason.strip(), by=by, at=timezone.now(),
    )  # fmt: skip
    return Act("entry" if entry else "fact", (entry or fact).pk, (person,), result=mark)


def _check_about(person: Person, entry: Entry | None, fact: Fact | None) -> None:
    """Whether the line is one of this child's."""
    whose = survivors([person])
    about = entry.about.filter(person__in=whose).exists() if entry else bool(fact) and fact.person_id in whose
    if not about:
        raise Denied("hidden", "There is no such line.", hidden=True)


@action("chronology.finish")
def finish_chronology(*, by: Worker, person: Person, purpose: str = "case", pattern: str = "") -> Act:
    """Keep the chronology as it stands today, as an entry; the Entry. Denied; Unfit, where there is nothing to keep.

    What several children share is never kept in it: whoever may open this child's record may read the entry.
    """
    lines = snapshot(plain_story(by, person))
    if not lines:
        raise Unfit([Fault("", "There is no line to keep yet.")])
    shared = {"finished": access.today().isoformat(), "purpose": purpose, "lines": lines}
    body = {"shared": shared | ({"pattern": pattern.strip()} if pattern.strip() else {}), "lines": {}}
    entry = make_entry(by=by, kind="chronology", persons=[person], body=body)
    return Act("entry", entry.pk, (person,), result=entry)
