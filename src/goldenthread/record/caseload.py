"""What one worker has to see to: their children by what is due, what changed, what waits for an answer.

Every function asks a fixed number of queries, however many children there are.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from goldenthread.record import access
from goldenthread.record.actions.drafts import AFTER_TELLING
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Allocation, AuditRow, ChosenCase, Draft, Feed, Person
from goldenthread.record.seeing import Owed, Seeing, seeing_all
from goldenthread.record.story import Moment, lines, reader_of
from goldenthread.workforce.models import Worker

THIS_WEEK = dt.timedelta(days=7)

CHANGES = 3
"""So many lines of what changed are shown of one child."""

RECENT, ROWS = 8, 300
"""So many children lately looked at, found in so many of the worker's latest rows of the audit."""


@dataclass(frozen=True)
class HeldChild:
    """One child of the worker's. `capacities`: as what they hold the child. `when` a visit is owed: soon, later or nothing."""

    child: Person
    seeing: Seeing
    capacities: tuple[str, ...]
    when: str

    @property
    def due(self) -> Owed | None:
        """The visit that is owed first. That one was not made in time is for oversight to say."""
        return self.seeing.next


@dataclass(frozen=True)
class Changed:
    """What others wrote, or the feed brought, about one child. `more`: how many lines besides."""

    child: Person
    lines: list[Moment]
    more: int


@dataclass(frozen=True)
class UnfinishedDraft:
    """A draft of the worker's. `child`: None where it is of no child, or of one they may no longer see."""

    draft: Draft
    title: str
    child: Person | None
    expires_on: dt.date | None


def held(by: Worker) -> dict[Person, tuple[str, ...]]:
    """The children the worker holds, with the capacities. One query."""
    rows = access.current(worker=by, state="accepted", started_on__lte=access.today())
    rows = rows.filter(person__in=access.children(by).values("pk"))
    found: dict[Person, tuple[str, ...]] = {}
    for row in rows.select_related("person").order_by("person__surname", "person__forename", "person_id"):
        found[row.person] = (*found.get(row.person, ()), row.get_capacity_display())
    return found


def held_children(children: dict[Person, tuple[str, ...]]) -> list[HeldChild]:
    """A card for each child, by the day the next visit is due. Three queries."""
    seen = seeing_all(list(children))
    found = [HeldChild(child, seen[child.pk], capacities, _when(seen[child.pk])) for child, capacities in children.items()]
    return sorted(found, key=_order)


def _when(seeing: Seeing) -> str:
    if seeing.next is None:
        return "nothing"
    return "soon" if seeing.next.due_on <= access.today() + THIS_WEEK else "later"


def _order(card: HeldChild) -> tuple:
    return card.due.due_on if card.due else dt.date.max, card.child.name


def changed(by: Worker, children: Sequence[Person], since: dt.datetime | None) -> list[Changed]:
    """What others have done about these children since a moment, the child with the latest first."""
    if since is None or not children:
        return []
    by_child = {child.pk: child for child in children}
    news = lines(reader_of(by, children), since=since)
    found = [Changed(by_child[pk], each[:CHANGES], len(each[CHANGES:])) for pk, each in news.items() if each]
    return sorted(found, key=lambda each: max(line.said_at for line in each.lines), reverse=True)


def drafts(by: Worker) -> list[UnfinishedDraft]:
    """What the worker has begun and not finished, the latest first. Two queries."""
    rows = list(Draft.objects.filter(author=by).select_related("person").order_by("-saved_at"))
    persons = {row.person_id for row in rows if row.person_id}
    seen = set(access.people(by).filter(pk__in=persons).values_list("pk", flat=True))
    return [
        UnfinishedDraft(
            row,
            kinds()[row.kind].title if row.kind in kinds() else row.kind,
            row.person if row.person_id in seen else None,
            (row.told_at + AFTER_TELLING).date() if row.told_at else None,
        )
        for row in rows
    ]


def without_worker(by: Worker) -> QuerySet[Allocation]:
    """Children held by a team of this manager's, with no worker yet; the longest first."""
    rows = access.current(team__in=access.teams(by), worker=None, state="accepted", capacity="social_worker")
    held_by_one = access.current(worker__isnull=False, state="accepted", capacity="social_worker").values("person")
    seen = rows.filter(person__in=access.children(by).values("pk")).exclude(person__in=held_by_one)
    return seen.select_related("person", "team").order_by("started_on", "pk")


def recent(by: Worker) -> list[Person]:
    """The children the worker looked at last, of those they may still open. Two queries."""
    rows = AuditRow.objects.filter(worker_id=by.pk, deed="child.read", allowed=True).order_by("-seq")
    ids = dict.fromkeys(row for row in rows.values_list("person_id", flat=True)[:ROWS] if row)
    seen = {person.pk: person for person in access.children(by).filter(pk__in=list(ids)[: 4 * RECENT])}
    return [seen[pk] for pk in ids if pk in seen][:RECENT]


def chosen_cases(by: Worker) -> list[ChosenCase]:
    """The records chosen for an inspector, until when."""
    rows = ChosenCase.objects.filter(Q(until__gte=access.today()), worker=by, person__in=access.children(by).values("pk"))
    return list(rows.select_related("person").order_by("person__surname", "person__forename"))


def feeds() -> list[Feed]:
    """The latest run of the feed from each source, of the latest few."""
    latest: dict[str, Feed] = {}
    for feed in Feed.objects.order_by("-began_at")[:20]:
        latest.setdefault(feed.source, feed)
    return list(latest.values())


def in_groups(found: Iterable[HeldChild]) -> dict[str, list[HeldChild]]:
    """Cards by when they are due, in order."""
    groups: dict[str, list[HeldChild]] = {"soon": [], "later": [], "nothing": []}
    for card in found:
        groups[card.when].append(card)
    return groups
