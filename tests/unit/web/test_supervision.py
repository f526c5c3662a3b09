"""Supervision on its pages: the agenda, about three chosen, what is written, and who sees which part."""

import re

from tests.pages import text_of
from tests.supervising import ago, begun, discussed, late, written

from goldenthread.oversight.actions import supervising
from goldenthread.oversight.models import Supervision
from goldenthread.record.models import Draft, Entry, Person


def get(client, who, path: str):
    """A page as someone sees it."""
    client.force_login(who)
    return client.get(path)


def test_a_manager_sees_who_is_due_and_a_worker_sees_their_own(client, manager, worker, family):
    discussed(manager, family[0], 3, decision="x", actions=[{"what": "Ring", "who": "W", "by": ago(1).isoformat()}])
    shown = text_of(get(client, manager, "/supervision/"))
    assert f'href="/supervision/worker/{worker.pk}/">The worker</a>' in shown
    assert "3 children, <strong>2 never discussed</strong>" in shown
    shown = text_of(get(client, worker, "/supervision/"))
    assert "My workers" not in shown
    assert "With A manager." in shown
    assert re.search(r"Ash Underwood</a>, \d+: <a [^>]+>Ring", shown)
    assert "was to be done by" in shown


def test_the_agenda_is_written_and_about_three_are_ticked(client, manager, worker, family):
    late(family[1], "need-visits", 12)
    shown = text_of(get(client, manager, f"/supervision/worker/{worker.pk}/"))
    assert re.search(rf'value="{family[1].pk}" checked', shown)
    assert shown.count(" checked") == 1, "brothers and sisters once"
    assert "12 days late" in shown
    assert text_of(get(client, worker, f"/supervision/worker/{worker.pk}/")).count("Think about") == 0


def test_from_the_agenda_to_the_childs_record_to_both_signatures(client, manager, worker, family):
    ash = family[0]
    client.force_login(manager)
    path = f"/supervision/worker/{worker.pk}/"
    assert client.post(path, {"held_on": "1/1/2099", "children": [ash.pk]}).status_code == 422
    address = client.post(path, {"held_on": "", "children": [ash.pk]})
    assert "this is needed" in text_of(address)
    day = ago(0)
    address = client.post(path, {"held_on": f"{day:%d/%m/%Y}", "children": [ash.pk]})["Location"]
    assert "Think and decide" in text_of(client.get(address))
    form = text_of(client.get(f"{address}child/{ash.pk}/"))
    assert "What is this child&#39;s life like now?" in form
    assert "Never discussed" in form
    typed = {"children": [ash.pk], "life": "Quieter", "decision": "Visit weekly", "why": "Not seen alone"}
    typed[f"child@{ash.pk}"] = "Stay"
    assert client.post(f"{address}child/{ash.pk}/", typed | {"actions.0.what": "Ring"}).status_code == 422
    assert client.post(f"{address}child/{ash.pk}/", typed).status_code == 302
    refused = client.post(f"{address}sign/")
    assert refused.status_code == 422
    assert "Say how the work is" in text_of(refused)
    client.post(f"{address}work/", {"work": "Heavy"})
    client.post(f"{address}private/", {"how": "Tired"})
    client.post(f"{address}sign/")
    client.force_login(worker)
    assert "Your supervision" in text_of(client.get("/supervision/"))
    shown = text_of(client.get(address))
    assert all(words in shown for words in ("Visit weekly", "Heavy", "Tired", "Not seen alone"))
    client.post(f"{address}sign/")
    assert "Both have signed" in text_of(client.get(address))
    assert client.post(f"{address}sign/").status_code == 302
    assert Entry.objects.get(kind="case_supervision").people.get() == ash


def test_brothers_and_sisters_may_be_talked_about_together(client, manager, worker, family):
    found = begun(manager, worker, family[0], family[1])
    client.force_login(manager)
    form = text_of(client.get(f"/supervision/{found.pk}/child/{family[0].pk}/"))
    ticked = re.findall(r'name="children" type="checkbox" value="(\d+)" checked', form)
    assert ticked == [str(family[0].pk), str(family[1].pk)], "the chosen, and not the third"


