"""The ladder: who is told, when, and that nobody is told twice, downwards, or not at all."""

import datetime as dt
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.codes.calendar import add_working_days
from goldenthread.oversight.here import QUIET, UP, Ladder
from goldenthread.oversight.ladder import DIRECTOR, OUT_OF_HOURS, STEPS, TEAM, WORKER, InLine, Place, due
from goldenthread.oversight.models import Answer

LADDER = Ladder(UP, QUIET)
MONDAY = dt.date(2026, 3, 2)
LINE = InLine(WORKER, {step: Place((step + 100,), (step + 100,)) for step in (*STEPS, OUT_OF_HOURS)})


class Told(NamedTuple):
    """A telling, as the ladder looks at it."""

    step: int
    worker_id: int
    on: dt.date
    why: str = "first"


def said(step: int, kind: str, on: dt.date, by_when: dt.date | None = None) -> Answer:
    return Answer(step=step, kind=kind, on=on, by_when=by_when)


def day(number: int) -> dt.date:
    return MONDAY + dt.timedelta(number)


def vacant(*steps: int, line: InLine = LINE) -> InLine:
    return InLine(line.begins, {**line.places, **{step: Place(empty=f"Step {step} is vacant.") for step in steps}})


def run(days, rung="critical", line=LINE, answers=(), told=None):
    """Tell on each of these days; everything that was told, in order."""
    told = list(told or [])
    lines = line if callable(line) else lambda _: line
    for each in days:
        known = [answer for answer in answers if answer.on <= each]
        for now in due(rung, lines(each), told, known, LADDER, each):
            told.append(Told(now.step, now.worker, each, now.why))
    return told


def steps(told):
    return [(each.step, each.on, each.why) for each in told]


NIGHTS = [day(number) for number in range(200)]


def test_the_person_responsible_is_told_first_and_alone():
    assert steps(run([MONDAY])) == [(0, MONDAY, "first")]


def test_unanswered_it_goes_up_step_by_step_to_the_director():
    whys = ["first", *["no answer"] * DIRECTOR]
    assert steps(run(NIGHTS)) == [(step, add_working_days(MONDAY, UP["critical"] * step), whys[step]) for step in STEPS]


def test_a_danger_is_told_to_worker_manager_and_the_out_of_hours_team_at_once():
    told = run(NIGHTS, "danger")
    assert {each.step for each in told if each.on == MONDAY} == {WORKER, TEAM, OUT_OF_HOURS}
    assert [(each.step, each.on) for each in told if each.step > TEAM and each.step != OUT_OF_HOURS] == [
        (2, day(1)), (3, day(2)), (4, day(3)),
    ]  # fmt: skip


def test_what_was_told_on_a_day_off_is_read_on_the_next_working_day():
    saturday = day(5)
    assert steps(run([saturday, *NIGHTS[6:]]))[1][:2] == (1, add_working_days(day(7), 2))


def test_a_plan_keeps_it_quiet_until_its_day_and_then_it_goes_up():
    answers = [said(0, "act", MONDAY, day(3))]
    assert steps(run(NIGHTS[:5], answers=answers)) == [(0, MONDAY, "first"), (1, day(4), "day passed")]


def test_a_plan_keeps_it_quiet_no_longer_than_the_ladder_allows_however_often_it_is_given_again():
    answers = [said(0, "act", day(number), day(number + 60)) for number in range(0, 60, 2)]
    longest = add_working_days(MONDAY, QUIET["critical"])
    assert steps(run(NIGHTS, answers=answers))[1] == (1, longest + dt.timedelta(1), "day passed")


def test_whoever_stands_above_may_put_it_off_anew():
    answers = [said(0, "act", MONDAY, day(4)), said(1, "act", day(4), day(8))]
    assert steps(run(NIGHTS[:10], answers=answers))[1:] == [(1, day(9), "day passed")]


def test_help_goes_up_at_once_and_only_once():
    answers = [said(0, "help", MONDAY)] * 3
    assert steps(run([MONDAY, MONDAY, day(1)], answers=answers)) == [(0, MONDAY, "first"), (1, MONDAY, "help asked")]


