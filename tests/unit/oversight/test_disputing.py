"""A dispute on the record: put before whom, gone up by itself once and no more, answered, taken further, resolved."""

import datetime as dt

import pytest

from goldenthread.oversight import disputing
from goldenthread.oversight.actions.disputing import (
    answer_dispute,
    climb,
    raise_dispute,
    refer_dispute,
    resolve_dispute,
    stage_of,
    take_further,
)
from goldenthread.oversight.models import DisputeAbout, DisputeStep
from goldenthread.record.access import Denied
from goldenthread.record.actions.entries import complete_entry, correct_entry, make_entry, withdraw_entry
from goldenthread.record.models import Allocation, Block, Entry, Person
from goldenthread.record.policies import Unfit
from goldenthread.record.reading import body_of, kind_of, latest

RAISED = dt.date(2025, 3, 3)


def on(day: int) -> dt.date:
    return dt.date(2025, 3, day)


@pytest.fixture
def officer(make_worker, family):
    """The reviewing officer of the eldest child."""
    officer = make_worker("The officer", "reviewing_officer", of=None)
    Allocation.objects.create(person=family[0], worker=officer, capacity="reviewing_officer", started_on=dt.date(2024, 1, 1))
    return officer


@pytest.fixture
def line(make_worker, team):
    """The manager of the team, of the service, and the director."""
    return {
        "team_manager": make_worker("The team manager", "team_manager"),
        "service_manager": make_worker("The service manager", "service_manager", of=team.above),
        "director": make_worker("The director", "director", of=None),
    }


@pytest.fixture
def dispute(officer, line, family):
    """A dispute the officer raised."""
    return raise_dispute(by=officer, child=family[0], what="No answer to her wish.", wanted="She sees her brother.", day=RAISED)


def steps(dispute: Entry) -> list[tuple[int, str | None, str]]:
    rows = DisputeStep.objects.filter(dispute=dispute).order_by("pk")
    return [(row.step, row.worker and row.worker.name, row.why) for row in rows]


def answered(by, dispute, day, **more):
    said = {"answer": "agreed", "why": "She is right.", "what": "Fortnightly visits", "who": "The worker", "by_when": on(28)}
    return answer_dispute(by=by, dispute=dispute, day=day, **(said | more))


def test_raised_it_is_with_the_team_manager_at_once(dispute, line, officer):
    assert steps(dispute) == [(1, "The team manager", "raised")]
    assert [each.entry for each in disputing.mine(line["team_manager"], on(4))] == [dispute]
    assert disputing.mine(line["service_manager"], on(4)) == disputing.mine(officer, on(4)) == []


def test_one_made_by_the_form_begins_as_well_where_it_says(officer, line, family):
    shared = {"raised": RAISED.isoformat(), "what": "Wrong.", "wanted": "Right.", "to": "service_manager"}
    dispute = make_entry(by=officer, kind="dispute", persons=[family[0]], body={"shared": shared, "lines": {}})
    assert steps(dispute) == [(2, "The service manager", "raised")]


def test_an_answer_and_what_came_of_it_are_of_those_listed(dispute, line, officer):
    with pytest.raises(Unfit) as refused:
        answered(line["team_manager"], dispute, on(4), answer="perhaps")
    assert list(refused.value.by_field) == ["answer"]
    with pytest.raises(Unfit) as refused:
        resolve_dispute(by=officer, dispute=dispute, how="They meet.", effect="perhaps", day=on(4))
    assert list(refused.value.by_field) == ["effect"]


def test_unanswered_it_goes_up_past_an_empty_post_and_run_again_nothing_more(dispute):
    assert [climb(on(day)) for day in (10, 11, 11, 18, 19, 19)] == [0, 1, 0, 0, 1, 0]
    climbed = [(1, "The team manager", "raised"), (2, "The service manager", "no answer"), (4, "The director", "no answer")]
    assert steps(dispute) == climbed
    assert DisputeStep.objects.get(dispute=dispute, step=4).passed == "The head of service's post is vacant."
    assert [climb(on(day)) for day in (26, 27, 31)] == [0, 0, 0]
    assert steps(dispute) == climbed


def test_a_nightly_that_was_not_run_takes_it_up_one_step_and_gives_that_step_its_days(dispute):
    assert (climb(on(31)), climb(on(31))) == (1, 0)
    assert stage_of(dispute, on(31)).answer_by == dt.date(2025, 4, 7)


def test_answered_it_waits_for_the_officer_who_takes_it_further(dispute, officer, line):
    answered(line["team_manager"], dispute, on(5))
    assert climb(on(28)) == 0
    assert [each.entry for each in disputing.mine(officer, on(6))] == [dispute]
    with pytest.raises(Unfit):
        take_further(by=officer, dispute=dispute, reason=" ", day=on(5))
    take_further(by=officer, dispute=dispute, reason="Nothing is said of her brother.", day=on(5))
    assert steps(dispute)[-1] == (2, "The service manager", "taken on")
    assert disputing.mine(officer, on(6)) == []
    with pytest.raises(Denied):
        answered(line["team_manager"], dispute, on(6))
    assert answered(line["director"], dispute, on(6)).kind == "dispute_answer"


def test_an_answer_that_agrees_says_what_who_and_by_when(dispute, line):
    with pytest.raises(Unfit) as unfit:
        answered(line["team_manager"], dispute, on(5), what="", by_when=None)
    assert set(unfit.value.by_field) == {"what", "by_when"}
    assert answered(line["team_manager"], dispute, on(5), answer="no", what="", who="", by_when=None)


