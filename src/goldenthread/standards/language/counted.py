"""Nouns that count: over a window that ends on the day, against the time before it, or against the time before."""

from dataclasses import dataclass

from goldenthread.errors import StandardError
from goldenthread.standards.language.limits import Limit
from goldenthread.standards.language.nouns import Called, Either, Noun, OfOne, _and_so, _span


@dataclass(frozen=True)
class Repeated(OfOne):
    """The event that makes it so many within a window; the next speaks only once the count has fallen below again."""

    source: Noun
    times: int
    within: Limit
    different: str | None
    same: str | None = None
    lasts = False

    one = property(lambda self: f"{self.source.one}, {self.times} times within {self.within.words}")
    began = property(lambda self: _and_so(self.source.began, f"{self._which} within {self.within.words}"))

    @property
    def kinds(self) -> tuple[Noun, ...]:
        """The nouns of which so many different ones make it; none where events are counted, or values of a fact."""
        return _sides(self.source) if self.different == "noun" else ()

    @property
    def _which(self) -> str:
        if self.different:
            return f"the {_ordinal(self.times)} {'kind' if self.kinds else 'different one'}"
        return f"for the {_ordinal(self.times)} time"

    def __post_init__(self):
        if self.times < 2:
            raise StandardError(f"{self.title}.repeated({self.times}): repeated means at least 2.")
        if not isinstance(self.within, Limit):
            raise StandardError(f"{self.title}.repeated(…, within=): a limit with its unit, such as months(12, force=DEFAULT).")
        if self.different and not len(self.kinds) > 1:
            self._fact(self.different)
        if self.same:
            self._fact(self.same)
        if self.same and self.different:
            raise StandardError(f"{self.title}.repeated(…): either different or same, not both.")

    def facts_used(self):
        counted = {self.same, None if self.kinds else self.different} - {None}
        return self.source.facts_used() | {(self.title, fact) for fact in counted}


@dataclass(frozen=True)
class Rising(OfOne):
    """The event that makes it so many within a window, and at least so many times as often as before the window."""

    source: Noun
    times: int
    within: Limit
    against: Limit
    fold: int
    lasts = False

    one = property(lambda self: f"{self.source.one}, {self.times} times {self._rise}")
    began = property(lambda self: _and_so(self.source.began, f"for the {_ordinal(self.times)} time {self._rise}"))

    @property
    def _rise(self) -> str:
        often = "twice" if self.fold == 2 else f"{self.fold} times"
        return f"within {self.within.words} and at least {often} as often as in the {self.against.words} before that"

    def __post_init__(self):
        if self.times < 2 or self.fold < 2:
            raise StandardError(f"{self.title}.rising({self.times}, …, fold={self.fold}): both are at least 2.")
        _span(self.within, f"{self.title}.rising(within=)")
        _span(self.against, f"{self.title}.rising(against=)")


@dataclass(frozen=True)
class MoreBy(OfOne):
    """The event of which a number is at least so much more than the time before; where it is not known it was no time."""

    source: Noun
    amount: int
    fact: str
    lasts = False

    one = property(lambda self: f"{self.source.one} with {self._more}")
    began = property(lambda self: _and_so(self.source.began, f"with {self._more}"))

    @property
    def _more(self) -> str:
        return f"{self._fact(self.fact).words} {self.amount} or more above the one before"

    def __post_init__(self):
        if self._fact(self.fact).kind != "number":
            raise StandardError(f"{self.title}.more_by({self.amount}, {self.fact!r}): that fact is no number.")
        if self.amount < 1:
            raise StandardError(f"{self.title}.more_by({self.amount}, …): more is at least 1.")

    def facts_used(self):
        return self.source.facts_used() | {(self.title, self.fact)}


@dataclass(frozen=True)
class Exceeding(OfOne):
    """The day on which the days of periods add up to more than so many within a window; a day held twice is one day."""

    source: Noun
    limit: Limit
    within: Limit
    lasts = False
    facts = ()

    one = property(lambda self: f"more than {self.limit.words} of {self.source.one} within {self.within.words}")
    began = property(lambda self: f"There came to be {self.one}")

    def __post_init__(self):
        _span(self.limit, f"{self.title}.exceeding(…)")
        _span(self.within, f"{self.title}.exceeding(within=)")
        if self.limit.unit != "days":
            raise StandardError(f"{self.title}.exceeding(…) adds up days: write days(75, …), not {self.limit.unit}.")


def _ordinal(number: int) -> str:
    words = dict(enumerate(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 2))
    return words.get(number, f"{number}th")


def _sides(noun: Noun) -> tuple[Noun, ...]:
    """The nouns of which it is either, each a kind of its own; by whatever name it goes as a whole."""
    noun = noun.source if isinstance(noun, Called) else noun
    return _joined_sides(noun) if isinstance(noun, Either) else ()


def _joined_sides(noun: Noun) -> tuple[Noun, ...]:
    return _joined_sides(noun.left) + _joined_sides(noun.right) if isinstance(noun, Either) else (noun,)
