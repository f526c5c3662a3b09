"""A review of a child in need plan."""

from goldenthread.record.kinds.fields import LAST_TIME, WISHES, attended, last_time, left_out, line_with, wishes, wishes_answered
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, outcomes, section, text
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

DECISIONS = {
    "continue": "The plan goes on",
    "step_up": "Hold a strategy discussion",
    "step_down": "End the plan, early help goes on",
    "close": "End the plan",
}


def _goes_on_unsaid(told: Told) -> bool:
    return told.get("decision") == "continue" and not told.is_said("outcomes")


SECTIONS = {"worries": "worries", "what the plan will change": _goes_on_unsaid, **WISHES, **LAST_TIME}

KIND = Kind(
    "need_review", "Child in need review", "Is the plan changing the child's life, and should it go on?",
    about="children",
    fields=[
        *group("The meeting", day("held", "When was it held?", required=True), attended(), last_time()),
        *group("What was said",
            section("progress", "What has changed for each child since last time?", required=True),
            section("worries", "What still worries us?"),
            wishes(),
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
    gives=[
        Gives(v.need_review),
        Gives(v.plan_update, where=lambda told: told.is_said("outcomes")),
        *left_out("child in need review", SECTIONS),
    ],
    theme="child in need",
    next_steps=["need_review", "strategy_discussion", "early_help", "management_decision"],
)  # fmt: skip
