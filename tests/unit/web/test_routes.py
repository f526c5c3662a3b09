"""Who may, for every route: three standing people and each role. A route that is not declared, or not listed, fails.

Read a row as: whoever asks gets `.` an answer, `x` a refusal in words, `-` "there is no such page", `s` the way to sign in.
The worker holds the child; the colleague is of the same team; the outsider of another. The manager, the service manager
and the head of service stand over the team; the reviewer reviews the child; the case is chosen for the inspector.
"""

import datetime as dt

import pytest
from django.urls import get_resolver
from django.utils import timezone
from tests.shortfalls import shortfall
from tests.supervising import begun
from tests.unit.record.test_entries import visit

from goldenthread.record.actions.entries import make_entry
from goldenthread.record.attachments import keep
from goldenthread.record.models import (
    Address,
    Allocation,
    Attachment,
    ChosenCase,
    Conflict,
    Draft,
    Person,
    PossibleDuplicate,
    Relationship,
)
from goldenthread.web.routes import routes

WHO = (
    "worker", "colleague", "outsider", "team_manager", "reviewing_officer", "service_manager", "head_of_service", "director",
    "quality_assurance", "analyst", "administrator", "out_of_hours", "inspector", "nobody",
)  # fmt: skip

TABLE = """
                                                        | . . .  . . . . .  . . . . .  s
account/                                                | . . .  . . . . .  . . . . .  s
account/password/                                       | . . .  . . . . .  . . . . .  s
account/second-factor/                                  | . . .  . . . . .  . . . . .  s
account/second-factor/codes/                            | x x x  x x x x x  x x x x x  s
account/second-factor/codes/new/                        | x x x  x x x x x  x x x x x  s
account/second-factor/remove/                           | x x x  x x x x x  x x x x x  s
account/second-factor/set-up/                           | . . .  . . . . .  . . . . .  s
account/sessions/                                       | . . .  . . . . .  . . . . .  s
account/tokens/                                         | . . .  . . . . .  . . . . .  s
allocation/<int:allocation>/accept/                     | - - -  - - - - -  - - - - -  s
allocation/<int:allocation>/decline/                    | - - -  - - - - -  - - - - -  s
api/v1/children                                         | . . .  . . . . .  . . . . .  s
api/v1/children/<int:child>                             | . . -  . . . . .  . - - . .  s
api/v1/children/<int:child>/entries                     | . . -  . . . . .  . - - . .  s
api/v1/children/<int:child>/facts                       | . . -  . . . . .  . - - . .  s
api/v1/entries                                          | . . .  . . . . .  x x x . x  s
api/v1/entries/<int:entry>                              | . . -  . . . . .  . - - . .  s
api/v1/kinds                                            | . . .  . . . . .  . . . . .  s
api/v1/kinds/<str:kind>/schema                          | . . .  . . . . .  . . . . .  s
api/v1/openapi.json                                     | . . .  . . . . .  . . . . .  s
api/v1/search                                           | . . .  . . . . .  . . . . .  s
audit/                                                  | x x x  x x x . .  . x x x x  s
authority/add/<str:kind>/                               | x x x  . x . . .  . x x x x  s
child/<int:child>/                                      | . . -  . . . . .  . - - . .  s
child/<int:child>/add/                                  | . . -  . . . . .  x - - . x  s
child/<int:child>/add/<str:kind>/                       | . . -  . . . . .  x - - . x  s
child/<int:child>/adoption/                             | - - -  - - - - -  - - - - -  s
child/<int:child>/allocate/                             | x x -  . x . . .  x - - x x  s
child/<int:child>/blocks/                               | . . -  . . . . .  . - - . .  s
child/<int:child>/chronology/                           | . . -  . . . . .  . - - . .  s
child/<int:child>/chronology/changed/                   | - - -  - - - - -  - - - - -  s
child/<int:child>/chronology/finish/                    | . . -  . . . . .  x - - . x  s
child/<int:child>/chronology/line/<slug:line>/          | . . -  . . . . .  x - - . x  s
child/<int:child>/chronology/print/                     | . . -  . . . . .  . - - . .  s
child/<int:child>/documents/                            | . . -  . . . . .  . - - . .  s
child/<int:child>/documents/<int:document>/             | - - -  - - - - -  - - - - -  s
child/<int:child>/documents/new/                        | . . -  . . . . .  x - - . x  s
child/<int:child>/documents/prepare/<int:prepared>/     | - - -  - - - - -  x - - - x  s
child/<int:child>/documents/prepare/<int:prepared>/preview/ | - - -  - - - - -  x - - - x  s
child/<int:child>/drift/                                | . . -  . . . . .  . - - . .  s
child/<int:child>/family/                               | . . -  . . . . .  . - - . .  s
child/<int:child>/family/address/                       | . . -  . . . . .  x - - . x  s
child/<int:child>/family/address/<int:address>/         | . . -  . . . . .  x - - . x  s
child/<int:child>/family/genogram.svg                   | . . -  . . . . .  . - - . .  s
child/<int:child>/family/home/                          | . . -  . . . . .  x - - . x  s
child/<int:child>/family/person/                        | . . -  . . . . .  x - - . x  s
child/<int:child>/family/relationship/<int:relationship>/ | . . -  . . . . .  x - - . x  s
child/<int:child>/looked/                               | . . -  . . . . .  . - - . .  s
child/<int:child>/restrict/                             | x x -  x x x . .  x - - x x  s
child/<int:child>/shortfalls/                           | . . -  . . . . .  . - - . .  s
child/<int:child>/subject-access/                       | . . -  . . . . .  x - - . x  s
child/<int:child>/subject-access/<int:asked>/           | - - -  - - - - -  x - - - x  s
child/<int:child>/subject-access/<int:asked>/parts/     | - - -  - - - - -  x - - - x  s
child/<int:child>/subject-access/<int:asked>/preview/   | - - -  - - - - -  x - - - x  s
contact/new/                                            | . . .  . . . . .  x x x . x  s
contact/new/<uuid:draft>/same/                          | . - -  - - - - -  x x x - x  s
contact/new/<uuid:draft>/what/                          | - - -  - - - - -  x x x - x  s
dispute/                                                | x x x  . . . . .  . x x x x  s
dispute/<int:dispute>/                                  | . . -  . . . . .  . - - . .  s
dispute/new/<int:child>/                                | x x -  . . . . .  x - - x x  s
draft/<uuid:draft>/                                     | . - -  - - - - -  - - - - -  s
draft/<uuid:draft>/discard/                             | . - -  - - - - -  - - - - -  s
drift/                                                  | x x x  . x . . .  . . x x x  s
drift/cause/<slug:cause>/                               | x x x  . x . . .  . - x x x  s
drift/download/                                         | x x x  . x . . .  . . x x x  s
drift/standard/<slug:standard>/                         | x x x  . x . . .  . . x x x  s
drift/step/<slug:step>/                                 | x x x  . x . . .  . . x x x  s
drift/team/<int:team>/                                  | x x x  . x . . .  . - x x x  s
duplicates/                                             | . . .  . . . . .  . . . . .  s
duplicates/<int:proposal>/                              | . . -  . . . . .  . - - . .  s
emergency/                                              | . . .  . . . . .  . x x . x  s
emergency/review/                                       | x x x  . x . . .  x x x x x  s
entry/<int:entry>/                                      | . . -  . . . . .  . - - . .  s
entry/<int:entry>/add/<str:kind>/                       | . . -  . . . . .  x - - . x  s
entry/<int:entry>/attach/                               | . . -  . . . . .  x - - . x  s
entry/<int:entry>/attachment/<int:attachment>/          | . . -  . . . . .  . - - . .  s
entry/<int:entry>/complete/                             | . . -  . . . . .  x - - . x  s
entry/<int:entry>/correct/                              | . . -  . . . . .  x - - . x  s
entry/<int:entry>/history/                              | . . -  . . . . .  . - - . .  s
entry/<int:entry>/withdraw/                             | . . -  . . . . .  x - - . x  s
fact/<int:fact>/                                        | . . -  . . . . .  . - - . .  s
feed/                                                   | x x x  x x x . .  . . . x x  s
feed/conflicts/                                         | . . .  . . . . .  . . . . .  s
feed/conflicts/<int:conflict>/                          | . . -  . . . . .  . - - . .  s
feed/not-placed/                                        | x x x  x x x . .  . . . x x  s
health/                                                 | . . .  . . . . .  . . . . .  .
inspectors/                                             | x x x  x x x . .  . x x x x  s
person/<int:person>/                                    | . . .  . . . . .  - - - . -  s
person/<int:person>/add/<str:kind>/                     | . . .  . . . . .  x x x . x  s
person/<int:person>/change/                             | . . .  . . . . .  - - - . -  s
person/<int:person>/separate/                           | x x -  . x . . .  x - - x x  s
retention/                                              | x x x  x x x . .  x x . x x  s
retention/<int:person>/                                 | x x x  x x x - -  x x - x x  s
retention/due.csv                                       | x x x  x x x . .  x x . x x  s
retention/rule/<str:rule>/                              | x x x  x x x - -  x x - x x  s
reviewing/                                              | x x x  x . x x x  x x x x x  s
reviewing/<int:child>/                                  | . . -  . . . . .  . - - . .  s
search/                                                 | . . .  . . . . .  . . . . .  s
shortfall/<int:shortfall>/                              | . . -  . . . . .  . - - . .  s
shortfall/<int:shortfall>/answer/                       | . x -  . . . . .  x - - . x  s
sign-in/                                                | . . .  . . . . .  . . . . .  .
sign-in/again/                                          | . . .  . . . . .  . . . . .  s
sign-in/again/code/                                     | . . .  . . . . .  . . . . .  s
sign-in/code/                                           | . . .  . . . . .  . . . . .  .
sign-in/ended/                                          | . . .  . . . . .  . . . . .  .
sign-in/forgotten/                                      | . . .  . . . . .  . . . . .  .
sign-in/forgotten/sent/                                 | . . .  . . . . .  . . . . .  .
sign-in/locked/                                         | . . .  . . . . .  . . . . .  s
sign-in/refused/                                        | x x x  x x x x x  x x x x x  x
sign-in/set-password/<base36:uidb36>-<key:key>/         | . . .  . . . . .  . . . . .  .
sign-in/set-password/done/                              | . . .  . . . . .  . . . . .  .
sign-in/with/<slug:provider_id>/                        | - - -  - - - - -  - - - - -  -
sign-in/with/<slug:provider_id>/callback/               | - - -  - - - - -  - - - - -  -
sign-out/                                               | . . .  . . . . .  . . . . .  s
supervision/                                            | . . .  . . . . .  x x x x x  s
supervision/<int:supervision>/                          | . - -  . - . . .  . - - - -  s
supervision/<int:supervision>/child/<int:child>/        | - - -  . - - - -  - - - - -  s
supervision/<int:supervision>/choose/                   | - - -  . - - - -  - - - - -  s
supervision/<int:supervision>/discard/                  | - - -  . - - - -  - - - - -  s
supervision/<int:supervision>/private/                  | - - -  . - - - -  - - - - -  s
supervision/<int:supervision>/sign/                     | . - -  . - - - -  - - - - -  s
supervision/<int:supervision>/work/                     | - - -  . - - - -  - - - - -  s
supervision/view/                                       | x x x  x x . . .  . x x x x  s
supervision/worker/<int:worker>/                        | - . -  . - . . .  - - - - -  s
team/                                                   | . . .  . x . . x  x x x x x  s
told/                                                   | x x x  . x . . .  . . x x x  s
told/unanswered/                                        | x x x  . x . . .  . - x x x  s
worker/<int:worker>/add/<str:kind>/                     | x x x  . x . . .  x x x x x  s
workers/                                                | x x x  x x x x x  x x . x x  s
workers/<int:worker>/                                   | x x x  x x x x x  x x . x x  s
workers/new/                                            | x x x  x x x x x  x x . x x  s
workers/teams/<int:team>/                               | x x x  x x x x x  x x . x x  s
workers/teams/new/                                      | x x x  x x x x x  x x . x x  s
"""


