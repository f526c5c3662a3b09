"""What is noted of signing in: who, how, and what was changed of an account; never what was typed."""

from allauth.account import signals as account
from allauth.mfa import signals as second_factor
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver

from goldenthread.record import audit


@receiver(account.user_logged_in)
def signed_in(sender, request, user, **more) -> None:
    """Signed in, with all that was asked."""
    audit.note(user, "sign_in", ground="single sign-on" if more.get("sociallogin") else "password")


@receiver(user_logged_out)
def signed_out(sender, request, user, **more) -> None:
    """Signed out."""
    if user is not None:
        audit.note(user, "sign_out")


@receiver(second_factor.authentication_failed)
def code_refused(sender, request, user, **more) -> None:
    """A code was not right."""
    audit.note(user, "sign_in", allowed=False, ground="code")


@receiver(second_factor.authenticator_added)
@receiver(second_factor.authenticator_removed)
@receiver(second_factor.authenticator_reset)
def second_factor_changed(sender, request, user, authenticator, signal, **more) -> None:
    """A second factor was set up, taken away, or its recovery codes made again."""
    audit.note(user, "account.second_factor", thing="authenticator", thing_id=authenticator.pk or "")


@receiver(account.password_set)
@receiver(account.password_changed)
@receiver(account.password_reset)
def password_changed(sender, request, user, **more) -> None:
    """A password was set."""
    audit.note(user, "account.password")
