"""The team's page and the drift ledger: children and causes, no names above the team manager, nothing of hidden records."""

import csv
import datetime as dt
import io
import re

import pytest
from django.utils import timezone
from tests.shortfalls import past_due, telling

from goldenthread.oversight.models import Answer, Delay, LedgerCopy, MonthlyCount, Reach, Run, Shortfall
from goldenthread.record import access
from goldenthread.record.models import Allocation, Person

VISITS, PLAN = "protection-visits", "need-plan"
PAGES = ("/drift/", "/told/", "/drift/step/visits/", f"/drift/standard/{VISITS}/")


def ago(days: int) -> dt.date:
    return access.today() - dt.timedelta(days)


def page(response) -> str:
    """The page, its white space closed up."""
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def manager(make_worker):
    """The manager of the team that holds the family."""
    return make_worker("Team Boss", "team_manager")


@pytest.fixture
def drifting(family, worker, team, manager):
    """Visits overdue to two of the three, put before the worker and, of the longer, the manager; the rest is counted."""
    for child, days in zip(family[:2], (40, 10), strict=True):
        each = past_due(child, VISITS, ago(days))
        telling(each, worker, 0, ago(days - 1), seen_at=timezone.now())
        Delay.objects.create(person=child, step="visits", days=days, waiting_since=ago(days - 1), shortfalls=1)
    telling(Shortfall.objects.get(person=family[0]), manager, 1, ago(30))
    Reach.objects.create(standard=VISITS, team=team, children=3)
    month = access.today().replace(day=1)
    for status, number in (("met", 20), ("overdue", 2), ("lifted", 1)):
        MonthlyCount.objects.create(standard=VISITS, team=team, month=month, status=status, number=number)
    Run.objects.create(as_at=access.today(), began_at=timezone.now(), ended_at=timezone.now())
    return family


def as_role(client, make_worker, role, of=None):
    """A browser in which somebody of a role is signed in."""
    client.force_login(make_worker(f"Some {role}", role, of=of))
    return client


def test_the_manager_reads_who_drifts_with_whom_how_long_and_what_was_decided_last(client, manager, drifting, worker):
    first = Shortfall.objects.get(person=drifting[0])
    said = {"at": timezone.now(), "on": ago(2), "step": 0, "by_when": ago(-5)}
    Answer.objects.create(shortfall=first, by=worker, kind="act", what="Visit with the school nurse", **said)
    client.force_login(manager)
    shown = page(client.get("/team/"))
    drifts = shown[shown.index("Drifting:") : shown.index("Our children:")]
    places = [drifts.index(words) for words in ("Ash", "The worker", "40 days ago", "Visit with the school nurse", "Birch")]
    assert places == sorted(places)
    assert "Nothing is decided yet." in drifts
    assert "Cedar" not in drifts
    assert "91 of 100 in time" in shown
    assert 'href="/supervision/' in shown


def test_where_nothing_drifts_the_page_says_what_good_looks_like(client, manager, family):
    client.force_login(manager)
    assert "No child of this team is drifting" in page(client.get("/team/"))
    assert "Nothing is past its day for any child." in page(client.get("/drift/"))
    assert "No day was lost in the last year" in page(client.get(f"/child/{family[0].pk}/drift/"))


def test_above_the_team_manager_no_worker_is_named(client, make_worker, drifting, team):
    as_role(client, make_worker, "service_manager", team.above)
    for path in (f"/team/?team={team.pk}", f"/drift/team/{team.pk}/", *PAGES, "/told/?level=0"):
        shown = page(client.get(path))
        assert "The worker" not in shown.replace("The worker is away", "")
        assert "Team Boss" not in shown
    assert "Ash" in page(client.get(f"/team/?team={team.pk}"))


