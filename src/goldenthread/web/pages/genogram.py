"""A family, drawn: for the page about the family, and by itself as a picture."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.record import audit
from goldenthread.record.family import family_of
from goldenthread.record.genogram import drawing, listed
from goldenthread.record.models import Person
from goldenthread.web.may import read_child
from goldenthread.web.routes import route
from goldenthread.workforce.models import Worker


def genogram(by: Worker, child: Person) -> dict:
    """What the template child/genogram.html needs: the family as this reader may know it, drawn and told."""
    family = family_of(by, child)
    return {"family": family, "drawing": drawing(family), "told": listed(family)}


@route("child/<int:child>/family/genogram.svg", may=read_child)
def genogram_picture(request: HttpRequest, child: Person) -> HttpResponse:
    """The drawing by itself."""
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    return render(request, "child/drawing.svg", genogram(request.user, child), content_type="image/svg+xml")
