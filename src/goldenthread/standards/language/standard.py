"""A standard: what is owed, to whom, by whom, by which law, with the examples that say what it means."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.errors import StandardError
from goldenthread.standards.language.limits import Force, Limit
from goldenthread.standards.language.needed import ends_used
from goldenthread.standards.language.nouns import Named, Noun, _noun
from goldenthread.standards.language.verbs import Rule


class Severity(StrEnum):
    """How much hangs on it; `critical` is a child's safety."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


CRITICAL, HIGH, MEDIUM, LOW = Severity

NOT_VERIFIED = "not verified"


@dataclass(frozen=True)
class Standard:
    """What is owed, with the law that says so.

    `reference` names ids of the reference catalogue of duties. `since` is the first day it applied (or "not verified"),
    `until` the last. `lifted_by` names exceptions: facts that end a duty they overlap. `in_force=False` ships off
    (enacted but not commenced). `note` says what was chosen where the law is silent, and anything still to verify.
    """

    id: str
    duty: str
    area: str
    responsible: str
    severity: Severity
    reference: list[str]
    cites: str
    since: str
    rule: Rule
    examples: str
    until: str | None = None
    kind: str = "duty"
    lifted_by: tuple[Noun, ...] = ()
    in_force: bool = True
    note: str = ""

    def __post_init__(self):
        faults = list(self._faults())
        if faults:
            raise StandardError(*faults)

    def _faults(self):
        where = f"Standard {self.id!r}: "
        if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", self.id):
            yield where + "its id is words in small letters joined by hyphens, without numbers of regulations."
        for name in ("duty", "area", "responsible", "cites"):
            if not getattr(self, name):
                yield where + f"it needs its {name}."
        if self.duty and not self.duty.endswith("."):
            yield where + "its duty is a sentence and ends with a full stop."
        if not isinstance(self.severity, Severity):
            yield where + f"its severity is one of {', '.join(Severity)}."
        if not self.reference:
            yield where + "it names at least one id of the reference catalogue."
        if not isinstance(self.rule, Rule):
            yield where + "its rule is one of the verbs within, every, always, never."
        if self.kind not in ("duty", "question"):
            yield where + "its kind is duty or question."
        for name in ("since", "until"):
            value = getattr(self, name)
            if value not in (None, NOT_VERIFIED) and not _is_day(value):
                yield where + f"{name} is a day such as 2011-04-01, or {NOT_VERIFIED!r}; not {value!r}."
        if not self.examples.strip():
            yield where + "it needs examples: kept, not kept and out of scope."
        for exception in self.lifted_by:
            _noun(exception, where + "lifted_by")

    @property
    def force(self) -> Force:
        """The force of its number."""
        return self.rule.force

    @property
    def limit(self) -> Limit | None:
        """Its limit; some have none."""
        return self.rule.limit

    @property
    def limit_words(self) -> str | None:
        """Its limit as a person says it, and how soon is too soon."""
        return getattr(self.rule, "limit_words", self.limit.words if self.limit else None)

    @property
    def subject(self) -> str:
        """Whom it is about."""
        return self.rule.nouns()[0].subject

    @property
    def since_day(self) -> dt.date:
        """The first day on which a duty may open under it."""
        return dt.date.min if self.since == NOT_VERIFIED else dt.date.fromisoformat(self.since)

    @property
    def until_day(self) -> dt.date:
        """The last day on which a duty may open under it."""
        return dt.date.max if self.until in (None, NOT_VERIFIED) else dt.date.fromisoformat(self.until)

    @property
    def version(self) -> str:
        """Its id with the day this version began: standards and settings change, duties keep theirs."""
        return f"{self.id}@{self.since}"

    def needs(self) -> frozenset[str]:
        """The nouns, and `noun.fact` pairs, without which it cannot be judged; `noun.ended` where its ends matter."""
        nouns = {part.name for noun in self.rule.nouns() for part in noun.parts()}
        facts = {f"{title}.{fact}" for noun in self.rule.nouns() for title, fact in noun.facts_used()}
        link = getattr(self.rule, "linked_by", None)
        if link:
            facts |= {f"{noun.title}.{link}" for noun in (self.rule.of, self.rule.expect)}
        ends = {f"{name}.ended" for noun in self.rule.nouns() for name in ends_used(noun, True)}
        return frozenset(nouns | facts | ends)

    def named_nouns(self) -> list[Named]:
        """The named nouns it uses, exceptions too, each once, in order of appearance."""
        nouns = [part for noun in (*self.rule.nouns(), *self.lifted_by) for part in noun.parts()]
        return list(dict.fromkeys(nouns))


def _is_day(value) -> bool:
    try:
        dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True