def test_what_is_owed_to_a_worker_is_told_by_name_to_the_team_manager_and_to_nobody_above(client, make_worker, manager, worker):
    supervision = past_due(None, "supervision-monthly", ago(9), subject_type="worker", subject_id=worker.number, worker=worker,
                           speaks=True)  # fmt: skip
    telling(supervision, manager, 1, ago(8))
    above = [make_worker(f"Some {role}", role, of) for role, of in
             (("service_manager", worker.team.above), ("head_of_service", worker.team.above), ("director", None))]  # fmt: skip
    for reader, named in ((manager, True), *((each, False) for each in above)):
        client.force_login(reader)
        shown = page(client.get("/told/"))
        assert "What is owed to workers" in shown
        assert "/told/?of=others&amp;level=1&amp;state=unseen" in shown
        behind = page(client.get("/told/?of=others&level=1&state=unseen"))
        assert f'href="/shortfall/{supervision.pk}/"' in behind
        assert "ocial worker, North team 1" in behind
        assert ("The worker" in shown + behind) == named
        assert named or "Team Boss" not in shown + behind


def test_a_question_nobody_answered_is_in_the_ledger_and_opens_its_child(client, make_worker, drifting):
    over = past_due(drifting[0], "repeat-missing", ago(20), ended_on=ago(5), ended="unanswered", why_ended="x")
    as_role(client, make_worker, "director")
    assert "the time of <a class=\"govuk-link\" href=\"/told/unanswered/\">1 question</a> passed" in page(client.get("/drift/"))
    behind = page(client.get("/told/unanswered/"))
    assert f'href="/shortfall/{over.pk}/"' in behind
    assert "Its time passed, and nobody answered" in page(client.get(f"/shortfall/{over.pk}/"))
    assert "Asked, and not answered in time" in page(client.get(f"/child/{drifting[0].pk}/shortfalls/"))
    as_role(client, make_worker, "analyst")
    assert "1 to 5 questions passed" in page(client.get("/drift/")), "no link, and no small number"
    assert client.get("/told/unanswered/").status_code == 404


def test_the_director_reads_serious_widespread_and_how_long_and_opens_the_children(client, make_worker, drifting):
    as_role(client, make_worker, "director")
    ledger = page(client.get("/drift/"))
    assert re.search(r"<span class=\"gt-figure\">2</span> of 3", ledger)
    assert "40 days</span> the longest" in ledger
    assert "50 days, of 2 children" in ledger
    assert f'href="/drift/standard/{VISITS}/"' in ledger
    standard = page(client.get(f"/drift/standard/{VISITS}/"))
    assert f'href="/child/{drifting[0].pk}/"' in standard
    assert "Cedar" not in standard
    assert "20 of 22" in standard or "91 of 100" in standard
    told = page(client.get("/told/"))
    assert "/told/?level=1&amp;state=unseen" in told or "/told/?level=1&state=unseen" in told
    behind = page(client.get("/told/?level=1&state=unseen"))
    assert "Ash" in behind
    assert "Birch" not in behind
    assert "Ash" in page(client.get("/drift/cause/none/"))


def test_what_nobody_bears_witness_to_is_not_said_never_to_happen(client, make_worker, drifting, settings):
    settings.RECORDING_SINCE = ""
    as_role(client, make_worker, "director")
    assert "Not once" not in page(client.get("/drift/step/visits/"))
    settings.RECORDING_SINCE = "2020-04-01"
    MonthlyCount.objects.update(standard="review-conference-participation")
    month = access.today().replace(day=1)
    MonthlyCount.objects.create(standard="first-review-conference", month=month, status="met", number=9)
    assert "Otherwise 2 times" in page(client.get("/drift/standard/first-review-conference/"))


@pytest.mark.parametrize("hidden", ["restricted", "sealed"])
def test_nothing_tells_of_a_hidden_record(client, make_worker, manager, drifting, hidden):
    Person.objects.filter(pk=drifting[0].pk).update(**{hidden: True})
    for login in (lambda: as_role(client, make_worker, "director"), lambda: client.force_login(manager)):
        login()
        for path in (*PAGES, "/drift/cause/none/", "/told/?level=0", "/told/?level=1"):
            shown = page(client.get(path))
            assert "Ash" not in shown
            assert "40 days" not in shown
        assert re.search(r"<span class=\"gt-figure\">1</span> of 3", page(client.get("/drift/")))
        assert client.get(f"/child/{drifting[0].pk}/drift/").status_code == 404


