"""Section 47: from cause to suspect significant harm, through the enquiry, to the conference; and emergency powers.

Law: Children Act 1989, sections 43 (child assessment orders), 44 and 45 (emergency protection), 46 (police protection)
and 47 (the duty to enquire), as Working Together to Safeguard Children puts them into practice. Danger does not wait
for Monday: the limits nearest to harm run in hours, weekends too.
"""

from goldenthread.standards.catalogue.editions import EDITION, WORKING_TOGETHER
from goldenthread.standards.catalogue.words import (
    CONFERENCE_CHAIR,
    LEGAL,
    SECTION_47,
    SOCIAL_WORKER,
    TEAM_MANAGER,
)
from goldenthread.standards.language import (
    CRITICAL,
    DEFAULT,
    GUIDANCE,
    HIGH,
    LAW,
    LOCAL,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    days,
    hours,
    never,
    under,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    court_extension,
    disclosure,
    harm_concern,
    initial_conference,
    interim_safety_plan,
    legal_status,
    medical,
    medical_refused,
    section47,
    section47_visit,
    section47_wishes,
    strategy_discussion,
    transfer_in_notice,
)

police_protection = legal_status.where(code="L1").called("police protection", "Police protection began")
emergency_protection = legal_status.where(code="L2").called(
    "an emergency protection order", "An emergency protection order was made"
)
assessment_order = legal_status.where(code="L3").called("a child assessment order", "A child assessment order began")
child_met = section47_visit.called("a visit at which the child was seen for the section 47 enquiry")
to_conference = section47.where(is_conference_needed=True)

strategy = Standard(
    "strategy-discussion-prompt", "A strategy discussion is held within 24 hours of cause to suspect significant harm.",
    area=SECTION_47, responsible=TEAM_MANAGER, severity=CRITICAL, reference=["S47-01"],
    cites=f"Children Act 1989, section 47(1); {WORKING_TOGETHER} (as soon as possible); Ofsted's inspection of "
    "Torbay 2018, paragraph 26",
    since=NOT_VERIFIED,
    rule=within(
        hours(24, force=LOCAL), of=harm_concern,
        expect=strategy_discussion.called("a strategy discussion about the harm suspected"),
    ),
    note="Guidance gives no number; 24 hours is what inspectors look for. It runs at weekends, to the out-of-hours "
    "team; where only dates are kept, the next day is in time. " + EDITION,
    examples="""
        harm_concern     | strategy_discussion | as_at      || status  | due_on
        2025-03-07T16:00 | 2025-03-08T15:30    | 2025-03-31 || met     | 2025-03-08  # a Saturday
        2025-03-07T16:00 | 2025-03-08T17:00    | 2025-03-31 || late    |             # an hour over
        2025-03-07       | 2025-03-08          | 2025-03-31 || met     |             # no hour kept
        2025-03-07       | 2025-03-10          | 2025-03-31 || late    |             # Monday is too late
        2025-03-07       |                     | 2025-03-08 || due     |
        2025-03-07       |                     | 2025-03-09 || overdue |
                         | 2025-03-08          | 2025-03-31 || -       |
    """,
)  # fmt: skip

quorate = Standard(
    "strategy-discussion-quorate", "Police, health and social care take part in every strategy discussion.",
    area=SECTION_47, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["S47-02"],
    cites=f"{WORKING_TOGETHER}, strategy discussion",
    since=NOT_VERIFIED,
    rule=never(
        strategy_discussion.where(is_quorate=False).called(
            "a strategy discussion that was not quorate",
            "A strategy discussion was held without police, health and social care all taking part",
        ),
        force=GUIDANCE,
    ),
    note="Only where the record says that it was not quorate. Holding one without health beats waiting for a child "
    "in danger: then a second, quorate one is owed. " + EDITION,
    examples="""
        strategy_discussion                                      | as_at      || status  | opened_on
        2025-03-03 [is_quorate=no]                               | 2025-03-31 || not_met | 2025-03-03
        2025-03-03 [is_quorate=no] ; 2025-03-04 [is_quorate=yes] | 2025-03-31 || not_met | 2025-03-03
        2025-03-03 [is_quorate=yes]                              | 2025-03-31 || -       |
        2025-03-03                                               | 2025-03-31 || -       |             # not said
        2025-04-03 [is_quorate=no]                               | 2025-03-31 || -       |             # not yet known
    """,
)  # fmt: skip

