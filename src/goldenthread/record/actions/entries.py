"""Making an entry, filling in what was blank, correcting it, and withdrawing one made in error."""

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from goldenthread.record import access, policies
from goldenthread.record.actions.language import Act, action
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import Kind
from goldenthread.record.kinds.told import day_of
from goldenthread.record.models import Draft, Entry, EntryPerson, Person, Version
from goldenthread.record.projection import project
from goldenthread.record.reading import body_of, kind_of, latest
from goldenthread.record.search import index_entry
from goldenthread.workforce.models import Worker


@action("entry.make")
def make_entry(
    *, by: Worker, kind: str, persons: Sequence[Person] = (), body: dict, worker: Worker | None = None,
    follows: Entry | None = None, draft: Draft | None = None,
) -> Act:  # fmt: skip
    """Make an entry about children (or a carer), a worker, or a recommendation; the Entry.

    What it ends (an earlier placement; at the end of care, the placement) is ended on its day. The draft is done with.
    Denied; policies.Unfit, with every fault.
    """
    declared = kinds()[kind]
    access.check_make(by, kind, persons)
    if declared.about == "worker":
        access.check_about_worker(by, worker)
    _check_body(by, declared, persons, {}, body)
    entry = Entry.objects.create(
        kind=kind, subject_type="child" if declared.about in ("child", "children") else declared.about, worker=worker,
        follows=follows, made_by=by, team=by.team, made_at=timezone.now(), **_days(declared, body),
    )  # fmt: skip
    EntryPerson.objects.bulk_create(EntryPerson(entry=entry, person=each, began_on=entry.began_on) for each in persons)
    _say(entry, by, body, "made")
    _end_others(by, entry, persons)
    if draft:
        draft.delete()
    return Act("entry", entry.pk, tuple(persons), result=entry)


@action("entry.complete")
def complete_entry(*, by: Worker, entry: Entry, body: dict, version_seen: int, draft: Draft | None = None) -> Act:
    """Fill in what was blank: an end, a decision, that an action was done. Denied; Unfit; Superseded."""
    persons = _check_change(by, entry, version_seen)
    kind = kind_of(entry)
    said = body_of(latest(entry), kind)
    policies.check_complete(kind, said, body)
    _check_body(by, kind, persons, said, body, entry)
    _say(entry, by, body, "completed")
    _end_others(by, entry, persons)
    if draft:
        draft.delete()
    return Act("entry", entry.pk, tuple(persons), result=entry)


@action("entry.correct")
def correct_entry(*, by: Worker, entry: Entry, body: dict, version_seen: int, reason: str, draft: Draft | None = None) -> Act:
    """Correct an entry, visibly, with a reason; what it ended ends on its corrected day. Denied; Unfit; Superseded."""
    persons = _check_change(by, entry, version_seen)
    kind = kind_of(entry)
    policies.check_reason(reason)
    said = body_of(latest(entry), kind)
    _check_body(by, kind, persons, said, body, entry)
    _say(entry, by, body, "corrected", reason)
    if policies.days_of(kind, said) != policies.days_of(kind, body):
        _reopen(by, entry)
        _end_others(by, entry, persons)
    if draft:
        draft.delete()
    return Act("entry", entry.pk, tuple(persons), result=entry)


@action("entry.withdraw")
def withdraw_entry(*, by: Worker, entry: Entry, reason: str) -> Act:
    """Withdraw an entry made in error: it stays to be read, struck through, gives no facts and ends nothing. Denied; Unfit."""
    persons = _check_change(by, entry, entry.versions_made)
    policies.check_reason(reason)
    entry.withdrawn_at = timezone.now()
    _say(entry, by, body_of(latest(entry), kind_of(entry)), "withdrawn", reason)
    _reopen(by, entry)
    return Act("entry", entry.pk, tuple(persons), result=entry)


def _check_change(by: Worker, entry: Entry, version_seen: int) -> list[Person]:
    """Whether the worker may change this entry, and nobody else has meanwhile; the people it is about."""
    entry = Entry.objects.select_for_update().get(pk=entry.pk)
    persons = list(entry.people.all())
    access.check_change_entry(by, entry)
    policies.check_not_withdrawn(entry)
    policies.check_unchanged(entry, version_seen)
    return persons


