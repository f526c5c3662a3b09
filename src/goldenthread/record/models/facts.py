"""Facts: rows of the thread, projected from entries or fed from another system; and what their sources bear witness to."""

from django.db import models
from django.utils import timezone

from goldenthread.record.models.entries import Entry
from goldenthread.record.models.people import Person
from goldenthread.workforce.models import Worker


class Feed(models.Model):
    """One run of the nightly feed from one source: when, what it changed, and what the source bore witness to from then on.

    `coverage`: [noun, first day, last day, extent, facts] of each, as Coverage, which says what is so now.
    """

    source = models.CharField(max_length=64, help_text="the name the authority gives the source")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    as_at = models.DateField(null=True)
    counts = models.JSONField(default=dict, help_text="added, changed, gone, back, unchanged, not_read, not_placed")
    coverage = models.JSONField(default=list)


class Facts(models.QuerySet):
    """Facts, as they are asked for."""

    def standing(self) -> "Facts":
        """Those that are so as far as is known now: not said otherwise since, and still in their source."""
        return self.filter(superseded_at=None, gone_at=None)


class Fact(models.Model):
    """One fact of a noun, as it was known from `recorded_at` until `superseded_at`.

    Of an event `started_on` is the day it happened. `entry`: the entry that gives it; or `source`: the feed it came
    from, with `key`, the same every night for the same row, and `said`, a hash of what the row says: a change is seen
    without reading it. `gone_at`: no longer in its source (marked, not deleted); a row that comes back is a new Fact.
    """

    noun = models.CharField(max_length=48)
    subject_type = models.CharField(max_length=16, default="child")
    subject_id = models.CharField(max_length=64)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="facts", db_index=False)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    facts = models.JSONField(default=dict)
    entry = models.ForeignKey(Entry, null=True, on_delete=models.CASCADE, related_name="facts", db_index=False)
    source = models.CharField(max_length=64, blank=True)
    key = models.CharField(max_length=64, blank=True)
    said = models.CharField(max_length=32, blank=True)
    fed_by = models.ForeignKey(Feed, null=True, on_delete=models.PROTECT, db_index=False)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)

    objects = Facts.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["person", "noun", "started_on"]),
            models.Index(fields=["noun", "started_on"]),
            models.Index(fields=["subject_id"], condition=models.Q(person=None), name="facts_of_no_person"),
            models.Index(fields=["entry"], condition=models.Q(entry__isnull=False), name="facts_of_entries"),
        ]  # no more than are asked by: millions are written in one night


class Coverage(models.Model):
    """What a source bears witness to, as goldenthread.standards.thread.Coverage."""

    source = models.CharField(max_length=64)
    noun = models.CharField(max_length=48)
    from_day = models.DateField()
    to_day = models.DateField()
    extent = models.CharField(max_length=8, default="all")
    facts = models.JSONField(default=list)


class LatestTold(models.Model):
    """Of whom a source of extent `latest` would tell the latest of a noun: from `recorded_at` on, until it is `gone_at`."""

    source = models.CharField(max_length=64)
    noun = models.CharField(max_length=48)
    subject_id = models.CharField(max_length=64, db_index=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    gone_at = models.DateTimeField(null=True)


class NotPlaced(models.Model):
    """A fed row that could not be placed: kept and listed until it can be."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE)
    source = models.CharField(max_length=64)
    table = models.CharField(max_length=64)
    row = models.BigIntegerField(null=True)
    column = models.CharField(max_length=100, blank=True)
    found = models.TextField(blank=True)
    expected = models.CharField(max_length=300)


class Conflict(models.Model):
    """A source that says otherwise than what was typed here: shown to a person, who decides.

    Of a fact: `fed` and `typed`. Of a person's particulars (neither of them): `said`, what the source says, by name.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="conflicts")
    source = models.CharField(max_length=64)
    fed = models.ForeignKey(Fact, null=True, on_delete=models.CASCADE, related_name="conflicts")
    typed = models.ForeignKey(Fact, null=True, on_delete=models.CASCADE, related_name="conflicts_with_fed")
    said = models.JSONField(default=dict)
    differs = models.JSONField(help_text="the names of what differs")
    found_at = models.DateTimeField()
    decision = models.CharField(max_length=16, blank=True, help_text="typed, fed or both")
    reason = models.CharField(max_length=1000, blank=True)
    decided_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT)
    decided_at = models.DateTimeField(null=True)
