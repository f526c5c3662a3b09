"""The Standard Safeguarding Dataset: as CSV, Parquet, SQLite and PostgreSQL, and what its tables bear witness to."""

import csv
import datetime as dt
import io
import sqlite3

import pyarrow.csv
import pyarrow.parquet
import pytest
from tests.formats.making import AS_AT, counts, covered, facts, not_read, put, put_table, reading

from goldenthread.errors import UserError
from goldenthread.formats.ssd import FORMAT
from goldenthread.formats.ssd_tables import columns

DAY = dt.date.fromisoformat

ONE_CHILD = {
    "ssd_person": "pers_person_id,pers_sex,pers_ethnicity,pers_dob,pers_upn,pers_upn_unknown\n"
    "001,F,CNHE,2012-05-06,A1,\n002,M,WBRI,2007-01-02,,",
    "ssd_disability": "disa_table_id,disa_person_id,disa_disability_code\n1,001,AUT\n2,002,NONE",
    "ssd_cin_episodes": "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_code,cine_referral_nfa,"
    "cine_close_date\n0001,001,2025-01-06 14:30:00,1A,N,",
    "ssd_cla_visits": "clav_cla_visit_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,"
    "clav_cla_visit_seen_alone\n1,001,2025-03-03,Y,N\n2,001,2025-03-10,Y,",
}


def as_csv(folder):
    for name, text in ONE_CHILD.items():
        put(folder, f"{name}.csv", text)
    return folder


def as_parquet(folder):
    """As another program would write it: days as days, numbers as numbers, flags as text."""
    for name, text in ONE_CHILD.items():
        ids = {header: "string" for header in text.partition("\n")[0].split(",") if header.endswith("_id")}
        options = pyarrow.csv.ConvertOptions(column_types=ids, strings_can_be_null=True)
        table = pyarrow.csv.read_csv(io.BytesIO(text.encode()), convert_options=options)
        pyarrow.parquet.write_table(table, folder / f"{name}.parquet")
    return folder


def as_sqlite(folder):
    path = folder / "extract.sqlite"
    connection = sqlite3.connect(path)
    for statement, rows in statements("TEXT", "?"):
        connection.execute(statement) if rows is None else connection.executemany(statement, rows)
    connection.commit()
    connection.close()
    return path


def statements(kind, mark):
    """The SQL that makes and fills the tables."""
    for name, text in ONE_CHILD.items():
        header, *rows = csv.reader(io.StringIO(text))
        yield f"CREATE TABLE {name} ({', '.join(f'{each} {kind}' for each in header)})", None
        values = [[cell or None for cell in row] for row in rows]
        yield f"INSERT INTO {name} VALUES ({', '.join([mark] * len(header))})", values


def check_one_child(given):
    assert facts(given, "person") == [
        {"subject_id": "001", "started_on": DAY("2012-05-06"), "sex": "F", "ethnicity": "CHNE", "is_disabled": True,
         "has_upn": True},
        {"subject_id": "002", "started_on": DAY("2007-01-02"), "sex": "M", "ethnicity": "WBRI", "is_disabled": False,
         "has_upn": False},
    ]  # fmt: skip
    (referral,) = facts(given, "referral")
    assert (referral["referral_id"], referral["source"], referral["is_no_further_action"]) == ("0001", "1A", False)
    assert referral["started_at"].isoformat() == "2025-01-06T14:30:00"
    assert [(each["happened_on"].day, each["is_seen"], each.get("is_alone")) for each in facts(given, "care_visit")] == [
        (3, True, False), (10, True, None),
    ]  # fmt: skip
    assert given.faults == 0


@pytest.mark.parametrize("write", [as_csv, as_parquet, as_sqlite])
def test_it_is_read_alike_as_csv_parquet_and_sqlite(tmp_path, write):
    check_one_child(reading(write(tmp_path)))


@pytest.mark.postgres
def test_it_is_read_alike_from_postgresql(postgres_url):
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS ssd_development CASCADE")
        connection.execute("CREATE SCHEMA ssd_development")
        connection.execute("SET search_path TO ssd_development")
        for statement, rows in statements("text", "%s"):
            if rows is None:
                connection.execute(statement)
            else:
                connection.cursor().executemany(statement, rows)
        try:
            given = reading(postgres_url)
            check_one_child(given)
            assert all("ssd_development.ssd_" in name for name in counts(given))
        finally:
            connection.execute("DROP SCHEMA ssd_development CASCADE")


@pytest.mark.postgres
def test_a_database_without_the_dataset_is_told_so_without_its_password(postgres_url):
    url = postgres_url.replace("postgres@", "postgres:SECRET@")
    with pytest.raises(UserError, match="no table of the Standard Safeguarding Dataset") as raised:
        reading(url)
    assert "SECRET" not in str(raised.value)


