"""Something changed in the child's life; what has to change with it."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, choices, day, group, people, section, text
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

WHAT = {
    "household": "Somebody moved in or out",
    "partner": "A parent has a new partner",
    "baby": "A pregnancy, or a baby",
    "home": "The family, or the child, moved",
    "school": "School",
    "health": "Health",
    "law": "Police, court or an order",
    "carer": "The carers",
    "other": "Something else",
}
AFFECTED = {
    "assessment": "The assessment",
    "plan": "The plan",
    "safety": "The safety plan",
    "visits": "How often the child is seen",
    "nothing": "Nothing",
}


def _what(told: Told) -> str | None:
    """In words, as they go on after a colon."""
    words = WHAT.get(told.get("what"))
    return words and words[:1].lower() + words[1:]


KIND = Kind(
    "change_of_circumstances", "Change in the child's life", "Something changed. What does it mean for the child and the plan?",
    about="children",
    fields=[
        *group("The change",
            day("changed", "When did it change?", required=True),
            choice("what", "What changed?", WHAT, required=True),
            people("who", "Who is it about?"),
            text("text", "What happened?", "Of somebody who moved in: who are they, and may they pose a risk?", required=True),
            section("said", "What does the child say about it?", per_child=True),
        ),
        *group("What it means",
            choices("affected", "What has to be brought up to date?", AFFECTED),
            actions(),
        ),
    ],
    happened="changed",
    line=line_with("Change", "what", WHAT),
    gives=[Gives(v.change, where=lambda told: told.get("affected") != ["nothing"], facts={"what": _what})],
    significance="key", theme="family",
    next_steps=["assessment", "risk_assessment", "safety_plan", "care_plan", "harm_concern"],
)  # fmt: skip
