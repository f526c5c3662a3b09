"""Adoption: the child goes on under a new number in a record of its own, sealed; what was before stays closed."""

import secrets
from collections.abc import Sequence

from django.utils import timezone

from goldenthread.record import access, policies
from goldenthread.record.access import Denied
from goldenthread.record.actions.guarding import keep_reason
from goldenthread.record.actions.language import Act, action
from goldenthread.record.models import AdoptionLink, Allocation, Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Worker


@action("adoption.seal")
def seal_adoption(
    *, by: Worker, person: Person, forename: str, surname: str, workers: Sequence[Worker], reason: str
) -> Act:  # fmt: skip
    """Begin the sealed record of an adopted child: a new number, and nothing of the old record but birth and sex; the Person.

    Nothing of it is matched, fed, searched or exported. It is allocated to adoption staff; the old record to nobody. Only
    adoption staff see the link. Denied; Unfit.
    """
    ground = access.check_write(by, person)
    if not by.is_adoption_staff:
        raise Denied("hidden", "There is no such record.", hidden=True)
    policies.check_reason(reason)
    _check(person, workers, forename, surname)
    after = Person.objects.create(
        number=_new_number(), forename=forename, surname=surname, born_on=person.born_on, sex=person.sex, had_record=True,
        sealed=True,
    )  # fmt: skip
    AdoptionLink.objects.create(before=person, after=after, made_by=by, made_at=timezone.now())
    keep_reason(by, after, "sealed", reason)
    today = access.today()
    access.current(person=person).update(ended_on=today)
    for worker in workers:
        Allocation.objects.create(person=after, worker=worker, team=worker.team, started_on=today, proposed_by=by)
    return Act("person", after.pk, (person, after), ground.name, after)


def _check(person: Person, workers: Sequence[Worker], forename: str, surname: str) -> None:
    faults = []
    if person.sealed or AdoptionLink.objects.filter(before=person).exists():
        faults.append(Fault("", "This child's adoption has been sealed already."))
    if not workers or not all(worker.is_adoption_staff and access.may_sign_in(worker) for worker in workers):
        faults.append(Fault("workers", "Choose who holds the new record; they are adoption staff."))
    if not (forename.strip() and surname.strip()):
        faults.append(Fault("forename", "Give the child's new forename and surname."))
    if faults:
        raise Unfit(faults)


def _new_number() -> str:
    """A number that says nothing: neither of the old one nor of the day."""
    return f"A{secrets.randbelow(10**9):09d}"


def link_of(by: Worker, person: Person) -> AdoptionLink | None:
    """The link between the records before and after an adoption, for adoption staff; for anyone else there is none."""
    if not (by.is_adoption_staff and access.may_sign_in(by)):
        return None
    either = AdoptionLink.objects.filter(before=person) | AdoptionLink.objects.filter(after=person)
    return either.select_related("before", "after").first()
