"""The agenda of a supervision, already written: of each child one line, and about three to think about in depth, with why.

The order is that of the reasons, and nothing else: whoever reads it can see why a child stands where it does. Only
children whose records both of the two may open are on it: of others nothing is said, nor how many they are.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from goldenthread.check.words import count, lower
from goldenthread.oversight import here
from goldenthread.oversight.agreed import AgreedAction, History, histories
from goldenthread.oversight.coming import Coming, coming
from goldenthread.oversight.models import Answer, Shortfall, Telling
from goldenthread.oversight.models.shortfalls import GRAVITY
from goldenthread.oversight.sentences import in_short
from goldenthread.oversight.supervised import SupervisionDays, supervised, supervision_days
from goldenthread.record import access, caseload
from goldenthread.record.known import end_of
from goldenthread.record.models import HouseholdMember, Person
from goldenthread.record.seeing import Owed, Seeing, seeing_all, standards_of_visits
from goldenthread.record.story import Moment, Reader, lines, reader_of
from goldenthread.standards.language.needed import rises
from goldenthread.standards.language.standard import Severity, Standard
from goldenthread.workforce.models import Worker

SOON = dt.timedelta(weeks=4)
"""What falls due within this is coming."""

FARTHEST = dt.timedelta(weeks=12)
"""What changed longer ago than this is not told again, though the child was not discussed since."""

CHOSEN = 3
"""About so many are thought about in depth."""

MOST = 40
"""So many children at most are on one agenda: of a manager's, those most in need of thought."""

REASONS = ("danger", "unanswered", "missed", "rising", "serious", "slipped", "never", "long ago", "late", "question", "new")
"""Why a child should be thought about, the most pressing first."""


@dataclass(frozen=True)
class Reason:
    """Why a child should be thought about: one of REASONS, and in words."""

    name: str
    words: str


@dataclass(frozen=True)
class Late:
    """One open shortfall: what, in a few words, for how many days, and what somebody last decided about it."""

    shortfall: Shortfall
    what: str
    days: int
    answer: Answer | None = None


@dataclass
class ChildLine:
    """One child. `late`: what speaks, dangers first; `silent`: how many more are open that do not. `changed`: since last
    discussed. `history`: what supervision has said. `together`: the brothers and sisters on the agenda."""

    child: Person
    seeing: Seeing
    history: History
    late: list[Late] = field(default_factory=list)
    silent: int = 0
    coming: list[Coming] = field(default_factory=list)
    changed: list[Moment] = field(default_factory=list)
    held_since: dt.date | None = None
    reasons: list[Reason] = field(default_factory=list)
    together: list[Person] = field(default_factory=list)
    told_on: dt.date | None = None

    @property
    def dangers(self) -> list[Late]:
        """What is a danger to the child now."""
        return [each for each in self.late if each.shortfall.is_danger]

    @property
    def missed(self) -> int:
        """How many visits were missed: tried in vain since the child was last seen, or else past their day."""
        return len(self.seeing.tried) or int(bool(self.visits_over))

    @property
    def visits_over(self) -> list[Owed]:
        """The visits past their day, as far as the record would know."""
        return [each for each in self.seeing.owed if each.is_overdue and each.what != "bedroom"]

    @property
    def is_never(self) -> bool:
        """Whether the child was never discussed in supervision, as far as the record knows."""
        return self.history.last_on is None

    @property
    def agreed(self) -> list[AgreedAction]:
        """The actions to speak of: those not done, and those done since the child was last discussed."""
        last = self.history.last_on or dt.date.min
        return [each for each in self.history.agreed if not each.is_done or (each.done or each.on) >= last]


@dataclass(frozen=True)
class Agenda:
    """The agenda of a worker's supervision on a day: a line for each child, the one most in need of thought first.

    `more`: how many children besides. `workers`: of a manager, how the supervision of their own workers stands.
    """

    worker: Worker
    day: dt.date
    lines: list[ChildLine]
    suggested: list[ChildLine]
    more: int = 0
    workers: tuple[SupervisionDays, ...] = ()

    @property
    def workers_overdue(self) -> list[SupervisionDays]:
        """Of a manager's own workers, those whose supervision is past its day."""
        return [each for each in self.workers if each.is_overdue]

    @property
    def never(self) -> int:
        """How many of the children were never discussed."""
        return sum(line.is_never for line in self.lines)


