"""What a form sends, kept as its author's draft: as it is typed, or when it comes too late to be taken."""

from uuid import UUID

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from goldenthread.record import access
from goldenthread.record.actions.drafts import save_draft
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Draft, Entry, Person
from goldenthread.web.entry_forms import is_finished, typed_of
from goldenthread.workforce.models import Worker

FORMS = {
    "add_to_child": "made", "add_to_worker": "made", "add_to_carer": "made", "add_to_authority": "made",
    "add_next_step": "made", "complete": "completed", "correct": "corrected", "contact_what": "made",
    "supervision_child": "made", "supervision_work": "made", "supervision_private": "made",
}  # fmt: skip
"""The routes of the forms of entries, and what is made of what they send."""

OF_KIND = {
    "contact_what": "contact", "supervision_child": "case_supervision", "supervision_work": "supervision",
    "supervision_private": "wellbeing",
}  # fmt: skip
"""The kind of entry, of a form whose address does not say it."""


def keep_draft(request: HttpRequest, by: Worker, draft_id: UUID, address: str) -> Draft | None:
    """Keep what was sent as the draft of the form at this address. None: no such form, or it was finished before."""
    path, _, query = address.partition("?")
    try:
        found = resolve(path)
    except Resolver404:
        return None
    if found.url_name not in FORMS or is_finished(request, draft_id):
        return None
    given, change = found.kwargs, FORMS[found.url_name]
    entry = Entry.objects.filter(pk=given["entry"]).first() if "entry" in given else None
    kind = given.get("kind") or (entry.kind if entry else OF_KIND.get(found.url_name, ""))
    if kind not in kinds():
        return None
    seen = request.POST.get("version_seen", "")
    return save_draft(
        by=by, draft_id=draft_id, kind=kind, address=path + (f"?{query}" if _is_follows(query) else ""), typed=typed_of(request),
        change=change, person=_whose(by, given, entry), entry=entry if change != "made" else None,
        version_seen=int(seen) if seen.isdigit() else 0,
    )  # fmt: skip


def _is_follows(query: str) -> bool:
    name, _, value = query.partition("=")
    return name == "follows" and value.isdigit()


def _whose(by: Worker, given: dict, entry: Entry | None) -> Person | None:
    """The child from whose page it was begun, where the worker may add to that record."""
    persons = Person.objects.select_related("merged_into")
    about = list(entry.people.select_related("merged_into")) if entry else persons.filter(pk=given.get("child"))
    return next((each for each in (one.survivor for one in about) if access.can_write(by, each)), None)
