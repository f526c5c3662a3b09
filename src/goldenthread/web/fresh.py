"""After a change, whoever it concerned is judged again before the answer: the next page shows what is so now."""

import logging

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.oversight.judging import freshen
from goldenthread.oversight.models import Stale
from goldenthread.record.access import today

LOG = logging.getLogger(__name__)

READS = ("GET", "HEAD", "OPTIONS")

AT_ONCE = 40
"""No more are judged before an answer; what changes more at once (a feed) is judged by night."""


class Fresh:
    """Judges those whom this request has made stale. The change is kept whatever becomes of that."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in READS:
            return self.get_response(request)
        began = timezone.now()
        response = self.get_response(request)
        _freshen(Stale.objects.filter(since__gte=began).values_list("subject_type", "subject_id")[: AT_ONCE + 1])
        return response


def _freshen(stale) -> None:
    try:
        changed = list(stale)
        if 0 < len(changed) <= AT_ONCE:
            freshen(changed, today())
    except Exception as error:  # the save stands, and the night judges again
        LOG.error("Judging after a change failed: %s", type(error).__name__)
