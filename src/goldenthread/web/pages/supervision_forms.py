"""What is written in supervision: of a child what is thought and decided, of the worker the work, and what is private."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.oversight.actions import supervising
from goldenthread.oversight.agenda import ChildLine, child_lines
from goldenthread.oversight.models import Supervision
from goldenthread.record import audit, policies
from goldenthread.record.actions.drafts import save_draft
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Draft, Person
from goldenthread.web import may
from goldenthread.web.entry_forms import Sheet, draft_of, finish, time_now, typed_of
from goldenthread.web.offered import offers, together
from goldenthread.web.pages.supervision import may_lead
from goldenthread.web.routes import route
from goldenthread.web.small_forms import shown_day
from goldenthread.web.starting import starting


@dataclass(frozen=True)
class Writing:
    """What is being written: in which supervision, of which kind, about whom; `act` puts it on the record.

    `lines`: what the agenda says of the child now. `heading`: what the page is called.
    """

    supervision: Supervision
    kind: str
    heading: str
    act: Callable
    children: Sequence[Person] = ()
    child: Person | None = None
    lines: Sequence[ChildLine] = ()


def may_discuss(request: HttpRequest, supervision: int, child: int) -> dict:
    """Whoever leads it, of a child on its agenda to whose record they may add."""
    given = may_lead(request, supervision) | may.write_child(request, child)
    if not given["supervision"].lines.filter(person=given["child"]).exists():
        raise may.HIDDEN
    return given


@route("supervision/<int:supervision>/child/<int:child>/", may=may_discuss)
def supervision_child(request: HttpRequest, supervision: Supervision, child: Person) -> HttpResponse:
    """What is this child's life like, what are we missing, and what do we decide?"""
    by, day = request.user, supervision.held_on
    line = supervision.lines.select_related("entry").get(person=child)
    if line.entry_id:
        return HttpResponseRedirect(f"/entry/{line.entry_id}/")
    open_still = set(supervision.lines.filter(entry=None).values_list("person_id", flat=True))
    children = [each for each in together(by, child) if each == child or each.pk in open_still]
    audit.note(by, "child.read", person=child, ground=request.ground.name)

    def act(**given):
        return supervising.discuss(by=by, supervision=supervision, **given)

    lines = child_lines(by, [child], day, {})
    return _answer(request, Writing(supervision, "case_supervision", "Think and decide", act, children, child, lines))


@route("supervision/<int:supervision>/work/", may=may_lead)
def supervision_work(request: HttpRequest, supervision: Supervision) -> HttpResponse:
    """How is the work, and what would help?"""
    if supervision.work_id:
        return HttpResponseRedirect(f"/entry/{supervision.work_id}/")
    return _answer(request, Writing(supervision, "supervision", "The work", _own(request, supervising.record_work, supervision)))


@route("supervision/<int:supervision>/private/", may=may_lead)
def supervision_private(request: HttpRequest, supervision: Supervision) -> HttpResponse:
    """How is the worker? Between the two, and nobody else."""
    if supervision.private_id:
        return HttpResponseRedirect(f"/entry/{supervision.private_id}/")
    act = _own(request, supervising.record_private, supervision)
    return _answer(request, Writing(supervision, "wellbeing", "Between the two of you", act))


def _own(request: HttpRequest, action: Callable, supervision: Supervision) -> Callable:
    def act(children, **given):
        return action(by=request.user, supervision=supervision, **given)

    return act


# ------------------------------------------------------------------------------------------------------------ THE FORM


def _answer(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Show the form; or take what was sent: put it on the record, keep it as a draft, or show one more row."""
    by, kind = request.user, kinds()[writing.kind]
    draft_id, draft = draft_of(request, by)
    draft = draft or _same(request)
    offered = offers(by, writing.children, kind)
    sheet = Sheet(by, kind, writing.children, {}, offered, draft.pk if draft else draft_id, draft, fixed=frozenset({"held"}))
    if request.method != "POST":
        sheet.typed = draft.typed if draft else _starting(request, writing)
        return _form(request, writing, sheet)
    sheet.typed, then = typed_of(request), request.POST.get("then", "finish")
    if then == "save":
        save_draft(by=by, draft_id=sheet.draft_id, kind=kind.name, address=request.path, typed=sheet.typed, person=writing.child)
        messages.success(request, f"Saved as a draft at {time_now()}. You will find it on my day.")
        return HttpResponseRedirect(request.path)
    if then.startswith("more:"):
        sheet.more = then.removeprefix("more:")
        return _form(request, writing, sheet)
    return _finish(request, writing, sheet)


def _same(request: HttpRequest) -> Draft | None:
    """The draft of this very form, begun before: it is gone on with, wherever it was left."""
    if request.method == "POST":
        return None
    return Draft.objects.filter(author=request.user, address=request.path).order_by("-saved_at").first()


def _starting(request: HttpRequest, writing: Writing) -> dict[str, list[str]]:
    """What the form shows before anybody types: the day, the child, and what was agreed last time."""
    typed = starting(request.user, kinds()[writing.kind], [writing.child] if writing.child else [])
    ticked = [str(each.pk) for each in writing.children if each == writing.child or _is_chosen(writing, each)]
    return typed | {"children": ticked, "held": [shown_day(writing.supervision.held_on)]}


def _is_chosen(writing: Writing, child: Person) -> bool:
    return any(line.chosen and line.person_id == child.pk for line in writing.supervision.lines.all())


def _finish(request: HttpRequest, writing: Writing, sheet: Sheet) -> HttpResponse:
    sheet.typed = sheet.typed | {"held": [shown_day(writing.supervision.held_on)]}
    body = sheet.read()
    sheet.check(body)
    if not sheet.faults:
        try:
            writing.act(children=sheet.chosen, body=body, draft=sheet.draft)
        except policies.Unfit as unfit:
            sheet.add(unfit)
    if sheet.faults:
        return _form(request, writing, sheet)
    finish(request, sheet.draft_id)
    messages.success(request, f"{writing.heading}: on the record.")
    return HttpResponseRedirect(f"/supervision/{writing.supervision.pk}/")


def _form(request: HttpRequest, writing: Writing, sheet: Sheet) -> HttpResponse:
    known = {
        "sheet": sheet, "kind": sheet.kind, "child": writing.child, "heading": writing.heading, "ticked": sheet.chosen,
        "supervision": writing.supervision, "line": next(iter(writing.lines), None), "address": request.path,
        "finish": "Put it on the record", "day": writing.supervision.held_on,
    }  # fmt: skip
    return render(request, "supervision/form.html", known, status=422 if sheet.faults else 200)
