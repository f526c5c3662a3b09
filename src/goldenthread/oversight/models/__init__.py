"""The tables of oversight, a file for each family of them."""

from goldenthread.oversight.models.answers import Answer
from goldenthread.oversight.models.counts import Delay, MonthlyCount, Run
from goldenthread.oversight.models.shortfalls import Shortfall, Stale
from goldenthread.oversight.models.telling import Digest, Telling

__all__ = ["Answer", "Delay", "Digest", "MonthlyCount", "Run", "Shortfall", "Stale", "Telling"]
