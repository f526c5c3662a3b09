# ruff: noqa: E501 (a table is as wide as it is)
"""Small signs of different kinds that come together: children often show it before they say it, and some hide it."""

from goldenthread.standards.catalogue.words import CHILD_PROTECTION, PLACEMENTS, SOCIAL_WORKER, TEAM_MANAGER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, days, months, never, within, working_days
from goldenthread.standards.vocabulary import (
    changed_child,
    exclusion,
    looked_after,
    low_attendance,
    missing,
    sdq,
    stability_meeting,
)

gone = missing.where(kind="M").started
sign = (changed_child | gone | low_attendance | sdq.more_by(5, "score")).called(
    "a sign that something may be wrong", "A sign that something may be wrong was recorded"
)
unsettled = (changed_child | gone | exclusion | sdq.more_by(5, "score")).called(
    "a sign that the placement may not hold", "A sign that the placement may not hold was recorded"
)

together = Standard(
    "signs-together",
    "Signs of three kinds within three months ask what the child is not telling us, and whom they would tell.",
    area=CHILD_PROTECTION, responsible=SOCIAL_WORKER, severity=HIGH, kind="question", reference=["CP-18", "HE-05"],
    cites="Ofsted's monitoring visit to Gloucestershire, May 2018, as the press reported it; Ofsted's inspection of "
    "Gloucestershire 2017, paragraphs 21 and 96",
    since=NOT_VERIFIED,
    rule=never(sign.repeated(3, within=months(3, force=DEFAULT), different="noun"), force=DEFAULT),
    note="The kinds: a change in how the child is (self-harm, hostility, withdrawal and the like), missing, attendance below 90%, "
    "a questionnaire's score five or more above the one before. The numbers are ours. Every one of them has harmless causes: a "
    "question for somebody the child trusts, never a diagnosis. Whether the child is a girl or a boy plays no part.",
    examples="""
        changed_child                  | missing             | low_attendance         | sdq                                         | as_at || status | opened_on
        2025-01-13 [kind=hostile]      | 2025-02-03 [kind=M] | 2025-03-03             |                                             | 2025-06-30 || not_met | 2025-03-03
        2025-03-31 [kind=self_harm]    |                     | 2025-02-03             | 2024-03-03 [score=9]; 2025-03-03 [score=15] | 2025-06-30 || not_met | 2025-03-31
        # three signs, of two kinds
        2025-01-13; 2025-02-03         |                     | 2025-03-03             |                                             | 2025-06-30 || -       |
        # over longer
        2024-11-04                     | 2025-01-06 [kind=M] | 2025-03-03             |                                             | 2025-06-30 || -       |
        # the score is no higher
        2025-01-13                     | 2025-02-03 [kind=M] |                        | 2024-03-03 [score=9]; 2025-03-03 [score=12] | 2025-06-30 || -       |
        2025-01-13                     | 2025-02-03 [kind=A] | 2025-03-03             |                                             | 2025-06-30 || -       |  # away, not missing
    """,
)  # fmt: skip

placement_unsettled = Standard(
    "placement-at-risk-signs",
    "Signs of two kinds within 28 days that a placement may not hold ask whether a stability meeting has looked at it.",
    area=PLACEMENTS, responsible=TEAM_MANAGER, severity=HIGH, kind="question", reference=["PL-15"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 66: stability meetings help", since=NOT_VERIFIED,
    rule=within(
        working_days(5, force=DEFAULT),
        of=unsettled.repeated(2, within=days(28, force=DEFAULT), different="noun") & looked_after, expect=stability_meeting,
    ),
    note="The kinds: missing, a suspension or exclusion, a change in how the child is, a questionnaire's score five or more above "
    "the one before. The numbers are ours. A carer's notice and an allegation are signs that the record does not date.",
    examples="""
        looked_after | missing             | exclusion                     | stability_meeting | as_at      || status  | opened_on
        2024-01-08   | 2025-03-03 [kind=M] | 2025-03-24 [kind=suspension]  | 2025-03-31        | 2025-06-30 || met     | 2025-03-24
        2024-01-08   | 2025-03-03 [kind=M] | 2025-03-24 [kind=suspension]  | 2025-04-01        | 2025-06-30 || late    | 2025-03-24
        2024-01-08   | 2025-03-03 [kind=M] | 2025-03-24 [kind=suspension]  |                   | 2025-06-30 || overdue | 2025-03-24
        2024-01-08   | 2025-03-03 [kind=M] | 2025-04-07 [kind=suspension]  |                   | 2025-06-30 || -       |  # longer apart
        # twice missing asks elsewhere
        2024-01-08   | 2025-03-03 [kind=M]; 2025-03-10 [kind=M] |          |                   | 2025-06-30 || -       |
                     | 2025-03-03 [kind=M] | 2025-03-24 [kind=suspension]  |                   | 2025-06-30 || -       |  # at home
    """,
)  # fmt: skip
