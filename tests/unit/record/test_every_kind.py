"""Every kind of entry, from its declaration: read, made, told, completed, corrected, withdrawn; denied to who may not."""

import datetime as dt
import json
from collections import deque
from dataclasses import replace
from itertools import pairwise
from math import lcm

import pytest
from django.utils import timezone
from tests.kinds_filled import BEGAN, BORN, body_of

from goldenthread.codes.lists import lists
from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.actions.entries import complete_entry, correct_entry, make_entry, withdraw_entry
from goldenthread.record.forms import read, show
from goldenthread.record.kinds import kinds
from goldenthread.record.kinds.language import Kind
from goldenthread.record.kinds.told import Told
from goldenthread.record.models import Entry, Fact, Person, Version
from goldenthread.record.moving.export import export
from goldenthread.record.projection import facts_told
from goldenthread.record.reading import body_of as says
from goldenthread.record.reading import latest, line_of, told_of
from goldenthread.record.search import find_text
from goldenthread.standards.vocabulary import NOUNS
from goldenthread.workforce.roles import ROLES

EVERY = list(kinds().values())
each_kind = pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
TYPES = {"text": str, "yes_no": bool, "number": int}
WHO = {"children": 2, "child": 1, "carer": 1}


@pytest.fixture
def about(family):
    """A function from a kind to the people an entry of it is about."""

    def of(kind: Kind) -> list[Person]:
        Person.objects.update(born_on=BORN)
        if kind.about == "carer":
            return [Person.objects.create(number="F1", forename="A carer", is_carer=True)]
        return list(Person.objects.order_by("pk"))[: WHO.get(kind.about, 0)]

    return of


@pytest.fixture
def makers(make_worker, worker):
    """A function from a kind to a worker who may make it, and to one who may not."""

    def of(kind: Kind):
        asks_manager = worker.role not in kind.made_by or any(field.filled_by for field in kind.fields)
        by = make_worker("The manager", "team_manager") if asks_manager else worker
        other = next(role for role in ROLES if role not in kind.made_by)
        return by, make_worker("Another", other)

    return of


def make(kind: Kind, by, persons, **more):
    """An entry of this kind, in the period it must fall in."""
    if kind.during:
        period = next(each for each in EVERY if each.gives and each.gives[0].noun is kind.during)
        before = body_of(period, persons, by, began=BEGAN - dt.timedelta(days=9))
        make_entry(by=by, kind=period.name, persons=persons, body=before)
    whom = by if kind.about == "worker" else None
    return make_entry(by=by, kind=kind.name, persons=persons, body=body_of(kind, persons, by, **more), worker=whom)


@each_kind
def test_it_can_be_made_and_changed_and_what_it_gives_can_be_judged(kind, about, makers):
    persons, (by, other) = about(kind), makers(kind)
    entry = make(kind, by, persons)
    body = says(latest(entry), kind)
    assert read(kind, show(kind, body), persons) == (body, [])
    assert line_of(kind, told_of(kind, body, persons[0] if persons else None, entry))
    assert (entry in [hit.entry for hit in find_text(by, kind.title)]) != kind.private, "found by what it is called"
    assert {fact.noun for fact in Fact.objects.filter(entry=entry)} <= {each.noun.name for each in kind.gives} | {"case_note"}
    if kind.lasts and not entry.ended_on:
        complete_entry(by=by, entry=entry, body=body_of(kind, persons, by, ended=True), version_seen=1)
        entry.refresh_from_db()
        assert entry.ended_on == BEGAN + dt.timedelta(days=1)
    with pytest.raises(Denied):
        make_entry(by=other, kind=kind.name, persons=persons, body=body, worker=by if kind.about == "worker" else None)
    correct_entry(
        by=by, entry=entry, body=body_of(kind, persons, by, ended=kind.lasts, choice=1),
        version_seen=entry.versions_made, reason="It was another",
    )  # fmt: skip
    entry.refresh_from_db()
    withdraw_entry(by=by, entry=entry, reason="Of another child")
    assert not Fact.objects.filter(entry=entry, superseded_at=None).exists()


def test_every_kind_goes_out_with_what_it_says(family, worker, tmp_path):
    made, by = {}, worker
    Person.objects.update(born_on=BORN)
    family = list(Person.objects.order_by("pk"))
    for kind in EVERY:
        body = body_of(kind, family[: WHO.get(kind.about, 0)], by)
        entry = Entry.objects.create(kind=kind.name, began_on=BEGAN, made_by=by, made_at=timezone.now(), versions_made=1)
        said = Version.objects.create(entry=entry, number=1, body=body, change="made", said_by=by, said_at=timezone.now())
        made[said.pk] = body
    export(tmp_path / "out", with_sealed=True)
    files = (tmp_path / "out").rglob("version.jsonl")
    rows = [json.loads(line) for file in files for line in file.read_text().splitlines()]
    assert {row["id"]: row["body"] for row in rows} == made


