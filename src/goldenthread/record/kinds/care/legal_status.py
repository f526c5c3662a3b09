"""The law under which a looked-after child is looked after; one at a time, as the national return has it."""

from goldenthread.record.kinds.fields import line_with_code
from goldenthread.record.kinds.language import Gives, Kind, code, group, line, moment, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "legal_status", "Legal status", "Under which law is the child looked after from this day?",
    about="child",
    fields=[
        *group("The status",
            moment("began", "From when?", required=True),
            code("code", "Which?", "s903_legal_status", required=True),
            line("basis", "Which court made the order, or who agreed?", "Of an agreement: did they understand it?"),
            text("why", "Why this, and is it still right?"),
        ),
        *group("When it ends", moment("ended", "Until when?", "A new legal status ends this one by itself.")),
    ],
    happened="began", ended="ended",
    during=v.looked_after, replaces=True, ended_with=["period_of_care"],
    line=line_with_code("Legal status", "code", "s903_legal_status"),
    gives=[Gives(v.legal_status, facts={"code": "code"}), Gives(v.change, facts={"what": lambda told: "the legal status"})],
    significance="key", theme="care",
    next_steps=["proceedings", "legal_status", "deprivation_of_liberty", "detention"],
)  # fmt: skip
