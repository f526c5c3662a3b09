"""A shortfall explained and answered: what it says, to whom, and what an answer does and does not do."""

import datetime as dt
import re

import pytest
from tests.shortfalls import answered, shortfall, told

from goldenthread.oversight.models import Answer, Shortfall
from goldenthread.record.access import today
from goldenthread.record.actions.entries import make_entry
from goldenthread.record.models import AuditRow, Fact, Person


@pytest.fixture
def say(client, worker):
    """A function that sends the answer's form as a worker."""

    def send(of, by=worker, **typed):
        client.force_login(by)
        typed = {name.replace("_", "-") if name.startswith(("what_", "who_")) else name: said for name, said in typed.items()}
        return client.post(f"/shortfall/{of.pk}/answer/", {"do": "answer"} | typed)

    return send


@pytest.fixture
def unseen(family, worker, make_worker):
    """Ash has not been visited as the plan asks, and the worker has been told."""
    found = shortfall(family[0])
    told(found, worker)
    return found


def words_of(answer) -> str:
    """The page as a person reads it."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def plan(by, child):
    """A protection plan, as an entry."""
    body = {"shared": {"happened": "2025-03-03", "title": "The school rang", "text": "x"}, "lines": {}}
    return make_entry(by=by, kind="note", persons=[child], body=body)


def test_it_says_why_by_which_law_and_who_was_told(page, unseen, worker, family):
    said = words_of(page(f"/shortfall/{unseen.pk}/"))
    for words in ("Why am I being asked?", "None is on the record", "Where it comes from", "The time limit is", "This is a duty",
                  "Who has been told", "You, ", "Nothing yet"):  # fmt: skip
        assert words in said, words
    assert AuditRow.objects.filter(deed="shortfall.read", person_id=family[0].pk, ground="allocated").exists()


def test_yesterdays_words_of_law_never_stand_beside_todays(page, family, worker):
    told_of = "On 3 March 2025 a child protection plan began. None is on the record as at 1 April 2025, 15 days after it was due."
    for more in ({}, {"ended_on": today(), "ended": "done", "why_ended": "It was done."}):
        found = shortfall(family[0], explanation=f"{told_of} Source: A circular of long ago. The time limit was ours.", **more)
        told(found, worker)
        said = words_of(page(f"/shortfall/{found.pk}/"))
        assert "circular" not in said
        assert "Source:" not in said
        assert "The time limit is" in said


def test_its_facts_are_links_that_the_reader_may_open(page, family, worker):
    entry = plan(worker, family[0])
    fed = Fact.objects.create(noun="protection_plan", subject_id="C1", person=family[0], started_on="2025-01-02", source="old",
                              recorded_at=entry.made_at, key="7")  # fmt: skip
    other = Fact.objects.create(noun="protection_plan", subject_id="C2", person=family[1], started_on="2025-01-02", source="old",
                                recorded_at=entry.made_at)  # fmt: skip
    rows = [f"entry {entry.pk}", f"fed old fact {fed.pk}", f"fed old fact {other.pk}", "entry 99999", "person 1"]
    found = shortfall(family[0], evidence={"rows": rows, "caveats": ["provisional calendar"]})
    said = page(f"/shortfall/{found.pk}/").content.decode()
    assert f'href="/entry/{entry.pk}/"' in said
    assert f'href="/fact/{fed.pk}/"' in said
    assert f"/fact/{other.pk}/" not in said, "another child's"
    assert "2 more facts that you may not open" in said
    assert "bank holidays" in said


def test_whoever_may_not_open_the_child_finds_no_such_page(page, unseen, make_worker, other_team, family):
    outsider = make_worker("An outsider", of=other_team)
    told(unseen, outsider)  # told once, and may no longer open the record
    for address in (f"/shortfall/{unseen.pk}/", f"/shortfall/{unseen.pk}/answer/", "/shortfall/99999/"):
        assert page(address, outsider).status_code == 404
    Person.objects.filter(pk=family[0].pk).update(restricted=True)
    assert page(f"/shortfall/{unseen.pk}/").status_code == 404


def test_above_the_team_manager_there_are_no_workers_names(page, unseen, worker, make_worker, team):
    answered(unseen, worker, kind="help", what="An interpreter", who="", by_when=None)
    head = make_worker("A head", "head_of_service", team.above)
    manager = make_worker("A manager", "team_manager")
    assert "The worker, social worker" in words_of(page(f"/shortfall/{unseen.pk}/", manager))
    said = words_of(page(f"/shortfall/{unseen.pk}/", head))
    assert "The social worker" in said
    assert "The worker," not in said


def test_the_same_of_a_brother_is_shown_to_those_who_may_see_him(page, unseen, family):
    others = [shortfall(child) for child in family[1:]]
    Person.objects.filter(pk=family[2].pk).update(restricted=True)
    said = page(f"/shortfall/{unseen.pk}/").content.decode()
    assert f'href="/shortfall/{others[0].pk}/"' in said
    assert "Birch" in said
    assert "Cedar" not in said


def test_an_answer_is_kept_and_stops_no_clock(say, page, unseen):
    until = today() + dt.timedelta(4)
    typed = {"by_when-act": until.isoformat(), "cause": "health"}
    done = say(unseen, kind="act", what_act="See her at school", who_act="Me", **typed)
    assert done.status_code == 302, words_of(done)
    kept = Answer.objects.get(shortfall=unseen)
    assert (kept.kind, kept.what, kept.who, kept.by_when, kept.cause) == ("act", "See her at school", "Me", until, "health")
    unseen.refresh_from_db()
    assert unseen.ended_on is None
    said = words_of(page(f"/shortfall/{unseen.pk}/"))
    assert "I will act : See her at school" in said.replace("</strong>", "")
    assert "No answer stops the legal clock" in said


def test_what_is_missing_is_said_beside_its_field_and_what_was_typed_is_kept(say, unseen):
    nothing = say(unseen)
    assert nothing.status_code == 422
    assert 'href="#kind"' in nothing.content.decode()
    lacking = say(unseen, kind="act", what_act="Ring her gran", who_act="", **{"by_when-act": "yesterday"})
    assert lacking.status_code == 422
    said = lacking.content.decode()
    assert "Ring her gran" in said
    assert 'value="yesterday"' in said
    assert 'id="by_when-act-error"' in said
    assert not Answer.objects.exists()


def test_sent_twice_it_is_one_answer(say, unseen):
    for _ in range(2):
        assert say(unseen, kind="help", what_help="A second worker").status_code == 302
    assert Answer.objects.count() == 1


def test_one_answer_may_be_for_several_of_the_same_child_and_of_no_other(say, unseen, family, worker):
    same, sister = shortfall(family[0], "protection-seen-alone"), shortfall(family[1])
    for each in (same, sister):
        told(each, worker)
    say(unseen, kind="help", what_help="An interpreter", also=[same.pk, sister.pk])
    assert set(Answer.objects.values_list("shortfall", flat=True)) == {unseen.pk, same.pk}


def test_a_question_can_be_ended_by_a_decision_and_a_duty_cannot(page, say, unseen, family, worker):
    question = shortfall(family[0], "signs-together")
    told(question, worker)
    assert 'value="done"' in page(f"/shortfall/{question.pk}/answer/").content.decode()
    assert 'value="done"' not in page(f"/shortfall/{unseen.pk}/answer/").content.decode()
    assert say(unseen, kind="done", what_done="Looked into").status_code == 422
    assert Shortfall.objects.get(pk=unseen.pk).ended_on is None


def test_what_must_not_be_so_says_what_ends_it_and_where_that_is_recorded(page, family, worker, make_worker):
    manager, night = make_worker("A manager", "team_manager"), make_worker("The night", "out_of_hours", None)
    undecided = shortfall(family[0], "risk-person-at-home", is_danger=True)
    for who, step in ((worker, 0), (manager, 1), (night, 9)):
        told(undecided, who, step)
    ends = "Recording a strategy discussion or a manager&#39;s decision ends this."
    for by, may in ((worker, {"strategy_discussion"}), (manager, {"strategy_discussion", "management_decision"})):
        for address in (f"/shortfall/{undecided.pk}/answer/", f"/shortfall/{undecided.pk}/"):
            said = page(address, by).content.decode()
            assert ends in said.replace("’", "&#39;")
            assert set(re.findall(rf"/child/{family[0].pk}/add/(\w+)/", said.partition('id="h-told"')[0])) >= may
            assert ("/add/management_decision/" in said) == (by == manager)
    unplanned = shortfall(family[0], "risk-person-safety-plan", is_danger=True)
    told(unplanned, worker)
    said = page(f"/shortfall/{unplanned.pk}/answer/").content.decode()
    assert "Recording a safety plan ends this." in said
    assert f'href="/child/{family[0].pk}/add/safety_plan/"' in said


def test_what_is_owed_otherwise_says_no_such_thing(page, unseen, family, worker):
    question = shortfall(family[0], "repeat-missing")
    told(question, worker)
    for each in (unseen, question):
        assert "ends this." not in page(f"/shortfall/{each.pk}/answer/").content.decode()


def test_an_exception_waits_for_the_next_person_up(say, page, unseen, worker, make_worker, client):
    manager = make_worker("A manager", "team_manager")
    told(unseen, manager, step=1)
    sent = say(unseen, kind="exception", provision="other", what_exception="On holiday with gran",
               **{"provision-words": "Placed for adoption, reg 28"})  # fmt: skip
    assert sent.status_code == 302, words_of(sent)
    assert "An exception waits for you" not in words_of(page(f"/shortfall/{unseen.pk}/answer/"))
    assert "An exception waits for you" in words_of(page(f"/shortfall/{unseen.pk}/answer/", manager))
    assert client.post(f"/shortfall/{unseen.pk}/answer/", {"do": "agree"}).status_code == 422
    assert client.post(f"/shortfall/{unseen.pk}/answer/", {"do": "agree", "agreed": "yes"}).status_code == 302
    assert Answer.objects.filter(kind="agreed", by=manager).exists()


def test_what_has_ended_says_how_and_asks_nothing(page, family):
    why = "The plan was entered in error."
    over = shortfall(family[0], ended_on=today(), ended="withdrawn", why_ended=why)
    said = words_of(page(f"/shortfall/{over.pk}/"))
    assert "Withdrawn" in said
    assert why in said
    assert "/answer/" not in page(f"/shortfall/{over.pk}/").content.decode()


def test_the_child_s_page_lists_what_stands_what_is_silent_and_what_ended(page, unseen, family, worker):
    child = family[0]
    shortfall(child, "protection-seen-alone", speaks=False)
    shortfall(child, "need-visits", ended_on=today(), ended="lifted", why_ended="x")
    merged = Person.objects.create(number="C1b", forename="Ash", had_record=True, merged_into=child)
    shortfall(merged, "need-visits")
    said = words_of(page(f"/child/{child.pk}/shortfalls/"))
    assert "Counted, and put before nobody (1)" in said
    assert "Lifted by a lawful exception (1)" in said
    assert "Told: the social worker on " in said
    page_of_child = page(f"/child/{child.pk}/").content.decode()
    assert f'href="/shortfall/{unseen.pk}/"' in page_of_child
    assert f'href="/child/{child.pk}/shortfalls/"' in page_of_child
    assert page(f"/child/{family[1].pk}/").content.decode().count("/shortfall/") == 0
