"""What supervision of a child's case says: what was decided and why, what the child says, and whether lateness was faced.

Source: Ofsted's inspections of Torbay 2018, paragraphs 23 and 89, and Gloucestershire 2017, paragraphs 28 and 109. An
empty section is judged. Whether there was challenge, and whether the words are last time's, is asked of an auditor:
judged of a manager, it would breed defensive notes.
"""

from goldenthread.standards.catalogue.words import OVERSIGHT, QUALITY, SERVICE_MANAGER
from goldenthread.standards.language import (
    DEFAULT,
    HIGH,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    at_least,
    never,
    weeks,
    working_days,
)
from goldenthread.standards.vocabulary import (
    assessment,
    care_visit,
    case_supervision,
    copied_forward,
    left_empty,
    need_visit,
    protection_visit,
)

INSPECTIONS = "Ofsted's inspections of Torbay 2018, paragraphs 23 and 89, and Gloucestershire 2017, paragraphs 28 and 109"

reasoned = Standard(
    "supervision-reasoned", "Supervision of a child says what was decided, why, and what the child says.",
    area=OVERSIGHT, responsible=SERVICE_MANAGER, severity=HIGH, reference=["SO-03", "SO-04"],
    cites=INSPECTIONS, since=NOT_VERIFIED,
    rule=never(
        left_empty.where(of="supervision").called(
            "something left out of supervision", "The record of supervision of the child left something out",
        ),
        force=DEFAULT,
    ),
    note="The service manager sees it, as it is the team manager's to write. That nothing needs to change, and why, is a "
    "decision too.",
    examples="""
        left_empty                                               | as_at      || status
        2025-03-31 [of=supervision, section=a decision]          | 2025-04-30 || not_met
        2025-03-31 [of=supervision, section=why]; 2025-03-31 [of=supervision, section=the child's wishes] | 2025-04-30 || not_met; not_met
        2025-03-31 [of=review, section=a decision]               | 2025-04-30 || -
    """,  # noqa: E501
)  # fmt: skip

silent = case_supervision.where(is_lateness_discussed=False)
four_weeks = weeks(4, force=DEFAULT)
missed = (
    protection_visit.where(is_seen=False) | need_visit.where(is_seen=False) | care_visit.where(is_seen=False)
).lasting(four_weeks)
overdue = assessment.after(working_days(46, force=DEFAULT))

challenged = Standard(
    "supervision-challenge",
    "Was it talked about? Supervision says nothing of a visit that failed in the four weeks before, or of an overdue assessment.",
    area=OVERSIGHT, responsible=QUALITY, severity=MEDIUM, kind="question", reference=["SO-06"],
    cites="Ofsted's inspection of Torbay 2018, paragraph 89 (no challenge to missed visits or overdue assessments)",
    since=NOT_VERIFIED,
    rule=never(
        (silent & missed | silent & overdue).happened.called(
            "supervision silent about what was late", "Supervision of the child said nothing of what was late",
        ),
        force=DEFAULT,
    ),
    note="A visit at which the child was not seen, in the four weeks before; or an assessment open for more than 45 working "
    "days. A question for an auditor, never the manager's shortfall.",
    examples="""
        case_supervision | protection_visit | assessment | as_at || status
        2025-03-31 [is_lateness_discussed=no] | 2025-03-17 [is_seen=no] |  | 2025-04-30 || not_met
        2025-03-31 [is_lateness_discussed=no] |  | 2025-01-06 | 2025-04-30 || not_met
        # both: asked once
        2025-03-31 [is_lateness_discussed=no] | 2025-03-17 [is_seen=no] | 2025-01-06 | 2025-04-30 || not_met
        2025-03-31 [is_lateness_discussed=no] |  | 2025-01-06 - 2025-03-10 | 2025-04-30 || -  # finished by then
        2025-03-31 [is_lateness_discussed=no] |  | 2025-02-03 | 2025-04-30 || -  # still in time
        2025-03-31 [is_lateness_discussed=yes] | 2025-03-17 [is_seen=no] |  | 2025-04-30 || -
        2025-03-31 [is_lateness_discussed=no] | 2025-02-17 [is_seen=no] |  | 2025-04-30 || -  # longer ago
        2025-03-31 [is_lateness_discussed=no] | 2025-03-17 [is_seen=yes] |  | 2025-04-30 || -
    """,
)  # fmt: skip

thought_afresh = Standard(
    "supervision-copied-forward", "Was the child thought about afresh? Most of the words are those of the last supervision.",
    area=OVERSIGHT, responsible=QUALITY, severity=MEDIUM, kind="question", reference=["SO-07", "RQ-04"],
    cites=INSPECTIONS, since=NOT_VERIFIED,
    rule=never(
        copied_forward.where(of="supervision", percent=at_least(80)).called(
            "supervision in the words of the last time", "Supervision was written up, mostly in the words of the last time",
        ),
        force=DEFAULT,
    ),
    note="Eighty per cent is ours; short notes are not compared. A question for an auditor who reads both, never a shortfall.",
    examples="""
        copied_forward                            | as_at      || status
        2025-03-31 [of=supervision, percent=85]   | 2025-04-30 || not_met
        2025-03-31 [of=supervision, percent=40]   | 2025-04-30 || -
        2025-03-31 [of=core group, percent=85]    | 2025-04-30 || -
    """,
)  # fmt: skip
