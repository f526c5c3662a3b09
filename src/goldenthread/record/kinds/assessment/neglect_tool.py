"""A neglect assessment tool, gone through with the family."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, line, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "neglect_tool", "Neglect assessment tool", "How well is each child cared for, day after day, and is it getting better?",
    about="children",
    fields=[
        *group("What it showed",
            day("done", "When was it done?", required=True),
            line("tool", "Which tool?"),
            section("result", "What did it show for each child?", "Compared with last time.", required=True),
            section("long", "For how long has it been like this?", "From the first worry, not from this referral."),
            wishes(),
        ),
        *group("What happens next", actions()),
    ],
    happened="done",
    line="Neglect assessment tool completed",
    gives=[Gives(v.neglect_tool)],
    theme="assessment",
    next_steps=["assessment", "core_group", "strategy_discussion", "legal_concern"],
)  # fmt: skip
