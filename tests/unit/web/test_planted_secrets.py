"""A restricted brother, a protected address, an adoption and a kept-away worker are planted; nobody who must not sees any.

Every page that a GET opens is asked for, as each reader, of the brothers and sisters and of the secrets themselves; so are
searches, the pages in which errors are told, and the log. Those who may see a secret do see it: so it is really there.
"""

import datetime as dt
import io
import logging
import re

import pytest
from django.urls import get_resolver
from django.utils import timezone
from tests.unit.record.test_entries import visit
from tests.unit.web.test_routes import filled

from goldenthread.record.actions import adoption, guarding
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.attachments import keep
from goldenthread.record.models import (
    Address,
    Allocation,
    Attachment,
    ChosenCase,
    HouseholdMember,
    Person,
    Relationship,
)
from goldenthread.web.logs import WithoutValues
from goldenthread.web.routes import anyone, routes
from goldenthread.workforce.roles import ROLES

RESTRICTED = ("Zephyrine", "Quillfeather", "ZQ77123", "770077", "marmalade", "quillplan")
ADDRESS = ("Larchbourne", "LS27 9QX", "LS279QX")
ADOPTION = ("Newhavenly", "Larkspurrier", "880088")
KEPT_AWAY = ("Thistledown",)

SAYS = "Zephyrine Quillfeather came too. They moved to 14 Larchbourne Close, ls27 9qx."
SAYS_OF_SECRET = f"{SAYS} There was marmalade."

READERS = {
    "worker": RESTRICTED + ADOPTION,
    "kept_away": RESTRICTED + ADOPTION + KEPT_AWAY,
    "team_manager": RESTRICTED + ADOPTION,
    "head_of_service": RESTRICTED + ADOPTION,
    "outsider": RESTRICTED + ADOPTION + ADDRESS,
    "director": RESTRICTED + ADOPTION + ADDRESS,
    "quality_assurance": RESTRICTED + ADOPTION + ADDRESS,
    "out_of_hours": RESTRICTED + ADOPTION + ADDRESS,
    "inspector": RESTRICTED + ADOPTION + ADDRESS,
    "analyst": RESTRICTED + ADOPTION + ADDRESS + KEPT_AWAY,
    "administrator": RESTRICTED + ADOPTION + ADDRESS + KEPT_AWAY,
    "named": ADOPTION,
    "adoption_staff": RESTRICTED,
}
"""What each must see nowhere."""

SEES = {
    "worker": ("Larchbourne", "Thistledown"),
    "director": ("Thistledown", "[protected]"),
    "named": ("Zephyrine", "Quillfeather", "marmalade", "quillplan"),
    "adoption_staff": ("Newhavenly",),
}
"""What some of them do see."""

LEFT_OUT = {"account_logout"}


@pytest.fixture
def readers(worker, make_worker, team, other_team):
    """Who asks."""
    over = {"head_of_service": team.above, "director": None, "quality_assurance": None, "out_of_hours": None, "inspector": None}
    found = {role: make_worker(f"Some {role}", role, over.get(role, team)) for role in READERS if role in ROLES}
    found |= {"worker": worker, "kept_away": make_worker("A kept-away"), "outsider": make_worker("An outsider", of=other_team)}
    named = make_worker("A named", "director", of=None)
    return found | {"named": named, "adoption_staff": make_worker("The adoption staff", is_adoption_staff=True)}


@pytest.fixture
def planted(readers, family):
    """The secrets, and the ids that stand in addresses."""
    ash, birch, cedar = family
    worker, named, director = readers["worker"], readers["named"], readers["director"]
    Person.objects.filter(pk=cedar.pk).update(forename="Thistledown")
    secret = Person.objects.create(
        pk=770077, number="ZQ77123", forename="Zephyrine", surname="Quillfeather", born_on=dt.date(2016, 2, 2), had_record=True
    )
    HouseholdMember.objects.create(household=ash.households.get().household, person=secret)
    Relationship.objects.create(person=secret, other=ash, kind="sibling")
    mother = Person.objects.create(number="M1", forename="Willow", surname="Underwood")
    for child in (ash, birch):
        Relationship.objects.create(person=mother, other=child, kind="parent")
    for person in (mother, ash):
        Address.objects.create(person=person, kind="home", lines="14 Larchbourne Close\nLeeds", postcode="LS27 9QX",
                               is_protected=True)  # fmt: skip
    Allocation.objects.create(person=secret, worker=worker, team=worker.team, started_on=dt.date(2024, 1, 1))
    entries = [_entry(worker, [ash, secret]), _entry(worker, [ash]), _entry(worker, [secret])]
    attachment = Attachment.objects.create(
        entry=entries[0], name="quillplan.txt", content_type="text/plain", size=5, sha256=keep(b"hello"), added_by=worker,
        added_at=timezone.now(),
    )  # fmt: skip
    guarding.restrict_record(by=director, person=secret, workers=[named, readers["worker"]], reason="A trial")
    secret.named_access.filter(worker=readers["worker"]).delete()
    guarding.block_worker(by=director, person=cedar, worker=readers["kept_away"], reason="An aunt")
    ChosenCase.objects.create(person=ash, worker=readers["inspector"], until=timezone.localdate() + dt.timedelta(days=9),
                              given_by=director, given_at=timezone.now())  # fmt: skip
    after = _adopted(readers["adoption_staff"], birch)
    objects = {"child": ash.pk, "entry": entries[0].pk, "attachment": attachment.pk, "person": mother.pk, "kind": "visit",
               "worker": worker.pk, "team": worker.team_id, "fact": entries[0].facts.first().pk, "provider_id": "council",
               "uidb36": "1", "key": "abc-def", "line": f"entry-{entries[0].pk}"}  # fmt: skip
    others = [{}, {"child": secret.pk, "person": secret.pk, "entry": entries[2].pk},
              {"child": after.pk, "person": cedar.pk, "entry": entries[1].pk}]  # fmt: skip
    return [objects | other for other in others]


