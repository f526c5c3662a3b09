"""What is saved is judged before the next page: what a visit met, what became of the shortfall, and who is told of a danger."""

import datetime as dt

import pytest
from tests.unit.record.test_entries import visit

from goldenthread.oversight import judging
from goldenthread.oversight.met import met_by
from goldenthread.oversight.models import Shortfall, Stale
from goldenthread.record.access import today
from goldenthread.record.actions.entries import make_entry
from goldenthread.web import fresh


@pytest.fixture(autouse=True)
def at_once(settings):
    """Judged at once, of what is recorded here since long ago."""
    settings.JUDGE_AT_ONCE = True
    settings.RECORDING_SINCE = "2024-01-01"


def ago(days: int) -> str:
    return (today() - dt.timedelta(days)).isoformat()


def plan(worker, children, days: int):
    """A child in need plan, begun so many days ago."""
    outcome = {"outcome": "Calm mornings", "action": "Breakfast club", "who": "School", "by": "2030-01-07"}
    body = {"shared": {"began": ago(days), "outcomes": [outcome]}, "lines": {str(child.pk): {} for child in children}}
    return make_entry(by=worker, kind="need_plan", persons=children, body=body)


def test_the_page_after_a_visit_says_what_it_met_and_when_the_next_is_due(client, worker, family):
    plan(worker, family, 60)
    judging.freshen(None, today())
    assert Shortfall.objects.open().filter(standard="need-visits").count() == len(family)
    client.force_login(worker)
    child = family[0]
    typed = {"children": [each.pk for each in family], "visited": dt.datetime.now().strftime("%d/%m/%Y")}  # noqa: DTZ005
    typed |= {f"seen@{each.pk}": "alone" if each == child else "out" for each in family}
    typed |= {f"purpose@{each.pk}": "need" for each in family}
    done = client.post(f"/child/{child.pk}/add/visit/", typed | {"then": "finish"})
    assert done.status_code == 302, done.content.decode()
    assert not Stale.objects.exists(), "judged before the next page"
    assert Shortfall.objects.get(standard="need-visits", person=child).ended == "done"
    assert Shortfall.objects.open().filter(standard="need-visits").count() == len(family) - 1, "who was not seen is not met"
    said = " ".join(client.get(done.headers["Location"]).content.decode().split())
    assert "This met" in said
    assert "Next due by" in said
    assert "after its day; it is no longer overdue" in said
    later = client.get(done.headers["Location"].split("?")[0]).content.decode()
    assert "This met" not in later


def test_what_an_entry_met_is_said_once_for_brothers_and_sisters(worker, family):
    plan(worker, family, 10)
    body = visit(family, ["alone"] * 3)
    body["shared"]["visited"] = ago(0)
    for line in body["lines"].values():
        line["purpose"] = "need"
    entry = make_entry(by=worker, kind="visit", persons=family, body=body)
    found = [each for each in met_by(entry, family, today()) if "child in need is visited" in each.duty]
    assert [each.children for each in found] == [tuple(family)]
    assert found[0].days_late == 0
    assert found[0].next_on > today()


def test_a_failure_of_judging_never_spoils_what_was_saved(client, worker, family, monkeypatch):
    def fail(*_):
        raise RuntimeError("of a child whose name is nobody's business")

    monkeypatch.setattr(fresh, "freshen", fail)
    client.force_login(worker)
    note = {"happened": ago(0), "title": "The school rang", "text": "x", "then": "finish"}
    done = client.post(f"/child/{family[0].pk}/add/note/", note | {"children": [family[0].pk]})
    assert done.status_code == 302, done.content.decode()
    assert Stale.objects.filter(subject_id=family[0].number).exists(), "the night judges them"
