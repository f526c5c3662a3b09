"""How days, numbers, severities, forces and statuses are said: in the report, the workbook, the terminal and on the screens."""

import datetime as dt

from goldenthread.standards.language.limits import Force
from goldenthread.standards.language.standard import Severity, Standard
from goldenthread.standards.language.verbs import Never

SEVERITIES = {
    Severity.CRITICAL: "Critical",
    Severity.HIGH: "High",
    Severity.MEDIUM: "Medium",
    Severity.LOW: "Low",
}
"""From the gravest down; `critical` is a child's safety."""

FORCES = {
    Force.LAW: "law",
    Force.GUIDANCE: "guidance",
    Force.LOCAL: "this authority's own",
    Force.DEFAULT: "our default",
}

FORCES_EXPLAINED = {
    Force.LAW: "An Act or regulations say so. It has to be done.",
    Force.GUIDANCE: "Guidance says so. It is followed unless there is a good reason, and the reason is recorded.",
    Force.LOCAL: "This authority has set it for itself.",
    Force.DEFAULT: "Nobody has set it, or we have not verified who did. It is our suggestion, a place to start: "
                   "your authority can set its own.",
}  # fmt: skip

SUBJECTS = {
    "child": ("Child", "child", "children"),
    "worker": ("Social worker", "social worker", "social workers"),
    "team": ("Team", "team", "teams"),
    "carer": ("Carer", "carer", "carers"),
    "recommendation": ("Recommendation", "recommendation", "recommendations"),
}
"""What a subject is called: as a title, one of them, several."""


def capital(words: str) -> str:
    """"A visit", of "a visit"."""
    return words[:1].upper() + words[1:]


def lower(words: str) -> str:
    """"a visit", of "A visit"; an abbreviation or a name like NHS stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def number(value: int) -> str:
    """1,234."""
    return f"{value:,}"


def count(value: int, one: str, several: str | None = None) -> str:
    """"1 child", "1,234 children"."""
    return f"{value:,} {one if value == 1 else several or one + 's'}"


def day(value: dt.date) -> str:
    """12 March 2026."""
    return f"{value.day} {value:%B %Y}"


def month(value: dt.date) -> str:
    """March 2026."""
    return f"{value:%B %Y}"


def how_long(days: int) -> str:
    """"5 days", "3 weeks", "7 months", "2 years": in whole units, the coarsest that still says enough."""
    if days < 14:
        return count(days, "day")
    if days < 61:
        return count(days // 7, "week")
    if days < 730:
        return count(days * 12 // 365, "month")
    return count(days // 365, "year")


def ago(value: dt.date, as_at: dt.date) -> str:
    """"3 weeks ago", "today", "in 5 days"."""
    days = (as_at - value).days
    if days == 0:
        return "today"
    return f"{how_long(days)} ago" if days > 0 else f"in {how_long(-days)}"


def per_cent(part: int, whole: int) -> int | None:
    """A whole percentage; 100 only of all, 0 only of none, nothing of nothing."""
    if not whole:
        return None
    rounded = round(100 * part / whole)
    return rounded if part in (0, whole) else min(99, max(1, rounded))


def limit_and_force(standard: Standard) -> str:
    """"20 working days: law"."""
    without = "never" if isinstance(standard.rule, Never) else "at all times"
    return f"{standard.limit.words if standard.limit else without}: {FORCES[standard.force]}"
