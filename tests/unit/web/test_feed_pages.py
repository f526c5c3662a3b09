"""The pages about the feed: numbers only, never a value; a conflict only for those who may open the child's record."""

import pytest
from tests.fed import AS_AT, SSD, write_ssd
from tests.unit.record.test_record_facts import visit

from goldenthread.record.feeding.command import feed_from
from goldenthread.record.models import AuditRow, Conflict, Person

pytestmark = pytest.mark.django_db
SECRETS = ("Ashley", "Birch", "Underwood", "3rd of Marvh")


@pytest.fixture
def fed(family, worker, tmp_path):
    """The small extract, fed beside what was typed here: two conflicts, and a day that cannot be read."""
    visit(family[1], worker, "alone")
    visits = [row.replace("V2,C1,2025-03-03", "V2,C1,3rd of Marvh") for row in SSD["cin_visits"]]
    names = [row.replace("Ash", "Ashley") for row in SSD["person"]]
    return feed_from([str(write_ssd(tmp_path / "ssd", cin_visits=visits, person=names))], "ssd", AS_AT)


def shown(client, by, path, status=200) -> str:
    client.force_login(by)
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_who_keeps_the_feed_sees_numbers_and_no_child(client, fed, make_worker):
    analyst = make_worker("An analyst", "analyst", of=None)
    runs, listed, waiting = (shown(client, analyst, path) for path in ("/feed/", "/feed/not-placed/", "/feed/conflicts/"))
    assert "facts added" in runs
    assert "cinv_cin_visit_date" in listed
    assert "row 3" in listed
    assert "Nothing waits for you" in waiting
    assert not [secret for page in (runs, listed, waiting) for secret in SECRETS if secret in page]


def test_the_worker_sees_both_sayings_and_decides(client, fed, worker):
    listed = shown(client, worker, "/feed/conflicts/")
    assert listed.count("Look at both") == 2
    of_name, of_visit = Conflict.objects.get(typed=None), Conflict.objects.exclude(typed=None).get()
    page = shown(client, worker, f"/feed/conflicts/{of_name.pk}/")
    assert "Ashley" in page
    assert AuditRow.objects.filter(deed="conflict.read", person_id=of_name.person_id, worker_id=worker.pk).exists()
    answer = client.post(f"/feed/conflicts/{of_name.pk}/", {"decision": "fed", "reason": " "})
    assert (answer.status_code, b"Say why." in answer.content) == (422, True)
    client.post(f"/feed/conflicts/{of_name.pk}/", {"decision": "fed", "reason": "Seen on the certificate"})
    assert Person.objects.get(number="C1").forename == "Ashley"
    assert "The child was seen alone" in shown(client, worker, f"/feed/conflicts/{of_visit.pk}/")
    client.post(f"/feed/conflicts/{of_visit.pk}/", {"decision": "both", "reason": "Two visits"})
    assert "Nothing waits for you" in shown(client, worker, "/feed/conflicts/")


def test_of_a_restricted_child_there_is_no_conflict(client, fed, worker):
    Person.objects.filter(number="C1").update(restricted=True)
    page = shown(client, worker, "/feed/conflicts/")
    assert page.count("Look at both") == 1
    assert "Underwood" in page
    assert "Ash Underwood" not in page
    conflict = Conflict.objects.get(person__number="C1")
    shown(client, worker, f"/feed/conflicts/{conflict.pk}/", 404)
    assert client.post(f"/feed/conflicts/{conflict.pk}/", {"decision": "fed", "reason": "So"}).status_code == 404
    assert Conflict.objects.get(pk=conflict.pk).decision == ""


def test_who_may_only_read_is_given_no_form(client, fed, make_worker):
    auditor = make_worker("An auditor", "quality_assurance", of=None)
    conflict = Conflict.objects.filter(person__number="C1").get()
    assert "Somebody who may add to this record decides" in shown(client, auditor, f"/feed/conflicts/{conflict.pk}/")
