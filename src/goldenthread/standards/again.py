"""The same standards judged over the same tables on one day after another: compiled once, which takes longer than judging."""

import datetime as dt
from collections.abc import Iterable

from goldenthread.standards import evaluate, explain
from goldenthread.standards.engines import Recorded
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.thread import Thread, create_table


class Again:
    """Judges a thread as at a day as `evaluate.judge` does; leaves the view `duties`, and no count of what was not judged.

    The thread's tables may hold other facts each time; its coverage stays.
    """

    def __init__(self, thread: Thread, standards: Iterable[Standard]):
        self.connection = thread.connection
        judged = [each for each in standards if not evaluate.why_not(each, thread.coverage)]
        self._nouns = list(dict.fromkeys(noun for each in judged for noun in each.named_nouns()))
        for noun in self._nouns:
            create_table(self.connection, noun)
        self.connection.execute("CREATE OR REPLACE TABLE as_at (subject_id VARCHAR, as_at DATE, day_after DATE)")
        self.connection.execute("CREATE TABLE IF NOT EXISTS places (ref BIGINT, place VARCHAR)")
        engine = Recorded(self.connection)
        evaluate.keep_judged(engine, judged, thread, None)
        self.connection.execute(explain.named_view(thread.nouns()))
        self.connection.execute(explain.DUTIES_VIEW)
        self._steps = engine.filled

    def judge(self, as_at: dt.date) -> None:
        """Judge everyone of whom the tables hold a fact."""
        everyone = " UNION ALL ".join(f'SELECT subject_id FROM "{noun.name}"' for noun in self._nouns)
        self.connection.execute("DELETE FROM as_at")
        if everyone:
            told = [as_at, as_at + dt.timedelta(1)]
            self.connection.execute(f"INSERT INTO as_at SELECT DISTINCT subject_id, $1, $2 FROM ({everyone})", told)
        self.connection.execute("UPDATE standards_told SET as_at_day = $1", [as_at])
        for table, query in self._steps:
            self.connection.execute(f"CREATE OR REPLACE TABLE {table} AS {query}")
