"""Serving the record: refuses to start where a setting is unsafe, and says all that is wrong at once."""

import contextlib
import fcntl
import ipaddress
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from rich.console import Console

from goldenthread.errors import UserError
from goldenthread.oversight import here
from goldenthread.oversight.live import warm
from goldenthread.record import witness
from goldenthread.record.actions.workers import make_worker, note_password_link
from goldenthread.web.keeping import run_backup
from goldenthread.workforce.models import Worker
from goldenthread.workforce.roles import ROLES

SHORTEST_KEY = 50
LEAST_VARIED = 10
"""A key of fewer different characters than this was typed, not made."""


def run(host: str, port: int, threads: int, console: Console) -> None:
    """Look at every setting, bring the database up to date, and serve until told to stop. UserError."""
    faults = [*unsafe(host), *_misjudged()]
    if faults:
        raise UserError(*faults, hint="Nothing was started. README.md lists every setting.")
    with alone():
        bring_up_to_date(console)
        listen(host, port, threads, f"Golden Thread for {settings.AUTHORITY} listens on {host}:{port}.", console)


def listen(host: str, port: int, threads: int, words: str, console: Console) -> None:
    """Say so, and answer requests until told to stop."""
    from waitress import serve

    from goldenthread.web import urls  # noqa: F401  a page that cannot be loaded fails here, not at the first request
    from goldenthread.web.wsgi import application

    warm()
    console.print(words, highlight=False, markup=False, soft_wrap=True)
    proxy = {"trusted_proxy": "*", "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"}} if _behind_proxy() else {}
    serve(application, host=host, port=port, threads=threads, ident=None, clear_untrusted_proxy_headers=True, **proxy)


def unsafe(host: str) -> Iterator[str]:
    """Everything for which the server must not start, in words."""
    if settings.DEMO:
        yield "GOLDENTHREAD_DEMO is on: anyone could choose an account without a password. Take it away."
    if settings.DEBUG:
        yield "Django's DEBUG is on: an error would show the record to whoever causes it."
    yield from _key()
    if not settings.ALLOWED_HOSTS or any(name.startswith(("*", ".")) for name in settings.ALLOWED_HOSTS):
        yield "GOLDENTHREAD_HOSTS must name the hosts people use, such as record.example.org, and no “*”."
    if not settings.IS_SECURE and not is_loopback(host):
        yield f"GOLDENTHREAD_HTTPS is off, and {host} can be reached from other machines: passwords would go in the clear."
    if settings.IS_SECURE and not _behind_proxy() and not is_loopback(host):
        yield "Nothing ends TLS here: put a proxy in front and set GOLDENTHREAD_BEHIND_PROXY=yes."
    if not os.access(settings.HOME, os.W_OK | os.X_OK) or not Path(settings.HOME).is_dir():
        yield f"GOLDENTHREAD_HOME, {settings.HOME}, cannot be written to."
    elif settings.HOME.stat().st_mode & 0o007:
        yield f"Everyone on this machine may look into GOLDENTHREAD_HOME, {settings.HOME}: chmod 700 it."
    if bool(settings.OIDC_ISSUER) and not settings.OIDC_ISSUER.startswith("https://"):
        yield "GOLDENTHREAD_OIDC_ISSUER must begin with https://."
    yield from _database()


def _key() -> Iterator[str]:
    try:
        key = settings.SECRET_KEY
    except ImproperlyConfigured:  # so Django says that it is empty
        yield "There is no secret key, and none could be made in GOLDENTHREAD_HOME: see that it can be written to."
        return
    if len(key) < SHORTEST_KEY or len(set(key)) < LEAST_VARIED:
        yield f"GOLDENTHREAD_SECRET_KEY is weak: leave it empty, and one is made; or give {SHORTEST_KEY} random characters."


def _misjudged() -> Iterator[str]:
    """What is wrong with the settings by which the record is judged."""
    for check in (here.check, witness.since):
        try:
            check()
        except UserError as error:
            yield from error.faults


def _database() -> Iterator[str]:
    try:
        connection.ensure_connection()
    except DatabaseError:
        yield "The database cannot be reached: see GOLDENTHREAD_DATABASE, and whether it is running."


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """On SQLite one process serves a record, with many threads; on PostgreSQL any number. UserError."""
    if connection.vendor != "sqlite":
        yield
        return
    with (settings.HOME / "serving.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise UserError("This record is being served already. For more than one process use PostgreSQL.") from None
        yield


def _behind_proxy() -> bool:
    return settings.SECURE_PROXY_SSL_HEADER is not None


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def bring_up_to_date(console: Console) -> None:
    """Apply what changes of the database are waiting; a record in SQLite is backed up before."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting:
        return
    if connection.vendor == "sqlite" and executor.loader.applied_migrations:
        place = settings.HOME / f"before-{timezone.now():%Y%m%dT%H%M%S}.tar.gz"
        run_backup(place, Console(quiet=True))
        console.print(f"The record as it was is in {place}.", highlight=False, markup=False, soft_wrap=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    console.print("The database is up to date.", markup=False)


def run_worker(email: str, name: str, role: str, console: Console) -> None:
    """Make an account, and print a link by which its worker sets a password. UserError."""
    from goldenthread.web.pages.workers import password_link

    if role not in ROLES:
        raise UserError(f"There is no role {role!r}.", hint=f"The roles: {', '.join(ROLES)}.")
    bring_up_to_date(console)
    worker = Worker.objects.filter(email__iexact=email).first()
    if worker is None:
        worker = make_worker(by=None, name=name, email=email, role=role, number=f"gt-{secrets.token_hex(4)}")
    note_password_link(by=None, worker=worker)
    base = f"https://{settings.ALLOWED_HOSTS[0]}" if settings.IS_SECURE else "http://127.0.0.1:8000"
    console.print("This link sets the password. It works once, within a day:", markup=False)
    console.print(password_link(worker, base), highlight=False, markup=False, soft_wrap=True)
