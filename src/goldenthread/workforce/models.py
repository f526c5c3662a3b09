"""Workers and teams. A worker is who signs in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from goldenthread.workforce.remembered import Remembered, RememberedRows, Was
from goldenthread.workforce.roles import ROLES, Role, choices

__all__ = ["Team", "Was", "Worker", "WorkerManager"]


class Team(models.Model):
    """A team, a service, or the authority itself: each has at most one above it."""

    number = models.CharField(max_length=64, unique=True, help_text="the council's own id")
    name = models.CharField(max_length=200)
    above = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="below")
    is_front_door = models.BooleanField(default=False, help_text="takes new contacts: finds any child")

    def __str__(self) -> str:
        return self.name

    def with_below(self) -> list[int]:
        """The ids of this team and of every team below it."""
        found, level = [self.pk], [self.pk]
        while level:
            level = list(Team.objects.filter(above__in=level).values_list("pk", flat=True))
            found += level
        return found


class WorkerManager(BaseUserManager.from_queryset(RememberedRows)):
    """Finds workers as Django's sign-in asks for them."""

    def get_by_natural_key(self, email: str) -> "Worker":
        """By e-mail, whatever its capitals."""
        return self.get(email__iexact=email)


class Worker(Remembered, AbstractBaseUser):
    """Someone who works, or worked, here. One who never signs in has no e-mail and no usable password.

    `number` is the council's own id of the worker, the subject of the worker's thread.
    """

    remembers = ("role", "started_on", "left_on", "is_newly_qualified", "is_agency")
    authority = models.CharField(max_length=64, default="local")
    number = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    email = models.EmailField(null=True, blank=True, unique=True)
    phone = models.CharField(max_length=40, blank=True)
    role = models.CharField(max_length=32, choices=choices, default="social_worker")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="workers")
    registration = models.CharField(max_length=40, blank=True, help_text="Social Work England registration")
    is_agency = models.BooleanField(null=True)
    is_newly_qualified = models.BooleanField(null=True)
    is_adoption_staff = models.BooleanField(default=False, help_text="may open sealed adoption records and their links")
    started_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True, help_text="the last day this account may be used (inspectors)")
    is_active = models.BooleanField(default=True)
    last_looked_at = models.DateTimeField(null=True, blank=True, help_text="when my day was last opened")
    before_last_looked_at = models.DateTimeField(null=True, blank=True)

    objects = WorkerManager()
    USERNAME_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "number"], name="one_worker_a_number")]

    def __str__(self) -> str:
        return self.name

    @property
    def kind_of_role(self) -> Role:
        """The worker's role, with what it may."""
        return ROLES[self.role]
