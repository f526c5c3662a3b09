"""Restricting a record, keeping a worker away from it, and sealing an adoption."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.record.access import can_read
from goldenthread.record.actions import adoption, guarding
from goldenthread.record.models import Block, Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.web.choosing_workers import likely, ticked_workers, typed_workers
from goldenthread.web.may import adoption_child, guard_child, read_child
from goldenthread.web.routes import route
from goldenthread.workforce.models import Worker


@route("child/<int:child>/restrict/", may=guard_child)
def restrict(request: HttpRequest, child: Person) -> HttpResponse:
    """Restrict the record to those named, name others, or open it again."""
    faults = {}
    if request.method == "POST":
        try:
            said = _restrict(request, child)
        except Unfit as unfit:
            faults = unfit.by_field
            if request.POST.get("do") == "unrestrict":  # the page has another reason on it
                faults = {"why": " ".join(faults.values())}
        else:
            messages.success(request, said)
            return redirect(reverse("restrict", args=[child.pk]) if can_read(request.user, child) else "my_day")
    return render(request, "safety/restrict.html", {
        "child": child,
        "faults": faults,
        "typed": request.POST,
        "named": child.named_access.select_related("worker__team", "given_by").order_by("worker__name"),
        "likely": likely(child, request.user),
        "reasons": child.guarding.filter(what__in=("restricted", "opened")).select_related("by").order_by("-at"),
    }, status=400 if faults else 200)  # fmt: skip


def _restrict(request: HttpRequest, child: Person) -> str:
    """Do what the form asks; what is then said."""
    typed, to_do = request.POST, request.POST.get("do")
    who = {"by": request.user, "person": child}
    if to_do == "restrict":
        workers = [*ticked_workers(typed.getlist("workers")), *typed_workers(typed.get("others", ""), "others")]
        guarding.restrict_record(**who, workers=workers, reason=typed.get("reason", ""))
        return "The record is restricted. To everyone who is not named it is as if it did not exist."
    if to_do == "unrestrict":
        guarding.unrestrict_record(**who, reason=typed.get("why", ""))
        return "The record is open again to those who hold the child."
    if to_do == "unname":
        for worker in ticked_workers([typed.get("worker", "")]):
            guarding.unname_worker(**who, worker=worker)
        return "Taken away."
    workers = typed_workers(typed.get("others", ""), "others")
    if not workers:
        raise Unfit([Fault("others", "Type an e-mail address.")])
    for worker in workers:
        guarding.name_worker(**who, worker=worker)
    return "Named."


@route("child/<int:child>/blocks/", may=read_child)
def blocks(request: HttpRequest, child: Person) -> HttpResponse:
    """Keep oneself, or (a manager) somebody else, away from the record."""
    faults, decides = {}, request.user.kind_of_role.decides
    if request.method == "POST":
        try:
            said = _block(request, child)
        except Unfit as unfit:
            faults = unfit.by_field
        else:
            messages.success(request, said)
            return redirect(reverse("blocks", args=[child.pk]) if can_read(request.user, child) else "my_day")
    kept = child.blocks.select_related("worker", "given_by").order_by("worker__name") if decides else Block.objects.none()
    return render(request, "safety/blocks.html", {
        "child": child,
        "faults": faults,
        "typed": request.POST,
        "kept": kept,
        "decides": decides,
        "may_let_back": request.user.role in guarding.RESTRICT,
    }, status=400 if faults else 200)  # fmt: skip


def _block(request: HttpRequest, child: Person) -> str:
    """Do what the form asks; what is then said."""
    typed, who = request.POST, {"by": request.user, "person": child}
    if typed.get("do") == "unblock":
        for worker in ticked_workers([typed.get("worker", "")]):
            guarding.unblock_worker(**who, worker=worker, reason=typed.get("why", ""))
        return "They may come to this record again, if they have a part in the child’s care."
    if typed.get("who") == "me":
        guarding.block_worker(**who, worker=request.user, reason=typed.get("reason", ""))
        return "You are kept away from that record. A head of service can change this."
    workers: list[Worker] = typed_workers(typed.get("other", ""), "other")
    if not workers:
        raise Unfit([Fault("other", "Say whom: type an e-mail address.")])
    for worker in workers:
        guarding.block_worker(**who, worker=worker, reason=typed.get("reason", ""))
    return "They are kept away from this record."


@route("child/<int:child>/adoption/", may=adoption_child)
def adoption_page(request: HttpRequest, child: Person) -> HttpResponse:
    """The link between the records before and after an adoption; or its sealing."""
    faults, typed = {}, request.POST
    if request.method == "POST":
        try:
            workers = [*ticked_workers(typed.getlist("workers")), *typed_workers(typed.get("others", ""), "others")]
            after = adoption.seal_adoption(
                by=request.user, person=child, forename=typed.get("forename", ""), surname=typed.get("surname", ""),
                workers=workers, reason=typed.get("reason", ""),
            )  # fmt: skip
        except Unfit as unfit:
            faults = unfit.by_field
        else:
            return redirect("adoption_page", after.pk)
    return render(request, "safety/adoption.html", {
        "child": child,
        "faults": faults,
        "typed": typed,
        "link": adoption.link_of(request.user, child),
    }, status=400 if faults else 200)  # fmt: skip
