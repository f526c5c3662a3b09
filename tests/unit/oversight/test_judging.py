"""Judging while people work, and at night: one meaning; what becomes of a shortfall; nobody is told twice."""

import datetime as dt

import pytest
from django.utils import timezone
from tests import nights

from goldenthread.oversight import here, judging, keeping, live, nightly
from goldenthread.oversight.models import Answer, Shortfall, Stale, Telling
from goldenthread.oversight.stale import mark
from goldenthread.record.actions.entries import make_entry, withdraw_entry
from goldenthread.record.actions.people import merge_people, unmerge_people
from goldenthread.record.models import Allocation, Fact, Person
from goldenthread.standards.duty import COLUMNS
from goldenthread.workforce.models import Team, Worker

pytestmark = pytest.mark.django_db
DAY = nights.FIRST


@pytest.fixture
def authority(monkeypatch, settings):
    """A small authority, never judged."""
    settings.RECORDING_SINCE, settings.JUDGE_AT_ONCE = "", True
    monkeypatch.setattr(here, "standards", nights.few)
    nights.begin(6)


@pytest.fixture
def child(authority):
    """One of its children, judged: no visit was ever made to them, and they stand for all."""
    child = Person.objects.get(number="C0")
    Fact.objects.filter(person=child).exclude(noun="need_plan").delete()
    judging.judge([("child", child.number)], DAY)
    return child


def visits(child):
    """The shortfalls of visits to a child."""
    return Shortfall.objects.filter(person=child, standard="need-visits").order_by("pk")


def visit(child, day):
    """A visit, recorded here by the child's worker."""
    body = {"shared": {"visited": day.isoformat()}, "lines": {str(child.pk): {"purpose": "need", "seen": "alone"}}}
    return make_entry(by=Worker.objects.get(number="W0"), kind="visit", persons=[child], body=body)


def test_a_shortfall_is_seen_told_of_and_ends_when_it_is_done(child):
    shortfall = visits(child).get()
    assert (shortfall.ended_on, shortfall.first_seen_on, shortfall.speaks) == (None, DAY, True)
    assert shortfall.trigger.startswith("fed the old system key ")
    told = Telling.objects.filter(shortfall=shortfall).count()
    assert told
    visit(child, DAY)
    judging.freshen([("child", child.number)], DAY)
    shortfall.refresh_from_db()
    assert (shortfall.ended_on, shortfall.ended) == (DAY, "done")
    assert shortfall.why_ended.startswith("It was done on 2 March 2026, ")
    assert not Stale.objects.exists()


def test_a_visit_that_was_none_leaves_what_was_told_where_it_had_climbed_to(child):
    first, second = visit(child, DAY - dt.timedelta(90)), visit(child, DAY - dt.timedelta(45))
    judging.freshen([("child", child.number)], DAY)
    shortfall = visits(child).get(ended_on=None)
    assert shortfall.trigger == f"entry {second.pk}"
    withdraw_entry(by=Worker.objects.get(number="W0"), entry=second, reason="Nobody was there")
    judging.freshen([("child", child.number)], DAY + dt.timedelta(1))
    again = visits(child).get(ended_on=None)
    assert (again.pk, again.trigger) == (shortfall.pk, f"entry {first.pk}")


def fed(child, noun, began, ended=None, **facts):
    """A fact of a child, so many days before the first night."""
    days = [None if each is None else DAY - dt.timedelta(each) for each in (began, ended)]
    return Fact.objects.create(noun=noun, subject_id=child.number, person=child, started_on=days[0], ended_on=days[1],
                               facts=facts, source=nights.SOURCE, key=f"{noun} {began}", recorded_at=timezone.now())  # fmt: skip


def judged_by(request, monkeypatch, standard):
    """A child of an authority that judges by one standard, which speaks."""
    monkeypatch.setattr(nights, "STANDARDS", (standard,))
    monkeypatch.setattr(here, "speaks", lambda _: True)
    request.getfixturevalue("authority")
    return Person.objects.get(number="C0")


def answer(question, kind):
    """What the manager says to it on the first day."""
    Answer.objects.create(shortfall=question, by=Worker.objects.get(number="M1"), kind=kind, step=1, on=DAY, what="Looked",
                          at=timezone.now())  # fmt: skip


