"""A person opens the report: on a desk, on a phone, by keyboard, with a screen reader, on paper."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from tests import invented_duties as invented

from goldenthread.check.outputs import write_all

pytestmark = pytest.mark.browser

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
DESK, PHONE = (1280, 900), (360, 740)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Where the report of an invented authority is."""
    paths = write_all(
        invented.authority(60), tmp_path_factory.mktemp("run"), invented.standards(), invented.AS_AT,
        invented.AS_AT_WHY, invented.summaries(), invented.coverage(), authority="Northborough (invented)",
    )  # fmt: skip
    return paths["report.html"].as_uri()


@pytest.fixture(scope="module")
def browser():
    """Debian's chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, report):
    """Open the report in a window of some size; JavaScript is off, as it may be, unless a test needs its own."""
    contexts = []

    def open_it(size=DESK, javascript=False):
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, java_script_enabled=javascript)
        contexts.append(context)
        page = context.new_page()
        page.requested = []
        page.on("request", lambda request: page.requested.append(request.url))
        page.goto(report)
        return page

    yield open_it
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_stands_in_the_way_of_anyone(opened, size):
    page = opened(size, javascript=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_is_wider_than_the_window_even_with_every_list_open(opened, size):
    page = opened(size, javascript=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_it_asks_for_nothing_but_itself(opened, report):
    page = opened(javascript=True)
    page.wait_for_load_state("networkidle")
    assert page.requested == [report]


def test_a_number_leads_to_its_children_and_a_child_to_what_it_waits_for(opened):
    page = opened()
    page.locator("section:has(> #waiting) tbody a").first.click()
    area = page.locator("h3:target")
    standards = page.locator(f"section:has(> #{area.get_attribute('id')}) article:has(details)")
    standards.first.locator("summary").click()
    child = standards.first.locator("details a").first
    name = child.inner_text()
    child.click()
    section = page.locator("section:has(> h3:target)")
    assert section.locator("h3").inner_text() == f"Child {name}"
    assert "Responsible:" in section.inner_text()


def test_the_keyboard_reaches_the_report_first_and_opens_a_list(opened):
    page = opened()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the report"
    months = page.locator("details").first
    months.locator("summary").focus()
    page.keyboard.press("Enter")
    assert months.locator("table").is_visible()


def test_on_paper_the_lists_are_open_and_the_contents_are_gone(opened):
    page = opened()
    page.emulate_media(media="print")
    assert page.locator("details table").first.is_visible()
    assert page.locator("details .ids").first.is_visible()
    assert not page.locator("nav").is_visible()
    assert not page.locator("summary").first.is_visible()


def test_it_prints_on_paper_no_wider_than_the_page(opened):
    page = opened(javascript=True)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})  # A4 less its margins
    assert page.evaluate("document.documentElement.scrollWidth") == 680
    assert page.pdf(format="A4").startswith(b"%PDF")
