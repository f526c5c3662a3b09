"""Opening a record in an emergency, and looking at it afterwards."""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.record import access, audit
from goldenthread.record.actions.guarding import break_glass, check_emergency_reason, review_emergency
from goldenthread.record.forms import read_day
from goldenthread.record.models import Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.web.may import decide, open_in_emergency
from goldenthread.web.routes import route


@route("emergency/", may=open_in_emergency)
def emergency(request: HttpRequest) -> HttpResponse:
    """Asks for a reason, a name and a day of birth before anything is shown; then opens the record."""
    faults, found = {}, []
    if request.method == "POST":
        try:
            found = _find(request)
        except Unfit as unfit:
            faults = unfit.by_field
        if len(found) == 1:
            return _open(request, found[0])
    context = {"faults": faults, "typed": request.POST, "found": found}
    return render(request, "safety/emergency.html", context, status=400 if faults else 200)


def _find(request: HttpRequest) -> list[Person]:
    """Those of exactly this name and day of birth, or the one chosen of them; Unfit."""
    typed, faults, born = request.POST, [], None
    words = set(re.findall(r"\w+", typed.get("name", "").casefold()))
    if len(words) < 2:
        faults.append(Fault("name", "Type the forename and the surname."))
    try:
        born = read_day(typed.get("born", "").strip())
    except ValueError as wrong:
        faults.append(Fault("born", f"Day of birth: {wrong}"))
    try:
        check_emergency_reason(typed.get("reason", ""))
    except Unfit as unfit:
        faults += [Fault(name, said) for name, said in unfit.by_field.items()]
    if faults:
        raise Unfit(faults)
    known = Person.objects.filter(access.fence(request.user), born_on=born, had_record=True, sealed=False, merged_into=None)
    found = [each for each in known.prefetch_related("other_names") if words <= _words(each)]
    audit.note(request.user, "emergency.find", allowed=bool(found))
    if not found:
        raise Unfit([Fault("name", "No child of exactly this name and day of birth is known here.")])
    return [each for each in found if str(each.pk) == typed.get("child")] or found


def _words(person: Person) -> set[str]:
    names = [person.forename, person.surname, person.known_as]
    names += [name for other in person.other_names.all() for name in (other.forename, other.surname)]
    return set(re.findall(r"\w+", " ".join(names).casefold()))


def _open(request: HttpRequest, child: Person) -> HttpResponse:
    if not access.can_read(request.user, child):
        break_glass(by=request.user, person=child, reason=request.POST["reason"])
        messages.success(request, "The record is open to you for 24 hours. Your manager will ask you about it.")
    return redirect(f"/child/{child.pk}/")


@route("emergency/review/", may=decide)
def emergency_review(request: HttpRequest) -> HttpResponse:
    """The records one's people opened in an emergency: was it right?"""
    waiting, faults, which = access.emergencies_to_review(request.user), {}, request.POST.get("which", "")
    if request.method == "POST":
        glass = waiting.filter(pk=which if which.isdigit() else None).select_related("person").first()
        try:
            _review(request, glass)
        except Unfit as unfit:
            faults = unfit.by_field
        else:
            messages.success(request, "Kept.")
            return redirect("emergency_review")
    waiting = list(waiting.select_related("worker__team", "person").order_by("opened_at"))
    known = set(access.findable(request.user).filter(pk__in=[each.person_id for each in waiting]).values_list("pk", flat=True))
    context = {"waiting": waiting, "known": known, "faults": faults, "typed": request.POST, "which": which}
    return render(request, "safety/emergency_review.html", context, status=400 if faults else 200)


def _review(request: HttpRequest, glass) -> None:
    was_right = {"yes": True, "no": False}.get(request.POST.get("was_right"))
    if glass is None or was_right is None:
        raise Unfit([Fault("was_right", "Say whether it was right.")])
    review_emergency(by=request.user, glass=glass, was_right=was_right, review=request.POST.get("review", ""))
