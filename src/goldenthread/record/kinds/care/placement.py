"""A placement: where a looked-after child lives. The address is kept with the person, where it can be protected."""

from goldenthread.record.kinds.fields import entry_id, line_with_code, wishes
from goldenthread.record.kinds.language import Gives, Kind, code, day, group, line, number, person, text, yes_no
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v


def _has_urn(told: Told) -> bool | None:
    return True if told.is_said("urn") else told.get("has_urn")


def _check(told: Told):
    if (told.get("distance") or 0) < 0:
        yield "distance", "A distance is 0 miles or more."
    if told.is_said("urn") and told.get("has_urn") is False:
        yield "has_urn", "A number is given, so it is registered."


KIND = Kind(
    "placement", "Placement", "The child goes to live somewhere. Where, with whom, and why there?",
    about="child",
    fields=[
        *group("The placement",
            day("began", "When did the child go to live there?", required=True),
            code("type", "What kind of placement?", "s903_placement_type", required=True),
            code("provider", "Who provides it?", "s903_placement_provider"),
            person("carer", "With whom?"),
            yes_no("has_urn", "Is it registered with Ofsted?"),
            line("urn", "Its registration number", reader="whoever makes the national return"),
            number("distance", "How many miles from home?"),
        ),
        *group("For this child",
            text("why", "Why there?", "Brothers and sisters, school, culture, language. What else was looked for?"),
            wishes("What does the child say about it?"),
            yes_no("is_temporary", "Is it for a short while, and then back to where the child lived before?"),
            yes_no("is_to_eighteen", "Is it meant to last until the child is 18?"),
            yes_no("is_fewer_visits_agreed", "Has the child, who understands it, agreed to fewer visits?",
                   "Only of a long-term foster placement."),
            day("notified", "When were those entitled told in writing?", reader="the reviewing officer"),
        ),
        *group("When it ends",
            day("ended", "When did the child leave?", "A new placement ends this one by itself."),
            code("change_reason", "Why?", "s903_reason_place_change"),
        ),
    ],
    happened="began", ended="ended",
    during=v.looked_after, replaces=True, ended_with=["period_of_care"],
    line=line_with_code("Placed", "type", "s903_placement_type"),
    gives=[
        Gives(v.placement, facts={
            "placement_id": entry_id, "type": "type", "provider": "provider", "has_urn": _has_urn, "distance": "distance",
            "change_reason": "change_reason", "is_temporary": "is_temporary", "is_to_eighteen": "is_to_eighteen",
            "is_fewer_visits_agreed": "is_fewer_visits_agreed",
        }),
        Gives(v.placement_notice, on="notified"),
    ],
    significance="key", theme="care",
    next_steps=["placement_plan", "visit", "placement", "stability_meeting", "disruption_meeting", "parent_placement",
                "temporary_approval", "looked_after_review", "secure_order", "secure_review",
                "missing"],
    checks=[_check],
)  # fmt: skip
