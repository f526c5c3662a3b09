"""Part of `make bench`: what the screens of those who see many children cost, the director's first, at 10,000 against 1,000.

bench.record's database, in an authority of services and teams that has much to see: of each child two things are not
met, of which some are put before somebody, and two more have ended; some were answered; two years are counted.
"""

import datetime as dt
import logging
import time

from bench.record import queries_of

SERVICE_OF = 8
"""So many teams are one service."""

OPEN, ENDED, SPOKEN = 2, 2, 4
"""Of each child so many things are not met, and so many have ended; of the open one in so many is put before somebody."""

COUNTED, OWED_MONTHLY = 120, 40
"""So many standards have counts; of so many something falls due in every team every month, of the others in one of four."""

REVIEWED, REQUESTS = 60, 3

ROLES = ("social_worker", "team_manager", "service_manager", "head_of_service", "director", "reviewing_officer",
         "quality_assurance", "analyst")  # fmt: skip


def fill() -> None:
    """Put into a database of children: services, accounts, what is open and was told of it, what was counted. All by rule,
    so that two sizes differ in size alone."""
    from django.db import transaction

    from goldenthread.record.access import today

    day = today()
    with transaction.atomic():
        _accounts(_services(), day)
        _open(day)
        _told(day)
        _counted(day)


def account(role: str):
    """The worker of a role, or None."""
    from goldenthread.workforce.models import Worker

    return Worker.objects.filter(email=f"{role}@demo.example").select_related("team").first()


# ------------------------------------------------------------------------------------------------------------ FILLING


def _services() -> list:
    """Teams in services, services in one authority, each with its manager; the teams."""
    from goldenthread.workforce.models import Team, Worker

    top = Team.objects.filter(above=None, below__isnull=False).first() or Team.objects.create(number="A", name="The authority")
    alone = list(Team.objects.filter(above=None, below=None).exclude(pk=top.pk).order_by("pk"))
    for n, team in enumerate(alone):
        service, _ = Team.objects.get_or_create(number=f"S{n // SERVICE_OF}", name=f"Service {n // SERVICE_OF}", above=top)
        Team.objects.filter(pk=team.pk).update(above=service)
    for team in Team.objects.exclude(workers__role__in=("team_manager", "service_manager", "head_of_service")):
        role = "head_of_service" if team == top else "service_manager" if team.below.exists() else "team_manager"
        Worker.objects.create(number=f"M{team.pk}", name="A manager", email=f"m{team.pk}@demo.example", role=role, team=team)
    return list(Team.objects.filter(below=None).order_by("pk"))


def _accounts(teams: list, day: dt.date) -> None:
    """An account of each role; the social worker is one who holds children, the reviewing officer reviews some."""
    from goldenthread.record.models import Allocation, Person
    from goldenthread.workforce.models import Worker

    places = {"team_manager": teams[0], "service_manager": teams[0].above}
    for role in ROLES:
        if role != "social_worker" and not account(role):
            place = places.get(role, teams[0].above.above)
            Worker.objects.create(number=f"D-{role}", name=f"The {role}", email=f"{role}@demo.example", role=role, team=place)
    workers = Worker.objects.filter(role="social_worker", left_on=None, team__in=teams).order_by("pk")
    for n, worker in enumerate(workers.filter(email=None)):
        Worker.objects.filter(pk=worker.pk).update(email=f"sw{n}@demo.example")
    workers = list(workers)
    held = Allocation.objects.filter(ended_on=None, state="accepted", capacity="social_worker").values("person")
    free = Person.objects.filter(had_record=True, merged_into=None).exclude(pk__in=held).order_by("pk")
    Allocation.objects.bulk_create(
        (Allocation(person=person, worker=workers[n % len(workers)], team=workers[n % len(workers)].team,
                    started_on=day - dt.timedelta(200)) for n, person in enumerate(free)), batch_size=2000,
    )  # fmt: skip
    if not account("social_worker"):
        one = next(each for each in workers if each.team == teams[0])
        Worker.objects.filter(pk=one.pk).update(email="social_worker@demo.example")
    officer, since = account("reviewing_officer"), day - dt.timedelta(100)
    reviewed = Allocation.objects.filter(team=teams[0], ended_on=None, capacity="social_worker").order_by("pk")[:REVIEWED]
    Allocation.objects.bulk_create(
        Allocation(person_id=each.person_id, worker=officer, team=teams[0], capacity="reviewing_officer", started_on=since)
        for each in reviewed
    )


def _book() -> tuple[list, list]:
    """The standards that speak of children, and those that count silently."""
    from goldenthread.oversight import here

    book = [each for each in here.latest().values() if each.in_force and each.kind == "duty"]
    return [each for each in book if here.speaks(each.id)], [each for each in book if not here.speaks(each.id)]


