"""A wish of the child's, and what was done about it: open until the child has been given an answer."""

from goldenthread.record.kinds.agreed import words_id
from goldenthread.record.kinds.fields import line_with, needs_to_end
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, moment, text
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

HOW = {
    "said": "Said it",
    "wrote": "Wrote or drew it",
    "showed": "Showed it by what they did",
    "advocate": "Through an advocate",
    "other": "Somebody else told us",
}
ANSWERS = {
    "done": "It was done",
    "partly": "Some of it was done",
    "no": "It could not be done",
    "changed": "The child changed their mind",
}


def _wish_id(told: Told) -> str:
    return words_id(told.get("wish"))


KIND = Kind(
    "childs_wish", "A child's wish", "Something the child wants. It stays open until the child has been given an answer.",
    about="child",
    fields=[
        *group("The wish",
            moment("said", "When?", required=True),
            choice("how", "How did you come to know?", HOW),
            text("wish", "What does the child want?", "In the child's own words.", required=True),
        ),
        *group("What came of it",
            choice("answer", "What came of it?", ANSWERS),
            text("done", "What was done, and why not the rest?"),
            text("told", "How was the child told, and what did they say?"),
            day("answered", "When was the child told?"),
        ),
    ],
    happened="said", ended="answered",
    line=line_with("The child wants something", "answer", ANSWERS),
    gives=[Gives(v.wish, facts={"wish_id": _wish_id}), Gives(v.wish_answered, on="answered", facts={"wish_id": _wish_id})],
    theme="the child's voice",
    next_steps=["management_decision", "complaint"],
    checks=[needs_to_end("answered", "answer", "done")],
)  # fmt: skip
