"""Preparing a review, starting and closing its minutes, and disputes, on their pages."""

import datetime as dt
import re
from html import unescape

import pytest

from goldenthread.oversight.actions.disputing import raise_dispute
from goldenthread.oversight.models import DisputeAbout, DisputeStep
from goldenthread.record.access import today
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.models import Allocation, Entry, Fact

WISH = "To see Birch every week"


@pytest.fixture
def officer(make_worker, family):
    """The reviewing officer of the eldest, who is looked after."""
    officer = make_worker("The officer", "reviewing_officer", of=None)
    child = family[0]
    Allocation.objects.create(person=child, worker=officer, capacity="reviewing_officer", started_on=dt.date(2024, 1, 1))
    Fact.objects.create(noun="looked_after", subject_id=child.number, person=child, started_on=ago(400), recorded_at=RECORDED)
    return officer


RECORDED = dt.datetime(2025, 1, 6, tzinfo=dt.UTC)


def ago(days: int) -> dt.date:
    return today() - dt.timedelta(days)


@pytest.fixture
def wish(family, worker, officer):
    """A wish that a review has passed over, and that review, with something agreed that has not happened."""
    decisions = [{"what": "Arrange visits", "who": "The worker", "by": ago(60).isoformat()}]
    said = made(worker, "childs_wish", family[0], said=ago(200).isoformat(), wish=WISH)
    shared = {"participation": "PN1", "progress": "Settled", "decisions": decisions}
    made(officer, "looked_after_review", family[0], held=ago(150).isoformat(), **shared)
    return said


def made(by, kind: str, child, **shared) -> Entry:
    return make_entry(by=by, kind=kind, persons=[child], body={"shared": shared, "lines": {str(child.pk): {}}})


def page(response) -> str:
    return unescape(re.sub(r"\s+", " ", response.content.decode()))


def test_the_officers_page_says_what_was_passed_over_and_leads_to_the_review(client, officer, family, wish):
    client.force_login(officer)
    shown = page(client.get("/reviewing/"))
    assert WISH in shown
    assert "Passed over by 1 meeting" in shown
    assert "1 thing agreed last time" in shown
    assert f'href="/reviewing/{family[0].pk}/"' in shown
    assert "Birch Underwood" not in shown


def test_an_empty_page_says_what_good_looks_like(client, make_worker):
    client.force_login(make_worker("New officer", "reviewing_officer", of=None))
    assert "No child is allocated to you to review" in page(client.get("/reviewing/"))


def test_the_minutes_begin_with_last_times_actions_and_every_open_wish(client, officer, family, wish):
    client.force_login(officer)
    shown = page(client.get(f"/reviewing/{family[0].pk}/"))
    assert f'href="/child/{family[0].pk}/add/looked_after_review/"' in shown
    form = page(client.get(f"/child/{family[0].pk}/add/looked_after_review/"))
    assert 'value="Arrange visits (The worker)"' in form
    assert f'name="wishes_answered@{family[0].pk}.0.wish"' in form
    assert f'value="{WISH}"' in form


def typed(child, **more) -> dict:
    day = today()
    return {
        "children": child.pk, "held": f"{day.day}/{day.month}/{day.year}", "participation": "PN1", "progress": "Better",
        "then": "finish", "is_plan_changed": "no", "risk": "x", "health": "x", "education": "x", "home": "x", "eighteen": "x",
        f"wishes@{child.pk}": "x", "last_time.0.action": "Arrange visits (The worker)", "last_time.0.happened": "yes",
    } | more  # fmt: skip


def test_an_empty_section_or_a_wish_passed_over_is_asked_about_once_and_then_allowed(client, officer, family, wish):
    client.force_login(officer)
    address, row = f"/child/{family[0].pk}/add/looked_after_review/", f"wishes_answered@{family[0].pk}.0"
    asked = client.post(address, typed(family[0], health=""))
    assert asked.status_code == 422
    assert f"Left empty: health. Nothing is said of what Ash Underwood wants: “{WISH}”." in page(asked)
    answer = {f"{row}.wish": WISH, f"{row}.answer": "Every Saturday"}
    assert "Left empty: health. Fill it in" in page(client.post(address, typed(family[0], health="", **answer)))
    assert client.post(address, typed(family[0], health="", why_empty="The nurse was ill.", **answer)).status_code == 302
    assert "Every Saturday" in page(client.get("/reviewing/"))


def test_a_wish_without_an_answer_stops_the_minutes(client, officer, family, wish):
    client.force_login(officer)
    row = {f"wishes_answered@{family[0].pk}.0.wish": WISH, "why_empty": "No time."}
    stopped = client.post(f"/child/{family[0].pk}/add/looked_after_review/", typed(family[0], **row))
    assert "What the meeting did with it: this is needed." in page(stopped)


