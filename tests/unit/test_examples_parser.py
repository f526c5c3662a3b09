"""Example tables: what a cell becomes, and each mistake told with its row and what was expected."""

import datetime as dt
from textwrap import dedent

import pytest

from goldenthread.errors import StandardError
from goldenthread.standards.examples import check_example, examples_of
from goldenthread.standards.language import HIGH, LAW, Standard, days, under, within
from goldenthread.standards.vocabulary import missing, placement, protection_visit, return_interview

VISIT = within(days(10, force=LAW), of=placement & under(5), expect=protection_visit)
INTERVIEW = within(days(3, force=LAW), of=missing.ended, expect=return_interview)


def standard(examples: str, rule=VISIT) -> Standard:
    return Standard(
        id="example", duty="It is so.", area="Area", responsible="Somebody", severity=HIGH, reference=["X-01"],
        cites="A law", since="2011-04-01", rule=rule, examples=dedent(examples),
    )  # fmt: skip


def faults(examples: str, rule=VISIT) -> list[str]:
    with pytest.raises(StandardError) as told:
        examples_of(standard(examples, rule))
    return told.value.faults


def only_fault(cells: str, rule=VISIT, head="placement | as_at || status") -> str:
    (fault,) = faults(f"{head}\n{cells}", rule)
    return fault.removeprefix("Standard 'example', example 1: ")


def only_fact(noun: str, cell: str, rule=VISIT) -> dict:
    (example,) = examples_of(standard(f"{noun} | as_at || status\n{cell} | 2025-06-01 || met", rule))
    (fact,) = example.facts[noun]
    return {name: value for name, value in fact.items() if value is not None}


# --------------------------------------------------------------------------------------------------------- WHAT IT SAYS


def test_an_event_is_a_day_with_its_facts():
    assert only_fact("protection_visit", "2025-03-31 [is_seen=yes, is_alone=no]") == {
        "subject_id": "1", "ref": 1, "happened_on": dt.date(2025, 3, 31), "is_seen": True, "is_alone": False,
    }  # fmt: skip


def test_a_fact_that_is_not_written_is_not_known():
    (example,) = examples_of(standard("protection_visit | as_at || status\n2025-03-31 | 2025-06-01 || met"))
    assert example.facts["protection_visit"][0]["is_seen"] is None


@pytest.mark.parametrize("cell", ["2025-03-03", "2025-03-03 -"])
def test_a_period_without_an_end_is_open(cell):
    fact = only_fact("placement", cell + " [type=U4 and more, distance=12, is_temporary=yes]")
    assert fact == {
        "subject_id": "1", "ref": 1, "started_on": dt.date(2025, 3, 3), "type": "U4 and more", "distance": 12,
        "is_temporary": True,
    }  # fmt: skip


def test_a_period_has_its_end():
    fact = only_fact("placement", "2025-03-03 - 2025-03-20")
    assert (fact["started_on"], fact["ended_on"]) == (dt.date(2025, 3, 3), dt.date(2025, 3, 20))


def test_an_instant_is_in_utc_and_its_day_is_the_day_in_london():
    fact = only_fact("missing", "2025-07-01T22:30 - 2025-07-03T23:30", INTERVIEW)
    assert (fact["started_at"], fact["started_on"]) == (dt.datetime(2025, 7, 1, 22, 30), dt.date(2025, 7, 1))  # noqa: DTZ001
    assert (fact["ended_at"], fact["ended_on"]) == (dt.datetime(2025, 7, 3, 23, 30), dt.date(2025, 7, 4))  # noqa: DTZ001


def test_a_day_of_a_timed_noun_has_no_instant():
    assert set(only_fact("missing", "2025-07-01", INTERVIEW)) == {"subject_id", "ref", "started_on"}


def test_born_is_a_life_from_that_day():
    (example,) = examples_of(standard("born | as_at || status\n2020-02-29 | 2025-06-01 || -"))
    (life,) = example.facts["person"]
    assert (life["started_on"], life["ended_on"]) == (dt.date(2020, 2, 29), None)


def test_several_are_parted_by_semicolons_and_numbered_in_the_order_written():
    table = """
        placement              | protection_visit | as_at      || status
        2025-03-05; 2025-03-01 | 2025-03-06       | 2025-06-01 || met; met
        2025-03-05             |                  | 2025-06-01 || overdue
    """
    first, second = examples_of(standard(table))
    assert [fact["ref"] for fact in first.facts["placement"]] == [1, 2]
    assert [fact["ref"] for fact in first.facts["protection_visit"]] == [3]
    assert second.facts["protection_visit"] == []
    assert (first.number, second.number, second.as_at) == (1, 2, dt.date(2025, 6, 1))


