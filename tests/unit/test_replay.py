"""Replaying past days: hand-worked histories, warned in time, warned in vain, and not warned at all."""

import datetime as dt
import io

import duckdb
import pytest
from rich.console import Console

from goldenthread.errors import UserError
from goldenthread.replay import shown, speaking, warning
from goldenthread.replay.command import Asked, _days
from goldenthread.replay.warning import Terms
from goldenthread.standards.book import book
from goldenthread.standards.thread import Coverage, Thread, create_table
from goldenthread.standards.vocabulary import NOUNS

UNTIL = dt.date(2025, 12, 31)
DAYS = [dt.date(2025, month, 28) for month in range(1, 9)]
TERMS = Terms(horizon=100, until=UNTIL, managers=2, weeks=10)

CONTACTS = {
    "Ash": ["2025-03-03", "2025-03-10", "2025-03-17"],  # three in three months, none before: it speaks on 28 March
    "Birch": ["2025-05-05", "2025-05-12", "2025-05-19"],  # and on 28 May
    "Cedar": ["2025-01-06", "2025-01-13", "2025-01-20"],  # open on the first replayed day: no warning
    "Dogwood": ["2025-03-03"],
    "Elder": ["2025-03-03", "2025-03-10", "2025-03-17"],  # it speaks on 28 March, and the enquiry is of day 101
    "Fir": ["2025-03-03", "2025-03-10", "2025-03-17"],  # the enquiry began on the very day: nobody was warned
}
ENQUIRIES = {"Ash": "2025-04-27", "Dogwood": "2025-05-01", "Elder": "2025-07-07", "Fir": "2025-03-28", "Cedar": "2025-03-01"}
PEOPLE = {"Ash": ("2012-03-29", "F", "WBRI", False), "Birch": ("2020-01-01", "M", "BCRB", True)}


COVERS = [Coverage("by hand", name, dt.date(2010, 1, 1), UNTIL) for name in ("contact", "section47", "referral", "person")]


def histories():
    """The histories as tables, and what is known of the children."""
    connection = duckdb.connect()
    for name in ("contact", "section47", "referral", "person"):
        create_table(connection, NOUNS[name])
    connection.execute("CREATE TABLE latest_told (noun VARCHAR, subject_id VARCHAR)")
    connection.execute("CREATE TABLE source_files (file_no BIGINT, name VARCHAR)")
    for subject, days in CONTACTS.items():
        for day in days:
            connection.execute("INSERT INTO contact (subject_id, happened_on, ref) VALUES (?, ?, 1)", [subject, day])
        connection.execute("INSERT INTO referral (subject_id, started_on, ref) VALUES (?, '2025-01-01', 2)", [subject])
    for subject, day in ENQUIRIES.items():
        connection.execute("INSERT INTO section47 (subject_id, started_on, ref) VALUES (?, ?, 3)", [subject, day])
    for subject, said in PEOPLE.items():
        columns = "subject_id, started_on, sex, ethnicity, is_disabled, ref"
        connection.execute(f"INSERT INTO person ({columns}) VALUES (?, ?, ?, ?, ?, 4)", [subject, *said])
    return connection


@pytest.fixture
def replayed():
    """The histories, replayed."""
    connection = histories()
    thread = Thread(connection, COVERS)
    speaking.note_serious(connection, thread)
    standards = [each for each in book() if each.id == "rising-contacts"]
    speaking.note_those_who_go_on(connection)
    speaking.speak(lambda day: thread, standards, DAYS, lambda *what: None)
    warning.reckon(connection, TERMS)
    return connection


def test_each_warning_is_right_in_vain_or_none(replayed):
    found = replayed.execute("SELECT subject_id, first_on, outcome, days FROM outcomes ORDER BY 1").fetchall()
    assert found == [
        ("Ash", dt.date(2025, 3, 28), "rightly", 30),
        ("Birch", dt.date(2025, 5, 28), "wrongly", None),
        ("Elder", dt.date(2025, 3, 28), "wrongly", None),
        ("Fir", dt.date(2025, 3, 28), "wrongly", None),
    ]


def test_the_figures_of_a_standard(replayed):
    columns = "spoke, of_children, rightly, wrongly, not_yet_known, rightly_in_100, days_of_warning, events_foreseen, events"
    (row,) = replayed.execute(f"SELECT {columns} FROM by_standard").fetchall()
    assert row == (4, 4, 1, 3, 0, 25.0, 30, 1, 5)
    assert replayed.execute("SELECT cards_a_week FROM by_standard").fetchone() == (0.2,), "four cards, two managers, ten weeks"
    assert warning.together(replayed, ["rising-contacts"], TERMS) == 0.2


def test_what_comes_anyway_is_counted_of_all_open_children_on_the_same_days(replayed):
    """Six open children on eight days; of each, the days within a hundred days before the enquiry, and not on it."""
    within = {"Ash": 3, "Dogwood": 4, "Elder": 3, "Fir": 2, "Cedar": 2}  # Ash: 28 Jan, Feb, March …
    came = replayed.execute("SELECT subject_id, count(*) FROM base WHERE came GROUP BY 1").fetchall()
    assert dict(came) == within
    share = round(100 * sum(within.values()) / (6 * 8), 1)
    assert replayed.execute("SELECT DISTINCT anyway_in_100 FROM by_standard").fetchone() == (share,)


def test_the_children_are_compared_by_age_sex_ethnicity_and_disability(replayed):
    of_group = "of_group IN ('10 to 15', 'girls', 'White', 'not disabled')"
    query = f"SELECT compared_by, spoke, rightly FROM by_group WHERE {of_group} ORDER BY 1"
    assert replayed.execute(query).fetchall() == [("age", 1, 1), ("disability", 1, 1), ("ethnicity", 1, 1), ("sex", 1, 1)]
    unknown = "SELECT compared_by, spoke FROM by_group WHERE of_group LIKE '%not known' ORDER BY 1"
    assert replayed.execute(unknown).fetchall() == [("age", 2), ("disability", 2), ("ethnicity", 2), ("sex", 2)]
    ages = "SELECT DISTINCT age FROM children WHERE subject_id = 'Ash' ORDER BY on_day"
    assert replayed.execute(ages).fetchall() == [("10 to 15",)], "twelve until 29 March, then thirteen"


def test_a_warning_whose_time_is_not_over_is_neither_right_nor_wrong(replayed):
    warning.reckon(replayed, Terms(horizon=100, until=dt.date(2025, 7, 1), managers=1, weeks=1))
    assert replayed.execute("SELECT outcome FROM outcomes WHERE subject_id = 'Birch'").fetchone() == ("not yet known",)


def test_what_is_told_holds_no_child(replayed, tmp_path):
    printed = io.StringIO()
    shown.write(replayed, tmp_path)
    shown.tell(Console(file=printed, width=100), replayed, TERMS, DAYS, True, tmp_path)
    said = printed.getvalue() + "".join(file.read_text() for file in tmp_path.glob("*.csv"))
    assert "rising-contacts" in said
    assert not [subject for subject in CONTACTS if subject in said]


def test_days_that_cannot_be_replayed_are_all_said_at_once():
    asked = Asked(first=dt.date(2026, 3, 1), last=dt.date(2026, 2, 1))
    with pytest.raises(UserError) as refused:
        _days(asked, UNTIL)
    assert len(refused.value.faults) == 2
    assert _days(Asked(every=365), UNTIL) == [dt.date(2024, 1, 1), dt.date(2024, 12, 31), UNTIL]
