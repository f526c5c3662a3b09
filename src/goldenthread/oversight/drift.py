"""The drift ledger: what is waiting, since when, at which step, for the authority, a service or a team.

Every number is of children whom the reader may see, and opens them; restricted and sealed records are in none, for
nobody: two readers' numbers laid side by side must not tell that there is one. A reader whose role sees no child's record
gets the authority's numbers, small ones suppressed. Each function asks a fixed number of queries: what is open is read
once for a scope, without its words, and counted here; words are read of those who are shown. Nothing is ranked.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db.models import Count, Min, Q, QuerySet, Sum

from goldenthread.oversight import here
from goldenthread.oversight.counting import MONTHS, first_month
from goldenthread.oversight.models import Delay, MonthlyCount, Reach, Run, Shortfall
from goldenthread.oversight.models.shortfalls import GRAVITY
from goldenthread.oversight.steps import STEPS, by_standard
from goldenthread.oversight.suppression import small
from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.actions.holding import HOLDS
from goldenthread.record.models import Allocation, Block, Person
from goldenthread.standards.language.standard import Standard
from goldenthread.standards.language.verbs import Never
from goldenthread.workforce.models import Team, Worker

READERS = ("team_manager", "service_manager", "head_of_service", "director", "quality_assurance", "analyst")
"""The roles that read the ledger: managers of what is below them, the others of the whole authority."""


class Bare(NamedTuple):
    """One open shortfall without its words: what is counted, and what orders it. Thousands are read for one page."""

    pk: int
    person_id: int
    standard: str
    kind: str
    due_on: dt.date
    speaks: bool
    is_danger: bool
    severity: str


@dataclass(frozen=True)
class Scope:
    """Whose numbers, for one reader on one day. `team` None: the whole authority's. `exact`: the reader sees the children.

    `teams`: the team and those below it, all of them the reader's own or below: only `scope` and `of_team` make a Scope.
    """

    by: Worker
    day: dt.date
    team: Team | None
    teams: tuple[int, ...] | None
    exact: bool

    @property
    def children(self) -> QuerySet[Person]:
        """The children the numbers are of."""
        seen = Person.objects.filter(had_record=True, merged_into=None)
        if self.exact and self.teams is not None and self.by.kind_of_role.children in ("below", "all"):
            seen = seen.filter(access.fence(self.by))  # whoever these teams hold the reader may open, but for the fence
        elif self.exact:
            seen = access.children(self.by)
        seen = seen.filter(restricted=False, sealed=False)
        return seen if self.teams is None else seen.filter(pk__in=self.held().values("whose"))

    def held(self) -> QuerySet[Allocation]:
        """Who holds children in these teams on the day, with `whose`: of merged records the one that goes on."""
        held = access.held_on(self.day, capacity=HOLDS)
        return held if self.teams is None else held.filter(team__in=self.teams)

    @cached_property
    def open(self) -> list[Bare]:
        """What is open of the children. One query, for all that is counted of it."""
        return bare(shortfalls(self))

    @cached_property
    def owed(self) -> dict[str, int]:
        """To how many children each standard was owed within the year, as the nightly counted. One query."""
        rows = Reach.objects.all() if self.teams is None else Reach.objects.filter(team__in=self.teams)
        return dict(rows.values_list("standard").annotate(Sum("children")))

    @cached_property
    def counts_exactly(self) -> bool:
        """Whether counts that the nightly made of all children may be shown as they are: nobody is kept from the reader."""
        return self.exact and not Block.objects.filter(worker=self.by).exists()


def scope(by: Worker, day: dt.date, team: Team | None = None) -> Scope:
    """What the reader may read: the whole of what is theirs, or one team of it; Denied."""
    if by.role not in READERS or not access.may_sign_in(by):
        raise Denied("role", "Managers, quality assurance and analysts read the drift ledger.")
    sees = by.kind_of_role.children
    if sees == "below":
        team = team or by.team
        if team is None or team.pk not in access.teams(by):
            raise Denied("hidden", "There is no such team.", hidden=True)
    elif sees == "none" and team is not None:
        raise Denied("hidden", "There is no such team.", hidden=True)
    return Scope(by, day, team, tuple(team.with_below()) if team else None, sees != "none")


def of_team(by: Worker, day: dt.date, team: Team) -> Scope:
    """A team and those below it, of one who works in it or above it, or sees every child; Denied."""
    if not access.may_sign_in(by) or (by.kind_of_role.children != "all" and team.pk not in access.teams(by)):
        raise Denied("hidden", "There is no such team.", hidden=True)
    return Scope(by, day, team, tuple(team.with_below()), exact=True)


@dataclass(frozen=True)
class Waiting:
    """One step: how many children wait there, since when the longest, how many things, and days lost within the year."""

    step: str
    children: int
    since: dt.date | None
    open: int
    days: int
    touched: int

    @property
    def title(self) -> str:
        return STEPS[self.step]


def waiting(of: Scope) -> list[Waiting]:
    """Every step at which a child of the scope waits or lost days, in the order of the way. One query."""
    rows = Delay.objects.filter(person__in=of.children.values("pk")).values("step").annotate(
        children=Count("pk", filter=Q(waiting_since__isnull=False)), since=Min("waiting_since"), open=Sum("shortfalls"),
        lost=Sum("days"), touched=Count("pk"),
    )  # fmt: skip
    found = {row["step"]: row for row in rows}
    return [
        Waiting(step, row["children"], row["since"], row["open"], row["lost"], row["touched"])
        for step in STEPS
        if (row := found.get(step))
    ]


@dataclass(frozen=True)
class Open:
    """One standard: how serious, how many children of how many (None: of the year's not known), and for how long.

    `median`, `longest`: days past the due day, of what is open; None for what happened on one day and lasts no longer.
    """

    standard: Standard
    children: int
    owed: int | None
    open: int
    median: int | None
    longest: int | None

    @property
    def step(self) -> str:
        return by_standard()[self.standard.id]

    @property
    def share(self) -> int | None:
        """Of a hundred children to whom it was owed, how many wait."""
        return round(100 * self.children / self.owed) if self.owed and self.owed >= self.children else None


def standards(of: Scope, step: str = "", kind: str = "duty") -> list[Open]:
    """The standards with open shortfalls of children, most serious first, then most widespread, then longest. Two queries."""
    children: dict[str, set[int]] = defaultdict(set)
    days: dict[str, Counter] = defaultdict(Counter)
    for each in of.open:
        if each.kind == kind:
            children[each.standard].add(each.person_id)
            days[each.standard][(of.day - each.due_on).days] += 1
    known, at = here.latest(), by_standard()
    wanted = [each for each in children if each in known and (not step or at[each] == step)]
    found = [_open(known[each], len(children[each]), of.owed.get(each), days[each]) for each in wanted]
    return sorted(found, key=_seriousness)


def _open(standard: Standard, children: int, owed: int | None, days: Counter) -> Open:
    lasts = not is_of_one_day(standard)
    median = _median(days) if lasts else None
    return Open(standard, children, None if isinstance(standard.rule, Never) else owed, days.total(), median,
                max(days) if lasts else None)  # fmt: skip


def _median(days: Counter) -> int:
    """The middle of counted numbers, the lower of two."""
    half, seen = (days.total() + 1) // 2, 0
    for number in sorted(days):
        seen += days[number]
        if seen >= half:
            break
    return number


def _seriousness(each: Open) -> tuple:
    return GRAVITY.index(str(each.standard.severity)), -each.children, -(each.longest or 0), each.standard.id


def is_of_one_day(standard: Standard) -> bool:
    """Whether it must never happen, and happens on a day: nobody waits longer for it as time goes by."""
    return isinstance(standard.rule, Never) and not standard.rule.period.lasts


def shortfalls(of: Scope) -> QuerySet[Shortfall]:
    """The open shortfalls for which the scope's children wait."""
    return Shortfall.objects.waiting().filter(subject_type="child", person__in=of.children.values("pk"))


def bare(rows: QuerySet[Shortfall]) -> list[Bare]:
    """Shortfalls without their words. One query."""
    return list(map(Bare._make, rows.order_by().values_list(*Bare._fields)))


@dataclass
class Kept:
    """Of what fell due: kept in time, owed (kept or not), lifted by an exception."""

    met: int = 0
    owed: int = 0
    lifted: int = 0

    def __add__(self, other: "Kept") -> "Kept":
        return Kept(self.met + other.met, self.owed + other.owed, self.lifted + other.lifted)

    def share(self, exact: bool = True) -> int | None:
        """Of a hundred owed, how many were kept in time; None of nothing, and where a small number would show."""
        if not self.owed or (not exact and (small(self.met) or small(self.owed - self.met))):
            return None
        rounded = round(100 * self.met / self.owed)
        return rounded if self.met in (0, self.owed) else min(99, max(1, rounded))


def months_of(day: dt.date) -> list[dt.date]:
    """The first days of the months of the trend, oldest first; the last is not over."""
    first = first_month(day)
    since = first.year * 12 + first.month - 1
    return [dt.date(each // 12, each % 12 + 1, 1) for each in range(since, since + MONTHS)]


def kept(of: Scope, only: Iterable[str] | None = None) -> dict[str, list[Kept]]:
    """For each standard, or for these alone, month by month, how it was kept. One query."""
    rows = MonthlyCount.objects.all() if of.teams is None else MonthlyCount.objects.filter(team__in=of.teams)
    rows = rows if only is None else rows.filter(standard__in=list(only))
    at = {month: place for place, month in enumerate(months_of(of.day))}
    found: dict[str, list[Kept]] = defaultdict(lambda: [Kept() for _ in range(MONTHS)])
    counts = rows.values_list("standard", "month", "status").annotate(Sum("number"))
    for name, month, status, number in counts.order_by("standard"):
        if month in at:
            each = found[name][at[month]]
            each.met += number if status == "met" else 0
            each.owed += number if status in ("met", "late", "overdue", "not_met") else 0
            each.lifted += number if status == "lifted" else 0
    return dict(found)


def this_year(months: list[Kept]) -> Kept:
    """The last twelve months as one."""
    return sum(months[-12:], Kept())


def teams_below(of: Scope) -> tuple[list[Team], dict[int, int]]:
    """The teams directly below, by name; and which of them, or of the teams below it, holds each child. Three queries."""
    every = list(Team.objects.order_by("name", "pk"))
    above = {each.pk: each.above_id for each in every}
    top = of.team.pk if of.team else None
    direct = {each for each, over in above.items() if over == top}
    if top is None and len(direct) == 1:
        direct = {each for each, over in above.items() if over in direct} or direct
    seen, held = set(of.children.values_list("pk", flat=True)), {}
    for team, child in of.held().order_by("started_on", "pk").values_list("team_id", "whose"):
        while team is not None and team not in direct:
            team = above.get(team)
        if child in seen and team is not None:
            held[child] = team
    return [each for each in every if each.pk in direct], held


def below(of: Scope) -> list[tuple[Team, int, int]]:
    """The teams directly below, by name: how many children they and those below them hold, how many wait. Four queries."""
    teams, held = teams_below(of)
    waits = set(Delay.objects.exclude(waiting_since=None).values_list("person_id", flat=True))
    holds, wait = Counter(held.values()), Counter(team for child, team in held.items() if child in waits)
    return [(each, holds[each.pk], wait[each.pk]) for each in teams]


@dataclass(frozen=True)
class Behind:
    """One child behind a number: what is open of it, the most serious first."""

    child: Person
    shortfalls: tuple[Shortfall, ...]

    @property
    def first(self) -> Shortfall:
        return self.shortfalls[0]


class Children(Sequence[Behind]):
    """The children behind a number, in order. What is open of them is read of as many as are asked for: one query a slice."""

    def __init__(self, ids: Sequence[Sequence[int]]):
        self._ids = ids  # of each child those of the shortfalls, in order

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, which):
        few = self._ids[which] if isinstance(which, slice) else [self._ids[which]]
        rows = Shortfall.objects.filter(pk__in=[pk for each in few for pk in each]).select_related("person")
        read = {row.pk: row for row in rows}
        found = [Behind(read[each[0]].person, tuple(read[pk] for pk in each)) for each in few]
        return found if isinstance(which, slice) else found[0]

    def __iter__(self) -> Iterator[Behind]:
        return iter(self[:])


def behind(rows: Iterable[Bare]) -> Children:
    """The children behind open shortfalls: the most serious first, then the longest."""
    of: dict[int, list[int]] = {}
    for each in sorted(rows, key=gravity):
        of.setdefault(each.person_id, []).append(each.pk)
    return Children(list(of.values()))


def gravity(each: Bare | Shortfall) -> tuple:
    """The order of what is serious: danger, then severity, then how long."""
    return not each.is_danger, not (each.speaks and each.kind == "duty"), GRAVITY.index(each.severity), each.due_on, each.pk


def counted_as_at(day: dt.date) -> Run | None:
    """The latest nightly judging that finished, up to a day."""
    return Run.objects.filter(ended_at__isnull=False, as_at__lte=day).order_by("-as_at", "-pk").first()


def of_child(child: Person) -> list[Delay]:
    """A child's own ledger: days lost at each step of the way, in its order. One query."""
    order = list(STEPS)
    return sorted(child.delays.all(), key=lambda each: order.index(each.step) if each.step in order else len(order))


