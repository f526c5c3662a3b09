"""A supervision: begun, written in entries, signed by both, corrected where it can be seen, private where it is private."""

import datetime as dt

import pytest
from tests.supervising import ago, begun, discussed, late, said, written

from goldenthread.oversight import signing, supervised, supervision_sight
from goldenthread.oversight.actions import supervising
from goldenthread.oversight.models import Signature, Supervision
from goldenthread.oversight.supervision_view import children_of, view
from goldenthread.record.access import Denied, check_read_entry, today
from goldenthread.record.actions.entries import complete_entry, correct_entry, make_entry, withdraw_entry
from goldenthread.record.models import AuditRow, Entry, Fact, Person
from goldenthread.record.moving.export import export
from goldenthread.record.policies import Unfit
from goldenthread.record.reading import latest
from goldenthread.record.search import find_text
from goldenthread.workforce.models import Team


def stands(supervision) -> list[bool]:
    """Whether the supervisor's, and the worker's, signature stands."""
    found = signing.with_entries(Supervision.objects.filter(pk=supervision.pk))[0]
    return [each.stands for each in signing.signed(found)]


def sign(supervision, *workers):
    """Each signs."""
    for each in workers:
        supervising.sign(by=each, supervision=supervision)


def test_who_supervises_whom(manager, above, worker, make_worker, team, other_team):
    head = make_worker("Head", "head_of_service", of=team.above)
    lone, day = make_worker("Lone", of=other_team), today()
    assert supervised.supervised(manager, day) == [worker]
    assert supervised.supervised(above, day) == [manager, lone], "where a team has no manager, the next above"
    assert supervised.supervised(head, day) == [above]
    assert supervised.supervisors(worker, day) == [manager]
    assert supervised.can_supervise(above, worker)
    for by, about in ((manager, manager), (manager, above), (worker, worker), (manager, lone), (lone, worker)):
        assert not supervised.can_supervise(by, about), (by.name, about.name)
    manager.left_on = day
    manager.save()
    assert supervised.supervisors(worker, day) == [above]


def test_when_the_next_is_owed(manager, worker, make_worker):
    worker.is_newly_qualified, worker.started_on = False, dt.date(2020, 1, 6)
    new = make_worker("New", is_newly_qualified=True, started_on=ago(20))
    agreed = (today() + dt.timedelta(6)).isoformat()
    for each, shared in ((worker, {"held": ago(40).isoformat()}), (new, {"held": ago(3).isoformat(), "next": agreed})):
        make_entry(by=manager, kind="supervision", worker=each, body={"shared": shared, "lines": {}})
    old, soon = supervised.supervision_days([worker, new], today())
    assert (old.last, old.is_overdue) == (ago(40), True), "a month and more"
    assert (soon.due_on, soon.is_overdue, str(soon.planned_on)) == (ago(-4), False, agreed)
    Fact.objects.create(noun="absence", subject_type="worker", subject_id=worker.number, started_on=ago(30),
                        recorded_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))  # fmt: skip
    assert not supervised.supervision_days([worker], today())[0].is_overdue


def test_it_is_begun_with_the_agenda_as_it_was_and_once(manager, worker, family):
    row = late(family[0], "need-visits", 12)
    found = begun(manager, worker, family[0])
    line = found.lines.get(person=family[0])
    assert line.chosen
    assert (line.figures["late"], line.figures["shortfalls"], line.figures["last"]) == (1, [row.pk], None)
    assert not any(child.forename in str(line.figures) for child in family), "no names"
    assert found.lines.filter(chosen=True).count() == 1
    assert found.lines.count() == 3
    assert begun(manager, worker, family[1]) == found
    assert found.lines.filter(chosen=True).count() == 2


