"""The four verbs. Each says what one duty is; docs/adr/0001-the-contract-of-a-duty.md says how it is judged."""

from dataclasses import dataclass

from goldenthread.errors import StandardError
from goldenthread.standards.language.limits import Force, Limit
from goldenthread.standards.language.needed import rises
from goldenthread.standards.language.nouns import Noun, Nth, _event, _noun, _period


@dataclass(frozen=True)
class Within:
    """Once `of` begins or happens, `expect` must follow within the limit: one duty per trigger."""

    limit: Limit
    of: Noun
    expect: Noun
    look_back: Limit | None = None
    not_before: Limit | None = None
    linked_by: str | None = None

    @property
    def force(self) -> Force:
        return self.limit.force

    @property
    def limit_words(self) -> str:
        sooner = f", and not sooner than {self.not_before.words}" if self.not_before else ""
        return self.limit.words + sooner

    def nouns(self):
        return (self.of, self.expect)


@dataclass(frozen=True)
class Every:
    """While `during` lasts, `expect` recurs: one duty per interval, opened by the event before it."""

    limit: Limit
    during: Noun
    expect: Noun
    from_: Limit | Noun | Nth | None = None
    until: Limit | Noun | Nth | None = None

    @property
    def force(self) -> Force:
        return self.limit.force

    def nouns(self):
        bounds = (each for each in (self.from_, self.until) if isinstance(each, Noun | Nth))
        return (self.during, self.expect, *bounds)


@dataclass(frozen=True)
class Always:
    """While `during` lasts, `period` holds too: one duty per gap, or one met where there is no gap."""

    period: Noun
    during: Noun
    grace: Limit | None
    stated_force: Force | None

    @property
    def force(self) -> Force:
        return self.grace.force if self.grace else self.stated_force  # type: ignore[return-value]

    @property
    def limit(self) -> Limit | None:
        return self.grace

    def nouns(self):
        return (self.during, self.period)


@dataclass(frozen=True)
class Never:
    """`period` must not be so: one duty per occurrence, never met."""

    period: Noun
    stated_force: Force
    limit = None

    @property
    def force(self) -> Force:
        return self.stated_force

    def nouns(self):
        return (self.period,)


def within(
    limit: Limit, *, of: Noun, expect: Noun, look_back: Limit | None = None, not_before: Limit | None = None,
    linked_by: str | None = None,
) -> Within:  # fmt: skip
    """Once this begins (or, with `.ended`, ends; or happens), that must follow.

    `look_back`: done so long before still counts. `not_before`: done sooner than so long after does not count.
    `linked_by`: a fact both share (this referral's assessment).
    """
    _limit(limit, "within")
    _event(_noun(expect, "within(expect=)"), "within(expect=)")
    _same_subject(_noun(of, "within(of=)"), expect, may_rise=True)
    if look_back is not None:
        _limit_in_days(look_back, "look_back")
    if not_before is not None:
        _limit_in_days(not_before, "not_before")
        if look_back is not None:
            raise StandardError("within(…) takes look_back or not_before: what came before counts, or what comes soon does not.")
    if linked_by is not None:
        of._fact(linked_by)
        expect._fact(linked_by)
    return Within(limit, of, expect, look_back, not_before, linked_by)


def every(limit: Limit, *, during: Noun, expect: Noun, from_=None, until=None) -> Every:
    """While this lasts, that recurs; the interval runs from the last one actually held.

    `from_`, `until`: the part of the period in which it is owed: a limit after its start, a noun (from when it first
    holds or happens), or `.nth(…)`. The first interval of such a part is measured from the last event before it.
    """
    _limit_in_days(limit, "every")
    _period(_noun(during, "every(during=)"), "every(during=)")
    _event(_noun(expect, "every(expect=)"), "every(expect=)")
    _same_subject(during, expect)
    for name, bound in (("from_", from_), ("until", until)):
        if bound is not None and not isinstance(bound, Limit | Noun | Nth):
            raise StandardError(f"every({name}=) takes a limit, a noun or review.nth(1), not {bound!r}.")
        if isinstance(bound, Limit):
            _limit_in_days(bound, f"every({name}=)")
    return Every(limit, during, expect, from_, until)


def always(period: Noun, *, during: Noun, grace: Limit | None = None, force: Force | None = None) -> Always:
    """While `during` lasts, this holds too, but for gaps no longer than the grace."""
    _period(_noun(period, "always"), "always")
    _period(_noun(during, "always(during=)"), "always(during=)")
    _same_subject(during, period)
    if grace is not None:
        _limit_in_days(grace, "grace")
    if (grace is None) == (force is None):
        raise StandardError("always(…) takes its force from grace, or from force= where there is no grace.")
    return Always(period, during, grace, force)


def never(period: Noun, *, force: Force) -> Never:
    """This must not be so."""
    if not isinstance(force, Force):
        raise StandardError("never(…) needs its force: never(…, force=LAW|GUIDANCE|LOCAL|DEFAULT).")
    return Never(_noun(period, "never"), force)


Rule = Within | Every | Always | Never


def _limit(thing, where: str) -> None:
    if not isinstance(thing, Limit):
        raise StandardError(f"{where} needs a limit with its unit: write working_days(20, force=LAW), not {thing!r}.")


def _limit_in_days(thing, where: str) -> None:
    _limit(thing, where)
    if thing.unit == "hours":
        raise StandardError(f"{where} is judged by the day: write days(3, …), not hours(72, …); hours are for within(…).")


def _same_subject(one: Noun, other: Noun, *, may_rise: bool = False) -> None:
    if rises(other) or (rises(one) and not (may_rise and not one.lasts)):
        raise StandardError(
            "A rise is asked about by itself: never(contact.rising(…), force=DEFAULT); or as what begins a clock: "
            "within(…, of=contact.rising(…), expect=…)."
        )
    if one.subject != other.subject:
        raise StandardError(
            f"{one.title!r} is about a {one.subject} and {other.title!r} about a {other.subject}: "
            "a standard is about one subject."
        )
