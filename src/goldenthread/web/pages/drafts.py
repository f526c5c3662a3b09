"""Drafts: kept as they are typed, gone on with on any device, discarded."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from goldenthread.record.actions.drafts import discard_draft
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Draft
from goldenthread.web import may
from goldenthread.web.entry_forms import finish, time_now
from goldenthread.web.routes import route
from goldenthread.web.typed_drafts import keep_draft


def may_keep(request: HttpRequest, draft: UUID) -> dict:
    """The author of the draft; or, of one not begun yet, whoever begins it."""
    found = Draft.objects.filter(pk=draft).first()
    if (found and found.author_id != request.user.pk) or (found is None and request.method != "POST"):
        raise may.HIDDEN
    return {"draft": draft, "found": found}


@route("draft/<uuid:draft>/", may=may_keep)
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, draft: UUID, found: Draft | None) -> HttpResponse:
    """Go on with the draft where it was left; or, sent by the form as it is typed into, keep it."""
    if request.method != "POST":
        sign = "&" if "?" in found.address else "?"
        return HttpResponseRedirect(f"{found.address}{sign}draft={found.pk}")
    kept = keep_draft(request, request.user, draft, request.POST.get("address", ""))
    return JsonResponse({"saved": time_now()} if kept else {"saved": ""})


@route("draft/<uuid:draft>/discard/", may=may.own_draft)
def discard(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Ask whether to throw the draft away; then do."""
    kind = kinds().get(draft.kind)
    title = kind.title if kind else "Entry"
    if request.method != "POST":
        return render(request, "entry/discard.html", {"draft": draft, "title": title})
    pk = draft.pk
    discard_draft(by=request.user, draft=draft)
    finish(request, pk)
    messages.success(request, f"{title}: the draft was discarded.")
    return HttpResponseRedirect("/")
