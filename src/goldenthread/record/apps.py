"""Django's name for this room."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """The record."""

    name = "goldenthread.record"
    label = "record"
    default_auto_field = "django.db.models.BigAutoField"
