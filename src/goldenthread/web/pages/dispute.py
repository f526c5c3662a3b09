"""Disputes: raising one, where each stands, answering it, taking it further, and what came of them all."""

from collections import Counter

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.oversight import disputing, reviewing
from goldenthread.oversight.actions.disputing import (
    answer_dispute,
    raise_dispute,
    refer_dispute,
    resolve_dispute,
    take_further,
)
from goldenthread.oversight.counting import YEAR
from goldenthread.oversight.disputing import Dispute
from goldenthread.record import audit
from goldenthread.record.access import Denied, allows, today
from goldenthread.record.kinds.oversight.dispute import EFFECTS, TO
from goldenthread.record.kinds.oversight.dispute_answer import ANSWERS
from goldenthread.record.models import Entry, Person
from goldenthread.web import may
from goldenthread.web.drift_shown import said_on
from goldenthread.web.routes import roles, route
from goldenthread.web.small_forms import day_typed, faults_of
from goldenthread.workforce.models import Worker

SEE = ("reviewing_officer", "team_manager", "service_manager", "head_of_service", "director", "quality_assurance")


def may_read_dispute(request: HttpRequest, dispute: int) -> dict:
    """Those who may read the entry."""
    found = may.read_entry(request, dispute)["entry"]
    if found.kind != "dispute" or found.withdrawn_at:
        raise may.HIDDEN
    return {"dispute": found}


def may_raise(request: HttpRequest, child: int) -> dict:
    """Reviewing officers, chairs and managers who may add to the child's record."""
    given = may.write_child(request, child)
    if not disputing.raisable(request.user, given["child"]):
        raise Denied("role", "A reviewing officer, a conference chair or a manager raises a dispute.")
    return given


@route("dispute/", may=roles(*SEE), name="disputes")
def disputes_page(request: HttpRequest) -> HttpResponse:
    """Where each dispute stands, those longest unanswered first; and what changed because of those that are over."""
    by, day = request.user, today()
    audit.note(by, "disputes.read")
    every = disputing.seen_by(by, day)
    still = sorted((each for each in every if each.is_open), key=lambda each: (-each.stage.late, each.stage.left, each.raised_on))
    over = [each for each in every if not each.is_open and (day - each.resolved_on).days <= YEAR]
    effects = Counter(each.told.get("effect", "") for each in over if each.whole)
    return render(request, "dispute/list.html", {
        "still": still, "over": sorted(over, key=lambda each: each.resolved_on, reverse=True),
        "effects": [(words, effects[effect]) for effect, words in [*EFFECTS.items(), ("", "Not said")] if effects[effect]],
        "waiting": [each.entry.pk for each in still if disputing.waits_for(each, by)],
    })  # fmt: skip


@route("dispute/new/<int:child>/", may=may_raise, name="dispute_new")
def dispute_new(request: HttpRequest, child: Person) -> HttpResponse:
    """Raise a dispute about what is ticked: wishes, shortfalls, what a review decided."""
    by, faults, day = request.user, {}, today()
    card = reviewing.reviewed(by, {child: reviewing.capacities_for(by, child, day)}, day)[0]
    offered = _offered(card)
    typed = request.POST if request.method == "POST" else request.GET
    ticked = [value for name in ("wish", "shortfall", "decision") for value in (f"{name}-{each}" for each in typed.getlist(name))]
    if request.method == "POST":
        made: list[Entry] = []
        faults = faults_of(lambda: made.append(_raise(by, child, offered, ticked, request.POST)))
        if not faults:
            messages.success(request, "Raised, and on the record. It goes up by itself if nobody answers in time.")
            return HttpResponseRedirect(f"/dispute/{made[0].pk}/")
    audit.note(by, "child.read", person=child, ground=request.ground.name)
    known = {"child": child, "card": card, "typed": typed, "ticked": ticked, "faults": faults, "to": list(TO.items())}
    return render(request, "dispute/new.html", known | {"owed": said_on(day)}, status=422 if faults else 200)