def test_cafcass_at_any_step_and_it_still_stands(dispute, officer, line):
    refer_dispute(by=officer, dispute=dispute, why="Her rights are at stake.", day=on(4))
    now = disputing.one(officer, dispute, on(5))
    assert (now.referred_on, now.stage.step, now.is_open) == (on(4), 1, True)
    assert climb(on(11)) == 1


def test_resolved_with_what_changed_it_is_over(dispute, officer, line):
    with pytest.raises(Unfit) as unfit:
        resolve_dispute(by=officer, dispute=dispute, how="", effect="", day=on(6))
    assert set(unfit.value.by_field) == {"how", "effect"}
    resolve_dispute(by=officer, dispute=dispute, how="They meet every fortnight.", effect="done", day=on(6))
    now = disputing.one(officer, dispute, on(6))
    assert (now.is_open, now.effect, now.resolved_on) == (False, "What was asked for was done", on(6))
    assert climb(on(20)) == 0
    with pytest.raises(Unfit):
        take_further(by=officer, dispute=dispute, reason="More.", day=on(7))


def test_whoever_raised_it_never_answers_it_and_who_answers_never_resolves_it(line, family):
    manager = line["service_manager"]
    dispute = raise_dispute(by=manager, child=family[0], what="x", wanted="y", to="service_manager", day=RAISED)
    assert steps(dispute) == [(4, "The director", "raised")]
    with pytest.raises(Denied):
        answered(manager, dispute, on(4))
    with pytest.raises(Denied):
        resolve_dispute(by=line["director"], dispute=dispute, how="x", effect="done", day=on(4))


def test_whom_it_is_raised_with_neither_withdraws_nor_resolves_nor_corrects_it_by_the_general_form(dispute, officer, line):
    manager, body = line["team_manager"], body_of(latest(dispute), kind_of(dispute))
    over = body | {"shared": body["shared"] | {"resolved": str(on(4)), "how": "x", "effect": "otherwise"}}
    for change, more in (
        (withdraw_entry, {"reason": "Not so"}),
        (correct_entry, {"reason": "Not so", "body": body, "version_seen": 1}),
        (complete_entry, {"body": over, "version_seen": 1}),
    ):
        with pytest.raises(Denied):
            change(by=manager, entry=Entry.objects.get(pk=dispute.pk), **more)
    assert (climb(on(11)), steps(dispute)[-1][1]) == (1, "The service manager")
    withdraw_entry(by=officer, entry=Entry.objects.get(pk=dispute.pk), reason="Of another child")
    assert climb(on(31)) == 0


def test_once_it_has_gone_up_nobody_below_answers_it_by_the_general_form(dispute, line, family):
    climb(on(11))
    body = {"shared": {"answered": str(on(5)), "answer": "no", "why": "x"}, "lines": {str(family[0].pk): {}}}
    for follows in (dispute, None):
        with pytest.raises(Denied):
            make_entry(by=line["team_manager"], kind="dispute_answer", persons=[family[0]], body=body, follows=follows)
    made = make_entry(by=line["service_manager"], kind="dispute_answer", persons=[family[0]], body=body)
    with pytest.raises(Denied):
        withdraw_entry(by=line["team_manager"], entry=made, reason="x")
    assert stage_of(dispute, on(12)).waits_for == "officer"


def test_a_manager_kept_from_the_record_is_passed(officer, line, family):
    manager = line["team_manager"]
    Block.objects.create(person=family[0], worker=manager, reason="family", given_by=officer, given_at=RAISED_AT)
    dispute = raise_dispute(by=officer, child=family[0], what="x", wanted="y", day=RAISED)
    assert steps(dispute) == [(2, "The service manager", "raised")]
    assert disputing.mine(manager, on(4)) == []


RAISED_AT = dt.datetime(2025, 3, 3, 9, tzinfo=dt.UTC)


def test_another_manager_since_has_it_by_the_same_day(dispute, line, make_worker):
    line["team_manager"].left_on = on(5)
    line["team_manager"].save()
    new = make_worker("New manager", "team_manager")
    assert (climb(on(6)), climb(on(6))) == (1, 0)
    assert steps(dispute)[-1] == (1, "New manager", "new worker")
    assert [each.stage.answer_by for each in disputing.mine(new, on(6))] == [on(10)]


def test_it_is_about_things_of_this_child_and_no_other(officer, line, worker, family):
    shared = {"said": "2025-02-03", "wish": "To see Birch."}
    body = {"shared": shared, "lines": {}}
    wishes = [make_entry(by=worker, kind="childs_wish", persons=[child], body=body) for child in family[:2]]
    dispute = raise_dispute(by=officer, child=family[0], what="x", wanted="y", wishes=wishes[:1], day=RAISED)
    assert DisputeAbout.objects.get(dispute=dispute).entry == wishes[0]
    with pytest.raises(Denied):
        raise_dispute(by=officer, child=family[0], what="x", wanted="y", wishes=wishes[1:], day=RAISED)


def test_a_restricted_childs_dispute_is_known_to_those_named_alone(dispute, officer, line, family):
    Person.objects.filter(pk=family[0].pk).update(restricted=True)
    assert all(disputing.seen_by(each, on(5)) == [] for each in (officer, *line.values()))
    assert disputing.mine(line["team_manager"], on(5)) == []


def test_many_disputes_cost_as_many_queries_as_one(dispute, officer, line, django_assert_max_num_queries):
    for day in range(4, 9):
        each = raise_dispute(by=officer, child=dispute.people.get(), what="x", wanted="y", day=on(day))
        answered(line["team_manager"], each, on(10))
    with django_assert_max_num_queries(18):
        assert len(disputing.seen_by(line["director"], on(20))) == 6
