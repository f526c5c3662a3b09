"""What a page says, as a test reads it."""

import re


def text_of(response) -> str:
    """The page, its white space closed up."""
    return re.sub(r"\s+", " ", response.content.decode())
