"""How supervision itself stands: by team, in order of name, every number opening its children."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.oversight.supervision_sight import VIEWS
from goldenthread.oversight.supervision_view import children_of, figures, view
from goldenthread.record import audit
from goldenthread.record.access import today
from goldenthread.web.may import HIDDEN
from goldenthread.web.routes import roles, route


@route("supervision/view/", may=roles(*VIEWS))
def supervision_view(request: HttpRequest) -> HttpResponse:
    """What is overdue, who was never talked about, what was decided without a reason; or the children behind one number."""
    by, what, team = request.user, request.GET.get("what", ""), request.GET.get("team", "")
    teams, looked_for = view(by, today()), figures()
    audit.note(by, "supervision.view")
    chosen = [row for row in teams if team in ("", str(row.team.pk))]
    if (what and what not in looked_for) or (team and not chosen):
        raise HIDDEN
    return render(request, "supervision/view.html", {
        "teams": teams, "figures": looked_for, "shown": looked_for.get(what), "team": chosen[0].team if team else None,
        "children": children_of(by, chosen, what) if what else [],
        "workers": sum(row.workers for row in teams), "overdue": sum(row.overdue for row in teams),
        "total": {name: sum(len(row.of[name]) for row in teams) for name in looked_for},
        "held": sum(len(row.children) for row in teams),
    })  # fmt: skip