def agenda(by: Worker, worker: Worker, day: dt.date, other: Worker | None = None) -> Agenda:
    """The agenda of a worker's supervision, as one of the two reads it. `other`: the other of the two, where the worker reads.

    Of a manager: the children put before them, those they hold themselves, and their own workers' supervision.
    A fixed number of queries, however many children there are.
    """
    mine = held_together(by, worker, other)
    since = _held_since(worker, list(mine))
    if not worker.kind_of_role.decides:
        found = child_lines(by, list(mine), day, since)
        return Agenda(worker, day, found, suggest(found))
    told = _put_before(worker, day)
    up = [child for child in _both_may_see(by, worker, other, told) if child not in mine]
    first = _pressing(up, told)[:MOST]
    found = child_lines(by, [*mine, *first], day, since, {pk: put.on for pk, put in told.items() if not put.is_answered})
    more = len(mine) + len(up) - len(found[:MOST])
    return Agenda(worker, day, found[:MOST], suggest(found), more, tuple(supervision_days(supervised(worker, day), day)))


def _pressing(children: Iterable[Person], told: dict[int, "_Put"]) -> list[Person]:
    """In the order in which they press: those in danger, then those whose escalation waits unanswered, the longest first. No
    more of hundreds need be read than are on the agenda. One query."""
    children = list(children)
    open_now = Shortfall.objects.speaking().filter(is_danger=True, person__in=[child.pk for child in children])
    in_danger = set(open_now.values_list("person", flat=True))
    return sorted(children, key=lambda child: (
        child.pk not in in_danger, told[child.pk].is_answered, told[child.pk].on, child.pk,
    ))  # fmt: skip


def held_together(by: Worker, worker: Worker, other: Worker | None = None) -> dict[Person, tuple[str, ...]]:
    """The children the worker holds whose records both of the two may open. Two queries."""
    mine = caseload.held(worker)
    seen = {child.pk for child in _both_may_see(by, worker, other, [child.pk for child in mine])}
    return {child: how for child, how in mine.items() if child.pk in seen}


def _both_may_see(by: Worker, worker: Worker, other: Worker | None, pks: Iterable[int]) -> list[Person]:
    """Those of these children whose records everyone of the two, and the reader, may open."""
    seen = Person.objects.filter(pk__in=list(pks))
    for each in {each.pk: each for each in (by, worker, other) if each}.values():
        seen = seen.filter(pk__in=access.children(each).filter(pk__in=list(pks)).values("pk"))
    return list(seen)


class _Put(NamedTuple):
    """That something open of a child was put before a manager: on which day first, and whether all of it was answered."""

    on: dt.date
    is_answered: bool


def _put_before(manager: Worker, day: dt.date) -> dict[int, _Put]:
    """What was put before this manager, by the child's id."""
    answered = Answer.objects.filter(shortfall=OuterRef("shortfall"), on__gte=OuterRef("on"))
    rows = Telling.objects.filter(worker=manager, on__lte=day, shortfall__ended_on=None, shortfall__speaks=True)
    rows = rows.exclude(shortfall__person=None).annotate(is_answered=Exists(answered)).order_by("-is_answered", "-on")
    found: dict[int, _Put] = {}
    for person, on, is_answered in rows.values_list("shortfall__person_id", "on", "is_answered"):
        found[person] = _Put(on, is_answered)  # what is not answered comes last, and of that the oldest
    return found


def child_lines(
    by: Worker, children: Sequence[Person], day: dt.date, since: dict[int, dt.date], told: dict[int, dt.date] | None = None
) -> list[ChildLine]:  # fmt: skip
    """A line for each of these children, in order. `since`: when each began to be held; `told`: when an escalation reached
    whoever is supervised and was not answered."""
    if not children:
        return []
    reader = reader_of(by, children)
    said, seen = histories(reader, children, day), seeing_all(children, as_at=day)
    late, soon = _late(children, day), coming(children, day, day + SOON, here.speaks)
    changed, together = _changed(reader, children, said, day), _together(children)
    found = []
    for child in children:
        loud = [each for each in late.get(child.pk, []) if each.shortfall.speaks]
        line = ChildLine(
            child, seen[child.pk], said[child.pk], loud, len(late.get(child.pk, [])) - len(loud), soon[child.pk],
            changed.get(child.pk, []), since.get(child.pk), together=together.get(child.pk, []),
            told_on=(told or {}).get(child.pk),
        )  # fmt: skip
        line.reasons = sorted(reasons(line, day), key=lambda reason: REASONS.index(reason.name))
        found.append(line)
    return sorted(found, key=_order)


