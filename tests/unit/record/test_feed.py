"""Feeding: who and what comes in, that only what changed is written, and what nothing but a person may change."""

import datetime as dt

import pytest
from django.utils import timezone
from tests.fed import AS_AT, SSD, everything, write_ssd

from goldenthread.errors import UserError
from goldenthread.record.actions import feeding
from goldenthread.record.feeding.command import feed_from
from goldenthread.record.models import (
    Address,
    Allocation,
    AuditRow,
    Conflict,
    Fact,
    Feed,
    HouseholdMember,
    NotPlaced,
    Person,
    Relationship,
    Tombstone,
)
from goldenthread.workforce.models import Worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def feed(tmp_path):
    """A function that feeds the small extract, with some tables changed."""

    def run(**instead) -> Feed:
        return feed_from([str(write_ssd(tmp_path / "ssd", **instead))], "the old system", AS_AT)

    return run


def without(table: str, *first: str) -> list[str]:
    """A table's rows but for those that begin so."""
    return [line for line in SSD[table] if not line.startswith(first)]


def changed(table: str, old: str, new: str) -> list[str]:
    """A table's rows, one of them changed."""
    return [line.replace(old, new) for line in SSD[table]]


def facts(**of):
    return Fact.objects.filter(superseded_at=None, gone_at=None, **of)


def test_who_people_are_comes_with_what_happened_to_them(feed):
    counts = feed().counts
    assert counts["people_added"] == 4
    assert counts["added"] == Fact.objects.count()
    ash, mother, unborn = (Person.objects.get(number=number) for number in ("C1", "M1", "C3"))
    assert (ash.forename, ash.born_on, ash.upn, ash.had_record, ash.source) == (
        "Ash", dt.date(2012, 5, 17), "Z1", True, "the old system",
    )  # fmt: skip
    assert (mother.forename, mother.had_record) == ("Hazel", False)
    assert (unborn.name, unborn.expected_on, unborn.had_record) == ("Unborn child", dt.date(2025, 6, 1), True)
    assert HouseholdMember.objects.filter(household__number="F1").count() == 4
    assert list(Relationship.objects.filter(kind="mother").values_list("other__number", flat=True)) == ["C1", "C2"]
    assert Address.objects.get(person=ash).lines == "1 Fir Lane\nInventown"
    held = {each.capacity: each for each in Allocation.objects.filter(person=ash)}
    assert {name: each.worker.number for name, each in held.items()} == {"social_worker": "W1", "reviewing_officer": "W2"}
    assert (held["social_worker"].team.number, Worker.objects.get(number="W1").team.above.name) == ("T1", "North")
    assert not Worker.objects.exclude(email=None).exists()
    referral = facts(noun="referral", person=ash).get()
    assert referral.started_at == dt.datetime(2024, 1, 1, 10, 30, tzinfo=dt.UTC)
    assert referral.facts == {"referral_id": "R1", "is_no_further_action": False}
    assert AuditRow.objects.filter(deed="feed.run", worker_id=None).count() == 1


def test_a_second_feed_changes_nothing(feed):
    feed()
    before = everything()
    counts = feed().counts
    assert everything() == before
    assert {name: number for name, number in counts.items() if number} == {"unchanged": Fact.objects.count()}


def test_a_row_that_changes_goes_or_comes_back_is_known_as_it_was_on_each_day(feed):
    feed()
    counts = feed(cin_visits=changed("cin_visits", "V3,C2,2025-03-03,Y,N", "V3,C2,2025-03-03,Y,Y")).counts
    assert (counts["changed"], counts["added"], counts["gone"]) == (1, 0, 0)
    assert [fact.facts["is_alone"] for fact in Fact.objects.filter(noun="need_visit", subject_id="C2").order_by("pk")] == [
        False, True,
    ]  # fmt: skip
    assert feed(cin_visits=without("cin_visits", "V3")).counts["gone"] == 1
    assert not facts(noun="need_visit", subject_id="C2").exists()
    assert Fact.objects.filter(noun="need_visit", subject_id="C2").count() == 2
    assert feed().counts["back"] == 1
    assert facts(noun="need_visit", subject_id="C2").get().facts["is_alone"] is False


def test_a_table_that_is_not_there_tonight_takes_nothing_away(feed):
    feed()
    assert feed(cin_visits=None).counts["gone"] == 0
    assert facts(noun="need_visit").count() == 3


def test_people_allocations_and_families_that_go_are_marked(feed):
    feed()
    rows = {"person": "C2", "family": "2", "mother": "2", "cin_episodes": "R2", "cin_visits": "V3", "involvements": "1"}
    feed(**{table: without(table, first) for table, first in rows.items()})
    assert Person.objects.get(number="C2").gone_at
    assert HouseholdMember.objects.get(person__number="C2").ended_on == AS_AT
    assert Relationship.objects.get(other__number="C2").ended_on == AS_AT
    assert Allocation.objects.get(worker__number="W1").state == "gone"
    feed()
    assert not Person.objects.get(number="C2").gone_at
    assert Allocation.objects.get(worker__number="W1").state == "accepted"


