"""The truth of what was planted: truth.csv, and nobody else is accused."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from goldenthread.invent import cells
from goldenthread.invent.planting.language import Truth

COLUMNS = ("subject_id", "standard", "opened_on", "implied", "danger")

DANGERS = frozenset({
    "strategy-discussion-prompt", "enquiry-child-seen", "child-seen-after-disclosure",
    "sexual-abuse-safety-plan", "exploitation-safety-plan", "risk-person-at-home", "risk-person-safety-plan",
    "homeless-young-person", "missing-strategy-discussion", "child-allocated",
})  # fmt: skip
"""Standards of which a failing is a danger to the child tonight."""


@dataclass
class Truths:
    """The file of truths; use it in a `with`."""

    path: Path

    def __enter__(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self.path.open("w", newline="", encoding="utf-8")
        self._writer = csv.writer(self._file)
        self._writer.writerow(COLUMNS)
        return self

    def __exit__(self, *exc):
        self._file.close()

    def write(self, subject_type: str, truths: list[Truth]) -> None:
        """Add these, in order of subject and day."""
        rows = []
        for truth in truths:
            who = cells.ids(subject_type, truth.subject).to_pylist()
            when = cells.day(truth.opened_on).to_pylist()
            implied = np.broadcast_to(truth.implied, truth.subject.shape)
            told = ("yes" if each else "no" for each in implied)
            danger = "yes" if truth.standard in DANGERS else "no"
            rows += ((*each, danger) for each in
                     zip(who, [truth.standard] * len(who), (day.isoformat() for day in when), told, strict=True))  # fmt: skip
        self._writer.writerows(sorted(rows))