def test_nothing_is_asked_of_minutes_that_were_closed_before(client, officer, family, wish):
    review = Entry.objects.get(kind="looked_after_review")
    client.force_login(officer)
    form = client.get(f"/entry/{review.pk}/complete/")
    assert form.status_code == 200
    sent = typed(family[0], version_seen=1, decisions_issued="1/2/2024", is_plan_changed="") | {"held": ""}
    assert "Left empty" not in page(client.post(f"/entry/{review.pk}/complete/", sent))


def test_a_dispute_is_raised_about_what_is_ticked(client, officer, manager, family, wish):
    client.force_login(officer)
    address = f"/dispute/new/{family[0].pk}/"
    form = page(client.get(f"{address}?wish={wish.pk}"))
    assert re.search(rf'id="wish-{wish.pk}"[^>]* checked', form)
    review = Entry.objects.get(kind="looked_after_review")
    assert "About what was agreed and has not happened" in form
    sent = {"wish": wish.pk, "decision": f"{review.pk}-0", "what": "Nobody answers.", "wanted": ""}
    lacking = client.post(address, sent)
    assert lacking.status_code == 422
    assert "Nobody answers." in page(lacking)
    raised = client.post(address, sent | {"wanted": "Weekly visits."})
    dispute = Entry.objects.get(kind="dispute")
    assert raised["Location"] == f"/dispute/{dispute.pk}/"
    assert set(DisputeAbout.objects.values_list("entry", "row")) == {(wish.pk, None), (review.pk, 0)}
    shown = page(client.get(f"/dispute/{dispute.pk}/"))
    assert "Raised with the team manager" in shown
    assert f"What the child wants: “{WISH}”" in shown
    assert "What was agreed: Arrange visits" in shown


@pytest.fixture
def dispute(officer, manager, family):
    """A dispute raised today."""
    return raise_dispute(by=officer, child=family[0], what="Nothing is decided.", wanted="A decision.", day=today())


def test_the_manager_has_it_answers_it_and_the_officer_takes_it_up(client, dispute, officer, manager):
    client.force_login(manager)
    address = f"/dispute/{dispute.pk}/"
    assert "It waits for you" in page(client.get("/dispute/"))
    assert "Answer it" in page(client.get(address))
    lacking = client.post(address, {"do": "answer", "answer": "agreed", "why": "True", "by_when": "soon"})
    assert lacking.status_code == 422
    assert "By when" in page(lacking)
    sent = {"do": "answer", "answer": "agreed", "why": "True", "what": "Panel", "who": "Me", "by_when": "1/2/2030"}
    assert client.post(address, sent).status_code == 302
    assert "Answer it" not in page(client.get(address))
    assert "Take it to" not in page(client.get(address))
    client.force_login(officer)
    shown = page(client.get(address))
    assert "Does the answer put it right?" in shown
    assert "Panel (Me, by 1 February 2030)" in shown
    assert client.post(address, {"do": "resolve", "how": "Decided.", "effect": "done"}).status_code == 302
    listed = page(client.get("/dispute/"))
    assert "No dispute is open" in listed
    assert "What was asked for was done" in listed


def test_taken_further_and_to_cafcass(client, dispute, officer, make_worker):
    make_worker("The director", "director", of=None)
    client.force_login(officer)
    address = f"/dispute/{dispute.pk}/"
    assert client.post(address, {"do": "further", "reason": ""}).status_code == 422
    assert client.post(address, {"do": "further", "reason": "It cannot wait."}).status_code == 302
    assert client.post(address, {"do": "refer", "why_referred": "Her rights."}).status_code == 302
    shown = page(client.get(address))
    assert "Taken further, to the director" in shown
    assert "It cannot wait." in shown
    assert "The service manager's post is vacant." in shown
    assert "Referred to Cafcass" in shown
    assert DisputeStep.objects.filter(dispute=dispute).count() == 2


def test_no_worker_is_named_to_those_above_and_no_name_stands_in_an_address(client, dispute, officer, manager, make_worker):
    client.force_login(make_worker("The director", "director", of=None))
    for address in ("/dispute/", f"/dispute/{dispute.pk}/"):
        shown = page(client.get(address))
        assert not [worker.name for worker in (officer, manager) if worker.name in shown]


def test_who_is_not_to_decide_cannot(client, dispute, worker, manager):
    client.force_login(worker)
    address = f"/dispute/{dispute.pk}/"
    assert client.get(address).status_code == 200
    for do in ("answer", "resolve", "further", "refer"):
        said = {"answer": "no", "why": "x", "how": "x", "effect": "done", "reason": "x", "why_referred": "x"}
        assert client.post(address, said | {"do": do}).status_code == 403
    client.force_login(manager)
    assert client.post(address, {"do": "resolve", "how": "x", "effect": "done"}).status_code == 403
    for way in ("withdraw", "correct", "complete"):
        assert client.get(f"/entry/{dispute.pk}/{way}/").status_code == 403
        assert f"/entry/{dispute.pk}/{way}/" not in client.get(f"/entry/{dispute.pk}/").content.decode()