def test_what_was_typed_here_is_linked_and_not_overwritten(feed, family, worker):
    family[0].forename, family[0].sex = "Ashley", ""
    family[0].save()
    feed()
    ash = Person.objects.get(number="C1")
    assert (ash.pk, ash.forename, ash.source) == (family[0].pk, "Ashley", "")
    assert (ash.sex, ash.upn) == ("F", "Z1"), "what was blank is filled in"
    assert facts(noun="need_visit", person=ash).count() == 2
    conflict = Conflict.objects.get()
    assert (conflict.person, conflict.differs, conflict.said) == (ash, ["forename"], {"forename": "Ash"})
    feed()
    assert Conflict.objects.count() == 1
    feeding.decide_conflict(by=worker, conflict=conflict, decision="fed", reason="The birth certificate says so")
    assert Person.objects.get(number="C1").forename == "Ash"
    feed()
    assert Conflict.objects.get().decision == "fed"


def test_restricted_and_sealed_records_keep_their_names(feed, family):
    Person.objects.filter(number="C1").update(restricted=True, forename="Another", born_on=dt.date(2011, 1, 1))
    Person.objects.filter(number="C2").update(sealed=True, forename="New name")
    feed()
    assert Person.objects.get(number="C1").forename == "Another"
    assert Person.objects.get(number="C2").forename == "New name"
    assert facts(person__number="C1").exists()
    assert not Fact.objects.filter(subject_id="C2").exists()
    assert not Conflict.objects.exists()


def test_what_was_destroyed_in_its_time_is_not_brought_back(feed, worker):
    Tombstone.objects.create(number="C2", rule="child in need", due_on=AS_AT, counts={}, destroyed_by=worker,
                             destroyed_at=timezone.now())  # fmt: skip
    feed()
    assert Person.objects.filter(number="C1").exists()
    assert not Person.objects.filter(number="C2").exists()
    assert not Fact.objects.filter(subject_id="C2").exists()


def test_a_worker_who_signs_in_and_a_protected_address_stay_as_they_are(feed, make_worker):
    make_worker("W1")
    Worker.objects.filter(number="w1").update(number="W1", name="Their own name")
    feed()
    assert Worker.objects.get(number="W1").name == "Their own name"
    Address.objects.update(is_protected=True)
    feed(address=changed("address", "2020-01-01", "2021-01-01"))
    assert list(Address.objects.order_by("started_on").values_list("is_protected", flat=True)) == [True, True]


def test_what_cannot_be_read_is_listed_until_it_can_be(feed):
    wrong = changed("cin_visits", "V3,C2,2025-03-03", "V3,C2,3rd of Marvh")
    first, second = feed(cin_visits=wrong), feed(cin_visits=wrong)
    row = NotPlaced.objects.get()
    assert (row.column, row.row, row.found, row.feed) == ("cinv_cin_visit_date", 4, "3rd of Marvh", first)
    assert second.counts["not_placed"] == 1
    feed()
    assert not NotPlaced.objects.exists()


def test_a_name_too_long_for_the_record_is_listed_and_nothing_else_is_lost(feed):
    feed(person=changed("person", "Ash", "Ash" * 40))
    assert Person.objects.get(number="C1").surname == "Underwood"
    assert NotPlaced.objects.get().expected == "at most 100 characters"


@pytest.mark.parametrize("last", ["bring_families", "insert", "find_conflicts", "keep_not_placed"])
def test_a_feed_that_fails_half_way_leaves_the_record_as_it_was(feed, monkeypatch, last):
    feed()
    before = everything(), Feed.objects.count()

    def fail(*given):
        raise ZeroDivisionError

    monkeypatch.setattr(feeding, last, fail)
    with pytest.raises(ZeroDivisionError):
        feed(cin_visits=without("cin_visits", "V3"), person=changed("person", "Ash", "Ashen"))
    assert (everything(), Feed.objects.count()) == before


def test_two_feeds_at_once_are_not_mixed(feed, monkeypatch):
    feed()
    monkeypatch.setattr("goldenthread.record.feeding.command.feeds_of", lambda source: 0)
    with pytest.raises(UserError, match="Another feed"):
        feed()


def test_a_file_that_cannot_be_used_changes_nothing(feed):
    with pytest.raises(UserError, match="pers_dob is there twice"):
        feed(person=changed("person", "pers_expected_dob", "pers_dob"))
    assert not Feed.objects.exists()
