"""Who stands at each step in line for a child, a carer or a worker, on a day: who is told first, and who is above them.

The person responsible is the worker the child is allocated to, in the capacity that the standard names; a duty of a
manager begins with the manager. Above are the managers of the team that holds the child, found up the teams. Whoever is
away, or cannot sign in, is passed over and why is said in words, by role: names are not for the service manager to read.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from django.db.models import Q, QuerySet

from goldenthread.check import words
from goldenthread.oversight import here
from goldenthread.oversight.above import Above
from goldenthread.oversight.ladder import DIRECTOR, HEAD, OUT_OF_HOURS, ROLES, SERVICE, STEPS, TEAM, TITLES, WORKER, InLine, Place
from goldenthread.oversight.models import Shortfall
from goldenthread.record import access
from goldenthread.record.actions.holding import HOLDS
from goldenthread.record.models import Allocation, Block, Fact, NamedAccess, Person
from goldenthread.standards.catalogue import words as w
from goldenthread.workforce.models import Team, Worker

BEGINS = {
    w.TEAM_MANAGER: TEAM, w.FRONT_DOOR_MANAGER: TEAM, w.WORKFORCE_LEAD: TEAM, w.SERVICE_MANAGER: SERVICE,
    w.HEAD_OF_SERVICE: HEAD, w.DIRECTOR: DIRECTOR,
}  # fmt: skip
"""The step of the person responsible, where that is not who holds the child."""

CAPACITIES = {
    w.IRO_SERVICE: ("reviewing_officer", "conference_chair"),
    w.CONFERENCE_CHAIR: ("conference_chair", "reviewing_officer"),
    w.PERSONAL_ADVISER: ("personal_adviser",),
}
"""In which capacity the person responsible holds the child, the first that there is; of every other: as social worker."""

OTHERWISE = (HOLDS,)


def begins(shortfall: Shortfall) -> int:
    """The step of the person responsible. A duty owed to a worker is their manager's."""
    return BEGINS.get(shortfall.responsible, TEAM if shortfall.subject_type == "worker" else WORKER)


def title(step: int, responsible: str = "") -> str:
    """Who stands at a step, in words: "the team manager"."""
    if step == WORKER:
        return f"the {TITLES[CAPACITIES.get(responsible, OTHERWISE)[0]]}"
    return f"the {TITLES[ROLES.get(step, 'out_of_hours')]}"


def who_at(child: Person, step: int, day: dt.date) -> tuple[Worker | None, str]:
    """Who can be told at a step for a child, and, where nobody can, why not, in a sentence."""
    told = Shortfall(person=child, subject_type="child", subject_id=child.number, responsible=w.SOCIAL_WORKER)
    place = Holders(day).in_line([told])[0].at(step)
    return Worker.objects.filter(pk__in=place.workers[:1]).first(), place.empty


def absences(day: dt.date) -> QuerySet[Fact]:
    """The absences of workers that go on on a day."""
    return Fact.objects.standing().filter(access.going_on(day), noun="absence", subject_type="worker", started_on__lte=day)


