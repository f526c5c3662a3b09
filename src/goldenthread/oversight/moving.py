"""How what was told and decided leaves with the record, and comes back: every table of this room, whole.

A row goes where the child it is of goes: what is of a restricted child into `restricted/`, of a sealed one into `sealed/`.
What a worker and whoever supervises them said in private stays behind unless the sealed part goes too: the supervision
goes without it, and its signatures, which name the versions of what was signed, without naming that.
"""

from typing import Any

from goldenthread.oversight.models import Signature, Stale, Supervision
from goldenthread.record.models import Entry
from goldenthread.record.moving.tables import Room, StaysBehind


def _signed_of_what_goes(row: dict[str, Any], stays_behind: StaysBehind) -> None:
    row["said"] = {entry: number for entry, number in row["said"].items() if not stays_behind(Entry, int(entry))}


ROOM = Room(
    "oversight",
    left_out={Stale: "whoever it names is judged with everyone else on the first night"},
    beside={Supervision: ("private_id",)},
    without={Signature: _signed_of_what_goes},
)
