"""The health of looked-after children: assessments, teeth, immunisations, feelings, and help where it is needed."""

from goldenthread.standards.catalogue.sources import (
    CARE_PLANNING,
    HEALTH_GUIDANCE,
    LEAVING_CARE_GUIDANCE,
    LOOKED_AFTER_RETURN,
)
from goldenthread.standards.catalogue.words import HEALTH, HEALTH_LEAD, SOCIAL_WORKER
from goldenthread.standards.language import (
    DEFAULT,
    GUIDANCE,
    HIGH,
    LAW,
    MEDIUM,
    NOT_VERIFIED,
    Standard,
    every,
    months,
    never,
    none_of,
    reached,
    within,
    working_days,
    years,
)
from goldenthread.standards.vocabulary import (
    dental_check,
    health_assessment,
    health_history,
    health_refused,
    immunisation,
    looked_after,
    placed_for_adoption,
    sdq,
    sexual_abuse_concern,
    short_break,
    substance_misuse,
    therapeutic_referral,
)

REFUSAL = (
    "A refusal by a child of sufficient understanding (reg 7(4)) lifts the assessment that was owed at the time; that "
    "it is offered again is for the health service to show. "
)

initial = Standard(
    "health-assessment-initial",
    "A child who becomes looked after has a health assessment in time for the first review, within 20 working days.",
    area=HEALTH, responsible=HEALTH_LEAD, severity=HIGH, reference=["HE-01"],
    cites=f"{CARE_PLANNING}, reg 7; {HEALTH_GUIDANCE}, paragraphs 40 to 42", since=NOT_VERIFIED,
    rule=within(
        working_days(20, force=GUIDANCE), of=looked_after, expect=health_assessment, look_back=months(3, force=DEFAULT)
    ),
    lifted_by=(health_refused, short_break, placed_for_adoption),
    note=REFUSAL + "An assessment of the three months before counts (from knowledge of regulation 7, not read). Any "
    "health assessment counts: sources differ in what they call the first one.",
    examples="""
        looked_after            | health_assessment         | health_refused | as_at      || status  | due_on
        # three bank holidays between
        2025-04-07              | 2025-05-08 [kind=initial] |                | 2025-06-01 || met     | 2025-05-08
        # an assessment two months before
        2025-04-07              | 2025-02-10                |                | 2025-06-01 || met     | 2025-05-08
        2025-04-07              | 2025-05-09                |                | 2025-06-01 || late    | 2025-05-08
        2025-04-07              |                           |                | 2025-05-08 || due     | 2025-05-08
        2025-04-07              |                           |                | 2025-06-01 || overdue | 2025-05-08
        # four months before is too long ago
        2025-04-07              | 2024-12-02                |                | 2025-06-01 || overdue | 2025-05-08
        2025-04-07 - 2025-04-28 |                           |                | 2025-06-01 || ceased  | 2025-05-08
        # the young person refused
        2025-04-07              |                           | 2025-04-24     | 2025-06-01 || ceased  | 2025-05-08
                                | 2025-04-24                |                | 2025-06-01 || -       |
    """,
)  # fmt: skip

review_under_five = Standard(
    "health-assessment-under-five",
    "A looked-after child under five has a health assessment at least every six months.",
    area=HEALTH, responsible=HEALTH_LEAD, severity=MEDIUM, reference=["HE-02"],
    cites=f"{CARE_PLANNING}, reg 7; {HEALTH_GUIDANCE}, paragraph 53", since="2011-04-01",
    rule=every(months(6, force=LAW), during=looked_after, expect=health_assessment, until=reached(5)),
    lifted_by=(short_break, placed_for_adoption),
    note="Until the fifth birthday; from then on every twelve months from the last assessment. A child under five is "
    "not taken to refuse with sufficient understanding.",
    examples="""
        born       | looked_after | health_assessment | short_break | as_at      || status      | due_on
        2023-06-01 | 2025-01-06 | 2025-01-27; 2025-07-27 |  | 2025-08-01 || met; met; due |
        2023-06-01 | 2025-01-06 | 2025-01-27; 2025-07-28 |  | 2025-08-01 || met; late; due |
        2023-06-01 | 2025-01-06 | 2025-01-27 |  | 2025-08-01 || met; overdue | 2025-07-06; 2025-07-27
        2023-06-01 | 2025-01-06 - 2025-05-01 | 2025-01-27 |  | 2025-08-01 || met; ceased | 2025-07-06; 2025-07-27
        # five on 1 May: the six months end there
        2020-05-01 | 2025-01-06   | 2025-01-27        |             | 2025-12-01 || met; ceased | 2025-07-06; 2025-07-27
        2020-01-06 | 2025-01-06   | 2025-01-27        |             | 2025-12-01 || -           |  # five that day
        2023-06-01 | 2025-01-06   | 2025-01-27        | 2025-01-06  | 2025-08-01 || met; ceased |
    """,
)  # fmt: skip

