"""The life story book and later life letter are given."""

from goldenthread.record.kinds.language import Gives, Kind, day, group, line, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "life_story_book", "Life story book and later life letter", "The child's story is given to those who will tell it.",
    about="child",
    fields=[
        *group("The book",
            day("given", "When were they given?", required=True),
            line("to", "To whom?"),
            text("text", "What is not in it, and why?"),
        ),
    ],
    happened="given",
    line="Life story book and later life letter given",
    gives=[Gives(v.life_story_book)],
    theme="permanence",
)  # fmt: skip
