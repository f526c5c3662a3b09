"""Early help, led by another organisation or by the service."""

from goldenthread.record.kinds.fields import line_with, needs_to_end, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, choice, day, group, line, text
from goldenthread.standards import vocabulary as v

ENDINGS = {"met": "It helped enough", "stepped_up": "The family needed more: a referral", "refused": "The family did not want it",
           "moved": "The family moved"}  # fmt: skip

KIND = Kind(
    "early_help", "Early help", "Help before it is a matter for social care. Who leads, and what will it change?",
    about="children",
    fields=[
        *group("The help",
            day("began", "When did it begin?", required=True),
            line("organisation", "Which organisation leads?", required=True),
            text("what", "What will it change for the children?", required=True),
            wishes(),
            actions(),
        ),
        *group("When it ends", day("ended", "Ended on"), choice("ending", "Why did it end?", ENDINGS)),
    ],
    happened="began", ended="ended",
    line=line_with("Early help", "ending", ENDINGS),
    gives=[Gives(v.early_help, facts={"organisation": "organisation"})],
    theme="front door",
    next_steps=["contact", "referral"],
    checks=[needs_to_end("ended", "ending")],
)  # fmt: skip
