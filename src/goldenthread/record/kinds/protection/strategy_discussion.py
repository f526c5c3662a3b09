"""A strategy discussion: police, health and social care decide together what to do about a concern of significant harm."""

from goldenthread.record.kinds.fields import AGENCIES, attended, line_with
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, choices, group, moment, section, text
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

DECISIONS = {
    "joint": "A section 47 enquiry with the police",
    "single": "A section 47 enquiry by social care",
    "assessment": "Assess as a child in need",
    "none": "No further action",
}
MEDICAL = {"needed": "Needed", "not_needed": "Not needed", "asked": "A paediatrician will be asked"}


def _is_quorate(told: Told) -> bool | None:
    return {"social_care", "police", "health"} <= set(told.get("agencies")) if told.is_said("agencies") else None


KIND = Kind(
    "strategy_discussion", "Strategy discussion", "Is this child suffering significant harm, and what will we do today?",
    about="children",
    fields=[
        *group("Who took part",
            moment("held", "When was it held?", required=True),
            choices("agencies", "Which agencies took part?", AGENCIES, required=True),
            attended(),
        ),
        *group("What we know",
            section("worry", "What is the worry, and what does each agency know?", required=True),
            section("said", "What has the child said?", per_child=True),
        ),
        *group("What was decided",
            choice("decision", "What was decided?", DECISIONS, required=True),
            text("why", "Why?", required=True),
            choice("medical", "A child protection medical assessment", MEDICAL,
                   "A child who says they were hit is seen by a paediatrician, or a paediatrician says why not."),
            text("safety", "How will each child be safe until the enquiry ends?", "Where will they sleep tonight?"),
            actions(),
        ),
    ],
    happened="held",
    line=line_with("Strategy discussion", "decision", DECISIONS),
    gives=[Gives(v.strategy_discussion, facts={"is_quorate": _is_quorate})],
    significance="key", theme="protection",
    next_steps=["section47", "medical", "safety_plan", "assessment", "sexual_abuse_concern", "exploitation_concern",
                "strategy_discussion"],
)  # fmt: skip
