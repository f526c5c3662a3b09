"""Stage one of an adopter's assessment; and what its two stages have in common."""

from collections.abc import Sequence

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, text
from goldenthread.standards import vocabulary as v
from goldenthread.standards.language.nouns import Named

OUTCOMES = {"went_on": "They went on", "withdrew": "They withdrew", "refused": "They were not suitable"}


def stage(number: str, purpose: str, gives: Named, next_steps: Sequence[str] = ()) -> Kind:
    """One of the two stages: when it began, when and how it ended."""
    title = f"Adopter's assessment, stage {number}"
    return Kind(
        f"adopter_stage_{number}", title, purpose,
        about="carer",
        fields=[
            *group(f"Stage {number}",
                day("began", "When did it begin?", required=True),
                text("text", "What should be known?"),
                day("ended", "When did it end?"),
                choice("outcome", "How did it end?", OUTCOMES),
            ),
        ],
        happened="began", ended="ended",
        line=line_with(title, "outcome", OUTCOMES),
        gives=[Gives(gives)],
        next_steps=next_steps,
    )  # fmt: skip


KIND = stage("one", "Checks, references, preparation. Should they go on?", v.adopter_stage_one, ["adopter_stage_two"])
