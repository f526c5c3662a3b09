"""The one result: the columns of a duty, in order, and its statuses (docs/adr/0001-the-contract-of-a-duty.md)."""

from collections.abc import Mapping

COLUMNS = {
    "standard": "VARCHAR",
    "kind": "VARCHAR",
    "subject_type": "VARCHAR",
    "subject_id": "VARCHAR",
    "opened_on": "DATE",
    "due_on": "DATE",
    "done_on": "DATE",
    "closed_on": "DATE",
    "status": "VARCHAR",
    "days_over": "INTEGER",
    "severity": "VARCHAR",
    "force": "VARCHAR",
    "responsible": "VARCHAR",
    "explanation": "VARCHAR",
    "evidence": "VARCHAR",
}

STATUSES = ("met", "late", "due", "overdue", "ceased", "not_met")

OPEN_SHORTFALL = "(status IN ('overdue', 'not_met') AND closed_on IS NULL AND done_on IS NULL)"
"""SQL: a shortfall that can still be acted on. A `never` of an event is open until somebody decides."""


def is_open(duty: Mapping) -> bool:
    """The same, of a duty."""
    return duty["status"] in ("overdue", "not_met") and duty["closed_on"] is None and duty["done_on"] is None
