"""Jinja2 as the screens use it: the components' macros, and how days and names are shown."""

import datetime as dt

from django.conf import settings
from django.contrib.messages import get_messages
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from goldenthread.check import words
from goldenthread.record.access import today
from goldenthread.record.masking import Masker

DEVICES = (("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "a Mac"))
BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))


def environment(**options) -> Environment:
    """The environment, with every filter and function that templates use."""
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    loader = ChoiceLoader([options.pop("loader"), macros])
    env = Environment(loader=loader, trim_blocks=True, lstrip_blocks=True, **options)
    env.globals |= {"static": static, "url": reverse, "today": today, "get_messages": get_messages, "csrf": get_token}
    env.globals["masked"] = masked
    env.globals["is_demo"] = settings.DEMO
    env.globals["sign_on"] = lambda: settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    env.filters |= {each.__name__: each for each in (day, ago, long_ago, age, moment, clock, browser)}
    return env


def masked(request, persons, text: str) -> str:
    """Words on the page of these people as whoever asks may see them."""
    return Masker(request.user, persons).text(text)


def day(value: dt.date | dt.datetime | None) -> str:
    """12 March 2026, in England."""
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value)
    return words.day(value) if value else ""


def clock(value: dt.datetime | None) -> str:
    """14:05, in England."""
    return f"{timezone.localtime(value):%H:%M}" if value else ""


def browser(user_agent: str) -> str:
    """Roughly what someone signed in with, in words."""
    device = next((said for word, said in DEVICES if word in user_agent), "another device")
    return f"{next((name for word, name in BROWSERS if word in user_agent), 'a browser')} on {device}"


def moment(value: dt.datetime | None) -> str:
    """12 March 2026 at 14:02, the time in England."""
    at = timezone.localtime(value) if value else None
    return f"{day(at)} at {at:%H:%M}" if at else ""


def ago(value: dt.date | dt.datetime | None) -> str:
    """12 March 2026 (3 weeks ago)."""
    return f"{day(value)} ({long_ago(value)})" if value else ""


def long_ago(value: dt.date | dt.datetime) -> str:
    """3 weeks ago."""
    on = timezone.localdate(value) if isinstance(value, dt.datetime) else value
    return how_long((today() - on).days)


UNITS = ((730, "year", 365), (61, "month", 30), (14, "week", 7), (1, "day", 1))
"""From how many days on a unit is used, and how many days are one of it."""


def how_long(days: int) -> str:
    """A number of days ago, or to come, in the words a person would use."""
    if abs(days) < 2:
        return {0: "today", 1: "yesterday", -1: "tomorrow"}[days]
    unit, length = next((unit, length) for least, unit, length in UNITS if abs(days) >= least)
    number = abs(days) // length
    said = words.count(number, unit)
    return f"{said} ago" if days > 0 else f"in {said}"


def age(person) -> str:
    """How old someone is: "7", "4 months", "unborn, expected 3 May 2026"; empty where it is not known."""
    now = today()
    if person.born_on is None:
        return f"unborn, expected {day(person.expected_on)}" if person.expected_on else ""
    years = person.age_on(now)
    if years is None or years >= 2:
        return str(years) if years is not None else ""
    months = (now.year - person.born_on.year) * 12 + now.month - person.born_on.month - (now.day < person.born_on.day)
    return words.count(months, "month")
