"""A time in which a young person is owed leaving care services, of one category."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, choice, code, day, group, text
from goldenthread.standards import vocabulary as v

CATEGORIES = {
    "eligible": "Eligible: 16 or 17 and looked after",
    "relevant": "Relevant: 16 or 17 and no longer looked after",
    "former relevant": "Former relevant: 18 or over",
    "qualifying": "Qualifying",
}

KIND = Kind(
    "care_leaver", "Owed leaving care services", "What is this young person owed, and are we in touch?",
    about="child",
    fields=[
        *group("What is owed",
            day("began", "From when?", required=True),
            choice("category", "In which category?", CATEGORIES, required=True),
            code("in_touch", "Are we in touch?", "s903_in_touch"),
            code("activity", "What does the young person do?", "s903_activity"),
            text("text", "What matters most to them now?"),
        ),
        *group("When it ends", day("ended", "Until when?", "A new category ends this one by itself.")),
    ],
    happened="began", ended="ended",
    replaces=True,
    line=line_with("Leaving care", "category", CATEGORIES),
    gives=[Gives(v.care_leaver, facts={"category": "category", "in_touch": "in_touch", "activity": "activity"})],
    significance="key", theme="leaving care",
    next_steps=["pathway_assessment", "pathway_plan", "accommodation", "keeping_in_touch", "health_history", "care_leaver"],
)  # fmt: skip