def _order(line: ChildLine) -> tuple:
    """By the reasons, the most pressing first; then whoever was discussed longest ago."""
    why = [*(REASONS.index(each.name) for each in line.reasons), len(REASONS)]
    return why, line.history.last_on or dt.date.min, line.child.pk


def suggest(found: Sequence[ChildLine]) -> list[ChildLine]:
    """About three to think about in depth: the first in order; but one place is kept for the child not talked about for
    longest, for quiet children too are thought about. Of brothers and sisters one stands for all."""
    quiet = [line for line in found if any(reason.name in ("never", "long ago") for reason in line.reasons)]
    longest = sorted(quiet, key=lambda line: line.history.last_on or dt.date.min)
    chosen: list[ChildLine] = []
    for line in found:
        _add(chosen, line, CHOSEN - 1)
    for line in (*longest, *found):
        _add(chosen, line, CHOSEN)
    return chosen


def _add(chosen: list[ChildLine], line: ChildLine, most: int) -> None:
    """Choose one more, where there is a reason, and no brother or sister is chosen."""
    if line.reasons and len(chosen) < most and not any(line.child in (each.child, *each.together) for each in chosen):
        chosen.append(line)


# ------------------------------------------------------------------------------------------------------------- GATHERED


def _held_since(worker: Worker, children: Sequence[Person]) -> dict[int, dt.date]:
    rows = access.current(worker=worker, state="accepted", person__in=[child.pk for child in children])
    return dict(rows.order_by("-started_on").values_list("person_id", "started_on"))


def _late(children: Sequence[Person], day: dt.date) -> dict[int, list[Late]]:
    """What is open of each child, dangers first, then by severity, then the longest. Two queries."""
    rows = list(Shortfall.objects.open().filter(person__in=[child.pk for child in children]).exclude(standard="case-supervision"))
    answers = {each.shortfall_id: each for each in Answer.objects.filter(shortfall__in=rows).order_by("pk")}
    found: dict[int, list[Late]] = {}
    for row in sorted(rows, key=lambda row: (not row.is_danger, not row.speaks, GRAVITY.index(row.severity), row.due_on, row.pk)):
        late = Late(row, in_short(here.standard(row.standard), row), row.days_over(day), answers.get(row.pk))
        found.setdefault(row.person_id, []).append(late)
    return found


def _changed(reader: Reader, children: Sequence[Person], said: dict[int, History], day: dt.date) -> dict[int, list[Moment]]:
    """What others wrote, or a feed brought, since each child was last discussed: what matters most first."""
    farthest = day - FARTHEST
    since = {child.pk: max(said[child.pk].last_on or farthest, farthest) for child in children}
    longest = min(since.values())
    news = lines(reader, since=end_of(longest), after=longest)
    return {
        pk: sorted((each for each in found if _is_news(each, since[pk], day)), key=_weight)
        for pk, found in news.items() if pk in since
    }  # fmt: skip


def _is_news(moment: Moment, since: dt.date, day: dt.date) -> bool:
    """Said after a day; of a fed row, of something that happened, began or ended after it: a first feed is no news."""
    if moment.gone or moment.withdrawn or moment.kind == "case_supervision" or not since < moment.said_at.date() <= day:
        return False
    return moment.entry is not None or since < (moment.ended or moment.day) <= day


def _weight(moment: Moment) -> tuple:
    return moment.significance != "key", -moment.day.toordinal(), moment.key


def _together(children: Sequence[Person]) -> dict[int, list[Person]]:
    """Of each child, those of these who live in the same household now. One query."""
    by_pk, homes = {child.pk: child for child in children}, {}
    for home, pk in HouseholdMember.objects.filter(person__in=by_pk, ended_on=None).values_list("household_id", "person_id"):
        homes.setdefault(home, set()).add(pk)
    return {
        child.pk: [by_pk[pk] for pk in sorted({pk for home in homes.values() if child.pk in home for pk in home} - {child.pk})]
        for child in children
    }


