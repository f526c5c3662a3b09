"""Who may open which record, and why. Scope is a filter on the query: what may not be seen is never fetched.

`children(by)` are the children whose records a worker may open, `people(by)` those and the adults of their families,
`findable(by)` those of whom a worker may know that they are known here. `check_read`, `check_write` raise Denied.
What a restricted record hides is that there is one: it is denied as if it did not exist.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from goldenthread.record.kinds import kinds
from goldenthread.record.models import (
    Allocation,
    Block,
    BreakGlass,
    ChosenCase,
    Entry,
    Fact,
    HouseholdMember,
    NamedAccess,
    Person,
    Relationship,
)
from goldenthread.record.relationships import OF_A_PARENTS_PARTNER, THROUGH_A_PARENT
from goldenthread.workforce.models import Team, Worker

RECENT = dt.timedelta(days=30)
"""For so long a team that took a contact about a child may open the record."""

A_YEAR = dt.timedelta(days=366)
"""So far back contacts about a child are added up."""


class Denied(Exception):
    """Access refused. `ground` is a name, for the audit; `words` may be shown; `hidden`: say that there is no such thing."""

    def __init__(self, ground: str, words: str, hidden: bool = False):
        self.ground, self.words, self.hidden = ground, words, hidden
        super().__init__(words)


def allows(check: Callable, *of) -> bool:
    """Whether a check lets this through: of `check_x(by, …)`, what a `can_x` would say."""
    try:
        check(*of)
    except Denied:
        return False
    return True


@dataclass(frozen=True)
class Ground:
    """A reason why a worker may open a child's record: `applies` to the worker at all, and then to which children."""

    name: str
    words: str
    applies: Callable[[Worker], bool]
    which: Callable[[Worker], Q]
    writes: bool = True


def today() -> dt.date:
    """The day, in England."""
    return timezone.localdate()


WHOSE = Coalesce("person__merged_into", "person")
"""Of a row about a person: whose record goes on."""


def going_on(day: dt.date, of: str = "") -> Q:
    """Rows that have not ended on a day: one that ends on it does not go on. `of`: the way to the row (`members__`)."""
    return Q(**{f"{of}ended_on": None}) | Q(**{f"{of}ended_on__gt": day})


def current(**of) -> QuerySet[Allocation]:
    """Allocations in force, or proposed and waiting for an answer."""
    return Allocation.objects.filter(going_on(today()), state__in=("accepted", "proposed"), **of)


def held_on(day: dt.date, **of) -> QuerySet[Allocation]:
    """Allocations in force on a day, with `whose`: of merged records the one that goes on."""
    held = Allocation.objects.filter(going_on(day), state="accepted", started_on__lte=day, **of)
    return held.annotate(whose=WHOSE)


OFFICERS = ("reviewing_officer", "conference_chair")
"""The capacities of those who look at what others do for a child, and raise disputes."""


def worked_with_on(day: dt.date) -> QuerySet[Allocation]:
    """Allocations in force on a day to somebody who works with the child, or whose team does; with `whose`."""
    return held_on(day).exclude(capacity__in=OFFICERS)


def teams(by: Worker) -> list[int]:
    """The worker's team and every team below it; asked once for each worker object."""
    if not hasattr(by, "_teams"):
        by._teams = by.team.with_below() if by.team_id else []
    return by._teams


def _held(**of) -> Q:
    """Held themselves, or through a record that was merged into theirs."""
    return Q(pk__in=current(**of).values(whose=WHOSE))


def _brothers_and_sisters(by: Worker) -> Q:
    together = HouseholdMember.objects.filter(ended_on=None, household__members__ended_on=None)
    held = current(worker=by).values("person_id")
    return Q(pk__in=together.filter(household__members__person__in=held).values("person_id"))


def _contacts(by: Worker) -> Q:
    since = today() - RECENT
    taken = Entry.objects.filter(kind__in=("contact", "referral"), team=by.team_id, began_on__gte=since)
    return Q(pk__in=taken.values(whose=Coalesce("people__merged_into", "people")))


OPEN_TO_SOCIAL_CARE = ("referral", "need_plan", "protection_plan", "looked_after", "private_fostering", "care_leaver")
"""The nouns of which one that goes on says that a child is open to social care."""


def open_to_social_care(day: dt.date) -> Q:
    """Children with whom the service has work to do on a day."""
    facts = Fact.objects.standing().filter(going_on(day), noun__in=OPEN_TO_SOCIAL_CARE, started_on__lte=day)
    return Q(pk__in=facts.exclude(person=None).values(whose=WHOSE))