def _entry(worker, children):
    body = visit(children, ["alone"] * len(children))
    for child in children:
        body["lines"][str(child.pk)]["said"] = SAYS_OF_SECRET if child.pk == 770077 else SAYS
    said = SAYS_OF_SECRET if children[-1].pk == 770077 else SAYS
    body["shared"]["actions"] = [{"what": said, "who": "Zephyrine", "by": "2026-01-05"}]
    return make_entry(by=worker, kind="visit", persons=children, body=body)


def _adopted(staff, before):
    """The record after an adoption, under an id that shows."""
    after = adoption.seal_adoption(
        by=staff, person=before, forename="Larkspurrier", surname="Newhavenly", workers=[staff], reason="The order"
    )
    number = after.pk
    Person.objects.create(pk=880088, number="A880088", forename="Larkspurrier", surname="Newhavenly", born_on=after.born_on,
                          had_record=True, sealed=True)  # fmt: skip
    Allocation.objects.filter(person=number).update(person=880088)
    before.adoption_after.after_id = 880088
    before.adoption_after.save()
    after.guarding.all().delete()
    Person.objects.filter(pk=number).delete()
    return Person.objects.get(pk=880088)


@pytest.fixture
def log():
    """Everything that is logged, as it is written."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(WithoutValues())
    root = logging.getLogger()
    root.addHandler(handler)
    yield written
    root.removeHandler(handler)


def pages(client, planted):
    """Every answer to a GET, by path: each address once with each of the objects that change it."""
    get_resolver().url_patterns  # noqa: B018  the pages are found when they are first asked for
    told = {}
    for route in routes():
        if route.name in LEFT_OUT or (route.may is anyone and "<" in route.address):
            continue
        for objects in planted:
            told.setdefault(filled(route.address, objects), None)
    for path in [*told, f"/child/{planted[-1]['person']}/", "/Zephyrine/", "/child/Zephyrine/"]:
        response = client.get(path)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        told[path] = f"{response.headers}\n{body.decode(errors='replace')}"
    return told


SEARCHES = ("Zephyrine", "Quillfeather", "ZQ77123", "marmalade", "Larchbourne", "Newhavenly", "Thistledown")


def found(client, words):
    """What a search shows, without what was typed for it."""
    response = client.post("/search/", {"q": words}, follow=True)
    return response.content.decode().replace(words, "…")


@pytest.mark.parametrize("reader", READERS)
def test_nobody_sees_what_they_must_not(reader, readers, planted, client, log):
    client.force_login(readers[reader])
    told = pages(client, planted)
    leaks = {path: [word for word in READERS[reader] if word.lower() in _without(path, page)] for path, page in told.items()}
    assert not {path: words for path, words in leaks.items() if words}
    for words in SEARCHES:
        shown = found(client, words).lower()
        assert not [word for word in READERS[reader] if word.lower() in shown], f"searching for {words}"
    everything = "\n".join(told.values())
    assert not {path for path, page in told.items() if "Traceback" in page}
    assert not [word for word in SEES.get(reader, ()) if word not in everything], "planted, and seen by who may"
    assert not [word for word in (*RESTRICTED[:3], *ADDRESS, *ADOPTION[:2], *KEPT_AWAY) if word in log.getvalue()]


def _without(path, page):
    """A page, without the address at which it was asked for and the token of its forms."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.replace(path, "")).lower()


def test_what_is_refused_looks_like_what_is_not_there(readers, planted, client):
    client.force_login(readers["director"])
    hidden, nothing = client.get("/child/770077/"), client.get("/child/999999/")
    assert (hidden.status_code, _without("/child/770077/", hidden.content.decode())) == (
        nothing.status_code, _without("/child/999999/", nothing.content.decode()),
    )  # fmt: skip


def test_an_export_has_nothing_of_an_adoption(readers, planted, tmp_path):
    from rich.console import Console

    from goldenthread.record.moving.command import run_export

    run_export(tmp_path / "out", Console(quiet=True))
    files = [path for path in sorted((tmp_path / "out").rglob("*")) if path.is_file() and path.name != "manifest.json"]
    written = {path.name: path.read_bytes() for path in files}  # the manifest says only up to which id was counted
    assert any(b"Quillfeather" in each for each in written.values())
    assert not [(name, word) for name, each in written.items() for word in ADOPTION if word.encode() in each]


