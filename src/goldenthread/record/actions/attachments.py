"""Attaching a file to an entry, and handing it out."""

from collections.abc import Sequence

from django.utils import timezone

from goldenthread.record import access, attachments
from goldenthread.record.access import Denied
from goldenthread.record.actions.language import Act, action
from goldenthread.record.attachments import File
from goldenthread.record.models import Attachment, Entry
from goldenthread.workforce.models import Worker


@action("attachment.add")
def attach(*, by: Worker, entry: Entry, files: Sequence[File]) -> Act:
    """Attach files, examined before, to an entry; the Attachments. Denied."""
    access.check_change_entry(by, entry)
    if not access.sees_whole(by, entry):
        raise Denied("not whole", "You may not see everyone this entry is about.")
    added = [
        Attachment.objects.create(
            entry=entry, name=each.name, content_type=each.type.mime, size=len(each.data), sha256=attachments.keep(each.data),
            added_by=by, added_at=timezone.now(),
        )
        for each in files
    ]  # fmt: skip
    return Act("entry", entry.pk, tuple(entry.people.all()), result=added)


@action("attachment.read")
def open_attachment(*, by: Worker, attachment: Attachment) -> Act:
    """The content of a file, as bytes, for whoever may see the whole entry; noted for everyone it is about. Denied."""
    access.check_read_entry(by, attachment.entry)
    if not access.sees_whole(by, attachment.entry):
        raise Denied("hidden", "There is no such file.", hidden=True)
    data = attachments.path_of(attachment.sha256).read_bytes()
    return Act("attachment", attachment.pk, tuple(attachment.entry.people.all()), result=data)
