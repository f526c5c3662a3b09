"""An invented authority: children who do not exist, whose lives make sense, some of them with planted failings.

`write(…)` invents it and writes it: `ssd/` holds tables of the Standard Safeguarding Dataset, `contract/` the open
contract for what no such table holds, and `truth.csv` what was planted and so must be found, and nothing else.
"""

from goldenthread.invent.authority import write

__all__ = ["write"]
