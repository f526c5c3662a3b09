"""How long records are kept: the rules, what is due by number, holds, and destroying one, which takes two people."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.record import access, audit, retention
from goldenthread.record.actions import retention as actions
from goldenthread.record.forms import read_day
from goldenthread.record.models import LegalHold, Person, ProposedDestruction, RetentionSetting, Tombstone
from goldenthread.record.policies import Fault, Unfit
from goldenthread.web.may import HIDDEN
from goldenthread.web.routes import roles, route

AT_MOST = 200
keep_records = roles(*actions.MAY_PROPOSE)


def kept_record(request: HttpRequest, person: int) -> dict:
    """Administrators, heads of service and the director, of a record that is not restricted to others or sealed."""
    keep_records(request)
    found = retention.visible(request.user).filter(pk=person).first()
    if found is None:
        raise HIDDEN
    return {"person": found}


def kept_rule(request: HttpRequest, rule: str) -> dict:
    """Administrators, heads of service and the director, of a rule that there is."""
    keep_records(request)
    found = retention.rules(access.today()).get(rule)
    if found is None:
        raise HIDDEN
    return {"rule": found}


@route("retention/", may=keep_records, name="retention")
def retention_page(request: HttpRequest) -> HttpResponse:
    """The rules with how many records are under each, and the records that are due."""
    by, day, faults = request.user, access.today(), {}
    if request.method == "POST":
        found = retention.visible(by).filter(number=request.POST.get("number", "").strip()).first()
        if found:
            return redirect("retention_record", found.pk)
        faults = {"number": "No record has this number."}
    reckoned = list(retention.reckon(day, retention.visible(by)))
    counts, rules = retention.counts(reckoned, day), retention.rules(day)
    come = [each for each in reckoned if each.due_on and each.due_on <= day]
    return render(request, "retention/rules.html", {
        "rules": [(rule, counts[name]) for name, rule in rules.items()], "come": come[:AT_MOST], "number_come": len(come),
        "faults": faults, "typed": request.POST,
        "proposed": ProposedDestruction.objects.filter(person__in=retention.visible(by)).select_related("person", "proposed_by"),
        "stones": Tombstone.objects.select_related("destroyed_by", "agreed_by").order_by("-destroyed_at")[:20],
    }, status=422 if faults else 200)  # fmt: skip


@route("retention/due.csv", may=keep_records)
def retention_list(request: HttpRequest) -> HttpResponse:
    """The records whose day has come, by number, as a spreadsheet opens it."""
    day = access.today()
    audit.note(request.user, "retention.list")
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="due.csv"'
    retention.write_list(answer, list(retention.reckon(day, retention.visible(request.user))), day)
    return answer


@route("retention/rule/<str:rule>/", may=kept_rule)
def retention_rule(request: HttpRequest, rule: retention.Rule) -> HttpResponse:
    """Another number of years for a rule: first what it would do, then doing it."""
    by, faults, effect, typed = request.user, {}, None, request.POST
    if request.method == "POST":
        try:
            years, since = _years(typed), _since(typed)
            if typed.get("do") == "set":
                actions.set_years(by=by, rule=rule.name, years=years, since=since, reason=typed.get("reason", ""))
                messages.success(request, "The rule is changed. Every day has been reckoned again.")
                return redirect("retention")
            tried = RetentionSetting(rule=rule.name, years=years, since=since, set_at=timezone.now())
            effect = retention.effect_of(tried, access.today(), retention.visible(by))
        except Unfit as unfit:
            faults = unfit.by_field
    typed = typed or {"years": rule.years, "since": f"{access.today():%d/%m/%Y}"}
    return render(request, "retention/rule.html", {"rule": rule, "faults": faults, "typed": typed, "effect": effect},
                  status=422 if faults else 200)  # fmt: skip


def _years(typed) -> int:
    if not typed.get("years", "").strip().isdigit():
        raise Unfit([Fault("years", "Give a whole number of years.")])
    return int(typed["years"].strip()[:6])


def _since(typed) -> dt.date:
    try:
        return read_day(typed.get("since", "").strip())
    except ValueError as wrong:
        raise Unfit([Fault("since", f"From when: {wrong}")]) from None


@route("retention/<int:person>/", may=kept_record)
def retention_record(request: HttpRequest, person: Person) -> HttpResponse:
    """One record, by its number: when it is due and why, holding it, proposing and agreeing that it be destroyed."""
    faults = {}
    if request.method == "POST":
        try:
            done = _do(request, person)
        except Unfit as unfit:
            faults = {_place(request, name): words for name, words in unfit.by_field.items()}
        else:
            messages.success(request, done)
            is_there = Person.objects.filter(pk=person.pk).exists()
            return redirect("retention_record", person.pk) if is_there else redirect("retention")
    audit.note(request.user, "retention.read", thing="person", thing_id=person.pk, person=person)
    return render(request, "retention/record.html", {
        "person": person, "reckoned": retention.reckon_one(person, access.today()), "faults": faults, "typed": request.POST,
        "holds": person.legal_holds.select_related("placed_by", "lifted_by").order_by("-placed_at"),
        "proposed": ProposedDestruction.objects.filter(person=person).select_related("proposed_by").first(),
        "names": actions.NAMES, "may_agree": request.user.role in actions.MAY_AGREE, "today": access.today(),
        "may_open": access.can_read(request.user, person),
    }, status=422 if faults else 200)  # fmt: skip


def _place(request: HttpRequest, name: str) -> str:
    """Where a fault stands: a reason is asked for by more than one form of the page."""
    return {"hold": "reason-hold", "lift": "reason-lift"}.get(request.POST.get("do", ""), name) if name == "reason" else name


def _do(request: HttpRequest, person: Person) -> str:
    """Do what the form says; what is then said."""
    by, typed, to_do = request.user, request.POST, request.POST.get("do")
    if to_do == "hold":
        actions.place_hold(by=by, person=person, reason=typed.get("reason-hold", ""))
        return "The record is held: it is not destroyed until the hold is lifted."
    if to_do == "lift":
        hold = LegalHold.objects.filter(person=person, pk=_number(typed.get("hold", ""))).first()
        if hold is None:
            raise HIDDEN
        actions.lift_hold(by=by, hold=hold, reason=typed.get("reason-lift", ""))
        return "The hold is lifted."
    if to_do == "propose":
        actions.propose_destruction(by=by, person=person, names=typed.get("names", ""))
        return "It is proposed. Another person must agree."
    proposed = ProposedDestruction.objects.filter(person=person).first()
    if proposed is None:
        raise Unfit([Fault("", "Nothing is proposed any more.")])
    if to_do == "agree":
        if typed.get("number", "").strip() != person.number:
            raise Unfit([Fault("number", "Type the number of the record, to be sure that it is this one.")])
        actions.agree_destruction(by=by, proposed=proposed)
        return "The record is destroyed."
    actions.decline_destruction(by=by, proposed=proposed)
    return "It is not destroyed."


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0
