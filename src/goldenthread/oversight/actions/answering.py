"""What somebody decides about a child's shortfalls. None of it stops the legal clock; what is asked of others goes up at once."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from django.utils import timezone

from goldenthread.check import words
from goldenthread.codes.calendar import add_working_days
from goldenthread.oversight import cards, here, sight
from goldenthread.oversight.holders import Holders, begins
from goldenthread.oversight.ladder import DIRECTOR, OUT_OF_HOURS, WORKER
from goldenthread.oversight.models import Answer, Shortfall
from goldenthread.oversight.telling import rung, tell
from goldenthread.record.access import Denied
from goldenthread.record.actions.language import Act, action
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Worker

GIVEN = ("act", "help", "waiting", "exception", "wrong", "done")
"""The kinds of answer that anybody in line may give; whether an exception is agreed, only whoever stands above."""

NEEDS = {
    "act": {"what": "Say what will be done.", "who": "Say who will do it.", "by_when": "Say by when."},
    "help": {"what": "Say what you need, so that whoever reads it can help."},
    "waiting": {"who": "Name the partner: a person or a service.", "by_when": "Say until when you wait for them."},
    "exception": {"provision": "Say which provision applies, with the law that says so."},
    "wrong": {"what": "Say what is wrong, and what is to be corrected."},
    "done": {"what": "Say what you looked into, and what was decided."},
}
"""What each kind of answer cannot do without."""

LENGTHS = {"who": 200, "provision": 300}


@dataclass(frozen=True)
class Typed:
    """An answer as it was typed, trimmed."""

    kind: str
    what: str
    who: str
    by_when: dt.date | None
    provision: str
    cause: str


def may_end(shortfall: Shortfall, step: int) -> bool:
    """Whether a decision made at a step ends it alone: of a question, or an event that must never be and was; by the person
    responsible, or above. What asks a manager to decide is not decided for the manager by whoever holds the child."""
    by_deciding = shortfall.kind == "question" or here.ends_by_deciding(shortfall.standard)
    return by_deciding and _height(step) >= begins(shortfall)


def longest(shortfalls: Sequence[Shortfall], day: dt.date, step: int | None = None) -> dt.date:
    """The last day until which an answer may keep all of these quiet; from a step, no longer for being given again."""
    quiet = here.ladder().quiet
    ends = [add_working_days(day, quiet[rung(each)]) for each in shortfalls]
    if step is not None:
        ends += [add_working_days(decided, quiet[rung(each)]) for each, decided in _decided_before(shortfalls, day, step)]
    return min(ends)


def _decided_before(shortfalls: Sequence[Shortfall], day: dt.date, step: int) -> Iterator[tuple[Shortfall, dt.date]]:
    """Of each that was put off already, at this step or above, since when."""
    for each, state in cards.states(shortfalls, day):
        if state and state.decided and step <= state.decided[1]:
            yield each, state.decided[0]


@action("shortfall.answer")
def answer(
    *, by: Worker, shortfalls: Sequence[Shortfall], kind: str, day: dt.date, what: str = "", who: str = "",
    by_when: dt.date | None = None, provision: str = "", cause: str = "",
) -> Act:  # fmt: skip
    """Answer one or more shortfalls of one child (or worker); the Answers. Given twice on a day, it is written once.

    `act`: what, who, by_when · `help`: what · `waiting`: who, by_when · `exception`: provision · `wrong`: what ·
    `done`: what, where a decision alone ends it. Denied; Unfit with every fault.
    """
    given = Typed(kind, what.strip(), who.strip(), by_when, provision.strip(), cause)
    rows, holders = _of_one(shortfalls), Holders(day)
    steps = {each.pk: sight.check_answer(by, each, day, holders) for each in rows}
    before = _same_before(by, rows, given, day)
    if before:
        return Act("answer", before[0].pk, _people(rows), result=before)
    faults = list(_faults(rows, given, day, steps))
    if faults:
        raise Unfit(faults)
    return _write(by, rows, given, day, steps)


def _of_one(shortfalls: Sequence[Shortfall]) -> list[Shortfall]:
    """These, as they are now, and held until this is done; Unfit."""
    ids = [each.pk for each in shortfalls]
    held = Shortfall.objects.select_for_update(of=("self",)).filter(pk__in=ids)
    rows = list(held.select_related("person", "worker").order_by("pk"))
    if not rows:
        raise Unfit([Fault("shortfalls", "Choose at least one.")])
    if len({(each.subject_type, each.person_id or each.subject_id) for each in rows}) > 1:
        raise Unfit([Fault("shortfalls", "One answer is about one child. Answer for each.")])
    if any(each.ended_on for each in rows):
        raise Unfit([Fault("shortfalls", "One of these has ended: nothing is to be answered any more.")])
    return rows


def _same_before(by: Worker, rows: Sequence[Shortfall], given: Typed, day: dt.date) -> list[Answer]:
    """The same answer by the same worker on the same day, to all of these, where it is the last that was said of them."""
    last = {each.pk: each.answers.order_by("at", "pk").last() for each in rows}
    found = [each for each in last.values() if each and each.by_id == by.pk and each.on == day and _as_typed(each) == given]
    return found if len(found) == len(rows) else []


def _as_typed(row: Answer) -> Typed:
    return Typed(row.kind, row.what, row.who, row.by_when, row.provision, row.cause)


def _faults(rows: Sequence[Shortfall], given: Typed, day: dt.date, steps: dict[int, int]) -> Iterator[Fault]:
    if given.kind not in GIVEN or (given.kind == "done" and not all(may_end(each, steps[each.pk]) for each in rows)):
        yield Fault("kind", "Choose one of the answers listed.")
        return
    for name, asked in NEEDS[given.kind].items():
        if not getattr(given, name):
            yield Fault(name, asked)
    for name, length in LENGTHS.items():
        if len(getattr(given, name)) > length:
            yield Fault(name, f"At most {length} characters: say the rest under what.")
    if given.cause not in dict(Answer.CAUSES):
        yield Fault("cause", "Choose one of those listed.")
    if given.kind in ("help", "exception") and DIRECTOR in steps.values():
        yield Fault("kind", "Nobody stands above you in line: say what will be done, or record the exception itself.")
    if given.by_when and given.kind in ("act", "waiting"):
        yield from _days(rows, given.by_when, day, max(steps.values(), key=_height))


def _height(step: int) -> int:
    return WORKER if step == OUT_OF_HOURS else step


def _days(rows: Sequence[Shortfall], by_when: dt.date, day: dt.date, step: int) -> Iterator[Fault]:
    latest = longest(rows, day, step)
    if by_when < day:
        yield Fault("by_when", "This day is past.")
    elif latest < day:
        yield Fault("by_when", "This was put off for as long as it may be. Ask for help, or say what was done.")
    elif by_when > latest:
        yield Fault("by_when", f"At the latest {words.day(latest)}: by then somebody must look at it again.")


def _write(by: Worker, rows: Sequence[Shortfall], given: Typed, day: dt.date, steps: dict[int, int]) -> Act:
    """One row for each, all of the same moment, by which they are known to be of one act; and whoever is asked is told."""
    said = asdict(given) | {"by": by, "at": timezone.now(), "on": day}
    made = [Answer.objects.create(shortfall=each, step=steps[each.pk], **said) for each in rows]
    tell(rows, day)
    return Act("answer", made[0].pk, _people(rows), result=made)


def _people(rows: Sequence[Shortfall]) -> tuple:
    return tuple({each.person_id: each.person for each in rows if each.person_id}.values())


@action("exception.agree")
def agree(
    *, by: Worker, answer: Answer, agreed: bool, day: dt.date, what: str = "", by_when: dt.date | None = None
) -> Act:  # fmt: skip
    """Agree that a lawful exception applies, until a day (at most the ladder's longest), or say why not; the Answers.

    Of all that were answered in the same act, and wait still. Only for somebody above whoever named it. Denied; Unfit.
    """
    rows = _of_one([each.shortfall for each in _of_one_act(answer)])
    waiting = {each.pk: each.answers.order_by("at", "pk").last() for each in rows}
    waiting = {pk: last for pk, last in waiting.items() if last and last.kind == "exception" and last.by_id == answer.by_id}
    rows, holders = [each for each in rows if each.pk in waiting], Holders(day)
    steps = {each.pk: sight.check_answer(by, each, day, holders) for each in rows}
    if not rows:
        raise Unfit([Fault("", "This was answered already.")])
    if any(not can_agree(step, waiting[pk]) for pk, step in steps.items()):
        raise Denied("not above", "Somebody above whoever named the exception agrees to it, or not.")
    faults = list(_faults_of_agreeing(rows, agreed, what.strip(), by_when, day))
    if faults:
        raise Unfit(faults)
    provision = waiting[rows[0].pk].provision
    until = (by_when or longest(rows, day)) if agreed else None
    return _write(by, rows, Typed("agreed" if agreed else "not_agreed", what.strip(), "", until, provision, ""), day, steps)


def can_agree(step: int, exception: Answer) -> bool:
    """Whether somebody who stands at a step may agree to an exception: above whoever named it, in line."""
    return step != OUT_OF_HOURS and step > _height(exception.step)


def _of_one_act(answer: Answer) -> list[Answer]:
    same = Answer.objects.filter(by=answer.by_id, at=answer.at, kind=answer.kind, shortfall__ended_on=None)
    same = same.filter(shortfall__subject_type=answer.shortfall.subject_type, shortfall__subject_id=answer.shortfall.subject_id)
    return list(same.select_related("shortfall"))


def _faults_of_agreeing(
    rows: Sequence[Shortfall], agreed: bool, what: str, by_when: dt.date | None, day: dt.date
) -> Iterator[Fault]:  # fmt: skip
    if not agreed and not what:
        yield Fault("what", "Say why it does not apply, and what you ask for instead.")
    if agreed and by_when and not day <= by_when <= longest(rows, day):
        latest = longest(rows, day)
        yield Fault("by_when", f"Choose a day from today to {words.day(latest)}: by then somebody must look at it again.")
