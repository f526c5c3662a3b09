"""The front door: the family that a new contact is about, those known already and those who are new."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.record import access
from goldenthread.record.actions.families import add_address, members_seen, relate
from goldenthread.record.actions.language import Act, action
from goldenthread.record.actions.people import hold_by_team, make_person, propose_duplicate
from goldenthread.record.matching import hidden_perhaps
from goldenthread.record.models import Draft, Household, HouseholdMember, Person
from goldenthread.record.relationships import TO_A_CHILD
from goldenthread.workforce.models import Worker


@dataclass(frozen=True)
class ContactPerson:
    """One person a contact names. `same_as`: found to be known already. `tie`: what an adult is to the children.

    `at_home`: lives with the others.
    """

    is_child: bool
    particulars: dict
    tie: str = ""
    same_as: Person | None = None
    at_home: bool = True


@dataclass(frozen=True)
class ContactHome:
    """Where the family lives, as it was told."""

    lines: str = ""
    postcode: str = ""
    is_protected: bool = False


@action("contact.begin")
def begin_contact(*, by: Worker, named: Sequence[ContactPerson], home: ContactHome, draft: Draft | None = None) -> Act:
    """Make known whoever of the family is not known yet; every Person, in the order given.

    The new live together, with those known already where they live; new children are held by the worker's team. Where
    somebody of whom the worker may not know may be the same, that is noted for those who hold the other record.
    Denied; Unfit.
    """
    if not (access.may_sign_in(by) and by.kind_of_role.writes):
        raise access.Denied("role", "Your role does not take contacts.")
    persons = [_person(by, each) for each in named]
    new = [person for person, each in zip(persons, named, strict=True) if each.same_as is None]
    children = [person for person, each in zip(persons, named, strict=True) if each.is_child]
    for adult, each in zip(persons, named, strict=True):
        for child in children if each.tie in TO_A_CHILD and not each.is_child else ():
            if adult in new or child in new:
                relate(by, adult, child, each.tie, None, None)
    at_home = [person for person, each in zip(persons, named, strict=True) if each.at_home]
    _live_together(by, at_home, [person for person in new if person in at_home])
    lives = {"lines": home.lines, "postcode": home.postcode, "is_protected": home.is_protected}
    for person in new:
        if home.lines.strip() and person in at_home and access.people(by).filter(pk=person.pk).exists():
            add_address(by=by, person=person, kind="home", **lives)
        for other in hidden_perhaps(by, person, home.lines, home.postcode):
            propose_duplicate(person, other, "Alike in name, day of birth or address, when a contact was made.")
    if draft:
        draft.delete()
    return Act("contact", "", tuple(persons), result=persons)


def _person(by: Worker, named: ContactPerson) -> Person:
    """The person known already, of whom the worker may know; or a new one."""
    if named.same_as is None:
        return make_person(by=by, particulars=named.particulars, is_child=named.is_child)
    if not any(known.filter(pk=named.same_as.pk).exists() for known in (access.findable(by), access.people(by))):
        raise access.Denied("hidden", "There is no such person.", hidden=True)
    if named.is_child:
        Person.objects.filter(pk=named.same_as.pk).update(had_record=True)
        named.same_as.had_record = True
        hold_by_team(by, named.same_as)
    return named.same_as


def _live_together(by: Worker, persons: Sequence[Person], new: Sequence[Person]) -> None:
    """The new come to live where those known live; or, together, in a household of their own."""
    if not new:
        return
    known = [person.pk for person in persons if person not in new]
    homes = Household.objects.filter(members__person__in=known, members__ended_on=None).order_by("pk").distinct()
    home = next((each for each in homes if access.finds_everyone(by) or members_seen(by, each).exists()), None)
    home = home or Household.objects.create(name=f"Home of {new[0].name}"[:200])
    HouseholdMember.objects.bulk_create(HouseholdMember(household=home, person=each) for each in new)