def test_what_is_decided_stands_on_the_childs_record(manager, worker, family):
    found = begun(manager, worker, family[0])
    body = said(ago(9), family[:2], decision="See them alone", why="Nobody has", actions=[
        {"what": "Visit the school", "who": worker.name, "by": ago(-7).isoformat()}], child="I want to swim.")  # fmt: skip
    entry = supervising.discuss(by=manager, supervision=found, children=family[:2], body=body)
    assert entry.began_on == found.held_on, "the day is the supervision's"
    assert set(Fact.objects.filter(noun="case_supervision").values_list("subject_id", flat=True)) == {"C1", "C2"}
    assert Fact.objects.filter(noun="case_supervision").first().facts["is_reason_recorded"] is True
    assert {line.entry_id for line in found.lines.filter(chosen=True)} == {entry.pk}
    with pytest.raises(Unfit):
        supervising.discuss(by=manager, supervision=found, children=[family[0]], body=body)
    rows = AuditRow.objects.filter(deed="supervision.discuss", allowed=True)
    assert {row.person_id for row in rows} == {child.pk for child in family[:2]}


def test_nobody_else_begins_writes_or_signs(manager, above, worker, family, make_worker, other_team):
    other = make_worker("Other manager", "team_manager", of=other_team)
    with pytest.raises(Denied):
        begun(other, worker)
    found = begun(manager, worker, family[0])
    for by in (above, other, worker):
        with pytest.raises(Denied):
            supervising.discuss(by=by, supervision=found, children=[family[0]], body=said(today(), [family[0]]))
    for by in (above, other):
        with pytest.raises(Denied):
            supervising.sign(by=by, supervision=found)
    assert not Entry.objects.filter(kind="case_supervision").exists()


def test_a_child_who_is_not_on_the_agenda_is_not_discussed(manager, worker, family):
    found = begun(manager, worker)
    stranger = Person.objects.create(number="X1", forename="X", had_record=True)
    with pytest.raises(Unfit):
        supervising.discuss(by=manager, supervision=found, children=[stranger], body=said(today(), [stranger]))


def test_both_sign_each_by_themselves_and_in_order(manager, worker, family):
    found = begun(manager, worker, family[0])
    with pytest.raises(Unfit) as unfit:
        sign(found, manager)
    assert set(unfit.value.by_field) == {"children", "work"}, "everything that is missing, at once"
    supervising.discuss(by=manager, supervision=found, children=[family[0]], body=said(today(), [family[0]], decision="x"))
    supervising.record_work(by=manager, supervision=found, body={"shared": {}, "lines": {}})
    with pytest.raises(Unfit):
        sign(found, worker)
    sign(found, manager)
    assert [each.pk for each in signing.to_sign(worker)] == [found.pk]
    sign(found, worker, worker)
    assert stands(found) == [True, True]
    assert Signature.objects.count() == 2, "sent twice, signed once"
    assert not signing.to_sign(worker)
    assert not signing.to_sign(manager)


def test_what_was_signed_is_locked(manager, worker, family):
    found = written(manager, worker, family[0])
    sign(found, manager, worker)
    for act in (
        lambda: supervising.choose_child(by=manager, supervision=found, child=family[1]),
        lambda: supervising.discuss(by=manager, supervision=found, children=[family[1]], body=said(today(), [family[1]])),
        lambda: supervising.record_private(by=manager, supervision=found, body={"shared": {"how": "x"}, "lines": {}}),
        lambda: supervising.discard_supervision(by=manager, supervision=found),
    ):
        with pytest.raises(Unfit):
            act()


def test_a_correction_asks_for_both_signatures_anew_and_an_action_done_does_not(manager, worker, family):
    found = begun(manager, worker, family[0])
    action = {"what": "Ring", "who": "Worker", "by": today().isoformat()}
    body = said(today(), [family[0]], decision="x", actions=[action])
    entry = supervising.discuss(by=manager, supervision=found, children=[family[0]], body=body)
    supervising.record_work(by=manager, supervision=found, body={"shared": {}, "lines": {}})
    sign(found, manager, worker)
    done = said(today(), [family[0]], decision="x", actions=[action | {"done": today().isoformat()}])
    complete_entry(by=manager, entry=entry, body=done, version_seen=1)
    assert stands(found) == [True, True]
    other = said(today(), [family[0]], decision="y")
    correct_entry(by=manager, entry=entry, body=other, version_seen=2, reason="Not what we said")
    assert stands(found) == [False, False]
    assert [each.pk for each in signing.to_sign(manager)] == [found.pk]
    sign(found, manager)
    assert stands(found) == [True, False]
    sign(found, worker)
    assert stands(found) == [True, True]
    withdraw_entry(by=manager, entry=entry, reason="Another child")
    assert stands(found) == [False, False]


