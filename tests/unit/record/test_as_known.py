"""The record as it was known on a day: whatever is recorded, corrected, merged or moved later, it stays as it was."""

import datetime as dt

import duckdb
import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import DateTimeField, F, QuerySet
from tests.fed import AS_AT, write_ssd

from goldenthread.record import access, facts
from goldenthread.record.actions import entries, families, guarding, holding, people, workers
from goldenthread.record.actions.feeding import decide_conflict
from goldenthread.record.feeding.command import feed_from
from goldenthread.record.models import (
    Allocation,
    Conflict,
    Entry,
    Fact,
    Household,
    HouseholdMember,
    LatestTold,
    Person,
    Relationship,
)
from goldenthread.standards.vocabulary import NOUNS
from goldenthread.workforce.models import Was
from goldenthread.workforce.remembered import Remembered

pytestmark = pytest.mark.django_db

MARCH, APRIL = dt.date(2025, 3, 3), dt.date(2025, 4, 7)
AGO = dt.timedelta(days=10)


def two_days_pass() -> None:
    """Whatever was recorded so far was recorded two days earlier."""
    for model in (each for room in ("workforce", "record") for each in apps.get_app_config(room).get_models()):
        moments = [each.name for each in model._meta.concrete_fields if isinstance(each, DateTimeField)]
        if moments and model.__name__ != "AuditRow":
            QuerySet(model).update(**{name: F(name) - dt.timedelta(days=2) for name in moments})


def known(day: dt.date | None = None) -> dict:
    """Every fact, where it rests, and what is borne witness to; as known at the end of a day, or now."""
    connection = duckdb.connect()
    read = facts.read(access.today() - dt.timedelta(days=1), connection, known_at=day)
    filled = connection.execute("SELECT table_name FROM duckdb_tables() WHERE estimated_size > 0").fetchall()
    told = {table: connection.execute(f'SELECT * FROM "{table}" ORDER BY ALL').fetchall() for (table,) in filled
            if table in NOUNS or table in ("places", "latest_told", "goes_on")}  # fmt: skip
    return told | {"coverage": read.thread.coverage}


