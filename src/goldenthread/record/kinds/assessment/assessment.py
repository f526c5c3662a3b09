"""An assessment of the children of a family; its end is its authorisation by a manager."""

from goldenthread.record.kinds.fields import entry_id, left_out, line_with, needs_to_end, not_before, of_earlier, wishes
from goldenthread.record.kinds.language import (
    DECIDERS,
    EACH,
    Gives,
    Kind,
    choice,
    codes,
    day,
    group,
    line,
    rows,
    section,
    text,
    yes_no,
)
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

OUTCOMES = {
    "need_plan": "A child in need plan",
    "strategy": "A strategy discussion",
    "care": "The child becomes looked after",
    "early_help": "Early help",
    "none": "No further action",
}
SHARED = {"shared": "Yes", "withheld": "Withheld, for the child's safety"}


def _is_not_heard(told: Told) -> bool:
    """No word of the child's wishes; a child who was not yet born had none to say."""
    return not told.is_said("wishes") and told.born_on is not None and told.born_on < told.day("authorised")


PARTS = {"what could harm the child": "risk", "what protects the child": "strengths", "what happened before": "history",
         "the child's wishes": _is_not_heard, "what it means": "analysis"}  # fmt: skip

KIND = Kind(
    "assessment", "Assessment", "What is this child's life like, what does it mean for the child, and what must change?",
    about="children",
    fields=[
        *group("Beginning",
            day("began", "When did it begin?", required=True),
            text("reason", "Why are we assessing?", required=True),
            day("target", "By when should it be finished, for this child?", "Not the most that the law allows.", past=False),
        ),
        *group("Each child",
            day("seen_on", "When was the child seen?", "Leave blank if not seen.", per_child=True),
            wishes(),
            section("life", "What is a day in this child's life like?", per_child=True),
            codes("factors", "What was found?", "assessment_factors", per_child=True),
        ),
        *group("What we found",
            section("history", "What has happened in this family before?", "What was tried, and what came of it?"),
            section("parents", "What can the parents do, and what gets in the way?",
                    "Both parents, and anyone else who lives there or has moved in."),
            section("wider", "Who else is there for the child?"),
            section("risk", "What could harm the child?", "What has happened already, how often, and is it getting worse?"),
            section("strengths", "What protects the child?"),
        ),
        *group("What it means",
            section("analysis", "What does this mean for each child?", "What if nothing changes? What are we missing?"),
            yes_no("is_services_needed", "Are services needed?", per_child=True),
            choice("outcome", "What should happen next?", OUTCOMES, per_child=True),
        ),
        *group("A manager's review, and the end",
            rows("manager_reviews", "A manager's reviews of the work", [
                day("reviewed", "On what day", required=True), line("words", "What the manager said", required=True),
            ], filled_by=DECIDERS),
            choice("shared", "Was the outcome given to the family?", SHARED),
            day("shared_on", "On what day was that done, or decided?"),
            text("why_withheld", "Why was it withheld?", required=True, when=("shared", "withheld")),
            day("authorised", "Authorised on", "By the manager who fills this in.", filled_by=DECIDERS),
        ),
    ],
    happened="began", ended="authorised",
    line=line_with("Assessment", "outcome", OUTCOMES),
    gives=[
        Gives(v.assessment, facts={
            "assessment_id": entry_id, "referral_id": of_earlier("referral"),
            "is_child_seen": lambda told: told.is_said("seen_on") if told.is_said("authorised") else (
                told.is_said("seen_on") or None),
            "is_services_needed": "is_services_needed",
        }),
        Gives(v.assessment_factor, on="authorised", each="factors", facts={"factor": EACH}),
        Gives(v.assessment_manager_review, on="reviewed", each="manager_reviews"),
        Gives(v.assessment_shared, on="shared_on", where=lambda told: told.is_said("shared")),
        Gives(v.assessment_target, on="target", facts={"assessment_id": entry_id}),
        *left_out("assessment", {"a day right for this child": "target"}),
        *left_out("assessment", PARTS, on="authorised"),
    ],
    significance="key", theme="assessment",
    next_steps=["need_plan", "strategy_discussion", "early_help", "period_of_care", "family_group_offer", "risk_assessment",
                "neglect_tool", "management_decision"],
    checks=[
        not_before("began", "seen_on", "shared_on", "target"),
        needs_to_end("authorised", "analysis", "outcome", "is_services_needed",
                     words="This is needed before the assessment is authorised."),
    ],
)  # fmt: skip
