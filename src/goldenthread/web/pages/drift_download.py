"""A copy of the ledger's numbers, small ones suppressed, for somebody outside: first who receives it, then the file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.oversight import ledger_copy
from goldenthread.oversight.actions.ledger import copy_ledger
from goldenthread.oversight.drift import Scope
from goldenthread.record.policies import Unfit
from goldenthread.web.pages.drift import ledger
from goldenthread.web.routes import route


@route("drift/download/", may=ledger)
def drift_download(request: HttpRequest, of: Scope) -> HttpResponse:
    """Who receives it and what for; then the numbers as a spreadsheet opens them."""
    faults: dict[str, str] = {}
    if request.method == "POST":
        typed = {name: request.POST.get(name, "") for name in ("recipient", "purpose")}
        try:
            made = copy_ledger(by=request.user, day=of.day, team=of.team, **typed)
        except Unfit as unfit:
            faults = unfit.by_field
        else:
            answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
            answer["Content-Disposition"] = f'attachment; filename="drift-ledger-{of.day}.csv"'
            ledger_copy.write(answer, of, made)
            return answer
    shown = {"of": of, "typed": request.POST, "faults": faults, "whose": of.team.name if of.team else "The whole authority"}
    return render(request, "drift/download.html", shown, status=422 if faults else 200)
