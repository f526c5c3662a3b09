"""The drift ledger: where are children waiting, are we getting better, do our managers act? Children and causes, no names."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.oversight import drift, here, told
from goldenthread.oversight.drift import Scope
from goldenthread.oversight.steps import STEPS, standards_at, step_of
from goldenthread.record import access, audit
from goldenthread.record.models import Person
from goldenthread.web.drift_shown import Shown, about, drawn, happened_on, said_on, waited
from goldenthread.web.may import HIDDEN, read_child
from goldenthread.web.routes import route
from goldenthread.workforce.models import Team

AT_FIRST = 10
"""So many standards stand on the ledger's first page; all of them stand at their steps."""

CHILDREN = 200
"""So many children are listed behind a number."""


def ledger(request: HttpRequest, team: int | None = None, **given) -> dict:
    """Managers of what is below them; the director, quality assurance and (numbers only) analysts of the authority."""
    asked = request.GET.get("team", "") if team is None else str(team)
    found = Team.objects.filter(pk=int(asked)).first() if asked.isdigit() else None
    if asked and found is None:
        raise HIDDEN
    return given | {"of": drift.scope(request.user, access.today(), found)}


def ledger_step(request: HttpRequest, step: str) -> dict:
    """The same, of a step that there is."""
    if step not in STEPS:
        raise HIDDEN
    return ledger(request) | {"step": step}


def ledger_standard(request: HttpRequest, standard: str) -> dict:
    """The same, of a standard that there is."""
    found = here.latest().get(standard)
    if found is None:
        raise HIDDEN
    return ledger(request) | {"standard": found}


def ledger_of_children(request: HttpRequest, **given) -> dict:
    """Those who read the ledger and see the children behind it."""
    given = ledger(request, **given)
    if not given["of"].exact:
        raise HIDDEN
    return given


@route("drift/", may=ledger, name="drift")
def drift_page(request: HttpRequest, of: Scope) -> HttpResponse:
    """Serious, widespread and how long, side by side; days lost by step; causes; levels; kept in time; exceptions; teams."""
    return _page(request, of)


@route("drift/team/<int:team>/", may=ledger)
def drift_team(request: HttpRequest, of: Scope) -> HttpResponse:
    """The same, of one team or service."""
    return _page(request, of)


def _page(request: HttpRequest, of: Scope) -> HttpResponse:
    shown = Shown(of)
    lifted = [(shown.book[each], number) for each, months in shown.kept.items()
              if each in shown.book and (number := drift.this_year(months).lifted)]  # fmt: skip
    waiting, duties, why = drift.waiting(of), drift.standards(of), told.causes_of(of)
    levels = told.levels(of, why)
    return _render(request, "drift/ledger.html", of, shown, {
        "waiting": waiting, "duties": duties[:AT_FIRST], "more": len(duties) - AT_FIRST,
        "questions": drift.standards(of, kind="question"), "unanswered": told.unanswered(of).count(),
        "most_lost": shown.most_lost(waiting), "causes": told.causes(of, why),
        "levels": levels, "furthest": told.furthest(levels),
        "exceptions": told.exceptions(of), "lifted": lifted, "below": drift.below(of),
    })  # fmt: skip


@route("drift/step/<slug:step>/", may=ledger_step)
def drift_step(request: HttpRequest, of: Scope, step: str) -> HttpResponse:
    """One step: its standards, whether they are kept in time and well, and the children who wait there."""
    there = standards_at(step)
    shown, rows = Shown(of, there), (each for each in of.open if each.kind == "duty" and step_of(each.standard) == step)
    waits = next((each for each in drift.waiting(of) if each.step == step), None)
    return _render(request, "drift/step.html", of, shown, {
        "step": step, "title": STEPS[step], "here": waits, "duties": drift.standards(of, step),
        "questions": drift.standards(of, step, "question"), "trends": shown.standards(there),
        "behind": drift.behind(rows) if of.exact else [],
    })  # fmt: skip


