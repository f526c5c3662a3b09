"""Search: is this child known, who is this adult, where was this written? What is typed stands in no address and no log."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.record import access, audit
from goldenthread.record.search import find_people, find_text
from goldenthread.web.found_people import found_people
from goldenthread.web.routes import route, signed_in

REMEMBERED = 10
"""Searches that a session remembers, so that one can be gone back to."""

LONGEST = 200


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
        cards = found_people(by, people.found)
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
