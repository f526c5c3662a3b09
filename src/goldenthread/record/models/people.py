"""People: children and adults, their names, addresses, relationships and households over time."""

import datetime as dt

from django.db import models

from goldenthread.workforce.models import Worker
from goldenthread.workforce.remembered import Remembered, RememberedRows


class Person(Remembered):
    """A child or an adult. `number` is the council's own id: text, leading zeros kept; the subject of the thread.

    Before birth `born_on` is empty and `expected_on` says when. `merged_into`: this was found to be the same person as
    another, whose record goes on (reversible). `restricted`: only those named may know of the record at all.
    `sealed`: an adoption record, open to adoption staff only. `had_record`: the person is or was a child of the service.
    `may_pose_a_risk`: an adult, or young person, who may pose a risk to children.
    """

    remembers = (
        "born_on", "died_on", "sex", "ethnicity", "is_disabled", "upn", "has_upn", "had_record", "may_pose_a_risk", "restricted",
        "sealed", "merged_into_id", "source", "gone_at",
    )  # fmt: skip
    authority = models.CharField(max_length=64, default="local")
    number = models.CharField(max_length=64)
    forename = models.CharField(max_length=100, blank=True)
    surname = models.CharField(max_length=100, blank=True)
    known_as = models.CharField(max_length=100, blank=True)
    born_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=8, blank=True)
    ethnicity = models.CharField(max_length=8, blank=True)
    is_disabled = models.BooleanField(null=True)
    upn = models.CharField(max_length=20, blank=True)
    has_upn = models.BooleanField(null=True)
    language = models.CharField(max_length=60, blank=True)
    interpreter = models.CharField(max_length=120, blank=True)
    had_record = models.BooleanField(default=False)
    is_carer = models.BooleanField(default=False, help_text="a foster carer or adopter, approved or being assessed")
    may_pose_a_risk = models.BooleanField(default=False)
    risk_in_words = models.CharField(max_length=500, blank=True)
    warning = models.CharField(max_length=500, blank=True, help_text="danger to staff who visit")
    restricted = models.BooleanField(default=False)
    sealed = models.BooleanField(default=False)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    source = models.CharField(max_length=64, blank=True, help_text="the feed these particulars come from; empty: typed here")
    gone_at = models.DateTimeField(null=True, blank=True, help_text="no longer in the source")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "number"], name="one_person_a_number")]
        indexes = [models.Index(fields=["born_on"]), models.Index(fields=["merged_into"])]

    @property
    def name(self) -> str:
        """The name to call the person by; an unborn or unknown child has a description instead."""
        full = f"{self.known_as or self.forename} {self.surname}".strip()
        return full or ("Unborn child" if self.expected_on and not self.born_on else f"Name not known ({self.number})")

    @property
    def survivor(self) -> "Person":
        """The record that goes on: that into which this one was merged, or this one."""
        return self.merged_into or self

    @property
    def ids(self) -> list[int]:
        """The ids of this record and of those merged into it. One query."""
        return [self.pk, *self.merged.values_list("pk", flat=True)]

    def age_on(self, day: dt.date) -> int | None:
        """Age in whole years on a day; None where the birth is not known or is after it. Born on 29 February: 1 March."""
        if self.born_on is None or self.born_on > day:
            return None
        return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))


class OtherName(models.Model):
    """A name the person is or was also known by."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="other_names")
    forename = models.CharField(max_length=100, blank=True)
    surname = models.CharField(max_length=100, blank=True)


class SearchKey(models.Model):
    """What a person can be found by: a part of a name as written (`name`), as it sounds (`sound`), or an id (`id`)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="search_keys")
    kind = models.CharField(max_length=8)
    key = models.CharField(max_length=100)

    class Meta:
        indexes = [models.Index(fields=["kind", "key"])]


class Address(models.Model):
    """Where a person lives or goes to school, from a day to a day. `protected_from`: who must never be shown it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="addresses")
    kind = models.CharField(max_length=16, choices=[("home", "Home"), ("school", "School"), ("other", "Other")])
    lines = models.TextField()
    postcode = models.CharField(max_length=12, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    is_protected = models.BooleanField(default=False)
    source = models.CharField(max_length=64, blank=True)


class Relationship(Remembered):
    """What one person is to another: `person` is the `kind` of `other`. `kind` is a name of record/relationships.py."""

    remembers = ("kind", "started_on", "ended_on")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relationships")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relationships_of_others")
    kind = models.CharField(max_length=40)
    has_parental_responsibility = models.BooleanField(null=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=64, blank=True)


class Household(models.Model):
    """People who live together."""

    name = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=64, blank=True, help_text="the family's id in the source")
    source = models.CharField(max_length=64, blank=True)


class HouseholdMembers(RememberedRows):
    """Who lives where, as it is asked for."""

    def with_any_of(self, people) -> "HouseholdMembers":
        """Of these rows, those of the households in which any of these people is, too. `people`: ids, or a query of ids."""
        return self.filter(household__in=self.filter(person__in=people).values("household"))


class HouseholdMember(Remembered):
    """Someone's living in a household, from a day to a day."""

    remembers = ("started_on", "ended_on")
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="households")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = HouseholdMembers.as_manager()


class PossibleDuplicate(models.Model):
    """Two records that may be of one person, until somebody decides."""

    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="possible_duplicates")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="possible_duplicates_of_others")
    likelihood = models.FloatField(null=True, help_text="0 to 1")
    why = models.CharField(max_length=200)
    proposed_at = models.DateTimeField(auto_now_add=True)
    decision = models.CharField(max_length=16, blank=True, help_text="same or different")
    decided_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="one_proposal_a_pair")]


class PersonChange(models.Model):
    """What was changed of a person, from what to what, by whom and why. Never changed itself.

    `what`: particulars, name, risk, warning, relationship, household, address or record (merged, or separated again).
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=16)
    before = models.JSONField(default=dict, help_text="{name: value}, as it was")
    after = models.JSONField(default=dict, help_text="{name: value}, as it is since")
    reason = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