def test_comments_and_empty_lines_are_no_examples():
    table = """
        # what follows is a table
        placement  | as_at      || status   # its header

        2025-03-05 | 2025-06-01 || overdue  # a comment with a | and || in it
        # 2025-03-05 | 2025-06-01 || met
    """
    (example,) = examples_of(standard(table))
    assert (example.text, example.expected) == ("2025-03-05 | 2025-06-01 || overdue", {"status": ["overdue"]})


def test_an_empty_outcome_is_not_checked_and_no_status_means_no_duty():
    table = """
        placement  | as_at      || status   | due_on                 | closed_on
        2025-03-05 | 2025-06-01 || met; due | 2025-03-15; 2025-03-25 |
        2025-03-05 | 2025-06-01 || -        |                        | -
    """
    first, second = examples_of(standard(table))
    assert first.expected == {"status": ["met", "due"], "due_on": ["2025-03-15", "2025-03-25"]}
    assert second.expected == {"status": [], "closed_on": []}


# ------------------------------------------------------------------------------------------------------------- MISTAKES


def test_a_noun_the_standard_does_not_use_is_told_with_those_it_does():
    assert faults("review | as_at || status\n2025-03-03 | 2025-06-01 || met") == [
        "Standard 'example', header of the examples: 'review' is not a noun this standard uses; "
        "expected placement, person, protection_visit, born, as_at."
    ]


@pytest.mark.parametrize(
    "head, told",
    [
        ("placement || status", "expected a column 'as_at'."),
        ("placement | as_at || due_on", "expected a column 'status'."),
        ("placement | placement | as_at || status", "'placement' stands twice."),
        ("placement | as_at || status | outcome", "'outcome' is no outcome; expected status, opened_on, due_on, "
         "done_on, closed_on, days_over, refs, caveats."),
        ("born | person | as_at || status", "'born' and 'person' say the same; expected one of them."),
        ("placement | as_at | status", "expected facts, then || once, then outcomes."),
    ],
)  # fmt: skip
def test_a_header_has_what_it_needs_and_nothing_else(head, told):
    assert faults(head + "\n2025-03-03 | 2025-06-01 || met") == [f"Standard 'example', header of the examples: {told}"]


def test_a_header_alone_is_no_example():
    assert faults("placement | as_at || status") == ["Standard 'example': its examples have a header but no rows."]


@pytest.mark.parametrize(
    "cells, told",
    [
        ("2025-02-30 | 2025-06-01 || met", "placement: '2025-02-30' is no day or time of the calendar."),
        ("03/03/2025 | 2025-06-01 || met", "placement: '03/03/2025' is not a day such as 2025-03-31."),
        ("20250303 | 2025-06-01 || met", "placement: '20250303' is not a day such as 2025-03-31."),
        ("2025-03-03 - soon | 2025-06-01 || met", "placement: 'soon' is not a day such as 2025-03-31."),
        ("2025-03-03; | 2025-06-01 || met", "placement: '' is not a day such as 2025-03-31."),
        ("2025-03-03T10:00 | 2025-06-01 || met", "placement: '2025-03-03T10:00' is not a day such as 2025-03-31."),
        ("2025-03-03 [type | 2025-06-01 || met",
         "placement: '2025-03-03 [type' is not a day or a period with its facts in brackets after it."),
        ("2025-03-03 [type] | 2025-06-01 || met",
         "placement: 'type' is not a fact and its value, such as is_seen=yes."),
        ("2025-03-03 [is_temporary=Y] | 2025-06-01 || met", "placement: is_temporary is 'Y', expected yes or no."),
        ("2025-03-03 [distance=far] | 2025-06-01 || met", "placement: distance is 'far', expected a whole number."),
        ("2025-03-03 | || met", "as_at: '' is not a day such as 2025-03-31."),
        ("2025-03-03 | 2025-06-01 ||", "status: it is empty, expected the status of each duty, or - for no duty."),
        ("2025-03-03 | 2025-06-01 || done", "status: 'done' is not one of met, late, due, overdue, ceased, not_met."),
        ("2025-03-03 || met", "it has 1 cells left of ||, expected 2, as in the header."),
        ("2025-03-03 | 2025-06-01 || met | x", "it has 2 cells right of ||, expected 1, as in the header."),
        ("2025-03-03 | 2025-06-01 | met", "expected facts, then || once, then outcomes."),
    ],
)  # fmt: skip
def test_each_mistake_in_a_row_is_told_with_what_was_expected(cells, told):
    assert only_fault(cells) == told


