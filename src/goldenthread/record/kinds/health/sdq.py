"""A strengths and difficulties questionnaire."""

from collections.abc import Iterator

from goldenthread.record.kinds.language import Gives, Kind, code, day, group, number, text
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v


def _check(told: Told) -> Iterator[tuple[str, str]]:
    score = told.get("score")
    if score is not None and not 0 <= score <= 40:
        yield "score", "A score is from 0 to 40."
    if score is not None and told.is_said("reason"):
        yield "reason", "There is a score, so there is no reason for having none."
    if score is None and not told.is_said("reason"):
        yield "score", "Give the score, or say why there is none."


KIND = Kind(
    "sdq", "Strengths and difficulties questionnaire", "How is the child feeling, next to last time?",
    about="child",
    fields=[
        *group("The questionnaire",
            day("completed", "When?", required=True),
            number("score", "The score", "0 to 40. From 17 on, the child may need help."),
            code("reason", "If there is no score, why?", "s903_sdq_reason"),
            text("meaning", "What does it tell you, next to last time?"),
        ),
    ],
    happened="completed",
    line=lambda told: f"Strengths and difficulties: {told.get('score')}" if told.is_said("score")
    else "Strengths and difficulties: no score",
    gives=[Gives(v.sdq, facts={"score": "score", "reason": "reason"})],
    theme="health",
    next_steps=["mental_health_consultation", "therapeutic_referral"],
    checks=[_check],
)  # fmt: skip
