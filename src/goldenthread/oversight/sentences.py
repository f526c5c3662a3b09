"""A shortfall in words, the same for every reader: what is not met, what was owed, who asks, and who was told."""

import datetime as dt
import re
from collections.abc import Sequence

from goldenthread.check import words
from goldenthread.oversight import here
from goldenthread.oversight.holders import title
from goldenthread.oversight.ladder import WORKER
from goldenthread.oversight.models import Shortfall, Telling
from goldenthread.standards.explain import (
    BY_DATE,
    DUTY_IS,
    EXCEPTIONS_UNKNOWN,
    LATEST_ONLY,
    PROVISIONAL,
    SINCE_UNKNOWN,
    none_of,
    on_a_day,
    stands,
)
from goldenthread.standards.language.limits import Force
from goldenthread.standards.language.nouns import Called, Until
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Always, Every, Never, Within


def not_met(shortfall: Shortfall, days: int) -> str:
    """What is not met, in a sentence or two."""
    return " ".join(filter(None, in_two(shortfall, days)))


def in_two(shortfall: Shortfall, days: int) -> tuple[str, str]:
    """What is not met, in a sentence; and, where that does not say so, what was owed (else empty)."""
    standard = here.standard_of(shortfall)
    if standard is None:
        return shortfall.explanation.partition(". ")[0].rstrip(".") + ".", ""
    return _said(standard, shortfall, days)


def _said(standard: Standard, shortfall: Shortfall, days: int) -> tuple[str, str]:
    asked = standard.duty if standard.kind == "question" else ""
    match standard.rule:
        case Within(of=of) if asked:
            return _opening(shortfall, of.began), asked
        case Within() | Every() as rule:
            ago = f", {words.count(days, 'day')} ago" if days else ""
            return f"{words.capital(rule.expect.one)} was due by {words.day(shortfall.due_on)}{ago}.", asked
        case Always() as rule:
            return f"There has been {none_of(rule.period.one)} since {words.day(shortfall.opened_on)}.", asked
        case Never(period=Called(source=Until(left=came, right=ends))):  # what happened, since when; and what is missing
            happened = f"{words.capital(on_a_day(came.began))}, on {words.day(shortfall.opened_on)}."
            return happened, f"Not on the record since: {ends.one}."
        case rule:
            return _opening(shortfall, rule.period.began), standard.duty


def _opening(shortfall: Shortfall, began: str) -> str:
    """What began it, as its explanation has it, which may say more: what was left out, say."""
    opening = f"On {words.day(shortfall.opened_on)} {on_a_day(began)}"
    told = shortfall.explanation.partition(". ")[0]
    return f"{told if told.startswith(opening) else opening}."


def who_was_told(shortfall: Shortfall, told: Sequence[Telling]) -> str:
    """Who was told, by role and day: "the social worker on 3 March 2026, the team manager on 5 March 2026"."""
    first = {}
    for each in told:
        again = each.step == WORKER and each.why == "new worker"
        who = title(each.step, shortfall.responsible)
        first.setdefault(f"{who}, new to the child," if again else who, each.on)
    return ", ".join(f"{who} on {words.day(on)}" for who, on in first.items())


def in_short(standard: Standard | None, row: Shortfall) -> str:
    """What is missing or asked, in a few words."""
    if standard is None:
        return row.standard.replace("-", " ").capitalize()
    rule = standard.rule
    if row.kind == "duty" and isinstance(rule, Within | Every):
        return words.capital(rule.expect.one.removesuffix(","))
    if row.kind == "duty" and isinstance(rule, Always):
        return words.capital(none_of(rule.period.one.removesuffix(",")))
    return standard.duty.rstrip(".")


# ------------------------------------------------------------------------------------------------------------- EXPLAINED


def duty_of(shortfall: Shortfall) -> str:
    """What was owed, in the standard's own sentence."""
    standard = here.standard_of(shortfall)
    return standard.duty if standard else shortfall.standard.replace("-", " ").capitalize() + "."


def force_words(shortfall: Shortfall, standard: Standard | None) -> str:
    """What stands behind its number (or, without a number, behind the duty), in a sentence."""
    return stands(standard) if standard else DUTY_IS[Force(shortfall.force)]


ASKS = {
    Force.LAW: "The law asks for", Force.GUIDANCE: "National guidance asks for", Force.LOCAL: "This authority asks for",
    Force.DEFAULT: "Golden Thread asks for",
}  # fmt: skip


def asks(shortfall: Shortfall, standard: Standard | None) -> str:
    """Who asks how often, or how soon: "This authority asks for it every 4 weeks." Nothing where there is no number."""
    rule = standard.rule if standard else None
    if not isinstance(rule, Within | Every) or not rule.limit.amount:
        return ""
    return f"{ASKS[Force(shortfall.force)]} {'it every' if isinstance(rule, Every) else 'it within'} {standard.limit_words}."


CAVEATS = {
    PROVISIONAL: "The bank holidays of that year are not yet official, so the day may move.",
    BY_DATE: "It is judged by the day: the hour is not on the record.",
    LATEST_ONLY: "The source tells only of the latest; an earlier one may have been made.",
    EXCEPTIONS_UNKNOWN: "Whether a lawful exception applies is not on the record.",
}
"""What is to be borne in mind, in sentences."""


def caveats(shortfall: Shortfall) -> list[str]:
    """What is to be borne in mind about it, each a sentence."""
    return [_caveat(each) for each in shortfall.evidence.get("caveats", ())]


def _caveat(caveat: str) -> str:
    if caveat.startswith(SINCE_UNKNOWN):
        until = dt.date.fromisoformat(caveat.removeprefix(SINCE_UNKNOWN))
        return f"The other system tells of this only until {words.day(until)}: it may have been done since."
    return CAVEATS.get(caveat, words.capital(caveat) + ".")


AS_AT = re.compile(r",? as at \d+ \w+ \d{4}(, \d+ days? after it was due)?(?=\.)")
"""The day of the last judging: how long ago something was due is said as at today, beside the paragraph."""

LAW = " Source: "
"""What begins the last sentences of an explanation, of the law (standards.explain.law)."""


def undated(explanation: str) -> str:
    """An explanation without the day of the judging: the same tomorrow, if nothing has changed."""
    return AS_AT.sub("", explanation)


def paragraph(shortfall: Shortfall, standard: Standard | None) -> str:
    """Why it is asked: what began the clock, what was due and when, what is on the record. The law stands by itself, as it is
    now; but of a standard that the book no longer has it is as the explanation has it."""
    said = undated(shortfall.explanation)
    return said.rpartition(LAW)[0] if standard and LAW in said else said
