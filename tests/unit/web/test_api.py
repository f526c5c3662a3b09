"""The API: the same doors, words and actions as the pages, for programs."""

import datetime as dt
import json

import pytest
from django.test import Client

from goldenthread.record import access
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.actions.tokens import end_token, make_token
from goldenthread.record.models import ApiToken, AuditRow, Entry, Person
from goldenthread.record.policies import Unfit
from goldenthread.web import urls  # noqa: F401  (declares every route)
from goldenthread.web.api_doors import API, BASE
from goldenthread.web.routes import routes


class Program:
    """A program with a worker's token."""

    def __init__(self, by):
        until = access.today() + dt.timedelta(days=30)
        self.headers = {"Authorization": f"Bearer {make_token(by=by, name='a report', until=until)}"}
        self.client = Client()

    def get(self, address: str):
        """The answer and its JSON."""
        return self._told(self.client.get(f"/api/v1/{address}", headers=self.headers, secure=True))

    def post(self, address: str, given):
        """The same of something sent."""
        body = given if isinstance(given, str) else json.dumps(given)
        answer = self.client.post(f"/api/v1/{address}", body, content_type="application/json", headers=self.headers, secure=True)
        return self._told(answer)

    def _told(self, answer):
        return answer.status_code, answer.json()


@pytest.fixture
def program(worker):
    """The worker's program."""
    return Program(worker)


@pytest.fixture
def visited(worker, family):
    """A visit to two of the three."""
    lines = {str(each.pk): {"seen": "alone", "purpose": "need", "said": f"{each.forename} said this"} for each in family[:2]}
    return make_entry(by=worker, kind="visit", persons=family[:2],
                      body={"shared": {"visited": "2025-03-03"}, "lines": lines})  # fmt: skip


def test_it_lists_only_the_children_one_may_open_page_by_page(program, family):
    Person.objects.create(number="X9", forename="Elsewhere", had_record=True)
    status, first = program.get("children?limit=2")
    assert (status, [each["id"] for each in first["children"]]) == (200, [each.pk for each in family[:2]])
    assert [each["number"] for each in program.get(f"children?after={first['next']}")[1]["children"]] == ["C3"]


def test_an_entry_is_shown_as_on_its_page_and_the_reading_is_noted(program, family, visited):
    status, told = program.get(f"entries/{visited.pk}")
    assert status == 200
    assert [line["child"] for line in told["lines"]] == [each.pk for each in family[:2]]
    assert "Ash said this" in json.dumps(told)
    Person.objects.filter(pk=family[1].pk).update(restricted=True)
    told = program.get(f"children/{family[0].pk}/entries")[1]["entries"][0]
    assert told["shared"] is None
    assert "Birch" not in json.dumps(told)
    assert AuditRow.objects.filter(deed="child.read", person_id=family[0].pk, ground="allocated").exists()


def test_facts_are_those_that_stand(program, family, visited):
    nouns = {each["noun"] for each in program.get(f"children/{family[0].pk}/facts")[1]["facts"]}
    assert "need_visit" in nouns


def test_an_outsider_is_told_nothing_and_a_hidden_record_is_not_there(family, make_worker, other_team, visited):
    outsider = Program(make_worker("An outsider", of=other_team))
    for address in (f"children/{family[0].pk}", f"children/{family[0].pk}/entries", f"children/{family[0].pk}/facts",
                    f"entries/{visited.pk}", "children/999999"):  # fmt: skip
        assert outsider.get(address) == (404, {"faults": [{"where": "", "words": "There is nothing here."}]})
    assert AuditRow.objects.filter(allowed=False).exists()


def test_an_entry_is_made_as_by_its_form(program, family):
    body = {"shared": {"visited": "2025-03-03"}, "lines": {str(family[0].pk): {"seen": "alone", "purpose": "need"}}}
    status, told = program.post("entries", {"kind": "visit", "children": [family[0].pk], "body": body})
    assert status == 201
    entry = Entry.objects.get(pk=told["id"])
    assert (entry.made_by.name, entry.versions.get().body) == ("The worker", body)


