"""Completing an entry (filling in what was blank) and correcting it, with a reason; and both texts, where two people did."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.record import access, policies
from goldenthread.record.actions.attachments import attach
from goldenthread.record.actions.drafts import save_draft
from goldenthread.record.actions.entries import complete_entry, correct_entry
from goldenthread.record.forms import Typed, show
from goldenthread.record.kinds.language import Kind
from goldenthread.record.models import Entry
from goldenthread.record.reading import body_of, kind_of, latest
from goldenthread.record.shown import shown
from goldenthread.web.entry_forms import Sheet, draft_of, examined, finish, time_now, typed_of
from goldenthread.web.offered import offers_with_held
from goldenthread.web.pages.entry import may_change, note_read, whose_page
from goldenthread.web.routes import route


@route("entry/<int:entry>/complete/", may=may_change)
def complete(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Fill in what was blank: an end, a decision, that an action was done."""
    return _answer(request, entry, "completed")


@route("entry/<int:entry>/correct/", may=may_change)
def correct(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Correct the entry, visibly, and say why."""
    return _answer(request, entry, "corrected")


def _answer(request: HttpRequest, entry: Entry, change: str) -> HttpResponse:
    by, kind = request.user, kind_of(entry)
    draft_id, draft = draft_of(request, by)
    version = _version_seen(request, entry, draft.version_seen if draft and request.method != "POST" else 0)
    old = body_of(entry.versions.get(number=version), kind)
    children = list(entry.people.order_by("born_on", "pk"))
    offered, old_shown = offers_with_held(by, children, kind, old)
    sheet = Sheet(by, kind, children, {}, offered, draft_id, draft, old=old, old_shown=old_shown)
    if change == "completed":
        sheet.fixed = frozenset(_filled(kind, old))
    if request.method != "POST":
        sheet.typed = draft.typed if draft else show(kind, old) | _everyone(children)
        return _form(request, entry, change, sheet, version)
    sheet.typed, then = typed_of(request) | _everyone(children), request.POST.get("then", "finish")
    if then == "save":
        return _save(request, entry, change, sheet, version)
    if then.startswith("more:"):
        sheet.more = then.removeprefix("more:")
        return _form(request, entry, change, sheet, version)
    return _finish(request, entry, change, sheet, version)


def _version_seen(request: HttpRequest, entry: Entry, of_draft: int) -> int:
    given = request.POST.get("version_seen", "")
    number = int(given) if given.isdigit() else of_draft
    return number if 0 < number <= entry.versions_made else entry.versions_made


def _everyone(children) -> Typed:
    return {"children": [str(child.pk) for child in children]}


def _filled(kind: Kind, old: dict) -> set[str]:
    return {name for _, name, _ in policies.values(kind, old)}


def _save(request: HttpRequest, entry: Entry, change: str, sheet: Sheet, version: int) -> HttpResponse:
    person = next((each for each in sheet.children if access.can_write(sheet.by, each)), None)
    save_draft(by=sheet.by, draft_id=sheet.draft_id, kind=sheet.kind.name, address=request.path, typed=sheet.typed,
               change=change, person=person, entry=entry, version_seen=version)  # fmt: skip
    messages.success(request, f"Saved as a draft at {time_now()}. You will find it on my day.")
    return HttpResponseRedirect(f"/draft/{sheet.draft_id}/")


def _finish(request: HttpRequest, entry: Entry, change: str, sheet: Sheet, version: int) -> HttpResponse:
    body, reason = sheet.read(), request.POST.get("reason", "")
    sheet.check(body, entry)
    if change == "corrected" and not reason.strip():
        sheet.faults["reason"] = "Say why it is corrected: this is needed."
    files, not_taken = examined(request)
    sheet.faults |= not_taken
    if entry.versions_made != version:
        return _both(request, entry, change, sheet, body)
    if sheet.faults:
        return _form(request, entry, change, sheet, version)
    if change == "corrected":
        return _carry_out(request, entry, change, sheet, body, lambda: correct_entry(
            by=sheet.by, entry=entry, body=body, version_seen=version, reason=reason, draft=sheet.draft), files)  # fmt: skip
    return _carry_out(request, entry, change, sheet, body, lambda: complete_entry(
        by=sheet.by, entry=entry, body=body, version_seen=version, draft=sheet.draft), files)  # fmt: skip


def _carry_out(request: HttpRequest, entry: Entry, change: str, sheet: Sheet, body: dict, act: Callable, files) -> HttpResponse:
    try:
        with transaction.atomic():
            act()
            if files:
                attach(by=sheet.by, entry=entry, files=files)
    except policies.Superseded:
        return _both(request, entry, change, sheet, body)
    except policies.Unfit as unfit:
        sheet.add(unfit)
        return _form(request, entry, change, sheet, entry.versions_made)
    finish(request, sheet.draft_id)
    done = "Corrected: what it said before stays in its history." if change == "corrected" else "Completed."
    messages.success(request, done)
    return HttpResponseRedirect(f"/entry/{entry.pk}/")


def _both(request: HttpRequest, entry: Entry, change: str, sheet: Sheet, body: dict) -> HttpResponse:
    """Show what the other has written beside what this worker typed. What only the other changed is taken over."""
    entry.refresh_from_db()
    kind, now = sheet.kind, body_of(latest(entry), sheet.kind)
    base, theirs = show(kind, sheet.old), show(kind, now)
    yours = show(kind, body)
    taken = []
    for name in dict.fromkeys([*base, *theirs]):
        was, is_, mine = base.get(name, []), theirs.get(name, []), yours.get(name, [])
        if is_ in (was, mine):
            continue
        if mine == was and name not in sheet.faults:
            sheet.typed[name] = is_
            taken.append(name)
        else:
            sheet.theirs[name] = is_
    sheet.taken, sheet.faults, sheet.old = tuple(taken), {}, now
    if sheet.fixed:
        sheet.fixed = frozenset(_filled(kind, now) - {name.removesuffix("-time") for name in sheet.theirs})
    return _form(request, entry, change, sheet, entry.versions_made, is_both=True)


def _form(request: HttpRequest, entry: Entry, change: str, sheet: Sheet, version: int, is_both: bool = False) -> HttpResponse:
    seen = shown(sheet.by, entry)
    note_read(sheet.by, seen)
    verb = "Correct" if change == "corrected" else "Complete"
    title = sheet.kind.title[0].lower() + sheet.kind.title[1:]
    known = {
        "sheet": sheet, "kind": sheet.kind, "child": whose_page(seen), "heading": f"{verb} {title}", "seen": seen,
        "address": request.path, "finish": f"{verb} {title}", "version_seen": version, "change": change, "is_both": is_both,
        "reason": next(iter(sheet.typed.get("reason", [])), ""), "ticked": sheet.chosen,
    }  # fmt: skip
    return render(request, "entry/change.html", known, status=409 if is_both else 422 if sheet.faults else 200)


