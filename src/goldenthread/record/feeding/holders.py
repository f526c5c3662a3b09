"""Brings teams, workers and allocations up to the source. A fed worker cannot sign in until an administrator says so."""

from django.contrib.auth.hashers import make_password

from goldenthread.record.feeding.run import FeedRun
from goldenthread.record.models import Allocation
from goldenthread.workforce.models import Team, Worker

GONE = "gone"
"""The state of an allocation that its source no longer tells of."""


def bring_holders(run: FeedRun, ids: dict[str, int]) -> None:
    """Teams, then workers, then who holds which child. `ids`: of people, by number."""
    run.progress("Workers")
    teams = _teams(run)
    workers = _workers(run, teams)
    if run.tells("allocation") or "involvements" in run.people.tables:
        _allocations(run, ids, workers, teams)


def _teams(run: FeedRun) -> dict[str, int]:
    """Teams that are not known yet; those that are known are the administrators' to change."""
    rows = [row for row in run.people.rows["teams"] if len(row["number"]) <= 64]
    names = {row["above"]: row["above_name"] for row in rows if row["above"]} | {row["number"]: row["name"] for row in rows}
    held = dict(Team.objects.values_list("number", "pk"))
    new = [Team(number=number, name=(name or number)[:200]) for number, name in names.items()
           if number not in held and len(number) <= 64]  # fmt: skip
    held |= {team.number: team.pk for team in Team.objects.bulk_create(new)}
    made = {team.number for team in new}
    for row in rows:
        if row["number"] in made and row["above"] in held and row["above"] != row["number"]:
            Team.objects.filter(pk=held[row["number"]]).update(above=held[row["above"]])
    run.counts["teams_added"] += len(new)
    return held


def _workers(run: FeedRun, teams: dict[str, int]) -> dict[str, Worker]:
    """Every worker the source tells of, by number. One who signs in is an administrator's to change, not a feed's."""
    held = {worker.number: worker for worker in Worker.objects.filter(authority="local")}
    wanted, new, changed = _wanted(run, teams), [], []
    for number, said in wanted.items():
        if len(number) > 64:
            run.not_placed.append(("professionals", None, "number", number, "at most 64 characters"))
        elif number not in held:
            new.append(Worker(number=number, password=make_password(None), **({"name": number} | said)))
        elif not held[number].email and any(getattr(held[number], name) != value for name, value in said.items()):
            for name, value in said.items():
                setattr(held[number], name, value)
            changed.append(held[number])
    Worker.objects.bulk_create(new, batch_size=1000)
    names = sorted({name for said in wanted.values() for name in said})
    if names and changed:
        Worker.objects.bulk_update(changed, names, batch_size=500)
    run.counts["workers_added"] += len(new)
    run.counts["workers_changed"] += len(changed)
    return held | {worker.number: worker for worker in new}


def _wanted(run: FeedRun, teams: dict[str, int]) -> dict[str, dict]:
    """What the source says of each worker; only what it does say."""
    wanted = {number: {} for (number,) in run.connection.execute(
        "SELECT DISTINCT subject_id FROM fed_keyed WHERE subject_type = 'worker' ORDER BY 1").fetchall()}  # fmt: skip
    for row in run.people.rows["workers"]:
        said = {"name": row["name"], "registration": row["registration"], "is_agency": row["is_agency"],
                "team_id": teams.get(row["team"])}  # fmt: skip
        if "reviewing officer" in row["job"]:
            said["role"] = "reviewing_officer"
        wanted[row["number"]] = {name: value for name, value in said.items() if value is not None}
    if run.tells("employment"):
        for row in run.rows(EMPLOYED, "number", "started_on", "left_on", "is_newly_qualified", "is_agency"):
            said = {name: value for name, value in row.items() if name == "left_on" or value is not None}
            wanted.setdefault(said.pop("number"), {}).update(said)
    for number in _holding(run) - wanted.keys():
        wanted[number] = {}
    return {number: _fit(run, said) for number, said in wanted.items()}


