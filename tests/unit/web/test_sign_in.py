"""Signing in, the second factor, locking, and what is noted of it."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from goldenthread.record.models import AuditRow, Draft
from goldenthread.web.pages.workers import password_link

PASSWORD = "larch copper window"


@pytest.fixture(autouse=True)
def _no_limits_from_before(db):
    cache.clear()


@pytest.fixture
def account(worker):
    """The worker, with a password."""
    worker.set_password(PASSWORD)
    worker.save()
    return worker


def sign_in(client, email, password=PASSWORD, **more):
    """The answer to a sign-in."""
    return client.post("/sign-in/", {"login": email, "password": password} | more)


def noted():
    """What was noted: worker, deed, allowed, ground."""
    return list(AuditRow.objects.order_by("seq").values_list("worker_id", "deed", "allowed", "ground"))


def code(html):
    """The code an app would show for the secret on the page."""
    secret = re.search(r'gt-key">(\w+)<', html)[1]
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_one_signs_in_and_out_and_that_is_noted(client, account):
    assert sign_in(client, "THE-worker@example.org", next="/account/")["Location"] == "/account/"
    client.post("/sign-out/")
    assert client.get("/account/")["Location"].startswith("/sign-in/")
    assert noted() == [(account.pk, "sign_in", True, "password"), (account.pk, "sign_out", True, "")]


def test_a_wrong_password_and_an_unknown_address_are_told_alike_and_noted_by_id_only(client, account):
    told = [sign_in(client, email, "wrong").content.decode() for email in (account.email, "nobody@example.org")]
    errors = [re.findall(r"error-summary.*?</ul>", page, re.DOTALL) for page in told]
    assert errors[0] == errors[1] != []
    assert noted() == [(account.pk, "sign_in", False, "password"), (None, "sign_in", False, "unknown account")]
    assert "nobody" not in str(list(AuditRow.objects.values()))


def test_tries_are_limited(client, account):
    for _ in range(6):
        sign_in(client, account.email, "wrong")
    assert "Too many tries" in sign_in(client, account.email).content.decode()
    assert noted()[-1] == (account.pk, "sign_in", False, "too many")


def test_an_account_that_has_ended_does_not_sign_in(client, account):
    account.is_active = False
    account.save()
    assert sign_in(client, account.email)["Location"] == "/sign-in/ended/"
    assert client.get("/")["Location"].startswith("/sign-in/")


def test_nobody_makes_an_account_for_themselves(client):
    for path in ("/accounts/signup/", "/sign-in/signup/", "/signup/", "/accounts/login/", "/accounts/email/"):
        assert client.get(path).status_code == 404


def test_a_link_from_an_administrator_sets_a_password_once(client, account):
    path = password_link(account, "http://testserver").removeprefix("http://testserver")
    form = client.get(path, follow=True).request["PATH_INFO"]
    assert client.post(form, {"password1": "short", "password2": "short"}).status_code == 200
    client.post(form, {"password1": "another good phrase", "password2": "another good phrase"})
    assert sign_in(client, account.email, "another good phrase").status_code == 302
    assert "does not work any more" in Client().get(path, follow=True).content.decode()
    assert "another" not in str(list(AuditRow.objects.values()))


def test_a_second_factor_is_set_up_before_anything_else(client, account, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    sign_in(client, account.email)
    assert client.get("/")["Location"] == "/account/second-factor/set-up/"
    page = client.get("/account/second-factor/set-up/").content.decode()
    assert client.post("/account/second-factor/set-up/", {"code": "000000"}).status_code == 200
    assert client.post("/account/second-factor/set-up/", {"code": code(page)})["Location"] == "/account/second-factor/codes/"
    assert client.get("/account/").status_code == 200
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert re.search(r'gt-key">(\w+)<', page)[1] not in kept
    _signs_in_with_a_code(account)


def _signs_in_with_a_code(account):
    again = Client()
    assert sign_in(again, account.email)["Location"] == "/sign-in/code/"
    assert again.get("/account/")["Location"].startswith("/sign-in/")
    assert "not right" in again.post("/sign-in/code/", {"code": "000000"}).content.decode()
    assert noted()[-1] == (account.pk, "sign_in", False, "code")
    recovery = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    assert again.post("/sign-in/code/", {"code": recovery}).status_code == 302
    assert again.get("/account/").status_code == 200


def left(client, **seconds):
    """Set the session's clock back."""
    session = client.session
    session.update({name: time.time() - ago for name, ago in seconds.items()})
    session["account_authentication_methods"] = [{"method": "password", "at": time.time() - 90000}]
    session.save()


