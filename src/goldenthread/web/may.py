"""Who may, for the routes: each finds what the path names, or raises access.Denied as if there were no such thing."""

from django.http import HttpRequest

from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Draft, Entry, Person

HIDDEN = Denied("hidden", "There is no such page.", hidden=True)


def _person(pk: int) -> Person:
    person = Person.objects.select_related("merged_into").filter(pk=pk).first()
    if person is None:
        raise HIDDEN
    return person.merged_into or person


def read_child(request: HttpRequest, child: int, **given) -> dict:
    """Those who may open the child's record. Finds the child (of two merged records, the one that goes on)."""
    person = _person(child)
    request.ground = access.check_read(request.user, person)
    return given | {"child": person}


def write_child(request: HttpRequest, child: int, **given) -> dict:
    """Those who may add to the child's record."""
    person = _person(child)
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
    """Those who may make such an entry about every child in it."""
    given = read_entry(request, entry, **given)
    access.check_change_entry(request.user, given["entry"])
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
