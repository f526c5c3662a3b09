"""A note: anything else that should be on the record."""

from goldenthread.record.kinds.language import Kind, choice, group, line, moment, section, text
from goldenthread.record.kinds.told import Told

HOW = {"call": "Telephone call", "message": "Email, letter or text message", "meeting": "Meeting", "other": "Something else"}


def _line(told: Told) -> str:
    return told.get("title") or HOW.get(told.get("how"), "Note")


KIND = Kind(
    "note", "Note", "Something else that whoever reads this record should know.",
    about="children",
    fields=[
        *group("The note",
            moment("happened", "When?", required=True),
            line("title", "In a few words", required=True),
            choice("how", "How did you come to know?", HOW),
            text("text", "What happened, and what does it mean for the child?", required=True),
            section("said", "The child said", per_child=True),
        ),
    ],
    happened="happened",
    line=_line,
    theme="other",
    next_steps=["harm_concern", "sexual_abuse_concern", "exploitation_concern", "childs_wish",
                "change_of_circumstances", "management_decision"],
)  # fmt: skip
