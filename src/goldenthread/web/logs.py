"""What is logged: which page (its pattern, not its address), the answer, how long it took, and who asked, by id.

No name, no query string, no address as it was typed, no body: a log is copied to places that hold no children's records.
"""

import logging
import time
import traceback
from pathlib import Path

from django.http import HttpRequest, HttpResponse

OURS = "goldenthread"
logger = logging.getLogger("goldenthread.web.requests")


class Log:
    """One line for each request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.monotonic()
        response = self.get_response(request)
        match = getattr(request, "resolver_match", None)
        logger.info(
            "%s %s %d %dms worker=%s", request.method if request.method in ("GET", "POST") else "OTHER",
            f"/{match.route}" if match else "-", response.status_code, (time.monotonic() - began) * 1000, _worker(request),
        )  # fmt: skip
        return response


def _worker(request: HttpRequest) -> object:
    """The id of who asked, where that is known already: a log asks nothing of the database."""
    user = getattr(request, "_cached_user", None)
    return user.pk if user is not None and user.is_authenticated else "-"


class WithoutValues(logging.Formatter):
    """Our own lines as they are; of others' lines, which may quote what was typed, only whose they are and where it failed."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the places of an error without what it said."""
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        said = record.getMessage() if record.name.partition(".")[0] == OURS else str(getattr(record, "status_code", ""))
        lines = [f"{when} {record.levelname} {record.name} {said}".rstrip()]
        if record.exc_info and record.exc_info[0]:
            lines.append(f"  {record.exc_info[0].__name__}")
            lines += [f"  {Path(at.filename).name}:{at.lineno} {at.name}" for at in traceback.extract_tb(record.exc_info[2])[-8:]]
        return "\n".join(lines)
