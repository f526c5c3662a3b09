"""Personal tokens: a key by which a program reads and writes as the worker who made it, for a while."""

import datetime as dt
import hashlib
import secrets

from django.utils import timezone

from goldenthread.record import access
from goldenthread.record.access import Denied
from goldenthread.record.actions.language import Act, action
from goldenthread.record.models import ApiToken
from goldenthread.record.policies import Fault, Unfit
from goldenthread.workforce.models import Worker

LONGEST = dt.timedelta(days=90)
BEGINS = "gt_"
"""What every token begins with, so that one left in a file can be found by a scanner."""


@action("token.make")
def make_token(*, by: Worker, name: str, until: dt.date) -> Act:
    """Make a token for oneself; the token itself, which is shown once and not kept. Denied; Unfit."""
    if not access.may_sign_in(by):
        raise Denied("role", "This account may not be used.")
    faults = []
    if not name.strip() or len(name) > 100:
        faults.append(Fault("name", "Say in a few words what it is for."))
    if not access.today() <= until <= access.today() + LONGEST:
        faults.append(Fault("until", f"Give a last day from today to {LONGEST.days} days on."))
    if faults:
        raise Unfit(faults)
    secret = BEGINS + secrets.token_urlsafe(32)
    made = ApiToken.objects.create(worker=by, name=name.strip(), sha256=hashed(secret), made_at=timezone.now(), until=until)
    return Act("token", made.pk, result=secret)


@action("token.end")
def end_token(*, by: Worker, token: ApiToken) -> Act:
    """End a token of one's own. Denied."""
    if token.worker_id != by.pk:
        raise Denied("hidden", "There is no such token.", hidden=True)
    if token.ended_at is None:
        token.ended_at = timezone.now()
        token.save(update_fields=["ended_at"])
    return Act("token", token.pk)


@action("token.use")
def note_use(*, by: Worker, token: ApiToken) -> Act:
    """Note, once a day, that a token is used."""
    token.last_used_on = access.today()
    token.save(update_fields=["last_used_on"])
    return Act("token", token.pk)


def holder(secret: str) -> Worker | None:
    """The worker whose token this is, while it may be used and its worker may sign in."""
    if not secret.startswith(BEGINS):
        return None
    token = ApiToken.objects.select_related("worker__team").filter(sha256=hashed(secret), ended_at=None).first()
    if token is None or token.until < access.today() or not access.may_sign_in(token.worker):
        return None
    if token.last_used_on != access.today():
        note_use(by=token.worker, token=token)
    return token.worker


def hashed(secret: str) -> str:
    """What is kept of a token. It is 256 random bits: one round is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
