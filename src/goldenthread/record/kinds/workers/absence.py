"""A worker is away: for how long, not what ails them."""

from goldenthread.record.kinds.fields import line_with
from goldenthread.record.kinds.language import DECIDERS, Gives, Kind, choice, day, group, line
from goldenthread.standards import vocabulary as v

PROVISIONS = {"sick": "Sick", "leave": "Annual leave", "parental": "Maternity or other family leave", "other": "Something else"}

KIND = Kind(
    "absence", "Absence", "Somebody is away. Who sees their children meanwhile?",
    about="worker",
    fields=[
        *group("Away",
            day("began", "From when?", required=True, past=False),
            choice("provision", "What kind?", PROVISIONS, required=True),
            line("cover", "Who sees their children meanwhile?"),
            day("back", "Back on", past=False),
        ),
    ],
    happened="began", ended="back",
    line=line_with("Away", "provision", PROVISIONS),
    gives=[Gives(v.absence, facts={"provision": "provision"})],
    made_by=DECIDERS,
)  # fmt: skip
