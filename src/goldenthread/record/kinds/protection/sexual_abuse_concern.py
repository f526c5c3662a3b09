"""A worry about sexual abuse, before there is cause to suspect significant harm: children often show it before they say it."""

from goldenthread.record.kinds.language import Gives, Kind, actions, choices, group, moment, people, text
from goldenthread.standards import vocabulary as v

SIGNS = {
    "said": "Something the child said",
    "behaviour": "How the child behaves, or has changed",
    "person": "Somebody who may pose a risk is in the child's life",
    "online": "Something online",
    "another": "Another child was harmed",
    "other": "Something else",
}

KIND = Kind(
    "sexual_abuse_concern", "Worry about sexual abuse", "What makes you worry, and how is the child safe while we find out?",
    about="children",
    fields=[
        *group("The worry",
            moment("known", "When did it come up?", required=True),
            choices("signs", "What is it?", SIGNS, required=True),
            text("text", "What did you see or hear?", required=True),
            text("said", "What has the child said or shown?", "Do not wait for the child to say it.", per_child=True),
            people("who", "Who may pose a risk?"),
            text("contact", "Does that person see the children, and when?"),
            actions(),
        ),
    ],
    happened="known",
    line="Worry about sexual abuse",
    gives=[Gives(v.sexual_abuse_concern)],
    significance="key", theme="protection",
    next_steps=["safety_plan", "risk_assessment", "harm_concern", "strategy_discussion", "therapeutic_referral"],
)  # fmt: skip
