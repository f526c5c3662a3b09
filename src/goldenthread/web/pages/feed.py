"""The feed: its runs, what could not be placed, and where it says otherwise than was typed here."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.record import access, audit
from goldenthread.record.actions.feeding import decide_conflict
from goldenthread.record.feeding.command import brought
from goldenthread.record.feeding.waiting import about, conflicts, sayings, waiting
from goldenthread.record.masking import Masker
from goldenthread.record.models import Conflict, Feed, NotPlaced
from goldenthread.web import may
from goldenthread.web.routes import roles, route, signed_in
from goldenthread.web.small_forms import faults_of

KEEPERS = ("analyst", "administrator", "head_of_service", "director", "quality_assurance")
"""The roles that see to the feed."""

RUNS = 30
ROWS = 50


@route("feed/", may=roles(*KEEPERS))
def feed(request: HttpRequest) -> HttpResponse:
    """The latest runs: when, from where, and how much changed. Numbers only."""
    runs = [(each, brought(each.counts)) for each in Feed.objects.order_by("-pk")[:RUNS]]
    not_placed = NotPlaced.objects.count()
    return render(request, "feed/runs.html", {"runs": runs, "not_placed": not_placed, "waiting": waiting(request.user).count()})


@route("feed/not-placed/", may=roles(*KEEPERS))
def not_placed(request: HttpRequest) -> HttpResponse:
    """Where in which file something could not be read or placed, and what was expected; never what was found there."""
    alike = ("source", "table", "column", "expected")
    found = NotPlaced.objects.values(*alike).annotate(number=Count("pk"), first=Min("row"), since=Min("feed__began_at"))
    page = Paginator(found.order_by(*alike), ROWS).get_page(request.GET.get("page"))
    return render(request, "feed/not_placed.html", {"page": page})


@route("feed/conflicts/", may=signed_in, name="conflicts")
def conflicts_page(request: HttpRequest) -> HttpResponse:
    """What waits for a decision about children whose records the reader may open."""
    page = Paginator(waiting(request.user), ROWS).get_page(request.GET.get("page"))
    audit.note(request.user, "conflicts.read")
    mask = Masker(request.user, [_child(each) for each in page]).text
    rows = [(each, _child(each), mask(about(each))) for each in page]
    return render(request, "feed/conflicts.html", {"page": page, "rows": rows})


def may_see_conflict(request: HttpRequest, conflict: int) -> dict:
    """Those who may open the child's record, and read the entry it is about."""
    found = conflicts(request.user).filter(pk=conflict).first()
    if found is None:
        raise may.HIDDEN
    request.ground = access.check_read(request.user, _child(found))
    return {"conflict": found}


def _child(conflict: Conflict):
    return conflict.person.survivor


@route("feed/conflicts/<int:conflict>/", may=may_see_conflict, name="conflict")
def conflict_page(request: HttpRequest, conflict: Conflict) -> HttpResponse:
    """Both sayings side by side, and what is decided."""
    by, child, typed, faults = request.user, _child(conflict), request.POST, {}
    if request.method == "POST":
        given = {"decision": typed.get("decision", ""), "reason": typed.get("reason", "")}
        faults = faults_of(lambda: decide_conflict(by=by, conflict=conflict, **given))
        if not faults:
            messages.success(request, "Decided. It stays so while nothing changes.")
            return HttpResponseRedirect("/feed/conflicts/")
    audit.note(by, "conflict.read", thing="conflict", thing_id=conflict.pk, person=child, ground=request.ground.name)
    return render(request, "feed/conflict.html", {
        "conflict": conflict, "child": child, "about": about(conflict), "sayings": sayings(conflict, Masker(by, [child])),
        "faults": faults, "typed": typed, "writes": access.can_write(by, child),
    }, status=422 if faults else 200)  # fmt: skip
