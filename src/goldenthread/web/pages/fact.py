"""A row fed from another system: what it says, where it came from, and when. It cannot be changed here."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.check.words import capital
from goldenthread.codes.lists import label
from goldenthread.record import access, audit
from goldenthread.record.masking import Masker
from goldenthread.record.models import Fact, Person
from goldenthread.record.shown import ShownField, day_in_words
from goldenthread.standards.vocabulary import NOUNS
from goldenthread.web import may
from goldenthread.web.routes import route


def may_read_fact(request: HttpRequest, fact: int) -> dict:
    """Those who may open the child's record."""
    found = Fact.objects.select_related("person__merged_into", "fed_by").filter(pk=fact).first()
    if found is None or found.person is None or found.noun not in NOUNS:
        raise may.HIDDEN
    child = found.person.survivor
    request.ground = access.check_read(request.user, child)
    return {"fact": found, "child": child}


@route("fact/<int:fact>/", may=may_read_fact)
def fact_page(request: HttpRequest, fact: Fact, child: Person) -> HttpResponse:
    """The row as it is; of a fact that an entry gives, the entry."""
    if fact.entry_id:
        return HttpResponseRedirect(f"/entry/{fact.entry_id}/")
    audit.note(request.user, "fact.read", thing="fact", thing_id=fact.pk, person=child, ground=request.ground.name)
    noun, masker = NOUNS[fact.noun], Masker(request.user, [child])
    title = noun.one.split(" ", 1)[-1] if noun.one.startswith(("a ", "an ", "the ")) else noun.one
    title = capital(title)
    said = [ShownField(capital(each.words), masker.text(_value(each, fact.facts[each.name])))
            for each in noun.facts if fact.facts.get(each.name) not in (None, "")]  # fmt: skip
    return render(request, "entry/fact.html", {"child": child, "fact": fact, "title": title, "said": said})


def _value(each, value) -> str:
    if each.kind == "yes_no":
        return "Yes" if value else "No"
    if each.kind == "day":
        return day_in_words(str(value))
    return (label(each.codes, str(value)) if each.codes else None) or str(value)
