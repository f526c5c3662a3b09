"""A manager's decision about children, with its reasons."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, actions, choice, group, moment, text
from goldenthread.standards import vocabulary as v

ABOUT = {
    "threshold": "What kind of help the child needs",
    "visits": "Visits, or a child not seen",
    "assessment": "An assessment",
    "section47": "A section 47 enquiry",
    "plan": "A plan, or its end",
    "home": "Where the child lives",
    "court": "Legal steps",
    "closure": "Closing the case",
    "shortfall": "What was not done in time",
    "other": "Something else",
}

KIND = Kind(
    "management_decision", "Management decision",
    "What have you decided, and why? Whoever reads this should be able to follow it.",
    about="children",
    fields=[
        *group("The decision",
            moment("decided", "When did you decide?", required=True),
            choice("about", "What about?", ABOUT, required=True),
            text("decision", "What have you decided?", required=True),
            text("why", "Why?", "What did you weigh? What would make you think again?", required=True),
            text("child", "How did the child's view weigh in this?", per_child=True),
            actions(),
        ),
    ],
    happened="decided",
    line=line_with("Management decision", "about", ABOUT),
    gives=[Gives(v.management_decision, facts={"about": "about"})],
    made_by=DECIDERS, significance="key", theme="oversight",
    next_steps=["strategy_discussion", "legal_concern", "case_supervision", "management_decision"],
)  # fmt: skip
