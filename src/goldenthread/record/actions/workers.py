"""Workers, their roles and teams: what an administrator keeps."""

import datetime as dt
import secrets

from django.db.models.functions import Lower

from goldenthread.record.access import Denied, may_sign_in, today
from goldenthread.record.actions.language import Act, action
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Team, Worker
from goldenthread.workforce.roles import ROLES

KEEP = frozenset({"administrator"})
"""The roles that keep workers and teams."""


@action("worker.make")
def make_worker(
    *, by: Worker | None, name: str, email: str = "", role: str, team: Team | None = None, number: str = "",
    until: dt.date | None = None, is_adoption_staff: bool = False,
) -> Act:  # fmt: skip
    """Make an account, with no password until its worker sets one. `by` is None at the server's own console only. Unfit."""
    _check_keeps(by)
    email = email.strip().lower()
    number = number.strip() or f"gt-{secrets.token_hex(4)}"
    faults = list(_faults(None, name, email, role, until))
    if Worker.objects.filter(authority="local", number=number).exists():
        faults.append(Fault("number", "Another worker has this number."))
    if faults:
        raise Unfit(faults)
    worker = Worker(
        number=number, name=name.strip(), email=email or None, role=role, team=team, until=until,
        is_adoption_staff=is_adoption_staff,
    )  # fmt: skip
    worker.set_unusable_password()
    worker.save()
    return Act("worker", worker.pk, result=worker)


@action("worker.change")
def change_worker(
    *, by: Worker, worker: Worker, name: str, email: str, role: str, team: Team | None, until: dt.date | None = None,
    is_adoption_staff: bool = False, registration: str = "",
) -> Act:  # fmt: skip
    """Change a worker's particulars, role or team. Denied; Unfit."""
    _check_keeps(by)
    if by.pk == worker.pk and role != worker.role:
        raise Denied("role", "Another administrator changes your role.")
    email = email.strip().lower()
    faults = list(_faults(worker, name, email, role, until))
    if faults:
        raise Unfit(faults)
    worker.name, worker.email, worker.role, worker.team = name.strip(), email or None, role, team
    worker.until, worker.is_adoption_staff, worker.registration = until, is_adoption_staff, registration.strip()
    worker.save()
    return Act("worker", worker.pk, result=worker)


@action("worker.end")
def end_worker(*, by: Worker, worker: Worker) -> Act:
    """End an account from now on: what it wrote stays. Denied."""
    _check_keeps(by)
    if by.pk == worker.pk:
        raise Denied("role", "Another administrator ends your account.")
    worker.is_active, worker.left_on = False, worker.left_on or today()
    worker.save(update_fields=["is_active", "left_on"])
    return Act("worker", worker.pk, result=worker)


@action("worker.return")
def return_worker(*, by: Worker, worker: Worker) -> Act:
    """Let an account be used again. Denied."""
    _check_keeps(by)
    worker.is_active, worker.left_on = True, None
    worker.save(update_fields=["is_active", "left_on"])
    return Act("worker", worker.pk, result=worker)


@action("worker.password_link")
def note_password_link(*, by: Worker | None, worker: Worker) -> Act:
    """Allow, and note, that a link is made by which this worker sets a password. Denied; Unfit."""
    _check_keeps(by)
    if not may_sign_in(worker) or not worker.email:
        raise Unfit([Fault("", "This account has ended, or has no e-mail address: put that right first.")])
    return Act("worker", worker.pk, result=worker)


@action("worker.second_factor")
def remove_second_factor(*, by: Worker, worker: Worker) -> Act:
    """Take away the second factor of someone who lost their phone: they set up another at once. Denied."""
    _check_keeps(by)
    if by.pk == worker.pk:
        raise Denied("role", "Another administrator does this for you.")
    worker.authenticator_set.all().delete()
    return Act("worker", worker.pk, result=worker)


@action("team.make")
def make_team(*, by: Worker, name: str, number: str, above: Team | None = None, is_front_door: bool = False) -> Act:
    """Make a team. Denied; Unfit."""
    _check_keeps(by)
    _check_team(None, name, number, above)
    team = Team.objects.create(name=name.strip(), number=number.strip(), above=above, is_front_door=is_front_door)
    return Act("team", team.pk, result=team)


@action("team.change")
def change_team(*, by: Worker, team: Team, name: str, number: str, above: Team | None, is_front_door: bool = False) -> Act:
    """Change a team: its name, what it stands under, whether it takes new contacts. Denied; Unfit."""
    _check_keeps(by)
    _check_team(team, name, number, above)
    team.name, team.number, team.above, team.is_front_door = name.strip(), number.strip(), above, is_front_door
    team.save()
    return Act("team", team.pk, result=team)


def _check_keeps(by: Worker | None) -> None:
    if by is not None and (by.role not in KEEP or not may_sign_in(by)):
        raise Denied("role", "An administrator does this.")


def _faults(worker: Worker | None, name: str, email: str, role: str, until: dt.date | None):
    if not name.strip():
        yield Fault("name", "Give a name.")
    if email and ("@" not in email or " " in email):
        yield Fault("email", "Give an e-mail address, such as name@example.org.")
    others = Worker.objects.exclude(pk=worker.pk if worker else None)
    if email and others.annotate(lower=Lower("email")).filter(lower=email).exists():
        yield Fault("email", "Another account has this e-mail address.")
    if role not in ROLES:
        yield Fault("role", "Choose a role.")
    if role == "inspector" and until is None:
        yield Fault("until", "Say until which day the inspector's account may be used.")


def _check_team(team: Team | None, name: str, number: str, above: Team | None) -> None:
    faults = [Fault(field, f"Give a {field}.") for field, value in (("name", name), ("number", number)) if not value.strip()]
    if Team.objects.filter(number=number.strip()).exclude(pk=team.pk if team else None).exists():
        faults.append(Fault("number", "Another team has this number."))
    if team and above and above.pk in team.with_below():
        faults.append(Fault("above", "A team cannot stand under itself."))
    if faults:
        raise Unfit(faults)
