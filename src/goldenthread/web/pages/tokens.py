"""One's personal tokens: making one, which is shown once, and ending it."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.record.access import today
from goldenthread.record.actions import tokens as actions
from goldenthread.record.forms import read_day
from goldenthread.record.models import ApiToken
from goldenthread.record.policies import Fault, Unfit
from goldenthread.web.may import HIDDEN
from goldenthread.web.routes import route, signed_in


@route("account/tokens/", may=signed_in)
def tokens(request: HttpRequest) -> HttpResponse:
    """The tokens of the worker, and making another."""
    by, faults, made = request.user, {}, ""
    if request.method == "POST" and request.POST.get("do") == "end":
        actions.end_token(by=by, token=_own(request))
        messages.success(request, "The token has ended.")
        return redirect("tokens")
    if request.method == "POST":
        try:
            made = actions.make_token(by=by, name=request.POST.get("name", ""), until=_until(request))
        except Unfit as unfit:
            faults = unfit.by_field
    typed = request.POST if faults else {"until": f"{today() + dt.timedelta(days=30):%d/%m/%Y}"}
    mine = ApiToken.objects.filter(worker=by).order_by("-made_at")
    return render(request, "account/tokens.html", {
        "faults": faults, "typed": typed, "made": made, "mine": mine, "today": today(), "longest": actions.LONGEST.days,
    }, status=422 if faults else 200)  # fmt: skip


def _own(request: HttpRequest) -> ApiToken:
    given = request.POST.get("token", "")
    found = ApiToken.objects.filter(pk=int(given), worker=request.user).first() if given.isdigit() else None
    if found is None:
        raise HIDDEN
    return found


def _until(request: HttpRequest) -> dt.date:
    try:
        return read_day(request.POST.get("until", "").strip())
    except ValueError as wrong:
        raise Unfit([Fault("until", f"The last day: {wrong}")]) from None
