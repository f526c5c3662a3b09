"""Who may see a record besides, and who must not: restricting, naming, blocking, emergencies, and cases for an inspector."""

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from goldenthread.record import access, policies
from goldenthread.record.access import Denied
from goldenthread.record.actions.language import Act, action
from goldenthread.record.models import Block, BreakGlass, ChosenCase, Guarding, NamedAccess, Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Worker

RESTRICT = frozenset({"head_of_service", "director"})
"""The roles that restrict a record."""

CHOOSE = frozenset({"head_of_service", "director", "quality_assurance"})
"""The roles that choose cases for an inspector."""

EMERGENCY_LASTS = dt.timedelta(hours=24)
LEAST_NAMED = 2
"""A record that only one person may open is lost with them."""
SHORTEST_REASON = 10


@action("access.restrict")
def restrict_record(*, by: Worker, person: Person, workers: Sequence[Worker], reason: str) -> Act:
    """Restrict a record to those named: to everyone else it is as if it did not exist. Denied; Unfit."""
    ground = _check_guard(by, person)
    policies.check_reason(reason)
    _check_named(workers)
    for worker in workers:
        _name(by, person, worker)
    person.restricted = True
    person.save(update_fields=["restricted"])
    keep_reason(by, person, "restricted", reason)
    return Act("person", person.pk, (person,), ground.name, person)


@action("access.unrestrict")
def unrestrict_record(*, by: Worker, person: Person, reason: str) -> Act:
    """Open a restricted record again to those who hold the child. Denied; Unfit."""
    ground = _check_guard(by, person)
    policies.check_reason(reason)
    person.restricted = False
    person.save(update_fields=["restricted"])
    person.named_access.all().delete()
    keep_reason(by, person, "opened", reason)
    return Act("person", person.pk, (person,), ground.name, person)


@action("access.name")
def name_worker(*, by: Worker, person: Person, worker: Worker) -> Act:
    """Name one more who may open a restricted record. Denied."""
    ground = _check_guard(by, person)
    _name(by, person, worker)
    return Act("worker", worker.pk, (person,), ground.name, person)


@action("access.unname")
def unname_worker(*, by: Worker, person: Person, worker: Worker) -> Act:
    """Take one of those named away; two who may still sign in must be left. Denied; Unfit."""
    ground = _check_guard(by, person)
    left = [each.worker for each in person.named_access.exclude(worker=worker).select_related("worker")]
    if person.restricted:
        _check_named(left)
    person.named_access.filter(worker=worker).delete()
    return Act("worker", worker.pk, (person,), ground.name, person)


@action("access.block")
def block_worker(*, by: Worker, person: Person, worker: Worker, reason: str) -> Act:
    """Keep a worker away from a record: their own family, or another conflict of interest. Denied; Unfit.

    A manager does so for anyone, and anyone for themselves. Who holds the child is not blocked but gives the child up.
    """
    ground = access.check_read(by, person)
    if by.pk != worker.pk and not by.kind_of_role.decides:
        raise Denied("role", "Your role does not do this. You may keep yourself away from a record.")
    policies.check_reason(reason)
    if access.current(person=person, worker=worker).exists():
        raise Unfit([Fault("worker", "The child is allocated to this worker: allocate the child to another first.")])
    Block.objects.get_or_create(
        person=person, worker=worker, defaults={"reason": reason[:300], "given_by": by, "given_at": timezone.now()}
    )
    keep_reason(by, person, "blocked", reason, worker)
    BreakGlass.objects.filter(person=person, worker=worker, until__gt=timezone.now()).update(until=timezone.now())
    return Act("worker", worker.pk, (person,), ground.name, person)


@action("access.unblock")
def unblock_worker(*, by: Worker, person: Person, worker: Worker, reason: str) -> Act:
    """Let a worker come to a record again. Denied; Unfit."""
    ground = _check_guard(by, person)
    policies.check_reason(reason)
    person.blocks.filter(worker=worker).delete()
    keep_reason(by, person, "let back", reason, worker)
    return Act("worker", worker.pk, (person,), ground.name, person)


