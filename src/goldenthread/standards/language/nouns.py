"""Nouns: what can be on a thread. Periods last from one day to another; Events happen on a day.

The algebra is small: `.where(fact=…)`, `&`, `under(age)`, `reached(age)`, `.started`, `.ended`, `.repeated(…)`,
`.nth(…)`. A noun is a description; the engines (compile.py, reference.py) say which facts it picks out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from goldenthread.errors import StandardError
from goldenthread.standards.language.limits import Limit

SUBJECTS = ("child", "worker", "team", "carer", "recommendation")
KINDS = ("text", "yes_no", "number", "day")


@dataclass(frozen=True)
class Fact:
    """Something a noun says of itself besides its days: a code, a yes or no, a number or a day."""

    name: str
    kind: str
    words: str
    codes: str | None = None  # a list of codes/lists.json

    def __post_init__(self):
        if self.kind not in KINDS:
            raise StandardError(f"The fact {self.name!r} is one of {', '.join(KINDS)}, not {self.kind!r}.")


def text(name: str, words: str, codes: str | None = None) -> Fact:
    """A fact in text, of a code list where `codes` names one."""
    return Fact(name, "text", words, codes)


def yes_no(name: str, words: str) -> Fact:
    """A fact that is yes, no or not known."""
    return Fact(name, "yes_no", words)


def number(name: str, words: str) -> Fact:
    """A fact that is a whole number."""
    return Fact(name, "number", words)


def day(name: str, words: str) -> Fact:
    """A fact that is a day."""
    return Fact(name, "day", words)


@dataclass(frozen=True)
class Condition:
    """What a fact must be: `test` is `one_of`, `none_of`, `at_least`, `at_most`, `known` or `unknown`.

    A fact that is not known meets no condition but `unknown`.
    """

    test: str
    values: tuple = ()


def one_of(*values) -> Condition:
    """The fact is one of these."""
    return Condition("one_of", values)


def none_of(*values) -> Condition:
    """The fact is known and none of these."""
    return Condition("none_of", values)


def at_least(value: int) -> Condition:
    """The fact is this number or more."""
    return Condition("at_least", (value,))


def at_most(value: int) -> Condition:
    """The fact is this number or less."""
    return Condition("at_most", (value,))


known = Condition("known")
unknown = Condition("unknown")


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
            _check_values(fact, condition)
            conditions.append((name, condition))
        if not conditions:
            raise StandardError(f"{self.title}.where(…) names at least one fact. It has: {self._fact_names()}.")
        return Where(self, tuple(conditions))

    def __and__(self, other: "Noun") -> "Both":
        """Both at once: the overlap of two periods, or the events that fall within a period (start in, end out)."""
        return Both(self, _noun(other, "&"))

    def repeated(self, times: int, *, within: Limit, different: str | None = None) -> "Repeated":
        """The event that makes it `times` within a window ending on its day (of `different` values of that fact)."""
        return Repeated(_event(self, "repeated"), times, within, different)

    def nth(self, which: int) -> "Nth":
        """The first (1), second (2), … day on which it happens within a period: for `from_` and `until` of `every`."""
        return Nth(_event(self, "nth"), which)

    def called(self, one: str, began: str | None = None) -> "Called":
        """The same noun in other words: `one` ("a visit at which the child was seen alone"), `began` (a sentence)."""
        return Called(self, one, began)

    @property
    def started(self) -> "Edge":
        """The day a period began, as an event."""
        return Edge(_period(self, "started"), "started")

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
    """A noun of the vocabulary; `began`, `ended_words` are sentences in the past tense, without a day or a full stop."""

    name: str
    one: str
    began: str
    ended_words: str | None
    subject: str
    facts: tuple[Fact, ...]
    lasts: bool
    timed: bool = False

    def parts(self):
        yield self

    def facts_used(self):
        return frozenset()


def periods(name: str, one: str, *, began: str, ended: str, facts=(), subject="child", timed=False) -> Named:
    """A noun that lasts: from the day it began to the day it ended (out), or still going on."""
    return _named(name, one, began, ended, subject, facts, True, timed)


def events(name: str, one: str, *, happened: str, facts=(), subject="child", timed=False) -> Named:
    """A noun that happens on a day (`timed`: at an hour too, where the source has it)."""
    return _named(name, one, happened, None, subject, facts, False, timed)


def _named(name, one, began, ended, subject, facts, lasts, timed) -> Named:
    if subject not in SUBJECTS:
        raise StandardError(f"The noun {name!r} is about a {' or a '.join(SUBJECTS)}, not a {subject!r}.")
    return Named(name, one, began, ended, subject, tuple(facts), lasts, timed)


@dataclass(frozen=True)
class Where(Noun):
    """Those of a noun that meet every condition."""

    source: Noun
    conditions: tuple[tuple[str, Condition], ...]

    lasts = property(lambda self: self.source.lasts)
    subject = property(lambda self: self.source.subject)
    facts = property(lambda self: self.source.facts)
    one = property(lambda self: self.source.one)
    began = property(lambda self: self.source.began)

    def parts(self):
        return self.source.parts()

    def facts_used(self):
        return self.source.facts_used() | {(self.title, name) for name, _ in self.conditions}


@dataclass(frozen=True)
class Both(Noun):
    """Two at once. Facts, words and evidence are those of the left; the right must last."""

    left: Noun
    right: Noun

    lasts = property(lambda self: self.left.lasts)
    subject = property(lambda self: self.left.subject)
    facts = property(lambda self: self.left.facts)
    one = property(lambda self: self.left.one)
    began = property(lambda self: self.left.began)

    def __post_init__(self):
        _period(self.right, "the right of &")
        if self.left.subject != self.right.subject:
            raise StandardError(
                f"{self.left.title!r} is about a {self.left.subject} and {self.right.title!r} about a "
                f"{self.right.subject}: & joins nouns about the same subject."
            )

    def parts(self):
        yield from self.left.parts()
        yield from self.right.parts()

    def facts_used(self):
        return self.left.facts_used() | self.right.facts_used()


@dataclass(frozen=True)
class Age(Noun):
    """The years of a child's life from one birthday to before another; no age before the birth."""

    from_age: int | None
    to_age: int | None
    lasts: bool = field(default=True, init=False)
    subject: str = field(default="child", init=False)
    facts: tuple = field(default=(), init=False)

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
class Edge(Noun):
    """The day on which a period began or ended, as an event."""

    source: Noun
    which: str
    lasts: bool = field(default=False, init=False)

    subject = property(lambda self: self.source.subject)
    facts = property(lambda self: self.source.facts)
    one = property(lambda self: self.source.one if self.which == "started" else f"the end of {self.source.one}")
    began = property(lambda self: self.source.began if self.which == "started" else words_of_end(self.source))

    def parts(self):
        return self.source.parts()

    def facts_used(self):
        return self.source.facts_used()