def listed() -> dict[str, str]:
    """What each row says, by address."""
    rows = (line.rsplit("|", 1) for line in TABLE.splitlines() if "|" in line)
    return {address.strip(): "".join(marks.split()) for address, marks in rows}


@pytest.fixture
def people(worker, make_worker, team, other_team, family):
    """Who asks, by name."""
    over = {"team_manager": team, "service_manager": team.above, "head_of_service": team.above}
    until = {"inspector": timezone.localdate() + dt.timedelta(days=9)}
    found = {role: make_worker(f"Their {role}", role, over.get(role), until=until.get(role)) for role in WHO[3:-1]}
    found |= {"worker": worker, "colleague": make_worker("A colleague"), "outsider": make_worker("An outsider", of=other_team)}
    began = {"started_on": dt.date(2024, 1, 1), "capacity": "reviewing_officer"}
    for child in family:
        Allocation.objects.create(person=child, worker=found["reviewing_officer"], **began)
        ChosenCase.objects.create(person=child, worker=found["inspector"], until=until["inspector"], given_by=worker,
                                  given_at=timezone.now())  # fmt: skip
    return found


@pytest.fixture
def objects(people, family, team):
    """What stands in the addresses: an id for each name in one."""
    worker = people["worker"]
    entry = make_entry(by=worker, kind="visit", persons=family, body=visit(family, ["alone", "alone", "alone"]))
    draft = {"author": worker, "person": family[0], "saved_at": timezone.now(), "typed": {}}
    started = Draft.objects.create(kind="visit", address=f"/child/{family[0].pk}/add/visit/", **draft)
    contact = Draft.objects.create(kind="contact", address="/contact/new/", **draft)
    carer = Person.objects.create(number="K1", forename="Rowan", surname="Carer", is_carer=True)
    mother = Person.objects.create(number="M1", forename="Willow", surname="Underwood")
    attached = {"name": "a.txt", "content_type": "text/plain", "size": 5, "added_by": worker, "added_at": timezone.now()}
    return {
        "child": family[0].pk, "entry": entry.pk, "kind": "visit", "draft": started.pk, "contact": contact.pk,
        "worker": people["colleague"].pk, "team": team.pk, "person": carer.pk, "provider_id": "council", "uidb36": "1",
        "key": "abc-def", "line": f"entry-{entry.pk}", "fact": entry.facts.first().pk,
        "attachment": Attachment.objects.create(entry=entry, sha256=keep(b"hello"), **attached).pk,
        "address": Address.objects.create(person=family[0], kind="home", lines="1 The Way").pk,
        "relationship": Relationship.objects.create(person=mother, other=family[0], kind="parent").pk,
        "proposal": PossibleDuplicate.objects.create(one=family[0], other=family[1], why="the same name").pk,
        "conflict": Conflict.objects.create(
            person=family[0], source="ssd", said={"forename": "Ashley"}, differs=["forename"], found_at=timezone.now()
        ).pk,
        "dispute": disputed(people["reviewing_officer"], family[0]).pk,
        "shortfall": shortfall(family[0]).pk, "supervision": begun(people["team_manager"], worker, family[0]).pk,
        "merged": Person.objects.create(number="C1b", forename="Ash", had_record=True, merged_into=family[0]).pk,
    }  # fmt: skip


