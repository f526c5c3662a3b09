"""How the ledger's numbers stand on a page: exact to those who see the children, small ones suppressed to others."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from goldenthread.check.report.charts import bar, line
from goldenthread.check.words import capital, count, month
from goldenthread.oversight import drift, here
from goldenthread.oversight.counting import YEAR
from goldenthread.oversight.drift import Kept, Scope, Waiting
from goldenthread.oversight.explained import whom
from goldenthread.oversight.models import Shortfall
from goldenthread.oversight.sentences import in_two, not_met
from goldenthread.oversight.steps import STEPS, beside, beside_step, by_standard
from goldenthread.oversight.suppression import MOST, small
from goldenthread.record import witness
from goldenthread.standards.judged import why_not
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Never
from goldenthread.workforce.models import Worker

LEAST = 6
"""A share of fewer than so many is no figure to draw: the numbers say it better."""


WELL = 2
"""So many signs of whether it was done well stand beside a figure: more would not be read."""


@dataclass(frozen=True)
class Trend:
    """One thing kept in time: this year and the year before, and month by month. `beside`: whether it was done well, in words."""

    words: str
    address: str
    months: list[Kept]
    beside: list[tuple[str, str]]
    exact: bool

    @cached_property
    def year(self) -> Kept:
        return drift.this_year(self.months)

    @cached_property
    def before(self) -> Kept:
        return sum(self.months[:-12], Kept())

    @property
    def is_always(self) -> bool:
        """Whether everything that fell due this year was done by its day, as far as this reader may know."""
        return self.year.share(self.exact) == 100 if self.year.owed else True

    @property
    def kept(self) -> str:
        """"83 of 100 in time"."""
        return in_time(self.year, self.exact)

    @property
    def was(self) -> str:
        """The same of the year before."""
        return in_time(self.before, self.exact)

    @cached_property
    def drawn(self) -> Markup:
        """The trend as a small line; the months' numbers stand in a table of their own."""
        shares = [month.share(self.exact) for month in self.months]
        known = [share for share in shares if share is not None]
        told = f"Between {min(known)} and {max(known)} of 100 a month" if known else "No month has a figure"
        return line(shares, f"{self.words}: kept in time, month by month", told)


def in_time(kept: Kept, exact: bool) -> str:
    """How much was kept in time, in words: of a few, how many; of more, of a hundred; of what may not be told, that."""
    if not kept.owed:
        return "None fell due"
    share = kept.share(exact)
    if share is None:
        return "Too few to tell"
    if not exact or kept.owed >= LEAST:
        return f"{share} of 100 in time"
    return f"{kept.met} of {kept.owed} in time"


