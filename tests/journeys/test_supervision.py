"""Supervision: its agenda is written, three are thought about, both sign; an action slips, and comes back by itself."""

import datetime as dt
import re

import pytest
from tests.journeys.conftest import DESK, PHONE, TODAY

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(small_authority):
    """The small authority, judged last night: a child on a plan was not visited for weeks."""
    server = small_authority("seeding_oversight", since="2024-01-01")
    server.run("tests.journeys.seeding_supervision", str(server.ids["unseen"]))
    server.nights(TODAY, TODAY)
    server.start()
    return server


def decide(manager, action: str) -> None:
    """Think about the next of the chosen children, and decide."""
    manager.click("button", "Think and decide")
    page = manager.page
    page.locator("[name=life]").fill("Mornings are loud, and nobody is up in time for school.")
    page.locator("[name=missing]").fill("Who stays overnight.")
    page.locator("[name^='child@']").first.fill("I want to go to breakfast club.")
    page.locator("[name=decision]").fill("Visit each week, once unannounced, and see the child alone.")
    page.locator("[name=why]").fill("Nobody has seen a morning, and that is where the worry is.")
    for name, typed in (("what", action), ("who", "Social worker"), ("by", f"{TODAY + dt.timedelta(2):%d/%m/%Y}")):
        page.locator(f"[name='actions.0.{name}']").fill(typed)
    manager.click("button", "Put it on the record")


def test_an_agenda_three_chosen_decided_signed_and_an_action_that_slips(someone, server):
    manager, worker = someone("team_manager", size=DESK), someone("social_worker", size=PHONE)
    manager.go("/supervision/")
    assert "Social worker account" in manager.said("workers")
    manager.click("link", "Social worker account")
    agenda = manager.said("agenda")
    assert "5 children, 5 never discussed" in agenda
    first = manager.page.locator(".gt-agenda__line").first.inner_text()
    assert "Dale" in first, "the child most in need of thought first"
    assert "late" in first
    ticked = manager.page.locator("input[name=children]:checked")
    assert ticked.count() == 3
    manager.click("button", "Begin supervision")
    address = re.search(r"/supervision/\d+/", manager.page.url)[0]
    assert "Say how the work is" in manager.said("begun"), "it says what is still to be written"

    for number in range(3):
        decide(manager, f"Action number {number}")
    manager.click("button", "Say how the work is")
    manager.page.locator("[name=work]").fill("Five children, one of them very worrying.")
    manager.click("button", "Put it on the record")
    manager.click("button", "Write something between you")
    manager.page.locator("[name=how]").fill("Tired, and glad to say so.")
    manager.click("button", "Put it on the record")
    assert "Tired, and glad to say so." in manager.said("written")
    manager.click("button", "Sign", exact=True)

    worker.go("/supervision/")
    assert "Your supervision" in worker.said("to-sign")
    worker.go(address)
    assert "Nobody has seen a morning" in worker.said()
    worker.click("button", "Sign", exact=True)
    assert "Both have signed." in worker.said("signed")
    worker.go(f"/child/{server.ids['unseen']}/chronology/")
    assert "Supervision: a decision was recorded" in worker.said()

    above = someone("service_manager")
    above.go(address)
    assert "Nobody has seen a morning" in above.said("above")
    assert "glad to say so" not in above.page.content()
    assert "Between the two of you" not in above.page.content()

    server.nights(TODAY + dt.timedelta(3), TODAY + dt.timedelta(3))
    worker.go(f"/child/{server.ids['unseen']}/shortfalls/")
    due = TODAY + dt.timedelta(2)
    slipped = f"Word that the agreed action was done, or of what becomes of it, was due by {due.day} {due:%B %Y}"
    assert slipped in worker.said("slipped"), "the action that slipped has become a duty"


def test_an_hour_of_talk_is_not_lost(someone, server):
    manager = someone("team_manager")
    manager.go(f"/supervision/worker/{server.ids['workers']['reviewing_officer']}/")
    manager.click("button", "Begin supervision")
    manager.click("button", "Say how the work is")
    words = "Half an hour about the reviews of this month"
    manager.page.locator("[name=work]").press_sequentially(words, delay=5)
    manager.page.locator("[data-saved]", has_text="Saved").wait_for()
    address = manager.page.url.partition("?")[0]
    server.kill()
    server.start()
    again = someone("team_manager", size=PHONE)
    again.page.goto(address)
    assert again.page.locator("[name=work]").input_value() == words
