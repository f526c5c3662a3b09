"""The front door: contacts and referrals, until somebody is working with the child.

Law: Children Act 1989, sections 17 and 47, as Working Together to Safeguard Children puts them into practice. Sharing
information to protect a child needs nobody's consent, so nothing here waits for it.
"""

from goldenthread.standards.catalogue.editions import EDITION, WORKING_TOGETHER
from goldenthread.standards.catalogue.words import FRONT_DOOR, FRONT_DOOR_MANAGER, OUT_OF_HOURS, TEAM_MANAGER
from goldenthread.standards.language import (
    CRITICAL,
    DEFAULT,
    GUIDANCE,
    HIGH,
    LOCAL,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    always,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    agency_checks,
    allocation,
    assessment,
    contact,
    contact_decision,
    out_of_hours_record,
    referral,
    referral_decision,
    referrer_informed,
)

decision_on_referral = Standard(
    "referral-decision", "Within one working day of a referral, a manager decides what kind of response it needs.",
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, severity=HIGH, reference=["FD-01"],
    cites=f"{WORKING_TOGETHER}; Keeping Children Safe in Education 2025, paragraph 62",
    since="2010-03-17",
    rule=within(working_days(1, force=GUIDANCE), of=referral, expect=referral_decision, linked_by="referral_id"),
    note="A referral received on a day that is not a working day counts from the next one; a concern about serious "
    "harm does not wait for it: the strategy discussion has a standard of its own. " + EDITION,
    examples="""
        referral                                | referral_decision          | as_at      || status
        2025-03-03 [referral_id=1]              | 2025-03-04 [referral_id=1] | 2025-03-31 || met
        2025-03-03 [referral_id=1]              | 2025-03-03 [referral_id=1] | 2025-03-31 || met      # same day
        2025-03-08 [referral_id=1]              | 2025-03-10 [referral_id=1] | 2025-03-31 || met      # Saturday
        2024-03-29 [referral_id=1]              | 2024-04-02 [referral_id=1] | 2024-04-30 || met
        2025-03-03 [referral_id=1]              | 2025-03-05 [referral_id=1] | 2025-03-31 || late
        2025-03-03 [referral_id=1]              |                            | 2025-03-04 || due
        2025-03-03 [referral_id=1]              |                            | 2025-03-05 || overdue
        2025-03-03 [referral_id=2]              | 2025-03-04 [referral_id=1] | 2025-03-31 || overdue  # of another
        2025-03-03 - 2025-03-04 [referral_id=1] |                            | 2025-03-31 || ceased
        2009-03-03 [referral_id=1]              |                            | 2025-03-31 || -        # before 2010
    """,
)  # fmt: skip

decision_on_contact = Standard(
    "contact-decision", "What a contact leads to is decided within two working days.",
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, severity=MEDIUM, reference=["FD-02"],
    cites="A local standard of the kind Torbay publishes (visiting timescales); there is no national number",
    since=NOT_VERIFIED,
    rule=within(working_days(2, force=LOCAL), of=contact, expect=contact_decision, linked_by="contact_id"),
    note="Many authorities set one working day, or 24 hours.",
    examples="""
        contact                   | contact_decision          | as_at      || status  | due_on
        2025-03-03 [contact_id=1] | 2025-03-05 [contact_id=1] | 2025-03-31 || met     | 2025-03-05
        2025-04-17 [contact_id=1] | 2025-04-23 [contact_id=1] | 2025-04-30 || met     | 2025-04-23  # over Easter
        2025-03-03 [contact_id=1] | 2025-03-06 [contact_id=1] | 2025-03-31 || late    |
        2025-03-03 [contact_id=1] |                           | 2025-03-05 || due     |
        2025-03-03 [contact_id=1] |                           | 2025-03-06 || overdue |
        2025-03-03 [contact_id=2] | 2025-03-04 [contact_id=1] | 2025-03-31 || overdue |             # of another
        2025-04-01 [contact_id=1] |                           | 2025-03-31 || -       |             # not yet known
    """,
)  # fmt: skip

feedback_to_referrer = Standard(
    "referrer-informed", "Whoever made a referral is told what was decided.",
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, severity=MEDIUM, reference=["FD-03"],
    cites=f"{WORKING_TOGETHER}; Keeping Children Safe in Education 2025, paragraphs 62 and 63",
    since=NOT_VERIFIED,
    rule=within(
        working_days(5, force=DEFAULT), of=referral_decision, expect=referrer_informed, linked_by="referral_id",
    ),
    note="The guidance gives no number: five working days is ours. " + EDITION,
    examples="""
        referral_decision          | referrer_informed          | as_at      || status  | due_on
        2025-03-03 [referral_id=1] | 2025-03-10 [referral_id=1] | 2025-03-31 || met     | 2025-03-10
        2025-03-03 [referral_id=1] | 2025-03-11 [referral_id=1] | 2025-03-31 || late    |
        2025-03-03 [referral_id=1] |                            | 2025-03-10 || due     |
        2025-03-03 [referral_id=1] |                            | 2025-03-11 || overdue |
        2025-03-03 [referral_id=2] | 2025-03-04 [referral_id=1] | 2025-03-31 || overdue |             # of another
                                   |                            | 2025-03-31 || -       |             # none decided
    """,
)  # fmt: skip

