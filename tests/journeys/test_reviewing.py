"""A wish that two reviews passed over is disputed, climbs unanswered, is answered by the head, and is not lost at the next."""

import datetime as dt
import re

import pytest
from tests.journeys.conftest import PHONE, TODAY
from tests.journeys.seeding_reviewing import WISH

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(small_authority):
    """The small authority, and Hazel in care."""
    server = small_authority("seeding_reviewing", since="2020-01-01")
    server.start()
    return server


def raise_it(officer, hazel: int) -> str:
    """The officer finds what was passed over, and disputes it; the dispute's address."""
    before = officer.look("/reviewing/", "reviewing")
    assert WISH in before
    assert "Passed over by 2 meetings" in before
    officer.look(f"/reviewing/{hazel}/", "prepare")
    officer.click("link", "Raise a dispute about it")
    officer.type("What is not right, and what does it mean for the child?", "Two reviews said nothing of what Hazel asks for.")
    officer.type("What would put it right, and by when?", "They see each other every week, from this month.")
    assert officer.page.get_by_label(f"“{WISH}”").is_checked()
    officer.said("raise")
    officer.click("button", "Raise the dispute")
    assert "With the team manager, to be answered by" in officer.said("raised")
    return re.search(r"/dispute/\d+/", officer.page.url)[0]


def test_a_wish_nobody_answers_is_disputed_and_answered(someone, server):
    officer, hazel = someone("reviewing_officer"), server.ids["hazel"]
    address = raise_it(officer, hazel)
    server.run("tests.journeys.seeding_reviewing", "18")

    head = someone("head_of_service", size=PHONE)
    assert "Two reviews said nothing" in head.look("/", "head")
    head.click("link", "Answer it")
    unanswered = head.said("unanswered")
    for gone_up in ("Raised with the team manager", "it went up to the service manager", "it went up to the head of service"):
        assert gone_up in unanswered
    assert "Team manager account" not in unanswered, "above the team manager no workers' names"
    head.click("radio", "Agreed", exact=True)
    head.type("Why?", "She is right, and it should not have taken this long.")
    head.type("What will be done (where you agree, or agree in part)", "A driver every Saturday")
    head.type("Who will do it", "The placement team")
    head.type("By when", f"{TODAY + dt.timedelta(7):%d/%m/%Y}")
    head.click("button", "Answer", exact=True)
    assert "Answered: agreed" in head.said("answered")

    assert "Take up the answer" in officer.look("/", "day")
    officer.go(address)
    officer.page.get_by_text("It is resolved").first.click()
    officer.type("How was it resolved?", "A driver takes her every Saturday.")
    officer.page.get_by_label("What was asked for was done").check()
    officer.page.get_by_role("button", name="It is resolved").click()
    assert "Resolved" in officer.said("resolved")
    assert "What was asked for was done" in someone("director").look("/dispute/", "disputes")

    _hold_the_next_review(officer, hazel)
    assert "said: Every Saturday, with a driver" in officer.look("/reviewing/", "heard")
    worker = someone("social_worker")
    _tell_the_child(worker, server.ids["wish"])
    assert "No wish waits for an answer" in officer.look(f"/reviewing/{hazel}/", "told")


def _hold_the_next_review(officer, hazel: int) -> None:
    """Its minutes begin with what was agreed and with the wish, and do not close while the wish stands without an answer."""
    officer.look(f"/reviewing/{hazel}/", "next")
    officer.click("button", "Start the review")
    page, row = officer.page, f"wishes_answered@{hazel}.0"
    assert page.locator(f"input[name='{row}.wish']").input_value() == WISH
    agreed = [page.locator(f"input[name='last_time.{number}.action']").input_value() for number in (0, 1)]
    assert agreed == ["Life story work begins (The worker)", "Ask her brother's carers (The worker)"], "of both reviews"
    page.locator("input[name='held']").fill(f"{TODAY:%d/%m/%Y}")
    page.locator("input[name='participation'][value='PN1']").check(force=True)
    for number in (0, 1):
        page.locator(f"input[name='last_time.{number}.happened'][value='yes']").check(force=True)
    page.locator("textarea[name='progress']").fill("She sees her brother now.")
    officer.click("button", "Finish looked-after review")
    stopped = officer.said("stopped")
    assert "What the meeting did with it: this is needed" in stopped
    assert "Left empty:" in stopped
    page.locator(f"input[name='{row}.answer']").fill("Every Saturday, with a driver")
    page.locator("textarea[name='why_empty']").fill("The school's report came too late.")
    officer.click("button", "Finish looked-after review")
    page.wait_for_url(re.compile(r"/entry/\d+/"))


def _tell_the_child(worker, wish: int) -> None:
    worker.go(f"/entry/{wish}/complete/")
    page = worker.page
    page.locator("input[name='answer'][value='done']").check(force=True)
    page.locator("textarea[name='done']").fill("She goes every Saturday.")
    page.locator("input[name='answered']").fill(f"{TODAY:%d/%m/%Y}")
    worker.click("button", "Complete a child's wish")
    page.wait_for_url(re.compile(rf"/entry/{wish}/$"))