@pytest.mark.parametrize("kind, ended", [("", "unanswered"), ("help", "ceased"), ("done", "decided")])
def test_a_question_whose_time_passes_says_that_nobody_answered_where_nobody_did(monkeypatch, request, kind, ended):
    child = judged_by(request, monkeypatch, "short-break-seventeen-days")
    stay = fed(child, "legal_status", 30, code="V3")
    judging.judge([("child", "C0")], DAY)
    question = Shortfall.objects.get()
    assert (question.kind, question.ended_on) == ("question", None)
    if kind:
        answer(question, kind)
    Fact.objects.filter(pk=stay.pk).update(ended_on=DAY + dt.timedelta(2))
    for days in (1, 2):
        judging.judge([("child", "C0")], DAY + dt.timedelta(days))
    question.refresh_from_db()
    assert question.ended == ended
    assert (question.why_ended == "What it asks about ended on 4 March 2026.") == (kind != "done")


@pytest.mark.parametrize("kind, ended", [("", ""), ("done", "decided")])
def test_a_question_of_what_came_too_soon_stands_until_it_is_answered(monkeypatch, request, kind, ended):
    child = judged_by(request, monkeypatch, "protection-plan-ended-too-soon")
    over = DAY.replace(year=2025, month=9, day=3)
    plan = fed(child, "protection_plan", 400)
    Fact.objects.filter(pk=plan.pk).update(ended_on=over)
    fed(child, "referral", 0)  # on the last day of the six months after the plan
    judging.judge([("child", "C0")], DAY)
    question = Shortfall.objects.get()
    if kind:
        answer(question, kind)
    for days in (1, 2, 100):
        judging.judge([("child", "C0")], DAY + dt.timedelta(days))
        question.refresh_from_db()
        assert question.ended == ended


def test_an_action_passes_to_the_new_worker_and_to_the_manager_where_there_is_none(monkeypatch, request):
    child = judged_by(request, monkeypatch, "action-done")
    Team.objects.filter(number="T1").update(is_front_door=True)
    fed(child, "action_due", 3, action_id="A1")
    told = Telling.objects.order_by("pk").values_list("worker__number", flat=True)
    judging.judge([("child", "C0")], DAY)
    assert list(told.all()) == ["W0"]
    tomorrow, later = DAY + dt.timedelta(1), DAY + dt.timedelta(2)
    Allocation.objects.filter(person=child).update(ended_on=tomorrow)
    second = Allocation.objects.create(person=child, worker=Worker.objects.get(number="W1"), team=Team.objects.get(number="T1"),
                                       started_on=tomorrow)  # fmt: skip
    judging.judge([("child", "C0")], tomorrow)
    assert list(told.all()) == ["W0", "W1"]
    Allocation.objects.filter(pk=second.pk).update(ended_on=later)
    judging.judge([("child", "C0")], later)
    assert list(told.all()) == ["W0", "W1", "M1"]
    assert (Shortfall.objects.get().ended_on, Shortfall.objects.get().opened_on) == (None, DAY - dt.timedelta(3))


def test_other_words_of_law_are_written_at_once_and_a_day_more_is_not(child):
    first = visits(child).get()
    judging.judge([("child", child.number)], DAY + dt.timedelta(1))
    assert visits(child).values_list("explanation", "judged_on").get() == (first.explanation, DAY)
    begins, _, law = first.explanation.partition("Source: ")
    visits(child).update(explanation=f"{begins}Source: Words of yesterday. This was law.")
    judging.judge([("child", child.number)], DAY + dt.timedelta(1))
    now = visits(child).get()
    assert now.explanation.endswith(law)
    assert now.judged_on == DAY + dt.timedelta(1)


def test_what_was_withdrawn_and_is_so_again_is_the_same_shortfall_and_nobody_is_told_twice(child):
    shortfall = visits(child).get()
    told = list(Telling.objects.values_list("pk", flat=True))
    entry = visit(child, DAY)
    judging.freshen([("child", child.number)], DAY)
    assert not visits(child).open().exists()
    withdraw_entry(by=entry.made_by, entry=entry, reason="The wrong child")
    judging.freshen([("child", child.number)], DAY)
    assert visits(child).open().get() == shortfall
    assert list(Telling.objects.values_list("pk", flat=True)) == told


def test_new_ids_in_the_fed_system_change_nothing_and_a_row_that_is_gone_is_said_to_be(child):
    before = nights.left()
    plan = Fact.objects.get(person=child, noun="need_plan")
    Fact.objects.filter(pk=plan.pk).update(superseded_at=timezone.now())
    plan.pk = None
    plan.save(force_insert=True)
    judging.judge([("child", child.number)], DAY)
    assert len(nights.left()[0]) == len(before[0])
    assert nights.left()[1] == before[1]
    assert visits(child).get().evidence["rows"] == [f"fed the old system fact {plan.pk}"], "its explanation leads to the new row"
    Fact.objects.filter(pk=plan.pk).update(gone_at=timezone.now())
    judging.judge([("child", child.number)], DAY)
    assert {each.why_ended for each in visits(child)} == {"The row it rested on is no longer in the old system."}