def test_the_ledger_answers_before_anything_is_opened(client, make_worker, drifting):
    as_role(client, make_worker, "director")
    answer = re.compile(r"gt-opened__words\">([^<]+)</h2><span class=\"gt-opened__answer\">([^<]+)</span>")
    said = dict(answer.findall(page(client.get("/drift/"))))
    assert said["What is most serious?"].endswith(" Not so for 2 children, the longest for 40 days.")
    assert said["At which step?"].startswith("Visits: 2 children wait there now; 50 days lost in a year")
    assert said["Are we getting better?"].startswith(("In time more often", "Too little fell due"))
    as_role(client, make_worker, "analyst")
    analyst = page(client.get("/drift/"))
    assert " Not so for 1 to 5 children." in analyst
    assert "Days were lost; too few children to tell where most." in analyst


def test_an_analyst_reads_numbers_and_no_child(client, make_worker, drifting):
    as_role(client, make_worker, "analyst")
    for path in PAGES:
        shown = page(client.get(path))
        assert not re.search(r"Ash|Birch|Cedar|href=\"/child/|href=\"/shortfall/|href=\"/drift/team/", shown), path
    ledger = page(client.get("/drift/"))
    assert "1 to 5" in ledger
    assert "40 days" not in ledger
    assert "Too few to tell" in ledger, "two of 22 were not kept"
    assert client.get("/told/?level=1").status_code == 404
    assert client.get("/drift/cause/none/").status_code == 404


def test_a_copy_is_made_only_for_somebody_and_tells_no_small_number(client, make_worker, drifting, worker, team):
    for number in range(8):
        child = Person.objects.create(number=f"M{number}", forename="Moreover", had_record=True)
        Allocation.objects.create(person=child, team=team, started_on=ago(100))
        past_due(child, VISITS, ago(8)), past_due(child, PLAN, ago(9))
    as_role(client, make_worker, "director")
    refused = client.post("/drift/download/", {"recipient": "", "purpose": "Its meeting"})
    assert refused.status_code == 422
    assert "Its meeting" in refused.content.decode()
    assert not LedgerCopy.objects.exists()
    sent = client.post("/drift/download/", {"recipient": "=The partnership", "purpose": "Its meeting"})
    assert sent["Content-Type"] == "text/csv; charset=utf-8"
    text = sent.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert ["For", "'=The partnership"] in rows
    assert ["As at", access.today().isoformat()] in rows
    assert LedgerCopy.objects.get().recipient == "=The partnership"
    assert "Moreover" not in text
    assert "The worker" not in text
    numbers = [int(cell) for row in rows[8:] for cell in row if cell.isdigit()]
    assert numbers
    assert not [number for number in numbers if 1 <= number <= 5]
    visits = next(row for row in rows if row and row[0].startswith("A child on a protection plan is visited"))
    assert visits[-3] == "10"


def test_a_childs_own_ledger(client, worker, drifting):
    client.force_login(worker)
    shown = page(client.get(f"/child/{drifting[0].pk}/drift/"))
    assert "40 of 365" in shown
    assert "1, since" in shown
    assert "Visits" in shown


def test_what_there_is_not_is_not_found(client, make_worker, drifting, team):
    as_role(client, make_worker, "director")
    for path in ("/drift/step/nowhere/", "/drift/standard/nothing/", "/drift/team/0/", "/drift/cause/fate/", "/told/?level=7",
                 "/told/?level=1&state=asleep", "/drift/?team=0"):  # fmt: skip
        assert client.get(path).status_code == 404, path


def test_the_ledger_costs_as_many_queries_for_many_children_as_for_few(
    client, make_worker, drifting, team, django_assert_max_num_queries
):
    as_role(client, make_worker, "director")
    client.get("/drift/")
    with django_assert_max_num_queries(60) as few:
        client.get("/drift/")
    for number in range(15):
        child = Person.objects.create(number=f"M{number}", forename="More", had_record=True)
        Allocation.objects.create(person=child, team=team, started_on=ago(100))
        past_due(child, VISITS, ago(5))
    with django_assert_max_num_queries(len(few)):
        client.get("/drift/")
