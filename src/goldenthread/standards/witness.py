"""What the sources bear witness to, standard by standard (docs/adr/0002-coverage.md)."""

import datetime as dt
from dataclasses import dataclass

import pyarrow as pa

from goldenthread.standards.language.needed import rises
from goldenthread.standards.language.nouns import Age, Both, Either, Named, Noun, Until
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Always, Every, Never, Within
from goldenthread.standards.thread import Coverage

Windows = tuple[tuple[dt.date, dt.date], ...]

EVER = (dt.date(1, 1, 1), dt.date(9999, 12, 31))


@dataclass(frozen=True)
class Witness:
    """The noun a standard expects, the windows in which all of it is seen, and that in which the latest of it is."""

    expects: str | None
    windows: Windows
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
    """The windows of the noun that the standard expects. An occurrence of `never` is its own witness, but for a rise; what
    begins with a rise is seen where both the rise, with its past, and what is expected are."""
    rule = standard.rule
    if isinstance(rule, Never) and not rises(rule.period):
        return Witness(None, (EVER,), None)
    expected = rule.period if isinstance(rule, Always | Never) else rule.expect
    looked_at = [expected, rule.of] if isinstance(rule, Within) and rises(rule.of) else [expected]
    windows = _all_in([_seen(title, noun, coverage) for noun in looked_at for title in sorted(_titles(noun))])
    latest = [each for each in coverage if {each.noun} == _titles(expected) and each.extent == "latest"]
    if isinstance(rule, Always | Never) or not latest or len(looked_at) > 1:
        return Witness(expected.title, windows, None, isinstance(rule, Every))
    newest = max(latest, key=lambda each: each.to_day)
    return Witness(expected.title, windows, (newest.from_day, newest.to_day), isinstance(rule, Every))


def _titles(noun: Noun) -> set[str]:
    """The names of the nouns it is about, any of which it may be: more than one only where it is either of several."""
    match noun:
        case Named() | Age():
            return {noun.title}
        case Either():
            return _titles(noun.left) | _titles(noun.right)
        case Both() | Until():
            return _titles(noun.left)
    return _titles(noun.source)


def _seen(title: str, expected: Noun, coverage: list[Coverage]) -> Windows:
    """The windows in which all of one noun is seen, with the facts of it that are looked at."""
    facts = {fact for noun, fact in expected.facts_used() if noun == title}
    seen = [each for each in coverage if each.noun == title and facts <= each.facts and each.extent == "all"]
    return _joined([(each.from_day, each.to_day) for each in seen])


def _all_in(windows: list[Windows]) -> Windows:
    """Where it is either of several, the windows in which all of them are seen."""
    found, *others = windows
    for other in others:
        both = [(max(a, c), min(b, d)) for a, b in found for c, d in other]
        found = tuple((first, last) for first, last in sorted(both) if first <= last)
    return found


def _joined(windows) -> Windows:
    joined: list[tuple[dt.date, dt.date]] = []
    for from_day, to_day in sorted(windows):
        if joined and from_day - dt.timedelta(1) <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], to_day))
        else:
            joined.append((from_day, to_day))
    return tuple(joined)


def of(standards: list[Standard], coverage: list[Coverage]) -> pa.Table:
    """The witnesses of standards, as `table` gives them."""
    return table([witness(standard, coverage) for standard in standards])


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
