"""Advice of the authority's lawyers. It is privileged: kept apart from minutes, and read by those whose client it advises."""

from goldenthread.record.kinds.language import DECIDERS, Kind, day, group, line, text

CLIENTS = DECIDERS | {"social_worker"}

KIND = Kind(
    "legal_advice", "Legal advice", "What do our lawyers advise? It is privileged: keep it here and nowhere else.",
    about="children",
    fields=[
        *group("The advice",
            day("given", "When was it given?", required=True),
            line("lawyer", "By whom?", required=True),
            text("question", "What was asked?"),
            text("advice", "What do they advise?", required=True),
        ),
    ],
    happened="given",
    line="Legal advice was given",
    made_by=CLIENTS, read_by=CLIENTS, theme="court",
    next_steps=["legal_gateway", "management_decision"],
)  # fmt: skip
