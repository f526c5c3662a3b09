"""The multi-agency risk assessment conference (MARAC) on domestic abuse: what we tell it, and what it decides.

A MARAC is about the adult at risk; the child who lives with it is on its list too. Ofsted found in Torbay that it was
told what was out of date, and that its actions were not on the child's record.
"""

from goldenthread.standards.catalogue.words import FRONT_DOOR, FRONT_DOOR_MANAGER, SOCIAL_WORKER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, weeks, within, working_days
from goldenthread.standards.vocabulary import marac, marac_actions, marac_information, marac_listed

CITES = "Ofsted's inspection of Torbay 2018, recommendation 6 and paragraph 27"

told = Standard(
    "marac-information", "A MARAC on a child's family is given up-to-date information within 10 working days of the listing.",
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, severity=HIGH, reference=["FD-08"], cites=CITES, since=NOT_VERIFIED,
    rule=within(working_days(10, force=DEFAULT), of=marac_listed, expect=marac_information, look_back=weeks(1, force=DEFAULT)),
    note="The recommendation holds no number: ten working days is ours, and what was given in the week before is up to date.",
    examples="""
        marac_listed | marac_information | as_at      || status  | due_on
        2025-03-03   | 2025-03-17        | 2025-06-01 || met     | 2025-03-17
        2025-03-03   | 2025-02-25        | 2025-06-01 || met     | 2025-03-17
        2025-03-03   | 2025-03-18        | 2025-06-01 || late    | 2025-03-17
        2025-03-03   |                   | 2025-03-17 || due     | 2025-03-17
        2025-03-03   | 2025-01-06        | 2025-06-01 || overdue | 2025-03-17  # out of date
                     | 2025-03-17        | 2025-06-01 || -       |
    """,
)  # fmt: skip

acted_on = Standard(
    "marac-actions-recorded", "What a MARAC decided is on the child's record within five working days.",
    area=FRONT_DOOR, responsible=SOCIAL_WORKER, severity=HIGH, reference=["FD-08"], cites=CITES, since=NOT_VERIFIED,
    rule=within(working_days(5, force=DEFAULT), of=marac, expect=marac_actions),
    note="The recommendation holds no number: five working days is ours. That there are none is recorded too.",
    examples="""
        marac      | marac_actions | as_at      || status  | due_on
        2025-03-03 | 2025-03-10    | 2025-06-01 || met     | 2025-03-10
        2025-03-03 | 2025-03-11    | 2025-06-01 || late    | 2025-03-10
        2025-03-03 |               | 2025-03-10 || due     | 2025-03-10
        2025-03-03 |               | 2025-06-01 || overdue | 2025-03-10
                   | 2025-03-10    | 2025-06-01 || -       |
    """,
)  # fmt: skip
