"""An authority, invented and written chunk by chunk: nothing but the chunk in hand is kept in memory."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np

from goldenthread.errors import UserError
from goldenthread.invent import carers, contract, days, gathered, people, ssd, workforce
from goldenthread.invent.chance import Chance
from goldenthread.invent.families import DOZEN
from goldenthread.invent.lives import Lives, empty
from goldenthread.invent.planting import plant
from goldenthread.invent.planting.truth import Truths
from goldenthread.invent.population import invent_children
from goldenthread.invent.sink import FILE_FORMATS, Sink
from goldenthread.standards.vocabulary import NOUNS

CHUNK = DOZEN * 4000

IN_SSD = {table.noun for table in ssd.TABLES} | gathered.NOUNS | {"person"}
"""The nouns that tables of the Standard Safeguarding Dataset hold: not in the contract."""

MORE_IN_CONTRACT = {"contact", "care_visit", "placement", "protection_plan"}
"""Those of which the contract holds more facts: written in both."""


def write(
    children: int,
    years: int = 6,
    seed: int = 1,
    as_at: dt.date | None = None,
    out: str | Path = ".",
    share: float = 0.15,
    file_format: str = "parquet",
    progress: Callable[[str, int, int], None] | None = None,
) -> None:
    """Invent an authority of so many children known to it in so many years, and write it to a folder.

    `share`: of the children, how many are planted with a failing. `as_at`: the last day it knows of, or today.
    `progress(what, done, of)` is called as children are written. UserError where an argument is no use.
    """
    _check(children, years, share, file_format)
    last = days.number_of(as_at or dt.date.today())  # noqa: DTZ011
    first = days.number_of(days.date_of(days.months_after(last, -12 * years)))
    chance, posts = Chance(seed), workforce.number_of_posts(children)
    written, told = Counter(), set()
    inventors = (
        ("child", invent_children, children), ("worker", workforce.invent_workers, posts),
        ("carer", carers.invent_carers, carers.number_of_carers(children)),
        ("recommendation", carers.invent_recommendations, carers.number_of_recommendations(children)),
    )  # fmt: skip
    with Sink(Path(out), file_format) as sink, Truths(Path(out) / "truth.csv") as truths:
        for subject_type, invent, number in inventors:
            for start in range(0, number, CHUNK):
                lives = Lives(first, last, posts, share)
                invent(lives, chance, np.arange(start, min(start + CHUNK, number)))
                lives.settle()
                truths.write(subject_type, plant(lives, chance, subject_type))
                lives.settle()
                _write(sink, lives, chance, written)
                told.update(lives.nouns())
                if progress and subject_type == "child":
                    progress("Inventing children", min(start + CHUNK, number), number)
        _write_none(sink, told)
    contract.write_about(Path(out) / "contract", lives)


def _check(children: int, years: int, share: float, file_format: str) -> None:
    faults = []
    if children < 1:
        faults.append("The number of children is a whole number of 1 or more.")
    if not 1 <= years <= 20:
        faults.append("The number of years is from 1 to 20.")
    if not 0 <= share <= 1:
        faults.append("The share of children with a planted failing is from 0 to 1.")
    if file_format not in FILE_FORMATS:
        faults.append(f"The file format is one of {', '.join(FILE_FORMATS)}.")
    if faults:
        raise UserError(*faults)


def _write_none(sink: Sink, told: set[str]) -> None:
    """A file without a row for every noun of which nothing was told: it says that there were none."""
    for noun in NOUNS:
        if noun not in told:
            sink.write(f"contract/{noun}", contract.noun_table(noun, empty(noun)))


def _write(sink: Sink, lives: Lives, chance: Chance, written: Counter) -> None:
    for noun in lives.nouns():
        if noun not in IN_SSD or noun in MORE_IN_CONTRACT:
            sink.write(f"contract/{noun}", contract.noun_table(noun, lives.table(noun)))
    for table in ssd.TABLES:
        facts = lives.table(table.noun)
        if len(facts):
            sink.write(f"ssd/{table.name}", table.arrow(facts, written[table.name] + 1))
            written[table.name] += len(facts)
    for name, rows in (*people.tables(lives, chance), *gathered.tables(lives, written)):
        sink.write(f"ssd/{name}", rows)
        written[name] += rows.num_rows
