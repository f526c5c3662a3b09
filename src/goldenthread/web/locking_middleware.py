"""A session left alone is locked, not lost: until its worker proves who they are again nothing can be read.

What a form sends while the session is locked is kept as a draft (web/locking.py), and found again after unlocking.
A worker who signs in with a password is led to set up a second factor before anything else.
"""

import time
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from goldenthread.record import audit
from goldenthread.record.access import may_sign_in
from goldenthread.web.locking import keep_typed

ALWAYS = {"health", "account_logout", "account_inactive"}
UNLOCKING = ALWAYS | {
    "account_reauthenticate", "mfa_reauthenticate", "session_locked", "openid_connect_login", "openid_connect_callback",
    "single_sign_on_refused",
}  # fmt: skip
SETTING_UP = UNLOCKING | {"mfa_activate_totp", "mfa_view_recovery_codes", "mfa_index"}
NOTED_EVERY = 30
"""Seconds: a session is not written at every request."""


class Locking:
    """Decides, before a page is asked for, whether this session may go on."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        """None to go on; else where the worker is led."""
        name = request.resolver_match.url_name
        if name in ALWAYS or not request.user.is_authenticated:
            return None
        if not may_sign_in(request.user) or is_over(request):
            return self._end(request)
        if lock_if_left(request):
            return None if name in UNLOCKING else self._unlock_first(request)
        if name not in SETTING_UP and lacks_second_factor(request):
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        return None

    def _end(self, request: HttpRequest) -> HttpResponse:
        draft = keep_typed(request) if may_sign_in(request.user) else ""
        audit.note(request.user, "session.end")
        logout(request)
        return _led_to(request, reverse("account_login"), draft)

    def _unlock_first(self, request: HttpRequest) -> HttpResponse:
        return _led_to(request, way_to_unlock(request), keep_typed(request))


def is_over(request: HttpRequest) -> bool:
    """Whether the session has lasted as long as any may."""
    began = request.session.setdefault("began_at", time.time())
    return time.time() - began > settings.END_AFTER


def lock_if_left(request: HttpRequest) -> bool:
    """Whether the session is locked, or is so now because nothing was asked for too long."""
    now, session = time.time(), request.session
    if settings.LOCK_AFTER is None:
        return False
    locked = session.get("locked_at")
    if locked is not None and _proved_at(request) > locked:
        del session["locked_at"]
        session["seen_at"], locked = now, None
        audit.note(request.user, "session.unlock")
    if locked is None and now - session.get("seen_at", now) > settings.LOCK_AFTER:
        session["locked_at"] = locked = now
        audit.note(request.user, "session.lock")
    if locked is None and now - session.get("seen_at", 0) > NOTED_EVERY:
        session["seen_at"] = now
    return locked is not None


def _proved_at(request: HttpRequest) -> float:
    """When the worker last proved who they are in this session."""
    return max((proof["at"] for proof in get_authentication_records(request, request.user)), default=0.0)


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether the worker signed in with a password and has no second factor yet. The council's own sign-on sees to its own."""
    if not settings.SECOND_FACTOR_REQUIRED or request.session.get("second_factor"):
        return False
    signed_on = any(proof["method"] == "socialaccount" for proof in get_authentication_records(request, request.user))
    if signed_on or is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
        request.session["second_factor"] = True
        return False
    return True


def way_to_unlock(request: HttpRequest) -> str:
    """The path by which this worker can go on: password, code, or the council's sign-on."""
    if request.user.has_usable_password():
        return reverse("account_reauthenticate")
    if is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
        return reverse("mfa_reauthenticate")
    return reverse("session_locked")


def _led_to(request: HttpRequest, path: str, draft: str) -> HttpResponse:
    """There, and back afterwards: to the draft, or to the page that was asked for. A script is told so instead."""
    back = draft or (request.path if request.method in ("GET", "HEAD") else "/")
    address = f"{path}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request") or "application/json" in request.headers.get("Accept", ""):
        response = JsonResponse({"locked": True, "unlock": address, "draft": draft}, status=423)
        if request.headers.get("HX-Request"):
            response["HX-Redirect"] = address
        return response
    return HttpResponseRedirect(address)
