"""Setting how long records are kept, holding one, and destroying one whose day has come: proposed by one, agreed by another."""

import datetime as dt

from django.utils import timezone

from goldenthread.check import words
from goldenthread.record import access, policies, retention
from goldenthread.record.access import Denied
from goldenthread.record.actions.language import Act, action
from goldenthread.record.destroying import destroy
from goldenthread.record.models import LegalHold, Person, ProposedDestruction, RetentionSetting, Tombstone
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Worker

MAY_PROPOSE = ("administrator", "head_of_service", "director")
MAY_AGREE = ("head_of_service", "director")
NAMES = {
    "take_out": "Take the name out there too",
    "leave": "Leave what is written there as it is: it is theirs",
}
"""What to do where a brother's or sister's record names the child."""


@action("retention.set")
def set_years(*, by: Worker, rule: str, years: int, since: dt.date, reason: str) -> Act:
    """Set the authority's own number of years for a rule, from a day; the RetentionSetting. Denied; Unfit.

    A rule that we take from a law may be lengthened, and never shortened.
    """
    _check_role(by, MAY_PROPOSE)
    policies.check_reason(reason)
    known = {each.name: each for each in retention.shipped()}
    if rule not in known:
        raise Unfit([Fault("rule", "Choose one of the rules.")])
    if not 0 < years <= 200:
        raise Unfit([Fault("years", "Give a number of years from 1 to 200.")])
    if known[rule].cites and years < known[rule].ours:
        raise Unfit([Fault("years", f"This rule rests on law: {known[rule].ours} years or more, and never less.")])
    made = RetentionSetting.objects.create(rule=rule, years=years, since=since, reason=reason.strip(), set_by=by,
                                           set_at=timezone.now())  # fmt: skip
    return Act("retention", made.pk, result=made)


@action("hold.place")
def place_hold(*, by: Worker, person: Person, reason: str) -> Act:
    """Hold a record: it is not destroyed until the hold is lifted; the LegalHold. Denied; Unfit."""
    _check_may(by, person, MAY_PROPOSE)
    policies.check_reason(reason)
    hold = LegalHold.objects.create(person=person, reason=reason.strip(), placed_by=by, placed_at=timezone.now())
    return Act("hold", hold.pk, (person,), result=hold)


@action("hold.lift")
def lift_hold(*, by: Worker, hold: LegalHold, reason: str) -> Act:
    """Lift a hold, with a reason. Denied; Unfit."""
    _check_may(by, hold.person, MAY_AGREE)
    policies.check_reason(reason)
    if hold.lifted_at:
        raise Unfit([Fault("", "This hold has been lifted already.")])
    hold.lifted_by, hold.lifted_at, hold.lifted_because = by, timezone.now(), reason.strip()
    hold.save()
    return Act("hold", hold.pk, (hold.person,))


@action("destruction.propose")
def propose_destruction(*, by: Worker, person: Person, names: str) -> Act:
    """Propose that a record whose day has come be destroyed; the ProposedDestruction. Denied; Unfit."""
    _check_may(by, person, MAY_PROPOSE)
    due = _check_due(person)
    if names not in NAMES:
        raise Unfit([Fault("names", "Say what to do where brothers' and sisters' records name the child.")])
    if ProposedDestruction.objects.filter(person=person).exists():
        raise Unfit([Fault("", "This has been proposed already.")])
    proposed = ProposedDestruction.objects.create(
        person=person, rule=due.rule.name, due_on=due.due_on, names=names, proposed_by=by, proposed_at=timezone.now()
    )
    return Act("destruction", proposed.pk, (person,), result=proposed)


@action("destruction.decline")
def decline_destruction(*, by: Worker, proposed: ProposedDestruction) -> Act:
    """Decline, or take back, what was proposed: the record stays. Denied."""
    _check_may(by, proposed.person, MAY_PROPOSE)
    pk, person = proposed.pk, proposed.person
    proposed.delete()
    return Act("destruction", pk, (person,))


@action("record.destroy")
def agree_destruction(*, by: Worker, proposed: ProposedDestruction) -> Act:
    """Agree to what another proposed, and destroy the record: for good; the Tombstone. Denied; Unfit."""
    person = proposed.person
    _check_may(by, person, MAY_AGREE)
    if proposed.proposed_by_id == by.pk:
        raise Unfit([Fault("", "Another person than the one who proposed it must agree.")])
    due = _check_due(person)
    if due.rule.name != proposed.rule:
        raise Unfit([Fault("", "Another rule applies now than when it was proposed. Decline this, and look again.")])
    pk, number, names, proposer = person.pk, person.number, proposed.names, proposed.proposed_by
    destroyed = destroy(person, names == "take_out")
    stone = Tombstone.objects.create(
        number=number, rule=due.rule.name, due_on=due.due_on, counts=destroyed, destroyed_by=proposer, agreed_by=by,
        destroyed_at=timezone.now(),
    )  # fmt: skip
    return Act("tombstone", stone.pk, (Person(pk=pk),), due.rule.name[:32], stone)


def _check_role(by: Worker, roles: tuple[str, ...]) -> None:
    if by.role not in roles or not access.may_sign_in(by):
        raise Denied("role", "Your role does not do this.")


def _check_may(by: Worker, person: Person, roles: tuple[str, ...]) -> None:
    _check_role(by, roles)
    if not retention.visible(by).filter(pk=person.pk).exists():
        raise Denied("hidden", "There is no such record.", hidden=True)


def _check_due(person: Person) -> retention.KeptUntil:
    """What was reckoned, of a record whose day has come; Unfit, with all that stands in the way."""
    found = retention.reckon_one(person, access.today())
    faults = [Fault("", words) for words in found.waits_for]
    if found.due_on is None:
        faults.append(Fault("", "No day can be reckoned: it is not known from when to count."))
    elif found.due_on > access.today():
        faults.append(Fault("", f"It is kept until {words.day(found.due_on)}."))
    if faults:
        raise Unfit(faults)
    return found
