"""A form that is sent when its session is over or locked: nothing that was typed is lost."""

from uuid import UUID, uuid4

from django.http import HttpRequest

from goldenthread.web.typed_drafts import keep_draft


def keep_typed(request: HttpRequest) -> str:
    """Keep what a known worker's form sent as a draft; the path to go on with it, empty where it was no entry's form.

    Both the form itself, finished or saved, and what autosave sends on the way are kept.
    """
    if request.method != "POST" or not request.user.is_authenticated:
        return ""
    try:
        draft_id = UUID(request.POST.get("draft", ""))
    except ValueError:
        draft_id = uuid4()
    is_autosave = request.path == f"/draft/{draft_id}/"
    address = request.POST.get("address", "") if is_autosave else request.get_full_path()
    draft = keep_draft(request, request.user, draft_id, address)
    return f"/draft/{draft.pk}/" if draft else ""
