"""Life-story work: the child begins to understand their own story."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, day, group, line, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "life_story_work", "Life-story work", "The child begins to understand their own story. Who helps, and how is it going?",
    about="child",
    fields=[
        *group("The work",
            day("began", "When did it begin?", required=True),
            line("who", "Who does it with the child?"),
            text("what", "What has the child understood, and what is still hard?"),
            wishes("What does the child ask?"),
        ),
    ],
    happened="began",
    line="Life-story work began",
    gives=[Gives(v.life_story_work)],
    theme="permanence",
    next_steps=["life_story_book"],
)  # fmt: skip
