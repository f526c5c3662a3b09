"""Who is to be judged again: put down in the transaction of the change itself, so that nothing is lost with a process."""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from goldenthread.oversight.models import Stale
from goldenthread.record import links, risks
from goldenthread.record.actions.language import Act
from goldenthread.record.models import Entry, Person
from goldenthread.record.reading import first_of
from goldenthread.workforce.models import Worker

NOTHING_JUDGED = frozenset({
    "attachment", "destruction", "document", "draft", "emergency", "hold", "prepared", "request", "retention", "token",
    "tombstone",
})  # fmt: skip
"""What an action may change that no standard looks at."""

FAMILY = frozenset({"person", "relationship", "household"})
"""What an action changes by which those near may be in other danger than before."""


def changed(done: Act) -> None:
    """Note everyone an action concerned, children, carers, workers and recommendations, as to be judged again."""
    if done.thing not in NOTHING_JUDGED:
        mark(concerned(done))


def concerned(done: Act) -> Iterator[tuple[str, str]]:
    """The subjects of whom an action may have changed what is judged."""
    for each in done.people:
        if isinstance(each, Person):
            if each.had_record:
                yield "child", each.survivor.number
            if each.is_carer:
                yield "carer", each.number
    for about in (done.result, getattr(done.result, "worker", None)):
        if isinstance(about, Worker):
            yield "worker", about.number
    yield from (("child", number) for number in _near(done))
    if isinstance(done.result, Entry) and done.result.subject_type == "recommendation":
        yield "recommendation", str(first_of(done.result).pk)


def _near(done: Act) -> set[str]:
    """Numbers of the children near those an action is about: who lives with them, or is tied to them by a concern."""
    people = [each for each in done.people if isinstance(each, Person)]
    if done.thing in FAMILY:
        return risks.concerned(people)
    naming = isinstance(done.result, Entry) and done.result.kind in links.KINDS
    return links.tied(people) if naming else set()


def mark(subjects: Iterable[tuple[str, str]], anew: bool = True) -> None:
    """Note these subjects, pairs of type and id, as to be judged again; `anew`: since now, though they were noted before."""
    now = timezone.now()
    rows = [Stale(subject_type=kind, subject_id=number, since=now) for kind, number in dict.fromkeys(subjects)]
    if anew:
        keys = ["subject_type", "subject_id"]
        Stale.objects.bulk_create(rows, update_conflicts=True, update_fields=["since"], unique_fields=keys)
    else:
        Stale.objects.bulk_create(rows, ignore_conflicts=True)
