"""My day: what must I do, for whom, first? Of each role, the first screen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.record import caseload
from goldenthread.record.actions.holding import waiting_for
from goldenthread.record.actions.looking import look_at_my_day
from goldenthread.record.masking import Masker
from goldenthread.web.routes import route, signed_in
from goldenthread.workforce.models import Worker


@route("", may=signed_in)
def my_day(request: HttpRequest) -> HttpResponse:
    """The worker's own page: their children where they hold any, and what their role sees to besides."""
    by = request.user
    children = caseload.held(by)
    since = look_at_my_day(by=by)
    cards = caseload.cards(children)
    newly = list(waiting_for(by)) if by.kind_of_role.writes else []
    return render(request, "my_day.html", {
        "mask": Masker(by, [*children, *(row.person for row in newly)]).text,
        "since": since,
        "groups": caseload.in_groups(cards),
        "shouting": [card.child.pk for card in cards if card.when == "overdue"][: caseload.SHOUTING],
        "number": len(cards),
        "changed": caseload.changed(by, list(children), since),
        "drafts": caseload.drafts(by),
        "newly": newly,
        **_of_role(by),
    })  # fmt: skip


def _of_role(by: Worker) -> dict:
    """What only some roles see to."""
    found: dict = {"role": by.kind_of_role}
    if by.kind_of_role.decides and by.kind_of_role.children == "below":
        found |= {"without_worker": list(caseload.without_worker(by)), "emergencies": caseload.emergencies_to_review(by)}
    if by.kind_of_role.children in ("all", "below"):
        found["recent"] = caseload.recent(by)
    if by.kind_of_role.children == "chosen":
        found["chosen"] = caseload.chosen_cases(by)
    if by.role == "analyst":
        found["feeds"] = caseload.feeds()
    return found
