"""My day: the children of a worker by what is due, what changed, and what waits; of each role its own first screen."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.shortfalls import answered, shortfall, told

from goldenthread.oversight.models import Telling
from goldenthread.record.access import today
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.models import Allocation, BreakGlass, ChosenCase, Coverage, Draft, Fact, Person
from goldenthread.workforce.models import Worker
from goldenthread.workforce.roles import ROLES


@pytest.fixture
def my_day(client):
    """A function that opens my day as a worker."""

    def open_it(by) -> str:
        client.force_login(Worker.objects.get(pk=by.pk))
        answer = client.get("/")
        assert answer.status_code == 200
        return answer.content.decode()

    return open_it


def fact(child, noun, days_ago, **facts):
    """A fact of so many days ago, as a feed brings it."""
    return Fact.objects.create(noun=noun, subject_id=child.number, person=child, started_on=today() - dt.timedelta(days_ago),
                               source="old", recorded_at=timezone.now(), facts=facts)  # fmt: skip


def test_who_is_owed_a_visit_first_comes_first(my_day, worker, family):
    ash, birch, cedar = family
    Coverage.objects.create(source="old", noun="protection_visit", from_day="2020-01-01", to_day=today())
    for child, days in ((ash, 3), (birch, 9), (cedar, 6)):
        fact(child, "protection_plan", 60)
        fact(child, "protection_visit", days, is_seen=True, is_alone=True, is_bedroom_seen=True)
    said = my_day(worker)
    assert said.index(">Birch Underwood<") < said.index(">Cedar Underwood<") < said.index(">Ash Underwood<")
    assert "Today and this week" in said
    assert f'href="/child/{birch.pk}/add/visit/"' in said


def test_one_card_a_child_and_at_most_five_shout(my_day, worker, family):
    more = [Person.objects.create(number=f"N{n}", forename=f"Reed{n}", surname="Many", had_record=True) for n in range(5)]
    for child in more:
        Allocation.objects.create(person=child, worker=worker, team=worker.team, started_on=dt.date(2024, 1, 1))
    for child in (*family, *more):
        for standard in ("protection-visits", "protection-seen-alone"):
            told(shortfall(child, standard), worker)
    said = my_day(worker)
    assert said.count("gt-daycard--first") == 5
    assert "When these are done" in said
    for child in (*family, *more):
        assert said.count(f'<h3 class="govuk-heading-s"><a class="govuk-link" href="/child/{child.pk}/">') == 1
    assert Telling.objects.filter(seen_at=None).exists(), "what is not on the screen has not been seen"
    assert Telling.objects.exclude(seen_at=None).exists()


def test_a_card_says_what_is_owed_who_knows_when_it_goes_up_and_what_to_do(my_day, worker, family, make_worker):
    make_worker("A manager", role="team_manager")
    due = shortfall(family[0])
    told(due, worker, days=0)
    said = " ".join(my_day(worker).split())
    for words in (f'href="/shortfall/{due.pk}/"', f'href="/shortfall/{due.pk}/answer/"', "Told: the social worker on",
                  "Goes up to the team manager", "Record a visit",
                  "This authority asks for it every 10 working days."):  # fmt: skip
        assert words in said, words


def test_what_was_answered_is_quiet_until_its_day(my_day, worker, family):
    due = shortfall(family[0])
    told(due, worker)
    answered(due, worker, what="See her at school")
    said = my_day(worker)
    assert "gt-daycard--first" not in said
    assert "See her at school" in said
    assert "I will act" in said


def test_what_climbed_to_a_director_has_no_workers_names(my_day, worker, family, make_worker):
    director = make_worker("A director", role="director", of=None)
    climbed = shortfall(family[0], days=40)
    for step, each in ((0, worker), (4, director)):
        told(climbed, each, step=step, why="no answer")
    said = my_day(director)
    assert "Ash Underwood" in said
    assert "Decide" in said
    assert worker.name not in said


def test_a_danger_stands_first_for_the_out_of_hours_team(my_day, family, make_worker):
    night = make_worker("Nights", role="out_of_hours", of=None)
    danger = shortfall(family[1], "risk-person-at-home", is_danger=True)
    told(danger, night, step=9, why="danger", days=0)
    said = my_day(night)
    assert "gt-daycard--danger" in said
    assert "Danger:" in said


def test_what_is_told_of_a_child_whom_the_worker_may_no_longer_see_is_nowhere(my_day, worker, family):
    told(shortfall(family[0]), worker)
    Person.objects.filter(pk=family[0].pk).update(restricted=True)
    said = my_day(worker)
    assert "Ash" not in said
    assert "/shortfall/" not in said


def test_a_child_with_nothing_owed_is_there_too(my_day, worker, family):
    said = my_day(worker)
    assert said.count("Record a visit") == len(family)
    assert "No visit owed by law or a standard" in said


def test_what_others_wrote_since_is_told_and_what_i_wrote_is_not(my_day, worker, family, make_worker):
    colleague = make_worker("A colleague")
    my_day(worker)
    Worker.objects.filter(pk=worker.pk).update(last_looked_at=timezone.now() - dt.timedelta(hours=9))
    for by, title in ((colleague, "The school rang"), (worker, "I rang the school")):
        shared = {"happened": "2025-03-03", "title": title, "text": "x"}
        make_entry(by=by, kind="note", persons=family[:1], body={"shared": shared, "lines": {}})
    for _ in range(2):  # opened again within the hour, it is still told
        said = my_day(worker)
        assert "The school rang" in said
        assert "I rang the school" not in said


def test_drafts_and_those_that_will_go(my_day, worker, family, make_worker):
    told = timezone.now()
    mine = Draft.objects.create(author=worker, kind="visit", person=family[0], address="/", saved_at=told, told_at=told)
    other = Draft.objects.create(author=make_worker("A colleague"), kind="visit", address="/", saved_at=told)
    said = my_day(worker)
    assert f"/draft/{mine.pk}/" in said
    assert "thrown away after" in said
    assert str(other.pk) not in said


def test_a_transfer_waits_for_an_answer(my_day, worker, make_worker):
    new = Person.objects.create(number="N1", forename="Thistle", had_record=True)
    row = Allocation.objects.create(person=new, worker=worker, team=worker.team, state="proposed", started_on=today(),
                                    proposed_by=make_worker("A manager", role="team_manager"), handover="Twins")  # fmt: skip
    said = my_day(worker)
    assert f'action="/allocation/{row.pk}/accept/"' in said
    assert f'action="/allocation/{row.pk}/decline/"' in said
    assert "Twins" in said


def test_a_manager_sees_who_has_no_worker_and_what_to_review(my_day, worker, family, make_worker, other_team):
    manager = make_worker("A manager", role="team_manager")
    waiting = Person.objects.create(number="N1", forename="Yarrow", had_record=True)
    elsewhere = Person.objects.create(number="N2", forename="Sedge", had_record=True)
    for child, team in ((waiting, worker.team), (elsewhere, other_team)):
        Allocation.objects.create(person=child, team=team, started_on=today())
    BreakGlass.objects.create(person=family[0], worker=worker, reason="x", opened_at=timezone.now(), until=timezone.now())
    said = my_day(manager)
    assert "Yarrow" in said
    assert "Sedge" not in said
    assert "1 opening of a record in an emergency waits for your review" in said


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_a_first_screen(my_day, make_worker, role):
    said = my_day(make_worker("Somebody", role=role))
    assert "<h1" in said
    assert "style=" not in said


def test_an_inspector_sees_the_chosen_cases_only(my_day, family, make_worker, worker):
    inspector = make_worker("An inspector", role="inspector", of=None)
    ChosenCase.objects.create(person=family[0], worker=inspector, until=today(), given_by=worker, given_at=timezone.now())
    said = my_day(inspector)
    assert "Ash" in said
    assert "Birch" not in said


def test_it_costs_the_same_for_three_and_for_sixty(client, worker, make_worker):
    def give(holder, children):
        shared = {"happened": "2025-03-03", "title": "A note", "text": "x"}
        for child in children:
            Allocation.objects.create(person=child, worker=holder, team=holder.team, started_on=dt.date(2024, 1, 1))
            fact(child, "need_plan", 60)
            make_entry(by=worker, kind="note", persons=[child], body={"shared": shared, "lines": {}})

    counts = []
    for number in (3, 60):
        holder = make_worker(f"Holder of {number}")
        Worker.objects.filter(pk=holder.pk).update(last_looked_at=timezone.now() - dt.timedelta(days=1))
        give(holder, [Person.objects.create(number=f"{number}-{n}", surname="Many", had_record=True) for n in range(number)])
        client.force_login(Worker.objects.get(pk=holder.pk))
        with CaptureQueriesContext(connection) as asked:
            said = client.get("/").content.decode()
        assert said.count("Record a visit") == number
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_no_danger_is_a_tap_away_and_only_what_stands_open_was_seen(my_day, worker, family, make_worker):
    night, team = make_worker("The night", "out_of_hours", None), worker.team
    for number in range(18):
        child = Person.objects.create(number=f"M{number}", forename=f"M{number}", surname="Many", had_record=True)
        Allocation.objects.create(person=child, worker=worker, team=team, started_on=dt.date(2024, 1, 1))
        told(shortfall(child, "risk-person-at-home", is_danger=True), night, 9)
        told(shortfall(child), worker)
    assert "gt-daycards" in my_day(night)
    assert "<details" not in my_day(night)
    assert Telling.objects.filter(worker=night, seen_at=None).count() == 0
    said = my_day(worker)
    assert "3 more" in said.partition("<details")[2]
    assert Telling.objects.filter(worker=worker, seen_at=None).count() == 3
