"""Who belongs to whom, who lives with whom, and where: added, ended, put right."""

import datetime as dt

from django.db.models import F, Q

from goldenthread.record import access, policies
from goldenthread.record.actions.language import Act, action
from goldenthread.record.actions.people import make_person, note_change
from goldenthread.record.models import Address, Household, HouseholdMember, Person, Relationship
from goldenthread.record.policies import Fault, Unfit
from goldenthread.record.relationships import TIES
from goldenthread.workforce.models import Worker


@action("relationship.add")
def add_relationship(
    *, by: Worker, person: Person, other: Person, kind: str, has_parental_responsibility: bool | None = None,
    started_on: dt.date | None = None,
) -> Act:  # fmt: skip
    """`person` is the `kind` of `other`, whose record the worker may change. Denied; Unfit."""
    access.check_change_person(by, other)
    _check_known(by, person)
    row = relate(by, person, other, kind, has_parental_responsibility, started_on)
    return Act("relationship", row.pk, (other,), result=row)


@action("relationship.add_new")
def add_relative(
    *, by: Worker, child: Person, particulars: dict, kind: str, has_parental_responsibility: bool | None = None
) -> Act:  # fmt: skip
    """Make known someone who was not, and what they are to the child; the Person. Denied; Unfit."""
    access.check_change_person(by, child)
    person = make_person(by=by, particulars=particulars, is_child=False)
    relate(by, person, child, kind, has_parental_responsibility, None)
    return Act("person", person.pk, (child,), result=person)


def relate(
    by: Worker, person: Person, other: Person, kind: str, responsible: bool | None, started_on: dt.date | None
) -> Relationship:  # fmt: skip
    """Part of an action: `person` is the `kind` of `other`. Unfit."""
    if kind not in TIES:
        raise Unfit([Fault("kind", "Choose one of those listed.")])
    if person.pk == other.pk:
        raise Unfit([Fault("kind", "Nobody is related to themselves.")])
    check_days(started_on, None)
    row = Relationship.objects.create(
        person=person, other=other, kind=kind, has_parental_responsibility=responsible, started_on=started_on
    )
    note_change(by, other, "relationship", {}, _said(row))
    return row


@action("relationship.correct")
def correct_relationship(*, by: Worker, relationship: Relationship, said: dict, reason: str) -> Act:
    """Put a relationship right. `said`: kind, has_parental_responsibility, started_on, ended_on. Denied; Unfit."""
    _check_either(by, relationship)
    policies.check_reason(reason)
    if said.get("kind", relationship.kind) not in TIES:
        raise Unfit([Fault("kind", "Choose one of those listed.")])
    days = [said.get(name, getattr(relationship, name)) for name in ("started_on", "ended_on")]
    check_days(*days)
    before = _said(relationship)
    for name, value in said.items():
        setattr(relationship, name, value)
    relationship.save(update_fields=list(said))
    _note_both(by, relationship, before, reason)
    return Act("relationship", relationship.pk, (relationship.other,))


@action("relationship.end")
def end_relationship(*, by: Worker, relationship: Relationship, ended_on: dt.date, reason: str = "") -> Act:
    """Say that it ended on a day: it stays to be read. Denied; Unfit."""
    _check_either(by, relationship)
    check_days(relationship.started_on, ended_on)
    before = _said(relationship)
    relationship.ended_on = ended_on
    relationship.save(update_fields=["ended_on"])
    _note_both(by, relationship, before, reason)
    return Act("relationship", relationship.pk, (relationship.other,))


def _said(row: Relationship) -> dict:
    names = ("kind", "has_parental_responsibility", "started_on", "ended_on")
    return {"person": row.person_id, "other": row.other_id} | {name: getattr(row, name) for name in names}


def _note_both(by: Worker, row: Relationship, before: dict, reason: str) -> None:
    for each in (row.person, row.other):
        note_change(by, each, "relationship", before, _said(row), reason)


def _check_either(by: Worker, row: Relationship) -> None:
    """Whether the worker may know of both, and change one of them."""
    _check_known(by, row.person)
    _check_known(by, row.other)
    try:
        access.check_change_person(by, row.other)
    except access.Denied:
        access.check_change_person(by, row.person)


def _check_known(by: Worker, person: Person) -> None:
    if not any(known.filter(pk=person.pk).exists() for known in (access.findable(by), access.people(by))):
        raise access.Denied("hidden", "There is no such person.", hidden=True)


def check_days(started_on: dt.date | None, ended_on: dt.date | None) -> None:
    """Whether something may begin and end on these days; Unfit."""
    faults = [Fault(name, "This day is in the future.") for name, day in (("started_on", started_on), ("ended_on", ended_on))
              if day and day > access.today()]  # fmt: skip
    if started_on and ended_on and ended_on < started_on:
        faults.append(Fault("ended_on", "It cannot end before it starts."))
    if faults:
        raise Unfit(faults)


