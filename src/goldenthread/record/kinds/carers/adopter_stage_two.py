"""Stage two of an adopter's assessment."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, text
from goldenthread.standards import vocabulary as v

OUTCOMES = {"went_on": "They went on", "withdrew": "They withdrew", "refused": "They were not suitable"}

KIND = Kind(
    "adopter_stage_two", "Adopter's assessment, stage two", "Who are these people, and for which child would they be right?",
    about="carer",
    fields=[
        *group("Stage two",
            day("began", "When did it begin?", required=True),
            text("text", "What should be known?"),
            day("ended", "When did it end?"),
            choice("outcome", "How did it end?", OUTCOMES),
        ),
    ],
    happened="began", ended="ended",
    line=line_with("Adopter's assessment, stage two", "outcome", OUTCOMES),
    gives=[Gives(v.adopter_stage_two)],
)  # fmt: skip
