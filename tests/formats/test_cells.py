"""What a cell of each kind is read as, and what is a fault and never guessed."""

import datetime as dt

import pytest
from tests.formats.making import expected, facts, not_read, put, put_manifest, reading

DAYS = {
    "2025-03-03": dt.date(2025, 3, 3),
    " 2025-03-03 ": dt.date(2025, 3, 3),
    "03/03/2025": dt.date(2025, 3, 3),
    "3/3/2025": dt.date(2025, 3, 3),
    "03-03-2025": dt.date(2025, 3, 3),
    "2025-03-03 10:15:00": dt.date(2025, 3, 3),
    "2025-03-03 00:00:00.000": dt.date(2025, 3, 3),
    "03/03/2025 10:15": dt.date(2025, 3, 3),
    "2025-03-03T10:15:00Z": dt.date(2025, 3, 3),
    "2024-07-01T23:30:00Z": dt.date(2024, 7, 2),  # half past midnight in London
    "2024-07-01T23:30:00+01:00": dt.date(2024, 7, 1),
}
NO_DAYS = [
    "31/02/2020", "2020-02-31", "29/02/2023", "3 March 2025", "03/03/25", "2025/03/03", "45719", "1979-12-31",
    "2050-01-01", "2025-03-03 25:00", "2025-03-03 junk", "12/25/2024", "2025-13-01",
]  # fmt: skip


def days_read(folder, cells):
    put_manifest(folder)
    rows = "\n".join(f"{number:02},{cell}" for number, cell in enumerate(cells))
    put(folder, "core_group.csv", f"subject_id,happened_on\n{rows}")
    return reading(folder)


def test_a_day_is_read_in_each_of_its_spellings(tmp_path):
    given = days_read(tmp_path, DAYS)
    assert [fact["happened_on"] for fact in facts(given, "core_group")] == list(DAYS.values())
    assert not_read(given) == []


def test_what_is_no_day_is_a_fault_and_never_guessed(tmp_path):
    given = days_read(tmp_path, NO_DAYS)
    assert facts(given, "core_group") == []
    assert [(row, found, left_out) for _, row, _, found, left_out in not_read(given)] == [
        (number, found, "row") for number, found in enumerate(NO_DAYS, 2)
    ]
    assert set(expected(given)) == {"a day from 1980 to 2049"}


@pytest.mark.parametrize(
    "cell, day, instant",
    [
        ("2024-07-02 00:30", dt.date(2024, 7, 2), "2024-07-01T23:30:00"),  # summer time
        ("2025-01-02 00:30:15.5", dt.date(2025, 1, 2), "2025-01-02T00:30:15.500000"),
        ("2024-07-01T23:30:00Z", dt.date(2024, 7, 2), "2024-07-01T23:30:00"),
        ("2024-07-02T05:00:00+05:30", dt.date(2024, 7, 2), "2024-07-01T23:30:00"),
        ("2024-07-01", dt.date(2024, 7, 1), None),
        ("2024-07-01 00:00:00.000", dt.date(2024, 7, 1), None),  # a day that a database keeps as a date and time
    ],
)
def test_an_instant_is_kept_in_utc_where_a_time_is_given(tmp_path, cell, day, instant):
    put(tmp_path, "ssd_contacts.csv", f"cont_contact_id,cont_person_id,cont_contact_date\n1,001,{cell}")
    (fact,) = facts(reading(tmp_path), "contact")
    assert fact["happened_on"] == day
    assert (fact["happened_at"].isoformat() if "happened_at" in fact else None) == instant


def test_an_instant_of_the_contract_is_in_utc_without_saying_so(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "contact.csv", "subject_id,happened_on,happened_at\n001,2024-07-02,2024-07-01T23:30:00")
    assert facts(reading(tmp_path), "contact")[0]["happened_at"].isoformat() == "2024-07-01T23:30:00"


def test_an_id_keeps_its_zeros_and_loses_what_excel_put_behind_it(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "core_group.csv", "subject_id,happened_on\n0012,2025-03-03\n9212044.0,2025-03-03\nA1.0,2025-03-03")
    assert [fact["subject_id"] for fact in facts(reading(tmp_path), "core_group")] == ["0012", "9212044", "A1.0"]


def test_an_id_that_excel_shortened_is_a_fault(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "core_group.csv", "subject_id,happened_on\n9.21E+06,2025-03-03")
    given = reading(tmp_path)
    assert not_read(given) == [("core_group.csv", 2, "subject_id", "9.21E+06", "row")]


@pytest.mark.parametrize("cell, seen", [("Y", 1), ("yes", 1), ("1", 1), ("TRUE", 1), ("n", 0), ("No", 0), ("0", 0)])
def test_yes_and_no_are_read_in_each_of_their_spellings(tmp_path, cell, seen):
    put_manifest(tmp_path)
    put(tmp_path, "care_visit.csv", f"subject_id,happened_on,is_seen\n001,2025-03-03,{cell}")
    assert facts(reading(tmp_path), "care_visit")[0]["is_seen"] is bool(seen)


def test_a_value_that_is_not_read_is_left_out_and_its_row_kept(tmp_path):
    put_manifest(tmp_path)
    put(tmp_path, "sdq.csv", "subject_id,happened_on,score,reason\n001,2025-03-03,twelve,SDQ9")
    given = reading(tmp_path)
    assert facts(given, "sdq") == [{"subject_id": "001", "happened_on": dt.date(2025, 3, 3)}]
    assert not_read(given) == [
        ("sdq.csv", 2, "reason", "SDQ9", "value"),
        ("sdq.csv", 2, "score", "twelve", "value"),
    ]
    assert set(expected(given)) == {"a number", "a code of the list s903_sdq_reason"}


def test_a_code_is_read_in_small_letters_and_by_its_label(tmp_path):
    put(tmp_path, "ssd_cp_plans.csv", """
        cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category
        1,001,2025-03-03,,neg
        2,002,2025-03-03,,Physical Abuse
        3,003,2025-03-03,,PLACEHOLDER_DATA""")
    given = reading(tmp_path)
    assert [fact.get("category") for fact in facts(given, "protection_plan")] == ["NEG", "PHY", None]
    assert not_read(given) == []
