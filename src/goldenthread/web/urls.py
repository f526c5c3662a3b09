"""Every address: the pages find themselves, sign-in is allauth's."""

import importlib
import pkgutil

from django.urls import include, path

from goldenthread.web import pages
from goldenthread.web.routes import urlpatterns as declared

for module in pkgutil.walk_packages(pages.__path__, pages.__name__ + "."):
    importlib.import_module(module.name)

urlpatterns = [*declared(), path("accounts/", include("allauth.urls"))]
