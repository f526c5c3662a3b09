"""A replay of the record uses nothing that was written down after the day."""

import csv
import datetime as dt
from contextlib import contextmanager

import pytest
from django.utils import timezone
from rich.console import Console

from goldenthread.record.actions.entries import make_entry
from goldenthread.record.facts import read
from goldenthread.record.models import Allocation, Fact, Person
from goldenthread.replay.command import Asked, run

pytestmark = pytest.mark.django_db


def taken(child, worker, day, written):
    """A contact about a child on one day, written down on another."""
    body = {"shared": {"received": f"{day}T10:00", "source": "1A", "worry": "Shouting was heard again."}, "lines": {}}
    entry = make_entry(by=worker, kind="contact", persons=[child], body=body)
    Fact.objects.filter(entry=entry).update(recorded_at=dt.datetime.fromisoformat(f"{written}T12:00+00:00"))


@pytest.fixture
def replayed(family, worker, settings, tmp_path):
    """A function that replays the record; the days are judged by one signal."""
    settings.RECORDING_SINCE = "2020-01-01"

    def replay(**asked):
        @contextmanager
        def quietly():
            yield lambda *what: None

        asked = Asked(dt.date(2025, 3, 1), dt.date(2025, 5, 31), every=30, horizon=60, managers=1, **asked)
        run([], asked, tmp_path, None, ["rising-contacts"], quietly, Console(quiet=True), reader=read)
        return [row["spoke"] for row in csv.DictReader((tmp_path / "replay.csv").read_text().splitlines())]

    return replay


def test_what_was_written_down_in_time_speaks(replayed, family, worker):
    for day in ("2025-03-03", "2025-03-10", "2025-03-17"):
        taken(family[0], worker, day, day)
    assert replayed() == ["1"]


def test_who_was_two_people_then_is_one_in_what_came_of_it(replayed, family, worker, tmp_path):
    twin = Person.objects.create(number="C8", born_on=family[0].born_on, had_record=True)
    Allocation.objects.create(person=twin, worker=worker, started_on="2025-01-01")
    for day in ("2025-03-03", "2025-03-10", "2025-03-17"):
        taken(twin, worker, day, day)
    Fact.objects.create(noun="section47", subject_id="C1", person=family[0], started_on="2025-04-20", recorded_at=timezone.now())
    Fact.objects.create(noun="referral", subject_id="C8", person=twin, started_on="2025-01-02",
                        recorded_at=dt.datetime(2025, 1, 2, tzinfo=dt.UTC))  # fmt: skip
    Person.objects.filter(pk=twin.pk).update(merged_into=family[0])
    assert replayed() == ["1"]
    (row,) = csv.DictReader((tmp_path / "replay.csv").read_text().splitlines())
    assert (row["rightly"], row["events_foreseen"]) == ("1", "1")


def test_what_was_written_down_after_the_day_is_not_used(replayed, family, worker):
    for day in ("2025-03-03", "2025-03-10"):
        taken(family[0], worker, day, day)
    taken(family[0], worker, "2025-03-17", "2025-11-03")
    assert replayed() == []
    assert replayed(with_hindsight=True) == ["1"]