def test_what_is_private_is_the_two_workers_and_nobody_elses(manager, above, worker, family, make_worker):
    found = written(manager, worker, family[0])
    entry = supervising.record_private(by=manager, supervision=found, body={"shared": {"how": "Heliotrope"}, "lines": {}})
    assert not Fact.objects.filter(entry=entry).exists()
    others = [above, make_worker("D", "director"), make_worker("Q", "quality_assurance"), make_worker("T", "team_manager")]
    for by in (manager, worker):
        check_read_entry(by, entry)
        assert supervision_sight.reads_private(by, found)
    for by in others:
        with pytest.raises(Denied):
            check_read_entry(by, entry)
        assert not supervision_sight.reads_private(by, found)
    assert not any(find_text(by, "heliotrope").found for by in (manager, worker, *others)), "in no search"


def test_what_is_private_leaves_with_what_is_sealed_or_not_at_all(manager, worker, family, tmp_path):
    found = written(manager, worker, family[0])
    supervising.record_private(by=manager, supervision=found, body={"shared": {"how": "Heliotrope"}, "lines": {}})
    export(tmp_path / "plain")
    export(tmp_path / "sealed", with_sealed=True)
    said = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file() and b"Heliotrope" in path.read_bytes()}
    assert {str(path) for path in said} == {"sealed/sealed/version.jsonl"}


def test_one_in_which_nothing_was_written_is_thrown_away(manager, worker, family):
    found = begun(manager, worker, family[0])
    supervising.discard_supervision(by=manager, supervision=found)
    assert not Supervision.objects.exists()
    with pytest.raises(Unfit):
        supervising.discard_supervision(by=manager, supervision=written(manager, worker, family[0]))


def test_an_agreed_action_carries_who_and_by_when_or_is_not_taken(manager, worker, family):
    found = begun(manager, worker, family[0])
    body = said(today(), [family[0]], decision="x", actions=[{"what": "Ring the school"}])
    with pytest.raises(Unfit) as unfit:
        supervising.discuss(by=manager, supervision=found, children=[family[0]], body=body)
    assert set(unfit.value.by_field) == {"actions.0.who", "actions.0.by"}
    assert not Entry.objects.filter(kind="case_supervision").exists()


def test_the_view_opens_the_children_behind_each_number(manager, above, worker, family, team):
    ash, birch, cedar = family
    discussed(manager, ash, 60, decision="x", why="y", child="z")
    discussed(manager, birch, 10, decision="x", child="z")
    late(birch, "supervision-copied-forward", 10)
    row = next(each for each in view(above, today()) if each.team == team)
    found = {name: children for name, children in row.of.items() if children}
    assert found == {
        "never": {cedar.pk}, "long": {ash.pk}, "no_reason": {birch.pk}, "copied": {birch.pk},
    }  # fmt: skip
    assert children_of(above, view(above, today()), "no_reason") == [birch]
    Person.objects.filter(pk=birch.pk).update(restricted=True)
    row = next(each for each in view(above, today()) if each.team == team)
    assert (row.of["no_reason"], len(row.children)) == (set(), 2), "not seen, not counted"
    assert children_of(above, view(above, today()), "no_reason") == []


def test_a_missed_visit_passed_over_in_supervision_is_seen(manager, above, worker, family, team):
    found = written(manager, worker, family[0])
    line = found.lines.get(person=family[1])
    line.figures["missed"] = 2
    line.save()
    assert children_of(above, view(above, today()), "missed") == [], "not while it goes on"
    sign(found, manager)
    assert children_of(above, view(above, today()), "missed") == [family[1]]


def test_no_worker_is_named_in_the_view_and_teams_stand_by_name(above, worker, family, team):
    Team.objects.create(number="A9", name="A team", above=team.above)
    rows = view(above, today())
    assert [row.team.name for row in rows] == sorted(row.team.name for row in rows)
    assert worker.name not in repr(rows)


def test_a_version_that_was_signed_is_named(manager, worker, family):
    found = written(manager, worker, family[0])
    sign(found, manager)
    entries = Entry.objects.filter(kind__in=("case_supervision", "supervision"))
    assert Signature.objects.get().said == {str(entry.pk): latest(entry).number for entry in entries}
