"""Nothing drifts without somebody deciding: what falls overdue climbs until it is decided, and ends when it is done."""

import datetime as dt
import re

import pytest
from tests.journeys.conftest import DESK, PHONE, TODAY

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(small_authority):
    """The small authority after a month of nights in which nobody answered."""
    server = small_authority("seeding_oversight", since="2024-01-01")
    server.nights(TODAY - dt.timedelta(35), TODAY - dt.timedelta(20))
    server.start()
    return server


def test_a_visit_nobody_made_climbs_to_the_director_is_decided_and_is_met(someone, server):
    worker, director = someone("social_worker", size=PHONE), someone("director")
    child = server.ids["unseen"]
    assert "Dale" in worker.look("/", "worker")
    said = director.look("/", "director")
    assert "Dale Sampleton" in said
    assert "Social worker account" not in said, "above the team manager no workers' names"

    director.page.locator("li.gt-daycard", has_text="Dale").get_by_role("link", name="Decide").first.click()
    page = director.page
    page.get_by_label("I will act").check()
    page.get_by_label("What will be done?").fill("The service manager visits with the worker tomorrow.")
    page.get_by_label("Who does it?").fill("The service manager")
    page.get_by_label("By when?").first.fill((TODAY + dt.timedelta(1)).isoformat())
    director.click("button", "Decide")
    shortfall = re.search(r"/shortfall/(\d+)/", page.url)[1]
    said = director.look(f"/shortfall/{shortfall}/", "decided")
    assert "The service manager visits with the worker tomorrow." in said
    assert "No answer stops the legal clock" in said
    for told in ("The social worker", "The team manager", "The service manager", "The head of service", "You,"):
        assert told in said, told

    worker.look(f"/child/{child}/add/visit/")
    page = worker.page
    page.locator(f"input[name='seen@{child}'][value='alone']").check(force=True)
    worker.click("button", "Finish visit")
    met = worker.said("met")
    assert "This met" in met
    assert "Next due by" in met
    assert "Done, late" in worker.look(f"/shortfall/{shortfall}/", "ended")
    assert "Dale" not in director.look("/")
    assert "Done late, over, or decided" in worker.look(f"/child/{child}/shortfalls/", "child")


def test_a_step_parent_who_may_pose_a_risk_moves_in_and_everyone_who_must_know_does(someone, server):
    manager, night = someone("team_manager"), someone("out_of_hours", size=PHONE)
    for each in (manager, night):
        assert "may pose a risk" not in each.look("/")
    worker, child = someone("social_worker"), server.ids["children"][0]
    worker.go(f"/child/{child}/family/home/")
    worker.page.get_by_label("Flint Mockstead").first.check()
    worker.click("button", "They live here now")
    for name, each in (("worker-danger", worker), ("manager-danger", manager), ("night-danger", night)):
        said = each.look("/", name)
        assert "Danger:" in said
        assert "Ash Exampleham" in said


def test_a_duty_lifted_by_a_lawful_exception_is_counted(someone, server):
    worker, manager, child = someone("social_worker"), someone("team_manager", size=PHONE), server.ids["cared_for"]
    worker.look(f"/child/{child}/shortfalls/", "in-care")
    worker.page.get_by_role("link", name=re.compile("looked-after review was due")).first.click()
    worker.click("button", "Answer", exact=True)
    page = worker.page
    page.get_by_label("A lawful exception").check()
    page.get_by_label(re.compile("adjournment")).check()
    page.get_by_label("How does it apply here?").fill("The school's report was not there.")
    worker.click("button", "Answer", exact=True)
    answered = page.url.split(server.url)[1]
    assert "A lawful exception" in worker.look(answered, "exception")
    assert "An exception waits for you" in manager.look(f"{answered}answer/", "agreeing")
    manager.page.get_by_label("I agree").check()
    manager.click("button", "Say so")
    assert "The exception is agreed" in manager.look(answered)

    worker.look(f"/child/{child}/add/review_not_held/")
    page.get_by_label("On what day?").first.fill((TODAY - dt.timedelta(40)).strftime("%d/%m/%Y"))
    page.get_by_label("Adjourned by the reviewing officer").check()
    page.get_by_label(re.compile("regulation 36")).check()
    page.get_by_label("Why?").fill("The school's report was not there. Elm was told, and wants her teacher to come.")
    page.locator("button[value=finish], button", has_text=re.compile("^Finish")).first.click()
    page.wait_for_load_state()
    assert "Lifted by a lawful exception (1)" in worker.look(f"/child/{child}/shortfalls/", "lifted")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_role_s_day_can_be_read(someone, server, size):
    for role in ("social_worker", "team_manager", "service_manager", "head_of_service", "out_of_hours", "reviewing_officer"):
        person = someone(role, size=size)
        assert person.look("/", f"day-{role}").startswith("My day")
        assert person.page.evaluate("document.documentElement.scrollWidth") <= size[0]
