"""Plants: whom a failing could befall, what is done, and what is said of it."""

import numpy as np

from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Lives
from goldenthread.invent.planting.gap import Gap
from goldenthread.invent.planting.language import Record
from goldenthread.invent.planting.plants import PLANTS, RAN_ON
from goldenthread.invent.planting.unmet import Trigger, Unmet
from goldenthread.invent.planting.wrong import Wrong

AS_AT = 20_000
RECORDED = Unmet("need-visit-recorded", "G18", Trigger("need_visit"), "visit_recorded", (7, "days"), late="never")
CORE_GROUPS = Gap("later-core-groups", "T2", "protection_plan", "core_group", (42, "days"))


def record(**nouns):
    """One subject's facts: for each noun, the days it began (or (began, ended))."""
    lives = Lives(AS_AT - 2000, AS_AT, posts=1)
    for noun, days in nouns.items():
        for day in days:
            start, end = day if isinstance(day, tuple) else (day, None)
            lives.add(noun, np.array([1]), np.array([start]), None if end is None else np.array([end]))
    lives.settle()
    return Record(lives, np.array([1]))


def told(truths):
    return [(truth.standard, day, bool(implied)) for truth in truths
            for day, implied in zip(truth.opened_on, np.broadcast_to(truth.implied, truth.opened_on.shape), strict=True)]


def days_of(lives, noun):
    facts = lives.table(noun)
    return facts["start"][facts["start"] < NEVER].tolist()


def test_what_was_done_in_time_could_have_been_left_out():
    life = record(need_visit=[19_000], visit_recorded=[19_003])
    found = RECORDED.find(life)
    assert told(RECORDED.do(life, found)) == [("need-visit-recorded", 19_000, False)]
    assert days_of(life.lives, "visit_recorded") == []


def test_what_is_not_yet_due_cannot_be_late():
    assert len(RECORDED.find(record(need_visit=[AS_AT - 7], visit_recorded=[AS_AT - 6]))) == 0


def test_another_trigger_that_it_met_as_well_is_told_as_following_from_it():
    life = record(need_visit=[19_000, 19_002], visit_recorded=[19_003])
    found = RECORDED.find(life)
    assert told(RECORDED.do(life, found.of(np.array([0])))) == [
        ("need-visit-recorded", 19_000, False), ("need-visit-recorded", 19_002, True),
    ]  # fmt: skip


def test_what_comes_late_comes_after_it_was_due():
    late = Unmet("need-visit-recorded", "G18", Trigger("need_visit"), "visit_recorded", (7, "days"), late="always")
    life = record(need_visit=[19_000], visit_recorded=[19_003])
    late.do(life, late.find(life))
    assert days_of(life.lives, "visit_recorded")[0] > 19_007


def test_without_one_of_a_series_too_long_passes():
    life = record(protection_plan=[(18_000, 18_200)], core_group=[18_030, 18_060, 18_090, 18_120, 18_150, 18_180])
    found = CORE_GROUPS.find(life)
    assert found["opened"].tolist() == [18_000, 18_030, 18_060, 18_090, 18_120, 18_150]
    assert told(CORE_GROUPS.do(life, found.of(np.array([2])))) == [("later-core-groups", 18_060, False)]
    assert days_of(life.lives, "core_group") == [18_030, 18_060, 18_120, 18_150, 18_180]


def test_a_gap_that_would_still_be_in_time_is_none():
    life = record(protection_plan=[(18_000, 18_100)], core_group=[18_020, 18_040, 18_060, 18_080])
    assert len(CORE_GROUPS.find(life)) == 0


def test_a_fact_is_made_wrong_and_told_from_its_day():
    quorate = Wrong("strategy-discussion-quorate", "T22", "strategy_discussion", {"is_quorate": 0})
    life = record(strategy_discussion=[19_000])
    assert told(quorate.do(life, quorate.find(life))) == [("strategy-discussion-quorate", 19_000, False)]
    assert life.lives.table("strategy_discussion")["is_quorate"].tolist() == [0]


def test_every_plant_names_what_inspectors_found():
    assert all(row[0] in "GT" and row[1:].isdigit() for plant in (*PLANTS, *RAN_ON) for row in plant.found.split())


def test_what_inspectors_found_is_planted_as_far_as_the_catalogue_covers_it():
    planted = {row for plant in (*PLANTS, *RAN_ON) for row in plant.found.split()}
    gloucestershire = (1, 2, 4, 5, 10, 15, 16, 20, 21, 22, 23, 24, 27, 28, 29, 31, 32, 33, 38, 39)
    torbay = (1, 2, 3, 5, 6, 7, 11, 12, 13, 14, 15, 17, 18, 19, 21, 23, 24, 25, 28, 29)
    assert planted >= {f"G{row}" for row in gloucestershire} | {f"T{row}" for row in torbay}
