"""Debian's chromium, and a server to walk through."""

import shutil

import pytest
from playwright.sync_api import sync_playwright
from tests.journeys.serving import Server

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
DESK, PHONE = (1280, 900), (360, 740)


@pytest.fixture(scope="module")
def chromium():
    """Debian's chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server with the small authority; its ids are `server.ids`."""
    server = Server(tmp_path_factory.mktemp("home"))
    server.ids = server.seed()
    server.start()
    yield server
    server.kill()


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