def for_the_front_door(day: dt.date) -> Q:
    """Children open to social care on a day, of whom a contact came within a year, or with whom somebody lives who may pose a
    risk: while nobody holds them they are the front door's, which has to add up what is known."""
    facts = Fact.objects.standing().filter(noun="contact", started_on__gt=day - A_YEAR, started_on__lte=day)
    contacts = facts.exclude(person=None).values(whose=WHOSE)
    return open_to_social_care(day) | Q(pk__in=contacts) | _with_a_risk(day)


def _with_a_risk(day: dt.date) -> Q:
    """Children with whom somebody lives on a day who may pose a risk, or may live, as a parent's partner."""
    together = going_on(day, "household__members__") & _may_pose_a_risk("household__members__person")
    at_home = HouseholdMember.objects.filter(going_on(day), together)
    to_them = Relationship.objects.filter(_may_pose_a_risk("person"), going_on(day), kind__in=THROUGH_A_PARENT)
    of_them = Relationship.objects.filter(_may_pose_a_risk("other"), going_on(day), kind__in=OF_A_PARENTS_PARTNER)
    to_them = to_them.values(whose=Coalesce("other__merged_into", "other"))
    return Q(pk__in=at_home.values(whose=WHOSE)) | Q(pk__in=to_them) | Q(pk__in=of_them.values(whose=WHOSE))


def _may_pose_a_risk(who: str) -> Q:
    return Q(**{f"{who}__may_pose_a_risk": True}) | Q(**{f"{who}__merged_into__may_pose_a_risk": True})


def over_the_front_door(by: Worker) -> bool:
    """Whether the worker manages a team that takes new contacts, or stands above one; asked once for each worker object."""
    if not hasattr(by, "_over_the_front_door"):
        manages = by.kind_of_role.decides and by.kind_of_role.children == "below"
        by._over_the_front_door = manages and Team.objects.filter(pk__in=teams(by), is_front_door=True).exists()
    return by._over_the_front_door


def _scope(*scopes: str) -> Callable[[Worker], bool]:
    return lambda by: by.kind_of_role.children in scopes


GROUNDS = (
    Ground("named", "You are named for this record.", lambda by: True,
           lambda by: Q(pk__in=NamedAccess.objects.filter(worker=by).values("person_id"))),
    Ground("allocated", "Allocated to you.", lambda by: True, lambda by: _held(worker=by)),
    Ground("family", "A brother or sister of a child allocated to you.", _scope("own"), _brothers_and_sisters),
    Ground("team", "Held by your team.", lambda by: bool(by.team_id) and by.kind_of_role.children in ("own", "below"),
           lambda by: _held(team=by.team_id)),
    Ground("line", "Held by a team below you.", _scope("below"), lambda by: _held(team__in=teams(by))),
    Ground("contact", "Your team took a contact about this child within 30 days.",
           lambda by: bool(by.team_id) and by.kind_of_role.children in ("own", "below"), _contacts),
    Ground("front door", "Held by nobody, and known of late or in danger; and a team of yours takes new contacts.",
           over_the_front_door, lambda by: for_the_front_door(today()) & ~Q(pk__in=worked_with_on(today()).values("whose"))),
    Ground("all", "Your role may open every record that is not restricted.", _scope("all"), lambda by: Q()),
    Ground("chosen", "Chosen for your inspection.", _scope("chosen"),
           lambda by: Q(pk__in=ChosenCase.objects.filter(worker=by, until__gte=today()).values("person_id")), writes=False),
    Ground("emergency", "Opened in an emergency, with a reason that will be reviewed.",
           lambda by: by.kind_of_role.children not in ("none", "chosen"),
           lambda by: Q(pk__in=BreakGlass.objects.filter(worker=by, until__gt=timezone.now()).values("person_id"))),
    Ground("adoption", "An adoption record, and you are adoption staff.", lambda by: by.is_adoption_staff,
           lambda by: Q(sealed=True)),
)  # fmt: skip


def may_sign_in(by: Worker | None) -> bool:
    """Whether the account may be used today."""
    return bool(by and by.is_active and (by.until is None or by.until >= today()))


def fence(by: Worker, of: str = "") -> Q:
    """What no ground goes round: restricted records, sealed ones, and blocks. `of`: the way to the person (`other__`)."""
    named = NamedAccess.objects.filter(worker=by).values("person_id")
    blocked = Block.objects.filter(worker=by).values("person_id")
    open_to_all = Q(**{f"{of}restricted": False}) | Q(**{f"{of}pk__in": named})
    unsealed = Q() if by.is_adoption_staff else Q(**{f"{of}sealed": False})
    return open_to_all & unsealed & ~Q(**{f"{of}pk__in": blocked})


