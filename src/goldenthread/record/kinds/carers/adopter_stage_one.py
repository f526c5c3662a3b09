"""Stage one of an adopter's assessment."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, text
from goldenthread.standards import vocabulary as v

OUTCOMES = {"went_on": "They went on", "withdrew": "They withdrew", "refused": "They were not suitable"}

KIND = Kind(
    "adopter_stage_one", "Adopter's assessment, stage one", "Checks, references, preparation. Should they go on?",
    about="carer",
    fields=[
        *group("Stage one",
            day("began", "When did it begin?", required=True),
            text("text", "What should be known?"),
            day("ended", "When did it end?"),
            choice("outcome", "How did it end?", OUTCOMES),
        ),
    ],
    happened="began", ended="ended",
    line=line_with("Adopter's assessment, stage one", "outcome", OUTCOMES),
    gives=[Gives(v.adopter_stage_one)],
    next_steps=["adopter_stage_two"],
)  # fmt: skip
