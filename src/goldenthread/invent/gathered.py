"""Tables of the Standard Safeguarding Dataset whose rows gather the facts of several nouns."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from goldenthread.invent import cells
from goldenthread.invent.days import NEVER
from goldenthread.invent.lives import Facts, Lives
from goldenthread.invent.ssd import row_ids

NOUNS = {
    "assessment_factor", "looked_after", "adoption_decision", "adoption_match", "adoption_order", "adoption_reversed",
    "placement_order", "permanence_plan", "pre_proceedings", "letter_before_proceedings", "pre_proceedings_meeting",
}  # fmt: skip
"""The nouns that only these tables hold. Of others they hold only the latest, or some: the contract holds them all."""

DAY = 2**17
"""More than any day: with it a child and a day make one number that sorts by child and then by day."""


def tables(lives: Lives, written: dict) -> Iterator[tuple[str, pa.Table]]:
    """Each such table of these lives, by name; those without a row are left out."""
    made = {
        "ssd_assessment_factors": factors, "ssd_cla_episodes": episodes, "ssd_cla_immunisations": immunisations,
        "ssd_permanence": permanence, "ssd_pre_proceedings": pre_proceedings, "ssd_care_leavers": care_leavers,
    }  # fmt: skip
    for name, make in made.items():
        rows = make(lives, written[name] + 1)
        if rows is not None and rows.num_rows:
            yield name, rows


def factors(lives: Lives, first: int) -> pa.Table:
    """The factors found, by assessment."""
    found, assessed = lives.table("assessment_factor"), lives.table("assessment")
    assessed = assessed.keep(assessed["end"] < NEVER)
    ends = assessed["subject"] * DAY + assessed["end"]
    order = np.argsort(ends, kind="stable")
    which = order[np.searchsorted(ends, found["subject"] * DAY + found["start"], sorter=order)]
    return pa.table({
        "cinf_table_id": row_ids("ssd_assessment_factors", first, len(found)),
        "cinf_assessment_id": cells.ids("assessment_id", assessed["assessment_id"][which]),
        "cinf_assessment_factors_json": pa.array([f'["{code}"]' for code in found["factor"]], pa.string()),
    })  # fmt: skip


def episodes(lives: Lives, first: int) -> pa.Table | None:
    """Episodes: a new one where a period of care begins, a placement changes or a legal status does."""
    care = lives.table("looked_after")
    if not len(care):
        return None
    placed, status = _points(lives.table("placement")), _points(lives.table("legal_status"))
    begins = _points(care)
    points = np.unique(np.concatenate([begins, placed, status]))
    period = np.searchsorted(begins, points, side="right") - 1
    day = points % DAY
    inside = (period >= 0) & (points // DAY == care["subject"][period]) & (day < care["end"][period])
    points, period, day = points[inside], period[inside], day[inside]
    last = np.append(period[1:] != period[:-1], True)
    ended = np.where(last, care["end"][period], np.append(day[1:], NEVER))
    starts, moves, changes = (np.isin(points, each) for each in (begins, placed, status))
    why = np.select([starts, moves & changes, moves], ["S", "B", "P"], "L")
    ceased = np.where(last, care["ceased_reason"][period], "X1")
    where = lives.table("placement")["placement_id"][np.maximum(np.searchsorted(placed, points, side="right") - 1, 0)]
    seen = latest(lives.table("iro_contact"), care["subject"])
    return pa.table({
        "clae_cla_episode_id": row_ids("ssd_cla_episodes", first, len(points)),
        "clae_person_id": cells.ids("child", points // DAY),
        "clae_cla_episode_start_date": cells.day(day),
        "clae_cla_episode_start_reason": cells.text(why),
        "clae_cla_primary_need_code": cells.text(care["need"][period]),
        "clae_cla_episode_ceased_date": cells.day(ended),
        "clae_cla_episode_ceased_reason": cells.text(np.where(ended < NEVER, ceased, "")),
        "clae_cla_id": cells.ids("period of care", begins[period]),
        "clae_cla_placement_id": cells.ids("placement_id", where),
        "clae_entered_care_date": cells.day(care["start"][period]),
        "clae_cla_last_iro_contact_date": cells.day(np.where(last, seen[period], NEVER)),
    })  # fmt: skip


def immunisations(lives: Lives, first: int) -> pa.Table:
    """The latest check of each child's immunisations."""
    checked = lives.table("immunisation")
    rows = checked.keep(_last_of_each(checked))
    return pa.table({
        "clai_person_id": cells.ids("child", rows["subject"]),
        "clai_immunisations_status": cells.flag(rows["is_up_to_date"]),
        "clai_immunisations_status_date": cells.day(rows["start"]),
    })  # fmt: skip


