"""Nouns: what can be on a thread. Periods last from one day to another; Events happen on a day.

The algebra is small: `.where(fact=…)`, `&`, `|`, `under(age)`, `reached(age)`, `.started`, `.ended`, `.happened`, `.lasting(…)`,
`.after(…)`, `.until(…)`, `.sooner_than(…)`, `.repeated(…)`, `.rising(…)`, `.more_by(…)`, `.exceeding(…)`, `.nth(…)`. A
noun is a description; the engines (compile.py, reference.py) say which facts it picks out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from goldenthread.errors import StandardError
from goldenthread.standards.language.facts import Condition, Fact, check_values
from goldenthread.standards.language.limits import Limit

SUBJECTS = ("child", "worker", "team", "carer", "recommendation")


class Noun:
    """What every noun can do; the classes below say which facts each picks out."""

    lasts: bool
    subject: str
    facts: tuple[Fact, ...]

    def where(self, **facts: Any) -> "Where":
        """Those of which each named fact is the value, or meets the condition, given."""
        conditions = []
        for name, value in facts.items():
            fact = self._fact(name)
            condition = value if isinstance(value, Condition) else Condition("one_of", (value,))
            check_values(fact, condition)
            conditions.append((name, condition))
        if not conditions:
            raise StandardError(f"{self.title}.where(…) names at least one fact. It has: {self._fact_names()}.")
        return Where(self, tuple(conditions))

    def __and__(self, other: "Noun") -> "Both":
        """Both at once: the overlap of two periods, or the events that fall within a period (start in, end out)."""
        return Both(self, _noun(other, "&"))

    def __or__(self, other: "Noun") -> "Either":
        """Either of two that last, or of two that happen: each of the one, and each of the other."""
        return Either(self, _noun(other, "|"))

    def repeated(self, times: int, *, within: Limit, different: str | None = None, same: str | None = None) -> "Noun":
        """The event that makes it `times` within a window ending on its day.

        `different`: of so many values of that fact; of `a | b | c`, "noun": of so many of these. `same`: of one value of it.
        """
        from goldenthread.standards.language.counted import Repeated

        return Repeated(_event(self, "repeated"), times, within, different, same)

    def rising(self, times: int, *, within: Limit, against: Limit | None = None, fold: int = 2) -> "Noun":
        """The event that makes it `times` within a window, and `fold` times as often as `against`, the time before that."""
        from goldenthread.standards.language.counted import Rising

        return Rising(_event(self, "rising"), times, within, against or within, fold)

    def more_by(self, amount: int, fact: str) -> "Noun":
        """The event of which a number is so much more than it was the time before."""
        from goldenthread.standards.language.counted import MoreBy

        return MoreBy(_event(self, "more_by"), amount, fact)

    def lasting(self, limit: Limit) -> "Lasting":
        """The period that begins with an event and lasts so long."""
        return Lasting(_event(self, "lasting"), limit)

    def sooner_than(self, limit: Limit, *, after: "Noun") -> "Called":
        """The events that come sooner than so long after another event: before the day on which the limit is reached.

        They have happened, and stay so when that day has come; `& period` says where they no longer matter.
        """
        soon = (_event(self, "sooner_than") & _event(after, "sooner_than(after=)").lasting(limit)).happened
        sooner = f"sooner than {limit.words} after {after.one}"
        return soon.called(f"{self.one} {sooner}", _and_so(self.began, sooner))

    def after(self, limit: Limit) -> "After":
        """The part of a period from so long after it began; one that ended sooner has none."""
        return After(_period(self, "after"), limit)

    def until(self, event: "Noun", *, look_back: Limit | None = None) -> "Until":
        """The part of a period before something happens; none, where it happened on its first day or so long before."""
        return Until(_period(self, "until"), _event(event, "until"), look_back)

    def exceeding(self, limit: Limit, *, within: Limit) -> "Noun":
        """The day on which the days of such periods come to more than the limit within a window that ends on it."""
        from goldenthread.standards.language.counted import Exceeding

        return Exceeding(_period(self, "exceeding"), limit, within)

    def nth(self, which: int) -> "Nth":
        """The first (1), second (2), … day on which it happens within a period: for `from_` and `until` of `every`."""
        return Nth(_event(self, "nth"), which)

    def called(self, one: str, began: str | None = None, ended: str | None = None) -> "Called":
        """The same noun in other words: `one` ("a visit at which the child was seen alone"), `began`, `ended` (sentences)."""
        return Called(self, one, began, ended)

    @property
    def started(self) -> "Edge":
        """The day a period began, as an event."""
        return Edge(_period(self, "started"), "started")

    @property
    def happened(self) -> "Edge":
        """The day of an event alone: it stays so when the period within which it happened is over."""
        return Edge(_event(self, "happened"), "started")

    @property
    def ended(self) -> "Edge":
        """The day a period ended, as an event; one still open has none."""
        return Edge(_period(self, "ended"), "ended")

    @property
    def title(self) -> str:
        """The name in the vocabulary of the noun this is made from."""
        return next(self.parts()).name

    def parts(self) -> Iterator["Named"]:
        """Every named noun this is made from, the one it is about first."""
        raise NotImplementedError

    def facts_used(self) -> frozenset[tuple[str, str]]:
        """The (noun, fact) pairs its conditions look at."""
        raise NotImplementedError

    def _fact(self, name: str) -> Fact:
        for fact in self.facts:
            if fact.name == name:
                return fact
        near = get_close_matches(name, [fact.name for fact in self.facts], 1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise StandardError(f"{self.title!r} has no fact {name!r}. It has: {self._fact_names()}.{hint}")

    def _fact_names(self) -> str:
        return ", ".join(fact.name for fact in self.facts) or "none"


@dataclass(frozen=True)
class Named(Noun):
    """A noun of the vocabulary; `began`, `ended_words` are sentences in the past tense, without a day or a full stop.

    `apart`: the fact that tells several of one entry apart. `named_by`: the fact that an explanation says in words.
    """

    name: str
    one: str
    began: str
    ended_words: str | None
    subject: str
    facts: tuple[Fact, ...]
    lasts: bool
    timed: bool = False
    apart: str = ""
    named_by: str = ""

    def parts(self):
        yield self

    def facts_used(self):
        return frozenset()


def periods(name: str, one: str, *, began: str, ended: str, facts=(), subject="child", timed=False, **more) -> Named:
    """A noun that lasts: from the day it began to the day it ended (out), or still going on."""
    return _named(name, one, began, ended, subject, facts, True, timed, **more)


def events(name: str, one: str, *, happened: str, facts=(), subject="child", timed=False, **more) -> Named:
    """A noun that happens on a day (`timed`: at an hour too, where the source has it)."""
    return _named(name, one, happened, None, subject, facts, False, timed, **more)


def _named(name, one, began, ended, subject, facts, lasts, timed, apart="", named_by="") -> Named:
    if subject not in SUBJECTS:
        raise StandardError(f"The noun {name!r} is about a {' or a '.join(SUBJECTS)}, not a {subject!r}.")
    return Named(name, one, began, ended, subject, tuple(facts), lasts, timed, apart, named_by)


class MadeFrom:
    """What is made from one noun, and looks at no facts of its own."""

    source: Noun

    def parts(self):
        return self.source.parts()

    def facts_used(self):
        return self.source.facts_used()


class OfOne(MadeFrom, Noun):
    """A noun made from one other: about the same subject, with its facts, unless it says otherwise."""

    subject = property(lambda self: self.source.subject)
    facts = property(lambda self: self.source.facts)


class OfTwo(Noun):
    """A noun made from two others about the same subject; it lasts or happens as the left does."""

    left: Noun
    right: Noun

    lasts = property(lambda self: self.left.lasts)
    subject = property(lambda self: self.left.subject)

    def __post_init__(self):
        if self.left.subject != self.right.subject:
            raise StandardError(
                f"{self.left.title!r} is about a {self.left.subject} and {self.right.title!r} about a "
                f"{self.right.subject}: {self.sign} joins nouns about the same subject."
            )

    def parts(self):
        yield from self.left.parts()
        yield from self.right.parts()

    def facts_used(self):
        return self.left.facts_used() | self.right.facts_used()


@dataclass(frozen=True)
class Where(OfOne):
    """Those of a noun that meet every condition."""

    source: Noun
    conditions: tuple[tuple[str, Condition], ...]

    lasts = property(lambda self: self.source.lasts)
    one = property(lambda self: self.source.one)
    began = property(lambda self: self.source.began)

    def facts_used(self):
        return self.source.facts_used() | {(self.title, name) for name, _ in self.conditions}


@dataclass(frozen=True)
class Both(OfTwo):
    """Two at once. Facts, words and evidence are those of the left; the right must last."""

    left: Noun
    right: Noun

    sign = "&"
    facts = property(lambda self: self.left.facts)
    one = property(lambda self: self.left.one)
    began = property(lambda self: self.left.began)

    def __post_init__(self):
        _period(self.right, "the right of &")
        super().__post_init__()


@dataclass(frozen=True)
class Either(OfTwo):
    """Either of two. The evidence is whichever it is; it has no facts of its own: conditions stand on either side."""

    left: Noun
    right: Noun

    sign = "|"
    facts = ()
    one = property(lambda self: " or ".join(dict.fromkeys([self.left.one, self.right.one])))
    began = property(lambda self: _either_sentence(self.left.began, self.right.began))

    def __post_init__(self):
        (_period if self.left.lasts else _event)(self.right, f"{self.left.title} |")
        super().__post_init__()


@dataclass(frozen=True)
class Age(Noun):
    """The years of a child's life from one birthday to before another; no age before the birth."""

    from_age: int | None
    to_age: int | None
    lasts = True
    subject = "child"
    facts = ()

    one = property(lambda self: f"being {self._span}")
    began = property(lambda self: "The child was born" if not self.from_age else f"The child reached {self.from_age}")

    @property
    def _span(self) -> str:
        if self.from_age is None:
            return f"under {self.to_age}"
        return f"{self.from_age} or over" if self.to_age is None else f"{self.from_age} to {self.to_age - 1}"

    def parts(self):
        from goldenthread.standards.vocabulary import person

        yield person

    def facts_used(self):
        return frozenset()


