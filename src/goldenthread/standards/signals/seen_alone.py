"""Questions about being seen, and seen alone: the interval from one visit at which a child could speak to the next.

Regulation 29 is judged visit by visit (catalogue/care_visits.py) where a source has a place for the reason. Most have
none, so this is asked instead, of nobody's shortfall: "when could this child last speak without a carer listening?"
"""

from goldenthread.standards.catalogue.sources import CARE_PLANNING
from goldenthread.standards.catalogue.words import CARE, TEAM_MANAGER
from goldenthread.standards.language import HIGH, LOCAL, NOT_VERIFIED, Standard, every, reached, weeks
from goldenthread.standards.vocabulary import care_visit, looked_after, short_break

seen_alone = Standard(
    "care-seen-alone",
    "Twelve weeks without being seen alone ask whether a looked-after child of four or over can speak.",
    area=CARE, responsible=TEAM_MANAGER, severity=HIGH, kind="question", reference=["CLA-10"],
    cites=f"{CARE_PLANNING}, reg 29", since=NOT_VERIFIED,
    rule=every(
        weeks(12, force=LOCAL), during=looked_after & reached(4),
        expect=care_visit.where(is_alone=True).called(
            "a visit at which the child was seen alone", "The child was visited, and seen alone"
        ),
    ),
    lifted_by=(short_break,),
    note="The regulation holds no number and allows reasons: refusal, age, understanding, being unable to. Twelve "
    "weeks are two visits at the usual interval. Four is the age from which taking part in reviews is recorded.",
    examples="""
        born       | looked_after | care_visit               | short_break | as_at      || status  | due_on
        2014-06-01 | 2025-03-03 | 2025-05-26 [is_alone=yes] |  | 2025-06-01 || met; due | 2025-05-26; 2025-08-18
        2014-06-01 | 2025-03-03 | 2025-05-27 [is_alone=yes] |  | 2025-06-01 || late; due | 2025-05-26; 2025-08-19
        2014-06-01 | 2025-03-03 | 2025-04-14 [is_seen=yes, is_alone=no] |  | 2025-06-01 || overdue | 2025-05-26
        # alone: not known
        2014-06-01 | 2025-03-03   | 2025-04-14 [is_seen=yes] |             | 2025-06-01 || overdue | 2025-05-26
        2014-06-01 | 2025-03-03 - 2025-05-12 |  |  | 2025-06-01 || ceased | 2025-05-26
        2023-06-01 | 2025-03-03 | 2025-04-14 [is_seen=yes, is_alone=no] |  | 2025-06-01 || - |   # a toddler
        2014-06-01 | 2025-03-03   |                          | 2025-03-03  | 2025-06-01 || ceased  | 2025-05-26
    """,
)  # fmt: skip

seen = Standard(
    "care-seen", "Twelve weeks in which a looked-after child was not seen ask why.",
    area=CARE, responsible=TEAM_MANAGER, severity=HIGH, kind="question", reference=["CLA-10"],
    cites=f"{CARE_PLANNING}, regs 28 and 29", since=NOT_VERIFIED,
    rule=every(
        weeks(12, force=LOCAL), during=looked_after,
        expect=care_visit.where(is_seen=True).called(
            "a visit at which the child was seen", "The child was visited, and seen"
        ),
    ),
    lifted_by=(short_break,),
    note="A visit counts as made whether or not the child was seen; several in a row without seeing the child keep "
    "the letter and miss the point.",
    examples="""
        looked_after | care_visit               | short_break | as_at      || status    | due_on
        2025-03-03   | 2025-05-26 [is_seen=yes] |             | 2025-06-01 || met; due  | 2025-05-26; 2025-08-18
        2025-03-03   | 2025-05-27 [is_seen=yes] |             | 2025-06-01 || late; due | 2025-05-26; 2025-08-19
        2025-03-03 | 2025-04-07 [is_seen=no]; 2025-05-12 [is_seen=no] |  | 2025-06-01 || overdue | 2025-05-26
        2025-03-03 - 2025-05-12 |  |  | 2025-06-01 || ceased | 2025-05-26
                     | 2025-05-26 [is_seen=yes] |             | 2025-06-01 || -         |
        2025-03-03   |                          | 2025-03-03  | 2025-06-01 || ceased    | 2025-05-26
    """,
)  # fmt: skip
