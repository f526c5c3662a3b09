"""What is the same shortfall from night to night, whatever is corrected and however a fed system numbers its rows."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import count
from random import Random

import pytest

from goldenthread.oversight.identity import Settled, settle

DAY = dt.date(2026, 3, 31)
OPENED, DUE = dt.date(2026, 3, 1), dt.date(2026, 3, 15)


@dataclass
class Known:
    """A shortfall, as settling looks at it."""

    pk: int
    standard: str
    subject_id: str
    trigger: str
    opened_on: dt.date
    due_on: dt.date
    ended_on: dt.date | None = None
    decided: str = ""
    answered: bool = False
    subject_type: str = "child"


def duty(standard="visits", subject="C1", trigger="entry 1", opened=OPENED, due=DUE, status="overdue", **more):
    """A duty as judging gives it."""
    return {"standard": standard, "kind": "duty", "subject_type": "child", "subject_id": subject, "trigger": trigger,
            "opened_on": opened, "due_on": due, "done_on": None, "closed_on": None, "status": status, "days_over": 3,
            "evidence": {"rows": [], "caveats": []}} | more  # fmt: skip


def known(number=1, standard="visits", subject="C1", trigger="entry 1", opened=OPENED, due=DUE, **more):
    return Known(number, standard, subject, trigger, opened, due, **more)


def ends(shortfall, *duties, **given):
    """How one shortfall ended, and why; None where it stands."""
    settled = settle([shortfall], duties, **given)
    assert len(settled.kept) + len(settled.ended) == 1
    return next(((each.ended, each.why) for each in settled.ended), None)


@pytest.mark.parametrize("now, ended", [
    (duty(), None),
    (duty(status="late", done_on=dt.date(2026, 3, 18)), ("done", "It was done on 18 March 2026, 3 days late.")),
    (duty(status="not_met", done_on=dt.date(2026, 3, 18)), ("done", "It was done on 18 March 2026, 3 days late.")),
    (duty(status="overdue", closed_on=dt.date(2026, 3, 20)),
     ("ceased", "It was not done. What it was owed for ended on 20 March 2026.")),
    (duty(status="not_met", closed_on=dt.date(2026, 3, 20)), ("ceased", "It was so until it ended on 20 March 2026.")),
    (duty(status="ceased", closed_on=dt.date(2026, 3, 12)), ("ceased", "What it was owed for ended on 12 March 2026.")),
    (duty(status="met", done_on=dt.date(2026, 3, 3)), ("withdrawn", "The record now says it was done in time, on 3 March 2026.")),
    (duty(due=dt.date(2026, 4, 9), status="due"), ("withdrawn", "The days were corrected: it is due by 9 April 2026.")),
    (duty(status="ceased", closed_on=DUE, evidence={"rows": [], "caveats": ["lifted by: a refusal"]}),
     ("lifted", "It was lifted by a refusal on 15 March 2026.")),
])  # fmt: skip
def test_a_shortfall_stands_while_its_duty_is_open_and_ends_as_its_duty_does(now, ended):
    assert ends(known(), now) == ended


def test_a_question_whose_time_passed_is_never_met_and_says_so_where_nobody_answered():
    for status in ("overdue", "not_met"):
        over = duty(kind="question", status=status, closed_on=dt.date(2026, 3, 20))
        why = "What it asks about ended on 20 March 2026."
        assert ends(known(), over) == ("unanswered", why)
        assert ends(known(answered=True), over) == ("ceased", why)
    assert ends(known(), duty(kind="question", status="late", done_on=DAY))[0] == "done"


def test_what_no_duty_supports_is_withdrawn_and_what_is_open_without_a_shortfall_is_new():
    settled = settle([known(subject="C2")], [duty(), duty(standard="reviews", status="due")])
    assert [(each.ended, each.why) for each in settled.ended] == [("withdrawn", "")]
    assert [each["standard"] for each in settled.new] == ["visits"]


def test_the_surest_likeness_comes_first():
    one, other = known(1, trigger="entry 1"), known(2, trigger="entry 2", opened=DUE, due=DAY)
    swapped = [duty(trigger="entry 2"), duty(trigger="entry 1", opened=DUE, due=DAY)]
    kept = settle([one, other], swapped).kept
    assert {(shortfall.pk, found["trigger"]) for shortfall, found in kept} == {(1, "entry 1"), (2, "entry 2")}


def test_what_was_kept_in_time_takes_no_shortfall_from_what_is_still_open():
    kept = duty(opened=dt.date(2026, 1, 1), due=dt.date(2026, 1, 9), status="met", done_on=dt.date(2026, 1, 8))
    settled = settle([known(opened=dt.date(2026, 2, 27))], [kept, duty()])
    assert [found["opened_on"] for _, found in settled.kept] == [OPENED]
    assert not settled.new


def test_rows_of_one_fed_source_that_corrects_a_day_are_one_but_those_of_two_are_not():
    fed = known(trigger="fed north key a")
    corrected = duty(trigger="fed north key b", opened=OPENED + dt.timedelta(1), due=DUE + dt.timedelta(1))
    assert ends(fed, corrected) is None
    assert settle([fed], [corrected | {"trigger": "fed south key b"}]).new
    assert settle([replace(fed, trigger="entry 1")], [corrected | {"trigger": "entry 2"}]).new


def test_people_found_to_be_two_again_take_theirs_with_them_and_brothers_and_sisters_never_share():
    shortfall, of_other = known(trigger="entry 9"), duty(subject="C2", trigger="entry 9")
    assert settle([shortfall], [of_other], one={"C1": "C1", "C2": "C1"}).kept == [(shortfall, of_other)]
    assert settle([shortfall], [of_other]).new == [of_other]


def test_what_comes_again_is_the_same_shortfall():
    before = known(ended_on=dt.date(2026, 3, 20))
    settled = settle([], [duty()], before=[before])
    assert (settled.again, settled.new) == ([(before, duty())], [])
    assert settle([], [duty(trigger="entry 2", opened=DUE)], before=[before]).new


def test_what_was_decided_ends_and_never_comes_again():
    assert ends(known(decided="It was looked into."), duty()) == ("decided", "It was looked into.")
    ended = known(ended_on=dt.date(2026, 3, 20), decided="It was looked into.")
    settled = settle([ended], [duty()])
    assert settled == Settled()
    fed = replace(ended, trigger="fed north key a")
    later = duty(trigger="fed north key b", opened=DUE, due=DAY)
    assert settle([fed], [later]).new == [later], "what is new is not hidden behind what was decided"


# ------------------------------------------------------------------------------------------------------------ PROPERTIES


def lives(random: Random) -> list[dict]:
    """Duties of a few children, open and not, some of one entry."""
    day = lambda: dt.date(2026, 1, 1) + dt.timedelta(random.randrange(80))  # noqa: E731
    triggers = ["entry 1", "entry 2", "fed north key a", "fed north key b", "fed north key c"]
    found = []
    for _ in range(random.randrange(14)):
        opened = day()
        found.append(duty(random.choice("vr"), random.choice(["C1", "C2"]), random.choice(triggers), opened,
                          opened + dt.timedelta(random.randrange(20)), random.choice(["overdue", "not_met", "met", "due"]),
                          done_on=None))  # fmt: skip
    for each in found:
        each["done_on"] = each["due_on"] if each["status"] == "met" else None
    return found


def night(shortfalls: list[Known], duties: list[dict], numbers) -> list[Known]:
    """What stands after a night."""
    settled = settle(shortfalls, duties)
    after = [replace(shortfall, **{name: found[name] for name in ("trigger", "opened_on", "due_on", "subject_id")})
             for shortfall, found in settled.kept]  # fmt: skip
    named = ("standard", "subject_id", "trigger", "opened_on", "due_on")
    return after + [Known(next(numbers), **{name: found[name] for name in named}) for found in settled.new]


def likeness(found, names=("standard", "subject_id", "trigger", "opened_on", "due_on")) -> list:
    get = found.get if isinstance(found, dict) else lambda name: getattr(found, name)
    return [get(name) for name in names]


@pytest.mark.parametrize("seed", range(150))
def test_every_open_duty_has_one_shortfall_and_settling_twice_changes_nothing(seed):
    random, numbers = Random(seed), count(1)
    first = night([], lives(random), numbers)
    duties = lives(random)
    after = night(first, duties, numbers)
    assert sorted(map(likeness, after)) == sorted(likeness(each) for each in duties if each["status"] in ("overdue", "not_met"))
    again = settle(after, duties)
    assert (again.new, again.ended, again.again) == ([], [], [])
    assert all(likeness(shortfall) == likeness(found) for shortfall, found in again.kept)


@pytest.mark.parametrize("seed", range(60))
def test_new_ids_or_corrected_days_never_make_a_shortfall_new(seed):
    random, numbers = Random(f"ids {seed}"), count(1)
    duties = [each for each in lives(random) if each["status"] in ("overdue", "not_met")]
    stands = night([], duties, numbers)
    churned = [each | ({"trigger": f"fed north key {random.random()}"} if each["trigger"].startswith("fed") else {})
               for each in duties]  # fmt: skip
    moved = [each | {name: each[name] + dt.timedelta(random.randrange(-3, 4)) for name in ("opened_on", "due_on")}
             for each in duties]  # fmt: skip
    for tonight in (churned, moved):
        random.shuffle(tonight)
        settled = settle(stands, tonight)
        assert (len(settled.kept), settled.new, settled.ended) == (len(duties), [], [])
