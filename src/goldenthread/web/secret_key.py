"""The key that signs sessions and links: made once, and kept where only the server reads it."""

import contextlib
import os
import secrets
from pathlib import Path


def kept_key(home: Path) -> str:
    """The key in the folder, made where there is none; empty where the folder cannot be written to (`serve` says so)."""
    place = home / "secret-key"
    with contextlib.suppress(OSError):
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with contextlib.suppress(FileExistsError):
            opened = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(opened, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(64))
        return place.read_text(encoding="ascii").strip()
    return ""
