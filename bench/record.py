"""`make bench`: what the pages cost with 20,000 children against 200, on SQLite, both in one run.

Each size has a database of its own with 100 facts and 5 entries a child, built by plain SQL. For each page the queries
are counted, and the median of 40 requests is taken, turn by turn, so that a noisy minute falls on both sizes alike.
"""

import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SIZES = (200, 20_000)
FACTS_A_CHILD = 100
CASELOAD = 16
TURNS, REQUESTS = 4, 10
MARKED = 10
"""So many children have the name that is searched for, whatever the size."""


def main() -> None:
    """Build both, measure turn by turn, print figures and ratios."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory(prefix="goldenthread-bench-") as folder:
        homes = {size: Path(folder) / str(size) for size in sizes}
        for size, home in homes.items():
            built = _step("build", size, home)
            print(f"{size:>7,} children: {built['facts']:,} facts, built in {built['seconds']:.0f} s", flush=True)
        turns = {size: [] for size in sizes}
        for _ in range(TURNS):
            for size, home in homes.items():
                turns[size].append(_step("measure", size, home))
    _print(turns)


def _print(turns: dict[int, list[dict]]) -> None:
    small, large = min(turns), max(turns)
    print(f"\n{'page':<14}{'queries':>16}{'ms':>20}{'ratio':>8}")
    for page in turns[small][0]:
        queries = {size: turns[size][0][page]["queries"] for size in (small, large)}
        cost = {size: statistics.median(turn[page]["ms"] for turn in turns[size]) for size in (small, large)}
        print(f"{page:<14}{queries[small]:>7} {queries[large]:>8}{cost[small]:>11.1f} {cost[large]:>8.1f}"
              f"{cost[large] / cost[small]:>8.2f}")  # fmt: skip


def _step(what: str, size: int, home: Path) -> dict:
    home.mkdir(exist_ok=True)
    environment = os.environ | {
        "GOLDENTHREAD_HOME": str(home), "GOLDENTHREAD_DEMO": "yes", "GOLDENTHREAD_SECRET_KEY": "a bench " * 8,
        "GOLDENTHREAD_DATABASE": "", "DJANGO_SETTINGS_MODULE": "goldenthread.web.settings",
    }  # fmt: skip
    command = [sys.executable, "-m", "bench.record", "--step", what, str(size)]
    finished = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(finished.stdout.splitlines()[-1])


# ------------------------------------------------------------------------------------------------- IN A PROCESS OF ITS OWN


def _build(size: int) -> dict:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    start = time.perf_counter()
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        facts = _fill(size)
    return {"facts": facts, "seconds": time.perf_counter() - start}


FACTS = """WITH RECURSIVE turn(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM turn WHERE n + 1 < %s)
INSERT INTO record_fact (noun, subject_type, subject_id, person_id, started_on, facts, source, key, said, recorded_at)
SELECT CASE n %% 5 WHEN 0 THEN 'care_visit' WHEN 1 THEN 'need_visit' WHEN 2 THEN 'contact' WHEN 3 THEN 'review'
        ELSE 'health_assessment' END,
    'child', person.number, person.id, date('now', '-' || (n * 11 + 3) || ' days'),
    CASE WHEN n %% 5 < 2 THEN '{"is_seen": true, "is_alone": ' || CASE WHEN n %% 3 = 0 THEN 'true' ELSE 'false' END || '}'
        ELSE '{}' END,
    'bench', person.id || '-' || n, '', %s
FROM record_person person, turn"""


def _fill(size: int) -> int:
    from django.db import connection

    from goldenthread.record.models import Allocation, Household, HouseholdMember, Person
    from goldenthread.record.search import index_people
    from goldenthread.workforce.models import Team, Worker

    today, now = dt.date.today(), dt.datetime.now(dt.UTC)  # noqa: DTZ011
    teams = Team.objects.bulk_create(Team(number=f"T{n}", name=f"Team {n}") for n in range(max(1, size // 100)))
    workers = Worker.objects.bulk_create(
        Worker(number=f"W{n}", name=f"Worker {n}", email=f"w{n}@demo.example", team=teams[n % len(teams)])
        for n in range(size // CASELOAD + 1)
    )
    people = Person.objects.bulk_create(
        (
            Person(number=f"C{n:07}", forename=f"Given{n % 97}", surname="Markerby" if n < MARKED else f"Family{n}",
                   born_on=today - dt.timedelta(days=1000 + n % 5000), had_record=True)
            for n in range(size)
        ), batch_size=2000,
    )  # fmt: skip
    homes = Household.objects.bulk_create((Household(name="Home") for _ in range(size // 2 + 1)), batch_size=2000)
    HouseholdMember.objects.bulk_create(
        (HouseholdMember(household=homes[n // 2], person=person) for n, person in enumerate(people)), batch_size=2000
    )
    Allocation.objects.bulk_create(
        (
            Allocation(person=person, worker=workers[n // CASELOAD], team=workers[n // CASELOAD].team,
                       started_on=today - dt.timedelta(days=400))
            for n, person in enumerate(people)
        ), batch_size=2000,
    )  # fmt: skip
    index_people([person.pk for person in people])
    with connection.cursor() as cursor:
        cursor.execute(FACTS, [FACTS_A_CHILD, now])
    return size * FACTS_A_CHILD


def _measure(size: int) -> dict:
    import django

    django.setup()
    from django.test import Client

    from goldenthread.record.models import Person
    from goldenthread.workforce.models import Worker

    client = Client(headers={"host": "localhost"})
    client.force_login(Worker.objects.get(number="W0"), backend="allauth.account.auth_backends.AuthenticationBackend")
    child = Person.objects.get(number="C0000003").pk
    pages = {
        "my day": lambda: client.get("/"),
        "child's page": lambda: client.get(f"/child/{child}/"),
        "search": lambda: client.post("/search/", {"q": "Markerby"}, follow=True),
    }
    found = {}
    for name, ask in pages.items():
        answer, queries = ask(), queries_of(ask)
        assert answer.status_code == 200, (name, answer.status_code)
        times = []
        for _ in range(REQUESTS):
            began = time.perf_counter()
            ask()
            times.append(1000 * (time.perf_counter() - began))
        found[name] = {"queries": queries, "ms": statistics.median(times)}
    return found


def queries_of(ask: Callable, *of) -> int:
    """How many queries it takes to be answered."""
    from django.db import connection

    queries = []
    with connection.execute_wrapper(lambda execute, *given: queries.append(1) or execute(*given)):
        ask(*of)
    return len(queries)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        step = {"build": _build, "measure": _measure}[sys.argv[2]]
        print(json.dumps(step(int(sys.argv[3]))))
    else:
        main()
