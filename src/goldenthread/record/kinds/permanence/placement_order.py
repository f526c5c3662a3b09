"""Authority to place for adoption, until the child is placed or it ends."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, line
from goldenthread.standards import vocabulary as v

BASES = {"order": "A placement order", "consent": "The parents' consent"}

KIND = Kind(
    "placement_order", "Authority to place for adoption", "From when may the child be placed for adoption?",
    about="child",
    fields=[
        *group("The authority",
            day("given", "When was it given?", required=True),
            choice("basis", "How?", BASES, required=True),
            line("court", "Which court?"),
        ),
        *group("When it ends", day("ended", "When was the child placed, or the authority ended?")),
    ],
    happened="given", ended="ended",
    ended_with=["period_of_care"],
    line=line_with("Authority to place for adoption", "basis", BASES),
    gives=[Gives(v.placement_order)],
    significance="key", theme="permanence",
    next_steps=["adoption_match", "adoption_reversed", "legal_status"],
)  # fmt: skip
