"""A visit to three brothers and sisters, from my day, in a minute; and a server that dies in the middle of a sentence."""

import re
import time

import pytest
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def names(server):
    """The three children, eldest first: {forename: id}."""
    return dict(zip(("Ash", "Birch", "Cedar"), server.ids["children"], strict=True))


def radio(page, child: int, value: str):
    """The option of a child's line."""
    return page.locator(f"input[name='seen@{child}'][value='{value}']")


def begin(person, forename: str):
    """From my day to the form, by the link beside the child's name."""
    row = person.page.locator("main").get_by_role("link", name=re.compile(f"Record a visit.*{forename}|Record a visit")).first
    person.interactions += 1
    row.click()
    person.page.wait_for_load_state()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_a_family_of_three_in_six_interactions_beyond_typing(someone, names, javascript):
    person = someone("social_worker", size=PHONE, javascript=javascript)
    begin(person, "Ash")
    page = person.page
    for forename, value in (("Ash", "alone"), ("Birch", "seen_refused"), ("Cedar", "asleep")):
        person.interactions += 1
        radio(page, names[forename], value).check(force=True)
    page.locator(f"[name='said@{names['Ash']}']").fill("I want to go back to swimming.")
    page.locator(f"[name='saw@{names['Birch']}']").fill("Drawing at the table, and would not look up.")
    person.click("button", "Finish visit")
    page.wait_for_load_state()
    assert person.interactions <= 6
    assert "/add/" not in page.url, page.locator(".govuk-error-summary").all_inner_texts()
    for forename, seen, alone in (("Ash", True, True), ("Birch", True, False), ("Cedar", False, False)):
        person.go(f"/child/{names[forename]}/")
        told = page.locator("main").inner_text()
        assert ("(today)" in _said(told, "Seen")) == seen, forename
        assert ("(today)" in _said(told, "Seen alone")) == alone, forename
        person.go(f"/child/{names[forename]}/chronology/")
        assert page.locator("main").get_by_text(re.compile("^Visit")).count() >= 1
    person.go(f"/child/{names['Birch']}/")
    assert "swimming" not in page.locator("main").inner_text(), "another child's words"


def _said(told: str, what: str) -> str:
    """What follows a heading of the child's page."""
    found = re.search(rf"^{what}\s*\n+(.*)$", told, re.MULTILINE)
    return found[1] if found else ""


def test_what_was_typed_two_seconds_ago_outlives_the_server(someone, server, names):
    person = someone("social_worker")
    person.go(f"/child/{names['Ash']}/add/visit/")
    words = "Mum said that he would not be coming back, and Ash"
    said = person.page.locator(f"[name='said@{names['Ash']}']")
    said.press_sequentially(words, delay=5)
    time.sleep(2)
    said.press_sequentially(" laughed", delay=5)
    server.kill()
    server.start()
    other = someone("social_worker", size=PHONE)
    other.page.get_by_role("link", name=re.compile("Visit")).last.click()
    kept = other.page.locator(f"[name='said@{names['Ash']}']").input_value()
    assert kept.startswith(words)
