"""The first night of an authority, with every failing that was planted standing open at once: nobody has more than five
cards that shout, and every danger is among those of the child's worker."""

import csv
import datetime as dt
from collections import defaultdict

import pytest
from rich.console import Console
from tests.put_before import shortfall_of

from goldenthread.invent import write
from goldenthread.oversight import here
from goldenthread.oversight.cards import SHOUTING, Card, cards, waiting
from goldenthread.oversight.holders import Holders
from goldenthread.oversight.models import Shortfall, Telling
from goldenthread.oversight.telling import tell
from goldenthread.record.feeding.command import run as feed
from goldenthread.record.models import Person
from goldenthread.workforce.models import Team, Worker

DAY = dt.date(2026, 3, 31)
CHILDREN, SHARE = 300, 0.5


@pytest.fixture
def authority(db, tmp_path):
    """An invented authority, fed, whose workers have accounts; its planted failings, as shortfalls that stand open."""
    write(CHILDREN, seed=3, as_at=DAY, out=tmp_path, share=SHARE)
    feed([str(tmp_path)], "the old system", DAY, Console(quiet=True))
    open_accounts()
    with (tmp_path / "truth.csv").open(newline="") as file:
        put_down(list(csv.DictReader(file)))
    tell(None, DAY)


def open_accounts() -> None:
    """An account for everyone, a manager for every team, and those above them."""
    top = Team.objects.create(number="authority", name="The authority")
    Team.objects.filter(above=None).exclude(pk=top.pk).update(above=top)
    for worker in Worker.objects.all():
        Worker.objects.filter(pk=worker.pk).update(email=f"{worker.pk}@example.org")
    roles = [(team, "service_manager" if team.below.exists() else "team_manager") for team in Team.objects.exclude(pk=top.pk)]
    for team, role in [*roles, (top, "head_of_service"), (top, "director"), (top, "out_of_hours")]:
        number = f"{role} {team.number}"
        Worker.objects.create(number=number, name=number, email=f"{number.replace(' ', '-')}@example.org", role=role, team=team)


def put_down(truth: list[dict]) -> None:
    """A shortfall for each planted failing of a child, but for those of standards that are silent."""
    people = {person.number: person for person in Person.objects.filter(had_record=True)}
    for row in truth:
        child, standard = people.get(row["subject_id"]), here.standard(row["standard"])
        if child and here.speaks(row["standard"]):
            opened = dt.date.fromisoformat(row["opened_on"])
            shortfall_of(
                child, standard=standard.id, kind=standard.kind, severity=str(standard.severity), opened_on=opened, due_on=opened,
                responsible=standard.responsible, is_danger=here.is_danger(standard.id),
            )  # fmt: skip


@pytest.fixture
def of_everyone(authority) -> dict[Worker, list[Card]]:
    """The cards of everyone who works there."""
    holders = Holders(DAY)
    return {worker: cards(worker, DAY, holders) for worker in Worker.objects.select_related("team")}


def test_five_shout_and_every_danger_is_among_them(of_everyone):
    by_worker = {worker.pk: found for worker, found in of_everyone.items()}
    assert any(waiting(found) for found in by_worker.values())
    for found in by_worker.values():
        assert sum(card.shouts for card in found) == min(SHOUTING, len(found))
        assert [card.shouts for card in found] == sorted((card.shouts for card in found), reverse=True)
        assert [card.is_danger for card in found] == sorted((card.is_danger for card in found), reverse=True)
    dangers = Telling.objects.filter(step=0, shortfall__is_danger=True)
    assert dangers.values("shortfall__standard").distinct().count() > 1
    for row in dangers.select_related("shortfall"):
        shouting = {card.child.pk for card in by_worker[row.worker_id] if card.shouts}
        assert row.shortfall.person_id in shouting
    assert_told_to_somebody()


def assert_told_to_somebody() -> None:
    """Every shortfall was put before somebody, and nobody is told of a child by two lines."""
    untold = Shortfall.objects.speaking().exclude(tellings__isnull=False)
    assert not untold.exists()
    steps = defaultdict(set)
    for row in Telling.objects.exclude(step=9):
        steps[row.shortfall_id].add(row.step)
    assert all(len(found) <= 2 for found in steps.values())
