"""Who has looked at a child's record, and why they could."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.record import audit
from goldenthread.record.looking import who_looked
from goldenthread.record.models import Person
from goldenthread.web.may import read_child
from goldenthread.web.routes import route


@route("child/<int:child>/looked/", may=read_child)
def looked(request: HttpRequest, child: Person) -> HttpResponse:
    """Everyone, the latest first, with the ground on which they could."""
    before = request.GET.get("before", "")
    looks, earlier = who_looked(request.user, child, int(before) if before.isdigit() else None)
    audit.note(request.user, "child.looked", person=child, ground=request.ground.name)
    return render(request, "safety/looked.html", {"child": child, "looks": looks, "earlier": earlier})
