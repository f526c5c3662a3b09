"""What is overdue for one child and who has been told; what counts silently; what ended, and how."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.oversight import explained, sentences
from goldenthread.oversight.judging import freshen
from goldenthread.oversight.of_child import of_child
from goldenthread.record import audit
from goldenthread.record.access import today
from goldenthread.record.masking import Masker
from goldenthread.record.models import Person
from goldenthread.web.may import read_child
from goldenthread.web.pages.my_day import together
from goldenthread.web.routes import route


@route("child/<int:child>/shortfalls/", may=read_child)
def child_shortfalls(request: HttpRequest, child: Person) -> HttpResponse:
    """Every shortfall of the child: those that stand, those that ended and how, those withdrawn and why."""
    by, day = request.user, today()
    audit.note(by, "shortfalls.read", person=child, ground=request.ground.name)
    freshen([("child", child.number)], day)
    masker = Masker(by, [child])
    return render(request, "child/shortfalls.html", {
        "child": child,
        "all": of_child(by, child, day),
        "told": explained.told_in_short,
        "said": lambda line: explained.shown_answers(by, [line.answer], masker)[0] if line.answer else None,
        "duty": sentences.duty_of,
        "together": together,
    })  # fmt: skip
