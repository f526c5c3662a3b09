"""A visit: what happened, for each child."""

from collections.abc import Iterator

from goldenthread.record.kinds.language import (
    MADE,
    Gives,
    Kind,
    actions,
    choice,
    group,
    line,
    moment,
    text,
    yes_no,
)
from goldenthread.record.kinds.told import Told
from goldenthread.standards import vocabulary as v

PURPOSES = {
    "care": "Looked-after child",
    "protection": "Child protection plan",
    "need": "Child in need, or being assessed",
    "section47": "Section 47 enquiry",
    "private_fostering": "Private fostering",
    "detention": "Detention",
    "adviser": "Care leaver, by the personal adviser",
    "other": "Something else",
}
SEEN = {
    "alone": "Seen alone",
    "seen_infant": "Seen, not alone: too young",
    "seen_refused": "Seen, not alone: did not want to be",
    "seen_others": "Seen, not alone: others would not leave, or could overhear",
    "seen_other": "Seen, not alone: another reason",
    "out": "Not seen: not at home",
    "no_entry": "Not seen: nobody answered, or we were not let in",
    "asleep": "Not seen: asleep",
    "unseen_other": "Not seen: another reason",
}


def is_seen(told: Told) -> bool:
    """A child who was not seen does not meet a duty to see the child."""
    return told.get("seen", "").startswith(("alone", "seen_"))


def _line(told: Told) -> str:
    seen = SEEN.get(told.get("seen"))
    return f"Visit: {seen.lower().replace(':', ',')}" if seen else "Visit"


def _purpose(name: str):
    return lambda told: told.get("purpose") == name


def _check(told: Told) -> Iterator[tuple[str, str]]:
    if told.get("seen") == "alone" and told.get("present"):
        yield "seen", "Seen alone means that nobody else was there, or could overhear: but others are said to be present."


SEEN_FACTS = {
    "is_seen": is_seen,
    "is_alone": lambda told: told.get("seen") == "alone",
    "is_reason_given": lambda told: told.get("seen") in ("seen_infant", "seen_refused"),
}
BEDROOM = {"is_bedroom_seen": "is_bedroom_seen"}

KIND = Kind(
    "visit", "Visit", "What happened, for each child?",
    about="children",
    fields=[
        *group("Each child",
            choice("seen", "Was the child seen?", SEEN, "Alone: nobody else there, or able to overhear.",
                   per_child=True, required=True),
            text("said", "The child said", "In the child's own words where you can.", per_child=True),
            text("saw", "I saw", "What you saw and heard: the child, the home, who was there.", per_child=True),
            line("present", "Who else was there?", per_child=True),
            line("interpreter", "Who interpreted, if anyone?", "Not a relative.", per_child=True),
            yes_no("is_bedroom_seen", "Did you see where the child sleeps?", per_child=True),
            choice("purpose", "What kind of visit?", PURPOSES, per_child=True, required=True),
        ),
        *group("When and where",
            moment("visited", "When?", required=True),
            choice("place", "Where?", {"home": "At home", "placement": "Where the child lives now", "school": "At school",
                                       "elsewhere": "Somewhere else"}),
        ),
        *group("What happens next",
            yes_no("is_welfare_concern", "Are you worried that a child's welfare is not safeguarded where they live?"),
            actions(),
        ),
    ],
    happened="visited",
    line=_line,
    gives=[
        Gives(v.care_visit, where=_purpose("care"),
              facts=SEEN_FACTS | {"is_welfare_concern": "is_welfare_concern"}),
        Gives(v.protection_visit, where=_purpose("protection"), facts=SEEN_FACTS | BEDROOM),
        Gives(v.need_visit, where=_purpose("need"), facts=SEEN_FACTS | BEDROOM),
        Gives(v.section47_visit, where=lambda told: told.get("purpose") == "section47" and is_seen(told),
              facts={"is_alone": SEEN_FACTS["is_alone"]}),
        Gives(v.private_fostering_visit, where=_purpose("private_fostering"),
              facts={"is_alone": SEEN_FACTS["is_alone"], "is_reason_given": SEEN_FACTS["is_reason_given"]}),
        Gives(v.detention_visit, where=lambda told: told.get("purpose") == "detention" and is_seen(told)),
        Gives(v.adviser_visit, where=lambda told: told.get("purpose") == "adviser" and is_seen(told)),
        Gives(v.care_leaver_contact, where=lambda told: told.get("purpose") == "adviser" and is_seen(told)),
        Gives(v.visit_recorded, on=MADE),
    ],
    checks=[_check],
    theme="seeing the child",
    next_steps=["visit", "harm_concern", "childs_wish", "change_of_circumstances", "risk_assessment"],
)  # fmt: skip
