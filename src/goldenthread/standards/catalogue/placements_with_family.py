"""Placements with a connected person (regulations 24 and 25) and with a parent (regulations 15 to 20)."""

from dataclasses import replace

from goldenthread.standards.catalogue.placement_types import WITH_PARENT
from goldenthread.standards.catalogue.sources import (
    AFTER_CORONAVIRUS,
    BEFORE_CORONAVIRUS,
    CARE_PLANNING,
    NOT_JUDGED_IN_2020,
)
from goldenthread.standards.catalogue.words import FOSTERING, HEAD_OF_SERVICE, PLACEMENTS, SOCIAL_WORKER
from goldenthread.standards.language import (
    CRITICAL,
    DEFAULT,
    GUIDANCE,
    HIGH,
    LAW,
    Standard,
    days,
    months,
    weeks,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import (
    parent_assessment,
    parent_placement_approval,
    placed_before_assessment,
    placement,
    temporary_approval,
)

# -------------------------------------------------------------------------------------------------- CONNECTED PERSONS

ENDS = temporary_approval.ended.called("the end of the temporary approval")

temporary_until_2020 = Standard(
    "temporary-approval-ends",
    "Unless extended, a connected person's temporary approval ends within 16 weeks: in full approval, or in a move.",
    area=PLACEMENTS, responsible=FOSTERING, severity=CRITICAL, reference=["PL-06"],
    cites=f"{CARE_PLANNING}, reg 24(1)", since="2011-04-01", until=BEFORE_CORONAVIRUS,
    rule=within(weeks(16, force=LAW), of=temporary_approval.where(is_extended=False), expect=ENDS),
    note="Seen in procedures and in the explanatory note of SI 2020/445. An approval that was extended, or of which "
    "that is not known, is judged at 24 weeks.",
    examples="""
        temporary_approval                       | as_at      || status  | due_on
        2019-03-04 - 2019-06-24 [is_extended=no] | 2019-12-01 || met     | 2019-06-24
        2019-03-04 - 2019-06-25 [is_extended=no] | 2019-12-01 || late    | 2019-06-24
        2019-03-04 [is_extended=no]              | 2019-12-01 || overdue | 2019-06-24
        2019-03-04 [is_extended=yes]             | 2019-12-01 || -       |             # 24 weeks
    """,
)  # fmt: skip

temporary_in_2020 = replace(
    temporary_until_2020, duty="A connected person's temporary approval ends within 24 weeks.",
    cites=f"{CARE_PLANNING}, reg 24(1), as modified by SI 2020/445 (coronavirus)",
    since="2020-04-24", until="2020-09-25",
    rule=within(weeks(24, force=LAW), of=temporary_approval, expect=ENDS),
    note="24 weeks for approvals given from 24 April to 25 September 2020, from the explanatory note. Whether the "
    "longer time reached approvals given before is not known: they are judged at 16 weeks.",
    examples="""
        temporary_approval                       | as_at      || status  | due_on
        2020-05-04 - 2020-10-19 [is_extended=no] | 2020-12-01 || met     | 2020-10-19
        2020-05-04 - 2020-10-20 [is_extended=no] | 2020-12-01 || late    | 2020-10-19
        2020-05-04                               | 2020-10-19 || due     | 2020-10-19
        2020-05-04 [is_extended=yes]             | 2020-12-01 || overdue | 2020-10-19
        2020-09-26 [is_extended=no]              | 2020-12-01 || -       |
    """,
)  # fmt: skip

temporary = replace(
    temporary_until_2020, since=AFTER_CORONAVIRUS, until=None,
    examples="""
        temporary_approval                       | as_at      || status  | due_on     | days_over
        2025-03-03 - 2025-06-23 [is_extended=no] | 2025-09-01 || met     | 2025-06-23 | 0          # day 112
        2025-03-03 - 2025-06-24 [is_extended=no] | 2025-09-01 || late    | 2025-06-23 | 1
        2025-03-03 [is_extended=no]              | 2025-06-23 || due     | 2025-06-23 | 0
        2025-03-03 [is_extended=no]              | 2025-07-03 || overdue | 2025-06-23 | 10
        2025-03-03 [is_extended=yes]             | 2025-07-03 || -       |            |  # extended once: 24 weeks
        2025-03-03                               | 2025-07-03 || -       |            |            # not known: 24 weeks
    """,
)  # fmt: skip

extended_until_2020 = Standard(
    "temporary-approval-extended-ends",
    "A connected person's temporary approval, even extended once, ends within 24 weeks.",
    area=PLACEMENTS, responsible=FOSTERING, severity=CRITICAL, reference=["PL-07"],
    cites=f"{CARE_PLANNING}, regs 24(1) and 25(2), (6)", since="2011-04-01", until=BEFORE_CORONAVIRUS,
    rule=within(weeks(24, force=LAW), of=temporary_approval, expect=ENDS),
    note="16 weeks and one extension of eight. Where a refusal of approval is under independent review the extension "
    "lasts until the outcome is known (reg 25(3)): the data do not show it, so ask before acting.",
    examples="""
        temporary_approval                        | as_at      || status  | due_on
        2019-03-04 - 2019-08-19 [is_extended=yes] | 2019-12-01 || met     | 2019-08-19
        2019-03-04 - 2019-08-20 [is_extended=yes] | 2019-12-01 || late    | 2019-08-19
        2019-03-04                                | 2019-12-01 || overdue | 2019-08-19
        2020-05-04                                | 2021-01-01 || -       |             # 24 weeks for all, in 2020
    """,
)  # fmt: skip

extended = replace(
    extended_until_2020, since=AFTER_CORONAVIRUS, until=None,
    examples="""
        temporary_approval                        | as_at      || status  | due_on
        2025-03-03 - 2025-08-18 [is_extended=yes] | 2025-10-01 || met     | 2025-08-18  # day 168
        2025-03-03 - 2025-08-19 [is_extended=yes] | 2025-10-01 || late    | 2025-08-18
        2025-03-03 - 2025-08-19                   | 2025-10-01 || late    | 2025-08-18  # whether extended is not known
        2025-03-03 [is_extended=yes]              | 2025-08-18 || due     | 2025-08-18
        2025-03-03 [is_extended=no]               | 2025-10-01 || overdue | 2025-08-18
        2020-09-25                                | 2021-06-01 || -       |             # given in the weeks of 2020
    """,
)  # fmt: skip

# ------------------------------------------------------------------------------------------------------------- PARENTS

REG_19_READ = (
    "The number was seen in the identical Welsh regulations; the English text was cut off where it was read. "
)

parent_assessed_until_2020 = Standard(
    "parent-assessed-after-placement",
    "Where a child is placed with a parent first, the parent's suitability is assessed within 10 working days.",
    area=PLACEMENTS, responsible=SOCIAL_WORKER, severity=CRITICAL, reference=["PL-09"],
    cites=f"{CARE_PLANNING}, regs 17 and 19", since="2011-04-01", until=BEFORE_CORONAVIRUS,
    rule=within(working_days(10, force=LAW), of=placed_before_assessment, expect=parent_assessment),
    note=REG_19_READ + NOT_JUDGED_IN_2020,
    examples="""
        placed_before_assessment | parent_assessment | as_at      || status  | due_on
        2019-04-08               | 2019-04-24        | 2019-06-01 || met     | 2019-04-24
        2019-04-08               | 2019-04-25        | 2019-06-01 || late    | 2019-04-24
        2019-04-08               |                   | 2019-06-01 || overdue | 2019-04-24
                                 | 2019-04-24        | 2019-06-01 || -       |
    """,
)  # fmt: skip

parent_assessed = replace(
    parent_assessed_until_2020, since=AFTER_CORONAVIRUS, until=None,
    examples="""
        placed_before_assessment | parent_assessment | as_at      || status  | due_on
        # Good Friday and Easter Monday between
        2025-04-14               | 2025-04-30        | 2025-06-01 || met     | 2025-04-30
        2025-04-14               | 2025-05-01        | 2025-06-01 || late    | 2025-04-30
        2025-04-14               |                   | 2025-04-30 || due     | 2025-04-30
        2025-04-14               |                   | 2025-06-01 || overdue | 2025-04-30
        2025-04-14 - 2025-04-22  |                   | 2025-06-01 || ceased  | 2025-04-30
        2020-05-04               |                   | 2020-09-01 || -       |             # relaxed in 2020
    """,
)  # fmt: skip

parent_decided_until_2020 = Standard(
    "parent-placement-decided",
    "Within 10 working days of the parent's assessment the nominated officer decides whether the placement is confirmed.",
    area=PLACEMENTS, responsible=HEAD_OF_SERVICE, severity=CRITICAL, reference=["PL-09"],
    cites=f"{CARE_PLANNING}, reg 19", since="2011-04-01", until=BEFORE_CORONAVIRUS,
    rule=within(
        working_days(10, force=LAW), of=parent_assessment & placed_before_assessment,
        expect=parent_placement_approval.called("the nominated officer's decision on the placement with the parent"),
    ),
    note=REG_19_READ + "A decision not to confirm ends the placement, and with it this duty. " + NOT_JUDGED_IN_2020,
    examples="""
        placed_before_assessment | parent_assessment | parent_placement_approval | as_at      || status  | due_on
        2019-04-01 - 2019-04-24  | 2019-04-08        | 2019-04-24                | 2019-06-01 || met     | 2019-04-24
        2019-04-01 - 2019-04-25  | 2019-04-08        | 2019-04-25                | 2019-06-01 || late    | 2019-04-24
        2019-04-01               | 2019-04-08        |                           | 2019-06-01 || overdue | 2019-04-24
        # not yet assessed
        2019-04-01               |                   |                           | 2019-06-01 || -       |
    """,
)  # fmt: skip

parent_decided = replace(
    parent_decided_until_2020, since=AFTER_CORONAVIRUS, until=None,
    examples="""
        placed_before_assessment | parent_assessment | parent_placement_approval | as_at      || status  | due_on
        2025-04-07 - 2025-04-30  | 2025-04-14        | 2025-04-30                | 2025-06-01 || met     | 2025-04-30
        2025-04-07 - 2025-05-01  | 2025-04-14        | 2025-05-01                | 2025-06-01 || late    | 2025-04-30
        2025-04-07               | 2025-04-14        |                           | 2025-04-30 || due     | 2025-04-30
        2025-04-07               | 2025-04-14        |                           | 2025-06-01 || overdue | 2025-04-30
        # not confirmed: moved
        2025-04-07 - 2025-04-25  | 2025-04-14        |                           | 2025-06-01 || ceased  |
        # assessed before any placement
                                 | 2025-04-14        |                           | 2025-06-01 || -       |
    """,
)  # fmt: skip

approved_first = Standard(
    "parent-placement-approved-first",
    "A placement with a parent is approved by the nominated officer before it takes effect.",
    area=PLACEMENTS, responsible=HEAD_OF_SERVICE, severity=HIGH, reference=["PL-10"],
    cites=f"{CARE_PLANNING}, reg 18(1)", since="2011-04-01",
    rule=within(
        days(0, force=GUIDANCE),
        of=placement.where(type=WITH_PARENT).called("a placement with a parent", "The child was placed with a parent"),
        expect=parent_placement_approval,
        look_back=months(6, force=DEFAULT),
    ),
    lifted_by=(placed_before_assessment,),
    note="The regulation says before, and no number: an approval on the day itself is accepted, and one up to six "
    "months before. A placement before assessment (reg 19) is judged as such. The placement plan that must be ready "
    "too is not judged here.",
    examples="""
        placement | parent_placement_approval | placed_before_assessment | as_at || status | due_on | days_over
        2025-03-03 [type=P1] | 2025-02-24 |  | 2025-06-01 || met | 2025-03-03 | 0
        2025-03-03 [type=P1] | 2025-03-03 |  | 2025-06-01 || met | 2025-03-03 | 0
        2025-03-03 [type=P1] | 2025-03-10 |  | 2025-06-01 || late | 2025-03-03 | 7
        2025-03-03 [type=P1] |  |  | 2025-03-13 || overdue | 2025-03-03 | 10
        2025-03-03 [type=P1] | 2024-03-04 |  | 2025-03-13 || overdue |  |   # the approval of an earlier return
        2025-03-03 [type=P1] |  | 2025-03-03 | 2025-06-01 || ceased | 2025-03-03 | 0  # regulation 19
        2025-03-03 [type=U3] |  |  | 2025-06-01 || - |  |   # with relatives
    """,
)  # fmt: skip
