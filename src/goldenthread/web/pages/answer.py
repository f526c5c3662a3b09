"""What somebody says to a shortfall: I will act, I need help, waiting, a lawful exception, the facts are wrong."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.oversight import explained, here, sight
from goldenthread.oversight.actions import answering
from goldenthread.oversight.cards import CardLine, card_lines
from goldenthread.oversight.holders import Holders
from goldenthread.oversight.judging import freshen
from goldenthread.oversight.models import Answer, Shortfall
from goldenthread.oversight.what_meets import provisions
from goldenthread.record.access import today
from goldenthread.record.policies import Fault, Unfit
from goldenthread.web.pages.shortfall import explain, may_read_shortfall, note_read
from goldenthread.web.routes import route
from goldenthread.web.small_forms import day_typed, faults_of, shown_day
from goldenthread.workforce.models import Worker


def may_answer_shortfall(request: HttpRequest, shortfall: int) -> dict:
    """Those who have been told of it, or stand where it may climb to; while it is open."""
    given = may_read_shortfall(request, shortfall)
    sight.check_answer(request.user, given["shortfall"], today())
    return given


@route("shortfall/<int:shortfall>/answer/", may=may_answer_shortfall)
def shortfall_answer(request: HttpRequest, shortfall: Shortfall) -> HttpResponse:
    """What somebody says to it; and, of an exception another claimed, whether it is agreed."""
    by, day = request.user, today()
    faults: dict[str, str] = {}
    known = explain(by, shortfall, day)
    others = _others(by, shortfall, day)
    step = sight.check_answer(by, shortfall, day)
    if request.method == "POST":
        agreeing = request.POST.get("do") == "agree"
        faults = faults_of(lambda: _agree(request, known["line"].to_agree, day) if agreeing
                           else _answer(request, shortfall, [each.shortfall for each in others], day))  # fmt: skip
        if not faults:
            freshen([(shortfall.subject_type, shortfall.subject_id)], day)
            return HttpResponseRedirect(f"/shortfall/{shortfall.pk}/")
    else:
        note_read(request, shortfall)
    to_agree = known["line"].to_agree
    known |= {
        "faults": faults, "typed": request.POST if request.method == "POST" else {"who-act": by.name},
        "others": others, "ticked": request.POST.getlist("also"), "provisions": provisions(here.standard_of(shortfall)),
        "longest": max(answering.longest([shortfall], day, step), day), "example": shown_day(day + dt.timedelta(3)),
        "causes": Answer.CAUSES,
        "may_end": answering.may_end(shortfall, step),
        "to_agree": explained.shown_answers(by, [to_agree], known["masker"])[0] if to_agree else None,
    }  # fmt: skip
    return render(request, "shortfall/answer.html", known, status=422 if faults else 200)


def _others(by: Worker, shortfall: Shortfall, day: dt.date) -> list[CardLine]:
    """The child's other open shortfalls that this worker may answer."""
    if shortfall.person_id is None:
        return []
    rows = sight.shortfalls(by).speaking().filter(person=shortfall.person_id).exclude(pk=shortfall.pk).order_by("due_on", "pk")
    holders = Holders(day)
    mine = [row for row in rows.select_related("person") if sight.can_answer(by, row, day, holders)]
    found = card_lines(mine, by, day, holders)
    return [found[row.pk] for row in mine]


def _answer(request: HttpRequest, shortfall: Shortfall, others: list[Shortfall], day: dt.date) -> None:
    """Take the answer that was typed. Unfit, by the names of the form's inputs."""
    typed, kind = request.POST, request.POST.get("kind", "")
    if kind not in dict(Answer.KINDS):
        raise Unfit([Fault("kind", "Choose what you say to this.")])
    also = [each for each in others if str(each.pk) in typed.getlist("also")]
    provision = typed.get("provision", "")
    given = {name: typed.get(f"{name}-{kind}", "").strip() for name in ("what", "who")}
    given["provision"] = typed.get("provision-words", "").strip() if provision == "other" else provision
    given["cause"] = typed.get("cause", "")
    given["by_when"], wrong = _by_when(typed.get(f"by_when-{kind}", ""))
    try:
        answering.answer(by=request.user, shortfalls=[shortfall, *also], kind=kind, day=day, **given)
    except Unfit as unfit:
        faults = (unfit.by_field | wrong).items()
        raise Unfit([Fault(_input(field, kind, provision), words) for field, words in faults]) from None
    messages.success(request, AFTERWARDS.get(kind, "Your answer is on the record. The legal clock runs on."))


AFTERWARDS = {
    "done": "What was decided is on the record, and this has ended.",
    "help": "Your manager is told at once that you need help. The legal clock runs on.",
    "exception": "The next person up is asked to agree. Until the exception is on the record, the legal clock runs on.",
}
"""What is said after an answer, where there is more to say than that it is on the record."""


def _by_when(typed: str) -> tuple[dt.date | None, dict[str, str]]:
    """The day, and what is wrong with it: where a day is asked for, none at all is a fault too, and so nothing is written."""
    try:
        return day_typed({"by_when": typed}, "by_when", "By when"), {}
    except Unfit as unfit:
        return None, unfit.by_field


def _input(field: str, kind: str, provision: str) -> str:
    """The name of the input of a field, under the answer that was chosen."""
    if field == "provision" and provision == "other":
        return "provision-words"
    return f"{field}-{kind}" if field in ("what", "who", "by_when") else field


def _agree(request: HttpRequest, answer: Answer | None, day: dt.date) -> None:
    """Agree to an exception or not. Unfit."""
    said = {"yes": True, "no": False}.get(request.POST.get("agreed", ""))
    if answer is None:
        messages.success(request, "This exception has been answered already.")
        return
    if said is None:
        raise Unfit([Fault("agreed", "Say whether you agree.")])
    try:
        answering.agree(by=request.user, answer=answer, agreed=said, day=day, what=request.POST.get("what-agree", "").strip())
    except Unfit as unfit:
        renamed = {"what": "what-agree"}
        raise Unfit([Fault(renamed.get(field, field), words) for field, words in unfit.by_field.items()]) from None
    messages.success(request, "You agreed to the exception." if said else "You did not agree: the duty stands.")
