"""The quality of the record: visits written up in time, a chronology and a summary that are up to date.

Source: Ofsted's inspections; no law gives a number. What a text says, and how like another it is, is not judged: that
breeds defensive notes. A long silence is a question for an auditor, not a shortfall of a worker's.
"""

from goldenthread.standards.catalogue.words import QUALITY, RECORD, SOCIAL_WORKER
from goldenthread.standards.language import (
    DEFAULT,
    HIGH,
    LOCAL,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    every,
    months,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    care_visit,
    case_note,
    case_summary,
    chronology_update,
    need_visit,
    protection_visit,
    referral,
    visit_recorded,
)

taken_on = referral.where(is_no_further_action=False)


def _recorded(visit, standard_id: str, words: str) -> Standard:
    """A kind of visit, written up in five working days: three standards in the same words."""
    return Standard(
        standard_id, f"The record of a visit to {words} is finished within five working days.",
        area=RECORD, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["RQ-01"],
        cites="A local standard (two to five working days); Ofsted's inspection of Torbay 2018, paragraph 96",
        since=NOT_VERIFIED,
        rule=within(working_days(5, force=LOCAL), of=visit, expect=visit_recorded),
        note="A visit made in time and written up late is in time by its own standard, and late by this one. The "
        "record does not say which visit was written up: the first record after a visit counts.",
        examples=f"""
            {visit.name} | visit_recorded | as_at      || status  | due_on
            2025-03-03   | 2025-03-10     | 2025-03-31 || met     | 2025-03-10
            2025-03-03   | 2025-03-11     | 2025-03-31 || late    |
            2025-03-03   |                | 2025-03-10 || due     |
            2025-03-03   |                | 2025-03-11 || overdue |
            2025-03-07   | 2025-03-05     | 2025-03-31 || overdue |             # of an earlier visit
                         | 2025-03-10     | 2025-03-31 || -       |
        """,
    )  # fmt: skip


protection_visit_recorded = _recorded(protection_visit, "protection-visit-recorded", "a child on a protection plan")
need_visit_recorded = _recorded(need_visit, "need-visit-recorded", "a child in need")
care_visit_recorded = _recorded(care_visit, "care-visit-recorded", "a looked-after child")

chronology = Standard(
    "chronology", "The chronology of an open child is updated at least every three months.",
    area=RECORD, responsible=SOCIAL_WORKER, severity=HIGH, reference=["RQ-02"],
    cites="Ofsted's inspections of Torbay 2018, paragraphs 17 and 39, and Gloucestershire 2017, paragraph 27",
    since=NOT_VERIFIED,
    rule=every(months(3, force=DEFAULT), during=taken_on, expect=chronology_update),
    examples="""
        referral                                          | chronology_update | as_at      || status
        2025-01-06 [is_no_further_action=no]              | 2025-04-06        | 2025-05-31 || met; due
        2025-01-06 [is_no_further_action=no]              | 2025-04-07        | 2025-05-31 || late; due
        2025-01-06 [is_no_further_action=no]              |                   | 2025-04-06 || due
        2025-01-06 [is_no_further_action=no]              |                   | 2025-04-07 || overdue
        2025-01-06 - 2025-03-14 [is_no_further_action=no] |                   | 2025-05-31 || ceased
        2025-01-06 [is_no_further_action=yes]             |                   | 2025-05-31 || -
    """,
)  # fmt: skip

summary = Standard(
    "case-summary", "The case summary of an open child is updated at least every three months.",
    area=RECORD, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["RQ-03"],
    cites="Local policy (from knowledge: none has been read here)",
    since=NOT_VERIFIED,
    rule=every(months(3, force=DEFAULT), during=taken_on, expect=case_summary),
    note="Genogram and ecomap with it.",
    examples="""
        referral                                          | case_summary | as_at      || status
        2025-01-06 [is_no_further_action=no]              | 2025-04-06   | 2025-05-31 || met; due
        2025-01-06 [is_no_further_action=no]              | 2025-04-07   | 2025-05-31 || late; due
        2025-01-06 [is_no_further_action=no]              |              | 2025-04-06 || due
        2025-01-06 [is_no_further_action=no]              |              | 2025-04-07 || overdue
        2025-01-06 - 2025-03-14 [is_no_further_action=no] |              | 2025-05-31 || ceased
        2025-01-06 [is_no_further_action=yes]             |              | 2025-05-31 || -
    """,
)  # fmt: skip

silence = Standard(
    "record-silence", "Is anybody with this child? Nothing has been put on an open child's record for 20 working days.",
    area=RECORD, responsible=QUALITY, severity=MEDIUM, reference=["RQ-09"], kind="question",
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 109",
    since=NOT_VERIFIED,
    rule=every(
        working_days(20, force=DEFAULT), during=taken_on,
        expect=case_note.called("an entry on the child's record", "An entry was made on the child's record"),
    ),
    note="A prompt for an auditor, never a worker's shortfall: an entry made to stop a clock helps no child.",
    examples="""
        referral                                          | case_note  | as_at      || status
        2025-03-03 [is_no_further_action=no]              | 2025-03-31 | 2025-04-10 || met; due
        2025-03-03 [is_no_further_action=no]              | 2025-04-01 | 2025-04-10 || late; due
        2025-03-03 [is_no_further_action=no]              |            | 2025-03-31 || due
        2025-03-03 [is_no_further_action=no]              |            | 2025-04-01 || overdue
        2025-03-03 - 2025-03-20 [is_no_further_action=no] |            | 2025-04-10 || ceased
        2025-03-03 [is_no_further_action=yes]             |            | 2025-04-10 || -
    """,
)  # fmt: skip
