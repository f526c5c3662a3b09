"""Search: is this child known, who is this adult, where was this written? What is typed stands in no address and no log."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.record import access, audit
from goldenthread.record.actions.holding import HOLDS
from goldenthread.record.models import Person
from goldenthread.record.search import find_people, find_text
from goldenthread.web.routes import route, signed_in
from goldenthread.workforce.models import Worker

REMEMBERED = 10
"""Searches that a session remembers, so that one can be gone back to."""

LONGEST = 200


@dataclass(frozen=True)
class Card:
    """Someone found: `address` where their page may be opened; `held`: by whom, in words."""

    person: Person
    address: str
    held: str


@route("search/", may=signed_in)
def search(request: HttpRequest) -> HttpResponse:
    """What was typed is sent, remembered, and shown under a number: so a page can be reloaded and come back to."""
    if request.method == "POST":
        return HttpResponseRedirect(f"/search/?s={_remember(request, request.POST.get('q', '').strip()[:LONGEST])}")
    by, typed = request.user, request.session.get("searched", {}).get(request.GET.get("s", ""), "")
    shown = {"typed": typed, "finds": access.finds_everyone(by), "s": request.GET.get("s", "")}
    if typed:
        audit.note(by, "search")
        pages = {name: _number(request, name) for name in ("people", "text")}
        people = find_people(by, typed, pages["people"])
        texts = find_text(by, typed, pages["text"])
        cards = cards_of(by, people.found)
        shown |= {
            "children": [card for card in cards if card.person.had_record], "texts": texts, "people": people,
            "adults": [card for card in cards if not card.person.had_record], "pages": pages,
        }  # fmt: skip
    return render(request, "find/search.html", shown)


def _remember(request: HttpRequest, typed: str) -> str:
    searched = dict(list(request.session.get("searched", {}).items())[-REMEMBERED + 1 :])
    number = str(max((int(each) for each in searched), default=0) + 1)
    request.session["searched"] = searched | {number: typed}
    return number


def _number(request: HttpRequest, name: str) -> int:
    given = request.GET.get(name, "")
    return max(int(given), 1) if given.isdigit() and len(given) < 6 else 1


def cards_of(by: Worker, persons: Sequence[Person]) -> list[Card]:
    """These people, whom the worker may know of, with what else the worker may be told. Three queries."""
    ids = [person.pk for person in persons]
    readable = set(access.children(by).filter(pk__in=ids).values_list("pk", flat=True))
    known = set(access.people(by).filter(pk__in=ids, had_record=False).values_list("pk", flat=True))
    held = dict.fromkeys(ids, "")
    allocations = access.current(person__in=ids, capacity=HOLDS, state="accepted").select_related("team", "worker__team")
    for each in allocations.order_by("started_on", "pk"):
        team = each.team or (each.worker and each.worker.team)
        of_team = f" of {team.name}" if team else ""
        named = each.worker and each.person_id in readable
        held[each.person_id] = f"{each.worker.name}{of_team}" if named else team.name if team else "another worker"
    return [Card(person, _address(person, readable, known), held[person.pk]) for person in persons]


def _address(person: Person, readable: set[int], known: set[int]) -> str:
    if person.pk in readable:
        return f"/child/{person.pk}/"
    return f"/person/{person.pk}/" if person.pk in known else ""
