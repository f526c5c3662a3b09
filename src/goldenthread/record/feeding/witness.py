"""What a source bears witness to, as of its latest feed: written only where it differs from what is held."""

from collections import Counter

from goldenthread.record.feeding.run import FeedRun
from goldenthread.record.models import Coverage, LatestTold
from goldenthread.record.some import in_parts


def keep_witness(run: FeedRun) -> None:
    """Bring Coverage and LatestTold of the source up to tonight's."""
    wanted = {(c.noun, c.from_day, c.to_day, c.extent, tuple(sorted(c.facts))) for c in run.given.thread.coverage}
    held = {}
    for each in Coverage.objects.filter(source=run.source):
        held[each.noun, each.from_day, each.to_day, each.extent, tuple(each.facts)] = each.pk
    Coverage.objects.filter(pk__in=[pk for key, pk in held.items() if key not in wanted]).delete()
    Coverage.objects.bulk_create(
        Coverage(source=run.source, noun=noun, from_day=first, to_day=last, extent=extent, facts=list(facts))
        for noun, first, last, extent, facts in sorted(wanted - held.keys())
    )
    run.feed.coverage = [[noun, first.isoformat(), last.isoformat(), extent, list(facts)]
                         for noun, first, last, extent, facts in sorted(wanted)]  # fmt: skip
    _latest(run)


def _latest(run: FeedRun) -> None:
    there = run.connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'latest_told'").fetchone()[0]
    told = run.connection.execute("SELECT DISTINCT noun, subject_id FROM latest_told").fetchall() if there else []
    wanted = Counter(each for each in told if each[1] not in run.changes.left_out)
    stale = []
    standing = LatestTold.objects.filter(source=run.source, gone_at=None)
    for pk, *key in standing.values_list("pk", "noun", "subject_id").iterator(10_000):
        if wanted[tuple(key)] > 0:
            wanted[tuple(key)] -= 1
        else:
            stale.append(pk)
    for part in in_parts(stale):
        LatestTold.objects.filter(pk__in=part).update(gone_at=run.now)
    new = [LatestTold(source=run.source, noun=noun, subject_id=subject, recorded_at=run.now)
           for noun, subject in sorted(wanted.elements())]  # fmt: skip
    LatestTold.objects.bulk_create(new, batch_size=5000)