def _check_body(by: Worker, kind: Kind, persons: Sequence[Person], before: dict, body: dict, entry: Entry | None = None) -> None:
    """Whether the worker may have an entry say this: all that must be filled, nothing that cannot be; Unfit."""
    policies.check_required(kind, body, persons)
    policies.check_make(kind, persons, body, entry)
    policies.check_filled_by(kind, by.role, before, body)


def _days(kind: Kind, body: dict) -> dict[str, dt.date | None]:
    ended = day_of(body["shared"].get(kind.ended)) if kind.ended else None
    return {"began_on": day_of(body["shared"][kind.happened]), "ended_on": ended}


def _say(entry: Entry, by: Worker, body: dict, change: str, reason: str = "") -> None:
    """Add a version, and bring the entry's days, facts and search text up to it."""
    kind = kind_of(entry)
    entry.versions_made += 1
    for name, value in _days(kind, body).items():
        setattr(entry, name, value)
    entry.save()
    entry.about.exclude(began_on=entry.began_on).update(began_on=entry.began_on)
    Version.objects.create(
        entry=entry, number=entry.versions_made, kind_version=kind.version, body=body, change=change, reason=reason,
        said_by=by, said_at=timezone.now(),
    )  # fmt: skip
    project(entry)
    index_entry(entry)


def _end_others(by: Worker, entry: Entry, persons: Sequence[Person]) -> None:
    """End what this entry replaces, and what ends with it: with a period of care, the placement, legal status and plan."""
    kind, body = kind_of(entry), latest(entry).body
    if kind.replaces:
        _end(by, [kind.name], persons, entry.began_on, but=entry)
    names = [each.name for each in kinds().values() if kind.name in each.ended_with]
    ends: dict[dt.date, list[Person]] = {}
    for person in persons if names else ():
        if day := day_of(body["lines"].get(str(person.pk), {}).get(kind.ended_alone)) or entry.ended_on:
            ends.setdefault(day, []).append(person)
    for day, ending in ends.items():
        _end(by, names, ending, day, but=entry)


def _end(by: Worker, names: Sequence[str], persons: Sequence[Person], day: dt.date, but: Entry) -> None:
    open_still = Entry.objects.filter(kind__in=names, people__in=persons, ended_on=None, withdrawn_at=None, began_on__lte=day)
    for entry in open_still.exclude(pk=but.pk).distinct():
        body = _ended(entry, persons, day)
        if body != latest(entry).body:
            _say(entry, by, body, "completed", _ended_by(but))


def _ended_by(entry: Entry) -> str:
    return f"Ended by entry {entry.pk}."


def _reopen(by: Worker, entry: Entry) -> None:
    """What this entry ended goes on, unless somebody has given it another end since."""
    for ending in Version.objects.filter(change="completed", reason=_ended_by(entry)).select_related("entry"):
        other = ending.entry
        kind = kind_of(other)
        body = body_of(latest(other), kind)
        open_again = policies.without_end(kind, body, ending.body)
        if open_again != body and not other.withdrawn_at:
            _say(other, by, open_again, "corrected", f"Entry {entry.pk} no longer ends it.")


def _ended(entry: Entry, persons: Sequence[Person], day: dt.date) -> dict:
    """The body of an entry that ends for these people on a day: for them alone, where it goes on for brothers and sisters."""
    kind = kind_of(entry)
    body = body_of(latest(entry), kind)
    about = {str(pk) for pk in entry.people.values_list("pk", flat=True)}
    ending = about & {str(person.pk) for person in persons}
    if not kind.ended_alone or ending == about:
        return body | {"shared": body["shared"] | {kind.ended: day.isoformat()}}
    lines = {who: body["lines"].get(who, {}) for who in about}
    lines |= {who: {kind.ended_alone: day.isoformat()} | lines[who] for who in ending}
    days = [line.get(kind.ended_alone) for line in lines.values()]
    return body | {"lines": lines, "shared": body["shared"] | ({kind.ended: max(days)} if all(days) else {})}
