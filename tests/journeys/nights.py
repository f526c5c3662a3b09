"""Days of an authority, one after another: `python -m tests.journeys.nights 2026-03-02 2026-03-20`, both days too.

Every child is judged and whoever is to know is told as at each day, as saving an entry does it: the standards are compiled
once. The last day is a whole night.
"""

import datetime as dt
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.web.settings")

import django

django.setup()

from goldenthread.oversight.judging import judge, judge_all  # noqa: E402
from goldenthread.record.models import Person  # noqa: E402


def main(first: str, last: str) -> None:
    """Every day from the first to the last."""
    day, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    children = [("child", number) for number in Person.objects.filter(had_record=True).values_list("number", flat=True)]
    while day < end:
        judge(children, day)
        day += dt.timedelta(1)
    judge_all(end)


if __name__ == "__main__":
    main(*sys.argv[1:])
