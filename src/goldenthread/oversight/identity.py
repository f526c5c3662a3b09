"""What is the same shortfall from one judging to the next: pure, over what stands and what was judged.

Facts are corrected, and a fed system gives its rows new ids; whoever was told of a shortfall is not to be told of it anew
for that. So each shortfall looks for its duty in PASSES, the surest likeness first. docs/adr/0012-shortfalls-over-time.md.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from goldenthread.check import words
from goldenthread.standards.book import by_id
from goldenthread.standards.duty import is_open
from goldenthread.standards.explain import LIFTED
from goldenthread.standards.language.verbs import Every

DONE, CEASED, UNANSWERED, IS_LIFTED, DECIDED, WITHDRAWN = "done", "ceased", "unanswered", "lifted", "decided", "withdrawn"


@dataclass(frozen=True)
class Ended:
    """How a shortfall ended. `why`: in words, empty where only the record can say what became of its `trigger`."""

    shortfall: object
    ended: str
    why: str
    duty: dict | None = None


@dataclass
class Settled:
    """What is to be written. `new`: duties; `kept`, `again`: pairs of shortfall and duty, the latter ended before."""

    new: list[dict] = field(default_factory=list)
    kept: list[tuple[object, dict]] = field(default_factory=list)
    again: list[tuple[object, dict]] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)


def settle(
    shortfalls: Iterable, duties: Iterable[dict], before: Iterable = (), one: Mapping[str, str] | None = None,
) -> Settled:  # fmt: skip
    """What becomes of each shortfall, and which are new, as at the day of the judging.

    `shortfalls`: those that are open, and those that somebody `decided` (they end, and never come again). `duties`: dicts of
    duty.COLUMNS with `trigger`: all of these subjects that are open, and all of the standards that have a shortfall among
    `shortfalls`. `before`: shortfalls that ended otherwise, one of which may be so again. `one`: of people who are, or were,
    one with another, a name for them all, by number.
    """
    settled = Settled()
    pairs, left, duties = match(list(shortfalls), list(duties), one or {})
    for shortfall, duty in pairs:
        _ends_or_stays(settled, shortfall, duty)
    settled.ended += [Ended(each, WITHDRAWN, "") for each in left if each.ended_on is None]
    new = [duty for duty in duties if is_open(duty)]
    settled.again, _, settled.new = match(sorted(before, key=lambda each: each.ended_on, reverse=True), new, one or {}, AGAIN)
    return settled


def _ends_or_stays(settled: Settled, shortfall, duty: dict) -> None:
    if shortfall.ended_on is not None:
        return
    if not is_open(duty):
        ended, why = outcome(duty)
        unanswered = ended == CEASED and duty["kind"] == "question" and not shortfall.answered
        settled.ended.append(Ended(shortfall, UNANSWERED if unanswered else ended, why, duty))
    elif shortfall.decided:
        settled.ended.append(Ended(shortfall, DECIDED, shortfall.decided, duty))
    else:
        settled.kept.append((shortfall, duty))


def outcome(duty: Mapping) -> tuple[str, str]:
    """How the shortfall of a duty that is open no longer has ended, and why, in words."""
    done, closed, status = duty["done_on"], duty["closed_on"], duty["status"]
    lifted = next((each.removeprefix(LIFTED) for each in duty["evidence"]["caveats"] if each.startswith(LIFTED)), None)
    if lifted:
        return IS_LIFTED, f"It was lifted by {lifted} on {words.day(closed)}."
    if status in ("late", "not_met") and done:
        return DONE, f"It was done on {words.day(done)}, {_late(duty['days_over'])}."
    if status == "met":
        return WITHDRAWN, f"The record now says it was done in time, on {words.day(done)}."
    if status == "due":
        return WITHDRAWN, f"The days were corrected: it is due by {words.day(duty['due_on'])}."
    return CEASED, f"{_OVER.get(duty['kind']) or _OVER.get(status, 'What it was owed for ended')} on {words.day(closed)}."


_OVER = {
    "question": "What it asks about ended",
    "overdue": "It was not done. What it was owed for ended",
    "not_met": "It was so until it ended",
}
"""What is over and was not done in time, in words: of a question, by its kind; of a duty, by its status."""


def _late(days: int) -> str:
    return f"{words.count(days, 'day')} late" if days else "hours late"


# ---------------------------------------------------------------------------------------------------------------- MATCHING


@dataclass(frozen=True)
class Pass:
    """One likeness: a shortfall and a duty that have these in common are the same, in order of the day due.

    `beside`: of people who are or were one, whichever of them it is. `only_open`: duties that are kept do not count.
    `only_undecided`: shortfalls that were decided do not count, lest what is new be hidden behind them.
    """

    alike: tuple[str, ...]
    only_open: bool = False
    beside: bool = False
    only_undecided: bool = False


PASSES = (
    Pass(("trigger", "opened_on", "due_on")),
    Pass(("trigger", "opened_on"), only_open=True),
    Pass(("trigger", "due_on"), only_open=True),
    Pass(("trigger",), only_open=True),
    Pass(("opened_on", "due_on"), only_open=True),
    Pass(("trigger", "opened_on", "due_on"), beside=True),
    Pass(("trigger",), only_open=True, beside=True),
    Pass(("trigger", "opened_on")),
    Pass(("trigger", "due_on")),
    Pass(("trigger",)),
    Pass(("opened_on", "due_on")),
    Pass(("source",), only_open=True, only_undecided=True),
    Pass(("in_turn",), only_open=True, only_undecided=True),
)
"""The surest first. What is still open comes before what was kept: nobody is told again of what they know. The last but one: of
rows of one fed source, one is gone and another has come in the same night, as where it corrects a day. The last: of what is
owed again and again, it is owed from before, as where the visit it was reckoned from is found to have been none."""

AGAIN = (
    Pass(("trigger", "opened_on", "due_on")),
    Pass(("trigger", "due_on")),
    Pass(("opened_on", "due_on")),
    Pass(("trigger", "due_on"), beside=True),
)  # fmt: skip


def match(shortfalls: list, duties: list[dict], one: Mapping[str, str], passes=PASSES) -> tuple[list, list, list]:
    """Pairs of shortfall and duty; the shortfalls and the duties that are left."""
    pairs = []
    for each in passes:
        found = _pair(shortfalls, duties, each, one)
        if found:
            pairs += found
            taken = {id(thing) for pair in found for thing in pair}
            shortfalls = [each for each in shortfalls if id(each) not in taken]
            duties = [each for each in duties if id(each) not in taken]
    return pairs, shortfalls, duties


def _pair(shortfalls: list, duties: list[dict], by: Pass, one: Mapping[str, str]) -> list[tuple]:
    waiting = defaultdict(list)
    for duty in sorted(duties, key=lambda each: (each["due_on"], each["opened_on"], each["trigger"])):
        if is_open(duty) or not by.only_open:
            waiting[_key(duty.__getitem__, by, one)].append(duty)
    found = []
    for shortfall in sorted(shortfalls, key=lambda each: (each.due_on, each.opened_on, each.pk or 0)):
        key = _key(shortfall.__getattribute__, by, one)
        if None not in key and waiting.get(key) and not (by.only_undecided and shortfall.ended_on):
            found.append((shortfall, waiting[key].pop(0)))
    return found


def _key(get: Callable, by: Pass, one: Mapping[str, str]) -> tuple:
    subject = get("subject_id")
    if by.beside:
        subject = one.get(subject)
    return get("standard"), get("subject_type"), subject, *(_alike(get, name) for name in by.alike)


def _alike(get: Callable, name: str):
    match name:
        case "source":
            return source_of(get("trigger"))
        case "in_turn":
            return is_in_turn(get("standard")) or None
    return get(name)


@cache
def is_in_turn(standard_id: str) -> bool:
    """Whether one of its duties begins with what met the one before it, so that a subject has one open at a time."""
    return any(isinstance(each.rule, Every) for each in by_id(standard_id))


def source_of(trigger: str) -> str | None:
    """The fed source a trigger is a row of; None of what was typed here."""
    return trigger.rpartition(" key ")[0] or None if trigger.startswith("fed ") else None
