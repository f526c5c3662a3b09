"""Taking in what the council's present system holds, and deciding where it says otherwise than was typed here."""

from collections.abc import Callable

from django.db import connection as record
from django.utils import timezone

from goldenthread.errors import UserError
from goldenthread.formats.sources import Read
from goldenthread.record import access, policies
from goldenthread.record.actions.language import Act, action
from goldenthread.record.actions.people import note_change
from goldenthread.record.feeding.changes import Changes
from goldenthread.record.feeding.conflicts import find_conflicts
from goldenthread.record.feeding.families import bring_families
from goldenthread.record.feeding.holders import bring_holders
from goldenthread.record.feeding.people import People
from goldenthread.record.feeding.persons import PARTICULARS, bring_people
from goldenthread.record.feeding.rows import insert, supersede
from goldenthread.record.feeding.run import FeedRun, keep_not_placed
from goldenthread.record.feeding.waiting import check_sees
from goldenthread.record.feeding.witness import keep_witness
from goldenthread.record.models import Conflict, Feed, OtherName, Person
from goldenthread.record.search import reindex
from goldenthread.workforce.models import Worker

LOCK = 0xFEED
DECISIONS = ("typed", "fed", "both")


@action("feed.run")
def take_in(
    *, by: Worker | None, connection, given: Read, people: People, changes: Changes,
    progress: Callable[[str], None] = lambda what: None,
) -> Act:  # fmt: skip
    """Bring the record up to what a source says, all of it or nothing; the Feed, with what changed.

    `connection`: the DuckDB of `changes`. UserError where another feed of the source ended since they were worked out.
    """
    _alone(changes)
    now = timezone.now()
    feed = Feed.objects.create(source=changes.source, began_at=now, as_at=given.as_at)
    run = FeedRun(connection, given, people, changes, changes.source, now, feed, progress)
    ids = bring_people(run)
    bring_families(run, ids)
    bring_holders(run, ids)
    supersede(connection, now)
    insert(run, ids)
    keep_witness(run)
    find_conflicts(run)
    progress("Making people findable")
    reindex(sorted(run.changed_people), entries=False)
    keep_not_placed(run)
    not_read = sum(each.not_read for each in given.summaries)
    feed.counts = changes.counts | {"not_read": not_read} | {name: number for name, number in run.counts.items() if number}
    feed.ended_at = timezone.now()
    feed.save()
    return Act("feed", feed.pk, result=feed)


def _alone(changes: Changes) -> None:
    """Whether nothing was fed since the changes were worked out; nothing is, until this is done. UserError."""
    if record.vendor == "postgresql":
        with record.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    if feeds_of(changes.source) != changes.feeds_before:
        raise UserError(
            f"Another feed of {changes.source} ended while this one was being read. Nothing was changed.",
            hint="Run it again, one at a time.",
        )


def feeds_of(source: str) -> int:
    """How many feeds there have been of a source."""
    return Feed.objects.filter(source=source).count()


@action("conflict.decide")
def decide_conflict(*, by: Worker, conflict: Conflict, decision: str, reason: str) -> Act:
    """Decide what counts: what was `typed` here, what the source says (`fed`), or, of facts, `both`. Denied; Unfit.

    Of a person's particulars `fed` puts what the source says on the record. It stays decided while neither side changes.
    """
    conflict = Conflict.objects.select_for_update().get(pk=conflict.pk)
    check_sees(by, conflict)
    access.check_write(by, conflict.person)
    faults = []
    if conflict.decision:
        faults.append(policies.Fault("", "Somebody has decided this meanwhile."))
    if decision not in (DECISIONS if conflict.fed_id else DECISIONS[:2]):
        faults.append(policies.Fault("decision", "Choose what counts."))
    if not reason.strip():
        faults.append(policies.Fault("reason", "Say why."))
    if faults:
        raise policies.Unfit(faults)
    if decision == "fed" and not conflict.fed_id:
        _take_over(by, conflict, reason)
    conflict.decision, conflict.reason, conflict.decided_by, conflict.decided_at = decision, reason, by, timezone.now()
    conflict.save()
    return Act("conflict", conflict.pk, (conflict.person,), result=conflict)


def _take_over(by: Worker, conflict: Conflict, reason: str) -> None:
    """Put what the source says of someone on the record; a name they no longer have is kept, to be found by."""
    person = conflict.person
    names = [name for name in conflict.differs if name in PARTICULARS]
    after = {name: Person._meta.get_field(name).to_python(conflict.said[name]) for name in names}
    before = {name: getattr(person, name) for name in names}
    if {"forename", "surname"} & set(names):
        OtherName.objects.get_or_create(person=person, forename=person.forename, surname=person.surname)
    for name, value in after.items():
        setattr(person, name, value)
    person.save(update_fields=names)
    note_change(by, person, "particulars", before, after, reason)
    reindex([person.pk], entries=False)
