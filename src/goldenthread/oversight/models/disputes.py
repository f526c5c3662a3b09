"""Disputes on their way up: what each is about, and before whom it was put, from when, until when."""

from django.db import models

from goldenthread.oversight.models.shortfalls import Shortfall
from goldenthread.record.models import Entry
from goldenthread.workforce.models import Worker


class DisputeStep(models.Model):
    """That a dispute (an entry) was put before one worker at one step. Never changed.

    `step`: 1 the team manager … 4 the director. `worker`: empty where nobody stands there. `on`: the day; `answer_by`:
    the last day for an answer. `after`: how many answers there had been until then. `why`: `raised`, `no answer`, `taken
    on` (the officer took it further), `new worker`. `passed`: whom it went past, and why, in words. `reason`: what the
    officer says who took it further.
    """

    dispute = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="dispute_steps")
    step = models.PositiveSmallIntegerField()
    worker = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="disputes_put")
    on = models.DateField()
    answer_by = models.DateField()
    after = models.PositiveSmallIntegerField(default=0)
    why = models.CharField(max_length=12)
    passed = models.CharField(max_length=300, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dispute", "step", "worker"], name="disputed_once")]


class DisputeAbout(models.Model):
    """One thing a dispute is about: a shortfall; or an entry, a wish of the child's or (with `row`) a decision of a review."""

    dispute = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="dispute_about")
    shortfall = models.ForeignKey(Shortfall, null=True, on_delete=models.CASCADE, related_name="disputes")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.CASCADE, related_name="disputed_in")
    row = models.PositiveSmallIntegerField(null=True, help_text="of a review, which of its decisions, from 0")
