# ruff: noqa: E501 (a table is as wide as it is)
"""What was agreed is done: an action has a person and a day, is done by it, and is not carried forward for ever.

Source: Ofsted's inspection of Torbay 2018, paragraph 54 (reviews), paragraphs 23 and 89 (supervision). An action is any
that a meeting, a decision, a plan or supervision of a child agreed. What becomes of it is said on its own row, or when
the next meeting goes through last time's actions.
"""

from goldenthread.standards.catalogue.words import OVERSIGHT, SOCIAL_WORKER, TEAM_MANAGER
from goldenthread.standards.language import (
    DEFAULT,
    HIGH,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    at_least,
    days,
    months,
    never,
    within,
    years,
)
from goldenthread.standards.vocabulary import action_answered, action_due, allocation, left_empty, looked_after, referral

TORBAY = "Ofsted's inspection of Torbay 2018, paragraphs 23, 54 and 89"

word = action_answered.called("word that the agreed action was done, or of what becomes of it,")

taken_on = referral.where(is_no_further_action=False)
ever_held = allocation.started.lasting(years(18, force=DEFAULT)).until(taken_on.ended)
in_hand = (taken_on | looked_after | allocation | ever_held).called("an open case", ended="The case was closed")
"""A change of worker is no end: whom a social worker once held stays in hand until a case of theirs is closed."""

done = Standard(
    "action-done", "An agreed action is done by its day, or the meeting after says what becomes of it.",
    area=OVERSIGHT, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["RV-08", "SO-05"],
    cites=TORBAY, since=NOT_VERIFIED,
    rule=within(
        days(0, force=DEFAULT), of=action_due & in_hand, expect=word,
        look_back=months(12, force=DEFAULT), linked_by="action_id",
    ),
    note="The day is the one agreed. An action that was not done, and of which the next meeting says why and what now, is late, "
    "and over: the day then agreed is the one that counts. Only while the child's case is open: there is an open referral, the "
    "child is looked after, or a social worker has held the child since any referral was closed. A change of worker is no end: "
    "the action passes to whoever holds the child next, and meanwhile to the manager.",
    examples="""
        action_due | action_answered | referral | allocation | looked_after | as_at || status | closed_on
        2025-03-03 [action_id=1] | 2025-02-24 [action_id=1] | 2024-09-02 [is_no_further_action=no] |  |  | 2025-04-30 || met |
        2025-03-03 [action_id=1] | 2025-03-10 [action_id=1] | 2024-09-02 [is_no_further_action=no] |  |  | 2025-04-30 || late |
        2025-03-03 [action_id=1] |  | 2024-09-02 [is_no_further_action=no] |  |  | 2025-03-03 || due |
        2025-03-03 [action_id=1] |  | 2024-09-02 [is_no_further_action=no] |  |  | 2025-04-30 || overdue | -
        # another action
        2025-03-03 [action_id=1] | 2025-02-24 [action_id=2] | 2024-09-02 [is_no_further_action=no] |  |  | 2025-04-30 || overdue |
        # the case was closed that day, and later
        2025-03-03 [action_id=1] |  | 2024-09-02 - 2025-03-03 [is_no_further_action=no] |  |  | 2025-04-30 || - |
        2025-03-03 [action_id=1] |  | 2024-09-02 - 2025-03-20 [is_no_further_action=no] | 2024-09-02 - 2025-03-20 |  | 2025-04-30 || overdue | 2025-03-20
        2025-03-03 [action_id=1] |  |  |  |  | 2025-04-30 || - |  # not open, and nobody ever held it
        # without an open referral: held; the worker changes; the worker is gone, and there is no other yet
        2025-03-03 [action_id=1] |  |  | 2024-09-02 |  | 2025-04-30 || overdue | -
        2025-03-03 [action_id=1] |  |  | 2024-09-02 - 2025-03-20; 2025-03-20 |  | 2025-04-30 || overdue | -
        2025-03-03 [action_id=1] |  |  | 2024-09-02 - 2025-02-24 |  | 2025-04-30 || overdue | -
        2025-03-03 [action_id=1] | 2025-04-07 [action_id=1] |  | 2024-09-02 - 2025-03-20 |  | 2025-04-30 || late |
        # held, and closed since
        2025-03-03 [action_id=1] |  | 2024-09-02 - 2025-02-03 [is_no_further_action=no] | 2024-09-02 - 2025-02-03 |  | 2025-04-30 || - |
        # looked after, the referral closed long ago
        2025-03-03 [action_id=1] |  | 2023-09-04 - 2024-02-05 [is_no_further_action=no] | 2023-09-04 - 2025-03-20 | 2024-01-08 | 2025-04-30 || overdue | -
        # both, until the worker changes: owed once
        2025-03-03 [action_id=1] |  | 2024-09-02 [is_no_further_action=no] | 2024-09-02 - 2025-03-20 |  | 2025-04-30 || overdue | -
    """,
)  # fmt: skip

carried = Standard(
    "action-carried", "No action is carried forward three times: somebody decides what stands in its way.",
    area=OVERSIGHT, responsible=TEAM_MANAGER, severity=HIGH, reference=["RV-08", "SO-05"],
    cites=TORBAY, since=NOT_VERIFIED,
    rule=never(
        action_answered.where(times=at_least(3)).called(
            "an action carried forward three times", "An agreed action was still not done at the third meeting running",
        ),
        force=DEFAULT,
    ),
    note="Three is ours. Meetings of one kind, each of which went through the same words and found it not done, or only in "
    "part.",
    examples="""
        action_answered                                  | as_at      || status
        2025-03-31 [action_id=1, happened=no, times=3]   | 2025-04-30 || not_met
        2025-03-31 [action_id=1, happened=no, times=2]   | 2025-04-30 || -
        2025-03-31 [action_id=1, happened=yes]           | 2025-04-30 || -
    """,
)  # fmt: skip

specific = Standard(
    "action-specific", "Every action that is agreed has a person and a day.",
    area=OVERSIGHT, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["RV-08", "SO-05"],
    cites=TORBAY, since=NOT_VERIFIED,
    rule=never(
        left_empty.where(of="action").called(
            "an action without a person or a day", "An agreed action was recorded with something missing"
        ),
        force=DEFAULT,
    ),
    note="Whatever meeting, decision or supervision agreed it. What is typed here cannot be without them: this is for what "
    "comes from elsewhere.",
    examples="""
        left_empty                                | as_at      || status
        2025-03-31 [of=action, section=who does it]       | 2025-04-30 || not_met
        2025-03-31 [of=action, section=by when]   | 2025-04-30 || not_met
        2025-03-31 [of=review, section=health]    | 2025-04-30 || -
    """,
)  # fmt: skip
