"""The e-mail of the day: how many children wait for a worker, and how many are new. No name, no id, nothing of any child."""

import datetime as dt
import logging

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone

from goldenthread.oversight.cards import Card, cards
from goldenthread.oversight.holders import Holders
from goldenthread.oversight.models import Digest, Telling
from goldenthread.workforce.models import Worker
from goldenthread.workforce.roles import ROLES

READERS = [role.name for role in ROLES.values() if role.writes]
"""The roles before whom anything is put."""

LOG = logging.getLogger(__name__)

SUBJECT = "Golden Thread: your day"

TEXT = """Good morning.

{waiting}{new}.

Please sign in to see what is asked, and say what you decide{address}.

This message holds nothing about any child, and is sent at most once a day.
"""


def send(day: dt.date) -> int:
    """Send each worker to whom something is new, or waits, one e-mail of the day; how many were sent.

    Nobody is sent two. One that could not be sent is tried again at the next run of the same day.
    """
    if not settings.HAS_EMAIL:
        return 0
    holders, sent = Holders(day), 0
    for worker in _with_accounts():
        if holders.can_be_told(worker):
            waiting = [card for card in cards(worker, day, holders) if not card.is_quiet]
            sent += bool(waiting) and _send(worker, day, len(waiting), sum(_is_new(card, day) for card in waiting))
    return sent


def _with_accounts() -> list[Worker]:
    """Everyone who can sign in, where anything at all was told."""
    if not Telling.objects.filter(shortfall__ended_on=None, shortfall__speaks=True).exists():
        return []
    return list(Worker.objects.filter(is_active=True, role__in=READERS).exclude(email=None).exclude(email="").order_by("pk"))


def _is_new(card: Card, day: dt.date) -> bool:
    return any(line.telling and line.telling.on == day for line in card.lines)


def _send(worker: Worker, day: dt.date, waiting: int, new: int) -> bool:
    """Send it, unless it was. It counts as sent from before it is: a run that is killed here does not send it twice."""
    digest, _ = Digest.objects.get_or_create(worker=worker, on=day, defaults={"children": waiting})
    if not Digest.objects.filter(pk=digest.pk, sent_at=None).update(sent_at=timezone.now(), children=waiting):
        return False
    try:
        send_mail(SUBJECT, text(waiting, new), None, [worker.email])
    except OSError as error:  # smtplib's are OSErrors too
        Digest.objects.filter(pk=digest.pk).update(sent_at=None)
        LOG.warning("An e-mail of the day could not be sent (%s); it is tried again at the next run.", type(error).__name__)
        return False
    return True


def text(waiting: int, new: int) -> str:
    """What is written: numbers, and where to sign in."""
    some = "One child waits for you" if waiting == 1 else f"{waiting} children wait for you"
    news = "" if not new else ", and is new today" if waiting == 1 else f", {new} of them new today"
    address = f": {settings.ADDRESS}" if settings.ADDRESS else ""
    return TEXT.format(waiting=some, new=news, address=address)