class Later:
    """What was recorded on the first day, and the deeds of the days after it: each a method."""

    def __init__(self, worker, family, make_worker, other_team, folder):
        self.worker, self.family, self.folder = worker, family, folder
        self.manager = make_worker("A manager", "team_manager")
        self.head = make_worker("The head", "head_of_service")
        self.other = make_worker("Another")
        self.elsewhere = make_worker("Elsewhere", of=other_team)
        self.administrator = make_worker("The administrator", "administrator")
        self.child = Person.objects.create(number="C9", forename="Dogwood", born_on=dt.date(2011, 1, 1), had_record=True)
        self.held = Allocation.objects.create(person=self.child, worker=worker, team=worker.team, started_on=MARCH)
        self.elm, self.oak = (self._adult(name, family[0], kind) for name, kind in (("Elm", "step_parent"), ("Oak", "friend")))
        self.yew = self._adult("Yew", self.child, "step_parent")
        self.tie = Relationship.objects.get(person=self.elm)
        self.home = family[0].households.get().household
        self._first_day()
        two_days_pass()

    def _first_day(self) -> None:
        by, family = self.worker, self.family
        self.worker.started_on, self.worker.is_newly_qualified = dt.date(2020, 1, 1), True
        self.worker.save()
        self.living = families.join_household(by=by, person=self.elm, household=self.home, started_on=MARCH)
        families.join_household(by=by, person=self.oak, household=self.home, started_on=MARCH)
        for person in (self.elm, self.yew):
            people.mark_risk(by=self.manager, person=person, may_pose_a_risk=True, in_words="To children", reason="Police")
        self.concern, _ = (self._concern(child, "2025-03-03") for child in (family[0], self.child))
        today = {"shared": {"met": access.today().isoformat(), "who": [self.elm.pk], "outcome": "happened"},
                 "lines": {str(family[1].pk): {}}}  # fmt: skip
        self.contact = entries.make_entry(by=by, kind="family_time", persons=[family[1]], body=today)
        self.twin = Person.objects.create(number="C8", born_on=dt.date(2012, 5, 17), had_record=True, forename="Ash")
        Allocation.objects.create(person=self.twin, worker=by, team=by.team, started_on=MARCH)
        people.merge_people(by=self.manager, person=self.twin, into=family[0], reason="One child")
        visit = {"shared": {"visited": "2025-03-03"}, "lines": {str(family[1].pk): {"purpose": "need", "seen": "alone"}}}
        entries.make_entry(by=by, kind="visit", persons=[family[1]], body=visit)
        self._feed()
        self.passed_on = holding.allocate(by=self.manager, child=family[2], worker=self.elsewhere, handover="Known since 2020.")

    def _as_they_are(self):
        for each in (self.worker, *self.family, self.child, self.twin, self.elm, self.oak, self.yew, self.tie, self.living):
            each.refresh_from_db()
        return self

    def _adult(self, name, child, kind):
        said = {"forename": name, "born_on": dt.date(1985, 1, 1)}
        return families.add_relative(by=self.worker, child=child, particulars=said, kind=kind)

    def _concern(self, child, day, place="Mill Lane"):
        body = {"shared": {"known": day, "what": ["criminal"], "text": "New phone", "place": place, "who": []}, "lines": {}}
        return entries.make_entry(by=self.worker, kind="exploitation_concern", persons=[child], body=body)

    def _feed(self, day=AS_AT, **instead):
        feed_from([str(write_ssd(self.folder, **instead))], "the old system", day)

    def add_an_entry(self):
        self._concern(self.family[2], "2025-03-10")

    def correct_the_day_of_an_entry(self):
        entry = Entry.objects.get(pk=self.concern.pk)
        body = {"shared": entry.versions.latest("number").body["shared"] | {"known": "2025-04-07"}, "lines": {}}
        entries.correct_entry(by=self.worker, entry=entry, body=body, version_seen=1, reason="The day was wrong")

    def withdraw_an_entry(self):
        entries.withdraw_entry(by=self.worker, entry=self.contact, reason="The wrong child")

    def move_in(self):
        person = self._adult("Beech", self.family[0], "friend")
        families.join_household(by=self.worker, person=person, household=self.home, started_on=MARCH)
        people.mark_risk(by=self.manager, person=person, may_pose_a_risk=True, in_words="To children", reason="Police")

    def move_out(self):
        families.leave_household(by=self.worker, member=self.living, ended_on=APRIL)

    def move_together(self):
        families.join_household(by=self.worker, person=self.child, household=self.home, besides=True)

    def be_said_to_pose_a_risk(self):
        people.mark_risk(by=self.manager, person=self.oak, may_pose_a_risk=True, in_words="To children", reason="Police")

    def be_thought_to_pose_none(self):
        people.mark_risk(by=self.manager, person=self.yew, may_pose_a_risk=False, in_words="", reason="Looked at again")

    def correct_a_relationship(self):
        families.correct_relationship(by=self.worker, relationship=self.tie, said={"kind": "aunt_or_uncle"},
                                      reason="He is her uncle")  # fmt: skip

    def be_placed_elsewhere(self):
        Fact.objects.create(noun="placement", subject_id="C2", person=self.family[1], started_on=MARCH, facts={"type": "U6"},
                            recorded_at=access.timezone.now())  # fmt: skip

    def separate_two_records(self):
        people.unmerge_people(by=self.manager, person=self.twin, reason="Two children")

    def merge_two_records(self):
        people.merge_people(by=self.manager, person=self.child, into=self.family[1], reason="One child")

    def put_particulars_right(self):
        said = {"born_on": dt.date(2010, 1, 1), "ethnicity": "WBRI", "is_disabled": True, "sex": "F"}
        people.change_person(by=self.worker, person=self.child, particulars=said, reason="The birth certificate")

    def restrict_a_record(self):
        named = [self.worker, self.manager]
        guarding.restrict_record(by=self.head, person=self.family[0], workers=named, reason="A worker's child")

    def accept_a_child(self):
        holding.accept_allocation(by=self.elsewhere, allocation=self.passed_on)

    def pass_a_child_on(self):
        holding.allocate(by=self.manager, child=self.child, worker=self.other, handover="Soon sixteen.")

    def leave_the_authority(self):
        workers.end_worker(by=self.administrator, worker=self.worker)

    def become_a_manager(self):
        workers.change_worker(by=self.administrator, worker=self.worker, name="The worker", email=self.worker.email,
                              role="team_manager", team=self.worker.team)  # fmt: skip

    def feed_again(self):
        people_now = ["pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_expected_dob,pers_death_date,pers_upn",
                      "C1,Ash,Underwood,F,2012-05-17,,,Z1", "C2,Birch,Underwood,M,2015-05-17,,,", "C4,Fir,,F,2014-01-01,,,"]
        self._feed(AS_AT + AGO, person=people_now, mother=None, family=["fami_table_id,fami_family_id,fami_person_id", "1,F2,C1"],
                   cin_visits=["cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone",
                               "V1,C1,2025-03-04,Y,Y", "V9,C4,2025-03-04,Y,Y"])  # fmt: skip

    def decide_what_counts(self):
        conflict = Conflict.objects.exclude(fed=None).get()
        decide_conflict(by=self.worker, conflict=conflict, decision="fed", reason="They are right")

    def tell_the_latest_of_others(self):
        LatestTold.objects.update(gone_at=access.timezone.now())
        LatestTold.objects.create(source="annex a", noun="need_plan", subject_id="C2")


