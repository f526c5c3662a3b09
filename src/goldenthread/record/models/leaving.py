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


class PreparedDocument(models.Model):
    """A document being prepared to leave: what goes in, for whom and why, and what was decided of all that was found.

    `what`: chronology, entries, overview or letter. `decisions`: {key of what was found: {choice, reason}}; nothing is
    issued while one is missing. Done with, and deleted, when it is issued.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="prepared_documents")
    what = models.CharField(max_length=16)
    entries = models.JSONField(default=list, help_text="the ids of the entries, of what is made of entries")
    text = models.TextField(blank=True, help_text="of a letter, what it says")
    title = models.CharField(max_length=200)
    recipient_kind = models.CharField(max_length=16, help_text="child, family, professional or court")
    recipient = models.CharField(max_length=200)
    recipient_person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    purpose = models.CharField(max_length=300)
    decisions = models.JSONField(default=dict)
    prepared_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()


class SubjectAccess(models.Model):
    """A request by, or for, a person to see the record of them: decided, line by line, and signed off by a second."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="subject_access")
    asked_by = models.CharField(max_length=200)
    authority_to_ask = models.CharField(max_length=500, help_text="self, parental responsibility, or another's authority")
    asked_on = models.DateField()
    due_on = models.DateField()
    extended_on = models.DateField(null=True, help_text="the day it was decided, and told, that more time is needed")
    extension_reason = models.CharField(max_length=1000, blank=True)
    prepared = models.OneToOneField(PreparedDocument, null=True, on_delete=models.SET_NULL, related_name="subject_access")
    signed_sha256 = models.CharField(max_length=64, blank=True, help_text="of the copy as it was when it was signed off")
    sent_back = models.CharField(max_length=1000, blank=True, help_text="why the second person did not sign it off")
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


class LegalHold(models.Model):
    """Why a record must not be destroyed, whatever the rules say: an inquiry, a claim, a court. Until it is lifted."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="legal_holds")
    reason = models.CharField(max_length=1000)
    placed_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    lifted_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_because = models.CharField(max_length=1000, blank=True)


class ProposedDestruction(models.Model):
    """That a record whose day has come be destroyed: proposed by one person, for another to agree to or decline.

    `names`: take_out of, or leave in, what is kept of brothers and sisters.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="proposed_destruction")
    rule = models.CharField(max_length=64)
    due_on = models.DateField(help_text="as reckoned when it was proposed; reckoned again before anything is destroyed")
    names = models.CharField(max_length=10)
    proposed_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()


class RetentionSetting(models.Model):
    """An authority's own number of years for a rule of record/retention_rules.json, from a day. The latest in force counts."""

    rule = models.CharField(max_length=64)
    years = models.PositiveIntegerField()
    since = models.DateField()
    reason = models.CharField(max_length=1000)
    set_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
