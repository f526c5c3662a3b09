"""A person's own page: an adult of families, or what is said of a child; putting it right; two records of one person."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.codes.lists import codes_of
from goldenthread.record import access, audit, kin
from goldenthread.record.actions.people import (
    OURS,
    PARTICULARS,
    add_other_name,
    change_person,
    decide_duplicate,
    mark_risk,
    proposals,
    set_warning,
    unmerge_people,
)
from goldenthread.record.masking import Masker
from goldenthread.record.models import Person, PossibleDuplicate
from goldenthread.record.policies import Unfit
from goldenthread.record.relationships import tie
from goldenthread.web import may
from goldenthread.web.found_people import found_people
from goldenthread.web.routes import route, signed_in
from goldenthread.web.small_forms import day_typed, faults_of, shown_day, yes_no

DAYS = {"born_on": "Date of birth", "expected_on": "Expected", "died_on": "Died on"}
SHOWN = 50
"""Proposals on one page."""


def particulars_typed(
    typed: Mapping[str, str], names: tuple[str, ...] = ("forename", "surname", "known_as", "born_on", "sex")
) -> dict:
    """What was typed of a person; every day that is no day at once: Unfit."""
    said, faults = {}, []
    for name in names:
        try:
            if name in DAYS:
                said[name] = day_typed(typed, name, DAYS[name])
            else:
                said[name] = yes_no(typed, name) if name == "is_disabled" else typed.get(name, "").strip()
        except Unfit as unfit:
            faults += unfit.faults
    if faults:
        raise Unfit(faults)
    return {name: value for name, value in said.items() if value or len(names) > 5}


def may_read_person(request: HttpRequest, person: int) -> dict:
    """Those who may know of the person: of someone whose record they may open, or of an adult of that family."""
    found = may.person_of(person)
    if not access.people(request.user).filter(pk=found.pk).exists():
        raise may.HIDDEN
    return {"person": found}


def may_change_person(request: HttpRequest, person: int) -> dict:
    """Those who may add to the record of the person, or of a child of their family."""
    given = may_read_person(request, person)
    access.check_change_person(request.user, given["person"])
    return given


@route("person/<int:person>/", may=may_read_person)
def person_page(request: HttpRequest, person: Person) -> HttpResponse:
    """An adult: who they are, which children they are linked with, what is known of risk. A child has a page of their own."""
    by = request.user
    if person.had_record:
        return HttpResponseRedirect(f"/child/{person.pk}/family/")
    audit.note(by, "person.read", person=person)
    masker = Masker(by, [person])
    shown = {
        "person": person, "children": kin.linked_children(by, [person]).get(person.pk, []), "related": kin.relations(by, person),
        "addresses": kin.addresses(masker, person), "names": person.other_names.all(), "changes": kin.changes(by, person),
        "writes": by.kind_of_role.writes, "masker": masker, "tie": tie, "merged": person.merged.all(),
    }  # fmt: skip
    return render(request, "find/person.html", shown)


def _back(person: Person) -> HttpResponse:
    return HttpResponseRedirect(f"/child/{person.pk}/family/" if person.had_record else f"/person/{person.pk}/")


@route("person/<int:person>/change/", may=may_change_person)
def person_change(request: HttpRequest, person: Person) -> HttpResponse:
    """Put right who someone is said to be, name a danger, or say that they may pose a risk."""
    typed, faults, do = request.POST, {}, request.POST.get("do", "particulars")
    if request.method == "POST":
        faults = faults_of(lambda: _change(request, person, do))
        if not faults:
            messages.success(request, "Changed.")
            return _back(person)
    audit.note(request.user, "person.read", person=person)
    names = OURS if person.source else PARTICULARS
    said = {name: _as_typed(getattr(person, name)) for name in PARTICULARS}
    said |= {name: getattr(person, name) for name in ("warning", "risk_in_words")}
    said["may_pose_a_risk"] = "yes" if person.may_pose_a_risk else "no"
    lists = {name: [(code.code, code.label) for code in codes_of(name).values()] for name in ("sex", "ethnicity")}
    child = person if person.had_record else None
    shown = {"person": person, "child": child, "faults": faults, "typed": typed or said, "said": said, "names": names,
             "lists": lists, "do": do}  # fmt: skip
    return render(request, "find/person_change.html", shown, status=422 if faults else 200)


def _as_typed(value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else shown_day(value)


def _change(request: HttpRequest, person: Person, do: str) -> None:
    by, typed, reason = request.user, request.POST, request.POST.get("reason", "")
    if do == "risk":
        may_pose = yes_no(typed, "may_pose_a_risk") or False
        mark_risk(by=by, person=person, may_pose_a_risk=may_pose, in_words=typed.get("risk_in_words", ""), reason=reason)
    elif do == "warning":
        set_warning(by=by, person=person, warning=typed.get("warning", ""), reason=reason)
    elif do == "name":
        add_other_name(
            by=by, person=person, forename=typed.get("other_forename", "").strip(), surname=typed.get("other_surname", "").strip()
        )
    else:
        said = particulars_typed(typed, OURS if person.source else PARTICULARS)
        change_person(by=by, person=person, particulars=said, reason=reason)


@route("duplicates/", may=signed_in)
def duplicates(request: HttpRequest) -> HttpResponse:
    """Records that may be of one person: those that this worker may see, and of which neither is hidden from them."""
    by = request.user
    found = list(proposals(by)[:SHOWN])
    cards = {card.person.pk: card for card in found_people(by, [person for each in found for person in (each.one, each.other)])}
    audit.note(by, "duplicates.read")
    pairs = [(each, cards[each.one_id], cards[each.other_id]) for each in found]
    return render(request, "find/duplicates.html", {"pairs": pairs})


def may_see_proposal(request: HttpRequest, proposal: int) -> dict:
    """Those to whom the proposal is shown."""
    found = proposals(request.user).filter(pk=proposal).first()
    if found is None:
        raise may.HIDDEN
    return {"proposal": found}


@route("duplicates/<int:proposal>/", may=may_see_proposal)
def duplicate(request: HttpRequest, proposal: PossibleDuplicate) -> HttpResponse:
    """The two beside one another: are they one person?"""
    by, typed, faults = request.user, request.POST, {}
    both = [proposal.one, proposal.other]
    if request.method == "POST":
        keep = next((each for each in both if str(each.pk) == typed.get("keep")), None)
        faults = faults_of(lambda: decide_duplicate(
            by=by, proposal=proposal, same=keep is not None, keep=keep, reason=typed.get("reason", "")
        )) if keep or typed.get("keep") == "different" else {"keep": "Choose one of these."}  # fmt: skip
        if not faults:
            messages.success(request, "They are one record now." if keep else "They stay two records.")
            return HttpResponseRedirect("/duplicates/")
    for each in both:
        audit.note(by, "person.read", person=each)
    cards = found_people(by, both)
    seen = set(access.people(by).filter(pk__in=[each.pk for each in both]).values_list("pk", flat=True))
    masker = Masker(by, both)
    more = {each.pk: _more(by, masker, each) for each in both if each.pk in seen}
    merges = by.kind_of_role.decides and len(seen) == len(both)
    shown = {"proposal": proposal, "cards": cards, "more": more, "faults": faults, "typed": typed, "merges": merges}
    return render(request, "find/duplicate.html", shown, status=422 if faults else 200)


def _more(by, masker: Masker, person: Person) -> dict:
    return {"addresses": kin.addresses(masker, person), "related": kin.relations(by, person)}


def may_unmerge(request: HttpRequest, person: int) -> dict:
    """Managers who may change the record into which this one was merged."""
    found = Person.objects.select_related("merged_into").filter(pk=person).exclude(merged_into=None).first()
    if found is None or not access.people(request.user).filter(pk=found.merged_into_id).exists():
        raise may.HIDDEN
    may.decide(request)
    access.check_change_person(request.user, found.merged_into)
    return {"person": found}


@route("person/<int:person>/separate/", may=may_unmerge)
def person_separate(request: HttpRequest, person: Person) -> HttpResponse:
    """Take a record out of the one it was merged into: they are of two people after all."""
    into, faults = person.merged_into, {}
    if request.method == "POST":
        faults = faults_of(lambda: unmerge_people(by=request.user, person=person, reason=request.POST.get("reason", "")))
        if not faults:
            messages.success(request, "They are two records again.")
            return _back(into)
    audit.note(request.user, "person.read", person=into)
    shown = {"person": person, "into": into, "faults": faults, "typed": request.POST}
    return render(request, "find/separate.html", shown, status=422 if faults else 200)
