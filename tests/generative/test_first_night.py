"""The first night of an invented authority, fed and judged as it would be: nobody has more than five cards that shout, and
every danger is among those of the child's worker.

600 children in `make test`, more of them planted; GOLDENTHREAD_FIRST_NIGHT=10000 for more, planted as any authority is.
"""

import csv
import datetime as dt
import os
from collections import defaultdict

import pytest
from rich.console import Console

from goldenthread.invent import write
from goldenthread.oversight.cards import SHOUTING, cards
from goldenthread.oversight.holders import Holders
from goldenthread.oversight.judging import judge_all
from goldenthread.oversight.models import Shortfall, Telling
from goldenthread.record.feeding.command import run as feed
from goldenthread.record.models import Allocation
from goldenthread.workforce.models import Team, Worker

DAY = dt.date(2026, 3, 31)
CHILDREN = int(os.environ.get("GOLDENTHREAD_FIRST_NIGHT", "600"))
SHARE = 0.15 if CHILDREN >= 10_000 else 0.6
TONIGHT = dt.timedelta(14)
"""What was planted so lately, of a child whom a worker holds, nobody has acted on yet."""


@pytest.fixture
def planted(db, tmp_path) -> set[tuple[str, str]]:
    """The dangers of tonight, (child, standard) each; the authority is fed, everyone has an account, the night is over."""
    write(CHILDREN, seed=3, as_at=DAY, out=tmp_path, share=SHARE)
    feed([str(tmp_path)], "the old system", DAY, Console(quiet=True))
    open_accounts()
    judge_all(DAY)
    held = set(Allocation.objects.filter(state="accepted", ended_on=None).values_list("person__number", flat=True))
    with (tmp_path / "truth.csv").open(newline="") as file:
        return {
            (row["subject_id"], row["standard"]) for row in csv.DictReader(file)
            if row["danger"] == "yes" and row["opened_on"] >= str(DAY - TONIGHT) and row["subject_id"] in held
        }  # fmt: skip


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


def test_five_shout_and_every_planted_danger_is_among_them(planted):
    assert len({standard for _, standard in planted}) > 3
    holders, shouting = Holders(DAY), {}
    for worker in Worker.objects.select_related("team"):
        found = cards(worker, DAY, holders)
        assert sum(card.shouts for card in found) == min(SHOUTING, sum(not card.is_quiet for card in found))
        assert [card.is_danger for card in found] == sorted((card.is_danger for card in found), reverse=True)
        shouting[worker.pk] = {line.shortfall.pk for card in found if card.shouts for line in card.lines}
    first = first_told(Shortfall.objects.speaking().filter(is_danger=True))
    loud = {(each.subject_id, each.standard) for each, worker in first.items() if each.pk in shouting[worker]}
    assert planted - loud == set()
    assert {(each.subject_id, each.standard) for each in first} == loud
    assert_told_to_somebody()


def first_told(shortfalls) -> dict[Shortfall, int]:
    """Who was told of each of these at the lowest step: the child's worker, or the manager of a child nobody holds."""
    rows = Telling.objects.filter(shortfall__in=shortfalls).exclude(step=9).select_related("shortfall").order_by("-step")
    return {row.shortfall: row.worker_id for row in rows}


def assert_told_to_somebody() -> None:
    """Every shortfall was put before somebody, at no more steps than the day allows, and every danger at all at once."""
    assert not Shortfall.objects.speaking().exclude(tellings__isnull=False).exists()
    steps = defaultdict(set)
    for row in Telling.objects.select_related("shortfall"):
        steps[row.shortfall].add(row.step)
    for shortfall, found in steps.items():
        assert len(found - {9}) <= 2
        assert (9 in found) == shortfall.is_danger
