"""What needs a reviewing officer first; a wish cannot be lost between two reviews, nor what was agreed, nor an empty section."""

import datetime as dt

import pytest
from tests.shortfalls import past_due

from goldenthread.oversight import reviewing, wishes
from goldenthread.oversight.actions.disputing import raise_dispute
from goldenthread.oversight.models import Shortfall
from goldenthread.record.actions.entries import complete_entry, make_entry
from goldenthread.record.models import Allocation, Fact, NamedAccess, Person
from goldenthread.record.reading import latest

DAY = dt.date(2025, 12, 1)
WISH = "I want to see Birch\nevery week."


@pytest.fixture
def officer(make_worker, family):
    """The reviewing officer of the two eldest, who chairs for the youngest."""
    officer = make_worker("The officer", "reviewing_officer", of=None)
    for child, capacity in zip(family, ("reviewing_officer", "reviewing_officer", "conference_chair"), strict=True):
        Allocation.objects.create(person=child, worker=officer, capacity=capacity, started_on=dt.date(2024, 1, 1))
    return officer


@pytest.fixture
def ash(family):
    """The eldest, looked after since January."""
    of(family[0], "looked_after", dt.date(2025, 1, 6))
    return family[0]


def of(child, noun: str, day: dt.date) -> None:
    Fact.objects.create(noun=noun, subject_id=child.number, person=child, started_on=day, recorded_at=RECORDED)


RECORDED = dt.datetime(2025, 1, 6, tzinfo=dt.UTC)


def made(by, kind: str, child, line=None, **shared):
    return make_entry(by=by, kind=kind, persons=[child], body={"shared": shared, "lines": {str(child.pk): line or {}}})


def wish(worker, child, on="2025-02-03", words=WISH):
    return made(worker, "childs_wish", child, said=on, wish=words)


def review(officer, child, on: str, rows=(), **shared):
    line = {"wishes_answered": list(rows)} if rows else {}
    return made(officer, "looked_after_review", child, line, held=on, participation="PN1", progress="Settled", **shared)


def card(officer, child, day=DAY):
    return next(each for each in reviewing.every_reviewed(officer, day) if each.child == child)


def test_a_wish_is_passed_over_by_each_review_that_says_nothing_of_it(officer, worker, ash):
    review(officer, ash, "2025-02-03")  # the day it was said is not after it
    wish(worker, ash)
    for on in ("2025-03-03", "2025-06-02"):
        review(officer, ash, on)
    (open_,) = card(officer, ash).wishes
    assert open_.passed_over == (dt.date(2025, 3, 3), dt.date(2025, 6, 2))
    assert card(officer, ash, dt.date(2025, 4, 1)).wishes[0].passed_over == (dt.date(2025, 3, 3),)


def test_said_in_the_same_words_it_is_heard_and_stays_open_until_the_child_is_told(officer, worker, ash):
    said = wish(worker, ash)
    review(officer, ash, "2025-03-03", [{"wish": "  i want to see birch every  WEEK.", "answer": "Every Saturday"}])
    (open_,) = card(officer, ash).wishes
    assert (open_.heard.answer, open_.passed_over, open_.is_unanswered) == ("Every Saturday", (), False)
    body = latest(said).body
    told = {"answer": "done", "done": "Saturdays", "answered": "2025-03-10"}
    complete_entry(by=worker, entry=said, body=body | {"shared": body["shared"] | told}, version_seen=1)
    assert card(officer, ash).wishes == ()
    assert card(officer, ash, dt.date(2025, 3, 9)).wishes


def test_a_withdrawn_wish_or_one_of_another_child_is_not_this_childs(officer, worker, family, ash):
    wish(worker, family[1])
    assert card(officer, ash).wishes == ()
    assert len(card(officer, family[1]).wishes) == 1


