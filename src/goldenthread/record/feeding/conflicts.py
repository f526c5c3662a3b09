"""Where a source says otherwise of the same thing than an entry typed here: found once, for a person to decide."""

import json
from itertools import groupby

from django.db import connection as record

from goldenthread.record.feeding.run import FeedRun
from goldenthread.record.models import Conflict

SAME_THING = """SELECT typed.id, fed.id, typed.person_id, typed.noun, typed.started_on, typed.ended_on, fed.ended_on,
        typed.facts, fed.facts
    FROM record_fact typed CROSS JOIN record_fact fed
    WHERE fed.person_id = typed.person_id AND fed.noun = typed.noun AND fed.started_on = typed.started_on
        AND typed.entry_id IS NOT NULL AND typed.superseded_at IS NULL
        AND fed.source = %s AND fed.superseded_at IS NULL AND fed.gone_at IS NULL
    ORDER BY typed.person_id, typed.noun, typed.started_on, typed.id, fed.id"""


# CROSS JOIN: SQLite then begins with what was typed, of which there is less.


def find_conflicts(run: FeedRun) -> None:
    """Note those that are not noted yet, and let those go that no longer hold and nobody decided."""
    run.progress("Looking for what was said otherwise here")
    found = _pairs(run.source)
    held = {(each.fed_id, each.typed_id): each for each in Conflict.objects.filter(source=run.source).exclude(fed=None)}
    new = [Conflict(person_id=person, source=run.source, fed_id=fed, typed_id=typed, differs=differs, found_at=run.now)
           for (fed, typed), (person, differs) in found.items() if (fed, typed) not in held]  # fmt: skip
    Conflict.objects.bulk_create(new, batch_size=1000)
    over = [each.pk for pair, each in held.items() if pair not in found and not each.decision]
    Conflict.objects.filter(pk__in=over).delete()
    run.counts["conflicts"] += len(new)


def _pairs(source: str) -> dict[tuple[int, int], tuple[int, list[str]]]:
    """(fed fact, typed fact): whose, and the names of what differs. Where two on one day agree, they are the same."""
    with record.cursor() as cursor:
        cursor.execute(SAME_THING, [source])
        rows = cursor.fetchall()
    found = {}
    for _, same in groupby(rows, key=lambda row: row[2:5]):
        pairs = {(fed, typed): (person, differences(*said)) for typed, fed, person, _, _, *said in same}
        agreed = {pair for pair, (_, differs) in pairs.items() if not differs}
        settled_fed, settled_typed = ({pair[side] for pair in agreed} for side in (0, 1))
        for (fed, typed), said in pairs.items():
            if fed not in settled_fed and typed not in settled_typed:
                settled_fed.add(fed)
                settled_typed.add(typed)
                found[fed, typed] = said
    return found


def differences(typed_end, fed_end, typed: str | dict, fed: str | dict) -> list[str]:
    """The names of what two facts say differently; what one of them does not know is no difference, but an end is."""
    typed, fed = (each if isinstance(each, dict) else json.loads(each) for each in (typed, fed))
    said = [name for name in sorted(typed.keys() & fed.keys()) if typed[name] != fed[name] and not name.endswith("_id")]
    return said + ["ended_on"] * (typed_end != fed_end)