@dataclass(frozen=True)
class Repeated(Noun):
    """The event that makes it so many within a window; the next speaks only once the count has fallen below again."""

    source: Noun
    times: int
    within: Limit
    different: str | None
    lasts: bool = field(default=False, init=False)

    subject = property(lambda self: self.source.subject)
    facts = property(lambda self: self.source.facts)
    one = property(lambda self: f"{self.source.one}, {self.times} times within {self.within.words}")
    began = property(lambda self: f"{self.source.began}, making it {self.times} within {self.within.words},")

    def __post_init__(self):
        if self.times < 2:
            raise StandardError(f"{self.title}.repeated({self.times}): repeated means at least 2.")
        if not isinstance(self.within, Limit):
            raise StandardError(f"{self.title}.repeated(…, within=): a limit with its unit, such as months(12, force=DEFAULT).")
        if self.different:
            self._fact(self.different)

    def parts(self):
        return self.source.parts()

    def facts_used(self):
        return self.source.facts_used() | ({(self.title, self.different)} if self.different else set())


@dataclass(frozen=True)
class Called(Noun):
    """The same noun in other words."""

    source: Noun
    one: str
    began_words: str | None

    lasts = property(lambda self: self.source.lasts)
    subject = property(lambda self: self.source.subject)
    facts = property(lambda self: self.source.facts)
    began = property(lambda self: self.began_words or self.source.began)

    def parts(self):
        return self.source.parts()

    def facts_used(self):
        return self.source.facts_used()


@dataclass(frozen=True)
class Nth:
    """The first, second, … day on which something happens within a period."""

    source: Noun
    which: int

    def __post_init__(self):
        if self.which < 1:
            raise StandardError(f"{self.source.title}.nth({self.which}): the first is 1.")

    def parts(self):
        return self.source.parts()

    def facts_used(self):
        return self.source.facts_used()


def ends_used(noun, matters: bool) -> set[str]:
    """The names of the periods whose ends must be known; `matters`: so must its own, not only those inside it."""
    match noun:
        case Named():
            return {noun.name} if noun.lasts and matters and noun.name != "person" else set()
        case Age():
            return set()
        case Both():
            return ends_used(noun.left, True) | ends_used(noun.right, True)
        case Edge():
            return ends_used(noun.source, noun.which == "ended")
        case Nth() | Repeated():
            return ends_used(noun.source, False)
    return ends_used(noun.source, matters)


def words_of_end(noun: Noun) -> str:
    """The sentence that tells of its end; of two at once, whichever ended."""
    match noun:
        case Both(left, right) if left.lasts and not isinstance(right, Age):
            first, second = words_of_end(left), words_of_end(right)
            return first if first == second else f"{first}, or {second[0].lower()}{second[1:]},"
        case Both(left, right):
            return words_of_end(left if left.lasts else right)
        case Age():
            return f"The child reached {noun.to_age}"
        case Named():
            return noun.ended_words or f"That ended ({noun.one})"
    return words_of_end(noun.source)


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


def _check_values(fact: Fact, condition: Condition) -> None:
    fits = {"text": str, "yes_no": bool, "number": int, "day": object}[fact.kind]
    for value in condition.values:
        if not isinstance(value, fits) or (fact.kind == "number" and isinstance(value, bool)):
            says = {"text": "text", "yes_no": "True or False", "number": "a whole number", "day": "a day"}[fact.kind]
            raise StandardError(f"The fact {fact.name!r} is {says}; {value!r} is not.")
