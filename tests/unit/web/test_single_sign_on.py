"""Signing in through the council's own sign-on, against an issuer of the tests' own, over HTTP."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest

from goldenthread.record.models import AuditRow

pytestmark = pytest.mark.django_db
CLIENT = "golden-thread"


class Issuer(BaseHTTPRequestHandler):
    """Says who signed in: `server.person`, whatever code it is asked with."""

    def do_GET(self):
        """The configuration, and the user's particulars."""
        here = f"http://127.0.0.1:{self.server.server_port}"
        if self.path.endswith("/.well-known/openid-configuration"):
            return self._say({"issuer": here, "authorization_endpoint": f"{here}/authorize", "token_endpoint": f"{here}/token",
                              "userinfo_endpoint": f"{here}/userinfo", "jwks_uri": f"{here}/keys"})  # fmt: skip
        return self._say(self.server.person)

    def do_POST(self):
        """A token for the code."""
        self.server.asked.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        here, now = f"http://127.0.0.1:{self.server.server_port}", int(time.time())
        claims = self.server.person | {"iss": here, "aud": CLIENT, "iat": now, "exp": now + 300}
        token = jwt.encode(claims, "a key of the tests' own, long enough", algorithm="HS256")
        self._say({"access_token": "an access token", "token_type": "Bearer", "id_token": token})

    def _say(self, what: dict) -> None:
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture
def issuer(settings):
    """The issuer, set up as the council's."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Issuer)
    server.person, server.asked = {}, []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    app = {"provider_id": "council", "name": "The council", "client_id": CLIENT, "secret": "a secret",
           "settings": {"server_url": f"http://127.0.0.1:{server.server_port}"}}  # fmt: skip
    settings.OIDC_ISSUER = app["settings"]["server_url"]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    yield server
    server.shutdown()
    server.server_close()


def sign_in(client, server, **person):
    """Go to the issuer and come back as this person; the answer."""
    server.person = {"sub": "42"} | person
    asked = client.get("/sign-in/with/council/")
    there = parse_qs(urlsplit(asked.url).query)
    assert there["code_challenge_method"] == ["S256"]
    return client.get("/sign-in/with/council/callback/", {"code": "a code", "state": there["state"][0]})


def test_who_has_an_account_is_let_in(client, issuer, worker):
    sign_in(client, issuer, email=worker.email.upper(), email_verified=True)
    assert client.get("/").status_code == 200
    assert client.session["_auth_user_id"] == str(worker.pk)
    assert issuer.asked[0]["code_verifier"], "the code is bound to who asked for it"


@pytest.mark.parametrize("person", [
    {"email": "nobody@example.org", "email_verified": True},
    {"email_verified": True},
])  # fmt: skip
def test_who_has_none_is_refused_and_no_account_is_made(client, issuer, worker, person):
    answer = sign_in(client, issuer, **person)
    assert answer.url == "/sign-in/refused/"
    assert "_auth_user_id" not in client.session
    assert not AuditRow.objects.latest("seq").allowed


def test_an_address_that_the_issuer_did_not_verify_is_not_believed(client, issuer, worker):
    assert sign_in(client, issuer, email=worker.email, email_verified=False).url == "/sign-in/refused/"
    assert "_auth_user_id" not in client.session


def test_an_account_that_has_ended_stays_ended(client, issuer, worker):
    type(worker).objects.filter(pk=worker.pk).update(is_active=False)
    assert sign_in(client, issuer, email=worker.email, email_verified=True).url == "/sign-in/refused/"


def test_an_answer_to_somebody_elses_question_is_refused(client, issuer, worker):
    issuer.person = {"sub": "42", "email": worker.email, "email_verified": True}
    client.get("/sign-in/with/council/callback/", {"code": "a code", "state": "made up"})
    assert "_auth_user_id" not in client.session
