"""Facts as the columns of a file: ids, days and instants, codes and flags, as Arrow arrays."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import NO_TIME, UNKNOWN

LETTERS = {
    "child": "C", "worker": "W", "carer": "H", "recommendation": "N", "contact_id": "K", "referral_id": "R",
    "assessment_id": "A", "section47_id": "S", "plan_id": "P", "placement_id": "L", "worker_id": "W", "family_id": "F",
    "mother": "M", "partner": "A", "disability": "D", "immigration": "I", "team": "T", "district": "G",
    "period of care": "E", "urn": "SC",
}  # fmt: skip
"""What the ids of each kind begin with."""


def ids(kind: str, numbers: np.ndarray) -> pa.Array:
    """Ids as text, such as C0000012; -1 is no id."""
    text = pc.utf8_lpad(pc.cast(pa.array(numbers), pa.string()), 7, "0")
    return pc.if_else(pa.array(numbers >= 0), pc.binary_join_element_wise(LETTERS.get(kind, "X"), text, ""), None)


def day(numbers: np.ndarray) -> pa.Array:
    """Days; NEVER is blank."""
    return pa.array(numbers.astype(np.int32), mask=numbers >= NEVER).cast(pa.date32())


def instant(numbers: np.ndarray, minutes: np.ndarray) -> pa.Array:
    """Instants in UTC, of a day and a minute of it; blank where either is not known."""
    seconds = (numbers.astype(np.int64) * 1440 + minutes) * 60
    known = pa.array(seconds, mask=(numbers >= NEVER) | (minutes == NO_TIME))
    return known.cast(pa.timestamp("s")).cast(pa.timestamp("us"))


def local(numbers: np.ndarray, minutes: np.ndarray) -> pa.Array:
    """The clock in London at that instant; midnight where only the day is known."""
    known = instant(numbers, minutes).cast(pa.timestamp("us", "UTC")).cast(pa.timestamp("us", "Europe/London"))
    return pc.coalesce(pc.local_timestamp(known), day(numbers).cast(pa.timestamp("us")))


def text(values: np.ndarray) -> pa.Array:
    """Text; an empty text is blank."""
    return pa.array(values, pa.string(), mask=values == "")


def whole(values: np.ndarray) -> pa.Array:
    """Whole numbers."""
    return pa.array(values.astype(np.int32), mask=values == UNKNOWN["number"])


def yes_no(values: np.ndarray) -> pa.Array:
    """True, false or blank."""
    return pa.array(values == 1, pa.bool_(), mask=values < 0)


def flag(values: np.ndarray) -> pa.Array:
    """Y, N or blank."""
    return pc.if_else(yes_no(values), "Y", "N")


def fact(kind: str, name: str, values: np.ndarray) -> pa.Array:
    """A fact of that kind; ids of records are kept as numbers until they are written."""
    if name.endswith("_id"):
        return ids(name, values)
    return {"text": text, "yes_no": yes_no, "number": whole, "day": day}[kind](values)
