"""The team: its children, those waiting for a worker first, then those not seen for longest; and what each worker carries."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.record import access, audit
from goldenthread.record.access import Denied
from goldenthread.record.actions.holding import HOLDS, waiting_for
from goldenthread.record.models import Allocation, Person
from goldenthread.record.seeing import Seeing, seeing_all
from goldenthread.web.routes import route
from goldenthread.workforce.models import Team, Worker


@dataclass(frozen=True)
class Row:
    """One child of the team: who holds the child, since when, and when the child was last seen."""

    child: Person
    held: Allocation
    seeing: Seeing

    @property
    def unseen_since(self) -> dt.date:
        """The day of the last sight of the child; where there is none on the record, long ago."""
        return self.seeing.seen.day if self.seeing.seen else dt.date.min


def may_see_team(request: HttpRequest) -> dict:
    """Those who work in a team: of their own, or one below it."""
    by = request.user
    if not by.team_id or by.kind_of_role.children not in ("own", "below", "all"):
        raise Denied("role", "You have no team whose children you see.")
    given = request.GET.get("team", "")
    chosen = int(given) if given.isdigit() and by.kind_of_role.children != "own" else by.team_id
    if chosen not in access.teams(by):
        raise Denied("hidden", "There is no such team.", hidden=True)
    return {"team": Team.objects.get(pk=chosen)}


@route("team/", may=may_see_team)
def team_page(request: HttpRequest, team: Team) -> HttpResponse:
    """Which of our children is drifting, and who carries what? Only children whom this worker may see, or count."""
    by = request.user
    audit.note(by, "team.read", thing="team", thing_id=team.pk)
    rows = _rows(by, team)
    waiting = [row for row in rows if row.held.worker_id is None]
    held = sorted((row for row in rows if row.held.worker_id), key=lambda row: (row.unseen_since, row.child.pk))
    workers = _workers(team, rows)
    shown = {
        "team": team, "waiting": waiting, "held": held, "workers": workers, "to_answer": list(waiting_for(by)),
        "asked": _asked(by, team), "below": _below(by, team), "decides": by.kind_of_role.decides,
    }  # fmt: skip
    return render(request, "find/team.html", shown)


def _rows(by: Worker, team: Team) -> list[Row]:
    """The team's children. Six queries, however many there are."""
    held = access.current(team=team, capacity=HOLDS, state="accepted").select_related("person__merged_into", "worker")
    held = list(held.order_by("started_on", "pk"))
    whose = {each.person.merged_into_id or each.person_id for each in held}
    seen = {child.pk: child for child in access.children(by).filter(pk__in=whose)}
    latest = {each.person.merged_into_id or each.person_id: each for each in held}
    children = [seen[pk] for pk in latest if pk in seen]
    seeing = seeing_all(children)
    return [Row(child, latest[child.pk], seeing[child.pk]) for child in children]


def _workers(team: Team, rows: list[Row]) -> list[tuple[Worker, int]]:
    """Everyone who works in the team, by name, and how many of these children each holds."""
    counts = Counter(row.held.worker_id for row in rows)
    workers = Worker.objects.filter(team=team, is_active=True, left_on=None).order_by("name")
    return [(each, counts[each.pk]) for each in workers if each.kind_of_role.writes]


def _asked(by: Worker, team: Team) -> list[Allocation]:
    """Transfers that this team has proposed and that wait for another's answer, of children the worker may see."""
    asked = access.current(state="proposed", proposed_by__team=team, person__in=access.children(by).values("pk"))
    return list(asked.exclude(team=team).select_related("person", "team", "worker").order_by("started_on", "pk"))


def _below(by: Worker, team: Team) -> list[tuple[Team, int]]:
    """The teams below, with how many children each holds whom the worker may see."""
    below = list(Team.objects.filter(above=team).order_by("name")) if by.kind_of_role.children != "own" else []
    held = access.current(capacity=HOLDS, state="accepted", team__in=below, person__in=access.children(by).values("pk"))
    counts = Counter(held.values_list("team_id", flat=True))
    return [(each, counts[each.pk]) for each in below]
