"""A question about drift: a child a year in care, and no step towards permanence for half a year."""

from goldenthread.standards.catalogue.placement_types import FOR_ADOPTION, LONG_TERM_FOSTERING
from goldenthread.standards.catalogue.words import PERMANENCE, SERVICE_MANAGER
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, every, months, one_of
from goldenthread.standards.vocabulary import looked_after, permanence_step, placement, short_break

drift = Standard(
    "permanence-drift",
    "A year in care, and six months without a step towards permanence, ask what stands in the way.",
    area=PERMANENCE, responsible=SERVICE_MANAGER, severity=HIGH, kind="question", reference=["PM-03"],
    cites="Ofsted's inspections of Torbay 2018, recommendations 12 and 13 and paragraph 59, and of Gloucestershire "
    "2017, recommendation 10",
    since=NOT_VERIFIED,
    rule=every(
        months(6, force=DEFAULT), during=looked_after,
        expect=permanence_step.where(step=one_of("decision", "match", "placement", "order")).called(
            "a step towards permanence", "A step towards permanence was taken"
        ),
        from_=months(12, force=DEFAULT), until=placement.where(type=one_of(*LONG_TERM_FOSTERING, *FOR_ADOPTION)),
    ),
    lifted_by=(short_break,),
    note="Asked from twelve months after coming into care until the child is first in a long-term foster placement "
    "or placed for adoption. A reversal is no step forward. A child settled elsewhere, in a residential placement "
    "meant to last or at home on an order, is asked about too: the answer may be that all is as it should be.",
    examples="""
        looked_after | permanence_step            | placement | short_break | as_at      || status  | due_on
        2024-01-08 | 2024-11-04 [step=decision]; 2025-05-04 [step=match] |  |  | 2025-05-04 || met; due |
        2024-01-08   | 2024-11-04 [step=decision] |           |             | 2025-06-01 || overdue | 2025-05-04
        # nothing for eleven months
        2024-01-08   | 2024-02-05 [step=decision] |           |             | 2025-06-01 || overdue | 2025-01-08
        2024-01-08 | 2024-11-04 [step=decision]; 2025-05-05 [step=order] |  |  | 2025-06-01 || late; due |
        2024-01-08 | 2024-11-04 [step=decision]; 2025-02-03 [step=reversal] |  |  | 2025-06-01 || overdue | 2025-05-04
        2024-01-08 - 2025-03-03 | 2024-11-04 [step=order] |  |  | 2025-06-01 || ceased | 2025-05-04
        2024-01-08 |  | 2024-10-07 [type=U4] |  | 2025-06-01 || - |   # settled within the year
        2024-09-02   |                            |           |             | 2025-06-01 || -       |  # not yet a year
        2024-01-08   |                            |           | 2024-01-08  | 2025-06-01 || ceased  | 2025-01-08
    """,
)  # fmt: skip
