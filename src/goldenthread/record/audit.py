"""Who did, read or was refused what: `note` adds a row, `verify` finds where the chain is cut."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils import timezone

from goldenthread.record.models.audit import AuditRow

FIRST = "0" * 64
LOCK = 0x601DE2  # one number, for PostgreSQL's advisory lock: rows are sealed one after another


def note(by, deed: str, *, thing: str = "", thing_id="", person=None, allowed: bool = True, ground: str = "") -> AuditRow:
    """Add a row, in the transaction of the deed itself. `by`, `person`: objects with a `pk`, or None."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        last = AuditRow.objects.order_by("-seq").values_list("hash", flat=True).first()
        row = AuditRow(
            at=timezone.now(), worker_id=by.pk if by else None, deed=deed, thing=thing, thing_id=str(thing_id),
            person_id=person.pk if person else None, allowed=allowed, ground=ground, previous=last or FIRST,
        )  # fmt: skip
        row.hash = seal(row)
        row.save(force_insert=True)
    return row


def seal(row: AuditRow) -> str:
    """SHA-256 of what the row says and of the row before it."""
    said = [row.previous, row.at.isoformat(), row.worker_id, row.deed, row.thing, row.thing_id, row.person_id, row.allowed,
            row.ground]  # fmt: skip
    return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True)
class Cut:
    """Where the chain does not hold: at which row, and what is wrong, in words."""

    seq: int
    what: str


def verify(head: str | None = None) -> Iterator[Cut]:
    """Every place where the chain is cut. `head`: a hash noted earlier, outside, that must still be in the chain."""
    previous, headed = FIRST, head in (None, FIRST)
    for row in AuditRow.objects.order_by("seq").iterator(chunk_size=5000):
        if row.previous != previous:
            yield Cut(row.seq, "a row before this one is missing or was put in another order")
        if row.hash != seal(row):
            yield Cut(row.seq, "this row was changed after it was sealed")
        previous = row.hash
        headed = headed or row.hash == head
    if not headed:
        yield Cut(0, "the row noted earlier is no longer there: the end of the audit was cut off")
