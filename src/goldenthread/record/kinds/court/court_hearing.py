"""A hearing, and what the court ordered."""

from goldenthread.record.kinds.fields import attended, line_with, not_before, wishes
from goldenthread.record.kinds.language import Kind, actions, choice, day, group, text

WHICH = {
    "first": "First hearing (case management)",
    "resolution": "Issues resolution hearing",
    "final": "Final hearing",
    "emergency": "Urgent hearing",
    "other": "Another hearing",
}

KIND = Kind(
    "court_hearing", "Court hearing", "What did the court order, and what must be done by when?",
    about="children",
    fields=[
        *group("The hearing",
            day("held", "When was it held?", required=True),
            choice("which", "Which hearing?", WHICH),
            attended(),
            text("ordered", "What did the court order?", required=True),
            wishes("How was the child's view put to the court?"),
            actions(words="What has the court directed, to whom, by when?"),
            day("next", "When is the next hearing?", past=False),
        ),
    ],
    happened="held",
    line=line_with("Court hearing", "which", WHICH),
    significance="key", theme="court",
    next_steps=["court_hearing", "court_extension", "legal_status", "care_plan", "placement_order"],
    checks=[not_before("held", "next")],
)  # fmt: skip
