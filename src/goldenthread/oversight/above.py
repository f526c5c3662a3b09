"""Who manages above a team on a day: of each role the nearest, found up the teams."""

import datetime as dt
from functools import cached_property

from django.db.models import Q

from goldenthread.oversight.ladder import ROLES
from goldenthread.workforce.models import Team, Worker


class Above:
    """The managers of the teams: asked once (two queries), and then of as many teams as there are."""

    def __init__(self, day: dt.date):
        self.day = day

    def at(self, step: int, team: int | None) -> list[Worker]:
        """Those of a step's role in the team, or in the nearest team above that has one."""
        while team is not None:
            if found := self._managers.get((ROLES[step], team)):
                return found
            team = self._teams.get(team)
        return []

    def nearest(self, step: int, team: int | None) -> list[Worker]:
        """Those at the lowest step above this one at which somebody stands."""
        return next(filter(None, (self.at(each, team) for each in ROLES if each > step)), [])

    def everywhere(self, role: str) -> list[Worker]:
        """All of a role, whatever their team."""
        return self._by_role.get(role, [])

    @cached_property
    def _teams(self) -> dict[int, int | None]:
        return dict(Team.objects.values_list("pk", "above"))

    @cached_property
    def _by_role(self) -> dict[str, list[Worker]]:
        still = Q(left_on=None) | Q(left_on__gt=self.day)
        rows = Worker.objects.filter(still, role__in=[*ROLES.values(), "out_of_hours"], is_active=True)
        found: dict[str, list[Worker]] = {}
        for each in rows.order_by("pk"):
            found.setdefault(each.role, []).append(each)
        return found

    @cached_property
    def _managers(self) -> dict[tuple[str, int | None], list[Worker]]:
        found: dict[tuple[str, int | None], list[Worker]] = {}
        for each in (each for several in self._by_role.values() for each in several):
            found.setdefault((each.role, each.team_id), []).append(each)
        return found
