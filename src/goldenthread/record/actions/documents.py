"""Preparing a document that leaves, deciding what of it is not meant for its recipient, and issuing it."""

import hashlib
from collections.abc import Mapping, Sequence

from django.utils import timezone

from goldenthread.check.words import day as in_words
from goldenthread.record import access
from goldenthread.record.actions.language import Act, action
from goldenthread.record.disclosure import CHOSEN, Disclosure
from goldenthread.record.documents import RECIPIENTS, WHATS, choosable, compose, copy_of
from goldenthread.record.masking import near
from goldenthread.record.models import IssuedDocument, Person, PreparedDocument
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Worker


@action("document.prepare")
def prepare_document(
    *, by: Worker, person: Person, what: str, title: str, recipient_kind: str, recipient: str, purpose: str,
    recipient_person: Person | None = None, entries: Sequence[int] = (), text: str = "",
) -> Act:  # fmt: skip
    """Begin a document about a child, for a named recipient; the PreparedDocument. Denied; Unfit, with every fault."""
    access.check_write(by, person)
    if recipient_kind == "child":
        recipient, recipient_person = person.name, person
    elif recipient_person and recipient_person.pk in family(by, person):
        recipient = recipient_person.name
    faults = list(_faults(by, person, what, title, recipient_kind, recipient, recipient_person, purpose, entries, text))
    if faults:
        raise Unfit(faults)
    prepared = PreparedDocument.objects.create(
        person=person, what=what, entries=sorted(set(entries)), text=text, title=title.strip(), recipient_kind=recipient_kind,
        recipient=recipient.strip(), recipient_person=recipient_person, purpose=purpose.strip(), prepared_by=by,
        prepared_at=timezone.now(),
    )  # fmt: skip
    return Act("prepared", prepared.pk, (person,), result=prepared)


def family(by: Worker, person: Person) -> dict[int, Person]:
    """Those of a child's family who may be sent a document, by id: the child's relations and household whom the worker sees."""
    seen = access.people(by).filter(pk__in=near([person]).exclude(pk=person.pk).values("pk")).order_by("surname", "forename")
    return {each.pk: each for each in seen}


def _faults(by, person, what, title, recipient_kind, recipient, recipient_person, purpose, entries, text):
    if what not in WHATS:
        yield Fault("what", "Choose what goes into the document.")
    if not title.strip():
        yield Fault("title", "Give the document a title.")
    if len(title) > 200:
        yield Fault("title", "The title is longer than 200 characters.")
    if recipient_kind not in RECIPIENTS:
        yield Fault("recipient_kind", "Say who receives it.")
    if recipient_kind == "family" and (not recipient_person or recipient_person.pk not in family(by, person)):
        yield Fault("recipient_person", "Choose which member of the family receives it.")
    if not recipient.strip() and recipient_kind != "family":
        yield Fault("recipient", "Name the recipient: the person, and the agency or court.")
    if len(recipient) > 200:
        yield Fault("recipient", "This is longer than 200 characters.")
    if not purpose.strip():
        yield Fault("purpose", "Say what it is for.")
    if len(purpose) > 300:
        yield Fault("purpose", "This is longer than 300 characters.")
    if what == "letter" and not text.strip():
        yield Fault("text", "Write the letter.")
    if what == "entries":
        may = {each.entry.pk for each in choosable(by, person)} if entries else set()
        if not entries or not set(entries) <= may:
            yield Fault("entries", "Choose at least one entry.")


@action("document.decide")
def decide_found(
    *, by: Worker, prepared: PreparedDocument, decisions: Mapping[str, Mapping[str, str]], words: Sequence[str] = ()
) -> Act:  # fmt: skip
    """Decide of what was found whether it is taken out or left in, with a reason; and which other words are taken out.

    What is right is kept; the faults of the rest are the result. Denied.
    """
    access.check_write(by, prepared.person)
    found = {each.key for each in disclosure(by, prepared).found}
    said = {key: {"choice": each.get("choice", ""), "reason": each.get("reason", "").strip()[:1000]}
            for key, each in decisions.items() if key in found}  # fmt: skip
    chosen = {CHOSEN: {"words": list(dict.fromkeys(filter(None, (each.strip()[:1000] for each in words))))}}
    prepared.decisions = {key: each for key, each in prepared.decisions.items() if key in found} | said | chosen
    prepared.save(update_fields=["decisions"])
    unsaid = [key for key, each in said.items() if each["choice"] not in ("mask", "leave")]
    faults = [Fault(key, "Choose whether it is taken out or left in.") for key in unsaid]
    faults += [Fault(key, "Say why it may be left in.") for key, each in said.items()
               if each["choice"] == "leave" and not each["reason"]]  # fmt: skip
    return Act("prepared", prepared.pk, (prepared.person,), result=faults)


def disclosure(by: Worker, prepared: PreparedDocument) -> Disclosure:
    """What of a prepared document is not meant for its recipient, as the record stands now."""
    return Disclosure(by, prepared, compose(by, prepared))


@action("document.issue")
def issue_document(*, by: Worker, prepared: PreparedDocument) -> Act:
    """Issue a document: a copy that is kept and never changed; the IssuedDocument. Denied; Unfit while anything is undecided."""
    access.check_write(by, prepared.person)
    if hasattr(prepared, "subject_access"):
        raise Unfit([Fault("", "This answers a request for the record: it is issued there, once a second has signed it off.")])
    issued = issue(by, prepared)
    return Act("document", issued.pk, (prepared.person,), result=issued)


def issue(by: Worker, prepared: PreparedDocument) -> IssuedDocument:
    """Make the copy, within the action that asked who may. Unfit while anything that was found is undecided."""
    found = disclosure(by, prepared)
    check_decided(found)
    now = timezone.now()
    html = copy_of(prepared, found.masked(), by, in_words(timezone.localdate(now)))
    issued = IssuedDocument.objects.create(
        person=prepared.person, title=found.masked()[0].passages[0].value[:200], recipient=prepared.recipient,
        recipient_person=prepared.recipient_person, purpose=prepared.purpose, masked=found.summary(), html=html,
        sha256=hashlib.sha256(html.encode()).hexdigest(), issued_by=by, issued_at=now,
    )  # fmt: skip
    prepared.delete()
    return issued


def check_decided(found: Disclosure) -> None:
    """Whether everything that was found is decided; Unfit."""
    waiting = found.undecided
    if waiting:
        raise Unfit([Fault(each.key, f"Decide about this: {each.category_words.lower()}.") for each in waiting])


@action("document.discard")
def discard_document(*, by: Worker, prepared: PreparedDocument) -> Act:
    """Leave a document that was being prepared, and forget it. Denied."""
    access.check_write(by, prepared.person)
    pk, person = prepared.pk, prepared.person
    prepared.delete()
    return Act("prepared", pk, (person,))
