"""A child's page: what stands on it, for whom, and as it was known on a day."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.record.actions.entries import make_entry
from goldenthread.record.models import Address, AuditRow, Fact, HouseholdMember, Person, Relationship, Version


def visit(by, children, day, said="I like it when gran comes", seen="alone"):
    """A visit to these children."""
    lines = {str(child.pk): {"seen": seen, "said": said} for child in children}
    actions = [{"what": "Ring the school", "who": "Social worker", "by": "2025-01-10"}]
    body = {"shared": {"visited": day, "purpose": "need", "actions": actions}, "lines": lines}
    return make_entry(by=by, kind="visit", persons=children, body=body)


def test_the_page_says_who_the_child_is_and_what_is_known(page, worker, family):
    ash = family[0]
    risk = {"may_pose_a_risk": True, "risk_in_words": "Hit a child"}
    father = Person.objects.create(number="A1", forename="Rowan", surname="Hill", **risk)
    Relationship.objects.create(person=father, other=ash, kind="father")
    visit(worker, family, "2025-03-03")
    said = page(f"/child/{ash.pk}/").content.decode()
    for words in ("May pose a risk to children", "Rowan Hill", "Hit a child", "I like it when gran comes", "Birch Underwood",
                  "Ring the school", "The worker", "Visit: seen alone", "Add to the record", "Record a visit"):  # fmt: skip
        assert words in said
    assert AuditRow.objects.filter(deed="child.read", person_id=ash.pk, ground="allocated").exists()
    assert "style=" not in said


def test_an_outsider_is_refused_and_an_inspector_only_reads(page, family, make_worker, other_team):
    assert page(f"/child/{family[0].pk}/", make_worker("Outsider", of=other_team)).status_code == 404
    reader = make_worker("Auditor", role="quality_assurance", of=None)
    said = page(f"/child/{family[0].pk}/", reader).content.decode()
    assert "Add to the record" not in said


def test_a_restricted_brother_is_nowhere(page, worker, family):
    ash, birch, _ = family
    visit(worker, [ash], "2025-03-03")
    make_entry(by=worker, kind="contact", persons=[ash, birch], body={"shared": {
        "received": "2025-03-04", "source": "1A", "worry": "Birch was seen with bruises."}, "lines": {}})  # fmt: skip
    Person.objects.filter(pk=birch.pk).update(restricted=True)
    for address in ("", "chronology/", "chronology/print/", "family/genogram.svg"):
        said = page(f"/child/{ash.pk}/{address}").content.decode()
        assert "Birch" not in said
        assert "bruises" not in said
        assert f"/child/{birch.pk}/" not in said
    assert "Birch" not in page("/").content.decode()


def test_the_page_as_it_was_known(page, worker, family):
    ash = family[0]
    visit(worker, [ash], "2025-03-03")
    visit(worker, [ash], "2025-04-04", said="I want to go swimming")
    long_ago = dt.datetime(2025, 3, 10, tzinfo=dt.UTC)
    first = Version.objects.order_by("pk").first()
    Version.objects.filter(pk=first.pk).update(said_at=long_ago)
    first.entry.made_at = long_ago
    first.entry.save()
    Fact.objects.filter(entry=first.entry).update(recorded_at=long_ago)
    said = page(f"/child/{ash.pk}/?known=2025-03-12").content.decode()
    assert "as it was known at the end of 12 March 2025" in said
    assert "gran comes" in said
    assert "swimming" not in said
    assert "Add to the record" not in said


@pytest.mark.parametrize("typed", ["yesterday", "31/2/2025", "2999-01-01"])
def test_a_day_that_cannot_be_is_said_beside_its_field(page, family, typed):
    said = page(f"/child/{family[0].pk}/?known={typed}").content.decode()
    assert "There is a problem" in said
    assert f'value="{typed}"' in said


def test_a_protected_address_is_shown_to_those_who_hold_the_child_only(page, worker, family, make_worker):
    Address.objects.create(person=family[0], kind="home", lines="7 Secret Lane", postcode="ZZ9 9ZZ", is_protected=True)
    reader = make_worker("Auditor", role="quality_assurance", of=None)
    assert "Secret Lane" not in page(f"/child/{family[0].pk}/", reader).content.decode()
    assert "Secret Lane" in page(f"/child/{family[0].pk}/").content.decode()


def test_it_costs_the_same_however_large_the_family_and_the_story(client, worker, family):
    ash, birch, cedar = family
    client.force_login(worker)

    def cost(child) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/child/{child.pk}/").status_code == 200
        return len(asked)

    def fed(child):
        Fact.objects.create(noun="core_group", subject_id=child.number, person=child, started_on="2025-01-02", source="old",
                            recorded_at=timezone.now())  # fmt: skip

    visit(worker, [ash, cedar], "2025-01-03")
    fed(cedar)
    cost(cedar)
    few = cost(cedar)
    home = ash.households.get().household
    for number in range(20):
        brother = Person.objects.create(number=f"M{number}", surname="Many", had_record=True)
        HouseholdMember.objects.create(household=home, person=brother)
        visit(worker, [ash, birch], "2025-01-03")
        fed(ash)
    assert cost(ash) == few
