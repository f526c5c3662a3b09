"""Adding to the record: choosing what, and filling in its form."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.record import access, audit, policies
from goldenthread.record.actions.attachments import attach
from goldenthread.record.actions.drafts import save_draft
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import THEMES, Kind
from goldenthread.record.models import Draft, Entry, Person
from goldenthread.record.shown import shown
from goldenthread.web import may
from goldenthread.web.entry_forms import Sheet, draft_of, examined, finish, time_now, typed_of
from goldenthread.web.offered import is_child, offers, together
from goldenthread.web.routes import route
from goldenthread.web.starting import starting
from goldenthread.workforce.models import Worker

OF_CHILDREN = ("children", "child")


@dataclass(frozen=True)
class Making:
    """A new entry: of which kind, about whom, and what it follows. `ticked`: the children chosen without being asked."""

    kind: Kind
    offered: Sequence[Person] = ()
    ticked: Sequence[Person] = ()
    child: Person | None = None
    worker: Worker | None = None
    follows: Entry | None = None


def may_add_to_child(request: HttpRequest, child: int, kind: str) -> dict:
    """Those who may add to the child's record, and whose role makes entries of this kind; what it follows they may read."""
    given = may.write_child(request, child) | _kind_about(request, kind, *OF_CHILDREN)
    return given | {"follows": _followed(request)}


def may_add_to_worker(request: HttpRequest, worker: int, kind: str) -> dict:
    """Those who supervise the worker, or the worker."""
    about = Worker.objects.filter(pk=worker).first()
    if about is None:
        raise may.HIDDEN
    given = _kind_about(request, kind, "worker")
    access.check_about_worker(request.user, about)
    return given | {"worker": about}


def may_add_to_carer(request: HttpRequest, person: int, kind: str) -> dict:
    """Those who may add to what is kept of this carer."""
    found = Person.objects.filter(pk=person, merged_into=None).first()
    if found is None:
        raise may.HIDDEN
    given = _kind_about(request, kind, "carer")
    access.check_carer(request.user, found)
    return given | {"person": found}


def may_add_to_authority(request: HttpRequest, kind: str) -> dict:
    """The roles that make entries of this kind, about the authority itself."""
    return _kind_about(request, kind, "recommendation")


def may_follow(request: HttpRequest, entry: int, kind: str) -> dict:
    """Those who may read the entry, and add this next step to the record of someone it is about."""
    given = may.read_entry(request, entry) | may.make_kind(request, kind)
    if given["kind"].about == "worker":
        if given["entry"].worker is None:
            raise may.HIDDEN
        access.check_about_worker(request.user, given["entry"].worker)
    return given


def _kind_about(request: HttpRequest, kind: str, *about: str) -> dict:
    given = may.make_kind(request, kind)
    if given["kind"].about not in about:
        raise may.HIDDEN
    return given


def _followed(request: HttpRequest) -> Entry | None:
    given = request.GET.get("follows", "")
    return may.read_entry(request, int(given))["entry"] if given.isdigit() else None


@route("child/<int:child>/add/", may=may.write_child)
def choose_kind(request: HttpRequest, child: Person) -> HttpResponse:
    """What can be added to the child's record, the likely next steps first."""
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    mine = [kind for kind in kinds().values() if kind.about in OF_CHILDREN and request.user.role in kind.made_by]
    by_theme = groupby(sorted(mine, key=lambda kind: (_place(kind), kind.title)), key=_place)
    groups = [((THEMES[place] if place < len(THEMES) else "other").capitalize(), list(each)) for place, each in by_theme]
    return render(request, "entry/choose.html", {"child": child, "groups": groups, "likely": _likely(request.user, child)})


def _place(kind: Kind) -> int:
    return THEMES.index(kind.theme) if kind.theme in THEMES else len(THEMES)


def _likely(by: Worker, child: Person) -> list[tuple[Kind, Entry | None]]:
    """A visit, and the next steps of the child's latest entries that nothing has followed yet, each with that entry."""
    recent = Entry.objects.filter(people=child, withdrawn_at=None, followed_by=None).order_by("-began_on", "-pk")[:5]
    found: dict[str, Entry | None] = {"visit": None}
    for entry in recent:
        if access.sees_whole(by, entry):
            for name in kinds()[entry.kind].next_steps:
                found.setdefault(name, entry)
    known = ((kinds()[name], entry) for name, entry in found.items() if name in kinds())
    return [(kind, entry) for kind, entry in known if by.role in kind.made_by and kind.about in OF_CHILDREN][:6]


@route("child/<int:child>/add/<str:kind>/", may=may_add_to_child)
def add_to_child(request: HttpRequest, child: Person, kind: Kind, follows: Entry | None) -> HttpResponse:
    """A new entry about a child, and about brothers and sisters at home where the kind takes them together."""
    offered = together(request.user, child) if kind.about == "children" else [child]
    ticked = [each for each in offered if each == child or is_child(each)]
    return _answer(request, Making(kind, offered, ticked, child=child, follows=follows))


@route("worker/<int:worker>/add/<str:kind>/", may=may_add_to_worker)
def add_to_worker(request: HttpRequest, worker: Worker, kind: Kind) -> HttpResponse:
    """A new entry about a worker: supervision."""
    return _answer(request, Making(kind, worker=worker))