child_seen = Standard(
    "enquiry-child-seen", "A child who is the subject of a section 47 enquiry is seen within 24 hours.",
    area=SECTION_47, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["S47-03"],
    cites="Children Act 1989, section 47(4); a local standard of the kind Torbay publishes (one working day)",
    since=NOT_VERIFIED,
    rule=within(hours(24, force=LOCAL), of=section47 & under(18), expect=child_met),
    note="The number read is one working day. Danger does not wait for Monday: here it is 24 hours, weekends too, to "
    "the out-of-hours team. For an enquiry begun before birth it counts from the birth. An enquiry that ended "
    "sooner, without the child seen, shows as ceased.",
    examples="""
        section47               | section47_visit  | born       | as_at      || status  | due_on
        2025-03-07T15:00        | 2025-03-08T10:00 | 2015-06-01 | 2025-03-31 || met     | 2025-03-08  # a Saturday
        2025-03-07T15:00        | 2025-03-08T16:00 | 2015-06-01 | 2025-03-31 || late    |
        2025-03-07              | 2025-03-08       | 2015-06-01 | 2025-03-31 || met     |
        # Monday is too late
        2025-03-07              | 2025-03-10       | 2015-06-01 | 2025-03-31 || late    |
        2025-03-07              |                  | 2015-06-01 | 2025-03-08 || due     |
        2025-03-07              |                  | 2015-06-01 | 2025-03-31 || overdue |
        2025-03-07 - 2025-03-08 |                  | 2015-06-01 | 2025-03-31 || ceased  |
        # the day after birth
        2025-03-03              | 2025-03-11       | 2025-03-10 | 2025-03-31 || met     | 2025-03-11
        2025-03-03              |                  |            | 2025-03-31 || -       |             # not yet born
                                | 2025-03-08       | 2015-06-01 | 2025-03-31 || -       |
    """,
)  # fmt: skip

conference = Standard(
    "initial-conference",
    "An initial conference is held within 15 working days of the strategy discussion that began the enquiry.",
    area=SECTION_47, responsible=CONFERENCE_CHAIR, severity=HIGH, reference=["S47-04"],
    cites=f"{WORKING_TOGETHER}; Children in Need census guide 2023-24, section 4.12",
    since="2010-03-17",
    rule=within(
        working_days(15, force=GUIDANCE), of=to_conference.started, expect=initial_conference, linked_by="section47_id",
    ),
    note="Counted from the strategy discussion at which the enquiry was begun, which is the day an enquiry starts in "
    "the national return; an earlier discussion that began none starts no clock. Enquiries that need no conference "
    "are left out; the census takes an undecided one to need it. " + EDITION,
    examples="""
    section47 | initial_conference | as_at || status
    # over Christmas
    2023-12-18 [section47_id=1, is_conference_needed=yes] | 2024-01-11 [section47_id=1] | 2024-03-31 || met
    # from a Saturday
    2024-02-03 [section47_id=1, is_conference_needed=yes] | 2024-02-23 [section47_id=1] | 2024-03-31 || met
    # the enquiry was over before the conference
    2025-03-03 - 2025-03-14 [section47_id=1, is_conference_needed=yes] | 2025-03-24 [section47_id=1] | 2025-03-31 || met
    2025-03-03 [section47_id=1, is_conference_needed=yes] | 2025-03-25 [section47_id=1] | 2025-03-31 || late
    2025-03-03 [section47_id=1, is_conference_needed=yes] |  | 2025-03-24 || due
    # the enquiry is over, and no conference was held
    2025-03-03 - 2025-03-14 [section47_id=1, is_conference_needed=yes] |  | 2025-03-31 || overdue
    # of another enquiry
    2025-03-03 [section47_id=2, is_conference_needed=yes] | 2025-03-24 [section47_id=1] | 2025-03-31 || overdue
    2025-03-03 [section47_id=1, is_conference_needed=no] |  | 2025-03-31 || -
    2025-03-03 [section47_id=1] |  | 2025-03-31 || -  # not decided
    """,
)  # fmt: skip

