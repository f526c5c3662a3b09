"""Entries: a document for each thing that happened, its versions, the people it is about, drafts and attachments."""

import uuid

from django.db import models

from goldenthread.record.models.people import Person
from goldenthread.workforce.models import Team, Worker


class Entry(models.Model):
    """One thing that happened, written down: its kind, and the days of its latest version.

    `subject_type`: child, worker, carer or recommendation (what the kind is about). `worker`: of a kind about a worker.
    `follows`: the entry this is the next step of. `withdrawn_at`: made in error; shown struck through, gives no facts.
    """

    kind = models.CharField(max_length=48)
    subject_type = models.CharField(max_length=16, default="child")
    worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="entries_about")
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by")
    began_on = models.DateField(db_index=True, help_text="the day it happened, or began")
    ended_on = models.DateField(null=True, blank=True)
    versions_made = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="entries_made")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, help_text="the maker's, when it was made")
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    people = models.ManyToManyField(Person, through="EntryPerson", related_name="entries")

    class Meta:
        indexes = [models.Index(fields=["kind", "began_on"])]


class Version(models.Model):
    """What an entry says, from `said_at` until the next version. Never changed.

    `body`: {"shared": {field: value}, "lines": {person's id: {field: value}}} as the kind's `kind_version` declares.
    `change`: made, completed, corrected or withdrawn. `reason`: why it was corrected or withdrawn.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    kind_version = models.PositiveIntegerField(default=1)
    body = models.JSONField()
    change = models.CharField(max_length=12)
    reason = models.CharField(max_length=1000, blank=True)
    said_by = models.ForeignKey(Worker, on_delete=models.PROTECT)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="one_version_a_number")]


class EntryPerson(models.Model):
    """A child (or carer) an entry is about."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="about")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="entry_lines")
    began_on = models.DateField(help_text="the entry's, so that a child's latest are found by one index")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "person"], name="one_line_a_person")]
        indexes = [models.Index(fields=["person", "-began_on"])]


class Draft(models.Model):
    """What an author has typed and not finished: kept until finished or discarded.

    `typed`: the form as it stands, {name: [values]}. `entry`, `version_seen`: of a correction, what is being corrected.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    author = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=48)
    change = models.CharField(max_length=12, default="made")
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.CASCADE)
    version_seen = models.PositiveIntegerField(default=0)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, help_text="from whose page it began")
    address = models.CharField(max_length=300, help_text="the form's path, to go on where it was left")
    typed = models.JSONField(default=dict)
    begun_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True, help_text="when the author was told that it will expire")


class Attachment(models.Model):
    """A file of an entry, kept under its SHA-256; `name` is shown only to those who may see the whole entry."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(Worker, on_delete=models.PROTECT)
    added_at = models.DateTimeField()