def test_asking_for_help_again_and_again_does_not_keep_it_from_going_up():
    answers = [said(0, "help", each) for each in NIGHTS[:20]]
    assert [step for step, *_ in steps(run(NIGHTS[:20], answers=answers))] == list(STEPS)


def test_help_asked_by_the_manager_goes_over_the_manager():
    assert steps(run([MONDAY], answers=[said(1, "help", MONDAY)], told=[Told(0, 100, MONDAY)])) == [
        (0, MONDAY, "first"), (2, MONDAY, "help asked"),
    ]  # fmt: skip


def test_an_exception_goes_to_the_next_person_up_to_agree():
    answers = [said(0, "exception", MONDAY)]
    assert steps(run([MONDAY, MONDAY, day(1)], answers=answers)) == [(0, MONDAY, "first"), (1, MONDAY, "exception to agree")]


def test_an_exception_that_nobody_answers_goes_on_up():
    assert [step for step, *_ in steps(run(NIGHTS, answers=[said(0, "exception", MONDAY)]))] == list(STEPS)


def test_an_agreed_exception_is_quiet_until_its_day_and_no_longer():
    answers = [said(0, "exception", MONDAY), said(1, "agreed", day(1), day(3))]
    assert steps(run([MONDAY, *NIGHTS[:5]], answers=answers))[2:] == [(2, day(4), "day passed")]


def test_an_exception_that_is_not_agreed_starts_the_clock_again_at_the_same_step():
    answers = [said(0, "exception", MONDAY), said(1, "not_agreed", day(1))]
    assert steps(run([MONDAY, *NIGHTS[:5]], answers=answers))[2:] == [(2, day(3), "no answer")]


def test_facts_said_to_be_wrong_give_a_few_days_to_correct_them():
    assert steps(run(NIGHTS[:5], answers=[said(0, "wrong", MONDAY)])) == [(0, MONDAY, "first"), (1, day(4), "day passed")]


def test_a_decision_that_nothing_else_can_follow_ends_the_way_up():
    assert steps(run(NIGHTS, answers=[said(0, "done", MONDAY)])) == [(0, MONDAY, "first")]


def test_a_question_asks_whoever_said_they_would_act_again_before_it_goes_up():
    asks = InLine(LINE.begins, LINE.places, asks_again=True)
    told = run(NIGHTS[:12], line=asks, answers=[said(0, "act", MONDAY, day(3))])
    assert steps(told)[:2] == [(0, MONDAY, "first"), (1, add_working_days(day(4), 2), "day passed")]


@pytest.mark.parametrize("rung", ["critical", "danger"])
def test_a_new_worker_is_told_and_the_ladder_does_not_begin_anew(rung):
    def line(on):
        return LINE if on < day(1) else InLine(WORKER, {**LINE.places, WORKER: Place((7,), (7,))})

    told = run(NIGHTS, rung, line)
    assert Told(WORKER, 7, day(1), "new worker") in told
    assert [each for each in told if each.worker_id != 7] == run(NIGHTS, rung)


def test_a_step_where_nobody_stands_is_passed_over_and_why_is_said():
    (now,) = due("critical", vacant(0, 1), [], [], LADDER, MONDAY)
    assert (now.step, now.why, now.passed) == (2, "first", "Step 0 is vacant. Step 1 is vacant.")


def test_somebody_who_comes_to_a_vacant_place_is_told_then():
    told = run(NIGHTS[:2], line=lambda on: vacant(0) if on == MONDAY else LINE)
    assert steps(told) == [(1, MONDAY, "first"), (0, day(1), "first")]


def test_of_a_danger_the_manager_who_is_back_and_a_night_team_that_is_new_are_told_then():
    told = run(NIGHTS[:4], "danger", lambda on: LINE if on > day(1) else vacant(TEAM, OUT_OF_HOURS))
    assert steps(told)[:2] == [(WORKER, MONDAY, "danger"), (2, MONDAY, "danger")]
    assert {(each.step, each.on, each.why) for each in told} >= {(each, day(2), "danger") for each in (TEAM, OUT_OF_HOURS)}
    before = run(NIGHTS[:4], "danger", vacant(TEAM, OUT_OF_HOURS))
    assert [each for each in told if each.step not in (TEAM, OUT_OF_HOURS)] == before, "and it climbs as it did"


