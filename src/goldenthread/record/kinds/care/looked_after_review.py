"""A looked-after review: its minutes by sections, its decisions, and when they reached those who carry them out."""

from goldenthread.record.kinds.fields import (
    LAST_TIME,
    WISHES,
    attended,
    last_time,
    left_out,
    not_before,
    why_empty,
    wishes,
    wishes_answered,
)
from goldenthread.record.kinds.language import (
    Gives,
    Kind,
    actions,
    code,
    day,
    group,
    outcomes,
    section,
    worker,
    yes_no,
)
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v


def _line(told: Told) -> str:
    change = {True: ": the care plan changes", False: ": the care plan goes on"}.get(told.get("is_plan_changed"), "")
    return f"Looked-after review{change}"


def _decides_nothing(told: Told) -> bool:
    return not (told.is_said("decisions") or told.is_said("outcomes") or told.get("is_plan_changed") is not None)


def _is_silent_about_eighteen(told: Told) -> bool:
    """Of a young person of fifteen and a half or over."""
    held = told.day("held")
    if told.born_on is None or told.is_said("eighteen"):
        return False
    months = (held.year - told.born_on.year) * 12 + held.month - told.born_on.month - (held.day < told.born_on.day)
    return 15 * 12 + 6 <= months < 18 * 12


SECTIONS = {"risk": "risk", "health": "health", "learning": "education", "a decision": _decides_nothing, **WISHES, **LAST_TIME}
OWN_STANDARDS = {"permanence": "permanence", "life after 18": _is_silent_about_eighteen}

KIND = Kind(
    "looked_after_review", "Looked-after review", "Is the care plan changing this child's life?",
    about="child",
    fields=[
        *group("The review",
            day("held", "When was it held?", required=True),
            worker("chair", "Which reviewing officer chaired?"),
            attended(),
            code("participation", "How did the child take part?", "s903_review_code", required=True),
            yes_no("is_seen_before", "Did the reviewing officer speak with the child before it?"),
            last_time(),
        ),
        *group("What was said",
            section("progress", "What has changed for the child since last time?", required=True),
            wishes(),
            wishes_answered(),
            section("risk", "What puts the child at risk?", "Going missing, exploitation, family time, where they live."),
            section("health", "Health, and how the child feels"),
            section("education", "Learning"),
            section("home", "Where the child lives, and the people who matter to the child"),
            section("eighteen", "Life after 18", "From fifteen and a half: home (can they stay?), work, money, health, people."),
            why_empty(),
        ),
        *group("What was decided",
            code("permanence", "Where will the child grow up?", "ssd_cla_permanence_plan", "By the second review at the latest."),
            yes_no("is_plan_changed", "Does the care plan change?"),
            outcomes(words="What will the plan change for the child now?"),
            actions("decisions", "What was decided, who does it, and by when?"),
        ),
        *group("Afterwards",
            day("decisions_issued", "When were the decisions sent out?"),
            day("record_distributed", "When was the full record sent out?"),
        ),
    ],
    happened="held",
    during=v.looked_after,
    line=_line,
    gives=[
        Gives(v.review, facts={"participation": "participation"}),
        Gives(v.review_decisions, on="decisions_issued"),
        Gives(v.review_record, on="record_distributed"),
        Gives(v.permanence_plan, where=lambda told: told.is_said("permanence"), facts={"plan": "permanence"}),
        Gives(v.adoption_plan, where=lambda told: told.get("permanence") == "ADOPTION"),
        Gives(v.plan_update, where=lambda told: told.is_said("outcomes") or told.get("is_plan_changed") is True),
        *left_out("review", SECTIONS | OWN_STANDARDS),
    ],
    significance="key", theme="care",
    next_steps=["care_plan", "permanence_plan", "iro_check", "dispute", "looked_after_review", "review_not_held",
                "pathway_assessment"],
    checks=[not_before("held", "decisions_issued", "record_distributed")],
)  # fmt: skip
