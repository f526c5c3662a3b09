"""A chronology that a person has gone through and finished: what was chosen, and what the day's line says."""

from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, line, rows, text
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

SIGNIFICANCE = {"key": "Key", "ordinary": "Ordinary"}
PURPOSES = {"case": "To understand the child's story", "conference": "For a conference", "court": "For court"}


def _line(told: Told) -> str:
    return "Chronology finished for court" if told.get("purpose") == "court" else "Chronology finished"


KIND = Kind(
    "chronology", "Chronology",
    "The child's story, a line for each thing that mattered: what it was and what it meant to the child.",
    about="child",
    fields=[
        *group("The chronology",
            day("finished", "When was it finished?", required=True),
            choice("purpose", "What for?", PURPOSES),
            rows("lines", "Lines", [
                day("when", "When", required=True),
                line("what", "What happened", required=True),
                line("source", "The id of the entry it comes from"),
                choice("significance", "How much it matters", SIGNIFICANCE),
                text("childs_perspective", "What it was like for the child"),
            ], required=True),
            text("pattern", "What does it show, taken together?"),
        ),
    ],
    happened="finished",
    line=_line,
    gives=[Gives(v.chronology_update)],
    theme="oversight",
    next_steps=["case_summary", "chronology"],
)  # fmt: skip
