"""A young person of 16 or 17 presents as homeless."""

from collections.abc import Iterator

from goldenthread.record.kinds.fields import line_with, wishes
from goldenthread.record.kinds.language import Gives, Kind, choice, group, moment, text, yes_no
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

DECISIONS = {
    "care": "Becomes looked after (section 20)",
    "need": "Helped as a child in need (section 17), having refused to be looked after",
    "home": "Goes home, which was found safe",
}


def _check(told: Told) -> Iterator[tuple[str, str]]:
    day, born = told.day("presented"), told.born_on
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day)) if day and born else 16
    if age not in (16, 17):
        yield "presented", "This is for a young person of 16 or 17. A younger child with nowhere to live is a referral."


KIND = Kind(
    "homeless", "Young person of 16 or 17 presenting as homeless",
    "Where will the young person sleep tonight, and who is responsible?",
    about="child",
    fields=[
        *group("Today",
            moment("presented", "When?", required=True),
            text("tonight", "Where will they sleep tonight?", "Not bed and breakfast.", required=True),
            text("why", "Why can they not be at home? Who was asked?"),
            wishes(),
        ),
        *group("What was decided",
            yes_no("is_told", "Were they told what being looked after would mean, with an advocate if they wished?"),
            choice("decision", "What was decided?", DECISIONS),
        ),
    ],
    happened="presented",
    line=line_with("Presented as homeless", "decision", DECISIONS),
    gives=[Gives(v.homeless_young_person)],
    significance="key", theme="front door",
    next_steps=["assessment", "period_of_care", "need_plan"],
    checks=[_check],
)  # fmt: skip
