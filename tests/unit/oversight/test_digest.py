"""The e-mail of the day: numbers alone, once, and tried again where it could not be sent."""

import datetime as dt
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone
from tests.put_before import DAY, line_of, shortfall_of

from goldenthread.oversight.actions.disputing import answer_dispute, climb, raise_dispute, resolve_dispute
from goldenthread.oversight.digest import send, text
from goldenthread.oversight.models import Answer, Digest
from goldenthread.oversight.telling import tell
from goldenthread.record.models import Allocation, Fact


@pytest.fixture
def people(team, make_worker, worker, settings):
    """Everyone in line for the family, in an authority with e-mail."""
    settings.HAS_EMAIL, settings.ADDRESS = True, "https://record.example.org"
    return line_of(make_worker, team) | {"worker": worker}


def test_each_worker_before_whom_something_is_put_has_one_and_nobody_else(people, family):
    shortfall_of(family[0], is_danger=True)
    shortfall_of(family[1])
    tell(None, DAY)
    assert send(DAY) == 3
    assert sorted(each.to[0] for each in mail.outbox) == sorted(
        people[role].email for role in ("worker", "team_manager", "out_of_hours")
    )
    assert send(DAY) == 0
    assert len(mail.outbox) == 3


def test_it_says_how_many_and_where_and_nothing_of_any_child(people, family):
    for child in family:
        shortfall_of(child)
    tell(None, DAY)
    send(DAY)
    (sent,) = mail.outbox
    assert "3 children wait for you, 3 of them new today." in sent.body
    assert "https://record.example.org" in sent.body
    for child in family:
        assert not {child.forename, child.surname, child.number} & set(sent.body.replace(".", " ").split())
    assert "protection" not in (sent.subject + sent.body).lower()


def test_what_waits_is_sent_again_the_next_day_and_no_longer_new(people, family):
    shortfall_of(family[0], severity="medium")
    tell(None, DAY)
    send(DAY)
    saturday = DAY + dt.timedelta(5)
    assert send(saturday) == 1
    assert "One child waits for you." in mail.outbox[1].body


def test_who_has_answered_everything_and_who_is_away_has_none(people, family):
    late = shortfall_of(family[0])
    tell(None, DAY)
    Answer.objects.create(shortfall=late, by=people["worker"], kind="act", step=0, on=DAY, at=timezone.now(), by_when=DAY)
    assert send(DAY) == 0
    shortfall_of(family[1])
    tell(None, DAY)
    Fact.objects.create(noun="absence", subject_type="worker", subject_id=people["worker"].number, started_on=DAY,
                        recorded_at=timezone.now())  # fmt: skip
    assert send(DAY) == 0


@pytest.fixture
def disputes(people, make_worker, family):
    """Two disputes of one reviewing officer, raised a week apart."""
    officer = people["officer"] = make_worker("The officer", "reviewing_officer", None)
    Allocation.objects.create(person=family[0], worker=officer, capacity="reviewing_officer", started_on=DAY)
    said = {"by": officer, "child": family[0], "what": "No answer to her wish.", "wanted": "She sees her brother."}
    return [raise_dispute(day=DAY + dt.timedelta(days), **said) for days in (0, 7)]


def sent_on(day: dt.date) -> dict[str, str]:
    """What was sent on a day, by the address it was sent to."""
    mail.outbox.clear()
    send(day)
    return {each.to[0]: each.body for each in mail.outbox}


def test_a_dispute_is_counted_to_whoever_it_waits_for_and_to_nobody_else(people, disputes, family):
    sent = sent_on(DAY + dt.timedelta(7))
    assert list(sent) == [people["team_manager"].email]
    (body,) = sent.values()
    assert "2 disputes wait for you, the first by 9 March 2026." in body
    assert "child" not in body.replace("nothing about any child", "")
    assert not {family[0].forename, family[0].surname, "wish", "brother"} & set(body.replace(".", " ").split())
    climb(DAY + dt.timedelta(8))
    sent = sent_on(DAY + dt.timedelta(8))
    assert "One dispute waits for you, by 16 March 2026." in sent[people["team_manager"].email]
    assert "One dispute waits for you, by 17 March 2026." in sent[people["service_manager"].email]
    assert people["officer"].email not in sent


def test_an_answer_waits_for_the_officer_until_it_is_over(people, disputes):
    first, second = disputes
    answer_dispute(by=people["team_manager"], dispute=first, answer="no", why="Not now.", day=DAY)
    answer_dispute(by=people["team_manager"], dispute=second, answer="no", why="Not now.", day=DAY + dt.timedelta(7))
    sent = sent_on(DAY + dt.timedelta(8))
    assert list(sent) == [people["officer"].email]
    assert "2 disputes wait for you, the first by 30 March 2026." in sent[people["officer"].email]
    for each in disputes:
        resolve_dispute(by=people["officer"], dispute=each, how="They see each other.", effect="done", day=DAY + dt.timedelta(9))
    assert sent_on(DAY + dt.timedelta(9)) == {}


def test_one_that_could_not_be_sent_is_tried_again_the_same_day(people, family, monkeypatch):
    shortfall_of(family[0])
    tell(None, DAY)
    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", lambda *_: (_ for _ in ()).throw(smtplib.SMTPServerDisconnected()))
        assert send(DAY) == 0
    assert Digest.objects.get().sent_at is None
    assert send(DAY) == 1
    assert Digest.objects.get().sent_at is not None


def test_without_e_mail_nothing_is_sent(people, family, settings):
    settings.HAS_EMAIL = False
    shortfall_of(family[0])
    tell(None, DAY)
    assert send(DAY) == 0
    assert not Digest.objects.exists()


@pytest.mark.parametrize(
    "waiting, new, said",
    [
        (1, 0, "One child waits for you."),
        (1, 1, "One child waits for you, and is new today."),
        (4, 0, "4 children wait for you."),
        (4, 1, "4 children wait for you, 1 of them new today."),
    ],
)
def test_the_words(waiting, new, said):
    assert said in text(waiting, new)


def test_a_dispute_whose_day_is_past_is_said_to_be():
    passed = DAY - dt.timedelta(1)
    assert "One dispute waits for you. Its day, 1 March 2026, is past." in text(0, 0, [passed], DAY)
    assert "3 disputes wait for you. The day of the first, 1 March 2026, is past." in text(1, 0, [passed, DAY, DAY], DAY)
    assert "dispute" not in text(1, 0)
