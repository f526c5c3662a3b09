"""Placements: the plan, who is told, where a child may live at all, and what follows when a placement breaks down.

Placements with a parent or a connected person are in placements_with_family.py.
"""

from dataclasses import replace

from goldenthread.standards.catalogue.placement_types import (
    INDEPENDENT,
    SEMI_INDEPENDENT,
    arranged_placement,
    lasting_placement,
)
from goldenthread.standards.catalogue.sources import (
    AFTER_CORONAVIRUS,
    BEFORE_CORONAVIRUS,
    CARE_PLANNING,
    NOT_JUDGED_IN_2020,
)
from goldenthread.standards.catalogue.words import HEAD_OF_SERVICE, PLACEMENTS, PLACEMENTS_TEAM, SOCIAL_WORKER
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
    months,
    never,
    one_of,
    reached,
    under,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    disruption_meeting,
    placed_for_adoption,
    placement,
    placement_notice,
    placement_plan,
    short_break,
)

BEFORE_COUNTS = (
    "Done up to a month before the placement counts: the law prefers it done before, and names no time. Judged for a "
    "placement whose type is known and is no temporary move (T0 to T4)."
)

placement_plan_until_2020 = Standard(
    "placement-plan-agreed",
    "A placement plan is agreed before the placement, or within five working days of its start.",
    area=PLACEMENTS, responsible=SOCIAL_WORKER, severity=HIGH, reference=["PL-01"],
    cites=f"{CARE_PLANNING}, reg 9 and Schedule 2", since="2011-04-01", until=BEFORE_CORONAVIRUS,
    rule=within(
        working_days(5, force=LAW), of=arranged_placement, expect=placement_plan, look_back=months(1, force=DEFAULT)
    ),
    lifted_by=(short_break, placed_for_adoption),
    note=f"{BEFORE_COUNTS} Placements with a parent (P1) have a plan and an approval of their own (reg 18). "
    + NOT_JUDGED_IN_2020,
    examples="""
        placement            | placement_plan | as_at      || status  | due_on
        # Christmas Day and Boxing Day between
        2019-12-20 [type=U6] | 2019-12-31     | 2020-02-03 || met     | 2019-12-31
        2019-12-20 [type=U6] | 2020-01-02     | 2020-02-03 || late    | 2019-12-31
        2019-12-20 [type=U6] |                | 2020-02-03 || overdue | 2019-12-31
        2019-12-20 [type=T1] |                | 2020-02-03 || -       |
    """,
)  # fmt: skip

placement_plan_agreed = replace(
    placement_plan_until_2020, since=AFTER_CORONAVIRUS, until=None,
    examples="""
        placement                         | placement_plan | short_break | as_at      || status  | due_on
        2025-03-03 [type=U6]              | 2025-03-10     |             | 2025-05-01 || met     | 2025-03-10
        # before the placement, as it should be
        2025-03-03 [type=K2]              | 2025-02-24     |             | 2025-05-01 || met     | 2025-03-10
        2025-03-03 [type=U6]              | 2025-03-11     |             | 2025-05-01 || late    | 2025-03-10
        2025-03-03 [type=U6]              |                |             | 2025-03-10 || due     | 2025-03-10
        2025-03-03 [type=U6]              |                |             | 2025-05-01 || overdue | 2025-03-10
        # the plan of the placement before
        2025-03-03 [type=U6]              | 2024-11-04     |             | 2025-05-01 || overdue | 2025-03-10
        2025-03-03 - 2025-03-06 [type=U6] |                |             | 2025-05-01 || ceased  | 2025-03-10
        # short breaks
        2025-03-03 [type=U6]              |                | 2025-03-03  | 2025-05-01 || ceased  | 2025-03-10
        2025-03-03 [type=T4]              |                |             | 2025-05-01 || -       |  # seven days or less
        2025-03-03 [type=P1]              |                |             | 2025-05-01 || -       |  # with a parent
        2020-05-04 [type=U6]              |                |             | 2020-09-01 || -       |  # relaxed in 2020
    """,
)  # fmt: skip

