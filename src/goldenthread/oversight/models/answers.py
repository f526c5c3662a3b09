"""What somebody decided about a shortfall. None of it stops the legal clock."""

from django.db import models

from goldenthread.oversight.models.shortfalls import Shortfall
from goldenthread.workforce.models import Worker


class Answer(models.Model):
    """One answer to one shortfall, never changed: a new one is given instead.

    `act`: `what` will be done, by `who`, `by_when`. `help`: what is needed goes up at once. `waiting`: on `who`, a named
    partner, until `by_when`. `exception`: which `provision`; the next person up agrees or not. `wrong`: the facts are
    wrong, and `what` is to be corrected. `agreed`, `not_agreed`: what the next person up says of an exception. `done`: of
    a question, or of what must never happen and did: no later fact can undo it, so what was decided (`what`) ends it.
    `step`: that of whoever answered.
    """

    KINDS = [
        ("act", "I will act"),
        ("help", "I need help"),
        ("waiting", "Waiting on a named partner"),
        ("exception", "A lawful exception"),
        ("wrong", "The facts are wrong"),
        ("agreed", "The exception is agreed"),
        ("not_agreed", "The exception is not agreed"),
        ("done", "It was looked into, and this was decided"),
    ]

    CAUSES = [
        ("", "None of these"),
        ("vacancy", "No worker, or somebody away"),
        ("capacity", "Not enough time"),
        ("health", "Waiting for health"),
        ("court", "Waiting for court or legal advice"),
        ("placement", "No placement"),
        ("partner", "Waiting for another partner"),
        ("family", "The family or child did not agree, or could not be found"),
    ]

    shortfall = models.ForeignKey(Shortfall, on_delete=models.CASCADE, related_name="answers")
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    on = models.DateField()
    step = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=KINDS)
    what = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    by_when = models.DateField(null=True)
    provision = models.CharField(max_length=300, blank=True)
    cause = models.CharField(max_length=12, blank=True, choices=CAUSES)
