"""The front door: who a contact is about, whether they are known already, and then what was told and decided."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.record import access, audit, policies
from goldenthread.record.access import Denied
from goldenthread.record.actions.drafts import save_draft
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.actions.front_door import begin_contact
from goldenthread.record.kinds import kinds
from goldenthread.record.matching import same_perhaps
from goldenthread.record.models import Draft, Person
from goldenthread.web import contact_forms, may
from goldenthread.web.contact_forms import ContactForm
from goldenthread.web.entry_forms import Sheet, draft_of, finish, typed_of
from goldenthread.web.found_people import FoundPerson, found_people
from goldenthread.web.offered import offers
from goldenthread.web.routes import route

BEGIN = "/contact/new/"
MORE = ("child", "adult")


def may_take(request: HttpRequest, **given) -> None:
    """The roles that make contacts."""
    if request.user.role not in kinds()["contact"].made_by:
        raise Denied("role", "Your role does not take contacts.")


def may_go_on(request: HttpRequest, draft: UUID) -> dict:
    """The author of a contact that was begun."""
    may_take(request)
    given = may.own_draft(request, draft)
    if given["draft"].kind != "contact":
        raise may.HIDDEN
    return given


@route("contact/new/", may=may_take)
def contact_new(request: HttpRequest) -> HttpResponse:
    """Who is it about? One or more children, and the adults of the household."""
    by = request.user
    draft_id, draft = draft_of(request, by)
    if request.method != "POST":
        return _ask(request, contact_forms.contact_form(draft.typed if draft else {}), draft_id)
    typed, then = typed_of(request), request.POST.get("then", "next")
    if then in MORE:
        return _ask(request, contact_forms.contact_form(typed, then), draft_id, added=then)
    family = contact_forms.read(typed)
    if then == "next" and family.faults:
        return _ask(request, family, draft_id)
    draft = save_draft(by=by, draft_id=draft_id, kind="contact", address=BEGIN, typed=typed)
    if then == "save":
        messages.success(request, "Saved as a draft. You will find it on my day.")
        return HttpResponseRedirect(f"/draft/{draft.pk}/")
    if any(_alike(request, family).values()):
        return HttpResponseRedirect(f"/contact/new/{draft.pk}/same/")
    return _begin(request, draft, family, {})


def _ask(request: HttpRequest, family: ContactForm, draft_id: UUID, added: str = "") -> HttpResponse:
    shown = {"family": family, "draft_id": draft_id, "ties": contact_forms.ties(), "added": added}
    return render(request, "find/contact_new.html", shown, status=422 if family.faults else 200)


def _alike(request: HttpRequest, family: ContactForm) -> dict[str, list[FoundPerson]]:
    """Of each row, those whom the worker may know of who may be the same person."""
    home, by = family.home, request.user
    found = {row.name: same_perhaps(by, row.said, home.lines, home.postcode) for row in family.filled}
    cards = {card.person.pk: card for card in found_people(by, [person for each in found.values() for person in each])}
    return {name: [cards[person.pk] for person in persons] for name, persons in found.items()}


@route("contact/new/<uuid:draft>/same/", may=may_go_on)
def contact_same(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Is it one of those whom we know already? Asked before anybody is added to the record."""
    family = contact_forms.read(draft.typed)
    if family.faults:
        return HttpResponseRedirect(f"{BEGIN}?draft={draft.pk}")
    alike, faults, same = _alike(request, family), {}, {}
    audit.note(request.user, "search")
    for row in family.filled if request.method == "POST" else ():
        chosen = request.POST.get(row.name, "")
        same[row.name] = next((card.person for card in alike[row.name] if str(card.person.pk) == chosen), None)
        if alike[row.name] and same[row.name] is None and chosen != "new":
            faults[row.name] = f"{row.shown}: choose one, or somebody new."
    chosen = [person.pk for person in same.values() if person]
    if len(set(chosen)) < len(chosen):
        faults[next(name for name, person in same.items() if person)] = "The same person was chosen twice."
    if request.method == "POST" and not faults:
        return _begin(request, draft, family, same)
    shown = {"draft": draft, "family": family, "alike": alike, "faults": faults, "chosen": request.POST}
    return render(request, "find/contact_same.html", shown, status=422 if faults else 200)


def _begin(request: HttpRequest, draft: Draft, family: ContactForm, same: dict[str, Person | None]) -> HttpResponse:
    """Add whoever is new, and go on to what was told; the contact waits for its author if it is left there."""
    named, by, pk = family.named(same), request.user, draft.pk
    persons = begin_contact(by=by, named=named, home=family.home, draft=draft)
    finish(request, pk)
    children = [str(person.pk) for person, each in zip(persons, named, strict=True) if each.is_child]
    told = uuid4()
    save_draft(by=by, draft_id=told, kind="contact", address=f"/contact/new/{told}/what/",
               typed={"children": children, "people": children})  # fmt: skip
    return HttpResponseRedirect(f"/contact/new/{told}/what/")


@route("contact/new/<uuid:draft>/what/", may=may_go_on)
def contact_what(request: HttpRequest, draft: Draft) -> HttpResponse:
    """What were we told, and what was decided? The contact's own form, about all its children."""
    by, kind = request.user, kinds()["contact"]
    children = _children(request, draft)
    typed = typed_of(request) if request.method == "POST" else draft.typed
    sheet = Sheet(by, kind, children, typed, offers(by, children, kind), draft.pk, draft)
    then = request.POST.get("then", "finish")
    if request.method != "POST":
        return _form(request, sheet)
    save_draft(by=by, draft_id=draft.pk, kind="contact", address=draft.address, typed=typed)
    if then == "save":
        messages.success(request, "Saved as a draft. You will find it on my day.")
        return HttpResponseRedirect(request.path)
    if then.startswith("more:"):
        sheet.more = then.removeprefix("more:")
        return _form(request, sheet)
    body = sheet.read()
    sheet.check(body)
    if not sheet.faults:
        try:
            entry = make_entry(by=by, kind="contact", persons=sheet.chosen, body=body, draft=draft)
        except policies.Unfit as unfit:
            sheet.add(unfit)
        else:
            finish(request, sheet.draft_id)
            messages.success(request, "Contact: finished and on the record.")
            return HttpResponseRedirect(f"/entry/{entry.pk}/")
    return _form(request, sheet)


def _children(request: HttpRequest, draft: Draft) -> list[Person]:
    """The children of a contact that was begun, whom the worker may add to, or may take a contact about."""
    about = [int(pk) for pk in draft.typed.get("people", []) if pk.isdigit()]
    persons = Person.objects.filter(pk__in=about, merged_into=None).order_by("born_on", "pk")
    found = [each for each in persons if access.takes_contact(request.user, each) or access.can_write(request.user, each)]
    if not found:
        raise may.HIDDEN
    return found


def _form(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    known = {
        "sheet": sheet, "kind": sheet.kind, "child": None, "worker": None, "heading": "What were we told?", "follows": None,
        "ticked": sheet.chosen, "address": request.path, "finish": "Finish contact",
    }  # fmt: skip
    return render(request, "find/contact_what.html", known, status=422 if sheet.faults else 200)
