"""SSDA903: the files as councils have them, years consolidated, periods of care, and what is wrong said in words."""

import pytest
from tests.formats.told import SAMPLES, tell, write

from goldenthread.errors import UserError

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"


def episodes(tmp_path, rows: str, **more):
    """What is read of these episodes (CHILD, DECOM, RNE, LS, PLACE, DEC, REC, REASON_PLACE_CHANGE)."""
    lines = []
    for line in rows.strip().splitlines():
        child, decom, rne, ls, place, dec, rec, *reason = [cell.strip() for cell in line.split(",")]
        lines.append(f"{child},{decom},{rne},{ls},N1,{place},PR1,{dec},{rec},{''.join(reason)},,,SC1")
    return tell(write(tmp_path / "903", episodes=EPISODES + "\n".join(lines), **more))


# ------------------------------------------------------------------------------------------------------- what a file is


@pytest.mark.parametrize("name", ["episodes", "SSDA903_2020_episodes", "my_extract"])
def test_a_file_is_known_by_its_header_whatever_its_name(tmp_path, name):
    text = "LS,CHILD,DECOM,RNE,PLACE\nC2,A1,01/06/2019,S,U6"
    told = tell(write(tmp_path, **{name: text}))
    assert told.facts("looked_after", "subject_id", "started_on", "ended_on") == [("A1", "2019-06-01", None)]


def test_columns_of_other_names_are_counted_and_not_kept(tmp_path):
    told = tell(write(tmp_path, episodes="CHILD,DECOM,RNE,LS,PLACE,FORENAME\nA1,01/06/2019,S,C2,U6,Invented"))
    assert [each.ignored for each in told.read.summaries] == [1]


@pytest.mark.parametrize("name", ["previous_permanence", "prevperm"])
def test_a_file_that_dates_nothing_is_read_and_has_nothing_to_tell(tmp_path, name):
    told = tell(write(tmp_path, **{name: "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nA1,,Z1,,"}))
    assert [(each.rows, each.nothing_to_tell) for each in told.read.summaries] == [(1, 1)]


def test_the_yearly_health_answers_are_given_no_day(tmp_path):
    told = episodes(
        tmp_path, "A1,01/06/2018,S,C2,U6,,",
        oc2="CHILD,DOB,SDQ_SCORE,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT\nA1,01/02/2010,12,1,1,1",
    )  # fmt: skip
    assert not {"sdq", "dental_check", "health_assessment", "immunisation"} & told.read.thread.nouns()
    assert told.facts("person", "subject_id", "started_on") == [("A1", "2010-02-01")]


def test_a_child_has_the_sex_of_either_code_set_and_a_unique_pupil_number_or_a_reason(tmp_path):
    told = tell(write(tmp_path, header="""
        CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
        A1,2,01/02/2010,WBRI,UN1,,
        A2,M,01/02/2011,CHNE,,,
    """))  # fmt: skip
    assert told.facts("person", "subject_id", "sex", "ethnicity", "has_upn") == [
        ("A1", "F", "WBRI", True), ("A2", "M", "CHNE", False),
    ]  # fmt: skip


# ------------------------------------------------------------------------------------------------------ periods of care


def test_episodes_that_follow_on_are_one_period_of_care(tmp_path):
    told = episodes(tmp_path, """
        A1,01/05/2019,S,C1,U6,01/08/2019,X1,CARPL
        A1,01/08/2019,B,C2,K2,10/01/2020,E4A
    """)
    assert told.facts("looked_after", "started_on", "ended_on", "ceased_reason", "need") == [
        ("2019-05-01", "2020-01-10", "E4A", "N1"),
    ]  # fmt: skip
    assert told.facts("legal_status", "code", "started_on", "ended_on") == [
        ("C1", "2019-05-01", "2019-08-01"), ("C2", "2019-08-01", "2020-01-10"),
    ]  # fmt: skip
    assert told.facts("placement", "type", "started_on", "ended_on", "change_reason", "has_urn") == [
        ("K2", "2019-08-01", "2020-01-10", None, True), ("U6", "2019-05-01", "2019-08-01", "CARPL", True),
    ]  # fmt: skip
    assert told.not_read() == []


