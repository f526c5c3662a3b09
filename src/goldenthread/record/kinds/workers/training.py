"""Training that a worker has completed."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, line, text
from goldenthread.standards import vocabulary as v

TOPICS = {
    "exploitation": "Exploitation",
    "neglect": "Neglect",
    "domestic_abuse": "Domestic abuse",
    "sexual_abuse": "Sexual abuse",
    "risk_assessment": "Risk assessment",
    "other": "Something else",
}

KIND = Kind(
    "training", "Training", "What was learned, and what will change?",
    about="worker",
    fields=[
        *group("The training",
            day("completed", "When was it completed?", required=True),
            choice("topic", "On what?", TOPICS, required=True),
            line("title", "What is it called?"),
            text("change", "What will you do differently?"),
        ),
    ],
    happened="completed",
    line=line_with("Training", "topic", TOPICS),
    gives=[Gives(v.training, facts={"topic": "topic"})],
)  # fmt: skip
