"""Shortfalls on a day of one's own, and everyone in line for a child: to test who is told of what, and when."""

import datetime as dt

from tests.shortfalls import past_due

from goldenthread.oversight.models import Shortfall

DAY = dt.date(2026, 3, 2)


def shortfall_of(child, standard: str = "protection-visits", due_on: dt.date = DAY - dt.timedelta(3), **more) -> Shortfall:
    """An open shortfall that speaks, critical and the social worker's; of nobody's record where there is no child."""
    said = {"severity": "critical", "responsible": "Social worker", "first_seen_on": DAY, "judged_on": DAY, "speaks": True}
    return past_due(child, standard, due_on, **(said | more))


def line_of(make_worker, team) -> dict:
    """Everyone above the worker of a team, by role; and the out-of-hours team."""
    return {
        "team_manager": make_worker("The manager", "team_manager"),
        "service_manager": make_worker("The service manager", "service_manager", team.above),
        "head_of_service": make_worker("The head", "head_of_service", team.above),
        "director": make_worker("The director", "director", None),
        "out_of_hours": make_worker("The night", "out_of_hours", None),
    }
