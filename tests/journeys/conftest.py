"""Debian's chromium, a server to walk through, and someone who walks.

GOLDENTHREAD_SHOTS=<folder> keeps a picture of every page that is looked at under a name.
"""

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from tests.journeys.serving import Server

from goldenthread.record.kinds.told import LONDON

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
DESK, PHONE = (1280, 900), (360, 740)
TODAY = dt.datetime.now(LONDON).date()


@pytest.fixture(scope="module")
def chromium():
    """Debian's chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def small_authority(tmp_path_factory):
    """A function that makes a server, not yet started, with the small authority and what other modules of seeding add."""
    made = []

    def make(*more: str, since: str = "") -> Server:
        made.append(Server(tmp_path_factory.mktemp("home"), since))
        made[-1].seed(*more)
        return made[-1]

    yield make
    for each in made:
        each.kill()


@pytest.fixture(scope="module")
def server(small_authority):
    """A server with the small authority; its ids are `server.ids`."""
    server = small_authority()
    server.start()
    return server


def picture(page, name: str) -> None:
    """Keep a picture of the page, where pictures are kept."""
    if os.environ.get("GOLDENTHREAD_SHOTS"):
        file = Path(os.environ["GOLDENTHREAD_SHOTS"]) / f"{name}-{page.viewport_size['width']}.png"
        page.screenshot(path=file, full_page=True)


class Person:
    """Someone at a browser, who counts every click, tick and choice; typing is not counted."""

    def __init__(self, page, server):
        self.page, self.server, self.interactions = page, server, 0

    def click(self, role: str, name: str, **more) -> None:
        """Press a link or button, or choose an option, by what it says."""
        self.interactions += 1
        self.page.get_by_role(role, name=name, **more).first.click()

    def type(self, label: str, text: str) -> None:
        """Type into the field of that label."""
        self.page.get_by_label(label).first.fill(text)

    def go(self, path: str) -> None:
        """Open an address."""
        self.page.goto(self.server.url + path)

    def said(self, name: str = "") -> str:
        """What the page says, on one line; with a name, a picture of it is kept."""
        self.page.wait_for_load_state()
        if name:
            picture(self.page, name)
        return " ".join(self.page.locator("main").inner_text().split())

    def look(self, path: str, name: str = "") -> str:
        """Open an address; what the page says."""
        self.go(path)
        return self.said(name)


@pytest.fixture
def someone(chromium, server):
    """Sign someone in: `someone("social_worker")`, at a desk or on a phone."""
    contexts = []

    def sign_in(role: str, size=DESK, javascript: bool = True) -> Person:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, java_script_enabled=javascript)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{server.url}/demo/")
        account = server.ids["workers"].get(role) or server.ids[role]
        page.locator(f"form[action='/demo/{account}/'] button").click()
        return Person(page, server)

    yield sign_in
    for context in contexts:
        context.close()
