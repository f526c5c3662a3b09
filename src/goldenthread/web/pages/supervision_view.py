"""How supervision itself stands: by team, in order of name, every number opening its children."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.oversight.supervision_sight import VIEWS
from goldenthread.oversight.supervision_view import GOOD, WHAT, children_of, heading, view, words
from goldenthread.record import audit
from goldenthread.record.access import today
from goldenthread.web.may import HIDDEN
from goldenthread.web.routes import roles, route


@route("supervision/view/", may=roles(*VIEWS))
def supervision_view(request: HttpRequest) -> HttpResponse:
    """What is overdue, who was never talked about, what was decided without a reason; or the children behind one number."""
    by, what, team = request.user, request.GET.get("what", ""), request.GET.get("team", "")
    teams = view(by, today())
    audit.note(by, "supervision.view")
    chosen = next((row.team for row in teams if str(row.team.pk) == team), None)
    if (what and what not in WHAT) or (team and chosen is None):
        raise HIDDEN
    return render(request, "supervision/view.html", {
        "teams": teams, "what": [(name, words(name), GOOD[name], heading(name)) for name in WHAT], "team": chosen,
        "shown": words(what) if what else "", "good": GOOD.get(what, ""),
        "children": children_of(by, what, chosen.pk if chosen else None, today()) if what else [],
        "workers": sum(row.workers for row in teams), "overdue": sum(row.overdue for row in teams),
        "total": {name: sum(len(row.of[name]) for row in teams) for name in WHAT},
        "held": sum(len(row.children) for row in teams),
    })  # fmt: skip
