"""What the readers of the national formats are shown to tell: facts by chosen columns, days as ISO text."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from tests.formats import making

from goldenthread.formats.sources import Read

SAMPLES = Path(__file__).with_name("samples")


@dataclass
class Told:
    """What was read."""

    read: Read

    def facts(self, noun: str, *columns: str) -> list[tuple]:
        """These columns of the facts of a noun, in order; none where the noun has no table."""
        if noun not in self.read.thread.nouns():
            return []
        query = f'SELECT {", ".join(columns)} FROM "{noun}" ORDER BY ALL'
        rows = self.read.thread.connection.execute(query).fetchall()
        return [tuple(_plain(value) for value in row) for row in rows]

    def count(self, noun: str) -> int:
        return len(self.facts(noun, "subject_id"))

    def not_read(self) -> list[tuple]:
        """(file, row, column, found, left_out) of everything not read, in order."""
        return making.not_read(self.read)

    def expected(self) -> set[str]:
        """The sentences that say what was expected instead."""
        return set(making.expected(self.read))

    def covered(self, noun: str) -> list[tuple[str, str, str, str]]:
        """(source, from, to, extent) of everything that bears witness to a noun."""
        return sorted((each[0], _plain(each[1]), _plain(each[2]), each[3]) for each in making.covered(self.read, noun))

    def tells_ends(self, noun: str) -> bool:
        """Whether some source bears witness to when this period ended."""
        return any("ended" in each.facts for each in self.read.thread.coverage if each.noun == noun)

    def rows(self) -> dict[str, tuple[int, int]]:
        """By file: its rows, and those not read. Reading itself checks that the counts add up."""
        return {each.file: (each.rows, each.not_read) for each in self.read.summaries}


def _plain(value):
    return value.isoformat() if isinstance(value, (dt.date, dt.datetime)) else value


def tell(*paths: Path, as_at: str | None = None) -> Told:
    """Read these paths together."""
    return Told(making.reading(*paths, as_at=dt.date.fromisoformat(as_at) if as_at else None))


def write(folder: Path, **files: str) -> Path:
    """A folder with these CSV files, named by their keywords; spaces are only for the eye."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(dedent(text).strip().replace(" ", "") + "\n", encoding="utf-8")
    return folder