def disputed(officer, child):
    """A dispute about the child."""
    body = {"shared": {"raised": "2025-03-03", "what": "Not right.", "wanted": "Right."}, "lines": {}}
    return make_entry(by=officer, kind="dispute", persons=[child], body=body)


OTHERWISE = {
    "worker/<int:worker>/add/<str:kind>/": {"kind": "supervision"},
    "drift/step/<slug:step>/": {"step": "visits"},
    "drift/standard/<slug:standard>/": {"standard": "protection-visits"},
    "drift/cause/<slug:cause>/": {"cause": "court"},
    "person/<int:person>/add/<str:kind>/": {"kind": "carer_review"},
    "authority/add/<str:kind>/": {"kind": "recommendation"},
}
ANOTHER = {
    "contact/new/<uuid:draft>/same/": {"draft": "contact"},
    "contact/new/<uuid:draft>/what/": {"draft": "contact"},
    "person/<int:person>/separate/": {"person": "merged"},
}
"""What else stands in some addresses: a value, or the name of another object."""


def filled(address: str, objects: dict) -> str:
    """An address with something in it; what nobody has is 0."""
    objects = objects | OTHERWISE.get(address, {}) | {name: objects.get(of, 0) for name, of in ANOTHER.get(address, {}).items()}
    parts = address.split("<")
    return "/" + parts[0] + "".join(
        f"{objects.get(part.partition('>')[0].rpartition(':')[2], 0)}{part.partition('>')[2]}" for part in parts[1:]
    )  # fmt: skip


