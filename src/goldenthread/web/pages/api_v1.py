"""The API stands among the pages, so that its operations are found and declared as they are."""

from goldenthread.web import api
from goldenthread.web.api_doors import mount

OPERATIONS = api.API
mount()
