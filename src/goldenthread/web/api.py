"""The API, version 1: what a program may ask, with the same access, the same actions and the same words as the pages."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest, JsonResponse
from ninja import Field, Query, Schema, Status

from goldenthread.record import access, audit, search
from goldenthread.record.access import Denied
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.bodies import take
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.schema import schema
from goldenthread.record.models import Entry, EntryPerson, Fact, Person
from goldenthread.record.policies import Fault, Unfit
from goldenthread.record.shown import ShownEntry, Table, shown, shown_many
from goldenthread.web import may
from goldenthread.web.api_doors import API, BASE, operation
from goldenthread.web.routes import signed_in

MOST = 100

After = Annotated[int, Query(0, ge=0, description="the id after which to go on; 0 is the beginning")]
Limit = Annotated[int, Query(50, ge=1, le=MOST)]


class ChildOut(Schema):
    """A child whose record you may open. `number` is the council's own id."""

    id: int
    number: str
    name: str
    born_on: dt.date | None


class ChildrenOut(Schema):
    """A page of children; `next` is where to go on, or null."""

    children: list[ChildOut]
    next: int | None


class SaidOut(Schema):
    """A question and its answer, in words; of a list, rows under headings."""

    label: str
    value: str | None = None
    headings: list[str] | None = None
    rows: list[list[str]] | None = None


class LineOut(Schema):
    """What an entry says of one child."""

    child: int
    said: list[SaidOut]


class EntryOut(Schema):
    """An entry as you may see it. `shared` is null where it is also about someone whose record you may not open."""

    id: int
    kind: str
    title: str
    line: str
    began_on: dt.date
    ended_on: dt.date | None
    made_by: str
    made_at: dt.datetime
    version: int
    is_withdrawn: bool
    shared: list[SaidOut] | None
    lines: list[LineOut]


class EntriesOut(Schema):
    """A page of entries, by id."""

    entries: list[EntryOut]
    next: int | None


class FactOut(Schema):
    """A fact of the thread that stands. `entry` is the entry that gives it; or `source` where it was fed from."""

    noun: str
    started_on: dt.date
    ended_on: dt.date | None
    facts: dict
    entry: int | None
    source: str
    recorded_at: dt.datetime


class FactsOut(Schema):
    """A page of facts."""

    facts: list[FactOut]
    next: int | None


class EntryIn(Schema):
    """A new entry. `body` is as the kind's schema says; `follows`: the id of the entry it is the next step of."""

    kind: str
    children: list[int] = Field(min_length=1, max_length=20)
    body: dict
    follows: int | None = None


class MadeOut(Schema):
    """The id of the entry that was made."""

    id: int


class KindOut(Schema):
    """A kind of entry that there is, and whether your role makes it."""

    name: str
    title: str
    purpose: str
    about: str
    version: int
    you_may_make_it: bool


class SearchIn(Schema):
    """Words to look for: of `people`, or in what was written (`text`)."""

    words: str = Field(min_length=1, max_length=200)
    what: str = Field("people", pattern="^(people|text)$")
    page: int = Field(1, ge=1, le=1000)


class FoundOut(Schema):
    """Someone, or an entry, that was found."""

    person: ChildOut | None = None
    entry: int | None = None
    kind: str = ""
    snippet: str = ""


class SearchOut(Schema):
    """A page of what was found."""

    found: list[FoundOut]
    more: bool


@operation("get", "children", signed_in, response=ChildrenOut)
def children(request: HttpRequest, after: After, limit: Limit):
    """The children whose records you may open, by id."""
    found = list(access.children(request.user).filter(pk__gt=after).order_by("pk")[: limit + 1])
    audit.note(request.user, "children.list")
    return {"children": [_child(each) for each in found[:limit]], "next": _next(found, limit)}


@operation("get", "children/{int:child}", may.read_child, response=ChildOut)
def child(request: HttpRequest, child: int):
    """One child."""
    return _child(_read(request))


@operation("get", "children/{int:child}/entries", may.read_child, response=EntriesOut)
def child_entries(request: HttpRequest, child: int, after: After, limit: Limit):
    """A child's entries, by id, each as you may see it."""
    person = _read(request)
    lines = EntryPerson.objects.filter(person__in=person.ids, entry_id__gt=after)
    pks = list(lines.order_by("entry_id").values_list("entry_id", flat=True).distinct()[: limit + 1])
    entries = Entry.objects.filter(pk__in=pks[:limit]).order_by("pk")
    shown_each = shown_many(request.user, entries, person)
    return {"entries": [_entry(each) for each in shown_each], "next": pks[limit - 1] if len(pks) > limit else None}


@operation("get", "children/{int:child}/facts", may.read_child, response=FactsOut)
def child_facts(request: HttpRequest, child: int, after: After, limit: Limit):
    """The facts of a child's thread that stand, but those of entries that your role does not read."""
    person = _read(request)
    standing = Fact.objects.standing().filter(person__in=person.ids, pk__gt=after)
    closed = [kind.name for kind in kinds().values() if kind.read_by and request.user.role not in kind.read_by]
    found = list(standing.exclude(entry__kind__in=closed).order_by("pk")[: limit + 1])
    return {"facts": [_fact(each) for each in found[:limit]], "next": _next(found, limit)}


