"""Facts: what a noun says of itself besides its days, and the conditions they may be held to."""

from dataclasses import dataclass

from goldenthread.errors import StandardError

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


def check_values(fact: Fact, condition: Condition) -> None:
    """StandardError unless the values of a condition are of the fact's kind."""
    fits = {"text": str, "yes_no": bool, "number": int, "day": object}[fact.kind]
    for value in condition.values:
        if not isinstance(value, fits) or (fact.kind == "number" and isinstance(value, bool)):
            says = {"text": "text", "yes_no": "True or False", "number": "a whole number", "day": "a day"}[fact.kind]
            raise StandardError(f"The fact {fact.name!r} is {says}; {value!r} is not.")
