"""A child who has had one worker after another: a question about who knows them."""

from goldenthread.standards.catalogue.words import TEAM_MANAGER, WORKFORCE
from goldenthread.standards.language import DEFAULT, HIGH, NOT_VERIFIED, Standard, months, never
from goldenthread.standards.vocabulary import allocation

third_worker = Standard(
    "third-worker", "A third social worker within 12 months asks who knows this child.",
    area=WORKFORCE, responsible=TEAM_MANAGER, severity=HIGH, reference=["WF-01"], kind="question",
    cites="Ofsted's inspection of Torbay 2018, paragraphs 20 and 40",
    since=NOT_VERIFIED,
    rule=never(
        allocation.started.repeated(3, within=months(12, force=DEFAULT), different="worker_id"), force=DEFAULT,
    ),
    note="Different workers begun with within 12 months: one who comes back counts once. The first worker of the "
    "three counts only if they too began within the 12 months.",
    examples="""
    allocation                                                                     | as_at      || status  | opened_on
    2024-06-03 [worker_id=1] ; 2024-11-04 [worker_id=2] ; 2025-03-03 [worker_id=3] | 2025-06-30 || not_met | 2025-03-03
    # came back
    2024-06-03 [worker_id=1] ; 2024-11-04 [worker_id=2] ; 2025-03-03 [worker_id=1] | 2025-06-30 || -       |
    # over longer
    2024-03-02 [worker_id=1] ; 2024-11-04 [worker_id=2] ; 2025-03-03 [worker_id=3] | 2025-06-30 || -       |
    # nobody says who
    2024-06-03 ; 2024-11-04 ; 2025-03-03                                           | 2025-06-30 || -       |
    2025-03-03 [worker_id=1]                                                       | 2025-06-30 || -       |
    """,
)  # fmt: skip
