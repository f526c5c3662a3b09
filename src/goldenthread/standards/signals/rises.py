# ruff: noqa: E501 (a table is as wide as it is)
"""Risk that rises against the child's own past: a question for a person, with the dates in front of them."""

from goldenthread.standards.catalogue.words import FRONT_DOOR, FRONT_DOOR_MANAGER, MISSING, TEAM_MANAGER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, days, months, never
from goldenthread.standards.vocabulary import contact, missing

CITES = "Ofsted's inspection of Gloucestershire 2017, paragraphs 21 and 96"
NOTE = (
    "The child is held against the child's own past, not against others: what was always so is not a rise. The numbers "
    "are ours. It speaks once, and again only when the count has fallen. Never a reason to act by itself. "
)
ABUSE, NOT_ABUSE = "[is_domestic_abuse=yes]", "[is_domestic_abuse=no]"  # as the examples write it

more_contacts = Standard(
    "rising-contacts",
    "Three contacts in three months, twice as often as in the year before, ask what is changing for the child.",
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, severity=HIGH, kind="question", reference=["CP-18"],
    cites=CITES, since=NOT_VERIFIED,
    rule=never(contact.rising(3, within=months(3, force=DEFAULT), against=months(12, force=DEFAULT)), force=DEFAULT),
    note=NOTE + "Every contact counts, whatever was done about it.",
    examples="""
        contact                                                    | as_at      || status  | opened_on
        2025-01-06; 2025-02-03; 2025-03-03                         | 2025-06-30 || not_met | 2025-03-03  # none before
        2024-06-03; 2025-01-06; 2025-02-03; 2025-03-03             | 2025-06-30 || not_met | 2025-03-03
        # a fourth says nothing new
        2025-01-06; 2025-02-03; 2025-03-03; 2025-03-17             | 2025-06-30 || not_met | 2025-03-03
        # seven in the year before: three in three months are not twice as often
        2023-12-11; 2024-02-01; 2024-03-25; 2024-05-15; 2024-07-08; 2024-08-27; 2024-10-18; 2025-01-06; 2025-02-03; 2025-03-03 | 2025-06-30 || - |
        2025-02-03; 2025-03-03                                     | 2025-06-30 || -       |             # two
        2024-11-04; 2025-01-06; 2025-02-17                         | 2025-06-30 || -       |             # over longer
        2025-01-06; 2025-02-03; 2025-03-03                         | 2025-03-02 || -       |             # not yet
    """,
)  # fmt: skip

more_abuse = Standard(
    "rising-domestic-abuse",
    "Two notices of domestic abuse in three months, twice as often as before, ask whether the danger is growing.",
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, severity=HIGH, kind="question", reference=["CP-18", "FD-07"],
    cites=f"{CITES}; Ofsted's inspection of Torbay 2018, paragraphs 21 and 27", since=NOT_VERIFIED,
    rule=never(
        contact.where(is_domestic_abuse=True).called(
            "a notice of domestic abuse", "A notice of domestic abuse was received"
        ).rising(2, within=months(3, force=DEFAULT), against=months(12, force=DEFAULT)),
        force=DEFAULT,
    ),
    note=NOTE + "Violence that comes at shorter intervals is more dangerous, and a child lives in it.",
    examples=f"""
        contact                                                          | as_at      || status  | opened_on
        2025-01-06 {ABUSE}; 2025-03-03 {ABUSE}                           | 2025-06-30 || not_met | 2025-03-03
        2024-05-06 {ABUSE}; 2025-01-06 {ABUSE}; 2025-03-03 {ABUSE}       | 2025-06-30 || not_met | 2025-03-03
        # four in the year before and two in three months: exactly twice as often
        2023-12-11 {ABUSE}; 2024-03-18 {ABUSE}; 2024-06-24 {ABUSE}; 2024-09-30 {ABUSE}; 2025-01-06 {ABUSE}; 2025-03-03 {ABUSE} | 2025-06-30 || not_met | 2025-03-03
        # one of them is about something else
        2025-01-06 {NOT_ABUSE}; 2025-03-03 {ABUSE}                       | 2025-06-30 || -       |
        2025-01-06; 2025-03-03 {ABUSE}                                   | 2025-06-30 || -       |  # not marked
        2024-11-04 {ABUSE}; 2025-03-03 {ABUSE}                           | 2025-06-30 || -       |  # further apart
        2025-03-03 {ABUSE}                                               | 2025-06-30 || -       |
    """,
)  # fmt: skip

more_missing = Standard(
    "rising-missing",
    "Going missing three times in 30 days, twice as often as before, asks who or what has come into the child's life.",
    area=MISSING, responsible=TEAM_MANAGER, severity=HIGH, kind="question", reference=["CP-18", "ME-04"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraphs 21, 44, 70 and 96", since=NOT_VERIFIED,
    rule=never(
        missing.where(kind="M").started.rising(3, within=days(30, force=DEFAULT), against=days(90, force=DEFAULT)),
        force=DEFAULT,
    ),
    note=NOTE + "An absence (away from placement without authorisation, A) is not counted.",
    examples="""
        missing | as_at || status | opened_on
        2025-03-03 [kind=M]; 2025-03-10 [kind=M]; 2025-03-24 [kind=M] | 2025-06-30 || not_met | 2025-03-24
        2025-01-20 [kind=M]; 2025-03-03 [kind=M]; 2025-03-10 [kind=M]; 2025-03-24 [kind=M] | 2025-06-30 || not_met | 2025-03-24
        # five in the ninety days before: not twice as often
        2024-11-20 [kind=M]; 2024-12-08 [kind=M]; 2024-12-26 [kind=M]; 2025-01-13 [kind=M]; 2025-01-31 [kind=M]; 2025-02-18 [kind=M]; 2025-03-08 [kind=M]; 2025-03-17 [kind=M]; 2025-03-24 [kind=M] | 2025-06-30 || - |
        2025-03-03 [kind=M]; 2025-03-10 [kind=A]; 2025-03-24 [kind=M] | 2025-06-30 || - |  # once away
        2025-02-03 [kind=M]; 2025-03-03 [kind=M]; 2025-03-24 [kind=M] | 2025-06-30 || - |  # over longer
        2025-03-03 [kind=M]; 2025-03-24 [kind=M] | 2025-06-30 || - |
    """,
)  # fmt: skip
