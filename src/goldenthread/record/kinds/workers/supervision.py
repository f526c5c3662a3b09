"""Supervision of a worker: work and learning. Children are thought about in entries of their own."""

from goldenthread.record.kinds.fields import last_time
from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, actions, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "supervision", "Supervision", "How is the work, and what would help?",
    about="worker",
    fields=[
        *group("Supervision",
            day("held", "When?", required=True),
            last_time(),
            section("work", "How is the work?", "How many children, how hard; what is late and why."),
            section("learning", "What is being learned, and what is hard?"),
            actions(),
            day("next", "When is the next one?", past=False),
        ),
    ],
    happened="held",
    line="Supervision",
    gives=[Gives(v.supervision)],
    made_by=DECIDERS,
    next_steps=["wellbeing", "supervision", "appraisal"],
)  # fmt: skip