def test_what_is_typed_is_kept(client, manager, worker, family):
    found = begun(manager, worker, family[0])
    client.force_login(manager)
    address = f"/supervision/{found.pk}/child/{family[0].pk}/"
    draft = re.search(r'data-autosave="/draft/([^/]+)/"', text_of(client.get(address)))[1]
    kept = client.post(f"/draft/{draft}/", {"address": address, "life": "An hour of talk", "children": [family[0].pk]})
    assert kept.json()["saved"]
    assert Draft.objects.get().person == family[0]
    assert "An hour of talk" in text_of(client.get(address)), "gone on with wherever it is opened"
    client.post(address, {"life": "An hour of talk", "children": [family[0].pk], "draft": draft})
    assert not Draft.objects.exists()
    private = f"/supervision/{found.pk}/private/"
    draft = re.search(r'data-autosave="/draft/([^/]+)/"', text_of(client.get(private)))[1]
    assert client.post(f"/draft/{draft}/", {"address": private, "how": "x"}).json()["saved"]
    assert Draft.objects.get().kind == "wellbeing"


def test_who_sees_which_part(client, manager, above, worker, make_worker, family, other_team):
    found = written(manager, worker, family[0])
    supervising.record_private(by=manager, supervision=found, body={"shared": {"how": "Heliotrope"}, "lines": {}})
    audit, stranger = make_worker("Q", "quality_assurance"), make_worker("S", of=other_team)
    path = f"/supervision/{found.pk}/"
    shown = text_of(get(client, worker, path))
    assert all(words in shown for words in ("See Ash alone", "Heavy", "Heliotrope"))
    shown = text_of(get(client, above, path))
    assert "Heavy" in shown
    assert "See Ash alone" in shown
    assert "Heliotrope" not in shown
    assert "Between the two of you" not in shown
    shown = text_of(get(client, audit, path))
    assert "See Ash alone" in shown
    assert "Heavy" not in shown
    assert "Heliotrope" not in shown
    assert "Between the two" not in shown
    for who in (stranger, make_worker("I", "inspector"), make_worker("C"), make_worker("M", "team_manager", of=other_team)):
        assert get(client, who, path).status_code == 404, who.name


def test_a_child_who_is_closed_to_the_reader_is_not_there_nor_counted(client, manager, above, worker, family):
    found = written(manager, worker, family[0])
    Person.objects.filter(pk__in=[family[0].pk, family[1].pk]).update(restricted=True)
    for who in (above, manager):
        shown = text_of(get(client, who, f"/supervision/{found.pk}/"))
        assert "Ash" not in shown
        assert "See Ash alone" not in shown
        assert "The others on the agenda (1)" in shown
    shown = text_of(get(client, manager, "/supervision/"))
    assert "1 child" in shown
    assert "Ash" not in text_of(get(client, manager, f"/supervision/worker/{worker.pk}/"))


def test_a_choice_is_added_and_let_go(client, manager, worker, family):
    found = begun(manager, worker)
    client.force_login(manager)
    client.post(f"/supervision/{found.pk}/choose/", {"child": family[2].pk})
    assert found.lines.get(chosen=True).person == family[2]
    client.post(f"/supervision/{found.pk}/choose/", {"child": family[2].pk, "do": "let_go"})
    assert not found.lines.filter(chosen=True).exists()
    client.post(f"/supervision/{found.pk}/discard/")
    assert not Supervision.objects.exists()


def test_the_view_names_no_worker_and_opens_its_children(client, manager, above, worker, family, team):
    shown = text_of(get(client, above, "/supervision/view/"))
    assert worker.name not in shown
    assert manager.name not in shown
    assert f'href="/supervision/view/?what=never&amp;team={team.pk}">3</a>' in shown
    shown = text_of(client.get(f"/supervision/view/?what=never&team={team.pk}"))
    assert all(child.name in shown for child in family)
    assert client.get("/supervision/view/?what=nonsense").status_code == 404
    assert client.get("/supervision/view/?what=never&team=0").status_code == 404


def test_a_managers_own_workers_are_not_named_to_the_service_manager(client, manager, above, worker, family):
    worker.is_newly_qualified, worker.started_on = False, ago(400)
    worker.save()
    shown = text_of(get(client, above, f"/supervision/worker/{manager.pk}/"))
    assert "1 of 1 is past the day" in shown
    assert worker.name not in shown
    assert worker.name in text_of(get(client, manager, f"/supervision/worker/{manager.pk}/"))
