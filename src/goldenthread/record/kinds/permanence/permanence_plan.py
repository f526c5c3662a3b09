"""A plan for where the child will grow up."""

from goldenthread.record.kinds.fields import line_with_code, says, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, code, day, group, section, yes_no
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "permanence_plan", "Permanence plan", "Where will this child grow up, with whom, and what if that cannot be?",
    about="child",
    fields=[
        *group("The plan",
            day("made", "When was it made?", required=True),
            code("plan", "What is the plan?", "ssd_cla_permanence_plan", required=True),
            yes_no("is_guardianship", "Is it that somebody becomes the child's special guardian?"),
            yes_no("is_by_review", "Was it made at a looked-after review?"),
            section("why", "Why is this right for the child?", "Brothers and sisters: together, or why not?"),
            section("instead", "What else is being prepared, in case it cannot be?"),
            wishes(),
            actions(words="Which steps are next, who takes them, and by when?"),
        ),
    ],
    happened="made",
    line=line_with_code("Permanence plan", "plan", "ssd_cla_permanence_plan"),
    gives=[
        Gives(v.permanence_plan, facts={"plan": "plan"}),
        Gives(v.guardianship_plan, where=says("is_guardianship", True)),
        Gives(v.adoption_plan, where=lambda told: told.get("plan") == "ADOPTION" and told.get("is_by_review") is True),
    ],
    significance="key", theme="permanence",
    next_steps=["long_term_match", "guardianship_assessment", "adoption_decision", "adoption_reversed", "permanence_step",
                "life_story_work", "care_plan", "pathway_assessment"],
)  # fmt: skip