def test_what_was_agreed_is_followed_though_the_next_review_says_no(officer, ash):
    decisions = [
        {"what": "Weekly visits", "who": "The worker", "by": "2025-04-01"},
        {"what": "Dentist", "who": "The carer", "by": "2025-04-01", "done": "2025-03-20"},
        {"what": "A bicycle", "who": "The carer", "by": "2026-04-01"},
    ]
    review(officer, ash, "2025-03-03", decisions=decisions)
    first = card(officer, ash, dt.date(2025, 5, 1))
    agreed = {each.what: each.happened for each in first.last.agreed}
    assert agreed == {"Weekly visits": "", "Dentist": "yes", "A bicycle": ""}
    assert [each.what for each in first.undone] == ["Weekly visits"]
    last_time = [{"action": "Weekly visits (The worker)", "happened": "no", "why_not": "No car"}]
    review(officer, ash, "2025-06-02", last_time=last_time, decisions=[{"what": "School", "who": "x", "by": "2026-01-01"}])
    (carried,) = card(officer, ash).undone
    assert (carried.what, carried.happened, carried.why_not) == ("Weekly visits (The worker)", "no", "No car")


def test_what_a_review_never_went_through_is_still_there_at_the_one_after(officer, ash):
    decisions = [{"what": "Weekly visits", "who": "The worker"}, {"what": "A bed", "who": "x", "done": "2025-03-04"}]
    decisions = [row | {"by": "2025-04-01"} for row in decisions]
    first = review(officer, ash, "2025-03-03", decisions=decisions)
    review(officer, ash, "2025-06-02", decisions=[{"what": "School", "who": "x", "by": "2026-01-01"}])
    assert [(each.what, each.entry == first.pk) for each in card(officer, ash).last.agreed] == [
        ("School", False), ("Weekly visits", True),
    ]  # fmt: skip


def test_what_was_left_empty_is_seen_as_the_standard_sees_it(officer, ash):
    review(officer, ash, "2025-03-03", health="Well", why_empty="There was no time.")
    last = card(officer, ash).last
    assert {"risk", "learning", "a decision"} <= set(last.empty)
    assert not {"health", "permanence"} & set(last.empty)
    assert last.why_empty == "There was no time."


def test_spoken_with_means_since_the_last_review_and_a_look_at_the_plan_is_no_talk(officer, ash):
    made(officer, "iro_check", ash, checked="2025-02-20", what="seen", text="In the park")
    review(officer, ash, "2025-03-03")
    made(officer, "iro_check", ash, checked="2025-03-20", what="checked", text="The plan")
    now = card(officer, ash, dt.date(2025, 4, 1))
    assert (now.spoken_on, now.spoken, now.checked_on) == (dt.date(2025, 2, 20), False, dt.date(2025, 3, 20))
    made(officer, "iro_check", ash, checked="2025-03-25", what="spoke", text="On the telephone")
    assert card(officer, ash, dt.date(2025, 4, 1)).spoken


def test_when_the_next_is_due_is_what_the_book_says(officer, ash):
    review(officer, ash, "2025-01-20")
    review(officer, ash, "2025-04-07")
    now = card(officer, ash, dt.date(2025, 5, 1))
    assert now.next.due_on == dt.date(2025, 10, 7)
    assert (now.next.standard.id, now.starts, now.is_near) == ("review-later", "looked_after_review", False)


def test_a_chair_prepares_a_conference(officer, worker, family):
    cedar = family[2]
    of(cedar, "protection_plan", dt.date(2025, 9, 1))
    conference = {"held": "2025-09-01", "harm": "Neglect", "why": "Neglect"}
    made(officer, "initial_conference", cedar, {"is_plan_made": True, "category": "NEG"}, **conference)
    now = card(officer, cedar, dt.date(2025, 11, 20))
    assert (now.starts, now.last.kind.name, now.next.due_on) == ("review_conference", "initial_conference", dt.date(2025, 12, 1))
    assert now.is_near


def shortfall(child, standard: str, **more) -> Shortfall:
    """One that is silent and nobody's in particular, unless said otherwise."""
    said = {"severity": "high", "responsible": "x", "first_seen_on": DAY, "judged_on": DAY, "speaks": False}
    return past_due(child, standard, DAY, **(said | more))


