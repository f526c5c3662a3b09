"""Who someone is: made known, put right, named otherwise, said to pose a risk, found to be one with another."""

import datetime as dt
import uuid
from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils import timezone

from goldenthread.record import access, policies
from goldenthread.record.actions.language import Act, action
from goldenthread.record.models import Allocation, Block, NamedAccess, OtherName, Person, PersonChange, PossibleDuplicate
from goldenthread.record.policies import Fault, Unfit
from goldenthread.record.search import index_people, index_person
from goldenthread.workforce.models import Worker

PARTICULARS = (
    "forename", "surname", "known_as", "born_on", "expected_on", "died_on", "sex", "ethnicity", "is_disabled", "upn",
    "language", "interpreter",
)  # fmt: skip
"""What anyone may say of a person, with its reason."""

OURS = ("known_as", "language", "interpreter")
"""What may be said here of a person whose particulars come from another system."""

EXPECTED_WITHIN = dt.timedelta(days=310)
OLDEST = 1900


@action("person.make")
def make_person(*, by: Worker, particulars: dict, is_child: bool) -> Act:
    """Make a person known here; the Person. A child is held by the maker's team from today, so as not to be lost.

    Denied; Unfit.
    """
    if not (access.may_sign_in(by) and by.kind_of_role.writes):
        raise access.Denied("role", "Your role does not add people to the record.")
    check_particulars(particulars)
    person = Person.objects.create(number=uuid.uuid4().hex, had_record=is_child, **_known(particulars))
    person.number = f"GT{person.pk:07d}"
    person.save(update_fields=["number"])
    if is_child:
        hold_by_team(by, person)
    index_person(person)
    return Act("person", person.pk, (person,), result=person)


def hold_by_team(by: Worker, person: Person) -> None:
    """Part of an action: a child whom nobody holds is held by the team of `by`, or where there is none by `by`."""
    if not access.current(person=person, capacity="social_worker").exists():
        Allocation.objects.create(
            person=person, team=by.team, worker=None if by.team_id else by, proposed_by=by, started_on=access.today(),
            answered_at=timezone.now(),
        )  # fmt: skip


def check_particulars(particulars: dict, before: Person | None = None) -> None:
    """Whether this can be said of a person; Unfit."""
    faults = list(_impossible({name: getattr(before, name) for name in PARTICULARS} | particulars if before else particulars))
    if faults:
        raise Unfit(faults)


def _known(particulars: dict) -> dict:
    unknown = set(particulars) - set(PARTICULARS)
    if unknown:
        raise TypeError(f"not particulars: {', '.join(sorted(unknown))}")
    return particulars


def _impossible(said: dict) -> Iterator[Fault]:
    today = access.today()
    born, expected, died = said.get("born_on"), said.get("expected_on"), said.get("died_on")
    if born and born > today:
        words = "This day is in the future. For a child not yet born, fill in when the birth is expected instead."
        yield Fault("born_on", words)
    if born and born.year < OLDEST:
        yield Fault("born_on", f"This is before {OLDEST}.")
    if expected and expected > today + EXPECTED_WITHIN:
        yield Fault("expected_on", "This is more than ten months away.")
    if died and (died > today or (born and died < born)):
        yield Fault("died_on", "This day is in the future." if died > today else "This is before the person was born.")
    if not any(said.get(name) for name in ("forename", "surname", "known_as", "expected_on")):
        yield Fault("forename", "Give a name, or as much of one as is known.")
    for name in ("forename", "surname", "known_as"):
        if len(said.get(name) or "") > 100:
            yield Fault(name, "This is longer than 100 letters.")


@action("person.change")
def change_person(*, by: Worker, person: Person, particulars: dict, reason: str) -> Act:
    """Put right who someone is said to be. A name they no longer have is kept, so that they are found by it. Denied; Unfit."""
    access.check_change_person(by, person)
    policies.check_reason(reason)
    before = {name: getattr(person, name) for name in _known(particulars)}
    changed = {name: value for name, value in particulars.items() if before[name] != value}
    if person.source and set(changed) - set(OURS):
        words = f"This comes from {person.source} every night. Change it there."
        raise Unfit([Fault(name, words) for name in changed if name not in OURS])
    check_particulars(particulars, person)
    if {"forename", "surname"} & set(changed):
        _keep_name(person, person.forename, person.surname)
    _write(by, person, "particulars", changed, reason)
    return Act("person", person.pk, (person,), result=person)


