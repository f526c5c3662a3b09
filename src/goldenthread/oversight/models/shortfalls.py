"""Shortfalls: what is owed and was not done, or a question that waits for an answer, from when it was first seen."""

import datetime as dt

from django.db import models
from django.db.models import Q

from goldenthread.record.models import Person
from goldenthread.standards.language.standard import Severity
from goldenthread.workforce.models import Worker

GRAVITY = [str(each) for each in Severity]
"""The severities, the gravest first."""


class Shortfalls(models.QuerySet):
    """Shortfalls, as they are asked for."""

    def open(self) -> "Shortfalls":
        """Those that stand: the facts still support them, and nothing has ended them."""
        return self.filter(ended_on=None)

    def waiting(self) -> "Shortfalls":
        """The open for which a child waits: not what is long past of a child with whom nobody works any more."""
        return self.open().filter(waits=True)

    def speaking(self) -> "Shortfalls":
        """Those put before a person; the rest count silently (GLOSSARY.md: speaks)."""
        return self.open().filter(speaks=True)


class Shortfall(models.Model):
    """One duty not kept, or one question asked, of one subject. Written by judging alone: no role can change one.

    `trigger`: what began it, as `oversight.identity` names it: an entry, a fed row, or a row of a table; never a date.
    `person`: the child (or carer) whose record goes on; `worker`: of a worker's duty. `first_seen_on`: the day of the judging
    that first saw it, which may be long after `due_on`. `waits`: not so of what was due long ago, of a child who is no longer
    open to social care: it was not kept, and nobody waits for it now. `ended`: how it ended (`unanswered`: a question);
    `why_ended`: in words. `judged_on`: the day of the judging that last changed the row; `explanation`, `evidence`: as at that
    day, and not written anew for a day more.
    """

    ENDS = [
        ("done", "Done, late"),
        ("ceased", "No longer owed: what it was owed for is over"),
        ("unanswered", "Its time passed, and nobody answered"),
        ("lifted", "Lifted by a lawful exception"),
        ("decided", "Looked into and decided"),
        ("withdrawn", "Withdrawn: the facts no longer support it"),
    ]

    standard = models.CharField(max_length=80)
    kind = models.CharField(max_length=8)
    area = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=16)
    subject_id = models.CharField(max_length=64)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="shortfalls")
    worker = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="shortfalls", db_index=False)
    trigger = models.CharField(max_length=160)
    opened_on = models.DateField()
    due_on = models.DateField()
    severity = models.CharField(max_length=8)
    force = models.CharField(max_length=8)
    responsible = models.CharField(max_length=60)
    explanation = models.TextField()
    evidence = models.JSONField()
    is_danger = models.BooleanField(default=False)
    speaks = models.BooleanField(default=False)
    waits = models.BooleanField(default=True)
    first_seen_on = models.DateField()
    judged_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended = models.CharField(max_length=10, blank=True, choices=ENDS)
    why_ended = models.TextField(blank=True)

    objects = Shortfalls.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "standard"]),
            models.Index(  # all that is counted of what waits: thousands are counted for a page, and none is opened for it
                fields=["person", "subject_type", "standard", "kind", "due_on", "speaks", "is_danger", "severity", "ended_on"],
                condition=Q(ended_on=None, waits=True), name="waiting_shortfalls",
            ),
            models.Index(
                fields=["subject_type", "ended_on", "ended", "person"], condition=Q(ended_on__isnull=False),
                name="ended_shortfalls",
            ),
            models.Index(fields=["is_danger", "person"], condition=Q(ended_on=None, speaks=True), name="speaking_shortfalls"),
        ]

    def days_over(self, day: dt.date) -> int:
        """How many days past its day it is on a day; 0 until then."""
        return max((day - self.due_on).days, 0)


class Stale(models.Model):
    """Of whom something changed since they were last judged. Put down with the change itself; taken away by judging."""

    subject_type = models.CharField(max_length=16)
    subject_id = models.CharField(max_length=64)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject_type", "subject_id"], name="stale_once")]
