"""The standards made ready once in a process, for judging a few subjects in a moment; behind a lock."""

import datetime as dt
import gc
import json
import logging
import threading
from collections.abc import Container

import duckdb
from django.db import connection

from goldenthread.oversight import here
from goldenthread.record import witness
from goldenthread.record.access import today
from goldenthread.record.facts import read_some
from goldenthread.record.some import Some, some
from goldenthread.standards.program import Program

log = logging.getLogger(__name__)

_LOCK = threading.Lock()
_ready: tuple[tuple, Program, duckdb.DuckDBPyConnection] | None = None
"""The standards, what they were made ready as, and a database to read the record with: not the Program's, which prepares
its statements anew whenever a table is made beside them."""


def judged(of: Some, day: dt.date, wanted: Container[str] | None = None) -> list[dict]:
    """The duties of these subjects as at a day: dicts of duty.COLUMNS with `ref`, `evidence` taken apart.

    `wanted`: the ids of standards of which every duty is wanted; of the others then only open shortfalls.
    """
    with _LOCK:
        program, reading = _program(day)
        told = read_some(of, reading)
        duties = program.judge(told.facts, sorted(of.subjects), day, told.latest, places=told.places, wanted=wanted)
    for duty in duties:
        duty["evidence"] = json.loads(duty["evidence"])
    return duties


def standards_judged(day: dt.date) -> frozenset[str]:
    """The ids of the standards that the record can be judged by."""
    with _LOCK:
        return _program(day)[0].judged_ids


def warm() -> None:
    """Make ready in a thread of its own, a second or two, so that the first who saves something does not wait for it."""
    threading.Thread(target=_warm, name="making the standards ready", daemon=True).start()


def _warm() -> None:
    try:
        judged(some([]), today())
        gc.freeze()  # the standards stay: they are not looked through again for what is no longer used, at every large page
    except Exception as fault:
        log.error("the standards could not be made ready: %s", type(fault).__name__)
    finally:
        connection.close()


def _program(day: dt.date) -> tuple[Program, duckdb.DuckDBPyConnection]:
    """Ready for what the record bears witness to now; anew only where that has another shape, or the settings changed."""
    global _ready
    standards, coverage = here.standards(), witness.coverage_without_end(day)
    if not (_ready and _ready[0] == standards and _ready[1].see(coverage)):
        _ready = (standards, Program(standards, coverage), duckdb.connect(config={"threads": 1}))
    return _ready[1:]
