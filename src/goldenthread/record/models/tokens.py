"""Keys by which a program may read and write as the worker who made them."""

from django.db import models

from goldenthread.workforce.models import Worker


class ApiToken(models.Model):
    """A personal token: only its SHA-256 is kept. It may do what its worker may, until its last day or its end."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=100, help_text="what it is for, in its maker's words")
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    until = models.DateField(help_text="the last day it may be used: at most 90 days on")
    last_used_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
