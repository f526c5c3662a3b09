"""What a reviewing officer or conference chair has to see to: the children they review, and what needs them first.

What falls due is the book's own, judged on the child's facts; what is past its day is a shortfall. The rest is read from the
minutes: what was agreed and whether it happened, wishes and what was done with each, sections that were left empty.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings

from goldenthread.oversight import disputing, here, sight
from goldenthread.oversight.coming import Coming, coming
from goldenthread.oversight.disputes import OFFICER
from goldenthread.oversight.disputing import Dispute
from goldenthread.oversight.minutes import AgreedAtMeeting, Meeting, left_empty, meeting
from goldenthread.oversight.models import Shortfall
from goldenthread.oversight.wishes import WISH, Wish, from_written, meetings
from goldenthread.record import access
from goldenthread.record.known import KnownFact, facts_of
from goldenthread.record.models import Allocation, Person
from goldenthread.record.story import Reader, Written, lines_of, read_lines, reader_of
from goldenthread.standards.catalogue.words import CONFERENCE_CHAIR, IRO_SERVICE
from goldenthread.workforce.models import Worker

REVIEWS = {"reviewing_officer": ("looked_after_review",), "conference_chair": ("review_conference", "initial_conference")}
"""The kinds of minutes that are theirs, by capacity; the first is the next one to be held."""

HELD = {"reviewing_officer": ("review",), "conference_chair": ("review_conference", "initial_conference")}
"""The nouns of these on the thread: of some there are no minutes here."""

CHECKS = {"reviewing_officer": "iro_check", "conference_chair": "chair_check"}
"""The kind of entry in which they say what they looked at, or whom they spoke with, between reviews."""

NEXT = frozenset({"review", "review_conference", "initial_conference"})
"""The nouns of what an officer or a chair holds."""

THEIR_OWN = (IRO_SERVICE, CONFERENCE_CHAIR)
"""Who is responsible, where that is an officer or a chair: nobody disputes their own duty."""

SPOKEN = ("seen", "spoke")
"""What a check says where the officer saw, or spoke with, the child."""

WATCHED = frozenset({
    "review", "review_decisions", "review_record", "iro_contact", "initial_conference", "review_conference", "chair_check",
    "core_group", "conference_report_shared",
})  # fmt: skip
"""The nouns whose coming they watch: reviews, conferences, core groups, reports shared, and their own checks."""

PLANS = {"reviewing_officer": "care_plan", "conference_chair": "protection_plan"}
"""The kind of the plan that is reviewed."""

READ = ("core_group", "case_supervision", *CHECKS.values(), *PLANS.values(), WISH)
"""The kinds that are read besides the minutes themselves."""

SOON, AHEAD = dt.timedelta(days=28), dt.timedelta(days=200)
"""A review is prepared from so many days before; and what is due is looked for so far ahead, further than any interval."""


@dataclass(frozen=True)
class Reviewed:
    """One child, as their reviewing officer or conference chair needs to see them on a day.

    `capacities`: of whoever looks, those in which they hold the child. `last_on`: the day of the last review of any source.
    `spoken_on`: the last day the officer saw or spoke with the child. `checked_on`, `core_group_on`, `report_on`: of the last
    check on the plan, core group, report shared with the parents. `plan_lacks`: what the plan leaves out. `past`: shortfalls
    of reviews and checks; `others`: every other that speaks. `coming`: what is due.
    """

    child: Person
    capacities: tuple[str, ...]
    day: dt.date
    last: Meeting | None
    last_on: dt.date | None
    spoken_on: dt.date | None
    checked_on: dt.date | None
    core_group_on: dt.date | None
    report_on: dt.date | None = None
    plan_lacks: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()
    past: tuple[Shortfall, ...] = ()
    others: tuple[Shortfall, ...] = ()
    coming: tuple[Coming, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @property
    def next(self) -> Coming | None:
        """The next review or conference, where one is owed."""
        return next((each for each in self.coming if _expected(each.standard) & NEXT), None)

    @property
    def spoken(self) -> bool:
        """Whether the officer has seen or spoken with the child since the last review."""
        return self.spoken_on is not None and (self.last_on is None or self.spoken_on > self.last_on)

    @property
    def review_past(self) -> Shortfall | None:
        """The review or conference that is past its day."""
        return next((each for each in self.past if watched()[each.standard] & NEXT), None)

    @property
    def is_near(self) -> bool:
        """Whether the next review is so near that it is to be prepared, or past its day."""
        return self.review_past is not None or (self.next is not None and self.next.due_on <= self.day + SOON)

    @property
    def passed_over(self) -> list[Wish]:
        """The wishes that a meeting has passed over."""
        return [each for each in self.wishes if each.is_unanswered and each.passed_over]

    @property
    def undone(self) -> list[AgreedAtMeeting]:
        """What the last review agreed, that should have happened by now and has not."""
        return self.last.undone(self.day) if self.last else []

    @property
    def disputable(self) -> list[Shortfall]:
        """What was not done in time, but for what officers and chairs owe themselves."""
        return [each for each in (*self.past, *self.others) if each.responsible not in THEIR_OWN]

    @property
    def starts(self) -> str:
        """The kind of minutes that the next review of this child is."""
        mine = [REVIEWS[each][0] for each in self.capacities if each in REVIEWS]
        expected = _expected(self.next.standard) if self.next else set()
        if "looked_after_review" in mine and (len(mine) == 1 or "review_conference" not in expected):
            return "looked_after_review"
        return mine[0] if len(mine) == 1 else "review_conference"

    @property
    def _waits(self) -> tuple[bool, ...]:
        """What needs the officer, first a danger, then a review past its day, a wish passed over, an answer to take up."""
        return (
            any(each.is_danger for each in self.others), bool(self.past), bool(self.passed_over),
            any(each.stage.waits_for == OFFICER for each in self.disputes), self.is_near and not self.spoken,
            bool(self.others), bool(self.undone), bool(self.last and self.last.empty),
        )  # fmt: skip

    @property
    def order(self) -> tuple:
        """By what needs the officer first, then by the day of the next review, then by name."""
        first = next((place for place, waits in enumerate(self._waits) if waits), len(self._waits))
        return first, self.next.due_on if self.next else dt.date.max, self.child.surname, self.child.forename, self.child.pk

    @property
    def needs(self) -> bool:
        """Whether something waits for the officer now."""
        return any(self._waits)


def reviewed_by(by: Worker, day: dt.date) -> dict[Person, tuple[str, ...]]:
    """The children this worker reviews, or whose conferences they chair, with the capacities. One query."""
    rows = access.current(worker=by, state="accepted", capacity__in=access.OFFICERS, started_on__lte=day)
    rows = rows.filter(person__in=access.children(by).values("pk")).select_related("person")
    found: dict[Person, tuple[str, ...]] = {}
    for row in rows.order_by("person__surname", "person__forename", "person_id"):
        found[row.person] = (*found.get(row.person, ()), row.capacity)
    return found


def capacities_for(by: Worker, child: Person, day: dt.date) -> tuple[str, ...]:
    """In which of these capacities the child is reviewed by anyone; of the worker themselves, where they do."""
    mine = reviewed_by(by, day).get(child)
    if mine:
        return mine
    held = Allocation.objects.filter(person=child, capacity__in=access.OFFICERS, state="accepted", ended_on=None)
    found = dict.fromkeys(held.order_by("pk").values_list("capacity", flat=True))
    return tuple(found) or _by_facts(child, day)


def _by_facts(child: Person, day: dt.date) -> tuple[str, ...]:
    open_now = {fact.noun for fact in facts_of([child], ["looked_after", "protection_plan"])[child.pk]
                if fact.started_on <= day and (fact.ended_on is None or fact.ended_on > day)}  # fmt: skip
    found = [capacity for noun, capacity in (("looked_after", "reviewing_officer"), ("protection_plan", "conference_chair"))
             if noun in open_now]  # fmt: skip
    return tuple(found) or ("reviewing_officer",)


def every_reviewed(by: Worker, day: dt.date) -> list[Reviewed]:
    """Every child this worker reviews, whoever needs them first. As many queries for many children as for one."""
    return sorted(reviewed(by, reviewed_by(by, day), day), key=lambda each: each.order)


def reviewed(by: Worker, children: dict[Person, tuple[str, ...]], day: dt.date) -> list[Reviewed]:
    """These children, in the capacities given, as this worker may see them."""
    persons = list(children)
    reader = reader_of(by, persons)
    kinds_read = {*meetings(), *(name for names in REVIEWS.values() for name in names), *READ}
    lines = lines_of(reader).filter(entry__kind__in=kinds_read, entry__withdrawn_at=None, began_on__lte=day)
    written = defaultdict(list)
    for each in read_lines(reader, lines):
        written[each.person].append(each)
    wishes = from_written(reader, [each for of_one in written.values() for each in of_one], day)
    facts = facts_of(persons, WATCHED)
    due = coming(persons, day, day + AHEAD, speaks=lambda standard: standard in watched())
    past, others = _shortfalls(by, persons)
    at_odds = defaultdict(list)
    for each in disputing.seen_by(by, day, persons):
        for child in each.children if each.is_open else ():
            at_odds[child.pk].append(each)
    found = []
    for child, capacities in children.items():
        said, known = written[child.pk], facts.get(child.pk, [])
        last, last_on = _last(reader, said, known, capacities, day)
        found.append(Reviewed(
            child, capacities, day, last, last_on, **_between(said, known, day), plan_lacks=_lacks(said, capacities),
            wishes=tuple(wishes.get(child.pk, ())), past=tuple(past[child.pk]), others=tuple(others[child.pk]),
            coming=tuple(due.get(child.pk, ())), disputes=tuple(at_odds[child.pk]),
        ))  # fmt: skip
    return found


@cache
def _watched(path: str) -> dict[str, frozenset[str]]:
    """The same, kept by the file that the book is set by."""
    found = {each.id: _expected(each) for each in here.standards() if each.in_force and each.kind == "duty"}
    return {standard: nouns for standard, nouns in found.items() if nouns & WATCHED}


def watched() -> dict[str, frozenset[str]]:
    """The standards that expect something an officer or a chair watches, with the nouns they expect."""
    return _watched(settings.STANDARDS)


def _expected(standard) -> frozenset[str]:
    expect = getattr(standard.rule, "expect", None)
    return frozenset(part.name for part in expect.parts()) if expect else frozenset()


def _shortfalls(by: Worker, persons: Sequence[Person]) -> tuple[dict, dict]:
    """The open shortfalls of each child: of what is watched, whether it speaks or not; and every other that speaks."""
    past, others = defaultdict(list), defaultdict(list)
    for each in sight.shortfalls(by).open().filter(person__in=persons).order_by("-is_danger", "due_on", "pk"):
        if each.standard in watched():
            past[each.person_id].append(each)
        elif each.speaks:
            others[each.person_id].append(each)
    return past, others


def _between(written: Iterable[Written], facts: Iterable[KnownFact], day: dt.date) -> dict[str, dt.date | None]:
    """When the officer last spoke with the child or checked on the plan, and when the core group last met."""
    spoken = [each.told.day("checked") for each in written if each.told.get("what") in SPOKEN and each.kind.name == "iro_check"]
    return {
        "spoken_on": max(spoken, default=None),
        "checked_on": _latest(facts, day, "iro_contact", "chair_check"),
        "core_group_on": _latest(facts, day, "core_group"),
        "report_on": _latest(facts, day, "conference_report_shared"),
    }


def _lacks(written: Iterable[Written], capacities: Sequence[str]) -> tuple[str, ...]:
    """What the plan that is reviewed leaves out; of one the reader does not wholly see, nothing is said."""
    names = {PLANS[capacity] for capacity in capacities}
    plans = [each for each in written if each.kind.name in names and each.entry.ended_on is None and each.whole]
    newest = max(plans, key=lambda each: (each.entry.began_on, each.entry.pk), default=None)
    return tuple(left_empty(newest.kind, newest.told)) if newest else ()


def _latest(facts: Iterable[KnownFact], day: dt.date, *nouns: str) -> dt.date | None:
    return max((fact.started_on for fact in facts if fact.noun in nouns and fact.started_on <= day), default=None)


def _last(
    reader: Reader, written: Sequence[Written], facts: Iterable[KnownFact], capacities: Sequence[str], day: dt.date
) -> tuple[Meeting | None, dt.date | None]:
    """The minutes of the last review or conference, and its day, though it was fed without minutes."""
    names = {name for capacity in capacities for name in REVIEWS.get(capacity, ())}
    nouns = {noun for capacity in capacities for noun in HELD.get(capacity, ())}
    minutes = [each for each in written if each.kind.name in names]
    last_on = _latest(facts, day, *nouns)
    if not minutes:
        return None, last_on
    last = max(minutes, key=lambda each: (each.told.day(each.kind.happened), each.entry.pk))
    return meeting(reader, last, written), last_on or last.told.day(last.kind.happened)
