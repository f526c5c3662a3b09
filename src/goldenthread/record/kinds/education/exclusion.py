"""A suspension or permanent exclusion."""

from collections.abc import Iterator

from goldenthread.record.kinds.fields import line_with, says
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, day, group, number, text
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

KINDS = {"suspension": "Suspended", "permanent": "Permanently excluded"}


def _check(told: Told) -> Iterator[tuple[str, str]]:
    if told.get("days") is not None and told.get("days") < 1:
        yield "days", "A suspension is of at least a day."


KIND = Kind(
    "exclusion", "Suspension or exclusion", "The child was sent away from school. Where do they learn now?",
    about="child",
    fields=[
        *group("What happened",
            day("began", "From when?", required=True),
            choice("kind", "Which?", KINDS, required=True),
            number("days", "For how many days?", required=True, when=("kind", "suspension")),
            text("why", "Why? What does the child say?"),
            text("learns", "Where does the child learn meanwhile?"),
            actions(),
        ),
    ],
    happened="began",
    line=line_with("School", "kind", KINDS),
    gives=[
        Gives(v.exclusion, facts={"kind": "kind", "days": "days"}),
        Gives(v.change, where=says("kind", "permanent"), facts={"what": lambda told: "permanently excluded from school"}),
    ],
    significance="key", theme="education",
    next_steps=["education_plan", "off_roll"],
    checks=[_check],
)  # fmt: skip
