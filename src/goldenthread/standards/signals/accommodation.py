"""A question about care leavers in accommodation recorded as unsuitable."""

from goldenthread.standards.catalogue.sources import CARE_LEAVERS, LEAVING_CARE_GUIDANCE
from goldenthread.standards.catalogue.words import LEAVING_CARE, SERVICE_MANAGER
from goldenthread.standards.language import GUIDANCE, HIGH, NOT_VERIFIED, Standard, never, none_of
from goldenthread.standards.vocabulary import accommodation

unsuitable = Standard(
    "care-leaver-unsuitable-accommodation",
    "A care leaver in accommodation recorded as unsuitable asks what the plan to move is.",
    area=LEAVING_CARE, responsible=SERVICE_MANAGER, severity=HIGH, kind="question", reference=["LC-08"],
    cites=f"{CARE_LEAVERS}, reg 9; {LEAVING_CARE_GUIDANCE}, chapter 7", since=NOT_VERIFIED,
    rule=never(
        accommodation.where(is_suitable=False, type=none_of("W", "X")).called(
            "accommodation recorded as unsuitable", "The young person came to be in accommodation recorded as unsuitable"
        ),
        force=GUIDANCE,
    ),
    note="No number. Bed and breakfast (W) is a duty of its own; custody (X) is always recorded as unsuitable and is "
    "no choice of the authority's.",
    examples="""
        accommodation                                    | as_at      || status  | opened_on  | closed_on
        2025-03-03 [type=V, is_suitable=no]              | 2025-06-01 || not_met | 2025-03-03 | -
        2025-03-03 - 2025-03-10 [type=S, is_suitable=no] | 2025-06-01 || not_met | 2025-03-03 | 2025-03-10
        2025-03-03 [type=U, is_suitable=yes]             | 2025-06-01 || -       |            |
        2025-03-03 [type=X, is_suitable=no]              | 2025-06-01 || -       |            |             # custody
        # bed and breakfast: two working days
        2025-03-03 [type=W, is_suitable=no]              | 2025-06-01 || -       |            |
        2025-03-03 [type=U]                              | 2025-06-01 || -       |            |             # not known
    """,
)  # fmt: skip
