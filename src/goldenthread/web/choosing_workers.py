"""Workers as they are typed or ticked on a form."""

from collections.abc import Iterable

from django.db.models import Q

from goldenthread.record import access
from goldenthread.record.access import may_sign_in
from goldenthread.record.models import Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Worker


def typed_workers(typed: str, field: str) -> list[Worker]:
    """The workers of these e-mail addresses or numbers, one on a line or between commas; Unfit where one is not known."""
    found = []
    for each in filter(None, (part.strip() for line in typed.splitlines() for part in line.split(","))):
        worker = Worker.objects.filter(Q(email__iexact=each) | Q(number=each)).first()
        if worker is None or not may_sign_in(worker):
            raise Unfit([Fault(field, "Nobody who works here has one of these e-mail addresses or numbers.")])
        found.append(worker)
    return found


def ticked_workers(ids: Iterable[str]) -> list[Worker]:
    """The workers that were ticked."""
    return list(Worker.objects.filter(pk__in=[each for each in ids if each.isdigit()]))


def likely(person: Person, by: Worker) -> list[Worker]:
    """Those most likely to be named for a record: who holds the child, their teams' managers, and whoever asks."""
    held = access.current(person=person)
    holders = Q(pk__in=held.values("worker"))
    managers = Q(team__in=held.values("team")) & Q(role__in=("team_manager", "service_manager"))
    found = Worker.objects.filter(Q(pk=by.pk) | holders | managers, is_active=True).select_related("team")
    return sorted(filter(may_sign_in, found), key=lambda worker: (worker.pk != by.pk, worker.name))
