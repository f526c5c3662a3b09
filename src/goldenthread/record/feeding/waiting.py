"""The conflicts that wait for a person, and both sayings of one side by side, for those who may open the child's record."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from goldenthread.check.words import capital
from goldenthread.check.words import day as in_words
from goldenthread.codes.lists import label
from goldenthread.record import access
from goldenthread.record.kinds import kinds
from goldenthread.record.masking import Masker
from goldenthread.record.models import Conflict
from goldenthread.record.shown import day_in_words
from goldenthread.standards.vocabulary import NOUNS
from goldenthread.workforce.models import Worker

NOT_SAID = "Not said"
WORDS = {
    "forename": "Forename", "surname": "Surname", "born_on": "Date of birth", "expected_on": "Expected", "died_on": "Died on",
    "sex": "Sex", "ethnicity": "Ethnicity", "is_disabled": "Disabled", "upn": "Unique pupil number",
    "has_upn": "Has a unique pupil number",
}  # fmt: skip
CODES = {"sex": "sex", "ethnicity": "ethnicity"}


@dataclass(frozen=True)
class BothSay:
    """One thing that both say: in words, what was typed here, what the source says, and whether they differ."""

    words: str
    typed: str
    fed: str
    differs: bool


def conflicts(by: Worker) -> QuerySet[Conflict]:
    """Every conflict about a child whose record this worker may open, and about an entry they may read."""
    kept = [name for name, kind in kinds().items() if kind.read_by and by.role not in kind.read_by]
    readable = Q(typed=None) | ~Q(typed__entry__kind__in=kept) | Q(typed__entry__made_by=by)
    seen = access.children(by).values("pk")
    mine = Q(person__in=seen) | Q(person__merged_into__in=seen)
    return Conflict.objects.filter(mine, readable).select_related("person__merged_into", "fed", "typed__entry")


def waiting(by: Worker) -> QuerySet[Conflict]:
    """Those that nobody has decided, and whose two sides are still what is said. The oldest first."""
    now = {f"{side}__{name}": None for side in ("fed", "typed") for name in ("superseded_at", "gone_at")}
    holds = Q(fed=None, typed=None) | Q(fed__isnull=False, typed__isnull=False, **now)
    return conflicts(by).filter(holds, decision="").order_by("found_at", "pk")


def check_sees(by: Worker, conflict: Conflict) -> None:
    """Whether the worker may know of the conflict; Denied."""
    if not conflicts(by).filter(pk=conflict.pk).exists():
        raise access.Denied("hidden", "There is no such conflict.", hidden=True)


def about(conflict: Conflict) -> str:
    """What it is about: "who the child is", "a visit to a child in need on 3 March 2025"."""
    if conflict.fed is None:
        return "Who the child is"
    one = NOUNS[conflict.fed.noun].one
    return f"{capital(one)}, {in_words(conflict.fed.started_on)}"


def sayings(conflict: Conflict, masker: Masker) -> list[BothSay]:
    """Both, thing by thing: what differs first."""
    found = _of_fact(conflict) if conflict.fed else _of_person(conflict)
    masked = [BothSay(each.words, masker.text(each.typed), masker.text(each.fed), each.differs) for each in found]
    return sorted(masked, key=lambda each: not each.differs)


def _of_person(conflict: Conflict) -> list[BothSay]:
    return [
        BothSay(WORDS[name], _value(getattr(conflict.person, name), CODES.get(name, "")),
               _value(conflict.said[name], CODES.get(name, "")), True)
        for name in conflict.differs
    ]  # fmt: skip


def _of_fact(conflict: Conflict) -> list[BothSay]:
    typed, fed, noun = conflict.typed, conflict.fed, NOUNS[conflict.fed.noun]
    found = []
    for each in noun.facts:
        both = [_value(side.facts.get(each.name), each.codes or "") for side in (typed, fed)]
        if both != [NOT_SAID, NOT_SAID] and not each.name.endswith("_id"):
            found.append(BothSay(capital(each.words), *both, each.name in conflict.differs))
    if noun.lasts:
        ends = (in_words(each.ended_on) if each.ended_on else "It goes on" for each in (typed, fed))
        found.append(BothSay("Ended", *ends, "ended_on" in conflict.differs))
    return found


def _value(value, codes: str) -> str:
    if value in (None, ""):
        return NOT_SAID
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if hasattr(value, "isoformat") or (isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-"):
        return day_in_words(value if isinstance(value, str) else value.isoformat())
    return (label(codes, str(value)) if codes else None) or str(value)