concluded = Standard(
    "enquiry-concluded", "A section 47 enquiry is concluded within 15 working days.",
    area=SECTION_47, responsible=TEAM_MANAGER, severity=HIGH, reference=["S47-05"],
    cites=f"{WORKING_TOGETHER} (in time for a conference within 15 working days)",
    since=NOT_VERIFIED,
    rule=within(
        working_days(15, force=LOCAL), of=section47, expect=section47.ended.called("the conclusion of the enquiry"),
        linked_by="section47_id",
    ),
    note="There is no national number for the enquiry itself. " + EDITION,
    examples="""
        section47                                                              | as_at      || status       | due_on
        2025-03-03 - 2025-03-24 [section47_id=1]                               | 2025-04-30 || met          | 2025-03-24
        2025-03-03 - 2025-03-25 [section47_id=1]                               | 2025-04-30 || late         |
        2025-03-03 [section47_id=1]                                            | 2025-03-24 || due          |
        2025-03-03 [section47_id=1]                                            | 2025-03-25 || overdue      |
        # each its own
        2025-03-03 [section47_id=1] ; 2025-03-10 - 2025-03-14 [section47_id=2] | 2025-03-31 || overdue; met |
        # not yet known
        2025-04-03 [section47_id=1]                                            | 2025-03-31 || -            |
    """,
)  # fmt: skip

