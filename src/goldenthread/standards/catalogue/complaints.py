"""Complaints: answered in time."""

from goldenthread.standards.catalogue.words import OVERSIGHT, SERVICE_MANAGER
from goldenthread.standards.language import DEFAULT, MEDIUM, Standard, within, working_days
from goldenthread.standards.vocabulary import complaint

answered = Standard(
    "complaint-answered", "A complaint by or about a child is answered within 20 working days.",
    area=OVERSIGHT, responsible=SERVICE_MANAGER, severity=MEDIUM, reference=["SO-15"],
    cites="Children Act 1989 Representations Procedure (England) Regulations 2006 (from knowledge: not read here)",
    since="2006-09-01",
    rule=within(
        working_days(20, force=DEFAULT), of=complaint, expect=complaint.ended.called("an answer to the complaint")
    ),
    note="The first stage: ten working days, which may become twenty. The record does not tell which, so twenty are "
    "allowed, as a default, since the Regulations have not been read. The second stage (25, at most 65) and the "
    "panel (30) are not on the record. Of several complaints at once the first answer counts for each.",
    examples="""
        complaint               | as_at      || status  | due_on
        # Good Friday, Easter Monday, early May
        2025-04-14 - 2025-05-15 | 2025-06-30 || met     | 2025-05-15
        2025-04-14 - 2025-05-16 | 2025-06-30 || late    | 2025-05-15
        2025-04-14              | 2025-05-15 || due     | 2025-05-15
        2025-04-14              | 2025-06-30 || overdue | 2025-05-15
        2006-08-31 - 2006-12-01 | 2025-06-30 || -       |             # before the Regulations
        2025-07-07              | 2025-06-30 || -       |             # not yet made
    """,
)  # fmt: skip
