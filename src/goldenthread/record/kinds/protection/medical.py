"""A child protection medical assessment: held, advised against by a paediatrician, or refused by the child."""

from goldenthread.record.kinds.fields import line_with, says, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, group, line, moment, section, text
from goldenthread.standards import vocabulary as v

OUTCOMES = {
    "held": "It was held",
    "advised_against": "A paediatrician advised against it",
    "refused": "The child, who understands it, refused",
}
PROVISIONS = {
    "understanding": "A child of sufficient understanding, or a young person of 16 or 17, refused",
    "s 38(6)": "Interim order: Children Act 1989, section 38(6)",
    "s 43(8)": "Child assessment order: section 43(8)",
    "s 44(7)": "Emergency protection order: section 44(7)",
}

KIND = Kind(
    "medical", "Child protection medical assessment", "Was the child seen by a doctor, and what did the doctor say?",
    about="child",
    fields=[
        *group("What happened",
            moment("decided", "When was it held, or decided?", required=True),
            choice("outcome", "What happened?", OUTCOMES, required=True),
            line("doctor", "Which doctor, and where?"),
            text("why", "Why not?", "The paediatrician's reason, not ours.", required=True, when=("outcome", "advised_against")),
            choice("provision", "On what provision?", PROVISIONS, required=True, when=("outcome", "refused")),
            section("found", "What did the doctor say?"),
            wishes("What did the child say?"),
            actions(),
        ),
    ],
    happened="decided",
    line=line_with("Child protection medical assessment", "outcome", OUTCOMES),
    gives=[
        Gives(v.medical, where=says("outcome", "held", "advised_against")),
        Gives(v.medical_refused, where=says("outcome", "refused"), facts={"provision": "provision"}),
    ],
    significance="key", theme="protection",
    next_steps=["strategy_discussion", "safety_plan"],
)  # fmt: skip