review_from_five = Standard(
    "health-assessment-from-five",
    "A looked-after child of five or over has a health assessment at least every twelve months.",
    area=HEALTH, responsible=HEALTH_LEAD, severity=MEDIUM, reference=["HE-03"],
    cites=f"{CARE_PLANNING}, reg 7; {HEALTH_GUIDANCE}, paragraph 53", since="2011-04-01",
    rule=every(months(12, force=LAW), during=looked_after, expect=health_assessment, from_=reached(5)),
    lifted_by=(health_refused, short_break, placed_for_adoption),
    note=REFUSAL + "At the fifth birthday the twelve months run from the last assessment before it.",
    examples="""
        born       | looked_after | health_assessment      | health_refused | as_at      || status         | due_on
        2012-06-01 | 2024-01-08   | 2024-02-05; 2025-02-05 |                | 2025-02-28 || met; met; due  |
        2012-06-01 | 2024-01-08   | 2024-02-05; 2025-02-06 |                | 2025-02-28 || met; late; due |
        2012-06-01 | 2024-01-08 | 2024-02-05 |  | 2025-02-28 || met; overdue | 2025-01-08; 2025-02-05
        # five on 1 May 2025: twelve months from 27 January
        2020-05-01 | 2025-01-06   | 2025-01-27             |                | 2025-12-01 || due            | 2026-01-27
        2012-06-01 | 2024-01-08 - 2024-11-04 |  |  | 2025-02-28 || ceased | 2025-01-08
        2008-06-01 | 2024-01-08   | 2024-02-05             | 2025-01-20     | 2025-02-28 || met; ceased    |  # refused
        # under five
        2022-06-01 | 2024-01-08   | 2024-02-05             |                | 2025-02-28 || -              |
    """,
)  # fmt: skip

questionnaire = Standard(
    "strengths-and-difficulties-yearly",
    "A looked-after child of 4 to 16 has a strengths and difficulties questionnaire at least every twelve months.",
    area=HEALTH, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["HE-04"],
    cites=f"{HEALTH_GUIDANCE}, paragraph 47 and annex B; {LOOKED_AFTER_RETURN}: SDQ_SCORE, SDQ_REASON",
    since=NOT_VERIFIED,
    rule=every(months(12, force=GUIDANCE), during=looked_after & reached(4, before=17), expect=sdq),
    lifted_by=(short_break,),
    note="First owed when the child has been looked after, at those ages, for twelve months. A recorded reason for "
    "having no score (the carer or the child refused, a severe disability) counts as done.",
    examples="""
        born       | looked_after | sdq | short_break | as_at      || status  | due_on
        2014-06-01 | 2024-01-08 | 2025-01-08 [score=12] |  | 2025-02-01 || met; due | 2025-01-08; 2026-01-08
        2014-06-01 | 2024-01-08 | 2024-11-04 [reason=SDQ5] |  | 2025-02-01 || met; due | 2025-01-08; 2025-11-04
        2014-06-01 | 2024-01-08 | 2025-01-09 [score=12] |  | 2025-02-01 || late; due | 2025-01-08; 2026-01-09
        2014-06-01 | 2024-01-08   |     |             | 2025-02-01 || overdue | 2025-01-08
        2014-06-01 | 2024-01-08 - 2024-09-02 |  |  | 2025-02-01 || ceased | 2025-01-08
        2021-03-03 | 2024-01-08   |     |             | 2025-04-01 || due     | 2026-03-03  # four on 3 March 2025
        2007-12-03 | 2024-01-08   |     |             | 2025-02-01 || ceased  | 2025-01-08  # 17 on 3 December 2024
        2022-06-01 | 2024-01-08   |     |             | 2025-04-01 || -       |             # under four
        2014-06-01 | 2024-01-08   |     | 2024-01-08  | 2025-02-01 || ceased  | 2025-01-08
    """,
)  # fmt: skip