@route("drift/standard/<slug:standard>/", may=ledger_standard)
def drift_standard(request: HttpRequest, of: Scope, standard) -> HttpResponse:
    """One standard: what it asks, how it is kept month by month, and the children for whom it is not."""
    shown, rows = Shown(of, [standard.id]), (each for each in of.open if each.standard == standard.id)
    found = drift.standards(of, step_of(standard.id), standard.kind)
    return _render(request, "drift/standard.html", of, shown, {
        "standard": standard, "open": next((each for each in found if each.standard.id == standard.id), None),
        "trend": shown.trend(standard.id), "behind": drift.behind(rows) if of.exact else [], "title": standard.duty,
        "step": step_of(standard.id), "said": happened_on(of.day),
    })  # fmt: skip


@route("drift/cause/<slug:cause>/", may=ledger_of_children)
def drift_cause(request: HttpRequest, of: Scope, cause: str) -> HttpResponse:
    """The children of whom something waits for one cause."""
    cause = "" if cause == "none" else cause
    if cause not in told.CAUSES:
        raise HIDDEN
    return _render(request, "drift/children.html", of, Shown(of), {
        "title": told.CAUSES[cause], "behind": told.because_of(of, cause), "back": "/drift/", "good": "No child waits for this.",
    })  # fmt: skip


@route("told/", may=ledger, name="told")
def told_page(request: HttpRequest, of: Scope) -> HttpResponse:
    """Do my managers act? At each level what is seen, answered or not, why, and what became of what it was told of."""
    asked, state, cause = (request.GET.get(name, "") for name in ("level", "state", "cause"))
    if not asked:
        return _render(request, "drift/told.html", of, Shown(of), {
            "levels": told.levels(of), "levels_of_others": told.levels_of_others(of),
        })  # fmt: skip
    step = int(asked) if asked.isdigit() else -1
    if step not in told.LEVELS or state not in ("", *told.STATES) or not of.exact:
        raise HIDDEN
    why = None if not cause else "" if cause == "none" else cause
    title = f"{told.LEVELS[step]}: {told.STATES.get(state, 'Unanswered').lower()}"
    if why is not None:
        title += f" ({told.CAUSES.get(why, '').lower()})"
    if request.GET.get("of") == "others":
        return _render(request, "drift/others.html", of, Shown(of), {
            "title": title, "others": told.others_at_level(of, step, state, why), "about": about(request.user),
        })  # fmt: skip
    return _render(request, "drift/children.html", of, Shown(of), {
        "title": title, "behind": told.at_level(of, step, state, why), "back": "/told/", "good": "Nothing waits here.",
    })  # fmt: skip


@route("told/unanswered/", may=ledger_of_children)
def unanswered_page(request: HttpRequest, of: Scope) -> HttpResponse:
    """The children about whom a question's time passed within the year, and nobody had answered it."""
    return _render(request, "drift/children.html", of, Shown(of), {
        "title": "Questions whose time passed, and nobody answered",
        "behind": drift.behind(drift.bare(told.unanswered(of))), "back": "/drift/", "good": "No question went unanswered.",
    })  # fmt: skip


@route("child/<int:child>/drift/", may=read_child)
def child_drift(request: HttpRequest, child: Person) -> HttpResponse:
    """A child's own ledger: the days lost at each step of the way, and what is open there."""
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    day = access.today()
    rows = drift.of_child(child)
    behind = drift.behind(drift.bare(child.shortfalls.open().filter(kind="duty")))
    return render(request, "drift/child.html", {
        "child": child, "rows": rows, "day": day, "steps": STEPS, "waited": waited, "counted": drift.counted_as_at(day),
        "open": behind[0].shortfalls if behind else (), "said": said_on(day), "step_of": step_of, "drawn": drawn,
    })  # fmt: skip


def _render(request: HttpRequest, template: str, of: Scope, shown: Shown, more: dict) -> HttpResponse:
    audit.note(request.user, "ledger.read", thing="team", thing_id=of.team.pk if of.team else "")
    if "behind" in more:
        more |= {"behind": more["behind"][:CHILDREN], "number": len(more["behind"])}
    whose = of.team.name if of.team else "The whole authority"
    query = f"?team={of.team.pk}" if of.team else ""
    return render(request, template, {
        "of": of, "shown": shown, "whose": whose, "query": query, "day": of.day, "waited": waited, "steps": STEPS,
        "counted": drift.counted_as_at(of.day), "said": said_on(of.day), "level_outcomes": told.OUTCOMES, "lately": told.LATELY,
    } | more)  # fmt: skip
