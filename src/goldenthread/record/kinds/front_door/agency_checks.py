"""What partner agencies say when they are asked about a child."""

from goldenthread.record.kinds.fields import AGENCIES
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, line, rows, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "agency_checks", "Checks with partner agencies", "What do the others know about the children and who lives with them?",
    about="children",
    fields=[
        *group("What they say",
            day("checked", "On what day?", required=True),
            rows("checks", "Whom did you ask, and what did they say?", [
                choice("agency", "Agency", AGENCIES, required=True),
                line("who", "Who answered"),
                line("says", "What they say, or that they have not answered", required=True),
            ], "Asking needs no consent where a child may be at risk of significant harm.", required=True),
            text("meaning", "What does it mean, taken together?"),
        ),
    ],
    happened="checked",
    line="Checks with partner agencies",
    gives=[Gives(v.agency_checks)],
    theme="front door",
    next_steps=["strategy_discussion", "assessment", "referral"],
)  # fmt: skip
