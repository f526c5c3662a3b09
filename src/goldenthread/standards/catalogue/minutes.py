"""Minutes: what a review or a meeting must speak of, so that whoever was not there knows what became of the child.

Source: the Care Planning Regulations (what a review considers, Schedule 7, not read here); Ofsted's monitoring visit to
Gloucestershire, May 2018, as the press reported it. Only whether a section is empty is judged, never what it says. How
like the last time the words are, and whose name stands in them, is a question for an auditor, never a shortfall.
"""

from goldenthread.standards.catalogue.sources import CARE_LEAVERS, CARE_PLANNING, HEALTH_GUIDANCE, LEAVING_CARE_GUIDANCE
from goldenthread.standards.catalogue.words import (
    CHILD_PROTECTION,
    CONFERENCE_CHAIR,
    IRO_SERVICE,
    LEAVING_CARE,
    QUALITY,
    RECORD,
    REVIEWS,
    TEAM_MANAGER,
)
from goldenthread.standards.language import (
    DEFAULT,
    HIGH,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    at_least,
    months,
    never,
    none_of,
    one_of,
)
from goldenthread.standards.vocabulary import copied_forward, left_empty, looked_after, other_child_named

GLOUCESTERSHIRE = "Ofsted's monitoring visit to Gloucestershire, May 2018, as the press reported it"
EMPTY = "An empty section is what is judged; what a section says is for its reader. "

in_review = left_empty.where(of="review")

review_minutes = Standard(
    "review-minutes",
    "The minutes of a looked-after review speak of risk, health, learning, the child's wishes and last time's actions, and "
    "decide something.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=HIGH, reference=["RV-07", "HE-09"],
    cites=f"{CARE_PLANNING}, regs 35 and 38 and Schedule 7 (from knowledge: not read here); {HEALTH_GUIDANCE}, paragraph 53; "
    + GLOUCESTERSHIRE,
    since=NOT_VERIFIED,
    rule=never(
        left_empty.where(of="review", section=none_of("permanence", "life after 18")).called(
            "something left out of the minutes of a review", "The minutes of a looked-after review left something out",
        ),
        force=DEFAULT,
    ),
    note=EMPTY + "Last time's actions are asked for from the second review on. A review that decided nothing has neither "
    "a decision, nor an outcome, nor says that the plan goes on. Once the section is written, this is over.",
    examples="""
        left_empty                                                              | as_at      || status
        2025-03-31 [of=review, section=health]                                  | 2025-04-30 || not_met
        2025-03-31 [of=review, section=risk]; 2025-03-31 [of=review, section=a decision] | 2025-04-30 || not_met; not_met
        2025-03-31 [of=review, section=permanence]                              | 2025-04-30 || -  # a standard of its own
        2025-03-31 [of=core group, section=health]                              | 2025-04-30 || -
                                                                                | 2025-04-30 || -  # nothing left out
    """,
)  # fmt: skip

permanence_discussed = Standard(
    "review-permanence", "From the fourth month in care, each review says where the child will grow up.",
    area=REVIEWS, responsible=IRO_SERVICE, severity=HIGH, reference=["RV-07"],
    cites=f"{CARE_PLANNING}, Schedule 7 (from knowledge: not read here); {GLOUCESTERSHIRE}",
    since=NOT_VERIFIED,
    rule=never(
        (left_empty.where(of="review", section="permanence") & looked_after.after(months(4, force=DEFAULT))).called(
            "a review silent about where the child will grow up",
            "A review held after four months in care left something out",
        ),
        force=DEFAULT,
    ),
    note=EMPTY + "Four months are about when the second review is due. That there is a plan for permanence at all is "
    "a standard of its own.",
    examples="""
        left_empty                                 | looked_after            | as_at      || status
        2025-07-03 [of=review, section=permanence] | 2025-03-03              | 2025-08-31 || not_met  # four months
        2025-07-02 [of=review, section=permanence] | 2025-03-03              | 2025-08-31 || -        # a day less
        2025-07-03 [of=review, section=health]     | 2025-03-03              | 2025-08-31 || -
        2025-07-03 [of=review, section=permanence] | 2025-03-03 - 2025-06-02 | 2025-08-31 || -        # home by then
    """,
)  # fmt: skip

