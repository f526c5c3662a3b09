"""`goldenthread nightly`: what is seen to every night, and what it brought."""

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from rich.console import Console

from goldenthread.check import words
from goldenthread.errors import UserError
from goldenthread.oversight.digest import send
from goldenthread.oversight.judging import judge_all
from goldenthread.oversight.models import Run
from goldenthread.record import access
from goldenthread.record.actions.drafts import expire_drafts
from goldenthread.web.keeping import audit_head, check_record, say


def run_nightly(as_at: dt.date | None, console: Console) -> None:
    """See to drafts that wait too long and sessions that are over, judge everyone, send the digest, and print the audit's head
    to be noted. UserError."""
    check_record()
    day = as_at or access.today()
    if day > access.today() and not settings.DEMO:
        raise UserError(f"{words.day(day)} has not come yet: people would be told of what is not so.")
    if later := Run.objects.filter(as_at__gt=day).exclude(ended_at=None).order_by("-as_at").first():
        raise UserError(f"The record was judged as at {words.day(later.as_at)}: an earlier day would undo what people know.")
    SessionStore.clear_expired()  # a session keeps what its worker searched for: names
    counts = expire_drafts(by=None)
    say(console, f"Drafts: {counts['told']:,} authors told, {counts['removed']:,} removed.")
    with console.status("Judging") as status:
        run = judge_all(day, lambda what, done=0, total=None: status.update(_progress(what, done, total)))
    for line in _brought(run):
        say(console, line)
    say(console, f"The digest was sent to {words.count(send(day), 'worker')}.")
    say(console, f"The head of the audit is {audit_head()}")


def _progress(what: str, done: int, total: int | None) -> str:
    return f"{what}: {done:,} of {total:,}" if total else f"{what}: {done:,}" if done else what


def _brought(run: Run) -> Iterator[str]:
    """What a judging brought."""
    counts = run.counts
    yield f"Judged as at {words.day(run.as_at)} in {(run.ended_at - run.began_at).total_seconds():,.0f} s."
    new, again, ended, kept = (counts.get(name, 0) for name in ("new", "again", "ended", "kept"))
    yield f"  Shortfalls: {new:,} new, {again:,} come again, {ended:,} ended, {kept:,} as before."
    yield f"  Told: {counts['told']:,}."
