"""A case summary: what somebody who has never met the child must know tonight."""

from goldenthread.record.kinds.fields import wishes
from goldenthread.record.kinds.language import Gives, Kind, day, group, section
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "case_summary", "Case summary", "What must somebody who has never met the child know tonight?",
    about="children",
    fields=[
        *group("The summary",
            day("updated", "As at what day?", required=True),
            section("worried", "What are we worried about?", "A sentence for each worry.", required=True),
            section("well", "What is going well?"),
            wishes("What does the child want?"),
            section("plan", "What is the plan, and what will it change by when?", required=True),
            section("tonight", "What should somebody know who is rung tonight?", "Who may not see the child? Who can help?"),
        ),
    ],
    happened="updated",
    line="Case summary brought up to date",
    gives=[Gives(v.case_summary)],
    theme="oversight",
    next_steps=["case_summary"],
)  # fmt: skip