@action("emergency.open")
def break_glass(*, by: Worker, person: Person, reason: str) -> Act:
    """Open a record in an emergency, for a day; the worker's manager reviews it. Denied; Unfit."""
    access.check_emergency(by, person)
    check_emergency_reason(reason)
    now = timezone.now()
    glass = BreakGlass.objects.create(person=person, worker=by, reason=reason[:1000], opened_at=now, until=now + EMERGENCY_LASTS)
    return Act("emergency", glass.pk, (person,), "emergency", glass)


def check_emergency_reason(reason: str) -> None:
    """Whether the reason says anything; Unfit."""
    if sum(each.isalpha() for each in reason) < SHORTEST_REASON:
        raise Unfit([Fault("reason", "Say in a few words why you need this record now. Your manager reads it.")])


@action("emergency.review")
def review_emergency(*, by: Worker, glass: BreakGlass, was_right: bool, review: str) -> Act:
    """Say whether it was right to open the record: the worker's manager, or anyone above, never the worker. Denied; Unfit."""
    if not access.emergencies_to_review(by).filter(pk=glass.pk).exists():
        raise Denied("hidden", "There is nothing to review.", hidden=True)
    if not was_right:
        policies.check_reason(review)
    glass.was_right, glass.review, glass.reviewed_by, glass.reviewed_at = was_right, review[:1000], by, timezone.now()
    if not was_right:
        glass.until = min(glass.until, timezone.now())
    glass.save()
    return Act("emergency", glass.pk, (glass.person,), result=glass)


@action("access.choose")
def choose_case(*, by: Worker, person: Person, worker: Worker, until: dt.date) -> Act:
    """Let an inspector read a child's record until a day. Denied; Unfit."""
    ground = _check_choose(by, person)
    faults = []
    if worker.kind_of_role.children != "chosen":
        faults.append(Fault("worker", "Cases are chosen for inspectors only."))
    if until < access.today():
        faults.append(Fault("until", "This day is past."))
    if worker.until and until > worker.until:
        faults.append(Fault("until", "The inspector's account ends before this day."))
    if faults:
        raise Unfit(faults)
    chosen, _ = ChosenCase.objects.update_or_create(
        person=person, worker=worker, defaults={"until": until, "given_by": by, "given_at": timezone.now()}
    )
    return Act("worker", worker.pk, (person,), ground.name, chosen)


@action("access.unchoose")
def unchoose_case(*, by: Worker, person: Person, worker: Worker) -> Act:
    """Take a case away from an inspector. Denied."""
    ground = _check_choose(by, person)
    worker.chosen_cases.filter(person=person).delete()
    return Act("worker", worker.pk, (person,), ground.name)


def keep_reason(by: Worker, person: Person, what: str, reason: str, worker: Worker | None = None) -> None:
    """Keep why a record was closed or opened: of an action, in its transaction."""
    Guarding.objects.create(person=person, what=what, worker=worker, reason=reason[:1000], by=by, at=timezone.now())


def _check_guard(by: Worker, person: Person) -> access.Ground:
    ground = access.check_read(by, person)
    if by.role not in RESTRICT:
        raise Denied("role", "A head of service or the director does this.")
    return ground


def _check_choose(by: Worker, person: Person) -> access.Ground:
    ground = access.check_read(by, person)
    if by.role not in CHOOSE:
        raise Denied("role", "Your role does not choose cases for an inspection.")
    return ground


def _check_named(workers: Sequence[Worker]) -> None:
    if len({worker.pk for worker in workers if access.may_sign_in(worker)}) < LEAST_NAMED:
        raise Unfit([Fault("workers", "Name at least two people who may open this record: with one alone it could be lost.")])


def _name(by: Worker, person: Person, worker: Worker) -> None:
    if person.blocks.filter(worker=worker).exists():
        raise Unfit([Fault("workers", "One of these is kept away from this record.")])
    NamedAccess.objects.get_or_create(person=person, worker=worker, defaults={"given_by": by, "given_at": timezone.now()})