class Holders:
    """The authority's managers, and who is away, on a day: asked once (five queries), and then of many shortfalls."""

    def __init__(self, day: dt.date):
        self.day, self._above = day, Above(day)

    def in_line(self, shortfalls: Sequence[Shortfall]) -> list[InLine]:
        """The line of each of these, in order. At most seven queries, however many there are."""
        persons = {each.person_id for each in shortfalls if each.person_id}
        held, fence = self._held(persons), Fence(persons)
        worked_with = {row.whose for rows in held.values() for row in rows if row.capacity not in access.OFFICERS}
        unheld = Person.objects.filter(access.for_the_front_door(self.day), pk__in=persons - worked_with)
        waiting = set(unheld.values_list("pk", flat=True)) if self._front_door and persons - worked_with else set()
        made: dict[tuple, InLine] = {}
        found = []
        for each in shortfalls:
            asks_again = here.ends_by_deciding(each.standard)
            key = (each.person_id, each.worker_id if each.subject_type == "worker" else None, each.responsible, asks_again)
            if key not in made:
                team = self._front_door if each.person_id in waiting else self._team(each, held.get(each.person_id, []))
                made[key] = self._line(each, held.get(each.person_id, []), team, fence)
            found.append(made[key])
        return found

    def _held(self, persons: set[int]) -> dict[int, list[Allocation]]:
        """Who holds these people on the day, the latest first; through a record merged into theirs too. Two queries."""
        theirs = Person.objects.filter(Q(pk__in=persons) | Q(merged_into__in=persons)).values("pk")
        rows = list(access.held_on(self.day).filter(person__in=theirs).order_by("-started_on", "-pk"))
        workers = in_bulk(row.worker_id for row in rows)
        found = defaultdict(list)
        for row in rows:
            row.worker = workers.get(row.worker_id)
            found[row.whose].append(row)
        return found

    def _line(self, shortfall: Shortfall, held: list[Allocation], team: int | None, fence: "Fence") -> InLine:
        places = {step: self._place(step, self._at(step, team)) for step in ROLES}
        if team is None:
            nobody = "No team holds the child." if shortfall.subject_type == "child" else ""
            places |= {TEAM: Place(empty=nobody), SERVICE: Place(), HEAD: Place()}
        places[OUT_OF_HOURS] = self._place(OUT_OF_HOURS, self._above.everywhere("out_of_hours"))
        if shortfall.subject_type == "worker":
            places = {step: _without(place, shortfall.worker_id) for step, place in places.items()}
        else:
            places[WORKER] = self._responsible(shortfall, held)
        if shortfall.person_id:
            places = fence.around(shortfall.person_id, places, begins(shortfall), self.can_be_told)
        return InLine(begins(shortfall), places, here.ends_by_deciding(shortfall.standard))

    def _responsible(self, shortfall: Shortfall, held: list[Allocation]) -> Place:
        """Who holds the child in the capacity that the standard asks for."""
        wanted = CAPACITIES.get(shortfall.responsible, OTHERWISE)
        for capacity in wanted:
            for row in held:
                if row.worker_id and row.capacity == capacity:
                    return self._place(WORKER, [row.worker], TITLES[capacity])
        return Place(empty=f"No {TITLES[wanted[0]]} is allocated.")

    def _team(self, shortfall: Shortfall, held: list[Allocation]) -> int | None:
        """The team that holds the child; of a duty to a worker, the worker's."""
        if shortfall.subject_type == "worker":
            return self._team_of.get(shortfall.worker_id)
        teams = [row.team_id or (row.worker and row.worker.team_id) for row in held if row.capacity == HOLDS]
        others = [row.team_id or (row.worker and row.worker.team_id) for row in held]
        return next(filter(None, [*teams, *others]), None)

    def _at(self, step: int, team: int | None) -> list[Worker]:
        """The nearest of the step's role at or above the team; a director is everybody's."""
        return self._above.at(step, team) or (self._above.everywhere("director") if step == DIRECTOR else [])

    def _place(self, step: int, workers: Sequence[Worker], named: str = "") -> Place:
        named = named or TITLES[ROLES.get(step, "out_of_hours")]
        whose = tuple(each.pk for each in workers)
        told = tuple(each.pk for each in workers if self.can_be_told(each))
        if told or not workers:
            return Place(told, whose, "" if told else f"The {named}'s post is vacant.")
        away = [self._away[each.pk] for each in workers if each.pk in self._away and self._has_account(each)]
        if not away:
            return Place((), whose, f"The {named} has no account here.")
        back = min(filter(None, away), default=None)
        return Place((), whose, f"The {named} is away{f' until {words.day(back)}' if back else ''}.", back)

    def can_be_told(self, worker: Worker) -> bool:
        """Whether the worker works here on the day, is not away, and can sign in."""
        return self._has_account(worker) and worker.pk not in self._away

    def _has_account(self, worker: Worker) -> bool:
        until = min(filter(None, (worker.until, worker.left_on)), default=self.day)
        return worker.is_active and bool(worker.email) and until >= self.day

    @cached_property
    def _front_door(self) -> int | None:
        """The team that takes new contacts: a child whom nobody holds is put before its manager."""
        return Team.objects.filter(is_front_door=True).order_by("pk").values_list("pk", flat=True).first()

    @cached_property
    def _team_of(self) -> dict[int, int | None]:
        return dict(Worker.objects.values_list("pk", "team"))

    @cached_property
    def _away(self) -> dict[int, dt.date | None]:
        """Who is away on the day, by worker: the day they are back, or None where that is not known."""
        ends = defaultdict(list)
        for number, ended_on in absences(self.day).values_list("subject_id", "ended_on"):
            ends[number].append(ended_on)
        back = {number: None if None in days else max(days) for number, days in ends.items()}
        return {pk: back[number] for pk, number in Worker.objects.filter(number__in=back).values_list("pk", "number")}


