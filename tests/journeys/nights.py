"""Nights of an authority, one after another: `python -m tests.journeys.nights 2026-03-02 2026-03-20`, both days too."""

import datetime as dt
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.web.settings")

import django

django.setup()

from goldenthread.oversight.judging import judge_all  # noqa: E402


def main(first: str, last: str) -> None:
    """Every night from the first day to the last."""
    day = dt.date.fromisoformat(first)
    while day <= dt.date.fromisoformat(last):
        judge_all(day, lambda *_: None)
        day += dt.timedelta(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
