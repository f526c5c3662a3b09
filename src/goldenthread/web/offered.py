"""Whom a form may offer: brothers and sisters, people of the family, colleagues. Never someone the worker may not see."""

from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from goldenthread.record import access, policies
from goldenthread.record.kinds.language import Kind
from goldenthread.record.models import HouseholdMember, Person, Relationship
from goldenthread.web.forms_of_kinds import Offers
from goldenthread.web.templating import age
from goldenthread.workforce.models import Worker

GROWN = 18


def _household_of(children: Sequence[Person]) -> QuerySet[HouseholdMember]:
    """Those who live in the households of these children now."""
    return HouseholdMember.objects.filter(ended_on=None).with_any_of(children)


def together(by: Worker, child: Person) -> list[Person]:
    """The child, and the children of the household to whose records the worker may add, the eldest first."""
    others = access.children(by).filter(pk__in=_household_of([child]).values("person")).exclude(pk=child.pk)
    found = [child, *(each for each in others if access.can_write(by, each))]
    return sorted(found, key=lambda each: (each.pk != child.pk, str(each.born_on or each.expected_on), each.pk))


def is_child(person: Person) -> bool:
    """Whether the person is not grown up: only then ticked, as a brother or sister, without being asked."""
    years = person.age_on(access.today())
    return years is None or years < GROWN


def offers(by: Worker, children: Sequence[Person], kind: Kind) -> Offers:
    """Whom a form of this kind may offer of the people around these children, and of those who work with them."""
    asked, offered = {each.kind for each in kind.fields}, Offers()
    if asked & {"person", "people"}:
        related = Relationship.objects.filter(person__in=children).values("other")
        relating = Relationship.objects.filter(other__in=children).values("person")
        around = Q(pk__in=related) | Q(pk__in=relating) | Q(pk__in=_household_of(children).values("person"))
        people = access.people(by)
        offered.people = _named(people.filter(around).order_by("born_on", "pk"))
        offered.carers = _named(people.filter(is_carer=True).order_by("surname", "forename", "pk"))
    if "worker" in asked:
        offered.workers = [(str(each.pk), each.name) for each in colleagues(by, children)]
    return offered


def offers_with_held(by: Worker, children: Sequence[Person], kind: Kind, body: dict) -> tuple[Offers, frozenset[int]]:
    """The same, and whomever the entry names already, to leave them as they are; and the ids of those people.

    People of whom the worker may not know are not offered, and not among the ids: they stay as they were.
    """
    offered, named = offers(by, children, kind), {"people": set(), "worker": set()}
    for each, _, value in policies.values(kind, body):
        if each.kind in ("person", "people", "worker"):
            ids = value if isinstance(value, list) else [value]
            named["worker" if each.kind == "worker" else "people"].update(ids)
    known = list(access.people(by).filter(pk__in=named["people"]))
    offered.people += [each for each in _named(known) if each not in offered.people]
    workers = [(str(pk), name) for pk, name in Worker.objects.filter(pk__in=named["worker"]).values_list("pk", "name")]
    offered.workers += [each for each in workers if each not in offered.workers]
    return offered, frozenset(each.pk for each in known)


def _named(people: Iterable[Person]) -> list[tuple[str, str]]:
    return [(str(each.pk), f"{each.name}, {age(each)}" if age(each) else each.name) for each in people]


def colleagues(by: Worker, children: Sequence[Person]) -> QuerySet[Worker]:
    """The worker's team and those above it, those who hold these children, and those who review and chair."""
    above, team = [], by.team
    while team is not None:
        above.append(team.pk)
        team = team.above
    holding = access.current(person__in=children).values("worker")
    near = Q(pk=by.pk) | Q(team__in=above) | Q(pk__in=holding) | Q(role="reviewing_officer")
    return Worker.objects.filter(near, is_active=True, left_on=None).order_by("name").distinct()
