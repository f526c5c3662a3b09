"""The book compiled, once in a process, for judging a few subjects at a time; behind a lock.

Compiling takes some seconds of a processor. A server does it when it starts (`warm`); where nobody has asked for it, nothing
is compiled behind a reader's back.
"""

import datetime as dt
import json
import logging
import threading

import duckdb

from goldenthread.oversight import here
from goldenthread.record import witness
from goldenthread.record.access import today
from goldenthread.record.facts import read_some
from goldenthread.record.some import Some
from goldenthread.standards.evaluate import why_not
from goldenthread.standards.program import Program

log = logging.getLogger(__name__)

WAIT = 60
"""Seconds that a reader waits for a compiling that was begun before."""

_LOCK = threading.Lock()
_WARM = threading.Event()
_asked = False
_held: tuple[tuple, Program, duckdb.DuckDBPyConnection] | None = None


def judged(of: Some, day: dt.date) -> list[dict]:
    """The duties of these subjects as at a day: dicts of duty.COLUMNS with `ref`, `evidence` taken apart."""
    with _LOCK:
        program, reading = _program(day)
        told = read_some(of, reading)
        duties = program.judge(told.facts, sorted(of.subjects), day, told.latest, places=told.places)
    for duty in duties:
        duty["evidence"] = json.loads(duty["evidence"])
    return duties


def standards_judged(day: dt.date) -> set[str]:
    """The ids of the standards that the record can be judged by."""
    coverage = witness.coverage_without_end(day)
    return {each.id for each in here.standards() if not why_not(each, coverage)}


def is_ready() -> bool:
    """Whether judging is a matter of milliseconds; waits for a compiling that has begun."""
    return _WARM.wait(WAIT if _asked else 0)


def warm() -> None:
    """Compile in a thread of its own, so that nobody has to wait for it later."""
    global _asked
    _asked = True
    threading.Thread(target=_warm, name="compiling the standards", daemon=True).start()


def _warm() -> None:
    from django.db import connection

    try:
        with _LOCK:
            _program(today())
    except Exception as fault:
        log.error("the standards could not be compiled: %s", type(fault).__name__)
    finally:
        connection.close()


def _program(day: dt.date) -> tuple[Program, duckdb.DuckDBPyConnection]:
    """Compiled for what the record bears witness to now; anew only where that has another shape, or the settings changed."""
    global _held
    standards, coverage = here.standards(), witness.coverage_without_end(day)
    if _held and _held[0] == standards and _held[1].see(coverage):
        return _held[1:]
    _held = (standards, Program(standards, coverage), duckdb.connect(config={"threads": 1}))
    _WARM.set()
    return _held[1:]
