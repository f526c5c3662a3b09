"""Dangers that stand tonight: something happened in the last days to a child whom a worker holds, and nobody has acted."""

from dataclasses import dataclass, field

from goldenthread.invent.days import NEVER
from goldenthread.invent.planting.language import Candidates, Record, Truth

HELD_FOR = 30
"""Days: children held for less are still in the first rush, in which much is due at once."""


@dataclass(frozen=True)
class Tonight:
    """It happened some days ago (`ago`, at least and at most) to a child who is held, and none of what answers it came.

    `answers`: the nouns that would have met it, none of them from `back` days before. `also`: further standards that are
    then not kept. `never_with`: nouns of which the child has no fact.
    """

    standard: str
    found: str
    about: str
    answers: tuple[str, ...]
    ago: tuple[int, int] = (3, 8)
    back: int = 0
    facts: dict = field(default_factory=dict)
    also: tuple[str, ...] = ()
    ages: tuple[int, int] = (0, 18)
    never_with: tuple[str, ...] = ()

    def find(self, record: Record) -> Candidates:
        """Children held for a while, to whom nothing of the kind has happened."""
        held = record.rows("allocation")
        low, high = self.ago
        day = record.as_at - low - held["subject"] % (high - low + 1)
        fits = (held["end"] == NEVER) & (held["start"] < day - HELD_FOR)
        age = (day - record.born(held["subject"])) / 365.25
        fits &= (age > self.ages[0] + 0.1) & (age < self.ages[1] - 0.1)
        for noun in (self.about, *self.never_with):
            fits &= ~record.ever(record.rows(noun), held["subject"])
        for noun in self.answers:
            fits &= ~record.begins(record.rows(noun), held["subject"], day - self.back, record.as_at)
        return Candidates(held["subject"], {"day": day}).of(fits)

    def do(self, record: Record, chosen: Candidates) -> list[Truth]:
        """Let it happen."""
        record.add(self.about, chosen.subject, chosen["day"], **self.facts)
        names = (self.standard, *self.also)
        return [Truth(chosen.subject, name, chosen["day"], name != self.standard) for name in names]


VISITS = ("section47_visit", "need_visit", "protection_visit", "care_visit")

PLANTS = (
    Tonight("strategy-discussion-prompt", "G15 G21 T13", "harm_concern", ("strategy_discussion",), facts={"kind": "physical"}),
    Tonight("child-seen-after-disclosure", "T3 G15", "disclosure", (*VISITS, "medical", "section47"), (3, 5),
            facts={"kind": "physical"}, also=("medical-after-disclosure",)),
    Tonight("sexual-abuse-safety-plan", "G1", "sexual_abuse_concern", ("safety_plan",)),
    Tonight("exploitation-safety-plan", "G1 G16", "exploitation_concern", ("safety_plan",), back=14, ages=(11, 18)),
    Tonight("risk-person-at-home", "G6 T13", "risk_person_at_home", ("strategy_discussion", "management_decision", "safety_plan"),
            back=28, facts={"relationship": "step-parent"}, also=("risk-person-safety-plan",)),
    Tonight("missing-strategy-discussion", "G16", "missing", ("strategy_discussion",), (4, 9), facts={"kind": "M"},
            ages=(11, 18), never_with=("looked_after", "changed_child", "low_attendance")),
)  # fmt: skip
