"""Who was told of a shortfall, when, and why them."""

from django.db import models

from goldenthread.oversight.models.shortfalls import Shortfall
from goldenthread.workforce.models import Worker


class Telling(models.Model):
    """That one worker was told of one shortfall: once, however often anything is judged. Never changed but for `seen_at`.

    `step`: how far up, 0 the person responsible … 4 the director; 9 the out-of-hours team. `on`: the day. `why`: `first`,
    `danger`, `new worker`, `no answer`, `help asked`, `day passed` (what was decided did not happen by its day),
    `exception to agree`. `passed`: whom it went past, and why, in words ("The team manager's post is vacant.").
    `seen_at`: when the worker first had it on the screen.
    """

    shortfall = models.ForeignKey(Shortfall, on_delete=models.CASCADE, related_name="tellings")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="told")
    step = models.PositiveSmallIntegerField()
    on = models.DateField()
    why = models.CharField(max_length=24)
    passed = models.CharField(max_length=300, blank=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shortfall", "worker", "step"], name="told_once")]


class Digest(models.Model):
    """The e-mail of one day to one worker: how many children wait, and no more. Made before it is sent, so never sent twice."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE)
    on = models.DateField()
    children = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["worker", "on"], name="one_digest_a_day")]
