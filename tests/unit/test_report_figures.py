"""The figures of the report, on a few duties written out by hand."""

import datetime as dt

import pytest
from tests.invented_duties import AS_AT, AS_AT_WHY, connection_with, duty, standards

from goldenthread.check.report import children, figures
from goldenthread.check.run import Run

RUN = Run(standards(), AS_AT, AS_AT_WHY)
BOOK = {each.id: each for each in RUN.standards}


def ago(days):
    return AS_AT - dt.timedelta(days)


def overdue(subject, days, standard="first-review", **more):
    return duty(BOOK[standard], subject, ago(days + 28), ago(days), "overdue", days_over=days, **more)


def met(subject, days, standard="first-review", **more):
    return duty(BOOK[standard], subject, ago(days + 28), ago(days), "met", done_on=ago(days), **more)


@pytest.fixture
def prepared():
    """A connection with these duties, ready for the figures."""

    def prepare(*rows):
        connection = connection_with(list(rows))
        figures.prepare(connection, RUN)
        children.rank(connection)
        return connection

    return prepare


def test_a_child_who_waits_for_several_things_is_one_child(prepared):
    connection = prepared(
        overdue("1", 10), overdue("1", 20, "return-interview"), overdue("2", 5), met("3", 5),
        overdue("4", 30, closed_on=ago(12)),
    )  # fmt: skip
    counted = figures.waiting_by_subject(connection)["child"]
    assert counted == figures.Waiting(known=4, waiting=2, critical=1, shortfalls=3, critical_shortfalls=1)


def test_workers_are_counted_apart_and_questions_are_no_shortfalls(prepared):
    asked = duty(BOOK["repeat-referrals"], "1", ago(5), ago(5), "not_met")
    connection = prepared(asked, met("1", 5), overdue("SW1", 3, "worker-supervision"))
    counted = figures.waiting_by_subject(connection)
    assert (counted["child"].waiting, counted["worker"].waiting) == (0, 1)
    assert figures.open_by_area(connection, RUN) == {}


@pytest.mark.parametrize(
    "days, band",
    [(6, "under a week"), (7, "1 to 4 weeks"), (28, "1 to 3 months"), (90, "1 to 3 months"), (91, "3 to 6 months"),
     (183, "6 to 12 months"), (365, "6 to 12 months"), (366, "over a year")],
)  # fmt: skip
def test_a_shortfall_is_in_one_band(prepared, days, band):
    bands = figures.waiting_bands(prepared(overdue("1", days)))
    assert {name: counts for name, counts in bands.items() if counts != (0, 0)} == {band: (1, 0)}


def test_what_happened_on_one_day_is_no_shorter_or_longer_wait(prepared):
    happened = duty(BOOK["placement-registered"], "1", ago(300), ago(300), "not_met")
    bands = figures.waiting_bands(prepared(happened))
    assert bands[figures.ONE_DAY] == (1, 1)
    assert bands["under a week"] == (0, 0)


def kept(connection, standard="first-review"):
    return figures.kept_by_standard(connection, RUN)[standard]


def test_the_share_is_of_what_fell_due_in_the_month_and_what_ended_or_was_lifted_is_beside_it(prepared):
    lifted = dict(closed_on=ago(5), caveats=["lifted by: a short break"])
    connection = prepared(
        met("1", 1), overdue("2", 2), duty(BOOK["first-review"], "3", ago(31), ago(3), "late", done_on=ago(1)),
        duty(BOOK["first-review"], "4", ago(31), ago(3), "ceased", closed_on=ago(4)),
        duty(BOOK["first-review"], "5", ago(31), ago(3), "ceased", **lifted),
        duty(BOOK["first-review"], "6", ago(20), AS_AT, "due"),
    )  # fmt: skip
    assert kept(connection).months[-1] == figures.Kept(met=1, owed=3, ceased=2, lifted=1)
    assert figures.lifted_by_exception(connection) == [("a short break", "first-review", 1)]


