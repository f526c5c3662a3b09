"""The language of standards: everything an author of a standard needs, in one import."""

from goldenthread.standards.language.facts import at_least, at_most, known, none_of, one_of, unknown
from goldenthread.standards.language.limits import (
    DEFAULT,
    GUIDANCE,
    LAW,
    LOCAL,
    Force,
    Limit,
    days,
    hours,
    months,
    weeks,
    working_days,
    years,
)
from goldenthread.standards.language.nouns import reached, under
from goldenthread.standards.language.standard import (
    CRITICAL,
    HIGH,
    LOW,
    MEDIUM,
    NOT_VERIFIED,
    Severity,
    Standard,
)
from goldenthread.standards.language.verbs import always, every, never, within

__all__ = [
    "CRITICAL",
    "DEFAULT",
    "GUIDANCE",
    "HIGH",
    "LAW",
    "LOCAL",
    "LOW",
    "MEDIUM",
    "NOT_VERIFIED",
    "Force",
    "Limit",
    "Severity",
    "Standard",
    "always",
    "at_least",
    "at_most",
    "days",
    "every",
    "hours",
    "known",
    "months",
    "never",
    "none_of",
    "one_of",
    "reached",
    "under",
    "unknown",
    "weeks",
    "within",
    "working_days",
    "years",
]
