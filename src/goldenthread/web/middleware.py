"""What every answer carries, and how a refusal is said."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.record import audit
from goldenthread.record.access import Denied
from goldenthread.record.models import Person

SECURE_CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


class Policy:
    """A strict content security policy; no page of a record is kept by a browser or a proxy."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.policy = "; ".join(f"{name} {value}" for name, value in SECURE_CSP.items())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", self.policy)
        response.setdefault("Cache-Control", "no-store")
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return response


def _child(request: HttpRequest) -> Person | None:
    """The child whose page was refused, where there is one: an id nobody has is not noted."""
    asked = request.resolver_match.kwargs.get("child")
    return Person.objects.filter(pk=asked).first() if isinstance(asked, int) else None


class Refusals:
    """Says a refusal in words, and notes it. What is hidden is refused as if it did not exist."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """403 with the reason, or 404."""
        if not isinstance(error, Denied):
            return None
        if request.user.is_authenticated and error.ground != "role":
            audit.note(
                request.user, "page.read", thing="route", thing_id=request.resolver_match.view_name[:64],
                person=_child(request), allowed=False, ground=error.ground,
            )  # fmt: skip
        if error.hidden:
            return render(request, "not_found.html", status=404)
        may_hurry = error.ground == "no relationship" and request.user.kind_of_role.children not in ("none", "chosen")
        return render(request, "refused.html", {"words": error.words, "may_hurry": may_hurry}, status=403)
