"""The audit: who did or read what, and what was refused. Ids only, never values; each row seals the one before it."""

from django.db import models


class AuditRow(models.Model):
    """One deed. The database refuses to change or delete it (migration 0002); `hash` covers the row and `previous`.

    `worker_id`, `person_id` and `thing_id` are plain numbers, not foreign keys: the audit outlives what it tells of.
    `ground`: why access was allowed, a name of record/access.py; or why it was refused.
    """

    seq = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    worker_id = models.BigIntegerField(null=True)
    deed = models.CharField(max_length=48, help_text="entry.make, child.read, …")
    thing = models.CharField(max_length=32, blank=True)
    thing_id = models.CharField(max_length=64, blank=True)
    person_id = models.BigIntegerField(null=True)
    allowed = models.BooleanField(default=True)
    ground = models.CharField(max_length=32, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["person_id", "-seq"]), models.Index(fields=["worker_id", "-seq"])]
