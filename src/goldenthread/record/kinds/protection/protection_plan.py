"""A child protection plan, from the conference that made it to the one that ended it."""

from goldenthread.codes.lists import label
from goldenthread.record.kinds.fields import NOT_WORKING, PLAN_PARTS, entry_id, left_out, line_with_code, needs_to_end, not_before
from goldenthread.record.kinds.language import Gives, Kind, choice, code, day, group, number, outcomes, section
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

ENDINGS = {
    "safe": "The children are safe without it",
    "need": "A child in need plan instead",
    "care": "The children are looked after",
    "moved": "The family moved to another authority",
    "eighteen": "The child is 18, or has died",
}


def _latest(told: Told) -> str | None:
    return told.get("latest_category") or told.get("category")


def _check(told: Told):
    previous = told.get("previous_plans")
    if previous is not None and previous < 0:
        yield "previous_plans", "A number of plans is 0 or more."
    if told.is_said("latest_category") and told.get("latest_category") == told.get("category"):
        yield "latest_category", f"This is the category it began with, {label('category_of_abuse', told.get('category'))}."


KIND = Kind(
    "protection_plan", "Child protection plan", "What must be different for each child to be safe, and by when?",
    about="children",
    fields=[
        *group("The plan",
            day("began", "When did it begin?", required=True),
            code("category", "Category of abuse", "category_of_abuse", per_child=True, required=True),
            number("previous_plans", "How many plans has the child had before?", per_child=True),
        ),
        *group("What it will change",
            outcomes(required=True),
            section("seen", "How often is each child seen, and by whom?"),
            section("contingency", "What will we do if nothing changes, and when?", required=True),
        ),
        *group("Later",
            code("latest_category", "Category, if a review changed it", "category_of_abuse", per_child=True),
            day("ended", "Ended on"),
            choice("ending", "Why did it end?", ENDINGS),
            day("ended_alone", "Ended for this child on", "Only if on another day than for the others.", per_child=True),
        ),
    ],
    happened="began", ended="ended", ended_alone="ended_alone",
    line=line_with_code("Child protection plan", "category", "category_of_abuse"),
    gives=[Gives(v.protection_plan, facts={
        "plan_id": entry_id, "category": "category", "latest_category": _latest, "previous_plans": "previous_plans",
    }), *left_out("protection plan", PLAN_PARTS | NOT_WORKING)],
    significance="key", theme="protection",
    next_steps=["core_group", "visit", "chair_check", "conference_report", "review_conference", "legal_concern", "need_plan",
                "neglect_tool", "management_decision"],
    checks=[_check, not_before("began", "ended_alone"), needs_to_end("ended", "ending")],
)  # fmt: skip
