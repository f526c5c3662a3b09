"""Lawful exceptions: which a standard knows, and how often one was said to apply. They are counted, never silent."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.oversight import here, sight
from goldenthread.oversight.explained import kinds_that_tell
from goldenthread.oversight.models import Answer, Shortfall
from goldenthread.standards.explain import LIFTED
from goldenthread.workforce.models import Worker


@dataclass(frozen=True)
class Provision:
    """An exception that a standard knows, in words. `kind`, `title`: of the entry that records it; empty where none does."""

    words: str
    kind: str
    title: str


@dataclass(frozen=True)
class Counted:
    """How often an exception was said to apply to a standard. `lifted`: on the record, so that nothing was owed any more;
    `agreed`: by whoever stood above; `not_agreed`; `waiting`: named, and nobody has answered yet."""

    standard: str
    provision: str
    lifted: int
    agreed: int
    not_agreed: int
    waiting: int


def provisions(shortfalls: Sequence[Shortfall]) -> list[Provision]:
    """The exceptions that the standards of these know, each once. Recorded as an entry, one lifts its duty by itself."""
    found = {}
    for each in shortfalls:
        standard = here.standard(each.standard, (each.evidence or {}).get("version", ""))
        for noun in standard.lifted_by if standard else ():
            kind = next(iter(kinds_that_tell(noun)), None)
            found[noun.one] = Provision(noun.one, kind.name if kind else "", kind.title if kind else "")
    return list(found.values())


def counted(by: Worker) -> list[Counted]:
    """Every exception that was said to apply to what this reader may see, the most frequent first. Two queries."""
    seen = sight.shortfalls(by)
    kinds: dict[tuple[str, str], Counter] = {}
    for standard, evidence in seen.filter(ended="lifted").values_list("standard", "evidence"):
        kinds.setdefault((standard, _lifted_by(evidence)), Counter())["lifted"] += 1
    said = Answer.objects.filter(kind__in=("exception", "agreed", "not_agreed"), shortfall__in=seen.values("pk"))
    rows = said.order_by("at", "pk").values_list("shortfall", "shortfall__standard", "provision", "kind")
    last = {shortfall: rest for shortfall, *rest in rows}
    for standard, provision, kind in last.values():
        kinds.setdefault((standard, provision), Counter())[kind] += 1
    found = [
        Counted(standard, provision, each["lifted"], each["agreed"], each["not_agreed"], each["exception"])
        for (standard, provision), each in kinds.items()
    ]
    return sorted(found, key=lambda each: (-(each.lifted + each.agreed), each.standard, each.provision))


def _lifted_by(evidence: dict | None) -> str:
    found = (each.removeprefix(LIFTED) for each in (evidence or {}).get("caveats", ()) if each.startswith(LIFTED))
    return next(found, "an exception on the record")
