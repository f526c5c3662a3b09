"""A review of a child in need plan."""

from goldenthread.record.kinds.fields import attended, last_time, line_with, wishes_answered
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, outcomes, section, text
from goldenthread.standards import vocabulary as v

DECISIONS = {
    "continue": "The plan goes on",
    "step_up": "Hold a strategy discussion",
    "step_down": "End the plan, early help goes on",
    "close": "End the plan",
}

KIND = Kind(
    "need_review", "Child in need review", "Is the plan changing the child's life, and should it go on?",
    about="children",
    fields=[
        *group("The meeting", day("held", "When was it held?", required=True), attended(), last_time()),
        *group("What was said",
            section("progress", "What has changed for each child since last time?", required=True),
            section("worries", "What still worries us?"),
            wishes_answered(),
        ),
        *group("What was decided",
            choice("decision", "What was decided?", DECISIONS, required=True),
            text("why", "Why?"),
            outcomes(words="What will the plan change now?"),
        ),
    ],
    happened="held",
    during=v.need_plan,
    line=line_with("Child in need review", "decision", DECISIONS),
    gives=[Gives(v.need_review)],
    theme="child in need",
    next_steps=["need_review", "strategy_discussion", "early_help", "management_decision"],
)  # fmt: skip
