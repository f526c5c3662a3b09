"""The doors of the API: who asks (a session or a personal token), who may, and refusals as JSON.

Each operation declares its own `may`, as a page does; `mount` declares them among the routes.
"""

import functools
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import CsrfViewMiddleware
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from goldenthread.record import audit
from goldenthread.record.access import Denied, may_sign_in
from goldenthread.record.actions.tokens import holder
from goldenthread.record.bodies import Misshapen, place_of
from goldenthread.record.policies import Unfit
from goldenthread.web.routes import declare
from goldenthread.workforce.models import Worker

BASE = "api/v1/"
API = NinjaAPI(
    title="Golden Thread", version="1", openapi_url=None, docs_url=None, urls_namespace="api-v1",
    description="The record, as the one who asks may see it. Sign in, or send a personal token: `Authorization: Bearer …`.",
)  # fmt: skip

_MAY: dict[str, Callable] = {}


def operation(method: str, address: str, may: Callable, **more) -> Callable:
    """Declare an operation, and who may: `may` is called with the request and what is in the path, and may return what it
    found, which stands in `request.found`."""

    def decorate(function: Callable) -> Callable:
        _MAY[address.replace("{", "<").replace("}", ">")] = may
        return getattr(API, method)(f"/{address}", by_alias=True, **more)(function)

    return decorate


def mount() -> None:
    """Declare every operation among the routes."""
    for pattern in API.urls[0]:
        address = str(pattern.pattern)
        if address in _MAY:
            declare(BASE + address, f"api_{pattern.name}", _MAY[address], door(_MAY[address], pattern.callback))


def door(may: Callable, view: Callable) -> Callable:
    """The view, behind who asks and who may."""

    @functools.wraps(view)
    def answer(request: HttpRequest, **given) -> HttpResponse:
        by = caller(request)
        if by is None:
            return faults(401, ("", "Sign in, or send a personal token that has not ended."))
        request.user = by
        try:
            request.found = may(request, **given) or given
        except Denied as denied:
            return refused(request, denied)
        return view(request, **given)

    answer.csrf_exempt = True  # asked below, of those who come with a cookie
    answer.may = may
    return answer


def caller(request: HttpRequest) -> Worker | None:
    """Who asks: the holder of the token, if one is sent; else whoever is signed in, whose browser must show that it was
    our page that asked."""
    given = request.headers.get("Authorization", "")
    if given:
        kind, _, secret = given.partition(" ")
        return holder(secret.strip()) if kind.lower() == "bearer" else None
    if not request.user.is_authenticated or not may_sign_in(request.user) or not _is_ours(request):
        return None
    return request.user


class _Csrf(CsrfViewMiddleware):
    def _reject(self, request: HttpRequest, reason: str) -> str:
        return reason


def _is_ours(request: HttpRequest) -> bool:
    check = _Csrf(lambda request: None)
    check.process_request(request)
    return check.process_view(request, None, (), {}) is None


def faults(status: int, *found: tuple[str, str]) -> JsonResponse:
    """Every fault at once, each with where it is."""
    return JsonResponse({"faults": [{"where": where, "words": words} for where, words in found]}, status=status)


@API.exception_handler(Denied)
def refused(request: HttpRequest, denied: Denied) -> JsonResponse:
    """403 with the reason; what is hidden as if it did not exist."""
    if denied.ground != "role":
        name = request.resolver_match.view_name[:64]
        audit.note(request.user, "page.read", thing="route", thing_id=name, allowed=False, ground=denied.ground)
    return faults(404 if denied.hidden else 403, ("", "There is nothing here." if denied.hidden else denied.words))


@API.exception_handler(Unfit)
def unfit(request: HttpRequest, wrong: Unfit) -> JsonResponse:
    """422, in the words that a form would say."""
    place = str if isinstance(wrong, Misshapen) else place_of
    return faults(422, *((place(where), words) for where, words in wrong.by_field.items()))


@API.exception_handler(ValidationError)
def not_understood(request: HttpRequest, wrong: ValidationError) -> JsonResponse:
    """422: what was sent is not of the form that the document says. What was sent is not repeated."""
    return faults(422, *((".".join(str(each) for each in error["loc"][1:]), error["msg"]) for error in wrong.errors))


@API.exception_handler(HttpError)
def not_read(request: HttpRequest, wrong: HttpError) -> JsonResponse:
    """What could not be read at all: no JSON."""
    return faults(wrong.status_code, ("", "This could not be read as JSON."))
