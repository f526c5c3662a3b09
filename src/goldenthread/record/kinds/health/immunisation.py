"""Whether the child's immunisations are up to date."""

from goldenthread.record.kinds.language import Gives, Kind, day, group, text, yes_no
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "immunisation", "Immunisations", "Are the child's immunisations up to date?",
    about="child",
    fields=[
        *group("The check",
            day("checked", "When did you check?", required=True),
            yes_no("is_up_to_date", "Are they up to date?", required=True),
            text("missing", "Which are missing, and who sees to it?", required=True, when=("is_up_to_date", False)),
        ),
    ],
    happened="checked",
    line=lambda told: "Immunisations up to date" if told.get("is_up_to_date") else "Immunisations not up to date",
    gives=[Gives(v.immunisation, facts={"is_up_to_date": "is_up_to_date"})],
    theme="health",
)  # fmt: skip
