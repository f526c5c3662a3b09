"""Golden Thread: what is owed to each child, by whom, by when, and whether it was kept."""

__version__ = "0.3.0"
