"""The application, as a WSGI server asks for it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.web.settings")
application = get_wsgi_application()
