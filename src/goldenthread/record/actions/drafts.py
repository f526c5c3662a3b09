"""Drafts: what was typed and not finished is kept as it is typed, until it is finished or discarded.

A draft expires only after its author was told: 30 days after it was last touched it is marked, and the author's own
page says so; it is removed 14 days after the author has opened that page.
"""

import datetime as dt
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from goldenthread.record.access import Denied
from goldenthread.record.actions.language import Act, action
from goldenthread.record.models import Draft, Entry, Person
from goldenthread.workforce.models import Worker

UNTOUCHED = dt.timedelta(days=30)
"""After so long the author is told that the draft will be removed."""

AFTER_TELLING = dt.timedelta(days=14)
"""So long after the author was told, it is."""


def save_draft(
    *, by: Worker, draft_id: UUID, kind: str, address: str, typed: dict[str, list[str]], change: str = "made",
    person: Person | None = None, entry: Entry | None = None, version_seen: int = 0,
) -> Draft:  # fmt: skip
    """Keep what was typed; the Draft. Only its beginning is noted in the audit. Denied, where it is another's draft."""
    kept = Draft.objects.filter(pk=draft_id, author=by)
    if kept.update(typed=typed, version_seen=version_seen, saved_at=timezone.now(), told_at=None):
        return kept.get()
    return begin_draft(by=by, draft_id=draft_id, kind=kind, address=address, typed=typed, change=change, person=person,
                       entry=entry, version_seen=version_seen)  # fmt: skip


@action("draft.begin")
def begin_draft(
    *, by: Worker, draft_id: UUID, kind: str, address: str, typed: dict[str, list[str]], change: str = "made",
    person: Person | None = None, entry: Entry | None = None, version_seen: int = 0,
) -> Act:  # fmt: skip
    """Keep what was typed for the first time; the Draft. Denied, where the id is of another's draft."""
    if Draft.objects.filter(pk=draft_id).exists():
        raise Denied("hidden", "There is no such draft.", hidden=True)
    draft = Draft.objects.create(
        pk=draft_id, author=by, kind=kind, address=address, typed=typed, change=change, person=person, entry=entry,
        version_seen=version_seen, saved_at=timezone.now(),
    )  # fmt: skip
    return Act("draft", draft.pk, (person,) if person else (), result=draft)


@action("draft.discard")
def discard_draft(*, by: Worker, draft: Draft) -> Act:
    """Throw away a draft of one's own. Denied."""
    if draft.author_id != by.pk:
        raise Denied("hidden", "There is no such draft.", hidden=True)
    done, person = draft.pk, draft.person
    draft.delete()
    return Act("draft", done, (person,) if person else ())


@action("draft.expire")
def expire_drafts(*, by: Worker | None, now: dt.datetime | None = None) -> Act:
    """Tell the authors of drafts long untouched, and remove those whose authors were told long enough ago; every night.

    {told, removed}: how many. `by` is empty at night, when nobody does it.
    """
    now = now or timezone.now()
    told = Draft.objects.filter(told_at__lte=now - AFTER_TELLING, author__last_looked_at__gte=F("told_at"))
    gone = Draft.objects.filter(pk__in=list(told.values_list("pk", flat=True)))
    counts = {"removed": gone.count(), "told": 0}
    gone.delete()
    counts["told"] = Draft.objects.filter(told_at=None, saved_at__lte=now - UNTOUCHED).update(told_at=now)
    return Act("draft", "", result=counts)
