"""A child's family: who there is, who lives with whom, where, who may pose a risk, and who holds the child."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.check.words import capital
from goldenthread.record import access, audit, kin
from goldenthread.record.actions.families import (
    add_address,
    add_relationship,
    add_relative,
    correct_relationship,
    end_address,
    end_relationship,
    join_household,
    leave_household,
    protect_address,
)
from goldenthread.record.actions.holding import may_allocate
from goldenthread.record.family import family_of
from goldenthread.record.masking import Masker
from goldenthread.record.matching import same_perhaps
from goldenthread.record.models import Address, Household, HouseholdMember, Person, Relationship
from goldenthread.record.policies import Fault, Unfit
from goldenthread.record.relationships import TIES, tie
from goldenthread.web import may
from goldenthread.web.found_people import found_people
from goldenthread.web.pages.genogram import genogram
from goldenthread.web.pages.people import particulars_typed
from goldenthread.web.routes import route
from goldenthread.web.small_forms import day_needed, day_typed, faults_of, shown_day, yes_no


def ties() -> list[tuple[str, str]]:
    """What someone may be to a child, to choose from."""
    return [(tie.name, capital(tie.words)) for tie in TIES.values()]


@route("child/<int:child>/family/", may=may.read_child)
def child_family(request: HttpRequest, child: Person) -> HttpResponse:
    """Everything the record knows of the family, as far as this reader may know it."""
    by = request.user
    audit.note(by, "child.read", person=child, ground=request.ground.name)
    masker = Masker(by, [child])
    related = kin.relations(by, child)
    near = {each.pk: each for each in (*(seen.who for seen in related), *family_of(by, child).people.values())}
    near.pop(child.pk, None)
    shown = {
        "child": child, "homes": kin.homes(by, child), "related": related, "addresses": kin.addresses(masker, child),
        "held": kin.holdings(child), "risks": kin.risks(by, near.values(), child), "changes": kin.changes(by, child),
        "names": child.other_names.all(), "writes": access.can_write(by, child), "allocates": may_allocate(by, child),
        "masker": masker, "tie": tie, "merged": child.merged.all(),
    }  # fmt: skip
    return render(request, "find/family.html", shown | genogram(by, child))


def _done(request: HttpRequest, child: Person, words: str) -> HttpResponse:
    messages.success(request, words)
    return HttpResponseRedirect(f"/child/{child.pk}/family/")


def _page(request: HttpRequest, template: str, child: Person, faults: dict, **more) -> HttpResponse:
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    shown = {"child": child, "faults": faults, "typed": request.POST} | more
    return render(request, template, shown, status=422 if faults else 200)


@route("child/<int:child>/family/person/", may=may.write_child)
def family_person(request: HttpRequest, child: Person) -> HttpResponse:
    """Someone of the family: one whom we know already, where they may be, or somebody new."""
    by, typed, faults, alike = request.user, request.POST, {}, []
    if request.method == "POST":
        try:
            said = particulars_typed(typed)
            if typed.get("kind") not in TIES:
                raise Unfit([Fault("kind", "Say what they are to the child.")])
            alike = [each for each in same_perhaps(by, said) if each.pk != child.pk]
            chosen = next((each for each in alike if str(each.pk) == typed.get("same")), None)
            if alike and chosen is None and typed.get("same") != "new":
                raise Unfit([Fault("same", "Someone like this is known already. Choose one, or somebody new.")])
            responsible = yes_no(typed, "has_parental_responsibility")
            if chosen:
                add_relationship(by=by, person=chosen, other=child, kind=typed["kind"], has_parental_responsibility=responsible)
            else:
                add_relative(by=by, child=child, particulars=said, kind=typed["kind"], has_parental_responsibility=responsible)
            return _done(request, child, "Added to the family.")
        except Unfit as unfit:
            faults = unfit.by_field
    return _page(request, "find/family_person.html", child, faults, ties=ties(), alike=found_people(by, alike))


def may_change_relationship(request: HttpRequest, child: int, relationship: int) -> dict:
    """Those who may add to the child's record, of a relationship of this child to someone they may know of."""
    given = may.write_child(request, child)
    seen = {each.row.pk: each for each in kin.relations(request.user, given["child"])}
    if relationship not in seen:
        raise may.HIDDEN
    return given | {"seen": seen[relationship]}


@route("child/<int:child>/family/relationship/<int:relationship>/", may=may_change_relationship)
def family_relationship(request: HttpRequest, child: Person, seen) -> HttpResponse:
    """Say that a relationship ended, or put it right."""
    by, typed, row, faults = request.user, request.POST, seen.row, {}
    if request.method == "POST":

        def act():
            if typed.get("do") == "end":
                end_relationship(by=by, relationship=row, ended_on=day_needed(typed, "ended_on", "Ended on"))
            else:
                correct_relationship(by=by, relationship=row, said=_corrected(typed, row), reason=typed.get("reason", ""))

        faults = faults_of(act)
        if not faults:
            return _done(request, child, "The relationship was changed.")
    said = typed or {
        "kind": row.kind, "started_on": shown_day(row.started_on),
        "has_parental_responsibility": {True: "yes", False: "no"}.get(row.has_parental_responsibility, ""),
    }  # fmt: skip
    first, second = row.person.survivor, row.other.survivor
    return _page(request, "find/family_relationship.html", child, faults, seen=seen, ties=ties(), typed=said, first=first,
                 second=second)  # fmt: skip