def _offered(card: reviewing.Reviewed) -> dict[str, object]:
    """What the dispute may be about, by the name of its box."""
    offered: dict[str, object] = {f"wish-{each.entry.pk}": each.entry for each in card.wishes}
    offered |= {f"shortfall-{each.pk}": each for each in card.disputable}
    if card.last:
        entries = Entry.objects.in_bulk({each.entry for each in card.last.agreed})
        offered |= {f"decision-{each.entry}-{each.row}": (entries[each.entry], each.row) for each in card.last.agreed}
    return offered


def _raise(by: Worker, child: Person, offered: dict, ticked: list[str], typed) -> Entry:
    def chosen(what: str) -> list:
        return [offered[each] for each in ticked if each in offered and each.startswith(what)]

    return raise_dispute(
        by=by, child=child, what=typed.get("what", ""), wanted=typed.get("wanted", ""), to=typed.get("to", ""), day=today(),
        wishes=chosen("wish"), shortfalls=chosen("shortfall"), decisions=chosen("decision"),
    )  # fmt: skip


@route("dispute/<int:dispute>/", may=may_read_dispute, name="dispute")
def dispute_page(request: HttpRequest, dispute: Entry) -> HttpResponse:
    """One dispute: what it is about, before whom it was put, what was answered; and whatever this reader may do."""
    by, faults = request.user, {}
    if request.method == "POST":
        act = ACTS.get(request.POST.get("do", ""))
        if act is None:
            return HttpResponseRedirect(request.path)
        faults = faults_of(lambda: messages.success(request, act(by, dispute, request.POST)))
        if not faults:
            return HttpResponseRedirect(request.path)
    seen = disputing.one(by, dispute, today())
    if seen is None:
        raise may.HIDDEN
    for child in seen.children:
        audit.note(by, "entry.read", thing="entry", thing_id=dispute.pk, person=child)
    return render(request, "dispute/page.html", {
        "seen": seen, "child": seen.children[0], "faults": faults, "typed": request.POST, "answers": list(ANSWERS.items()),
        "effects": list(EFFECTS.items()), "about": _about(seen),
        "may_answer": seen.is_open and allows(disputing.check_answer, by, dispute, seen.stage),
        "may_decide": seen.is_open and allows(disputing.check_officer, by, dispute),
    }, status=422 if faults else 200)  # fmt: skip


def _about(seen: Dispute) -> list[tuple[str, str, str]]:
    """What it is about: in words, where that is, and how it stands now. Of a dispute not wholly seen, nothing."""
    return [disputing.about_in_words(row, seen.masker) for row in seen.about] if seen.whole else []


# ------------------------------------------------------------------------------------------------------- WHAT IS DONE


def _answer(by: Worker, dispute: Entry, typed) -> str:
    answer_dispute(
        by=by, dispute=dispute, answer=typed.get("answer", ""), why=typed.get("why", ""), day=today(), what=typed.get("what", ""),
        who=typed.get("who", ""), by_when=day_typed(typed, "by_when", "By when"),
    )  # fmt: skip
    return "Answered, and on the record. The officer says next whether that puts it right."


def _further(by: Worker, dispute: Entry, typed) -> str:
    take_further(by=by, dispute=dispute, reason=typed.get("reason", ""), day=today())
    return "Taken further."


def _refer(by: Worker, dispute: Entry, typed) -> str:
    refer_dispute(by=by, dispute=dispute, why=typed.get("why_referred", ""), day=today())
    return "The record says that it was referred to Cafcass. The dispute goes on here too."


def _resolve(by: Worker, dispute: Entry, typed) -> str:
    resolve_dispute(by=by, dispute=dispute, how=typed.get("how", ""), effect=typed.get("effect", ""), day=today())
    return "Resolved, and on the record."


ACTS = {"answer": _answer, "further": _further, "refer": _refer, "resolve": _resolve}
"""What a form of the page does; each says what was done."""
