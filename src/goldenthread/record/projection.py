"""Facts out of entries: what each gives of each child, written beside what it gave before."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from django.utils import timezone

from goldenthread.record import reread
from goldenthread.record.kinds.language import EACH, Gives, Kind
from goldenthread.record.kinds.told import Told
from goldenthread.record.models import Entry, Fact, Person
from goldenthread.record.reading import body_of, first_of, kind_of, latest, told_of
from goldenthread.standards import vocabulary as v

NOUNS_OF_TABLES = frozenset({
    v.person.name, v.allocation.name, v.handover.name, v.employment.name, v.reviewing_officer.name, v.personal_adviser.name,
    v.case_note.name, v.copied_forward.name, v.other_child_named.name, v.risk_person_at_home.name, v.risk_person_contact.name,
    v.linked_exploitation.name,
})  # fmt: skip
"""The nouns that no kind of entry gives: they come from the tables of people, households, workers and allocations, and a
note of any entry on a child's record from every entry, as what is seen in its text (reread.py)."""


def project(entry: Entry) -> None:
    """Bring the facts of an entry up to what it says now: what it no longer says is superseded, never deleted."""
    now = timezone.now()
    wanted = {} if entry.withdrawn_at else {_said(fact): fact for fact in facts_of(entry)}
    for fact in entry.facts.filter(superseded_at=None):
        if wanted.pop(_said(fact), None) is None:
            Fact.objects.filter(pk=fact.pk).update(superseded_at=now)
    for fact in wanted.values():
        fact.recorded_at = now
        fact.save(force_insert=True)


def _said(fact: Fact) -> tuple:
    facts = tuple(sorted(fact.facts.items()))
    return fact.noun, fact.subject_id, fact.started_on, fact.ended_on, fact.started_at, fact.ended_at, facts


def facts_of(entry: Entry) -> Iterator[Fact]:
    """The facts an entry gives, unsaved."""
    kind, version = kind_of(entry), latest(entry)
    body = body_of(version, kind)
    everywhere = reread.seen_everywhere(kind, body, entry)
    for subject_type, subject_id, person in _subjects(kind, entry):
        told = told_of(kind, body, person, entry)
        for fact in facts_told(kind, told):
            fact.subject_type, fact.subject_id, fact.person, fact.entry = subject_type, subject_id, person, entry
            yield fact
        if subject_type == "child":
            yield from (Fact(subject_type="child", subject_id=subject_id, person=person, entry=entry, started_on=entry.began_on,
                             **each) for each in (*everywhere, *reread.seen(kind, told)))  # fmt: skip
            yield Fact(noun=v.case_note.name, subject_type="child", subject_id=subject_id, person=person,
                       started_on=entry.began_on, entry=entry)  # fmt: skip


def facts_told(kind: Kind, told: Told) -> Iterator[Fact]:
    """The facts of one subject, which they do not name yet."""
    for gives in kind.gives:
        for each in _each(kind, gives, told):
            fact = _fact(kind, gives, each)
            if fact:
                yield fact


def _subjects(kind: Kind, entry: Entry) -> Iterator[tuple[str, str, Person | None]]:
    if kind.about == "worker":
        yield "worker", entry.worker.number, None
    elif kind.about == "recommendation":
        yield "recommendation", str(first_of(entry).pk), None
    else:
        for person in entry.people.all():
            yield ("carer" if kind.about == "carer" else "child"), person.number, person


def _each(kind: Kind, gives: Gives, told: Told) -> Iterator[Told]:
    """The entry itself; or, of `Gives.each`, once for every value or row; what a row leaves blank is blank."""
    if not gives.each:
        yield told
        return
    blank = {each.name: None for each in kind.field(gives.each).fields}
    for value in told.get(gives.each) or []:
        yield Told(**(vars(told) | {"row": blank | value if isinstance(value, dict) else {EACH: value}}))


def _fact(kind: Kind, gives: Gives, each: Told) -> Fact | None:
    on, until = gives.on or kind.happened, gives.until or (kind.ended if gives.noun.lasts else "")
    if until == kind.ended and kind.ended_alone and each.is_said(kind.ended_alone):
        until = kind.ended_alone
    started = each.day(on) if gives.on else replace(each, row={}).day(on)  # a row may have a column of that name
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
