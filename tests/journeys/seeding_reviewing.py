"""A child in care whose wish two reviews passed over: `python -m tests.journeys.seeding_reviewing` after `seeding`.

`python -m tests.journeys.seeding_reviewing 12`, later: as if the open dispute had been raised twelve days ago, with a night
after each day on which nobody answered.
"""

import datetime as dt
import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.web.settings")

import django

django.setup()

from goldenthread.oversight.actions.disputing import begin, climb  # noqa: E402
from goldenthread.oversight.models import DisputeStep  # noqa: E402
from goldenthread.record.access import today  # noqa: E402
from goldenthread.record.actions.entries import correct_entry, make_entry  # noqa: E402
from goldenthread.record.models import Allocation, Entry, Household, HouseholdMember, Person  # noqa: E402
from goldenthread.record.reading import latest  # noqa: E402
from goldenthread.record.search import index_person  # noqa: E402
from goldenthread.workforce.models import Worker  # noqa: E402

WISH = "I want to see my brother every week, not only at Christmas."


def main() -> None:
    """Make her, her wish, and the two reviews."""
    worker, officer = (Worker.objects.get(number=number) for number in ("social_worker", "reviewing_officer"))
    named = {"number": "C9", "forename": "Hazel", "surname": "Sampleton"}
    child = Person.objects.create(**named, born_on=dt.date(2014, 2, 3), had_record=True)
    HouseholdMember.objects.create(household=Household.objects.create(name="A foster home"), person=child)
    Allocation.objects.create(person=child, worker=worker, team=worker.team, started_on=_ago(400))
    Allocation.objects.create(person=child, worker=officer, capacity="reviewing_officer", started_on=_ago(400))
    index_person(child)
    _make(worker, "period_of_care", child, began=_ago(400), need="N1", why="Neglect at home.")
    wish = _make(worker, "childs_wish", child, said=_ago(250), wish=WISH)
    for days, agreed in ((230, "Ask her brother's carers"), (60, "Life story work begins")):
        decision = {"what": agreed, "who": "The worker", "by": _ago(days - 30).isoformat()}
        _make(officer, "looked_after_review", child, held=_ago(days), participation="PN1", progress="She is settled at school.",
              health="Well", decisions=[decision])  # fmt: skip
    print(json.dumps({"hazel": child.pk, "wish": wish.pk}))


def _ago(days: int) -> dt.date:
    return today() - dt.timedelta(days)


def _make(by: Worker, kind: str, child: Person, **said) -> Entry:
    shared = {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in said.items()}
    return make_entry(by=by, kind=kind, persons=[child], body={"shared": shared, "lines": {str(child.pk): {}}})


def wait(days: int) -> None:
    """As if the open dispute had been raised so many days ago, and nobody had answered since."""
    dispute, raised = Entry.objects.get(kind="dispute", ended_on=None), _ago(days)
    body = latest(dispute).body
    earlier = body | {"shared": body["shared"] | {"raised": raised.isoformat()}}
    correct_entry(by=dispute.made_by, entry=dispute, body=earlier, version_seen=dispute.versions_made, reason="An earlier day.")
    DisputeStep.objects.all().delete()
    begin(dispute, raised)
    for each in range(days, -1, -1):
        climb(_ago(each))


if __name__ == "__main__":
    wait(int(sys.argv[1])) if len(sys.argv) > 1 else main()