def _keep_name(person: Person, forename: str, surname: str) -> None:
    if forename or surname:
        OtherName.objects.get_or_create(person=person, forename=forename, surname=surname)


def _write(by: Worker, person: Person, what: str, changed: dict, reason: str) -> None:
    """Write the changed fields of a person, note what they were, and bring search up to it."""
    if not changed:
        return
    before = {name: getattr(person, name) for name in changed}
    for name, value in changed.items():
        setattr(person, name, value)
    person.save(update_fields=list(changed))
    note_change(by, person, what, before, changed, reason)
    index_person(person)


def note_change(by: Worker, person: Person, what: str, before: dict, after: dict, reason: str = "") -> None:
    """Keep what was changed of a person, and why."""
    was, became = ({name: _plain(value) for name, value in each.items()} for each in (before, after))
    now = timezone.now()
    PersonChange.objects.create(person=person, what=what, before=was, after=became, reason=reason[:1000], by=by, at=now)


def _plain(value):
    return value.isoformat() if isinstance(value, dt.date) else value


@action("person.name_otherwise")
def add_other_name(*, by: Worker, person: Person, forename: str = "", surname: str = "") -> Act:
    """A name the person is or was also known by. Denied; Unfit."""
    access.check_change_person(by, person)
    if not (forename or surname):
        raise Unfit([Fault("other_forename", "Give the other name.")])
    _keep_name(person, forename[:100], surname[:100])
    note_change(by, person, "name", {}, {"forename": forename, "surname": surname})
    index_person(person)
    return Act("person", person.pk, (person,))


@action("person.mark_risk")
def mark_risk(*, by: Worker, person: Person, may_pose_a_risk: bool, in_words: str, reason: str) -> Act:
    """Say that a person may pose a risk to children, and how; or, as a manager, that this is no longer thought. Denied; Unfit."""
    access.check_change_person(by, person)
    policies.check_reason(reason)
    if may_pose_a_risk and not in_words.strip():
        raise Unfit([Fault("risk_in_words", "Say what the risk is, and to whom.")])
    if person.may_pose_a_risk and not may_pose_a_risk and not by.kind_of_role.decides:
        raise access.Denied("role", "A manager decides that someone is no longer thought to pose a risk.")
    words = in_words.strip()[:500] if may_pose_a_risk else ""
    _write(by, person, "risk", {"may_pose_a_risk": may_pose_a_risk, "risk_in_words": words}, reason)
    return Act("person", person.pk, (person,))


@action("person.warn")
def set_warning(*, by: Worker, person: Person, warning: str, reason: str) -> Act:
    """Say what is a danger to staff who visit; blank: there is none any more. Denied; Unfit."""
    access.check_change_person(by, person)
    policies.check_reason(reason)
    _write(by, person, "warning", {"warning": warning.strip()[:500]}, reason)
    return Act("person", person.pk, (person,))


# Two records of one person


def proposals(by: Worker) -> QuerySet[PossibleDuplicate]:
    """Pairs that may be one person and that wait for a decision: one of them is this worker's to see, the other not hidden."""
    unhidden = access.fence(by, "one__") & access.fence(by, "other__")
    waiting = PossibleDuplicate.objects.filter(unhidden, decision="", one__merged_into=None, other__merged_into=None)
    seen = access.people(by).values("pk")
    return waiting.filter(Q(one__in=seen) | Q(other__in=seen)).select_related("one", "other").order_by("-likelihood", "pk")


