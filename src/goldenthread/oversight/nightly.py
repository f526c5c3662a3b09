"""Judging the whole authority, every night and on demand: ended anywhere and run again, it leaves the same rows.

Everyone is judged in DuckDB; what is kept is written some subjects at a time, each time all of theirs in one transaction.
Whoever was changed while it ran is left out there, and judged again as they are now, at the end.
"""

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pyarrow as pa
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from goldenthread.check.command import database
from goldenthread.errors import UserError
from goldenthread.oversight import counting, here, keeping, live, telling
from goldenthread.oversight.actions.disputing import climb
from goldenthread.oversight.models import Run, Shortfall, Stale
from goldenthread.record.actions.language import actions
from goldenthread.record.facts import read
from goldenthread.record.models import AuditRow, Feed, Person
from goldenthread.record.some import in_parts
from goldenthread.standards import evaluate, explain
from goldenthread.standards.duty import COLUMNS, OPEN_SHORTFALL

BATCH = 500
"""So many subjects are kept in one transaction: what was kept stays kept, wherever a run ends."""

Progress = Callable[..., None]
Subject = tuple[str, str]


def run(day: dt.date, progress: Progress, judge: Callable[[dt.date], None]) -> Run:
    """Judge everyone as at a day: shortfalls, counts, who is told. The Run, with what it brought.

    `judge(day)` judges who is stale, as things are now. UserError where the record was fed meanwhile: run it again.
    """
    run = Run.objects.create(as_at=day, began_at=timezone.now())
    before = _Before()
    with judged(day, progress) as connection:
        counts = _keep_all(connection, day, before, progress)
        progress("Counting")
        counting.count(connection, day)
    if Stale.objects.exists():
        progress("Judging again who was changed meanwhile")
        judge(day)
    progress("Telling")
    run.counts = dict(counts) | {"told": telling.tell(None, day), "disputes": climb(day)}
    run.ended_at = timezone.now()
    run.save()
    return run


@contextmanager
def judged(day: dt.date, progress: Progress) -> Iterator:
    """A DuckDB connection with the whole record, judged as at a day."""
    with database() as connection:
        given = read(day, connection, lambda what, rows: progress(f"Reading: {what.lower()}", rows))
        progress("Judging")
        evaluate.judge(given.thread, here.standards(), day)
        yield connection


class _Before:
    """How things stood when the reading began: what was stale then is fresh when it is kept; what was changed since is not."""

    def __init__(self):
        self.stale = {(kind, number): since for kind, number, since in
                      Stale.objects.values_list("subject_type", "subject_id", "since")}  # fmt: skip
        self.audited = AuditRow.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
        self.feeds = Feed.objects.count()

    def changed(self) -> set[Subject]:
        """Whoever was changed since, whether or not they have been judged again meanwhile. UserError where it was a feed."""
        if Feed.objects.count() != self.feeds:
            raise UserError("The record was fed while it was being judged. Run it again.")
        since = AuditRow.objects.filter(seq__gt=self.audited, deed__in={each.deed for each in actions().values()}, allowed=True)
        ids = set(since.exclude(person_id=None).values_list("person_id", flat=True))
        people = Person.objects.filter(Q(pk__in=ids) | Q(merged__in=ids))
        changed = {(kind, number) for number in people.values_list("number", flat=True) for kind in keeping.OF_PEOPLE}
        rows = Stale.objects.values_list("subject_type", "subject_id", "since")
        return changed | {(kind, number) for kind, number, at in rows if self.stale.get((kind, number)) != at}

    def fresh(self) -> None:
        """Whoever was stale then, and was not changed since, is fresh."""
        with transaction.atomic():
            unchanged = [pk for pk, kind, number, since in
                         Stale.objects.select_for_update().values_list("pk", "subject_type", "subject_id", "since")
                         if self.stale.get((kind, number)) == since]  # fmt: skip
            for part in in_parts(unchanged):
                Stale.objects.filter(pk__in=part).delete()


def _keep_all(connection, day: dt.date, before: _Before, progress: Progress) -> Counter:
    """Settle everyone's shortfalls with their duties, and write what changed."""
    one, judged_here, known = keeping.ones(), live.standards_judged(day), defaultdict(list)
    for each in keeping.to_settle_with_answers(Q()):
        known[_root(each.subject_type, each.subject_id, one)].append(each)
    _want(connection, [each for several in known.values() for each in several], one)
    roots = {root for (root,) in connection.execute("SELECT DISTINCT root FROM wanted").fetchall()}
    roots, counts = sorted(roots | known.keys()), Counter()
    for first in range(0, len(roots), BATCH):
        progress("Keeping", first, len(roots))
        few = roots[first : first + BATCH]
        duties = _duties(connection, few)
        with transaction.atomic():
            changed = {_root(*subject, one) for subject in before.changed()}
            settled = keeping.keep(
                [each for root in few if root not in changed for each in known[root]],
                [duty for root, duty in duties if root not in changed], day, judged_here, one,
            )  # fmt: skip
        counts += Counter(new=len(settled.new), kept=len(settled.kept), again=len(settled.again), ended=len(settled.ended))
    before.fresh()
    return counts


def _root(kind: str, number: str, one: Mapping[str, str]) -> str:
    """What stands for a subject and all who are or were one with them."""
    return f"person {one.get(number, number)}" if kind in keeping.OF_PEOPLE else f"{kind} {number}"


def _want(connection, known: list[Shortfall], one: Mapping[str, str]) -> None:
    """`wanted`: the duties, with their `root`, that settling has to know: the open, and those of a known shortfall's
    standard and subject."""
    pairs = {"number": pa.array(one.keys(), pa.string()), "root": pa.array(one.values(), pa.string())}
    connection.register("ones", pa.table(pairs))
    connection.register("known", pa.table({
        "standard": pa.array([each.standard for each in known], pa.string()),
        "subject": pa.array([one.get(each.subject_id, each.subject_id) for each in known], pa.string()),
    }))  # fmt: skip
    connection.execute(f"""CREATE OR REPLACE TABLE wanted_judged AS SELECT j.* FROM judged j JOIN standards_told s USING (k)
        LEFT JOIN ones ON ones.number = j.subject_id AND s.subject_type IN ('child', 'carer')
        WHERE {OPEN_SHORTFALL.replace("status", "j.status")}
            OR (s.standard, coalesce(ones.root, j.subject_id)) IN (SELECT (standard, subject) FROM known)""")
    connection.execute(explain.with_refs("wanted_judged"))
    connection.execute("""CREATE OR REPLACE TABLE wanted AS SELECT d.*, CASE WHEN d.subject_type IN ('child', 'carer')
            THEN 'person ' || coalesce(ones.root, d.subject_id) ELSE d.subject_type || ' ' || d.subject_id END AS root
        FROM duties_with_refs d LEFT JOIN ones ON ones.number = d.subject_id""")
    connection.unregister("ones")
    connection.unregister("known")


def _duties(connection, roots: list[str]) -> list[tuple[str, dict]]:
    rows = connection.execute("SELECT * FROM wanted WHERE root BETWEEN ? AND ? ORDER BY ALL", [roots[0], roots[-1]]).fetchall()
    found = []
    for *duty, root in rows:
        duty = dict(zip((*COLUMNS, "ref"), duty, strict=True))
        duty["evidence"] = json.loads(duty["evidence"])
        found.append((root, duty))
    return found