def _allowed(by: Worker) -> Q | None:
    allowed = None
    for ground in GROUNDS:
        if ground.applies(by):
            each = ground.which(by)
            if each == Q():
                return each
            allowed = each if allowed is None else allowed | each
    return allowed


def children(by: Worker) -> QuerySet[Person]:
    """The children whose records the worker may open."""
    every = Person.objects.filter(had_record=True, merged_into=None)
    if not may_sign_in(by):
        return every.none()
    allowed = _allowed(by)
    return every.none() if allowed is None else every.filter(allowed).filter(fence(by))


def people(by: Worker) -> QuerySet[Person]:
    """The children whose records the worker may open, and who else is in their families and households."""
    seen = children(by).values("pk")
    mine = Person.objects.filter(Q(pk__in=seen) | Q(merged_into__in=seen)).values("pk")
    related = Relationship.objects.filter(person__in=mine).values(whose=Coalesce("other__merged_into", "other"))
    relating = Relationship.objects.filter(other__in=mine).values(whose=WHOSE)
    living = HouseholdMember.objects.filter(household__members__person__in=mine)
    living = living.values(whose=WHOSE)
    adults = Q(had_record=False) & (Q(pk__in=related) | Q(pk__in=relating) | Q(pk__in=living))
    carers = Q(is_carer=True) if by.kind_of_role.writes else Q(pk__in=[])
    return Person.objects.filter(Q(pk__in=seen) | ((adults | carers) & fence(by)), merged_into=None)


def finds_everyone(by: Worker) -> bool:
    """Whether the worker may know of any child who is not restricted or sealed that the child is known here."""
    return may_sign_in(by) and (by.kind_of_role.finds or bool(by.team_id and by.team.is_front_door and by.kind_of_role.writes))


def findable(by: Worker) -> QuerySet[Person]:
    """Those whose name, age and team may be shown to the worker in a search. Not an adult known here only through a
    child who is hidden from the worker: that would tell of the child."""
    if not finds_everyone(by):
        return people(by)
    hidden, shown = _tied_to(by, hidden=True), _tied_to(by, hidden=False)
    only_hidden = Q(had_record=False, is_carer=False) & hidden & ~shown
    return Person.objects.filter(fence(by), ~only_hidden, sealed=False, merged_into=None)


def _tied_to(by: Worker, hidden: bool) -> Q:
    """Related to, or living with, a child who is hidden from the worker, or one who is not."""
    tied = Q(pk__in=[])
    for rows, way in (
        (Relationship.objects.filter(person=OuterRef("pk")), "other__"),
        (Relationship.objects.filter(other=OuterRef("pk")), "person__"),
        (HouseholdMember.objects.filter(household__members__person=OuterRef("pk")), "person__"),
    ):
        behind = ~fence(by, way) if hidden else fence(by, way)
        tied |= Exists(rows.filter(behind, **{f"{way}had_record": True}))
    return tied


def grounds(by: Worker, person: Person) -> Iterator[Ground]:
    """Every reason why the worker may open this record; none where the fence stands. Of a merged one: that which goes on."""
    person = person.survivor
    if not may_sign_in(by) or not Person.objects.filter(fence(by), pk=person.pk).exists():
        return
    for ground in GROUNDS:
        if ground.applies(by) and Person.objects.filter(ground.which(by), pk=person.pk, had_record=True).exists():
            yield ground


def check_read(by: Worker, person: Person) -> Ground:
    """The first ground on which the worker may open the record; Denied."""
    found = next(grounds(by, person), None)
    if found is None:
        raise _denied(by, person)
    return found


def can_read(by: Worker, person: Person) -> bool:
    """Whether the worker may open the record."""
    return next(grounds(by, person), None) is not None


def check_write(by: Worker, person: Person) -> Ground:
    """The first ground on which the worker may add to the record; Denied."""
    check_read(by, person)
    found = next((each for each in grounds(by, person) if each.writes), None)
    if found is None or not by.kind_of_role.writes:
        raise Denied("reads only", "You may read this record, and not add to it.")
    return found


def can_write(by: Worker, person: Person) -> bool:
    """Whether the worker may add to the record."""
    return by.kind_of_role.writes and any(ground.writes for ground in grounds(by, person))


def check_change_person(by: Worker, person: Person) -> None:
    """Whether the worker may change who someone is said to be: a child's record they may add to, or an adult of one; Denied."""
    if person.had_record:
        check_write(by, person)
    elif not people(by).filter(pk=person.pk).exists():
        raise Denied("hidden", "There is no such person.", hidden=True)
    elif not by.kind_of_role.writes:
        raise Denied("reads only", "You may read this record, and not add to it.")


