"""How allauth signs people in here: nobody makes an account for themselves; what fails is noted, by ids only."""

import base64
import hashlib
import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from goldenthread.record import audit
from goldenthread.record.access import may_sign_in
from goldenthread.workforce.models import Worker


def worker_of(email: str | None) -> Worker | None:
    """The worker who signs in with this e-mail."""
    return Worker.objects.filter(email__iexact=email).first() if email else None


class Accounts(DefaultAccountAdapter):
    """Local accounts."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The e-mail address or the password is not right.",
        "too_many_login_attempts": "Too many tries. Wait ten minutes, then try again.",
        "incorrect_password": "The password is not right.",
        "invalid_password_reset": "This link has been used or is too old. Ask an administrator for another.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator makes accounts."""
        return False

    def add_message(self, *args, **kwargs) -> None:
        """Nothing: the pages themselves say what was done."""

    def pre_authenticate(self, request: HttpRequest, **credentials) -> None:
        """Counts the try against the limits, and notes one that was too many."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            audit.note(worker_of(credentials.get("email")), "sign_in", allowed=False, ground="too many")
            raise

    def authentication_failed(self, request: HttpRequest, **credentials) -> None:
        """Notes whose account it was; where there is none, nothing that was typed."""
        worker = worker_of(credentials.get("email"))
        audit.note(worker, "sign_in", allowed=False, ground="password" if worker else "unknown account")

    def pre_login(self, request: HttpRequest, user: Worker, **kwargs) -> HttpResponse | None:
        """An account that may not be used today is told so, after its password was right."""
        if may_sign_in(user):
            return super().pre_login(request, user, **kwargs)
        audit.note(user, "sign_in", allowed=False, ground="account ended")
        return HttpResponseRedirect(reverse("account_inactive"))

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """Not where the worker has proved who they are within the last minutes, at signing in or since."""
        proofs = get_authentication_records(self.request, self.request.user)
        return not any(time.time() - proof["at"] < app_settings.REAUTHENTICATION_TIMEOUT for proof in proofs)

    def reauthenticate(self, user: Worker, password: str) -> bool:
        """Whether this is the password of who is signed in already."""
        return self.authenticate(self.request, email=user.email, password=password) == user


class SingleSignOn(DefaultSocialAccountAdapter):
    """The council's own sign-on: for those who have an account here, found by its e-mail."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin) -> bool:
        """Never: an administrator makes accounts."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin) -> None:
        """Whom the issuer names must have an account; nobody joins another identity to theirs."""
        worker = sociallogin.user if sociallogin.is_existing else worker_of(_trusted_email(sociallogin))
        other = request.user.is_authenticated and worker != request.user
        if not may_sign_in(worker) or other or sociallogin.state.get("process", "login") != "login":
            audit.note(worker, "sign_in", allowed=False, ground="single sign-on" if worker else "unknown account")
            raise ImmediateHttpResponse(HttpResponseRedirect(reverse("single_sign_on_refused")))
        if not sociallogin.is_existing:
            sociallogin.connect(request, worker)

    def on_authentication_error(self, request: HttpRequest, *args, **kwargs) -> None:
        """The issuer refused, or could not be reached."""
        audit.note(None, "sign_in", allowed=False, ground="single sign-on")
        raise ImmediateHttpResponse(HttpResponseRedirect(reverse("single_sign_on_refused")))


def _trusted_email(sociallogin) -> str | None:
    """The e-mail the issuer gives, unless it says itself that it has not verified it."""
    said = sociallogin.account.extra_data or {}
    said = said.get("userinfo") or said.get("id_token") or said
    return None if said.get("email_verified") is False else said.get("email")


class SecondFactor(DefaultMFAAdapter):
    """Codes from an app. Their secrets are kept under the server's key: a copy of the database alone does not give them."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": "The code is not right, or is too old."}

    def encrypt(self, text: str) -> str:
        """Under the server's key."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What `encrypt` made."""
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> Fernet:
    key = hashlib.sha256(b"second factor:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
