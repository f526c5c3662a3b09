"""Questions about moving: children who move too often, and placements that may be about to break down."""

from goldenthread.standards.catalogue.placement_types import lasting_placement
from goldenthread.standards.catalogue.sources import LOOKED_AFTER_RETURN
from goldenthread.standards.catalogue.words import PLACEMENTS, SERVICE_MANAGER, TEAM_MANAGER
from goldenthread.standards.language import (
    DEFAULT,
    GUIDANCE,
    HIGH,
    NOT_VERIFIED,
    Standard,
    days,
    months,
    never,
    within,
    working_days,
)
from goldenthread.standards.vocabulary import looked_after, missing, short_break, stability_meeting

three_placements = Standard(
    "placement-third-in-a-year", "A third placement within twelve months asks what would help the child to stay.",
    area=PLACEMENTS, responsible=SERVICE_MANAGER, severity=HIGH, kind="question", reference=["PL-14"],
    cites=f"{LOOKED_AFTER_RETURN}: the national indicator of three or more placements in a year", since=NOT_VERIFIED,
    rule=never(lasting_placement.started.repeated(3, within=months(12, force=GUIDANCE)), force=GUIDANCE),
    lifted_by=(short_break,),
    note="Temporary moves (T0 to T4), missing episodes and being placed for adoption are not counted. Counted: "
    "beginnings within twelve months of each other; a placement that began earlier and ran on is not one of the "
    "three. A source that records a new placement where only the status changed counts it.",
    examples="""
        placement                                  | short_break | as_at      || status | opened_on
        # the third on 2 December is within twelve months of the first
        2024-12-02 [type=U6]; 2025-03-03 [type=U6]; 2025-12-02 [type=K2] |  | 2026-01-01 || not_met | 2025-12-02
        # a day more than twelve months
        2024-12-01 [type=U6]; 2025-03-03 [type=U6]; 2025-12-02 [type=K2] |  | 2026-01-01 || - |
        # a holiday and a week in hospital are no moves
        2025-03-03 [type=U6]; 2025-05-05 [type=T2]; 2025-06-02 [type=T1]; 2025-06-09 [type=U6] |  | 2025-07-01 || - |
        2025-03-03 [type=U6]; 2025-05-05 [type=K2]; 2025-06-02 [type=U6] |  | 2025-07-01 || not_met | 2025-06-02
        2025-03-03 [type=U6]; 2025-05-05 [type=K2] |             | 2025-07-01 || -      |
        # then placed for adoption
        2025-03-03 [type=U6]; 2025-05-05 [type=U5]; 2025-06-02 [type=A5] |  | 2025-07-01 || - |
        # each break a placement
        2025-03-03 [type=U6]; 2025-05-05 [type=U6]; 2025-06-02 [type=U6] | 2025-03-03 | 2025-07-01 || ceased |
    """,
)  # fmt: skip

missing_twice = Standard(
    "placement-at-risk-missing",
    "Going missing twice within 28 days asks whether a stability meeting has looked at the placement.",
    area=PLACEMENTS, responsible=TEAM_MANAGER, severity=HIGH, kind="question", reference=["PL-15"],
    cites="Ofsted's inspection of Gloucestershire 2017, paragraph 66: stability meetings help", since=NOT_VERIFIED,
    rule=within(
        working_days(5, force=DEFAULT),
        of=missing.started.repeated(2, within=days(28, force=DEFAULT)) & looked_after,
        expect=stability_meeting,
    ),
    note="One sign only of a placement that may break down: two missing episodes within 28 days. Signs of different "
    "kinds (a carer who gives up, an allegation, an exclusion) are not yet added together.",
    examples="""
        looked_after | missing                 | stability_meeting | as_at      || status | due_on
        2024-01-08 | 2025-03-03 - 2025-03-04; 2025-03-31 - 2025-04-01 | 2025-04-07 | 2025-06-01 || met | 2025-04-07
        2024-01-08 | 2025-03-03 - 2025-03-04; 2025-03-31 - 2025-04-01 | 2025-04-08 | 2025-06-01 || late | 2025-04-07
        2024-01-08 | 2025-03-03 - 2025-03-04; 2025-03-31 - 2025-04-01 |  | 2025-06-01 || overdue | 2025-04-07
        2024-01-08 | 2025-03-03 - 2025-03-04; 2025-04-01 - 2025-04-02 |  | 2025-06-01 || - |   # 29 days apart
        2024-01-08   | 2025-03-03 - 2025-03-04 |                   | 2025-06-01 || -      |         # once
         | 2025-03-03 - 2025-03-04; 2025-03-31 - 2025-04-01 |  | 2025-06-01 || - |   # not looked after
        2024-01-08 | 2025-03-03 - 2025-03-04; 2025-03-31 - 2025-04-01 |  | 2025-04-03 || due | 2025-04-07
    """,
)  # fmt: skip
