# ruff: noqa: E501 (a table is as wide as it is)
"""Risk that rises, and nobody who decides: held against the child's own past, and asked until a decision is on the record."""

from goldenthread.standards.catalogue.decisions import ON_RISK, decided_on_risk
from goldenthread.standards.catalogue.placement_types import lasting_placement
from goldenthread.standards.catalogue.words import (
    EDUCATION,
    FRONT_DOOR,
    FRONT_DOOR_MANAGER,
    MISSING,
    PLACEMENTS,
    SECTION_47,
    TEAM_MANAGER,
)
from goldenthread.standards.language import CRITICAL, DEFAULT, HIGH, NOT_VERIFIED, Standard, days, months, within, working_days
from goldenthread.standards.vocabulary import (
    assessment,
    case_supervision,
    contact,
    harm_concern,
    legal_gateway,
    low_attendance,
    missing,
    need_plan,
    protection_plan,
    safety_plan,
    section47,
    stability_meeting,
    strategy_discussion,
)

decided = (
    strategy_discussion | decided_on_risk | case_supervision.where(is_decision_recorded=True) | safety_plan
    | section47.started | assessment.started | protection_plan.started | need_plan.started | legal_gateway | stability_meeting
).called("a strategy discussion, a manager's decision or a change of plan")  # fmt: skip
"""What says that somebody has seen the rise and decided."""

CITES = "Ofsted's inspection of Gloucestershire 2017, paragraphs 21 and 96"
NOTE = (
    "The child is held against the child's own past, not against others: what was always so is not a rise. A strategy "
    "discussion, a manager's decision (in supervision or out of it), a new enquiry, assessment or plan, a safety plan or a "
    "stability meeting answers it, also in the five working days before. The numbers are ours. Never a reason to act by itself. "
    + ON_RISK + " "
)
ABUSE = "[is_domestic_abuse=yes]"  # as the examples write it


def _escalating(standard_id: str, duty: str, rise, examples: str, *, note: str = "", more: tuple = (), **said) -> Standard:
    """A rise that asks for a decision within two working days: signals in the same words."""
    return Standard(
        standard_id, duty, kind="question", reference=["CP-18", *more], cites=CITES, since=NOT_VERIFIED,
        rule=within(working_days(2, force=DEFAULT), of=rise, expect=decided, look_back=working_days(5, force=DEFAULT)),
        note=NOTE + note, examples=examples, **{"severity": HIGH, "responsible": TEAM_MANAGER} | said,
    )  # fmt: skip


contacts = _escalating(
    "escalating-contacts",
    "Three contacts in three months, twice as often as in the year before, ask who has decided what they mean.",
    contact.rising(3, within=months(3, force=DEFAULT), against=months(12, force=DEFAULT)),
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, note="Every contact counts, whatever was done about it.",
    examples="""
        contact                            | management_decision | strategy_discussion | as_at || status | opened_on | due_on
        2025-01-06; 2025-02-03; 2025-03-03 |                     |                     | 2025-06-30 || overdue | 2025-03-03 | 2025-03-05
        2025-01-06; 2025-02-03; 2025-03-03 | 2025-03-05          |                     | 2025-06-30 || met     | 2025-03-03 |
        2025-01-06; 2025-02-03; 2025-03-03 |                     | 2025-03-12          | 2025-06-30 || late    | 2025-03-03 |
        # decided at the contact before: five working days
        2025-01-06; 2025-02-24; 2025-03-03 | 2025-02-24          |                     | 2025-06-30 || met     | 2025-03-03 |
        2025-01-06; 2025-02-03; 2025-03-03 | 2025-02-21          |                     | 2025-06-30 || overdue | 2025-03-03 |
        # to close the case is no answer
        2025-01-06; 2025-02-03; 2025-03-03 | 2025-03-04 [about=closure] |              | 2025-06-30 || overdue | 2025-03-03 |
        2025-01-06; 2025-02-03; 2025-03-03 | 2025-03-04 [about=threshold] |            | 2025-06-30 || met     | 2025-03-03 |
        2025-01-06; 2025-02-03; 2025-03-03 |                     |                     | 2025-03-05 || due     | 2025-03-03 |
        # seven in the year before: three in three months are not twice as often
        2023-12-11; 2024-02-01; 2024-03-25; 2024-05-15; 2024-07-08; 2024-08-27; 2024-10-18; 2025-01-06; 2025-02-03; 2025-03-03 |  |  | 2025-06-30 || - | |
        2025-02-03; 2025-03-03             |                     |                     | 2025-06-30 || -       |            |         # two
        2024-11-04; 2025-01-06; 2025-02-17 |                     |                     | 2025-06-30 || -       |            |         # over longer
    """,
)  # fmt: skip

domestic_abuse = _escalating(
    "escalating-domestic-abuse",
    "Two notices of domestic abuse in three months, twice as often as before, ask who has decided what keeps the child safe.",
    contact.where(is_domestic_abuse=True).called(
        "a notice of domestic abuse", "A notice of domestic abuse was received"
    ).rising(2, within=months(3, force=DEFAULT), against=months(12, force=DEFAULT)),
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, more=("FD-07",),
    note="Violence that comes at shorter intervals is more dangerous, and a child lives in it.",
    examples=f"""
        contact                                    | assessment | as_at      || status  | opened_on
        2025-01-06 {ABUSE}; 2025-03-03 {ABUSE}     |            | 2025-06-30 || overdue | 2025-03-03
        2025-01-06 {ABUSE}; 2025-03-03 {ABUSE}     | 2025-03-04 | 2025-06-30 || met     | 2025-03-03
        2025-01-06 {ABUSE}; 2025-03-03 {ABUSE}     | 2025-03-10 | 2025-06-30 || late    | 2025-03-03
        2025-01-06; 2025-03-03 {ABUSE}             |            | 2025-06-30 || -       |             # one not marked
        2024-11-04 {ABUSE}; 2025-03-03 {ABUSE}     |            | 2025-06-30 || -       |             # further apart
        2025-03-03 {ABUSE}                         |            | 2025-06-30 || -       |
    """,
)  # fmt: skip

