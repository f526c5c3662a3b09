"""Attendance over a term, and what is done about it."""

from collections.abc import Iterator

from goldenthread.record.kinds.fields import not_before
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, line, number, text
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

LOW = 90
"""Per cent: under it a child misses about a day every fortnight."""


def _check(told: Told) -> Iterator[tuple[str, str]]:
    if told.get("percent") is not None and not 0 <= told.get("percent") <= 100:
        yield "percent", "Attendance is from 0 to 100 per cent."


KIND = Kind(
    "attendance", "Attendance", "Is the child in school, and if not, why not?",
    about="child",
    fields=[
        *group("The term",
            day("reported", "As at what day?", required=True),
            line("term", "For which term?"),
            number("percent", "Attendance in per cent", required=True),
            text("why", "Why is it so?", "What does the child say?"),
        ),
        *group("What was done", day("acted", "When was something done about it?"), actions()),
    ],
    happened="reported",
    line=lambda told: f"Attendance {told.get('percent')}%" if told.is_said("percent") else "Attendance",
    gives=[
        Gives(v.low_attendance, where=lambda told: told.get("percent", 100) < LOW, facts={"percent": "percent"}),
        Gives(v.attendance_action, on="acted"),
    ],
    theme="education",
    next_steps=["education_plan", "exclusion", "off_roll"],
    checks=[_check, not_before("reported", "acted")],
)  # fmt: skip
