"""A referral: the service is asked to help, and decides within a working day."""

from goldenthread.record.kinds.fields import entry_id, is_one_of, line_with, needs_to_end, not_before
from goldenthread.record.kinds.language import Gives, Kind, choice, code, day, group, line, moment, text
from goldenthread.standards import vocabulary as v

DECISIONS = {
    "assessment": "Assess",
    "strategy": "Hold a strategy discussion",
    "early_help": "Early help instead",
    "none": "No further action",
}

KIND = Kind(
    "referral", "Referral", "The service is asked to help a child. What is the worry, and what will we do?",
    about="children",
    fields=[
        *group("Who referred, and when",
            moment("received", "When was it received?", required=True),
            code("source", "Who referred?", "referral_source", required=True),
            line("referrer", "Name and agency of the referrer", reader="whoever tells them what was decided"),
        ),
        *group("The worry",
            text("worry", "What is the worry?", "What has happened, to whom, and what may happen next?", required=True),
            text("said", "What has the child said, or been seen to want?", per_child=True),
            code("primary_need", "What is the main need?", "primary_need", per_child=True),
            text("family_knows", "Do the parents know, and what do they say?",
                 "If they were not told: why telling them would not be safe."),
        ),
        *group("What was decided",
            choice("decision", "What was decided?", DECISIONS),
            day("decided", "On what day?"),
            text("why", "Why?", required=True, when=("decision", "none")),
            day("informed", "On what day was the referrer told?"),
        ),
        *group("When the case is closed",
            day("closed", "Closed on"),
            code("closure_reason", "Why was it closed?", "reason_for_closure", per_child=True),
            day("closed_alone", "Closed for this child on", "Only if on another day than for the others.", per_child=True),
        ),
    ],
    happened="received", ended="closed", ended_alone="closed_alone",
    line=line_with("Referral", "decision", DECISIONS),
    gives=[
        Gives(v.referral, facts={
            "referral_id": entry_id, "source": "source", "primary_need": "primary_need", "closure_reason": "closure_reason",
            "is_no_further_action": is_one_of("decision", "none", "early_help"),
        }),
        Gives(v.referral_decision, on="decided", facts={"referral_id": entry_id}),
        Gives(v.referrer_informed, on="informed", facts={"referral_id": entry_id}),
    ],
    significance="key", theme="front door",
    next_steps=["assessment", "strategy_discussion", "agency_checks", "early_help", "need_plan"],
    checks=[
        not_before("received", "decided", "informed", "closed_alone"),
        needs_to_end("closed", "closure_reason"), needs_to_end("closed_alone", "closure_reason"),
    ],
)  # fmt: skip