def propose_duplicate(one: Person, other: Person, why: str, likelihood: float | None = None) -> None:
    """Note that two records may be of one person, for somebody to decide; once, whichever is named first. Never a sealed one.

    Part of an action (a person is made) or of the nightly linkage: nothing is changed of either record.
    """
    if one.pk == other.pk or one.sealed or other.sealed:
        return
    if not PossibleDuplicate.objects.filter(Q(one=one, other=other) | Q(one=other, other=one)).exists():
        PossibleDuplicate.objects.create(one=one, other=other, why=why[:200], likelihood=likelihood)


@action("duplicate.decide")
def decide_duplicate(*, by: Worker, proposal: PossibleDuplicate, same: bool, keep: Person | None = None, reason: str = "") -> Act:
    """Decide a proposal: two people, or one whose record `keep` goes on. Denied; Unfit."""
    if not proposals(by).filter(pk=proposal.pk).exists():
        raise access.Denied("hidden", "There is no such proposal.", hidden=True)
    if not by.kind_of_role.writes:
        raise access.Denied("reads only", "You may read this record, and not decide about it.")
    one, other = proposal.one, proposal.other
    if same:
        kept = keep or one
        merge_people(by=by, person=other if kept.pk == one.pk else one, into=kept, reason=reason)
    _decide(by, one, other, "same" if same else "different")
    return Act("duplicate", proposal.pk, (one, other))


def _decide(by: Worker, one: Person, other: Person, decision: str) -> None:
    pair = PossibleDuplicate.objects.filter(Q(one=one, other=other) | Q(one=other, other=one))
    pair.update(decision=decision, decided_by=by, decided_at=timezone.now())


@action("person.merge")
def merge_people(*, by: Worker, person: Person, into: Person, reason: str) -> Act:
    """From now on `person` is another name of the record `into`: nothing is copied, and it can be undone. Denied; Unfit.

    Of a child and an adult's record it is the child's that goes on, whichever was chosen.
    """
    if person.had_record and not into.had_record:
        person, into = into, person
    for each in (person, into):
        access.check_change_person(by, each)
    if not by.kind_of_role.decides:
        raise access.Denied("role", "A manager decides that two records are of one person.")
    policies.check_reason(reason)
    _check_merge(person, into)
    person.merged_into = into
    person.save(update_fields=["merged_into"])
    for each, other in ((person, into), (into, person)):
        note_change(by, each, "record", {}, {"same_as": other.number}, reason)
    _decide(by, person, into, "same")
    index_people([person.pk, into.pk])
    return Act("person", into.pk, (person, into), result=into)


def _check_merge(person: Person, into: Person) -> None:
    if person.pk == into.pk:
        raise Unfit([Fault("keep", "This is one record already.")])
    if person.merged_into_id or into.merged_into_id or person.merged.exists():
        words = "One of these is already another name of a third record. Separate them first, or keep the other of the two."
        raise Unfit([Fault("keep", words)])
    if _guards(person) != _guards(into):
        words = "These two records are not guarded alike. Whoever restricts records has to settle that first."
        raise Unfit([Fault("keep", words)])


def _guards(person: Person) -> tuple:
    """What keeps people out of a record: to be one, two records have to be guarded alike."""
    named = NamedAccess.objects.filter(person=person) if person.restricted else NamedAccess.objects.none()
    workers = (frozenset(each.values_list("worker_id", flat=True)) for each in (named, Block.objects.filter(person=person)))
    return person.restricted, person.sealed, *workers


@action("person.unmerge")
def unmerge_people(*, by: Worker, person: Person, reason: str) -> Act:
    """Take a record out of the one it was merged into: both are as they were. Denied; Unfit."""
    into = person.merged_into
    if into is None:
        raise Unfit([Fault("reason", "This record is not merged into another.")])
    access.check_change_person(by, into)
    if not by.kind_of_role.decides:
        raise access.Denied("role", "A manager decides that two records are of two people.")
    policies.check_reason(reason)
    person.merged_into = None
    person.save(update_fields=["merged_into"])
    for each, other in ((person, into), (into, person)):
        note_change(by, each, "record", {"same_as": other.number}, {}, reason)
    _decide(by, person, into, "different")
    index_people([person.pk, into.pk])
    return Act("person", person.pk, (person, into), result=person)
