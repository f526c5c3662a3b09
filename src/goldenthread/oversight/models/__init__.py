"""The tables of oversight, a file for each family of them."""

from goldenthread.oversight.models.answers import Answer
from goldenthread.oversight.models.counts import Delay, MonthlyCount, Reach, Run
from goldenthread.oversight.models.disputes import DisputeAbout, DisputeStep
from goldenthread.oversight.models.ledger import LedgerCopy
from goldenthread.oversight.models.shortfalls import Shortfall, Stale
from goldenthread.oversight.models.supervision import AgendaLine, Signature, Supervision
from goldenthread.oversight.models.telling import Digest, Telling

__all__ = [
    "AgendaLine", "Answer", "Delay", "Digest", "DisputeAbout", "DisputeStep", "LedgerCopy", "MonthlyCount", "Reach",
    "Run", "Shortfall", "Signature", "Stale", "Supervision", "Telling",
]  # fmt: skip