def test_a_change_of_legal_status_alone_does_not_end_the_placement(tmp_path):
    told = episodes(tmp_path, """
        A1,01/05/2019,S,C1,U4,01/08/2019,X1
        A1,01/08/2019,L,C2,U4,,
    """)
    assert told.facts("placement", "started_on", "ended_on", "is_to_eighteen", "is_temporary") == [
        ("2019-05-01", None, True, False),
    ]  # fmt: skip


def test_a_move_to_carers_of_the_same_kind_is_another_placement(tmp_path):
    told = episodes(tmp_path, """
        A1,01/05/2019,S,C2,U6,01/08/2019,X1
        A1,01/08/2019,P,C2,U6,01/09/2019,X1
        A1,01/09/2019,P,C2,T1,,
    """)
    assert told.facts("placement", "started_on", "is_temporary") == [
        ("2019-05-01", False), ("2019-08-01", False), ("2019-09-01", True),
    ]  # fmt: skip


def test_a_child_who_comes_back_from_a_temporary_move_is_in_one_placement_throughout(tmp_path):
    told = episodes(tmp_path, """
        A1,01/05/2019,S,C2,U6,01/08/2019,X1
        A1,01/08/2019,P,C2,T1,09/08/2019,X1
        A1,09/08/2019,P,C2,U6,01/11/2019,X1
        A1,01/11/2019,P,C2,T2,09/11/2019,X1
        A1,09/11/2019,P,C2,K2,,
    """)
    assert told.facts("placement", "type", "started_on", "ended_on") == [
        ("K2", "2019-11-09", None), ("T1", "2019-08-01", "2019-08-09"), ("T2", "2019-11-01", "2019-11-09"),
        ("U6", "2019-05-01", "2019-11-01"),
    ]  # fmt: skip


@pytest.mark.parametrize("postcodes, homes", [("AB1 2CD,AB1 2CD", 1), ("AB1 2CD,EF3 4GH", 2), (",", 2)])
def test_a_move_to_the_same_postcode_provider_and_number_is_none(tmp_path, postcodes, homes):
    first, second = postcodes.split(",")
    told = tell(write(tmp_path, episodes=f"""
        CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC,PL_POST,URN
        A1,01/05/2019,S,C2,U6,PR1,01/08/2019,X1,{first},SC1
        A1,01/08/2019,P,C2,U6,PR1,,,{second},SC1
    """))  # fmt: skip
    assert told.count("placement") == homes


def test_leaving_and_coming_back_are_two_periods_even_on_one_day(tmp_path):
    told = episodes(tmp_path, """
        A1,01/05/2019,S,V2,U6,01/08/2019,E4A
        A1,01/08/2019,S,C2,U6,01/09/2019,E8
        A1,01/10/2019,S,C2,U6,,
    """)
    assert told.facts("looked_after", "started_on", "ended_on") == [
        ("2019-05-01", "2019-08-01"), ("2019-08-01", "2019-09-01"), ("2019-10-01", None),
    ]  # fmt: skip


def test_overlapping_episodes_are_one_period_without_gap_or_overlap(tmp_path):
    told = episodes(tmp_path, """
        A1,01/05/2019,S,C2,U6,01/12/2019,X1
        A1,01/08/2019,P,C2,K2,01/09/2019,X1
        A1,01/09/2019,P,C2,U4,01/10/2019,E4A
    """)
    assert told.facts("looked_after", "started_on", "ended_on") == [("2019-05-01", "2019-12-01")]
    assert told.facts("placement", "type", "started_on", "ended_on") == [
        ("K2", "2019-08-01", "2019-09-01"), ("U4", "2019-09-01", "2019-12-01"), ("U6", "2019-05-01", "2019-08-01"),
    ]  # fmt: skip
    assert [(row, column) for _, row, column, *_ in told.not_read()] == [(3, "DECOM"), (4, "DECOM")]


