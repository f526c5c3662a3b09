"""A wish of the child's, and what was done about it: open until the child has been given an answer."""

from goldenthread.record.kinds.fields import line_with, needs_to_end
from goldenthread.record.kinds.language import Kind, choice, day, group, moment, text

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
    theme="the child's voice",
    next_steps=["management_decision", "complaint"],
    checks=[needs_to_end("answered", "answer", "done")],
)  # fmt: skip