teeth = Standard(
    "dental-check-yearly", "A looked-after child has a dental check at least every twelve months.",
    area=HEALTH, responsible=HEALTH_LEAD, severity=MEDIUM, reference=["HE-06"],
    cites=f"{LOOKED_AFTER_RETURN}: TEETH_CHECK; {CARE_PLANNING}, Schedule 1, paragraph 1(4)", since=NOT_VERIFIED,
    rule=every(months(12, force=GUIDANCE), during=looked_after, expect=dental_check),
    lifted_by=(short_break, placed_for_adoption),
    note="The national return asks it of every child looked after for twelve months, whatever the age. A young "
    "person's own refusal of the dentist has no record of its own: ask before acting.",
    examples="""
        looked_after            | dental_check | short_break | as_at      || status       | due_on
        2024-01-08              | 2025-01-08   |             | 2025-02-01 || met; due     | 2025-01-08; 2026-01-08
        2024-01-08              | 2025-01-09   |             | 2025-02-01 || late; due    | 2025-01-08; 2026-01-09
        2024-01-08              | 2024-03-04   |             | 2025-04-01 || met; overdue | 2025-01-08; 2025-03-04
        2024-01-08 - 2024-09-02 |              |             | 2025-04-01 || ceased       | 2025-01-08
                                | 2024-03-04   |             | 2025-04-01 || -            |
        2024-01-08              |              | 2024-01-08  | 2025-02-01 || ceased       | 2025-01-08
    """,
)  # fmt: skip

immunised = Standard(
    "immunisations-brought-up-to-date",
    "Where a looked-after child's immunisations are found not up to date, they are brought up to date within a year.",
    area=HEALTH, responsible=HEALTH_LEAD, severity=MEDIUM, reference=["HE-07"],
    cites=f"{LOOKED_AFTER_RETURN}: IMMUNISATIONS; {CARE_PLANNING}, Schedule 1, paragraph 1(4)(c)", since=NOT_VERIFIED,
    rule=within(
        months(12, force=DEFAULT),
        of=immunisation.where(is_up_to_date=False).called(
            "immunisations not up to date", "The child's immunisations were found not to be up to date"
        )
        & looked_after,
        expect=immunisation.where(is_up_to_date=True).called("a record that the immunisations are up to date"),
    ),
    note="No law or guidance read here gives a number. A year is one national return to the next.",
    examples="""
        looked_after | immunisation                                                  | as_at      || status | due_on
        2024-01-08   | 2024-03-31 [is_up_to_date=no]; 2025-03-31 [is_up_to_date=yes] | 2025-06-01 || met    | 2025-03-31
        2024-01-08   | 2024-03-31 [is_up_to_date=no]; 2025-04-01 [is_up_to_date=yes] | 2025-06-01 || late   | 2025-03-31
        2024-01-08 | 2024-03-31 [is_up_to_date=no] | 2025-06-01 || overdue | 2025-03-31
        2024-01-08 - 2024-09-02 | 2024-03-31 [is_up_to_date=no] | 2025-06-01 || ceased | 2025-03-31
        2024-01-08   | 2024-03-31 [is_up_to_date=yes]                                | 2025-06-01 || -      |
        # not known
        2024-01-08   | 2024-03-31                                                    | 2025-06-01 || -      |
    """,
)  # fmt: skip

