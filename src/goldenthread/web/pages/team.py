"""The team: which of our children is drifting, and what are we doing about it? Then when each was seen, and who carries what."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.oversight import cards, drift, explained, here, told
from goldenthread.oversight.models import Answer, Shortfall
from goldenthread.record import access, audit
from goldenthread.record.access import Denied
from goldenthread.record.actions.holding import HOLDS, waiting_for
from goldenthread.record.masking import Masker
from goldenthread.record.models import Allocation, Person
from goldenthread.record.seeing import Seeing, seeing_all
from goldenthread.web.drift_shown import Shown
from goldenthread.web.routes import route
from goldenthread.workforce.models import Team, Worker


@dataclass(frozen=True)
class TeamChild:
    """One child of the team: who holds the child, since when, and when the child was last seen."""

    child: Person
    held: Allocation
    seeing: Seeing

    @property
    def unseen_since(self) -> dt.date:
        """The day of the last sight of the child; where there is none on the record, long ago."""
        return self.seeing.seen.day if self.seeing.seen else dt.date.min


AT_FIRST = 12
"""So many drifting children stand open on the page; the others one tap away."""

NAMES = ("social_worker", "team_manager")
"""Who reads workers' names here: those who work together. Above them, children and causes."""


@dataclass(frozen=True)
class Drifting:
    """One child of whom something waits: what first, since when, who was told, and what was decided last."""

    child: Person
    held: Allocation
    first: cards.CardLine
    more: int
    decided: Answer | None

    @property
    def days(self) -> int:
        """How long the first of it is past its day."""
        return self.first.days


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
    drifting, kept = _drifting(by, rows), _kept(by, team)
    return render(request, "find/team.html", {
        "team": team, "waiting": waiting, "held": held, "workers": _workers(team, rows), "to_answer": list(waiting_for(by)),
        "asked": _asked(by, team), "below": _below(by, team), "decides": by.kind_of_role.decides, "names": by.role in NAMES,
        "drifting": drifting, "first": AT_FIRST, "kept": kept, "mask": Masker(by, [each.child for each in drifting]).text,
        "reads_ledger": by.role in drift.READERS, "told_in_short": explained.told_in_short,
    })  # fmt: skip


def _drifting(by: Worker, rows: list[TeamChild]) -> list[Drifting]:
    """The children of whom something waits that is put before people, the most serious first, then the longest. Nine queries."""
    day, held = access.today(), {row.child.pk: row.held for row in rows}
    open_now = Shortfall.objects.speaking().filter(subject_type="child", person__in=list(held))  # whom the worker may see
    found = list(drift.behind(drift.bare(open_now)))
    lines = cards.card_lines([each.first for each in found], by, day)
    said = told.last_said([each.child for each in found], day)
    return [
        Drifting(each.child, held[each.child.pk], lines[each.first.pk], len(each.shortfalls) - 1, said.get(each.child.pk))
        for each in found
    ]


def _kept(by: Worker, team: Team) -> list:
    """How what is put before people was kept in time by this team and those below, with its trend. Four queries."""
    scope = drift.of_team(by, access.today(), team)
    speaking = [each.id for each in here.latest().values() if here.speaks(each.id)]
    return Shown(scope, speaking).standards(speaking)


def _rows(by: Worker, team: Team) -> list[TeamChild]:
    """The team's children. Six queries, however many there are."""
    held = access.current(team=team, capacity=HOLDS, state="accepted").select_related("person__merged_into", "worker")
    held = list(held.order_by("started_on", "pk"))
    whose = {each.person.merged_into_id or each.person_id for each in held}
    seen = {child.pk: child for child in access.children(by).filter(pk__in=whose)}
    latest = {each.person.merged_into_id or each.person_id: each for each in held}
    children = [seen[pk] for pk in latest if pk in seen]
    seeing = seeing_all(children)
    return [TeamChild(child, latest[child.pk], seeing[child.pk]) for child in children]


def _workers(team: Team, rows: list[TeamChild]) -> list[tuple[Worker, int]]:
    """The team's social workers, by name, with how many of these children each holds; and whoever else holds any."""
    counts = Counter(row.held.worker_id for row in rows)
    workers = Worker.objects.filter(team=team, is_active=True, left_on=None).order_by("name")
    return [(each, counts[each.pk]) for each in workers if counts[each.pk] or each.role == "social_worker"]


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