def in_bulk(ids: Iterable[int | None]) -> dict[int, Worker]:
    """These workers, each read once, however many rows name them. One query."""
    return {each.pk: each for each in Worker.objects.filter(pk__in={pk for pk in ids if pk})}


def _without(place: Place, worker: int | None) -> Place:
    """The place but for one worker: nobody is told of what is owed to themselves."""
    if worker not in place.whose:
        return place
    left = tuple(each for each in place.workers if each != worker)
    return Place(left, tuple(each for each in place.whose if each != worker), place.empty, place.back)


class Fence:
    """Who, of those in line, may open the record of each of these people: nobody else is told. Four queries at most."""

    def __init__(self, persons: Iterable[int]):
        rows = Person.objects.filter(pk__in=persons).filter(Q(restricted=True) | Q(sealed=True) | Q(blocks__isnull=False))
        self._restricted, self._sealed = {}, {}
        for pk, restricted, sealed in rows.values_list("pk", "restricted", "sealed"):
            self._restricted[pk], self._sealed[pk] = restricted, sealed
        self._named, self._blocked = defaultdict(dict), defaultdict(set)
        self._adoption = set()
        if any(self._sealed.values()):
            self._adoption = set(Worker.objects.filter(is_adoption_staff=True).values_list("pk", flat=True))
        if self._restricted:
            for row in NamedAccess.objects.filter(person__in=self._restricted).select_related("worker").order_by("pk"):
                self._named[row.person_id][row.worker_id] = row.worker
            for person, worker in Block.objects.filter(person__in=self._restricted).values_list("person", "worker"):
                self._blocked[person].add(worker)

    def around(
        self, person: int, places: dict[int, Place], first: int, can_be_told: Callable[[Worker], bool]
    ) -> dict[int, Place]:  # fmt: skip
        """The places, each with those alone who may know of the record; if nobody in line may, those who are named."""
        if person not in self._restricted:
            return places
        kept = {step: self._kept(person, place) for step, place in places.items()}
        if any(kept[step].workers for step in STEPS if step in kept):
            return kept
        named = (pk for pk, each in self._named[person].items() if can_be_told(each))
        found = tuple(pk for pk in named if self._may(person, pk))
        return kept | {first: Place(found, found)}

    def _kept(self, person: int, place: Place) -> Place:
        workers = tuple(each for each in place.workers if self._may(person, each))
        whose = tuple(each for each in place.whose if self._may(person, each))
        empty = place.empty if workers or not place.workers else "Whoever stands here may not open this record."
        return Place(workers, whose, empty, place.back)

    def _may(self, person: int, worker: int) -> bool:
        if worker in self._blocked[person] or (self._restricted[person] and worker not in self._named[person]):
            return False
        return not self._sealed[person] or worker in self._adoption