def test_a_database_that_does_not_answer_is_unusable_and_its_password_is_not_told():
    with pytest.raises(UserError, match="PostgreSQL says") as raised:
        reading("postgresql://someone:SECRET@127.0.0.1:1/ssd")
    assert "SECRET" not in str(raised.value)


def test_a_database_that_is_damaged_or_open_elsewhere_is_unusable(tmp_path):
    path = as_sqlite(tmp_path)
    (tmp_path / "extract.sqlite-wal").write_bytes(b"not empty")
    with pytest.raises(UserError, match="another program has it open"):
        reading(path)
    (tmp_path / "extract.sqlite-wal").unlink()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(UserError, match="is damaged"):
        reading(path)


def test_a_parquet_file_cut_short_is_unusable(tmp_path):
    (as_parquet(tmp_path) / "ssd_person.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(UserError, match=r"ssd_person\.parquet: it is no Parquet file, or is cut short"):
        reading(tmp_path)


def test_its_tables_are_those_of_the_specification():
    assert len(columns()) == 51
    assert sum(map(len, columns().values())) == 401
    assert {f"ssd_{table.name}": [each.name for each in table.columns] for table in FORMAT.tables} == columns()


def test_names_and_addresses_are_never_kept():
    kept = {column.name for table in FORMAT.tables for column in table.columns if column.kind != "unused"}
    assert not [name for name in kept if any(word in name for word in ("forename", "surname", "address", "postcode"))]


def test_tables_and_columns_may_be_absent_and_are_then_not_witnessed(tmp_path):
    put(tmp_path, "ssd_cla_visits.csv", "clav_cla_visit_id,clav_person_id,clav_cla_visit_date\n1,001,2025-03-03")
    put(tmp_path, "ssd_cp_plans.csv", "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\n1,001,2025-03-03")
    given = reading(tmp_path)
    assert covered(given, "care_visit") == [("ssd", dt.date(2019, 3, 31), AS_AT, "all", set())]
    assert covered(given, "protection_plan")[0][4] == {"plan_id"}  # it does not say which plans ended
    assert covered(given, "review") == []


def test_a_column_that_is_empty_in_every_row_is_not_witnessed(tmp_path):
    put_table(tmp_path, "ssd_cla_visits", """
        cla_visit_id | person_id | cla_visit_date | cla_visit_seen | cla_visit_seen_alone
        1            | 001       | 2025-03-03     | Y              |
        2            | 002       | 2025-03-03     |                | NULL
    """, "clav_")
    assert covered(reading(tmp_path), "care_visit")[0][4] == {"is_seen"}


def test_a_table_without_rows_is_not_witnessed(tmp_path):
    put(tmp_path, "ssd_cla_visits.csv", "clav_cla_visit_id,clav_person_id,clav_cla_visit_date")
    given = reading(tmp_path)
    assert covered(given, "care_visit") == []
    assert "care_visit" not in given.thread.nouns()


def test_an_end_that_is_blank_in_every_row_says_that_all_are_open(tmp_path):
    put_table(tmp_path, "ssd_cp_plans", """
        cp_plan_id | person_id | cp_plan_start_date | cp_plan_end_date
        1          | 001       | 2025-03-03         |
    """, "cppl_")
    assert covered(reading(tmp_path), "protection_plan")[0][4] == {"plan_id", "ended"}


def test_episodes_of_one_period_of_care_are_one_and_a_return_is_another(tmp_path):
    put_table(tmp_path, "ssd_cla_episodes", """
        person_id | cla_episode_start_date | cla_episode_ceased_date | cla_episode_ceased_reason | cla_id | entered_care_date
        001 | 2023-01-01 | 2023-05-01 | X1 |  |
        001 | 2023-05-01 | 2023-09-01 | E4A |  |
        001 | 2024-02-01 | 2024-03-01 | X1 |  |
        001 | 2024-03-01 |  |  |  |
        002 | 2024-05-01 | 2024-06-01 | X1 | P1 | 2018-02-03
        002 | 2024-06-01 | 2024-07-01 | E11 | P1 | 2018-02-03
        003 | 2024-05-01 | 2024-06-01 | X1 |  |
    """, "clae_")
    given = reading(tmp_path)
    periods = [
        (each["subject_id"], str(each["started_on"]), str(each.get("ended_on")), each.get("ceased_reason"))
        for each in facts(given, "looked_after")
    ]
    assert periods == [
        ("001", "2023-01-01", "2023-09-01", "E4A"),
        ("001", "2024-02-01", "None", None),
        ("002", "2018-02-03", "2024-07-01", "E11"),
        ("003", "2024-05-01", "None", None),  # X1 says that another episode follows
    ]
    assert facts(given, "adoption_order") == [{"subject_id": "002", "happened_on": DAY("2024-07-01")}]
    assert counts(given)["ssd_cla_episodes.csv"] == (7, 7, 0, 0)


def test_rows_that_name_only_the_period_of_care_are_told_of_its_child(tmp_path):
    put_table(tmp_path, "ssd_cla_episodes", """
        cla_episode_id | person_id | cla_id | cla_episode_start_date | cla_episode_ceased_date
        1              | 001       | P1     | 2024-01-01             |
    """, "clae_")
    put_table(tmp_path, "ssd_cla_reviews", """
        review_id | id | review_due_date | review_date | review_cancelled
        1         | P1 | 2024-01-29      | 2024-01-26  | N
        2         | P1 | 2024-04-20      |             | Y
        3         | P1 | 2025-10-20      |             | N
        4         | P9 | 2024-04-20      | 2024-04-20  | N
    """, "clar_cla_")
    given = reading(tmp_path)
    assert facts(given, "review") == [{"subject_id": "001", "happened_on": DAY("2024-01-26")}]
    assert facts(given, "review_cancelled") == [{"subject_id": "001", "happened_on": DAY("2024-04-20")}]
    assert counts(given)["ssd_cla_reviews.csv"] == (4, 2, 2, 0)


def test_placements_say_what_their_codes_mean(tmp_path):
    put_table(tmp_path, "ssd_cla_placement", """
        person_id | cla_placement_start_date | cla_placement_end_date | cla_placement_type | cla_placement_urn
        001 | 2024-01-01 | 2024-02-01 | U4 | SC123456
        001 | 2024-02-01 | 2024-02-05 | T3 |
        001 | 2024-02-05 |  | A6 | XXXXXXX
        002 | 2024-02-05 |  | Q9 |
    """, "clap_")
    given = reading(tmp_path)
    told = [
        (each.get("type"), each.get("is_temporary"), each.get("is_to_eighteen"), each.get("has_urn"))
        for each in facts(given, "placement")
    ]
    assert told == [
        ("U4", False, True, True),
        ("T3", True, False, False),
        ("A6", False, False, None),
        (None, None, None, False),
    ]
    assert [str(each["started_on"]) for each in facts(given, "placed_for_adoption")] == ["2024-02-05"]
    assert not_read(given) == [("ssd_cla_placement.csv", 5, "clap_cla_placement_type", "Q9", "value")]


def test_json_is_taken_apart_and_what_is_no_json_is_left_out(tmp_path):
    put_table(tmp_path, "ssd_cin_assessments", """
        assessment_id | person_id | assessment_start_date | assessment_auth_date | assessment_outcome_json
        1             | 001       | 2025-01-06            | 2025-02-03           | {"NFA_FLAG": "N"}
        2             | 002       | 2025-01-06            |                      | {"NFA_FLAG": "Y"}
        3             | 003       | 2025-01-06            |                      | { NFA_FLAG: }
    """, "cina_")
    put_table(tmp_path, "ssd_assessment_factors", """
        table_id | assessment_id | assessment_factors_json
        1        | 1             | ["1A", "3B", "99Z"]
        2        | 2             | {"2B": "Yes", "4A": "No"}
        3        | 9             | ["1A"]
    """, "cinf_")
    given = reading(tmp_path)
    assert [each.get("is_services_needed") for each in facts(given, "assessment")] == [True, False, None]
    assert [(each["subject_id"], str(each["happened_on"]), each["factor"]) for each in facts(given, "assessment_factor")] == [
        ("001", "2025-02-03", "1A"), ("001", "2025-02-03", "3B"), ("002", "2025-01-06", "2B"),
    ]  # fmt: skip
    assert [(row, left_out) for _, row, _, _, left_out in not_read(given)] == [(4, "value")]
    assert counts(given)["ssd_assessment_factors.csv"] == (3, 2, 1, 0)


def test_a_care_plan_tells_its_plan_for_permanence(tmp_path):
    put_table(tmp_path, "ssd_cla_care_plan", """
        table_id | person_id | cla_care_plan_start_date | cla_care_plan_end_date | cla_care_plan_json
        1 | 001 | 2025-01-06 |  | {"RETURN6M": "N", "ADOPTION": "Y", "LTFOST18": "Y"}
        2 | 002 | 2025-01-06 |  | {"ADOPTION": ""}
    """, "lacp_")
    given = reading(tmp_path)
    assert [each["plan"] for each in facts(given, "permanence_plan")] == ["ADOPTION", "LTFOST18"]
    assert [each.get("permanence") for each in facts(given, "care_plan")] == ["LTFOST18", None]


def test_involvements_are_told_apart_by_role(tmp_path):
    put_table(tmp_path, "ssd_involvements", """
        involvements_id | professional_id | professional_role_id      | involvement_start_date | involvement_end_date | person_id
        1               | W1              | Allocated Social Worker   | 2025-01-06             |                      | 001
        2               | W2              | IRO                       | 2025-01-06             |                      | 001
        3               | W3              | Personal Adviser          | 2025-01-06             |                      | 001
        4               | W4              | Supervising Social Worker | 2025-01-06             |                      | 001
        5               | W5              | 77                        | 2025-01-07             |                      | 001
        6               | W6              |                           | 2025-01-08             |                      | 001
    """, "invo_")
    put_table(tmp_path, "ssd_professionals", """
        id | job_title
        W5 | Senior Social Worker
        W6 | Health Visitor
    """, "prof_professional_")
    given = reading(tmp_path)
    assert [each["worker_id"] for each in facts(given, "allocation")] == ["W1", "W5"]
    assert len(facts(given, "reviewing_officer")) == len(facts(given, "personal_adviser")) == 1
    assert counts(given)["ssd_involvements.csv"] == (6, 4, 2, 0)


def test_involvements_whose_roles_say_nothing_are_no_witness(tmp_path):
    put_table(tmp_path, "ssd_involvements", """
        involvements_id | professional_id | professional_role_id | involvement_start_date | involvement_end_date | person_id
        1               | W1              | R12                  | 2025-01-06             |                      | 001
    """, "invo_")
    assert covered(reading(tmp_path), "allocation") == []


def test_only_health_checks_that_happened_are_told(tmp_path):
    put_table(tmp_path, "ssd_cla_health", """
        health_check_id | person_id | health_check_type         | health_check_date | health_check_status
        1               | 001       | Initial Health Assessment | 2025-01-06        | Completed
        2               | 001       | Review Health Assessment  | 2025-02-06        |
        3               | 001       | Review Health Assessment  | 2025-03-06        | Refused
        4               | 001       | Dental Check              | 2025-03-06        | Completed
        5               | 001       | Eye Test                  | 2025-03-06        | Completed
    """, "clah_")
    given = reading(tmp_path)
    assert [each["kind"] for each in facts(given, "health_assessment")] == ["initial", "review"]
    assert len(facts(given, "dental_check")) == 1
    assert counts(given)["ssd_cla_health.csv"] == (5, 3, 2, 0)


def test_section_47_is_witness_to_some_strategy_discussions_not_to_all(tmp_path):
    put_table(tmp_path, "ssd_s47_enquiry", """
        s47_enquiry_id | person_id | s47_start_date | s47_end_date | s47_nfa
        1              | 001       | 2025-01-06     |              |
        2              | 002       | 2025-01-06     | 2025-01-20   | Y
    """, "s47e_")
    put_table(tmp_path, "ssd_initial_cp_conference", """
        icpc_id | s47_enquiry_id | person_id | icpc_date  | icpc_outcome_cp_flag
        1       | 1              | 001       | 2025-01-24 | Y
        2       |                | 003       |            | N
    """, "icpc_")
    given = reading(tmp_path)
    assert covered(given, "strategy_discussion")[0][3] == "some"
    assert [each.get("is_conference_needed") for each in facts(given, "section47")] == [True, False]
    assert [each["section47_id"] for each in facts(given, "initial_conference")] == ["1"]
    assert counts(given)["ssd_initial_cp_conference.csv"] == (2, 1, 1, 0)


def test_what_holds_only_the_latest_is_witness_only_to_the_latest(tmp_path):
    put(tmp_path, "ssd_person.csv", "pers_person_id,pers_dob\n001,2004-02-29\n002,2008-05-05")
    put_table(tmp_path, "ssd_care_leavers", """
        person_id | care_leaver_eligibility | care_leaver_latest_contact | pathway_plan_review_date | care_leaver_in_touch
        001       | Former Relevant         | 2025-03-01                 | 2025-02-01               | Yes - in touch
        002       | Eligible                | 2025-03-02                 |                          |
    """, "clea_")
    given = reading(tmp_path)
    assert covered(given, "pathway_plan")[0][3] == covered(given, "care_leaver_contact")[0][3] == "latest"
    assert facts(given, "care_leaver") == [
        {"subject_id": "001", "started_on": DAY("2022-03-01"), "category": "former relevant", "in_touch": "YES"}
    ]
    assert covered(given, "care_leaver")[0][3] == "some"


def test_a_short_break_is_told_by_its_legal_status_and_none_is_witnessed_too(tmp_path):
    header = "lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date"
    put(tmp_path, "ssd_legal_status.csv", header + "\n1,001,V4,2024-01-01,\n2,002,C2,2024-01-01,2024-02-01 10:00")
    given = reading(tmp_path)
    assert [each["subject_id"] for each in facts(given, "short_break")] == ["001"]
    put(tmp_path, "ssd_legal_status.csv", header + "\n1,001,C2,2024-01-01,")
    given = reading(tmp_path)
    assert facts(given, "short_break") == []
    assert covered(given, "short_break")[0][3] == "all"
