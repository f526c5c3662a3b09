"""The court extends the timetable of proceedings."""

from goldenthread.record.kinds.language import Gives, Kind, choice, day, group, text
from goldenthread.standards import vocabulary as v

PROVISIONS = {
    "s 32(5)": "Necessary to resolve the proceedings justly: Children Act 1989, section 32(5)",
    "other": "Another provision",
}

KIND = Kind(
    "court_extension", "Extension by the court", "The court has given more time. Until when, and what for?",
    about="children",
    fields=[
        *group("The extension",
            day("granted", "When was it granted?", required=True),
            day("until", "Until when?", required=True, past=False),
            choice("provision", "On what provision?", PROVISIONS, required=True),
            text("why", "What for, and what does waiting mean for the child?"),
        ),
    ],
    happened="granted", ended="until",
    during=v.proceedings,
    line="The court extended the timetable",
    gives=[Gives(v.court_extension, facts={"provision": "provision"})],
    theme="court",
    next_steps=["court_hearing"],
)  # fmt: skip
