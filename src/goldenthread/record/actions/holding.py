"""Who holds a child: given, proposed to another team, accepted or declined. A child is never held by nobody."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone

from goldenthread.codes.lists import is_code
from goldenthread.record import access, policies
from goldenthread.record.actions.language import Act, action
from goldenthread.record.models import Allocation, Block, Fact, NamedAccess, Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Team, Worker

CAPACITIES = dict(Allocation.CAPACITIES)
HOLDS = "social_worker"
"""The capacity in which a child must always be held, by a worker or at least by a team."""

TELLS = {"social_worker": "allocation", "reviewing_officer": "reviewing_officer", "personal_adviser": "personal_adviser"}
"""The noun of the thread that a holding is a period of, by its capacity."""

OPEN_STILL = {
    "looked_after": "is looked after", "protection_plan": "has a child protection plan", "section47": "is the subject of a"
    " section 47 enquiry", "need_plan": "has a child in need plan", "private_fostering": "is privately fostered",
}  # fmt: skip
"""While one of these periods is open the child's case is not closed."""

UNDECIDED: list[Callable[[Person, dt.date], Iterable[str]]] = []
"""What rooms above the record say, in sentences, has to be decided about a child before the case is closed."""


def held_now(person: Person, capacity: str = HOLDS) -> QuerySet[Allocation]:
    """Who holds the child in this capacity today, accepted."""
    return access.current(person=person, capacity=capacity, state="accepted").order_by("started_on", "pk")


def may_allocate(by: Worker, person: Person) -> bool:
    """Whether the worker decides who holds this child."""
    return by.kind_of_role.decides and access.can_write(by, person)


def own_teams(by: Worker) -> QuerySet[Team]:
    """The teams to whose workers this manager allocates without asking anybody."""
    return Team.objects.all() if by.kind_of_role.children == "all" else Team.objects.filter(pk__in=access.teams(by))


def candidates() -> QuerySet[Worker]:
    """Everyone who may hold a child: those who write, and work here still."""
    writing = Q(role__in=("social_worker", "team_manager", "reviewing_officer", "service_manager", "head_of_service"))
    working = Q(left_on=None) | Q(left_on__gt=access.today())
    return Worker.objects.filter(writing, working, is_active=True).select_related("team").order_by("team__name", "name")


@action("allocation.make")
def allocate(
    *, by: Worker, child: Person, team: Team | None = None, worker: Worker | None = None, capacity: str = HOLDS,
    change_reason: str = "", handover: str = "",
) -> Act:  # fmt: skip
    """Give a child to a worker, or to a team that will choose one; the Allocation.

    In the teams of `by` it is so from today. To another team it is proposed, with a handover, and nothing changes until
    it is accepted there. Denied; Unfit.
    """
    access.check_write(by, child)
    if not by.kind_of_role.decides:
        raise access.Denied("role", "A manager decides who holds a child.")
    team = team or (worker.team if worker else None)
    _check(child, team, worker, capacity, change_reason)
    own = team is not None and own_teams(by).filter(pk=team.pk).exists()
    if capacity == HOLDS and not own and not handover.strip():
        raise Unfit([Fault("handover", "Another team takes over: say what they need to know to keep this child safe.")])
    proposed = capacity == HOLDS and not own
    access.current(person=child, capacity=capacity, state="proposed").update(
        state="declined", answered_at=timezone.now(), answer_reason="Another was proposed.", ended_on=access.today()
    )
    row = Allocation.objects.create(
        person=child, worker=worker, team=team, capacity=capacity, state="proposed" if proposed else "accepted",
        started_on=access.today(), change_reason=change_reason, handover=handover.strip(), proposed_by=by,
        answered_at=None if proposed else timezone.now(),
    )  # fmt: skip
    if not proposed:
        _begin(row)
    return Act("allocation", row.pk, (child,), result=row)


def _check(child: Person, team: Team | None, worker: Worker | None, capacity: str, change_reason: str) -> None:
    faults = []
    if capacity not in CAPACITIES:
        faults.append(Fault("capacity", "Choose one of those listed."))
    if not (team or worker):
        faults.append(Fault("worker", "Choose a worker, or a team that will choose one."))
    elif capacity != HOLDS and not worker:
        faults.append(Fault("worker", "Choose a worker."))
    if worker and team and worker.team_id != team.pk:
        faults.append(Fault("worker", f"{worker.name} does not work in {team.name}."))
    if worker and not candidates().filter(pk=worker.pk).exists():
        faults.append(Fault("worker", f"{worker.name} cannot hold a child."))
    if worker and _is_kept_out(child, worker):
        faults.append(Fault("worker", f"{worker.name} may not hold this child. Whoever restricts records can tell you more."))
    if change_reason and not is_code("s903_sw_reason", change_reason):
        faults.append(Fault("change_reason", "Choose one of those listed."))
    if faults:
        raise Unfit(faults)


def _is_kept_out(child: Person, worker: Worker) -> bool:
    named = NamedAccess.objects.filter(person=child, worker=worker).exists()
    return (child.restricted and not named) or Block.objects.filter(person=child, worker=worker).exists()


def _begin(row: Allocation) -> None:
    """From today the child is held so: what held the child in this capacity before ends today."""
    today = access.today()
    for each in held_now(row.person, row.capacity).exclude(pk=row.pk):
        _end(each, today)
    _tell(row)


def _end(row: Allocation, day: dt.date) -> None:
    row.ended_on = max(day, row.started_on)
    row.save(update_fields=["ended_on"])
    _tell(row)


