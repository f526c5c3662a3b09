"""How a worker is, said in supervision: private to the two."""

from goldenthread.record.kinds.language import DECIDERS, Kind, actions, day, group, section

KIND = Kind(
    "wellbeing", "How the worker is", "Private to the two of you: nobody above reads it.",
    about="worker",
    fields=[
        *group("Between the two of you",
            day("held", "When?", required=True),
            section("how", "How are you?", required=True),
            section("help", "What would help?"),
            actions(),
        ),
    ],
    happened="held",
    line="How the worker is",
    made_by=DECIDERS, private=True,
    next_steps=["supervision"],
)  # fmt: skip