notified = Standard(
    "placement-notified",
    "Those entitled are notified of a placement in writing before it, or within five working days of its start.",
    area=PLACEMENTS, responsible=PLACEMENTS_TEAM, severity=MEDIUM, reference=["PL-02"],
    cites=f"{CARE_PLANNING}, reg 13", since="2011-04-01",
    rule=within(
        working_days(5, force=LAW), of=lasting_placement, expect=placement_notice, look_back=months(1, force=DEFAULT)
    ),
    lifted_by=(short_break, placed_for_adoption),
    note=f"{BEFORE_COUNTS} One such letter on the record is enough: to whom it went is not judged, and some may "
    "lawfully be left out where telling them would put the child at risk of significant harm.",
    examples="""
        placement                         | placement_notice | short_break | as_at      || status  | due_on
        # Good Friday and Easter Monday between
        2025-04-14 [type=U6]              | 2025-04-23       |             | 2025-06-01 || met     | 2025-04-23
        2025-04-14 [type=P1]              | 2025-04-11       |             | 2025-06-01 || met     | 2025-04-23
        2025-04-14 [type=U6]              | 2025-04-24       |             | 2025-06-01 || late    | 2025-04-23
        2025-04-14 [type=U6]              |                  |             | 2025-06-01 || overdue | 2025-04-23
        2025-04-14 - 2025-04-16 [type=U6] |                  |             | 2025-06-01 || ceased  | 2025-04-23
        2025-04-14 [type=U6]              |                  | 2025-04-14  | 2025-06-01 || ceased  | 2025-04-23
        # in hospital for a while
        2025-04-14 [type=T1]              |                  |             | 2025-06-01 || -       |
    """,
)  # fmt: skip

under_sixteen = Standard(
    "placement-under-sixteen-unregulated",
    "No looked-after child under 16 is placed in semi-independent or independent accommodation.",
    area=PLACEMENTS, responsible=HEAD_OF_SERVICE, severity=CRITICAL, reference=["PL-12"],
    cites=f"{CARE_PLANNING}, reg 27A, as inserted by SI 2021/161", since="2021-09-09",
    rule=never(
        placement.where(type=one_of(SEMI_INDEPENDENT, INDEPENDENT)).called(
            "a placement in semi-independent or independent accommodation",
            "A child under 16 was placed in semi-independent or independent accommodation",
        )
        & under(16),
        force=GUIDANCE,
    ),
    note="The regulation holds no number but the age. Judged by the types H5 and P2. What reg 27A permits (care homes, "
    "hospitals, residential family centres, schools, holiday schemes for disabled children) has types of its own and "
    "is not caught. K3 is left out until its meaning is confirmed, and Z1 because it says nothing of the place. A "
    "placement begun before 9 September 2021 is not caught. A children's home that is not registered is unlawful at "
    "any age; the data do not show it.",
    examples="""
        born       | placement                         | as_at      || status  | opened_on  | closed_on
        2010-05-10 | 2025-03-03 [type=H5]              | 2025-04-01 || not_met | 2025-03-03 | -
        2010-05-10 | 2025-03-03 - 2025-03-07 [type=P2] | 2025-04-01 || not_met | 2025-03-03 | 2025-03-07
        # until the 16th birthday
        2009-03-20 | 2025-03-03 [type=H5]              | 2025-04-01 || not_met | 2025-03-03 | 2025-03-20
        2009-03-03 | 2025-03-03 [type=H5]              | 2025-04-01 || -       |            |             # 16 that day
        2010-05-10 | 2025-03-03 [type=K2]              | 2025-04-01 || -       |            |  # a children's home
        2010-05-10 | 2025-03-03 [type=R2]              | 2025-04-01 || -       |            |  # hospital: permitted
        # mother and baby unit: permitted
        2010-05-10 | 2025-03-03 [type=R3]              | 2025-04-01 || -       |            |
        2006-05-10 | 2021-09-01 [type=H5]              | 2021-10-01 || -       |            |  # before the regulation
    """,
)  # fmt: skip

