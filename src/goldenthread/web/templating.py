"""Jinja2 as the screens use it: the components' macros, and how days and names are shown."""

import datetime as dt

from django.contrib.messages import get_messages
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from goldenthread.record.access import today


def environment(**options) -> Environment:
    """The environment, with every filter and function that templates use."""
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    loader = ChoiceLoader([options.pop("loader"), macros])
    env = Environment(loader=loader, trim_blocks=True, lstrip_blocks=True, **options)
    env.globals |= {"static": static, "url": reverse, "today": today, "get_messages": get_messages, "csrf": get_token}
    env.filters |= {"day": day, "ago": ago, "age": age}
    return env


def day(value: dt.date | dt.datetime | None) -> str:
    """12 March 2026."""
    return f"{value.day} {value:%B %Y}" if value else ""


def ago(value: dt.date | dt.datetime | None) -> str:
    """12 March 2026 (3 weeks ago)."""
    if not value:
        return ""
    on = value.date() if isinstance(value, dt.datetime) else value
    return f"{day(on)} ({how_long((today() - on).days)})"


def how_long(days: int) -> str:
    """A number of days ago, or to come, in the words a person would use."""
    if abs(days) < 2:
        return {0: "today", 1: "yesterday", -1: "tomorrow"}[days]
    number, unit = next(
        (abs(days) // size, name) for size, name in ((365, "year"), (61, "month"), (14, "week"), (1, "day")) if abs(days) >= size
    )
    if unit == "month":
        number = abs(days) // 30
    words = f"{number} {unit}{'' if number == 1 else 's'}"
    return f"{words} ago" if days > 0 else f"in {words}"


def age(person) -> str:
    """How old someone is: "7", "4 months", "unborn, expected 3 May 2026"; empty where it is not known."""
    now = today()
    if person.born_on is None:
        return f"unborn, expected {day(person.expected_on)}" if person.expected_on else ""
    years = person.age_on(now)
    if years is None or years >= 2:
        return str(years) if years is not None else ""
    months = (now.year - person.born_on.year) * 12 + now.month - person.born_on.month - (now.day < person.born_on.day)
    return f"{months} month{'' if months == 1 else 's'}"