@route("person/<int:person>/add/<str:kind>/", may=may_add_to_carer)
def add_to_carer(request: HttpRequest, person: Person, kind: Kind) -> HttpResponse:
    """A new entry about a carer."""
    return _answer(request, Making(kind, [person], [person]))


@route("authority/add/<str:kind>/", may=may_add_to_authority)
def add_to_authority(request: HttpRequest, kind: Kind) -> HttpResponse:
    """A new entry about the authority: a recommendation."""
    return _answer(request, Making(kind))


@route("entry/<int:entry>/add/<str:kind>/", may=may_follow)
def add_next_step(request: HttpRequest, entry: Entry, kind: Kind) -> HttpResponse:
    """The next step after an entry, about the same people."""
    about = [person.survivor for person in entry.people.select_related("merged_into").order_by("born_on", "pk")]
    check = access.check_carer if kind.about == "carer" else access.check_write
    mine = [person for person in about if access.allows(check, request.user, person)]
    if kind.about in (*OF_CHILDREN, "carer") and not mine:
        raise may.HIDDEN
    one_of_many = kind.about == "child" and len(mine) > 1
    child = mine[0] if mine and kind.about in OF_CHILDREN and not one_of_many else None
    worker = entry.worker if kind.about == "worker" else None
    return _answer(request, Making(kind, mine, [] if one_of_many else mine, child=child, worker=worker, follows=entry))


def _answer(request: HttpRequest, making: Making) -> HttpResponse:
    """Show the form; or take what was sent: finish it, keep it as a draft, or show one more row."""
    by = request.user
    draft_id, draft = draft_of(request, by)
    sheet = Sheet(by, making.kind, making.offered, {}, offers(by, making.offered, making.kind), draft_id, draft)
    if request.method != "POST":
        ticks = {"children": [str(each.pk) for each in making.ticked]}
        sheet.typed = draft.typed if draft else ticks | starting(by, making.kind, making.offered, making.follows)
        return _form(request, making, sheet)
    sheet.typed, then = typed_of(request), request.POST.get("then", "finish")
    if then == "save":
        return _save(request, making, sheet)
    if then.startswith("more:"):
        sheet.more = then.removeprefix("more:")
        return _form(request, making, sheet)
    return _finish(request, making, sheet)


def _save(request: HttpRequest, making: Making, sheet: Sheet) -> HttpResponse:
    save_draft(by=sheet.by, draft_id=sheet.draft_id, kind=making.kind.name, address=_address(request), typed=sheet.typed,
               person=making.child)  # fmt: skip
    messages.success(request, f"Saved as a draft at {time_now()}. You will find it on my day.")
    return HttpResponseRedirect(f"/draft/{sheet.draft_id}/")


def _finish(request: HttpRequest, making: Making, sheet: Sheet) -> HttpResponse:
    body = sheet.read()
    sheet.check(body)
    files, not_taken = examined(request)
    sheet.faults |= not_taken
    if sheet.faults:
        return _form(request, making, sheet, files_lost=bool(files))
    try:
        with transaction.atomic():
            entry = make_entry(by=sheet.by, kind=making.kind.name, persons=sheet.chosen, body=body, worker=making.worker,
                               follows=making.follows, draft=sheet.draft)  # fmt: skip
            if files:
                attach(by=sheet.by, entry=entry, files=files)
    except policies.Unfit as unfit:
        sheet.add(unfit)
        return _form(request, making, sheet, files_lost=bool(files))
    finish(request, sheet.draft_id)
    messages.success(request, f"{making.kind.title}: finished and on the record.")
    return HttpResponseRedirect(f"/entry/{entry.pk}/?finished")


def _form(request: HttpRequest, making: Making, sheet: Sheet, files_lost: bool = False) -> HttpResponse:
    if making.child:
        audit.note(sheet.by, "child.read", person=making.child)
    if files_lost:
        sheet.faults.setdefault("files", "Choose the files again: a browser does not keep them.")
    known = {
        "sheet": sheet, "kind": making.kind, "child": making.child, "worker": making.worker, "heading": making.kind.title,
        "follows": shown(sheet.by, making.follows) if making.follows else None, "ticked": sheet.chosen,
        "waiting": _waiting(making, sheet) if request.method != "POST" else None, "address": _address(request),
        "finish": f"Finish {making.kind.title[0].lower()}{making.kind.title[1:]}",
    }  # fmt: skip
    return render(request, "entry/form.html", known, status=422 if sheet.faults else 200)


def _waiting(making: Making, sheet: Sheet) -> Draft | None:
    """The worker's own unfinished draft of the same, begun before."""
    if sheet.draft or not making.child:
        return None
    same = Draft.objects.filter(author=sheet.by, kind=making.kind.name, person=making.child, change="made")
    return same.order_by("-saved_at").first()


def _address(request: HttpRequest) -> str:
    """The form's path, with what it follows: where a draft of it is gone on with."""
    follows = request.GET.get("follows", "")
    return request.path + (f"?follows={follows}" if follows.isdigit() else "")