def test_a_period_whose_beginning_is_not_in_the_year_is_not_told_but_its_placement_is(tmp_path):
    told = episodes(tmp_path, """
        A1,01/06/2019,P,C2,U6,,
        A2,01/06/2018,P,C2,U6,,
        A3,01/06/2019,S,C2,U6,,
    """)
    assert [child for child, in told.facts("looked_after", "subject_id")] == ["A2", "A3"]
    assert [child for child, in told.facts("placement", "subject_id")] == ["A1", "A2", "A3"]
    assert [(row, column, found) for _, row, column, found, _ in told.not_read()] == [(2, "RNE", "P")]


def test_an_episode_that_ends_before_it_starts_is_left_out_and_said(tmp_path):
    told = episodes(tmp_path, """
        A1,01/06/2019,S,C2,U6,31/05/2019,E4A
        A2,01/06/2019,S,C2,U6,,
    """)
    assert told.facts("looked_after", "subject_id") == [("A2",)]
    assert told.not_read() == [("episodes.csv", 2, "DEC", "2019-05-31", "row")]
    assert told.expected() == {"a day on or after DECOM"}


def test_a_reason_without_a_day_leaves_the_episode_open_and_is_said(tmp_path):
    told = episodes(tmp_path, "A1,01/06/2019,S,C2,U6,,E4A")
    assert told.facts("looked_after", "ended_on", "ceased_reason") == [(None, None)]
    assert [(row, column, found) for _, row, column, found, _ in told.not_read()] == [(2, "REC", "E4A")]


def test_a_period_that_breaks_off_ends_there_and_is_said(tmp_path):
    told = episodes(tmp_path, "A1,01/06/2019,S,C2,U6,01/08/2019,X1")
    assert told.facts("looked_after", "ended_on", "ceased_reason") == [("2019-08-01", None)]
    assert told.expected() == {"an episode that begins on DEC, or the reason why the child ceased to be looked after"}


def test_an_unknown_code_is_left_out_with_its_row_and_column_and_the_rest_is_told(tmp_path):
    told = episodes(tmp_path, "A1,01/06/2019,S,Q9,U6,,")
    assert told.not_read() == [("episodes.csv", 2, "LS", "Q9", "value")]
    assert told.count("looked_after") == 1


def test_a_day_that_does_not_exist_costs_the_row(tmp_path):
    told = episodes(tmp_path, "A1,31/02/2020,S,C2,U6,,\nA2,01/06/2019,S,C2,U6,,")
    assert told.not_read() == [("episodes.csv", 2, "DECOM", "31/02/2020", "row")]
    assert told.facts("looked_after", "subject_id") == [("A2",)]


def test_short_breaks_and_placements_for_adoption_are_told_besides(tmp_path):
    told = episodes(tmp_path, """
        A1,01/05/2019,S,V4,U6,,
        A2,01/05/2019,S,C1,U6,01/06/2019,X1
        A2,01/06/2019,L,E1,U6,01/08/2019,X1
        A2,01/08/2019,P,E1,A6,01/02/2020,E11
    """)
    assert told.facts("short_break", "subject_id", "started_on", "ended_on") == [("A1", "2019-05-01", None)]
    assert told.facts("placement_order", "subject_id", "started_on", "ended_on") == [("A2", "2019-06-01", "2019-08-01")]
    assert told.facts("placed_for_adoption", "started_on", "ended_on") == [("2019-08-01", "2020-02-01")]
    assert told.facts("adoption_order", "happened_on") == [("2020-02-01",)]
    steps = told.facts("permanence_step", "step", "happened_on")
    assert steps == [("order", "2020-02-01"), ("placement", "2019-08-01")]


def test_the_day_in_the_decisions_file_is_the_decision_not_the_placing(tmp_path):
    told = episodes(
        tmp_path, "A1,01/05/2019,S,C2,U6,,",
        placed_for_adoption="""
            CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED
            A1,01/02/2018,01/09/2019,01/02/2020,RD3
        """,
        ad1="CHILD,DOB,DATE_INT,DATE_MATCH\nA2,01/02/2018,01/07/2019,01/10/2019",
    )  # fmt: skip
    assert told.facts("adoption_decision", "subject_id", "happened_on") == [("A1", "2019-09-01"), ("A2", "2019-07-01")]
    assert told.facts("adoption_reversed", "subject_id", "happened_on") == [("A1", "2020-02-01")]
    assert told.facts("adoption_match", "subject_id", "happened_on") == [("A2", "2019-10-01")]
    assert told.facts("placed_for_adoption", "subject_id") == []


