"""What leaves the record: documents issued, subject access, and what was destroyed in its time."""

from django.db import models

from goldenthread.record.models.people import Person
from goldenthread.workforce.models import Worker


class IssuedDocument(models.Model):
    """A document as it was issued: to whom, what was masked, and the copy itself. Never changed."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="issued_documents")
    title = models.CharField(max_length=200)
    recipient = models.CharField(max_length=200)
    recipient_person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=300)
    masked = models.JSONField(default=list, help_text="what was found and what was done with each")
    html = models.TextField()
    sha256 = models.CharField(max_length=64)
    issued_by = models.ForeignKey(Worker, on_delete=models.PROTECT)
    issued_at = models.DateTimeField()


class SubjectAccess(models.Model):
    """A request by, or for, a person to see the record of them: decided, line by line, and signed off by a second."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="subject_access")
    asked_by = models.CharField(max_length=200)
    authority_to_ask = models.CharField(max_length=500, help_text="self, parental responsibility, or another's authority")
    asked_on = models.DateField()
    due_on = models.DateField()
    decisions = models.JSONField(default=dict, help_text="{entry id: {decision, ground, note}}")
    state = models.CharField(max_length=16, default="open", help_text="open, decided, signed_off, issued or refused")
    handled_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    signed_off_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    signed_off_at = models.DateTimeField(null=True)
    document = models.ForeignKey(IssuedDocument, null=True, on_delete=models.PROTECT)


class Tombstone(models.Model):
    """What is left of a record destroyed under retention: no name, no day of birth, only that it was, why and when."""

    number = models.CharField(max_length=64)
    rule = models.CharField(max_length=64)
    due_on = models.DateField()
    counts = models.JSONField(help_text="how many entries, facts and documents were destroyed")
    destroyed_by = models.ForeignKey(Worker, on_delete=models.PROTECT)
    agreed_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    destroyed_at = models.DateTimeField()
