"""Supervision: who is due, the agenda already written, about three children to think about, and both sign."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST

from goldenthread.oversight import agreed, signing, supervised, supervision_sight
from goldenthread.oversight.actions import supervising
from goldenthread.oversight.agenda import Agenda, agenda, held_together
from goldenthread.oversight.models import AgendaLine, Supervision
from goldenthread.oversight.supervised import SUPERVISED, can_supervise, check_supervise
from goldenthread.record import access, audit
from goldenthread.record.access import Denied, today
from goldenthread.record.models import Fact, Person
from goldenthread.record.policies import Unfit
from goldenthread.record.shown import ShownEntry, shown
from goldenthread.record.story import reader_of
from goldenthread.web.may import HIDDEN
from goldenthread.web.routes import route
from goldenthread.web.small_forms import day_needed, faults_of, shown_day
from goldenthread.workforce.models import Worker

PAST = 12
"""So many of the latest supervisions are listed."""


def may_have(request: HttpRequest) -> None:
    """Whoever is supervised, or supervises."""
    if request.user.role not in SUPERVISED and not request.user.kind_of_role.decides:
        raise Denied("role", "Nobody is supervised here by you, and your own supervision is kept elsewhere.")


def may_prepare(request: HttpRequest, worker: int) -> dict:
    """The worker, and whoever may supervise them."""
    found = Worker.objects.select_related("team").filter(pk=worker, is_active=True).first()
    if found is None:
        raise HIDDEN
    if found.pk != request.user.pk:
        check_supervise(request.user, found)
    elif found.role not in SUPERVISED:
        raise HIDDEN
    return {"worker": found}


def may_read(request: HttpRequest, supervision: int, **given) -> dict:
    """The two; those above, without what is private; quality assurance, of children."""
    found = signing.with_entries(Supervision.objects.filter(pk=supervision))
    if not found:
        raise HIDDEN
    supervision_sight.check_read(request.user, found[0])
    return given | {"supervision": found[0]}


def may_lead(request: HttpRequest, supervision: int, **given) -> dict:
    """Whoever began it."""
    given = may_read(request, supervision, **given)
    supervision_sight.check_lead(request.user, given["supervision"])
    return given


def may_sign(request: HttpRequest, supervision: int) -> dict:
    """The two."""
    given = may_read(request, supervision)
    supervision_sight.check_sign(request.user, given["supervision"])
    return given


# ------------------------------------------------------------------------------------------------------------ THE LIST


@route("supervision/", may=may_have)
def supervision_list(request: HttpRequest) -> HttpResponse:
    """A manager's workers, when each was supervised and is next; and one's own: past ones, what was agreed, what to sign."""
    by, day = request.user, today()
    workers = supervised.supervised(by, day)
    theirs = sorted(supervised.supervision_days(workers, day), key=_pressing)
    audit.note(by, "supervision.list")
    return render(request, "supervision/list.html", {
        "day": day, "theirs": theirs, "counts": _counts(by, workers), "mine": _mine(by, day),
        "to_sign": signing.to_sign(by), "open": _unfinished(by), "sees_view": by.role in supervision_sight.VIEWS,
    })  # fmt: skip


def _pressing(days: supervised.SupervisionDays) -> tuple:
    """Those past their day first, then by the day of the next; those away last."""
    return days.away_since is not None, days.due_on or dt.date.max, days.worker.name


def _counts(by: Worker, workers: Sequence[Worker]) -> dict[int, tuple[int, int]]:
    """Of each worker, how many children they hold whom the reader may see, and how many of them were never discussed."""
    rows = access.current(worker__in=[each.pk for each in workers], state="accepted", started_on__lte=today())
    pairs = set(rows.values_list("worker_id", "person_id"))
    seen = set(access.children(by).filter(pk__in={child for _, child in pairs}).values_list("pk", flat=True))
    said = Fact.objects.standing().filter(noun="case_supervision", person__in=seen)
    discussed = set(said.values_list("person_id", flat=True))
    holds = Counter(worker for worker, child in pairs if child in seen)
    never = Counter(worker for worker, child in pairs if child in seen - discussed)
    return {each.pk: (holds[each.pk], never[each.pk]) for each in workers}


def _unfinished(by: Worker) -> list[Supervision]:
    """Those this manager has begun and not signed yet."""
    begun = Supervision.objects.filter(supervisor=by).exclude(signatures__worker=by)
    return list(begun.select_related("worker").order_by("-held_on", "-pk"))


def _mine(by: Worker, day: dt.date) -> dict | None:
    """One's own: how it stands, the past ones, and what was agreed about one's children and is not done."""
    if by.role not in SUPERVISED:
        return None
    past = signing.with_entries(Supervision.objects.filter(worker=by).order_by("-held_on", "-pk")[:PAST])
    others = supervised.supervisors(by, day)
    children = list(held_together(by, by, others[0] if others else None))
    said = agreed.histories(reader_of(by, children), children, day) if children else {}
    rows = [(child, each) for child in children for each in said[child.pk].agreed if not each.is_done]
    return {
        "days": supervised.supervision_days([by], day)[0], "past": [(each, signing.signed(each)) for each in past],
        "supervisors": others, "agreed": sorted(rows, key=lambda row: row[1].by or dt.date.max),
    }  # fmt: skip


# ---------------------------------------------------------------------------------------------------------- THE AGENDA


@route("supervision/worker/<int:worker>/", may=may_prepare)
def supervision_prepare(request: HttpRequest, worker: Worker) -> HttpResponse:
    """The agenda, already written; choose about three, and begin."""
    by, faults = request.user, {}
    found = agenda(by, worker, today(), _other(by, worker))
    if request.method == "POST":
        begun: list[Supervision] = []
        faults = faults_of(lambda: begun.append(_begin(request, worker, found)))
        if begun:
            return HttpResponseRedirect(f"/supervision/{begun[0].pk}/")
    audit.note(by, "supervision.agenda", thing="worker", thing_id=worker.pk)
    leads = by.pk != worker.pk
    chosen = request.POST.getlist("children") or [str(line.child.pk) for line in found.suggested]
    return render(request, "supervision/agenda.html", {
        "agenda": found, "worker": worker, "leads": leads, "faults": faults, "chosen": chosen,
        "held_on": request.POST.get("held_on") or shown_day(today()),
        "days": supervised.supervision_days([worker], today())[0],
        "begun": [each for each in _unfinished(by) if each.worker_id == worker.pk] if leads else [],
        "names": by.pk == worker.pk,
    }, status=422 if faults else 200)  # fmt: skip


def _other(by: Worker, worker: Worker) -> Worker | None:
    """Where the worker reads, whoever is to supervise them: what that one may not see is not on the paper between them."""
    others = supervised.supervisors(worker, today()) if by.pk == worker.pk else []
    return others[0] if others else None


def _begin(request: HttpRequest, worker: Worker, found: Agenda) -> Supervision:
    held_on = day_needed(request.POST, "held_on", "When")
    ticked = set(request.POST.getlist("children"))
    chosen = [line.child for line in found.lines if str(line.child.pk) in ticked]
    return supervising.begin_supervision(by=request.user, worker=worker, held_on=held_on, lines=found.lines, chosen=chosen)


# ----------------------------------------------------------------------------------------------------------- THE WHOLE


@route("supervision/<int:supervision>/", may=may_read)
def supervision_whole(request: HttpRequest, supervision: Supervision) -> HttpResponse:
    """All of it: what was decided about each child, the work, and who has signed."""
    return _whole(request, supervision)


def _whole(request: HttpRequest, supervision: Supervision, faults: dict[str, str] | None = None) -> HttpResponse:
    by = request.user
    audit.note(by, "supervision.read", thing="supervision", thing_id=supervision.pk)
    lines = _lines(by, supervision)
    two = supervision_sight.is_one_of_the_two(by, supervision)
    signed = signing.signed(supervision)
    return render(request, "supervision/whole.html", {
        "supervision": supervision, "two": two, "signed": signed, "faults": faults or {},
        "leads": by.pk == supervision.supervisor_id and can_supervise(by, supervision.worker),
        "is_signed_once": signing.is_signed_once(supervision), "may_sign": two and signing.is_turn_of(by, signed),
        "chosen": [line for line in lines if line.chosen], "others": [line for line in lines if not line.chosen],
        "discussed": _shown(by, lines),
        "work": _read(by, supervision.work) if supervision_sight.reads_work(by, supervision) else None,
        "reads_work": supervision_sight.reads_work(by, supervision),
        "private": _read(by, supervision.private) if supervision_sight.reads_private(by, supervision) else None,
        "missing": list(supervising.unfinished(supervision)) if by.pk == supervision.supervisor_id else [],
        "may_discard": not signing.entries_of(supervision) and not supervision.signatures.all(),
    }, status=422 if faults else 200)  # fmt: skip


def _lines(by: Worker, supervision: Supervision) -> list[AgendaLine]:
    """The children of the agenda whose records this reader may open, and who both of the two still may, as `person`."""
    lines = list(supervision.lines.all())
    seen = access.children(by).filter(pk__in=[line.person_id for line in lines])
    persons = {child.pk: child for child in seen}
    for line in lines:
        line.child = persons.get(line.person_id)
    return [line for line in lines if line.child]


def _shown(by: Worker, lines: Sequence[AgendaLine]) -> list[tuple[ShownEntry, list[Person]]]:
    """What was written about these children, each entry once, with the children it is about."""
    found: dict[int, tuple[ShownEntry, list[Person]]] = {}
    for line in lines:
        if line.entry_id and (seen := _read(by, line.entry)):
            found.setdefault(line.entry_id, (seen, []))[1].append(line.child)
    return list(found.values())


def _read(by: Worker, entry) -> ShownEntry | None:
    """The entry as this reader may see it, or nothing."""
    return shown(by, entry) if entry and access.allows(access.check_read_entry, by, entry) else None


@route("supervision/<int:supervision>/choose/", may=may_lead)
@require_POST
def supervision_choose(request: HttpRequest, supervision: Supervision) -> HttpResponse:
    """Think about one more child of the agenda, or let a choice go."""
    given = request.POST.get("child", "")
    child = access.children(request.user).filter(pk=int(given)).first() if given.isdigit() else None
    if child is None:
        raise HIDDEN
    chosen = request.POST.get("do") != "let_go"
    return _do(request, supervision, lambda: supervising.choose_child(
        by=request.user, supervision=supervision, child=child, chosen=chosen))  # fmt: skip


@route("supervision/<int:supervision>/sign/", may=may_sign)
@require_POST
def supervision_sign(request: HttpRequest, supervision: Supervision) -> HttpResponse:
    """Sign what stands there now."""
    return _do(request, supervision, lambda: supervising.sign(by=request.user, supervision=supervision), "Signed.")


@route("supervision/<int:supervision>/discard/", may=may_lead)
@require_POST
def supervision_discard(request: HttpRequest, supervision: Supervision) -> HttpResponse:
    """Throw away one in which nothing was written."""
    try:
        supervising.discard_supervision(by=request.user, supervision=supervision)
    except Unfit as unfit:
        return _whole(request, supervision, unfit.by_field)
    messages.success(request, "Thrown away: nothing had been written.")
    return HttpResponseRedirect("/supervision/")


def _do(request: HttpRequest, supervision: Supervision, act: Callable, said: str = "") -> HttpResponse:
    """Do it and show the whole again, with what is wrong where it cannot be done."""
    faults = faults_of(act)
    if faults:
        return _whole(request, supervision, faults)
    if said:
        messages.success(request, said)
    return HttpResponseRedirect(f"/supervision/{supervision.pk}/")
