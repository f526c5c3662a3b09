"""Who has looked at a record and why they could, in words, for those who may read it; and searching the audit."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q, QuerySet
from django.utils import timezone

from goldenthread.record import access
from goldenthread.record.masking import Masker
from goldenthread.record.models import AuditRow, Person
from goldenthread.workforce.models import Worker
from goldenthread.workforce.roles import ROLES

AUDITORS = ("director", "head_of_service", "quality_assurance")
"""The roles that search the audit."""

WHY = {
    "named": "Named for this record.",
    "allocated": "The child is allocated to them.",
    "family": "A brother or sister of the child is allocated to them.",
    "team": "Their team holds the child.",
    "line": "A team below them holds the child.",
    "contact": "Their team took a contact about the child.",
    "all": "Their role may open every record that is not restricted.",
    "chosen": "The record was chosen for their inspection.",
    "emergency": "In an emergency, with a reason that is reviewed.",
    "adoption": "They are adoption staff.",
    "role": "Their role does not do this.",
    "not whole": "They may not see all that the entry says.",
    "reads only": "They may read, and not add.",
    "no relationship": "They had no part in the child's care.",
}
"""Each ground of record/access.py, and each refusal that can be told, as said of somebody else."""

DID = {
    "child.read": "Opened the record",
    "child.looked": "Looked at who has looked",
    "page.read": "Tried to open a page",
    "ledger.read": "Read the drift ledger",
    "ledger.send": "Made a copy of the drift ledger",
    "entry.read": "Read an entry",
    "entry.make": "Added an entry",
    "entry.complete": "Filled in an entry",
    "entry.correct": "Corrected an entry",
    "entry.withdraw": "Withdrew an entry",
    "emergency.open": "Opened the record in an emergency",
    "emergency.review": "Reviewed an opening in an emergency",
    "access.restrict": "Restricted the record",
    "access.unrestrict": "Opened a restricted record again",
    "access.name": "Named someone for the record",
    "access.unname": "Took away someone named",
    "access.block": "Kept someone away from the record",
    "access.unblock": "Let someone come to the record again",
    "access.choose": "Chose the record for an inspection",
    "access.unchoose": "Took the record out of an inspection",
    "attachment.read": "Opened a document",
    "document.prepare": "Began a document for somebody",
    "document.decide": "Decided what is taken out of a document",
    "document.discard": "Discarded a document",
    "document.issue": "Issued a document",
    "document.read": "Read a document that was issued",
    "request.open": "Noted a request to see the record",
    "request.extend": "Extended the time for a request to see the record",
    "request.decide": "Decided what is given of the record",
    "request.send": "Put a request before a second person",
    "request.sign_off": "Signed off an answer to a request",
    "request.send_back": "Sent a request back",
    "request.refuse": "Refused a request to see the record",
    "request.reopen": "Opened a request again",
    "request.issue": "Answered a request to see the record",
    "hold.place": "Put a legal hold on the record",
    "hold.lift": "Lifted a legal hold",
    "retention.read": "Looked at how long the record is kept",
    "destruction.propose": "Proposed to destroy the record",
    "destruction.decline": "Declined to destroy the record",
    "record.destroy": "Destroyed a record",
    "record.export": "Exported the whole record",
    "export.make": "Exported the record",
    "sign_in": "Signed in",
    "sign_out": "Signed out",
    "session.lock": "Left a session until it locked",
    "session.unlock": "Unlocked a session",
    "session.end": "Session ended",
}
VERBS = {
    "read": "Looked at", "make": "Added", "change": "Changed", "end": "Ended", "correct": "Corrected", "find": "Looked for",
    "propose": "Proposed", "accept": "Accepted", "decline": "Declined", "merge": "Merged", "unmerge": "Took apart",
    "search": "Searched for",
}  # fmt: skip


@dataclass(frozen=True)
class Look:
    """What somebody did with a record on a day. `who`: a name, or only a role where the name would say too much."""

    when: dt.datetime
    who: str
    role: str
    did: str
    why: str
    times: int = 1
    allowed: bool = True


def did_in_words(deed: str) -> str:
    """A deed in words."""
    noun, _, verb = deed.partition(".")
    return DID.get(deed) or f"{VERBS.get(verb, verb.replace('_', ' ').capitalize())} {noun.replace('_', ' ')}".strip()


def who_looked(by: Worker, person: Person, before: int | None = None, at_most: int = 200) -> tuple[list[Look], int | None]:
    """Who did what with the record, the latest first, and from which row to go on; deeds of a day told once."""
    about = AuditRow.objects.filter(person_id__in=person.ids)
    if not by.is_adoption_staff:
        about = about.exclude(deed__startswith="adoption.").exclude(ground="adoption")
    if before:
        about = about.filter(seq__lt=before)
    rows = list(about.order_by("-seq")[:at_most])
    return list(_looks(by, person, rows)), rows[-1].seq if len(rows) == at_most else None


def _looks(by: Worker, person: Person, rows: Sequence[AuditRow]) -> Iterator[Look]:
    workers = Worker.objects.in_bulk({row.worker_id for row in rows if row.worker_id})
    is_secret = any(row.ground == "family" for row in rows) and Masker(by, [person]).has_strangers
    for _, alike in groupby(rows, key=lambda row: (row.worker_id, row.deed, row.ground, row.allowed, timezone.localdate(row.at))):
        same = list(alike)
        row, worker = same[0], workers.get(same[0].worker_id)
        unsaid = is_secret and row.ground == "family"
        yield Look(
            row.at, _name(worker, unsaid), ROLES[worker.role].title if worker else "", did_in_words(row.deed),
            "A part in the care of the family." if unsaid else WHY.get(row.ground, ""), len(same), row.allowed,
        )  # fmt: skip


def _name(worker: Worker | None, unsaid: bool) -> str:
    if worker is None:
        return "Nobody signed in, or the system"
    return "Someone who may not be named here" if unsaid else worker.name


def audit_rows(by: Worker, worker: Worker | None = None, person: Person | None = None) -> QuerySet[AuditRow]:
    """The rows of the audit that a reader may search: none about a record of whose existence they may not know.

    Whose role is not over everyone reads what their own people did, and what was done with the records they may open.
    """
    known = Person.objects.filter(access.fence(by)).values("pk")
    rows = AuditRow.objects.filter(Q(person_id=None) | Q(person_id__in=known))
    if not by.is_adoption_staff:
        rows = rows.exclude(deed__startswith="adoption.").exclude(ground="adoption")
    if by.kind_of_role.children != "all":
        own = Worker.objects.filter(team__in=access.teams(by)).values("pk")
        rows = rows.filter(Q(worker_id__in=own) | Q(person_id__in=access.children(by).values("pk")))
    if worker:
        rows = rows.filter(worker_id=worker.pk)
    if person:
        rows = rows.filter(person_id__in=person.ids)
    return rows.order_by("-seq")
