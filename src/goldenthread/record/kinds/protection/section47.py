"""A section 47 enquiry. The visits to the child are entries of their own."""

from goldenthread.record.kinds.fields import entry_id, is_one_of, line_with, needs_to_end, not_before, of_earlier
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, moment, section, text
from goldenthread.standards import vocabulary as v

OUTCOMES = {
    "conference": "Substantiated, and an initial conference is needed",
    "no_conference": "Substantiated, and the child is not at continuing risk",
    "need": "Not substantiated, but the child is in need",
    "none": "Not substantiated",
}
MEDICAL = {
    "done": "Held, advised against or refused: recorded as an entry",
    "not_needed": "No injury, disclosure or neglect that a doctor should see",
}

KIND = Kind(
    "section47", "Section 47 enquiry", "Is the child suffering, or likely to suffer, significant harm?",
    about="children",
    fields=[
        *group("Beginning",
            moment("began", "When was it begun?", required=True),
            text("reason", "What is suspected, and of whom?", required=True),
        ),
        *group("Each child",
            section("wishes", "What did the child say, and want?", "In the child's own words.", per_child=True),
            day("wishes_heard", "On what day?", per_child=True),
            choice("outcome", "What did the enquiry find?", OUTCOMES, per_child=True),
        ),
        *group("What we found",
            section("found", "What did each agency say, and what did we see?"),
            section("analysis", "What does it mean?", "What would have to be true for the child to be safe at home?"),
            choice("medical", "A child protection medical assessment", MEDICAL),
            text("why_no_medical", "Why was none needed?", required=True, when=("medical", "not_needed")),
            moment("ended", "Ended on"),
        ),
    ],
    happened="began", ended="ended",
    line=line_with("Section 47 enquiry", "outcome", OUTCOMES),
    gives=[
        Gives(v.section47, facts={
            "section47_id": entry_id, "referral_id": of_earlier("referral"),
            "is_conference_needed": is_one_of("outcome", "conference"),
        }),
        Gives(v.section47_wishes, on="wishes_heard", where=lambda told: told.is_said("wishes")),
    ],
    significance="key", theme="protection",
    next_steps=["visit", "medical", "safety_plan", "conference_report", "initial_conference", "need_plan", "management_decision",
                "period_of_care"],
    checks=[
        not_before("began", "wishes_heard"),
        needs_to_end("ended", "outcome", "medical", "analysis", words="This is needed before the enquiry is ended."),
    ],
)  # fmt: skip
