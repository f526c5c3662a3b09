"""Whether the child needs therapeutic help, and the wait for it."""

from goldenthread.record.kinds.fields import entry_id, line_with, not_before, says, wishes
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, line, text
from goldenthread.standards import vocabulary as v

DECISIONS = {"referred": "The child was referred", "later": "Not now", "not_needed": "Not needed"}

KIND = Kind(
    "therapeutic_referral", "Therapeutic help", "Does the child need help to recover, and how long are they waiting for it?",
    about="child",
    fields=[
        *group("The need",
            day("considered", "When was it considered?", required=True),
            choice("decision", "What was decided?", DECISIONS, required=True),
            text("why", "Why?", required=True),
            line("to", "To whom was the child referred?"),
            wishes("What does the child want?"),
        ),
        *group("The wait",
            day("started", "When did the help begin?"),
            text("meanwhile", "What helps the child meanwhile?"),
        ),
    ],
    happened="considered",
    line=line_with("Therapeutic help", "decision", DECISIONS),
    gives=[
        Gives(v.therapeutic_referral),
        Gives(v.waiting, until="started", where=says("decision", "referred"),
              facts={"wait_id": entry_id, "of": lambda told: "therapy"}),
    ],
    theme="health",
    next_steps=["mental_health_consultation", "therapeutic_referral"],
    checks=[not_before("considered", "started")],
)  # fmt: skip