@action("household.join")
def join_household(
    *, by: Worker, person: Person, household: Household | None = None, started_on: dt.date | None = None, besides: bool = False
) -> Act:  # fmt: skip
    """Someone comes to live in a household (a new one, where none is given); the HouseholdMember. They leave where they
    lived, unless they live there `besides`. Denied; Unfit."""
    access.check_change_person(by, person)
    if household and not members_seen(by, household).exists():
        raise access.Denied("hidden", "There is no such household.", hidden=True)
    check_days(started_on, None)
    held = person.households.filter(ended_on=None)
    if household and held.filter(household=household).exists():
        raise Unfit([Fault("household", "They live there already.")])
    if not besides:
        held.update(ended_on=started_on or access.today())
    household = household or Household.objects.create(name=f"Home of {person.name}"[:200])
    row = HouseholdMember.objects.create(household=household, person=person, started_on=started_on)
    note_change(by, person, "household", {}, {"household": household.pk, "started_on": started_on})
    return Act("household", household.pk, (person,), result=row)


def members_seen(by: Worker, household: Household):
    """The present members of a household whose records the worker may open, or, of adults, know."""
    seen = access.people(by).values("pk")
    return household.members.filter(Q(person__in=seen) | Q(person__merged_into__in=seen), ended_on=None)


@action("household.leave")
def leave_household(*, by: Worker, member: HouseholdMember, ended_on: dt.date, reason: str = "") -> Act:
    """Someone no longer lives there. Denied; Unfit."""
    access.check_change_person(by, member.person)
    check_days(member.started_on, ended_on)
    member.ended_on = ended_on
    member.save(update_fields=["ended_on"])
    after = {"household": member.household_id, "ended_on": ended_on}
    note_change(by, member.person, "household", {"household": member.household_id}, after, reason)
    return Act("household", member.household_id, (member.person,))


@action("address.add")
def add_address(
    *, by: Worker, person: Person, kind: str, lines: str, postcode: str = "", started_on: dt.date | None = None,
    is_protected: bool = False, instead: bool = True,
) -> Act:  # fmt: skip
    """Where someone lives or goes to school; what was so until then ends, unless it is not `instead`. Denied; Unfit."""
    access.check_change_person(by, person)
    if not lines.strip():
        raise Unfit([Fault("lines", "Give the address.")])
    if kind not in dict(Address._meta.get_field("kind").choices):
        raise Unfit([Fault("address_kind", "Choose one of those listed.")])
    check_days(started_on, None)
    if instead:
        earlier = person.addresses.filter(kind=kind, ended_on=None)
        earlier.filter(Q(started_on=None) | Q(started_on__lte=started_on or access.today())).update(
            ended_on=started_on or access.today()
        )
    row = Address.objects.create(
        person=person, kind=kind, lines=lines.strip(), postcode=postcode.strip().upper()[:12], started_on=started_on,
        is_protected=is_protected,
    )  # fmt: skip
    note_change(by, person, "address", {}, {"address": row.pk, "kind": kind, "started_on": started_on})
    return Act("address", row.pk, (person,), result=row)


@action("address.end")
def end_address(*, by: Worker, address: Address, ended_on: dt.date, reason: str = "") -> Act:
    """Nobody lives there, or goes there, any more. Denied; Unfit."""
    access.check_change_person(by, address.person)
    check_days(address.started_on, ended_on)
    address.ended_on = ended_on
    address.save(update_fields=["ended_on"])
    note_change(by, address.person, "address", {"address": address.pk}, {"address": address.pk, "ended_on": ended_on}, reason)
    return Act("address", address.pk, (address.person,))


@action("address.protect")
def protect_address(*, by: Worker, address: Address, protected: bool, reason: str) -> Act:
    """Protect an address from being shown, or, as a manager, no longer. Everyone who lives there is protected by it.

    Denied; Unfit.
    """
    access.check_change_person(by, address.person)
    policies.check_reason(reason)
    if address.is_protected and not protected and not by.kind_of_role.decides:
        raise access.Denied("role", "A manager decides that an address need no longer be protected.")
    before = address.is_protected
    same = Address.objects.filter(lines=address.lines, postcode=address.postcode, kind=address.kind)
    same = same.filter(person__in=_living_with(address.person)) | Address.objects.filter(pk=address.pk)
    same.update(is_protected=protected)
    note_change(by, address.person, "address", {"address": address.pk, "is_protected": before},
                {"address": address.pk, "is_protected": protected}, reason)  # fmt: skip
    return Act("address", address.pk, (address.person,))


def _living_with(person: Person):
    homes = HouseholdMember.objects.filter(person=person).filter(Q(ended_on=None) | Q(ended_on__gt=F("started_on")))
    return HouseholdMember.objects.filter(household__in=homes.values("household")).values("person")
