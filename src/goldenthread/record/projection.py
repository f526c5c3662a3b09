"""Facts out of entries: what each gives of each child, written beside what it gave before."""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone

from goldenthread.record.kinds.language import EACH, Gives, Kind
from goldenthread.record.kinds.told import Told
from goldenthread.record.models import Entry, Fact, Person
from goldenthread.record.reading import body_of, kind_of, latest, told_of
from goldenthread.standards import vocabulary as v


def project(entry: Entry) -> None:
    """Bring the facts of an entry up to what it says now: what it no longer says is superseded, never deleted."""
    now = timezone.now()
    wanted = [] if entry.withdrawn_at else list(facts_of(entry))
    held = {_said(fact): fact for fact in entry.facts.filter(superseded_at=None)}
    for fact in wanted:
        if held.pop(_said(fact), None) is None:
            fact.recorded_at = now
            fact.save(force_insert=True)
    Fact.objects.filter(pk__in=[fact.pk for fact in held.values()]).update(superseded_at=now)


def _said(fact: Fact) -> tuple:
    facts = tuple(sorted(fact.facts.items()))
    return fact.noun, fact.subject_id, fact.started_on, fact.ended_on, fact.started_at, fact.ended_at, facts


def facts_of(entry: Entry) -> Iterator[Fact]:
    """The facts an entry gives, unsaved."""
    kind, version = kind_of(entry), latest(entry)
    body = body_of(version, kind)
    for subject_type, subject_id, person in _subjects(kind, entry):
        told = told_of(kind, body, person, entry)
        for gives in kind.gives:
            for each in _each(gives, told):
                fact = _fact(kind, gives, each, told)
                if fact:
                    fact.subject_type, fact.subject_id, fact.person, fact.entry = subject_type, subject_id, person, entry
                    yield fact
        if subject_type == "child":
            yield Fact(noun=v.case_note.name, subject_type="child", subject_id=subject_id, person=person,
                       started_on=entry.began_on, entry=entry)  # fmt: skip


def _subjects(kind: Kind, entry: Entry) -> Iterator[tuple[str, str, Person | None]]:
    if kind.about == "worker":
        yield "worker", entry.worker.number, None
    elif kind.about == "recommendation":
        first = entry
        while first.follows_id:
            first = first.follows
        yield "recommendation", str(first.pk), None
    else:
        for person in entry.people.all():
            yield ("carer" if kind.about == "carer" else "child"), person.number, person


def _each(gives: Gives, told: Told) -> Iterator[Told]:
    """The entry itself; or, of `Gives.each`, once for every value or row."""
    if not gives.each:
        yield told
        return
    for value in told.get(gives.each) or []:
        yield Told(**(vars(told) | {"row": value if isinstance(value, dict) else {EACH: value}}))


def _fact(kind: Kind, gives: Gives, each: Told, told: Told) -> Fact | None:
    on, until = gives.on or kind.happened, gives.until or (kind.ended if gives.noun.lasts else "")
    started = each.day(on)
    if started is None or (gives.where and not gives.where(each)):
        return None
    fact = Fact(noun=gives.noun.name, started_on=started, ended_on=each.day(until) if until else None)
    if gives.noun.timed:
        fact.started_at, fact.ended_at = each.instant(on), each.instant(until) if until else None
    said = {name: source(each) if callable(source) else each.get(source) for name, source in gives.facts.items()}
    fact.facts = {name: _plain(value) for name, value in said.items() if value is not None}
    return fact


def _plain(value):
    return value.isoformat() if isinstance(value, dt.date) else value
