"""A complaint by or about a child, until it is answered. Read by those who answer complaints, and whoever took it down."""

from goldenthread.record.kinds.fields import line_with, needs_to_end
from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, actions, choice, day, group, line, text
from goldenthread.standards import vocabulary as v

STAGES = {
    "informal": "Put right at once",
    "one": "Stage one",
    "two": "Stage two",
    "three": "Stage three",
    "ombudsman": "Ombudsman",
}

KIND = Kind(
    "complaint", "Complaint", "What is not right, what was done about it, and what do we learn?",
    about="child",
    fields=[
        *group("The complaint",
            day("received", "When was it received?", required=True),
            line("who", "Who complains?", "If the child: was an advocate offered?", required=True),
            choice("stage", "At which stage is it?", STAGES),
            text("what", "What is not right?", "In their own words.", required=True),
        ),
        *group("The answer",
            text("answer", "What was the answer?"),
            text("learning", "What do we learn from it?"),
            actions(),
            day("answered", "When was it answered?"),
        ),
    ],
    happened="received", ended="answered",
    line=line_with("Complaint", "stage", STAGES),
    gives=[Gives(v.complaint)],
    read_by=DECIDERS | {"reviewing_officer", "quality_assurance"}, theme="oversight",
    next_steps=["complaint", "management_decision"],
    checks=[needs_to_end("answered", "answer")],
)  # fmt: skip
