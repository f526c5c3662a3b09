"""Signatures under a supervision: by whom, of what, and whether that is still what the entries say.

A signature names the version of each entry that was signed. It stands while the latest version says the same; that an
agreed action has been done since is no correction. Whatever else is changed asks for signatures anew.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from goldenthread.oversight.models import AgendaLine, Signature, Supervision
from goldenthread.record.models import Entry, Version
from goldenthread.workforce.models import Worker

LATEST = 24
"""So many of the latest supervisions are looked at for one that waits to be signed: two years of them."""


@dataclass(frozen=True)
class Signed:
    """One of the two. `at`: when they signed last; None: not yet. `stands`: nothing was changed since.

    `changed`: the entries that say something else since, or were not there then.
    """

    worker: Worker
    at: dt.datetime | None
    stands: bool
    changed: tuple[Entry, ...] = ()


def with_entries(supervisions: QuerySet[Supervision]) -> list[Supervision]:
    """These, with everything that signing asks of them. A fixed number of queries, however many there are."""
    versions = Prefetch("entry__versions", Version.objects.order_by("number"))
    lines = Prefetch("lines", AgendaLine.objects.order_by("place").select_related("entry").prefetch_related(versions))
    own = [Prefetch(f"{name}__versions", Version.objects.order_by("number")) for name in ("work", "private")]
    people = supervisions.select_related("worker__team", "supervisor", "work", "private")
    return list(people.prefetch_related(lines, Prefetch("signatures", Signature.objects.order_by("pk")), *own))


def entries_of(supervision: Supervision) -> list[Entry]:
    """The entries in which it stands, each once: of children, of the work, and what is private to the two."""
    found = [line.entry for line in supervision.lines.all()] + [supervision.work, supervision.private]
    return list({entry.pk: entry for entry in found if entry}.values())


def versions_now(supervision: Supervision) -> dict[str, int]:
    """What is signed: the number of the latest version of each entry, by its id."""
    return {str(entry.pk): entry.versions_made for entry in entries_of(supervision)}


def signed(supervision: Supervision) -> list[Signed]:
    """The supervisor and the worker: whether each has signed what now stands there."""
    latest = {each.worker_id: each for each in supervision.signatures.all()}
    entries = entries_of(supervision)
    return [_signed(each, latest.get(each.pk), entries) for each in (supervision.supervisor, supervision.worker)]


def _signed(worker: Worker, signature: Signature | None, entries: Sequence[Entry]) -> Signed:
    if signature is None:
        return Signed(worker, None, False)
    changed = tuple(entry for entry in entries if not _says_the_same(entry, signature.said.get(str(entry.pk))))
    gone = set(signature.said) - {str(entry.pk) for entry in entries}
    return Signed(worker, signature.at, not changed and not gone, changed)


def _says_the_same(entry: Entry, number: int | None) -> bool:
    """Whether the entry says what this version of it said; whether it was withdrawn since is a change too."""
    versions = {version.number: version for version in entry.versions.all()}
    then, now = versions.get(number), versions.get(entry.versions_made)
    if then is None or now is None:
        return False
    return then is now or (now.change != "withdrawn" and _without_done(then.body) == _without_done(now.body))


def _without_done(said):
    """A body without the days on which actions were done: that is news of an action, not another agreement."""
    if isinstance(said, dict):
        return {name: _without_done(value) for name, value in said.items() if name != "done"}
    return [_without_done(each) for each in said] if isinstance(said, list) else said


def is_signed_once(supervision: Supervision) -> bool:
    """Whether both have signed it at some time: from then on it is only corrected, visibly."""
    return {supervision.worker_id, supervision.supervisor_id} <= {each.worker_id for each in supervision.signatures.all()}


def is_turn_of(by: Worker, two: Sequence[Signed]) -> bool:
    """Whether it is the turn of this one of the two: the worker signs after the supervisor."""
    supervisor, worker = two
    return not supervisor.stands if by.pk == supervisor.worker.pk else supervisor.stands and not worker.stands


def to_sign(by: Worker) -> list[Supervision]:
    """The supervisions that wait for this worker's signature, the latest first. A fixed number of queries."""
    mine = Supervision.objects.filter(Q(worker=by) | Q(supervisor=by)).order_by("-held_on", "-pk")
    return [each for each in with_entries(mine[:LATEST]) if is_turn_of(by, signed(each))]