def test_who_is_unaccompanied_is_known_only_where_the_file_is_there(tmp_path):
    rows = "A1,01/05/2019,S,C2,U6,,\nA2,01/05/2019,S,C2,U6,,"
    without = episodes(tmp_path / "without", rows)
    told = episodes(tmp_path / "with", rows, uasc="CHILD,SEX,DOB,DUC\nA1,1,01/02/2004,")
    assert without.facts("looked_after", "is_unaccompanied") == [(None,), (None,)]
    assert told.facts("looked_after", "subject_id", "is_unaccompanied") == [("A1", True), ("A2", False)]


def test_a_placement_has_no_urn_or_an_unknown_one_by_whether_the_column_is_there(tmp_path):
    told = tell(write(tmp_path / "a", episodes="CHILD,DECOM,RNE,LS,PLACE\nA1,01/06/2019,S,C2,U6"))
    assert told.facts("placement", "has_urn") == [(None,)]
    assert not any("has_urn" in each.facts for each in told.read.thread.coverage)


def test_social_workers_missing_episodes_and_deprivations_of_liberty_are_told(tmp_path):
    told = episodes(
        tmp_path, "A1,01/05/2019,S,C2,K1,,",
        sw_episodes="""
            CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON
            A1,01/02/2010,SW1,01/05/2019,01/09/2019,FCONTA
            A1,01/02/2010,SW2,01/09/2019,,LEFTRL
        """,
        missing="CHILD,DOB,MISSING,MIS_START,MIS_END\nA1,01/02/2010,M,03/07/2019,02/07/2019\nA1,01/02/2010,A,05/07/2019,",
        dolo="CHILD,DOB,DOLO_START,DOLO_END\nA1,01/02/2010,01/06/2019,01/07/2019",
    )  # fmt: skip
    assert told.facts("allocation", "worker_id", "started_on", "ended_on", "change_reason") == [
        ("SW1", "2019-05-01", "2019-09-01", "FCONTA"), ("SW2", "2019-09-01", None, "LEFTRL"),
    ]  # fmt: skip
    assert told.facts("missing", "kind", "started_on", "ended_on") == [("A", "2019-07-05", None)]
    assert told.facts("deprivation_of_liberty", "started_on", "ended_on") == [("2019-06-01", "2019-07-01")]
    assert told.not_read() == [("missing.csv", 2, "MIS_END", "2019-07-02", "row")]


# ------------------------------------------------------------------------------------------------------- years together

YEAR_ONE = """
    CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC
    A1,01/06/2018,S,C1,N1,U6,,
    A2,01/06/2018,S,C2,N1,U6,,
    A3,01/05/2018,S,C2,N1,U6,01/03/2019,E4A
"""
YEAR_TWO = """
    CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC
    A1,01/06/2018,S,C1,N1,U6,01/07/2019,X1
    A1,01/07/2019,L,C2,N1,U6,,
"""


@pytest.mark.parametrize("names", [("2018-19", "2019-20"), ("2019", "2020"), ("old", "new")])
def test_years_are_consolidated_on_child_and_start_and_the_latest_wins(tmp_path, names):
    for name, text in zip(names, (YEAR_ONE, YEAR_TWO), strict=True):
        write(tmp_path / name, episodes=text)
    told = tell(tmp_path)
    assert told.facts("looked_after", "subject_id", "started_on", "ended_on") == [
        ("A1", "2018-06-01", None), ("A3", "2018-05-01", "2019-03-01"),
    ]  # fmt: skip
    assert told.facts("legal_status", "subject_id", "code", "ended_on")[:2] == [
        ("A1", "C1", "2019-07-01"), ("A1", "C2", None),
    ]  # fmt: skip
    assert told.covered("looked_after") == [("ssda903", "2018-04-01", "2020-03-31", "all")]


