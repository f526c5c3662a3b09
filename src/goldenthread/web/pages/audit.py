"""The audit: who did what; and whether it is whole."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.record import access, audit
from goldenthread.record.looking import AUDITORS, WHY, audit_rows, did_in_words
from goldenthread.record.models import AuditRow, Person
from goldenthread.web.routes import roles, route
from goldenthread.workforce.models import Worker

AT_MOST = 200


@route("audit/", may=roles(*AUDITORS), name="audit")
def audit_page(request: HttpRequest) -> HttpResponse:
    """Search by worker or record; verify the chain when asked to."""
    by, typed, faults = request.user, request.POST, {}
    rows, cuts = [], None
    if typed.get("do") == "find":
        rows, faults = _find(by, typed)
        audit.note(by, "audit.search")
    elif typed.get("do") == "verify":
        cuts = list(audit.verify())[:AT_MOST]
        audit.note(by, "audit.verify", allowed=not cuts)
    head = AuditRow.objects.order_by("-seq").values_list("hash", flat=True).first()
    context = {"typed": typed, "rows": rows, "faults": faults, "cuts": cuts, "head": head, "searched": typed.get("do") == "find"}
    return render(request, "safety/audit.html", context, status=400 if faults else 200)


def _find(by: Worker, typed) -> tuple[list[dict], dict[str, str]]:
    """The rows in words, or what is wrong. Of a record of which the reader may not know there is nothing, as of none."""
    who, which = typed.get("worker", "").strip(), typed.get("record", "").strip()
    if not who and not which:
        return [], {"worker": "Type a worker’s e-mail address or number, or the number of a record."}
    worker = Worker.objects.filter(Q(email__iexact=who) | Q(number=who)).first() if who else None
    person = Person.objects.filter(access.fence(by), number=which).first() if which else None
    faults = {"worker": "Nobody here has this e-mail address or number."} if who and not worker else {}
    if which and not person:
        return [], faults
    return ([], faults) if faults else (list(_in_words(by, worker, person)), faults)


def _in_words(by: Worker, worker: Worker | None, person: Person | None):
    rows = list(audit_rows(by, worker, person)[:AT_MOST])
    workers = Worker.objects.in_bulk({row.worker_id for row in rows})
    people = access.findable(by).in_bulk({row.person_id for row in rows})
    for row in rows:
        yield {
            "at": row.at, "who": workers.get(row.worker_id), "did": did_in_words(row.deed), "thing": _thing(row),
            "person": people.get(row.person_id), "why": WHY.get(row.ground, row.ground), "allowed": row.allowed,
        }  # fmt: skip


def _thing(row: AuditRow) -> str:
    return f"{row.thing} {row.thing_id}".strip() if row.thing not in ("route", "person") else ""