EMPLOYED = """SELECT subject_id, started_on, ended_on, is_newly_qualified, is_agency FROM employment
    QUALIFY row_number() OVER (PARTITION BY subject_id ORDER BY started_on DESC, ref) = 1"""


def _fit(run: FeedRun, said: dict) -> dict:
    """Texts that are too long are not placed, nor is a name that is blank then."""
    plain = {name: value for name, value in said.items() if name in ("name", "registration")}
    fit = run.fits(Worker, "professionals", plain)
    return {name: value for name, value in (said | fit).items() if name != "name" or value}


def _holding(run: FeedRun) -> set[str]:
    """The numbers of workers who hold a child."""
    found = {row["worker"] for row in run.people.rows["held"] if row["worker"]}
    if run.tells("allocation"):
        query = "SELECT DISTINCT worker_id FROM allocation WHERE worker_id IS NOT NULL"
        found |= {number for (number,) in run.connection.execute(query).fetchall()}
    return found


def _allocations(run: FeedRun, ids: dict[str, int], workers: dict[str, Worker], teams: dict[str, int]) -> None:
    wanted = _held(run, ids, workers, teams)
    fields = ("ended_on", "change_reason", "team_id", "state")
    known = {_key(each): each for each in Allocation.objects.filter(source=run.source)}
    typed = {_key(each) for each in Allocation.objects.filter(source="", person__in=_people_typed(ids))}
    there = known.keys() | typed
    new = [Allocation(source=run.source, **_named(key), **said) for key, said in wanted.items() if key not in there]
    changed = [_with(known[key], said) for key, said in wanted.items()
               if key in known and any(getattr(known[key], name) != said[name] for name in fields)]  # fmt: skip
    gone = [_with(each, {"state": GONE}) for key, each in known.items() if key not in wanted and each.state != GONE]
    Allocation.objects.bulk_create(new, batch_size=1000)
    Allocation.objects.bulk_update([*changed, *gone], fields, batch_size=500)
    run.counts["allocations"] += len(new) + len(changed) + len(gone)


def _people_typed(ids: dict[str, int]) -> set[int]:
    """Those of these people who have an allocation that was made here."""
    return set(Allocation.objects.filter(source="").values_list("person_id", flat=True)) & set(ids.values())


def _key(each: Allocation) -> tuple:
    return each.person_id, each.worker_id, each.worker_id is None and each.team_id, each.capacity, each.started_on


def _named(key: tuple) -> dict:
    return {"person_id": key[0], "worker_id": key[1], "capacity": key[3], "started_on": key[4]}


def _with(each: Allocation, said: dict) -> Allocation:
    for name, value in said.items():
        setattr(each, name, value)
    return each


def _held(run: FeedRun, ids: dict[str, int], workers: dict[str, Worker], teams: dict[str, int]) -> dict[tuple, dict]:
    """Who holds whom, by _key, as the source says; a holding with neither worker nor team says nothing."""
    held = {}
    for row in [*run.people.rows["held"], *_told_elsewhere(run)]:
        worker, team = workers.get(row["worker"]), teams.get(row["team"])
        if row["number"] not in ids or not (worker or team):
            continue
        said = {"ended_on": row["ended_on"], "change_reason": (row["change_reason"] or "")[:16], "state": "accepted",
                "team_id": team or worker.team_id}  # fmt: skip
        key = (ids[row["number"]], worker and worker.pk, worker is None and team, row["capacity"], row["started_on"])
        held.setdefault(key, said)
    return held


def _told_elsewhere(run: FeedRun) -> list[dict]:
    """Allocations that another format tells of: the thread has each once."""
    if not run.tells("allocation"):
        return []
    names = ("number", "worker", "started_on", "ended_on", "change_reason")
    rows = run.rows("SELECT subject_id, worker_id, started_on, ended_on, change_reason FROM allocation ORDER BY ref", *names)
    return [row | {"team": None, "capacity": "social_worker"} for row in rows]
