"""A small authority to judge night by night, with few standards: what it holds, what changes of it, what is left of it."""

import datetime as dt
import json
import os
import signal
import sys
from itertools import count
from random import Random

import django
from django.db import connection

if __name__ == "__main__":
    django.setup()

from goldenthread.oversight.models import Shortfall, Telling
from goldenthread.record.models import Allocation, Coverage, Fact, Feed, Person
from goldenthread.standards.book import book
from goldenthread.standards.vocabulary import NOUNS
from goldenthread.workforce.models import Team, Worker

FIRST = dt.date(2026, 3, 2)
SOURCE = "the old system"
STANDARDS = ("need-visits", "need-plan", "contact-decision", "repeat-contacts", "child-allocated")



def few() -> tuple:
    """The few standards, and so few that compiling them is soon done."""
    return tuple(each for each in book() if each.id in STANDARDS)


def begin(children: int = 24) -> None:
    """Teams with their managers, workers with children, and what was fed of them."""
    now = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
    service = Team.objects.create(number="S1", name="North service")
    team = Team.objects.create(number="T1", name="North 1", above=service)
    workers = [_worker(f"W{number}", "social_worker", team) for number in range(3)]
    _worker("M1", "team_manager", team)
    _worker("M2", "service_manager", service)
    _worker("O1", "out_of_hours", team)
    Feed.objects.create(source=SOURCE, began_at=now, ended_at=now, as_at=FIRST)
    needed = {part for standard in few() for part in standard.needs()} | {noun for each in few() for noun in nouns_of(each)}
    for name in sorted({each.partition(".")[0] for each in needed}):
        facts = sorted({each.name for each in NOUNS[name].facts} | {"ended"})
        Coverage.objects.create(source=SOURCE, noun=name, from_day=dt.date(2020, 1, 1), to_day=dt.date(2030, 1, 1), facts=facts)
    random = Random(1)
    for number in range(children):
        child = Person.objects.create(number=f"C{number}", forename="Ash", born_on=dt.date(2015, 5, 17), had_record=True)
        Allocation.objects.create(person=child, worker=workers[number % 3], team=team, started_on=dt.date(2025, 1, 1))
        _fact(child, "need_plan", dt.date(2025, 12, 1), plan_id=f"P{number}")
        for n in range(random.randrange(3)):
            _fact(child, "need_visit", FIRST - dt.timedelta(random.randrange(20, 70)), is_seen=True)
            _fact(child, "contact", FIRST - dt.timedelta(random.randrange(1, 50)), contact_id=f"K{number}-{n}",
                  is_no_further_action=True)  # fmt: skip


def nouns_of(standard) -> set[str]:
    """The names of the nouns an exception of a standard is told by."""
    return {part.name for noun in standard.lifted_by for part in noun.parts()}


def _worker(number: str, role: str, team: Team) -> Worker:
    return Worker.objects.create(number=number, name=number, email=f"{number}@example.org", role=role, team=team)


def _fact(child: Person, noun: str, day: dt.date, **facts) -> Fact:
    key = f"{child.number} {noun} {day} {facts}"[:64]
    recorded_at = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    return Fact.objects.create(noun=noun, subject_id=child.number, person=child, started_on=day, facts=facts, source=SOURCE,
                               key=key, recorded_at=recorded_at)  # fmt: skip


def change(seed: int, day: dt.date) -> None:
    """What a feed brings until a later night: visits made, contacts, rows gone, rows with new ids, days corrected."""
    random, now = Random(seed), dt.datetime(2026, 3, 3, tzinfo=dt.UTC)
    for child in Person.objects.filter(had_record=True).order_by("pk"):
        if random.random() < 0.4:
            _fact(child, "need_visit", day - dt.timedelta(random.randrange(12)), is_seen=random.random() < 0.8)
        if random.random() < 0.4:
            _fact(child, "contact", day - dt.timedelta(random.randrange(9)), contact_id=f"N{child.pk}", is_no_further_action=True)
    for fact in Fact.objects.filter(source=SOURCE).exclude(noun="need_plan").order_by("pk"):
        chance = random.random()
        if chance < 0.1:
            Fact.objects.filter(pk=fact.pk).update(gone_at=now)
        elif chance < 0.25:
            moved = {"started_on": fact.started_on - dt.timedelta(random.randrange(3))} if chance < 0.18 else {}
            Fact.objects.filter(pk=fact.pk).update(superseded_at=now)
            Fact.objects.create(**{name: getattr(fact, name) for name in (
                "noun", "subject_type", "subject_id", "person", "started_on", "facts", "source", "key")} | moved,
                recorded_at=now)  # fmt: skip
    Allocation.objects.filter(person__number__in=["C3", "C4"]).update(ended_on=day - dt.timedelta(2))


def main(what: str, kill_at: str = "0") -> None:
    """In a process of its own: `begin` an authority, or judge it one `night`, ended by kill -9 at the n-th write."""
    from goldenthread.oversight import here, judging, nightly

    here.standards, nightly.BATCH, writes = few, 4, count(1)

    def execute(run, sql, *given):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and next(writes) == int(kill_at):
            os.kill(os.getpid(), signal.SIGKILL)
        return run(sql, *given)

    if what == "begin":
        begin()
        change(1, FIRST)
    else:
        with connection.execute_wrapper(execute):
            judging.judge_all(FIRST)
    print(json.dumps([left(), next(writes) - 1]))


def left() -> tuple[list, list]:
    """Every shortfall and every telling, but for their ids."""
    told = Telling.objects.values_list(
        "shortfall__standard", "shortfall__subject_id", "shortfall__trigger", "shortfall__due_on", "worker__number", "step", "on",
        "why", "passed",
    )  # fmt: skip
    names = [field.name for field in Shortfall._meta.concrete_fields if field.name != "id"]
    return sorted(map(repr, Shortfall.objects.values_list(*names))), sorted(map(repr, told))


if __name__ == "__main__":
    main(*sys.argv[1:])