help_offered = Standard(
    "substance-misuse-help-offered", "A looked-after child with a substance misuse problem is offered help.",
    area=HEALTH, responsible=SOCIAL_WORKER, severity=MEDIUM, reference=["HE-08"],
    cites=f"{LOOKED_AFTER_RETURN}: SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED", since=NOT_VERIFIED,
    rule=never(
        substance_misuse.where(is_help_offered=False).called(
            "substance misuse without an offer of help",
            "Substance misuse was identified without an offer of help",
        ),
        force=DEFAULT,
    ),
    note="The return asks whether help was offered, not that it is: that it should be is ours. An offer that was refused is an "
    "offer.",
    examples="""
        substance_misuse                                                 | as_at      || status
        2025-03-31 [is_help_offered=no]                                  | 2025-06-01 || not_met
        2024-03-31 [is_help_offered=no]; 2025-03-31 [is_help_offered=no] | 2025-06-01 || not_met; not_met
        2025-03-31 [is_help_offered=yes]                                 | 2025-06-01 || -
        2025-03-31                                                       | 2025-06-01 || -                 # not known
    """,
)  # fmt: skip

history_given = Standard(
    "health-history-given", "A young person leaving care at 16 or over is given their health history.",
    area=HEALTH, responsible=HEALTH_LEAD, severity=MEDIUM, reference=["HE-10"],
    cites=f"{LEAVING_CARE_GUIDANCE}; Ofsted's inspection of Torbay 2018, paragraph 43", since=NOT_VERIFIED,
    rule=within(
        months(1, force=DEFAULT),
        of=looked_after.where(ceased_reason=none_of("E2", "E3")).ended & reached(16),
        expect=health_history.called("the young person's health history"), look_back=years(1, force=DEFAULT),
    ),
    note="No number is given: up to a year before leaving counts, or within a month after. Young people who died "
    "(E2) or whose care another authority took over (E3) are left out.",
    examples="""
        born       | looked_after                                | health_history | as_at      || status  | due_on
        2007-03-03 | 2022-01-10 - 2025-03-03 [ceased_reason=E5]  | 2025-02-10     | 2025-06-01 || met     | 2025-04-03
        2007-03-03 | 2022-01-10 - 2025-03-03 [ceased_reason=E17] | 2025-04-03     | 2025-06-01 || met     | 2025-04-03
        2007-03-03 | 2022-01-10 - 2025-03-03 [ceased_reason=E5]  | 2025-04-04     | 2025-06-01 || late    | 2025-04-03
        2007-03-03 | 2022-01-10 - 2025-03-03 [ceased_reason=E5]  |                | 2025-06-01 || overdue | 2025-04-03
        2007-03-03 | 2022-01-10 - 2025-02-03 [ceased_reason=E2]  |                | 2025-06-01 || -       |  # died
        # home at 13
        2012-03-03 | 2022-01-10 - 2025-03-03 [ceased_reason=E4A] |                | 2025-06-01 || -       |
        # still looked after
        2007-03-03 | 2022-01-10                                  |                | 2025-06-01 || -       |
        2007-03-03 | 2022-01-10 - 2025-03-03 [ceased_reason=E5]  |                | 2025-04-03 || due     | 2025-04-03
    """,
)  # fmt: skip

therapy_considered = Standard(
    "sexual-abuse-therapy-considered",
    "Where there is a concern about sexual abuse, the child's therapeutic need is considered within 20 working days.",
    area=HEALTH, responsible=SOCIAL_WORKER, severity=HIGH, reference=["HE-11"],
    cites=f"{HEALTH_GUIDANCE}, paragraph 55", since=NOT_VERIFIED,
    rule=within(working_days(20, force=DEFAULT), of=sexual_abuse_concern,
                expect=therapeutic_referral.called("consideration of the child's therapeutic need")),
    note="No law or guidance read here gives a number. Safety comes first and runs in hours; help "
    "does not wait for a prosecution.",
    examples="""
        sexual_abuse_concern | therapeutic_referral | as_at      || status  | due_on
        2025-03-03           | 2025-03-31           | 2025-06-01 || met     | 2025-03-31
        2025-03-03T23:30     | 2025-03-31           | 2025-06-01 || met     | 2025-03-31
        2025-03-03           | 2025-04-01           | 2025-06-01 || late    | 2025-03-31
        2025-03-03           |                      | 2025-03-31 || due     | 2025-03-31
        2025-03-03           |                      | 2025-06-01 || overdue | 2025-03-31
                             | 2025-03-31           | 2025-06-01 || -       |
    """,
)  # fmt: skip