def test_what_needs_the_officer_first(officer, worker, family, ash):
    birch, cedar = family[1:]
    assert [each.needs for each in reviewing.every_reviewed(officer, DAY)] == [False] * 3
    of(birch, "looked_after", dt.date(2025, 1, 6))
    wish(worker, birch), review(officer, birch, "2025-03-03", health="x")
    shortfall(ash, "review-later")
    shortfall(cedar, "dental-check-yearly", speaks=False)
    assert [each.child for each in reviewing.every_reviewed(officer, DAY)][:2] == [ash, birch]
    assert card(officer, ash).review_past.standard == "review-later"
    assert not card(officer, cedar).needs
    shortfall(cedar, "protection-visits", speaks=True, is_danger=True)
    assert reviewing.every_reviewed(officer, DAY)[0].child == cedar


def test_nobody_disputes_their_own_duty(officer, ash):
    theirs = shortfall(ash, "review-later", responsible="Independent reviewing officer service")
    workers = shortfall(ash, "dental-check-yearly", speaks=True, responsible="Social worker")
    assert card(officer, ash).disputable == [workers]
    assert card(officer, ash).past == (theirs,)


def test_a_dispute_about_a_wish_is_seen_with_the_wish(officer, worker, ash, make_worker):
    make_worker("A manager", "team_manager")
    said = wish(worker, ash)
    dispute = raise_dispute(by=officer, child=ash, what="x", wanted="y", wishes=[said], day=dt.date(2025, 7, 1))
    now = card(officer, ash)
    assert now.wishes[0].disputed == dispute.pk
    assert [each.entry for each in now.disputes] == [dispute]


def test_nobody_else_sees_the_children_and_a_restricted_one_is_not_there(officer, worker, family, ash):
    assert reviewing.every_reviewed(worker, DAY) == []
    Person.objects.filter(pk=ash.pk).update(restricted=True)
    assert ash not in [each.child for each in reviewing.every_reviewed(officer, DAY)]


def test_of_an_entry_about_a_child_one_may_not_see_what_is_shared_stays_hidden(officer, worker, family):
    cedar, other = family[2], Person.objects.create(number="C9", had_record=True, restricted=True)
    for child in (cedar, other):
        of(child, "protection_plan", dt.date(2025, 9, 1))
    actions = [{"what": "x", "who": "y", "by": "2025-10-01"}]
    shared = {"held": "2025-09-01", "harm": "Neglect", "why": "Neglect", "actions": actions}
    NamedAccess.objects.create(person=other, worker=worker, given_by=worker, given_at=RECORDED)
    Allocation.objects.create(person=other, worker=worker, started_on=dt.date(2024, 1, 1))
    lines = {str(child.pk): {"is_plan_made": False} for child in (cedar, other)}
    make_entry(by=worker, kind="initial_conference", persons=[cedar, other], body={"shared": shared, "lines": lines})
    last = card(officer, cedar).last
    assert (last.whole, last.agreed, last.empty) == (False, (), ())


def test_many_children_cost_as_many_queries_as_one(officer, worker, family, ash, django_assert_max_num_queries):
    for child in family[:2]:
        wish(worker, child)
    of(family[1], "looked_after", dt.date(2025, 1, 6))
    for child in family[:2]:
        for on in ("2025-03-03", "2025-06-02"):
            review(officer, child, on, decisions=[{"what": "x", "who": "y", "by": "2025-04-01"}])
    with django_assert_max_num_queries(32):
        assert len(reviewing.every_reviewed(officer, DAY)) == 3


def test_the_open_wishes_of_a_childs_own_page(worker, ash):
    wish(worker, ash), wish(worker, ash, "2025-03-03", "A dog")
    found = wishes.open_wishes(worker, [ash], DAY)[ash.pk]
    assert [each.words for each in found] == ["I want to see Birch every week.", "A dog"]