def under(age: int) -> Age:
    """From birth until the day before this birthday."""
    return Age(None, age)


def reached(age: int, before: int | None = None) -> Age:
    """From this birthday on (until the day before another, where `before` is given)."""
    return Age(age, before)


@dataclass(frozen=True)
class Edge(OfOne):
    """The day on which a period began or ended, as an event; or that of an event alone."""

    source: Noun
    which: str
    lasts = False

    one = property(lambda self: self.source.one if self.which == "started" else f"the end of {self.source.one}")
    began = property(lambda self: self.source.began if self.which == "started" else words_of_end(self.source))


@dataclass(frozen=True)
class Lasting(OfOne):
    """The period that begins with an event and lasts so long, whatever comes after."""

    source: Noun
    limit: Limit
    lasts = True

    one = property(lambda self: f"the {self.limit.words} after {self.source.one}")
    began = property(lambda self: self.source.began)

    def __post_init__(self):
        _span(self.limit, f"{self.title}.lasting(…)")


@dataclass(frozen=True)
class After(OfOne):
    """The part of a period from so long after it began."""

    source: Noun
    limit: Limit
    lasts = True

    one = property(lambda self: f"{self.source.one} that has lasted {self.limit.words}")
    began = property(lambda self: _and_so(self.source.began, f"and {self.limit.words} passed"))

    def __post_init__(self):
        _span(self.limit, f"{self.title}.after(…)")