def test_a_session_left_alone_is_locked_and_nothing_can_be_read(client, account, family):
    sign_in(client, account.email)
    left(client, seen_at=16 * 60)
    for path in ("/", f"/child/{family[0].pk}/", "/search/", "/account/"):
        assert client.get(path)["Location"].startswith("/sign-in/again/")
    assert client.get("/account/", headers={"Accept": "application/json"}).status_code == 423
    assert "Underwood" not in client.get("/sign-in/again/").content.decode()
    client.post("/sign-in/again/", {"password": "wrong"})
    assert client.get("/account/").status_code == 302
    assert client.post("/sign-in/again/", {"password": PASSWORD, "next": "/account/"})["Location"] == "/account/"
    assert client.get("/account/").status_code == 200
    assert [deed for _, deed, _, _ in noted() if deed.startswith("session")] == ["session.lock", "session.unlock"]


def test_what_is_typed_into_a_locked_session_is_kept_and_found_again(client, account, family):
    sign_in(client, account.email)
    left(client, seen_at=16 * 60)
    typed = {"visited": "3/3/2025", f"said@{family[0].pk}": "I like the new school", "children": [family[0].pk]}
    answer = client.post(f"/child/{family[0].pk}/add/visit/", typed)
    draft = Draft.objects.get()
    assert draft.typed[f"said@{family[0].pk}"] == ["I like the new school"]
    assert f"draft%2F{draft.pk}" in answer["Location"]
    back = client.post("/sign-in/again/", {"password": PASSWORD, "next": f"/draft/{draft.pk}/"}, follow=True)
    assert "I like the new school" in back.content.decode()


def test_a_session_ends_after_twelve_hours_and_keeps_what_was_typed(client, account, family):
    sign_in(client, account.email)
    left(client, began_at=13 * 3600)
    answer = client.post(f"/child/{family[0].pk}/add/visit/", {"visited": "3/3/2025", "children": [family[0].pk]})
    assert answer["Location"].startswith("/sign-in/?next=%2Fdraft%2F")
    assert Draft.objects.get().author == account
    assert client.get("/account/")["Location"].startswith("/sign-in/")


def test_a_session_gets_a_new_name_at_sign_in(client, account):
    client.get("/sign-in/")
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    sign_in(client, account.email)
    assert client.cookies["sessionid"].value != before


def test_a_page_that_was_too_old_says_so_and_keeps_what_was_typed(account, family):
    client = Client(enforce_csrf_checks=True)
    client.force_login(account)
    path, typed = f"/child/{family[0].pk}/add/visit/", {"visited": "3/3/2025", "children": [family[0].pk]}
    elsewhere = client.post(path, typed, headers={"Origin": "https://evil.example"})
    assert (elsewhere.status_code, Draft.objects.count()) == (403, 0)
    here = client.post(path, typed, headers={"Origin": "http://testserver"})
    assert (here.status_code, Draft.objects.count()) == (403, 1)
    assert "Go on with the draft" in here.content.decode()


def test_pages_are_kept_by_nobody_and_run_no_foreign_script(client, account):
    response = client.get("/sign-in/")
    assert "no-store" in response["Cache-Control"]
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert client.get("/nowhere/")["Content-Security-Policy"] == response["Content-Security-Policy"]
