"""Django's name for this room."""

import importlib

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The screens."""

    name = "goldenthread.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to what is to be noted of signing in."""
        importlib.import_module("goldenthread.web.sign_in_audit")
