"""Complaints: answered in time."""

from goldenthread.standards.catalogue.words import OVERSIGHT, SERVICE_MANAGER
from goldenthread.standards.language import DEFAULT, MEDIUM, Standard, within, working_days
from goldenthread.standards.vocabulary import complaint

answered = Standard(
    "complaint-answered", "A complaint by or about a child is answered within 20 working days.",
    area=OVERSIGHT, responsible=SERVICE_MANAGER, severity=MEDIUM, reference=["SO-15"],
    cites="Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738), reg 14, as councils and the "
    "Ombudsman give it (its own text has not been read here)",
    since="2006-09-01",
    rule=within(
        working_days(20, force=DEFAULT), of=complaint, expect=complaint.ended.called("an answer to the complaint")
    ),
    note="The first stage: ten working days, and twenty for what is complex, as councils (Greenwich, Devon) and the Local "
    "Government and Social Care Ombudsman say. The record does not tell which it is, so twenty are allowed; the regulation "
    "itself has not been read, so this is a default, to be verified. The second stage (25, at most 65) and the panel (30: "
    "regulation 19(4), read) are not on the record. Of several complaints at once the first answer counts for each.",
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