safe_until_conference = Standard(
    "interim-safety-plan", "A child who is going to conference has a safety plan until then.",
    area=SECTION_47, responsible=TEAM_MANAGER, severity=CRITICAL, reference=["S47-06"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 26 and recommendation 4",
    since=NOT_VERIFIED,
    rule=within(
        days(1, force=DEFAULT), of=to_conference.ended.called(
            "the end of an enquiry that leads to a conference",
            "The section 47 enquiry ended in a decision to hold a conference",
        ),
        expect=interim_safety_plan,
        look_back=working_days(15, force=DEFAULT),
    ),
    note="A plan made during the enquiry counts; one is owed at the latest the day after it ends in a decision to "
    "hold a conference. The plan should be there from the strategy discussion on, but not until the enquiry ends "
    "does the record say that there will be a conference.",
    examples="""
        section47                                          | interim_safety_plan | as_at      || status  | due_on
        2025-03-03 - 2025-03-14 [is_conference_needed=yes] | 2025-03-03          | 2025-03-31 || met     | 2025-03-15
        # a Saturday
        2025-03-03 - 2025-03-14 [is_conference_needed=yes] | 2025-03-15          | 2025-03-31 || met     |
        2025-03-03 - 2025-03-14 [is_conference_needed=yes] | 2025-03-17          | 2025-03-31 || late    |
        2025-03-03 - 2025-03-14 [is_conference_needed=yes] |                     | 2025-03-15 || due     |
        2025-03-03 - 2025-03-14 [is_conference_needed=yes] |                     | 2025-03-31 || overdue |
        2025-03-03 - 2025-03-14 [is_conference_needed=no]  |                     | 2025-03-31 || -       |
        # still going on
        2025-03-03 [is_conference_needed=yes]              |                     | 2025-03-31 || -       |
    """,
)  # fmt: skip

medical_held = Standard(
    "medical-after-disclosure", "A child who discloses physical abuse has a medical assessment within 24 hours.",
    area=SECTION_47, responsible=TEAM_MANAGER, severity=CRITICAL, reference=["S47-07"],
    cites="Ofsted's inspection of Torbay 2018, paragraph 22 and recommendation 9",
    since=NOT_VERIFIED,
    rule=within(
        hours(24, force=DEFAULT), of=disclosure.where(kind="physical").called(
            "a disclosure of physical abuse", "The child disclosed physical abuse, or an injury was seen"
        ),
        expect=medical.called("a child protection medical assessment, or a paediatrician's reason for none,"),
    ),
    lifted_by=(medical_refused,),
    note="A paediatrician's recorded advice against one keeps it too; a refusal by a child who understands lifts it. "
    "It runs at weekends. Sexual abuse and neglect have pathways of their own, still to be added.",
    examples="""
        disclosure                       | medical          | medical_refused | as_at      || status  | due_on
        2025-03-07T14:00 [kind=physical] | 2025-03-08T13:00 |                 | 2025-03-31 || met     | 2025-03-08
        2025-03-07T14:00 [kind=physical] | 2025-03-08T18:00 |                 | 2025-03-31 || late    |
        2025-03-07 [kind=physical]       | 2025-03-10       |                 | 2025-03-31 || late    |
        2025-03-07 [kind=physical]       |                  |                 | 2025-03-08 || due     |
        2025-03-07 [kind=physical]       |                  |                 | 2025-03-31 || overdue |
        # lifted
        2025-03-07 [kind=physical]       |                  | 2025-03-08      | 2025-03-31 || ceased  |
        2025-03-07 [kind=neglect]        |                  |                 | 2025-03-31 || -       |
                                         | 2025-03-08       |                 | 2025-03-31 || -       |
    """,
)  # fmt: skip

wishes = Standard(
    "enquiry-wishes", "No section 47 enquiry ends without the child's wishes and feelings.",
    area=SECTION_47, responsible=SOCIAL_WORKER, severity=HIGH, reference=["S47-08"],
    cites="Children Act 1989, section 47(5A)",
    since=NOT_VERIFIED,
    rule=within(
        days(1, force=DEFAULT), of=section47.ended & under(18),
        expect=section47_wishes.called("a record of the child's wishes and feelings"),
        look_back=working_days(20, force=DEFAULT),
    ),
    note="The Act asks for them so far as is reasonable, in keeping with the child's age and understanding, and "
    "gives no number: the 20 working days before the end and the day after are ours. Of a baby it is what was seen "
    "of the child.",
    examples="""
        section47               | section47_wishes | born       | as_at      || status  | due_on
        2025-03-03 - 2025-03-14 | 2025-03-06       | 2015-06-01 | 2025-03-31 || met     | 2025-03-15
        2025-03-03 - 2025-03-14 | 2025-03-17       | 2015-06-01 | 2025-03-31 || late    |
        2025-03-03 - 2025-03-14 |                  | 2015-06-01 | 2025-03-15 || due     |
        2025-03-03 - 2025-03-14 |                  | 2015-06-01 | 2025-03-31 || overdue |
        2025-03-03              |                  | 2015-06-01 | 2025-03-31 || -       |             # still going on
        # ended before the birth
        2025-03-03 - 2025-03-14 |                  | 2025-03-20 | 2025-03-31 || -       |
    """,
)  # fmt: skip

emergency_order = Standard(
    "emergency-order-eight-days", "An emergency protection order lasts at most eight days.",
    area=SECTION_47, responsible=LEGAL, severity=CRITICAL, reference=["S47-10"],
    cites="Children Act 1989, section 45(1)",
    since=NOT_VERIFIED,
    rule=within(
        days(8, force=LAW), of=emergency_protection,
        expect=legal_status.where(code="L2").ended.called("the end of the emergency protection order"),
    ),
    lifted_by=(court_extension,),
    note="The order's own expiry, which may be sooner, always comes first; the record does not hold it. Where police "
    "protection came before, the eight days may run from the first day of that (section 45(3)). The day of the order "
    "is counted as day 0; an extension by the court (section 45(5)) lifts this, and a limit of 15 days remains. The "
    "return on looked-after children lets 21 days pass: that is its tolerance, not the law.",
    examples="""
    legal_status                      | court_extension                            | as_at      || status  | due_on
    2025-03-03 - 2025-03-11 [code=L2] |                                            | 2025-03-31 || met     | 2025-03-11
    2025-03-03 - 2025-03-12 [code=L2] |                                            | 2025-03-31 || late    |
    2025-03-03 [code=L2]              |                                            | 2025-03-11 || due     |
    2025-03-03 [code=L2]              |                                            | 2025-03-31 || overdue |
    # extended
    2025-03-03 - 2025-03-17 [code=L2] | 2025-03-10 - 2025-03-17 [provision=s45(5)] | 2025-03-31 || ceased  |
    2025-03-03 - 2025-03-31 [code=C1] |                                            | 2025-03-31 || -       |
    """,
)  # fmt: skip

emergency_order_extended = Standard(
    "emergency-order-fifteen-days", "An emergency protection order, extended once, lasts at most fifteen days.",
    area=SECTION_47, responsible=LEGAL, severity=CRITICAL, reference=["S47-10"],
    cites="Children Act 1989, section 45(1), (5) and (6)",
    since=NOT_VERIFIED,
    rule=within(
        days(15, force=LAW), of=emergency_protection,
        expect=legal_status.where(code="L2").ended.called("the end of the emergency protection order"),
    ),
    note="Eight days and one extension of up to seven; without an extension the limit of eight days is a standard of "
    "its own. The order's own expiry always comes first.",
    examples="""
        legal_status                      | as_at      || status  | due_on
        2025-03-03 - 2025-03-18 [code=L2] | 2025-03-31 || met     | 2025-03-18
        2025-03-03 - 2025-03-19 [code=L2] | 2025-03-31 || late    |
        2025-03-03 [code=L2]              | 2025-03-18 || due     |
        2025-03-03 [code=L2]              | 2025-03-31 || overdue |
        2025-03-03 - 2025-03-31 [code=L1] | 2025-03-31 || -       |
    """,
)  # fmt: skip

police_powers = Standard(
    "police-protection", "Police protection lasts at most 72 hours.",
    area=SECTION_47, responsible=TEAM_MANAGER, severity=CRITICAL, reference=["S47-11"],
    cites="Children Act 1989, section 46(6)",
    since=NOT_VERIFIED,
    rule=within(
        hours(72, force=LAW), of=police_protection,
        expect=legal_status.where(code="L1").ended.called("the end of police protection"),
    ),
    note="The power, and the limit, are the police's; the authority's part is to decide before it runs out: home, "
    "accommodation or an application to the court. By date, three days are in time.",
    examples="""
        legal_status                                  | as_at      || status  | due_on
        2025-03-07T10:00 - 2025-03-10T09:00 [code=L1] | 2025-03-31 || met     | 2025-03-10  # 71 hours
        2025-03-07T10:00 - 2025-03-10T11:00 [code=L1] | 2025-03-31 || late    |             # 73 hours
        2025-03-29T12:00 - 2025-04-01T12:00 [code=L1] | 2025-04-30 || met     |             # the clocks went forward
        2025-03-07 - 2025-03-10 [code=L1]             | 2025-03-31 || met     |             # no hour kept
        2025-03-07 - 2025-03-11 [code=L1]             | 2025-03-31 || late    |
        2025-03-07 [code=L1]                          | 2025-03-10 || due     |
        2025-03-07 [code=L1]                          | 2025-03-11 || overdue |
        2025-03-07 - 2025-04-20 [code=V2]             | 2025-04-30 || -       |
    """,
)  # fmt: skip

child_assessment_order = Standard(
    "child-assessment-order", "A child assessment order lasts at most seven days.",
    area=SECTION_47, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["S47-12"],
    cites="Children Act 1989, section 43(5)",
    since=NOT_VERIFIED,
    rule=within(
        days(7, force=LAW, beginning_with=True), of=assessment_order,
        expect=legal_status.where(code="L3").ended.called("the end of the child assessment order"),
    ),
    note="Seven days beginning with the date the order names for the assessment to begin. The record holds the day "
    "the legal status began, which is taken for it.",
    examples="""
        legal_status                      | as_at      || status  | due_on
        2025-03-03 - 2025-03-09 [code=L3] | 2025-03-31 || met     | 2025-03-09
        2025-03-03 - 2025-03-10 [code=L3] | 2025-03-31 || late    |
        2025-03-03 [code=L3]              | 2025-03-09 || due     |
        2025-03-03 [code=L3]              | 2025-03-31 || overdue |
        2025-03-03 [code=L2]              | 2025-03-31 || -       |
    """,
)  # fmt: skip

transfer_in = Standard(
    "transfer-in-conference", "A child who moves in on a protection plan has a conference within 15 working days.",
    area=SECTION_47, responsible=CONFERENCE_CHAIR, severity=HIGH, reference=["S47-13"],
    cites="Children in Need census guide 2023-24, section 4.8",
    since=NOT_VERIFIED,
    rule=within(
        working_days(15, force=GUIDANCE), of=transfer_in_notice,
        expect=initial_conference.where(is_transfer_in=True).called("a transfer-in conference"),
    ),
    note="Counted from the notice, not from the move nor from the other authority's enquiry. " + EDITION,
    examples="""
        transfer_in_notice | initial_conference              | as_at      || status  | due_on
        2025-03-03         | 2025-03-24 [is_transfer_in=yes] | 2025-04-30 || met     | 2025-03-24
        2025-03-03         | 2025-03-25 [is_transfer_in=yes] | 2025-04-30 || late    |
        2025-03-03         | 2025-03-24 [is_transfer_in=no]  | 2025-04-30 || overdue |             # another kind
        2025-03-03         |                                 | 2025-03-24 || due     |
        2025-03-03         |                                 | 2025-04-30 || overdue |
                           | 2025-03-24 [is_transfer_in=yes] | 2025-04-30 || -       |
    """,
)  # fmt: skip

multi_agency_team = Standard(
    "multi-agency-team", "A multi-agency child protection team takes part in each section 47 enquiry.",
    area=SECTION_47, responsible=TEAM_MANAGER, severity=MEDIUM, reference=["S47-15"],
    cites="Children's Wellbeing and Schools Act 2026, section 3 (Children Act 2004, section 16EA)",
    since=NOT_VERIFIED, in_force=False,
    rule=within(
        days(1, force=DEFAULT), of=section47,
        expect=strategy_discussion.where(is_quorate=True).called("a discussion with police, health and social care"),
        look_back=days(1, force=DEFAULT),
    ),
    note="Not commenced as far as could be seen: regulations were aimed at late 2027. It ships switched off, stands "
    "in for the team by a quorate discussion, and is to be written anew from the regulations.",
    examples="""
        section47               | strategy_discussion         | as_at      || status
        2025-03-03              | 2025-03-03 [is_quorate=yes] | 2025-03-31 || met
        2025-03-03              | 2025-03-05 [is_quorate=yes] | 2025-03-31 || late
        2025-03-03              | 2025-03-03 [is_quorate=no]  | 2025-03-31 || overdue
        2025-03-03 - 2025-03-04 |                             | 2025-03-31 || ceased
                                | 2025-03-03 [is_quorate=yes] | 2025-03-31 || -
    """,
)  # fmt: skip
