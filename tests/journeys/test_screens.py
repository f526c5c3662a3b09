"""Every screen: for everyone, by any means. Nothing in the way (axe), nothing wider than a phone, no inline script or style."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.journeys.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

PAGES = {
    "social_worker": [
        "/", "/search/", "/contact/new/", "/account/", "/team/", "/emergency/", "/child/{child}/",
        "/child/{child}/chronology/", "/child/{child}/family/", "/child/{child}/add/", "/child/{child}/add/visit/",
        "/child/{child}/add/looked_after_review/", "/child/{child}/documents/", "/child/{child}/looked/", "/entry/1/",
        "/child/{child}/shortfalls/", "/entry/1/history/", "/entry/1/complete/", "/entry/1/correct/", "/entry/1/withdraw/",
        "/supervision/", "/supervision/worker/{worker}/", "/child/{child}/drift/",
    ],
    "team_manager": [
        "/", "/team/", "/child/{child}/allocate/", "/duplicates/", "/emergency/review/", "/supervision/",
        "/supervision/worker/{worker}/",
    ],
    "service_manager": ["/supervision/", "/supervision/view/", "/supervision/view/?what=never"],
    "head_of_service": ["/", "/audit/", "/inspectors/", "/retention/", "/child/{child}/restrict/"],
    "reviewing_officer": ["/", "/reviewing/", "/reviewing/{child}/", "/dispute/", "/dispute/new/{child}/"],
    "administrator": ["/", "/workers/"],
    "director": ["/drift/", "/told/", "/told/unanswered/", "/told/?level=1", "/drift/step/visits/",
                 "/drift/standard/need-visits/", "/drift/download/"],
    "analyst": ["/", "/feed/", "/drift/"],
    "inspector": ["/"],
    "quality_assurance": ["/", "/feed/conflicts/"],
}  # fmt: skip
PLACES = [(role, page) for role, pages in PAGES.items() for page in pages]


def _ids(server) -> dict[str, int]:
    """What stands in the addresses."""
    return {"child": server.ids["children"][0], "worker": server.ids["workers"]["social_worker"]}


@pytest.mark.parametrize("role", PAGES)
def test_nothing_stands_in_the_way_of_anyone(someone, server, role):
    for size in (DESK, PHONE):
        person = someone(role, size=size)
        for path in PAGES[role]:
            answer = person.page.goto(server.url + path.format(**_ids(server)))
            assert answer.status == 200, (path, answer.status)
            person.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            found = Axe().run(person.page)
            assert found.violations_count == 0, (path, found.generate_report())
            width = person.page.evaluate("document.documentElement.scrollWidth")
            assert width <= size[0], (path, width)


def test_no_script_or_style_stands_in_a_page(someone, server):
    person = someone("social_worker", javascript=False)
    for path in PAGES["social_worker"]:
        html = person.page.goto(server.url + path.format(**_ids(server))).text()
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", html), path
        assert all("src=" in script for script in re.findall(r"<script[^>]*>", html)), path


def test_the_answer_and_the_visit_are_short_on_a_phone(someone, server):
    for role, path, screens in (("director", "/drift/", 2.5), ("social_worker", "/child/{child}/add/visit/", 7)):
        person = someone(role, size=PHONE)
        person.go(path.format(**_ids(server)))
        height = person.page.evaluate("document.documentElement.scrollHeight")
        assert height <= screens * PHONE[1], (path, height / PHONE[1])
