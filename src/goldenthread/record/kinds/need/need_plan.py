"""A child in need plan."""

from goldenthread.record.kinds.fields import (
    NOT_WORKING,
    PLAN_PARTS,
    WISHES,
    left_out,
    line_with,
    needs_to_end,
    not_before,
    of_earlier,
    wishes,
)
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, outcomes, section
from goldenthread.standards import vocabulary as v

ENDINGS = {
    "met": "What was needed is in place",
    "early_help": "Early help goes on instead",
    "protection": "A child protection plan instead",
    "care": "The child is looked after",
    "refused": "The family did not want it, and we judged the children safe",
    "moved": "The family moved",
}

KIND = Kind(
    "need_plan", "Child in need plan", "What will be different for each child, who will help, and by when?",
    about="children",
    fields=[
        *group("The plan",
            day("began", "When did it begin?", required=True),
            wishes(),
            outcomes(required=True),
            section("parents", "What do the parents say of it?"),
            section("contingency", "What will we do if nothing changes, and when?"),
        ),
        *group("When it ends",
            day("ended", "Ended on"),
            choice("ending", "Why did it end?", ENDINGS),
            day("ended_alone", "Ended for this child on", "Only if on another day than for the others.", per_child=True),
        ),
    ],
    happened="began", ended="ended", ended_alone="ended_alone",
    ended_with=["referral"],
    line=line_with("Child in need plan", "ending", ENDINGS),
    gives=[
        Gives(v.need_plan, facts={"referral_id": of_earlier("referral")}),
        *left_out("child in need plan", PLAN_PARTS | NOT_WORKING | WISHES),
    ],
    significance="key", theme="child in need",
    next_steps=["need_review", "visit", "family_group_offer", "strategy_discussion", "early_help", "short_break", "case_summary"],
    checks=[not_before("began", "ended_alone"), needs_to_end("ended", "ending")],
)  # fmt: skip
