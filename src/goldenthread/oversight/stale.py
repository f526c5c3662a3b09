"""Who is to be judged again: put down in the transaction of the change itself, so that nothing is lost with a process."""

from collections.abc import Iterable

from django.utils import timezone

from goldenthread.oversight.models import Stale
from goldenthread.record.actions.language import Act
from goldenthread.record.models import Person
from goldenthread.workforce.models import Worker


def changed(done: Act) -> None:
    """Note everyone an action concerned, children, carers and workers, as to be judged again."""
    people = [each for each in done.people if isinstance(each, Person)]
    mark(("child", (each.merged_into or each).number) for each in people if each.had_record)
    mark(("carer", each.number) for each in people if each.is_carer)
    about = getattr(done.result, "worker", None)
    if isinstance(about, Worker):
        mark([("worker", about.number)])


def mark(subjects: Iterable[tuple[str, str]]) -> None:
    """Note these subjects, pairs of type and id, as to be judged again."""
    now = timezone.now()
    rows = [Stale(subject_type=kind, subject_id=number, since=now) for kind, number in dict.fromkeys(subjects)]
    Stale.objects.bulk_create(rows, ignore_conflicts=True)
