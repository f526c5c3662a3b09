"""`goldenthread demo`: invents an authority, feeds it, judges it, and serves it with an account for each role."""

import datetime as dt
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db.models import Count
from rich.console import Console

from goldenthread.check.command import run as check
from goldenthread.errors import UserError
from goldenthread.invent import write
from goldenthread.oversight.judging import judge_all
from goldenthread.record.access import current, today
from goldenthread.record.actions.guarding import choose_case
from goldenthread.record.actions.holding import allocate
from goldenthread.record.actions.workers import change_team, change_worker, make_team, make_worker
from goldenthread.record.facts import read
from goldenthread.record.feeding.command import run as feed
from goldenthread.web.demo_stories import tell_of_supervision, tell_stories
from goldenthread.web.serving import is_loopback, listen
from goldenthread.workforce.models import Team, Worker
from goldenthread.workforce.roles import ROLES

DOMAIN = "demo.example"
"""Where the accounts of the demo have their e-mail; no other account is offered."""

SOURCE = "the old system"
NIGHTS = (16, 8, 0)
"""The nights on which the demo is judged, in days ago: so that what nobody answered has gone up."""

NAMES = {
    "team_manager": "Marlow Tester", "reviewing_officer": "Imre Sampler", "service_manager": "Sidney Mockley",
    "head_of_service": "Hollis Trialby", "director": "Dara Exampler", "quality_assurance": "Quinn Checkham",
    "analyst": "Anson Figures", "out_of_hours": "Orla Nightley", "inspector": "Ida Lookwell",
}  # fmt: skip
MANAGERS = ("Rowan", "Ainsley", "Merritt", "Lindsay", "Carey", "Jocelyn", "Robin", "Vivian")


def accounts() -> list[Worker]:
    """The accounts to choose from, in the order of the roles."""
    found = Worker.objects.filter(email__endswith=f"@{DOMAIN}", is_active=True).select_related("team")
    order = list(ROLES)
    return sorted(found, key=lambda worker: order.index(worker.role))


def run(children: int, seed: int, host: str, port: int, out: Path, console: Console) -> None:
    """Invent, feed, judge, serve. UserError where it would be served to others, or to more than this machine."""
    if not settings.DEMO or settings.DATABASE:
        raise UserError("The demo is never run over a real record: leave GOLDENTHREAD_DEMO and GOLDENTHREAD_HOME to it.")
    if not is_loopback(host):
        raise UserError("The demo has accounts without passwords: it is served on this machine only (127.0.0.1).")
    authority = out / "authority"
    for folder in (authority, out / "report"):
        shutil.rmtree(folder, ignore_errors=True)
    for file in settings.HOME.glob("record.sqlite*"):
        file.unlink()
    with _step(console, f"Inventing an authority of {children:,} children"):
        write(children, 6, seed, today(), authority)
    with _step(console, "Feeding it to the record"):
        call_command("migrate", verbosity=0)
        feed([str(authority)], SOURCE, today(), Console(quiet=True))
    with _step(console, "Opening an account for each role, and telling a few stories"):
        opened = open_accounts()
        tell_stories(opened)
    for ago in NIGHTS:
        with _step(console, f"Judging it as on the night {f'{ago} days ago' if ago else 'just past'}"):
            judge_all(today() - dt.timedelta(ago))
    tell_of_supervision(opened)
    with _step(console, "Writing the report"):
        check([], today(), out / "report", None, [], _quietly, Console(quiet=True), reader=read)
    console.print(f"\nThe report is {out / 'report' / 'report.html'}")
    listen(host, port, 8, f"The record is at http://{host}:{port}/demo/   (Ctrl+C ends it)\n", console)


@contextmanager
def _step(console: Console, what: str) -> Iterator[None]:
    """Say what is being done, and how long it took."""
    began = time.perf_counter()
    console.print(f"{what} …", end="", highlight=False)
    yield
    console.print(f" {time.perf_counter() - began:.0f} s", highlight=False)


@contextmanager
def _quietly() -> Iterator:
    yield lambda what, done=0, total=None: None


def open_accounts() -> dict[str, Worker]:
    """An account for each role, by role: the social worker is one of the authority's own, with children to hold."""
    keeper = make_worker(by=None, name="Addison Keys", email=f"administrator@{DOMAIN}", role="administrator", number="D-A")
    authority = make_team(by=keeper, name="The authority", number="authority")
    for team in Team.objects.filter(above=None).exclude(pk=authority.pk):
        change_team(by=keeper, team=team, name=team.name, number=team.number, above=authority)
    worker = _with_children()
    change_worker(
        by=keeper, worker=worker, name=worker.name, email=f"social_worker@{DOMAIN}", role="social_worker", team=worker.team
    )
    places = {"service_manager": worker.team.above, "head_of_service": authority, "director": authority}
    opened = {"administrator": keeper, "social_worker": worker}
    for role, name in NAMES.items():
        opened[role] = make_worker(
            by=keeper, name=name, email=f"{role}@{DOMAIN}", role=role, team=places.get(role, worker.team), number=f"D-{role}",
            until=today() + dt.timedelta(30) if role == "inspector" else None,
        )  # fmt: skip
    door = Team.objects.filter(below=None).exclude(pk=worker.team_id).order_by("number").first()
    if door:
        change_team(by=keeper, team=door, name=door.name, number=door.number, above=door.above, is_front_door=True)
    _open_for_workers(keeper)
    _give_cases(opened)
    return opened


def _open_for_workers(keeper: Worker) -> None:
    """An account for everyone who holds a child, and a manager for every team: who has none is told of nothing."""
    for each in Worker.objects.filter(email=None, left_on=None, pk__in=current().values("worker")).order_by("pk"):
        email = f"{each.number.lower()}@workers.{DOMAIN}"
        change_worker(by=keeper, worker=each, name=each.name, email=email, role=each.role, team=each.team)
    managed = Worker.objects.filter(role="team_manager").values("team")
    for number, team in enumerate(Team.objects.filter(below=None).exclude(pk__in=managed).order_by("pk"), 1):
        make_worker(by=keeper, name=f"{MANAGERS[number % len(MANAGERS)]} Tester", email=f"manager{number}@workers.{DOMAIN}",
                    role="team_manager", team=team, number=f"D-M{number}")  # fmt: skip


def _with_children() -> Worker:
    """A worker whose caseload is that of a worker: the most children up to eighteen, brothers and sisters among them."""
    held = current(capacity="social_worker", worker__isnull=False).values("worker").annotate(children=Count("person"))
    best = held.filter(children__lte=18).order_by("-children", "worker").first() or held.order_by("children").first()
    return Worker.objects.select_related("team__above").get(pk=best["worker"])


def _give_cases(opened: dict[str, Worker]) -> None:
    """Children for the reviewing officer to review, and for the inspector to read."""
    held = current(team=opened["social_worker"].team, capacity="social_worker").select_related("person").order_by("person")
    children = list(dict.fromkeys(row.person for row in held))
    for child in children[:12]:
        allocate(by=opened["team_manager"], child=child, worker=opened["reviewing_officer"], capacity="reviewing_officer")
    for child in children[:6]:
        choose_case(by=opened["head_of_service"], person=child, worker=opened["inspector"], until=today() + dt.timedelta(14))
