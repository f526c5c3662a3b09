"""What the nightly judging counts of the whole authority: written anew every night, so that it may be run again."""

from django.db import models

from goldenthread.record.models import Person
from goldenthread.workforce.models import Team


class Run(models.Model):
    """One judging of the whole record. `as_at`: the day. `ended_at` empty: it did not finish, and is to be run again."""

    as_at = models.DateField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)


class MonthlyCount(models.Model):
    """How many duties of a standard fell due in a month, by how they were kept, of the children a team holds now.

    `status`: as of a duty (goldenthread.standards.duty.STATUSES), and `lifted`, by a lawful exception. Restricted and sealed
    records are not counted: a number must not tell that there is one.
    """

    standard = models.CharField(max_length=80)
    team = models.ForeignKey(Team, null=True, on_delete=models.CASCADE, db_index=False)
    month = models.DateField(help_text="its first day")
    status = models.CharField(max_length=8)
    number = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["standard", "month", "status", "team", "number"])]  # in order, and whole


class Reach(models.Model):
    """For how many children of a team a standard was owed within the last year, restricted and sealed records left out."""

    standard = models.CharField(max_length=80)
    team = models.ForeignKey(Team, null=True, on_delete=models.CASCADE)
    children = models.PositiveIntegerField()


class Delay(models.Model):
    """Days lost of one child at one step of the way, within a year: days past the day, each day once.

    `step`: a name of oversight.steps.STEPS. `waiting_since`: the first day past of what is still open; empty where nothing is.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="delays")
    step = models.CharField(max_length=12)
    days = models.PositiveIntegerField()
    waiting_since = models.DateField(null=True)
    shortfalls = models.PositiveIntegerField(help_text="how many are open")