DEEDS = sorted(name for name in vars(Later) if not name.startswith("_"))


@pytest.fixture
def later(worker, family, make_worker, other_team, tmp_path):
    """A record of the day before yesterday."""
    LatestTold.objects.create(source="annex a", noun="need_plan", subject_id="C1")
    return Later(worker, family, make_worker, other_team, tmp_path / "ssd")


def test_nothing_recorded_after_the_day_is_used(later):
    then, now = (access.today() - dt.timedelta(days=1), None)
    was, is_now = known(then), known(now)
    assert was == is_now, "nothing has been recorded since"
    assert {noun: len(was.get(noun, ())) for noun in ("linked_exploitation", "risk_person_at_home", "risk_person_contact")} == {
        "linked_exploitation": 2, "risk_person_at_home": 4, "risk_person_contact": 1}  # fmt: skip
    for deed in DEEDS:
        with transaction.atomic():
            getattr(later._as_they_are(), deed)()
            assert known(then) == was, deed
            assert known(now) != is_now, f"{deed} changes nothing, and so shows nothing"
            transaction.set_rollback(True)


def test_what_is_destroyed_is_destroyed_with_its_past(later):
    later._as_they_are().move_out()
    later.put_particulars_right()
    assert Was.objects.filter(table="record_person", row=later.child.pk).exists()
    for person in (later.elm, later.child):
        Relationship.objects.filter(other=person).delete()
        person.delete()
    left = {(each.table, each.row) for each in Was.objects.exclude(table="workforce_worker")}
    assert left == {(each._meta.db_table, each.pk) for model in Remembered.__subclasses__() if model.__name__ != "Worker"
                    for each in model.objects.all() if (each._meta.db_table, each.pk) in left}  # fmt: skip


def test_what_says_the_same_is_not_kept_twice(family):
    Was.objects.all().delete()
    family[0].language = "Polish"
    family[0].save()
    home = Household.objects.get()
    HouseholdMember.objects.filter(household=home).update(household=home)
    assert not Was.objects.exists()
