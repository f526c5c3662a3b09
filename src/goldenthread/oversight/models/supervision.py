"""Supervision: the hour in which a worker and whoever supervises them think about children, and what both signed."""

from django.db import models

from goldenthread.record.models import Entry, Person
from goldenthread.workforce.models import Worker


class Supervision(models.Model):
    """One supervision of a worker. What is said in it stands in entries: this says which, and of whom it was to be.

    `work`: the worker's own supervision entry; `private`: what is between the two (kind `wellbeing`).
    """

    supervisor = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="supervisions_given")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="supervisions")
    held_on = models.DateField()
    begun_at = models.DateTimeField()
    work = models.ForeignKey(Entry, null=True, on_delete=models.SET_NULL, related_name="+")
    private = models.ForeignKey(Entry, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["worker", "-held_on"])]


class AgendaLine(models.Model):
    """One child on the agenda as it was when the supervision began: figures and ids, never names or words.

    `figures`: {late, dangers, coming, changed, slipped, missed: how many; shortfalls: [ids]; last: the day last discussed;
    why: [names of reasons]}. `chosen`: to be thought about in depth; `entry`: what came of it.
    """

    supervision = models.ForeignKey(Supervision, on_delete=models.CASCADE, related_name="lines")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    figures = models.JSONField(default=dict)
    chosen = models.BooleanField(default=False)
    entry = models.ForeignKey(Entry, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["supervision", "person"], name="one_agenda_line_a_child")]


class Signature(models.Model):
    """That one of the two signed, by themselves, what was said then. Never changed: what is corrected later is signed anew.

    `said`: {entry's id: the number of the version that was signed}. It stands while that is what the entries say.
    """

    supervision = models.ForeignKey(Supervision, on_delete=models.CASCADE, related_name="signatures")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    said = models.JSONField()
