"""An initial child protection conference."""

from goldenthread.record.kinds.fields import attended, of_earlier, why_empty, wishes_answered
from goldenthread.record.kinds.language import Gives, Kind, actions, code, day, group, section, text, worker, yes_no
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v


def _line(told: Told) -> str:
    made = {True: ": a plan was made", False: ": no plan was made"}.get(told.get("is_plan_made"), "")
    return f"Initial child protection conference{made}"


KIND = Kind(
    "initial_conference", "Initial child protection conference",
    "Does each child need a child protection plan, for what, and what will it change?",
    about="children",
    fields=[
        *group("The conference",
            day("held", "When was it held?", required=True),
            worker("chair", "Who chaired?"),
            attended(),
            yes_no("is_transfer_in", "Did the children move here on another authority's plan?"),
        ),
        *group("What was said",
            section("harm", "What harm has happened, and what is likely?", required=True),
            section("strengths", "What keeps the children safe?"),
            section("parents", "What do the parents say?"),
            wishes_answered(),
            why_empty(),
        ),
        *group("What was decided",
            yes_no("is_plan_made", "Is a child protection plan made?", per_child=True, required=True),
            code("category", "Under which category?", "category_of_abuse", per_child=True, required=True,
                 when=("is_plan_made", True)),
            text("why", "Why?", "Who disagreed?", required=True),
            actions(words="What happens before the core group meets?"),
        ),
    ],
    happened="held",
    line=_line,
    gives=[Gives(v.initial_conference, facts={
        "section47_id": of_earlier("section47"), "is_transfer_in": "is_transfer_in", "is_plan_made": "is_plan_made",
    })],
    significance="key", theme="protection",
    next_steps=["protection_plan", "need_plan"],
)  # fmt: skip
