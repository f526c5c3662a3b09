"""A child is thought about in supervision."""

from goldenthread.record.kinds.fields import LAST_TIME, last_time, left_out
from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, actions, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "case_supervision", "Supervision of a child's case",
    "What is this child's life like, what are we missing, and what do we decide?",
    about="children",
    fields=[
        *group("Thinking",
            day("held", "When?", required=True),
            last_time(),
            section("life", "What is this child's life like now?", "When was the child last seen alone?"),
            section("missing", "What are we missing?", "What would somebody who disagrees with us say?"),
            section("child", "What does the child say, and what did we do about it?", per_child=True),
            section("late", "What is late for this child, and what stands in its way?", "A visit, an assessment, a plan; or say "
                    "that nothing is.", per_child=True),
        ),
        *group("Deciding",
            section("decision", "What do you decide?"),
            section("why", "Why?"),
            actions(),
        ),
    ],
    happened="held",
    line=lambda told: "Supervision: a decision was recorded" if told.is_said("decision") else "Supervision",
    gives=[Gives(v.case_supervision, facts={
        "is_decision_recorded": lambda told: told.is_said("decision"),
        "is_reason_recorded": lambda told: told.is_said("why"),
        "is_child_view_recorded": lambda told: told.is_said("child"),
        "is_lateness_discussed": lambda told: told.is_said("late"),
    }), *left_out("supervision", {"a decision": "decision", "why": "why", "the child's wishes": "child", **LAST_TIME})],
    made_by=DECIDERS, theme="oversight",
    next_steps=["management_decision", "strategy_discussion", "legal_concern", "case_summary"],
)  # fmt: skip