def check_make(by: Worker, kind: str, persons) -> None:
    """Whether the worker may make an entry of this kind about these children; Denied."""
    if by.role not in kinds()[kind].made_by:
        raise Denied("role", "Your role does not make entries of this kind.")
    for person in persons:
        if kind == "contact" and takes_contact(by, person):
            continue
        if kinds()[kind].about == "carer":
            check_carer(by, person)
        else:
            check_write(by, person.survivor)


def check_carer(by: Worker, person: Person) -> None:
    """Whether the worker may add to what is kept of this foster carer or adopter; Denied."""
    if not people(by).filter(pk=person.pk, is_carer=True).exists():
        raise Denied("hidden", "There is no such carer.", hidden=True)
    if not by.kind_of_role.writes:
        raise Denied("reads only", "You may read this record, and not add to it.")


def takes_contact(by: Worker, person: Person) -> bool:
    """Whether the worker may take a contact about this child whoever holds the child: those who find every child do."""
    return by.kind_of_role.writes and finds_everyone(by) and findable(by).filter(pk=person.pk, had_record=True).exists()


def check_about_worker(by: Worker, about: Worker) -> None:
    """Whether the worker may make or read entries about another (or, of supervision, about themselves); Denied."""
    over = by.kind_of_role.children == "all" or (about.team_id in teams(by) and by.kind_of_role.decides)
    if not may_sign_in(by) or not (by.pk == about.pk or (over and by.kind_of_role.decides)):
        raise Denied("hidden", "There is no such entry.", hidden=True)


def check_read_entry(by: Worker, entry: Entry) -> None:
    """Whether the worker may read the entry, or at least one line of it; Denied."""
    kind = kinds()[entry.kind]
    if kind.read_by and by.role not in kind.read_by and entry.made_by_id != by.pk:
        raise Denied("hidden", "There is no such entry.", hidden=True)
    if kind.private and by.pk not in (entry.made_by_id, entry.worker_id):
        raise Denied("hidden", "There is no such entry.", hidden=True)
    if entry.worker_id:
        return check_about_worker(by, entry.worker)
    if kind.about == "recommendation":
        return None if may_sign_in(by) and by.kind_of_role.children != "chosen" else _hide()
    seen = people if kind.about == "carer" else children
    if not seen(by).filter(pk__in=about(entry)).exists():
        _hide()
    return None


def about(entry: Entry) -> set[int]:
    """The ids of those an entry is about; of merged records, of the one that goes on."""
    return {merged or person for person, merged in entry.people.values_list("pk", "merged_into")}


def sees_whole(by: Worker, entry: Entry) -> bool:
    """Whether the worker may open the record of everyone the entry is about: only then is what they share shown."""
    everyone = about(entry)
    return everyone <= set(people(by).filter(pk__in=everyone).values_list("pk", flat=True))


def check_change_entry(by: Worker, entry: Entry) -> None:
    """Whether the worker may complete, correct or withdraw the entry: read it, and make one about all it is about; Denied."""
    check_read_entry(by, entry)
    check_make(by, entry.kind, entry.people.all())


def _hide():
    raise Denied("hidden", "There is no such entry.", hidden=True)


def _denied(by: Worker, person: Person) -> Denied:
    """Refused; and, where the worker may not even know of the record, as if it did not exist."""
    if findable(by).filter(pk=person.pk).exists():
        return Denied("no relationship", "You have no part in this child's care. In an emergency you may open the record.")
    return Denied("hidden", "There is no such record.", hidden=True)


def check_emergency(by: Worker, person: Person) -> None:
    """Whether the worker may open this record in an emergency; Denied. Never a restricted, sealed or blocked one."""
    if by.kind_of_role.children in ("none", "chosen") or not may_sign_in(by):
        raise Denied("role", "Your role does not open records in an emergency.")
    if person.sealed or not Person.objects.filter(fence(by), pk=person.pk, had_record=True).exists():
        raise Denied("hidden", "There is no such record.", hidden=True)


def emergencies_to_review(by: Worker) -> QuerySet[BreakGlass]:
    """The records opened in an emergency by the worker's own people, and not reviewed yet; never one's own."""
    waiting = BreakGlass.objects.filter(reviewed_at=None).exclude(worker=by)
    if not (may_sign_in(by) and by.kind_of_role.decides):
        return waiting.none()
    return waiting if by.kind_of_role.children == "all" else waiting.filter(worker__team__in=teams(by))
