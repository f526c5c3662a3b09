"""A meeting with the parents, and their lawyer, in pre-proceedings."""

from goldenthread.record.kinds.fields import attended, last_time, wishes
from goldenthread.record.kinds.language import Gives, Kind, actions, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "pre_proceedings_meeting", "Pre-proceedings meeting", "What must change, what has changed, and what happens if it does not?",
    about="children",
    fields=[
        *group("The meeting",
            day("held", "When was it held?", required=True),
            attended(),
            last_time(),
            section("progress", "What has changed for the children?", required=True),
            section("parents", "What do the parents say?"),
            wishes(),
            actions(words="What was agreed, who does it, and by when?"),
        ),
    ],
    happened="held",
    during=v.pre_proceedings,
    line="Pre-proceedings meeting",
    gives=[Gives(v.pre_proceedings_meeting)],
    significance="key", theme="court",
    next_steps=["pre_proceedings_meeting", "legal_gateway", "proceedings"],
)  # fmt: skip
