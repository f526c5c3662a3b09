"""Nothing drifts without somebody deciding: what falls overdue climbs until it is decided, and ends when it is done."""

import datetime as dt
import json
import os
import re
from pathlib import Path

import pytest
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.serving import Server

from goldenthread.record.kinds.told import LONDON

pytestmark = pytest.mark.browser

TODAY = dt.datetime.now(LONDON).date()

SHOTS = os.environ.get("GOLDENTHREAD_SHOTS", "")
"""A folder where every page that is looked at is kept as a picture, if one is named."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The small authority after a month of nights in which nobody answered."""
    server = Server(tmp_path_factory.mktemp("home"))
    server.environment["GOLDENTHREAD_RECORDING_SINCE"] = "2024-01-01"
    server.ids = server.seed()
    server.ids |= json.loads(server.run("tests.journeys.seeding_oversight").splitlines()[-1])
    server.run("tests.journeys.nights", str(TODAY - dt.timedelta(35)), str(TODAY - dt.timedelta(20)))
    server.start()
    yield server
    server.kill()


def look(person, path: str, name: str = "") -> str:
    """Open a page; what it says, on one line."""
    person.go(path)
    if SHOTS and name:
        person.page.screenshot(path=Path(SHOTS) / f"{name}-{person.page.viewport_size['width']}.png", full_page=True)
    return " ".join(person.page.locator("main").inner_text().split())


def test_a_visit_nobody_made_climbs_to_the_director_is_decided_and_is_met(someone, server):
    worker, director = someone("social_worker", size=PHONE), someone("director")
    child = server.ids["unseen"]
    assert "Dale" in look(worker, "/", "worker")
    said = look(director, "/", "director")
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
    said = look(director, f"/shortfall/{shortfall}/", "decided")
    assert "The service manager visits with the worker tomorrow." in said
    assert "No answer stops the legal clock" in said
    for told in ("The social worker", "The team manager", "The service manager", "The head of service", "You,"):
        assert told in said, told

    look(worker, f"/child/{child}/add/visit/")
    page = worker.page
    page.locator(f"input[name='seen@{child}'][value='alone']").check(force=True)
    worker.click("button", "Finish visit")
    page.wait_for_load_state()
    met = " ".join(page.locator("main").inner_text().split())
    assert "This met" in met
    assert "Next due by" in met
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / "met-360.png", full_page=True)
    assert "Done, late" in look(worker, f"/shortfall/{shortfall}/", "ended")
    assert "Dale" not in look(director, "/")
    assert "Done late, over, or decided" in look(worker, f"/child/{child}/shortfalls/", "child")


def test_a_step_parent_who_may_pose_a_risk_moves_in_and_everyone_who_must_know_does(someone, server):
    manager, night = someone("team_manager"), someone("out_of_hours", size=PHONE)
    for each in (manager, night):
        assert "has moved in" not in look(each, "/")
    worker, child = someone("social_worker"), server.ids["children"][0]
    worker.go(f"/child/{child}/family/home/")
    worker.page.get_by_label("Flint Mockstead").first.check()
    worker.click("button", "They live here now")
    for name, each in (("worker-danger", worker), ("manager-danger", manager), ("night-danger", night)):
        said = look(each, "/", name)
        assert "Danger:" in said
        assert "Ash Exampleham" in said


def test_a_duty_lifted_by_a_lawful_exception_is_counted(someone, server):
    worker, manager, child = someone("social_worker"), someone("team_manager", size=PHONE), server.ids["cared_for"]
    look(worker, f"/child/{child}/shortfalls/", "in-care")
    worker.page.get_by_role("link", name=re.compile("looked-after review was due")).first.click()
    worker.click("button", "Answer", exact=True)
    page = worker.page
    page.get_by_label("A lawful exception").check()
    page.get_by_label(re.compile("adjournment")).check()
    page.get_by_label("How does it apply here?").fill("The school's report was not there.")
    worker.click("button", "Answer", exact=True)
    answered = page.url.split(server.url)[1]
    assert "A lawful exception" in look(worker, answered, "exception")
    assert "An exception waits for you" in look(manager, f"{answered}answer/", "agreeing")
    manager.page.get_by_label("I agree").check()
    manager.click("button", "Say so")
    assert "The exception is agreed" in look(manager, answered)

    look(worker, f"/child/{child}/add/review_not_held/")
    page.get_by_label("On what day?").first.fill((TODAY - dt.timedelta(40)).strftime("%d/%m/%Y"))
    page.get_by_label("Adjourned by the reviewing officer").check()
    page.get_by_label(re.compile("regulation 36")).check()
    page.get_by_label("Why?").fill("The school's report was not there. Elm was told, and wants her teacher to come.")
    page.locator("button[value=finish], button", has_text=re.compile("^Finish")).first.click()
    page.wait_for_load_state()
    assert "Lifted by a lawful exception (1)" in look(worker, f"/child/{child}/shortfalls/", "lifted")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_role_s_day_can_be_read(someone, server, size):
    for role in ("social_worker", "team_manager", "service_manager", "head_of_service", "out_of_hours", "reviewing_officer"):
        person = someone(role, size=size)
        assert look(person, "/", f"day-{role}").startswith("My day")
        assert person.page.evaluate("document.documentElement.scrollWidth") <= size[0]
