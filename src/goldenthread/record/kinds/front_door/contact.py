"""A contact: somebody tells the service about a child."""

from goldenthread.record.kinds.fields import entry_id, is_one_of, line_with, not_before, says
from goldenthread.record.kinds.language import MADE, Gives, Kind, choice, code, day, group, line, moment, text, yes_no
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
            text("worry", "What is the worry?", "In the words that were used. Is a child in danger tonight?", required=True),
            yes_no("is_domestic_abuse", "Is it a notification of domestic abuse?"),
            text("said", "What has the child said, or been seen to want?", per_child=True),
            text("known", "What do we know already?", "Earlier contacts and plans, brothers and sisters, who has moved in."),
        ),
        *group("What was decided",
            choice("decision", "What was decided?", DECISIONS),
            day("decided", "On what day?"),
            text("why", "Why?", "Why is that enough, with what is known already?", required=True, when=("decision", "none")),
        ),
    ],
    happened="received",
    line=line_with("Contact", "decision", DECISIONS),
    gives=[
        Gives(v.contact, facts={
            "contact_id": entry_id, "source": "source", "is_domestic_abuse": "is_domestic_abuse",
            "is_out_of_hours": "is_out_of_hours", "is_no_further_action": is_one_of("decision", "none"),
        }),
        Gives(v.contact_decision, on="decided", facts={"contact_id": entry_id}),
        Gives(v.out_of_hours_record, on=MADE, where=says("is_out_of_hours", True), facts={"contact_id": entry_id}),
    ],
    theme="front door",
    next_steps=["referral", "early_help", "homeless", "private_fostering", "harm_concern", "changed_child", "marac"],
    checks=[not_before("received", "decided")],
)  # fmt: skip
