"""The code lists: what they hold, and on which days a code is in use."""

import datetime as dt
import json
from pathlib import Path

import pytest

from goldenthread.codes import lists
from goldenthread.codes.lists import codes_of, is_code, label
from goldenthread.standards.vocabulary import NOUNS


def test_every_list_the_vocabulary_names_is_there():
    named = {fact.codes for noun in NOUNS.values() for fact in noun.facts if fact.codes}
    assert named <= set(lists.lists())


def test_every_list_says_where_it_is_from():
    told = json.loads(Path(lists.__file__).with_name("lists.json").read_text())["lists"]
    for name, one in told.items():
        assert one["title"], name
        assert one["source"], name
        assert one["status"], name
        assert len({code["code"] for code in one["codes"]}) == len(one["codes"]), name


@pytest.mark.parametrize(
    "name, code, day, used",
    [
        ("assessment_factors", "18A", "2025-03-31", True),
        ("assessment_factors", "18A", "2025-04-01", False),
        ("assessment_factors", "18B", "2025-03-31", False),
        ("assessment_factors", "18B", "2025-04-01", True),
        ("cin_sex", "M", "2024-03-31", False),
        ("cin_sex", "M", "2024-04-01", True),
        ("s903_sex", "1", "2024-03-31", True),
        ("s903_sex", "1", "2024-04-01", False),
        ("s903_placement_type", "K3", "2024-03-31", False),
        ("s903_placement_type", "Z11", "2025-04-01", True),
        ("s903_placement_type", "H5", "2030-01-01", True),  # its sources differ on its last day
        ("s903_placement_type", "U4", "1990-01-01", True),
        ("s903_placement_type", "Q9", "2025-01-01", False),
    ],
)
def test_a_code_is_one_on_the_days_it_is_in_use(name, code, day, used):
    assert is_code(name, code, dt.date.fromisoformat(day)) is used


def test_without_a_day_a_code_of_any_time_is_one():
    assert is_code("assessment_factors", "18A")
    assert not is_code("assessment_factors", "18Z")


def test_a_code_has_the_label_of_its_source_or_none():
    assert label("category_of_abuse", "NEG") == "Neglect"
    assert label("s903_placement_type", "K3") is None
    assert label("s903_placement_type", "no such") is None


def test_chinese_is_spelt_as_the_census_spells_it():
    assert "CHNE" in codes_of("ethnicity")
    assert "CNHE" not in codes_of("ethnicity")
