"""One's own account: what the role may, the second factor, sessions, signing out."""

from allauth.account import views as allauth_account
from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.usersessions import views as usersessions
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from goldenthread.record.access import Denied, allows
from goldenthread.record.actions.guarding import CHOOSE
from goldenthread.record.actions.retention import MAY_PROPOSE
from goldenthread.record.actions.workers import KEEP
from goldenthread.record.looking import AUDITORS
from goldenthread.web.may import decide, open_in_emergency
from goldenthread.web.routes import roles, route, signed_in

PAGES = (
    ("emergency", "Open a record in an emergency", open_in_emergency),
    ("emergency_review", "Review records that were opened in an emergency", decide),
    ("inspectors", "Cases for an inspection", roles(*sorted(CHOOSE))),
    ("audit", "The audit", roles(*AUDITORS)),
    ("retention", "How long records are kept", roles(*MAY_PROPOSE)),
    ("workers", "Workers and teams", roles(*sorted(KEEP))),
)
"""The pages that only some roles have: route, words, who may."""


def has_password(request: HttpRequest, **given) -> None:
    """Those with a local password."""
    if not request.user.has_usable_password():
        raise Denied("role", "Your password is kept by the council's own sign-on.")


def has_second_factor(request: HttpRequest, **given) -> None:
    """Those who have set up a second factor."""
    if not _second_factor(request).get("recovery_codes"):
        raise Denied("role", "You have set up no second factor.")


def _second_factor(request: HttpRequest) -> dict[str, Authenticator]:
    return {each.type: each for each in Authenticator.objects.filter(user=request.user)}


@route("account/", may=signed_in)
def account(request: HttpRequest) -> HttpResponse:
    """Who I am here, and what I may."""
    kept = _second_factor(request)
    codes = len(kept["recovery_codes"].wrap().get_unused_codes()) if "recovery_codes" in kept else 0
    pages = [(reverse(name), words) for name, words, may in PAGES if allows(may, request)]
    return render(request, "account/account.html", {"has_code": "totp" in kept, "codes": codes, "pages": pages})


@route("account/second-factor/", may=signed_in, name="mfa_index")
def to_account(request: HttpRequest) -> HttpResponse:
    """The second factor is on one's account's page."""
    return HttpResponseRedirect(reverse("account"))


route("account/password/", may=has_password, name="account_change_password")(
    reauthentication_required(app="allauth.account")(allauth_account.password_change)
)
route("account/second-factor/set-up/", may=signed_in, name="mfa_activate_totp")(totp.activate_totp)
route("account/second-factor/remove/", may=has_second_factor, name="mfa_deactivate_totp")(totp.deactivate_totp)
route("account/second-factor/codes/", may=has_second_factor, name="mfa_view_recovery_codes")(
    reauthentication_required(app="allauth.mfa")(recovery.view_recovery_codes)
)
route("account/second-factor/codes/new/", may=has_second_factor, name="mfa_generate_recovery_codes")(
    recovery.generate_recovery_codes
)
route("account/sessions/", may=signed_in, name="usersessions_list")(usersessions.list_usersessions)
