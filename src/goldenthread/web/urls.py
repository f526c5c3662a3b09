"""Every address: the pages find themselves, those of signing in among them."""

import importlib
import pkgutil

from goldenthread.web import pages
from goldenthread.web.routes import urlpatterns as declared

for module in pkgutil.walk_packages(pages.__path__, pages.__name__ + "."):
    importlib.import_module(module.name)

urlpatterns = declared()

handler400 = "goldenthread.web.faults.not_understood"
handler403 = "goldenthread.web.faults.refused"
handler404 = "goldenthread.web.faults.not_found"
handler429 = "goldenthread.web.faults.too_many"
handler500 = "goldenthread.web.faults.failed"