supported_registered = Standard(
    "placement-supported-registered",
    "Semi-independent or independent accommodation for a looked-after 16 or 17 year old is registered.",
    area=PLACEMENTS, responsible=PLACEMENTS_TEAM, severity=HIGH, reference=["PL-13"],
    cites=f"{CARE_PLANNING}, reg 27C, as inserted by SI 2023/416; Supported Accommodation (England) Regulations 2023",
    since="2023-10-28",
    rule=never(
        placement.where(type=one_of(SEMI_INDEPENDENT, INDEPENDENT), has_urn=False).called(
            "supported accommodation without a registration number",
            "The young person was placed in supported accommodation without a registration number",
        )
        & reached(16, before=18),
        force=GUIDANCE,
    ),
    note="No number. Judged by Ofsted's registration number (URN) with the types H5 and P2. Excepted accommodation "
    "(reg 27C) is not told apart in the data, so ask before acting. A placement begun before that day is not caught.",
    examples="""
        born       | placement                         | as_at      || status  | opened_on
        2008-05-10 | 2025-03-03 [type=H5, has_urn=no]  | 2025-04-01 || not_met | 2025-03-03
        2008-05-10 | 2025-03-03 [type=P2, has_urn=no]  | 2025-04-01 || not_met | 2025-03-03
        2008-05-10 | 2025-03-03 [type=H5, has_urn=yes] | 2025-04-01 || -       |
        2008-05-10 | 2025-03-03 [type=H5]              | 2025-04-01 || -       |             # not known
        2010-05-10 | 2025-03-03 [type=H5, has_urn=no]  | 2025-04-01 || -       |             # under 16: a graver matter
        2008-05-10 | 2025-03-03 [type=U6, has_urn=no]  | 2025-04-01 || -       |             # with foster carers
        2006-05-10 | 2023-10-02 [type=H5, has_urn=no]  | 2024-01-02 || -       |             # before 28 October 2023
    """,
)  # fmt: skip

disruption = Standard(
    "placement-disruption-meeting", "A placement that broke down is followed by a disruption meeting within 28 days.",
    area=PLACEMENTS, responsible=PLACEMENTS_TEAM, severity=MEDIUM, reference=["PL-16"],
    cites="Local practice; compare Adoption Agencies Regulations 2005, reg 36(10)", since=NOT_VERIFIED,
    rule=within(
        days(28, force=LOCAL),
        of=placement.where(
            change_reason=one_of("ALLEG", "STAND", "APPRR", "CREQB", "CREQO", "CHILD")
        ).ended.called("a placement that broke down", "The placement broke down"),
        expect=disruption_meeting,
    ),
    note="Broken down: ended for an allegation, a concern about standards of care, approval removed, or because the "
    "carer or the child asked. A planned move, a closure, custody and a change of status only are not.",
    examples="""
        placement                                              | disruption_meeting | as_at      || status  | due_on
        2024-06-03 - 2025-03-03 [type=U6, change_reason=CREQB] | 2025-03-31         | 2025-06-01 || met     | 2025-03-31
        2024-06-03 - 2025-03-03 [type=U6, change_reason=ALLEG] | 2025-04-01         | 2025-06-01 || late    | 2025-03-31
        2024-06-03 - 2025-03-03 [type=U6, change_reason=CHILD] |                    | 2025-03-20 || due     | 2025-03-31
        2024-06-03 - 2025-03-03 [type=U6, change_reason=CREQO] |                    | 2025-06-01 || overdue | 2025-03-31
        # a planned move
        2024-06-03 - 2025-03-03 [type=U6, change_reason=CARPL] |                    | 2025-06-01 || -       |
        # same carers, new status
        2024-06-03 - 2025-03-03 [type=U6, change_reason=PLACE] |                    | 2025-06-01 || -       |
        # still there
        2024-06-03 [type=U6]                                   |                    | 2025-06-01 || -       |
    """,
)  # fmt: skip
