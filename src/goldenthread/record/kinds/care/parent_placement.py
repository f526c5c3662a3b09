"""A looked-after child goes to live with a parent: the assessment, the nominated officer's approval, and what came before."""

from goldenthread.record.kinds.fields import not_before, says, wishes
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, line, person, section, yes_no
from goldenthread.standards import vocabulary as v

OUTCOMES = {"approved": "The nominated officer approved it", "ended": "It ended, or was not approved"}

KIND = Kind(
    "parent_placement", "Placement with a parent",
    "A looked-after child goes to live with a parent. Is it safe, and who says so?",
    about="child",
    fields=[
        *group("The placement",
            day("began", "When did the child go there, or when did you begin to plan it?", required=True),
            person("parent", "With which parent?"),
            yes_no("is_before", "Was the child placed before the assessment (regulation 19)?"),
            wishes(),
        ),
        *group("Assessment and approval",
            section("suitable", "Can the parent keep the child safe and well?", "Who else lives there or comes by?"),
            day("assessed", "When was the parent's suitability assessed (regulation 17)?"),
            choice("outcome", "What came of it?", OUTCOMES),
            line("officer", "Which nominated officer decided?"),
            day("ended", "On what day was it approved, or did it end?"),
        ),
    ],
    happened="began", ended="ended",
    ended_with=["period_of_care"],
    line="Placement with a parent",
    gives=[
        Gives(v.placed_before_assessment, where=says("is_before", True)),
        Gives(v.parent_assessment, on="assessed"),
        Gives(v.parent_placement_approval, on="ended", where=says("outcome", "approved")),
    ],
    significance="key", theme="care",
    next_steps=["visit", "placement", "looked_after_review"],
    checks=[not_before("began", "assessed")],
)  # fmt: skip