# -------------------------------------------------------------------------------------------------------------- REASONS


def reasons(line: ChildLine, day: dt.date) -> Iterator[Reason]:
    """Why this child should be thought about, in words."""
    last = line.history.last_on
    if line.dangers:
        yield Reason("danger", f"A danger is open: {lower(line.dangers[0].what)}")
    if line.told_on:
        yield Reason("unanswered", f"Put before them {_ago(line.told_on, day)}, and not answered yet")
    missed = _missed(line, last, day)
    if missed:
        yield Reason("missed", missed)
    yield from _of_late(line, day, {each.id for each in standards_of_visits()} if missed else set())
    if slipped := line.history.slipped(day):
        often = max(each.times for each in slipped)
        more = f", agreed {often} times" if often > 1 else ""
        yield Reason("slipped", f"{count(len(slipped), 'action')} agreed {'has' if len(slipped) == 1 else 'have'} slipped{more}")
    yield from _of_time(line, last, day)


def _missed(line: ChildLine, last: dt.date | None, day: dt.date) -> str:
    """A visit missed since the child was last discussed: tried in vain, or its day past."""
    tried = [each for each in line.seeing.tried if last is None or each.day > last]
    late = [each for each in line.visits_over if last is None or each.due_on >= last]
    if tried and len(line.seeing.tried) > 1:
        return f"{_nth(len(line.seeing.tried))} visit at which the child was not seen, not talked about"
    if tried:
        return "A visit at which the child was not seen, not talked about"
    if late:
        return f"A visit missed, {_for(late[0].due_on, day)} past its day, not talked about"
    return ""


def _of_late(line: ChildLine, day: dt.date, said: set[str]) -> Iterator[Reason]:
    """What is asked or late; `said`: standards of which enough is said already."""
    asked = [each for each in line.late if each.shortfall.kind == "question" and not each.shortfall.is_danger]
    rising = [each for each in asked if _is_rising(here.standard(each.shortfall.standard))]
    late = [each for each in line.late if each.shortfall.kind == "duty" and not each.shortfall.is_danger]
    late = [each for each in late if each.shortfall.standard not in said]
    serious = [each for each in late if each.shortfall.severity == Severity.CRITICAL]
    if rising:
        yield Reason("rising", f"Risk may be rising: {lower(rising[0].what)}")
    if serious:
        yield Reason("serious", f"{serious[0].what}: {_for(serious[0].shortfall.due_on, day)} late")
    elif late:
        longest = max(late, key=lambda each: each.days)
        words = f"{longest.what}: {_for(longest.shortfall.due_on, day)} late"
        yield Reason("late", words if len(late) == 1 else f"{len(late)} things late, the longest {lower(words)}")
    if asked and not rising:
        yield Reason("question", asked[0].what)


def _of_time(line: ChildLine, last: dt.date | None, day: dt.date) -> Iterator[Reason]:
    limit = here.standard("case-supervision").limit
    since = line.held_since
    if last is None and since and limit.due_on(since) >= day:
        yield Reason("new", f"New: held for {_for(since, day)}, not talked about yet")
    elif last is None:
        yield Reason("never", "Never discussed in supervision, as far as the record knows")
    elif limit.due_on(last) < day:
        yield Reason("long ago", f"Not discussed for {_for(last, day)}")


def _is_rising(standard: Standard | None) -> bool:
    """Whether a question is of something that happens more often than in the child's own past."""
    return standard is not None and any(rises(noun) for noun in standard.rule.nouns())


def _for(since: dt.date, day: dt.date) -> str:
    """11 weeks; 5 days; 8 months."""
    days = (day - since).days
    if days >= 180:
        return count(days * 12 // 365, "month")
    return count(days // 7, "week") if days >= 14 else count(max(days, 1), "day")


def _ago(on: dt.date, day: dt.date) -> str:
    return "today" if on >= day else f"{_for(on, day)} ago"


def _nth(number: int) -> str:
    return ("First", "Second", "Third", "Fourth", "Fifth")[number - 1] if number <= 5 else f"{number}th"
