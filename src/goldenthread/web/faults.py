"""What is said when an address leads nowhere, or something fails: in words, without what was asked or why it failed."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from goldenthread.web.locking import keep_typed


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    words = "What the browser sent could not be read. Go back and try again."
    return render(request, "fault.html", {"heading": "That could not be read", "words": words}, status=400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, of the framework's own; of ours web/middleware.py."""
    return render(request, "refused.html", {"words": "This is not for you to open."}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: the same words for what is not there and for what is hidden."""
    return render(request, "not_found.html", status=404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: a limit on how often something may be tried."""
    words = "This was tried too often in a short time. Wait a few minutes, then try again."
    return render(request, "fault.html", {"heading": "Too many tries", "words": words}, status=429)


def failed(request: HttpRequest) -> HttpResponse:
    """500. The page asks nothing of the database, which may be what failed."""
    return HttpResponse(render_to_string("failed.html"), status=500)


def page_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose page was opened before the last sign-in, or elsewhere: what was typed is kept as a draft."""
    draft = keep_typed(request) if _came_from_here(request) else ""
    return render(request, "page_too_old.html", {"draft": draft}, status=403)


def _came_from_here(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin", "")
    return urlsplit(origin).netloc == request.get_host()
