"""What the nightly counts: by month, how many were owed it, and days lost, each day once."""

import datetime as dt
import json
from random import Random

import duckdb
import pyarrow as pa
import pytest
from tests.shortfalls import past_due

from goldenthread.oversight import counting
from goldenthread.oversight.models import Delay, MonthlyCount, Reach
from goldenthread.oversight.steps import step_of
from goldenthread.record.models import Allocation, Person
from goldenthread.standards.book import by_id
from goldenthread.standards.duty import COLUMNS

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 3, 31)
VISITS, ALONE, PLAN = "protection-visits", "protection-seen-alone", "need-plan"


def duty(child: str, standard: str, due: dt.date, status: str, over: int = 0, closed: bool = False, lifted: bool = False) -> dict:
    """A row of `duties`: done, or ended, so many days after it was due."""
    told = by_id(standard)[-1]
    after = due + dt.timedelta(over)
    ended = after if closed or status == "ceased" else None
    return dict.fromkeys(COLUMNS) | {
        "standard": standard, "kind": told.kind, "subject_type": told.subject, "subject_id": child, "opened_on": due,
        "due_on": due, "done_on": after if status in ("met", "late") else None, "closed_on": ended, "status": status,
        "days_over": over, "evidence": json.dumps({"caveats": ["lifted by: a refusal"] if lifted else []}),
    }  # fmt: skip


def counted(rows: list[dict], day: dt.date = DAY) -> dict[str, int]:
    """Count these duties."""
    kinds = {"VARCHAR": pa.string(), "DATE": pa.date32(), "INTEGER": pa.int32()}
    connection = duckdb.connect()
    schema = pa.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])
    connection.register("rows", pa.Table.from_pylist(rows, schema=schema))
    connection.execute("CREATE TABLE duties AS SELECT * FROM rows")
    return counting.count(connection, day)


def ago(days: int) -> dt.date:
    """So many days before the day."""
    return DAY - dt.timedelta(days)


def lost(child: Person) -> dict[str, tuple]:
    """What is counted of a child: days, since when, how many, by step."""
    return {each.step: (each.days, each.waiting_since, each.shortfalls) for each in Delay.objects.filter(person=child)}


def test_days_lost_are_those_after_the_due_day_each_once(family):
    counted([
        duty("C1", VISITS, ago(20), "late", over=5),
        duty("C1", ALONE, ago(18), "overdue", over=18),
        duty("C1", PLAN, ago(3), "overdue", over=3),
        duty("C2", VISITS, ago(30), "met"),
    ])  # fmt: skip
    assert lost(family[0]) == {"visits": (20, ago(17), 1), "plan": (3, ago(2), 1)}
    assert lost(family[1]) == {}


def test_only_the_last_year_is_counted_but_since_when_is_told_in_full(family):
    counted([
        duty("C1", VISITS, ago(1000), "overdue", over=1000),
        duty("C2", VISITS, ago(400), "late", over=40),
        duty("C3", VISITS, ago(900), "late", over=100),
    ])  # fmt: skip
    assert lost(family[0]) == {"visits": (365, ago(999), 1)}
    assert lost(family[1]) == {"visits": (5, None, 0)}
    assert lost(family[2]) == {}


def test_what_can_no_longer_be_done_is_lost_but_waits_for_nobody(family):
    counted([duty("C1", VISITS, ago(50), "overdue", over=10, closed=True)])
    assert lost(family[0]) == {"visits": (10, None, 0)}


def test_what_nobody_waits_for_any_more_loses_no_days_and_reaches_nobody(family):
    past_due(family[0], VISITS, ago(400), waits=False)
    counted([duty("C1", VISITS, ago(400), "overdue", over=400), duty("C2", VISITS, ago(400), "overdue", over=400)])
    assert lost(family[0]) == {}
    assert lost(family[1]) == {"visits": (365, ago(399), 1)}
    assert Reach.objects.get().children == 1


def test_a_question_or_a_thing_of_one_day_loses_no_days(family):
    counted([duty("C1", "repeat-referral", ago(9), "not_met"), duty("C1", "permanence-drift", ago(9), "overdue", over=9)])
    assert not Delay.objects.exists()


def test_each_day_is_counted_once_however_duties_overlap(family):
    random = Random("each day once")
    for _ in range(30):
        rows, days = [], set()
        for _ in range(random.randrange(1, 12)):
            over, since = random.randrange(1, 200), random.randrange(0, 500)
            over = min(over, since)
            status = "overdue" if over == since else "late"
            if over:
                rows.append(duty("C1", random.choice([VISITS, ALONE, "need-visits"]), ago(since), status, over=over))
                days |= {since - each for each in range(1, over + 1)}
        counted(rows)
        within = {each for each in days if each < counting.YEAR}
        assert sum(days for days, _, _ in lost(family[0]).values()) == len(within)


def test_counts_are_by_the_month_it_was_due_and_the_team_that_holds_the_child_now(family, team, other_team):
    Allocation.objects.filter(person=family[2]).update(ended_on=ago(1))
    Allocation.objects.filter(person=family[1]).update(ended_on=DAY)
    Allocation.objects.create(person=family[1], team=other_team, started_on=DAY)
    counted([
        duty("C1", VISITS, dt.date(2026, 3, 2), "met"), duty("C1", VISITS, dt.date(2026, 3, 16), "late", over=1),
        duty("C2", VISITS, dt.date(2026, 2, 16), "overdue", over=43), duty("C3", VISITS, dt.date(2024, 4, 1), "met"),
        duty("C3", VISITS, dt.date(2024, 3, 31), "met"), duty("C3", VISITS, dt.date(2026, 4, 9), "due"),
    ])  # fmt: skip
    rows = MonthlyCount.objects.values_list("team__name", "month", "status", "number")
    assert set(rows) == {
        (team.name, dt.date(2026, 3, 1), "met", 1), (team.name, dt.date(2026, 3, 1), "late", 1),
        (other_team.name, dt.date(2026, 2, 1), "overdue", 1), (None, dt.date(2024, 4, 1), "met", 1),
    }  # fmt: skip
    assert set(Reach.objects.values_list("team__name", "children")) == {(team.name, 1), (other_team.name, 1)}


def test_what_was_lifted_is_counted_apart(family):
    counted([duty("C1", VISITS, ago(5), "ceased", lifted=True), duty("C2", VISITS, ago(5), "ceased")])
    assert set(MonthlyCount.objects.values_list("status", "number")) == {("lifted", 1), ("ceased", 1)}


@pytest.mark.parametrize("hidden", ["restricted", "sealed"])
def test_no_number_tells_of_a_hidden_record(family, hidden):
    Person.objects.filter(pk=family[0].pk).update(**{hidden: True})
    counted([duty("C1", VISITS, ago(5), "overdue", over=5), duty("gone", VISITS, ago(5), "met")])
    assert not MonthlyCount.objects.exists()
    assert not Reach.objects.exists()
    assert lost(family[0]), "its own readers may see its delays"


def test_counted_again_it_is_the_same(family):
    rows = [duty("C1", VISITS, ago(5), "overdue", over=5), duty("C2", PLAN, ago(50), "late", over=2)]
    assert counted(rows) == counted(rows) == {"months": 2, "reach": 2, "delays": 2}
    assert (MonthlyCount.objects.count(), Reach.objects.count(), Delay.objects.count()) == (2, 2, 2)
    assert {step_of(VISITS), step_of(PLAN)} == set(Delay.objects.values_list("step", flat=True))
