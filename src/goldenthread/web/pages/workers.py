"""Workers and teams: accounts, roles, links by which a password is set."""

from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.record.actions import workers as actions
from goldenthread.record.policies import Unfit
from goldenthread.web.may import kept_team, kept_worker
from goldenthread.web.routes import roles, route
from goldenthread.web.small_forms import day_typed
from goldenthread.workforce.models import Team, Worker
from goldenthread.workforce.roles import ROLES

administrators = roles(*sorted(actions.KEEP))
AT_MOST = 200


def password_link(worker: Worker, base: str) -> str:
    """A link that works once, within a day."""
    key = PASSWORD_RESET_TOKEN_GENERATOR().make_token(worker)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(worker), "key": key})
    return (settings.ADDRESS or base).rstrip("/") + path


@route("workers/", may=administrators)
def workers(request: HttpRequest) -> HttpResponse:
    """Who works here; the form finds by a part of a name, an e-mail address or a number."""
    asked = request.POST.get("find", "").strip()
    every = Worker.objects.select_related("team").order_by("name")
    if asked:
        every = every.filter(Q(name__icontains=asked) | Q(email__icontains=asked) | Q(number=asked))
    else:
        every = every.filter(is_active=True)
    context = {"workers": every[:AT_MOST], "asked": asked, "more": every.count() > AT_MOST,
               "teams": Team.objects.select_related("above").order_by("name")}  # fmt: skip
    return render(request, "safety/workers.html", context)


@route("workers/new/", may=administrators)
def new_worker(request: HttpRequest) -> HttpResponse:
    """A new account."""
    faults, typed = {}, request.POST
    if request.method == "POST":
        try:
            made = actions.make_worker(by=request.user, number=typed.get("number", ""), **_particulars(typed))
        except Unfit as unfit:
            faults = unfit.by_field
        else:
            messages.success(request, "The account is made. Give its worker a link to set a password.")
            return redirect("worker", made.pk)
    return _form(request, "safety/worker_new.html", {"typed": typed or {"role": "social_worker"}, "faults": faults})


@route("workers/<int:worker>/", may=kept_worker, name="worker")
def worker_page(request: HttpRequest, worker: Worker) -> HttpResponse:
    """One worker: particulars, role and team, ending the account, a link to set a password."""
    faults, link = {}, ""
    if request.method == "POST":
        try:
            link = _change(request, worker)
        except Unfit as unfit:
            faults = unfit.by_field
        else:
            if not link:
                messages.success(request, "Kept.")
                return redirect("worker", worker.pk)
    typed = request.POST if faults else {
        "name": worker.name, "email": worker.email or "", "role": worker.role, "team": str(worker.team_id or ""),
        "until": f"{worker.until:%d/%m/%Y}" if worker.until else "", "registration": worker.registration,
        "is_adoption_staff": "yes" if worker.is_adoption_staff else "",
    }  # fmt: skip
    return _form(request, "safety/worker.html", {"worker": worker, "typed": typed, "faults": faults, "link": link})


def _change(request: HttpRequest, worker: Worker) -> str:
    """Do what the form asks; a link, where one was asked for."""
    to_do, who = request.POST.get("do"), {"by": request.user, "worker": worker}
    if to_do == "link":
        actions.note_password_link(**who)
        return password_link(worker, request.build_absolute_uri("/"))
    if to_do == "end":
        actions.end_worker(**who)
    elif to_do == "return":
        actions.return_worker(**who)
    elif to_do == "second_factor":
        actions.remove_second_factor(**who)
    else:
        actions.change_worker(**who, registration=request.POST.get("registration", ""), **_particulars(request.POST))
    return ""


def _particulars(typed) -> dict:
    return {
        "name": typed.get("name", ""), "email": typed.get("email", ""), "role": typed.get("role", ""),
        "until": day_typed(typed, "until", "Until when"), "team": _team(typed.get("team", "")),
        "is_adoption_staff": typed.get("is_adoption_staff") == "yes",
    }  # fmt: skip


def _team(typed: str) -> Team | None:
    return Team.objects.filter(pk=typed).first() if typed.isdigit() else None


def _form(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    context |= {"teams": Team.objects.order_by("name"), "roles": ROLES.values()}
    return render(request, template, context, status=400 if context["faults"] else 200)


@route("workers/teams/new/", may=administrators)
def new_team(request: HttpRequest) -> HttpResponse:
    """A new team."""
    return _team_form(request, None)


@route("workers/teams/<int:team>/", may=kept_team, name="team_kept")
def kept_team_page(request: HttpRequest, team: Team) -> HttpResponse:
    """One team."""
    return _team_form(request, team)


def _team_form(request: HttpRequest, team: Team | None) -> HttpResponse:
    faults, typed = {}, request.POST
    if request.method == "POST":
        said = {"name": typed.get("name", ""), "number": typed.get("number", ""), "above": _team(typed.get("above", "")),
                "is_front_door": typed.get("is_front_door") == "yes"}  # fmt: skip
        try:
            if team:
                actions.change_team(by=request.user, team=team, **said)
            else:
                actions.make_team(by=request.user, **said)
        except Unfit as unfit:
            faults = unfit.by_field
        else:
            messages.success(request, "Kept.")
            return redirect("workers")
    elif team:
        typed = {"name": team.name, "number": team.number, "above": str(team.above_id or ""),
                 "is_front_door": "yes" if team.is_front_door else ""}  # fmt: skip
    return _form(request, "safety/team.html", {"team": team, "typed": typed, "faults": faults})
