"""Cause to suspect significant harm; a disclosure or an injury where there was one."""

from goldenthread.record.kinds.fields import HARM, line_with, says
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, group, moment, people, text, worker
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

KINDS = HARM | {"exploitation": "Exploitation", "domestic": "Domestic abuse"}
HOW = {
    "disclosure": "The child told somebody",
    "injury": "An injury was seen",
    "seen": "Something else was seen or heard",
    "told": "Somebody else told us",
}


def _disclosed(told: Told) -> str | None:
    return told.get("kind") if told.get("kind") in HARM else None


KIND = Kind(
    "harm_concern", "Concern of significant harm",
    "There is cause to suspect that a child is suffering significant harm. Who must know now?",
    about="children",
    fields=[
        *group("What happened",
            moment("known", "When did you come to know?", required=True),
            choice("how", "How?", HOW, required=True),
            choice("kind", "What kind of harm?", KINDS, per_child=True, required=True),
            text("said", "What did the child say?", "Their words, and the questions that were asked.", per_child=True),
            text("text", "What happened, and what was seen?", required=True),
            people("by_whom", "Who may have done it?"),
        ),
        *group("Tonight",
            text("safe", "Is each child safe tonight? How do you know?", "Where will they be, and who else will be there?",
                 required=True),
            worker("told", "Which manager was told?"),
            actions(),
        ),
    ],
    happened="known",
    line=line_with("Concern of significant harm", "kind", KINDS),
    gives=[
        Gives(v.harm_concern, facts={"kind": "kind"}),
        Gives(v.disclosure, where=says("how", "disclosure", "injury"), facts={"kind": _disclosed}),
        Gives(v.sexual_abuse_concern, where=says("kind", "sexual")),
        Gives(v.exploitation_concern, where=says("kind", "exploitation")),
    ],
    significance="key", theme="protection",
    next_steps=["strategy_discussion", "safety_plan", "medical", "risk_assessment", "management_decision"],
)  # fmt: skip
