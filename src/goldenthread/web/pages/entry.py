"""An entry: what it says, what became of it, every version of it, its files; and withdrawing it."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from goldenthread.oversight.disputing import check_officer
from goldenthread.oversight.met import Met, met_by
from goldenthread.record import access, audit, policies
from goldenthread.record.access import Denied
from goldenthread.record.actions.attachments import attach, open_attachment
from goldenthread.record.actions.entries import withdraw_entry
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import Kind
from goldenthread.record.models import Attachment, Entry, Person
from goldenthread.record.shown import ShownEntry, shown, shown_versions
from goldenthread.web import may
from goldenthread.web.changes import changes
from goldenthread.web.entry_forms import examined
from goldenthread.web.routes import route
from goldenthread.workforce.models import Worker


def may_open_attachment(request: HttpRequest, entry: int, attachment: int) -> dict:
    """Those who may see everyone the entry is about."""
    found = may.read_entry(request, entry)["entry"]
    file = Attachment.objects.filter(pk=attachment, entry=found).first()
    if file is None or not access.sees_whole(request.user, found):
        raise may.HIDDEN
    return {"attachment": file}


def may_change(request: HttpRequest, entry: int) -> dict:
    """Those who may make such an entry about every child in it, unless it was withdrawn; of a dispute, its officer."""
    given = may.change_entry(request, entry)
    if given["entry"].kind == "dispute":
        check_officer(request.user, given["entry"])
    if given["entry"].withdrawn_at:
        raise Denied("withdrawn", "This entry was withdrawn. It cannot be changed; make another.")
    return given


@route("entry/<int:entry>/", may=may.read_entry)
def entry_page(request: HttpRequest, entry: Entry) -> HttpResponse:
    """What the entry says, as this reader may see it, and what can be done with it."""
    return _page(request, entry)


def _page(request: HttpRequest, entry: Entry, faults: dict[str, str] | None = None) -> HttpResponse:
    by, seen = request.user, shown(request.user, entry)
    note_read(by, seen)
    known = {
        "seen": seen, "entry": entry, "child": whose_page(seen), "may_change": access.allows(may_change, request, entry.pk),
        "next_steps": _next_steps(by, seen), "before": _readable(by, [entry.follows] if entry.follows_id else []),
        "after": _readable(by, entry.followed_by.order_by("began_on", "pk")), "faults": faults or {},
        "met": _met(request, seen),
        "files": [] if seen.withheld else list(entry.attachments.select_related("added_by").order_by("added_at", "pk")),
    }  # fmt: skip
    return render(request, "entry/page.html", known, status=422 if faults else 200)


def _met(request: HttpRequest, seen: ShownEntry) -> list[Met]:
    """What the entry has met, shown when it has just been finished."""
    if "finished" not in request.GET or seen.withdrawn or seen.kind.about not in ("children", "child"):
        return []
    return met_by(seen.entry, seen.about, access.today())


def note_read(by: Worker, seen: ShownEntry) -> None:
    """Note that the entry was read, of each person whom the reader saw in it."""
    for person in seen.about or [None]:
        audit.note(by, "entry.read", thing="entry", thing_id=seen.entry.pk, person=person)


def whose_page(seen: ShownEntry) -> Person | None:
    """The child whose page an entry is shown in: of one about several, none."""
    return seen.about[0] if len(seen.about) == 1 and seen.kind.about in ("children", "child") else None


def _next_steps(by: Worker, seen: ShownEntry) -> list[Kind]:
    """The kinds that may follow, of those this worker may make about anyone in it."""
    if seen.withdrawn or not (seen.kind.about in ("worker", "recommendation") or _adds_to_any(by, seen)):
        return []
    named = (kinds().get(name) for name in seen.kind.next_steps)
    return [kind for kind in named if kind and by.role in kind.made_by]


def _adds_to_any(by: Worker, seen: ShownEntry) -> bool:
    return by.kind_of_role.writes and (seen.kind.about == "carer" or any(access.can_write(by, each) for each in seen.about))


def _readable(by: Worker, entries: Iterable[Entry]) -> list[ShownEntry]:
    return [shown(by, each) for each in entries if access.allows(access.check_read_entry, by, each)]


@route("entry/<int:entry>/history/", may=may.read_entry)
def history(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Every version: who, when, why, and what changed."""
    versions = shown_versions(request.user, entry)
    note_read(request.user, versions[-1])
    told = [(each, changes(before, each)) for before, each in zip([None, *versions], versions, strict=False)]
    known = {"seen": versions[-1], "entry": entry, "child": whose_page(versions[-1]), "versions": list(reversed(told))}
    return render(request, "entry/history.html", known)


@route("entry/<int:entry>/withdraw/", may=may_change)
def withdraw(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Ask why an entry was made in error; then withdraw it, to be read struck through."""
    faults, reason = {}, request.POST.get("reason", "")
    if request.method == "POST":
        try:
            withdraw_entry(by=request.user, entry=entry, reason=reason)
        except policies.Unfit as unfit:
            faults = unfit.by_field
        else:
            messages.success(request, "Withdrawn: it can still be read, and counts for nothing.")
            return HttpResponseRedirect(f"/entry/{entry.pk}/")
    seen = shown(request.user, entry)
    known = {"seen": seen, "entry": entry, "child": whose_page(seen), "faults": faults, "reason": reason}
    return render(request, "entry/withdraw.html", known, status=422 if faults else 200)


@route("entry/<int:entry>/attach/", may=may_change)
@require_POST
def attach_files(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Attach files to an entry; none of them where one may not be kept."""
    files, faults = examined(request)
    if not files and not faults:
        faults = {"files": "Choose a file first."}
    if faults:
        return _page(request, entry, faults)
    attach(by=request.user, entry=entry, files=files)
    messages.success(request, "Attached.")
    return HttpResponseRedirect(f"/entry/{entry.pk}/#files")


@route("entry/<int:entry>/attachment/<int:attachment>/", may=may_open_attachment)
def attachment(request: HttpRequest, attachment: Attachment) -> HttpResponse:
    """The file, to be kept by the browser and never opened in the page."""
    data = open_attachment(by=request.user, attachment=attachment)
    response = HttpResponse(data, content_type=attachment.content_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, attachment.name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
