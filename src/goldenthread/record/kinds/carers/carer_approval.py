"""A foster carer's approval."""

from goldenthread.record.kinds.language import Gives, Kind, day, group, line, number, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "carer_approval", "Foster carer's approval", "For which children, and how many, is the carer approved?",
    about="carer",
    fields=[
        *group("The approval",
            day("began", "From when?", required=True),
            number("children", "For how many children?"),
            line("terms", "On what terms?", "Ages, brothers and sisters, short breaks."),
        ),
        *group("When it ends", day("ended", "Ended on"), text("why_ended", "Why?")),
    ],
    happened="began", ended="ended",
    line="Approved as a foster carer",
    gives=[Gives(v.carer_approval)],
    next_steps=["carer_review", "carer_visit"],
)  # fmt: skip
