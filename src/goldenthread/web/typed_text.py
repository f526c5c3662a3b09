"""Text that came too late to be taken as it was meant: kept as its author's draft."""

import contextlib
import importlib

from django.http import HttpRequest


def keep_typed(request: HttpRequest) -> str:
    """Keep what a form sent as a draft; the path to go on with it, or empty where it was not the form of an entry."""
    if request.method != "POST" or not request.user.is_authenticated:
        return ""
    with contextlib.suppress(ImportError, AttributeError):
        return importlib.import_module("goldenthread.web.locking").keep_typed(request, request.user) or ""
    return ""
