"""Contact with a care leaver; that a message was sent is not contact."""

from goldenthread.record.kinds.fields import line_with, says
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, group, moment, text
from goldenthread.standards import vocabulary as v

HOW = {
    "met": "We met",
    "spoke": "We spoke, by telephone or video",
    "wrote": "They wrote, and we answered",
    "no_answer": "We tried, and there was no answer",
}

KIND = Kind(
    "keeping_in_touch", "Keeping in touch", "How is the young person, and what do they need from us?",
    about="child",
    fields=[
        *group("In touch",
            moment("happened", "When?", required=True),
            choice("how", "How?", HOW, required=True),
            text("said", "What did they say?", "Home, money, work, health, friends."),
            actions(),
        ),
    ],
    happened="happened",
    line=line_with("Keeping in touch", "how", HOW),
    gives=[Gives(v.care_leaver_contact, where=says("how", "met", "spoke", "wrote"))],
    theme="leaving care",
    next_steps=["pathway_plan", "visit"],
)  # fmt: skip
