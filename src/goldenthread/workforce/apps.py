"""Django's name for this room."""

from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    """Workers and teams."""

    name = "goldenthread.workforce"
    label = "workforce"
    default_auto_field = "django.db.models.BigAutoField"
