"""The drift ledger: what is waiting, since when, at which step, for the authority, a service or a team.

Every number is of children whom the reader may see, and opens them; restricted and sealed records are in none, for
nobody: two readers' numbers laid side by side must not tell that there is one. A reader whose role sees no child's record
gets the authority's numbers, small ones suppressed. Each function asks a fixed number of queries. Nothing is ranked.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Min, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from goldenthread.oversight.counting import MONTHS, first_month
from goldenthread.oversight.here import standards as book
from goldenthread.oversight.models import Delay, MonthlyCount, Reach, Run, Shortfall
from goldenthread.oversight.steps import STEPS, by_standard
from goldenthread.oversight.suppression import small
from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.actions.holding import HOLDS
from goldenthread.record.models import Allocation, Block, Person
from goldenthread.standards.language.standard import Severity, Standard
from goldenthread.standards.language.verbs import Never
from goldenthread.workforce.models import Team, Worker

READERS = ("team_manager", "service_manager", "head_of_service", "director", "quality_assurance", "analyst")
"""The roles that read the ledger: managers of what is below them, the others of the whole authority."""

SEVERITIES = [str(each) for each in Severity]


@dataclass(frozen=True)
class Scope:
    """Whose numbers, for one reader on one day. `team` None: the whole authority's. `exact`: the reader sees the children."""

    by: Worker
    day: dt.date
    team: Team | None
    teams: tuple[int, ...] | None
    exact: bool

    @property
    def children(self) -> QuerySet[Person]:
        """The children the numbers are of."""
        seen = access.children(self.by) if self.exact else Person.objects.filter(had_record=True, merged_into=None)
        seen = seen.filter(restricted=False, sealed=False)
        return seen if self.teams is None else seen.filter(pk__in=self.held().values("whose"))

    def held(self) -> QuerySet[Allocation]:
        """Who holds children in these teams on the day, with `whose`: of merged records the one that goes on."""
        return held_on(self.day, self.teams)

    @cached_property
    def counts_exactly(self) -> bool:
        """Whether counts that the nightly made of all children may be shown as they are: nobody is kept from the reader."""
        return self.exact and not Block.objects.filter(worker=self.by).exists()


def held_on(day: dt.date, teams: Iterable[int] | None = None) -> QuerySet[Allocation]:
    """Who holds children on a day, of some teams or of all."""
    open_still = Q(ended_on=None) | Q(ended_on__gt=day)
    rows = Allocation.objects.filter(open_still, started_on__lte=day, state="accepted", capacity=HOLDS)
    rows = rows if teams is None else rows.filter(team__in=teams)
    return rows.annotate(whose=Coalesce("person__merged_into", "person"))


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
    """The standards with open shortfalls of children, most serious first, then most widespread, then longest. Three queries."""
    rows = shortfalls(of).filter(kind=kind)
    if step:
        rows = rows.filter(standard__in=[each for each, at in by_standard().items() if at == step])
    children = dict(rows.values_list("standard").annotate(Count("person", distinct=True)))
    days: dict[str, Counter] = defaultdict(Counter)
    for standard, due, number in rows.values_list("standard", "due_on").annotate(Count("pk")):
        days[standard][(of.day - due).days] += number
    owed = reach(of)
    known = latest_versions()
    found = [_open(known[each], children[each], owed.get(each), days[each]) for each in children if each in known]
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
    return SEVERITIES.index(str(each.standard.severity)), -each.children, -(each.longest or 0), each.standard.id


def is_of_one_day(standard: Standard) -> bool:
    """Whether it must never happen, and happens on a day: nobody waits longer for it as time goes by."""
    return isinstance(standard.rule, Never) and not standard.rule.period.lasts


def latest_versions() -> dict[str, Standard]:
    """The latest version of each standard, as the authority has set it."""
    return {each.id: each for each in book()}


def reach(of: Scope) -> dict[str, int]:
    """For how many children each standard was owed within the year, as the nightly counted. One query."""
    rows = Reach.objects.all() if of.teams is None else Reach.objects.filter(team__in=of.teams)
    return dict(rows.values_list("standard").annotate(Sum("children")))


def shortfalls(of: Scope) -> QuerySet[Shortfall]:
    """The open shortfalls of the scope's children."""
    return Shortfall.objects.open().filter(subject_type="child", person__in=of.children.values("pk"))


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


def kept(of: Scope, standard: str = "") -> dict[str, list[Kept]]:
    """For each standard, month by month, how it was kept. One query."""
    rows = MonthlyCount.objects.all() if of.teams is None else MonthlyCount.objects.filter(team__in=of.teams)
    rows = rows.filter(standard=standard) if standard else rows
    at = {month: place for place, month in enumerate(months_of(of.day))}
    found: dict[str, list[Kept]] = {}
    counts = rows.values_list("standard", "month", "status").annotate(Sum("number"))
    for name, month, status, number in counts.order_by("standard"):
        if month in at:
            each = found.setdefault(name, [Kept() for _ in range(MONTHS)])[at[month]]
            each.met += number if status == "met" else 0
            each.owed += number if status in ("met", "late", "overdue", "not_met") else 0
            each.lifted += number if status == "lifted" else 0
    return found


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


def behind(rows: QuerySet[Shortfall], only: Container[int] | None = None) -> list[Behind]:
    """The children behind open shortfalls, or `only` some of them: the most serious first, then the longest. One query."""
    of: dict[Person, list[Shortfall]] = defaultdict(list)
    for each in rows.select_related("person").order_by("due_on", "pk"):
        if only is None or each.pk in only:
            of[each.person].append(each)
    found = [Behind(child, tuple(sorted(each, key=gravity))) for child, each in of.items()]
    return sorted(found, key=lambda each: (gravity(each.first), each.child.pk))


def gravity(each: Shortfall) -> tuple:
    """The order of what is serious: danger, then severity, then how long."""
    return not each.is_danger, not (each.speaks and each.kind == "duty"), SEVERITIES.index(each.severity), each.due_on, each.pk


def counted_as_at(day: dt.date) -> Run | None:
    """The latest nightly judging that finished, up to a day."""
    return Run.objects.filter(ended_at__isnull=False, as_at__lte=day).order_by("-as_at", "-pk").first()


def of_child(child: Person) -> list[Delay]:
    """A child's own ledger: days lost at each step of the way, in its order. One query."""
    order = list(STEPS)
    return sorted(child.delays.all(), key=lambda each: order.index(each.step) if each.step in order else len(order))


