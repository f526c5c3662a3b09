"""A contact: somebody tells the service about a child."""

from goldenthread.record.kinds.language import Gives, Kind, choice, code, day, group, line, moment, text, yes_no
from goldenthread.standards import vocabulary as v

DECISIONS = {
    "referral": "Go on to a referral",
    "early_help": "Offer early help",
    "information": "Give information and advice",
    "none": "No further action",
}

KIND = Kind(
    "contact", "Contact", "Somebody has told the service about a child. What is the worry, and what was decided?",
    about="children",
    fields=[
        *group("Who told us, and when",
            moment("received", "When was it received?", required=True),
            code("source", "Who made contact?", "referral_source", required=True),
            line("caller", "Name and agency of whoever told us", reader="whoever calls them back"),
            yes_no("is_out_of_hours", "Did the out-of-hours team receive it?"),
        ),
        *group("What they told us",
            text("worry", "What is the worry?", "In the words that were used.", required=True),
            yes_no("is_domestic_abuse", "Is it a notification of domestic abuse?"),
            text("said", "What has the child said, or been seen to want?", per_child=True),
        ),
        *group("What was decided",
            choice("decision", "What was decided?", DECISIONS),
            day("decided", "On what day?"),
            text("why", "Why?", required=True, when=("decision", "none")),
        ),
    ],
    happened="received",
    line=lambda told: f"Contact: {DECISIONS[told.get('decision')].lower()}" if told.is_said("decision") else "Contact",
    gives=[
        Gives(v.contact, facts={
            "contact_id": lambda told: told.entry_id, "source": "source", "is_domestic_abuse": "is_domestic_abuse",
            "is_out_of_hours": "is_out_of_hours",
            "is_no_further_action": lambda told: told.get("decision") == "none" if told.is_said("decision") else None,
        }),
        Gives(v.contact_decision, on="decided", facts={"contact_id": lambda told: told.entry_id}),
    ],
    theme="front door",
    next_steps=["referral", "early_help"],
)  # fmt: skip