def test_every_fault_is_said_with_its_place(program, family):
    pk = family[0].pk
    body = {"shared": {"visited": "2999-01-01"}, "lines": {str(pk): {"seen": "alone", "purpose": "party"}}}
    status, told = program.post("entries", {"kind": "visit", "children": [pk], "body": body})
    assert (status, [each["where"] for each in told["faults"]]) == (422, [f"lines.{pk}.purpose"])
    body["lines"][str(pk)]["purpose"] = "need"
    assert program.post("entries", {"kind": "visit", "children": [pk], "body": body})[1]["faults"][0]["where"] == "shared.visited"
    wrong = {"shared": {"visited": 3, "nonsense": "x"}, "lines": {"999": {}}}
    told = program.post("entries", {"kind": "visit", "children": [pk], "body": wrong})[1]
    assert {each["where"] for each in told["faults"]} == {"shared.visited", "shared", "lines"}
    for given in ({"kind": "visit"}, "no json", {"kind": "visit", "children": [999999], "body": {}}):
        status, told = program.post("entries", given)
        assert (status in (400, 422), bool(told["faults"])) == (True, True)
    assert not Entry.objects.exists()


def test_someone_restricted_cannot_be_named_in_a_body_nor_told_from_nobody(program, family):
    hidden = Person.objects.create(number="H1", forename="Hidden", restricted=True)
    words = []
    for pk in (hidden.pk, 999999):
        body = {"shared": {"started": "2025-01-01", "with": pk}, "lines": {}}
        words.append(program.post("entries", {"kind": "visit", "children": [family[0].pk], "body": body}))
    assert words[0] == words[1]


def test_a_token_ends_and_is_never_kept(worker, program, family):
    token = ApiToken.objects.get()
    assert program.get("children")[0] == 200
    assert token.sha256 not in program.headers["Authorization"]
    end_token(by=worker, token=token)
    assert program.get("children")[0] == 401
    for until in (access.today() + dt.timedelta(days=91), access.today() - dt.timedelta(days=1)):
        with pytest.raises(Unfit):
            make_token(by=worker, name="too long", until=until)
    other = Program(worker)
    ApiToken.objects.update(until=access.today() - dt.timedelta(days=1))
    assert other.get("children")[0] == 401


def test_a_session_may_read_but_its_browser_must_show_our_page_to_write(worker, family):
    client = Client(enforce_csrf_checks=True)
    client.force_login(worker)
    assert client.get("/api/v1/kinds", secure=True).status_code == 200
    sent = client.post("/api/v1/search", json.dumps({"words": "Ash"}), content_type="application/json", secure=True)
    assert sent.status_code == 401


def test_search_shows_what_the_worker_may_see(program, family, visited):
    from goldenthread.record.search import index_people

    Person.objects.create(number="X9", forename="Ash", surname="Hidden", restricted=True, had_record=True)
    index_people(list(Person.objects.values_list("pk", flat=True)))
    found = program.post("search", {"words": "Ash"})[1]["found"]
    assert [each["person"]["number"] for each in found] == ["C1"]
    assert program.post("search", {"words": "said", "what": "text"})[1]["found"][0]["entry"] == visited.pk


def test_every_operation_is_a_declared_route_and_asks_who_may(client, db):
    declared = {route.address: route for route in routes() if route.address.startswith(BASE)}
    operations = {str(pattern.pattern) for pattern in API.urls[0] if "openapi" not in str(pattern.pattern)} - {""}
    assert {BASE + address for address in operations} <= set(declared)
    for route in declared.values():
        address = "/" + route.address.replace("<int:child>", "1").replace("<int:entry>", "1").replace("<str:kind>", "visit")
        assert callable(route.may)
        assert client.get(address, secure=True).status_code == 401, address


def test_the_document_describes_what_is_answered(program, family, visited):
    status, document = program.get("openapi.json")
    assert status == 200
    schemas = document["components"]["schemas"]
    answers = {f"entries/{visited.pk}": "EntryOut", f"children/{family[0].pk}": "ChildOut", "children": "ChildrenOut"}
    for address, name in answers.items():
        told = program.get(address)[1]
        assert set(told) == set(schemas[name]["properties"])
        assert set(schemas[name]["required"]) <= set(told)
    assert program.get("kinds/visit/schema")[1]["title"] == "Visit"
    assert program.get("kinds/nonsense/schema")[0] == 404
