"""Subject access: a request to see one's record, decided entry by entry, signed off by a second person, and answered."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping

from dateutil.relativedelta import relativedelta
from django.db.models import QuerySet
from django.utils import timezone

from goldenthread.record import access, policies
from goldenthread.record.access import Denied
from goldenthread.record.actions.documents import check_decided, disclosure, issue
from goldenthread.record.actions.language import Act, action
from goldenthread.record.documents import choosable, copy_of
from goldenthread.record.models import Entry, Person, PreparedDocument, SubjectAccess
from goldenthread.record.policies import Fault, Unfit
from goldenthread.record.shown import ShownEntry
from goldenthread.workforce.models import Worker

DECISIONS = {
    "give": "Give it",
    "mask": "Give it with parts taken out",
    "withhold": "Withhold it",
}
GROUNDS = {
    "serious_harm": "Serious harm: telling it would be likely to cause it to somebody's physical or mental health",
    "privilege": "Legal professional privilege",
    "police": "Police material: telling it would prejudice the prevention or detection of crime",
    "adoption": "Adoption material",
    "third_party": "It is about another person, who has not agreed, and it is not reasonable to tell it",
}
"""Why an entry may be withheld. Whether a ground applies is for the authority's own adviser to say."""

STATES = {
    "open": "Being decided",
    "decided": "Waiting for a second person",
    "signed_off": "Signed off, to be issued",
    "issued": "Answered",
    "refused": "Refused",
}
DUE = (
    "One calendar month from the day of asking: the time in UK GDPR article 12(3), as we understand it. Where the request is "
    "complex, or one of many, it may be extended by two further months; the person is told so, and why, within the first month."
)
EXTENSION = relativedelta(months=2)


def due_on(asked_on: dt.date) -> dt.date:
    """The corresponding day of the next month, or the last day of a shorter one."""
    return asked_on + relativedelta(months=1)


@action("request.open")
def open_request(
    *, by: Worker, person: Person, asked_by: str, authority_to_ask: str, asked_on: dt.date,
    asker: Person | None = None,
) -> Act:  # fmt: skip
    """Note that somebody asks to see a record; the SubjectAccess. `asker`: who it is, if on the record. Denied; Unfit."""
    access.check_write(by, person)
    faults = []
    if not asked_by.strip():
        faults.append(Fault("asked_by", "Say who asks."))
    if not authority_to_ask.strip():
        faults.append(Fault("authority_to_ask", "Say by what authority they ask, and how you know."))
    if asked_on > access.today():
        faults.append(Fault("asked_on", "This day is in the future."))
    if faults:
        raise Unfit(faults)
    prepared = PreparedDocument.objects.create(
        person=person, what="record", title=f"The record of {person.name}"[:200], recipient_kind="family",
        recipient=asked_by.strip()[:200], recipient_person=asker, purpose="Subject access", prepared_by=by,
        prepared_at=timezone.now(),
    )  # fmt: skip
    made = SubjectAccess.objects.create(
        person=person, asked_by=asked_by.strip()[:200], authority_to_ask=authority_to_ask.strip()[:500], asked_on=asked_on,
        due_on=due_on(asked_on), handled_by=by, prepared=prepared,
    )  # fmt: skip
    return Act("request", made.pk, (person,), result=made)


@action("request.extend")
def extend_request(*, by: Worker, request: SubjectAccess, reason: str) -> Act:
    """Extend the time by two months, once, within the first month, with a reason that the person is told. Denied; Unfit."""
    _check_state(by, request, "open", "decided")
    policies.check_reason(reason)
    if request.extended_on or access.today() > request.due_on:
        raise Unfit([Fault("reason", "It can be extended once, and only within the first month.")])
    request.extended_on, request.extension_reason = access.today(), reason.strip()[:1000]
    request.due_on = request.asked_on + relativedelta(months=1) + EXTENSION
    request.save()
    return Act("request", request.pk, (request.person,))


def entries_to_decide(by: Worker, request: SubjectAccess) -> list[ShownEntry]:
    """Every entry of the record that the handler may read, the latest first."""
    return choosable(by, request.person)


def out_of_sight(by: Worker, request: SubjectAccess) -> int:
    """How many entries are of a kind that the handler's role does not read: somebody who may must decide them."""
    return _every(request.person).count() - len(entries_to_decide(by, request))


def _every(person: Person) -> QuerySet[Entry]:
    return Entry.objects.filter(people__in=person.ids, withdrawn_at=None).distinct()


@action("request.decide")
def decide_entries(*, by: Worker, request: SubjectAccess, decisions: Mapping[int, Mapping[str, str]]) -> Act:
    """Decide of entries: give, mask or withhold, with a ground. What is right is kept; the faults of the rest are the result."""
    _check_state(by, request, "open")
    known = {each.entry.pk for each in entries_to_decide(by, request)}
    faults = []
    for pk, said in decisions.items():
        if pk in known:
            said = {name: str(said.get(name, "")).strip()[:1000] for name in ("decision", "ground", "note")}
            fault = _fault(pk, said)
            faults += [fault] if fault else []
            request.decisions[str(pk)] = said | {"by": by.pk, "complete": fault is None}
    request.save()
    _bring_up_to_date(request)
    return Act("request", request.pk, (request.person,), result=faults)


