"""A looked-after child's health assessment: done, refused by the child, or one to which the child was not brought."""

from goldenthread.record.kinds.fields import line_with, says, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, day, group, section
from goldenthread.standards import vocabulary as v

OUTCOMES = {"done": "Done", "refused": "The child, who understands it, refused", "not_brought": "The child was not brought"}
WHICH = {"initial": "The first one", "review": "A review"}
PROVISIONS = {"reg 7(4)": "A child of sufficient understanding refused: Care Planning Regulations 2010, regulation 7(4)"}

KIND = Kind(
    "health_assessment", "Health assessment", "Is this child well, and is what they need being done?",
    about="child",
    fields=[
        *group("The assessment",
            day("held", "When?", required=True),
            choice("kind", "Which?", WHICH, required=True),
            choice("outcome", "What happened?", OUTCOMES, required=True),
            choice("provision", "On what provision?", PROVISIONS, required=True, when=("outcome", "refused")),
            section("found", "What was found?", "Eyes, ears, teeth, weight, sleep, mood; what came of the last one."),
            wishes("What does the child say about their health?"),
            actions(words="What will be done, who does it, and by when?"),
        ),
    ],
    happened="held",
    line=line_with("Health assessment", "outcome", OUTCOMES),
    gives=[
        Gives(v.health_assessment, where=says("outcome", "done"), facts={"kind": "kind"}),
        Gives(v.health_refused, where=says("outcome", "refused"), facts={"provision": "provision"}),
    ],
    theme="health",
    next_steps=["dental_check", "immunisation", "sdq", "mental_health_consultation", "substance_misuse"],
)  # fmt: skip