def test_what_was_open_and_is_not_in_the_next_year_was_withdrawn_and_is_said(tmp_path):
    write(tmp_path / "2019", episodes=YEAR_ONE)
    write(tmp_path / "2020", episodes=YEAR_TWO)
    told = tell(tmp_path)
    assert told.not_read() == [("2019/episodes.csv", 3, "DECOM", "2018-06-01", "value")]


def test_years_in_the_names_of_the_files_are_years_too(tmp_path):
    told = tell(write(tmp_path, SSDA903_2019_episodes=YEAR_ONE, SSDA903_2020_episodes=YEAR_TWO))
    assert told.facts("looked_after", "subject_id", "ended_on") == [("A1", None), ("A3", "2019-03-01")]


def test_one_year_twice_is_refused_by_both_names_unless_they_say_the_same(tmp_path):
    write(tmp_path / "a" / "2020", episodes=YEAR_TWO)
    write(tmp_path / "b" / "2020", episodes=YEAR_ONE)
    with pytest.raises(UserError) as caught:
        tell(tmp_path)
    assert len(caught.value.faults) == 1
    said = caught.value.faults[0]
    assert said.startswith("a/2020/episodes.csv and b/2020/episodes.csv are of the same year (2019-20)")
    assert "A1" not in said
    write(tmp_path / "b" / "2020", episodes=YEAR_TWO)
    assert tell(tmp_path).count("looked_after") == 1


# ------------------------------------------------------------------------------------------------- which days are known


def test_one_return_bears_witness_to_its_own_year_only(tmp_path):
    told = episodes(
        tmp_path, """
            A1,01/06/2015,S,C2,U6,02/05/2019,X1
            A1,02/05/2019,P,C2,U4,,
        """,
        reviews="CHILD,DOB,REVIEW,REVIEW_CODE\nA1,01/02/2010,03/03/2017,PN1\nA1,01/02/2010,03/06/2019,PN1",
    )  # fmt: skip
    assert told.read.as_at.isoformat() == "2020-03-31"
    assert "31 March" in told.read.as_at_why
    assert told.covered("review") == [("ssda903", "2019-04-01", "2020-03-31", "all")]
    assert told.facts("review", "happened_on", "participation") == [("2017-03-03", "PN1"), ("2019-06-03", "PN1")]


def test_several_years_in_one_file_are_known_by_the_episodes_that_closed_in_them(tmp_path):
    closed = "\n".join(
        f"A{year}{n},01/06/{year},S,C2,U6,01/02/{year + 1},E4A" for year in (2015, 2017, 2018, 2019) for n in range(3)
    )
    told = episodes(tmp_path, closed)
    assert told.covered("looked_after") == [("ssda903", "2017-04-01", "2020-03-31", "all")]


def test_a_return_is_no_witness_that_a_child_outside_care_had_no_social_worker(tmp_path):
    told = episodes(
        tmp_path, "A1,01/05/2019,S,C2,U6,,",
        sw_episodes="CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\nA1,,SW1,01/05/2019,,FCONTA",
    )  # fmt: skip
    assert [extent for *_, extent in told.covered("allocation")] == ["some"]


def test_a_file_without_a_column_for_ends_is_no_witness_to_them(tmp_path):
    told = tell(write(tmp_path, episodes="CHILD,DECOM,RNE,LS,PLACE\nA1,01/06/2019,S,C2,U6"))
    assert not told.tells_ends("looked_after")
    assert episodes(tmp_path / "with", "A1,01/06/2019,S,C2,U6,,").tells_ends("looked_after")


def test_a_table_that_is_not_there_is_not_covered(tmp_path):
    told = episodes(tmp_path, "A1,01/05/2019,S,C2,U6,,")
    assert told.covered("review") == told.covered("adoption_decision") == told.covered("allocation") == []


# ------------------------------------------------------------------------------------------------------------------ XML

