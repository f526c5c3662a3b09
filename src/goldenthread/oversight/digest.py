"""The e-mail of the day: how many children wait for a worker, how many are new, and how many disputes wait, by when.

No name, no id, nothing of any child or of what a dispute is about.
"""

import datetime as dt
import logging
from collections.abc import Sequence

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone

from goldenthread.check import words
from goldenthread.oversight import disputes, disputing
from goldenthread.oversight.cards import Card, cards
from goldenthread.oversight.holders import Holders
from goldenthread.oversight.models import Digest, DisputeStep, Telling
from goldenthread.record.models import Entry
from goldenthread.workforce.models import Worker
from goldenthread.workforce.roles import ROLES

READERS = [role.name for role in ROLES.values() if role.writes]
"""The roles before whom anything is put."""

LOG = logging.getLogger(__name__)

SUBJECT = "Golden Thread: your day"

TEXT = """Good morning.

{waiting}

Please sign in to see what is asked, and say what you decide{address}.

This message holds nothing about any child, and is sent at most once a day.
"""


def send(day: dt.date) -> int:
    """Send each worker to whom something is new, or waits, one e-mail of the day; how many were sent.

    Nobody is sent two. One that could not be sent is tried again at the next run of the same day.
    """
    if not settings.HAS_EMAIL:
        return 0
    holders, disputing_now, sent = Holders(day), _in_disputes(), 0
    anything = Telling.objects.filter(shortfall__ended_on=None, shortfall__speaks=True).exists()
    for worker in _with_accounts():
        if not holders.can_be_told(worker):
            continue
        waiting = [card for card in cards(worker, day, holders) if not card.is_quiet] if anything else []
        disputed = _disputed(worker, day) if worker.pk in disputing_now else []
        if waiting or disputed:
            words = text(len(waiting), sum(_is_new(card, day) for card in waiting), disputed, day)
            sent += _send(worker, day, len(waiting), words)
    return sent


def _with_accounts() -> list[Worker]:
    """Everyone who can sign in."""
    return list(Worker.objects.filter(is_active=True, role__in=READERS).exclude(email=None).exclude(email="").order_by("pk"))


def _in_disputes() -> set[int]:
    """Whoever raised a dispute that is open, or was to answer one: only of these is it asked whose turn it is."""
    open_still = Entry.objects.filter(kind="dispute", ended_on=None, withdrawn_at=None)
    put = DisputeStep.objects.filter(dispute__in=open_still, worker__isnull=False)
    return {*open_still.values_list("made_by", flat=True), *put.values_list("worker", flat=True)}


def _disputed(worker: Worker, day: dt.date) -> list[dt.date]:
    """Of each dispute that waits for this worker the day: for an answer; or, to take the answer up, the last of the whole."""
    stages = [each.stage for each in disputing.mine(worker, day)]
    return sorted(each.answer_by if each.waits_for == disputes.ANSWER else each.ends_by for each in stages)


def _is_new(card: Card, day: dt.date) -> bool:
    return any(line.telling and line.telling.on == day for line in card.lines)


def _send(worker: Worker, day: dt.date, waiting: int, words: str) -> bool:
    """Send it, unless it was. It counts as sent from before it is: a run that is killed here does not send it twice."""
    digest, _ = Digest.objects.get_or_create(worker=worker, on=day, defaults={"children": waiting})
    if not Digest.objects.filter(pk=digest.pk, sent_at=None).update(sent_at=timezone.now(), children=waiting):
        return False
    try:
        send_mail(SUBJECT, words, None, [worker.email])
    except OSError as error:  # smtplib's are OSErrors too
        Digest.objects.filter(pk=digest.pk).update(sent_at=None)
        LOG.warning("An e-mail of the day could not be sent (%s); it is tried again at the next run.", type(error).__name__)
        return False
    return True


def text(waiting: int, new: int, disputed: Sequence[dt.date] = (), day: dt.date = dt.date.min) -> str:
    """What is written: numbers, days, and where to sign in. `disputed`: the day of each dispute that waits, the soonest first."""
    address = f": {settings.ADDRESS}" if settings.ADDRESS else ""
    said = [_children(waiting, new)] if waiting else []
    return TEXT.format(waiting="\n\n".join([*said, *_disputes(disputed, day)]), address=address)


def _children(waiting: int, new: int) -> str:
    some = "One child waits for you" if waiting == 1 else f"{waiting} children wait for you"
    news = "" if not new else ", and is new today" if waiting == 1 else f", {new} of them new today"
    return f"{some}{news}."


def _disputes(disputed: Sequence[dt.date], day: dt.date) -> list[str]:
    if not disputed:
        return []
    first, several = disputed[0], len(disputed) > 1
    some = f"{len(disputed)} disputes wait for you" if several else "One dispute waits for you"
    if first < day:
        return [f"{some}. {'The day of the first' if several else 'Its day'}, {words.day(first)}, is past."]
    return [f"{some}, {'the first ' if several else ''}by {words.day(first)}."]
