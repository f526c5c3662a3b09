"""Shortfalls on a day of one's own, and everyone in line for a child: to test who is told of what, and when."""

import datetime as dt
from itertools import count

from goldenthread.oversight.models import Shortfall

DAY = dt.date(2026, 3, 2)
NUMBERS = count(1)


def shortfall_of(child, **more) -> Shortfall:
    """An open shortfall that speaks; of nobody's record where there is no child."""
    due_on = more.pop("due_on", DAY - dt.timedelta(3))
    said = {
        "standard": "protection-visits", "kind": "duty", "area": "Child protection plans", "subject_type": "child",
        "subject_id": child.number if child else "", "person": child, "trigger": f"entry {next(NUMBERS)}",
        "opened_on": due_on - dt.timedelta(10), "due_on": due_on, "severity": "critical", "force": "local",
        "responsible": "Social worker", "explanation": "It was due. It was not done.", "evidence": {"rows": [], "caveats": []},
        "first_seen_on": DAY, "judged_on": DAY, "speaks": True,
    }  # fmt: skip
    return Shortfall.objects.create(**(said | more))


def line_of(make_worker, team) -> dict:
    """Everyone above the worker of a team, by role; and the out-of-hours team."""
    return {
        "team_manager": make_worker("The manager", "team_manager"),
        "service_manager": make_worker("The service manager", "service_manager", team.above),
        "head_of_service": make_worker("The head", "head_of_service", team.above),
        "director": make_worker("The director", "director", None),
        "out_of_hours": make_worker("The night", "out_of_hours", None),
    }
