"""Random threads, with days so close together that edges meet; and a thread written as a row of an example table."""

import datetime as dt
from random import Random

from tests.generative.rules import AGES, VALUES

from goldenthread.standards.examples import LONDON, Case
from goldenthread.standards.language import Standard
from goldenthread.standards.language.nouns import Named
from goldenthread.standards.thread import columns_of

BASES = ("2024-02-20", "2025-03-20", "2025-04-10", "2025-10-18", "2025-12-18", "2026-05-01", "2028-12-10")
"""Before a leap day, the clocks going forward, Easter, the clocks going back, Christmas, and the last official year."""


def case(random: Random, standard: Standard) -> Case:
    """One subject, for one standard."""
    base = dt.date.fromisoformat(random.choice(BASES))
    days = [base + dt.timedelta(random.randrange(45)) for _ in range(random.randint(3, 9))]
    facts: dict[str, list[dict]] = {noun.name: _facts(random, noun, days) for noun in standard.named_nouns()}
    every = [fact for each in facts.values() for fact in each]
    refs = random.sample(range(1, 100), len(every))
    for ref, fact in zip(refs, every, strict=True):
        fact |= {"ref": ref, "subject_id": "1"}
    return Case(standard, facts, random.choice([*days, max(days) + dt.timedelta(random.randrange(40))]))


def _facts(random: Random, noun: Named, days: list[dt.date]) -> list[dict]:
    if noun.name == "person":
        return [_born(random, noun, days)] if random.random() < 0.9 else []
    return [_fact(random, noun, days) for _ in range(random.choice([0, 1, 2, 2, 3, 3, 4, 5]))]


def _born(random: Random, noun: Named, days: list[dt.date]) -> dict:
    """A birth, some years before one of the days: so that a birthday falls among them."""
    birthday = random.choice(days)
    day = birthday.replace(year=birthday.year - random.choice([0, *AGES]), day=min(birthday.day, 28))
    if random.random() < 0.2:
        day = dt.date(2020, 2, 29)
    return dict.fromkeys(columns_of(noun)) | {"started_on": day}


def _fact(random: Random, noun: Named, days: list[dt.date]) -> dict:
    fact = dict.fromkeys(columns_of(noun))
    first, second = sorted([random.choice(days), random.choice(days)], reverse=random.random() < 0.05)
    fact |= _moment(random, noun, "started" if noun.lasts else "happened", first)
    if noun.lasts and random.random() < 0.6:
        fact |= _moment(random, noun, "ended", second)
    for each in noun.facts:
        if random.random() < 0.8:
            fact[each.name] = _value(random, each.kind)
    return fact


def _moment(random: Random, noun: Named, stem: str, day: dt.date) -> dict:
    if not noun.timed or random.random() < 0.3:
        return {f"{stem}_on": day}
    hour, minute = random.choice([0, 1, 9, 22, 23]), random.choice([0, 30])
    instant = dt.datetime.combine(day, dt.time(hour, minute))
    return {f"{stem}_at": instant, f"{stem}_on": instant.replace(tzinfo=dt.UTC).astimezone(LONDON).date()}


def _value(random: Random, kind: str):
    return {"text": random.choice(VALUES), "yes_no": random.random() < 0.5, "number": random.randint(1, 3)}[kind]


# --------------------------------------------------------------------------------------------------------- AS A TABLE


def as_table(case: Case) -> str:
    """The case as an example table, with each fact's ref where it is not the order written."""
    cells = {name: "; ".join(map(_written, facts)) for name, facts in case.facts.items()}
    cells |= {"as_at": str(case.as_at)}
    widths = {name: max(len(name), len(cell)) for name, cell in cells.items()}
    head = " | ".join(name.ljust(widths[name]) for name in cells)
    row = " | ".join(cell.ljust(widths[name]) for name, cell in cells.items())
    refs = {name: [fact["ref"] for fact in facts] for name, facts in case.facts.items() if facts}
    return f"{head}\n{row}\n# refs: {refs}"


def _written(fact: dict) -> str:
    days = [_when(fact, stem) for stem in ("happened", "started", "ended") if fact.get(f"{stem}_on")]
    stems = ("subject_id", "ref", *(f"{s}_{k}" for s in ("happened", "started", "ended") for k in ("on", "at")))
    said = {True: "yes", False: "no"}
    rest = [
        f"{name}={said[value] if isinstance(value, bool) else value}"
        for name, value in fact.items()
        if name not in stems and value is not None
    ]
    return " - ".join(days) + (f" [{', '.join(rest)}]" if rest else "")


def _when(fact: dict, stem: str) -> str:
    instant = fact.get(f"{stem}_at")
    return instant.strftime("%Y-%m-%dT%H:%M") if instant else str(fact[f"{stem}_on"])
