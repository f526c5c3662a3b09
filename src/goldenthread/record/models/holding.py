"""Who holds a child, who may see the record besides, and who must not."""

from django.db import models

from goldenthread.record.models.people import Person
from goldenthread.workforce.models import Team, Worker
from goldenthread.workforce.remembered import Remembered


class Allocation(Remembered):
    """A worker's holding of a child, in a capacity, from a day to a day. A team may hold a child with no worker yet.

    `state`: proposed, accepted or declined; a transfer is a new allocation, proposed until the receiver accepts.
    """

    CAPACITIES = [
        ("social_worker", "Social worker"),
        ("reviewing_officer", "Independent reviewing officer"),
        ("conference_chair", "Conference chair"),
        ("personal_adviser", "Personal adviser"),
        ("family_support", "Family support worker"),
    ]
    remembers = ("state", "started_on", "ended_on")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="allocations")
    worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations")
    capacity = models.CharField(max_length=20, choices=CAPACITIES, default="social_worker")
    state = models.CharField(max_length=10, default="accepted")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    change_reason = models.CharField(max_length=16, blank=True, help_text="a code of s903_sw_reason")
    handover = models.TextField(blank=True, help_text="the transfer summary")
    proposed_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_reason = models.CharField(max_length=1000, blank=True)
    source = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["worker", "ended_on"]), models.Index(fields=["team", "ended_on"])]


class NamedAccess(models.Model):
    """Someone named who may open a restricted record."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="named_access")
    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="named_access")
    given_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "worker"], name="one_naming_a_worker")]


class Block(models.Model):
    """A worker who must never open this record: family, or another conflict of interest. Nothing goes round it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="blocks")
    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="blocks")
    reason = models.CharField(max_length=300)
    given_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "worker"], name="one_block_a_worker")]


class Guarding(models.Model):
    """Why a record was closed, or opened again, to someone: kept when the restriction or block itself is gone.

    `what`: restricted, opened, blocked, let back or sealed. `worker`: who was kept away, or let back.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="guarding")
    what = models.CharField(max_length=12)
    worker = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=1000)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class BreakGlass(models.Model):
    """A record opened in an emergency, with its reason, until an hour; reviewed by the worker's manager."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="broken_glass")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="broken_glass")
    reason = models.CharField(max_length=1000)
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    reviewed_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    review = models.CharField(max_length=1000, blank=True)
    was_right = models.BooleanField(null=True)


class ChosenCase(models.Model):
    """A child's record chosen for an inspector to read, until a day."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="chosen_for")
    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="chosen_cases")
    until = models.DateField()
    given_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()


class AdoptionLink(models.Model):
    """The sealed record of an adopted child and the record before it: seen by adoption staff only."""

    before = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="adoption_after")
    after = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="adoption_before")
    made_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