@operation("get", "entries/{int:entry}", may.read_entry, response=EntryOut)
def entry(request: HttpRequest, entry: int):
    """One entry, as you may see it."""
    found = request.found["entry"]
    one = shown(request.user, found)
    for person in one.about or [None]:
        audit.note(request.user, "entry.read", thing="entry", thing_id=found.pk, person=person)
    return _entry(one)


def may_make(request: HttpRequest, **given) -> None:
    """Those who add to the record; about whom and of which kind is asked when it is made."""
    if not request.user.kind_of_role.writes:
        raise Denied("role", "Your role does not add to the record.")


@operation("post", "entries", may_make, response={201: MadeOut})
def make(request: HttpRequest, given: EntryIn):
    """Make an entry about children: the same as finishing its form."""
    by, kind = request.user, kinds().get(given.kind)
    if kind is None or kind.about not in ("children", "child"):
        raise Unfit([Fault("kind", "There is no such kind of entry about children.")])
    persons = list(access.children(by).filter(pk__in=given.children).order_by("pk"))
    if len(persons) != len(set(given.children)):
        raise Unfit([Fault("children", "There is no such child.")])
    follows = _followed(request, given.follows)
    body = take(by, kind, persons, given.body)
    made = make_entry(by=by, kind=kind.name, persons=persons, body=body, follows=follows)
    return Status(201, {"id": made.pk})


def _followed(request: HttpRequest, pk: int | None) -> Entry | None:
    if pk is None:
        return None
    try:
        return may.read_entry(request, entry=pk)["entry"]
    except Denied:
        raise Unfit([Fault("follows", "There is no such entry.")]) from None


@operation("get", "kinds", signed_in, response=list[KindOut])
def every_kind(request: HttpRequest):
    """Every kind of entry."""
    return [
        {"name": each.name, "title": each.title, "purpose": each.purpose, "about": each.about, "version": each.version,
         "you_may_make_it": request.user.role in each.made_by}
        for each in kinds().values()
    ]  # fmt: skip


def known_kind(request: HttpRequest, kind: str) -> dict:
    """Every worker, of a kind that there is."""
    if kind not in kinds():
        raise may.HIDDEN
    return {"kind": kinds()[kind]}


@operation("get", "kinds/{str:kind}/schema", known_kind, response=dict)
def kind_schema(request: HttpRequest, kind: str):
    """The JSON Schema of the body of a kind of entry."""
    return schema(request.found["kind"])


@operation("post", "search", signed_in, response=SearchOut)
def find(request: HttpRequest, given: SearchIn):
    """People of whom you may know, or what was written in what you may read. Words are never in an address."""
    by = request.user
    audit.note(by, "text.search" if given.what == "text" else "people.search")
    if given.what == "people":
        page = search.find_people(by, given.words, given.page)
        return {"found": [{"person": _child(each)} for each in page], "more": page.more}
    page = search.find_text(by, given.words, given.page)
    found = [{"entry": each.entry.pk, "kind": each.kind.name, "snippet": f"{each.before}{each.words}{each.after}"}
             for each in page]  # fmt: skip
    return {"found": found, "more": page.more}


@operation("get", "openapi.json", signed_in, include_in_schema=False)
def document(request: HttpRequest):
    """This API, as an OpenAPI document."""
    return JsonResponse(API.get_openapi_schema(path_prefix=f"/{BASE}"))


def _read(request: HttpRequest) -> Person:
    """The child the path names; that the record was read is noted before it is told."""
    person = request.found["child"]
    audit.note(request.user, "child.read", person=person, ground=request.ground.name)
    return person


def _next(found: list, limit: int) -> int | None:
    return found[limit - 1].pk if len(found) > limit else None


def _child(person: Person) -> dict:
    return {"id": person.pk, "number": person.number, "name": person.name, "born_on": person.born_on}


def _entry(one: ShownEntry) -> dict:
    shared = None if one.shared is None else [_said(each) for group in one.shared for each in group.said]
    return {
        "id": one.entry.pk, "kind": one.kind.name, "title": one.title, "line": one.line, "began_on": one.began_on,
        "ended_on": one.ended_on, "made_by": one.made_by, "made_at": one.made_at, "version": one.version,
        "is_withdrawn": one.withdrawn, "shared": shared,
        "lines": [{"child": each.person.pk, "said": [_said(said) for said in each.said]} for each in one.lines],
    }  # fmt: skip


def _said(said) -> dict:
    if isinstance(said.value, Table):
        return {"label": said.label, "headings": list(said.value.headings), "rows": [list(row) for row in said.value.rows]}
    return {"label": said.label, "value": said.value}


def _fact(fact: Fact) -> dict:
    return {"noun": fact.noun, "started_on": fact.started_on, "ended_on": fact.ended_on, "facts": fact.facts,
            "entry": fact.entry_id, "source": fact.source, "recorded_at": fact.recorded_at}  # fmt: skip
