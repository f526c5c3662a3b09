"""What of the drift ledger has left the building."""

from django.db import models

from goldenthread.workforce.models import Team, Worker


class LedgerCopy(models.Model):
    """A copy of the ledger's numbers, small ones suppressed: who made it, as at which day, for whom and what for. Never changed.

    `team`: whose numbers; empty: the whole authority's.
    """

    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    as_at = models.DateField()
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    recipient = models.CharField(max_length=200)
    purpose = models.CharField(max_length=300)
