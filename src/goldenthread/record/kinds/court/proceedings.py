"""Care proceedings, from their issue to their conclusion."""

from goldenthread.record.kinds.fields import line_with_code, needs_to_end, not_before
from goldenthread.record.kinds.language import Gives, Kind, code, day, group, line, text
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "proceedings", "Care proceedings", "We have asked the court to decide. What do we ask for, and why?",
    about="children",
    fields=[
        *group("The application",
            day("issued", "When were they issued?", required=True),
            line("court", "Which court, and what is the case's number?"),
            code("asked", "What did we ask for?", "ssd_pp_initial_care_plan", per_child=True),
            text("why", "Why now?"),
        ),
        *group("When it ends",
            day("concluded", "Concluded on"),
            code("ordered", "What did the court decide?", "ssd_pp_final_care_plan", per_child=True),
            day("concluded_alone", "Concluded for this child on", "Only if on another day than for the others.", per_child=True),
        ),
    ],
    happened="issued", ended="concluded", ended_alone="concluded_alone",
    line=line_with_code("Care proceedings", "ordered", "ssd_pp_final_care_plan"),
    gives=[Gives(v.proceedings)],
    significance="key", theme="court",
    next_steps=["court_hearing", "legal_status", "court_extension", "permanence_plan", "placement_order", "care_plan"],
    checks=[not_before("issued", "concluded_alone"), needs_to_end("concluded", "ordered")],
)  # fmt: skip
