"""`goldenthread replay`: past days judged one after another, what each standard would have said, and what came after."""

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from goldenthread.check.command import chosen_standards, database
from goldenthread.errors import UserError
from goldenthread.formats.sources import Read, read
from goldenthread.replay import shown, speaking, warning
from goldenthread.replay.warning import Terms
from goldenthread.standards.thread import Thread
from goldenthread.standards.vocabulary import NOUNS

WORKERS_A_MANAGER = 6


@dataclass(frozen=True)
class Asked:
    """What is asked of a replay: its first and last day (None: two years, up to the last known), `every`, `horizon` in days."""

    first: dt.date | None = None
    last: dt.date | None = None
    every: int = 28
    horizon: int = 182
    managers: int | None = None
    with_hindsight: bool = False


def run(paths: Sequence[str], asked: Asked, out: Path, settings_file: Path | None, only: list[str], showing, console,
        reader: Callable | None = None) -> None:  # fmt: skip
    """Replay extracts, or with `reader` the live record, write replay.csv and replay_groups.csv into `out`, and tell of it.

    `reader(as_at, connection, progress, known_at)` reads what was known on a day, people, households and holdings as they
    were then said to be; extracts do not say when a thing was written down, so of them every replay is with hindsight.
    What came of it is taken as known now, under the number a record goes on under. UserError where an input or a day cannot
    be used.
    """
    standards, _ = chosen_standards(settings_file, only)
    with database() as connection:
        with showing() as progress:
            now = reader(None, connection, progress) if reader else read(paths, None, connection, progress)
            days = _days(asked, now.as_at)
            terms = _terms(asked, now, days)
            speaking.note_serious(connection, now.thread)
            speaking.note_those_who_go_on(connection)
            as_known = reader is not None and not asked.with_hindsight
            known_on = partial(_known_then, connection, reader) if as_known else lambda day: now.thread
            speaking.speak(known_on, standards, days, progress)
            warning.reckon(connection, terms)
        out.mkdir(parents=True, exist_ok=True)
        shown.write(connection, out)
        shown.tell(console, connection, terms, days, as_known, out)


def _known_then(connection, reader: Callable, day: dt.date) -> Thread:
    """The thread as it was known at the end of the day, in the place of what its tables hold, with its coverage then."""
    for name in Thread(connection).nouns() & NOUNS.keys():
        connection.execute(f'DELETE FROM "{name}"')
    return reader(day, connection, known_at=day).thread


def _days(asked: Asked, known_until: dt.date) -> list[dt.date]:
    """The days to replay, the first of them to see what was there already."""
    last = asked.last or known_until
    first = asked.first or last - dt.timedelta(730)
    faults = []
    if last > known_until:
        faults.append(f"--until {last}: nothing is known after {known_until}.")
    if first >= last:
        faults.append(f"--since {first}: expected a day before {last}.")
    if faults:
        raise UserError(*faults)
    return list(_every(first, last, asked.every))


def _every(first: dt.date, last: dt.date, days: int) -> Iterator[dt.date]:
    while first <= last:
        yield first
        first += dt.timedelta(days)


def _terms(asked: Asked, now: Read, days: list[dt.date]) -> Terms:
    managers = asked.managers or _managers(now.thread, days[-1])
    return Terms(asked.horizon, now.as_at, managers, max((days[-1] - days[0]).days, 1) / 7)


def _managers(thread: Thread, day: dt.date) -> int:
    """As many managers as there are workers who hold children, by six; at least one."""
    if "allocation" not in thread.nouns():
        return 1
    (workers,) = thread.connection.execute(
        "SELECT count(DISTINCT worker_id) FROM allocation WHERE started_on <= $1 AND (ended_on IS NULL OR ended_on > $1)", [day]
    ).fetchone()
    return max(1, math.ceil(workers / WORKERS_A_MANAGER))
