"""A shortfall explained: why am I being asked, on what facts, by which law, who knows, and what was decided?"""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.oversight import disputing, explained, here, sentences, sight
from goldenthread.oversight.cards import CardLine, card_lines
from goldenthread.oversight.judging import freshen
from goldenthread.oversight.models import Shortfall
from goldenthread.oversight.what_meets import ends_it, kinds_that_meet
from goldenthread.record import access, audit
from goldenthread.record.access import today
from goldenthread.record.kinds.language import Kind
from goldenthread.record.masking import Masker
from goldenthread.record.models import Person
from goldenthread.standards.language.standard import Standard
from goldenthread.web import may
from goldenthread.web.routes import route
from goldenthread.workforce.models import Worker


def may_read_shortfall(request: HttpRequest, shortfall: int) -> dict:
    """Those who may open the record of the child (or supervise the worker) whom it is about."""
    found = sight.shortfalls(request.user).select_related("person__merged_into", "worker").filter(pk=shortfall).first()
    if found is None:
        raise may.HIDDEN
    request.ground = access.check_read(request.user, found.person) if found.person and found.person.had_record else None
    return {"shortfall": found}


@route("shortfall/<int:shortfall>/", may=may_read_shortfall)
def shortfall_page(request: HttpRequest, shortfall: Shortfall) -> HttpResponse:
    """Why it is asked, on what facts, by which law; who was told, and what was decided."""
    by, day = request.user, today()
    freshen([(shortfall.subject_type, shortfall.subject_id)], day)
    shortfall.refresh_from_db()
    note_read(request, shortfall)
    known = explain(by, shortfall, day)
    line: CardLine = known["line"]
    known |= {
        "told": list(explained.shown_tellings(by, line.told)), "goes_up_on": line.goes_up_on, "goes_up_to": line.goes_up_to,
        "answers": explained.shown_answers(by, shortfall.answers.select_related("by"), known["masker"]),
        "together": explained.brothers_and_sisters(by, shortfall),
        "answers_it": shortfall.ended_on is None and sight.can_answer(by, shortfall, day),
        "may_dispute": shortfall.ended_on is None and known["child"] is not None and disputing.raisable(by, known["child"]),
    }  # fmt: skip
    return render(request, "shortfall/page.html", known)


def note_read(request: HttpRequest, shortfall: Shortfall) -> None:
    """Who has read of whose shortfall."""
    ground = request.ground.name if request.ground else ""
    audit.note(request.user, "shortfall.read", thing="shortfall", thing_id=shortfall.pk, person=shortfall.person, ground=ground)


def explain(by: Worker, shortfall: Shortfall, day: dt.date) -> dict:
    """What both pages show of it."""
    child = _child(shortfall)
    standard = here.standard_of(shortfall)
    line = card_lines([shortfall], by, day)[shortfall.pk]
    rests, hidden = explained.rests_on(by, shortfall, standard)
    ending = ends_it(standard)
    return {
        "shortfall": shortfall, "child": child, "line": line, "words": line.words, "masker": Masker(by, [child] if child else []),
        "is_question": shortfall.kind == "question", "decides": by.kind_of_role.decides,
        "paragraph": sentences.paragraph(shortfall, standard), "duty": standard.duty if standard else "",
        "cites": standard.cites.removesuffix(".") if standard else "", "force": sentences.force_words(shortfall, standard),
        "note": standard.note if standard else "", "caveats": sentences.caveats(shortfall),
        "rests": rests, "hidden": hidden, "to_record": _to_record(by, child, standard), "ends_it": ending.one if ending else "",
        "ends_by_decision": here.ends_by_deciding(shortfall.standard),
    }  # fmt: skip


def _child(shortfall: Shortfall) -> Person | None:
    person = shortfall.person
    return person if person and person.had_record else None


def _to_record(by: Worker, child: Person | None, standard: Standard | None) -> list[Kind]:
    """The entry that would meet it, or those any of which would end it, where this worker makes such about this child."""
    if child is None or not access.can_write(by, child):
        return []
    meet = kinds_that_meet(standard)
    kinds = [kind for kind in meet if by.role in kind.made_by and kind.about in ("children", "child")]
    return kinds if ends_it(standard) else kinds[:1]
