"""From a new contact to a looked-after child with plan, review, placement and visits, entirely through the screens."""

import datetime as dt

import pytest
from tests.journeys.conftest import picture
from tests.kinds_filled import filled

from goldenthread.record.kinds import kinds
from goldenthread.record.models import Person as Child
from goldenthread.workforce.models import Worker

pytestmark = pytest.mark.browser

BORN = dt.date(2014, 5, 17)
STEPS = [
    ("referral", 60, False), ("assessment", 58, False), ("strategy_discussion", 50, False), ("section47", 50, False),
    ("initial_conference", 40, False), ("protection_plan", 40, False), ("core_group", 35, False),
    ("period_of_care", 30, True), ("legal_status", 30, False), ("placement", 30, True), ("care_plan", 28, True),
    ("visit", 26, True), ("looked_after_review", 10, True), ("permanence_plan", 9, True), ("visit", 2, True),
]  # fmt: skip
"""The kind, how many days ago it was, and whether it is begun from the child's page rather than as the step before's next."""


def fill(page, typed: dict[str, list[str]]) -> None:
    """Put what is typed into the form that is open, by the keyboard: what it does not ask is left, what is folded is opened."""
    while (folded := page.locator("main details.gt-folded:not([open]) > summary")).count():
        folded.first.press("Enter")
    for name, values in typed.items():
        for value in values:
            inputs = page.locator(f"main [name='{name}']")
            if not inputs.count():
                continue
            kind = inputs.first.evaluate("each => each.type || each.tagName")
            if kind in ("radio", "checkbox"):
                option = page.locator(f"main [name='{name}'][value='{value}']").first
                if not option.is_checked():
                    option.focus()
                    page.keyboard.press("Space")
            elif kind.startswith("select"):
                inputs.first.select_option(value)
            else:
                inputs.first.fill(value)


def answers(kind: str, child: int, worker: int, days_ago: int) -> dict[str, list[str]]:
    """A filled form of that kind about that child."""
    began = dt.date.today() - dt.timedelta(days_ago)  # noqa: DTZ011
    return filled(kinds()[kind], [Child(pk=child, born_on=BORN)], Worker(pk=worker), began=began)


def finish(page, name: str) -> None:
    """Press the button that finishes, and see that it is on the record."""
    page.locator("main form button[value='finish']").last.click()
    page.wait_for_load_state()
    picture(page, name)
    wrong = page.locator(".govuk-error-summary")
    assert not wrong.count(), f"{name}: {wrong.all_inner_texts()}"


def test_from_a_contact_to_care(someone, server):
    person = someone("team_manager")
    page, worker = person.page, server.ids["workers"]["team_manager"]
    person.click("link", "New contact")
    fill(page, {"child.0.forename": ["Rowan"], "child.0.surname": ["Placebourne"], "child.0.born_on": ["17/5/2014"]})
    picture(page, "00-new-contact")
    page.locator("main form button[value='next']").last.click()
    page.wait_for_load_state()
    child = int(page.locator("[name^='said@'], [name='children']").first.evaluate(
        "each => each.name.includes('@') ? each.name.split('@')[1] : each.value"))  # fmt: skip
    fill(page, answers("contact", child, worker, 61))
    finish(page, "01-contact")
    for number, (kind, days_ago, afresh) in enumerate(STEPS, 2):
        title = kinds()[kind].title
        if afresh:
            person.go(f"/child/{child}/add/{kind}/")
        else:
            page.locator(f"main a[href*='/add/{kind}/']").first.click()
            page.wait_for_load_state()
        assert title.lower() in page.locator("h1").inner_text().lower(), (kind, page.url)
        fill(page, answers(kind, child, worker, days_ago))
        finish(page, f"{number:02}-{kind}")
    person.go(f"/child/{child}/")
    picture(page, "90-childs-page")
    told = page.locator("main").inner_text()
    for words in ("Looked after", "Placement", "Care plan", "Seen alone"):
        assert words.lower() in told.lower(), words
    person.go(f"/child/{child}/chronology/")
    picture(page, "91-chronology")
    assert page.locator("main a[href^='/entry/']").count() == len(STEPS) + 1, "every step, and the contact"
