"""Finding people and what was written: kept up to date by the actions."""

from goldenthread.record.models import Entry


def index_entry(entry: Entry) -> None:
    """Bring the search text of an entry up to what it says."""