def test_what_falls_due_after_the_day_of_the_report_is_not_counted_though_already_done(prepared):
    early = duty(BOOK["first-review"], "1", ago(5), AS_AT + dt.timedelta(9), "met", done_on=ago(1))
    assert kept(prepared(early)).is_empty


def test_the_trend_is_the_24_months_up_to_the_month_of_the_report(prepared):
    assert figures.months_of(RUN)[0] == dt.date(2024, 4, 1)
    assert figures.months_of(RUN)[-1] == dt.date(2026, 3, 1)
    first, before = dt.date(2024, 4, 1), dt.date(2024, 3, 31)
    rows = [duty(BOOK["first-review"], "1", before, day, "met", done_on=day) for day in (first, before)]
    trend = kept(prepared(*rows))
    assert [month.owed for month in trend.months] == [1] + [0] * 23
    assert (trend.year_before.owed, trend.this_year.owed) == (1, 0)


def test_what_must_never_be_and_questions_have_no_share(prepared):
    connection = prepared(duty(BOOK["placement-registered"], "1", ago(9), ago(9), "not_met"))
    assert figures.kept_by_standard(connection, RUN).keys() & {"placement-registered", "repeat-referrals"} == set()


def test_a_gap_that_closed_is_a_shortfall_that_is_over(prepared):
    healed = duty(BOOK["worker-allocated"], "1", ago(50), ago(50), "not_met", done_on=ago(20), days_over=30)
    counts = figures.counts_by_standard(prepared(healed))["worker-allocated"]
    assert (counts["not_met"], counts["open"]) == (1, 0)


def test_safety_comes_first_then_the_gravest_then_the_longest(prepared):
    connection = prepared(
        overdue("high, long", 900), overdue("high, longer", 901), overdue("medium", 5000, "need-visit"),
        overdue("safety", 2, "return-interview"), overdue("safety", 400),
        overdue("safety, longer", 3, "return-interview"),
    )  # fmt: skip
    order = children.subjects(connection, "child")
    assert [each.id for each in order] == ["safety, longer", "safety", "high, longer", "high, long", "medium"]
    assert (order[1].shortfalls, order[1].worst["standard"], order[1].worst["days_over"]) == (2, "return-interview", 2)


def test_sections_are_for_the_most_serious_and_no_more_shortfalls_than_a_page_can_bear(prepared, monkeypatch):
    monkeypatch.setattr(children, "MOST_SECTIONS", 3)
    monkeypatch.setattr(children, "MOST_EACH", 2)
    monkeypatch.setattr(children, "MOST_SHORTFALLS", 4)
    rows = [overdue("1", 900 - n) for n in range(3)] + [overdue("2", 90 - n) for n in range(3)] + [overdue("3", 9)]
    connection = prepared(*rows)
    assert [each.id for each in children.subjects(connection, "child")] == ["1", "2"]
    told = children.shortfalls_of(connection, "child", RUN)
    assert {id: [row["days_over"] for row in rows] for id, rows in told.items()} == {"1": [900, 899], "2": [90, 89]}


def test_a_standard_lists_each_child_once_the_longest_first_and_says_how_many_there_are(prepared, monkeypatch):
    monkeypatch.setattr(children, "MOST_LISTED", 2)
    connection = prepared(overdue("1", 10), overdue("1", 50), overdue("2", 60), overdue("3", 5))
    listed = children.listed_by_standard(connection)["first-review"]
    assert [(row["subject_id"], row["number"], row["days_over"]) for row in listed] == [("2", 1, 60), ("1", 2, 50)]
    assert listed[0]["in_all"] == 3


def test_a_whole_standard_not_judged_is_told_from_some_of_its_duties(prepared):
    connection = prepared()
    connection.execute("INSERT INTO not_judged VALUES ('a', 'why', NULL), ('b', 'why', 3), ('b', 'why', 4)")
    assert figures.not_judged(connection) == [("b", "why", 7), ("a", "why", None)]


def test_the_figures_leave_no_table_behind(prepared):
    connection = prepared(met("1", 1))
    figures.tidy(connection)
    left = {name for (name,) in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
    assert left == {"duties", "not_judged", "not_read"}
