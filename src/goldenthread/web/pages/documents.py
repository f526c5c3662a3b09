"""Documents that leave: preparing one for a named recipient, deciding what of it is not meant for them, issuing it."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe

from goldenthread.record import audit
from goldenthread.record.actions import documents as actions
from goldenthread.record.disclosure import CHOSEN, Disclosure
from goldenthread.record.documents import RECIPIENTS, WHATS, choosable, copy_of
from goldenthread.record.masking import Masker
from goldenthread.record.models import IssuedDocument, Person, PreparedDocument
from goldenthread.record.policies import Unfit
from goldenthread.record.shown import day_in_words
from goldenthread.web.may import HIDDEN, read_child, write_child
from goldenthread.web.routes import route


def read_document(request: HttpRequest, child: int, document: int) -> dict:
    """Those who may open the child's record."""
    given = read_child(request, child)
    found = IssuedDocument.objects.select_related("issued_by").filter(pk=document, person=given["child"]).first()
    if found is None:
        raise HIDDEN
    return given | {"document": found}


def prepare_child(request: HttpRequest, child: int, prepared: int) -> dict:
    """Those who may add to the child's record; the answer to a request for the record is prepared on its own pages."""
    given = write_child(request, child)
    found = PreparedDocument.objects.filter(pk=prepared, person=given["child"], subject_access=None).first()
    if found is None:
        raise HIDDEN
    return given | {"prepared": found}


@route("child/<int:child>/documents/", may=read_child)
def documents(request: HttpRequest, child: Person) -> HttpResponse:
    """What was issued about the child, to whom; and what is being prepared."""
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    masker = Masker(request.user, [child])
    issued = child.issued_documents.select_related("issued_by").order_by("-issued_at", "-pk")
    return render(request, "documents/list.html", {
        "child": child,
        "issued": [(each, masker.text(each.title), masker.text(each.recipient)) for each in issued],
        "prepared": child.prepared_documents.filter(subject_access=None).select_related("prepared_by").order_by("-prepared_at"),
        "requests": child.subject_access.exclude(state__in=("issued", "refused")).order_by("due_on"),
    })  # fmt: skip


@route("child/<int:child>/documents/new/", may=write_child)
def new_document(request: HttpRequest, child: Person) -> HttpResponse:
    """What goes in, who receives it, and what for."""
    by, faults, typed = request.user, {}, request.POST
    if request.method == "POST":
        try:
            prepared = actions.prepare_document(by=by, person=child, **_typed(request, child))
        except Unfit as unfit:
            faults = unfit.by_field
        else:
            return redirect("decide_document", child.pk, prepared.pk)
    audit.note(by, "child.read", person=child, ground=request.ground.name)
    return render(request, "documents/new.html", {
        "child": child, "faults": faults, "typed": typed, "ticked": set(typed.getlist("entries")),
        "entries": choosable(by, child),
        "family": [(pk, each.name) for pk, each in actions.family(by, child).items()], "whats": WHATS, "recipients": RECIPIENTS,
    }, status=422 if faults else 200)  # fmt: skip


def _typed(request: HttpRequest, child: Person) -> dict:
    typed = request.POST
    chosen = typed.get("recipient_person", "")
    family = actions.family(request.user, child)
    kind = typed.get("recipient_kind", "")
    return {
        "what": typed.get("what", ""), "title": typed.get("title", ""), "recipient_kind": kind,
        "recipient": typed.get("recipient", ""), "purpose": typed.get("purpose", ""), "text": typed.get("text", ""),
        "entries": [int(each) for each in typed.getlist("entries") if each.isdigit()],
        "recipient_person": family.get(int(chosen)) if kind == "family" and chosen.isdigit() else None,
    }  # fmt: skip


@route("child/<int:child>/documents/prepare/<int:prepared>/", may=prepare_child)
def decide_document(request: HttpRequest, child: Person, prepared: PreparedDocument) -> HttpResponse:
    """Everything in it that is not meant for the recipient, each to be taken out or left in."""
    if request.POST.get("do") == "discard":
        actions.discard_document(by=request.user, prepared=prepared)
        messages.success(request, "The document is discarded. Nothing was issued.")
        return redirect("documents", child.pk)
    faults = decided(request, prepared) if request.method == "POST" else {}
    if request.method == "POST" and not faults:
        return redirect("preview_document", child.pk, prepared.pk)
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    given = found_in(actions.disclosure(request.user, prepared), prepared)
    return render(request, "documents/decide.html", given | {"child": child, "faults": faults}, status=422 if faults else 200)


def decided(request: HttpRequest, prepared: PreparedDocument) -> dict[str, str]:
    """Decide as the form says; what is still wrong, by its field."""
    typed = request.POST
    keys = {name.removeprefix("choice-") for name in typed if name.startswith("choice-")}
    said = {key: {"choice": typed.get(f"choice-{key}", ""), "reason": typed.get(f"reason-{key}", "")} for key in keys}
    left = actions.decide_found(by=request.user, prepared=prepared, decisions=said, words=typed.get("words", "").splitlines())
    return {("reason-" if said[each.field]["choice"] == "leave" else "choice-") + each.field: each.words for each in left}


def found_in(disclosure: Disclosure, prepared: PreparedDocument) -> dict:
    """What the page of decisions needs."""
    words: Mapping = prepared.decisions.get(CHOSEN, {})
    found = [each for each in disclosure.found if each.category != "words"]
    return {"prepared": prepared, "found": found, "decisions": prepared.decisions, "words": "\n".join(words.get("words", []))}


@route("child/<int:child>/documents/prepare/<int:prepared>/preview/", may=prepare_child)
def preview_document(request: HttpRequest, child: Person, prepared: PreparedDocument) -> HttpResponse:
    """The document as it would be issued; and issuing it."""
    if request.method == "POST":
        try:
            issued = actions.issue_document(by=request.user, prepared=prepared)
        except Unfit:
            messages.error(request, "Something in it is not decided yet. Decide about each of these first.")
            return redirect("decide_document", child.pk, prepared.pk)
        messages.success(request, "The document is issued. This is the copy that is kept.")
        return redirect("issued_document", child.pk, issued.pk)
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    return render(request, "documents/preview.html", {"child": child, **preview_of(request, prepared)})


def preview_of(request: HttpRequest, prepared: PreparedDocument) -> dict:
    """The copy as it would be, and how many things in it nobody has decided yet."""
    found = actions.disclosure(request.user, prepared)
    html = copy_of(prepared, found.masked(), request.user, "the day it is issued")
    return {"prepared": prepared, "copy": html, "undecided": len(found.undecided), "summary": found.summary()}


@route("child/<int:child>/documents/<int:document>/", may=read_document)
def issued_document(request: HttpRequest, child: Person, document: IssuedDocument) -> HttpResponse:
    """The copy as it was issued; for a reader who may not see all of it, without that."""
    audit.note(request.user, "document.read", thing="document", thing_id=document.pk, person=child, ground=request.ground.name)
    copy = Masker(request.user, [child]).text(document.html)
    return render(request, "documents/issued.html", {
        "child": child, "document": document, "copy": mark_safe(copy), "is_whole": copy == document.html,
        "day": day_in_words(document.issued_at.isoformat()),
    })  # fmt: skip