def _open(day: dt.date) -> None:
    from goldenthread.oversight.here import is_danger
    from goldenthread.oversight.models import Delay, Shortfall
    from goldenthread.oversight.steps import step_of
    from goldenthread.record.models import Person

    speak, silent = _book()
    rows, lost, turn = [], {}, 0
    children = Person.objects.filter(had_record=True, merged_into=None).order_by("pk")
    for place, (pk, number) in enumerate(children.values_list("pk", "number")):
        for n in range(OPEN + ENDED):
            turn += 1
            speaks = (place * OPEN + n) % SPOKEN == 0 or n >= OPEN
            choice = speak if speaks else silent
            of, days = choice[turn * 7 % len(choice)], 5 + turn * 13 % 300
            ended = day - dt.timedelta(turn * 11 % 400) if n >= OPEN else None
            due = (ended or day) - dt.timedelta(days)
            rows.append(Shortfall(
                standard=of.id, kind=of.kind, area=of.area, subject_type="child", subject_id=number, person_id=pk,
                trigger=f"bench {turn}", opened_on=due - dt.timedelta(30), due_on=due, severity=str(of.severity), force="law",
                responsible=of.responsible, explanation=f"{of.duty} {'So it was said at length. ' * 8}",
                evidence={"rows": [f"bench:{turn}"], "caveats": [], "version": of.version},
                is_danger=is_danger(of.id), speaks=speaks, first_seen_on=due, judged_on=day, ended_on=ended,
                ended="done" if ended else "",
            ))  # fmt: skip
            if not ended:
                lost.setdefault((pk, step_of(of.id)), []).append((min(days, 365), due + dt.timedelta(1)))
    Shortfall.objects.bulk_create(rows, batch_size=2000)
    Delay.objects.all().delete()
    Delay.objects.bulk_create((
        Delay(person_id=pk, step=step, days=max(each for each, _ in several), waiting_since=min(each for _, each in several),
              shortfalls=len(several)) for (pk, step), several in lost.items()
    ), batch_size=2000)  # fmt: skip


def _told(day: dt.date) -> None:
    """Each was told to the person responsible; of what is open half went up, and of that a third further, to the director."""
    from goldenthread.oversight.holders import Holders
    from goldenthread.oversight.models import Answer, Shortfall, Telling

    spoken = list(Shortfall.objects.filter(speaks=True, trigger__startswith="bench").order_by("pk"))
    lines = Holders(day).in_line(spoken)
    told, said = [], []
    for place, (each, line) in enumerate(zip(spoken, lines, strict=True)):
        n = place // 5 + place % 5
        top = 4 if n % 30 == 0 else 3 if n % 15 == 0 else 2 if n % 6 == 0 else 1 if n % 2 == 0 else 0
        last = each.ended_on or day
        for step in range(top + 1):
            on = last - dt.timedelta(4 + 5 * (top - step))
            at = line.at(step).workers
            told += [Telling(shortfall=each, worker_id=worker, step=step, on=on, why="first") for worker in at]
        if n % 5 == 0:
            at, cause = dt.datetime.combine(last, dt.time(9), dt.UTC), Answer.CAUSES[n % len(Answer.CAUSES)][0]
            said.append(Answer(shortfall=each, by_id=told[-1].worker_id, at=at, on=last, step=top, kind="act", what="it",
                               who="they", by_when=last + dt.timedelta(5), cause=cause))  # fmt: skip
    Telling.objects.bulk_create(told, batch_size=2000, ignore_conflicts=True)
    Answer.objects.bulk_create(said, batch_size=2000)


def _counted(day: dt.date) -> None:
    from goldenthread.oversight import drift
    from goldenthread.oversight.models import MonthlyCount, Reach, Run
    from goldenthread.workforce.models import Team

    months = []
    speak, silent = _book()
    teams, book = list(Team.objects.filter(below=None).order_by("pk")), [*speak, *silent][:COUNTED]
    for turn, of in enumerate(book):
        for place, team in enumerate(teams):
            for at, month in enumerate(drift.months_of(day)):
                if turn < OWED_MONTHLY or (turn + place + at) % 4 == 0:
                    months += [MonthlyCount(standard=of.id, team=team, month=month, status=status, number=number)
                               for status, number in (("met", 20 + at), ("late", 1 + place % 3))]  # fmt: skip
    MonthlyCount.objects.all().delete()
    MonthlyCount.objects.bulk_create(months, batch_size=5000)
    Reach.objects.all().delete()
    Reach.objects.bulk_create((Reach(standard=of.id, team=team, children=100) for of in book for team in teams), batch_size=5000)
    now = dt.datetime.now(dt.UTC)
    Run.objects.create(as_at=day, began_at=now, ended_at=now)


# ---------------------------------------------------------------------------------------------------------- MEASURING


def measure() -> dict[str, dict]:
    """Each screen of each role that has it: queries, and the least processor milliseconds of some requests."""
    from django.test import Client

    from goldenthread.oversight.live import _warm

    logging.disable(logging.WARNING)  # each request, and each refusal of a screen that a role has not
    _warm()
    found = {}
    for role in ROLES:
        client = Client(headers={"host": "localhost"})
        client.force_login(account(role), backend="allauth.account.auth_backends.AuthenticationBackend")
        for name, address in _addresses(role).items():
            if client.get(address).status_code != 200:
                continue
            queries, least = queries_of(client.get, address), float("inf")
            for _ in range(REQUESTS):
                began = time.process_time()
                client.get(address)
                least = min(least, 1000 * (time.process_time() - began))
            found[f"{role}: {name}"] = {"queries": queries, "ms": least}
    return found


def _addresses(role: str) -> dict[str, str]:
    from goldenthread.oversight.models import Delay, Shortfall
    from goldenthread.oversight.supervised import supervised
    from goldenthread.record.access import today
    from goldenthread.record.models import Allocation

    child = Allocation.objects.filter(worker=account("social_worker"), ended_on=None).order_by("pk").first().person_id
    standard = Shortfall.objects.open().order_by("pk").first().standard
    pages = {
        "my day": "/", "team": "/team/", "drift": "/drift/", "drift, a step": f"/drift/step/{Delay.objects.first().step}/",
        "drift, a standard": f"/drift/standard/{standard}/", "drift, a cause": "/drift/cause/none/", "told": "/told/",
        "told, a level": "/told/?level=1", "supervision": "/supervision/", "supervision itself": "/supervision/view/",
        "reviewing": "/reviewing/", "child": f"/child/{child}/", "child’s shortfalls": f"/child/{child}/shortfalls/",
    }  # fmt: skip
    mine = supervised(account(role), today())
    return pages | ({"a supervision": f"/supervision/worker/{mine[0].pk}/"} if mine else {})
