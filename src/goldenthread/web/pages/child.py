"""A child's page: who is this child, and are they safe tonight?"""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.oversight.explained import told_in_short
from goldenthread.oversight.judging import freshen
from goldenthread.oversight.of_child import open_lines
from goldenthread.record import audit
from goldenthread.record.access import can_write, today
from goldenthread.record.family import family_of
from goldenthread.record.forms import read_day
from goldenthread.record.genogram import relation_of
from goldenthread.record.known import end_of
from goldenthread.record.models import Address, Person
from goldenthread.record.overview import deciders, holders, out_of_hours, overview, states
from goldenthread.record.seeing import seeing
from goldenthread.record.story import lines, reader_of
from goldenthread.web.may import read_child
from goldenthread.web.routes import route

LATEST = 30
"""So many lines of the story stand on the child's page."""


@route("child/<int:child>/", may=read_child, name="child")
def overview_page(request: HttpRequest, child: Person) -> HttpResponse:
    """The child's page; as it was known at the end of a day, where one is asked for."""
    known, fault = _known(request)
    day, at = known or today(), end_of(known) if known else None
    audit.note(request.user, "child.read", person=child, ground=request.ground.name)
    if known is None:
        freshen([("child", child.number)], day)
    speaking, silent = open_lines(request.user, child, day, known)
    reader = reader_of(request.user, [child], at)
    family = family_of(request.user, child, day, reader.sees)
    story = lines(reader, latest=LATEST + 1)[child.pk]
    held, address = holders(child, day), _address(child, day)
    return render(request, "child/overview.html", {
        "child": child,
        "known": known,
        "known_fault": fault,
        "family": family,
        "relation": lambda person: relation_of(family, person, child),
        "mask": reader.masker.text,
        "address": address,
        "address_words": reader.masker.address(address) if address else "",
        "seeing": seeing(child, at, day),
        "overview": overview(reader, child, day),
        "speaking": speaking,
        "told_in_short": told_in_short,
        "silent": silent,
        "states": states(child, at, day),
        "held": held,
        "deciders": deciders(held),
        "out_of_hours": out_of_hours(),
        "story": [moment for moment in story[:LATEST] if moment.significance != "hidden"],
        "has_earlier": len(story) > LATEST,
        "can_write": request.user.kind_of_role.writes and (request.ground.writes or can_write(request.user, child)),
    })  # fmt: skip


def _known(request: HttpRequest) -> tuple[dt.date | None, str]:
    """The day asked for, and what is wrong with it."""
    typed = request.GET.get("known", "").strip()
    if not typed:
        return None, ""
    try:
        day = read_day(typed)
    except ValueError as wrong:
        return None, f"As it was known on: {wrong}"
    return (day, "") if day < today() else (None, "" if day == today() else "As it was known on: this day is in the future.")


def _address(child: Person, day: dt.date) -> Address | None:
    """Where the child lives, as far as anybody has written it down."""
    homes = [each for each in child.addresses.all() if each.kind == "home"]
    current = [each for each in homes if (each.ended_on is None or each.ended_on > day)
               and (each.started_on is None or each.started_on <= day)]  # fmt: skip
    return max(current, key=lambda each: (each.started_on or dt.date.min, each.pk), default=None)
