"""Signing in: every address of allauth's that is open here, each with our own path; no other is."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.socialaccount.providers.openid_connect import views as single_sign_on
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import register_converter, reverse

from goldenthread.web.locking_middleware import way_to_unlock
from goldenthread.web.routes import anyone, route, signed_in


class Base36:
    """The number of an account in a link by which a password is set."""

    regex = "[0-9a-z]+"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands; in lower case, as allauth writes it."""
        return value


class Anything(Base36):
    """What allauth puts where the number and the key of a link will be."""

    regex = "[-0-9A-Za-z]+"


register_converter(Base36, "base36")
register_converter(Anything, "key")

route("sign-in/", may=anyone, name="account_login")(account.login)
route("sign-in/code/", may=anyone, name="mfa_authenticate")(second_factor.authenticate)
route("sign-in/again/", may=signed_in, name="account_reauthenticate")(account.reauthenticate)
route("sign-in/again/code/", may=signed_in, name="mfa_reauthenticate")(second_factor.reauthenticate)
route("sign-in/ended/", may=anyone, name="account_inactive")(account.account_inactive)
route("sign-in/forgotten/sent/", may=anyone, name="account_reset_password_done")(account.password_reset_done)
route("sign-in/set-password/done/", may=anyone, name="account_reset_password_from_key_done")(account.password_reset_from_key_done)
route("sign-in/set-password/<base36:uidb36>-<key:key>/", may=anyone, name="account_reset_password_from_key")(
    account.password_reset_from_key
)
route("sign-out/", may=signed_in, name="account_logout")(account.logout)
route("sign-in/with/<slug:provider_id>/callback/", may=anyone, name="openid_connect_callback")(single_sign_on.callback)


@route("sign-in/forgotten/", may=anyone, name="account_reset_password")
def forgotten(request: HttpRequest) -> HttpResponse:
    """A link by e-mail, where this authority sends any; else where to ask for one."""
    if not settings.HAS_EMAIL:
        return render(request, "account/forgotten.html")
    return account.password_reset(request)


@route("sign-in/with/<slug:provider_id>/", may=anyone, name="openid_connect_login")
def with_single_sign_on(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the council's sign-on. To unlock a session the password is asked for there again."""
    request.GET = request.GET.copy()
    request.GET.pop("process", None)
    request.GET.pop("auth_params", None)
    if request.user.is_authenticated:
        request.GET["auth_params"] = "prompt=login"
    return single_sign_on.login(request, provider_id=provider_id)


@route("sign-in/refused/", may=anyone)
def single_sign_on_refused(request: HttpRequest) -> HttpResponse:
    """The council's sign-on knows them; there is no account here."""
    return render(request, "account/single_sign_on_refused.html", status=403)


@route("sign-in/locked/", may=signed_in)
def session_locked(request: HttpRequest) -> HttpResponse:
    """Locked, for those whose only way is the council's sign-on."""
    way = way_to_unlock(request)
    return render(request, "account/locked.html") if way == reverse("session_locked") else HttpResponseRedirect(way)