def told(kind: Kind, choice: int) -> Told:
    """A filled form of a child with nothing in a database."""
    child, by = Person(pk=1, born_on=BORN), Person(pk=2)
    body = body_of(kind, [child], by, choice=choice, ended=True)
    return Told("7", body["shared"], body["lines"]["1"], born_on=BORN, made_at=dt.datetime.now(dt.UTC))


@each_kind
def test_its_facts_have_the_names_and_types_of_the_vocabulary_and_each_can_be_given(kind):
    given = set()
    for each in (*(told(kind, choice) for choice in range(combinations(kind))), *left_blank(kind)):
        for fact in facts_told(kind, each):
            types = {each.name: each for each in NOUNS[fact.noun].facts}
            assert all(type(value) is TYPES[types[name].kind] for name, value in fact.facts.items())
            given.add(fact.noun)
    assert given == {gives.noun.name for gives in kind.gives}


def left_blank(kind: Kind) -> list[Told]:
    """The same, in which everything is blank that is no day and no choice: of the child, and in every row."""
    whole = told(kind, 0)
    kept = {field.name for field in kind.fields if field.kind in ("day", "moment", "choice", "code")}
    rows = {field.name: [{} for _ in (1, 2)] for field in kind.fields if field.kind == "rows"}
    shared = {name: value for name, value in whole.shared.items() if name in kept}
    line = {name: value for name, value in whole.line.items() if name in kept}
    return [replace(whole, shared=shared, line=line), replace(whole, shared=shared | rows, line=line)]


def combinations(kind: Kind) -> int:
    """How many examples it takes until every choice has been made with every other."""
    many = lcm(*[len(field.choices) for field in kind.fields if field.choices and field.kind == "choice"], 2)
    return max(min(many, 70), *[len(lists()[field.codes]) for field in kind.fields if field.codes], 0)


@each_kind
def test_its_line_can_be_told_though_all_that_is_shared_is_withheld(kind):
    assert line_of(kind, Told("", {}))


@each_kind
def test_a_form_asks_little_and_each_question_is_plain(kind):
    required = [field for field in kind.fields if field.required and not field.when]
    assert len(required) <= 6
    assert len(kind.fields) <= 22
    assert all(field.words[0].isupper() and len(field.words) < 100 for field in kind.fields)
    assert len(kind.purpose) < 130
    assert bool(kind.theme) == (kind.about in ("children", "child"))


def test_a_kind_is_found_under_its_name():
    assert [name for name, kind in kinds().items() if name != kind.name] == []
    assert all(len(name) <= 48 for name in kinds())


def test_every_next_step_is_a_kind():
    named = {name for kind in EVERY for name in (*kind.next_steps, *kind.ended_with)}
    assert named <= set(kinds())


def follows(first: str) -> set[str]:
    """Every kind that can be come to by next steps."""
    seen, waiting = {first}, deque([first])
    while waiting:
        for name in kinds()[waiting.popleft()].next_steps:
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return seen


SPINE = [
    "contact", "referral", "assessment", "strategy_discussion", "section47", "initial_conference", "protection_plan",
    "review_conference", "need_plan", "need_review",
]  # fmt: skip
TO_COURT = ["review_conference", "legal_concern", "legal_gateway", "pre_proceedings", "proceedings", "legal_status"]
IN_CARE = ["section47", "period_of_care", "looked_after_review", "permanence_plan", "pathway_assessment", "pathway_plan"]
ADOPTED = ["permanence_plan", "adoption_decision", "placement_order", "adoption_match", "placed_for_adoption", "adoption_order"]


@pytest.mark.parametrize("steps", [SPINE, TO_COURT, IN_CARE, ADOPTED], ids=["spine", "to court", "in care", "adopted"])
def test_one_step_leads_to_the_next(steps):
    gaps = [(one, other) for one, other in pairwise(steps) if other not in kinds()[one].next_steps]
    assert not gaps


def test_from_a_contact_one_comes_to_leaving_care_and_to_nearly_all_that_is_about_a_child():
    about_children = {kind.name for kind in EVERY if kind.about in ("children", "child")}
    unreached = about_children - follows("contact")
    assert "pathway_plan" not in unreached
    assert unreached == {"note", "transfer_in_notice", "chronology", "case_audit"}, "what begins by itself"


def test_what_lies_between_two_is_read_by_the_two(make_worker, worker):
    manager = make_worker("The manager", "team_manager")
    head = make_worker("The director", "director", of=None)
    private = make(kinds()["wellbeing"], manager, [])
    private.worker = worker
    private.save()
    access.check_read_entry(worker, private)
    access.check_read_entry(manager, private)
    with pytest.raises(Denied):
        access.check_read_entry(head, private)
