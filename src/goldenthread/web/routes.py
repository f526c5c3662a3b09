"""Every route declares who may: `@route("children/<int:child>/", may=may_read_child)`. One that does not fails the tests.

`may` is called with the request and what is in the path, before the view. It raises access.Denied, and may return what
it found (a Person, an Entry, a Kind), which is handed to the view instead of the ids in the path.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import path

from goldenthread.record.access import Denied, may_sign_in


@dataclass(frozen=True)
class Route:
    """One address, who may, and the view."""

    address: str
    name: str
    may: Callable
    view: Callable


_ROUTES: list[Route] = []


def route(address: str, may: Callable, name: str = "") -> Callable:
    """Declare a route; its name is the function's unless given."""

    def decorate(view: Callable) -> Callable:
        @functools.wraps(view)
        def answer(request: HttpRequest, **given) -> HttpResponse:
            if may is not anyone and not (request.user.is_authenticated and may_sign_in(request.user)):
                return redirect_to_login(request.path)  # not what was searched for
            found = may(request, **given)
            return view(request, **(given if found is None else found))

        answer.may = may
        _ROUTES.append(Route(address, name or view.__name__, may, answer))
        return answer

    return decorate


def declare(address: str, name: str, may: Callable, view: Callable) -> None:
    """Declare a route whose view asks `may` itself, and answers programs: an operation of the API."""
    _ROUTES.append(Route(address, name, may, view))


def routes() -> list[Route]:
    """Every route declared so far."""
    return list(_ROUTES)


def urlpatterns() -> list:
    """The routes, as Django has them."""
    return [path(each.address, each.view, name=each.name) for each in _ROUTES]


def anyone(request: HttpRequest, **given) -> None:
    """Whoever asks, signed in or not: the sign-in pages and the health check."""


def signed_in(request: HttpRequest, **given) -> None:
    """Every worker: what is shown is then only what this worker may see."""


def roles(*names: str) -> Callable:
    """Workers of these roles."""

    def may(request: HttpRequest, **given) -> None:
        if request.user.role not in names:
            raise Denied("role", "Your role does not do this.")

    may.__name__ = f"roles_{'_'.join(names)}"
    return may