XML = """<?xml version="1.0"?>
<EXPSSDA903><CHILD><HEADER><CHILDID>A1</CHILDID><SEX>1</SEX><DOB>02/03/2013</DOB><ETHNIC>WBRI</ETHNIC><UASC>1</UASC>
<AREVIEW><REVIEW>28/06/2019</REVIEW><REVIEW_CODE>PN3</REVIEW_CODE></AREVIEW>
<AMISSING><MISSING>M</MISSING><MIS_START>03/07/2019</MIS_START><MIS_END>04/07/2019</MIS_END></AMISSING>
<AD_PLACED><DATE_PLACED>01/08/2019</DATE_PLACED></AD_PLACED>
<DATE_INT>01/08/2019</DATE_INT><DATE_MATCH>01/09/2019</DATE_MATCH>
<OC2><SDQ_SCORE>12</SDQ_SCORE></OC2>
<ASWEPISODE><SW_ID>SW1</SW_ID><SW_DECOM>01/06/2019</SW_DECOM></ASWEPISODE></HEADER>
<EPISODE><DECOM>01/06/2019</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><DEC /><REC /></EPISODE>
</CHILD></EXPSSDA903>
"""


def test_the_xml_tells_the_same(tmp_path):
    path = tmp_path / "903.xml"
    path.write_text(XML)
    told = tell(path)
    assert told.facts("person", "subject_id", "started_on", "sex") == [("A1", "2013-03-02", "M")]
    assert told.facts("looked_after", "started_on", "need", "is_unaccompanied") == [("2019-06-01", "N1", True)]
    assert told.facts("placement", "type") == [("U6",)]
    assert told.facts("review", "happened_on", "participation") == [("2019-06-28", "PN3")]
    assert told.facts("missing", "started_on", "ended_on") == [("2019-07-03", "2019-07-04")]
    assert told.facts("adoption_decision", "happened_on") == [("2019-08-01",)]
    assert told.facts("adoption_match", "happened_on") == [("2019-09-01",)]
    assert told.facts("allocation", "worker_id") == [("SW1",)]
    assert told.not_read() == []


def test_xml_cut_short_is_refused_with_its_line_and_without_its_values(tmp_path):
    path = tmp_path / "903.xml"
    path.write_text(XML[:XML.index("<MIS_START>")])
    with pytest.raises(UserError, match="reading stopped at line 4") as caught:
        tell(path)
    assert "A1" not in str(caught.value)


# ------------------------------------------------------------------------------------------------- the published sample


@pytest.fixture(scope="module")
def sample():
    return tell(SAMPLES / "ssda903")


def test_the_published_sample_is_taken_whole(sample):
    assert sample.rows() == {
        "ad1.csv": (29, 0), "episodes.csv": (5050, 0), "header.csv": (2675, 0), "missing.csv": (43, 0),
        "oc2.csv": (2675, 0), "oc3.csv": (53, 0), "placed_for_adoption.csv": (29, 0),
        "previous_permanence.csv": (2675, 0), "reviews.csv": (12582, 0), "uasc.csv": (132, 0),
    }  # fmt: skip


def test_the_published_sample_tells_of_every_child(sample):
    assert sample.count("person") == 2675
    assert len(set(sample.facts("placement", "subject_id"))) == 2123
    assert len(set(sample.facts("looked_after", "subject_id"))) == 2115
    assert sample.read.as_at.isoformat() == "2018-03-31"
    assert sample.covered("looked_after") == [("ssda903", "2017-04-01", "2018-03-31", "all")]


def test_what_is_wrong_in_the_published_sample_is_said_and_nothing_else(sample):
    said = {}
    for file, _, column, *_ in sample.not_read():
        said[file, column] = said.get((file, column), 0) + 1
    assert said == {
        ("episodes.csv", "REC"): 1413,  # a reason why, and no day
        ("episodes.csv", "RNE"): 8,  # in care since some day that is not there
        ("episodes.csv", "DECOM"): 75,  # begins before the last episode ended
        ("placed_for_adoption.csv", "REASON_PLACED_CEASED"): 29,  # XXX
    }


def test_periods_of_care_in_the_published_sample_never_overlap(sample):
    overlaps = sample.read.thread.connection.execute("""
        SELECT count(*) FROM looked_after a JOIN looked_after b
        ON a.subject_id = b.subject_id AND a.started_on < b.started_on
        AND coalesce(a.ended_on, '9999-12-31') > b.started_on
    """).fetchone()[0]
    assert overlaps == 0
