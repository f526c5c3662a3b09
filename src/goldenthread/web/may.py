"""Who may, for the routes: each finds what the path names, or raises access.Denied as if there were no such thing."""

from django.http import HttpRequest

from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.actions.guarding import RESTRICT
from goldenthread.record.actions.workers import KEEP
from goldenthread.record.kinds import kinds
from goldenthread.record.masking import Masker
from goldenthread.record.models import Draft, Entry, Person
from goldenthread.record.reading import latest
from goldenthread.web.routes import roles
from goldenthread.workforce.models import Team, Worker

HIDDEN = Denied("hidden", "There is no such page.", hidden=True)


def person_of(pk: int) -> Person:
    """A person; of two merged records, the one that goes on. As if there were no such thing, where there is none."""
    person = Person.objects.select_related("merged_into").filter(pk=pk).first()
    if person is None:
        raise HIDDEN
    return person.survivor


def read_child(request: HttpRequest, child: int, **given) -> dict:
    """Those who may open the child's record. Finds the child (of two merged records, the one that goes on)."""
    person = person_of(child)
    request.ground = access.check_read(request.user, person)
    return given | {"child": person}


def write_child(request: HttpRequest, child: int, **given) -> dict:
    """Those who may add to the child's record."""
    person = person_of(child)
    request.ground = access.check_write(request.user, person)
    return given | {"child": person}


def read_entry(request: HttpRequest, entry: int, **given) -> dict:
    """Those who may read the entry, or at least one child's line in it."""
    found = Entry.objects.select_related("made_by", "worker").filter(pk=entry).first()
    if found is None:
        raise HIDDEN
    access.check_read_entry(request.user, found)
    return given | {"entry": found}


def change_entry(request: HttpRequest, entry: int, **given) -> dict:
    """Those who may make such an entry about every child in it, and may see all that it says: a form shows it as it is."""
    given = read_entry(request, entry, **given)
    found = given["entry"]
    access.check_change_entry(request.user, found)
    if found.versions_made and Masker(request.user, list(found.people.all())).hides_any(latest(found).body):
        raise Denied("not whole", "This entry says something that you may not see, so you cannot change it.")
    return given


def make_kind(request: HttpRequest, kind: str, **given) -> dict:
    """The roles that make entries of this kind; about which children is asked when it is made."""
    if kind not in kinds():
        raise HIDDEN
    if request.user.role not in kinds()[kind].made_by:
        raise Denied("role", "Your role does not make entries of this kind.")
    return given | {"kind": kinds()[kind]}


def own_draft(request: HttpRequest, draft, **given) -> dict:
    """The author of the draft, and nobody else."""
    found = Draft.objects.filter(pk=draft, author=request.user).first()
    if found is None:
        raise HIDDEN
    return given | {"draft": found}


def guard_child(request: HttpRequest, child: int, **given) -> dict:
    """Heads of service and the director, of a child whose record they may open."""
    given = read_child(request, child, **given)
    if request.user.role not in RESTRICT:
        raise Denied("role", "A head of service or the director does this.")
    return given


def adoption_child(request: HttpRequest, child: int, **given) -> dict:
    """Adoption staff, of a child whose record they may open; to anyone else there is no such page."""
    if not request.user.is_adoption_staff:
        raise HIDDEN
    return read_child(request, child, **given)


def open_in_emergency(request: HttpRequest, **given) -> None:
    """Those whose role opens records in an emergency."""
    if request.user.kind_of_role.children in ("none", "chosen"):
        raise Denied("role", "Your role does not open records in an emergency.")


def decide(request: HttpRequest, **given) -> None:
    """Team managers and those above them."""
    if not request.user.kind_of_role.decides:
        raise Denied("role", "A manager does this.")


def kept_worker(request: HttpRequest, worker: int, **given) -> dict:
    """Administrators, of any worker."""
    return given | {"worker": _kept(request, Worker, worker)}


def kept_team(request: HttpRequest, team: int, **given) -> dict:
    """Administrators, of any team."""
    return given | {"team": _kept(request, Team, team)}


def _kept(request: HttpRequest, model, pk: int):
    roles(*KEEP)(request)
    found = model.objects.filter(pk=pk).first()
    if found is None:
        raise HIDDEN
    return found
