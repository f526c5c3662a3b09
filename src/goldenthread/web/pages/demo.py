"""Choose an account: of the invented authority only. Elsewhere this page is not there, and cannot be."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldenthread.record.access import Denied
from goldenthread.web.demo import accounts
from goldenthread.web.routes import anyone, route

if settings.DEMO:

    @route("demo/", may=anyone)
    def demo(request: HttpRequest) -> HttpResponse:
        """The accounts, one for each role, with what each may."""
        return render(request, "demo.html", {"accounts": accounts()})

    @route("demo/<int:account>/", may=anyone)
    @require_POST
    def demo_choose(request: HttpRequest, account: int) -> HttpResponse:
        """Sign in as one of them, without a password."""
        worker = next((each for each in accounts() if each.pk == account), None)
        if worker is None:
            raise Denied("hidden", "There is no such account.", hidden=True)
        login(request, worker, backend=settings.AUTHENTICATION_BACKENDS[0])
        return redirect("my_day")
