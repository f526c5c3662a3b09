"""A dispute that a reviewing officer or conference chair raises on a child's behalf, until it is resolved."""

from goldenthread.record.kinds.fields import needs_to_end, not_before
from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, choice, day, group, text
from goldenthread.standards import vocabulary as v

STAGES = {"informal": "Raised with the team", "formal": "Dispute resolution", "cafcass": "Referred to Cafcass"}
TO = {
    "team_manager": "The team manager",
    "service_manager": "The service manager",
    "head_of_service": "The head of service",
    "director": "The director",
}
EFFECTS = {
    "done": "What was asked for was done",
    "partly": "Some of it was done",
    "no": "Nothing changed for the child",
    "otherwise": "It is no longer needed",
}

KIND = Kind(
    "dispute", "Dispute raised by a reviewing officer or chair", "What is not right for this child, and what would put it right?",
    about="children",
    fields=[
        *group("The dispute",
            day("raised", "When was it raised?", required=True),
            choice("stage", "How?", STAGES),
            choice("to", "Who should answer it first?", TO, "Whoever can put it right. Left blank: the team manager."),
            text("what", "What is not right, and what does it mean for the child?", required=True),
            text("wanted", "What would put it right, and by when?", required=True),
        ),
        *group("If it went to Cafcass",
            day("referred", "When was it referred to Cafcass?"),
            text("why_referred", "Why?"),
        ),
        *group("When it ends",
            day("resolved", "When was it resolved?"),
            text("how", "How was it resolved?"),
            choice("effect", "What changed for the child?", EFFECTS),
        ),
    ],
    happened="raised", ended="resolved",
    line="A dispute was raised on the child's behalf",
    gives=[Gives(v.dispute)],
    made_by=DECIDERS | {"reviewing_officer"}, significance="key", theme="oversight",
    next_steps=["dispute_answer"],
    checks=[not_before("raised", "referred"), needs_to_end("resolved", "how", "effect")],
)  # fmt: skip
