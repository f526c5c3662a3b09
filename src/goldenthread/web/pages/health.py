"""Whether the server is well: for whoever watches it."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from goldenthread.web.health import ills
from goldenthread.web.routes import anyone, route


@route("health/", may=anyone)
def health(request: HttpRequest) -> HttpResponse:
    """200 and "well", or 503. What ails it is told to administrators only."""
    found = ills()
    told = {"state": "not well" if found else "well"}
    if request.user.is_authenticated and request.user.role == "administrator":
        told["what"] = found
    return JsonResponse(told, status=503 if found else 200)