def permanence(lives: Lives, first: int) -> pa.Table:
    """The steps of each adoption, and the orders of special guardianship."""
    care = lives.table("looked_after")
    guarded = care.keep(care["ceased_reason"] == "E45")
    child = np.union1d(lives.table("adoption_decision")["subject"], guarded["subject"])
    adopted = earliest(lives.table("adoption_order"), child)
    special = earliest(guarded, child, "end")
    order = np.minimum(adopted, special)
    kind = np.select([adopted < NEVER, special < NEVER], ["Adoption", "Special Guardianship"], "")
    days = {
        "perm_adm_decision_date": "adoption_decision", "perm_placement_order_date": "placement_order",
        "perm_placed_for_adoption_date": "placed_for_adoption", "perm_matched_date": "adoption_match",
        "perm_decision_reversed_date": "adoption_reversed",
    }  # fmt: skip
    return pa.table({
        "perm_table_id": row_ids("ssd_permanence", first, len(child)), "perm_person_id": cells.ids("child", child),
        **{column: cells.day(earliest(lives.table(noun), child)) for column, noun in days.items()},
        "perm_permanence_order_date": cells.day(order), "perm_permanence_order_type": cells.text(kind),
    })  # fmt: skip


def pre_proceedings(lives: Lives, first: int) -> pa.Table:
    """Pre-proceedings of each child, from the decision to what came of it."""
    begun = lives.table("pre_proceedings")
    child = begun["subject"]
    issued = (begun["end"] < NEVER) & (earliest(lives.table("issue_decision"), child) < NEVER)
    return pa.table({
        "prep_table_id": row_ids("ssd_pre_proceedings", first, len(child)), "prep_person_id": cells.ids("child", child),
        "prep_pre_pro_decision_date": cells.day(begun["start"]),
        "prep_initial_pre_pro_meeting_date": cells.day(earliest(lives.table("pre_proceedings_meeting"), child)),
        "prep_pre_pro_outcome": cells.text(np.where(issued, "Decision to Issue Care Proceedings", "")),
        "prep_agree_stepdown_issue_date": cells.day(begun["end"]),
        "prep_pre_pro_letter_date": cells.day(earliest(lives.table("letter_before_proceedings"), child)),
    })  # fmt: skip


def care_leavers(lives: Lives, first: int) -> pa.Table:
    """Each care leaver as they are now: the category, the latest contact and the latest pathway plan."""
    owed = lives.table("care_leaver")
    rows = owed.keep(_last_of_each(owed))
    child = rows["subject"]
    return pa.table({
        "clea_table_id": row_ids("ssd_care_leavers", first, len(child)), "clea_person_id": cells.ids("child", child),
        "clea_care_leaver_eligibility": cells.text(np.char.capitalize(rows["category"].astype("U20"))),
        "clea_care_leaver_in_touch": cells.text(rows["in_touch"]),
        "clea_care_leaver_latest_contact": cells.day(latest(lives.table("care_leaver_contact"), child)),
        "clea_care_leaver_activity": cells.text(rows["activity"]),
        "clea_pathway_plan_review_date": cells.day(latest(lives.table("pathway_plan"), child)),
    })  # fmt: skip


def earliest(facts: Facts, child: np.ndarray, which: str = "start") -> np.ndarray:
    """The day (or the end) of the first of each child's facts, NEVER for none; `facts` are in order of child."""
    return _day_at(facts, child, np.searchsorted(facts["subject"], child), which)


def latest(facts: Facts, child: np.ndarray) -> np.ndarray:
    """The day of the last of each child's facts, NEVER for none; `facts` are in order of child."""
    return _day_at(facts, child, np.searchsorted(facts["subject"], child, side="right") - 1, "start")


def _day_at(facts: Facts, child, place, which: str) -> np.ndarray:
    if not len(facts):
        return np.full(len(child), NEVER)
    place = np.clip(place, 0, len(facts) - 1)
    return np.where(facts["subject"][place] == child, facts[which][place], NEVER)


def _last_of_each(facts: Facts) -> np.ndarray:
    return np.append(facts["subject"][1:] != facts["subject"][:-1], np.ones(min(len(facts), 1), bool))


def _points(facts: Facts) -> np.ndarray:
    return facts["subject"] * DAY + facts["start"]