going_missing = _escalating(
    "escalating-missing",
    "Going missing three times in 30 days, twice as often as before, asks who has decided what keeps the child safe.",
    missing.where(kind="M").started.rising(3, within=days(30, force=DEFAULT), against=days(90, force=DEFAULT)),
    area=MISSING, more=("ME-04",), note="An absence (away from placement without authorisation, A) is not counted.",
    examples="""
        missing | strategy_discussion | case_supervision | as_at || status | opened_on
        2025-03-03 [kind=M]; 2025-03-10 [kind=M]; 2025-03-24 [kind=M] |            |  | 2025-06-30 || overdue | 2025-03-24
        2025-03-03 [kind=M]; 2025-03-10 [kind=M]; 2025-03-24 [kind=M] | 2025-03-25 |  | 2025-06-30 || met     | 2025-03-24
        2025-03-03 [kind=M]; 2025-03-10 [kind=M]; 2025-03-24 [kind=M] |            | 2025-03-26 [is_decision_recorded=yes] | 2025-06-30 || met | 2025-03-24
        # talked about, and nothing decided
        2025-03-03 [kind=M]; 2025-03-10 [kind=M]; 2025-03-24 [kind=M] |            | 2025-03-26 [is_decision_recorded=no] | 2025-06-30 || overdue | 2025-03-24
        2025-03-03 [kind=M]; 2025-03-10 [kind=A]; 2025-03-24 [kind=M] |            |  | 2025-06-30 || - |  # once away
        2025-02-03 [kind=M]; 2025-03-03 [kind=M]; 2025-03-24 [kind=M] |            |  | 2025-06-30 || - |  # over longer
    """,
)  # fmt: skip

absence = _escalating(
    "escalating-absence",
    "Low attendance at school twice in six months, twice as often as before, asks who has decided what would help the child to go.",
    low_attendance.rising(2, within=months(6, force=DEFAULT), against=months(12, force=DEFAULT)),
    area=EDUCATION, more=("ED-05",), note="Attendance below 90% over a term, as the record has it.",
    examples="""
        low_attendance                     | need_plan  | as_at      || status  | opened_on
        2024-12-16; 2025-03-03             |            | 2025-06-30 || overdue | 2025-03-03
        2024-12-16; 2025-03-03             | 2025-03-04 | 2025-06-30 || met     | 2025-03-03
        2024-12-16; 2025-03-03             | 2025-04-01 | 2025-06-30 || late    | 2025-03-03
        # asked when it rose; two in six months after three in the year before are no rise
        2023-12-18; 2024-03-04; 2024-07-08; 2024-12-16; 2025-03-03 |  | 2025-06-30 || overdue | 2024-03-04
        2024-07-08; 2025-03-03             |            | 2025-06-30 || -       |             # more than six months apart
        2025-03-03                         |            | 2025-06-30 || -       |
    """,
)  # fmt: skip

moves = _escalating(
    "escalating-moves",
    "A third placement within six months, twice as often as before, asks who has decided what would let the child stay.",
    lasting_placement.started.rising(3, within=months(6, force=DEFAULT), against=months(12, force=DEFAULT)),
    area=PLACEMENTS, more=("PL-14",), note="Temporary moves and being placed for adoption are not counted.",
    examples="""
        placement                                                   | stability_meeting | as_at      || status  | opened_on
        2025-01-06 [type=U6]; 2025-03-03 [type=U6]; 2025-05-05 [type=K2] |              | 2025-06-30 || overdue | 2025-05-05
        2025-01-06 [type=U6]; 2025-03-03 [type=U6]; 2025-05-05 [type=K2] | 2025-04-30   | 2025-06-30 || met     | 2025-05-05
        # a week in hospital is no move
        2025-01-06 [type=U6]; 2025-03-03 [type=T1]; 2025-05-05 [type=K2] |              | 2025-06-30 || -       |
        # over longer
        2024-10-07 [type=U6]; 2025-03-03 [type=U6]; 2025-05-05 [type=K2] |              | 2025-06-30 || -       |
        2025-01-06 [type=U6]                                        |                   | 2025-06-30 || -       |
    """,
)  # fmt: skip

harm = _escalating(
    "escalating-harm",
    "A second concern of significant harm, or injury, within six months asks who has decided what keeps the child safe.",
    harm_concern.rising(2, within=months(6, force=DEFAULT), against=months(12, force=DEFAULT)),
    area=SECTION_47, severity=CRITICAL, more=("S47-09",),
    note="An injury that was seen, and what the child said, are on the record as such a concern.",
    examples="""
        harm_concern                                                 | strategy_discussion | as_at      || status  | opened_on
        2025-01-06 [kind=physical]; 2025-03-03 [kind=neglect]        |                     | 2025-06-30 || overdue | 2025-03-03
        2025-01-06 [kind=physical]; 2025-03-03 [kind=neglect]        | 2025-03-03          | 2025-06-30 || met     | 2025-03-03
        2025-01-06 [kind=physical]; 2025-03-03 [kind=neglect]        | 2025-03-07          | 2025-06-30 || late    | 2025-03-03
        2024-07-08 [kind=physical]; 2025-03-03 [kind=neglect]        |                     | 2025-06-30 || -       |  # longer apart
        2025-03-03 [kind=physical]                                   |                     | 2025-06-30 || -       |  # the first
    """,
)  # fmt: skip