def _corrected(typed, row: Relationship) -> dict:
    return {
        "kind": typed.get("kind", row.kind), "has_parental_responsibility": yes_no(typed, "has_parental_responsibility"),
        "started_on": day_typed(typed, "started_on", "Since"),
    }  # fmt: skip


@route("child/<int:child>/family/home/", may=may.write_child)
def family_home(request: HttpRequest, child: Person) -> HttpResponse:
    """Who lives with the child, who has left, and where the child lives now."""
    by, faults = request.user, {}
    homes = kin.homes(by, child)
    home = next((each for each in homes if each.is_now), None)
    others = [each.who for each in kin.relations(by, child)]
    if request.method == "POST":
        faults = faults_of(lambda: _move(request, child, homes, others))
        if not faults:
            return _done(request, child, "Who lives where was changed.")
    at_home = {each.person.pk for each in home.others if each.is_now} if home else set()
    comers = {each.pk: each for each in others if each.pk not in at_home}
    elsewhere = {each.pk: each for each in others if each.households.filter(ended_on=None).exists() and each.pk not in at_home}
    return _page(request, "find/family_home.html", child, faults, home=home, comers=comers.values(), elsewhere=elsewhere.values())


def _move(request: HttpRequest, child: Person, homes: list[kin.HomeOverTime], others: list[Person]) -> None:
    by, typed = request.user, request.POST
    home = next((each for each in homes if each.is_now), None)
    known = {str(each.pk): each for each in others}
    if typed.get("do") == "left":
        members = {str(each.row.pk): each.row for each in (*home.own, *home.others) if each.is_now} if home else {}
        if typed.get("member") not in members:
            raise Unfit([Fault("member", "Choose who has left.")])
        row: HouseholdMember = members[typed["member"]]
        leave_household(by=by, member=row, ended_on=day_needed(typed, "left_on", "Left on"))
    elif typed.get("do") == "came":
        if typed.get("person") not in known:
            raise Unfit([Fault("person", "Choose who has come to live here.")])
        household = home.household if home else join_household(by=by, person=child).household
        day = day_typed(typed, "came_on", "Since")
        join_household(by=by, person=known[typed["person"]], household=household, started_on=day, besides="besides" in typed)
    else:
        _moved(request, child, known)


def _moved(request: HttpRequest, child: Person, known: dict[str, Person]) -> None:
    """The child went to live with someone, or in a home of which we know nobody else."""
    by, typed = request.user, request.POST
    if typed.get("with") not in (*known, "new"):
        raise Unfit([Fault("with", "Choose with whom the child lives now.")])
    day, household = day_needed(typed, "moved_on", "Since"), None
    if typed["with"] in known:
        household = Household.objects.filter(members__person=known[typed["with"]], members__ended_on=None).first()
    joined = join_household(by=by, person=child, household=household, started_on=day, besides="also" in typed)
    if typed["with"] in known and household is None:
        join_household(by=by, person=known[typed["with"]], household=joined.household)


@route("child/<int:child>/family/address/", may=may.write_child)
def family_address(request: HttpRequest, child: Person) -> HttpResponse:
    """A new address, or a school."""
    typed, faults = request.POST, {}
    if request.method == "POST":

        def act():
            lines = "\n".join(line.strip() for line in typed.get("lines", "").splitlines() if line.strip())
            add_address(
                by=request.user,
                person=child,
                kind=typed.get("address_kind", ""),
                lines=lines,
                postcode=typed.get("postcode", ""),
                started_on=day_typed(typed, "started_on", "Since"),
                is_protected="is_protected" in typed,
                instead="besides" not in typed,
            )

        faults = faults_of(act)
        if not faults:
            return _done(request, child, "The address was added.")
    kinds = Address._meta.get_field("kind").choices
    return _page(request, "find/family_address.html", child, faults, kinds=kinds)


def may_change_address(request: HttpRequest, child: int, address: int) -> dict:
    """Those who may add to the child's record, of an address of this child that they may see."""
    given = may.write_child(request, child)
    row = Address.objects.filter(pk=address, person__in=given["child"].ids).select_related("person").first()
    if row is None or Masker(request.user, [given["child"]]).hides(row):
        raise may.HIDDEN
    return given | {"address": row}


@route("child/<int:child>/family/address/<int:address>/", may=may_change_address)
def family_address_change(request: HttpRequest, child: Person, address: Address) -> HttpResponse:
    """Say that an address ended, or that it is protected, or no longer."""
    by, typed, faults = request.user, request.POST, {}
    if request.method == "POST":

        def act():
            if typed.get("do") == "end":
                end_address(by=by, address=address, ended_on=day_needed(typed, "ended_on", "Ended on"))
            else:
                protect = typed.get("do") == "protect"
                protect_address(by=by, address=address, protected=protect, reason=typed.get("reason", ""))

        faults = faults_of(act)
        if not faults:
            return _done(request, child, "The address was changed.")
    return _page(request, "find/family_address_change.html", child, faults, address=address)