class Shown:
    """What the pages of one scope show: asked once, shown in several places. `only`: the standards a page speaks of."""

    def __init__(self, of: Scope, only: Iterable[str] | None = None):
        self.of, self.exact = of, of.exact
        self.only = None if only is None else {*only, *(well for each in only for well in beside(each))}
        self.book = here.latest()

    @cached_property
    def kept(self) -> dict[str, list[Kept]]:
        return drift.kept(self.of, self.only)

    @cached_property
    def counts_exactly(self) -> bool:
        return self.of.counts_exactly

    def number(self, number: int | None) -> str:
        """A number of children or things, as this reader may know it."""
        if number is None:
            return "not known"
        return f"1 to {MOST}" if small(number) and not self.exact else f"{number:,}"

    def is_one(self, number: int) -> bool:
        """Whether its word is to stand in the singular; where a small number is not told, neither does the word tell it."""
        return number == 1 and self.exact

    def days(self, number: int | None, children: int) -> str:
        """How many days, of so many children."""
        if number is None or (small(children) and not self.exact):
            return "–"
        return count(number, "day")

    def steps(self) -> list[Trend]:
        """Every step at which something fell due, with what says whether it was done well."""
        found = []
        for step, title in STEPS.items():
            counted = [self.kept[each] for each in self.kept if by_standard().get(each) == step and self._is_timed(each)]
            months = [sum(month, Kept()) for month in zip(*counted, strict=True)]
            if any(month.owed for month in months):
                well = self.beside(beside_step(step))
                found.append(Trend(title, self.address("step", step), months, well, self.counts_exactly))
        return found

    def most_lost(self, waiting: Sequence[Waiting]) -> Waiting | None:
        """The step at which most days were lost within the year, of those of which this reader may know."""
        told = [each for each in waiting if each.days and (self.exact or not small(each.touched))]
        return max(told, key=lambda each: each.days, default=None)

    def compared(self, trends: Iterable[Trend]) -> str:
        """At how many steps more was kept in time than in the year before, at how many less, and at how many as much."""
        shares = [(each.year.share(self.counts_exactly), each.before.share(self.counts_exactly)) for each in trends]
        known = [now - was for now, was in shares if now is not None and was is not None]
        if not known:
            return "Too little fell due, this year or the year before, to tell."
        more, less = sum(each > 0 for each in known), sum(each < 0 for each in known)
        same = len(known) - more - less
        return f"In time more often than the year before at {count(more, 'step')}, less often at {less}, as often at {same}."

    def standards(self, ids: Iterable[str]) -> list[Trend]:
        """Each of these standards of which anything fell due."""
        return [self.trend(each) for each in ids if each in self.kept and self._is_timed(each)
                and any(month.owed for month in self.kept[each])]  # fmt: skip

    def trend(self, standard: str) -> Trend:
        """One standard."""
        months = self.kept.get(standard) or [Kept() for _ in drift.months_of(self.of.day)]
        told = self.book[standard]
        return Trend(told.duty, self.address("standard", standard), months, self.beside(beside(standard)), self.counts_exactly)

    def beside(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """What says whether it was done well: the standard's words and, of the last year, its figure; of two, or fewer."""
        told = ((self.book[each].duty, self._quality(self.book[each])) for each in ids if each in self.book)
        return [(words, figure) for words, figure in told if figure][:WELL]

    def _quality(self, standard: Standard) -> str:
        """A figure of the last year; empty where nothing fell due, or no source bears witness to it: that is not "never"."""
        year = drift.this_year(self.kept[standard.id]) if standard.id in self.kept else Kept()
        if standard.id not in self.witnessed or not (year.owed or isinstance(standard.rule, Never)):
            return ""
        if isinstance(standard.rule, Never):
            return self._counted(standard, year.owed - year.met) + " in 12 months"
        return in_time(year, self.counts_exactly) + " in 12 months"

    @cached_property
    def witnessed(self) -> set[str]:
        """The standards that the record can be judged by."""
        covered = witness.coverage(self.of.day)
        return {each.id for each in here.standards() if why_not(each, covered) is None}

    def _counted(self, standard: Standard, number: int) -> str:
        """How often what must never be was; or how often a question was asked."""
        is_duty = standard.kind == "duty"
        if not number:
            return "Not once otherwise" if is_duty else "Not asked"
        often = "once" if number == 1 else f"{number:,} times"
        often = f"1 to {MOST} times" if small(number) and not self.counts_exactly else often
        return f"{'Otherwise' if is_duty else 'Asked'} {often}"

    def _is_timed(self, standard: str) -> bool:
        told = self.book.get(standard)
        return told is not None and told.kind == "duty" and not isinstance(told.rule, Never)

    def address(self, what: str, name: str) -> str:
        """Where a step or a standard stands, within the same scope."""
        return f"/drift/{what}/{name}/" + (f"?team={self.of.team.pk}" if self.of.team else "")

    def table(self, months: list[Kept]) -> list[tuple[str, str, str, str]]:
        """The months of a trend, the latest first: in words, kept, fell due, share."""
        rows = []
        for day, kept in zip(drift.months_of(self.of.day), months, strict=True):
            share = kept.share(self.counts_exactly)
            told = str(kept.met) if self.counts_exactly else "–", self._told(kept.owed)
            rows.append((month(day), *told, "–" if share is None else f"{share} of 100"))
        return rows[::-1]

    def _told(self, number: int) -> str:
        return f"1 to {MOST}" if small(number) and not self.counts_exactly else f"{number:,}"


def waited(since: dt.date | None, day: dt.date) -> int | None:
    """Days something has waited, its first day counted; None where nothing waits."""
    return (day - since).days + 1 if since else None


def said_on(day: dt.date) -> Callable[[Shortfall], str]:
    """What says of a shortfall, on a day, what is not met."""
    return lambda shortfall: not_met(shortfall, shortfall.days_over(day))


def happened_on(day: dt.date) -> Callable[[Shortfall], str]:
    """The same where the page says already what was owed."""
    return lambda shortfall: in_two(shortfall, shortfall.days_over(day))[0]


def about(by: Worker) -> Callable[[Shortfall], str]:
    """What says whom something is about that is on nobody's record: a worker, by name only to a team manager, and their team."""

    def whose(each: Shortfall) -> str:
        if each.worker is None:
            return "The authority"
        team = f", {each.worker.team.name}" if each.worker.team else ""
        return f"{capital(whom(by, each.worker))}{team}"

    return whose


def drawn(days: int) -> Markup:
    """Days lost of a year, as a bar; the number stands beside it."""
    return bar({"lost": days}, YEAR) if days else Markup("")
