"""Cases chosen for an inspector to read, until a day."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.record import access
from goldenthread.record.actions.guarding import CHOOSE, choose_case, unchoose_case
from goldenthread.record.forms import read_day
from goldenthread.record.models import ChosenCase
from goldenthread.record.policies import Fault, Unfit
from goldenthread.web.routes import roles, route
from goldenthread.workforce.models import Worker


@route("inspectors/", may=roles(*sorted(CHOOSE)))
def inspectors(request: HttpRequest) -> HttpResponse:
    """The inspectors, and the cases each may read."""
    faults = {}
    if request.method == "POST":
        try:
            said = _choose(request)
        except Unfit as unfit:
            faults = unfit.by_field
        else:
            messages.success(request, said)
            return redirect("inspectors")
    there = [each for each in Worker.objects.filter(role="inspector").order_by("name") if access.may_sign_in(each)]
    chosen = ChosenCase.objects.filter(worker__in=there, until__gte=access.today(), person__in=access.children(request.user))
    cases = list(chosen.select_related("person", "worker").order_by("worker__name", "person__surname", "person__forename"))
    choices = [(each.pk, each.name) for each in there]
    context = {"inspectors": there, "choices": choices, "cases": cases, "faults": faults, "typed": request.POST}
    return render(request, "safety/inspectors.html", context, status=400 if faults else 200)


def _choose(request: HttpRequest) -> str:
    """Do what the form asks; what is then said."""
    typed, faults = request.POST, []
    worker = Worker.objects.filter(pk=typed["worker"]).first() if typed.get("worker", "").isdigit() else None
    if worker is None:
        faults.append(Fault("worker", "Choose an inspector."))
    numbers = [each.strip() for each in typed.get("numbers", "").replace(",", "\n").splitlines() if each.strip()]
    children = list(access.children(request.user).filter(number__in=numbers))
    if not numbers or len(children) < len(set(numbers)):
        faults.append(Fault("numbers", "Type the number of each record, one on a line. One of these is not known."))
    if typed.get("do") == "unchoose" and not faults:
        for child in children:
            unchoose_case(by=request.user, person=child, worker=worker)
        return "Taken away."
    try:
        until = read_day(typed.get("until", "").strip())
    except ValueError as wrong:
        faults.append(Fault("until", f"Until when: {wrong}"))
    if faults:
        raise Unfit(faults)
    for child in children:
        choose_case(by=request.user, person=child, worker=worker, until=until)
    return "Chosen."
