"""The social worker's report to a conference, and that the parents had it before."""

from goldenthread.record.kinds.fields import not_before, wishes
from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, section, text
from goldenthread.standards import vocabulary as v

FOR = {"initial": "The initial conference", "review": "A review conference"}
SHARED = {"shared": "Yes", "withheld": "Withheld, for somebody's safety"}

KIND = Kind(
    "conference_report", "Report to a conference", "What should everybody know before they decide?",
    about="children",
    fields=[
        *group("The report",
            day("written", "When was it finished?", required=True),
            choice("conference", "For which conference?", FOR),
            section("harm", "What harm has happened, and what is likely?", required=True),
            section("strengths", "What keeps the children safe?"),
            section("changed", "What has changed since the last one?"),
            wishes(),
            section("advice", "What do you advise, and why?", required=True),
        ),
        *group("The parents",
            choice("shared", "Did the parents have it before the conference?", SHARED,
                   "Never send it to somebody who may have harmed the child without thinking what may follow."),
            day("shared_on", "On what day was it given, or withheld?"),
            text("why_withheld", "Why was it withheld?", required=True, when=("shared", "withheld")),
        ),
    ],
    happened="written",
    line="Report to a child protection conference",
    gives=[Gives(v.conference_report_shared, on="shared_on", where=lambda told: told.is_said("shared"))],
    theme="protection",
    next_steps=["initial_conference", "review_conference"],
    checks=[not_before("written", "shared_on")],
)  # fmt: skip
