"""What the sources bear witness to, standard by standard (docs/adr/0002-coverage.md)."""

import datetime as dt
from dataclasses import dataclass

import pyarrow as pa

from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Always, Every, Never
from goldenthread.standards.thread import Coverage

EVER = (dt.date(1, 1, 1), dt.date(9999, 12, 31))


@dataclass(frozen=True)
class Witness:
    """The noun a standard expects, the windows in which all of it is seen, and that in which the latest of it is."""

    expects: str | None
    windows: tuple[tuple[dt.date, dt.date], ...]
    latest: tuple[dt.date, dt.date] | None
    recurs: bool = False


def missing(standard: Standard, coverage: list[Coverage]) -> list[str]:
    """The nouns, and `noun.fact` pairs, that the standard needs and no source holds."""
    held = {each.noun for each in coverage} | {f"{each.noun}.{fact}" for each in coverage for fact in each.facts}
    return sorted(standard.needs() - held)


def sight(standard: Standard, coverage: list[Coverage]) -> dict:
    """What limits the sight of a standard: an exception that no source holds, and the last day the sources speak of."""
    held = {each.noun for each in coverage}
    seen = witness(standard, coverage)
    last = [until for _, until in (*seen.windows, *([seen.latest] if seen.latest else []))]
    return {
        "exceptions_unknown": any(part.name not in held for noun in standard.lifted_by for part in noun.parts()),
        "known_until": max(last, default=None),
    }


def witness(standard: Standard, coverage: list[Coverage]) -> Witness:
    """The windows of the noun that the standard expects; an occurrence of `never` is its own witness."""
    rule = standard.rule
    if isinstance(rule, Never):
        return Witness(None, (EVER,), None)
    expected = rule.period if isinstance(rule, Always) else rule.expect
    facts = {fact for title, fact in expected.facts_used() if title == expected.title}
    of_noun = [each for each in coverage if each.noun == expected.title and facts <= each.facts]
    windows = _joined([(each.from_day, each.to_day) for each in of_noun if each.extent == "all"])
    latest = [each for each in coverage if each.noun == expected.title and each.extent == "latest"]
    if isinstance(rule, Always) or not latest:
        return Witness(expected.title, windows, None, isinstance(rule, Every))
    newest = max(latest, key=lambda each: each.to_day)
    return Witness(expected.title, windows, (newest.from_day, newest.to_day), isinstance(rule, Every))


def _joined(windows) -> tuple[tuple[dt.date, dt.date], ...]:
    joined: list[tuple[dt.date, dt.date]] = []
    for from_day, to_day in sorted(windows):
        if joined and from_day <= joined[-1][1] + dt.timedelta(1):
            joined[-1] = (joined[-1][0], max(joined[-1][1], to_day))
        else:
            joined.append((from_day, to_day))
    return tuple(joined)


def table(witnesses: list[Witness]) -> pa.Table:
    """A row for each standard: `k`, `expects`, as many windows `from_0, to_0, …` as any has, and the window of the latest,
    `latest_from, latest_until`; null for none. `recurs`: of `every`."""
    most = max((len(each.windows) for each in witnesses), default=0)
    columns: dict[str, pa.Array] = {"k": pa.array(range(len(witnesses)), pa.int32())}
    for n in range(most):
        windows = [each.windows[n] if n < len(each.windows) else (None, None) for each in witnesses]
        columns[f"from_{n}"] = pa.array([window[0] for window in windows], pa.date32())
        columns[f"to_{n}"] = pa.array([window[1] for window in windows], pa.date32())
    latest = [each.latest or (None, None) for each in witnesses]
    columns["latest_from"] = pa.array([first for first, _ in latest], pa.date32())
    columns["latest_until"] = pa.array([last for _, last in latest], pa.date32())
    columns["recurs"] = pa.array([each.recurs for each in witnesses], pa.bool_())
    columns["expects"] = pa.array([each.expects for each in witnesses], pa.string())
    return pa.table(columns)


def count_of_windows(rows: pa.Table) -> int:
    """How many windows a table of witnesses has columns for."""
    return sum(name.startswith("from_") for name in rows.column_names)
