"""What a worker adds to the chronology that writes itself."""

from django.db import models

from goldenthread.record.models.entries import Entry
from goldenthread.record.models.facts import Fact
from goldenthread.record.models.people import Person
from goldenthread.workforce.models import Worker


class ChronologyMark(models.Model):
    """How much a line of a child's chronology matters, and what it was for the child. The latest mark of a line counts.

    `significance`: key, ordinary or hidden (left out of the story, with a reason, never of the record).
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="chronology_marks")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.CASCADE)
    fact = models.ForeignKey(Fact, null=True, on_delete=models.CASCADE)
    significance = models.CharField(max_length=10)
    childs_perspective = models.TextField(blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT)
    at = models.DateTimeField()
