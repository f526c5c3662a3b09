"""A legal gateway meeting decides whether to go on, to begin pre-proceedings, or to issue proceedings."""

from goldenthread.record.kinds.fields import attended, line_with, says
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, day, group, section, text
from goldenthread.standards import vocabulary as v

OUTCOMES = {
    "continue": "The present plan goes on",
    "pre_proceedings": "Begin pre-proceedings",
    "issue": "Issue proceedings",
}

KIND = Kind(
    "legal_gateway", "Legal gateway meeting", "Do we go on as we are, begin pre-proceedings, or go to court?",
    about="children",
    fields=[
        *group("The meeting",
            day("held", "When was it held?", required=True),
            attended(),
            section("child", "What is each child's life like now?", per_child=True),
            choice("outcome", "What was decided?", OUTCOMES, required=True),
            text("why", "Why?", "The lawyers' advice belongs in an entry of its own.", required=True),
            actions(words="Which assessments are needed, from whom, by when?"),
        ),
    ],
    happened="held",
    line=line_with("Legal gateway meeting", "outcome", OUTCOMES),
    gives=[Gives(v.legal_gateway), Gives(v.issue_decision, where=says("outcome", "issue"))],
    significance="key", theme="court",
    next_steps=["pre_proceedings", "proceedings", "legal_advice", "legal_gateway"],
)  # fmt: skip
