"""The children someone reviews, or chairs for: what needs them first; and a review prepared before it is held."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.oversight import disputing, reviewing, sentences
from goldenthread.oversight.cards import SHOUTING
from goldenthread.oversight.reviewing import CHECKS, Reviewed
from goldenthread.record import access, audit
from goldenthread.record.access import Denied, today
from goldenthread.record.kinds import kinds
from goldenthread.record.models import Person
from goldenthread.record.overview import overview
from goldenthread.record.story import Moment, lines, reader_of
from goldenthread.web import may
from goldenthread.web.drift_shown import said_on
from goldenthread.web.routes import route
from goldenthread.workforce.models import Worker

CHANGED = 12
"""So many lines of what changed since the last review are shown."""


def may_review(request: HttpRequest) -> None:
    """Reviewing officers and chairs, and whoever reviews a child or chairs for one."""
    by = request.user
    if by.role == "reviewing_officer":
        return
    if not access.current(worker=by, state="accepted", capacity__in=access.OFFICERS).exists():
        raise Denied("role", "This is for reviewing officers and conference chairs.")


@route("reviewing/", may=may_review, name="reviewing")
def reviewing_page(request: HttpRequest) -> HttpResponse:
    """One card for each child, what needs the officer first."""
    audit.note(request.user, "reviewing.read")
    cards = reviewing.every_reviewed(request.user, today())
    needing = [each for each in cards if each.needs]
    return render(request, "reviewing/list.html", {
        "needing": needing, "others": [each for each in cards if not each.needs],
        "shouting": [each.child.pk for each in needing[:SHOUTING]], "dangers": _dangers,
    })  # fmt: skip


@route("reviewing/<int:child>/", may=may.read_child, name="prepare_review")
def prepare_review(request: HttpRequest, child: Person) -> HttpResponse:
    """What the next review of this child has to know before it begins; and the way to begin it."""
    by, day = request.user, today()
    audit.note(by, "child.read", person=child, ground=request.ground.name)
    capacities = reviewing.capacities_for(by, child, day)
    card = reviewing.reviewed(by, {child: capacities}, day)[0]
    starts = kinds()[card.starts]
    writes = access.can_write(by, child)
    checks = [kinds()[CHECKS[each]] for each in capacities]
    return render(request, "reviewing/prepare.html", {
        "child": child, "card": card, "outcomes": overview(reader_of(by, [child]), child, day).outcomes,
        "starts": starts, "day": day, "changed": _changed(by, card),
        "may_start": writes and by.role in starts.made_by, "follows": _follows(card),
        "checks": [each for each in checks if writes and by.role in each.made_by],
        "owed": said_on(day), "dangers": _dangers, "may_raise": disputing.raisable(by, child),
        "reviews": "conference" not in card.starts,
    })  # fmt: skip


def _dangers(card: Reviewed) -> list[tuple[str, list[tuple[int, str]]]]:
    """What endangers the child, said once; and, under it, what is owed because of it, by the id of its shortfall."""
    found: dict[str, list[tuple[int, str]]] = {}
    for each in card.others:
        if each.is_danger:
            what, asked = sentences.in_two(each, each.days_over(today()))
            found.setdefault(what, []).append((each.pk, asked or "Why, and who has been told"))
    return list(found.items())


def _follows(card: Reviewed) -> int | None:
    """The minutes that the next ones go on from, where they are of another kind: the initial conference."""
    return card.last.entry.pk if card.last and card.last.whole and card.last.kind.name != card.starts else None


def _changed(by: Worker, card: Reviewed) -> list[Moment]:
    """What happened since the last review, of what matters most, the latest first."""
    since = card.last_on or dt.date.min
    found = lines(reader_of(by, [card.child]))[card.child.pk]
    key = [each for each in found if each.significance == "key" and not each.withdrawn and not each.gone]
    return [each for each in key if since < each.day <= card.day][:CHANGED]
