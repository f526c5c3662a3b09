"""Pre-proceedings: from the decision to begin them, with the letter to the parents, to their conclusion."""

from goldenthread.record.kinds.fields import line_with, needs_to_end, not_before, says
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, outcomes
from goldenthread.standards import vocabulary as v

CONCLUSIONS = {
    "issue": "Proceedings are issued",
    "stepped_down": "The children are safe enough without court",
    "family": "Somebody in the family takes over the children's care",
}

KIND = Kind(
    "pre_proceedings", "Pre-proceedings", "The last chance to change before court. What must change, and by when?",
    about="children",
    fields=[
        *group("Beginning",
            day("decided", "When was it decided to begin?", required=True),
            outcomes(words="What must be different for the children, or we go to court?", required=True),
            day("letter_sent", "When was the letter before proceedings sent?"),
        ),
        *group("When it ends",
            day("concluded", "Concluded on"),
            choice("conclusion", "How?", CONCLUSIONS),
            day("concluded_alone", "Concluded for this child on", "Only if on another day than for the others.", per_child=True),
        ),
    ],
    happened="decided", ended="concluded", ended_alone="concluded_alone",
    line=line_with("Pre-proceedings", "conclusion", CONCLUSIONS),
    gives=[
        Gives(v.pre_proceedings),
        Gives(v.letter_before_proceedings, on="letter_sent"),
        Gives(v.issue_decision, on="concluded", where=says("conclusion", "issue")),
    ],
    significance="key", theme="court",
    next_steps=["pre_proceedings_meeting", "family_group_offer", "proceedings", "management_decision"],
    checks=[not_before("decided", "letter_sent", "concluded_alone"), needs_to_end("concluded", "conclusion")],
)  # fmt: skip
