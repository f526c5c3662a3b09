"""Registration with Social Work England."""

from goldenthread.record.kinds.language import Gives, Kind, day, group, line
from goldenthread.standards import vocabulary as v

KIND = Kind(
    "registration", "Registration with Social Work England", "Is the worker registered today?",
    about="worker",
    fields=[
        *group("Registration",
            day("began", "From when?", required=True),
            line("number", "Registration number", required=True),
            day("ended", "Until when?", past=False),
        ),
    ],
    happened="began", ended="ended",
    line="Registered with Social Work England",
    gives=[Gives(v.registration)],
)  # fmt: skip
