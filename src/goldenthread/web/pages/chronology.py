"""The chronology: what is the story? It writes itself; the worker says what mattered, and what it was for the child."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldenthread.record import audit
from goldenthread.record.access import Denied, can_write
from goldenthread.record.actions.chronology import SIGNIFICANCE, finish_chronology, mark_line
from goldenthread.record.chronology import VIEWS, chosen, last_finished, since, themes
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Person
from goldenthread.record.policies import Unfit
from goldenthread.record.story import Moment, lines, plain_story, reader_of, story
from goldenthread.web.may import HIDDEN, read_child, write_child
from goldenthread.web.routes import route

A_PAGE = 50
"""Lines of a story on one page."""


def _note(request: HttpRequest, child: Person) -> None:
    audit.note(request.user, "child.read", thing="chronology", person=child, ground=request.ground.name)


def _asked(request: HttpRequest) -> dict:
    """Which view, theme and order; what is not one of ours is the first."""
    view = request.GET.get("show", "all")
    return {
        "view": view if view in VIEWS else "all",
        "theme": request.GET.get("theme", ""),
        "oldest_first": request.GET.get("order") == "oldest",
    }


@route("child/<int:child>/chronology/", may=read_child)
def chronology(request: HttpRequest, child: Person) -> HttpResponse:
    """The story, fifty lines at a time."""
    _note(request, child)
    asked, reader = _asked(request), reader_of(request.user, [child])
    every = lines(reader)[child.pk]
    finished = last_finished(child)
    page = Paginator(chosen(every, **asked), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "child/chronology.html", asked | {
        "child": child,
        "page": page,
        "views": [(name, words) for name, (words, _) in VIEWS.items()],
        "themes": themes(every),
        "finished": finished,
        "since": since(finished, plain_story(request.user, child), reader.masker.text) if finished else None,
        "purposes": kinds()["chronology"].field("purpose").choices,
        "can_write": can_write(request.user, child),
    })  # fmt: skip


@route("child/<int:child>/chronology/print/", may=read_child)
def chronology_print(request: HttpRequest, child: Person) -> HttpResponse:
    """Numbered lines with where each comes from, for paper."""
    _note(request, child)
    asked = _asked(request) | {"oldest_first": True}
    moments = chosen(story(request.user, child), **asked)
    return render(request, "child/chronology_print.html", asked | {
        "child": child, "moments": moments, "title": VIEWS[asked["view"]][0], "finished": last_finished(child),
    })  # fmt: skip


@route("child/<int:child>/chronology/changed/", may=read_child)
def chronology_changed(request: HttpRequest, child: Person) -> HttpResponse:
    """What has changed since it was finished."""
    finished = last_finished(child)
    if finished is None:
        raise HIDDEN
    _note(request, child)
    changes = since(finished, plain_story(request.user, child), reader_of(request.user, [child]).masker.text)
    return render(request, "child/chronology_changed.html", {"child": child, "since": changes})


@route("child/<int:child>/chronology/finish/", may=write_child)
@require_POST
def chronology_finish(request: HttpRequest, child: Person) -> HttpResponse:
    """Keep it as it stands."""
    try:
        finish_chronology(by=request.user, person=child, purpose=_purpose(request), pattern=request.POST.get("pattern", ""))
    except Unfit as unfit:
        messages.error(request, " ".join(unfit.by_field.values()))
    else:
        messages.success(request, "The chronology is kept as it stands today. What changes from now on is shown beside it.")
    return redirect("chronology", child=child.pk)


def _purpose(request: HttpRequest) -> str:
    purposes = dict(kinds()["chronology"].field("purpose").choices)
    return request.POST["purpose"] if request.POST.get("purpose") in purposes else "case"


@route("child/<int:child>/chronology/line/<slug:line>/", may=write_child)
def chronology_line(request: HttpRequest, child: Person, line: str) -> HttpResponse:
    """How much one line matters, and what it was for the child."""
    moment = next((each for each in story(request.user, child) if each.key == line), None)
    if moment is None:
        raise Denied("hidden", "There is no such line.", hidden=True)
    typed, faults = _marked(moment), {}
    if request.method == "POST":
        typed = {name: request.POST.get(name, "") for name in typed}
        try:
            mark_line(by=request.user, person=child, entry=moment.entry, fact=moment.fact, **typed)
            return redirect(f"/child/{child.pk}/chronology/#{moment.key}")
        except Unfit as unfit:
            faults = unfit.by_field
    else:
        _note(request, child)
    return render(request, "child/chronology_line.html", {
        "child": child, "line": moment, "typed": typed, "faults": faults, "choices": list(SIGNIFICANCE.items()),
    }, status=422 if faults else 200)  # fmt: skip


def _marked(moment: Moment) -> dict[str, str]:
    reason = moment.mark.reason if moment.mark else ""
    return {"significance": moment.significance, "childs_perspective": moment.childs_perspective, "reason": reason}