def test_a_fact_it_does_not_have_is_told():
    told = only_fault("2025-03-03 [kind=x] | 2025-06-01 || met")
    assert told.startswith("placement: 'placement' has no fact 'kind'. It has: placement_id")


def test_a_time_that_is_none_is_told():
    told = only_fault("2025-03-03T25:00 | 2025-06-01 || met", INTERVIEW, "missing | as_at || status")
    assert told == "missing: '2025-03-03T25:00' is no day or time of the calendar."


@pytest.mark.parametrize(
    "outcome, cell, told",
    [
        ("due_on", "soon", "due_on: 'soon' is not a day, or - for none."),
        ("due_on", "2025-02-30", "due_on: '2025-02-30' is not a day, or - for none."),
        ("days_over", "-1", "days_over: '-1' is not a whole number."),
        ("due_on", "-; -", "due_on: it has 2 values, expected 1, one for each status."),
    ],
)
def test_an_outcome_is_what_it_can_be(outcome, cell, told):
    head = f"placement | as_at || status | {outcome}"
    assert only_fault(f"2025-03-03 | 2025-06-01 || met | {cell}", head=head) == told


def test_all_mistakes_of_all_rows_are_told_at_once():
    table = """
        placement  | as_at      || status
        2025-02-30 | 2025-06-01 || met
        2025-03-03 | 2025-06-01 || met
        2025-03-03 |            || done
    """
    assert [fault.split(":")[0] for fault in faults(table)] == [
        "Standard 'example', example 1", "Standard 'example', example 3", "Standard 'example', example 3",
    ]  # fmt: skip


# ------------------------------------------------------------------------------------------------------------- CHECKING

DUTY = dict(
    opened_on=dt.date(2025, 3, 5), due_on=dt.date(2025, 3, 15), done_on=None, closed_on=None, status="overdue",
    days_over=78, refs=[1], caveats=set(),
)  # fmt: skip


def checked(outcomes: str, cells: str, *duties: dict) -> list[str]:
    table = f"placement | as_at || {outcomes}\n2025-03-05 | 2025-06-01 || {cells}"
    (example,) = examples_of(standard(table))
    where = f"Standard 'example', example 1 (2025-03-05 | 2025-06-01 || {cells}): "
    return [fault.removeprefix(where) for fault in check_example(example, list(duties))]


def test_what_is_as_expected_has_no_mismatch():
    outcomes = "status | opened_on | due_on | done_on | closed_on | days_over | refs | caveats"
    assert checked(outcomes, "overdue | 2025-03-05 | 2025-03-15 | - | - | 78 | 1 | -", DUTY) == []


def test_another_status_is_told():
    assert checked("status", "met", DUTY) == ["status is overdue, expected met."]


def test_a_duty_too_many_or_too_few_is_told():
    assert checked("status", "-", DUTY) == ["status is overdue, expected -."]
    assert checked("status", "overdue") == ["status is -, expected overdue."]
    assert checked("status", "overdue; overdue", DUTY) == ["status is overdue, expected overdue; overdue."]


def test_each_outcome_that_differs_is_told():
    assert checked("status | due_on | days_over", "overdue | 2025-03-16 | 77", DUTY) == [
        "due_on of duty 1 is 2025-03-15, expected 2025-03-16.",
        "days_over of duty 1 is 78, expected 77.",
    ]


def test_a_day_where_none_is_expected_is_told():
    assert checked("status | due_on", "overdue | -", DUTY) == ["due_on of duty 1 is 2025-03-15, expected -."]


def test_duties_are_compared_in_the_order_they_opened():
    earlier = DUTY | dict(opened_on=dt.date(2025, 3, 1), status="met")
    assert checked("status", "met; overdue", DUTY, earlier) == []


def test_caveats_and_evidence_are_compared():
    duty = DUTY | dict(refs=[1, 3], caveats={"b", "a"})
    assert checked("status | refs | caveats", "overdue | 1 + 3 | a + b", duty) == []
    assert checked("status | refs", "overdue | 1", duty) == ["refs of duty 1 is 1 + 3, expected 1."]