life_after_eighteen = Standard(
    "review-life-after-eighteen", "From fifteen and a half, each review says what life after 18 will be.",
    area=LEAVING_CARE, responsible=IRO_SERVICE, severity=MEDIUM, reference=["LC-10", "LC-11"],
    cites=f"{CARE_LEAVERS}, Schedule 1; {LEAVING_CARE_GUIDANCE}; Children Act 1989, section 23CZA (staying put); "
    + GLOUCESTERSHIRE,
    since=NOT_VERIFIED,
    rule=never(
        left_empty.where(of="review", section="life after 18").called(
            "a review silent about life after 18",
            "A review of a young person of fifteen and a half or over left something out",
        ),
        force=DEFAULT,
    ),
    note="The age is ours: half a year before the pathway plan is owed. Home (and whether the young person can stay where "
    "they are), work or learning, money, health, and who will be there. " + EMPTY,
    examples="""
        left_empty                                    | as_at      || status
        2025-03-31 [of=review, section=life after 18] | 2025-04-30 || not_met
        2025-03-31 [of=review, section=health]        | 2025-04-30 || -
    """,
)  # fmt: skip

conference_minutes = Standard(
    "conference-minutes",
    "The minutes of a review conference speak of risk, health, learning, the child's wishes and last time's actions.",
    area=CHILD_PROTECTION, responsible=CONFERENCE_CHAIR, severity=HIGH, reference=["RV-07"],
    cites=f"{GLOUCESTERSHIRE} (reviews that do not consider progress); the sections are of the kind local procedures set",
    since=NOT_VERIFIED,
    rule=never(
        left_empty.where(of="review conference").called(
            "something left out of the minutes of a conference", "The minutes of a review conference left something out",
        ),
        force=DEFAULT,
    ),
    note=EMPTY + "What the conference decides is asked of every one, and cannot be blank.",
    examples="""
        left_empty                                        | as_at      || status
        2025-03-31 [of=review conference, section=risk]   | 2025-04-30 || not_met
        2025-03-31 [of=review, section=risk]              | 2025-04-30 || -
    """,
)  # fmt: skip

meeting_minutes = Standard(
    "meeting-minutes",
    "The minutes of a core group or a child in need review say what still worries, what the child says and what came of last "
    "time's actions.",
    area=CHILD_PROTECTION, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["RV-07"],
    cites=f"{GLOUCESTERSHIRE} (minutes that are often confused); Ofsted's inspection of Gloucestershire 2017, paragraph 39",
    since=NOT_VERIFIED,
    rule=never(
        left_empty.where(of=one_of("core group", "child in need review")).called(
            "something left out of the minutes of a meeting",
            "The minutes of a core group or child in need review left something out",
        ),
        force=DEFAULT,
    ),
    note=EMPTY + "A core group also agrees what happens next, and a review what the plan will change.",
    examples="""
        left_empty                                                   | as_at      || status
        2025-03-31 [of=core group, section=last time's actions]      | 2025-04-30 || not_met
        2025-03-31 [of=child in need review, section=worries]        | 2025-04-30 || not_met
        2025-03-31 [of=review conference, section=risk]              | 2025-04-30 || -
    """,
)  # fmt: skip

copied = Standard(
    "minutes-copied-forward", "Are these the minutes of this meeting? Most of the words are those of the last one.",
    area=RECORD, responsible=QUALITY, severity=MEDIUM, kind="question", reference=["RQ-04"],
    cites=f"{GLOUCESTERSHIRE} (minutes that are often confused)",
    since=NOT_VERIFIED,
    rule=never(
        copied_forward.where(of=none_of("supervision"), percent=at_least(80)).called(
            "minutes in the words of the last time", "Minutes were made, mostly in the words of the last time",
        ),
        force=DEFAULT,
    ),
    note="Eighty per cent is ours; short minutes are not compared. A question for an auditor who reads both, never a "
    "shortfall of whoever wrote them: much may rightly be as it was.",
    examples="""
        copied_forward                            | as_at      || status
        2025-03-31 [of=core group, percent=92]    | 2025-04-30 || not_met
        2025-03-31 [of=core group, percent=80]    | 2025-04-30 || not_met
        2025-03-31 [of=core group, percent=79]    | 2025-04-30 || -
        2025-03-31 [of=supervision, percent=92]   | 2025-04-30 || -        # a question of its own
    """,
)  # fmt: skip

other_child = Standard(
    "another-child-named", "Is this on the right child's record? It has the name of another child.",
    area=RECORD, responsible=QUALITY, severity=HIGH, kind="question", reference=["RQ-05"],
    cites="Stourbridge News 2018: Ofsted's monitoring visit to Gloucestershire, May 2018, came upon document mix-ups",
    since=NOT_VERIFIED,
    rule=never(
        other_child_named.called("another child's name", "An entry was made with the name of another child in it"),
        force=DEFAULT,
    ),
    note="A first and a last name together, of a child who is not of this family. A friend may rightly be named: that is why "
    "it is a question. The name itself goes no further than the entry, and restricted and sealed records are never compared.",
    examples="""
        other_child_named            | as_at      || status
        2025-03-31 [of=core group]   | 2025-04-30 || not_met
                                     | 2025-04-30 || -
    """,
)  # fmt: skip