@dataclass(frozen=True)
class Until(OfTwo):
    """The part of a period before an event: once that has happened it is no longer so. Facts and words are the period's."""

    left: Noun
    right: Noun
    look_back: Limit | None = None

    sign = ".until"
    facts = property(lambda self: self.left.facts)
    one = property(lambda self: self.left.one)
    began = property(lambda self: self.left.began)

    def __post_init__(self):
        super().__post_init__()
        if self.look_back is not None:
            _span(self.look_back, f"{self.left.title}.until(look_back=)")


@dataclass(frozen=True)
class Called(OfOne):
    """The same noun in other words."""

    source: Noun
    one: str
    began_words: str | None
    ended_words: str | None = None

    lasts = property(lambda self: self.source.lasts)
    began = property(lambda self: self.began_words or self.source.began)


@dataclass(frozen=True)
class Nth(MadeFrom):
    """The first, second, … day on which something happens within a period."""

    source: Noun
    which: int

    def __post_init__(self):
        if self.which < 1:
            raise StandardError(f"{self.source.title}.nth({self.which}): the first is 1.")


def words_of_end(noun: Noun) -> str:
    """The sentence that tells of its end; of two at once, whichever ended."""
    match noun:
        case Either(left, right):
            return _either_sentence(words_of_end(left), words_of_end(right))
        case Both(left, right) if left.lasts and not isinstance(right, Age):
            return _either_sentence(words_of_end(left), words_of_end(right))
        case Both(left, right):
            return words_of_end(left if left.lasts else right)
        case Until(left, right):
            return _either_sentence(words_of_end(left), right.began)
        case Age():
            return f"The child reached {noun.to_age}"
        case Lasting():
            return f"The {noun.limit.words} after {noun.source.one} {'was' if noun.limit.amount == 1 else 'were'} over"
        case Called(ended_words=str(words)):
            return words
        case Named():
            return noun.ended_words or f"That ended ({noun.one})"
    return words_of_end(noun.source)


def _either_sentence(first: str, second: str) -> str:
    return first if first == second else _and_so(first, f"or {second[0].lower()}{second[1:]}")


def _and_so(sentence: str, more: str) -> str:
    return f"{sentence}, {more}"


def _noun(thing, where: str) -> Noun:
    if not isinstance(thing, Noun):
        raise StandardError(f"{where} takes a noun of the vocabulary, such as looked_after, not {thing!r}.")
    return thing


def _event(thing, where: str) -> Noun:
    if _noun(thing, where).lasts:
        raise StandardError(
            f"{thing.title!r} lasts; {where} needs something that happens on a day, such as {thing.title}.started."
        )
    return thing


def _period(thing, where: str) -> Noun:
    if not _noun(thing, where).lasts:
        raise StandardError(f"{thing.title!r} happens on a day; {where} needs something that lasts.")
    return thing


def _span(limit, where: str) -> None:
    """A length of time in whole days, from the day it begins with on."""
    if not isinstance(limit, Limit):
        raise StandardError(f"{where} takes a limit with its unit, such as months(12, force=DEFAULT), not {limit!r}.")
    if limit.unit == "hours" or limit.beginning_with or not limit.amount:
        raise StandardError(f"{where} is a length in whole days, the first of them counted: not hours, beginning_with or none.")