def _fault(pk: int, said: Mapping[str, str]) -> Fault | None:
    if said["decision"] not in DECISIONS:
        return Fault(f"decision-{pk}", "Decide whether it is given.")
    if said["decision"] == "withhold" and said["ground"] not in GROUNDS:
        return Fault(f"ground-{pk}", "Say on which ground it is withheld.")
    if said["decision"] == "withhold" and not said["note"]:
        return Fault(f"note-{pk}", "Say why this ground applies here.")
    return None


def _bring_up_to_date(request: SubjectAccess) -> None:
    """What is to be given is what the prepared document is made of."""
    given = [int(pk) for pk, said in request.decisions.items() if said["complete"] and said["decision"] != "withhold"]
    request.prepared.entries = sorted(given)
    request.prepared.save(update_fields=["entries"])


def undecided(by: Worker, request: SubjectAccess) -> Iterator[Fault]:
    """What still stands in the way of a second person's looking at it."""
    for each in entries_to_decide(by, request):
        if not request.decisions.get(str(each.entry.pk), {}).get("complete"):
            yield Fault(f"decision-{each.entry.pk}", f"{each.title}, {each.began_on:%d/%m/%Y}: decide whether it is given.")
    if out_of_sight(by, request):
        yield Fault("", "Some entries are of kinds that your role does not read: somebody whose role does must handle this.")


@action("request.send")
def send_for_sign_off(*, by: Worker, request: SubjectAccess) -> Act:
    """Put what was decided before a second person. Denied; Unfit while anything is undecided."""
    _check_state(by, request, "open")
    faults = list(undecided(by, request))
    if faults:
        raise Unfit(faults)
    check_decided(disclosure(by, request.prepared))
    request.state, request.handled_by, request.sent_back = "decided", by, ""
    request.save()
    return Act("request", request.pk, (request.person,))


@action("request.sign_off")
def sign_off(*, by: Worker, request: SubjectAccess) -> Act:
    """Sign off exactly what would be issued now. Denied to whoever decided any of it, and to roles that do not decide; Unfit."""
    _check_second(by, request)
    check_decided(disclosure(by, request.prepared))
    request.state, request.signed_off_by, request.signed_off_at = "signed_off", by, timezone.now()
    request.signed_sha256 = _digest(by, request)
    if request.signed_sha256 != _digest(request.handled_by, request):
        raise Unfit([Fault("", "You may not see all that would be given: somebody who may must sign it off.")])
    request.save()
    return Act("request", request.pk, (request.person,))


@action("request.send_back")
def send_back(*, by: Worker, request: SubjectAccess, reason: str) -> Act:
    """Send it back to be decided again, and say why. Denied; Unfit."""
    _check_second(by, request)
    policies.check_reason(reason)
    request.state, request.sent_back = "open", reason.strip()[:1000]
    request.save()
    return Act("request", request.pk, (request.person,))


@action("request.refuse")
def refuse_request(*, by: Worker, request: SubjectAccess, reason: str) -> Act:
    """Refuse the whole request, as a second person, with the reason the asker is told. Denied; Unfit."""
    _check_second(by, request)
    policies.check_reason(reason)
    request.state, request.sent_back, request.signed_off_by, request.signed_off_at = (
        "refused", reason.strip()[:1000], by, timezone.now(),
    )  # fmt: skip
    request.save()
    return Act("request", request.pk, (request.person,))


@action("request.issue")
def issue_answer(*, by: Worker, request: SubjectAccess) -> Act:
    """Issue what was signed off; the IssuedDocument. Denied; Unfit where the record has changed since, and nothing is issued."""
    _check_state(by, request, "signed_off")
    faults = list(undecided(by, request))
    if faults:
        raise Unfit(faults)
    if _digest(by, request) != request.signed_sha256:
        raise Unfit([Fault("", "The record has changed since this was signed off. Send it back, and have it signed off again.")])
    prepared = request.prepared
    request.document, request.state, request.prepared = issue(by, prepared), "issued", None
    request.save()
    return Act("request", request.pk, (request.person,), result=request.document)


@action("request.reopen")
def reopen_request(*, by: Worker, request: SubjectAccess, reason: str) -> Act:
    """Open again what was signed off and not yet issued. Denied; Unfit."""
    _check_state(by, request, "signed_off")
    policies.check_reason(reason)
    request.state, request.sent_back = "open", reason.strip()[:1000]
    request.signed_off_by = request.signed_off_at = None
    request.save()
    return Act("request", request.pk, (request.person,))


def decided_by(request: SubjectAccess) -> set[int | None]:
    """The ids of those who decided any of it: they do not sign it off."""
    return {request.handled_by_id, *(said.get("by") for said in request.decisions.values())}


def _digest(by: Worker, request: SubjectAccess) -> str:
    """Of the copy but for who issues it and when."""
    parts = disclosure(by, request.prepared).masked()
    return hashlib.sha256(copy_of(request.prepared, parts, request.handled_by, "").encode()).hexdigest()


def _check_state(by: Worker, request: SubjectAccess, *states: str) -> None:
    access.check_write(by, request.person)
    request.refresh_from_db()
    if request.state not in states:
        raise Unfit([Fault("", f"This request is now: {STATES[request.state].lower()}.")])


def _check_second(by: Worker, request: SubjectAccess) -> None:
    """A second person: of a role that decides, and who decided nothing of it."""
    _check_state(by, request, "decided")
    if not by.kind_of_role.decides:
        raise Denied("role", "Your role does not sign off what is told of a record.")
    if by.pk in decided_by(request):
        raise Denied("same person", "Somebody who decided none of it must sign it off.")