def test_whoever_leaves_with_it_unanswered_is_passed_over_the_next_night():
    told = run(NIGHTS[:2], line=lambda on: LINE if on == MONDAY else vacant(0))
    assert steps(told) == [(0, MONDAY, "first"), (1, day(1), "no answer")]


def test_whoever_is_back_before_it_would_go_up_is_waited_for():
    away = InLine(WORKER, {**LINE.places, WORKER: Place((), (100,), "Away.", day(2))})
    assert len(run(NIGHTS[:3], "high", lambda on: LINE if on != day(1) else away)) == 1


def test_nobody_is_told_twice_because_they_stand_at_two_steps():
    both = InLine(WORKER, {**LINE.places, TEAM: Place((100,), (100,))})
    assert [each.worker_id for each in run(NIGHTS, line=both)] == [100, 102, 103, 104]


@pytest.mark.parametrize("begins", [1, 2, 3, 4])
def test_a_duty_of_a_manager_begins_with_the_manager(begins):
    told = run(NIGHTS, line=InLine(begins, LINE.places))
    assert [each.step for each in told] == list(range(begins, DIRECTOR + 1))


def test_where_nobody_at_all_can_be_told_it_waits_for_somebody():
    nobody = InLine(WORKER, {})
    assert steps(run(NIGHTS[:3], line=lambda on: nobody if on < day(2) else LINE)) == [(0, day(2), "first")]


KINDS = ("act", "waiting", "help", "exception", "agreed", "not_agreed", "wrong")
ANSWERS = st.lists(
    st.builds(
        said, st.sampled_from([*STEPS, OUT_OF_HOURS]), st.sampled_from(KINDS),
        st.integers(0, 40).map(day), st.none() | st.integers(0, 80).map(day),
    ),
    max_size=6,
).map(lambda answers: [each for each in answers if each.kind not in ("help", "exception") or each.step != DIRECTOR])  # fmt: skip
PLACES = st.fixed_dictionaries({step: st.booleans() for step in (*STEPS, OUT_OF_HOURS)})
RUNGS = st.sampled_from(list(UP))


def line_of(there) -> InLine:
    return vacant(*(step for step, is_there in there.items() if not is_there))


@given(ANSWERS, PLACES, RUNGS)
def test_nobody_is_told_twice_and_nothing_goes_down(answers, there, rung):
    told = run(NIGHTS, rung, line_of(there), answers)
    assert len({(each.step, each.worker_id) for each in told}) == len(told)
    climbed = [each.step for each in told if each.step != OUT_OF_HOURS]
    assert climbed == sorted(climbed)


@given(ANSWERS, PLACES, RUNGS, st.integers(0, 80))
def test_the_same_day_again_tells_nobody(answers, there, rung, until):
    line = line_of(there)
    told = run(NIGHTS[:until], rung, line, answers)
    again = [each for each in answers if until == 0 or each.on < NIGHTS[until]]
    if until:
        assert run([NIGHTS[until - 1]], rung, line, again, told) == told


@settings(max_examples=40)
@given(ANSWERS, PLACES, RUNGS)
def test_whatever_is_answered_it_reaches_whoever_stands_highest(answers, there, rung):
    """Nothing is dropped: no answer, and no gap in the line, keeps it for ever from the last person who can be told."""
    there = there | {DIRECTOR: True}
    told = run([day(number) for number in range(0, 420, 2)], rung, line_of(there), answers)
    assert any(each.step == DIRECTOR for each in told)


@given(RUNGS, st.sets(st.integers(1, 120), max_size=60))
def test_nights_that_were_missed_make_no_difference_to_who_is_told(rung, missed):
    nights = [each for number, each in enumerate(NIGHTS) if number not in missed]
    every_night, some = run(NIGHTS, rung), run(nights, rung)
    assert [each._replace(on=MONDAY) for each in some] == [each._replace(on=MONDAY) for each in every_night]
    assert all(one.on <= other.on for one, other in zip(every_night, some, strict=True))
