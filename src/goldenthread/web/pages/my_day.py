"""My day: what must I do, for whom, first?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.web.routes import route, signed_in


@route("", may=signed_in)
def my_day(request: HttpRequest) -> HttpResponse:
    """The worker's own page."""
    return render(request, "my_day.html", {})