def mark(response) -> str:
    """An answer, as the table writes it."""
    if response.status_code == 302 and response["Location"].startswith("/sign-in/?"):
        return "s"
    return {401: "s", 403: "x", 404: "-"}.get(response.status_code, "." if response.status_code in (200, 302, 400, 405) else "!")


def asked(client, people: dict, path: str) -> str:
    """What each gets for a path."""
    marks = ""
    for who in WHO:
        client.logout()
        if who != "nobody":
            client.force_login(people[who])
        marks += mark(client.get(path))
    return marks


def _patterns(resolver, before=""):
    for each in resolver.url_patterns:
        if hasattr(each, "url_patterns"):
            yield from _patterns(each, before + str(each.pattern))
        else:
            yield before + str(each.pattern), each.callback


def test_every_address_is_declared_and_says_who_may():
    undeclared = [address for address, view in _patterns(get_resolver()) if not callable(getattr(view, "may", None))]
    assert not undeclared
    assert {address for address, _ in _patterns(get_resolver())} >= {each.address for each in routes()}


def test_every_address_is_listed_here():
    addresses = {address for address, _ in _patterns(get_resolver())}
    assert addresses - listed().keys() == set(), "give each a row, in TABLE"
    assert listed().keys() - addresses == set(), "these are no longer there"
    assert {len(marks) for marks in listed().values()} == {len(WHO)}


@pytest.mark.parametrize("address", listed())
def test_who_may(address, client, people, objects):
    got = dict(zip(WHO, asked(client, people, filled(address, objects)), strict=True))
    assert got == dict(zip(WHO, listed()[address], strict=True))
