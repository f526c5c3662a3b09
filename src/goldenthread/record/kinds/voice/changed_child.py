"""A change in how a child is: what somebody noticed, before anybody knows what it means."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, day, group, line, text
from goldenthread.standards import vocabulary as v

CHANGES = {
    "self_harm": "Hurting themselves, or talking of it",
    "hostile": "Angry or hostile, or trusting nobody",
    "withdrawn": "Withdrawn, or no longer themselves",
    "sexualised": "Sexual behaviour or talk that is new",
    "sleep": "Sleep, eating or wetting",
    "other": "Something else",
}

KIND = Kind(
    "changed_child", "Change in how a child is", "What is different? It may mean nothing, or be how the child says it.",
    about="child",
    fields=[
        *group("What is different",
            day("noticed", "When was it noticed?", required=True),
            choice("kind", "What is it?", CHANGES, required=True),
            text("text", "What did you see or hear?", "What is new, and since when? What it may mean can wait.", required=True),
            line("who", "Who noticed it?"),
            text("said", "What does the child say?", "Whom does the child trust? Who asked, and where?"),
            actions(),
        ),
    ],
    happened="noticed",
    line=line_with("Change in how the child is", "kind", CHANGES),
    gives=[Gives(v.changed_child, facts={"kind": "kind"})],
    theme="the child's voice",
    next_steps=["visit", "childs_wish", "sexual_abuse_concern", "harm_concern", "therapeutic_referral"],
)  # fmt: skip
