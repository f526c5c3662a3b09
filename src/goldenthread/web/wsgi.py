"""The application, as a WSGI server asks for it."""

import os
from functools import cache

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.web.settings")
served = get_wsgi_application()

from goldenthread.oversight import here, live  # noqa: E402  Django must be ready before its models

here.check()  # whichever server asks for the application: it does not begin with a settings file that has faults


def application(environ, start_response):
    """Answer a request; at the first, begin to make the standards ready, so that the first who saves does not wait for it.

    Not when this is loaded: a server may do that once and then fork, and no thread or lock lives on through a fork.
    """
    _begin()
    return served(environ, start_response)


@cache
def _begin() -> None:
    live.warm()
