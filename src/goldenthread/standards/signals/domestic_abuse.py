"""Domestic abuse that is reported, or found, again: a question about harm that adds up."""

from goldenthread.standards.catalogue.words import ASSESSMENT, FRONT_DOOR, FRONT_DOOR_MANAGER, TEAM_MANAGER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, days, months, never
from goldenthread.standards.vocabulary import assessment_factor, contact

ABUSE = "[is_domestic_abuse=yes]"  # as the examples write it

notified_again = Standard(
    "repeat-domestic-abuse-notices", "Three notices of domestic abuse within 12 months ask what they do to the child.",
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, severity=HIGH, reference=["FD-07"], kind="question",
    cites="Ofsted's inspection of Torbay 2018, paragraphs 21 and 27",
    since=NOT_VERIFIED,
    rule=never(
        contact.where(is_domestic_abuse=True).called(
            "a notice of domestic abuse", "A notice of domestic abuse was received"
        ).repeated(3, within=months(12, force=DEFAULT)),
        force=DEFAULT,
    ),
    note="A child who sees, hears or lives with domestic abuse is harmed by it, whether or not anything was done to "
    "them.",
    examples=f"""
        contact                                                                     | as_at      || status  | opened_on
        2024-06-03 {ABUSE} ; 2024-09-02 {ABUSE} ; 2025-03-03 {ABUSE}                | 2025-06-30 || not_met | 2025-03-03
        2024-06-03 {ABUSE} ; 2024-09-02 [is_domestic_abuse=no] ; 2025-03-03 {ABUSE} | 2025-06-30 || -       |
        # one not marked
        2024-06-03 {ABUSE} ; 2024-09-02 ; 2025-03-03 {ABUSE}                        | 2025-06-30 || -       |
        # over longer
        2024-03-02 {ABUSE} ; 2024-09-02 {ABUSE} ; 2025-03-03 {ABUSE}                | 2025-06-30 || -       |
        2024-09-02 {ABUSE} ; 2025-03-03 {ABUSE}                                     | 2025-06-30 || -       |
    """,
)  # fmt: skip

found_again = Standard(
    "repeat-domestic-abuse-assessed", "Domestic abuse of a parent found twice within 12 months asks what has changed.",
    area=ASSESSMENT, responsible=TEAM_MANAGER, severity=HIGH, reference=["FD-07"], kind="question",
    cites="Ofsted's inspection of Torbay 2018, paragraphs 21 and 27",
    since=NOT_VERIFIED,
    rule=never(
        assessment_factor.where(factor="3B").called(
            "an assessment that found domestic abuse of a parent", "An assessment found domestic abuse of a parent"
        ).repeated(2, within=months(12, force=DEFAULT)),
        force=DEFAULT,
    ),
    note="The factor of the national return for a parent or carer (3B); it lets this speak where no source marks "
    "contacts as domestic abuse.",
    examples="""
        assessment_factor                               | as_at      || status  | opened_on
        2024-06-03 [factor=3B] ; 2025-03-03 [factor=3B] | 2025-06-30 || not_met | 2025-03-03
        # two factors of one assessment
        2024-06-03 [factor=3B] ; 2024-06-03 [factor=3A] | 2025-06-30 || -       |
        2024-03-02 [factor=3B] ; 2025-03-03 [factor=3B] | 2025-06-30 || -       |             # longer apart
        2024-06-03 [factor=4B] ; 2025-03-03 [factor=3B] | 2025-06-30 || -       |             # another factor
        2025-03-03 [factor=3B]                          | 2025-06-30 || -       |
    """,
)  # fmt: skip

closed_notice = contact.where(is_domestic_abuse=True, is_no_further_action=True)

again_after_no_action = Standard(
    "domestic-abuse-again-after-no-action",
    "A notice of domestic abuse within six months of one closed without action asks what the two say together.",
    area=FRONT_DOOR, responsible=FRONT_DOOR_MANAGER, severity=HIGH, reference=["FD-07", "FD-05"], kind="question",
    cites="Ofsted's inspection of Torbay 2018, paragraphs 21 and 27",
    since=NOT_VERIFIED,
    rule=never(
        (contact.where(is_domestic_abuse=True) & closed_notice.lasting(months(6, force=DEFAULT)).after(days(1, force=DEFAULT)))
        .happened.called(
            "a notice of domestic abuse",
            "A notice of domestic abuse was received, within six months of one that was closed without action",
        ),
        force=DEFAULT,
    ),
    note="What was done about the later notice plays no part. The number is ours. A second notice of the same day is of one "
    "incident.",
    examples=f"""
        contact                                                          | as_at      || status  | opened_on  | closed_on
        2024-12-02 [is_domestic_abuse=yes, is_no_further_action=yes]; 2025-03-03 {ABUSE} | 2025-12-31 || not_met | 2025-03-03 | -
        # the first was acted on
        2024-12-02 [is_domestic_abuse=yes, is_no_further_action=no]; 2025-03-03 {ABUSE}  | 2025-03-31 || -       |            |
        # six months
        2024-09-03 [is_domestic_abuse=yes, is_no_further_action=yes]; 2025-03-03 {ABUSE} | 2025-03-31 || -       |            |
        # the later is about something else
        2024-12-02 [is_domestic_abuse=yes, is_no_further_action=yes]; 2025-03-03         | 2025-03-31 || -       |            |
        2025-03-03 [is_domestic_abuse=yes, is_no_further_action=yes]                     | 2025-03-31 || -       |            |
    """,
)  # fmt: skip