def _tell(row: Allocation) -> None:
    """Bring the thread up to what an allocation says. One that was fed is told by its source."""
    if row.source or row.capacity not in TELLS or not row.worker_id or row.state != "accepted":
        return
    now, key = timezone.now(), f"allocation:{row.pk}"
    Fact.objects.filter(person=row.person, key=key, source="", superseded_at=None).update(superseded_at=now)
    said = {"worker_id": row.worker.number} | ({"change_reason": row.change_reason} if row.change_reason else {})
    Fact.objects.create(
        noun=TELLS[row.capacity], subject_id=row.person.number, person=row.person, started_on=row.started_on,
        ended_on=row.ended_on, facts=said if row.capacity == HOLDS else {}, key=key, recorded_at=now,
    )  # fmt: skip


def may_answer(by: Worker, row: Allocation) -> bool:
    """Whether the worker may accept or decline: the one it is proposed to, or the manager of their team."""
    mine = row.worker_id == by.pk
    managed = by.kind_of_role.decides and row.team_id is not None and own_teams(by).filter(pk=row.team_id).exists()
    return row.state == "proposed" and access.may_sign_in(by) and (mine or managed)


def waiting_for(by: Worker) -> QuerySet[Allocation]:
    """Transfers that wait for this worker's answer, the oldest first, of children the worker may see."""
    mine = Q(worker=by)
    if by.kind_of_role.decides and by.kind_of_role.children != "all":
        mine |= Q(team__in=access.teams(by))
    waiting = access.current(state="proposed").filter(mine, person__in=access.children(by).values("pk"))
    return waiting.select_related("person", "worker", "team", "proposed_by__team").order_by("started_on", "pk")


@action("allocation.accept")
def accept_allocation(*, by: Worker, allocation: Allocation, worker: Worker | None = None) -> Act:
    """Take a child over, from today: only now is the child no longer held where they were. `worker`: chosen by the manager.

    Denied; Unfit.
    """
    row = _to_answer(by, allocation)
    if worker and worker.pk != row.worker_id:
        if not by.kind_of_role.decides:
            raise access.Denied("role", "A manager chooses who of the team holds a child.")
        _check(row.person, row.team, worker, row.capacity, "")
        row.worker = worker
    row.state, row.started_on, row.answered_at = "accepted", access.today(), timezone.now()
    row.save()
    _begin(row)
    return Act("allocation", row.pk, (row.person,), result=row)


@action("allocation.decline")
def decline_allocation(*, by: Worker, allocation: Allocation, reason: str) -> Act:
    """Say no to a transfer, and why: the child stays held where they are. Whoever proposed it may take it back. Denied; Unfit."""
    row = _to_answer(by, allocation, proposer=True)
    policies.check_reason(reason)
    row.state, row.answered_at, row.answer_reason = "declined", timezone.now(), reason.strip()[:1000]
    row.ended_on = access.today()
    row.save()
    return Act("allocation", row.pk, (row.person,), result=row)


def _to_answer(by: Worker, allocation: Allocation, proposer: bool = False) -> Allocation:
    row = Allocation.objects.select_for_update().get(pk=allocation.pk)
    access.check_read(by, row.person)
    if row.state != "proposed":
        raise Unfit([Fault("", "This was answered already.")])
    if not may_answer(by, row) and not (proposer and row.proposed_by_id == by.pk):
        raise access.Denied("role", "The worker it is proposed to answers, or their manager.")
    return row


@action("allocation.end")
def end_allocation(*, by: Worker, allocation: Allocation, reason: str, closing: bool = False) -> Act:
    """End a holding today. A worker's team goes on holding the child until another worker does; only when the case is
    `closing`, and nothing that the law asks for is open, does nobody. Denied; Unfit.
    """
    child = allocation.person
    access.check_write(by, child)
    if not by.kind_of_role.decides:
        raise access.Denied("role", "A manager decides who holds a child.")
    policies.check_reason(reason)
    row = Allocation.objects.select_for_update().get(pk=allocation.pk)
    if row.state != "accepted" or (row.ended_on and row.ended_on <= access.today()):
        raise Unfit([Fault("", "This has ended already.")])
    last = row.capacity == HOLDS and not held_now(child).exclude(pk=row.pk).exists()
    if last and closing:
        check_close(child)
    if last and not closing and not row.worker_id:
        raise Unfit([Fault("closing", "Nobody else holds this child. Allocate the child, or close the case.")])
    row.answer_reason = reason.strip()[:1000]
    row.save(update_fields=["answer_reason"])
    _end(row, access.today())
    if last and not closing:
        team = row.team or (row.worker and row.worker.team) or by.team
        Allocation.objects.create(
            person=child, team=team, capacity=HOLDS, started_on=access.today(), proposed_by=by, answered_at=timezone.now()
        )
    return Act("allocation", row.pk, (child,))


def check_close(child: Person) -> None:
    """Whether nothing is open that somebody must hold the child for, and nothing undecided; Unfit."""
    today = access.today()
    going_on = access.going_on(today)
    facts = Fact.objects.standing().filter(going_on, person__in=child.ids, noun__in=OPEN_STILL)
    open_still = [OPEN_STILL[noun] for noun in OPEN_STILL if noun in set(facts.values_list("noun", flat=True))]
    if open_still:
        raise Unfit([Fault("closing", f"The child {', and '.join(open_still)}: the case cannot be closed.")])
    undecided = [words for says in UNDECIDED for words in says(child, today)]
    if undecided:
        raise Unfit([Fault("closing", f"Decide about this first, on the child's page: {' '.join(undecided)}")])
