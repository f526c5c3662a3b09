"""Who supervises whom, and when each was last supervised and is next to be.

A worker is supervised by the nearest manager above them who is there: of their team, or else of the team above it, and so
on up. Anyone further up may supervise in their place.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from django.db.models import F, Max, Q

from goldenthread.oversight import here
from goldenthread.oversight.above import Above
from goldenthread.oversight.holders import absences
from goldenthread.oversight.ladder import STEP_OF, WORKER
from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.kinds.told import day_of
from goldenthread.record.models import Fact, Version
from goldenthread.standards.language.standard import Standard
from goldenthread.workforce.models import Worker
from goldenthread.workforce.roles import ROLES

SUPERVISED = [name for name, role in ROLES.items() if role.writes and name not in ("director", "out_of_hours")]
"""The roles of those who are supervised here: the out-of-hours account is a team's, not a worker's."""

NEWLY = ("newly-qualified-supervision-weekly", "newly-qualified-supervision-fortnightly", "supervision-monthly")
"""The standards whose numbers hold: in the first six weeks of a newly qualified worker, in the first six months, and after."""

LATELY = dt.timedelta(180)
"""A day for the next that was agreed longer ago is not looked for."""


def step_in_line(worker: Worker) -> int:
    """How far up the worker stands."""
    return STEP_OF.get(worker.role, WORKER)


def check_supervise(by: Worker, worker: Worker) -> None:
    """Whether someone may supervise a worker: a manager of the worker's team, or above, and further up; Denied."""
    access.check_about_worker(by, worker)
    if not by.kind_of_role.decides or worker.role not in SUPERVISED or step_in_line(by) <= step_in_line(worker):
        raise Denied("hidden", "There is no such page.", hidden=True)


def can_supervise(by: Worker, worker: Worker) -> bool:
    """The same, as yes or no."""
    return access.allows(check_supervise, by, worker)


def supervised(by: Worker, day: dt.date) -> list[Worker]:
    """Those whom this manager supervises, being the nearest above them who is there, by name. Three queries."""
    if not by.kind_of_role.decides or not by.team_id:
        return []
    above, there = Above(day), Q(left_on=None) | Q(left_on__gt=day)
    below = Worker.objects.filter(there, team__in=access.teams(by), role__in=SUPERVISED, is_active=True).exclude(pk=by.pk)
    below = below.select_related("team").order_by("name", "pk")
    return [each for each in below if by in above.nearest(step_in_line(each), each.team_id)]


def supervisors(worker: Worker, day: dt.date) -> list[Worker]:
    """The nearest managers above a worker; none where nobody stands there. Two queries."""
    return Above(day).nearest(step_in_line(worker), worker.team_id)


# ------------------------------------------------------------------------------------------------------------ THE DAYS


@dataclass(frozen=True)
class SupervisionDays:
    """How a worker's supervision stands. `last`: the day of the last; `due_on`: by when the next is owed.

    `planned_on`: the day the two agreed for the next. `away_since`: an absence that goes on.
    """

    worker: Worker
    last: dt.date | None
    due_on: dt.date | None
    planned_on: dt.date | None
    away_since: dt.date | None
    days_over: int

    @property
    def is_overdue(self) -> bool:
        """Whether the day is past, and the worker is there."""
        return self.days_over > 0 and self.away_since is None


def supervision_days(workers: Sequence[Worker], day: dt.date) -> list[SupervisionDays]:
    """How the supervision of each of these workers stands, in their order. Three queries."""
    last, away = _last_held(workers, day), _away(workers, day)
    planned = _planned(workers, day)
    return [_days_of(each, last.get(each.number), planned.get(each.pk), away.get(each.number), day) for each in workers]


def _days_of(
    worker: Worker, last: dt.date | None, planned: dt.date | None, away: dt.date | None, day: dt.date
) -> SupervisionDays:  # fmt: skip
    since = last or worker.started_on
    due_on = _standard(worker, day).limit.due_on(since) if since else None
    over = (day - due_on).days if due_on else 0
    return SupervisionDays(worker, last, due_on, planned if planned and planned >= day else None, away, max(over, 0))


def _standard(worker: Worker, day: dt.date) -> Standard:
    weekly, fortnightly, monthly = (here.standard(name) for name in NEWLY)
    if not worker.is_newly_qualified or not worker.started_on or day >= worker.started_on + relativedelta(months=6):
        return monthly
    return weekly if day < worker.started_on + dt.timedelta(weeks=6) else fortnightly


def _last_held(workers: Sequence[Worker], day: dt.date) -> dict[str, dt.date]:
    held = Fact.objects.standing().filter(noun="supervision", subject_type="worker", started_on__lte=day)
    rows = held.filter(subject_id__in=[each.number for each in workers]).order_by().values_list("subject_id")
    return dict(rows.annotate(last=Max("started_on")))


def _away(workers: Sequence[Worker], day: dt.date) -> dict[str, dt.date]:
    away = absences(day).filter(subject_id__in=[each.number for each in workers])
    return dict(away.values_list("subject_id", "started_on"))


def _planned(workers: Sequence[Worker], day: dt.date) -> dict[int, dt.date]:
    """The day agreed for the next, as each worker's latest supervision entry says."""
    said = Version.objects.filter(
        entry__kind="supervision", entry__worker__in=list(workers), entry__withdrawn_at=None,
        entry__began_on__gte=day - LATELY, number=F("entry__versions_made"),
    ).order_by("entry__began_on", "entry_id")  # fmt: skip
    days = said.values_list("entry__worker_id", "body")
    return {worker: day_of(body.get("shared", {}).get("next")) for worker, body in days}