allocated = Standard(
    "child-allocated", "A child whose referral was taken on has an allocated social worker, without a gap.",
    area=FRONT_DOOR, responsible=TEAM_MANAGER, severity=CRITICAL, reference=["FD-06"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 29 (47 children without a social worker, some for weeks); "
    "there is no national number",
    since=NOT_VERIFIED,
    rule=always(allocation, during=referral.where(is_no_further_action=False), grace=working_days(1, force=DEFAULT)),
    note="Some authorities allocate within 24 hours. A duty team that holds a child between workers is no allocated "
    "worker. Where a source does not say when a referral was closed, the child would wrongly seem to be open.",
    examples="""
        referral                                          | allocation                           | as_at      || status
        2025-03-03 [is_no_further_action=no]              | 2025-03-03                           | 2025-03-31 || met
        2025-03-03 [is_no_further_action=no]              | 2025-03-04                           | 2025-03-31 || met
        2025-03-07 [is_no_further_action=no]              | 2025-03-10                           | 2025-03-31 || met
        2025-03-03 [is_no_further_action=no]              | 2025-03-06                           | 2025-03-31 || not_met
        2025-03-03 [is_no_further_action=no]              |                                      | 2025-03-04 || due
        2025-03-03 [is_no_further_action=no]              |                                      | 2025-03-31 || not_met
        2025-03-03 [is_no_further_action=no]              | 2025-03-03 - 2025-04-01 ; 2025-04-10 | 2025-05-01 || not_met
        2025-03-03 [is_no_further_action=no]              | 2025-03-03 - 2025-04-10 ; 2025-04-01 | 2025-05-01 || met
        2025-03-03 - 2025-03-04 [is_no_further_action=no] |                                      | 2025-03-31 || ceased
        2025-03-03 [is_no_further_action=yes]             |                                      | 2025-03-31 || -
    """,
)  # fmt: skip

checks = Standard(
    "agency-checks", "Partner agencies are asked what they know before an assessment gets under way.",
    area=FRONT_DOOR, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["FD-09"],
    cites="Ofsted's inspection of Torbay 2018, paragraph 26: checks with partner agencies not made before assessments",
    since=NOT_VERIFIED,
    rule=within(
        working_days(5, force=DEFAULT), of=assessment, expect=agency_checks.called("a check with partner agencies"),
        look_back=working_days(10, force=DEFAULT),
    ),
    note="There is no number in law: checks in the ten working days before the assessment, or its first five, count. "
    "A reason for making none is recorded in their place. Consent is not needed to protect a child.",
    examples="""
        assessment              | agency_checks | as_at      || status  | due_on
        2025-03-03              | 2025-02-25    | 2025-03-31 || met     | 2025-03-10  # at the front door
        2025-03-03              | 2025-03-10    | 2025-03-31 || met     |
        2025-03-03              | 2025-03-11    | 2025-03-31 || late    |
        2025-03-03              | 2025-02-14    | 2025-03-31 || overdue |             # eleven working days before
        2025-03-03              |               | 2025-03-10 || due     |
        2025-03-03              |               | 2025-03-31 || overdue |
        2025-03-03 - 2025-03-07 |               | 2025-03-31 || ceased  |
                                | 2025-03-10    | 2025-03-31 || -       |             # no assessment
    """,
)  # fmt: skip

out_of_hours = Standard(
    "out-of-hours-recorded", "What the out-of-hours team did is on the child's record by the next working day.",
    area=FRONT_DOOR, responsible=OUT_OF_HOURS, severity=MEDIUM, reference=["FD-11"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 42, and of Torbay 2018, paragraph 32",
    since=NOT_VERIFIED,
    rule=within(
        working_days(1, force=DEFAULT),
        of=contact.where(is_out_of_hours=True).called(
            "an out-of-hours contact", "The out-of-hours team received a contact about the child"
        ),
        expect=out_of_hours_record, linked_by="contact_id",
    ),
    examples="""
        contact                                        | out_of_hours_record       | as_at      || status
        2025-03-03 [contact_id=1, is_out_of_hours=yes] | 2025-03-04 [contact_id=1] | 2025-03-31 || met
        2025-03-08 [contact_id=1, is_out_of_hours=yes] | 2025-03-10 [contact_id=1] | 2025-03-31 || met
        2025-03-03 [contact_id=1, is_out_of_hours=yes] | 2025-03-05 [contact_id=1] | 2025-03-31 || late
        2025-03-03 [contact_id=1, is_out_of_hours=yes] |                           | 2025-03-04 || due
        2025-03-03 [contact_id=1, is_out_of_hours=yes] |                           | 2025-03-31 || overdue
        2025-03-03 [contact_id=1, is_out_of_hours=no]  |                           | 2025-03-31 || -
        2025-03-03 [contact_id=1]                      |                           | 2025-03-31 || -
    """,
)  # fmt: skip