def test_shortfalls_follow_the_survivor_and_go_back(child):
    other, manager = Person.objects.get(number="C1"), Worker.objects.get(number="M1")
    Fact.objects.filter(person=other, noun="need_visit").delete()
    everyone = [("child", each.number) for each in (child, other)]
    judging.judge(everyone, DAY)
    ids = {each.person_id: each.pk for each in (visits(child).get(), visits(other).get())}
    Fact.objects.filter(person=child, noun="need_plan").update(started_on=dt.date(2025, 11, 3))  # another than the survivor's
    judging.judge(everyone, DAY)
    merge_people(by=manager, person=child, into=other, reason="The same child")
    judging.freshen(everyone, DAY)
    assert {each.pk for each in visits(other).open()} == set(ids.values())
    assert not visits(child).open().exists()
    child.refresh_from_db()
    unmerge_people(by=manager, person=child, reason="They are two")
    judging.freshen(everyone, DAY)
    apart = Shortfall.objects.open().filter(standard="need-visits", pk__in=ids.values())
    assert {each.person_id: each.pk for each in apart} == ids


def test_what_was_looked_into_and_decided_ends_and_does_not_come_again(child):
    shortfall = visits(child).get()
    worker = Worker.objects.get(number="W0")
    Answer.objects.create(shortfall=shortfall, by=worker, at=timezone.now(), on=DAY, step=0, kind="done", what="Seen at school.")
    for day in (DAY, DAY + dt.timedelta(1)):
        judging.judge([("child", child.number)], day)
        assert [(each.ended, each.why_ended) for each in visits(child)] == [
            ("decided", "It was looked into on 2 March 2026: Seen at school.")
        ]


def test_whoever_was_changed_while_they_were_judged_stays_stale(child, monkeypatch):
    judged = live.judged

    def slowly(*given):
        found = judged(*given)
        mark([("child", child.number)])
        return found

    monkeypatch.setattr(live, "judged", slowly)
    Fact.objects.filter(person=child).update(gone_at=timezone.now())
    mark([("child", child.number)])
    judging.freshen(None, DAY)
    assert Stale.objects.get().subject_id == child.number
    assert visits(child).open().exists(), "what was judged meanwhile is not kept"


def test_nobody_stale_is_one_query_and_nobody_is_judged_where_it_is_off(child, settings, django_assert_num_queries):
    with django_assert_num_queries(1):
        judging.freshen([("child", child.number)], DAY)
    settings.JUDGE_AT_ONCE = False
    mark([("child", child.number)])
    judging.freshen(None, DAY)
    assert Stale.objects.exists()


def test_the_night_and_the_day_judge_alike_and_twice_is_once(authority):
    judging.judge_all(DAY)
    once = nights.left()
    assert all(once)
    judging.judge([("child", each.number) for each in Person.objects.all()], DAY)
    assert nights.left() == once
    nights.change(5, DAY)
    judging.judge([("child", each.number) for each in Person.objects.all()], DAY)
    by_day = nights.left()
    assert by_day != once
    judging.judge_all(DAY)
    assert nights.left() == by_day
    assert not Stale.objects.exists()


def test_whoever_is_changed_while_the_night_judges_is_judged_as_they_are_now(child, monkeypatch):
    keep, changed = nightly._keep_all, []

    def meanwhile(*given):
        changed.append(visit(child, DAY))
        return keep(*given)

    monkeypatch.setattr(nightly, "_keep_all", meanwhile)
    judging.judge_all(DAY)
    assert visits(child).get().ended == "done"
    assert not Stale.objects.exists()


@pytest.mark.parametrize("days, is_open, waits", [(400, True, True), (400, False, False), (100, False, True)])
def test_for_what_is_long_past_of_a_child_no_longer_open_nobody_waits_or_is_told(child, days, is_open, waits):
    if not is_open:
        Fact.objects.filter(person=child, noun="need_plan").update(ended_on=DAY - dt.timedelta(30))
    due_on = DAY - dt.timedelta(days)
    duty = dict.fromkeys((*COLUMNS, "ref")) | {
        "standard": "strategy-discussion-prompt", "kind": "duty", "subject_type": "child", "subject_id": child.number,
        "opened_on": due_on, "due_on": due_on, "status": "overdue", "days_over": days, "severity": "critical", "force": "local",
        "responsible": "Team manager", "explanation": "It was due.", "evidence": {"rows": ["entry 1"], "caveats": []},
    }  # fmt: skip
    (new,) = keeping.keep([], [duty], DAY, ["strategy-discussion-prompt"], {}).new
    made = Shortfall.objects.get(standard=new["standard"])
    assert (made.waits, made.speaks) == (waits, waits)
