"""Who holds a child: given within the team, proposed to another, accepted or declined, ended."""

from collections import Counter

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.codes.lists import codes_of
from goldenthread.record import access, audit
from goldenthread.record.actions.holding import (
    CAPACITIES,
    HOLDS,
    accept_allocation,
    allocate,
    candidates,
    decline_allocation,
    end_allocation,
    may_answer,
    own_teams,
)
from goldenthread.record.masking import Masker
from goldenthread.record.models import Allocation, Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.web import may
from goldenthread.web.routes import route
from goldenthread.web.small_forms import faults_of
from goldenthread.workforce.models import Team, Worker


def may_allocate_child(request: HttpRequest, child: int) -> dict:
    """Managers who may add to the child's record."""
    given = may.write_child(request, child)
    may.decide(request)
    return given


@route("child/<int:child>/allocate/", may=may_allocate_child)
def child_allocate(request: HttpRequest, child: Person) -> HttpResponse:
    """Give the child to a worker or a team, or end a holding."""
    by, faults = request.user, {}
    workers, teams = list(candidates()), list(Team.objects.order_by("name"))
    held = [each for each in access.current(person=child).select_related("worker", "team").order_by("started_on", "pk")]
    if request.method == "POST":
        faults = faults_of(lambda: _allocate(request, child, workers, teams, held))
        if not faults:
            return HttpResponseRedirect(f"/child/{child.pk}/")
    audit.note(by, "child.read", person=child, ground=request.ground.name)
    own = set(own_teams(by).values_list("pk", flat=True))
    shown = {
        "child": child, "held": held, "faults": faults, "typed": request.POST, "capacities": list(CAPACITIES.items()),
        "workers": _choices(by, workers, own), "teams": [(team.pk, team.name) for team in teams],
        "reasons": [(code.code, code.label) for code in codes_of("s903_sw_reason").values()],
    }  # fmt: skip
    return render(request, "find/allocate.html", shown, status=422 if faults else 200)


def _choices(by: Worker, workers: list[Worker], own: set[int]) -> list[tuple[int, str]]:
    """Workers to choose from, those of the manager's own teams first, these with how many children each holds."""
    seen = access.children(by).values("pk")
    held = access.current(capacity=HOLDS, state="accepted", worker__team__in=own, person__in=seen)
    holding = Counter(held.values_list("worker_id", flat=True))
    first = sorted(workers, key=lambda each: (each.team_id not in own, each.team.name if each.team else "", each.name))
    return [(each.pk, _in_words(each, holding[each.pk] if each.team_id in own else None)) for each in first]


def _in_words(worker: Worker, holds: int | None) -> str:
    team = worker.team.name if worker.team else worker.kind_of_role.title
    children = "" if holds is None else ", no children" if not holds else ", 1 child" if holds == 1 else f", {holds} children"
    return f"{worker.name}, {team}{children}"


def _allocate(request: HttpRequest, child: Person, workers: list[Worker], teams: list[Team], held: list[Allocation]) -> None:
    by, typed = request.user, request.POST
    if typed.get("do") == "end":
        row = next((each for each in held if str(each.pk) == typed.get("allocation")), None)
        if row is None:
            raise Unfit([Fault("allocation", "Choose which.")])
        end_allocation(by=by, allocation=row, reason=typed.get("why", ""), closing="closing" in typed)
        messages.success(request, f"Ended. {'The case is closed.' if 'closing' in typed else ''}".strip())
        return
    worker = next((each for each in workers if str(each.pk) == typed.get("worker")), None)
    team = next((each for each in teams if str(each.pk) == typed.get("team")), None) if worker is None else None
    row = allocate(
        by=by, child=child, worker=worker, team=team, capacity=typed.get("capacity", HOLDS),
        change_reason=typed.get("change_reason", ""), handover=typed.get("handover", ""),
    )  # fmt: skip
    whom = row.worker.name if row.worker else row.team.name
    proposed = f"Proposed to {whom}. Nothing changes until it is accepted there."
    messages.success(request, proposed if row.state == "proposed" else f"{child.name} is now held by {whom}.")


def may_see_proposed(request: HttpRequest, allocation: int) -> dict:
    """The worker to whom a transfer is proposed, the manager of that team, and whoever proposed it."""
    row = Allocation.objects.select_related("person__merged_into", "worker", "team", "proposed_by").filter(pk=allocation).first()
    if row is None:
        raise may.HIDDEN
    request.ground = access.check_read(request.user, row.person.survivor)
    if not (may_answer(request.user, row) or row.proposed_by_id == request.user.pk or row.worker_id == request.user.pk):
        raise may.HIDDEN
    return {"allocation": row}


@route("allocation/<int:allocation>/accept/", may=may_see_proposed)
def allocation_accept(request: HttpRequest, allocation: Allocation) -> HttpResponse:
    """Read the handover, and take the child over; or, beside it, decline."""
    by = request.user
    workers = list(candidates().filter(team=allocation.team_id)) if by.kind_of_role.decides and allocation.team_id else []
    faults = {}
    if request.method == "POST":
        chosen = next((each for each in workers if str(each.pk) == request.POST.get("worker")), None)
        faults = faults_of(lambda: accept_allocation(by=by, allocation=allocation, worker=chosen))
        if not faults:
            messages.success(request, f"Accepted. {allocation.person.name} is with {'you' if not chosen else chosen.name} now.")
            return HttpResponseRedirect(f"/child/{allocation.person_id}/")
    return _proposed(request, allocation, workers, faults)


@route("allocation/<int:allocation>/decline/", may=may_see_proposed)
def allocation_decline(request: HttpRequest, allocation: Allocation) -> HttpResponse:
    """Say no, and why; or, of one's own proposal, take it back."""
    faults = {}
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        faults = faults_of(lambda: decline_allocation(by=request.user, allocation=allocation, reason=reason))
        if not faults:
            messages.success(request, "Declined. The child stays held where they were.")
            return HttpResponseRedirect("/")
    return _proposed(request, allocation, [], faults)


def _proposed(request: HttpRequest, row: Allocation, workers: list[Worker], faults: dict) -> HttpResponse:
    child = row.person.survivor
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    shown = {
        "child": child, "allocation": row, "handover": Masker(request.user, [child]).text(row.handover), "faults": faults,
        "typed": request.POST, "workers": [(each.pk, each.name) for each in workers], "answers": may_answer(request.user, row),
        "mine": row.proposed_by_id == request.user.pk, "capacity": CAPACITIES.get(row.capacity, row.capacity),
    }  # fmt: skip
    return render(request, "find/proposed.html", shown, status=422 if faults else 200)
