"""Requests to see a record: each entry decided, parts taken out, signed off by a second person, answered."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.record import access, audit
from goldenthread.record.actions import documents
from goldenthread.record.actions import subject_access as actions
from goldenthread.record.forms import read_day
from goldenthread.record.models import Person, SubjectAccess
from goldenthread.record.policies import Fault, Unfit
from goldenthread.web.may import HIDDEN, write_child
from goldenthread.web.pages.documents import decided, found_in, preview_of
from goldenthread.web.routes import route


def handle_request(request: HttpRequest, child: int, asked: int) -> dict:
    """Those who may add to the child's record."""
    given = write_child(request, child)
    found = SubjectAccess.objects.filter(pk=asked, person=given["child"]).first()
    if found is None:
        raise HIDDEN
    return given | {"asked": found}


@route("child/<int:child>/subject-access/", may=write_child)
def subject_access(request: HttpRequest, child: Person) -> HttpResponse:
    """The requests to see this record, and noting a new one."""
    by, faults = request.user, {}
    if request.method == "POST":
        try:
            made = actions.open_request(by=by, person=child, **_typed(request, child))
        except Unfit as unfit:
            faults = unfit.by_field
        else:
            return redirect("subject_access_request", child.pk, made.pk)
    audit.note(by, "child.read", person=child, ground=request.ground.name)
    return render(request, "documents/access_list.html", {
        "child": child, "faults": faults, "typed": request.POST, "due": actions.DUE, "states": actions.STATES,
        "asked": child.subject_access.select_related("handled_by").order_by("-asked_on", "-pk"),
        "family": [(child.pk, f"{child.name}, whose record it is"),
                   *((pk, each.name) for pk, each in documents.family(by, child).items())],
    }, status=422 if faults else 200)  # fmt: skip


def _typed(request: HttpRequest, child: Person) -> dict:
    typed = request.POST
    try:
        asked_on = read_day(typed.get("asked_on", "").strip())
    except ValueError as wrong:
        raise Unfit([Fault("asked_on", f"The day they asked: {wrong}")]) from None
    who = {child.pk: child} | documents.family(request.user, child)
    asker = typed.get("asker", "")
    chosen = who.get(int(asker)) if asker.isdigit() else None
    return {
        "asked_by": typed.get("asked_by", "") or (chosen.name if chosen else ""),
        "authority_to_ask": typed.get("authority_to_ask", ""), "asked_on": asked_on, "asker": chosen,
    }  # fmt: skip


@route("child/<int:child>/subject-access/<int:asked>/", may=handle_request)
def subject_access_request(request: HttpRequest, child: Person, asked: SubjectAccess) -> HttpResponse:
    """One request: every entry with what was decided of it, and what comes next."""
    faults = {}
    if request.method == "POST":
        try:
            faults = _do(request, asked)
        except Unfit as unfit:
            faults = unfit.by_field
        if not faults:
            return redirect("subject_access_request", child.pk, asked.pk)
        asked.refresh_from_db()
    return _page(request, child, asked, faults)


def _do(request: HttpRequest, asked: SubjectAccess) -> dict[str, str]:
    """Do what the form says; what is still wrong, by its field."""
    typed, by, to_do = request.POST, request.user, request.POST.get("do")
    reasoned = {"extend": actions.extend_request, "send_back": actions.send_back, "refuse": actions.refuse_request,
                "reopen": actions.reopen_request}  # fmt: skip
    simple = {"send": actions.send_for_sign_off, "sign_off": actions.sign_off, "issue": actions.issue_answer}
    if to_do in reasoned:
        reasoned[to_do](by=by, request=asked, reason=typed.get(f"reason-{to_do}", ""))
    elif to_do in simple:
        simple[to_do](by=by, request=asked)
    else:
        said = {int(name.removeprefix("decision-")): _said(typed, name.removeprefix("decision-"))
                for name in typed if name.startswith("decision-") and name.removeprefix("decision-").isdigit()}  # fmt: skip
        faults = actions.decide_entries(by=by, request=asked, decisions=said)
        if not faults:
            messages.success(request, "Kept.")
        return {each.field: each.words for each in faults}
    return {}


def _said(typed, entry: str) -> dict[str, str]:
    return {name: typed.get(f"{name}-{entry}", "") for name in ("decision", "ground", "note")}


def _page(request: HttpRequest, child: Person, asked: SubjectAccess, faults: dict[str, str]) -> HttpResponse:
    by = request.user
    audit.note(by, "child.read", person=child, ground=request.ground.name)
    is_going_on = asked.state in ("open", "decided", "signed_off")
    return render(request, "documents/access.html", {
        "child": child, "asked": asked, "faults": faults, "due": actions.DUE, "state": actions.STATES[asked.state],
        "entries": actions.entries_to_decide(by, asked) if is_going_on else [], "decisions": actions.DECISIONS,
        "grounds": actions.GROUNDS, "out_of_sight": actions.out_of_sight(by, asked) if is_going_on else 0,
        "unparted": len(documents.disclosure(by, asked.prepared).undecided) if asked.prepared and is_going_on else 0,
        "may_sign": by.kind_of_role.decides and by.pk not in actions.decided_by(asked),
        "may_extend": not asked.extended_on and access.today() <= asked.due_on,
    }, status=422 if faults else 200)  # fmt: skip


@route("child/<int:child>/subject-access/<int:asked>/parts/", may=handle_request)
def subject_access_parts(request: HttpRequest, child: Person, asked: SubjectAccess) -> HttpResponse:
    """What of the entries that are given is about others: taken out, or left in with a reason."""
    if asked.prepared is None or asked.state != "open":
        return redirect("subject_access_request", child.pk, asked.pk)
    faults = decided(request, asked.prepared) if request.method == "POST" else {}
    if request.method == "POST" and not faults:
        return redirect("subject_access_preview", child.pk, asked.pk)
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    given = found_in(documents.disclosure(request.user, asked.prepared), asked.prepared)
    return render(request, "documents/decide.html", given | {"child": child, "faults": faults, "asked": asked},
                  status=422 if faults else 200)  # fmt: skip


@route("child/<int:child>/subject-access/<int:asked>/preview/", may=handle_request)
def subject_access_preview(request: HttpRequest, child: Person, asked: SubjectAccess) -> HttpResponse:
    """The answer as it would be issued."""
    if asked.prepared is None:
        return redirect("subject_access_request", child.pk, asked.pk)
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    return render(request, "documents/preview.html", {"child": child, "asked": asked, **preview_of(request, asked.prepared)})
